//! The files that a new article begins with.

use dossier::author::{skeleton, write::written};
use dossier::schema::{Issues, SeedFile};
use dossier::text::normalize;
use dossier::{Faults, Issue};
use proptest::prelude::*;
use serde_json::Value;

use crate::fixture::{Dir, Fixture};

const TEXT: &str = "“We build,” said Ada Berg, “and soon.”\n\nLund spoke of “haste.\n\n“And of waste.”";

/// The faults of a dossier that is a skeleton of [`TEXT`] alone.
fn faults() -> Faults {
    let dir = Dir::new();
    let (id, text) = ("varn".into(), normalize(TEXT));
    dir.write("documents/varn.json", &skeleton::document(&id, "2033-03-16".parse().expect("a day"), &text));
    dir.write("dossier.json", &skeleton::cover(&id));
    dir.write("stakeholders.json", &skeleton::stakeholders());
    dir.write("issues.json", &skeleton::issues());
    dossier::load(&dir.0).expect_err("nothing is completed")
}

#[test]
fn what_a_person_must_say_is_a_fault_until_it_is_said_and_nothing_else_is() {
    let faults = faults();
    let mut named: Vec<String> = faults.iter().map(|fault| format!("{} {}", fault.item, fault.field)).collect();
    named.retain(|place| !place.contains("quote-2") && !place.contains("quote-3"));
    assert_eq!(
        named,
        [
            "document varn dateline",
            "document varn language",
            "quote varn-quote-1 context",
            "quote varn-quote-1 cue",
            "quote varn-quote-1 date.precision",
            "quote varn-quote-1 form",
            "quote varn-quote-1 speaker",
            "the file description",
            "the file id",
            "the file language",
            "the file license",
            "the file title",
            "issue  definition",
            "issue  id",
            "issue  name",
            "issue  proposition",
            "issue  topic",
        ]
    );
}

#[test]
fn each_passage_in_marks_is_a_quote_and_no_position_is_made_up() {
    let text = skeleton::document(&"varn".into(), "2033-03-16".parse().expect("a day"), &normalize(TEXT));
    let file: Value = serde_json::from_str(&text).expect("it is JSON");
    let words = |quote: &Value| -> Vec<String> {
        let segments = quote["segments"].as_array().expect("segments").iter();
        segments.map(|segment| segment["text"].as_str().expect("words").to_owned()).collect()
    };
    let quotes: Vec<Vec<String>> = file["quotes"].as_array().expect("quotes").iter().map(words).collect();
    assert_eq!(quotes, [vec!["We build,"], vec!["and soon."], vec!["haste.", "And of waste."]]);
    assert_eq!(file["quotes"][2]["segments"][1]["evidence"][0]["paragraph"], 3);
    for list in ["positions", "events", "questions", "uncoded"] {
        assert_eq!(file[list], serde_json::json!([]), "{list}");
    }
    assert_eq!(file["$schema"], "../schema/document.schema.json");
    assert_eq!(file["document"]["paragraphs"], 3);
    assert_eq!(file["document"]["text_sha256"], normalize(TEXT).digest().to_string());
}

#[test]
fn a_second_document_is_listed_after_the_first_once() {
    let mut fixture = Fixture::new();
    let cover = fixture.file("dossier.json").to_string();
    let with = skeleton::cover_with(&cover, &"third".into()).expect("a cover");
    let again = skeleton::cover_with(&with, &"third".into()).expect("a cover");
    assert_eq!(with, again);
    let mut expected: Value = serde_json::from_str(&cover).expect("JSON");
    expected["documents"] = serde_json::json!(["harbour", "sequel", "third"]);
    assert_eq!(serde_json::from_str::<Value>(&with).expect("JSON"), expected);
    assert!(skeleton::cover_with("{\"documents\": 3}", &"third".into()).is_err());
    assert!(
        skeleton::cover_with(&cover.replace("\"title\"", "\"titel\""), &"third".into()).is_err(),
        "nothing is lost"
    );
}

#[test]
fn what_is_short_stands_on_one_line() {
    #[derive(serde::Serialize)]
    struct Example {
        date: When,
        ids: Vec<&'static str>,
        none: Vec<u32>,
        text: Text,
    }
    #[derive(serde::Serialize)]
    struct When {
        value: Option<u32>,
        precision: &'static str,
    }
    #[derive(serde::Serialize)]
    struct Text {
        reason: &'static str,
    }
    let example = Example {
        date: When { value: None, precision: "none" },
        ids: vec!["a", "b"],
        none: Vec::new(),
        text: Text { reason: "A caption." },
    };
    let expected = "{\n  \"date\": { \"value\": null, \"precision\": \"none\" },\n  \"ids\": [\"a\", \"b\"],\n  \"none\": [],\n  \
        \"text\": {\n    \"reason\": \"A caption.\"\n  }\n}\n";
    assert_eq!(written(&example), expected);
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same(texts in proptest::collection::vec(".{0,12}", 5)) {
        let [id, name, proposition, definition, topic] = texts.try_into().expect("five");
        let issue = Issue { id: id.as_str().into(), name, kind: dossier::IssueKind::Claim, proposition, definition, topic };
        let file = SeedFile::from(Issues { issues: vec![issue.clone(), issue] });
        prop_assert_eq!(&serde_json::from_str::<SeedFile<Issues>>(&written(&file)).expect("JSON"), &file);
    }
}
