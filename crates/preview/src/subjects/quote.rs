//! A quote as a quote.

use dossier::{Document, Quote, QuoteForm};
use explore::{self, Engine, words};

use crate::Picture;
use crate::colours::{ACCENT, INK, MUTED};
use crate::face::Face;
use crate::flow::{Setting, fit};
use crate::foot::{LEFT, MAIN, foot};
use crate::parts::{SMALL_PRINT, sentence};
use crate::sheet::{Area, Sheet};

const WORDS: Setting = Setting { face: Face::Serif, largest: 88.0, floor: 30.0, leading: 1.2, most: 12 };
const SPEAKER: Setting = Setting { face: Face::Serif, largest: 42.0, floor: 28.0, leading: 1.2, most: 2 };

pub(crate) fn picture(engine: &Engine, document: &Document, quote: &Quote) -> Picture {
    let speaker = engine.dossier.stakeholder(&quote.speaker);
    let name = engine.called(quote.speaker.as_str());
    let role = speaker.and_then(|speaker| speaker.role.as_deref());
    let occasion = match quote.form {
        QuoteForm::Full => explore::occasion(engine, quote),
        QuoteForm::Fragment => format!("{} · {}", words::FRAGMENT, explore::occasion(engine, quote)),
    };
    let paragraphs = explore::paragraphs(quote.segments.iter().flat_map(|segment| &segment.evidence));
    let source = format!("{}, {paragraphs}", document.source_line());
    let quoted = explore::quoted(quote);

    let mut sheet = Sheet::default();
    foot(&mut sheet, &engine.dossier.cover.title, &source);
    let speaker = fit(SPEAKER, name, "", (MAIN.width, 100.0));
    let under = role.map_or_else(|| occasion.clone(), |role| format!("{role} · {occasion}"));
    let under = fit(SMALL_PRINT, &under, "", (MAIN.width, 64.0));
    let from = MAIN.y + MAIN.height - speaker.height() - 4.0 - under.height();
    let end = sheet.block(&speaker, INK, MAIN.below(from));
    sheet.block(&under, MUTED, MAIN.below(end + 4.0));

    let area = MAIN.above(from - 28.0);
    let inner = quoted.trim_start_matches('“').trim_end_matches('”');
    let said = fit(WORDS, inner, "”", area.size());
    // The first mark hangs, so that the words stand in one line from above.
    let mark = Face::Serif.width("“") * said.size;
    let top = area.y + (area.height - said.height()) / 2.0;
    let (above, _) = Face::Serif.reach();
    let margin = Area::new(LEFT - mark, top, mark, area.height);
    sheet.line("“", Face::Serif, said.size, ACCENT, (LEFT - mark, top + above * said.size), margin);
    sheet.block(&said, INK, area.below(top));

    let role = role.map(|role| format!(", {role}")).unwrap_or_default();
    Picture { alt: format!("{quoted} {name}{role}, {} {}", sentence(&occasion), sentence(&source)), svg: sheet.svg() }
}
