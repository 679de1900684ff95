//! Names in a list, and which of them are meant as one.

use unicode_normalization::UnicodeNormalization as _;

/// `name` as it is compared: names that differ only by letters' case, by blanks or in how accents are put together are one.
pub(super) fn alike(name: &str) -> String {
    dossier::distinct::alike(&name.nfc().collect::<String>())
}
