//! Summary of the filters: the counts, then every filter as a removable chip.

use super::markup::{Element, el, of_class};
use super::parts::{bdi, link, unseen};
use explore::{Chip, Outline};

pub(super) fn filter_summary(page: &Outline<'static>) -> Element {
    of_class("section", "summary")
        .attribute("aria-label", "What is asked")
        .with(el("strong").with(page.counts.clone()))
        .with((!page.chips.is_empty()).then_some(" where "))
        .each(&page.chips, chip)
        .with(page.clear.as_ref().map(|clear| link(clear).class("summary__clear").with("Clear all")))
}

fn chip(chip: &Chip) -> Element {
    let (class, is, not) = if chip.excluded { ("chip chip--not", "is not", "not ") } else { ("chip", "is", "") };
    let value = || if chip.is_named { bdi(chip.value.clone()) } else { el("span").with(chip.value.clone()) };
    link(&chip.removal)
        .class(class)
        .with(of_class("span", "chip__label").with(format!("{} {is}", chip.label)))
        .with(" ")
        .with(value())
        .with(" ")
        .with(of_class("span", "chip__remove").attribute("aria-hidden", "true").with("×"))
        .with(unseen(format!(" (remove: {not}")).with(value()).with(")"))
}
