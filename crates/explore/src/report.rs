//! Plain-text report on the copies of the texts, for download.

use dossier::Dossier;

use super::checked::{Outcome, checked, place, remark, stated_at};
use super::content::verify::{copy, tally};
use super::engine::Engine;
use super::words;

/// Renders the report. Per copy: document, counts, then one tab-separated line per pointer. Filters do not apply.
#[must_use]
pub fn report_text(engine: &Engine) -> String {
    let Dossier { cover, version, .. } = engine.dossier;
    let mut lines = vec![
        "Standpoint: copies of the texts, checked against the data".to_owned(),
        format!("{}, data {version}", cover.title),
    ];
    for article in &engine.articles {
        let about = copy(engine, article);
        let items = checked(engine, article);
        lines.push(String::new());
        lines.push(about.document);
        lines.extend(about.name.map(|name| format!("Copy: {name}")));
        lines.push(about.verdict);
        lines.extend(about.form);
        lines.push(format!("Paragraphs: {} (data: {})", about.paragraphs.0, about.paragraphs.1));
        lines.push(format!("SHA-256: {} (data: {})", about.digests.0, about.digests.1));
        for outcome in Outcome::ALL.into_iter().rev() {
            lines.push(format!("{}: {}", words::outcome(outcome), tally(&items, outcome)));
        }
        lines.push("\nresult\tkind\tid\tpointer\tplace\tremark".to_owned());
        for item in &items {
            let id = item.kind.id(engine, item.place);
            for check in item.checks {
                let (place, remark) = (place(stated_at(check)), remark(check));
                let outcome = words::outcome(Outcome::of(check));
                lines.push(words::joined(&[outcome, item.kind.noun(), id, &check.field, &place, &remark], "\t"));
            }
        }
    }
    lines.push(String::new());
    words::joined(&words::borrowed(&lines), "\n")
}
