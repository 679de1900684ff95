//! Former ids: each once of its kind, and none of them in use. That what took its place is there is checked with all links.

use std::collections::BTreeSet;

use super::Registry;
use super::place::Place;
use crate::item::RecordKind;
use crate::load::diagnostics::Diagnostics;
use crate::load::draft::List;
use crate::model::Former;

pub(super) fn check(diagnostics: &mut Diagnostics, registry: &Registry, former: &List<Former>) {
    let mut seen = BTreeSet::new();
    for entry in &former.entries {
        let Some(value) = &entry.value else { continue };
        let (kind, id) = (value.kind.word(), &value.id);
        let mut place = Place::new(diagnostics, former.subject(entry));
        let is_known =
            RecordKind::ALL.iter().find(|known| known.word() == kind).is_some_and(|&kind| registry.has(kind, id));
        if is_known {
            let rule = format!(
                "must be the id of nothing, the {kind} \"{id}\" is there: take this entry out, or give the {kind} another id"
            );
            place.fault("id", rule);
        }
        if !seen.insert((kind, id)) {
            let rule = format!("must stand here once of its kind, the {kind} \"{id}\" stands here again: remove one");
            place.fault("id", rule);
        }
    }
}
