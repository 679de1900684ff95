//! Interprets the column `agreement` as stances.
//!
//! DNA's binary qualifier is written as 1 and 0. Coders also use integer scales from negative to positive, on which 0
//! is neutral. So 0 means opposition only if all values are 0 or 1; a note states the interpretation. Other scales
//! without negative values are rejected unless the options say which values mean what.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use dossier::Stance;

use super::options::ReadOptions;
use super::problem::{Problems, quoted};

const COLUMN: &str = "agreement";
const NO_VALUE: &str = "must be a number, or TRUE or FALSE: say which values are for and which against, as in --supports yes --opposes \
                        no; any other is left to complete";
const NO_SIDE: &str = "must say which side it is, and a scale without negative values does not: say so, as in --supports 5 --opposes 1; any \
                       other value is left to complete";

/// Value of a cell.
#[derive(Clone, Copy, PartialEq)]
enum Value {
    Empty,
    Truth(bool),
    /// Sign of a number, and whether it is 0 or 1.
    Number(Ordering, bool),
    Other,
}

/// Parses a column; `None` for stances left to complete. Also returns a note on the interpretation if it is ambiguous.
pub(super) fn stances<'c>(
    cells: impl Iterator<Item = (u64, &'c str)>,
    options: &ReadOptions,
    problems: &mut Problems,
) -> (Vec<Option<Stance>>, Option<String>) {
    let cells: Vec<(u64, &str)> = cells.collect();
    if !options.supports.is_empty() || !options.opposes.is_empty() {
        return (by_words(&cells, options, problems), None);
    }
    let values: Vec<Value> = cells.iter().map(|(_, cell)| value(cell)).collect();
    let count = |sign| values.iter().filter(|value| matches!(value, Value::Number(found, _) if *found == sign)).count();
    let is_signed = count(Ordering::Less) > 0;
    let is_binary = !values.iter().any(|value| matches!(value, Value::Number(_, false)));
    let mut stances = Vec::with_capacity(cells.len());
    for ((line, cell), value) in cells.iter().zip(&values) {
        let rule = match *value {
            Value::Other => Some(NO_VALUE),
            Value::Number(..) if !is_signed && !is_binary => Some(NO_SIDE),
            Value::Empty | Value::Truth(_) | Value::Number(..) => None,
        };
        if let Some(rule) = rule {
            problems.line(COLUMN, rule, *line, Some(cell));
        }
        stances.push(match *value {
            Value::Truth(true) | Value::Number(Ordering::Greater, _) => Some(Stance::Supports),
            Value::Truth(false) | Value::Number(Ordering::Less, _) => Some(Stance::Opposes),
            Value::Number(Ordering::Equal, _) if !is_signed => Some(Stance::Opposes),
            Value::Number(Ordering::Equal, _) | Value::Empty | Value::Other => None,
        });
    }
    let zeros = count(Ordering::Equal);
    let note = if is_signed {
        Some(format!(
            "agreement has negative values: above 0 was read as supports, below 0 as opposes; 0 is left to complete ({zeros} of {} rows)",
            cells.len()
        ))
    } else if zeros > 0 {
        Some(format!(
            "agreement has no value but 0 and 1: read as DNA's yes and no, 0 as opposes ({zeros} of {} rows). If 0 is neither for nor \
             against in this list, say --supports 1",
            cells.len()
        ))
    } else {
        None
    };
    (stances, note)
}

/// Stances by the values in the options.
fn by_words(cells: &[(u64, &str)], options: &ReadOptions, problems: &mut Problems) -> Vec<Option<Stance>> {
    let fold = |value: &str| value.trim().to_lowercase();
    let folded = |values: &[String]| values.iter().map(|value| fold(value)).collect::<BTreeSet<_>>();
    let (supports, opposes) = (folded(&options.supports), folded(&options.opposes));
    let found: BTreeSet<String> = cells.iter().map(|(_, cell)| fold(cell)).collect();
    for value in supports.union(&opposes).filter(|value| !found.contains(*value)) {
        problems.file(COLUMN, format!("no row has the value {}", quoted(value)));
    }
    for value in supports.intersection(&opposes) {
        problems.file(COLUMN, format!("the value {} cannot be for and against", quoted(value)));
    }
    let stance = |cell: &str| match fold(cell) {
        value if supports.contains(&value) => Some(Stance::Supports),
        value if opposes.contains(&value) => Some(Stance::Opposes),
        _ => None,
    };
    cells.iter().map(|(_, cell)| stance(cell)).collect()
}

/// Parses a cell. DNA writes numbers, R writes TRUE and FALSE, and spreadsheets may write decimals.
fn value(cell: &str) -> Value {
    match cell.to_ascii_lowercase().as_str() {
        "" => Value::Empty,
        "true" => Value::Truth(true),
        "false" => Value::Truth(false),
        cell => {
            let plain = cell.replace('\u{2212}', "-").replace(',', ".");
            let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
            let number = plain.parse::<f64>().ok().filter(|_| is_number);
            number.map_or(Value::Other, |number| {
                let sign = number.partial_cmp(&0.0).unwrap_or(Ordering::Equal);
                Value::Number(sign, sign == Ordering::Equal || (number - 1.0).abs() < f64::EPSILON)
            })
        }
    }
}
