//! Verdict of a comparison on one issue, from the position of each side.

use dossier::Stance;

use crate::words;

dossier::words! {
    /// Verdict on one issue, in display order.
    Verdict {
        /// One side supports and another opposes.
        Differ = "differ",
        /// Two or more sides support or oppose, and all of these do the same.
        Agree = "agree",
        /// Two or more sides spoke, but fewer than two support or oppose.
        Undecided = "undecided",
        /// Only one side spoke.
        Alone = "alone",
    }
}

/// Stances of one side on one issue.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand {
    pub(super) supports: bool,
    pub(super) opposes: bool,
    /// It spoke without supporting or opposing.
    pub(super) open: bool,
    /// Number of positions hidden by the filters.
    pub(super) hidden: usize,
}

impl Stand {
    /// Adds a stance.
    pub(super) const fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Supports => self.supports = true,
            Stance::Opposes => self.opposes = true,
            Stance::Uncommitted | Stance::Asks | Stance::Unclear => self.open = true,
        }
    }

    pub(super) const fn spoke(self) -> bool {
        self.supports || self.opposes || self.open
    }

    /// Whether it both supports and opposes: as a camp, or by two positions of which neither supersedes the other.
    pub(super) const fn is_divided(self) -> bool {
        self.supports && self.opposes
    }

    const fn decided(self) -> bool {
        self.supports || self.opposes
    }
}

/// Verdict on one issue; `None` if no side spoke. Independent of the order of the sides.
pub(super) fn verdict(stands: &[Stand]) -> Option<Verdict> {
    let (mut spoke, mut decided, mut differ) = (0, 0, false);
    for (place, stand) in stands.iter().enumerate() {
        spoke += usize::from(stand.spoke());
        decided += usize::from(stand.decided());
        // A divided side does not differ from sides that neither support nor oppose.
        let against = |(other, it): (usize, &Stand)| other != place && it.opposes;
        differ |= stand.supports && stands.iter().enumerate().any(against);
    }
    match (spoke, decided) {
        (0, _) => None,
        (1, _) => Some(Verdict::Alone),
        _ if differ => Some(Verdict::Differ),
        (_, 0 | 1) => Some(Verdict::Undecided),
        _ => Some(Verdict::Agree),
    }
}

/// Stances in words that fit any name: `For: Lund. Against: Harbour Town.`
pub(super) fn says(verdict: Verdict, names: &[String], stands: &[Stand]) -> String {
    let those = |sought: &dyn Fn(&Stand) -> bool| {
        let mut found = Vec::new();
        for (name, stand) in names.iter().zip(stands) {
            if sought(stand) {
                found.push(name.as_str());
            }
        }
        words::and(&found)
    };
    if verdict == Verdict::Alone {
        let hides = stands.iter().any(|stand| !stand.spoke() && stand.hidden > 0);
        let end = if hides { " under these filters" } else { " spoke" };
        return words::joined(&["Only ", &those(&|stand| stand.spoke()), end], "");
    }
    let mut clauses = String::new();
    for (label, who) in [
        ("For: ", those(&|stand| stand.supports && !stand.opposes)),
        ("Against: ", those(&|stand| stand.opposes && !stand.supports)),
        ("Divided: ", those(&|stand| stand.is_divided())),
        ("Took no side: ", those(&|stand| stand.open && !stand.decided())),
    ] {
        if !who.is_empty() {
            if !clauses.is_empty() {
                clauses.push(' ');
            }
            for part in [label, &who, "."] {
                clauses.push_str(part);
            }
        }
    }
    clauses
}

/// Counts of verdicts as parts of a sentence about the sides: `differ on 4`, `agree on 1`, `9 only one spoke to`. Zero
/// counts are left out.
pub(super) fn line(counts: &[usize], silent: usize, hidden: usize, sides: usize) -> Vec<String> {
    let mut parts = Vec::new();
    for (&verdict, &count) in Verdict::ALL.iter().zip(counts) {
        if count > 0 {
            parts.push(match verdict {
                Verdict::Differ => format!("differ on {count}"),
                Verdict::Agree => format!("agree on {count}"),
                Verdict::Undecided => format!("undecided on {count}"),
                Verdict::Alone => format!("{count} only one spoke to"),
            });
        }
    }
    if silent > 0 {
        parts.push(format!("{silent} {} spoke to", if sides == 2 { "neither" } else { "none" }));
    }
    if hidden > 0 {
        parts.push(format!("{hidden} hidden by the filters"));
    }
    parts
}
