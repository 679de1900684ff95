//! The items of a document that rest on passages, each with its passages.

use crate::item::Kind;
use crate::model::{CodedDocument, Evidence};

/// The kinds of items that rest on passages, in the order of the file.
pub(super) const KINDS: [Kind; 4] = [Kind::Position, Kind::Quote, Kind::Event, Kind::Question];

/// The passages of each item of one of the [`KINDS`], in the order of the file.
pub(super) fn passages(coded: &CodedDocument, kind: Kind) -> Vec<Vec<&Evidence>> {
    match kind {
        Kind::Position => coded.positions.iter().map(|position| position.evidence.iter().collect()).collect(),
        Kind::Quote => {
            let segments = coded.quotes.iter().map(|quote| quote.segments.iter());
            segments.map(|segments| segments.flat_map(|segment| &segment.evidence).collect()).collect()
        }
        Kind::Event => coded.events.iter().map(|event| event.evidence.iter().collect()).collect(),
        Kind::Question => coded.questions.iter().map(|question| question.evidence.iter().collect()).collect(),
        Kind::Document | Kind::Stakeholder | Kind::Issue | Kind::Uncoded | Kind::Former => Vec::new(),
    }
}
