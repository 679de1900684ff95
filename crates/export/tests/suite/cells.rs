//! Guarding of cells against formula injection.

use export::cell::{STARTERS, guard, unguard};
use proptest::prelude::*;

#[test]
fn guard_prefixes_formulas_with_apostrophe() {
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
    fn unguard_inverts_guard_for_any_text(text in prop_oneof!["['=+@\t-]{0,4}.{0,4}", any::<String>()]) {
        let cell = guard(&text);
        prop_assert!(!cell.starts_with(STARTERS));
        prop_assert_eq!(unguard(&cell), text);
    }
}
