//! The place in a file that a rule is checked at.

use std::fmt::Display;

use crate::load::diagnostics::{Diagnostics, Subject};
use crate::load::json_path::JsonPath;

/// An item of a file, and where to put what is wrong with it.
pub(super) struct Place<'f> {
    diagnostics: &'f mut Diagnostics,
    subject: Subject<'f>,
}

impl<'f> Place<'f> {
    pub(super) fn new(diagnostics: &'f mut Diagnostics, subject: Subject<'f>) -> Self {
        Self { diagnostics, subject }
    }

    /// Reports that `field` breaks `rule`.
    pub(super) fn fault(&mut self, field: impl Display, rule: impl Into<String>) {
        self.diagnostics.report(self.subject, JsonPath::to(&field.to_string()), rule.into());
    }
}
