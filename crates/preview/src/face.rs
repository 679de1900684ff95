//! The three faces of the pictures, and how wide a text is in them. No other font is ever looked for.

use std::sync::{Arc, LazyLock};

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::Database;

/// A face. What it is and by which licence stands in `fonts/README.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Headings, names, quotes, summaries.
    Serif,
    /// Small labels.
    Sans,
    /// Small labels that lead.
    Bold,
}

const SERIF: &[u8] = include_bytes!("../fonts/Newsreader-Medium.ttf");
const SANS: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// What stands for a letter that the faces lack: they lack this one, too, and draw the box that says so.
const MISSING: char = '\u{FFFD}';

impl Face {
    /// The name under which a picture asks for it.
    pub(crate) const fn family(self) -> &'static str {
        match self {
            Self::Serif => "Newsreader Medium",
            Self::Sans => "Inter",
            Self::Bold => "Inter SemiBold",
        }
    }

    /// How far a line reaches above its baseline, accents included, and below it, as parts of the size.
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

    fn ready(self) -> &'static Ready {
        static READY: LazyLock<[Ready; 3]> = LazyLock::new(|| [Face::Serif, Face::Sans, Face::Bold].map(Ready::new));
        &READY[self as usize]
    }

    /// How wide `text` is at size 1, kerned as it is drawn.
    pub(crate) fn width(self, text: &str) -> f32 {
        self.ready().shape(text).0
    }

    /// `text` as it can be drawn: one blank between words, nothing that cannot be seen, a box for what the face lacks.
    pub(crate) fn drawable(self, text: &str) -> String {
        let visible = |letter: &char| !letter.is_control() && !is_mark(*letter);
        let words: Vec<&str> = text.split_whitespace().collect();
        let text = words.join(" ");
        if self.ready().shape(&text).1 && text.chars().all(|letter| visible(&letter)) {
            return text;
        }
        let lacks = |letter: char| !self.ready().shape(letter.encode_utf8(&mut [0; 4])).1;
        let letters = text.chars().filter(visible).map(|letter| if lacks(letter) { MISSING } else { letter });
        letters.collect()
    }
}

/// Whether a letter has no place of its own: marks that combine, joiners, directions.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{AD}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A face made ready to be measured.
struct Ready {
    font: FontRef<'static>,
    shaper: ShaperData,
    /// How many units its size has.
    units: f32,
}

impl Ready {
    fn new(face: Face) -> Self {
        let font = FontRef::new(face.data()).expect("the vendored font is whole");
        let shaper = ShaperData::new(&font);
        let units = shaper.shaper(&font).build().units_per_em() as f32;
        Self { font, shaper, units }
    }

    /// The width at size 1, and whether the face has every letter.
    fn shape(&self, text: &str) -> (f32, bool) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = self.shaper.shaper(&self.font).build().shape(buffer, ShapeOptions::default());
        let width: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        (width as f32 / self.units, shaped.glyph_infos().iter().all(|glyph| glyph.glyph_id != 0))
    }
}

/// The fonts that a picture may use: ours, whatever the machine has.
pub(crate) fn fonts() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for face in [Face::Serif, Face::Sans, Face::Bold] {
            fonts.load_font_data(face.data().to_vec());
        }
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}
