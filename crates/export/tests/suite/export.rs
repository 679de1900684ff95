//! Content and losses of exported event lists.

use dossier::text;
use export::dna::Copy;

use crate::fixture::{ARTICLE, export, toll};

/// File metadata in each row.
const METADATA: &str = "Matrix;4 positions;https://example.org/?at=000000000000;000000000000;CC0-1.0;The bridge.;";
const HEAD: &str = "statement_id;time;person;organization;concept;agreement;position;view;sentence;link;\
                    data_version;license;citation;start_position;stop_position;text;coder;document_id;document_title;document_author;document_source;document_section;document_type\n";

#[test]
fn export_without_copy_writes_only_quoted_words() {
    let export = export(&toll(), &[]);
    let expected = [
        HEAD,
        "1;2031-05-02 00:00:00;Ada Lund;\"The harbour board; east\";\"The toll \"\"stays\"\"\";0;lund-toll;",
        METADATA,
        ";;not one crown;;1;2031-05-03-port;;;;\n",
        "2;2031-05-03 00:00:00;;\"The harbour board; east\";\"The toll \"\"stays\"\"\";1;board-toll;",
        METADATA,
        ";;;;1;2031-05-03-port;;;;\n",
        "3;2031-05-02 00:00:00;'+Plus;;A song;1;plus-song;",
        METADATA,
        ";;;;1;2031-05-03-port;;;;\n",
    ];
    assert_eq!(export.csv, expected.concat());
    assert_eq!(export.statements, 3);
}

#[test]
fn export_with_copy_writes_passage_and_utf_16_offsets() {
    let text = text::normalize(ARTICLE);
    let copies = [Copy { document: "2031-05-03-port", paragraphs: text.paragraphs() }];
    let csv = export(&toll(), &copies).csv;
    // The clef in the second paragraph is two units, and so is a blank line.
    assert_eq!(
        text.paragraphs().iter().map(|paragraph| paragraph.encode_utf16().count()).collect::<Vec<_>>(),
        [63, 62, 36]
    );
    for row in [
        &format!("lund-toll;{METADATA}129;164;Ada Lund said that the toll must go;"),
        &format!("board-toll;{METADATA}118;126;𝄞 choir;"),
        &format!("plus-song;{METADATA}101;107;Nobody;"),
    ] {
        assert!(csv.contains(row), "{row}\n{csv}");
    }
    let units: Vec<u16> = text.joined().encode_utf16().collect();
    assert_eq!(String::from_utf16_lossy(&units[118..126]), "𝄞 choir");
}

#[test]
fn export_reports_losses_by_position() {
    let losses: Vec<String> = export(&toll(), &[]).losses.iter().map(ToString::to_string).collect();
    let expected = [
        "positions on a condition, written as if without it: 1 (lund-toll)",
        "positions without a copy of their article, written without places and with quoted words alone: 3 (lund-toll, \
         board-toll, plus-song)",
        "positions known otherwise than in the holder's own words, written without how we know: 1 (board-toll)",
        "positions without a known day, written at their document's as DNA does: 1 (board-toll)",
        "positions that rest on several passages, written with the first: 1 (board-toll)",
        "positions that neither support nor oppose, left out because DNA knows only 1 and 0: 1 (plus-toll)",
        "cells that a spreadsheet would run as a formula, written behind an apostrophe: 1 (person of plus-song)",
    ];
    assert_eq!(losses, expected);
}

#[test]
fn omission_names_first_items_and_counts_rest() {
    let items = |count: usize| (1..=count).map(|number| number.to_string()).collect();
    let message = |count| export::Omission { what: "rows", items: items(count) }.to_string();
    assert_eq!(message(6), "rows: 6 (1, 2, 3, 4, 5, 6)");
    assert_eq!(message(7), "rows: 7 (1, 2, 3, 4, 5 and 2 more)");
}

#[test]
fn export_reports_superseding_position() {
    let mut dossier = toll();
    dossier.documents[0].positions[3].supersedes = Some("plus-toll".into());
    let losses = export(&dossier, &[]).losses;
    let shift = losses.iter().find(|loss| loss.what.contains("replace an earlier one")).expect("it is named");
    assert_eq!(shift.items, ["plus-song"]);
}

#[test]
fn export_writes_title_and_publisher_of_document() {
    let mut dossier = toll();
    let document = &mut dossier.documents[0].document;
    (document.title, document.publisher) = (Some("A toll".to_owned()), Some("The Herald".to_owned()));
    assert!(export(&dossier, &[]).csv.contains(";1;A toll;;The Herald;;\n"));
}
