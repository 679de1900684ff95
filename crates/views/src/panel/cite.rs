//! The cite panel.

use super::super::markup::{Element, el, of_class};
use super::{Content as _, dialog, text};
use explore::{CitePanel, Cited, Formats};

/// Ids of the fields of the item, the view and the dossier.
const FIELDS: [[&str; 3]; 3] = [
    ["cite-1-plain", "cite-1-bibtex", "cite-1-csl"],
    ["cite-2-plain", "cite-2-bibtex", "cite-2-csl"],
    ["cite-3-plain", "cite-3-bibtex", "cite-3-csl"],
];

pub(super) fn cite(panel: &CitePanel) -> Element {
    let mut parts = Vec::new();
    for ((cited, formats), fields) in panel.cited.iter().zip(FIELDS) {
        part(cited, formats.as_ref(), fields).put(&mut parts);
    }
    of_class("p", "panel__note")
        .with("Each names the data version, and so does its link. The day on which you looked is yours to add.")
        .put(&mut parts);
    dialog("Cite", &panel.close, parts)
}

fn part(cited: &Cited, formats: Option<&Formats>, [plain, bibtex, csl]: [&'static str; 3]) -> Element {
    let part = of_class("section", "panel__part").key(cited.label).with(el("h3").with(cited.label)).with(text(
        plain,
        "Plain text",
        cited.plain.clone(),
    ));
    match formats {
        Some(formats) => part
            .with(folded("BibTeX", text(bibtex, "BibTeX entry", formats.bibtex.clone())))
            .with(folded("CSL-JSON", text(csl, "CSL-JSON item", formats.csl.clone()))),
        None => part.with(of_class("p", "panel__note").with("BibTeX and CSL-JSON are being made…")),
    }
}

/// Folded part.
fn folded(title: &'static str, inside: Element) -> Element {
    of_class("details", "panel__folded").key(title).with(el("summary").with(title)).with(inside)
}
