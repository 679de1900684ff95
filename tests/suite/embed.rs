//! The page inside another page.

use views::Markup;
use views::markup::ElementData;

use crate::fixture::{engine, rendered};

fn shown(link: &str) -> Vec<Markup> {
    rendered(engine(), link)
}

fn html(link: &str) -> String {
    shown(link).iter().map(Markup::html).collect()
}

fn links(nodes: &[Markup], found: &mut Vec<ElementData>) {
    for node in nodes {
        if let Markup::Element(element) = node {
            if element.tag == "a" {
                found.push((**element).clone());
            }
            links(&element.children, found);
        }
    }
}

fn attribute<'e>(element: &'e ElementData, name: &str) -> Option<&'e str> {
    element.attributes.iter().find(|(other, _)| *other == name).map(|(_, value)| &**value)
}

const LINKS: [&str; 5] = [
    "embed=1",
    "issue=toll&embed=1",
    "view=quotes&item=lund-open&embed=1",
    "view=timeline&who=lund&embed=1",
    "view=compare&with=lund,marsh&embed=1",
];

#[test]
fn every_link_stays_in_the_frame_but_the_ones_that_are_sent_or_lead_back() {
    for link in LINKS {
        let mut found = Vec::new();
        links(&shown(link), &mut found);
        assert!(found.len() > 10, "{link}");
        for anchor in found {
            let href = attribute(&anchor, "href").expect("a link leads somewhere");
            let leads_out = attribute(&anchor, "target") == Some("_blank");
            assert_eq!(leads_out, !href.contains("embed=1"), "{href} on {link}");
            assert_eq!(leads_out, attribute(&anchor, "rel") == Some("noopener"), "{href} on {link}");
        }
    }
}

#[test]
fn there_is_no_head_and_no_tool_but_the_question_the_views_and_the_source() {
    for link in LINKS {
        let html = html(link);
        for absent in ["masthead", "id=\"help\"", "class=\"search\"", "view=open", "data-act=\"theme\"", "colophon"] {
            assert!(!html.contains(absent), "{absent} on {link}");
        }
        for present in [
            "class=\"summary\"",
            "class=\"tabs\"",
            "class=\"facet\"",
            "class=\"embed__foot\"",
            "The harbour bridge",
            "data 0123456789ab",
        ] {
            assert!(html.contains(present), "no {present} on {link}");
        }
    }
}
