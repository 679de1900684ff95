//! Tabs of the views, with counts.

use super::markup::{Element, of_class};
use super::parts::link;
use explore::Tab;

pub(super) fn tabs(tabs: &[Tab]) -> Element {
    of_class("nav", "tabs").attribute("aria-label", "Views").each(tabs, tab)
}

fn tab(tab: &Tab) -> Element {
    link(&tab.query)
        .class("tab")
        .maybe("aria-current", tab.current.then_some("page"))
        .with(tab.label)
        .with(tab.count.map(|count| of_class("span", "tab__count").with(format!(" {count}"))))
}
