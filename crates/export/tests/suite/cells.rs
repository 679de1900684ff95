//! No cell is run as a formula, and every text comes back.

use export::cell::{STARTERS, guard, unguard};
use proptest::prelude::*;

#[test]
fn a_cell_that_begins_like_a_formula_gets_an_apostrophe() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5 %", "'-5 %"),
        ("@lund", "'@lund"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        ("''", "''"),
        ("5 - 3", "5 - 3"),
        ("", ""),
    ] {
        assert_eq!(guard(text), cell, "{text:?}");
        assert_eq!(unguard(cell), text, "{cell:?}");
    }
}

proptest! {
    #[test]
    fn every_text_comes_back_and_none_begins_a_formula(text in prop_oneof!["['=+@\t-]{0,4}.{0,4}", any::<String>()]) {
        let cell = guard(&text);
        prop_assert!(!cell.starts_with(STARTERS));
        prop_assert_eq!(unguard(&cell), text);
    }
}
