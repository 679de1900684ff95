//! The list: how it is ordered and grouped, its sections, and what is shown apart from it.

use super::node::{El, el, of_class};
use super::parts::link;
use super::{nothing, position, question, quote, stakeholder};
use crate::explore::{Entries, Heading, LIMIT, Page, Section, Switch, words};

pub(super) fn list(page: &Page<'static>) -> Vec<El> {
    let list = &page.list;
    let switches = [switches("Group by", &list.groups), switches("Order", &list.sorts)];
    let switches = of_class("div", "switches").key("switches").with(switches.into_iter().flatten().collect::<Vec<_>>());
    let aside = list.aside.as_ref().map(|item| {
        of_class("section", "aside")
            .key("aside")
            .attribute("aria-label", "Opened by the link")
            .with(of_class("h2", "unseen").with("Opened by the link"))
            .with(of_class("p", "aside__why").with("The filters hide this one; it is shown because the link opens it."))
            .with(entries(item))
    });
    let withheld = (list.withheld > 0).then(|| {
        let line = format!("These are the first {LIMIT}. {} more match: add a filter to see them.", list.withheld);
        of_class("p", "withheld").key("withheld").with(line)
    });
    [Some(switches), aside, page.nothing.as_ref().map(|advice| nothing::nothing(advice).key("nothing"))]
        .into_iter()
        .flatten()
        .chain(list.sections.iter().map(|part| section(page, part)))
        .chain(withheld)
        .collect()
}

fn switches(label: &'static str, switches: &[Switch]) -> Option<El> {
    let options = switches.iter().map(|option| {
        let current = option.current.then_some("true");
        link(&option.query).class("switch").maybe("aria-current", current).with(option.label)
    });
    (switches.len() > 1).then(|| {
        of_class("p", "switches__line").with(el("span").with(label)).with(" ").with(options.collect::<Vec<_>>())
    })
}

fn section(page: &Page<'static>, section: &Section<'static>) -> El {
    let key = section.heading.as_ref().map_or("list", |heading| heading.label);
    let head = match &section.heading {
        Some(title) => heading(title, section.entries.len()),
        None => of_class("h2", "unseen").with(words::view(page.view)),
    };
    of_class("section", "section").key(key).with(head).with(entries(&section.entries))
}

fn heading(heading: &Heading<'static>, count: usize) -> El {
    let title = match &heading.query {
        Some(query) => link(query),
        None => el("span"),
    };
    let count = of_class("span", "section__count").with(count.to_string());
    of_class("div", "section__head")
        .with(el("h2").with(title.with(heading.label)).with(" ").with(count))
        .with(heading.hint.map(|hint| el("p").with(hint)))
}

fn entries(entries: &Entries<'static>) -> Vec<El> {
    match entries {
        Entries::Positions(entries) => entries.iter().map(position::position).collect(),
        Entries::Quotes(entries) => entries.iter().map(quote::quote).collect(),
        Entries::Stakeholders(entries) => entries.iter().map(stakeholder::stakeholder).collect(),
        Entries::Questions(entries) => entries.iter().map(question::question).collect(),
    }
}
