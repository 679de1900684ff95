//! Link preview pictures (`og:image`): one PNG of 1200 by 630 pixels for each page, drawn without a browser.
//!
//! ```no_run
//! # fn drawn(engine: &explore::Engine<'static>) -> Result<(), Box<dyn std::error::Error>> {
//! use preview::{Previews, Subject};
//!
//! let previews = Previews::new(engine);
//! for subject in previews.subjects() {
//!     let picture = previews.picture(subject).ok_or("the dossier has it")?;
//!     println!("{}: {}", subject.name(), picture.alt);
//!     std::fs::write(subject.name() + ".png", picture.png()?)?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A picture is laid out as SVG in the page's colours and words, then rendered to a PNG of less than [`LIMIT`] bytes.
//! Only the vendored fonts are used, so that the same dossier gives the same bytes on every machine. Long text shrinks
//! to a minimum size, then ends in `…`; [`Picture::alt`] has the whole text.

// The numbers cast here (pixels, letters, lines) are exact in an `f32` and never negative.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod canvas;
mod colours;
mod draw;
mod font;
mod footer;
mod parts;
mod subject;
mod text_layout;
mod layouts {
    //! Layouts: SVG and alt text of each kind of picture.

    pub(crate) mod dossier;
    pub(crate) mod event;
    pub(crate) mod issue;
    pub(crate) mod position;
    pub(crate) mod quote;
    pub(crate) mod stakeholder;
}
mod tile;

use dossier::{EventId, IssueId, PositionId, QuoteId, StakeholderId};
use explore::Engine;

pub use draw::{DrawError, draw_all};
pub use subject::Subject;

/// Width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 630;
/// Upper bound of a PNG's size in bytes, exclusive.
pub const LIMIT: usize = 60_000;

/// A preview picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// SVG source, rendered by [`Picture::png`].
    pub svg: String,
    /// Alternative text, without truncation.
    pub alt: String,
}

/// Generator of the preview pictures of a dossier.
pub struct Previews<'e, 'd> {
    engine: &'e Engine<'d>,
}

impl<'e, 'd> Previews<'e, 'd> {
    /// Creates a generator for the engine's dossier.
    #[must_use]
    pub const fn new(engine: &'e Engine<'d>) -> Self {
        Self { engine }
    }

    /// Everything that has a picture: the dossier, then each stakeholder, issue, position, quote and event, in file
    /// order.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject<'d>> {
        Subject::all(self.engine.dossier)
    }

    /// Lays out the picture of `subject`; `None` if it is not in the dossier.
    #[must_use]
    pub fn picture(&self, subject: Subject) -> Option<Picture> {
        match subject {
            Subject::Dossier => Some(self.dossier()),
            Subject::Stakeholder(id) => self.stakeholder(id),
            Subject::Issue(id) => self.issue(id),
            Subject::Position(id) => self.position(id),
            Subject::Quote(id) => self.quote(id),
            Subject::Event(id) => self.event(id),
        }
    }

    /// Lays out the picture of the dossier: its matrix.
    #[must_use]
    pub fn dossier(&self) -> Picture {
        layouts::dossier::picture(self.engine)
    }

    /// Lays out the picture of a stakeholder: its issues grouped by stance.
    #[must_use]
    pub fn stakeholder(&self, id: &StakeholderId) -> Option<Picture> {
        self.engine.dossier.stakeholder(id).map(|stakeholder| layouts::stakeholder::picture(self.engine, stakeholder))
    }

    /// Lays out the picture of an issue: its stakeholders grouped by stance.
    #[must_use]
    pub fn issue(&self, id: &IssueId) -> Option<Picture> {
        self.engine.dossier.issue(id).map(|issue| layouts::issue::picture(self.engine, issue))
    }

    /// Lays out the picture of a position: holder, stance, issue, summary and basis.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<Picture> {
        let (document, position) = self.engine.dossier.position(id)?;
        layouts::position::picture(self.engine, document, position)
    }

    /// Lays out the picture of a quote: its words, speaker, occasion and source.
    #[must_use]
    pub fn quote(&self, id: &QuoteId) -> Option<Picture> {
        let (document, quote) = self.engine.dossier.quote(id)?;
        Some(layouts::quote::picture(self.engine, document, quote))
    }

    /// Lays out the picture of an event: title, date, place and participants.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<Picture> {
        let (document, event) = self.engine.dossier.event(id)?;
        Some(layouts::event::picture(self.engine, document, event))
    }
}
