//! The days of a list, as DNA, R and spreadsheets write them.
//!
//! The year first is year, month, day. With dots it is day, month, year. With `/` or `-` and the year last the order is the
//! column's: one number above 12 decides it for all, and a column that does not decide is refused rather than guessed.

use dossier::Date;

use super::flaw::{Flaws, quoted};
use super::options::DayOrder;

const COLUMN: &str = "time";
const NO_DAY: &str = "must be a time as in 2025-08-18 09:30:00, or a day as in 2025-08-18 or 18.8.2025";
const SHORT_YEAR: &str = "must have the year in four digits, for two do not say which century: have the spreadsheet show days as \
                          YYYY-MM-DD";
const COUNTED: &str = "must be a day, not a spreadsheet's count of days: have the spreadsheet show it as YYYY-MM-DD";
const BOTH_WAYS: &str = "the day may stand before the month or behind it, and no other row decides: say --days day-first or --days \
                         month-first";
const AGAINST: &str = "the day must stand before the month in all rows or in none";

/// A day, and whether its time is the day's beginning or not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) is_midnight: bool,
}

/// A cell that is understood as far as it can be by itself.
enum Read {
    Known(Date),
    /// Two numbers whose order the column decides, and the year.
    Open(u32, u32, u32),
    Not(&'static str),
}

/// The moments of a column, each with its line; `None` for a cell that is a flaw. Says in which order days were read, where the column decided.
pub(super) fn moments<'c>(
    cells: impl Iterator<Item = (u64, &'c str)>,
    said: Option<DayOrder>,
    flaws: &mut Flaws,
) -> (Vec<Option<Moment>>, Option<String>) {
    let read: Vec<(u64, &str, Read, bool)> = cells
        .map(|(line, cell)| {
            let (read, is_midnight) = read(cell);
            (line, cell, read, is_midnight)
        })
        .collect();
    let decides = |order: DayOrder| {
        read.iter().find(|(_, _, read, _)| {
            matches!(read, &Read::Open(first, second, year)
                if day(order, first, second, year).is_some() && day(other(order), first, second, year).is_none())
        })
    };
    let (day_first, month_first) = (decides(DayOrder::DayFirst), decides(DayOrder::MonthFirst));
    let (order, told) = match (said, day_first, month_first) {
        (Some(said), _, _) => (Some(said), None),
        (None, Some(row), None) => (Some(DayOrder::DayFirst), Some(row)),
        (None, None, Some(row)) => (Some(DayOrder::MonthFirst), Some(row)),
        (None, None, None) | (None, Some(_), Some(_)) => (None, None),
    };
    let told = told.zip(order).map(|((line, cell, _, _), order)| {
        let first = if order == DayOrder::DayFirst { "day before the month" } else { "month before the day" };
        format!("days were read with the {first}, as line {line} has it: {}", quoted(cell))
    });
    let contradicts = said.is_none() && day_first.is_some() && month_first.is_some();
    let moments = read.iter().map(|(line, cell, read, is_midnight)| {
        let found = match *read {
            Read::Known(day) => Ok(day),
            Read::Not(rule) => Err(rule),
            Read::Open(first, second, year) => match order {
                Some(order) => day(order, first, second, year).ok_or(NO_DAY),
                None if contradicts => Err(AGAINST),
                None if first == second => day(DayOrder::DayFirst, first, second, year).ok_or(NO_DAY),
                None if first > 12 && second > 12 => Err(NO_DAY),
                None => Err(BOTH_WAYS),
            },
        };
        match found {
            Ok(day) => Some(Moment { day, is_midnight: *is_midnight }),
            Err(rule) => {
                flaws.line(COLUMN, rule, *line, Some(cell));
                None
            }
        }
    });
    (moments.collect(), told)
}

fn other(order: DayOrder) -> DayOrder {
    match order {
        DayOrder::DayFirst => DayOrder::MonthFirst,
        DayOrder::MonthFirst => DayOrder::DayFirst,
    }
}

fn day(order: DayOrder, first: u32, second: u32, year: u32) -> Option<Date> {
    match order {
        DayOrder::DayFirst => date(year, second, first),
        DayOrder::MonthFirst => date(year, first, second),
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

/// Reads a cell by itself, and whether its time is the day's beginning.
fn read(cell: &str) -> (Read, bool) {
    let cell = cell.replace(". ", ".");
    let (day, clock) = cell.split_once(|letter: char| letter == 'T' || letter.is_whitespace()).unwrap_or((&cell, ""));
    let Some(is_midnight) = clock_is_midnight(clock) else { return (Read::Not(NO_DAY), false) };
    (read_day(day.trim_end_matches('.')), is_midnight)
}

fn read_day(text: &str) -> Read {
    let digits = |part: &str| !part.is_empty() && part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some(sign) = text.chars().find(|letter| !letter.is_ascii_digit()) else {
        return Read::Not(if digits(text) { COUNTED } else { NO_DAY });
    };
    let parts: Vec<&str> = text.split(sign).collect();
    if parts.len() == 2 && parts.iter().all(|part| digits(part)) && ['.', ','].contains(&sign) {
        return Read::Not(COUNTED);
    }
    let &[first, second, third] = parts.as_slice() else { return Read::Not(NO_DAY) };
    let (Ok(a), Ok(b), Ok(c)) = (first.parse::<u32>(), second.parse::<u32>(), third.parse::<u32>()) else {
        return Read::Not(NO_DAY);
    };
    if !['-', '/', '.'].contains(&sign) || ![first, second, third].into_iter().all(digits) {
        return Read::Not(NO_DAY);
    }
    let known = |day: Option<Date>| day.map_or(Read::Not(NO_DAY), Read::Known);
    match ([first.len(), second.len(), third.len()], sign) {
        ([4, 1..=2, 1..=2], _) => known(date(a, b, c)),
        ([1..=2, 1..=2, 4], '.') => known(date(c, b, a)),
        ([1..=2, 1..=2, 4], _) => Read::Open(a, b, c),
        ([1..=2, 1..=2, 1..=2], _) => Read::Not(SHORT_YEAR),
        _ => Read::Not(NO_DAY),
    }
}

/// Whether a time of day is the day's beginning; an empty one is. `None` if it is no time.
fn clock_is_midnight(clock: &str) -> Option<bool> {
    let clock = clock.trim().trim_end_matches('Z').to_ascii_lowercase();
    let (clock, half) = match clock.strip_suffix('m') {
        Some(rest) => {
            let half = rest.chars().next_back().filter(|half| "ap".contains(*half))?;
            (rest[..rest.len() - 1].trim_end().to_owned(), Some(half))
        }
        None => (clock, None),
    };
    if clock.is_empty() {
        return half.is_none().then_some(true);
    }
    let (whole, fraction) = clock.split_once('.').unwrap_or((&clock, "0"));
    let parts: Vec<u32> = whole
        .split(':')
        .map(|part| part.parse().ok().filter(|&number: &u32| number < 60 && part.len() <= 2 && !part.starts_with('+')))
        .collect::<Option<_>>()?;
    if !(2..=3).contains(&parts.len())
        || parts[0] > 23
        || fraction.is_empty()
        || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let hour = match half {
        Some('a') if parts[0] == 12 => 0,
        Some('p') if parts[0] < 12 => parts[0] + 12,
        Some(_) | None => parts[0],
    };
    Some(hour == 0 && parts[1..].iter().all(|&part| part == 0) && fraction.bytes().all(|byte| byte == b'0'))
}
