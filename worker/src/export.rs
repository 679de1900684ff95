//! Writing what a link shows, or everything, as a file: the same for the page's worker and for `cargo xtask export`.

use std::cell::RefCell;
use std::io::{self, Write};

use dossier::export::{Counts, FileMetadata, Format, Selection, Ties};
use export::{ExportSet, Listen, Omission};
use explore::{Engine, Page, explore, selection, ties};
use explore::query::codec::{Decoded, href};
use worker_protocol::{ExportRequest, Response};

/// What a link shows, made ready to be written as any file.
pub struct ExportFile<'d> {
    engine: &'d Engine<'static>,
    selection: Selection,
    ties: Ties,
    metadata: FileMetadata,
}

impl<'d> ExportFile<'d> {
    /// Takes what `asked` shows of `engine`; where `whole`, everything. `address` is that of the page, without a query
    /// string; where it is empty, no link is stated.
    #[must_use]
    pub fn new(engine: &'d Engine<'static>, asked: &Decoded, whole: bool, address: &str) -> Self {
        let mut page = explore(engine, asked);
        if whole {
            page = explore(engine, &Decoded::from(page.query.clear()));
        }
        Self {
            engine,
            selection: selection(engine, &page.query),
            ties: ties(engine, &page.query),
            metadata: metadata(&page, address),
        }
    }

    /// How many items of each kind it has.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.selection.counts()
    }

    /// As it is written.
    #[must_use]
    pub fn export_set(&self) -> ExportSet<'_> {
        ExportSet::new(self.engine.dossier, &self.selection, &self.ties, self.metadata.clone())
    }

    /// Writes it as a file to `to`, and returns what is lost in it.
    ///
    /// # Errors
    /// If `to` does not take it.
    pub fn write(&self, format: Format, to: &mut dyn Write, listen: Listen) -> io::Result<Vec<Omission>> {
        self.export_set().write(format, to, listen)
    }
}

/// What each file states.
fn metadata(page: &Page, address: &str) -> FileMetadata {
    let link = if address.is_empty() {
        String::new()
    } else {
        format!("{address}{}", href(&page.query.to_send().pinned(Some(&page.dossier.version))))
    };
    FileMetadata {
        view: page.view.label().to_owned(),
        sentence: page.sentence(),
        citation: if link.is_empty() { page.citation.clone() } else { format!("{} {link}", page.citation) },
        link,
        data_version: page.dossier.version.clone(),
        license: page.dossier.cover.license.clone(),
        losses: Vec::new(),
    }
}

/// How large the pieces of a file are, in bytes: few enough messages, and little memory.
const PIECE: usize = 1 << 20;

/// Writes the file that the page ordered, piece by piece, and tells how far it has come.
pub(crate) fn answer(engine: &Engine<'static>, order: &ExportRequest, tell: &mut dyn FnMut(Response)) {
    let ExportRequest { format, query, whole, address } = order;
    let asked = Decoded::from(query.clone());
    let taken = ExportFile::new(engine, &asked, *whole, address);
    let tell = RefCell::new(tell);
    let mut pieces = Pieces { tell: &tell, piece: Vec::with_capacity(PIECE) };
    let mut told = None;
    let mut listen = |done: usize, total: usize| {
        let percent = (done as u64 * 100 / total.max(1) as u64) as u32;
        // A message for each hundredth, however large the dossier is.
        if told.replace(percent) != Some(percent) {
            tell.borrow_mut()(Response::Progress { doing: format!("Writing {}", format.file()), percent });
        }
    };
    // Memory takes whatever is written.
    if taken.write(*format, &mut pieces, &mut listen).is_ok() {
        pieces.hand_over();
        tell.borrow_mut()(Response::File { name: format.file().to_owned(), media: format.media().to_owned() });
    }
}

/// Gathers what is written into pieces.
struct Pieces<'t, 'c> {
    tell: &'t RefCell<&'c mut dyn FnMut(Response)>,
    piece: Vec<u8>,
}

impl Pieces<'_, '_> {
    fn hand_over(&mut self) {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.tell.borrow_mut()(Response::Piece(piece));
    }
}

impl Write for Pieces<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.hand_over();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
