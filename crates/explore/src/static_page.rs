//! Static pages of a site: one per stakeholder, issue, position, quote and event, and one per view. The build writes
//! them so that the served HTML already describes the link's content.
//!
//! A static page stands for a plain query ([`StaticPage::query`]) and shows the same as the page does for it. Its path
//! is the item's letter and id, or the view's word: `i/ferry/`, `positions/`.

use dossier::{Former, ItemKind, Successor};

use super::engine::Engine;
use super::former::view;
use super::origin::Origin;
use crate::query::codec::{href, rest};
use crate::query::{Facet, Pick, Query, View};

/// First path segment of an item's static page; open questions have none.
#[must_use]
pub const fn letter(kind: ItemKind) -> Option<&'static str> {
    Some(match kind {
        ItemKind::Stakeholder => "s",
        ItemKind::Issue => "i",
        ItemKind::Position => "p",
        ItemKind::Quote => "q",
        ItemKind::Event => "e",
        ItemKind::Question => return None,
    })
}

/// The kind of item whose static pages are below `letter_of_path`.
#[must_use]
pub fn kind_of(letter_of_path: &str) -> Option<ItemKind> {
    ItemKind::ALL.iter().copied().find(|&kind| letter(kind) == Some(letter_of_path))
}

/// A static page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPage {
    /// Path relative to the site's folder: `i/ferry/`.
    pub path: String,
    /// The query it stands for.
    pub query: Query,
}

impl StaticPage {
    /// The static page of the item with this kind and id; `None` if the engine lacks it or the kind has no static
    /// pages.
    #[must_use]
    pub fn of(engine: &Engine, kind: ItemKind, id: &str) -> Option<Self> {
        let letter = letter(kind)?;
        let with_item = |view: View, facets: &[(Facet, &str)]| {
            let start = Query::default().with_view(view);
            facets.iter().fold(start, |query, (facet, value)| query.toggle(*facet, value)).with_item(Some(id))
        };
        let query = match kind {
            ItemKind::Stakeholder => {
                engine.code(Facet::Who, id)?;
                with_item(View::Stakeholders, &[(Facet::Who, id)])
            }
            ItemKind::Issue => {
                engine.code(Facet::Issue, id)?;
                Query::default().only(View::Positions, Facet::Issue, id)
            }
            ItemKind::Position => {
                let position_row =
                    engine.positions.iter().find(|position_row| position_row.position.id.as_str() == id)?;
                let [holder, issue] =
                    [position_row.position.stakeholder.as_str(), position_row.position.issue.as_str()];
                with_item(View::Positions, &[(Facet::Who, holder), (Facet::Issue, issue)])
            }
            ItemKind::Quote => {
                let quote_row = engine.quotes.iter().find(|quote_row| quote_row.quote.id.as_str() == id)?;
                with_item(View::Quotes, &[(Facet::Who, quote_row.quote.speaker.as_str())])
            }
            ItemKind::Event => {
                let event_row = engine.events.iter().find(|event_row| event_row.event.id.as_str() == id)?;
                let day = event_row.event.date.value;
                Query::default().with_view(View::Timeline).with_dates(day, day).with_item(Some(id))
            }
            ItemKind::Question => return None,
        };
        Some(Self { path: [letter, "/", id, "/"].concat(), query })
    }

    /// The static page of a view; `None` for the matrix, which is the site's first page, and for views that need files
    /// from the user.
    #[must_use]
    pub fn of_view(view: View) -> Option<Self> {
        let path = view.spec().has_static_page.then(|| [view.word(), "/"].concat())?;
        Some(Self { path, query: Query::default().with_view(view) })
    }

    /// All static pages of a site: those of the views, then those of the items by kind.
    #[must_use]
    pub fn all(engine: &Engine) -> Vec<Self> {
        let dossier = engine.dossier;
        let mut pages: Vec<Self> = View::ALL.iter().filter_map(|&view| Self::of_view(view)).collect();
        for &kind in ItemKind::ALL {
            let mut add = |id: &str| pages.extend(Self::of(engine, kind, id));
            match kind {
                ItemKind::Stakeholder => {
                    dossier.stakeholders.iter().for_each(|stakeholder| add(stakeholder.id.as_str()));
                }
                ItemKind::Issue => dossier.issues.iter().for_each(|issue| add(issue.id.as_str())),
                ItemKind::Position => {
                    engine.positions.iter().for_each(|position_row| add(position_row.position.id.as_str()));
                }
                ItemKind::Quote => engine.quotes.iter().for_each(|quote_row| add(quote_row.quote.id.as_str())),
                ItemKind::Event => engine.events.iter().for_each(|event_row| add(event_row.event.id.as_str())),
                ItemKind::Question => (),
            }
        }
        pages
    }

    /// Static pages at the paths of former ids, each paired with the page whose content it shows. Its query uses the
    /// former id, so that the page reports what became of it. Without a successor it shows the site's first page, or,
    /// for a quote or an event, the view that lists them, because a link to the first page cannot name one.
    #[must_use]
    pub fn former(engine: &Engine) -> Vec<(Self, Self)> {
        engine.dossier.former.iter().filter_map(|former| Self::of_former(engine, former)).collect()
    }

    fn of_former(engine: &Engine, former: &Former) -> Option<(Self, Self)> {
        let Former { kind, id, now, .. } = former;
        let letter = letter(*kind)?;
        let shows = match now {
            Some(now) => Self::of_successor(engine, now)?,
            None if matches!(kind, ItemKind::Quote | ItemKind::Event) => Self::of_view(view(*kind))?,
            None => Self { path: String::new(), query: Query::default() },
        };
        let same = former.now_of(*kind);
        let mut query = shows.query.clone();
        let facet = match kind {
            ItemKind::Stakeholder => Some(Facet::Who),
            ItemKind::Issue => Some(Facet::Issue),
            ItemKind::Position | ItemKind::Quote | ItemKind::Event | ItemKind::Question => None,
        };
        if let Some(facet) = facet {
            let picks = &mut query.picks[facet as usize];
            if let Some(now) = same {
                picks.remove(now);
            }
            picks.insert(id, Pick::Include);
        } else if now.is_some() && same.is_none() {
            // A link can open an item by its former id only in a view that lists that kind.
            query = Query::default().with_view(view(*kind));
        }
        if facet.is_none() || (same.is_some() && query.item.as_deref() == same) {
            query.item = Some(id.clone());
        }
        Some((Self { path: [letter, "/", id, "/"].concat(), query }, shows))
    }

    /// The static page of a former id's successor; for an open question, the page of the questions view with the
    /// question open.
    fn of_successor(engine: &Engine, now: &Successor) -> Option<Self> {
        if letter(now.kind).is_some() {
            return Self::of(engine, now.kind, &now.id);
        }
        let Self { path, query } = Self::of_view(view(now.kind))?;
        Some(Self { path, query: query.with_item(Some(&now.id)) })
    }

    /// Static pages that describe `query`, most specific first: its open item, its only included issue or stakeholder,
    /// its view.
    fn candidates(engine: &Engine, query: &Query) -> impl Iterator<Item = Self> {
        let kinds = query.view.spec().counted.kinds().iter();
        let of_item =
            query.item.as_deref().and_then(|item| kinds.copied().find_map(|kind| Self::of(engine, kind, item)));
        let alone = |facet, kind| {
            let mut included = query.picks_of(facet).iter().filter(|&(_, pick)| pick == Pick::Include);
            let (value, _) = included.next()?;
            if included.next().is_some() { None } else { Self::of(engine, kind, value) }
        };
        let candidates = [
            of_item,
            alone(Facet::Issue, ItemKind::Issue),
            alone(Facet::Who, ItemKind::Stakeholder),
            Self::of_view(query.view),
        ];
        candidates.into_iter().flatten()
    }
}

/// The link for sharing `query`, relative to the site's folder: the most specific static page plus the remaining query
/// string.
///
/// A static page is skipped if its own filters would have to be removed again by an empty key (`who=`), or if the
/// resulting link is longer than the plain one.
///
/// Laws, tested as properties: the link decodes to `query`; no key in it is empty; it is not longer than [`href`]; a
/// link that needs the user's own dossier (`own=`) has no path, whichever engine makes it, since the site's static
/// pages show the site's own dossier.
#[must_use]
pub fn link(engine: &Engine, query: &Query) -> String {
    let plain = href(query);
    if engine.origin != Origin::Embedded || query.own.is_some() {
        return plain;
    }
    let narrowed = |StaticPage { path, query: asks }: StaticPage| {
        let rest = rest(&asks, query);
        let takes_back = rest.split('&').any(|pair| pair.ends_with('='));
        let link = if rest.is_empty() { path } else { [&path, "?", &rest].concat() };
        (!takes_back && link.len() <= plain.len()).then_some(link)
    };
    StaticPage::candidates(engine, query).find_map(narrowed).unwrap_or(plain)
}

/// The link to `query` for pages that are read without the program: the static page of the item that it opens or of the
/// one stakeholder or issue that it picks, else [`link`].
#[must_use]
pub fn static_link(engine: &Engine, query: &Query) -> String {
    let opens = |page: &StaticPage| query.item.is_some() && page.query.item == query.item;
    let is_single = query.picked().count() == 1 && !query.is_searched() && query.from.is_none() && query.to.is_none();
    let lists = matches!(query.view, View::Matrix | View::Positions | View::Stakeholders);
    let of_value = |page: &StaticPage| lists && is_single && page.query.picked().next().is_some();
    match StaticPage::candidates(engine, query).next() {
        Some(page) if opens(&page) || of_value(&page) => page.path,
        Some(_) | None => link(engine, query),
    }
}

/// The link for sharing an item that `view` lists, ignoring the other filters of `query`.
pub(super) fn link_to(engine: &Engine, query: &Query, kind: ItemKind, view: View, id: &str) -> String {
    match (&engine.origin, StaticPage::of(engine, kind, id)) {
        (Origin::Embedded, Some(static_page)) => static_page.path,
        (Origin::File { .. }, _) | (Origin::Embedded, None) => {
            href(&query.clear().with_view(view).with_item(Some(id)).to_send())
        }
    }
}

/// Like `link_to`, pinned to the data version, for use in citations.
pub(super) fn pinned_to(engine: &Engine, query: &Query, kind: ItemKind, view: View, id: &str) -> String {
    let version = Some(engine.dossier.version.as_str());
    match (&engine.origin, StaticPage::of(engine, kind, id)) {
        (Origin::Embedded, Some(static_page)) => link(engine, &static_page.query.pinned(version)),
        (Origin::File { .. }, _) | (Origin::Embedded, None) => {
            href(&query.clear().with_view(view).with_item(Some(id)).to_send().pinned(version))
        }
    }
}
