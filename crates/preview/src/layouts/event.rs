//! Picture of an event: date, place, title and participants.

use dossier::{Document, Event};
use explore::{self, Engine, words};

use crate::Picture;
use crate::canvas::Canvas;
use crate::colours::{ACCENT, INK, MUTED};
use crate::font::Font;
use crate::footer::{CONTENT, draw_footer};
use crate::parts::{list, sentence};
use crate::text_layout::{TextStyle, fit};

const DATE_LINE: TextStyle =
    TextStyle { font: Font::Bold, max_size: 30.0, min_size: 24.0, line_height: 1.25, max_lines: 2 };
const TITLE: TextStyle =
    TextStyle { font: Font::Serif, max_size: 76.0, min_size: 34.0, line_height: 1.2, max_lines: 8 };
const PARTICIPANTS: TextStyle =
    TextStyle { font: Font::Sans, max_size: 28.0, min_size: 24.0, line_height: 1.35, max_lines: 3 };

pub(crate) fn picture(engine: &Engine, document: &Document, event: &Event) -> Picture {
    let mut when = vec![words::event(event.kind).to_owned(), words::when(&event.date)];
    when.extend(event.place.clone());
    let when = when.join(" · ");
    let participants: Vec<&str> = event.participants.iter().map(|id| engine.called_in_sentence(id.as_str())).collect();
    let source = format!("{}, {}", document.source_line(), explore::paragraphs(event.evidence.iter()));

    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &engine.dossier.cover.title, &source);
    let end = canvas.text_block(&fit(DATE_LINE, &when, "", (CONTENT.width, 80.0)), ACCENT, CONTENT);
    let who = list(PARTICIPANTS, "Who took part: ", &participants, (CONTENT.width, 120.0));
    let from = CONTENT.y + CONTENT.height - who.height();
    canvas.text_block(&who, MUTED, CONTENT.below(from));
    let area = CONTENT.below(end + 20.0).above(from - 20.0);
    canvas.text_block(&fit(TITLE, &event.title, "", area.size()), INK, area);

    let who =
        if participants.is_empty() { String::new() } else { format!(" Who took part: {}.", words::and(&participants)) };
    Picture {
        alt: format!("{} {}{who} {}", sentence(&event.title), sentence(&when), sentence(&source)),
        svg: canvas.svg(),
    }
}
