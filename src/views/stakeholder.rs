//! One stakeholder: who it is, and what it said here.

use super::action::copy;
use super::node::{El, el, of_class};
use super::parts::{item, line, link, marked, names, position_links, quotations, tile, toggle};
use crate::explore::{StakeholderDetail, StakeholderEntry};
use crate::query::codec::href;

pub(super) fn stakeholder(entry: &StakeholderEntry<'static>) -> El {
    let open = entry.detail.is_some();
    let tiles =
        || of_class("p", "stakeholder__tiles").each(&entry.positions, |position| tile(position.stance, position.basis));
    item("stakeholder", entry.stakeholder.id.as_str(), open)
        .with(el("h3").with(toggle(&entry.toggle, open, marked(&entry.name))))
        .with(entry.role.as_ref().map(|role| of_class("p", "stakeholder__role").with(marked(role))))
        .with(of_class("p", "how").with(entry.shows.clone()))
        .with((!open).then(tiles))
        .with(entry.detail.as_ref().map(|more| detail(entry, more)))
        .with(entry.detail.as_ref().map(acts))
}

fn detail(entry: &StakeholderEntry<'static>, detail: &StakeholderDetail<'static>) -> El {
    of_class("dl", "detail")
        .with(line("What it is", detail.kind.clone()))
        .with(detail.aliases.clone().map(|aliases| line("Also called", aliases)))
        .with(detail.affiliation.clone().map(|affiliation| line("Belongs to", names(&[affiliation]))))
        .with((!detail.affiliates.is_empty()).then(|| line("Speaking for it", names(&detail.affiliates))))
        .with((!detail.quotes.is_empty()).then(|| line("In their words", quotations(&detail.quotes))))
        .with((!entry.positions.is_empty()).then(|| line("Positions", position_links(&entry.positions, false))))
        .with((!detail.mentions.is_empty()).then(|| line("Named in", detail.mentions.join("; "))))
}

fn acts(detail: &StakeholderDetail<'static>) -> El {
    let all = detail.all_positions.as_ref().map(|query| link(query).with("All positions, to filter further"));
    of_class("p", "item__acts").with(all).with(copy("Copy link", None, href(&detail.share)))
}
