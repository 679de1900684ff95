//! Progress of long operations: reading a dossier, searching passages in a text.

use crate::words;

words! {
    /// What is being done.
    Stage {
        /// Reading: whether the files are JSON. Counted in bytes.
        Parsing = "parsing",
        /// Reading: each item by itself, against the schema. Counted in bytes.
        Items = "items",
        /// Reading: what holds across items. Counted in items.
        Links = "links",
        /// Looking for passages that have no fingerprint, by digest. Counted in code points of the text.
        Digests = "digests",
        /// Looking for passages by fingerprint. Counted in code points of the text.
        Fingerprints = "fingerprints",
    }
}

/// How far a stage has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The stage. They come in the order of [`Stage::ALL`].
    pub stage: Stage,
    /// How much of it is done.
    pub done: usize,
    /// How much there is to do.
    pub total: usize,
}

/// Counts what is done, and tells of it a hundred times a stage, not more: whoever listens may be far away.
pub(crate) struct Meter<'l> {
    listen: &'l mut dyn FnMut(Progress),
    progress: Progress,
    next: usize,
}

impl<'l> Meter<'l> {
    pub(crate) fn new(listen: &'l mut dyn FnMut(Progress)) -> Self {
        Self { listen, progress: Progress { stage: Stage::Parsing, done: 0, total: 0 }, next: 0 }
    }

    /// Begins a stage.
    pub(crate) fn begin(&mut self, stage: Stage, total: usize) {
        self.progress = Progress { stage, done: 0, total };
        self.next = 0;
        self.add(0);
    }

    /// `more` is done.
    pub(crate) fn add(&mut self, more: usize) {
        self.progress.done += more;
        if self.progress.done >= self.next {
            self.next = self.progress.done + (self.progress.total / 100).max(1);
            (self.listen)(self.progress);
        }
    }
}
