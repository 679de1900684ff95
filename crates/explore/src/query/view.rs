//! Views: what the page shows. A new view is a variant and a row here, its content in `content.rs`, and its markup in
//! the views crate's `lazy.rs`.

use dossier::{ItemKind, words};

words! {
    /// Views of the page, in the order of the tabs.
    View {
        /// Stakeholders by issues. The default.
        Matrix = "matrix",
        /// List of positions.
        Positions = "positions",
        /// List of quotes.
        Quotes = "quotes",
        /// List of stakeholders.
        Stakeholders = "stakeholders",
        /// Events and positions by date.
        Timeline = "timeline",
        /// Two to four stakeholders side by side.
        Compare = "compare",
        /// Stakeholders and their agreements.
        Network = "network",
        /// Changed positions.
        Shifts = "shifts",
        /// List of open questions.
        Questions = "questions",
        /// Evidence checked against copies of the articles.
        Verify = "verify",
        /// Copies of the articles with coded passages marked.
        Reading = "reading",
        /// Import of the user's own dossier.
        Open = "open",
    }
}

/// The rows that a view and its filters count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Positions.
    Positions,
    /// Positions and events.
    PositionsAndEvents,
    /// Quotes.
    Quotes,
    /// Stakeholders.
    Stakeholders,
    /// Open questions.
    Questions,
    /// Every item with evidence: positions, quotes, events, open questions.
    Items,
}

impl Counted {
    /// Noun in the singular.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Positions => "position",
            Self::PositionsAndEvents | Self::Items => "item",
            Self::Quotes => "quote",
            Self::Stakeholders => "stakeholder",
            Self::Questions => "open question",
        }
    }

    /// Kinds of item that a link can open in the view, most likely first.
    #[must_use]
    pub const fn kinds(self) -> &'static [ItemKind] {
        match self {
            Self::Positions => &[ItemKind::Position],
            Self::PositionsAndEvents => &[ItemKind::Event, ItemKind::Position],
            Self::Quotes => &[ItemKind::Quote],
            Self::Stakeholders => &[ItemKind::Stakeholder],
            Self::Questions => &[ItemKind::Question],
            Self::Items => &[ItemKind::Position, ItemKind::Quote, ItemKind::Event, ItemKind::Question],
        }
    }
}

/// Place of the links to a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a tab.
    Tab,
    /// In a tab, with the number of rows that the view lists.
    CountedTab,
    /// In the head of the page.
    Head,
    /// In other views.
    Linked,
}

/// Properties of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewSpec {
    /// Title.
    pub label: &'static str,
    /// The rows that it counts.
    pub counted: Counted,
    /// Place of the links to the view.
    pub place: Place,
    /// Whether the site has a static page of it. The matrix is the site's start page; views that need the user's files
    /// have none.
    pub has_static_page: bool,
    /// Whether it can be filtered; the views of article copies can only once there is a copy.
    pub is_filtered: bool,
    /// Whether it shows copies of the articles.
    pub needs_copies: bool,
}

/// A tab with a list of positions.
const LIST: ViewSpec = ViewSpec {
    label: "",
    counted: Counted::Positions,
    place: Place::CountedTab,
    has_static_page: true,
    is_filtered: true,
    needs_copies: false,
};

impl View {
    /// Properties of the view.
    #[must_use]
    pub const fn spec(self) -> ViewSpec {
        let diagram = ViewSpec { place: Place::Tab, ..LIST };
        let copies = ViewSpec { counted: Counted::Items, has_static_page: false, needs_copies: true, ..LIST };
        match self {
            Self::Matrix => ViewSpec { label: "Matrix", has_static_page: false, ..diagram },
            Self::Positions => ViewSpec { label: "Positions", ..LIST },
            Self::Quotes => ViewSpec { label: "Quotes", counted: Counted::Quotes, ..LIST },
            Self::Stakeholders => ViewSpec { label: "Stakeholders", counted: Counted::Stakeholders, ..LIST },
            Self::Timeline => ViewSpec { label: "Timeline", counted: Counted::PositionsAndEvents, ..diagram },
            Self::Compare => ViewSpec { label: "Compare", ..diagram },
            Self::Network => ViewSpec { label: "Network", ..diagram },
            Self::Shifts => ViewSpec { label: "Changes", ..LIST },
            Self::Questions => ViewSpec { label: "Open questions", counted: Counted::Questions, ..LIST },
            Self::Verify => ViewSpec { label: "Verify", place: Place::Head, ..copies },
            Self::Reading => ViewSpec { label: "Reading", place: Place::Linked, ..copies },
            Self::Open => ViewSpec {
                label: "Open a dossier",
                place: Place::Head,
                has_static_page: false,
                is_filtered: false,
                ..LIST
            },
        }
    }

    /// Title.
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.spec().label
    }

    /// Noun of what it counts, in the singular.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        self.spec().counted.noun()
    }
}
