//! What every view keeps to, whatever it shows: looked at as plain elements, without a browser.

use std::collections::BTreeSet;

use dossier::{IssueKind, Stance};
use explore::Engine;
use explore::query::codec::decode;
use views::markup::ElementData;
use views::{Action, Markup};

use crate::copies::{changed, exact, without};
use crate::fixture::{engine, rendered};
use crate::import_view::refused;

/// One link for each view, for an opened item, for an empty list and for a link with unreadable parts.
const LINKS: [&str; 16] = [
    "",
    "view=positions&item=bank-bridge",
    "view=quotes&item=lund-open",
    "view=stakeholders&item=lund",
    "view=questions",
    "view=quotes&stance=unclear&q=bridge&who=-lund",
    "view=positions&q=brigde&group=who",
    "from=2025-02-30&issue=gone&view=timeline",
    "view=compare&with=lund",
    "view=compare&with=lund,marsh,camp-other&q=bridge",
    "view=compare&with=ferry-union,gazette",
    "view=shifts&item=lund-bridge-may",
    "panel=share",
    "item=lund-bridge-may&panel=cite",
    "view=quotes&q=nowhere&panel=share",
    "view=quotes&item=lund-open&panel=cite",
];

/// What is to be seen of texts and files that a reader brings: the engine that has them, and a link.
fn brought() -> [(&'static Engine<'static>, &'static str); 9] {
    [
        (without(), "view=verify"),
        (without(), "view=reading"),
        (refused(), "view=open"),
        (refused(), ""),
        (changed(), "view=verify"),
        (changed(), "view=verify&hide=typography&who=lund"),
        (changed(), "view=reading&item=gazette-toll"),
        (exact(), "view=reading&who=pike"),
        (changed(), "view=quotes&item=marsh-land"),
    ]
}

/// Calls `see` with every element of every view, on a wide and on a narrow screen.
fn each_element(mut see: impl FnMut(&str, &ElementData)) {
    fn walk(link: &str, nodes: &[Markup], see: &mut impl FnMut(&str, &ElementData)) {
        for node in nodes {
            if let Markup::Element(element) = node {
                see(link, element);
                walk(link, &element.children, see);
            }
        }
    }
    for (engine, link) in LINKS.map(|link| (engine(), link)).into_iter().chain(brought()) {
        walk(link, &rendered(engine, link), &mut see);
    }
}

fn attribute<'e>(element: &'e ElementData, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| &**value)
}

/// What is read out: no tile, no tooltip.
fn text(element: &ElementData) -> String {
    let read = |node: &Markup| match node {
        Markup::Text(text) => text.to_string(),
        Markup::Element(element) if attribute(element, "aria-hidden").is_some() => String::new(),
        Markup::Element(element) => text(element),
    };
    element.children.iter().map(read).collect()
}

#[test]
fn every_link_leads_to_this_page_and_can_be_read() {
    let mut seen = 0;
    each_element(|link, element| {
        let Some(href) = attribute(element, "href") else { return };
        seen += 1;
        if let Some(id) = href.strip_prefix('#') {
            assert!(id == "results" || id.starts_with("paragraph-"), "{href} on {link}");
            return;
        }
        assert!(href == "./" || href.starts_with('?'), "{href} on {link}");
        assert_eq!(decode(href.trim_start_matches("./")).rejected, [], "{href} on {link}");
    });
    assert!(seen > 500, "{seen} links");
}

#[test]
fn every_button_says_an_action_that_there_is() {
    each_element(|link, element| {
        let act = attribute(element, "data-act");
        assert!(act.is_none_or(|act| Action::from_word(act).is_some()), "{act:?} on {link}");
        let does = act.is_some() || attribute(element, "popovertarget").is_some();
        assert!(element.tag != "button" || does, "a button does nothing on {link}");
    });
}

#[test]
fn an_attribute_stands_once_and_a_key_is_one_siblings_own() {
    each_element(|link, element| {
        let names: BTreeSet<_> = element.attributes.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), element.attributes.len(), "{:?} on {link}", element.attributes);
        let mut keys = BTreeSet::new();
        for child in &element.children {
            if let Markup::Element(child) = child
                && let Some(key) = &child.key
            {
                assert!(keys.insert((&child.tag, key)), "{key} twice on {link}");
            }
        }
    });
}

#[test]
fn a_stance_is_told_by_its_word_wherever_its_tile_stands() {
    let mut tiles = 0;
    each_element(|link, element| {
        let is_one = |class: &str| class.starts_with("position") || class.starts_with("statement");
        if !["article", "div"].contains(&&*element.tag)
            || !attribute(element, "class").is_some_and(is_one)
            || attribute(element, "class") == Some("position__body")
        {
            return;
        }
        let html = Markup::Element(Box::new(element.clone())).html();
        let text = text(element);
        for &stance in Stance::ALL {
            if html.contains(&format!("tile tile--{}", stance.word())) {
                tiles += 1;
                let kinds = IssueKind::ALL.iter();
                let mut said = kinds.flat_map(|&kind| [stance.label(kind), stance.former_label(kind)]);
                assert!(said.any(|label| text.contains(label)), "{} only as a tile on {link}", stance.word());
            }
        }
    });
    assert!(tiles > 20, "{tiles} tiles");
}

#[test]
fn what_a_reader_types_is_text_never_markup() {
    let link = "q=%3Cscript%3Ealert(1)%3C%2Fscript%3E+%22onload%3Dx&issue=%3Cimg%3E";
    let html: String = rendered(engine(), link).iter().map(Markup::html).collect();
    assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;onload=x"), "{html}");
}

/// Every element of this class that a link shows.
fn of_class(engine: &'static Engine<'static>, link: &str, class: &str) -> Vec<ElementData> {
    fn walk(nodes: &[Markup], class: &str, found: &mut Vec<ElementData>) {
        for node in nodes {
            if let Markup::Element(element) = node {
                if attribute(element, "class").is_some_and(|all| all.split(' ').any(|one| one == class)) {
                    found.push((**element).clone());
                }
                walk(&element.children, class, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&rendered(engine, link), class, &mut found);
    found
}

#[test]
fn marks_put_no_letter_into_the_text() {
    for link in ["view=reading", "view=reading&who=pike&item=gazette-toll"] {
        let read: Vec<String> = of_class(changed(), link, "reading__text").iter().map(text).collect();
        assert_eq!(read, changed().articles[0].text.paragraphs(), "{link}");
    }
}

#[test]
fn a_run_names_the_notes_beside_it_by_their_place() {
    let paragraphs = of_class(exact(), "view=reading&who=lund", "reading__paragraph");
    let html = Markup::Element(Box::new(paragraphs[1].clone())).html();
    assert!(
        html.contains(r#"<span class="run run--1" data-note="1" data-ends="1">We will open the bridge,</span>"#),
        "{html}"
    );
    assert!(html.contains(r#"<span class="run run--outside">The crews want written promises, for “</span>"#), "{html}");
    let notes = html.matches(r#"<li class="note">"#).count();
    assert_eq!((notes, html.contains("3 more outside the filters")), (1, true), "{html}");
}

#[test]
fn the_ways_by_keyboard_lead_to_paragraphs_that_have_marks() {
    let ways = of_class(exact(), "view=reading&who=lund", "reading__ways");
    let links = ways.iter().flat_map(|nav| &nav.children).filter_map(|node| match node {
        Markup::Element(way) => attribute(way, "href"),
        Markup::Text(_) => None,
    });
    assert_eq!(links.collect::<Vec<_>>(), ["#paragraph-1", "#paragraph-2", "#paragraph-3", "#paragraph-4"]);
}

#[test]
fn a_readers_own_dossier_is_called_that_in_every_view() {
    for link in LINKS.into_iter().chain(["view=verify", "view=open"]) {
        let own = of_class(refused(), link, "source--own");
        assert_eq!(own.len(), 1, "{link}");
        let says = text(&own[0]);
        assert!(
            says.starts_with("Your own file: harbour.json · data 0123456789ab. Links from here need that file."),
            "{says}"
        );
    }
    assert_eq!(of_class(engine(), "", "source--own").len(), 0);
}

#[test]
fn the_text_of_an_article_is_shown_only_where_there_is_a_copy() {
    for link in ["view=reading", "view=verify", "view=quotes&item=marsh-land", "item=gazette-toll"] {
        for class in ["reading__text", "excerpt", "passage"] {
            assert_eq!(of_class(without(), link, class).len(), 0, "{class} on {link}");
        }
    }
    assert_ne!(of_class(changed(), "item=gazette-toll", "passage").len(), 0);
}
