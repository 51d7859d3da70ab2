//! Kinds of events.

/// What kind of event is held.
///
/// The text form is the contract's `type`: `session`, `council_session`, `working_session`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EventType {
    /// A sitting of an executive body: "phiên họp thường kỳ".
    Session,
    /// A session of an elected body: "kỳ họp thứ 12".
    CouncilSession,
    /// "hội nghị".
    Conference,
    /// Any other gathering around a table: "cuộc họp", "họp giao ban".
    Meeting,
    /// "buổi làm việc".
    WorkingSession,
    /// "đại hội".
    Congress,
    /// With voters or citizens: "tiếp xúc cử tri", "tiếp công dân".
    VoterMeeting,
    /// "hội thảo", "tọa đàm", "diễn đàn".
    Seminar,
    /// "lớp tập huấn".
    Training,
    /// "họp báo".
    Press,
    /// "lễ công bố", "lễ khánh thành".
    Ceremony,
    /// "gặp mặt", "sinh hoạt chi bộ".
    Gathering,
    /// Between states or their leaders: "hội đàm", "cuộc điện đàm".
    Talks,
    /// "chuyến thăm chính thức".
    Visit,
    /// "buổi giám sát".
    Inspection,
    /// "chương trình nghệ thuật", "ngày hội".
    Festival,
}

impl EventType {
    /// Whether people sit together and speak, so that an article may call the same event by the other's name: a "phiên họp" of
    /// the headline is a "hội nghị" further down.
    pub fn is_sitting(self) -> bool {
        use EventType::*;
        matches!(self, Session | CouncilSession | Conference | Meeting | WorkingSession | VoterMeeting)
    }
}
