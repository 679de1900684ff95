//! The query: filters, view and options that a URL states, and pure functions from one query to the next.
//!
//! A [`Query`] is the whole state of the page: it comes from the URL and goes back into it ([`codec`]). Nothing else is
//! remembered. Every link on the page carries the `Query` that it leads to, made here by a move.
//!
//! Laws, tested as properties:
//! - `decode(encode(q)) == q`, `encode` is canonical, `encode(default)` is empty, `decode` is total;
//! - `toggle` twice, or `exclude` twice, returns to where one was unless the value was picked the other way;
//! - a move forgets what it makes stale: the opened item, the open panel, and the engine that a sender saw.

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
    /// What a position can come with.
    Trait {
        /// It depends on something.
        Conditions = "conditions",
        /// It replaces an earlier position of its holder, or was replaced by a later one.
        Shift = "shift",
        /// A quotation expresses it.
        Quote = "quote",
    }
}

words! {
    /// The order of a list.
    Sort {
        /// As the document tells it.
        Article = "article",
        /// Best match of the search first.
        Match = "match",
        /// Latest first; what has no date comes last.
        Date = "date",
        /// By name.
        Name = "name",
        /// Those with the most positions first.
        Count = "count",
        /// The view's own order, from its end.
        Reverse = "reverse",
    }
}

words! {
    /// What a reader can have hidden: of the matrix what is silent, of the report on a copy what came out one way.
    Hide {
        /// The issues of the matrix on which nobody said anything that the filters let through.
        Columns = "columns",
        /// The stakeholders of the matrix who said nothing that the filters let through.
        Rows = "rows",
        /// Passages of the report that match.
        Matches = "matches",
        /// Those that match but for typography.
        Typography = "typography",
        /// Those that stand elsewhere.
        Elsewhere = "elsewhere",
        /// Those that are not found.
        Missing = "missing",
    }
}

words! {
    /// The headings of a list.
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
    /// What the page shows.
    pub view: View,
    /// What was typed into the search, as typed. At most [`codec::MAX_TEXT`] characters.
    pub text: String,
    /// What was picked, facet by facet, in the order of [`Facet::ALL`].
    pub picks: [Picks; Facet::ALL.len()],
    /// The first day to show.
    pub from: Option<Date>,
    /// The last day to show. Not before `from`.
    pub to: Option<Date>,
    /// The order of the list; `None` is the view's own.
    pub sort: Option<Sort>,
    /// The headings of the list; `None` is the view's own.
    pub group: Option<Group>,
    /// The issue by whose stances the rows of the matrix are ordered; where there is room for one issue alone, this one.
    pub by: Option<String>,
    /// What is hidden, in the order of [`Hide::ALL`], each once.
    pub hide: Vec<Hide>,
    /// The stakeholders or camps to compare.
    pub with: Vec<String>,
    /// The item that is opened; of which kind, the view says.
    pub item: Option<String>,
    /// What stands open over the view.
    pub panel: Option<Panel>,
    /// Whether the page stands inside another page.
    pub embed: bool,
    /// The data version that the sender of the link saw.
    pub at: Option<String>,
    /// The version of a dossier of the sender's own, which the link needs: it cannot bring it along.
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
    /// What was picked of `facet`.
    #[must_use]
    pub const fn picks_of(&self, facet: Facet) -> &Picks {
        &self.picks[facet as usize]
    }

    /// How `value` of `facet` is picked, if it is.
    #[must_use]
    pub fn pick(&self, facet: Facet, value: &str) -> Option<Pick> {
        self.picks_of(facet).get(value)
    }

    /// Everything picked, in canonical order.
    pub fn picked(&self) -> impl Iterator<Item = (Facet, &str, Pick)> {
        Facet::ALL.iter().flat_map(|&facet| self.picks_of(facet).iter().map(move |(value, pick)| (facet, value, pick)))
    }

    /// Whether words are searched for.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether the query narrows anything: a search, a pick or a date.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.is_searched() || self.picked().next().is_some() || self.from.is_some() || self.to.is_some()
    }

    /// The same query after `change`, without what any change makes stale.
    fn after(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.onward();
        change(&mut next);
        next
    }

    /// The same query without what any change makes stale. Apart from [`Self::after`], of which every move has its own copy.
    fn onward(&self) -> Self {
        let mut next = self.clone();
        next.item = None;
        next.panel = None;
        next.at = None;
        next
    }

    /// Includes `value`, or takes it back if it was included.
    #[must_use]
    pub fn toggle(&self, facet: Facet, value: &str) -> Self {
        self.switch(facet, value, Pick::Include)
    }

    /// Excludes `value`, or takes it back if it was excluded.
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

    /// Takes back whatever was picked of `value`.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        self.after(|next| next.picks[facet as usize].remove(value))
    }

    /// Takes back everything picked of `facet`.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Self {
        self.after(|next| next.picks[facet as usize] = Picks::default())
    }

    /// Picks `value` alone of `facet`, in `view`, with nothing else asked: the start of a new question.
    #[must_use]
    pub fn only(&self, view: View, facet: Facet, value: &str) -> Self {
        self.clear().with_view(view).toggle(facet, value)
    }

    /// Takes back the search and every filter; keeps how the list is shown.
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

    /// Shows the days `from` to `to`, the two swapped if they stand the wrong way round.
    #[must_use]
    pub fn with_dates(&self, from: Option<Date>, to: Option<Date>) -> Self {
        let swapped = matches!((from, to), (Some(from), Some(to)) if is_backwards(from, to));
        self.after(|next| (next.from, next.to) = if swapped { (to, from) } else { (from, to) })
    }

    /// Shows `view`, in its own order and under its own headings.
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

    /// Hides `what`, or shows it again.
    #[must_use]
    pub fn toggle_hide(&self, what: Hide) -> Self {
        self.after(|next| match next.hide.binary_search(&what) {
            Ok(place) => drop(next.hide.remove(place)),
            Err(place) => next.hide.insert(place, what),
        })
    }

    /// Takes a stakeholder or a camp into the comparison, or out of it. Where there is no more room, nothing changes.
    #[must_use]
    pub fn toggle_with(&self, id: &str) -> Self {
        self.after(|next| match next.with.iter().position(|with| with == id) {
            Some(place) => drop(next.with.remove(place)),
            None if next.with.len() < codec::MAX_WITH => next.with.push(id.to_owned()),
            None => {}
        })
    }

    /// Opens an item, or closes whatever is open.
    #[must_use]
    pub fn with_item(&self, item: Option<&str>) -> Self {
        self.after(|next| next.item = item.map(str::to_owned))
    }

    /// Opens an item in `view`, all filters kept where the view stays, and taken back where it changes: the item is
    /// what was asked for, and must not be hidden by what was asked before.
    #[must_use]
    pub fn to_item(&self, view: View, item: &str) -> Self {
        if self.view == view { self.with_item(Some(item)) } else { self.clear().with_view(view).with_item(Some(item)) }
    }

    /// Opens a panel over what is shown, or closes it. Everything else stays, the opened item as well.
    #[must_use]
    pub fn with_panel(&self, panel: Option<Panel>) -> Self {
        Self { panel, ..self.pinned(None) }
    }

    /// The same with the data version that its sender sees, or without.
    #[must_use]
    pub fn pinned(&self, version: Option<&str>) -> Self {
        Self { at: version.map(str::to_owned), ..self.clone() }
    }

    /// The query to send to somebody: what is shown, less what stands open over it and around it.
    #[must_use]
    pub fn to_send(&self) -> Self {
        Self { embed: false, ..self.with_panel(None) }
    }
}

/// Whether no day lies from `from` to `to`.
pub(crate) fn is_backwards(from: Date, to: Date) -> bool {
    from.first_day() > to.last_day()
}
