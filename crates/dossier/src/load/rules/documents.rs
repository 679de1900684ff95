//! Rules about a document as a whole: its metadata, and that each of its paragraphs is accounted for.

use std::collections::BTreeSet;

use super::place::Place;
use crate::load::diagnostics::{Diagnostics, Subject};
use crate::load::draft::DocumentDraft;
use crate::model::{Document, Precision};

pub(super) fn check(diagnostics: &mut Diagnostics, draft: &DocumentDraft) {
    let Some(document) = &draft.document else { return };
    let subject = Subject { file: draft.file, item: &draft.item, prefix: "", anchor: draft.metadata };
    metadata(&mut Place::new(diagnostics, subject), draft, document);
    paragraphs(diagnostics, draft, document.paragraphs);
}

fn metadata(place: &mut Place, draft: &DocumentDraft, document: &Document) {
    if document.id.as_str() != draft.id {
        let rule = format!("must be the file's name, \"{}\", is \"{}\": rename one of them", draft.id, document.id);
        place.fault("id", rule);
    }
    if document.published.precision() != Precision::Day {
        place.fault("published", format!("must be a day, as in 2025-08-18, is {}", document.published));
    }
}

/// Each paragraph either yields items or is listed with the reason why not.
fn paragraphs(diagnostics: &mut Diagnostics, draft: &DocumentDraft, paragraphs: u32) {
    let mut uncoded = BTreeSet::new();
    for entry in &draft.uncoded.entries {
        let Some(value) = &entry.value else { continue };
        let mut place = Place::new(diagnostics, draft.uncoded.subject(entry));
        let paragraph = value.paragraph;
        if paragraph > paragraphs {
            place.fault("paragraph", beyond(paragraph, paragraphs));
        }
        if draft.coded.contains(&paragraph) {
            let rule = format!("paragraph {paragraph} must not stand here, items rest on it: remove it here, or them");
            place.fault("paragraph", rule);
        }
        if !uncoded.insert(paragraph) {
            place.fault("paragraph", format!("paragraph {paragraph} must stand here once: remove one of its entries"));
        }
    }
    // An entry that cannot be read may be about any paragraph.
    if draft.uncoded.entries.iter().any(|entry| entry.value.is_none()) {
        return;
    }
    // A gap, not a paragraph, is a fault: a mistyped count must not yield millions. One past the last needs more than 32 bits.
    let accounted: BTreeSet<u32> = draft.coded.iter().copied().chain(uncoded).collect();
    let inside = accounted.into_iter().filter(|&number| number <= paragraphs).map(u64::from);
    let mut next = 1;
    for end in inside.chain([u64::from(paragraphs) + 1]) {
        if next < end {
            let gap =
                if next + 1 == end { format!("paragraph {next}") } else { format!("paragraphs {next} to {}", end - 1) };
            let rule =
                format!("{gap} must yield items or stand in uncoded: code it, or list it with the reason why not");
            Place::new(diagnostics, draft.subject()).fault("uncoded", rule);
        }
        next = end + 1;
    }
}

/// The rule against a paragraph that the document does not have.
pub(super) fn beyond(paragraph: u32, paragraphs: u32) -> String {
    format!("must be a paragraph of the document, from 1 to {paragraphs}, is {paragraph}")
}
