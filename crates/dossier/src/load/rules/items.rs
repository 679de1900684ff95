//! Rules about one item and what it points to.

use super::Registry;
use super::documents::beyond;
use super::place::Place;
use crate::model::{
    Basis, Event, Evidence, Position, Precision, Question, Quote, QuoteForm, Segment, Stakeholder, StakeholderKind,
    When,
};
use crate::text;

/// The fewest words of a quote that is shown as a sentence.
const WORDS_OF_A_SENTENCE: usize = 3;

/// What the rules about a document's items go by.
pub(super) struct Rules<'r, 'a> {
    pub(super) registry: &'r Registry<'a>,
    /// How many paragraphs the document has, if that can be read.
    pub(super) paragraphs: Option<u32>,
}

pub(super) fn stakeholder(place: &mut Place, registry: &Registry, stakeholder: &Stakeholder) {
    for (index, mention) in stakeholder.mentions.iter().enumerate() {
        let field = format!("mentions[{index}]");
        let document = registry.documents.get(&mention.document);
        if let Some(document) = document.filter(|document| mention.paragraph > document.paragraphs) {
            place.fault(format!("{field}.paragraph"), beyond(mention.paragraph, document.paragraphs));
        }
    }
}

impl Rules<'_, '_> {
    pub(super) fn position(&self, place: &mut Place, position: &Position) {
        let Registry { stakeholders, positions, quotes, pairs, .. } = self.registry;
        let holder = stakeholders.get(&position.stakeholder);
        attribution(place, position, holder);
        when(place, &position.date);
        self.evidence(place, "", &position.evidence);
        for (index, id) in position.quotes.iter().enumerate() {
            let field = format!("quotes[{index}]");
            if quotes.get(id).is_some() && !pairs.quote_names(id, &position.id) {
                let rule =
                    format!("quote {id} must name this position among its positions, does not: add or remove the link");
                place.fault(field, rule);
            }
        }
        if let Some(id) = &position.supersedes
            && let Some(earlier) = positions.get(id)
        {
            supersedes(place, position, earlier);
        }
    }

    pub(super) fn quote(&self, place: &mut Place, quote: &Quote) {
        let Registry { positions, pairs, .. } = self.registry;
        for (index, id) in quote.positions.iter().enumerate() {
            let field = format!("positions[{index}]");
            if positions.get(id).is_some() && !pairs.position_names(id, &quote.id) {
                let rule =
                    format!("position {id} must name this quote among its quotes, does not: add or remove the link");
                place.fault(field, rule);
            }
        }
        when(place, &quote.date);
        for (index, segment) in quote.segments.iter().enumerate() {
            let field = format!("segments[{index}]");
            self.evidence(place, &format!("{field}."), &segment.evidence);
            words_and_pointer(place, &field, segment);
        }
        if quote.form == QuoteForm::Full {
            full(place, &quote.segments);
        }
    }

    pub(super) fn event(&self, place: &mut Place, event: &Event) {
        when(place, &event.date);
        self.evidence(place, "", &event.evidence);
    }

    pub(super) fn question(&self, place: &mut Place, question: &Question) {
        self.evidence(place, "", &question.evidence);
    }

    /// Pointers lie inside the document, and their numbers agree.
    fn evidence(&self, place: &mut Place, prefix: &str, evidence: &[Evidence]) {
        for (index, passage) in evidence.iter().enumerate() {
            let field = format!("{prefix}evidence[{index}]");
            let &Evidence { paragraph, start, end, length, .. } = passage;
            if let Some(paragraphs) = self.paragraphs.filter(|&paragraphs| paragraph > paragraphs) {
                place.fault(format!("{field}.paragraph"), beyond(paragraph, paragraphs));
            }
            if start >= end {
                place.fault(
                    format!("{field}.end"),
                    format!("must be greater than start, {start}, is {end}: point anew"),
                );
            } else if length != end - start {
                let rule = format!("must be end - start, {}, is {length}: point anew", end - start);
                place.fault(format!("{field}.length"), rule);
            }
        }
    }
}

/// A date is as exact as it says.
fn when(place: &mut Place, when: &When) {
    let exact = when.value.map_or(Precision::None, crate::Date::precision);
    if when.precision != exact {
        let (value, precision) = (when.value.map_or("null".to_owned(), |date| date.to_string()), when.precision.word());
        let rule =
            format!("must be {}, as exact as the value {value}, is {precision}: correct one of them", exact.word());
        place.fault("date.precision", rule);
    }
}

fn attribution(place: &mut Place, position: &Position, holder: Option<&Stakeholder>) {
    let attribution = &position.attribution;
    match attribution.kind {
        Basis::ThirdParty if attribution.by.is_empty() => {
            place.fault("attribution.by", "must say who says so where the kind is third-party, is empty: add who");
        }
        Basis::ThirdParty if attribution.by.contains(&position.stakeholder) => {
            let rule = "must not name the holder where the kind is third-party, does: remove it, or change the kind";
            place.fault("attribution.by", rule);
        }
        Basis::Allegation if !attribution.by.is_empty() => {
            let rule = "must be empty where the kind is allegation, is not: an allegation is its holder's own position";
            place.fault("attribution.by", rule);
        }
        Basis::Direct | Basis::Indirect | Basis::Conduct | Basis::ThirdParty | Basis::Allegation | Basis::Narration => {
        }
    }
    let narrated = attribution.kind == Basis::Narration;
    let by_narrator = holder.map(|holder| holder.kind == StakeholderKind::Narrator);
    if by_narrator.is_some_and(|by_narrator| by_narrator != narrated) {
        let rule = if narrated {
            "must not be narration, which is of the narrator's own positions alone: for what the article says of \
             somebody, write third-party and the narrator in by"
                .to_owned()
        } else {
            let kind = attribution.kind.word();
            format!("must be narration where the holder is the narrator, is {kind}: correct it, or the holder")
        };
        place.fault("attribution.kind", rule);
    }
}

/// Only the holder can change its own position, on the same issue, and only later.
fn supersedes(place: &mut Place, later: &Position, earlier: &Position) {
    let id = &earlier.id;
    if earlier.stakeholder != later.stakeholder {
        let rule =
            format!("must be a position of {}, {id} is of {}: correct the id", later.stakeholder, earlier.stakeholder);
        place.fault("supersedes", rule);
    }
    if earlier.issue != later.issue {
        let rule = format!("must be a position on {}, {id} is on {}: correct the id", later.issue, earlier.issue);
        place.fault("supersedes", rule);
    }
    if let (Some(before), Some(after)) = (earlier.date.value, later.date.value)
        && before.first_day() > after.last_day()
    {
        let rule = format!("must not be dated after this position, {after}; {id} is of {before}: turn the link round");
        place.fault("supersedes", rule);
    }
}

/// A segment's pointer covers just its words.
fn words_and_pointer(place: &mut Place, field: &str, segment: &Segment) {
    let [evidence] = segment.evidence.as_slice() else { return };
    let length = text::length(&segment.text);
    if evidence.length != length {
        let rule = format!("must be the length of the text, {length} code points, is {}: point anew", evidence.length);
        place.fault(format!("{field}.evidence[0].length"), rule);
    }
    let digests = [
        ("sha256", evidence.sha256, text::digest(&segment.text)),
        ("sha256_plain", evidence.sha256_plain, text::digest(&text::plain(&segment.text))),
    ];
    for (name, found, expected) in digests {
        if found != expected {
            let rule =
                format!("must be the digest of the text, {expected}, is {found}: correct the text, or point anew");
            place.fault(format!("{field}.evidence[0].{name}"), rule);
        }
    }
}

/// What is shown as a sentence must look like one: a fragment is never shown as if it were a sentence.
fn full(place: &mut Place, segments: &[Segment]) {
    let words = segments.iter().flat_map(|segment| segment.text.split_whitespace()).count();
    if words < WORDS_OF_A_SENTENCE {
        let rule =
            format!("a full quote must hold at least {WORDS_OF_A_SENTENCE} words, holds {words}: mark it as fragment");
        place.fault("form", rule);
    }
    let first = segments.iter().flat_map(|segment| segment.text.chars()).find(|character| character.is_alphanumeric());
    if let Some(first) = first.filter(|first| first.is_lowercase()) {
        let rule = format!(
            "a full quote must begin with an upper-case letter or a digit, begins with \"{first}\": mark it as fragment"
        );
        place.fault("form", rule);
    }
}
