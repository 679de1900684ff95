//! Calendar dates as exact as they are known: a day, a month or a year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::Precision;

/// Day, month or year of the Gregorian calendar, written `2025-08-18`, `2025-08` or `2014` (ISO 8601).
///
/// Ordered by first day, the less exact first: `2025` < `2025-08` < `2025-08-01` < `2025-08-02`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// From 1; 0 if only the year is known.
    month: u8,
    /// From 1; 0 if only the month is known.
    day: u8,
}

/// Error of parsing a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date: write it as 2025-08-18, 2025-08 or 2025")
    }
}

impl std::error::Error for NotADate {}

impl Date {
    /// Precision of the date. Never [`Precision::None`].
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The date reduced to at most this precision.
    #[must_use]
    pub const fn within(self, precision: Precision) -> Self {
        match precision {
            Precision::Day => self,
            Precision::Month => Self { day: 0, ..self },
            Precision::Year | Precision::None => Self { month: 0, day: 0, ..self },
        }
    }

    /// The year, from 1.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1, if it is known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, from 1, if it is known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// First day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: self.month.max(1), day: self.day.max(1) }
    }

    /// Last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year, month) } else { self.day };
        Self { year: self.year, month, day }
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Parses the spelling that [`Display`](fmt::Display) writes.
    ///
    /// # Errors
    /// If the text has any other spelling or is not a date of the calendar, such as 30 February.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let number = |part: Option<&str>, digits: usize| match part {
            None => Ok(0),
            Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
                part.parse::<u16>().ok().filter(|&number| number > 0).ok_or(NotADate)
            }
            Some(_) => Err(NotADate),
        };
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?;
        let month = number(parts.next(), 2)? as u8;
        let day = number(parts.next(), 2)? as u8;
        if parts.next().is_some() || month > 12 || day > days_in(year, month) {
            return Err(NotADate);
        }
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day] {
            if part > 0 {
                write!(f, "-{part:02}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Regular expression for a [`Date`], for the JSON Schema. Unlike [`Date`], it accepts 30 February.
#[cfg(feature = "load")]
pub(crate) const PATTERN: &str = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

#[cfg(feature = "load")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": PATTERN,
            "description": "A day, a month or a year of the Gregorian calendar: 2025-08-18, 2025-08 or 2014."
        })
    }
}
