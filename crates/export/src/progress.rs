//! Progress reports of an export.

/// Callback for progress: the number of items written, and the total.
pub type ProgressFn<'l> = &'l mut dyn FnMut(usize, usize);

/// Counter of written items. It reports at most about a hundred times, because each report may be a message to another
/// thread.
pub(crate) struct ProgressMeter<'l> {
    on_progress: ProgressFn<'l>,
    done: usize,
    total: usize,
    next: usize,
}

impl<'l> ProgressMeter<'l> {
    pub(crate) fn new(on_progress: ProgressFn<'l>, total: usize) -> Self {
        Self { on_progress, done: 0, total, next: 0 }
    }

    /// Counts one more item.
    pub(crate) fn add(&mut self) {
        self.done += 1;
        if self.done >= self.next || self.done == self.total {
            self.next = self.done + (self.total / 100).max(1);
            (self.on_progress)(self.done, self.total);
        }
    }
}
