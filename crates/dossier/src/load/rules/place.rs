//! Where a rule is being checked.

use std::fmt::Display;

use crate::load::sink::{Sink, Subject};
use crate::load::way::Way;

/// An item of a file, and where to put what is wrong with it.
pub(super) struct Place<'f> {
    sink: &'f mut Sink,
    subject: Subject<'f>,
}

impl<'f> Place<'f> {
    pub(super) fn new(sink: &'f mut Sink, subject: Subject<'f>) -> Self {
        Self { sink, subject }
    }

    /// Reports that `field` breaks `rule`.
    pub(super) fn fault(&mut self, field: impl Display, rule: impl Into<String>) {
        self.sink.report(self.subject, Way::to(&field.to_string()), rule.into());
    }
}
