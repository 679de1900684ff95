//! Lists: options for order and grouping, sections, and an open item that the filters hide.

use super::markup::{Element, el, of_class};
use super::parts::link;
use super::{position, question, quote, stakeholder, window};
use explore::{Entries, Heading, List, Outline, Section, Switch, Window};

/// Puts the list into `place`, after the empty state.
pub(super) fn list(place: Element, page: &Outline<'static>, list: &List<'static>, advice: Option<Element>) -> Element {
    let switches = of_class("div", "switches")
        .key("switches")
        .with(switches("Group by", &list.groups))
        .with(switches("Order", &list.sorts));
    let opened = list.aside.as_ref().map(|item| entries(aside(), item, &Window::around(1, 0), 0));
    let mut place = window::before(place.with(switches).with(opened).with(advice), &list.window);
    let mut number = list.window.first;
    for part in &list.sections {
        place = place.with(section(page, part, &list.window, number));
        number += part.entries.len();
    }
    window::behind(place, &list.window)
}

/// Section for an open item that the filters hide.
pub(super) fn aside() -> Element {
    const SAYS: &str = "Opened by the link";
    of_class("section", "aside")
        .key("aside")
        .attribute("aria-label", SAYS)
        .with(of_class("h2", "unseen").with(SAYS))
        .with(of_class("p", "aside__why").with("The filters hide this one; it is shown because the link opens it."))
}

/// Line of options; `None` if there is no choice.
pub(super) fn switches(label: &'static str, switches: &[Switch]) -> Option<Element> {
    let option = |option: &Switch| {
        let current = option.current.then_some("true");
        link(&option.query).class("switch").maybe("aria-current", current).with(option.label)
    };
    let line = || of_class("p", "switches__line").with(el("span").with(label)).with(" ").each(switches, option);
    (switches.len() > 1).then(line)
}

/// A section; `first` is the index of its first entry in the list.
fn section(page: &Outline<'static>, section: &Section<'static>, window: &Window, first: usize) -> Element {
    let key = section.heading.as_ref().map_or("list", |heading| heading.label);
    let head = match &section.heading {
        Some(title) => heading(title, section.count),
        None => of_class("h2", "unseen").with(page.view.label()),
    };
    entries(of_class("section", "section").key(key).with(head), &section.entries, window, first)
}

fn heading(heading: &Heading<'static>, count: usize) -> Element {
    let title = match &heading.query {
        Some(query) => link(query),
        None => el("span"),
    };
    let title = if heading.is_named { title.isolated(heading.label) } else { title.with(heading.label) };
    let count = of_class("span", "section__count").with(count.to_string());
    of_class("div", "section__head")
        .with(el("h2").with(title).with(" ").with(count))
        .with(heading.hint.map(|hint| el("p").isolated(hint)))
}

fn entries(list: Element, entries: &Entries<'static>, window: &Window, first: usize) -> Element {
    match entries {
        Entries::Positions(entries) => each(list, entries, window, first, position::position),
        Entries::Quotes(entries) => each(list, entries, window, first, quote::quote),
        Entries::Stakeholders(entries) => each(list, entries, window, first, stakeholder::stakeholder),
        Entries::Questions(entries) => each(list, entries, window, first, question::question),
    }
}

/// Renders `items` with `make` into the list; `first` is the index of the first one.
pub(super) fn each<T>(
    mut list: Element,
    items: &[T],
    window: &Window,
    first: usize,
    make: fn(&T) -> Element,
) -> Element {
    for (place, item) in items.iter().enumerate() {
        list = list.with(window::numbered(make(item), window, first + place));
    }
    list
}
