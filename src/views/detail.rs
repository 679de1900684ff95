//! Parts that the details of several kinds of items share.

use leptos::prelude::*;

use super::stance::tile;
use crate::explore::{Pointer, PositionLink, words};
use crate::query::Query;
use crate::query::codec::href;

/// A line of a detail: a term and what it says.
pub(super) fn line(term: &'static str, says: impl IntoView) -> impl IntoView {
    view! {
        <div class="detail__line">
            <dt>{term}</dt>
            <dd>{says}</dd>
        </div>
    }
}

/// Where something stands in the document, down to the character.
pub(super) fn pointers(pointers: &[Pointer]) -> String {
    pointers.iter().map(|pointer| format!("{}, {}", pointer.label, pointer.place)).collect::<Vec<_>>().join("; ")
}

/// Positions named in passing. What they have in common with the item is not said again: `by_holder` names each by who
/// holds it, otherwise by what it is about.
pub(super) fn position_links(links: &[PositionLink<'static>], by_holder: bool) -> impl IntoView + use<> {
    let links: Vec<_> = links
        .iter()
        .map(|link| {
            let name = if by_holder { link.holder } else { link.issue };
            view! {
                <li>
                    {tile(link.stance, link.basis)}
                    <span>
                        <a href=href(&link.query)>{name}</a>
                        " " <span class="unseen">{words::stance(link.stance)} ": "</span>
                        <span class="links__says">{link.summary}</span>
                    </span>
                </li>
            }
        })
        .collect();
    view! { <ul class="links">{links}</ul> }
}

/// Names, each with a way to it, between commas.
pub(super) fn names(names: &[(&'static str, Query)]) -> impl IntoView + use<> {
    names
        .iter()
        .enumerate()
        .map(|(place, (name, query))| {
            view! {
                {(place > 0).then_some(", ")}
                <a href=href(query)>{*name}</a>
            }
        })
        .collect::<Vec<_>>()
}

/// Quotations, each with a way to it.
pub(super) fn quotations(quotes: &[(String, Query)]) -> impl IntoView + use<> {
    let quotes: Vec<_> = quotes
        .iter()
        .map(|(quote, query)| view! { <li><a class="links__quote" href=href(query)>{quote.clone()}</a></li> })
        .collect();
    view! { <ul class="links links--bare">{quotes}</ul> }
}
