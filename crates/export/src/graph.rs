//! Simple undirected graphs in `GraphML`.
//!
//! They use only what every `GraphML` reader supports: typed attributes of nodes and edges, declared at the top. File
//! metadata is in the `desc` element, because Gephi drops graph attributes with a warning. Stakeholder labels are
//! unique. The weights of the one-mode graph are those of the page's network (`docs/network.md`).

use std::collections::BTreeMap;
use std::io::{self, Write};

use dossier::export::Tie;
use dossier::markup::escape;
use dossier::{Issue, Position, Stakeholder, Stance};

use crate::Omission;
use crate::export_set::ExportSet;
use crate::progress::ProgressMeter;
use crate::table::LIST;

const LEFT_OUT: &str = "stakeholders among whom no ties were sought, because others take sides on more issues";

/// An attribute: the element it belongs to, its name and its type.
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

const TWO_MODE_EDGE: [Key; 8] = [
    ("edge", "weight", "double"),
    ("edge", "stance", "string"),
    ("edge", "supports", "int"),
    ("edge", "opposes", "int"),
    ("edge", "uncommitted", "int"),
    ("edge", "asks", "int"),
    ("edge", "unclear", "int"),
    ("edge", "position_ids", "string"),
];

const ONE_MODE_EDGE: [Key; 5] = [
    ("edge", "weight", "double"),
    ("edge", "congruence", "double"),
    ("edge", "conflict", "double"),
    ("edge", "agreed", "int"),
    ("edge", "disputed", "int"),
];

/// Writes the two-mode graph: stakeholders and issues, joined by positions.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn two_mode(
    export_set: &ExportSet,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let mut by_pair: BTreeMap<(&str, &str), Vec<&Position>> = BTreeMap::new();
    let mut by_issue: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, position) in export_set.positions() {
        by_pair.entry((position.stakeholder.as_str(), position.issue.as_str())).or_default().push(position);
        *by_issue.entry(position.issue.as_str()).or_default() += 1;
        progress.add();
    }
    let mut graph = Graph { to };
    graph.open(export_set, &[&NODE[..], &TWO_MODE_EDGE[..]].concat())?;
    holders(export_set, &mut graph)?;
    for issue in &export_set.dossier.issues {
        if let Some(&positions) = by_issue.get(issue.id.as_str()) {
            graph.issue(issue, positions)?;
        }
    }
    for ((holder, issue), positions) in by_pair {
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

/// Writes the one-mode graph: stakeholders, joined if they take sides on the same issue.
///
/// # Errors
/// If writing to `to` fails.
pub(crate) fn one_mode(
    export_set: &ExportSet,
    to: &mut dyn Write,
    progress: &mut ProgressMeter,
) -> io::Result<Vec<Omission>> {
    let mut graph = Graph { to };
    graph.open(export_set, &[&NODE[..], &ONE_MODE_EDGE[..]].concat())?;
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
        progress.add();
    }
    graph.close()?;
    let mut losses = Vec::new();
    if export_set.ties.left_out > 0 {
        Omission::note(&mut losses, LEFT_OUT, format!("{} of them", export_set.ties.left_out));
    }
    Ok(losses)
}

/// A fraction rounded to six decimals, in integer arithmetic to be the same on every machine.
fn decimal(numerator: usize, denominator: usize) -> String {
    let millionths = (2 * numerator * 1_000_000 + denominator) / (2 * denominator).max(1);
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// Writes a node for each holder of a selected position.
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

/// A `GraphML` file under construction.
struct Graph<'w> {
    to: &'w mut dyn Write,
}

impl Graph<'_> {
    /// Writes everything before the nodes: metadata and attribute declarations.
    fn open(&mut self, export_set: &ExportSet, keys: &[Key]) -> io::Result<()> {
        self.to.write_all(
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
              xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
              http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n",
        )?;
        self.to.write_all(b"  <desc>\n")?;
        for (name, value) in export_set.known_metadata() {
            writeln!(self.to, "{name}: {}", escaped(value))?;
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

/// Id of an attribute's declaration.
fn key(of: &str, name: &str) -> String {
    format!("{of}-{name}")
}

/// Escapes the text of an element. Control characters, which XML cannot hold, become blanks.
fn escaped(text: &str) -> String {
    let is_forbidden = |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(&text.replace(is_forbidden, " "), "")
}
