//! Import of lists with custom variables or saved by spreadsheets.

use std::collections::BTreeMap;
use std::fs;

use export::dna::{Column, DayOrder, Import, ReadOptions, import, read};
use serde_json::Value;

/// Bytes of a file in `tests/lists/`, or of the list itself.
fn bytes(list: &str) -> Vec<u8> {
    if list.contains('\n') {
        return list.as_bytes().to_vec();
    }
    let path = [env!("CARGO_MANIFEST_DIR"), "tests/lists", list].iter().collect::<std::path::PathBuf>();
    fs::read(path).expect("the list is there")
}

/// Imports a list; also returns the notes on how it was read.
fn import_list(list: &str, options: &ReadOptions) -> Result<(Import, Vec<String>), String> {
    let list = read(&bytes(list), options).map_err(|problems| problems.to_string())?;
    Ok((import(&list, &BTreeMap::new()), list.told))
}

/// Holder, issue and stance of each position.
fn positions(import: &Import) -> Vec<[String; 3]> {
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let mut positions = Vec::new();
    for (_, text) in import.files.iter().filter(|(name, _)| name.starts_with("documents/")) {
        let coded: Value = serde_json::from_str(text).expect("the file is JSON");
        for position in coded["positions"].as_array().expect("a list") {
            positions.push(["stakeholder", "issue", "stance"].map(|field| word(&position[field])));
        }
    }
    positions
}

/// Id and affiliation of each stakeholder.
fn stakeholders(import: &Import) -> Vec<(String, String)> {
    let (_, text) = import.files.iter().find(|(name, _)| name == "stakeholders.json").expect("the file is there");
    let file: Value = serde_json::from_str(text).expect("the file is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    file["stakeholders"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|each| (text(&each["id"]), text(&each["affiliation"])))
        .collect()
}

fn columns(columns: &[(Column, &str)]) -> ReadOptions {
    let columns = columns.iter().map(|&(column, name)| (column, name.to_owned())).collect();
    ReadOptions { columns, ..ReadOptions::default() }
}

type Words = &'static [&'static str];

/// Expected result, or part of the error message.
type Expected = Result<&'static str, &'static str>;

const TURBINES: &str = "twelve-turbines-should-stand";

#[test]
fn renamed_variables_are_read_with_mapping() {
    let error =
        import_list("renamed-variables.csv", &ReadOptions::default()).expect_err("the speaker may be in any of them");
    assert_eq!(
        error,
        "person: the first row has no such column, but columns of its coder's own: \"Author\", \"Type of Organisation\", \"Political \
         Affiliation\". If one of them says who spoke, say --person COLUMN; if none does, --without person"
    );
    let (import, _) = import_list("renamed-variables.csv", &columns(&[(Column::Person, "author")])).expect("a list");
    let expected = [
        ["varga-ines", TURBINES, "supports"],
        ["odell-piet", TURBINES, "opposes"],
        ["nordlink", "the-town-should-pay-for-the-line", "supports"],
    ];
    assert_eq!(positions(&import), expected);
    let without = ReadOptions { without: [Column::Person].into(), ..ReadOptions::default() };
    let (import, _) = import_list("renamed-variables.csv", &without).expect("a list");
    assert_eq!(positions(&import)[0][0], "town-of-ellmoor");
}

#[test]
fn mapping_to_missing_or_used_column_is_rejected() {
    let table = [
        (
            vec![(Column::Person, "Autor")],
            "--person \"Autor\": there is no such column. Its columns are \"statement_id\", \"time\", \"Author\"",
        ),
        (
            vec![(Column::Person, "Author"), (Column::Organization, "AUTHOR")],
            "--organization \"AUTHOR\": another option names this column",
        ),
    ];
    for (mapping, expected) in table {
        let error = import_list("renamed-variables.csv", &columns(&mapping)).expect_err("a column is named wrongly");
        assert!(error.starts_with(expected), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[test]
fn list_without_qualifier_leaves_stances_empty() {
    let error = import_list("no-qualifier.csv", &ReadOptions::default()).expect_err("nothing says who holds what");
    assert_eq!(
        error,
        "the first row has no column concept, person or organization. Its columns are \"statement_id\", \"time\", \"claimant\", \
         \"addressee\", \"claim\", \"start_position\", \"stop_position\", \"text\", \"coder\", \"document_id\", \"document_title\", \
         \"document_author\", \"document_source\", \"document_section\", \"document_type\". Say which column is meant: --concept COLUMN \
         --person COLUMN"
    );
    let mapping = columns(&[(Column::Person, "claimant"), (Column::Concept, "claim")]);
    let (import, notes) = import_list("no-qualifier.csv", &mapping).expect("a list");
    assert_eq!(
        positions(&import),
        [["varga-ines", "pay-for-the-new-line", ""], ["odell-piet", "drop-the-access-road", ""]]
    );
    assert!(
        notes[0].starts_with("no column says who is for and who against: every stance is left to complete"),
        "{notes:?}"
    );
    assert!(
        import.losses.iter().any(|loss| loss.what.contains("left with a stance to complete") && loss.items.len() == 2)
    );
}

#[test]
fn zero_on_signed_scale_leaves_stance_empty() {
    let (import, notes) = import_list("integer-scale.csv", &ReadOptions::default()).expect("a list");
    assert_eq!(
        positions(&import),
        [["varga-ines", TURBINES, "supports"], ["odell-piet", TURBINES, "opposes"], ["spokeswoman", TURBINES, ""]]
    );
    assert!(notes[0].contains("0 is left to complete (1 of 3 rows)"), "{notes:?}");
}

/// Each row: values of `agreement`, options, and the resulting stances (`+` supports, `-` opposes, `.` empty).
#[test]
fn agreement_values_are_interpreted_by_column_or_options() {
    let table: &[(Words, Words, Words, Expected)] = &[
        (&["1", "0"], &[], &[], Ok("+-")),
        (&["TRUE", "false", ""], &[], &[], Ok("+-.")),
        (&["1.0", "0,00"], &[], &[], Ok("+-")),
        (&["3", "-2", "0", "−1", "+1"], &[], &[], Ok("+-.-+")),
        (&["-1", "0"], &[], &[], Ok("-.")),
        (&["1", "0"], &["1"], &[], Ok("+.")),
        (&["5", "3", "1"], &["5", "4"], &["1"], Err("no row has the value \"4\"")),
        (&["5", "3", "1"], &["5"], &["1"], Ok("+.-")),
        (&["Ja", "nein", "?"], &["ja"], &["Nein"], Ok("+-.")),
        (&["ja"], &["ja"], &["JA"], Err("the value \"ja\" cannot be for and against")),
        (&["5", "0"], &[], &[], Err("a scale without negative values does not")),
        (&["ja", "0"], &[], &[], Err("must be a number, or TRUE or FALSE")),
        (&["1", "inf", "1e3"], &[], &[], Err("found \"inf\", \"1e3\" (2 lines: 3, 4)")),
    ];
    for (values, supports, opposes, expected) in table {
        let rows: Vec<String> = values.iter().map(|value| format!("2031-05-03;Ada;Toll;{value};1\n")).collect();
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let options = ReadOptions { supports: words(supports), opposes: words(opposes), ..ReadOptions::default() };
        let read = import_list(&format!("time;person;concept;agreement;document_id\n{}", rows.concat()), &options).map(
            |(import, _)| {
                let sign = |stance: &str| match stance {
                    "supports" => '+',
                    "opposes" => '-',
                    _ => '.',
                };
                positions(&import).iter().map(|[_, _, stance]| sign(stance)).collect::<String>()
            },
        );
        match (read, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, **expected, "{values:?}"),
            (Err(error), Err(expected)) => assert!(error.contains(expected), "{values:?}: {error}"),
            (found, expected) => panic!("{values:?}: {found:?} is not {expected:?}"),
        }
    }
}

#[test]
fn encoding_and_days_of_spreadsheet_are_detected() {
    let (windows, notes) = import_list("saved-as-windows-1252.csv", &ReadOptions::default()).expect("a list");
    assert_eq!(
        notes[0],
        "the file is not UTF-8 and does not say its encoding. It was read as windows-1252, the likeliest, from words like \"Öztürk\", \
         \"Zwölf\", \"Windräder\". If these are wrong, name the encoding, as in --encoding macintosh"
    );
    let (utf_8, notes) = import_list("saved-as-utf-8-with-mark.csv", &ReadOptions::default()).expect("a list");
    assert!(!notes.iter().any(|line| line.contains("encoding")), "{notes:?}");
    assert_eq!((windows.positions, &windows), (60, &utf_8));
    let documents = windows.files.iter().find(|(name, _)| name.starts_with("documents/")).expect("a document");
    assert!(documents.1.contains("\"published\": \"2031-10-18\""), "{}", documents.1);
}

#[test]
fn day_order_is_decided_by_column_or_option() {
    let read_days = |days: &[&str], order: Option<DayOrder>| {
        let rows: Vec<String> = days.iter().map(|day| format!("{day};Ada;Toll;1;1\n")).collect();
        let options = ReadOptions { days: order, ..ReadOptions::default() };
        let list = read(format!("time;person;concept;agreement;document_id\n{}", rows.concat()).as_bytes(), &options);
        list.map(|list| list.statements.iter().map(|statement| statement.day.to_string()).collect::<Vec<_>>().join(" "))
            .map_err(|problems| problems.to_string())
    };
    let (first, last) = (Some(DayOrder::DayFirst), Some(DayOrder::MonthFirst));
    let table: &[(Words, Option<DayOrder>, Expected)] = &[
        (&["5.6.2031", "05.06.2031 00:00", "5. 6. 2031"], None, Ok("2031-06-05 2031-06-05 2031-06-05")),
        (&["2031/6/5", "2031-06-05T00:00:00Z", "2031. 06. 05."], None, Ok("2031-06-05 2031-06-05 2031-06-05")),
        (&["05/06/2031", "18/06/2031 12:00:00 AM"], None, Ok("2031-06-05 2031-06-18")),
        (&["05/06/2031", "06/18/2031"], None, Ok("2031-05-06 2031-06-18")),
        (&["05-06-2031", "06-18-2031"], None, Ok("2031-05-06 2031-06-18")),
        (
            &["05/06/2031", "06/06/2031"],
            None,
            Err("say --days day-first or --days month-first; found \"05/06/2031\" (line 2)"),
        ),
        (&["05/06/2031"], first, Ok("2031-06-05")),
        (&["05/06/2031"], last, Ok("2031-05-06")),
        (&["06/06/2031"], None, Ok("2031-06-06")),
        (
            &["18/06/2031", "06/18/2031"],
            None,
            Err("before the month in all rows or in none; found \"18/06/2031\", \"06/18/2031\" (2 lines: 2, 3)"),
        ),
        (&["18/06/2031"], last, Err("found \"18/06/2031\" (line 2)")),
        (&["18.10.31"], None, Err("must have the year in four digits")),
        (
            &["48139", "48139,5"],
            None,
            Err(
                "not a spreadsheet's count of days: have the spreadsheet show it as YYYY-MM-DD; found \"48139\", \"48139,5\"",
            ),
        ),
        (&["31.02.2031"], None, Err("found \"31.02.2031\"")),
        (&["2031-06-05 25:00"], None, Err("found \"2031-06-05 25:00\"")),
        (&["5 June 2031"], None, Err("found \"5 June 2031\"")),
    ];
    for (days, order, expected) in table {
        match (read_days(days, *order), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, **expected, "{days:?}"),
            (Err(error), Err(expected)) => {
                assert!(error.contains(expected) && error.lines().count() == 1, "{days:?}: {error}");
            }
            (found, expected) => panic!("{days:?}: {found:?} is not {expected:?}"),
        }
    }
}

#[test]
fn problems_of_encoding_days_and_values_are_reported_together() {
    let list = b"time;person;concept;agreement;document_id\n18.10.31;J\xf6rg;Toll;1;1\n18.10.31;J\xf6rg;Toll;9;1";
    let message = read(list, &ReadOptions::default()).expect_err("days and values cannot be read").to_string();
    assert_eq!(message.lines().count(), 3, "{message}");
    assert!(message.contains("It was read as windows-1252, the likeliest, from words like \"Jörg\""), "{message}");
    assert!(
        message.contains("time: must have the year in four digits")
            && message.contains("agreement: must say which side"),
        "{message}"
    );
}

#[test]
fn invalid_utf_8_is_reported_with_line() {
    let list = "time;person;concept;agreement;document_id\n2031-05-03;Jörg;Zölle;1;1\n2031-05-03;J*rg;Toll;1;1";
    let list: Vec<u8> = list.bytes().map(|byte| if byte == b'*' { 0xf6 } else { byte }).collect();
    let message = read(&list, &ReadOptions::default()).expect_err("one letter is broken").to_string();
    assert_eq!(message, "must be UTF-8 text like the rest of the file: mend the broken letters (line 3)");
}

#[test]
fn unknown_or_wrong_encoding_is_rejected() {
    let person = |label: &str, list: &[u8]| {
        let options = ReadOptions { encoding: Some(label.to_owned()), ..ReadOptions::default() };
        read(&[b"time;person;concept;agreement;document_id\n2031-05-03;", list, b";Toll;1;1"].concat(), &options)
            .map(|list| list.statements[0].person.clone())
            .map_err(|problems| problems.to_string())
    };
    assert_eq!(person("macintosh", b"J\x9arg"), Ok("Jörg".to_owned()));
    let table = [
        ("ansi-9", &b"Jorg"[..], "there is no encoding \"ansi-9\": name one as in --encoding windows-1252"),
        ("utf-8", b"J\xf6rg", "must be UTF-8 text like the rest of the file: mend the broken letters (line 2)"),
        (
            "windows-1252",
            b"J\x81rg",
            "the file is not windows-1252 text: save it as UTF-8, or name its encoding with --encoding",
        ),
    ];
    for (label, list, expected) in table {
        assert_eq!(person(label, list), Err(expected.to_owned()));
    }
}

#[test]
fn binary_files_are_rejected_by_type() {
    for (bytes, what) in
        [(&b"PK\x03\x04"[..], "workbook"), (b"\xd0\xcf\x11\xe0", "Excel"), (b"SQLite format 3\0", "database")]
    {
        let message = read(bytes, &ReadOptions::default()).expect_err("no list").to_string();
        assert!(message.contains(what) && message.lines().count() == 1, "{message}");
    }
}

#[test]
fn shared_name_is_reported_and_can_be_split() {
    let (import, _) = import_list("two-of-one-name.csv", &ReadOptions::default()).expect("a list");
    let doubts: Vec<String> = import.doubts.iter().map(ToString::to_string).collect();
    let expected = [
        "names that differ by letters' case or blanks alone, taken for one. If they are two, give one of them another name in the \
         list: 1 (\"hale, john\" in line 4 as \"Hale, John\")",
        "persons with several organizations, taken for one and left without an affiliation. If they are several people, say --part NAME \
         for one of each organization: 1 (\"Hale, John\" of Ellmoor First; Harbour List)",
        "persons who support and oppose the same, in one list: a change of mind, or two people of one name: 1 (\"Hale, John\" on \"The \
         quay should be built\")",
    ];
    assert_eq!(doubts, expected);
    let ids = |import: &Import| positions(import).into_iter().map(|[holder, ..]| holder).collect::<Vec<_>>();
    assert_eq!(ids(&import), ["hale-john", "hale-john", "hale-john"]);

    let part = ReadOptions { part: vec!["hale, John".to_owned()], ..ReadOptions::default() };
    let (import, _) = import_list("two-of-one-name.csv", &part).expect("a list");
    assert_eq!(ids(&import), ["hale-john", "hale-john-2", "hale-john-2"]);
    let of = |id: &str, group: &str| (id.to_owned(), group.to_owned());
    let expected = [
        of("ellmoor-first", ""),
        of("hale-john", "ellmoor-first"),
        of("harbour-list", ""),
        of("hale-john-2", "harbour-list"),
    ];
    assert_eq!(stakeholders(&import), expected);
    assert_eq!(import.doubts.len(), 1, "only the spelling is left to doubt: {:?}", import.doubts);

    let part = ReadOptions { part: vec!["Hale, Jane".to_owned()], ..ReadOptions::default() };
    assert_eq!(
        import_list("two-of-one-name.csv", &part).expect_err("nobody"),
        "person: no row has \"Hale, Jane\", whom --part names"
    );
}

#[test]
fn unnamed_row_number_column_is_reported_as_unread() {
    let list = "\"\",\"time\",\"organization\",\"concept\",\"agreement\",\"document_id\"\n\"1\",2031-05-03,\"Board\",\"Toll\",TRUE,1\n";
    let list =
        read(list.as_bytes(), &ReadOptions::default()).expect("a list without persons, and nothing that may be one");
    assert_eq!(list.unread, ["the 1. without a name"]);
}

#[test]
fn position_column_is_id_only_beside_data_version() {
    let own = "time;person;concept;agreement;position;document_id\n2031-05-03;Ada;Toll;1;Left;1";
    let list = read(own.as_bytes(), &ReadOptions::default()).expect("a list");
    assert_eq!((list.is_ours, list.unread), (false, vec!["position".to_owned()]));
    let ours = "TIME;PERSON;CONCEPT;AGREEMENT;POSITION;DATA_VERSION;DOCUMENT_ID\n2031-05-03;Ada;Toll;1;ada-toll;000000000000;1";
    let list = read(ours.as_bytes(), &ReadOptions::default()).expect("a list");
    assert_eq!((list.is_ours, list.unread.len(), list.statements[0].position.as_str()), (true, 0, "ada-toll"));
}
