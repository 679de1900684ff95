//! The items of a document that rest on passages, each with its passages.

use crate::item::RecordKind;
use crate::model::{CodedDocument, Evidence};

/// The kinds of items that rest on passages, in the order of the file.
pub(super) const KINDS: [RecordKind; 4] =
    [RecordKind::Position, RecordKind::Quote, RecordKind::Event, RecordKind::Question];

/// The passages of each item of one of the [`KINDS`], in the order of the file.
pub(super) fn passages(coded: &CodedDocument, kind: RecordKind) -> Vec<Vec<&Evidence>> {
    match kind {
        RecordKind::Position => coded.positions.iter().map(|position| position.evidence.iter().collect()).collect(),
        RecordKind::Quote => {
            let segments = coded.quotes.iter().map(|quote| quote.segments.iter());
            segments.map(|segments| segments.flat_map(|segment| &segment.evidence).collect()).collect()
        }
        RecordKind::Event => coded.events.iter().map(|event| event.evidence.iter().collect()).collect(),
        RecordKind::Question => coded.questions.iter().map(|question| question.evidence.iter().collect()).collect(),
        RecordKind::Document
        | RecordKind::Stakeholder
        | RecordKind::Issue
        | RecordKind::Uncoded
        | RecordKind::Former => Vec::new(),
    }
}
