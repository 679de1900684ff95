//! The legend of the matrix, which is a filter too: what each sign and each fill means, and how often it stands there.

use dossier::{Basis, Stance};

use crate::explore::engine::Engine;
use crate::explore::facets::FacetList;
use crate::query::{Facet, Pick, Query, Trait};

/// One sign of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What it shows.
    pub shows: Shows,
    /// What it means.
    pub label: &'static str,
    /// How many positions of the matrix have it, all other filters applied.
    pub count: u32,
    /// Whether it is picked.
    pub picked: bool,
    /// Filters by it, or takes that back.
    pub query: Query,
}

/// What a sign of the legend shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The tile of a stance.
    Stance(Stance),
    /// The fill of a tile: that of this basis.
    Fill(Basis),
    /// A mark beside a tile.
    Mark(Trait),
}

/// The fills, each with the bases that it stands for.
const FILLS: [(&str, &[Basis]); 4] = [
    ("own words or acts", &[Basis::Direct, Basis::Indirect, Basis::Conduct]),
    ("reported by others", &[Basis::ThirdParty]),
    ("alleged", &[Basis::Allegation]),
    ("the article’s own voice", &[Basis::Narration]),
];

pub(in crate::explore) fn legend(engine: &Engine, query: &Query, facets: &[FacetList]) -> Vec<Sign> {
    let count = |facet: Facet, word: &str| {
        let values = facets.iter().filter(|list| list.facet == facet).flat_map(|list| &list.groups);
        values.flat_map(|group| &group.values).filter(|value| value.word == word).map(|value| value.count).sum::<u32>()
    };
    let picked = |facet: Facet, word: &str| query.pick(facet, word) == Some(Pick::Include);
    let mut signs = Vec::new();
    for &stance in Stance::ALL {
        let word = stance.word();
        signs.push(Sign {
            shows: Shows::Stance(stance),
            label: engine.stance_label(stance),
            count: count(Facet::Stance, word),
            picked: picked(Facet::Stance, word),
            query: query.toggle(Facet::Stance, word),
        });
    }
    for (label, bases) in FILLS {
        let all = bases.iter().all(|basis| picked(Facet::Basis, basis.word()));
        let mut next = query.clone();
        for basis in bases {
            // All at once: what is picked already stays, unless all are.
            if all || !picked(Facet::Basis, basis.word()) {
                next = next.toggle(Facet::Basis, basis.word());
            }
        }
        signs.push(Sign {
            shows: Shows::Fill(bases[0]),
            label,
            count: bases.iter().map(|basis| count(Facet::Basis, basis.word())).sum(),
            picked: all,
            query: next,
        });
    }
    for (has, label) in [(Trait::Conditions, "conditional"), (Trait::Shift, "changed position")] {
        signs.push(Sign {
            shows: Shows::Mark(has),
            label,
            count: count(Facet::Has, has.word()),
            picked: picked(Facet::Has, has.word()),
            query: query.toggle(Facet::Has, has.word()),
        });
    }
    signs
}
