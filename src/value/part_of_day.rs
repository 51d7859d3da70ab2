//! Parts of the day, and of longer times.

use std::str::FromStr;

use crate::Error;

/// The part of a day that a text names: "sáng", "chiều".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PartOfDay {
    /// "sáng": about 5 to 11.
    Morning,
    /// "trưa": about 11 to 13.
    Noon,
    /// "chiều": about 13 to 18.
    Afternoon,
    /// "tối": about 18 to 22.
    Evening,
    /// "đêm": about 22 to 5.
    Night,
}

impl FromStr for PartOfDay {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Ok(match text {
            "morning" => PartOfDay::Morning,
            "noon" => PartOfDay::Noon,
            "afternoon" => PartOfDay::Afternoon,
            "evening" => PartOfDay::Evening,
            "night" => PartOfDay::Night,
            _ => {
                return Err(Error::new(
                    format!("part of day {text:?}"),
                    "expected morning, noon, afternoon, evening or night",
                ));
            }
        })
    }
}

/// A part of a month, a quarter or a year that a text names without saying where it begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PartOfPeriod {
    /// "đầu tháng 5".
    Beginning,
    /// "giữa năm 2024".
    Middle,
    /// "cuối năm 2022".
    End,
}
