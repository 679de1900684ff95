//! Dates at the finest precision that fits: days, months or years.

use dossier::{Date, Precision};

/// Precision and dates that cover `dates` (ascending); at most `most` dates, unless there are more years.
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
