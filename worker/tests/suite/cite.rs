//! Citations in BibTeX and CSL-JSON, parsed again with the same crates.

use biblatex::{Bibliography, ChunksExt as _};
use citationberg::json::Item;
use dossier::Date;
use explore::Cited;
use worker::cite::formats;

fn cited() -> Cited {
    Cited {
        label: "This quote",
        key: "harbour-lund-open".to_owned(),
        plain: String::new(),
        title: "“50 % of R&D {all of it} is Zoë’s #1_cost” […] “~$3 ^”".to_owned(),
        author: Some("Łódź & Sons, Ltd".to_owned()),
        container: Some("The harbour bridge".to_owned()),
        date: Some("2031-05-12".parse().expect("a date")),
        source: "News article, Quay, 12 May 2031, paragraph 2".to_owned(),
        version: "0123456789ab".to_owned(),
        address: "https://example.org/a_b/?view=quotes&item=lund-open&q=50%25&at=0123456789ab".to_owned(),
    }
}

/// Parsed fields of the one entry.
fn fields(bibtex: &str) -> Vec<(String, String)> {
    let read = Bibliography::parse(bibtex).unwrap_or_else(|error| panic!("{error:?} in {bibtex}"));
    let entry = read.iter().next().expect("there is an entry");
    entry.fields.iter().map(|(key, chunks)| (key.clone(), chunks.format_verbatim())).collect()
}

#[test]
fn bibtex_entry_has_fields_of_citation() {
    let Cited { title, author, container, source, address, .. } = cited();
    let mut expected = vec![
        ("author", author.expect("somebody said it")),
        ("day", "12".to_owned()),
        ("howpublished", container.expect("it is part of a dossier")),
        ("month", "5".to_owned()),
        ("note", source),
        ("publisher", "Standpoint".to_owned()),
        ("title", title),
        ("url", address),
        ("version", "data 0123456789ab".to_owned()),
        ("year", "2031".to_owned()),
    ];
    expected.sort();
    let bibtex = formats(&cited()).bibtex;
    let read = fields(&bibtex);
    let read: Vec<(&str, String)> = read.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
    assert_eq!(read, expected, "{bibtex}");
}

#[test]
fn bibtex_entry_escapes_tex_characters() {
    let bibtex = formats(&cited()).bibtex;
    assert!(bibtex.starts_with("@misc{harbour-lund-open,\n"), "{bibtex}");
    for line in [
        r"title = {{“50 \% of R\&D \{all of it\} is Zoë’s \#1\_cost” […] “\~{}\$3 \^{}”}},",
        // A single name, despite the comma.
        r"author = {{Łódź \& Sons, Ltd}},",
        r"url = {https://example.org/a_b/?view=quotes&item=lund-open&q=50%25&at=0123456789ab},",
    ] {
        assert!(bibtex.lines().any(|other| other == line), "no {line} in {bibtex}");
    }
}

#[test]
fn csl_item_has_fields_of_citation() {
    let csl = formats(&cited()).csl;
    let items: Vec<serde_json::Value> = serde_json::from_str(&csl).expect("it is JSON");
    let expected = serde_json::json!({
        "id": "harbour-lund-open",
        "type": "webpage",
        "title": cited().title,
        "author": [{ "literal": "Łódź & Sons, Ltd" }],
        "container-title": "The harbour bridge",
        "issued": { "date-parts": [[2031, 5, 12]] },
        "publisher": "Standpoint",
        "version": "data 0123456789ab",
        "note": "News article, Quay, 12 May 2031, paragraph 2",
        "URL": cited().address,
    });
    assert_eq!(items, [expected]);
    let read: Vec<Item> = serde_json::from_str(&csl).expect("it is CSL-JSON");
    assert_eq!(read[0].id().as_deref(), Some("harbour-lund-open"));
}

#[test]
fn unknown_date_and_author_are_omitted() {
    let date = |text: &str| text.parse::<Date>().ok();
    for (known, bibtex, csl) in [
        (None, 0, "null"),
        (date("2031"), 1, "[[2031]]"),
        (date("2031-05"), 2, "[[2031,5]]"),
        (date("2031-05-12"), 3, "[[2031,5,12]]"),
    ] {
        let formats = formats(&Cited { date: known, author: None, container: None, ..cited() });
        let dated =
            fields(&formats.bibtex).into_iter().filter(|(key, _)| ["year", "month", "day"].contains(&key.as_str()));
        assert_eq!(dated.count(), bibtex, "{}", formats.bibtex);
        let items: Vec<serde_json::Value> = serde_json::from_str(&formats.csl).expect("it is JSON");
        assert_eq!(items[0]["issued"]["date-parts"].to_string(), csl);
        assert_eq!(items[0]["type"], "dataset", "without an author it is a dataset");
        assert!(!formats.bibtex.contains("author") && items[0].get("author").is_none());
    }
}
