//! Where a rule is being checked.

use std::fmt::Display;

use crate::item::Item;
use crate::load::fault::Fault;

/// An item of a file, and where to put what is wrong with it.
pub(super) struct Place<'f> {
    faults: &'f mut Vec<Fault>,
    file: &'f str,
    item: &'f Item,
}

impl<'f> Place<'f> {
    pub(super) fn new(faults: &'f mut Vec<Fault>, file: &'f str, item: &'f Item) -> Self {
        Self { faults, file, item }
    }

    /// Reports that `field` breaks `rule`.
    pub(super) fn fault(&mut self, field: impl Display, rule: impl Into<String>) {
        self.faults.push(Fault {
            file: self.file.to_owned(),
            item: self.item.clone(),
            field: field.to_string(),
            rule: rule.into(),
        });
    }
}
