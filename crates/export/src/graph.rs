//! Graphs as `GraphML`, simple and undirected: no two edges join the same two nodes.
//!
//! Only what every reader of `GraphML` knows is used: attributes of nodes and edges, of one type each, declared in the head. Gephi
//! complains of attributes of the graph and drops them, so what the file states stands in the `desc` that the format has for
//! whoever reads it. No two stakeholders have one label. Weights of the one-mode graph are those of the page's network
//! (`docs/network.md`).

use std::collections::BTreeMap;
use std::io::{self, Write};

use dossier::export::Tie;
use dossier::{Issue, Position, Stakeholder, Stance};

use crate::Omission;
use crate::export_set::ExportSet;
use crate::meter::Meter;
use crate::table::LIST;

const LEFT_OUT: &str = "stakeholders among whom no ties were sought, because others take sides on more issues";

/// What an attribute is of, its name and its type.
type Key = (&'static str, &'static str, &'static str);

const NODE: [Key; 8] = [
    ("node", "label", "string"),
    ("node", "mode", "string"),
    ("node", "kind", "string"),
    ("node", "camp", "string"),
    ("node", "role", "string"),
    ("node", "topic", "string"),
    ("node", "proposition", "string"),
    ("node", "positions", "int"),
];

const SAID: [Key; 8] = [
    ("edge", "weight", "double"),
    ("edge", "stance", "string"),
    ("edge", "supports", "int"),
    ("edge", "opposes", "int"),
    ("edge", "uncommitted", "int"),
    ("edge", "asks", "int"),
    ("edge", "unclear", "int"),
    ("edge", "position_ids", "string"),
];

const MET: [Key; 5] = [
    ("edge", "weight", "double"),
    ("edge", "congruence", "double"),
    ("edge", "conflict", "double"),
    ("edge", "agreed", "int"),
    ("edge", "disputed", "int"),
];

/// Writes who says what on which issue: stakeholders and issues, and an edge where one speaks on the other.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn two_mode(export_set: &ExportSet, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Omission>> {
    let mut said: BTreeMap<(&str, &str), Vec<&Position>> = BTreeMap::new();
    let mut on: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, position) in export_set.positions() {
        said.entry((position.stakeholder.as_str(), position.issue.as_str())).or_default().push(position);
        *on.entry(position.issue.as_str()).or_default() += 1;
        meter.add();
    }
    let mut graph = Graph { to };
    graph.open(export_set, &[&NODE[..], &SAID[..]].concat())?;
    holders(export_set, &mut graph)?;
    for issue in &export_set.dossier.issues {
        if let Some(&positions) = on.get(issue.id.as_str()) {
            graph.issue(issue, positions)?;
        }
    }
    for ((holder, issue), positions) in said {
        let count = |stance| positions.iter().filter(|position| position.stance == stance).count();
        let same = positions.iter().all(|position| position.stance == positions[0].stance);
        let ids: Vec<&str> = positions.iter().map(|position| position.id.as_str()).collect();
        graph.edge(
            &format!("stakeholder-{holder}"),
            &format!("issue-{issue}"),
            &[
                ("weight", positions.len().to_string()),
                ("stance", if same { positions[0].stance.word() } else { "several" }.to_owned()),
                ("supports", count(Stance::Supports).to_string()),
                ("opposes", count(Stance::Opposes).to_string()),
                ("uncommitted", count(Stance::Uncommitted).to_string()),
                ("asks", count(Stance::Asks).to_string()),
                ("unclear", count(Stance::Unclear).to_string()),
                ("position_ids", ids.join(LIST)),
            ],
        )?;
    }
    graph.close()?;
    Ok(Vec::new())
}

/// Writes who agrees with whom: the holders of positions, and an edge where two take a side on the same issue.
///
/// # Errors
/// If `to` does not take it.
pub(crate) fn one_mode(export_set: &ExportSet, to: &mut dyn Write, meter: &mut Meter) -> io::Result<Vec<Omission>> {
    let mut graph = Graph { to };
    graph.open(export_set, &[&NODE[..], &MET[..]].concat())?;
    holders(export_set, &mut graph)?;
    for Tie { ends, agreed, disputed, activity } in &export_set.ties.pairs {
        let [one, other] = ends.map(|end| format!("stakeholder-{}", export_set.dossier.stakeholders[end].id));
        let weight = |issues: usize| decimal(2 * issues, activity[0] + activity[1]);
        graph.edge(
            &one,
            &other,
            &[
                ("weight", weight(agreed + disputed)),
                ("congruence", weight(*agreed)),
                ("conflict", weight(*disputed)),
                ("agreed", agreed.to_string()),
                ("disputed", disputed.to_string()),
            ],
        )?;
        meter.add();
    }
    graph.close()?;
    let mut losses = Vec::new();
    if export_set.ties.left_out > 0 {
        Omission::note(&mut losses, LEFT_OUT, format!("{} of them", export_set.ties.left_out));
    }
    Ok(losses)
}

/// A fraction with six digits, rounded: the same on every machine.
fn decimal(over: usize, under: usize) -> String {
    let millionths = (2 * over * 1_000_000 + under) / (2 * under).max(1);
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// Writes a node for every stakeholder that holds a chosen position.
fn holders(export_set: &ExportSet, graph: &mut Graph) -> io::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, position) in export_set.positions() {
        *counts.entry(position.stakeholder.as_str()).or_default() += 1;
    }
    for stakeholder in &export_set.dossier.stakeholders {
        if let Some(&positions) = counts.get(stakeholder.id.as_str()) {
            graph.stakeholder(stakeholder, export_set.distinct_name(stakeholder.id.as_str()), positions)?;
        }
    }
    Ok(())
}

/// A file that is being written.
struct Graph<'w> {
    to: &'w mut dyn Write,
}

impl Graph<'_> {
    /// Writes the head: what the file states, and the attributes.
    fn open(&mut self, export_set: &ExportSet, keys: &[Key]) -> io::Result<()> {
        self.to.write_all(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
              xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
              http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
        )?;
        self.to.write_all(b"  <desc>\n")?;
        for (name, statement) in export_set.stated() {
            writeln!(self.to, "{name}: {}", escaped(statement))?;
        }
        self.to.write_all(b"  </desc>\n")?;
        for (of, name, kind) in keys {
            let id = key(of, name);
            writeln!(self.to, "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
        }
        self.to.write_all(b"  <graph id=\"standpoint\" edgedefault=\"undirected\">\n")
    }

    fn stakeholder(&mut self, stakeholder: &Stakeholder, label: &str, positions: usize) -> io::Result<()> {
        let role = stakeholder.role.as_deref().unwrap_or_default();
        self.node(
            &format!("stakeholder-{}", stakeholder.id),
            &[
                ("label", label),
                ("mode", "stakeholder"),
                ("kind", stakeholder.kind.word()),
                ("camp", stakeholder.camp.word()),
                ("role", role),
                ("positions", &positions.to_string()),
            ],
        )
    }

    fn issue(&mut self, issue: &Issue, positions: usize) -> io::Result<()> {
        self.node(
            &format!("issue-{}", issue.id),
            &[
                ("label", &issue.name),
                ("mode", "issue"),
                ("topic", &issue.topic),
                ("proposition", &issue.proposition),
                ("positions", &positions.to_string()),
            ],
        )
    }

    fn node(&mut self, id: &str, data: &[(&str, &str)]) -> io::Result<()> {
        writeln!(self.to, "    <node id=\"{id}\">")?;
        for (name, value) in data.iter().filter(|(_, value)| !value.is_empty()) {
            self.data("      ", "node", name, value)?;
        }
        self.to.write_all(b"    </node>\n")
    }

    fn edge(&mut self, source: &str, target: &str, data: &[(&str, String)]) -> io::Result<()> {
        writeln!(self.to, "    <edge source=\"{source}\" target=\"{target}\">")?;
        for (name, value) in data {
            self.data("      ", "edge", name, value)?;
        }
        self.to.write_all(b"    </edge>\n")
    }

    fn data(&mut self, indent: &str, of: &str, name: &str, value: &str) -> io::Result<()> {
        writeln!(self.to, "{indent}<data key=\"{}\">{}</data>", key(of, name), escaped(value))
    }

    fn close(&mut self) -> io::Result<()> {
        self.to.write_all(b"  </graph>\n</graphml>\n")
    }
}

/// The id of an attribute's declaration.
fn key(of: &str, name: &str) -> String {
    format!("{of}-{name}")
}

/// `text` as the text of an element. What no XML can hold (control characters) becomes a blank.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\t' | '\n' => xml.push(letter),
            '\u{fffe}' | '\u{ffff}' => xml.push(' '),
            control if control.is_control() => xml.push(' '),
            other => xml.push(other),
        }
    }
    xml
}
