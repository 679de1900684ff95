//! The text of a dossier's files, found to be JSON.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;

use super::diagnostics::Diagnostics;
use super::place_in_file::byte_at;
use crate::item::Item;
use crate::progress::Meter;

/// Files that are JSON, by name.
pub(super) struct Sources<'f> {
    texts: BTreeMap<&'f str, &'f str>,
    /// Those that are no JSON, as far as they are text: their faults have places too.
    broken: BTreeMap<&'f str, &'f str>,
}

impl<'f> Sources<'f> {
    pub(super) fn new() -> Self {
        Self { texts: BTreeMap::new(), broken: BTreeMap::new() }
    }

    /// Takes a file; one that is no JSON is reported.
    pub(super) fn add(&mut self, name: &'f str, bytes: &'f [u8], diagnostics: &mut Diagnostics, meter: &mut Meter) {
        match parse(bytes) {
            Ok(text) => {
                self.texts.insert(name, text);
            }
            Err(Broken { text, byte, rule }) => {
                self.broken.insert(name, text);
                diagnostics.at_byte(name, Item::File, byte, rule);
            }
        }
        meter.add(bytes.len());
    }

    /// The text of a file that is JSON.
    pub(super) fn text(&self, name: &str) -> Option<(&'f str, &'f str)> {
        self.texts.get_key_value(name).map(|(name, text)| (*name, *text))
    }

    /// Every text that there is, to find the places of faults in.
    pub(super) fn all(mut self) -> BTreeMap<&'f str, &'f str> {
        self.texts.append(&mut self.broken);
        self.texts
    }
}

struct Broken<'f> {
    text: &'f str,
    byte: usize,
    rule: String,
}

/// The text of a file, if it is JSON. Nothing is built: that costs no memory, and no depth is too deep.
fn parse(bytes: &[u8]) -> Result<&str, Broken<'_>> {
    let text = std::str::from_utf8(bytes).map_err(|error| Broken {
        text: std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
        byte: error.valid_up_to(),
        rule: "must be UTF-8, is not: save it in that encoding".to_owned(),
    })?;
    // What some editors put before a text belongs to its encoding.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<IgnoredAny>(text) {
        Ok(_) => Ok(text),
        Err(error) => {
            let byte = byte_at(text.as_bytes(), error.line(), error.column());
            Err(Broken { text, byte, rule: not_json(&error) })
        }
    }
}

/// The rule against what is no JSON. Where it stands is said by the fault's place.
pub(super) fn not_json(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    format!("must be JSON, is not: {what}")
}
