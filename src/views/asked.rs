//! What is asked, as a sentence: the counts, then every filter as a chip that takes itself back.

use super::node::{Element, el, of_class};
use super::parts::{link, unseen};
use crate::explore::{Chip, Page};

pub(super) fn asked(page: &Page<'static>) -> Element {
    of_class("p", "asked")
        .add(el("strong").add(page.counts.clone()))
        .add((!page.chips.is_empty()).then_some(" where "))
        .add(page.chips.iter().map(chip).collect::<Vec<_>>())
        .add(page.clear.as_ref().map(|clear| link(clear).class("asked__clear").add("Clear all")))
}

fn chip(chip: &Chip) -> Element {
    let (class, is, not) = if chip.excluded { ("chip chip--not", "is not", "not ") } else { ("chip", "is", "") };
    link(&chip.removal)
        .class(class)
        .add(of_class("span", "chip__label").add(format!("{} {is}", chip.label)))
        .add(" ")
        .add(chip.value.clone())
        .add(" ")
        .add(of_class("span", "chip__remove").attribute("aria-hidden", "true").add("×"))
        .add(unseen(format!(" (remove: {not}{})", chip.value)))
}
