//! One stakeholder: who it is, and what it said here.

use super::action::copy;
use super::node::{Element, el, of_class};
use super::parts::{item, line, link, marked, names, position_links, quotations, tile, toggle};
use crate::explore::{StakeholderDetail, StakeholderEntry};
use crate::query::codec::href;

pub(super) fn stakeholder(entry: &StakeholderEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let tiles = entry.positions.iter().map(|position| tile(position.stance, position.basis));
    item("stakeholder", entry.stakeholder.id.as_str(), open)
        .add(el("h3").add(toggle(&entry.toggle, open, marked(&entry.name))))
        .add(entry.role.as_ref().map(|role| of_class("p", "stakeholder__role").add(marked(role))))
        .add(of_class("p", "how").add(entry.shows.clone()))
        .add((!open).then(|| of_class("p", "stakeholder__tiles").add(tiles.collect::<Vec<_>>())))
        .add(entry.detail.as_ref().map(|more| detail(entry, more)))
        .add(entry.detail.as_ref().map(acts))
}

fn detail(entry: &StakeholderEntry<'static>, detail: &StakeholderDetail<'static>) -> Element {
    of_class("dl", "detail")
        .add(line("What it is", detail.kind.clone()))
        .add(detail.aliases.clone().map(|aliases| line("Also called", aliases)))
        .add(detail.affiliation.clone().map(|affiliation| line("Belongs to", names(&[affiliation]))))
        .add((!detail.affiliates.is_empty()).then(|| line("Speaking for it", names(&detail.affiliates))))
        .add((!detail.quotes.is_empty()).then(|| line("In their words", quotations(&detail.quotes))))
        .add((!entry.positions.is_empty()).then(|| line("Positions", position_links(&entry.positions, false))))
        .add((!detail.mentions.is_empty()).then(|| line("Named in", detail.mentions.join("; "))))
}

fn acts(detail: &StakeholderDetail<'static>) -> Element {
    let all = detail.all_positions.as_ref().map(|query| link(query).add("All positions, to filter further"));
    of_class("p", "item__acts").add(all).add(copy("Copy link", None, href(&detail.share)))
}
