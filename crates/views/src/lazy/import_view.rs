//! The import view: file input, and the faults of a refused dossier.

use crate::action::{Action, button};
use crate::file_input::{files, labelled, prose, zone};
use crate::markup::{Element, el, of_class};
use crate::parts::link;
use explore::{FaultyFile, ImportView, Origin, Refusal, RefusedFault, words};

pub(crate) fn import_view(place: Element, opening: &ImportView) -> Element {
    let own = match &opening.origin {
        Origin::Embedded => None,
        Origin::File { name } => Some(
            of_class("p", "verdict__says")
                .with("Open now: your own file, ")
                .with(name.clone())
                .with(". ")
                .with(button(Action::CloseDossier, "plain").with("Close it")),
        ),
    };
    place
        .with(opening.refusal.as_ref().map(|refusal| refused(refusal, opening)))
        .with(own)
        .with(prose(
            "Open another dossier",
            &["Choose one bundle (a .json file), the files of a dossier, or the folder that they lie in. They are checked \
               here, in your browser, by the rules that the embedded dossier keeps. A dossier with a fault is refused whole, \
               with every fault named, and the one that is open stays."],
        ))
        .with(bring())
        .with(prose(
            "What becomes of it",
            &[
                "It stays in this tab: no request is made, nothing is stored, and closing the tab forgets it. While it is open, \
                 the page says that the dossier is your own.",
                "A link never loads data. If it did, anybody could show you a forged dossier under this page’s name. Links that \
                 you send from your own dossier need its file: whoever follows them opens that first.",
            ],
        ))
}

fn bring() -> Element {
    let field = || files(".json,application/json", Action::OpenFiles).flag("multiple", true);
    let pair = of_class("div", "bring__pair")
        .with(labelled("Choose files, or drop them here", field()))
        .with(labelled("Or choose a folder", field().flag("webkitdirectory", true)));
    zone(Action::OpenFiles, "Choose a dossier").key("bring").with(pair).with(
        of_class("p", "bring__note").with("JSON files. 50 MB, which is some 84,000 positions, are not too large."),
    )
}

fn refused(refusal: &Refusal, opening: &ImportView) -> Element {
    let withheld = (refusal.withheld > 0).then(|| {
        let says = format!("These are the first. {} more are not listed.", words::count(refusal.withheld, "fault"));
        of_class("p", "withheld").with(says)
    });
    of_class("section", "refused")
        .key("refused")
        .attribute("aria-label", "Why it was refused")
        .with(el("h2").with(refusal.name.clone()).with(" was not opened"))
        .with(
            el("p")
                .with(format!("It has {}. The dossier that was open stays. ", refusal.count))
                .with(link(&opening.back).with("Back to it")),
        )
        .each(&refusal.files, faulty)
        .with(withheld)
}

fn faulty(file: &FaultyFile) -> Element {
    let count = of_class("span", "section__count").with(file.faults.len().to_string());
    of_class("section", "faults")
        .with(el("h3").with(file.file.clone()).with(" ").with(count))
        .with(of_class("ul", "faults__list").each(&file.faults, fault))
}

fn fault(fault: &RefusedFault) -> Element {
    let field = (!fault.field.is_empty()).then(|| el("code").with(fault.field.clone()));
    let place = (fault.line > 0).then(|| {
        let place = format!("{}:{}:{}", fault.file, fault.line, fault.column);
        of_class("code", "fault__place").with(place)
    });
    el("li")
        .with(
            of_class("p", "fault__where")
                .with(el("b").with(fault.item.clone()))
                .with(field.map(|field| el("span").with(", ").with(field)))
                .with(place.map(|place| el("span").with(" · ").with(place))),
        )
        .with(el("p").with(fault.rule.clone()))
}
