//! Content of tables, graphs and annotations.

use dossier::Dossier;
use dossier::export::{FileMetadata, Format, Selection, Ties};
use export::{ExportSet, Omission};

use crate::fixture::{metadata, toll};

/// Writes all of `dossier` and returns the file and its losses.
pub(crate) fn written(dossier: &Dossier, format: Format) -> (String, Vec<Omission>) {
    written_with(dossier, format, metadata())
}

/// [`written`] with other metadata.
fn written_with(dossier: &Dossier, format: Format, metadata: FileMetadata) -> (String, Vec<Omission>) {
    let (selection, ties) = (Selection::all(dossier), Ties::default());
    let mut file = Vec::new();
    let export_set = ExportSet::new(dossier, &selection, &ties, metadata);
    let losses = export_set.write(format, &mut file, &mut |_, _| {}).expect("memory takes it");
    (String::from_utf8(file).expect("it is text"), losses)
}

#[test]
fn table_rows_end_with_guarded_columns_and_metadata() {
    let (csv, losses) = written(&toll(), Format::Stakeholders);
    let metadata = "Matrix,4 positions,https://example.org/?at=000000000000,000000000000,CC0-1.0,The bridge.\r\n";
    let expected = [
        "id,name,kind,role,affiliation,camp,anonymous,aliases,mentions,guarded,view,sentence,link,data_version,license,\
         citation\r\n",
        "ada-lund,Ada Lund,person,,board,other,false,,,,",
        metadata,
        "board,The harbour board; east,organization,,,other,false,,,,",
        metadata,
        "plus,'+Plus,person,,,other,false,,,name,",
        metadata,
    ];
    assert_eq!(csv, expected.concat());
    let losses: Vec<String> = losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        losses,
        ["cells that a spreadsheet would run as a formula, written behind an apostrophe: 1 (name of plus)"]
    );
}

#[test]
fn list_separator_within_items_is_replaced() {
    let mut dossier = toll();
    dossier.stakeholders[0].aliases = vec!["A | B".to_owned(), "C".to_owned()];
    let (csv, losses) = written(&dossier, Format::Stakeholders);
    assert!(csv.contains(",false,A ¦ B|C,,"), "{csv}");
    assert!(losses.iter().any(|loss| loss.what.contains("sign that parts lists")), "{losses:?}");
}

#[test]
fn graph_merges_positions_of_pair_and_escapes_text() {
    let mut dossier = toll();
    dossier.stakeholders[0].name = "A < B & \u{1}\u{ffff}".to_owned();
    let second = dossier::Position { id: "lund-toll-again".into(), ..dossier.documents[0].positions[0].clone() };
    dossier.documents[0].positions.push(second);
    let (xml, _) = written(&dossier, Format::TwoMode);
    assert!(xml.contains("<data key=\"node-label\">A &lt; B &amp;   </data>"), "{xml}");
    assert_eq!(xml.matches("source=\"stakeholder-ada-lund\" target=\"issue-toll\"").count(), 1, "{xml}");
    assert!(xml.contains("<data key=\"edge-position_ids\">lund-toll|lund-toll-again</data>"), "{xml}");
}

#[test]
fn files_without_known_address_have_no_link() {
    let nowhere = || FileMetadata { link: String::new(), ..metadata() };
    for &format in Format::ALL.iter().filter(|&&format| format != Format::Package) {
        let (text, _) = written_with(&toll(), format, nowhere());
        assert!(!text.contains("at=000000000000"), "{}: {text}", format.file());
        match format {
            Format::Json => assert!(text.contains("\"link\":\"\""), "{text}"),
            Format::Annotations => assert!(!text.contains("\n\"link\":"), "{text}"),
            Format::TwoMode | Format::OneMode => assert!(!text.contains("link: "), "{text}"),
            Format::Dna => assert!(text.contains(";4 positions;;000000000000;"), "{text}"),
            // The dossier has no items of these kinds.
            Format::Events | Format::Questions => assert_eq!(text.lines().count(), 1, "{text}"),
            Format::Package
            | Format::Positions
            | Format::Quotes
            | Format::Stakeholders
            | Format::Issues
            | Format::Documents => assert!(text.contains(",4 positions,,000000000000,"), "{text}"),
        }
    }
    let id = |text: &str| text.split("urn:uuid:").nth(1).map(|rest| rest[..36].to_owned()).expect("the page has an id");
    let other = || FileMetadata { sentence: "3 positions".to_owned(), ..nowhere() };
    let ids =
        [nowhere(), nowhere(), other()].map(|metadata| id(&written_with(&toll(), Format::Annotations, metadata).0));
    assert!(ids[0] == ids[1] && ids[0] != ids[2], "{ids:?}");
}

#[test]
fn annotations_and_event_lists_distinguish_same_names_and_tables_have_ids() {
    let mut dossier = toll();
    for (stakeholder, role) in dossier.stakeholders.iter_mut().zip([Some("pilot"), None, None]) {
        stakeholder.name = "Hale".to_owned();
        stakeholder.role = role.map(str::to_owned);
    }
    let (annotations, _) = written(&dossier, Format::Annotations);
    for label in ["Hale, pilot", "Hale (board)", "Hale (plus)"] {
        assert!(annotations.contains(&format!("stakeholder: {label}\"")), "{label}: {annotations}");
    }
    let (list, losses) = written(&dossier, Format::Dna);
    assert!(list.contains(";Hale, pilot;Hale (board);") && list.contains(";Hale (plus);;"), "{list}");
    let loss = losses.iter().find(|loss| loss.what.contains("a name that others have")).expect("it is reported");
    assert_eq!(loss.items, ["lund-toll", "board-toll", "plus-song"]);
    let (table, _) = written(&dossier, Format::Positions);
    assert!(table.contains(",ada-lund,Hale,") && table.contains(",board,Hale,"), "{table}");
}

#[test]
fn annotation_targets_line_and_code_points_of_text() {
    let (page, _) = written(&toll(), Format::Annotations);
    let page: serde_json::Value = serde_json::from_str(&page).expect("it is JSON");
    let target = &page["items"][0]["target"][0];
    assert_eq!(target["selector"][0]["value"], "line=4,5", "the third paragraph stands in the fifth line");
    assert_eq!(target["selector"][0]["refinedBy"]["start"], 0);
    assert!(
        target["source"]["id"].as_str().is_some_and(|id| id.starts_with("ni:///sha-256;") && id.len() == 57),
        "{target}"
    );
    let quote = page["items"].as_array().expect("a list").iter().find(|item| item["motivation"] == "identifying");
    assert_eq!(quote.expect("there is a quote")["target"][0]["selector"][1]["exact"], "not one crown");
}
