//! Import of event lists in DNA's own format.

use std::collections::BTreeMap;

use dossier::Stance;
use export::dna::{Article, EventList, Problems, import};
use serde_json::{Value, json};

/// Reads a list with default options.
fn read(bytes: &[u8]) -> Result<EventList, Problems> {
    export::dna::read(bytes, &export::dna::ReadOptions::default())
}

/// Two statements as DNA writes them.
const LIST: &str = "\
\"statement_id\";\"time\";\"person\";\"organization\";\"concept\";\"agreement\";\"start_position\";\"stop_position\";\"text\";\
\"coder\";\"document_id\";\"document_title\";\"document_author\";\"document_source\";\"document_section\";\"document_type\"
7;2031-05-03 00:00:00;\"Ada Lund\";\"Harbour board\";\"The toll stays\";0;4;14;\"it, 'never'\";1;12;\"A toll\";\"B. Hale\";\"The Herald\";\"\";\"\"
9;2031-05-03 14:30:00;\"\";\"Harbour board\";\"The toll stays\";1;0;3;\"Yes\";2;12;\"A toll\";\"B. Hale\";\"The Herald\";\"\";\"\"";

/// JSON of an imported file.
fn file(import: &export::dna::Import, name: &str) -> Value {
    let (_, text) = import.files.iter().find(|(found, _)| found == name).unwrap_or_else(|| panic!("no file {name}"));
    serde_json::from_str(text).expect("the file is JSON")
}

fn articles(text: &str) -> BTreeMap<String, Article> {
    [("12".to_owned(), Article::new(text.to_owned()))].into()
}

#[test]
fn import_fills_known_fields_and_leaves_others_empty() {
    let import = import(&read(LIST.as_bytes()).expect("a list"), &BTreeMap::new());
    assert_eq!(import.positions, 2);
    let names: Vec<&str> = import.files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["dossier.json", "stakeholders.json", "issues.json", "documents/a-toll.json"]);
    assert_eq!(file(&import, "dossier.json")["documents"], json!(["a-toll"]));
    let common = json!({ "role": null, "camp": "", "anonymous": false, "aliases": [], "mentions": [] });
    let with = |more: Value| {
        let mut all = common.clone();
        all.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        all
    };
    let stakeholders = json!([
        with(json!({ "id": "harbour-board", "name": "Harbour board", "kind": "", "affiliation": null })),
        with(json!({ "id": "ada-lund", "name": "Ada Lund", "kind": "person", "affiliation": "harbour-board" })),
    ]);
    assert_eq!(file(&import, "stakeholders.json")["stakeholders"], stakeholders);
    let issue = json!({ "id": "the-toll-stays", "kind": "proposal", "name": "The toll stays", "proposition": "", "definition": "", "topic": "" });
    assert_eq!(file(&import, "issues.json")["issues"], json!([issue]));
    let coded = file(&import, "documents/a-toll.json");
    let document = json!({
        "id": "a-toll", "published": "2031-05-03", "dateline": "", "title": "A toll", "publisher": "The Herald", "url": null,
        "language": "", "paragraphs": 0, "text_sha256": "", "normalization": "standpoint-text/1",
        "offset_unit": "unicode code point",
    });
    assert_eq!(coded["document"], document);
    let position = json!({
        "id": "ada-lund-on-the-toll-stays", "stakeholder": "ada-lund", "issue": "the-toll-stays", "stance": "opposes",
        "conditions": [], "summary": "", "attribution": { "kind": "", "by": [], "cue": null },
        "date": { "value": "2031-05-03", "precision": "day", "inferred": true },
        "evidence": [], "quotes": [], "supersedes": null, "confidence": "", "note": null,
    });
    assert_eq!(coded["positions"][0], position);
    assert_eq!(coded["positions"][1]["stance"], "supports");
    let losses: Vec<String> = import.losses.iter().map(ToString::to_string).collect();
    let expected = [
        "columns that a dossier has no place for, not read: 2 (coder, document_author)",
        "statements without a copy of their document, left without a pointer to the passage: 2 (line 2, line 3)",
        "statements with a time of day, of which the day is kept: 1 (line 3)",
    ];
    assert_eq!(losses.iter().map(String::as_str).collect::<std::collections::BTreeSet<_>>(), expected.into());
}

#[test]
fn import_with_copy_finds_passages_by_words_and_offsets() {
    let table = [
        // One match of the words, with DNA's replacements; the offsets are ignored.
        ("Yes.\n\nShe meant it; \"never\", she said.", "it, 'never'", (4, 14), Some((2, 10, 21))),
        // Several matches: the offsets decide.
        ("Yes. Yes.", "Yes", (5, 8), Some((1, 5, 8))),
        ("No. Yes.\n\nYes.", "Yes", (10, 13), Some((2, 0, 3))),
        ("aaaa", "aa", (1, 3), Some((1, 1, 3))),
        // Several matches, and the offsets point elsewhere.
        ("Yes. Yes.", "Yes", (0, 2), None),
        // White space at the ends is trimmed.
        ("a  b a", "a", (4, 6), Some((1, 4, 5))),
        // Offsets behind a character of two UTF-16 units.
        ("𝄞 no, 𝄞 no", "no", (10, 12), Some((1, 8, 10))),
        ("No such words.", "Yes", (0, 3), None),
        // Without words the offsets alone decide.
        ("She said no.", "", (4, 8), Some((1, 4, 8))),
        ("Short.", "", (40, 80), None),
    ];
    for (article, words, (start, stop), expected) in table {
        let list = format!(
            "time;person;concept;agreement;start_position;stop_position;text;document_id\n\
                            2031-05-03;Ada;Toll;1;{start};{stop};{words};12"
        );
        let import = import(&read(list.as_bytes()).expect("a list"), &articles(article));
        let evidence = file(&import, "documents/document-12.json")["positions"][0]["evidence"].clone();
        let place =
            |evidence: &Value| ["paragraph", "start", "end"].map(|name| evidence[name].as_u64().expect("a number"));
        let found: Vec<[u64; 3]> = evidence.as_array().expect("a list").iter().map(place).collect();
        let expected: Vec<[u64; 3]> =
            expected.map(|(paragraph, start, end)| [paragraph, start, end]).into_iter().collect();
        assert_eq!(found, expected, "{words:?} in {article:?}");
        assert_eq!(import.losses.is_empty(), !found.is_empty(), "{words:?} in {article:?}: {:?}", import.losses);
    }
}

#[test]
fn passage_over_paragraphs_becomes_pointer_in_each() {
    let list = "time;person;concept;agreement;text;document_id\n2031-05-03;Ada;Toll;1;\"end.\n\nMiddle.\n\nBegin\";12";
    let import = import(&read(list.as_bytes()).expect("a list"), &articles("The end.\n\nMiddle.\n\nBegin here."));
    let coded = file(&import, "documents/document-12.json");
    let place = |index: usize| {
        let evidence = &coded["positions"][0]["evidence"][index];
        (evidence["paragraph"].clone(), evidence["start"].clone(), evidence["length"].clone())
    };
    assert_eq!(
        [place(0), place(1), place(2)],
        [(json!(1), json!(4), json!(4)), (json!(2), json!(0), json!(7)), (json!(3), json!(0), json!(5))]
    );
    assert_eq!(coded["document"]["paragraphs"], 3);
}

#[test]
fn read_rejects_list_and_reports_each_problem_once_with_lines() {
    let time = "time: must be a time as in 2025-08-18 09:30:00, or a day as in 2025-08-18 or 18.8.2025; found";
    let table = [
        (
            "",
            "the first row has no column time, concept, document_id, person or organization. It is empty. Say which column is \
             meant: --time COLUMN --concept COLUMN --document-id COLUMN --person COLUMN"
                .to_owned(),
        ),
        (
            "time;claim;agreement;document_id\n2031-05-03;Toll;1;",
            "the first row has no column concept, person or organization. Its columns are \"time\", \"claim\", \"agreement\", \
             \"document_id\". Say which column is meant: --concept COLUMN --person COLUMN\n\
             document_id: must say which document it is, with any number or word (line 2)"
                .to_owned(),
        ),
        (
            "time;time;person;concept;agreement;document_id\n",
            "time: several columns have this name: rename all but one".to_owned(),
        ),
        (
            "time;person;concept;agreement;document_id\n2031-05-03;Ada;Toll;2;1\n3 May;Ada;Toll;1;1\n3 May;Ada;Toll;1;1\n4 May;Ada;Toll;1;1\n",
            format!(
                "{time} \"3 May\", \"4 May\" (3 lines: 3, 4, 5)\nagreement: must say which side it is, and a scale without negative \
                 values does not: say so, as in --supports 5 --opposes 1; any other value is left to complete; found \"2\", \"1\" (4 lines: 2, 3, 4, 5)"
            ),
        ),
        ("time;person;concept;agreement;document_id\n2031-05;Ada;Toll;1;1", format!("{time} \"2031-05\" (line 2)")),
        (
            "time;person;concept;agreement;document_id\n2031-05-03;Ada;To;ll;1;1",
            "a row must have 5 cells like the first: quote cells that hold a separator; found \"6 cells\" (line 2)".to_owned(),
        ),
        (
            "time;person;concept;agreement;document_id;start_position\n2031-05-03;Ada;Toll;1;1;-4",
            "start_position: must be a whole number, or empty; found \"-4\" (line 2)".to_owned(),
        ),
    ];
    for (list, expected) in table {
        assert_eq!(read(list.as_bytes()).expect_err(list).to_string(), expected, "{list}");
    }
}

#[test]
fn read_accepts_lists_saved_by_r_or_spreadsheet() {
    for list in [
        "\u{feff}time;person;concept;agreement;document_id\r\n2031-05-03 00:00:00;Ada;Toll;1;1\r\n",
        "\"time\",\"person\",\"concept\",\"agreement\",\"document_id\"\n2031-05-03,\"Ada\",\"Toll\",TRUE,1\n",
    ] {
        let list = read(list.as_bytes()).expect("a list");
        assert_eq!(
            (list.statements.len(), list.statements[0].stance, list.is_ours),
            (1, Some(Stance::Supports), false)
        );
        assert_eq!(list.statements[0].person, "Ada");
    }
}

#[test]
fn import_skips_and_reports_incomplete_statements() {
    let list = "time;person;organization;concept;agreement;document_id\n\
                2031-05-03;;;Toll;1;1\n2031-05-03;Ada;;;1;1\n2031-05-04;Ada;Board;Toll;1;1\n2031-05-05;Ada;Choir;Toll;0;1\n";
    let import = import(&read(list.as_bytes()).expect("a list"), &BTreeMap::new());
    assert_eq!(import.positions, 2);
    let lines_of =
        |part: &str| import.losses.iter().find(|loss| loss.what.contains(part)).map(|loss| loss.items.clone());
    assert_eq!(lines_of("without person and organization"), Some(vec!["line 2".to_owned()]));
    assert_eq!(lines_of("without a concept"), Some(vec!["line 3".to_owned()]));
    let doubts: Vec<&str> = import.doubts.iter().flat_map(|doubt| &doubt.items).map(String::as_str).collect();
    assert_eq!(doubts, ["\"Ada\" of Board; Choir", "\"Ada\" on \"Toll\""]);
    let stakeholders = file(&import, "stakeholders.json");
    assert_eq!(stakeholders["stakeholders"][0]["affiliation"], Value::Null, "{stakeholders}");
    let coded = file(&import, "documents/document-1.json");
    let ids: Vec<&Value> =
        coded["positions"].as_array().into_iter().flatten().map(|position| &position["id"]).collect();
    assert_eq!(ids, ["ada-on-toll", "ada-on-toll-2"]);
}

#[test]
fn document_day_is_known_if_all_statements_agree() {
    let dna = "time;person;concept;agreement;document_id\n2031-05-03;Ada;Toll;1;1\n2031-05-03;Bo;Toll;1;1\n";
    let twice = "time;person;concept;agreement;document_id\n2031-05-03;Ada;Toll;1;1\n2031-05-04;Bo;Toll;1;1\n";
    // Exports of a dossier write the position's time.
    let ours = "time;person;concept;agreement;position;data_version;document_id\n2031-05-03;Ada;Toll;1;ada-toll;000000000000;1\n";
    for (list, published) in [(dna, "2031-05-03"), (twice, ""), (ours, "")] {
        let import = import(&read(list.as_bytes()).expect("a list"), &BTreeMap::new());
        assert_eq!(file(&import, "documents/document-1.json")["document"]["published"], published, "{list}");
    }
}
