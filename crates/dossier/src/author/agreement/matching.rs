//! Which item of one coding is which of another.

use crate::id::PositionId;
use crate::item::RecordKind;
use crate::model::{CodedDocument, Evidence, Position, When};

/// What two codings must share to mean the same item, and what is compared once they do.
pub(super) struct Unit<'d> {
    pub(super) id: &'d str,
    /// The holder, of positions.
    pub(super) holder: Option<&'d str>,
    /// The issue, of positions and questions.
    pub(super) issue: Option<&'d str>,
    pub(super) passages: Vec<&'d Evidence>,
    /// Every field that is compared, with its value as a word.
    pub(super) fields: Vec<(&'static str, String)>,
}

/// The positions that are one end of a change within `documents`. One whose other end lies in a document that only one coder
/// coded is none: the second coder could not see it.
pub(super) fn shifted<'d>(documents: impl Iterator<Item = &'d CodedDocument>) -> Vec<&'d PositionId> {
    let positions: Vec<&Position> = documents.flat_map(|coded| &coded.positions).collect();
    let mut ends = Vec::new();
    for later in &positions {
        if let Some(earlier) = positions.iter().find(|earlier| later.supersedes.as_ref() == Some(&earlier.id)) {
            ends.extend([&later.id, &earlier.id]);
        }
    }
    ends
}

/// The items of one kind of a document; `shifted` are the positions that are one end of a change.
pub(super) fn units<'d>(coded: &'d CodedDocument, kind: RecordKind, shifted: &[&PositionId]) -> Vec<Unit<'d>> {
    let passages = crate::author::units::passages(coded, kind).into_iter();
    match kind {
        RecordKind::Position => coded
            .positions
            .iter()
            .zip(passages)
            .map(|(position, passages)| of_position(position, passages, shifted))
            .collect(),
        RecordKind::Quote => coded
            .quotes
            .iter()
            .zip(passages)
            .map(|(quote, passages)| Unit {
                id: quote.id.as_str(),
                holder: None,
                issue: None,
                passages,
                fields: vec![
                    ("speaker", quote.speaker.to_string()),
                    ("form", quote.form.word().to_owned()),
                    ("date", date(&quote.date)),
                ],
            })
            .collect(),
        RecordKind::Event => coded
            .events
            .iter()
            .zip(passages)
            .map(|(event, passages)| Unit {
                id: event.id.as_str(),
                holder: None,
                issue: None,
                passages,
                fields: vec![("kind", event.kind.word().to_owned()), ("date", date(&event.date))],
            })
            .collect(),
        RecordKind::Question => coded
            .questions
            .iter()
            .zip(passages)
            .map(|(question, passages)| Unit {
                id: question.id.as_str(),
                holder: None,
                issue: Some(question.issue.as_str()),
                passages,
                fields: Vec::new(),
            })
            .collect(),
        RecordKind::Document
        | RecordKind::Stakeholder
        | RecordKind::Issue
        | RecordKind::Uncoded
        | RecordKind::Former => Vec::new(),
    }
}

fn of_position<'d>(position: &'d Position, passages: Vec<&'d Evidence>, shifted: &[&PositionId]) -> Unit<'d> {
    let yes_or_no = |holds: bool| if holds { "yes" } else { "no" }.to_owned();
    Unit {
        id: position.id.as_str(),
        holder: Some(position.stakeholder.as_str()),
        issue: Some(position.issue.as_str()),
        passages,
        fields: vec![
            ("stance", position.stance.word().to_owned()),
            ("kind of attribution", position.attribution.kind.word().to_owned()),
            ("date", date(&position.date)),
            ("confidence", position.confidence.word().to_owned()),
            ("conditional", yes_or_no(!position.conditions.is_empty())),
            ("part of a shift", yes_or_no(shifted.contains(&&position.id))),
        ],
    }
}

/// A date as exactly as it is known; whether it was worked out or read is no difference.
fn date(when: &When) -> String {
    when.value.map_or_else(|| "none".to_owned(), |date| date.to_string())
}

/// How many code points two items share at most in one passage of each; `None` unless that is more than 30 % of the shorter one.
pub(super) fn overlap(one: &[&Evidence], other: &[&Evidence]) -> Option<u32> {
    let mut most = None;
    for a in one {
        for b in other.iter().filter(|b| b.paragraph == a.paragraph) {
            let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
            let shorter = a.length.min(b.length);
            if u64::from(shared) * 10 > u64::from(shorter) * 3 {
                most = most.max(Some(shared));
            }
        }
    }
    most
}

/// Partners, as places in the two lists: those that share most first, and each only once. Of equals, the earlier.
pub(super) fn pair<T>(one: &[T], other: &[T], shared: impl Fn(&T, &T) -> Option<u32>) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (place, a) in one.iter().enumerate() {
        for (beside, b) in other.iter().enumerate() {
            if let Some(shared) = shared(a, b) {
                candidates.push((std::cmp::Reverse(shared), place, beside));
            }
        }
    }
    candidates.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, place, beside) in candidates {
        if pairs.iter().all(|&(a, b)| a != place && b != beside) {
            pairs.push((place, beside));
        }
    }
    pairs.sort_unstable();
    pairs
}
