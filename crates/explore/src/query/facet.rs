//! Facets: what a user can filter by. A new facet is a variant and a row here, its values in `values.rs`, and the rows
//! that have it in `tables.rs`.

use dossier::words;

words! {
    /// Properties that the user can filter by, in their order in links. The word is the key in the query string.
    Facet {
        /// Stakeholder.
        Who = "who",
        /// Camp.
        Camp = "camp",
        /// Issue.
        Issue = "issue",
        /// Stance.
        Stance = "stance",
        /// Basis of the attribution.
        Basis = "basis",
        /// Quote form.
        Form = "form",
        /// Marks of a position: see [`Trait`](super::Trait).
        Has = "has",
        /// Document.
        Doc = "doc",
    }
}

/// Properties of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent properties, as in a table")]
pub struct FacetSpec {
    /// Heading.
    pub label: &'static str,
    /// Whether it is unfolded at first.
    pub is_open: bool,
    /// Whether the dossier names its values. The other names are the page's own words.
    pub is_named: bool,
    /// Whether events have it. A filter by a facet that a kind of item lacks does not affect lists of that kind.
    pub has_events: bool,
    /// Whether open questions have it.
    pub has_questions: bool,
    /// Whether stakeholders without a position or a quote have it.
    pub has_silent: bool,
}

/// A facet of positions and quotes alone, whose values are the page's own words.
const OF_STATEMENTS: FacetSpec =
    FacetSpec { label: "", is_open: true, is_named: false, has_events: false, has_questions: false, has_silent: false };

impl Facet {
    /// Facets of the filter panel, in order. Camps are headings of the stakeholders there.
    pub const PANEL: &'static [Self] =
        &[Self::Stance, Self::Basis, Self::Has, Self::Issue, Self::Who, Self::Form, Self::Doc];

    /// Properties of the facet.
    #[must_use]
    pub const fn spec(self) -> FacetSpec {
        let of_all = FacetSpec { has_events: true, has_questions: true, has_silent: true, ..OF_STATEMENTS };
        match self {
            Self::Who => FacetSpec { label: "Stakeholder", is_named: true, ..of_all },
            Self::Camp => FacetSpec { label: "Camp", is_open: false, ..of_all },
            Self::Issue => FacetSpec { label: "Issue", is_named: true, has_questions: true, ..OF_STATEMENTS },
            Self::Stance => FacetSpec { label: "Stance", ..OF_STATEMENTS },
            Self::Basis => FacetSpec { label: "How we know", ..OF_STATEMENTS },
            Self::Form => FacetSpec { label: "Quote form", is_open: false, ..OF_STATEMENTS },
            Self::Has => FacetSpec { label: "Mark", ..OF_STATEMENTS },
            Self::Doc => FacetSpec { label: "Document", is_open: false, is_named: true, ..of_all },
        }
    }
}
