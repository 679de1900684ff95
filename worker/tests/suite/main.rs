//! What becomes of what a reader brings, natively: the same worker runs in a worker of the page.

#![expect(clippy::wildcard_enum_match_arm, reason = "of all that the worker can say one thing is expected")]

mod cite;
mod nowhere;
mod own;

use std::path::PathBuf;

use dossier::export::Format;
use dossier::load::{self, Files};
use explore::query::Query;
use explore::query::codec::{decode, encode};
use explore::{Engine, Refused, Source};
use views::{Answer, Markup, PageRequest, PageState, answer, frame};
use worker::Worker;
use worker_protocol::{ExportRequest, ImportedText, LONGEST, Request, Response, TextFormat};

fn request(search: &str) -> PageRequest {
    PageRequest { asked: decode(search), address: "https://example.org/".to_owned(), ..PageRequest::default() }
}

/// An answer as the page shows it.
struct Shown {
    title: String,
    sentence: String,
    search: String,
    nodes: Vec<Markup>,
}

impl From<Answer> for Shown {
    fn from(answer: Answer) -> Self {
        let search = encode(&answer.query);
        Self {
            title: answer.title.clone(),
            sentence: answer.sentence.clone(),
            search: if search.is_empty() { search } else { format!("?{search}") },
            nodes: frame(answer, &PageState::default()),
        }
    }
}

fn fiction(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/fiction").join(inside)
}

fn article(name: &str) -> String {
    std::fs::read_to_string(fiction("articles").join(name)).expect("the invented article is there")
}

/// A copy of the third invented article, or its dossier.
fn copy(name: &str) -> String {
    std::fs::read_to_string(fiction("copies").join(name)).expect("it is there")
}

/// The invented dossier as one file.
fn bundle() -> String {
    load::bundle(&load::load(&fiction("seeds")).expect("it keeps the rules"), &[])
}

/// Everything that the worker says to `request`, progress apart.
fn answers(worker: &mut Worker, request: Request, files: Vec<Vec<u8>>) -> Vec<Response> {
    let mut answers = Vec::new();
    worker.answer(request, files, &mut |answer| answers.push(answer));
    answers.retain(|answer| !matches!(answer, Response::Progress { .. }));
    answers
}

fn show(worker: &mut Worker, search: &str) -> Shown {
    let request = Request::Page { number: 1, request: Box::new(request(search)) };
    match answers(worker, request, Vec::new()).pop() {
        Some(Response::Page { number: 1, answer }) => Shown::from(*answer),
        other => panic!("{search}: {other:?}"),
    }
}

/// What is shown, as HTML.
fn text(nodes: &[Markup]) -> String {
    nodes.iter().map(Markup::html).collect()
}

/// The words of what is shown.
fn words(nodes: &[Markup]) -> String {
    let each = |node: &Markup| match node {
        Markup::Text(text) => text.to_string(),
        Markup::Element(element) => words(&element.children),
    };
    nodes.iter().map(each).collect()
}

fn open(worker: &mut Worker, files: &[(&str, &str)]) -> Vec<Response> {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    answers(worker, Request::Open { names }, files.iter().map(|(_, text)| text.as_bytes().to_vec()).collect())
}

fn check(worker: &mut Worker, text: &str, format: TextFormat) -> Vec<Response> {
    let brought = ImportedText { text: text.to_owned(), format, name: None, by: Source::Reader };
    answers(worker, Request::Check(brought), Vec::new())
}

fn refused(mut answers: Vec<Response>) -> Refused {
    match answers.pop() {
        Some(Response::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_worker_shows_of_the_embedded_dossier_what_the_page_shows() {
    let mut engine = Engine::new(Box::leak(Box::new(standpoint::embedded::dossier())));
    engine.address = "https://example.org/".to_owned();
    let engine: &'static Engine = Box::leak(Box::new(engine));
    let mut worker = Worker::new();
    for search in
        ["", "?view=positions&issue=donbas", "?view=quotes&q=garantee", "?view=timeline", "?view=verify", "?view=open"]
    {
        let here = answer(engine, &request(search));
        let (here, shown) = (Shown::from(here), show(&mut worker, search));
        assert_eq!(text(&shown.nodes), text(&here.nodes), "{search}");
        assert_eq!((shown.title, shown.sentence), (here.title, here.sentence), "{search}");
    }
}

#[test]
fn a_good_dossier_is_shown_as_the_readers_own_and_its_links_say_so() {
    let mut worker = Worker::new();
    let opened = open(&mut worker, &[("varn.json", &bundle())]);
    let [Response::Opened(version)] = opened.as_slice() else { panic!("{opened:?}") };
    let shown = show(&mut worker, "?view=stakeholders");
    let html = text(&shown.nodes);
    assert_eq!(shown.search, format!("?view=stakeholders&own={version}"));
    assert!(html.contains("varn.json") && html.contains("Your own file"), "it is labelled");
    let links: Vec<&str> = html.split("href=\"?").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 20);
    let lacking: Vec<&&str> = links.iter().filter(|link| !link.contains(&format!("own={version}"))).collect();
    assert!(lacking.is_empty(), "links that do not say which file they need: {lacking:?}");
}

#[test]
fn the_files_of_a_folder_are_the_same_dossier_as_their_bundle() {
    let mut worker = Worker::new();
    let whole = open(&mut worker, &[("varn.json", &bundle())]);
    let read = |name: &str| std::fs::read_to_string(fiction("seeds").join(name)).expect("it is there");
    let mut names = vec!["dossier.json".to_owned(), "issues.json".to_owned(), "stakeholders.json".to_owned()];
    for entry in std::fs::read_dir(fiction("seeds/documents")).expect("it is there") {
        names.push(format!("documents/{}", entry.expect("it is there").file_name().to_string_lossy()));
    }
    let files: Vec<(String, String)> = names.iter().map(|name| (format!("varn/{name}"), read(name))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(open(&mut Worker::new(), &files), whole);
}

#[test]
fn a_faulty_dossier_is_refused_whole_and_what_was_there_stays() {
    let mut worker = Worker::new();
    let before = text(&show(&mut worker, "").nodes);
    let broken = bundle().replacen("\"camp\":\"other\"", "\"camp\":\"moon\"", 1);
    let broken = broken.replacen("\"stance\":\"supports\"", "\"stance\":\"maybe\"", 1);
    let refused = refused(open(&mut worker, &[("varn.json", &broken)]));
    assert_eq!((refused.name.as_str(), refused.more), ("varn.json", 0));
    assert_eq!(refused.faults.len(), 2, "{refused:?}");
    for fault in &refused.faults {
        assert!(
            fault.file == "varn.json" && fault.line == 1 && fault.column > 1 && !fault.rule.is_empty(),
            "{fault:?}"
        );
    }
    assert!(refused.faults.iter().any(|fault| fault.field == "camp" && fault.rule.contains("moon")), "{refused:?}");
    assert_eq!(text(&show(&mut worker, "").nodes), before);
    let told = text(&show(&mut worker, "?view=open").nodes);
    assert!(told.contains("varn.json") && told.contains("moon"), "the faults are shown");
}

#[test]
fn what_is_no_dossier_at_all_is_refused_with_its_reason() {
    for (name, bytes) in [
        ("a.json", ""),
        ("a.json", "{"),
        ("a.json", "[]"),
        ("photo.json", "\u{1}\u{2}"),
        ("a.json", "{\"dossier\": 1}"),
    ] {
        let refused = refused(open(&mut Worker::new(), &[(name, bytes)]));
        assert!(refused.name == name && !refused.faults.is_empty(), "{bytes:?}: {refused:?}");
    }
}

#[test]
fn a_copy_of_an_article_is_checked_shown_and_forgotten() {
    let mut worker = Worker::new();
    open(&mut worker, &[("varn.json", &bundle())]);
    let before = text(&show(&mut worker, "?view=verify").nodes);
    for (name, paragraphs) in [("varn-march.txt", 7), ("varn-june.txt", 14)] {
        assert_eq!(check(&mut worker, &article(name), TextFormat::Plain), [Response::Checked], "{name}");
        let coded = dossier::text::normalize(&article(name));
        assert_eq!(coded.paragraphs().len(), paragraphs, "{name}");
        let shown = words(&show(&mut worker, "?view=reading").nodes);
        let lacking = coded.paragraphs().iter().find(|paragraph| !shown.contains(paragraph.as_str()));
        assert_eq!(lacking, None, "{name}: {shown}");
    }
    let [Response::Report(report)] = &answers(&mut worker, Request::Report, Vec::new())[..] else {
        panic!("no report")
    };
    assert!(!report.contains("not found\t"), "every pointer matches: {report}");
    answers(&mut worker, Request::Forget, Vec::new());
    assert_eq!(text(&show(&mut worker, "?view=verify").nodes), before, "nothing is left of the copies");
}

#[test]
fn a_copy_in_markdown_is_the_same_copy() {
    let mut worker = Worker::new();
    open(&mut worker, &[("varn.json", &bundle())]);
    let article = article("varn-march.txt");
    let marked: Vec<String> =
        dossier::text::normalize(&article).paragraphs().iter().map(|words| format!("> {words}")).collect();
    assert_eq!(check(&mut worker, &marked.join("\n\n"), TextFormat::Markdown), [Response::Checked]);
    let html = text(&show(&mut worker, "?view=verify").nodes);
    assert!(html.contains("This is the text that the data was made from"), "{html}");
}

#[test]
fn a_text_that_is_no_text_or_too_long_is_not_read_and_the_reason_is_told() {
    for (brought, told) in [(" \n\t".to_owned(), "no text"), ("word ".repeat(LONGEST as usize / 5 + 1), "5 MB")] {
        let mut worker = Worker::new();
        let answers = check(&mut worker, &brought, TextFormat::Plain);
        assert!(matches!(&answers[..], [Response::Unread(why)] if why.contains(told)), "{told}: {answers:?}");
    }
}

fn check_file(worker: &mut Worker, name: &str, bytes: &[u8]) -> Vec<Response> {
    answers(worker, Request::CheckFile { name: name.to_owned() }, vec![bytes.to_vec()])
}

#[test]
fn a_file_that_is_not_read_is_named_beside_the_field_with_the_reason_until_one_is() {
    let mut worker = Worker::new();
    open(&mut worker, &[("ellmoor.json", &copy("ellmoor.json"))]);
    let before = text(&show(&mut worker, "?view=verify").nodes);
    let why = "ridge.pdf was not read. This is a PDF file, which is not read here. Open it, copy the article’s words, and \
               paste them or save them as text.";
    assert_eq!(check_file(&mut worker, "ridge.pdf", b"%PDF-1.4\n"), [Response::Unread(why.to_owned())]);
    for _ in 0..2 {
        let nodes = show(&mut worker, "?view=verify").nodes;
        let html = text(&nodes);
        let field = &html[html.find("data-drop=\"check-file\"").expect("there is a field")..];
        assert!(field.contains("class=\"bring__refused\" role=\"alert\""), "it stands beside the field");
        assert!(words(&nodes).contains(why), "{}", words(&nodes));
    }
    let unreadable = Request::CheckFile { name: "gone.txt".to_owned() };
    assert!(
        matches!(worker.unreadable(&unreadable, "gone.txt"), Response::Unread(why) if why.starts_with("gone.txt was not read. It cannot"))
    );
    assert!(words(&show(&mut worker, "?view=verify").nodes).contains("gone.txt was not read."));
    answers(&mut worker, Request::Forget, Vec::new());
    assert_eq!(text(&show(&mut worker, "?view=verify").nodes), before, "nothing is left of it");
    check_file(&mut worker, "ridge.pdf", b"%PDF-1.4\n");
    assert_eq!(check_file(&mut worker, "ellmoor.txt", copy("ellmoor.txt").as_bytes()), [Response::Checked]);
    assert!(!words(&show(&mut worker, "?view=verify").nodes).contains("was not read"));
}

#[test]
fn the_same_copy_is_the_same_text_whether_it_comes_as_a_file_or_is_pasted() {
    let mut worker = Worker::new();
    open(&mut worker, &[("ellmoor.json", &copy("ellmoor.json"))]);
    let told = |worker: &mut Worker| words(&show(worker, "?view=verify").nodes);
    for (name, form) in [
        ("ellmoor-ligatures-only.txt", "This copy has ligatures."),
        ("ellmoor-column.txt", "This copy has ligatures, words parted at line ends and no blank lines"),
        ("ellmoor-lines.txt", "This copy has no blank lines: each line is a paragraph."),
        ("ellmoor-clip.md", "This copy has marks of notes and words struck out."),
        ("ellmoor-saved.mhtml", "This is the text that the data was made from."),
    ] {
        assert_eq!(check_file(&mut worker, name, copy(name).as_bytes()), [Response::Checked], "{name}");
        let file = told(&mut worker);
        assert!(file.contains(form) && file.contains("text that the data was made from"), "{name}: {file}");
        if name != "ellmoor-saved.mhtml" {
            assert_eq!(check(&mut worker, &copy(name), TextFormat::Plain), [Response::Checked], "{name}");
            let pasted = told(&mut worker).replace("Your copy, as pasted", &format!("Your copy, {name}"));
            assert_eq!(pasted, file, "{name}");
        }
    }
}

#[test]
fn a_page_that_is_pasted_with_its_markup_is_read_without_what_is_hidden_in_it() {
    let mut worker = Worker::new();
    open(&mut worker, &[("ellmoor.json", &copy("ellmoor.json"))]);
    let page =
        copy("ellmoor.txt").replace("lower fields", "lower<sup>1</sup> <i hidden>no</i> fields").replace("\n\n", "<p>");
    assert_eq!(check(&mut worker, &format!("<p>{page}"), TextFormat::Html), [Response::Checked]);
    let told = words(&show(&mut worker, "?view=verify").nodes);
    assert!(told.contains("This copy has marks of notes."), "{told}");
}

#[test]
fn progress_only_grows_within_what_it_tells_of() {
    let (mut worker, mut told) = (Worker::new(), Vec::new());
    let request = Request::Open { names: vec!["varn.json".to_owned()] };
    worker.answer(request, vec![bundle().into_bytes()], &mut |answer| {
        if let Response::Progress { percent, .. } = answer {
            told.push(percent);
        }
    });
    assert!(told.len() > 2 && told.is_sorted() && told.iter().all(|percent| *percent <= 100), "{told:?}");
}

/// The file that the worker makes of what `search` shows, or of everything.
fn file(worker: &mut Worker, format: Format, search: &str, whole: bool) -> String {
    let order =
        ExportRequest { format, query: decode(search).query, whole, address: "https://example.org/".to_owned() };
    let mut said = answers(worker, Request::Export(Box::new(order)), Vec::new());
    assert!(
        matches!(said.pop(), Some(Response::File { name, .. }) if name == format.file()),
        "the last that is said is that the file is whole"
    );
    let pieces = said.into_iter().map(|answer| match answer {
        Response::Piece(bytes) => bytes,
        other => panic!("{other:?} is no piece"),
    });
    String::from_utf8(pieces.collect::<Vec<_>>().concat()).expect("text")
}

#[test]
fn a_file_holds_what_the_link_shows_or_everything_and_says_which() {
    let mut worker = Worker::new();
    open(&mut worker, &[("varn.json", &bundle())]);
    let shown = show(&mut worker, "?view=positions&issue=bridge");
    let part = file(&mut worker, Format::Positions, "?view=positions&issue=bridge&panel=export", false);
    let rows: Vec<&str> = part.split("\r\n").collect();
    let count = rows.len() - 2;
    assert!(shown.sentence.starts_with(&format!("{count} of 24 positions")), "{}: {count} rows", shown.sentence);
    assert!(rows[1].contains(&shown.sentence) || rows[1].contains(&shown.sentence.replace('"', "\"\"")), "{}", rows[1]);
    assert!(rows[1].contains("https://example.org/?view=positions&issue=bridge&at="), "{}", rows[1]);
    let whole = file(&mut worker, Format::Positions, "?view=positions&issue=bridge", true);
    assert_eq!(whole.split("\r\n").count() - 2, 24);
    assert!(!whole.contains("issue=bridge"), "a file with everything does not state a filter");
}

#[test]
fn a_large_file_comes_in_pieces_with_progress_that_only_grows() {
    let mut worker = Worker::new();
    let large = synthetic::dossier(600);
    open(&mut worker, &[("island.json", &load::bundle(&large, &[]))]);
    let order =
        ExportRequest { format: Format::Package, query: Query::default(), whole: false, address: String::new() };
    let (mut told, mut pieces) = (Vec::new(), 0);
    worker.answer(Request::Export(Box::new(order)), Vec::new(), &mut |answer| match answer {
        Response::Progress { percent, .. } => told.push(percent),
        Response::Piece(bytes) => {
            assert!(bytes.len() < 3 << 20, "{} bytes in a piece", bytes.len());
            pieces += 1;
        }
        other => assert!(matches!(other, Response::File { .. }), "{other:?}"),
    });
    // A message for each hundredth at most.
    assert!(told.len() > 50 && told.is_sorted_by(|a, b| a < b) && told.last() == Some(&100), "{told:?}");
    assert!(pieces > 0);
}

/// The files of the invented dossier are read as they are everywhere else.
#[test]
fn the_invented_dossier_is_good() {
    assert!(load::load_files(&Files::read(&fiction("seeds")), &mut |_| {}).is_ok());
}

#[test]
fn what_is_cited_comes_in_every_format_by_itself_and_with_the_page() {
    let mut worker = Worker::new();
    let search = "?view=quotes&item=zelensky-strong-signal&panel=cite";
    let request = Request::Cite { query: Box::new(decode(search).query), address: "https://example.org/".to_owned() };
    let Some(Response::Cited { query, formats }) = answers(&mut worker, request, Vec::new()).pop() else {
        panic!("no answer")
    };
    assert_eq!((*query, formats.len()), (decode(search).query, 3));
    for (formats, what) in formats.iter().zip(["q/zelensky-strong-signal/?at=", "quotes/?at=", "?at="]) {
        for text in [&formats.bibtex, &formats.csl] {
            assert!(text.contains(&format!("https://example.org/{what}")) && text.contains("at="), "{text}");
        }
    }
    let shown = text(&show(&mut worker, search).nodes);
    assert!(shown.contains("@misc{") && shown.contains("date-parts"), "a page of the worker has them from the start");
}
