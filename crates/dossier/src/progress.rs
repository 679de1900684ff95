//! Progress of long operations: reading a dossier, searching a text for passages.

use crate::words;

words! {
    /// Stage of a long operation.
    Stage {
        /// Parsing files as JSON. Counted in bytes.
        Parsing = "parsing",
        /// Validating single items against the schema. Counted in bytes.
        Items = "items",
        /// Validating rules across items. Counted in items.
        Links = "links",
        /// Searching by digest for passages without a fingerprint. Counted in code points of the text.
        Digests = "digests",
        /// Searching for passages by fingerprint. Counted in code points of the text.
        Fingerprints = "fingerprints",
    }
}

/// Progress within a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Current stage. Stages follow each other in the order of [`Stage::ALL`].
    pub stage: Stage,
    /// Amount done, in the unit of the stage.
    pub done: usize,
    /// Total amount, in the unit of the stage.
    pub total: usize,
}

/// Counts progress and reports it at most a hundred times per stage, because the listener may be in another thread.
pub(crate) struct Meter<'l> {
    listen: &'l mut dyn FnMut(Progress),
    progress: Progress,
    next: usize,
}

impl<'l> Meter<'l> {
    pub(crate) fn new(listen: &'l mut dyn FnMut(Progress)) -> Self {
        Self { listen, progress: Progress { stage: Stage::Parsing, done: 0, total: 0 }, next: 0 }
    }

    /// Starts a stage.
    pub(crate) fn begin(&mut self, stage: Stage, total: usize) {
        self.progress = Progress { stage, done: 0, total };
        self.next = 0;
        self.add(0);
    }

    /// Adds `more` to the amount done.
    pub(crate) fn add(&mut self, more: usize) {
        self.progress.done += more;
        if self.progress.done >= self.next {
            self.next = self.progress.done + (self.progress.total / 100).max(1);
            (self.listen)(self.progress);
        }
    }
}
