//! `README.txt` of an exported package.

use crate::export_set::ExportSet;

/// Descriptions of the files.
const FILES: &str = "\
positions.csv, quotes.csv, stakeholders.csv, issues.csv, events.csv, questions.csv, documents.csv
    A table of each kind: UTF-8, commas, a row an item; lists within a cell are parted by |.
dossier.json
    The same items in the data model's own shape (schema/bundle.schema.json). Standpoint opens it.
annotations.jsonld
    A W3C Web Annotation page: each item on the passages that it rests on.
dna.csv
    An event list of Discourse Network Analyzer: positions for or against; cells are parted by semicolons.
graph-two-mode.graphml
    Stakeholders and issues, joined where one speaks on the other.
graph-one-mode.graphml
    Stakeholders, joined where two take a side on the same issue.
datapackage.json
    All of this for programs: Data Package, version 2.
";

/// Content of the file. `losses` are pairs of file name and description.
pub(crate) fn text(export_set: &ExportSet, losses: &[(String, String)]) -> String {
    let cover = &export_set.dossier.cover;
    let mut text = format!("{}\n{}\n\n", cover.title, cover.description);
    for (name, value) in export_set.known_metadata() {
        for part in [name, ": ", value, "\n"] {
            text += part;
        }
    }
    text += "\nFiles\n\n";
    text += FILES;
    text += "\nA cell that a spreadsheet would run as a formula has an apostrophe in front; the column guarded of its row names it.\n";
    if !losses.is_empty() {
        text += "\nWhat these files leave out or write otherwise\n\n";
        for (file, loss) in losses {
            for part in [file, ": ", loss, "\n"] {
                text += part;
            }
        }
    }
    text
}
