//! A stakeholder, with its positions and quotes.

use super::action::copy;
use super::markup::{Element, el, of_class};
use super::parts::{
    and_more, crowd, few, item, line, line_of, link, marked, names, pieces, position_links, quotations, tile, toggle,
};
use explore::query::Query;
use explore::{StakeholderDetail, StakeholderEntry, Truncated, words};

pub(super) fn stakeholder(entry: &StakeholderEntry<'static>) -> Element {
    let open = entry.detail.is_some();
    let tiles = || {
        let tiles = of_class("p", "stakeholder__tiles");
        if entry.stances.is_empty() {
            tiles.each(&entry.positions, |position| tile(position.stance, position.label, position.basis))
        } else {
            tiles.each(&entry.stances, |&(stance, count)| {
                of_class("span", "crowd").with(crowd(stance)).with(count.to_string())
            })
        }
    };
    item("stakeholder", entry.stakeholder.id.as_str(), open)
        .with(el("h3").with(toggle(&entry.toggle, open, marked(&entry.name))))
        .with(entry.role.as_ref().map(|role| of_class("p", "stakeholder__role").isolated(pieces(role))))
        .with(of_class("p", "how").with(entry.shows.clone()))
        .with((!open).then(tiles))
        .with(entry.detail.as_ref().map(|more| detail(entry, more)))
        .with(entry.detail.as_ref().map(acts))
}

fn detail(entry: &StakeholderEntry<'static>, detail: &StakeholderDetail<'static>) -> Element {
    of_class("dl", "detail")
        .with(line("What it is", detail.kind.clone()))
        .with(detail.aliases.clone().map(|aliases| line_of("Also called", aliases)))
        .with(detail.affiliation.clone().map(|affiliation| line("Belongs to", names(&[affiliation]))))
        .with((!detail.affiliates.is_empty()).then(|| line("Speaking for it", few(&detail.affiliates))))
        .with((!detail.quotes.is_empty()).then(|| line("In their words", quotations(&detail.quotes))))
        .with(spoke_to(entry, detail))
        .with((!detail.unspoken.is_empty()).then(|| line("Did not speak to", unspoken(&detail.unspoken))))
        .with((!detail.mentions.is_empty()).then(|| line("Named in", named_in(detail))))
}

/// Its positions that match the filters.
fn spoke_to(entry: &StakeholderEntry<'static>, detail: &StakeholderDetail<'static>) -> Option<Element> {
    let hidden = (detail.hidden > 0).then(|| {
        let more = words::count(detail.hidden, "position");
        of_class("p", "links__says").with(format!("The filters hide {more}."))
    });
    (!entry.positions.is_empty() || hidden.is_some())
        .then(|| line("Spoke to", vec![Some(position_links(&entry.positions, false)), hidden]))
}

fn named_in(detail: &StakeholderDetail<'static>) -> Vec<Option<Element>> {
    vec![Some(el("span").with(detail.mentions.join("; "))), and_more(detail.mentions.more)]
}

fn unspoken(topics: &[(&'static str, Truncated<(&'static str, Query)>)]) -> Element {
    of_class("p", "topics").each(topics, |(topic, issues)| {
        let issues = few(issues);
        el("span").with(of_class("span", "topics__name").isolated(*topic).with(": ")).with(issues).with(". ")
    })
}

fn acts(detail: &StakeholderDetail<'static>) -> Element {
    let all = detail.all_positions.as_ref().map(|query| link(query).with("All positions, to filter further"));
    let compare = detail.compare.as_ref().map(|query| link(query).with("Compare with others"));
    of_class("p", "item__acts").with(all).with(compare).with(copy("Copy link", None, detail.link.clone()))
}
