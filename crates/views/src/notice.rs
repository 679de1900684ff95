//! Notice about parts of the link that could not be applied.

use super::markup::{Element, el, of_class};
use super::parts::link;
use explore::Notice;

pub(super) fn notice(notice: &Notice) -> Element {
    of_class("section", "notice")
        .attribute("aria-label", "About the link")
        .with(el("p").with(notice.text.clone()))
        .with(notice.bring.as_ref().map(|bring| link(bring).class("notice__dismiss").with("Open the file")))
        .with(link(&notice.dismissal).class("notice__dismiss").flag("data-replace", true).with("Dismiss"))
}
