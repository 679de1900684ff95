//! Picture of a stakeholder: its issues grouped by stance.

use dossier::Stakeholder;
use explore::{Engine, words};

use crate::Picture;
use crate::canvas::Canvas;
use crate::colours::{INK, MUTED};
use crate::font::Font;
use crate::footer::{CONTENT, draw_footer, sources};
use crate::parts::stances::{Entry, stances};
use crate::parts::{NAME, capitalized, marked, marks, sentence};
use crate::text_layout::{TextStyle, fit};
use crate::tile::Fill;

const ROLE: TextStyle = TextStyle { font: Font::Sans, max_size: 28.0, min_size: 24.0, line_height: 1.3, max_lines: 2 };

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

    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &engine.dossier.cover.title, &source);
    let end = canvas.text_block(&fit(NAME, name, "", (CONTENT.width, 120.0)), INK, CONTENT);
    let area = CONTENT.below(end + 4.0);
    let end = canvas.text_block(&fit(ROLE, &role, "", (area.width, 80.0)), MUTED, area);
    let without = match quotes {
        0 => capitalized(words::SILENT),
        quotes => words::count(quotes, "quote"),
    };
    stances(&mut canvas, &entries, &without, CONTENT.below(end + 28.0));

    let stands = if entries.is_empty() { sentence(&without) } else { engine.dossier.stands_of(stakeholder) };
    Picture { alt: format!("{name}. {} {stands} {}", sentence(&role), sentence(&source)), svg: canvas.svg() }
}
