//! The export panel.

use dossier::export::Format;

use super::super::action::{Action, button};
use super::super::markup::{Element, el, of_class};
use super::dialog;
use explore::{ExportPanel, FormatChoice};

/// Id of the element in which `ui::worker_client` shows progress; a toast would be behind the panel.
pub const DOING: &str = "export-doing";

/// Id of the option for all items.
pub const WHOLE: &str = "export-whole";

pub(super) fn export(panel: &ExportPanel) -> Element {
    let inside = vec![
        scope(panel),
        of_class("div", "export__lead")
            .with(
                button(Action::Export, "act act--lead")
                    .attribute("data-link", Format::Package.word())
                    .with("Download everything below as one package"),
            )
            .with(of_class("p", "export__about").with(
                "A zip archive (Data Package, version 2) with a description of every column, for people and for programs.",
            )),
        of_class("p", "export__doing").attribute("id", DOING).attribute("role", "status"),
        of_class("ul", "export__formats").each(&panel.choices, format),
        of_class("p", "export__about").with(
            "Each file states its view, what it shows, its link, the data version, the licence and how to cite it. A cell that a \
             spreadsheet would run as a formula gets an apostrophe in front; the column “guarded” of its row says so. Files are \
             made here, in your browser: nothing is sent.",
        ),
    ];
    dialog("Export", &panel.close, inside)
}

/// Choice between filtered and all items.
fn scope(panel: &ExportPanel) -> Element {
    let Some(shown) = &panel.shown else {
        return of_class("p", "export__all").with("Everything is shown: ").with(panel.all.clone()).with(".");
    };
    of_class("fieldset", "export__scope")
        .with(el("legend").with("What to take along"))
        .with(choice("export-shown", "What is shown", shown, true))
        .with(choice(WHOLE, "Everything", &panel.all, false))
}

fn choice(id: &'static str, name: &'static str, counts: &str, first: bool) -> Element {
    let field = el("input")
        .attribute("type", "radio")
        .attribute("name", "export-scope")
        .attribute("id", id)
        .flag("checked", first);
    of_class("div", "export__choice").with(field).with(
        el("label")
            .attribute("for", id)
            .with(el("b").with(name))
            .with(of_class("span", "export__counts").with(counts.to_owned())),
    )
}

fn format(choice: &FormatChoice) -> Element {
    let FormatChoice { format, about, lacks } = *choice;
    let lacks = (!lacks.is_empty()).then(|| of_class("span", "export__lacks").with(lacks).with("."));
    of_class("li", "export__format")
        .with(button(Action::Export, "act export__file").attribute("data-link", format.word()).with(format.file()))
        .with(of_class("p", "export__about").with(about).with(". ").with(lacks))
}
