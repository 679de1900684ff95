//! Picture of a quote: its words, speaker, occasion and source.

use dossier::{Document, Quote, QuoteForm};
use explore::{self, Engine, words};

use crate::Picture;
use crate::canvas::{Area, Canvas};
use crate::colours::{ACCENT, INK, MUTED};
use crate::font::Font;
use crate::footer::{CONTENT, LEFT, draw_footer};
use crate::parts::{SMALL_PRINT, sentence};
use crate::text_layout::{TextStyle, fit};

const WORDS: TextStyle =
    TextStyle { font: Font::Serif, max_size: 88.0, min_size: 30.0, line_height: 1.2, max_lines: 12 };
const SPEAKER: TextStyle =
    TextStyle { font: Font::Serif, max_size: 42.0, min_size: 28.0, line_height: 1.2, max_lines: 2 };

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

    let mut canvas = Canvas::default();
    draw_footer(&mut canvas, &engine.dossier.cover.title, &source);
    let speaker = fit(SPEAKER, name, "", (CONTENT.width, 100.0));
    let caption = role.map_or_else(|| occasion.clone(), |role| format!("{role} · {occasion}"));
    let caption = fit(SMALL_PRINT, &caption, "", (CONTENT.width, 64.0));
    let from = CONTENT.y + CONTENT.height - speaker.height() - 4.0 - caption.height();
    let end = canvas.text_block(&speaker, INK, CONTENT.below(from));
    canvas.text_block(&caption, MUTED, CONTENT.below(end + 4.0));

    let area = CONTENT.above(from - 28.0);
    let inner = quoted.trim_start_matches('“').trim_end_matches('”');
    let words_block = fit(WORDS, inner, "”", area.size());
    // The opening quotation mark hangs in the margin, so that all lines align.
    let mark = Font::Serif.width("“") * words_block.size;
    let top = area.y + (area.height - words_block.height()) / 2.0;
    let (above, _) = Font::Serif.reach();
    let margin = Area::new(LEFT - mark, top, mark, area.height);
    canvas.text_line("“", Font::Serif, words_block.size, ACCENT, (LEFT - mark, top + above * words_block.size), margin);
    canvas.text_block(&words_block, INK, area.below(top));

    let role = role.map(|role| format!(", {role}")).unwrap_or_default();
    Picture { alt: format!("{quoted} {name}{role}, {} {}", sentence(&occasion), sentence(&source)), svg: canvas.svg() }
}
