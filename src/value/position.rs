//! What is known of a title: its branch, level and rank.

/// The branch of public life that a title belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Branch {
    /// "Tổng Bí thư".
    Party,
    /// "Thủ tướng", "Trưởng phòng".
    Government,
    /// The People's Councils: "Đại biểu HĐND".
    Council,
    /// "Đại biểu Quốc hội".
    NationalAssembly,
    /// The Fatherland Front, unions and associations.
    FrontMassOrg,
    /// "Chính ủy".
    Military,
    /// "Trưởng Công an".
    Police,
    /// Courts, procuracy, enforcement: "Chánh án".
    Justice,
    /// Companies, banks, cooperatives: "Tổng Giám đốc".
    Enterprise,
    /// "Hiệu trưởng".
    Education,
    /// "Bác sĩ trưởng".
    Health,
    /// "Tổng Biên tập".
    MediaCulture,
    /// "Hòa thượng".
    Religion,
    /// "Trưởng thôn".
    Village,
    /// Steering bodies.
    Committee,
    /// Posts of other states and of international bodies: "Tổng thống".
    Foreign,
}

/// The level of administration that a title belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Level {
    /// The state as a whole.
    Central,
    /// A province or a city of that rank.
    Province,
    /// A district, until 1 July 2025.
    District,
    /// A commune or ward.
    Commune,
    /// A village or a residential group.
    Village,
}

/// The rank of a title within its body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Rank {
    /// "Chủ tịch".
    Head,
    /// "Phó Chủ tịch".
    Deputy,
    /// Of a body: "Ủy viên".
    Member,
    /// "Chuyên viên".
    Staff,
}
