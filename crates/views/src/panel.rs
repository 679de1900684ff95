//! Panels over the view. `ui::panel` opens them as modal dialogs; the close link is the only way out.

mod cite;
mod export;
mod share;

use super::action::{Action, button};
use super::node::{Content, El, Text, el, of_class};
use super::parts::link;
use explore::PanelBody;
use explore::query::Query;

pub use export::{DOING, WHOLE};

/// What the panel is called among the parts of the page.
pub(super) const KEY: &str = "panel";

const TITLE: &str = "panel-title";

pub(super) fn panel(panel: &PanelBody) -> El {
    match panel {
        PanelBody::Share(panel) => share::share(panel),
        PanelBody::Cite(panel) => cite::cite(panel),
        PanelBody::Export(panel) => export::export(panel),
    }
}

/// The dialog around what a panel shows.
fn dialog(title: &'static str, close: &Query, inside: impl Content) -> El {
    of_class("dialog", "panel")
        .key(KEY)
        .attribute("aria-labelledby", TITLE)
        .with(
            of_class("div", "drawer__head")
                .with(el("h2").attribute("id", TITLE).with(title))
                .with(link(close).class("act").flag("data-shut", true).with("Close")),
        )
        .with(of_class("div", "panel__inside").with(inside))
}

/// A line that can be copied, under its label.
fn line(id: &'static str, label: &'static str, value: String) -> El {
    let field = el("input").attribute("type", "text").attribute("value", value);
    of_class("div", "taken").with(label_of(id, label)).with(readonly(field, id)).with(copy(id))
}

/// A text of several lines that can be copied, under its label.
fn text(id: &'static str, label: &'static str, value: impl Into<Text>) -> El {
    let field = el("textarea").attribute("rows", "4").attribute("dir", "auto").with(super::Node::Text(value.into()));
    of_class("div", "taken taken--text").with(label_of(id, label)).with(readonly(field, id)).with(copy(id))
}

fn label_of(id: &'static str, label: &'static str) -> El {
    of_class("label", "taken__label").attribute("for", id).with(label)
}

fn readonly(field: El, id: &'static str) -> El {
    field.class("taken__field").attribute("id", id).flag("readonly", true).attribute("spellcheck", "false")
}

/// A button that copies what stands in the field of that id.
fn copy(id: &'static str) -> El {
    button(Action::CopyField, "act").attribute("data-link", id).with("Copy")
}
