//! Progress of writing an export.

/// Hears how many of how many items are written.
pub type Listen<'l> = &'l mut dyn FnMut(usize, usize);

/// Counts what is written, and tells of it a hundred times, not more: whoever listens may be far away.
pub(crate) struct Meter<'l> {
    listen: Listen<'l>,
    done: usize,
    total: usize,
    next: usize,
}

impl<'l> Meter<'l> {
    pub(crate) fn new(listen: Listen<'l>, total: usize) -> Self {
        Self { listen, done: 0, total, next: 0 }
    }

    /// One more is written.
    pub(crate) fn add(&mut self) {
        self.done += 1;
        if self.done >= self.next || self.done == self.total {
            self.next = self.done + (self.total / 100).max(1);
            (self.listen)(self.done, self.total);
        }
    }
}
