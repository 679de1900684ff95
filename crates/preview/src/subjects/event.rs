//! An event: when, what, where, and who took part.

use dossier::{Document, Event};
use explore::{self, Engine, words};

use crate::Picture;
use crate::colours::{ACCENT, INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, fit};
use crate::foot::{MAIN, foot};
use crate::parts::{list, sentence};
use crate::sheet::Sheet;

const WHEN: Setting = Setting { face: Face::Bold, largest: 30.0, floor: 24.0, leading: 1.25, most: 2 };
const TITLE: Setting = Setting { face: Face::Serif, largest: 76.0, floor: 34.0, leading: 1.2, most: 8 };
const WHO: Setting = Setting { face: Face::Sans, largest: 28.0, floor: 24.0, leading: 1.35, most: 3 };

pub(crate) fn picture(engine: &Engine, document: &Document, event: &Event) -> Picture {
    let mut when = vec![words::event(event.kind).to_owned(), words::when(&event.date)];
    when.extend(event.place.clone());
    let when = when.join(" · ");
    let participants: Vec<&str> = event.participants.iter().map(|id| engine.called_in_sentence(id.as_str())).collect();
    let source = format!("{}, {}", document.source_line(), explore::paragraphs(event.evidence.iter()));

    let mut sheet = Sheet::default();
    foot(&mut sheet, &engine.dossier.cover.title, &source);
    let end = sheet.block(&fit(WHEN, &when, "", (MAIN.width, 80.0)), ACCENT, MAIN);
    let who = list(WHO, "Who took part: ", &participants, (MAIN.width, 120.0));
    let from = MAIN.y + MAIN.height - who.height();
    sheet.block(&who, MUTED, MAIN.below(from));
    let area = MAIN.below(end + 20.0).above(from - 20.0);
    sheet.block(&fit(TITLE, &event.title, "", area.size()), INK, area);

    let who =
        if participants.is_empty() { String::new() } else { format!(" Who took part: {}.", words::and(&participants)) };
    Picture {
        alt: format!("{} {}{who} {}", sentence(&event.title), sentence(&when), sentence(&source)),
        svg: sheet.svg(),
    }
}
