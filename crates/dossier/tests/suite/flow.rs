//! Text extraction from page events.

use dossier::text::{Flow, normalize};
use proptest::prelude::*;

/// Node of a page.
#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Element(&'static str, Vec<Piece>),
}

fn walk(flow: &mut Flow, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => flow.text(text),
            Piece::Element(tag, inside) => {
                flow.open(tag);
                walk(flow, inside);
                flow.close(tag);
            }
        }
    }
}

fn paragraphs(pieces: &[Piece]) -> Vec<String> {
    let mut flow = Flow::new();
    walk(&mut flow, pieces);
    normalize(&flow.finish()).paragraphs().to_vec()
}

fn t(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

fn e<const N: usize>(tag: &'static str, inside: [Piece; N]) -> Piece {
    Piece::Element(tag, Vec::from(inside))
}

#[test]
fn flow_extracts_paragraphs_from_page() {
    let table: [(Vec<Piece>, &[&str]); 13] = [
        (vec![], &[]),
        (vec![e("p", [t("One\n\n two ")]), e("P", [t("three")])], &["One two", "three"]),
        (vec![e("p", [t("un"), e("b", [t("bro")]), t("ken")])], &["unbroken"]),
        (vec![t("before"), e("div", [t("in")]), t("after")], &["before", "in", "after"]),
        (vec![e("div", [e("div", [e("p", [t("deep")])])]), t("\n \n")], &["deep"]),
        (vec![t("one"), e("br", []), t("two")], &["one two"]),
        (vec![t("one"), e("br", []), t(" "), e("br", []), t("two")], &["one", "two"]),
        (vec![e("p", [t("a"), e("script", [t("<p>"), e("p", [t("no")])]), t("b")])], &["ab"]),
        (vec![e("head", [e("title", [t("no")])]), e("body", [t("yes")])], &["yes"]),
        (vec![e("pre", [t("one\ntwo\n\nthree")]), t("four\n\nfive")], &["one two", "three", "four five"]),
        (vec![e("tr", [e("td", [t("one")]), e("td", [t("two")])])], &["one", "two"]),
        (vec![e("x-story", [t("no"), e("wbr", []), t("wa\u{ad}days")])], &["nowadays"]),
        (vec![t("one"), e("figure", [e("svg", [t("no")]), e("figcaption", [t("two")])])], &["one", "two"]),
    ];
    for (page, expected) in table {
        assert_eq!(paragraphs(&page), expected, "{page:?}");
    }
}

#[test]
fn unbalanced_elements_do_not_break_flow() {
    let mut flow = Flow::new();
    flow.close("script");
    flow.close("pre");
    flow.text("one\n\ntwo");
    flow.open("svg");
    flow.text("no");
    assert_eq!(flow.finish(), "one  two");
}

/// Random page of words, line ends and elements.
fn page() -> impl Strategy<Value = Vec<Piece>> {
    let text =
        prop_oneof![Just("w".to_owned()), Just(" w\n\n".to_owned()), Just("\n".to_owned()), Just("wé".to_owned())];
    let leaf = text.prop_map(Piece::Text);
    let tag = proptest::sample::select(vec!["p", "div", "li", "td", "h2", "b", "a", "span", "x-y", "script", "svg"]);
    let piece = leaf.prop_recursive(4, 40, 5, move |inner| {
        (tag.clone(), proptest::collection::vec(inner, 0..5)).prop_map(|(tag, inside)| Piece::Element(tag, inside))
    });
    proptest::collection::vec(piece, 0..6)
}

/// Text of each run between two block borders, computed by a direct reading of the tree.
fn runs(pieces: &[Piece], runs: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => runs.last_mut().expect("there is one").push_str(text),
            Piece::Element("script" | "svg", _) => {}
            Piece::Element("b" | "a" | "span" | "x-y", inside) => self::runs(inside, runs),
            Piece::Element(_, inside) => {
                runs.push(String::new());
                self::runs(inside, runs);
                runs.push(String::new());
            }
        }
    }
}

proptest! {
    #[test]
    fn each_run_between_block_borders_is_one_paragraph(page in page()) {
        let mut expected = vec![String::new()];
        runs(&page, &mut expected);
        let folded = expected.iter().map(|run| run.split_whitespace().collect::<Vec<_>>().join(" "));
        let expected: Vec<String> = folded.filter(|run| !run.is_empty()).collect();
        prop_assert_eq!(paragraphs(&page), expected);
    }

    #[test]
    fn events_in_any_order_never_panic(
        events in proptest::collection::vec((0..3_u8, "[a-z]{0,3}|script|pre|br|p"), 0..40),
    ) {
        let mut flow = Flow::new();
        for (event, text) in &events {
            match event {
                0 => flow.open(text),
                1 => flow.close(text),
                _ => flow.text(text),
            }
        }
        let _ = normalize(&flow.finish());
    }
}
