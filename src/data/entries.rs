//! The rows of the lists: what a word is, as one list or another says it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::value::Decimal;

/// A cell of a list. The lists of the crate are part of the program and borrowed from it; a caller's are copied.
pub(crate) type Text = Cow<'static, str>;

/// The values of a cell; rows that have the same ones share them.
pub(crate) type Values = Arc<[Text]>;

/// A list of words. Cues of different lists may overlap, those of one list may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum List {
    /// Bare titles: "Phó Chủ tịch Thường trực".
    Position,
    /// What stands at a title: "nguyên", "quyền", "kiêm".
    Modifier,
    /// Bodies: "UBND", "Sở Tài chính".
    Organisation,
    /// Provinces, districts, communes, countries.
    Place,
    /// Administrative levels: "tỉnh", "xã".
    Level,
    /// Family names.
    Surname,
    /// "đồng chí", "Đại tá", "PGS.TS".
    Honorific,
    /// Words that name a meeting: "phiên họp thường kỳ".
    Meeting,
    /// Words that stand beside one: "tổ chức", "chủ trì", "trước".
    MeetingWord,
    /// What stands before a capitalised name that is no person's: "đường", "Trường THPT".
    NameBlocker,
    /// Capitalised words that end a person's name.
    NameStop,
    /// What stands between a person and a post: "giữ chức", "được bầu làm".
    Office,
    /// Number words and magnitudes: "hai", "mươi", "tỷ".
    Number,
    /// Currencies, percent.
    Unit,
    /// "trên", "khoảng", "trở lên".
    Comparator,
    /// Directions of change: "tăng", "giảm còn", "chiếm".
    Direction,
    /// What sums of money are: "thu ngân sách", "vốn", "tiền".
    Money,
    /// Where the noun phrase behind a percentage goes on and ends: "kế hoạch", "được".
    Phrase,
    /// "ngày", "quý", "nhiệm kỳ", "hôm qua".
    Date,
    /// "chỉ tiêu", "đạt và vượt".
    Indicator,
    /// Function words of the grammars: "từ", "đến", "tăng".
    Word,
    /// What stands around an article on a page: "Ảnh:", "Tin liên quan".
    Page,
    /// What stands before a number that is nobody's fact: "Nghị quyết", "điện thoại", "Quảng trường".
    Refusal,
    /// What a ratio counts: "7/7 xã", "2/3 số hộ".
    Counted,
}

impl List {
    /// How many lists there are.
    pub(crate) const COUNT: usize = List::Counted as usize + 1;
}

/// A bare title.
#[derive(Clone, Debug)]
pub(crate) struct Position {
    pub title: Text,
    pub branch: Text,
    pub level: Text,
    pub rank: Text,
    /// Whether it says little without a body after it: "Chủ tịch", but not "Thủ tướng".
    pub needs_body: bool,
}

/// A body.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub name: Text,
    pub kind: Text,
    pub level: Text,
    /// What may follow the name to complete it: `scope`, `name`, `body`, `country`; of a general department `agencies`.
    pub takes: Values,
}

impl Organisation {
    /// Whether something may follow the name and complete it.
    pub(crate) fn may_take(&self, what: &str) -> bool {
        self.takes.iter().any(|taken| &**taken == what)
    }
}

/// A word of a list whose rows say a role and sometimes a value.
#[derive(Clone, Debug)]
pub(crate) struct Entry<R> {
    pub form: Text,
    pub role: R,
    pub value: Text,
    /// The value as a number, zero where it is none.
    pub number: Decimal,
}

/// A row of a list that says what kind of thing its words are.
#[derive(Clone, Debug)]
pub(crate) struct Kinds {
    pub form: Text,
    pub kinds: Values,
    /// `m` or `f`, where the list says it.
    pub gender: Option<char>,
    /// Where the list says it: that the word has an everyday meaning too, or a plural.
    pub flag: bool,
}

/// A spelling and what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub text: Text,
    pub list: List,
    pub entry: u32,
    /// Marked with `?`: to be believed only where something else speaks for it.
    pub doubtful: bool,
}

impl Kinds {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|k| k == kind)
    }
}
