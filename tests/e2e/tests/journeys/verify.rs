//! Checking every claim against a copy of the text, which leaves the reader's browser by no way.

use anyhow::ensure;
use dossier::copy::{Compared, Copy, Form};
use dossier::item::Item;
use dossier::verify::{Check, Finding, Report};
use dossier::{CodedDocument, Dossier, text};
use serde::Deserialize;
use serde_json::{Value, json};
use standpoint_e2e::{Folder, Hand, Reader, Story, Watch, With, article, journey};

use crate::own_dossier::{bundle, open};
use crate::tasks::reads;

/// What the page says about a copy of a text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Told {
    /// What each copy is.
    pub(crate) verdicts: Vec<String>,
    /// How passages came out, the best first, and how many.
    figures: Vec<(String, usize)>,
    /// The items with what is said about their passages, by how these came out, the worst first.
    groups: Vec<(String, Vec<(String, String)>)>,
}

/// How many passages came out how, the best first, and the ids of the items by how theirs came out, the worst first.
#[derive(Debug, PartialEq, Eq)]
struct Outcomes {
    figures: Vec<(String, usize)>,
    groups: Vec<(String, Vec<String>)>,
}

impl Told {
    /// What it says without the remarks.
    fn outcomes(&self) -> Outcomes {
        let ids = |items: &[(String, String)]| items.iter().map(|(id, _)| id.clone()).collect();
        let groups = self.groups.iter().map(|(says, items)| (says.clone(), ids(items))).collect();
        Outcomes { figures: self.figures.clone(), groups }
    }

    /// Whether every passage matches letter for letter.
    pub(crate) fn all_match(&self) -> bool {
        self.figures.iter().all(|(says, count)| (says == OUTCOMES[0]) == (*count > 0))
    }
}

/// Reads a [`Told`] in the page.
const TOLD: &str = r##"
const text = (element) => element.textContent.trim().replace(/\s+/g, " ");
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const id = (link) => new URL(link.href).searchParams.get("item");
// A long report comes in slices: an item without its link, a group without its title, a figure without its count is not there yet.
if (all(".checks > li").some((item) => !item.querySelector(".line__link"))
  || all("#results .section").some((group) => !group.querySelector(".checks__title")?.firstChild)
  || all(".figure").some((figure) => !figure.querySelector(".figure__says") || !figure.querySelector(".figure__count"))) {
  return { verdicts: [], figures: [], groups: [] };
}
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
        Finding::Moved { .. } | Finding::Parted { lines: true, .. } => 2,
        Finding::Failed | Finding::Parted { lines: false, .. } => 3,
    }
}

/// What must be told about `report`.
fn expected(report: &Report) -> Outcomes {
    let (mut figures, mut groups) = (Vec::new(), Vec::new());
    for (place, says) in OUTCOMES.into_iter().enumerate() {
        let checks: Vec<&Check> = report.checks.iter().filter(|check| outcome(check) == place).collect();
        let mut items: Vec<&Item> = checks.iter().map(|check| &check.item).collect();
        items.dedup();
        let id = |item: &Item| match item {
            Item::Named { id, .. } => id.clone(),
            Item::File | Item::Unnamed { .. } => panic!("{item} has no passages"),
        };
        figures.push((says.to_owned(), checks.len()));
        if !items.is_empty() {
            groups.insert(0, (says.to_owned(), items.into_iter().map(id).collect()));
        }
    }
    Outcomes { figures, groups }
}

/// Brings a text by the clipboard.
pub(crate) async fn paste(reader: &Reader, content: Value) -> anyhow::Result<()> {
    reader.copy(content).await?;
    paste_copied(reader).await
}

/// Pastes the clipboard into the field and has it checked.
async fn paste_copied(reader: &Reader) -> anyhow::Result<()> {
    reader.click("#pasted").await?;
    reader.paste().await?;
    reader.click("[data-act=check-text]").await
}

/// What the report says, once it is as it should be.
pub(crate) async fn told(reader: &Reader, what: &str, is: impl Fn(&Told) -> bool) -> anyhow::Result<Told> {
    reader.until(what, async || reader.run(TOLD, &[]).await, is).await
}

/// Whether the page says of a text what the same check says natively; and that.
async fn agrees(reader: &Reader, dossier: &Dossier, text: &str) -> anyhow::Result<(Told, Report)> {
    let copy = Copy::of_text(text, Form::Plain).expect("it has words");
    let Compared { report, .. } = copy.compare(dossier, &[], &mut |_| {}).expect("it has documents");
    paste(reader, json!({ "text/plain": text })).await?;
    let expected = expected(&report);
    let what = format!("the report is the native one, {report}");
    let told = told(reader, &what, |told| told.outcomes() == expected).await?;
    Ok((told, report))
}

/// Writes down what the page's policy refuses.
pub(crate) const POLICY: &str = "
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
    fetched_worker(reader, watch).await
}

/// How many requests were made until the worker is fetched.
pub(crate) async fn fetched_worker(reader: &Reader, watch: &Watch) -> anyhow::Result<usize> {
    let is_last = |asked: &String| asked.contains("/worker.") && asked.contains(".wasm");
    let fetched = |asked: &Vec<String>| asked.iter().any(is_last);
    Ok(reader.until("the worker is fetched", async || Ok(watch.requests()), fetched).await?.len())
}

/// Nothing was requested since the first `before` requests, and nothing is kept.
async fn left_no_trace(reader: &Reader, watch: &Watch, before: usize) -> anyhow::Result<()> {
    let requests = watch.requests();
    ensure!(requests.len() == before, "requested: {:#?}", &requests[before..]);
    let kept = reader.driver().execute_async(KEPT, Vec::new()).await?;
    ensure!(*kept.json() == json!([]), "kept: {}", kept.json());
    Ok(())
}

#[test]
fn exact_copy_matches_every_passage_without_request_or_storage() {
    let Some((dossier, text)) = article().expect("the article can be read") else { return };
    journey(async |at| {
        let (reader, watch) = at.watched_reader().await?;
        let before = settled(&reader, &watch).await?;
        paste(&reader, json!({ "text/plain": text })).await?;
        let told = told(&reader, "it is the text that was coded", |told| told.verdicts == [SAME]).await?;
        let pointers = dossier.documents.iter().map(pointers).sum::<usize>();
        ensure!(told.figures.iter().map(|(_, count)| *count).eq([pointers, 0, 0, 0]), "{pointers}: {told:#?}");

        reader.click("a[href*='view=reading']").await?;
        reader.find(".run").await?;
        reader.click(".note .line__link").await?;
        reader.see("an item is opened", |shown| shown.opened.is_some()).await?;
        reads(&reader, "[data-open] .excerpt", &["Your copy, paragraph 1"]).await?;
        left_no_trace(&reader, &watch, before).await?;
        let violations: Vec<String> = reader.run("return violations;", &[]).await?;
        ensure!(violations.is_empty(), "{violations:#?}");
        let errors = reader.console_errors().await?;
        ensure!(errors.is_empty(), "{errors:#?}");
        Ok(())
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
fn changed_word_fails_its_passage_and_straight_quotes_are_reported_as_typography() {
    let Some((dossier, text)) = article().expect("the article can be read") else { return };
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?view=verify").await?;
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

/// Somebody on the view for checking who has opened the invented dossier.
async fn with_story(reader: &Reader, story: &Story) -> anyhow::Result<()> {
    let folder = Folder::new()?;
    reader.open("?view=open").await?;
    open(reader, &[bundle(&folder, story)?]).await?;
    reader.click(".tool a[href*='view=verify']").await?;
    reader.find("#pasted").await.map(drop)
}

#[test]
fn report_on_changed_copy_equals_native_check() {
    journey(async |at| {
        let (reader, story) = (at.reader().await?, Story::read());
        with_story(&reader, &story).await?;
        let changed = story
            .june
            .replace("“anyone can read that in the register.”", "\"anyone can read that in the register.\"")
            .replace("nine thousand", "four thousand")
            .replace("\n\nWork is to begin", "\n\nAn advertisement.\n\nWork is to begin");
        let (told, _) = agrees(&reader, &story.dossier, &changed).await?;
        ensure!(told.verdicts == ["This is another version of it: 1 of 40 passages is not found in it."], "{told:#?}");
        let told: Vec<(&str, Vec<(&str, &str)>)> = told.groups[..3]
            .iter()
            .map(|(says, items)| (says.as_str(), items.iter().map(|(id, flag)| (id.as_str(), flag.as_str())).collect()))
            .collect();
        let expected = [
            ("not found", vec![("narrator-affordable", "Not found in this copy.")]),
            ("matches elsewhere", vec![("works-begin", "Stands in paragraph 14, characters 1 to 25.")]),
            ("matches but for typography", vec![("solen-mayor-gain", "Differs in quotation marks alone.")]),
        ];
        ensure!(told == expected, "{told:#?}");

        reader.click("[data-act=forget]").await?;
        reader.holds("!document.querySelector('.verdict')").await?;
        let (_, nothing) = agrees(&reader, &story.dossier, "Rain fell on the hills.").await?;
        ensure!(nothing.counts().failed == nothing.checks.len());
        Ok(())
    });
}

/// A saved page with the article in it, and with what such pages have around it. It would do harm if it were run, and tell
/// its publisher of the reader if what it names were fetched.
fn saved_page(article: &str) -> String {
    let paragraphs: Vec<String> = text::normalize(article)
        .paragraphs()
        .iter()
        .map(|paragraph| {
            let words =
                paragraph.replace('“', "&ldquo;").replace("bridge", "<a href='http://news.test/'>br<b>idge</b></a>");
            format!("<p class='text' style='color: red'>{words}</p>\n<script>window.hacked = 'between'</script>")
        })
        .collect();
    format!(
        "<!doctype html><html><head><title>Varn</title><script>window.hacked = 'head'</script>\
         <link rel='stylesheet' href='http://news.test/style.css'></head><body onload=\"window.hacked = 'load'\">\
         <img src='http://news.test/pixel.png' alt=''><img src='x' onerror=\"window.hacked = 'image'\">\
         <article>{}</article><iframe src='http://news.test/frame'></iframe></body></html>",
        paragraphs.join("\n")
    )
}

/// The same as Markdown, each word on a line of its own.
fn markdown(article: &str) -> String {
    let text = text::normalize(article);
    let paragraphs = text.paragraphs().iter().map(|text| text.replace("bridge", "*bridge*").replace(' ', "\n"));
    format!("---\ntitle: Varn\n---\n\n{}\n", paragraphs.collect::<Vec<_>>().join("\n\n"))
}

#[test]
fn saved_html_and_markdown_are_read_without_running_or_fetching_anything() {
    journey(async |at| {
        let ((reader, watch), folder, story) = (at.watched_reader().await?, Folder::new()?, Story::read());
        reader.bring_script(POLICY).await?;
        with_story(&reader, &story).await?;
        let before = watch.requests().len();
        let page = folder.write("varn.html", &saved_page(&story.march))?;
        reader.pick("[data-act=check-file]", &[page]).await?;
        let is = |told: &Told| told.verdicts == [SAME] && told.all_match();
        told(&reader, "the page has the text that was coded", is).await?;
        reads(&reader, ".verdict", &["Your copy, varn.html"]).await?;
        reader.click("[data-act=forget]").await?;
        reader.holds("!document.querySelector('.verdict')").await?;

        reader.pick("[data-act=check-file]", &[folder.write("varn.md", &markdown(&story.march))?]).await?;
        told(&reader, "the Markdown has the text that was coded", is).await?;
        reader.click("[data-act=forget]").await?;
        reader.holds("!document.querySelector('.verdict')").await?;

        let violations: Vec<String> = reader.run("return violations;", &[]).await?;
        ensure!(violations.is_empty(), "a file that is only read touches no policy: {violations:#?}");

        let page = saved_page(&story.march);
        reader.copy(json!({ "text/plain": "Only the page has it all.", "text/html": page })).await?;
        // The browser cleans markup that a script puts into the clipboard, by this page's policy. A reader's own copy is clean already.
        reader.run::<()>("violations.length = 0", &[]).await?;
        paste_copied(&reader).await?;
        told(&reader, "what is copied from a page has the text that was coded", is).await?;
        reader
            .holds("window.hacked === undefined && !document.querySelector('#app img, #app script, #app iframe')")
            .await?;
        left_no_trace(&reader, &watch, before).await?;
        let violations: Vec<String> = reader.run("return violations;", &[]).await?;
        ensure!(violations.is_empty(), "what is only read touches no policy: {violations:#?}");
        Ok(())
    });
}

#[test]
fn copy_is_imported_and_report_read_by_keyboard() {
    journey(async |at| {
        let (reader, folder, story) = (at.reader().await?, Folder::new()?, Story::read());
        reader.open("?view=open").await?;
        open(&reader, &[bundle(&folder, &story)?]).await?;
        reader.copy(json!({ "text/plain": story.march })).await?;

        let hand = Hand::new(&reader, With::Keyboard);
        hand.follow(".tool a[href*='view=verify']").await?;
        reader.find("#pasted").await?;
        hand.enter("#pasted").await?;
        reader.paste().await?;
        hand.follow("[data-act=check-text]").await?;
        told(&reader, "it is the text that was coded", |told| told.verdicts == [SAME]).await?;
        reader.focus_is("the focus is not lost", |focus| focus.tag != "body" && focus.seen).await?;
        hand.follow(".checks a[href*='view=reading'][href*='item=aske-channel-march']").await?;
        reads(&reader, ".run--opened", &["the piers would narrow the only deep channel"]).await?;
        reader.focus_is("the focus is not lost", |focus| focus.tag != "body" && focus.seen).await?;
        hand.follow(".note--opened .line__link").await?;
        reader.see("the item is opened", |shown| shown.opened.is_some()).await?;
        Ok(())
    });
}
