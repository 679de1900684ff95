//! Export of a view or of everything as a file, for the page's worker and for `cargo xtask export`.

use std::cell::RefCell;
use std::io::{self, Write};

use dossier::export::{Counts, FileMetadata, Format, Selection, Ties};
use explore::query::codec::{Decoded, href};
use explore::{Engine, Page, explore, selection, ties};
use export::{ExportSet, Omission, ProgressFn};
use worker_protocol::{ExportRequest, Response};

/// The items of a view, ready to be written in any format.
pub struct ExportFile<'d> {
    engine: &'d Engine<'static>,
    selection: Selection,
    ties: Ties,
    metadata: FileMetadata,
}

impl<'d> ExportFile<'d> {
    /// Selects the items of the view that `requested` decodes to, or all items if `whole`. `address` is the page's
    /// address without a query string; if it is empty, files state no link.
    #[must_use]
    pub fn new(engine: &'d Engine<'static>, requested: &Decoded, whole: bool, address: &str) -> Self {
        let mut page = explore(engine, requested);
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

    /// Number of items of each kind.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.selection.counts()
    }

    /// The items as the export crate takes them.
    #[must_use]
    pub fn export_set(&self) -> ExportSet<'_> {
        ExportSet::new(self.engine.dossier, &self.selection, &self.ties, self.metadata.clone())
    }

    /// Writes one file to `to` and returns what is lost in it.
    ///
    /// # Errors
    /// If writing to `to` fails.
    pub fn write(&self, format: Format, to: &mut dyn Write, on_progress: ProgressFn) -> io::Result<Vec<Omission>> {
        self.export_set().write(format, to, on_progress)
    }
}

/// Metadata stated in each file.
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

/// Size of the messages that a file is sent in, in bytes. It bounds both their number and the memory used.
const PIECE_SIZE: usize = 1 << 20;

/// Writes the requested file and sends it in pieces, with progress.
pub(crate) fn answer(engine: &Engine<'static>, request: &ExportRequest, send: &mut dyn FnMut(Response)) {
    let ExportRequest { format, query, whole, address } = request;
    let requested = Decoded::from(query.clone());
    let file = ExportFile::new(engine, &requested, *whole, address);
    let send = RefCell::new(send);
    let mut pieces = PieceWriter { send: &send, piece: Vec::with_capacity(PIECE_SIZE) };
    let mut reported = None;
    let mut on_progress = |done: usize, total: usize| {
        let percent = (done as u64 * 100 / total.max(1) as u64) as u32;
        // At most one message per percent.
        if reported.replace(percent) != Some(percent) {
            send.borrow_mut()(Response::Progress { doing: format!("Writing {}", format.file()), percent });
        }
    };
    // `PieceWriter` never fails.
    if file.write(*format, &mut pieces, &mut on_progress).is_ok() {
        pieces.send_piece();
        send.borrow_mut()(Response::File { name: format.file().to_owned(), media: format.media().to_owned() });
    }
}

/// A writer that sends what is written in pieces of about [`PIECE_SIZE`].
struct PieceWriter<'t, 'c> {
    send: &'t RefCell<&'c mut dyn FnMut(Response)>,
    piece: Vec<u8>,
}

impl PieceWriter<'_, '_> {
    fn send_piece(&mut self) {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE_SIZE));
        self.send.borrow_mut()(Response::Piece(piece));
    }
}

impl Write for PieceWriter<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE_SIZE {
            self.send_piece();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
