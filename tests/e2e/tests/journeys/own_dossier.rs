//! Opening a dossier of one's own: the page shows it as it shows its own, says whose it is, and forgets it.

use std::path::{Path, PathBuf};
use std::slice::from_ref;

use anyhow::ensure;
use dossier::Faults;
use dossier::load::{Files, load_files};
use serde::Deserialize;
use serde_json::json;
use standpoint_e2e::{Folder, Reader, Shown, Story, journey};

use crate::tasks::{copied, reads};
use crate::verify::{SAME, fetched_worker, paste, told};

/// The field for files, and the one for a folder.
pub(crate) const FILES: &str = ".bring input[type=file]:not([webkitdirectory])";
const FOLDER: &str = ".bring input[webkitdirectory]";

/// What the embedded dossier and the invented one are called.
const EMBEDDED: &str = "Ending the war in Ukraine";
const INVENTED: &str = "A bridge for Varn";

/// Opens the dossier in `files` on the view for opening, and waits until it is shown.
pub(crate) async fn open(reader: &Reader, files: &[PathBuf]) -> anyhow::Result<Shown> {
    reader.pick(FILES, files).await?;
    reads(reader, ".masthead h1", &[INVENTED]).await?;
    reader.find(".source--own").await?;
    reader.see("it is shown", |shown| !shown.search.contains("view=open")).await
}

/// The invented dossier as a file called `varn.json`.
pub(crate) fn bundle(folder: &Folder, story: &Story) -> anyhow::Result<PathBuf> {
    folder.write("varn.json", &story.bundle())
}

#[test]
fn dropped_dossier_and_article_copy_are_imported() {
    journey(async |at| {
        let story = Story::read();
        let reader = at.reader().await?;
        reader.open("?view=open").await?;
        // A dossier is known by its name wherever it falls, a text is what the field is for.
        reader.drop_on("#results", "varn.json", &story.bundle()).await?;
        reads(&reader, ".masthead h1", &[INVENTED]).await?;
        reader.click(".tool a[href*='view=verify']").await?;
        reader.drop_on("[data-drop]", "june.txt", &story.june).await?;
        let told = told(&reader, "the copy is checked", |told| !told.verdicts.is_empty()).await?;
        ensure!(told.verdicts == [SAME], "{told:#?}");
        Ok(())
    });
}

#[test]
fn own_dossier_is_shown_in_every_view_with_its_file_name_until_closed() {
    journey(async |at| {
        let (folder, story) = (Folder::new()?, Story::read());
        let reader = at.reader().await?;
        reader.open("").await?;
        reader.click(".tool a[href*='view=open']").await?;
        open(&reader, &[bundle(&folder, &story)?]).await?;
        let label = format!("Your own file: varn.json · data {}", story.dossier.version);

        for view in ["positions", "quotes", "stakeholders", "timeline", "questions", "network", "shifts"] {
            reader.click(&format!(".tabs .tab[href*='view={view}']")).await?;
            reader.see("the view is shown", |shown| shown.search.contains(view)).await?;
            reads(&reader, ".masthead", &[INVENTED, &label]).await?;
        }
        let both_ends = [
            "Fishers’ Guild of Varn on Bridge",
            "Before: Opposes",
            "paragraph 3 of the article of 16 March 2033",
            "After: Supports",
            "paragraphs 1 and 2 of the article of 22 June 2033",
        ];
        reads(&reader, "#results", &both_ends).await?;
        reader.click(".tabs .tab[href*='view=positions']").await?;
        reader.see("the positions are shown", |shown| shown.items.len() == 24).await?;
        for (article, count) in [("2033-03-16-varn-march", 8), ("2033-06-22-varn-june", 16)] {
            reader.toggle("doc", article).await?;
            reader.see("one article's are left", |shown| shown.items.len() == count).await?;
            reader.toggle("doc", article).await?;
        }

        reader.click(".source--own [data-act=close-dossier]").await?;
        reads(&reader, ".masthead h1", &[EMBEDDED]).await?;
        let shown = reader.see("the page's own dossier is back", |shown| shown.search.is_empty()).await?;
        ensure!(shown.cells > 0 && shown.notice.is_none(), "{shown:#?}");
        reader.holds("!document.querySelector('.source--own')").await?;
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn no_request_is_made_after_a_dossier_is_picked() {
    journey(async |at| {
        let ((reader, watch), folder, story) = (at.watched_reader().await?, Folder::new()?, Story::read());
        reader.open("?view=open").await?;
        let before = fetched_worker(&reader, &watch).await?;
        open(&reader, &[bundle(&folder, &story)?]).await?;
        for view in ["positions", "timeline", "network"] {
            reader.click(&format!(".tabs .tab[href*='view={view}']")).await?;
            reader.see("the view is shown", |shown| shown.search.contains(view)).await?;
        }
        let requests = watch.requests();
        ensure!(requests.len() == before, "requested: {:#?}", &requests[before..]);
        Ok(())
    });
}

/// What is said of a link that needs a file.
fn needs_file(story: &Story) -> String {
    let version = &story.dossier.version;
    format!(
        "This link needs a dossier file that its sender had opened (data {version}): ask for it, then open it here."
    )
}

#[test]
fn link_to_own_dossier_shows_the_same_view_after_its_file_is_opened() {
    journey(async |at| {
        let (folder, story) = (Folder::new()?, Story::read());
        let file = bundle(&folder, &story)?;
        let reader = at.reader().await?;
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        reader.command("Browser.grantPermissions", permissions).await?;
        reader.open("?view=open").await?;
        open(&reader, from_ref(&file)).await?;
        reader.click(".tabs .tab[href*='view=quotes']").await?;
        reader.see("the quotes are shown", |shown| shown.items.len() == 8).await?;
        reader.toggle("who", "aske").await?;
        let sent = reader.see("the quotes of one are left", |shown| shown.items.len() == 2).await?;
        reader.click(".acts [data-act=copy]").await?;
        let link = copied(&reader).await?;
        ensure!(link.contains(&format!("own={}", story.dossier.version)), "{link}");

        // What the first tab holds is its own.
        reader.driver().new_tab().await?;
        let tabs = reader.driver().windows().await?;
        reader.driver().switch_to_window(tabs[1].clone()).await?;
        let without = reader.visit(&link).await?;
        let notice = without.notice.clone().unwrap_or_default();
        ensure!(notice.starts_with(&needs_file(&story)), "{without:#?}");
        reads(&reader, ".masthead h1", &[EMBEDDED]).await?;
        reader.click(".notice a[href*='view=open']").await?;
        reader.see("the file is asked for", |shown| shown.search.contains("view=open")).await?;
        let received = open(&reader, &[file]).await?;
        let received = reader
            .see("it shows what was sent", |shown| shown.items == sent.items && shown.chips == sent.chips)
            .await
            .map_err(|error| error.context(format!("{received:#?}\nwas sent as {sent:#?}")))?;
        ensure!((&received.tabs, &received.title) == (&sent.tabs, &sent.title), "{received:#?}\nwas sent as {sent:#?}");
        ensure!(received.notice.is_none(), "{received:#?}");

        reader.driver().refresh().await?;
        let again = reader.see("the page starts again", |shown| shown.notice.is_some()).await?;
        ensure!(again.notice.is_some_and(|notice| notice.starts_with(&needs_file(&story))));
        reads(&reader, ".masthead h1", &[EMBEDDED]).await?;
        reader.holds("!document.querySelector('.source--own')").await?;
        Ok(())
    });
}

#[test]
fn own_articles_match_and_marks_link_to_items_and_back() {
    journey(async |at| {
        let (folder, story) = (Folder::new()?, Story::read());
        let reader = at.reader().await?;
        reader.open("?view=open").await?;
        open(&reader, &[bundle(&folder, &story)?]).await?;
        reader.click(".tool a[href*='view=verify']").await?;
        reader.find("#pasted").await?;
        paste(&reader, json!({ "text/plain": story.march })).await?;
        told(&reader, "the first is the text that was coded", |told| told.verdicts == [SAME]).await?;
        reads(&reader, "#results", &["not checked: there is no copy of: News article, Varn, 22 June 2033"]).await?;
        paste(&reader, json!({ "text/plain": story.june })).await?;
        told(&reader, "so is the second", |told| told.verdicts == [SAME, SAME] && told.all_match()).await?;

        reader.click("a[href*='view=reading']").await?;
        reader.holds("document.querySelectorAll('.reading').length === 2").await?;
        let passage = "We will not trade our channel for a road,";
        reads(&reader, "#paragraph-3 .reading__text", &["Tove Aske, told members that the piers", passage]).await?;
        reader.click("#paragraph-3 .note .line__link[href*='item=aske-road']").await?;
        reader.see("the quote is opened", |shown| shown.opened.is_some()).await?;
        reads(&reader, "[data-open] .excerpt mark", &[passage]).await?;
        reader.click("[data-open] .excerpt a[href*='view=reading']").await?;
        reads(&reader, ".run--opened", &[passage]).await?;
        let in_sight = "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('.run--opened').getBoundingClientRect())";
        reader.holds(in_sight).await?;
        Ok(())
    });
}

/// A fault as the page tells it.
#[derive(Debug, PartialEq, Eq, Deserialize)]
struct Fault {
    /// `file:line:column`.
    place: String,
    item: String,
    field: Option<String>,
    rule: String,
}

/// Reads every [`Fault`] in the page.
const FAULTS: &str = "
    const text = (element) => element && element.textContent;
    return [...document.querySelectorAll('.refused .faults__list > li')].map((fault) => ({
        place: text(fault.querySelector('.fault__place')),
        item: text(fault.querySelector('.fault__where b')),
        field: text(fault.querySelector('.fault__where code:not(.fault__place)')),
        rule: text(fault.lastElementChild),
    }));
";

/// What the page must tell of `faults`.
fn expected(faults: &Faults) -> Vec<Fault> {
    let told = |fault: &dossier::Fault| Fault {
        place: format!("{}:{}", fault.file, fault.at.expect("a file has places")),
        item: fault.item.to_string(),
        field: (!fault.field.is_empty()).then(|| fault.field.clone()),
        rule: fault.rule.clone(),
    };
    faults.iter().map(told).collect()
}

/// Picks files that are refused; what is told about them.
async fn refused(reader: &Reader, files: &[PathBuf], heading: &str) -> anyhow::Result<Vec<Fault>> {
    reader.pick(FILES, files).await?;
    reads(reader, ".refused h2", &[&format!("{heading} was not opened")]).await?;
    reader.run(FAULTS, &[]).await
}

fn load(name: &str, text: &str) -> Result<(), Faults> {
    load_files(&Files::from_bundle(name, text.as_bytes().to_vec()), &mut |_| {}).map(drop)
}

#[test]
fn faulty_dossier_is_refused_with_all_faults_and_opens_when_corrected() {
    journey(async |at| {
        let (folder, story) = (Folder::new()?, Story::read());
        let whole = story.bundle();
        let broken = whole
            .replacen(r#""stance": "opposes""#, r#""stance": "against""#, 1)
            .replacen(r#""issue": "by-decade-end""#, r#""issue": "tunnel""#, 1)
            .replacen(r#""anonymous": false"#, r#""anonymous": "no""#, 1);
        let reader = at.reader().await?;
        reader.open("?view=open").await?;
        let file = folder.write("varn.json", &broken)?;
        let faults = refused(&reader, from_ref(&file), "varn.json").await?;
        ensure!(
            faults.len() == 3 && faults == expected(&load("varn.json", &broken).expect_err("it is")),
            "{faults:#?}"
        );
        let line = |part: &str| 1 + broken.split(part).next().map_or(0, |before| before.matches('\n').count());
        for (part, item, field) in [
            (r#""against""#, "position guild-bridge-march", "stance"),
            (r#""tunnel""#, "position solen-decade-march", "issue"),
            (r#""no""#, "stakeholder town-council", "anonymous"),
        ] {
            let place = format!("varn.json:{}:", line(part));
            let is = |fault: &Fault| {
                fault.place.starts_with(&place) && fault.item == item && fault.field.as_deref() == Some(field)
            };
            ensure!(faults.iter().any(is), "{place} {item}, {field}: {faults:#?}");
        }
        reads(&reader, ".masthead h1", &[EMBEDDED]).await?;
        reader.holds("!document.querySelector('.source--own')").await?;
        reader.click(".refused a").await?;
        reader.see("it is shown", |shown| shown.search.is_empty() && shown.cells > 0).await?;

        reader.click(".tool a[href*='view=open']").await?;
        folder.write("varn.json", &whole)?;
        open(&reader, &[file]).await?;
        // One's own dossier stays as well when another file is refused.
        reader.click(".tool a[href*='view=open']").await?;
        refused(&reader, &[folder.write("other.json", &broken)?], "other.json").await?;
        reads(&reader, ".source--own", &["varn.json"]).await?;
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn file_that_is_no_dossier_is_refused_with_the_place_of_the_fault() {
    journey(async |at| {
        let folder = Folder::new()?;
        let reader = at.reader().await?;
        reader.open("?view=open").await?;
        for (name, text, rule) in [
            ("letter.json", "Dear reader,", "must be JSON"),
            ("empty.json", "", "must be JSON"),
            ("cut.json", "{\n  \"dossier\": [", "must be JSON"),
            ("list.json", "[]", "must be of type object"),
        ] {
            let faults = refused(&reader, &[folder.write(name, text)?], name).await?;
            ensure!(faults == expected(&load(name, text).expect_err("it is none")), "{faults:#?}");
            ensure!(faults.len() == 1 && faults[0].rule.starts_with(rule), "{faults:#?}");
        }
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

/// The files of the invented dossier.
fn files() -> Vec<PathBuf> {
    let names = ["dossier.json", "stakeholders.json", "issues.json"].map(PathBuf::from);
    let documents =
        ["2033-03-16-varn-march.json", "2033-06-22-varn-june.json"].map(|name| Path::new("documents").join(name));
    names.into_iter().chain(documents).map(|name| Story::seeds().join(name)).collect()
}

#[test]
fn dossier_files_can_be_picked_together_or_as_a_folder() {
    journey(async |at| {
        let story = Story::read();
        for (field, picked, name) in [(FILES, files(), "5 files"), (FOLDER, vec![Story::seeds()], "seeds")] {
            let reader = at.reader().await?;
            reader.open("?view=open").await?;
            reader.pick(field, &picked).await?;
            let label = format!("Your own file: {name} · data {}", story.dossier.version);
            reads(&reader, ".source--own", &[&label]).await?;
        }
        Ok(())
    });
}
