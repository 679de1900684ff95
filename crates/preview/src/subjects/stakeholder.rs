//! A stakeholder as what it supports, opposes and leaves open.

use dossier::Stakeholder;
use explore::{Engine, words};

use crate::Picture;
use crate::colours::{INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, fit};
use crate::foot::{MAIN, foot, sources};
use crate::parts::stances::{Entry, stances};
use crate::parts::{NAME, capitalized, marked, marks, sentence};
use crate::sheet::Sheet;
use crate::tile::Fill;

const ROLE: Setting = Setting { face: Face::Sans, largest: 28.0, floor: 24.0, leading: 1.3, most: 2 };

pub(crate) fn picture(engine: &Engine, stakeholder: &Stakeholder) -> Picture {
    let positions = engine.dossier.positions().map(|(_, position)| position);
    let entries: Vec<Entry> = positions
        .filter(|position| position.stakeholder == stakeholder.id)
        .map(|position| {
            let issue = engine.dossier.issue(&position.issue);
            let name = engine.issue_called(position.issue.as_str());
            let word = position.stance.label(issue.map(|issue| issue.kind).unwrap_or_default());
            let label = marked(name, &marks(engine.dossier, position));
            Entry { stance: position.stance, word, fill: Fill::of(position.attribution.kind), label }
        })
        .collect();
    let quotes = engine.dossier.quotes().filter(|(_, quote)| quote.speaker == stakeholder.id).count();
    let role = stakeholder.role.iter().map(String::as_str);
    let role = role.chain([words::kind(stakeholder.kind), words::camp(stakeholder.camp)]);
    let role = role.collect::<Vec<_>>().join(" · ");
    let source = sources(engine.dossier);
    let name = engine.called(stakeholder.id.as_str());

    let mut sheet = Sheet::default();
    foot(&mut sheet, &engine.dossier.cover.title, &source);
    let end = sheet.block(&fit(NAME, name, "", (MAIN.width, 120.0)), INK, MAIN);
    let area = MAIN.below(end + 4.0);
    let end = sheet.block(&fit(ROLE, &role, "", (area.width, 80.0)), MUTED, area);
    let without = match quotes {
        0 => capitalized(words::SILENT),
        quotes => words::count(quotes, "quote"),
    };
    stances(&mut sheet, &entries, &without, MAIN.below(end + 28.0));

    let stands = if entries.is_empty() { sentence(&without) } else { engine.dossier.stands_of(stakeholder) };
    Picture { alt: format!("{name}. {} {stands} {}", sentence(&role), sentence(&source)), svg: sheet.svg() }
}
