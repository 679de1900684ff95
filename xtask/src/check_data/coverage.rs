//! Table of the items that each paragraph of a document yields.

use dossier::author::coverage::{Coverage, coverage};
use dossier::{CodedDocument, Text};

use crate::table;

/// One line a paragraph: how many items rest on it, how much of it lies in their passages, and why it yields nothing.
pub(super) fn told(coded: &CodedDocument, text: Option<&Text>) -> String {
    let covered = coverage(coded, text);
    let head = ["paragraph", "positions", "quotes", "events", "questions", "covered", ""].map(str::to_owned).to_vec();
    let rows = covered.iter().map(|paragraph| {
        let count = |count: usize| if count == 0 { "·".to_owned() } else { count.to_string() };
        vec![
            paragraph.paragraph.to_string(),
            count(paragraph.positions),
            count(paragraph.quotes),
            count(paragraph.events),
            count(paragraph.questions),
            share(paragraph),
            paragraph.uncoded.map(|reason| format!("uncoded: {reason}")).unwrap_or_default(),
        ]
    });
    let mut told = table::lines(&[">", ">", ">", ">", ">", ">", "<"], std::iter::once(head).chain(rows));
    let uncoded = covered.iter().filter(|paragraph| paragraph.uncoded.is_some()).count();
    told += format!("    {} of {} paragraphs yield items", covered.len() - uncoded, covered.len()).as_str();
    let total = |of: fn(&Coverage) -> u32| covered.iter().map(of).sum::<u32>();
    let (passages, length) = (total(|it| it.covered), total(|it| it.length.unwrap_or_default()));
    if let Some(percent) = (u64::from(passages) * 100).checked_div(u64::from(length)) {
        told += format!("; passages cover {percent} % of the text").as_str();
    }
    told + "\n"
}

fn share(paragraph: &Coverage) -> String {
    paragraph.percent().map_or_else(|| "not known".to_owned(), |percent| format!("{percent} %"))
}
