//! The two ways to do the same: a mouse, and a keyboard alone. Both count what they do.

use std::cell::Cell;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

use crate::Reader;

/// The most Tabs that one way may take.
const FAR: u32 = 80;

/// With what a reader works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// A pointer; the keyboard only to type.
    Mouse,
    /// Keys alone. On every way the focus must be in sight.
    Keyboard,
}

/// What a reader works with, and how often it was used.
#[derive(Debug)]
pub struct Hand<'r> {
    reader: &'r Reader,
    with: With,
    clicks: Cell<u32>,
    keys: Cell<u32>,
}

impl<'r> Hand<'r> {
    /// A hand that did nothing yet.
    #[must_use]
    pub const fn new(reader: &'r Reader, with: With) -> Self {
        Self { reader, with, clicks: Cell::new(0), keys: Cell::new(0) }
    }

    /// Whose hand it is.
    #[must_use]
    pub const fn reader(&self) -> &'r Reader {
        self.reader
    }

    /// With what the reader works.
    #[must_use]
    pub const fn with(&self) -> With {
        self.with
    }

    /// How many clicks it took until now.
    #[must_use]
    pub fn clicks(&self) -> u32 {
        self.clicks.get()
    }

    /// How many keys were pressed until now. A key held down for another counts with it.
    #[must_use]
    pub fn keys(&self) -> u32 {
        self.keys.get()
    }

    /// Follows the first link that the selector finds, or presses that button.
    ///
    /// # Errors
    /// If there is none, if something stands before it, or if the keyboard does not get there with the focus in sight.
    pub async fn follow(&self, selector: &str) -> anyhow::Result<()> {
        match self.with {
            With::Mouse => {
                self.reader.click(selector).await?;
                self.clicks.set(self.clicks.get() + 1);
            }
            With::Keyboard => {
                self.go_to(selector).await?;
                self.press(Key::Enter).await?;
            }
        }
        Ok(())
    }

    /// Puts the focus on the first field that the selector finds.
    ///
    /// # Errors
    /// As [`Hand::follow`].
    pub async fn enter(&self, selector: &str) -> anyhow::Result<()> {
        match self.with {
            With::Mouse => {
                self.reader.click(selector).await?;
                self.clicks.set(self.clicks.get() + 1);
                Ok(())
            }
            With::Keyboard => self.go_to(selector).await,
        }
    }

    /// Types into the search.
    ///
    /// # Errors
    /// If the search does not take the focus.
    pub async fn search(&self, text: &str) -> anyhow::Result<()> {
        match self.with {
            With::Mouse => {
                self.reader.click("#search").await?;
                self.clicks.set(self.clicks.get() + 1);
            }
            With::Keyboard => self.press("/").await?,
        }
        self.reader.focus_is("the search takes the focus", |focus| focus.id == "search").await?;
        for letter in text.chars() {
            self.press(letter.to_string()).await?;
        }
        Ok(())
    }

    async fn press(&self, key: impl Into<TypingData>) -> anyhow::Result<()> {
        self.keys.set(self.keys.get() + 1);
        self.reader.press(key).await
    }

    /// Brings the focus there: by the skip link or the key for the search where that is shorter, by Tab, and within a grid
    /// by the arrow keys.
    async fn go_to(&self, selector: &str) -> anyhow::Result<()> {
        self.reader.find(selector).await?;
        let (start, back): (String, bool) = self.reader.run(PLAN, &[json!(selector)]).await?;
        match start.as_str() {
            "skip" => {
                self.press(Key::Tab).await?;
                self.reader.focus_is("the first Tab leads to the skip link", |focus| focus.is_a("skip")).await?;
                self.press(Key::Enter).await?;
                self.reader.focus_is("the skip link leads to the results", |focus| focus.id == "results").await?;
            }
            "search" => {
                self.press("/").await?;
                self.reader.focus_is("the slash leads to the search", |focus| focus.id == "search").await?;
            }
            "search's end" => {
                self.press(Key::Enter).await?;
                self.reader
                    .focus_is("Enter leads from the search to the results", |focus| focus.id == "results")
                    .await?;
            }
            _here => {}
        }
        self.tab(selector, back).await?;
        let steps: Vec<String> = self.reader.run(STEPS, &[json!(selector)]).await?;
        for step in steps {
            let key = match step.as_str() {
                "up" => Key::Up,
                "down" => Key::Down,
                "left" => Key::Left,
                "end" => Key::End,
                _right => Key::Right,
            };
            self.press(key).await?;
            self.in_sight(selector).await?;
        }
        let there: bool = self.reader.run(IS_THERE, &[json!(selector), Value::Bool(false)]).await?;
        there.then_some(()).with_context(|| format!("the keyboard does not lead to {selector}"))
    }

    /// Presses Tab until the focus is on the element, or in the grid that it is in.
    async fn tab(&self, selector: &str, back: bool) -> anyhow::Result<()> {
        for _ in 0..FAR {
            if self.reader.run(IS_THERE, &[json!(selector), Value::Bool(true)]).await? {
                return Ok(());
            }
            self.keys.set(self.keys.get() + 1);
            let chain = self.reader.driver().action_chain();
            let chain = if back {
                chain.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift)
            } else {
                chain.send_keys(Key::Tab)
            };
            chain.perform().await?;
            self.in_sight(selector).await?;
        }
        bail!("{FAR} Tabs do not lead to {selector}");
    }

    async fn in_sight(&self, towards: &str) -> anyhow::Result<()> {
        let what = format!("on the way to {towards} the focus is in sight");
        self.reader.focus_is(&what, |focus| focus.tag != "body" && focus.seen).await.map(drop)
    }
}

/// From where the fewest keys lead to the element, and whether backwards.
const PLAN: &str = r#"
const target = document.querySelector(arguments[0]);
const grid = target.closest("[role=grid]");
const end = grid?.querySelector("[tabindex='0']") ?? target;
const stops = [...document.querySelectorAll("a[href], button, input, textarea, summary, [tabindex='0']")].filter((element) =>
  element.tabIndex >= 0 && element.checkVisibility());
// What is no stop itself stands between two.
const place = (element) => stops.includes(element) ? stops.indexOf(element) : stops.filter((stop) =>
  element.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING).length - 0.5;
const active = document.activeElement ?? document.body;
const to = place(end);
const ways = [["here", active === document.body ? -0.5 : place(active), 0]];
if (grid !== null && active.closest("[role=grid]") === grid) return ["here", false];
if (active.id === "search") ways.push(["search's end", place(document.getElementById("results")), 1]);
const search = document.getElementById("search");
if (search !== null && !active.matches("input, textarea")) ways.push(["search", place(search), 1]);
if (active === document.body) ways.push(["skip", place(document.getElementById("results")), 2]);
const keys = ([, from, before]) => before + Math.abs(to - from);
const best = ways.reduce((best, way) => keys(way) < keys(best) ? way : best);
return [best[0], to < best[1]];
"#;

/// Whether the focus is on the element, or, where that is enough, in its grid.
const IS_THERE: &str = r#"
const [selector, grid] = arguments;
const target = document.querySelector(selector);
const frame = target?.closest("[role=grid]");
return target !== null && (document.activeElement === target || grid && Boolean(frame?.contains(document.activeElement)));
"#;

/// The arrow keys that lead from the focus to the element, where both are in a grid.
const STEPS: &str = r#"
const target = document.querySelector(arguments[0]);
const rows = [...target.closest("[role=grid]")?.querySelectorAll("[data-row]") ?? []];
if (rows.length === 0) return [];
const place = (element) => {
  const row = element.closest("[data-row]");
  return [rows.indexOf(row), [...row.children].indexOf(element.closest("th, td"))];
};
const [row, column] = place(document.activeElement), [toRow, toColumn] = place(target);
const times = (key, number) => Array(Math.max(number, 0)).fill(key);
const along = [...times("right", toColumn - column), ...times("left", column - toColumn)];
const fromTheEnd = ["end", ...times("left", rows[toRow].children.length - 1 - toColumn)];
return [
  ...times("down", toRow - row), ...times("up", row - toRow),
  ...(fromTheEnd.length < along.length ? fromTheEnd : along),
];
"#;
