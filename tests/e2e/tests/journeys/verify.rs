//! Checking every claim against a copy of the text, which leaves the reader's browser by no way.

use anyhow::ensure;
use dossier::item::Item;
use dossier::verify::{Check, Finding, Report};
use dossier::{CodedDocument, Dossier, text};
use serde::Deserialize;
use serde_json::json;
use standpoint_e2e::{Folder, Hand, Reader, Story, Watch, With, article, journey};

use crate::tasks::reads;

/// What the page says about a copy of a text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Told {
    /// What each copy is.
    verdicts: Vec<String>,
    /// How passages came out, the best first, and how many.
    figures: Vec<(String, usize)>,
    /// The items with what is said about their passages, by how these came out, the worst first.
    groups: Vec<(String, Vec<(String, String)>)>,
}

/// Reads a [`Told`] in the page.
const TOLD: &str = r##"
const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const id = (link) => new URL(link.href).searchParams.get("item");
return {
  verdicts: all(".verdict__says").map(text),
  figures: all(".figure").map((figure) => [
    text(figure.querySelector(".figure__says")), Number(text(figure.querySelector(".figure__count"))),
  ]),
  groups: all("#results .section").map((group) => [
    group.querySelector(".checks__title").firstChild.textContent,
    all(".checks > li", group).map((item) => [
      id(item.querySelector(".line__link")), all(".flag", item).map(text).join(" "),
    ]),
  ]),
};
"##;

/// The verdict on the text that was coded.
pub(crate) const SAME: &str = "This is the text that the data was made from.";

const OUTCOMES: [&str; 4] = ["matches", "matches but for typography", "matches elsewhere", "not found"];

fn outcome(check: &Check) -> usize {
    match check.finding {
        Finding::Matched => 0,
        Finding::MatchedPlain => 1,
        Finding::Moved { .. } => 2,
        Finding::Failed => 3,
    }
}

/// What must be told about `report`: how many passages came out how, and the ids of the items, the worst first.
fn expected(report: &Report) -> (Vec<(String, usize)>, Vec<(String, Vec<String>)>) {
    let (mut figures, mut groups) = (Vec::new(), Vec::new());
    for (place, says) in OUTCOMES.into_iter().enumerate() {
        let checks: Vec<&Check> = report.checks.iter().filter(|check| outcome(check) == place).collect();
        let mut items: Vec<&Item> = checks.iter().map(|check| &check.item).collect();
        items.dedup();
        let id = |item: &Item| match item {
            Item::Named { id, .. } => id.clone(),
            other => panic!("{other} has no passages"),
        };
        figures.push((says.to_owned(), checks.len()));
        if !items.is_empty() {
            groups.insert(0, (says.to_owned(), items.into_iter().map(id).collect()));
        }
    }
    (figures, groups)
}

/// Brings a text by the clipboard, and waits for the report on it.
pub(crate) async fn paste(reader: &Reader, text: &str) -> anyhow::Result<Told> {
    reader.copy(json!({ "text/plain": text })).await?;
    reader.click("#pasted").await?;
    reader.paste().await?;
    reader.click("[data-act=check-text]").await?;
    told(reader).await
}

/// What the report says, once it is there.
pub(crate) async fn told(reader: &Reader) -> anyhow::Result<Told> {
    reader.find(".verdict").await?;
    reader.run(TOLD, &[]).await
}

/// Whether the page says of a text what the same check says natively; and that.
async fn agrees(reader: &Reader, dossier: &Dossier, text: &str) -> anyhow::Result<(Told, Report)> {
    let report = dossier::verify::best(dossier, &text::normalize(text), &[], &mut |_| {}).expect("it has documents");
    // A page that was never told anything: what it shows is of this text.
    reader.open("?view=verify").await?;
    let told = paste(reader, text).await?;
    let (figures, groups) = expected(&report);
    let ids = |(says, items): &(String, Vec<(String, String)>)| {
        (says.clone(), items.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())
    };
    ensure!(told.figures == figures, "{told:#?}\nnatively: {report}");
    ensure!(told.groups.iter().map(ids).collect::<Vec<_>>() == groups, "{told:#?}\nnatively: {report}");
    Ok((told, report))
}

/// Writes down what the page's policy refuses.
const POLICY: &str = "
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        violations.push(violatedDirective + ' ' + blockedURI));
";

/// Everything in which a browser keeps something for a page.
const KEPT: &str = "
    const done = arguments[arguments.length - 1];
    Promise.all([indexedDB.databases(), caches.keys(), navigator.storage.estimate()]).then(
        ([databases, caches, { usage }]) => done([
            ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie,
            ...databases.map(({ name }) => name), ...caches, usage > 0 ? usage + ' bytes' : '',
        ].filter(Boolean)), (error) => done([String(error)]));
";

/// Somebody on the view for checking, once everything that it needs is there: the worker that checks is the last to come.
async fn settled(reader: &Reader, watch: &Watch) -> anyhow::Result<usize> {
    reader.bring_script(POLICY).await?;
    reader.open("?view=verify").await?;
    reader.eventually("the worker is fetched", || watch.requests().iter().any(|asked| is_desk(asked))).await?;
    Ok(watch.requests().len())
}

fn is_desk(address: &str) -> bool {
    address.contains("/desk.") && address.ends_with(".wasm")
}

/// Nothing was requested since the first `before` requests, nothing that the policy forbids was tried, nothing is kept.
async fn left_no_trace(reader: &Reader, watch: &Watch, before: usize) -> anyhow::Result<()> {
    let requests = watch.requests();
    ensure!(requests.len() == before, "requested: {:#?}", &requests[before..]);
    let violations: Vec<String> = reader.run("return violations;", &[]).await?;
    ensure!(violations.is_empty(), "{violations:#?}");
    let kept = reader.driver().execute_async(KEPT, Vec::new()).await?;
    ensure!(*kept.json() == json!([]), "kept: {}", kept.json());
    let errors = reader.console_errors().await?;
    ensure!(errors.is_empty(), "{errors:#?}");
    Ok(())
}

#[test]
fn of_the_text_that_was_coded_every_passage_matches_and_nothing_is_requested_or_kept() {
    let Some((dossier, text)) = article().expect("the article can be read") else { return };
    journey(async |at| {
        let (reader, watch) = at.watched_reader().await?;
        let before = settled(&reader, &watch).await?;
        let told = paste(&reader, &text).await?;
        let pointers = dossier.documents.iter().map(pointers).sum::<usize>();
        ensure!(told.verdicts == [SAME], "{told:#?}");
        ensure!(told.figures.iter().map(|(_, count)| *count).eq([pointers, 0, 0, 0]), "{pointers}: {told:#?}");

        reader.click("a[href*='view=reading']").await?;
        reader.find(".run").await?;
        reader.click(".note .line__link").await?;
        reader.see("an item is opened", |shown| shown.opened.is_some()).await?;
        reads(&reader, "[data-open] .excerpt", &["Your copy, paragraph 1"]).await?;
        left_no_trace(&reader, &watch, before).await
    });
}

/// How many passages the items of a document rest on.
fn pointers(coded: &CodedDocument) -> usize {
    let CodedDocument { positions, quotes, events, questions, .. } = coded;
    positions.iter().map(|position| position.evidence.len()).sum::<usize>()
        + quotes.iter().flat_map(|quote| &quote.segments).map(|segment| segment.evidence.len()).sum::<usize>()
        + events.iter().map(|event| event.evidence.len()).sum::<usize>()
        + questions.iter().map(|question| question.evidence.len()).sum::<usize>()
}

/// The article with another word in one of its quotes.
fn with_another_word(text: &str, dossier: &Dossier) -> String {
    let quote = &dossier.documents[0].quotes[0].segments[0].text;
    let word = quote.split(' ').max_by_key(|word| word.len()).expect("a quote has words");
    // As long as the other: what stands behind it stays where it is.
    let other = "x".repeat(word.chars().count());
    let changed = text.replacen(quote.as_str(), &quote.replacen(word, &other, 1), 1);
    assert_ne!(changed, text, "the quote stands in the article");
    changed
}

#[test]
fn a_word_changed_in_a_quote_fails_what_holds_it_and_straight_quotes_are_told() {
    let Some((dossier, text)) = article().expect("the article can be read") else { return };
    journey(async |at| {
        let reader = at.reader().await?;
        let (told, report) = agrees(&reader, &dossier, &with_another_word(&text, &dossier)).await?;
        let quote = dossier.documents[0].quotes[0].id.as_str();
        let (says, failed) = &told.groups[0];
        ensure!(says == "not found" && failed.iter().any(|(id, _)| id == quote), "{told:#?}");
        ensure!(report.counts().failed < 5 && report.counts().moved == 0, "one word fails few: {report}");

        let (told, report) = agrees(&reader, &dossier, &text.replace(['“', '”'], "\"")).await?;
        let (says, other) = &told.groups[0];
        ensure!(says == "matches but for typography" && report.counts().failed == 0, "{told:#?}");
        for (id, flag) in other {
            ensure!(flag.starts_with("Differs in quotation marks alone."), "{id}: {flag}");
        }
        Ok(())
    });
}
