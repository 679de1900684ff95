//! The rules that no schema can say: those across fields, items and files.

mod cycles;
mod documents;
mod former;
mod items;
mod names;
mod pairs;
mod place;

use std::collections::BTreeMap;

use super::diagnostics::Diagnostics;
use super::draft::{Draft, List};
use super::part::Reporter;
use crate::item::RecordKind;
use crate::model::{Document, Event, Issue, Position, Question, Quote, Stakeholder};
use crate::progress::Stage;
use cycles::cycles;
use names::Names;
use pairs::Pairs;
use place::Place;

/// Everything that can be pointed to, by id.
struct Registry<'a> {
    stakeholders: Names<'a, Stakeholder>,
    issues: Names<'a, Issue>,
    documents: Names<'a, Document>,
    positions: Names<'a, Position>,
    quotes: Names<'a, Quote>,
    events: Names<'a, Event>,
    questions: Names<'a, Question>,
    pairs: Pairs<'a>,
}

impl Registry<'_> {
    /// What a link to `id` should have led to, in words, if it leads nowhere.
    fn lacking(&self, kind: RecordKind, id: &str) -> Option<&'static str> {
        let (lacks, what) = match kind {
            RecordKind::Document => (self.documents.lack(id), "a document of the cover"),
            RecordKind::Stakeholder => (self.stakeholders.lack(id), "a stakeholder"),
            RecordKind::Issue => (self.issues.lack(id), "an issue"),
            RecordKind::Position => (self.positions.lack(id), "a position"),
            RecordKind::Quote => (self.quotes.lack(id), "a quote"),
            RecordKind::Event => (self.events.lack(id), "an event"),
            RecordKind::Question => (self.questions.lack(id), "a question"),
            // Nothing links to these.
            RecordKind::Uncoded | RecordKind::Former => (false, ""),
        };
        lacks.then_some(what)
    }

    /// Whether `id` stands for something of this kind.
    fn has(&self, kind: RecordKind, id: &str) -> bool {
        match kind {
            RecordKind::Document => self.documents.has(id),
            RecordKind::Stakeholder => self.stakeholders.has(id),
            RecordKind::Issue => self.issues.has(id),
            RecordKind::Position => self.positions.has(id),
            RecordKind::Quote => self.quotes.has(id),
            RecordKind::Event => self.events.has(id),
            RecordKind::Question => self.questions.has(id),
            RecordKind::Uncoded | RecordKind::Former => false,
        }
    }
}

/// Reports every broken rule of `draft`.
pub(super) fn check(draft: &Draft, reporter: &mut Reporter) {
    let documents = &draft.documents;
    // Where the cover cannot be read, nobody knows which documents there are.
    let complete = draft.cover.is_some();
    let named = documents.iter().map(|document| (document.id.as_str(), document.document.as_ref()));
    let registry = Registry {
        stakeholders: Names::new([&draft.stakeholders], true),
        issues: Names::new([&draft.issues], true),
        documents: Names::known(named.collect(), complete),
        positions: Names::new(documents.iter().map(|document| &document.positions), complete),
        quotes: Names::new(documents.iter().map(|document| &document.quotes), complete),
        events: Names::new(documents.iter().map(|document| &document.events), complete),
        questions: Names::new(documents.iter().map(|document| &document.questions), complete),
        pairs: Pairs::new(documents),
    };

    let diagnostics = &mut *reporter.diagnostics;
    unique(diagnostics, RecordKind::Stakeholder, [&draft.stakeholders]);
    unique(diagnostics, RecordKind::Issue, [&draft.issues]);
    unique(diagnostics, RecordKind::Position, documents.iter().map(|document| &document.positions));
    unique(diagnostics, RecordKind::Quote, documents.iter().map(|document| &document.quotes));
    unique(diagnostics, RecordKind::Event, documents.iter().map(|document| &document.events));
    unique(diagnostics, RecordKind::Question, documents.iter().map(|document| &document.questions));

    reporter.meter.begin(Stage::Links, draft.items());
    each(reporter, &registry, &draft.stakeholders, |place, holder| items::stakeholder(place, &registry, holder));
    for document in documents {
        documents::check(reporter.diagnostics, document);
        let paragraphs = document.document.as_ref().map(|document| document.paragraphs);
        let rules = items::Rules { registry: &registry, paragraphs };
        each(reporter, &registry, &document.positions, |place, position| rules.position(place, position));
        each(reporter, &registry, &document.quotes, |place, quote| rules.quote(place, quote));
        each(reporter, &registry, &document.events, |place, event| rules.event(place, event));
        each(reporter, &registry, &document.questions, |place, question| rules.question(place, question));
    }
    each(reporter, &registry, &draft.former, |_, _| {});
    former::check(reporter.diagnostics, &registry, &draft.former);

    let lists = documents.iter().map(|document| &document.positions);
    let diagnostics = &mut *reporter.diagnostics;
    cycles(diagnostics, "supersedes", lists, |position| position.supersedes.as_ref().map(AsRef::as_ref));
    cycles(diagnostics, "affiliation", [&draft.stakeholders], |holder| holder.affiliation.as_ref().map(AsRef::as_ref));
}

/// Checks that every link leads to something, those of broken items included, and runs `check` over the items that could be
/// read.
fn each<T>(reporter: &mut Reporter, registry: &Registry, list: &List<T>, check: impl Fn(&mut Place, &T)) {
    for entry in &list.entries {
        let mut place = Place::new(reporter.diagnostics, list.subject(entry));
        for link in &entry.links {
            if let Some(what) = registry.lacking(link.kind, &link.id) {
                let rule = format!("must be the id of {what}, there is no \"{}\": add it, or correct the id", link.id);
                place.fault(&link.field, rule);
            }
        }
        if let Some(value) = &entry.value {
            check(&mut place, value);
        }
        reporter.meter.add(1);
    }
}

/// Ids are unique within their kind.
fn unique<'a, T: 'a>(
    diagnostics: &mut Diagnostics,
    kind: RecordKind,
    lists: impl IntoIterator<Item = &'a List<'a, T>>,
) {
    let mut seen = BTreeMap::new();
    for list in lists {
        for (index, entry) in list.entries.iter().enumerate() {
            let Some(id) = entry.id.as_deref() else { continue };
            if let Some((file, first)) = seen.insert(id, (list.file, index)) {
                let member = kind.member();
                let rule = format!(
                    "ids must be unique among {member}, this one stands in {file} ({member}[{first}]) too: rename one"
                );
                Place::new(diagnostics, list.subject(entry)).fault("id", rule);
            }
        }
    }
}
