//! What a sum of money is.

/// What a sum of money is, as far as the words beside it say. The text form is the name in small letters: `revenue`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SumRole {
    /// "thu ngân sách", "nộp ngân sách".
    Revenue,
    /// "chi thường xuyên", "chi phí".
    Expenditure,
    /// "giải ngân".
    Disbursement,
    /// "dự toán", "kế hoạch vốn", "phân bổ".
    Plan,
    /// "tổng mức đầu tư", "vốn", "kinh phí".
    Investment,
    /// "kim ngạch xuất khẩu".
    Trade,
    /// "giá trị sản xuất", "doanh thu".
    Output,
    /// "thu nhập bình quân", "lương".
    Income,
    /// "dư nợ", "cho vay".
    Credit,
    /// "hỗ trợ", "trao", "tặng".
    Support,
    /// "trị giá": what a thing is worth.
    Value,
    /// "xử phạt".
    Fine,
    /// "ủng hộ", "xã hội hóa".
    Contribution,
    /// "thiệt hại".
    Damage,
    /// "giá", "học phí".
    Price,
    /// "nợ đọng", "nợ thuế".
    Debt,
    /// "thuế", "tiền sử dụng đất".
    Tax,
    /// "tiết kiệm".
    Saving,
}
