//! The pictures that a chat shows beside a link: one for each page, 1200 by 630 pixels, drawn without a browser.
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
//! A picture is SVG first, of the page's own colours, signs and words, then a PNG of less than [`LIMIT`] bytes. Its fonts are
//! vendored and no other is looked for: the same dossier gives the same bytes on every machine. Text that is too long gets
//! smaller down to a floor, then ends in `…`; [`Picture::alt`] has all of it.

// What is counted here is pixels, letters and lines: far below what a 32-bit float counts exactly, and never negative.
#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss)]

mod colours;
mod draw;
mod face;
mod flow;
mod foot;
mod parts;
mod sheet;
mod subject;
mod subjects;
mod tile;

use dossier::{EventId, IssueId, PositionId, QuoteId, StakeholderId};
use explore::Engine;

pub use draw::{DrawError, draw_all};
pub use subject::Subject;

/// The width of a picture in pixels.
pub const WIDTH: u32 = 1200;
/// The height of a picture in pixels.
pub const HEIGHT: u32 = 630;
/// What no picture reaches, in bytes.
pub const LIMIT: usize = 60_000;

/// A picture of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The picture, to be drawn by [`Picture::png`].
    pub svg: String,
    /// What it says, in words and whole.
    pub alt: String,
}

/// The pictures of a dossier's pages.
pub struct Previews<'e, 'd> {
    engine: &'e Engine<'d>,
}

impl<'e, 'd> Previews<'e, 'd> {
    /// The pictures of this engine.
    #[must_use]
    pub const fn new(engine: &'e Engine<'d>) -> Self {
        Self { engine }
    }

    /// Whatever has a picture: the dossier, then each stakeholder, issue, position, quote and event, in the order of the files.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject<'d>> {
        Subject::all(self.engine.dossier)
    }

    /// The picture of `subject`; `None` where the dossier lacks it.
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

    /// The dossier as its matrix.
    #[must_use]
    pub fn dossier(&self) -> Picture {
        subjects::dossier::picture(self.engine)
    }

    /// A stakeholder as what it supports, opposes and leaves open.
    #[must_use]
    pub fn stakeholder(&self, id: &StakeholderId) -> Option<Picture> {
        self.engine.dossier.stakeholder(id).map(|stakeholder| subjects::stakeholder::picture(self.engine, stakeholder))
    }

    /// An issue as its row of stances.
    #[must_use]
    pub fn issue(&self, id: &IssueId) -> Option<Picture> {
        self.engine.dossier.issue(id).map(|issue| subjects::issue::picture(self.engine, issue))
    }

    /// A position as who stands where on what, and how we know.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<Picture> {
        let (document, position) = self.engine.dossier.position(id)?;
        subjects::position::picture(self.engine, document, position)
    }

    /// A quote as a quote, with its speaker, its occasion and its source.
    #[must_use]
    pub fn quote(&self, id: &QuoteId) -> Option<Picture> {
        let (document, quote) = self.engine.dossier.quote(id)?;
        Some(subjects::quote::picture(self.engine, document, quote))
    }

    /// An event as what happened, when and where, and who took part.
    #[must_use]
    pub fn event(&self, id: &EventId) -> Option<Picture> {
        let (document, event) = self.engine.dossier.event(id)?;
        Some(subjects::event::picture(self.engine, document, event))
    }
}
