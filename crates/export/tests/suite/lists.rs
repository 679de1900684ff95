//! Lists as people bring them: with variables of their own, or saved by a spreadsheet.

use std::collections::BTreeMap;
use std::fs;

use export::dna::{Column, DayOrder, Import, ReadOptions, import, read};
use serde_json::Value;

/// A list of `tests/lists/`, or a list as it is given.
fn bytes(list: &str) -> Vec<u8> {
    if list.contains('\n') {
        return list.as_bytes().to_vec();
    }
    let path = [env!("CARGO_MANIFEST_DIR"), "tests/lists", list].iter().collect::<std::path::PathBuf>();
    fs::read(path).expect("the list is there")
}

/// The import of a list, and the sentences on how it was read.
fn taken(list: &str, options: &ReadOptions) -> Result<(Import, Vec<String>), String> {
    let list = read(&bytes(list), options).map_err(|flaws| flaws.to_string())?;
    Ok((import(&list, &BTreeMap::new()), list.told))
}

/// Holder, issue and stance of each position.
fn said(import: &Import) -> Vec<[String; 3]> {
    let word = |value: &Value| value.as_str().expect("a word").to_owned();
    let mut said = Vec::new();
    for (_, text) in import.files.iter().filter(|(name, _)| name.starts_with("documents/")) {
        let coded: Value = serde_json::from_str(text).expect("the file is JSON");
        for position in coded["positions"].as_array().expect("a list") {
            said.push(["stakeholder", "issue", "stance"].map(|field| word(&position[field])));
        }
    }
    said
}

/// Names, kinds and affiliations of the stakeholders.
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

/// The result of reading a list, or a part of the refusal.
type Expected = Result<&'static str, &'static str>;

const TURBINES: &str = "twelve-turbines-should-stand";

#[test]
fn renamed_variables_are_read_after_a_mapping() {
    let refused =
        taken("renamed-variables.csv", &ReadOptions::default()).expect_err("the speaker may be in any of them");
    assert_eq!(
        refused,
        "person: the first row has no such column, but columns of its coder's own: \"Author\", \"Type of Organisation\", \"Political \
         Affiliation\". If one of them says who spoke, say --person COLUMN; if none does, --without person"
    );
    let (import, _) = taken("renamed-variables.csv", &columns(&[(Column::Person, "author")])).expect("a list");
    let expected = [
        ["varga-ines", TURBINES, "supports"],
        ["odell-piet", TURBINES, "opposes"],
        ["nordlink", "the-town-should-pay-for-the-line", "supports"],
    ];
    assert_eq!(said(&import), expected);
    let without = ReadOptions { without: [Column::Person].into(), ..ReadOptions::default() };
    let (import, _) = taken("renamed-variables.csv", &without).expect("a list");
    assert_eq!(said(&import)[0][0], "town-of-ellmoor");
}

#[test]
fn a_mapping_that_names_no_column_or_one_twice_is_refused() {
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
        let refused = taken("renamed-variables.csv", &columns(&mapping)).expect_err("a column is named wrongly");
        assert!(refused.starts_with(expected), "{refused}");
        assert_eq!(refused.lines().count(), 1, "{refused}");
    }
}

#[test]
fn a_list_without_a_qualifier_leaves_every_stance_to_complete() {
    let refused = taken("no-qualifier.csv", &ReadOptions::default()).expect_err("nothing says who holds what");
    assert_eq!(
        refused,
        "the first row has no column concept, person or organization. Its columns are \"statement_id\", \"time\", \"claimant\", \
         \"addressee\", \"claim\", \"start_position\", \"stop_position\", \"text\", \"coder\", \"document_id\", \"document_title\", \
         \"document_author\", \"document_source\", \"document_section\", \"document_type\". Say which column is meant: --concept COLUMN \
         --person COLUMN"
    );
    let mapping = columns(&[(Column::Person, "claimant"), (Column::Concept, "claim")]);
    let (import, told) = taken("no-qualifier.csv", &mapping).expect("a list");
    assert_eq!(said(&import), [["varga-ines", "pay-for-the-new-line", ""], ["odell-piet", "drop-the-access-road", ""]]);
    assert!(
        told[0].starts_with("no column says who is for and who against: every stance is left to complete"),
        "{told:?}"
    );
    assert!(
        import.losses.iter().any(|loss| loss.what.contains("left with a stance to complete") && loss.items.len() == 2)
    );
}

#[test]
fn a_scale_with_negative_values_leaves_0_to_complete() {
    let (import, told) = taken("integer-scale.csv", &ReadOptions::default()).expect("a list");
    assert_eq!(
        said(&import),
        [["varga-ines", TURBINES, "supports"], ["odell-piet", TURBINES, "opposes"], ["spokeswoman", TURBINES, ""]]
    );
    assert!(told[0].contains("0 is left to complete (1 of 3 rows)"), "{told:?}");
}

/// A list of one column `agreement` with these values, and the stances that it gives: `+`, `-` and `.`.
#[test]
fn a_value_is_a_side_by_the_whole_column_or_by_what_its_author_says() {
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
        let read = taken(&format!("time;person;concept;agreement;document_id\n{}", rows.concat()), &options).map(
            |(import, _)| {
                let sign = |stance: &str| match stance {
                    "supports" => '+',
                    "opposes" => '-',
                    _ => '.',
                };
                said(&import).iter().map(|[_, _, stance]| sign(stance)).collect::<String>()
            },
        );
        match (read, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, **expected, "{values:?}"),
            (Err(refused), Err(expected)) => assert!(refused.contains(expected), "{values:?}: {refused}"),
            (found, expected) => panic!("{values:?}: {found:?} is not {expected:?}"),
        }
    }
}

#[test]
fn a_spreadsheets_list_is_read_in_its_encoding_and_with_its_days() {
    let (windows, told) = taken("saved-as-windows-1252.csv", &ReadOptions::default()).expect("a list");
    assert_eq!(
        told[0],
        "the file is not UTF-8 and does not say its encoding. It was read as windows-1252, the likeliest, from words like \"Öztürk\", \
         \"Zwölf\", \"Windräder\". If these are wrong, name the encoding, as in --encoding macintosh"
    );
    let (utf_8, told) = taken("saved-as-utf-8-with-mark.csv", &ReadOptions::default()).expect("a list");
    assert!(!told.iter().any(|line| line.contains("encoding")), "{told:?}");
    assert_eq!((windows.positions, &windows), (60, &utf_8));
    let documents = windows.files.iter().find(|(name, _)| name.starts_with("documents/")).expect("a document");
    assert!(documents.1.contains("\"published\": \"2031-10-18\""), "{}", documents.1);
}

#[test]
fn the_order_of_a_day_is_its_columns_or_is_asked_for() {
    let says = |days: &[&str], order: Option<DayOrder>| {
        let rows: Vec<String> = days.iter().map(|day| format!("{day};Ada;Toll;1;1\n")).collect();
        let options = ReadOptions { days: order, ..ReadOptions::default() };
        let list = read(format!("time;person;concept;agreement;document_id\n{}", rows.concat()).as_bytes(), &options);
        list.map(|list| list.statements.iter().map(|statement| statement.day.to_string()).collect::<Vec<_>>().join(" "))
            .map_err(|flaws| flaws.to_string())
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
        match (says(days, *order), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, **expected, "{days:?}"),
            (Err(refused), Err(expected)) => {
                assert!(refused.contains(expected) && refused.lines().count() == 1, "{days:?}: {refused}");
            }
            (found, expected) => panic!("{days:?}: {found:?} is not {expected:?}"),
        }
    }
}

#[test]
fn faults_of_encoding_and_of_days_are_told_together() {
    let list = b"time;person;concept;agreement;document_id\n18.10.31;J\xf6rg;Toll;1;1\n18.10.31;J\xf6rg;Toll;9;1";
    let told = read(list, &ReadOptions::default()).expect_err("days and values cannot be read").to_string();
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(told.contains("It was read as windows-1252, the likeliest, from words like \"Jörg\""), "{told}");
    assert!(
        told.contains("time: must have the year in four digits") && told.contains("agreement: must say which side"),
        "{told}"
    );
}

#[test]
fn a_broken_letter_in_utf_8_is_named_with_its_line() {
    let list = "time;person;concept;agreement;document_id\n2031-05-03;Jörg;Zölle;1;1\n2031-05-03;J*rg;Toll;1;1";
    let list: Vec<u8> = list.bytes().map(|byte| if byte == b'*' { 0xf6 } else { byte }).collect();
    let told = read(&list, &ReadOptions::default()).expect_err("one letter is broken").to_string();
    assert_eq!(told, "must be UTF-8 text like the rest of the file: mend the broken letters (line 3)");
}

#[test]
fn an_encoding_that_is_none_or_not_the_files_is_refused() {
    let said = |label: &str, list: &[u8]| {
        let options = ReadOptions { encoding: Some(label.to_owned()), ..ReadOptions::default() };
        read(&[b"time;person;concept;agreement;document_id\n2031-05-03;", list, b";Toll;1;1"].concat(), &options)
            .map(|list| list.statements[0].person.clone())
            .map_err(|flaws| flaws.to_string())
    };
    assert_eq!(said("macintosh", b"J\x9arg"), Ok("Jörg".to_owned()));
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
        assert_eq!(said(label, list), Err(expected.to_owned()));
    }
}

#[test]
fn a_file_that_is_no_text_is_named() {
    for (bytes, what) in
        [(&b"PK\x03\x04"[..], "workbook"), (b"\xd0\xcf\x11\xe0", "Excel"), (b"SQLite format 3\0", "database")]
    {
        let told = read(bytes, &ReadOptions::default()).expect_err("no list").to_string();
        assert!(told.contains(what) && told.lines().count() == 1, "{told}");
    }
}

#[test]
fn one_name_for_two_is_said_and_can_be_parted() {
    let (import, _) = taken("two-of-one-name.csv", &ReadOptions::default()).expect("a list");
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
    let ids = |import: &Import| said(import).into_iter().map(|[holder, ..]| holder).collect::<Vec<_>>();
    assert_eq!(ids(&import), ["hale-john", "hale-john", "hale-john"]);

    let part = ReadOptions { part: vec!["hale, John".to_owned()], ..ReadOptions::default() };
    let (import, _) = taken("two-of-one-name.csv", &part).expect("a list");
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
        taken("two-of-one-name.csv", &part).expect_err("nobody"),
        "person: no row has \"Hale, Jane\", whom --part names"
    );
}

#[test]
fn a_column_of_row_numbers_as_r_writes_it_is_named_among_those_not_read() {
    let list = "\"\",\"time\",\"organization\",\"concept\",\"agreement\",\"document_id\"\n\"1\",2031-05-03,\"Board\",\"Toll\",TRUE,1\n";
    let list =
        read(list.as_bytes(), &ReadOptions::default()).expect("a list without persons, and nothing that may be one");
    assert_eq!(list.unread, ["the 1. without a name"]);
}

#[test]
fn a_coders_own_position_is_no_id_unless_a_dossier_wrote_the_list() {
    let own = "time;person;concept;agreement;position;document_id\n2031-05-03;Ada;Toll;1;Left;1";
    let list = read(own.as_bytes(), &ReadOptions::default()).expect("a list");
    assert_eq!((list.is_ours, list.unread), (false, vec!["position".to_owned()]));
    let ours = "TIME;PERSON;CONCEPT;AGREEMENT;POSITION;DATA_VERSION;DOCUMENT_ID\n2031-05-03;Ada;Toll;1;ada-toll;000000000000;1";
    let list = read(ours.as_bytes(), &ReadOptions::default()).expect("a list");
    assert_eq!((list.is_ours, list.unread.len(), list.statements[0].position.as_str()), (true, 0, "ada-toll"));
}
