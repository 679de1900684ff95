//! The list: how it is ordered and grouped, its sections, and what is shown apart from it.

use super::node::{Element, el, of_class};
use super::parts::link;
use super::{nothing, position, question, quote, stakeholder};
use crate::explore::{Entries, Heading, LIMIT, Page, Section, Switch};

pub(super) fn list(page: &Page<'static>) -> Vec<Element> {
    let list = &page.list;
    let switches = [switches("Group by", &list.groups), switches("Order", &list.sorts)];
    let switches = of_class("div", "switches").key("switches").add(switches.into_iter().flatten().collect::<Vec<_>>());
    let aside = list.aside.as_ref().map(|item| {
        of_class("section", "aside")
            .key("aside")
            .attribute("aria-label", "Opened by the link")
            .add(of_class("p", "aside__why").add("The filters hide this one; it is shown because the link opens it."))
            .add(entries(item))
    });
    let withheld = (list.withheld > 0).then(|| {
        let line = format!("These are the first {LIMIT}. {} more match: add a filter to see them.", list.withheld);
        of_class("p", "withheld").key("withheld").add(line)
    });
    [Some(switches), aside, page.nothing.as_ref().map(|advice| nothing::nothing(advice).key("nothing"))]
        .into_iter()
        .flatten()
        .chain(list.sections.iter().map(section))
        .chain(withheld)
        .collect()
}

fn switches(label: &'static str, switches: &[Switch]) -> Option<Element> {
    let options = switches.iter().map(|option| {
        let current = option.current.then_some("true");
        link(&option.query).class("switch").maybe("aria-current", current).add(option.label)
    });
    (switches.len() > 1)
        .then(|| of_class("p", "switches__line").add(el("span").add(label)).add(" ").add(options.collect::<Vec<_>>()))
}

fn section(section: &Section<'static>) -> Element {
    let key = section.heading.as_ref().map_or("list", |heading| heading.label);
    of_class("section", "section")
        .key(key)
        .add(section.heading.as_ref().map(|title| heading(title, section.entries.len())))
        .add(entries(&section.entries))
}

fn heading(heading: &Heading<'static>, count: usize) -> Element {
    let title = match &heading.query {
        Some(query) => link(query),
        None => el("span"),
    };
    let count = of_class("span", "section__count").add(count.to_string());
    of_class("div", "section__head")
        .add(el("h2").add(title.add(heading.label)).add(" ").add(count))
        .add(heading.hint.map(|hint| el("p").add(hint)))
}

fn entries(entries: &Entries<'static>) -> Vec<Element> {
    match entries {
        Entries::Positions(entries) => entries.iter().map(position::position).collect(),
        Entries::Quotes(entries) => entries.iter().map(quote::quote).collect(),
        Entries::Stakeholders(entries) => entries.iter().map(stakeholder::stakeholder).collect(),
        Entries::Questions(entries) => entries.iter().map(question::question).collect(),
    }
}
