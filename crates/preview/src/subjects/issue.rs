//! An issue as its row of stances.

use dossier::Issue;
use explore::Engine;

use crate::Picture;
use crate::colours::{INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, fit};
use crate::foot::{MAIN, foot, sources};
use crate::parts::stances::{Entry, stances};
use crate::parts::{NAME, marked, marks, sentence};
use crate::sheet::Sheet;
use crate::tile::Fill;

const PROPOSITION: Setting = Setting { face: Face::Serif, largest: 34.0, floor: 26.0, leading: 1.22, most: 3 };

pub(crate) fn picture(engine: &Engine, issue: &Issue) -> Picture {
    let positions = engine.dossier.positions().map(|(_, position)| position);
    let entries: Vec<Entry> = positions
        .filter(|position| position.issue == issue.id)
        .map(|position| {
            let name = engine.called(position.stakeholder.as_str());
            let label = marked(name, &marks(engine.dossier, position));
            let word = position.stance.label(issue.kind);
            Entry { stance: position.stance, word, fill: Fill::of(position.attribution.kind), label }
        })
        .collect();
    let source = sources(engine.dossier);
    let name = engine.issue_called(issue.id.as_str());

    let mut sheet = Sheet::default();
    foot(&mut sheet, &engine.dossier.cover.title, &source);
    let end = sheet.block(&fit(NAME, name, "", (MAIN.width, 120.0)), INK, MAIN);
    let area = MAIN.below(end + 4.0);
    let proposition = fit(PROPOSITION, &issue.proposition, "", (area.width, 128.0));
    let end = sheet.block(&proposition, MUTED, area);
    let without = "Nobody takes a position on this issue here";
    stances(&mut sheet, &entries, without, MAIN.below(end + 26.0));

    let stands = if entries.is_empty() { sentence(without) } else { engine.dossier.stands_on(issue) };
    let alt = format!("{name}: {} {stands} {}", sentence(&issue.proposition), sentence(&source));
    Picture { svg: sheet.svg(), alt }
}
