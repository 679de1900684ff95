//! The comparison, and suggestions while fewer than two sides are picked.

use crate::markup::{Element, Markup, el, of_class};
use crate::parts::{bdi, link, marked, names, pieces, tile, unseen};
use crate::position::how;
use explore::query::Query;
use explore::{ChoiceGroup, Compare, Compared, IssueCompared, Pair, Statement, Verdict, Voice, words};

/// Puts the comparison into `place`.
pub(crate) fn compare(place: Element, compare: &Compare<'static>) -> Element {
    let counts = compare.line.as_ref().map(|parts| line(parts, compare.filtered));
    let place = place.with(el("div").key("lead").with(lead(compare)).with(counts).with(picked(compare)));
    if compare.line.is_none() {
        return place.with(pairs(&compare.pairs)).with(choices(compare).key("choices"));
    }
    let mut columns = el("div").key("columns");
    for (verdict, issues) in &compare.verdicts {
        columns = columns.with(section(*verdict, issues, &compare.sides));
    }
    let silent = if compare.sides.len() == 2 { "Neither spoke" } else { "None of them spoke" };
    place
        .with(columns)
        .with(rest("further", "More issues: pick one to see what they say", &compare.further))
        .with(rest("silent", silent, &compare.silent))
        .with(rest("hidden", "Hidden by the filters", &compare.hidden))
}

/// Compared sides, or how to start a comparison.
fn lead(compare: &Compare<'static>) -> Element {
    let mut lead = of_class("h2", "compare__lead");
    if compare.line.is_none() {
        return match compare.sides.first() {
            Some(one) => lead.with("Whom to compare with ").with(side_name(&one.name, one.is_camp)).with("?"),
            None => lead.with("Whom to compare?"),
        };
    }
    let last = compare.sides.len() - 1;
    for (place, side) in compare.sides.iter().enumerate() {
        let between = if place == last { " and " } else { ", " };
        lead = lead
            .with((place > 0).then_some(between))
            .with(link(&side.query).class("item__toggle").with(side_name(&side.name, side.is_camp)));
    }
    lead
}

/// Name of a side. A camp's name is the page's own word.
fn side_name(name: &str, is_camp: bool) -> Markup {
    if is_camp { Markup::Text(name.to_owned().into()) } else { Markup::Element(bdi(name.to_owned())) }
}

/// Counts of verdicts in a line.
fn line(parts: &[String], filtered: bool) -> Element {
    let mut line = of_class("p", "compare__line").with(filtered.then_some("Under these filters: "));
    for (place, part) in parts.iter().enumerate() {
        // Keeps a count on one line with its words.
        let part = of_class("span", "compare__count").with(part.clone());
        line = line.with((place > 0).then_some(", ")).with(part);
    }
    line
}

/// Picked sides with links that remove them, and sides that can be added.
fn picked(compare: &Compare<'static>) -> Element {
    let side = |side: &Compared| {
        el("li").with(
            link(&side.removal)
                .class("chip")
                .with(side_name(&side.name, side.is_camp))
                .with(" ")
                .with(of_class("span", "chip__remove").attribute("aria-hidden", "true").with("×"))
                .with(unseen(" (take out)")),
        )
    };
    if compare.sides.is_empty() {
        let says = "Two to four, side by side: where they differ, where they agree, and where only one of them spoke.";
        return of_class("p", "compare__says").with(says);
    }
    let add = (compare.line.is_some() && !compare.choices.is_empty()).then(|| {
        of_class("details", "compare__add").key("add").with(el("summary").with("Add another")).with(choices(compare))
    });
    el("div").with(of_class("ul", "compare__picked").each(&compare.sides, side)).with(add)
}

fn pairs(pairs: &[Pair]) -> Option<Element> {
    let pair = |pair: &Pair| {
        el("li")
            .with(link(&pair.query).with(pair.names.clone()))
            .with(of_class("span", "links__says").with(format!(" both spoke to {}", pair.shares)))
    };
    (!pairs.is_empty()).then(|| {
        of_class("section", "compare__pairs")
            .key("pairs")
            .with(el("h3").with("Most in common"))
            .with(el("ul").each(pairs, pair))
    })
}

fn choices(compare: &Compare<'static>) -> Element {
    of_class("div", "compare__choices").each(&compare.choices, |group: &ChoiceGroup| {
        el("div")
            .with(el("h3").with(group.heading))
            .with(el("ul").each(&group.choices, |choice| {
                el("li").with(link(&choice.query).with(side_name(&choice.name, choice.is_camp)))
            }))
            .with((group.more > 0).then(|| {
                let says = format!("and {} more, each to be taken in from its entry under Stakeholders", group.more);
                of_class("p", "links__says").with(says)
            }))
    })
}

fn section(verdict: Verdict, issues: &[IssueCompared<'static>], sides: &[Compared]) -> Element {
    let count = of_class("span", "section__count").with(issues.len().to_string());
    let head = of_class("div", "section__head")
        .with(el("h2").with(words::verdict(verdict)).with(" ").with(count))
        .with(words::meaning(verdict).map(|says| el("p").with(says)));
    of_class("section", "section").key(verdict.word()).with(head).each(issues, |entry| issue(verdict, entry, sides))
}

fn issue(verdict: Verdict, compared: &IssueCompared<'static>, sides: &[Compared]) -> Element {
    let alone = verdict == Verdict::Alone;
    // Silent sides are named already, sides hidden by the filters are not.
    let by_itself = alone && compared.voices.iter().all(|voice| voice.hidden == 0);
    let mut voices = of_class("div", "compare__voices");
    for (side, voice) in sides.iter().zip(&compared.voices) {
        if !alone || !voice.statements.is_empty() || voice.hidden > 0 {
            voices = voices.with(self::voice(side, voice, by_itself));
        }
    }
    let title = link(&compared.query).class("item__toggle").isolated(compared.name);
    let about = el("div")
        .with(el("h3").with(title))
        .with(of_class("p", "compare__proposition").isolated(compared.issue.proposition.as_str()))
        .with(of_class("p", "compare__stand").with(compared.says.clone()));
    of_class("article", if alone { "compare__issue compare__issue--alone" } else { "compare__issue" })
        .key(compared.issue.id.as_str())
        .with(about)
        .with(voices)
}

/// Statements of one side. If it is the only one, its name is for screen readers only.
fn voice(side: &Compared, voice: &Voice<'static>, by_itself: bool) -> Element {
    let hidden = (voice.hidden > 0).then(|| {
        let says = format!("The filters hide {}.", words::count(voice.hidden, "position"));
        of_class("p", "compare__none").with(says)
    });
    let more = (voice.more > 0).then(|| {
        let says = format!("{} more on this issue.", words::count(voice.more, "position"));
        of_class("p", "compare__none").with(says)
    });
    let none = (voice.statements.is_empty() && voice.hidden == 0)
        .then(|| of_class("p", "compare__none").with("Said nothing here"));
    of_class("div", "compare__voice")
        .with(
            of_class("h4", if by_itself { "unseen" } else { "compare__name" })
                .with(side_name(&side.name, side.is_camp)),
        )
        .each(&voice.statements, statement)
        .with(more)
        .with(none)
        .with(hidden)
}

fn statement(statement: &Statement<'static>) -> Element {
    let entry = &statement.entry;
    let words = |(text, fragment): &(String, bool)| {
        let words =
            of_class("blockquote", "compare__words").with(bdi(text.clone()).maybe("lang", statement.entry.language));
        let fragment = fragment.then(|| of_class("span", "how").with(" ").with(words::FRAGMENT));
        words.with(fragment)
    };
    let holder = entry.holder.as_ref().map(|holder| of_class("p", "compare__holder").with(marked(holder)));
    let summary = link(&statement.query).class("item__toggle").isolated(pieces(&entry.summary));
    let replaced = statement.replaced.then(|| of_class("span", "flag").with(" (the earlier one)"));
    let body = el("div")
        .with(holder)
        .each(&statement.words, words)
        .with(of_class("p", "compare__summary").with(summary))
        .with(how(entry).with(replaced));
    el("div")
        .key(entry.position.id.as_str())
        .class(if statement.replaced { "statement statement--replaced" } else { "statement" })
        .with(tile(entry.position.stance, entry.stance, entry.position.attribution.kind))
        .with(body)
}

/// Issues as linked names.
fn rest(key: &'static str, title: &'static str, issues: &[(&'static str, Query)]) -> Option<Element> {
    let count = || of_class("span", "section__count").with(issues.len().to_string());
    (!issues.is_empty()).then(|| {
        of_class("section", "section")
            .key(key)
            .with(of_class("div", "section__head").with(el("h2").with(title).with(" ").with(count())))
            .with(of_class("p", "compare__rest").with(names(issues)))
    })
}
