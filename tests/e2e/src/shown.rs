//! What a reader sees, as plain values.

use serde::Deserialize;

/// The page as it stands.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Shown {
    /// The title of the window.
    pub title: String,
    /// The query string, with its `?`, or empty.
    pub search: String,
    /// The views.
    pub tabs: Vec<Tab>,
    /// The filters above the list, as they read.
    pub chips: Vec<String>,
    /// How many of how many.
    pub counts: String,
    /// The headings of the listed items.
    pub items: Vec<String>,
    /// How many cells of the matrix have a tile, or names where it shows one issue.
    pub cells: u32,
    /// The heading of the item that is opened.
    pub opened: Option<String>,
    /// What the link asked for and did not get.
    pub notice: Option<String>,
    /// How far the page is scrolled down, in CSS pixels.
    pub scroll: f64,
    /// How many entries the history has.
    pub entries: u32,
}

/// A view with its count.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Tab {
    /// What it is called.
    pub label: String,
    /// How many it shows; none where it is a picture of what others count.
    pub count: Option<usize>,
    /// Whether it is the one that is shown.
    pub current: bool,
}

impl Shown {
    /// How many the shown view says that it shows.
    #[must_use]
    pub fn current_count(&self) -> Option<usize> {
        self.tabs.iter().find(|tab| tab.current)?.count
    }

    /// How many the view of this name says that it shows.
    #[must_use]
    pub fn count_of(&self, label: &str) -> Option<usize> {
        self.tabs.iter().find(|tab| tab.label == label)?.count
    }
}

/// Makes a [`Shown`] in the page.
pub(crate) const SCRIPT: &str = r##"
const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
const one = (selector) => all(selector).map(text)[0] ?? null;
return {
  title: document.title,
  search: location.search,
  tabs: all(".tabs .tab").map((tab) => ({
    label: tab.firstChild.textContent,
    count: tab.querySelector(".tab__count") && Number(tab.querySelector(".tab__count").textContent),
    current: tab.getAttribute("aria-current") === "page",
  })),
  chips: all(".chip").map(text),
  counts: one(".summary strong") ?? "",
  items: all("#results article .item__toggle").map(text),
  cells: all(".grid__cell, .focus__name").length,
  opened: one("[data-open] .item__toggle"),
  notice: one(".notice p"),
  scroll: Math.round(scrollY),
  entries: history.length,
};
"##;
