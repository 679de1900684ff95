//! Filters. Every value is a link to the resulting query, with its number of results.

use dossier::direction::isolate;
use dossier::{Basis, Date, Stance};

use super::action::Action;
use super::markup::{Element, el, of_class};
use super::parts::{bdi, link, sample, tile, unseen};
use explore::query::{Facet, Pick, Query};
use explore::{DateFacet, DateValue, FacetList, FacetValue, Outline, ValueGroup};

/// Adds the filters of the view to `place`. A filter that does not apply to the view is shown only if it has picks, so
/// that they can be removed.
pub(super) fn facets(mut place: Element, page: &Outline<'static>) -> Element {
    for list in page.facets.iter().filter(|list| list.applies || list.picked > 0) {
        place = place.with(facet(list));
    }
    place.with(dates(&page.dates))
}

fn disclosure(key: &'static str, label: &'static str, open: bool, picked: usize, applies: bool) -> Element {
    let picked = (picked > 0).then(|| of_class("span", "facet__picked").with(format!(" {picked} picked")));
    of_class("details", "facet")
        .key(key)
        .flag("open", open)
        .with(el("summary").with(label).with(picked))
        .with((!applies).then(|| of_class("p", "facet__idle").with("Does not narrow open questions.")))
}

fn facet(list: &FacetList<'static>) -> Element {
    let open = list.facet.spec().is_open || list.picked > 0;
    let mut facet = disclosure(list.facet.word(), list.label, open, list.picked, list.applies);
    for values in &list.groups {
        facet = group(facet, list.facet, values);
    }
    facet
}

fn group(list: Element, facet: Facet, group: &ValueGroup<'static>) -> Element {
    let heading = match (&group.head, group.heading) {
        (Some(head), _) => Some(of_class("div", "facet__camp").with(value(Facet::Camp, head))),
        (None, Some(heading)) => Some(of_class("h3", "facet__heading").isolated(heading)),
        (None, None) => None,
    };
    let class = if group.head.is_some() { "facet__values facet__values--under" } else { "facet__values" };
    let more = (group.more > 0).then(|| {
        el("li").with(
            of_class("span", "facet__idle").with(format!("and {} more: search for one to find it here", group.more)),
        )
    });
    let values = of_class("ul", class).each(&group.values, |entry| el("li").with(value(facet, entry))).with(more);
    list.with(heading).with(values)
}

fn value(facet: Facet, value: &FacetValue<'static>) -> Element {
    let said = match value.pick {
        None => None,
        Some(Pick::Include) => Some("picked: "),
        Some(Pick::Exclude) => Some("excluded: "),
    };
    let sample = if facet == Facet::Stance {
        Stance::from_word(value.word).map(|stance| tile(stance, value.label, Basis::Direct))
    } else if facet == Facet::Basis {
        Basis::from_word(value.word).map(sample)
    } else {
        None
    };
    let excluded = value.pick == Some(Pick::Exclude);
    let name = isolate(value.label);
    let says = format!("{} {name}", if excluded { "No longer exclude" } else { "Exclude" });
    let label = of_class("span", "value__label").with(said.map(unseen));
    let label = if facet.spec().is_named { label.with(bdi(value.label)) } else { label.with(value.label) };
    el("span")
        .class(class(value.pick, value.count))
        .with(pick(&value.toggle, value.pick, sample, label, value.count))
        .with(
            link(&value.exclude)
                .class("value__not")
                // The accessible name begins with the visible text, for speech control.
                .attribute("aria-label", format!("not {name}"))
                .attribute("title", says)
                .maybe("aria-current", excluded.then_some("true"))
                .with("not"),
        )
}

const fn class(pick: Option<Pick>, count: u32) -> &'static str {
    match (pick, count) {
        (None, 0) => "value value--zero",
        (None, _) => "value",
        (Some(Pick::Include), _) => "value value--in",
        (Some(Pick::Exclude), _) => "value value--out",
    }
}

fn pick(query: &Query, pick: Option<Pick>, sample: Option<Element>, label: Element, count: u32) -> Element {
    link(query)
        .class("value__pick")
        .maybe("aria-current", (pick == Some(Pick::Include)).then_some("true"))
        .with(of_class("span", "value__box").attribute("aria-hidden", "true"))
        .with(sample)
        .with(label)
        .with(" ")
        .with(of_class("span", "value__count").with(count.to_string()))
}

fn dates(dates: &DateFacet) -> Option<Element> {
    let picked = dates.from.is_some() || dates.to.is_some();
    if !(dates.applies || picked) {
        return None;
    }
    let value = |date: &DateValue| {
        let how = date.selected.then_some(Pick::Include);
        let label = of_class("span", "value__label").with(date.label.clone());
        el("li").with(el("span").class(class(how, date.count)).with(pick(&date.toggle, how, None, label, date.count)))
    };
    let range = of_class("p", "range").with(day("From", Action::From, dates.from.map(Date::first_day))).with(day(
        "To",
        Action::To,
        dates.to.map(Date::last_day),
    ));
    let list = disclosure("date", "Date", picked, usize::from(picked), dates.applies);
    Some(list.with(of_class("ul", "facet__values").each(&dates.values, value)).with(range))
}

fn day(label: &'static str, action: Action, day: Option<Date>) -> Element {
    el("label").with(label).with(
        el("input")
            .attribute("type", "date")
            .attribute("min", "0001-01-01")
            .attribute("max", "9999-12-31")
            .attribute("data-act", action.word())
            .attribute("value", day.map(|day| day.to_string()).unwrap_or_default()),
    )
}
