//! The share panel: link, share sheet, embed code.

use super::super::action::{Action, button};
use super::super::list::switches;
use super::super::markup::{Element, el, of_class};
use super::{Content as _, dialog, line, text};
use explore::SharePanel;

pub(super) fn share(panel: &SharePanel) -> Element {
    // Shown by `ui::panel` if the browser has a share sheet.
    let sheet = button(Action::Share, "act")
        .attribute("data-link", panel.address.clone())
        .flag("hidden", true)
        .with("Send with another app");
    let about = if panel.preview.is_some() {
        "A pinned link names the data that you see. Whoever opens it when the data has changed is told what has changed in this \
         view."
    } else {
        "The link needs your file. Whoever opens it, here or in another page, is told so, and sees this site's own dossier until \
         they open the file."
    };
    let pins = of_class("div", "panel__part")
        .with(switches("The link is", &panel.pins))
        .with(of_class("p", "panel__note").with(about));
    let link = of_class("div", "panel__part").with(line("share-link", "The link", panel.address.clone())).with(sheet);
    // A new element for another link, because navigating a frame adds a history entry.
    let frame = |address: &String| {
        of_class("iframe", "preview__frame")
            .key(if panel.pinned { "pinned" } else { "free" })
            .attribute("src", address.clone())
            .attribute("title", format!("Preview: {}", panel.title))
            .attribute("loading", "lazy")
    };
    let preview = panel.preview.as_ref().map(|address| of_class("div", "preview").with(frame(address)));
    let code = of_class("div", "panel__part")
        .with(el("h3").with("In another page"))
        .with(text("share-code", "This HTML shows the view there, with its source and a link back", panel.code.clone()))
        .with(preview.as_ref().map(|_| of_class("p", "panel__note").with("This is what it shows:")))
        .with(preview);
    let mut parts = Vec::new();
    for part in [link, pins, code] {
        part.put(&mut parts);
    }
    dialog("Share this view", &panel.close, parts)
}
