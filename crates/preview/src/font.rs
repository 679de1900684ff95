//! The three embedded fonts of the pictures, and text measurement. System fonts are never used.

use std::sync::{Arc, LazyLock};

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::Database;

/// An embedded font. `fonts/README.md` states sources and licences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Font {
    /// Headings, names, quotes, summaries.
    Serif,
    /// Small labels.
    Sans,
    /// Emphasized small labels.
    Bold,
}

const SERIF: &[u8] = include_bytes!("../fonts/Newsreader-Medium.ttf");
const SANS: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// Placeholder for letters that a font lacks. The fonts lack it too, so it is drawn as the missing-glyph box.
const MISSING: char = '\u{FFFD}';

impl Font {
    /// Font family name in the SVG.
    pub(crate) const fn family(self) -> &'static str {
        match self {
            Self::Serif => "Newsreader Medium",
            Self::Sans => "Inter",
            Self::Bold => "Inter SemiBold",
        }
    }

    /// Ascent (accents included) and descent of a line, as multiples of the size.
    pub(crate) const fn reach(self) -> (f32, f32) {
        match self {
            Self::Serif => (0.90, 0.28),
            Self::Sans | Self::Bold => (1.0, 0.26),
        }
    }

    fn data(self) -> &'static [u8] {
        match self {
            Self::Serif => SERIF,
            Self::Sans => SANS,
            Self::Bold => BOLD,
        }
    }

    fn loaded(self) -> &'static LoadedFont {
        static LOADED: LazyLock<[LoadedFont; 3]> =
            LazyLock::new(|| [Font::Serif, Font::Sans, Font::Bold].map(LoadedFont::new));
        &LOADED[self as usize]
    }

    /// Width of `text` at size 1, with kerning.
    pub(crate) fn width(self, text: &str) -> f32 {
        self.loaded().shape(text).0
    }

    /// `text` with white space collapsed, invisible characters removed and missing letters replaced by [`MISSING`].
    pub(crate) fn drawable(self, text: &str) -> String {
        let visible = |letter: &char| !letter.is_control() && !is_mark(*letter);
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        if self.loaded().shape(&text).1 && text.chars().all(|letter| visible(&letter)) {
            return text;
        }
        let lacks = |letter: char| !self.loaded().shape(letter.encode_utf8(&mut [0; 4])).1;
        let letters = text.chars().filter(visible).map(|letter| if lacks(letter) { MISSING } else { letter });
        letters.collect()
    }
}

/// Whether a character has no advance of its own: combining marks, joiners, direction marks.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{AD}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A parsed font with its shaping data.
struct LoadedFont {
    font_ref: FontRef<'static>,
    shaper: ShaperData,
    units_per_em: f32,
}

impl LoadedFont {
    fn new(font: Font) -> Self {
        let font_ref = FontRef::new(font.data()).expect("the vendored font is whole");
        let shaper = ShaperData::new(&font_ref);
        let units_per_em = shaper.shaper(&font_ref).build().units_per_em() as f32;
        Self { font_ref, shaper, units_per_em }
    }

    /// Width at size 1, and whether the font has every letter.
    fn shape(&self, text: &str) -> (f32, bool) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = self.shaper.shaper(&self.font_ref).build().shape(buffer, ShapeOptions::default());
        let width: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        (width as f32 / self.units_per_em, shaped.glyph_infos().iter().all(|glyph| glyph.glyph_id != 0))
    }
}

/// Font database of the SVG renderer, holding only the embedded fonts.
pub(crate) fn database() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for font in [Font::Serif, Font::Sans, Font::Bold] {
            fonts.load_font_data(font.data().to_vec());
        }
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}
