//! Parses days as written by DNA, R and spreadsheets.
//!
//! A leading year means year, month, day. Dots mean day, month, year. With `/` or `-` and the year last, one number
//! above 12 decides the order for the whole column; an ambiguous column is rejected.

use dossier::Date;

use super::options::DayOrder;
use super::problem::{Problems, quoted};

const COLUMN: &str = "time";
const NO_DAY: &str = "must be a time as in 2025-08-18 09:30:00, or a day as in 2025-08-18 or 18.8.2025";
const SHORT_YEAR: &str = "must have the year in four digits, for two do not say which century: have the spreadsheet show days as \
                          YYYY-MM-DD";
const COUNTED: &str = "must be a day, not a spreadsheet's count of days: have the spreadsheet show it as YYYY-MM-DD";
const BOTH_WAYS: &str = "the day may stand before the month or behind it, and no other row decides: say --days day-first or --days \
                         month-first";
const AGAINST: &str = "the day must stand before the month in all rows or in none";

/// A day, and whether its time is midnight or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Timestamp {
    pub(super) day: Date,
    pub(super) is_midnight: bool,
}

/// A cell as far as it can be parsed by itself.
enum ParsedCell {
    Known(Date),
    /// Day and month in an order that the column decides, and the year.
    Ambiguous(u32, u32, u32),
    /// The rule that the cell breaks.
    Invalid(&'static str),
}

/// Parses the cells of a column, given with their lines; `None` for cells with a problem. Also returns a note on the
/// order of day and month if the column decided it.
pub(super) fn timestamps<'c>(
    cells: impl Iterator<Item = (u64, &'c str)>,
    requested: Option<DayOrder>,
    problems: &mut Problems,
) -> (Vec<Option<Timestamp>>, Option<String>) {
    let parsed: Vec<(u64, &str, ParsedCell, bool)> = cells
        .map(|(line, cell)| {
            let (day, is_midnight) = parse_cell(cell);
            (line, cell, day, is_midnight)
        })
        .collect();
    let decides = |order: DayOrder| {
        parsed.iter().find(|(_, _, cell, _)| {
            matches!(cell, &ParsedCell::Ambiguous(first, second, year)
                if day(order, first, second, year).is_some() && day(other(order), first, second, year).is_none())
        })
    };
    let (day_first, month_first) = (decides(DayOrder::DayFirst), decides(DayOrder::MonthFirst));
    let (order, deciding) = match (requested, day_first, month_first) {
        (Some(order), _, _) => (Some(order), None),
        (None, Some(row), None) => (Some(DayOrder::DayFirst), Some(row)),
        (None, None, Some(row)) => (Some(DayOrder::MonthFirst), Some(row)),
        (None, None, None) | (None, Some(_), Some(_)) => (None, None),
    };
    let note = deciding.zip(order).map(|((line, cell, _, _), order)| {
        let first = if order == DayOrder::DayFirst { "day before the month" } else { "month before the day" };
        format!("days were read with the {first}, as line {line} has it: {}", quoted(cell))
    });
    let contradicts = requested.is_none() && day_first.is_some() && month_first.is_some();
    let timestamps = parsed.iter().map(|(line, cell, parsed, is_midnight)| {
        let found = match *parsed {
            ParsedCell::Known(day) => Ok(day),
            ParsedCell::Invalid(rule) => Err(rule),
            ParsedCell::Ambiguous(first, second, year) => match order {
                Some(order) => day(order, first, second, year).ok_or(NO_DAY),
                None if contradicts => Err(AGAINST),
                None if first == second => day(DayOrder::DayFirst, first, second, year).ok_or(NO_DAY),
                None if first > 12 && second > 12 => Err(NO_DAY),
                None => Err(BOTH_WAYS),
            },
        };
        match found {
            Ok(day) => Some(Timestamp { day, is_midnight: *is_midnight }),
            Err(rule) => {
                problems.line(COLUMN, rule, *line, Some(cell));
                None
            }
        }
    });
    (timestamps.collect(), note)
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

/// Parses a cell by itself, and whether its time is midnight or absent.
fn parse_cell(cell: &str) -> (ParsedCell, bool) {
    let cell = cell.replace(". ", ".");
    let (day, clock) = cell.split_once(|letter: char| letter == 'T' || letter.is_whitespace()).unwrap_or((&cell, ""));
    let Some(is_midnight) = clock_is_midnight(clock) else { return (ParsedCell::Invalid(NO_DAY), false) };
    (parse_day(day.trim_end_matches('.')), is_midnight)
}

fn parse_day(text: &str) -> ParsedCell {
    let digits = |part: &str| !part.is_empty() && part.len() <= 8 && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some(sign) = text.chars().find(|letter| !letter.is_ascii_digit()) else {
        return ParsedCell::Invalid(if digits(text) { COUNTED } else { NO_DAY });
    };
    let parts: Vec<&str> = text.split(sign).collect();
    if parts.len() == 2 && parts.iter().all(|part| digits(part)) && ['.', ','].contains(&sign) {
        return ParsedCell::Invalid(COUNTED);
    }
    let &[first, second, third] = parts.as_slice() else { return ParsedCell::Invalid(NO_DAY) };
    let (Ok(a), Ok(b), Ok(c)) = (first.parse::<u32>(), second.parse::<u32>(), third.parse::<u32>()) else {
        return ParsedCell::Invalid(NO_DAY);
    };
    if !['-', '/', '.'].contains(&sign) || ![first, second, third].into_iter().all(digits) {
        return ParsedCell::Invalid(NO_DAY);
    }
    let known = |day: Option<Date>| day.map_or(ParsedCell::Invalid(NO_DAY), ParsedCell::Known);
    match ([first.len(), second.len(), third.len()], sign) {
        ([4, 1..=2, 1..=2], _) => known(date(a, b, c)),
        ([1..=2, 1..=2, 4], '.') => known(date(c, b, a)),
        ([1..=2, 1..=2, 4], _) => ParsedCell::Ambiguous(a, b, c),
        ([1..=2, 1..=2, 1..=2], _) => ParsedCell::Invalid(SHORT_YEAR),
        _ => ParsedCell::Invalid(NO_DAY),
    }
}

/// Whether a time of day is midnight or empty; `None` if it is not a time.
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
