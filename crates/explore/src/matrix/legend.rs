//! Legend of the matrix: the meaning and count of each stance tile, fill and mark. Each entry is also a filter.

use dossier::{Basis, Stance};

use crate::engine::Engine;
use crate::facets::FacetList;
use crate::query::{Facet, Pick, Query, Trait};

/// One entry of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The symbol drawn.
    pub shows: Shows,
    /// Meaning of the symbol.
    pub label: &'static str,
    /// Number of positions with it, with all other filters applied.
    pub count: u32,
    /// Whether its filter is active.
    pub picked: bool,
    /// Toggles its filter.
    pub query: Query,
}

/// Symbol of a legend entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Tile of a stance.
    Stance(Stance),
    /// Fill of a tile, given by one of the bases that share it.
    Fill(Basis),
    /// Mark beside a tile.
    Mark(Trait),
}

/// Labels of the fills and the bases each stands for.
const FILLS: [(&str, &[Basis]); 4] = [
    ("own words or acts", &[Basis::Direct, Basis::Indirect, Basis::Conduct]),
    ("reported by others", &[Basis::ThirdParty]),
    ("alleged", &[Basis::Allegation]),
    ("the article’s own voice", &[Basis::Narration]),
];

pub(crate) fn legend(engine: &Engine, query: &Query, facets: &[FacetList]) -> Vec<Sign> {
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
            // Toggle all bases together: keep those already picked, unless all are.
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
