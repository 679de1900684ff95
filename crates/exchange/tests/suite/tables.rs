//! Tables and graphs, letter for letter where that matters.

use dossier::Dossier;
use dossier::export::{Format, Selection, Ties};
use exchange::{Extract, Loss};

use crate::fixture::{colophon, toll};

/// A file with everything in `dossier`, and what is lost in it.
fn written(dossier: &Dossier, format: Format) -> (String, Vec<Loss>) {
    let (selection, ties) = (Selection::all(dossier), Ties::default());
    let mut file = Vec::new();
    let extract = Extract::new(dossier, &selection, &ties, colophon());
    let losses = extract.write(format, &mut file, &mut |_, _| {}).expect("memory takes it");
    (String::from_utf8(file).expect("it is text"), losses)
}

#[test]
fn a_row_ends_with_what_the_file_states_and_names_its_cells_behind_an_apostrophe() {
    let (csv, losses) = written(&toll(), Format::Stakeholders);
    let stated = "Matrix,4 positions,https://example.org/?at=000000000000,000000000000,CC0-1.0,The bridge.\r\n";
    let expected = [
        "id,name,kind,role,affiliation,camp,anonymous,aliases,mentions,guarded,view,sentence,link,data_version,license,\
         citation\r\n",
        "ada-lund,Ada Lund,person,,board,other,false,,,,",
        stated,
        "board,The harbour board; east,organization,,,other,false,,,,",
        stated,
        "plus,'+Plus,person,,,other,false,,,name,",
        stated,
    ];
    assert_eq!(csv, expected.concat());
    let told: Vec<String> = losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["cells that a spreadsheet would run as a formula, written behind an apostrophe: 1 (name of plus)"]
    );
}

#[test]
fn the_items_of_a_list_are_parted_by_a_sign_that_none_of_them_holds() {
    let mut dossier = toll();
    dossier.stakeholders[0].aliases = vec!["A | B".to_owned(), "C".to_owned()];
    let (csv, losses) = written(&dossier, Format::Stakeholders);
    assert!(csv.contains(",false,A ¦ B|C,,"), "{csv}");
    assert!(losses.iter().any(|loss| loss.what.contains("sign that parts lists")), "{losses:?}");
}

#[test]
fn a_graph_holds_each_pair_once_and_nothing_that_xml_cannot() {
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
fn an_annotation_names_the_text_its_line_and_the_code_points_within() {
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
