//! Graphs against the requirements of the programs that read them.

use std::collections::{BTreeMap, BTreeSet};

use dossier::export::{Format, Selection, Tie, Ties};
use dossier::{Dossier, StakeholderKind};
use export::ExportSet;
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::fixture::{fiction, metadata, stakeholder, toll};
use crate::laws::dossiers;
use crate::tables::written;

/// Violations that some program is known to reject or drop: a `key` that is not for nodes or edges or lacks a type;
/// `label` and `weight` not declared exactly once; data of an undeclared key or the wrong type; duplicate ids; edges
/// between unknown nodes; nodes without a label.
fn violations(xml: &str) -> Vec<String> {
    let document = match Document::parse(xml) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let mut found = Vec::new();
    let mut keys = BTreeMap::new();
    let order: Vec<&str> =
        document.root_element().children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
    if !(order[0] == "desc"
        && order.last() == Some(&"graph")
        && order[1..order.len() - 1].iter().all(|name| *name == "key"))
    {
        found.push(format!("the schema wants desc, keys and a graph: {order:?}"));
    }
    for key in elements(&document, "key") {
        let [id, of, name, kind] =
            ["id", "for", "attr.name", "attr.type"].map(|name| key.attribute(name).unwrap_or_default());
        if !["node", "edge"].contains(&of) || !["string", "int", "double"].contains(&kind) {
            found.push(format!("key {id} is for {of:?} and of type {kind:?}"));
        }
        if keys.insert(id, (of, name, kind)).is_some() {
            found.push(format!("key {id} is declared twice"));
        }
    }
    for wanted in [("node", "label"), ("edge", "weight")] {
        let count = keys.values().filter(|(of, name, _)| (*of, *name) == wanted).count();
        if count != 1 {
            found.push(format!("{wanted:?} is declared {count} times"));
        }
    }
    let mut nodes = BTreeSet::new();
    for node in elements(&document, "node") {
        let id = node.attribute("id").unwrap_or_default();
        if !nodes.insert(id) {
            found.push(format!("two nodes have the id {id}"));
        }
        if data(node).get("node-label").is_none_or(|label| label.trim().is_empty()) {
            found.push(format!("node {id} has no label"));
        }
    }
    let mut pairs = BTreeSet::new();
    for edge in elements(&document, "edge") {
        let ends = ["source", "target"].map(|end| edge.attribute(end).unwrap_or_default());
        if !ends.iter().all(|end| nodes.contains(end)) || !pairs.insert(ends) {
            found.push(format!("edge {ends:?} joins no nodes, or is there twice"));
        }
        if data(edge).get("edge-weight").is_none_or(|weight| weight.parse::<f64>().is_ok_and(|weight| weight <= 0.0)) {
            found.push(format!("edge {ends:?} has no weight"));
        }
    }
    for item in elements(&document, "data") {
        let (key, text) = (item.attribute("key").unwrap_or_default(), item.text().unwrap_or_default());
        let of = item.parent().map(|parent| parent.tag_name().name()).unwrap_or_default();
        let fits = keys.get(key).is_some_and(|&(declared, _, kind)| {
            let is_of_type = match kind {
                "int" => text.parse::<i32>().is_ok(),
                "double" => text.parse::<f64>().is_ok(),
                _ => true,
            };
            declared == of && is_of_type
        });
        if !fits {
            found.push(format!("data {key} of {of} is not as declared: {text}"));
        }
    }
    found
}

fn elements<'d>(document: &'d Document, name: &'d str) -> impl Iterator<Item = Node<'d, 'd>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

fn data<'d>(node: Node<'d, 'd>) -> BTreeMap<&'d str, &'d str> {
    let items = node.children().filter(|child| child.tag_name().name() == "data");
    items.map(|item| (item.attribute("key").unwrap_or_default(), item.text().unwrap_or_default())).collect()
}

/// Labels of the stakeholder nodes.
fn labels(xml: &str) -> Vec<String> {
    let document = Document::parse(xml).expect("it is XML");
    let nodes = elements(&document, "node").map(data).filter(|data| data.get("node-mode") == Some(&"stakeholder"));
    nodes.map(|data| data["node-label"].to_owned()).collect()
}

const GRAPHS: [Format; 2] = [Format::TwoMode, Format::OneMode];

#[test]
fn graphs_are_valid_and_describe_their_source() {
    for dossier in [fiction(), toll()] {
        for format in GRAPHS {
            let (xml, _) = written(&dossier, format);
            assert_eq!(violations(&xml), Vec::<String>::new(), "{}", format.file());
            let document = Document::parse(&xml).expect("it is XML");
            let desc =
                elements(&document, "desc").next().and_then(|desc| desc.text()).expect("it says where it comes from");
            let expected = "view: Matrix\nsentence: 4 positions\nlink: https://example.org/?at=000000000000\n\
                            data_version: 000000000000\nlicense: CC0-1.0\ncitation: The bridge.";
            assert_eq!(desc.trim(), expected);
        }
    }
}

#[test]
fn one_mode_graph_has_weighted_edge_for_tie() {
    let dossier = toll();
    let (selection, mut file) = (Selection::all(&dossier), Vec::new());
    let ties = Ties { pairs: vec![Tie { ends: [0, 1], agreed: 0, disputed: 1, activity: [1, 1] }], left_out: 0 };
    let export_set = ExportSet::new(&dossier, &selection, &ties, metadata());
    export_set.write(Format::OneMode, &mut file, &mut |_, _| {}).expect("memory takes it");
    let xml = String::from_utf8(file).expect("it is text");
    assert_eq!((violations(&xml), xml.matches("<edge ").count()), (vec![], 1), "{xml}");
}

#[test]
fn invalid_graphs_are_detected() {
    let (xml, _) = written(&toll(), Format::TwoMode);
    let key = "<key id=\"graph-view\" for=\"graph\" attr.name=\"view\" attr.type=\"string\"/>";
    let invalid = [
        xml.replace("<key id=\"node-label\"", &format!("{key}<key id=\"node-label\"")),
        xml.replace(" attr.type=\"double\"", ""),
        xml.replace("key=\"node-camp\"", "key=\"node-side\""),
        xml.replace("id=\"stakeholder-board\"", "id=\"stakeholder-plus\""),
    ];
    for invalid in invalid {
        assert!(!violations(&invalid).is_empty(), "{invalid}");
    }
}

#[test]
fn stakeholders_with_same_name_have_distinct_labels() {
    let mut dossier: Dossier = toll();
    let (mut elder, younger) = (
        stakeholder("board", "John Hale", StakeholderKind::Person, None),
        stakeholder("plus", "John Hale", StakeholderKind::Person, None),
    );
    elder.role = Some("mayor until 2029".to_owned());
    (dossier.stakeholders[1], dossier.stakeholders[2]) = (elder, younger);
    for format in GRAPHS {
        let (xml, _) = written(&dossier, format);
        assert_eq!(labels(&xml), ["Ada Lund", "John Hale, mayor until 2029", "John Hale (plus)"]);
    }
}

proptest! {
    #[test]
    fn graph_of_any_dossier_is_valid_and_has_unique_labels((dossier, _) in dossiers(), same in any::<[bool; 4]>()) {
        let mut dossier = dossier;
        let first = dossier.stakeholders[0].name.clone();
        for (stakeholder, same) in dossier.stakeholders.iter_mut().skip(1).zip(same) {
            if same {
                stakeholder.name = first.to_uppercase();
            }
        }
        for format in GRAPHS {
            let (xml, _) = written(&dossier, format);
            prop_assert_eq!(violations(&xml), Vec::<String>::new());
            let labels = labels(&xml);
            let different: BTreeSet<String> = labels.iter().map(|label| label.to_lowercase()).collect();
            prop_assert_eq!(different.len(), labels.len(), "{:?}", labels);
        }
    }
}
