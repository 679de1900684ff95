//! Property tests of damaged lists: a list changed by a spreadsheet, R or a coder gives the same draft, or is rejected
//! with the cause.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
use export::dna::{Column, DayOrder, Import, Problems, ReadOptions, import, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

const COLUMNS: [Column; 12] = [
    Column::Statement,
    Column::Time,
    Column::Person,
    Column::Organization,
    Column::Concept,
    Column::Agreement,
    Column::Start,
    Column::Stop,
    Column::Text,
    Column::Document,
    Column::Title,
    Column::Source,
];

/// Words, agreement, month and day, and document of a row.
type Row = ([Index; 4], &'static str, (u32, u32), u32);

/// Cells of a list by row, in the order of [`COLUMNS`].
type Rows = Vec<Vec<String>>;

/// Words of a language, with the encoding that its spreadsheets use.
fn languages() -> [(&'static [&'static str], &'static Encoding); 5] {
    let western: &[&str] =
        &["Öztürk, Ayse", "Weiß; Käthe", "Müller \"Jörg\"", "Zwölf Windräder sollen stehen", "über die Brücke"];
    let french: &[&str] = &["Éric Lefèvre", "Conseil général", "Le péage à 3 €", "Hélène Forêt", "L’été, déjà"];
    let czech: &[&str] = &["Jiří Dvořák", "Městský úřad", "Most přes řeku", "Božena Němcová", "Žádné mýtné"];
    let russian: &[&str] = &["Иван Петров", "Городской совет", "Мост через реку", "Анна Смирнова", "Плата за проезд"];
    [
        (western, WINDOWS_1252),
        (french, WINDOWS_1252),
        (western, MACINTOSH),
        (czech, WINDOWS_1250),
        (russian, WINDOWS_1251),
    ]
}

#[test]
fn encoding_is_detected_from_words() {
    for (words, encoding) in languages() {
        let rows = words.iter().fold(String::new(), |rows, word| rows + "2031-05-03\t" + word + "\tToll\t1\t1\n");
        let (bytes, _, _) = encoding.encode(&rows);
        let list = [b"time\tperson\tconcept\tagreement\tdocument_id\n", &*bytes].concat();
        let list = read(&list, &ReadOptions::default()).expect("a list");
        let found: Vec<&str> = list.statements.iter().map(|statement| statement.person.as_str()).collect();
        assert_eq!(found, words, "{}: {:?}", encoding.name(), list.told);
    }
}

/// Generates a list and the encoding of its author's spreadsheet.
fn lists() -> impl Strategy<Value = (Rows, &'static Encoding)> {
    let row = (any::<[Index; 4]>(), select(vec!["-1", "0", "1"]), (1_u32..=12, 1_u32..=28), 1_u32..3);
    (select(languages().to_vec()), any::<bool>(), proptest::collection::vec(row, 1..12)).prop_map(
        |((words, encoding), is_binary, rows)| {
            let row = |(number, ([person, group, concept, passage], side, (month, day), document)): (usize, Row)| {
                let word = |index: Index| words[index.index(words.len())].to_owned();
                vec![
                    number.to_string(),
                    format!("2031-{month:02}-{day:02} 00:00:00"),
                    word(person),
                    word(group),
                    word(concept),
                    if is_binary { side.trim_start_matches('-').to_owned() } else { side.to_owned() },
                    "10".to_owned(),
                    "60".to_owned(),
                    word(passage),
                    document.to_string(),
                    format!("Article {document}"),
                    String::new(),
                ]
            };
            (rows.into_iter().enumerate().map(row).collect(), encoding)
        },
    )
}

/// Formats of days.
const DAYS: [&str; 8] = [
    "%Y-%M-%D 00:00:00",
    "%Y-%M-%D",
    "%D.%M.%Y 00:00",
    "%d.%m.%Y",
    "%d/%m/%Y",
    "%m/%d/%Y 12:00:00 AM",
    "%M-%D-%Y",
    "%d.%m.%y",
];

/// Changes to a list that do not change its meaning.
#[derive(Clone, Debug)]
struct Damage {
    separator: char,
    /// Whether there is a `sep=` line, whether all cells are quoted, and whether the column `person` has another
    /// name.
    flags: [bool; 3],
    line_end: &'static str,
    head: usize,
    shift: Index,
    /// Whether there are blanks around cells, empty cells behind rows, and an empty row at the end.
    blanks: [bool; 3],
    days: &'static str,
    has_decimals: bool,
    encoding: usize,
    names_encoding: bool,
}

fn damages() -> impl Strategy<Value = Damage> {
    let form = (select(vec![';', ',', '\t', '|']), any::<[bool; 6]>(), select(vec!["\n", "\r\n", "\r"]), 0_usize..5);
    let content = (any::<Index>(), select(DAYS.to_vec()), 0_usize..5, any::<[bool; 2]>());
    (form, content).prop_map(|((separator, flags, line_end, head), (shift, days, encoding, more))| Damage {
        separator,
        flags: [flags[0], flags[1], flags[2]],
        line_end,
        head,
        shift,
        blanks: [flags[3], flags[4], flags[5]],
        days,
        has_decimals: more[1],
        encoding,
        names_encoding: more[0],
    })
}

impl Damage {
    fn name(&self, column: Column) -> String {
        let word = column.word();
        if column == Column::Person && self.flags[2] {
            return "Speaker".to_owned();
        }
        match self.head {
            0 => word.to_owned(),
            1 => word.to_uppercase(),
            2 => word.replace('_', " "),
            3 => format!(" {} ", word.replace('_', ".")),
            _ => word.replace("organization", "Organisation").replace('_', "-"),
        }
    }

    fn cell(&self, column: Column, cell: &str) -> String {
        if column == Column::Time {
            let (year, month, day) = (&cell[..4], &cell[5..7], &cell[8..10]);
            let short = |number: &str| number.trim_start_matches('0').to_owned();
            return self
                .days
                .replace("%Y", year)
                .replace("%y", &year[2..])
                .replace("%M", month)
                .replace("%D", day)
                .replace("%m", &short(month))
                .replace("%d", &short(day));
        }
        let decimals = if column == Column::Agreement && self.has_decimals { ".0" } else { "" };
        let blank = if self.blanks[0] { " " } else { "" };
        format!("{blank}{cell}{decimals}{blank}")
    }

    fn bytes(&self, rows: &Rows, own: &'static Encoding) -> Vec<u8> {
        let style = if self.flags[1] { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let terminator = csv::Terminator::Any(b'\n');
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.separator as u8)
            .quote_style(style)
            .terminator(terminator)
            .from_writer(Vec::new());
        let mut order: Vec<usize> = (0..COLUMNS.len()).collect();
        order.rotate_left(self.shift.index(COLUMNS.len()));
        let trailing = self.blanks[1].then(String::new);
        let mut write =
            |row: Vec<String>| writer.write_record(row.into_iter().chain(trailing.clone())).expect("memory takes it");
        write(order.iter().map(|&place| self.name(COLUMNS[place])).collect());
        for row in rows {
            write(order.iter().map(|&place| self.cell(COLUMNS[place], &row[place])).collect());
        }
        if self.blanks[2] {
            write(vec![String::new(); COLUMNS.len()]);
        }
        let text = String::from_utf8(writer.into_inner().expect("memory takes it")).expect("text");
        let says = if self.flags[0] { format!("sep={}\n", self.separator) } else { String::new() };
        let text = format!("{says}{text}").replace('\n', self.line_end);
        let utf_16 = |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect();
        match self.encoding {
            0 => text.into_bytes(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => utf_16(u16::to_le_bytes),
            3 => utf_16(u16::to_be_bytes),
            _ => own.encode(&text).0.into_owned(),
        }
    }

    /// Options that the author would give.
    fn options(&self, own: &'static Encoding) -> ReadOptions {
        let encoding = [UTF_8, UTF_8, UTF_16LE, UTF_16BE, own][self.encoding].name().to_owned();
        ReadOptions {
            columns: self.flags[2].then(|| (Column::Person, "speaker".to_owned())).into_iter().collect(),
            encoding: self.names_encoding.then_some(encoding),
            ..ReadOptions::default()
        }
    }
}

/// The undamaged list, as DNA writes it.
fn undamaged(rows: &Rows) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|column| column.word())).expect("memory takes it");
    for row in rows {
        writer.write_record(row).expect("memory takes it");
    }
    writer.into_inner().expect("memory takes it")
}

fn draft(bytes: &[u8], options: &ReadOptions) -> Result<(Import, Vec<String>), Problems> {
    read(bytes, options).map(|list| (import(&list, &BTreeMap::new()), list.told))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn damaged_list_gives_same_draft_or_is_rejected_with_cause((rows, own) in lists(), damage in damages()) {
        let (expected, _) = draft(&undamaged(&rows), &ReadOptions::default()).expect("DNA writes it so");
        let bytes = damage.bytes(&rows, own);
        let options = damage.options(own);
        match draft(&bytes, &options) {
            Ok((found, notes)) => {
                // A guessed encoding may be wrong but is reported. Two-digit years are never accepted.
                let guessed = notes.iter().any(|line| line.contains("the likeliest"));
                prop_assert_eq!(guessed, damage.encoding == 4 && !damage.names_encoding);
                prop_assert!(guessed || found.files == expected.files, "{}\n{:?}", String::from_utf8_lossy(&bytes), notes);
                prop_assert!(!damage.days.contains("%y"));
            }
            Err(problems) => {
                let message = problems.to_string();
                let causes: Vec<&str> = problems.0.iter().map(|problem| problem.column.as_str()).collect();
                prop_assert!(causes == ["time"] || message.contains("the likeliest"), "{}", message);
                // Ambiguous days are accepted with an explicit order.
                if !damage.days.contains("%y") {
                    let order = if damage.days.starts_with("%d") { DayOrder::DayFirst } else { DayOrder::MonthFirst };
                    let options = ReadOptions { days: Some(order), ..options };
                    let found = draft(&bytes, &options).map(|(found, _)| found.files);
                    prop_assert!(found.as_ref() == Ok(&expected.files) || message.contains("the likeliest"), "{:?}", found);
                }
            }
        }
    }

    #[test]
    fn names_differing_by_case_or_blanks_are_merged_and_reported((rows, _) in lists(), changed in any::<Index>()) {
        let (expected, _) = draft(&undamaged(&rows), &ReadOptions::default()).expect("DNA writes it so");
        let mut changed_rows = rows.clone();
        let row = changed.index(rows.len());
        // `ß` is not changed: Weiß and WEISS may be two people.
        let upper = |letter: char| if letter == 'ß' { letter.to_string() } else { letter.to_uppercase().to_string() };
        changed_rows[row][2] = rows[row][2].chars().map(upper).collect::<String>().replace(' ', "\u{a0} ");
        // Moved to the end, so that the original spelling comes first.
        let moved = changed_rows.remove(row);
        changed_rows.push(moved);
        let (found, _) = draft(&undamaged(&changed_rows), &ReadOptions::default()).expect("DNA writes it so");
        let has_other_row = rows.iter().enumerate().any(|(place, other)| place != row && other[2] == rows[row][2]);
        let stakeholders = |import: &Import| import.files[1].1.matches("\"id\"").count();
        prop_assert_eq!(stakeholders(&found), stakeholders(&expected));
        prop_assert_eq!(found.doubts.iter().any(|doubt| doubt.what.contains("letters' case or blanks")), has_other_row);
    }
}
