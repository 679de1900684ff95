//! Wording shared by all programs that show a dossier: dates and source lines.

use crate::date::Date;
use crate::direction::isolate;
use crate::model::Document;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// Date in words, as exact as it is known: `18 August 2025`, `August 2025`, `2014`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = self.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
        match (self.day(), month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", self.year()),
            (None, Some(month)) => format!("{month} {}", self.year()),
            (_, None) => self.year().to_string(),
        }
    }

    /// Short date for an axis that shows the years separately: `18 Aug`, `Aug`, `2014`.
    #[must_use]
    pub fn in_brief(self) -> String {
        let month = self.month().and_then(|month| MONTHS.get(usize::from(month) - 1)).map(|month| &month[..3]);
        match (self.day(), month) {
            (Some(day), Some(month)) => format!("{day} {month}"),
            (None, Some(month)) => month.to_owned(),
            (_, None) => self.year().to_string(),
        }
    }
}

impl Document {
    /// Source of the document in one line: title, publisher if known, dateline and date.
    #[must_use]
    pub fn source_line(&self) -> String {
        let name =
            self.title.as_deref().map_or_else(|| "News article".to_owned(), |title| format!("“{}”", isolate(title)));
        let publisher =
            self.publisher.as_deref().map(|publisher| format!(", {}", isolate(publisher))).unwrap_or_default();
        format!("{name}{publisher}, {}, {}", isolate(&self.dateline), self.published.in_words())
    }
}
