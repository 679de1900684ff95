//! Picture of an issue: its stakeholders grouped by stance.

use dossier::Issue;
use explore::Engine;

use crate::Picture;
use crate::canvas::Canvas;
use crate::colours::{INK, MUTED};
use crate::font::Font;
use crate::footer::{CONTENT, draw_footer, sources};
use crate::parts::stances::{Entry, stances};
use crate::parts::{NAME, marked, marks, sentence};
use crate::text_layout::{TextStyle, fit};
use crate::tile::Fill;

const PROPOSITION: TextStyle =
    TextStyle { font: Font::Serif, max_size: 34.0, min_size: 26.0, line_height: 1.22, max_lines: 3 };

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

    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &engine.dossier.cover.title, &source);
    let end = canvas.text_block(&fit(NAME, name, "", (CONTENT.width, 120.0)), INK, CONTENT);
    let area = CONTENT.below(end + 4.0);
    let proposition = fit(PROPOSITION, &issue.proposition, "", (area.width, 128.0));
    let end = canvas.text_block(&proposition, MUTED, area);
    let without = "Nobody takes a position on this issue here";
    stances(&mut canvas, &entries, without, CONTENT.below(end + 26.0));

    let stands = if entries.is_empty() { sentence(without) } else { engine.dossier.stands_on(issue) };
    let alt = format!("{name}: {} {stands} {}", sentence(&issue.proposition), sentence(&source));
    Picture { svg: canvas.svg(), alt }
}
