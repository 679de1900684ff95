//! Panels over the view. `ui::panel` opens them as modal dialogs; the close link is the only way out.

mod cite;
mod export;
mod share;

use super::action::{Action, button};
use super::markup::{Content, Element, Text, el, of_class};
use super::parts::link;
use explore::PanelContent;
use explore::query::Query;

pub use export::{DOING, WHOLE};

const TITLE: &str = "panel-title";

pub(super) fn panel(panel: &PanelContent) -> Element {
    match panel {
        PanelContent::Share(panel) => share::share(panel),
        PanelContent::Cite(panel) => cite::cite(panel),
        PanelContent::Export(panel) => export::export(panel),
    }
}

/// Dialog around the content of a panel.
fn dialog(title: &'static str, close: &Query, inside: impl Content) -> Element {
    of_class("dialog", "panel")
        .key("panel")
        .attribute("aria-labelledby", TITLE)
        .with(
            of_class("div", "dialog__head")
                .with(el("h2").attribute("id", TITLE).with(title))
                .with(link(close).class("act").flag("data-shut", true).with("Close")),
        )
        .with(of_class("div", "panel__inside").with(inside))
}

/// Labelled line with a copy button.
fn line(id: &'static str, label: &'static str, value: String) -> Element {
    let field = el("input").attribute("type", "text").attribute("value", value);
    of_class("div", "taken").with(label_of(id, label)).with(readonly(field, id)).with(copy(id))
}

/// Labelled text of several lines with a copy button.
fn text(id: &'static str, label: &'static str, value: impl Into<Text>) -> Element {
    let field = el("textarea").attribute("rows", "4").attribute("dir", "auto").with(super::Markup::Text(value.into()));
    of_class("div", "taken taken--text").with(label_of(id, label)).with(readonly(field, id)).with(copy(id))
}

fn label_of(id: &'static str, label: &'static str) -> Element {
    of_class("label", "taken__label").attribute("for", id).with(label)
}

fn readonly(field: Element, id: &'static str) -> Element {
    field.class("taken__field").attribute("id", id).flag("readonly", true).attribute("spellcheck", "false")
}

/// Button that copies the value of a field.
fn copy(id: &'static str) -> Element {
    button(Action::CopyField, "act").attribute("data-link", id).with("Copy")
}
