//! The whole page: the regions of an [`Answer`], and what the page itself keeps.

use super::answer::{Answer, Regions};
use super::markup::{Markup, el, of_class};
use super::toast::{self, Toast};
use super::{help, search};

/// State of the page in the browser that no link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageState {
    /// The current toast.
    pub toast: Option<Toast>,
    /// Text for screen readers.
    pub announcement: String,
    /// Whether keyboard shortcuts are on.
    pub shortcuts: bool,
}

/// Children of the page's root.
#[must_use]
pub fn frame(answer: Answer, state: &PageState) -> Vec<Markup> {
    let Answer { query, narrows, regions, .. } = answer;
    let Regions { head, notice, summary, filters, results, panel, foot } = regions;
    let status = of_class("p", "unseen").key("status").attribute("role", "status").with(state.announcement.clone());
    let toast = toast::toast(state.toast.as_ref()).key("toast");
    if query.embed {
        let root = el("div").with(notice).with(summary).with(filters).with(results).with(foot);
        return root.with(toast).with(status).children;
    }
    let body = of_class("div", if narrows { "body" } else { "body body--alone" }).with(filters).with(results);
    let root = el("div")
        .with(head)
        .with(notice)
        .with(narrows.then(|| search::search(&query.text).key("search")))
        .with(summary)
        .with(body.key("body"))
        .with(foot)
        .with(status)
        .with(panel)
        .with(toast)
        .with(help::dialog(state.shortcuts).key("help"));
    root.children
}
