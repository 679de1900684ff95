//! Dates, as fine as there is room for: days, or, where these are too many, their months, or their years.

use dossier::{Date, Precision};

/// The dates that stand for `dates`, which ascend, and how fine they are: at most so many, unless there are more years.
pub(super) fn coarse(dates: &[Date], most: usize) -> (Precision, Vec<Date>) {
    let mut precision = Precision::Day;
    loop {
        let mut coarse: Vec<Date> = Vec::new();
        for date in dates {
            let date = date.within(precision);
            if coarse.last() != Some(&date) {
                coarse.push(date);
            }
        }
        precision = match precision {
            Precision::Day if coarse.len() > most => Precision::Month,
            Precision::Month if coarse.len() > most => Precision::Year,
            Precision::Day | Precision::Month | Precision::Year | Precision::None => return (precision, coarse),
        };
    }
}
