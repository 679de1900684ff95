//! Colours of the page's light theme, read from `style/tokens.css` at compile time.

use dossier::Stance;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Background.
pub(crate) const PAPER: &str = light("--paper:");
/// Text colour of headings, names and quotes.
pub(crate) const INK: &str = light("--ink:");
/// Text colour of secondary text.
pub(crate) const MUTED: &str = light("--muted:");
/// Colour of rules.
pub(crate) const RULE: &str = light("--rule:");
/// Accent colour.
pub(crate) const ACCENT: &str = light("--accent:");

/// The colour of a stance.
pub(crate) const fn of(stance: Stance) -> &'static str {
    const SUPPORTS: &str = light("--supports:");
    const OPPOSES: &str = light("--opposes:");
    const UNCOMMITTED: &str = light("--uncommitted:");
    const ASKS: &str = light("--asks:");
    const UNCLEAR: &str = light("--unclear:");
    match stance {
        Stance::Supports => SUPPORTS,
        Stance::Opposes => OPPOSES,
        Stance::Uncommitted => UNCOMMITTED,
        Stance::Asks => ASKS,
        Stance::Unclear => UNCLEAR,
    }
}

/// The light-theme colour of a token: `#fbfaf6` of `--paper: light-dark(#fbfaf6, #15161a);`. A missing token is a
/// compile error.
const fn light(token: &str) -> &'static str {
    const BEFORE: usize = " light-dark(".len();
    let mut at = 0;
    while !is_at(token, at) {
        at += 1;
    }
    let (_, from) = TOKENS.split_at(at + token.len() + BEFORE);
    let (colour, _) = from.split_at("#rrggbb".len());
    assert!(colour.as_bytes()[0] == b'#', "a token is `light-dark(#rrggbb, #rrggbb)`");
    colour
}

/// Whether the style sheet has `token` at byte `at`.
const fn is_at(token: &str, at: usize) -> bool {
    let (text, token) = (TOKENS.as_bytes(), token.as_bytes());
    let mut place = 0;
    while place < token.len() && text[at + place] == token[place] {
        place += 1;
    }
    place == token.len()
}
