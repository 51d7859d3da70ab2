//! Values without text: dates and periods as far as they are known, exact decimals. Their text form is their wire form.

mod change;
mod comparator;
mod date;
mod decimal;
mod event_type;
mod part_of_day;
mod position;
mod sum_role;

pub use change::Change;
pub use comparator::Comparator;
pub use date::{DateValue, PartialDate, Period, Time};
pub use decimal::Decimal;
pub use event_type::EventType;
pub use part_of_day::{PartOfDay, PartOfPeriod};
pub use position::{Branch, Level, Rank};
pub use sum_role::SumRole;
