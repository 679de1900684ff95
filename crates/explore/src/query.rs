//! The query: filters, view and options that a URL states, and pure functions from one query to the next.
//!
//! A [`Query`] is the whole state of the page, decoded from the URL and encoded into it ([`codec`]). Every link on the
//! page carries its next `Query`, made by a method here.
//!
//! Laws, tested as properties:
//! - `decode(encode(q)) == q`, `encode` is canonical, `encode(default)` is empty, `decode` is total;
//! - `toggle` twice, or `exclude` twice, restores the query unless the value was picked the other way;
//! - a change resets the open item, the open panel and the data version.

pub mod codec;

mod facet;
mod panel;
mod picks;
mod view;

use dossier::{Date, words};
pub use facet::{Facet, FacetSpec};
pub use panel::Panel;
pub use picks::{Pick, Picks};
use serde::{Deserialize, Serialize};
pub use view::{Counted, Place, View, ViewSpec};

words! {
    /// Mark of a position.
    Trait {
        /// It has conditions.
        Conditions = "conditions",
        /// It supersedes a position or is superseded.
        Shift = "shift",
        /// A quote expresses it.
        Quote = "quote",
    }
}

words! {
    /// The order of a list.
    Sort {
        /// Document order.
        Article = "article",
        /// Best match of the search first.
        Match = "match",
        /// Latest first; undated last.
        Date = "date",
        /// By name.
        Name = "name",
        /// Most positions first.
        Count = "count",
        /// Reverse of the view's own order.
        Reverse = "reverse",
    }
}

words! {
    /// Rows, columns or outcomes that can be hidden in the matrix and in the verification report.
    Hide {
        /// Issues of the matrix without a matching position.
        Columns = "columns",
        /// Stakeholders of the matrix without a matching position.
        Rows = "rows",
        /// Passages that match.
        Matches = "matches",
        /// Passages that match except for typography.
        Typography = "typography",
        /// Passages found elsewhere.
        Elsewhere = "elsewhere",
        /// Passages not found.
        Missing = "missing",
    }
}

words! {
    /// Grouping of a list.
    Group {
        /// By issue.
        Issue = "issue",
        /// By stakeholder.
        Who = "who",
        /// By camp.
        Camp = "camp",
        /// By stance.
        Stance = "stance",
        /// By how we know.
        Basis = "basis",
        /// One list without headings.
        None = "none",
    }
}

/// The whole state of the page. In messages it is its URL text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Query {
    /// The view.
    pub view: View,
    /// Search text as typed, at most [`codec::MAX_TEXT`] characters.
    pub text: String,
    /// Picked values of each facet, in the order of [`Facet::ALL`].
    pub picks: [Picks; Facet::ALL.len()],
    /// First date of the range.
    pub from: Option<Date>,
    /// Last date of the range, not before `from`.
    pub to: Option<Date>,
    /// Order of the list; `None` for the view's own.
    pub sort: Option<Sort>,
    /// Grouping of the list; `None` for the view's own.
    pub group: Option<Group>,
    /// Issue by whose stances the rows of the matrix are ordered, and which a narrow screen shows.
    pub by: Option<String>,
    /// Hidden rows, columns and outcomes, in the order of [`Hide::ALL`], each once.
    pub hide: Vec<Hide>,
    /// Stakeholders or camps to compare.
    pub with: Vec<String>,
    /// Id of the open item, of a kind that the view lists.
    pub item: Option<String>,
    /// The open panel.
    pub panel: Option<Panel>,
    /// Whether the page is in a frame of another page.
    pub embed: bool,
    /// Data version that the link was made from.
    pub at: Option<String>,
    /// Data version of the sender's own dossier file, which the link needs.
    pub own: Option<String>,
}

impl From<String> for Query {
    fn from(text: String) -> Self {
        codec::decode(&text).query
    }
}

impl From<Query> for String {
    fn from(query: Query) -> Self {
        codec::encode(&query)
    }
}

impl Default for Query {
    fn default() -> Self {
        Self {
            view: View::Matrix,
            text: String::new(),
            picks: Default::default(),
            from: None,
            to: None,
            sort: None,
            group: None,
            by: None,
            hide: Vec::new(),
            with: Vec::new(),
            item: None,
            panel: None,
            embed: false,
            at: None,
            own: None,
        }
    }
}

impl Query {
    /// Picked values of `facet`.
    #[must_use]
    pub const fn picks_of(&self, facet: Facet) -> &Picks {
        &self.picks[facet as usize]
    }

    /// How `value` of `facet` is picked; `None` if it is not.
    #[must_use]
    pub fn pick(&self, facet: Facet, value: &str) -> Option<Pick> {
        self.picks_of(facet).get(value)
    }

    /// All picked values, in canonical order.
    pub fn picked(&self) -> impl Iterator<Item = (Facet, &str, Pick)> {
        Facet::ALL.iter().flat_map(|&facet| self.picks_of(facet).iter().map(move |(value, pick)| (facet, value, pick)))
    }

    /// Whether there is a search text.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether the query has a filter: a search, a picked value or a date.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.is_searched() || self.picked().next().is_some() || self.from.is_some() || self.to.is_some()
    }

    /// Applies `change` to a copy, and resets what any change makes stale.
    fn after(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.onward();
        change(&mut next);
        next
    }

    /// Copies the query without what any change makes stale. Not inlined into [`Self::after`], which is compiled once
    /// per caller.
    fn onward(&self) -> Self {
        let mut next = self.clone();
        next.item = None;
        next.panel = None;
        next.at = None;
        next
    }

    /// Includes `value`, or no longer if it was included.
    #[must_use]
    pub fn toggle(&self, facet: Facet, value: &str) -> Self {
        self.switch(facet, value, Pick::Include)
    }

    /// Excludes `value`, or no longer if it was excluded.
    #[must_use]
    pub fn exclude(&self, facet: Facet, value: &str) -> Self {
        self.switch(facet, value, Pick::Exclude)
    }

    fn switch(&self, facet: Facet, value: &str, pick: Pick) -> Self {
        let again = self.pick(facet, value) == Some(pick);
        self.after(|next| {
            let picks = &mut next.picks[facet as usize];
            if again {
                picks.remove(value);
            } else {
                picks.insert(value, pick);
            }
        })
    }

    /// Removes the pick of `value`.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        self.after(|next| next.picks[facet as usize].remove(value))
    }

    /// Removes all picks of `facet`.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Self {
        self.after(|next| next.picks[facet as usize] = Picks::default())
    }

    /// Shows `view` with `value` of `facet` as the only filter.
    #[must_use]
    pub fn only(&self, view: View, facet: Facet, value: &str) -> Self {
        self.clear().with_view(view).toggle(facet, value)
    }

    /// Removes the search and all filters; keeps order and grouping.
    #[must_use]
    pub fn clear(&self) -> Self {
        self.after(|next| {
            next.text.clear();
            next.picks = Default::default();
            next.from = None;
            next.to = None;
        })
    }

    /// Searches for `text`; the part beyond [`codec::MAX_TEXT`] characters is dropped.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        self.after(|next| next.text = text.chars().take(codec::MAX_TEXT).collect())
    }

    /// Filters by the dates `from` to `to`, swapped if `from` is later.
    #[must_use]
    pub fn with_dates(&self, from: Option<Date>, to: Option<Date>) -> Self {
        let swapped = matches!((from, to), (Some(from), Some(to)) if is_backwards(from, to));
        self.after(|next| (next.from, next.to) = if swapped { (to, from) } else { (from, to) })
    }

    /// Shows `view` in its own order and grouping.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        self.after(|next| {
            next.view = view;
            next.sort = None;
            next.group = None;
            next.by = None;
            next.hide = Vec::new();
        })
    }

    /// Orders the list.
    #[must_use]
    pub fn with_sort(&self, sort: Option<Sort>) -> Self {
        self.after(|next| next.sort = sort)
    }

    /// Groups the list.
    #[must_use]
    pub fn with_group(&self, group: Option<Group>) -> Self {
        self.after(|next| next.group = group)
    }

    /// Orders the rows of the matrix by the stances on an issue.
    #[must_use]
    pub fn with_by(&self, issue: Option<&str>) -> Self {
        self.after(|next| next.by = issue.map(str::to_owned))
    }

    /// Toggles whether `what` is hidden.
    #[must_use]
    pub fn toggle_hide(&self, what: Hide) -> Self {
        self.after(|next| match next.hide.binary_search(&what) {
            Ok(place) => drop(next.hide.remove(place)),
            Err(place) => next.hide.insert(place, what),
        })
    }

    /// Adds a stakeholder or camp to the comparison, or removes it. A full comparison stays as it is.
    #[must_use]
    pub fn toggle_with(&self, id: &str) -> Self {
        self.after(|next| match next.with.iter().position(|with| with == id) {
            Some(place) => drop(next.with.remove(place)),
            None if next.with.len() < codec::MAX_WITH => next.with.push(id.to_owned()),
            None => {}
        })
    }

    /// Opens an item, or closes the open one.
    #[must_use]
    pub fn with_item(&self, item: Option<&str>) -> Self {
        self.after(|next| next.item = item.map(str::to_owned))
    }

    /// Opens an item in `view`. In another view the filters are removed, so that they do not hide it.
    #[must_use]
    pub fn to_item(&self, view: View, item: &str) -> Self {
        if self.view == view { self.with_item(Some(item)) } else { self.clear().with_view(view).with_item(Some(item)) }
    }

    /// Opens a panel, or closes it. Everything else stays, including the open item.
    #[must_use]
    pub fn with_panel(&self, panel: Option<Panel>) -> Self {
        Self { panel, ..self.pinned(None) }
    }

    /// Pins the query to a data version, or unpins it.
    #[must_use]
    pub fn pinned(&self, version: Option<&str>) -> Self {
        Self { at: version.map(str::to_owned), ..self.clone() }
    }

    /// The query for sharing: without panel and frame.
    #[must_use]
    pub fn to_send(&self) -> Self {
        Self { embed: false, ..self.with_panel(None) }
    }
}

/// Whether `from` is after `to`.
pub(crate) fn is_backwards(from: Date, to: Date) -> bool {
    from.first_day() > to.last_day()
}
