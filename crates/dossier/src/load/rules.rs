//! The rules that no schema can say: those across fields, items and files.

mod documents;
mod items;
mod names;
mod place;

use std::collections::BTreeMap;

use super::draft::{Draft, Entry, List};
use super::fault::Fault;
use crate::item::{Item, Kind};
use crate::model::{Document, Event, Issue, Position, Quote, Stakeholder};
use names::Names;
use place::Place;

/// Everything that can be pointed to, by id.
struct Registry<'a> {
    stakeholders: Names<'a, Stakeholder>,
    issues: Names<'a, Issue>,
    documents: Names<'a, Document>,
    positions: Names<'a, Position>,
    quotes: Names<'a, Quote>,
    events: Names<'a, Event>,
}

impl Registry<'_> {
    /// What a link to `id` should have led to, in words, if it leads nowhere.
    fn lacking(&self, kind: Kind, id: &str) -> Option<&'static str> {
        let (lacks, what) = match kind {
            Kind::Document => (self.documents.lack(id), "a document of the cover"),
            Kind::Stakeholder => (self.stakeholders.lack(id), "a stakeholder"),
            Kind::Issue => (self.issues.lack(id), "an issue"),
            Kind::Position => (self.positions.lack(id), "a position"),
            Kind::Quote => (self.quotes.lack(id), "a quote"),
            Kind::Event => (self.events.lack(id), "an event"),
            // Nothing links to these.
            Kind::Question | Kind::Uncoded => (false, ""),
        };
        lacks.then_some(what)
    }
}

/// Every broken rule of `draft`.
pub(super) fn check(draft: &Draft) -> Vec<Fault> {
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
    };
    let mut faults = Vec::new();

    unique(&mut faults, Kind::Stakeholder, [&draft.stakeholders]);
    unique(&mut faults, Kind::Issue, [&draft.issues]);
    unique(&mut faults, Kind::Position, documents.iter().map(|document| &document.positions));
    unique(&mut faults, Kind::Quote, documents.iter().map(|document| &document.quotes));
    unique(&mut faults, Kind::Event, documents.iter().map(|document| &document.events));
    unique(&mut faults, Kind::Question, documents.iter().map(|document| &document.questions));

    dangling(&mut faults, &draft.stakeholders, &registry);
    for document in documents {
        dangling(&mut faults, &document.positions, &registry);
        dangling(&mut faults, &document.quotes, &registry);
        dangling(&mut faults, &document.events, &registry);
        dangling(&mut faults, &document.questions, &registry);
    }
    each(&mut faults, &draft.stakeholders, |place, stakeholder| items::stakeholder(place, &registry, stakeholder));
    for document in documents {
        documents::check(&mut faults, document);
        let paragraphs = document.document.as_ref().map(|document| document.paragraphs);
        let rules = items::Rules { registry: &registry, paragraphs };
        each(&mut faults, &document.positions, |place, position| rules.position(place, position));
        each(&mut faults, &document.quotes, |place, quote| rules.quote(place, quote));
        each(&mut faults, &document.events, |place, event| rules.event(place, event));
        each(&mut faults, &document.questions, |place, question| rules.question(place, question));
    }

    let lists = documents.iter().map(|document| &document.positions);
    cycles(&mut faults, "supersedes", lists, |position| position.supersedes.as_ref().map(AsRef::as_ref));
    cycles(&mut faults, "affiliation", [&draft.stakeholders], |holder| holder.affiliation.as_ref().map(AsRef::as_ref));
    faults
}

/// Every link leads to something, those of broken items included.
fn dangling<T>(faults: &mut Vec<Fault>, list: &List<T>, registry: &Registry) {
    for Entry { item, links, .. } in &list.entries {
        for link in links {
            if let Some(what) = registry.lacking(link.kind, &link.id) {
                let rule = format!("must be the id of {what}, there is no \"{}\": add it, or correct the id", link.id);
                Place::new(faults, &list.file, item).fault(&link.field, rule);
            }
        }
    }
}

/// Runs `check` over the items of a list that could be read.
fn each<T>(faults: &mut Vec<Fault>, list: &List<T>, check: impl Fn(&mut Place, &T)) {
    for Entry { item, value, .. } in &list.entries {
        if let Some(value) = value {
            check(&mut Place::new(faults, &list.file, item), value);
        }
    }
}

/// Ids are unique within their kind.
fn unique<'a, T: 'a>(faults: &mut Vec<Fault>, kind: Kind, lists: impl IntoIterator<Item = &'a List<T>>) {
    let mut seen = BTreeMap::new();
    for list in lists {
        for (index, entry) in list.entries.iter().enumerate() {
            let Some(id) = entry.id.as_deref() else { continue };
            if let Some(first) = seen.insert(id, format!("{} ({}[{index}])", list.file, kind.member())) {
                let rule =
                    format!("ids must be unique among {}, this one stands in {first} too: rename one", kind.member());
                Place::new(faults, &list.file, &entry.item).fault("id", rule);
            }
        }
    }
}

/// Following `next` from an item must never lead back to it. Each cycle is reported once, at its first item.
fn cycles<'a, T: 'a>(
    faults: &mut Vec<Fault>,
    field: &str,
    lists: impl IntoIterator<Item = &'a List<T>>,
    next: impl Fn(&'a T) -> Option<&'a str>,
) {
    let mut items: BTreeMap<&str, (&str, &Item, Option<&str>)> = BTreeMap::new();
    for list in lists {
        for entry in &list.entries {
            if let (Some(id), Some(value)) = (entry.id.as_deref(), &entry.value) {
                items.insert(id, (&list.file, &entry.item, next(value)));
            }
        }
    }
    for (&start, &(file, item, _)) in &items {
        let mut chain = vec![start];
        while let Some(next) = chain.last().and_then(|last| items.get(last)).and_then(|&(_, _, next)| next) {
            if next == start {
                let rule =
                    format!("must not lead back to itself, does: {} -> {start}: remove one step", chain.join(" -> "));
                Place::new(faults, file, item).fault(field, rule);
            }
            // Smaller ids have reported their cycle; one that `start` leads into but is not in is another's.
            if next <= start || chain.contains(&next) {
                break;
            }
            chain.push(next);
        }
    }
}
