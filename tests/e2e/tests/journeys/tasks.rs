//! Ten tasks that a first-time reader does in under thirty seconds, each with a mouse and with the keyboard alone.
//!
//! A task begins at the plain address, takes as many clicks as it says, or at most so many keys, and ends where the answer
//! can be read. Keys are counted with those that are typed; `--nocapture` shows how many there were.

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Hand, Reader, With, journey};

/// Does a task with either hand. `keys` are those of the keyboard alone.
fn task(clicks: u32, keys: u32, walk: &impl AsyncFn(&Hand<'_>) -> anyhow::Result<()>) {
    journey(async |at| {
        for with in [With::Mouse, With::Keyboard] {
            let reader = at.reader().await?;
            let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            reader.command("Browser.grantPermissions", permissions).await?;
            reader.open("").await?;
            let hand = Hand::new(&reader, with);
            walk(&hand).await?;
            println!("{with:?}: {} clicks, {} keys", hand.clicks(), hand.keys());
            match with {
                With::Mouse => ensure!(hand.clicks() == clicks, "{} clicks, not {clicks}", hand.clicks()),
                With::Keyboard => {
                    ensure!(hand.clicks() == 0 && hand.keys() <= keys, "{} keys, not {keys}", hand.keys());
                }
            }
            let errors = reader.console_errors().await?;
            ensure!(errors.is_empty(), "{with:?}: {errors:#?}");
        }
        Ok(())
    });
}

/// Waits until the element reads all of it, in the window or below.
pub(crate) async fn reads(reader: &Reader, selector: &str, words: &[&str]) -> anyhow::Result<()> {
    let (selector, words) = (json!(selector), json!(words));
    let expression = format!("{words}.every((words) => document.querySelector({selector})?.innerText.includes(words))");
    reader.holds(&expression).await
}

/// What is in the clipboard.
pub(crate) async fn copied(reader: &Reader) -> anyhow::Result<String> {
    reader.find(".toast__line").await?;
    reader.run("return navigator.clipboard.readText();", &[]).await
}

#[test]
fn task_1_who_opposes_nato_peacekeepers_and_how_do_we_know() {
    task(1, 40, &async |hand| {
        hand.follow(".grid__cell[title*='on “NATO-member peacekeepers”: Opposes']").await?;
        let opened = [
            "Russia on NATO-member peacekeepers",
            "Opposes · Reported speech · 18 August 2025 (inferred) · paragraph 12",
            "paragraph 12, characters 1 to 109",
        ];
        reads(hand.reader(), ".opened", &opened).await?;
        let nobody_else =
            "document.querySelectorAll(\"[title*='on “NATO-member peacekeepers”: Opposes']\").length === 1";
        hand.reader().holds(nobody_else).await
    });
}

#[test]
fn everything_that_zelensky_said_in_his_own_words() {
    task(2, 34, &async |hand| {
        hand.follow(".grid__name[href='?who=zelensky']").await?;
        hand.follow(".tab[href*='view=quotes']").await?;
        let shown = hand.reader().see("a quote is shown", |shown| !shown.items.is_empty()).await?;
        ensure!(shown.items == ["Volodymyr Zelensky"], "{shown:#?}");
        let words = ["a strong signal and is ready for security guarantees", "18 August 2025", "paragraph 19"];
        reads(hand.reader(), "#results .quote", &words).await
    });
}

#[test]
fn what_is_alleged_about_motives_and_who_alleges_it() {
    task(2, 60, &async |hand| {
        hand.follow(".legend__sign[href*='basis=allegation']").await?;
        hand.follow(".grid__cell[title*='Disputes, Alleged']").await?;
        let opened = [
            "Some European officials on Putin negotiates in good faith",
            "Disputes · Their allegation · undated · paragraph 15",
        ];
        reads(hand.reader(), ".opened", &opened).await?;
        hand.reader().holds("document.querySelectorAll('.grid .opened article').length === 1").await
    });
}

#[test]
fn who_has_changed_position() {
    task(1, 20, &async |hand| {
        hand.follow(".tab[href*='view=shifts']").await?;
        let ends = [
            "Trump on A quick end is possible",
            "Before: Agrees",
            "After: Disputes",
            "Formerly agreed · Reported speech · undated · paragraph 9",
            "Disputes · Reported speech · undated · paragraph 9",
            "Trump on Keeping the sanctions threat",
            "Opposes · By what they did · 15 August 2025 (inferred) · paragraph 20",
        ];
        reads(hand.reader(), "#results", &ends).await
    });
}

#[test]
fn where_two_leaders_differ_and_where_one_is_silent() {
    task(3, 30, &async |hand| {
        hand.follow(".grid__pick[title='Compare Vladimir Putin']").await?;
        hand.reader().see("Putin is picked", |shown| shown.search == "?with=putin").await?;
        hand.follow(".grid__pick[title='Compare Volodymyr Zelensky']").await?;
        hand.reader().see("Zelensky is picked", |shown| shown.search == "?with=putin,zelensky").await?;
        hand.follow(".matrix__compare").await?;
        let told = [
            "Vladimir Putin and Volodymyr Zelensky",
            "Differ on 1, 4 only one spoke to, 21 neither spoke to",
            "For: Volodymyr Zelensky. Against: Vladimir Putin.",
            "Only Vladimir Putin spoke",
            "Only Volodymyr Zelensky spoke",
        ];
        reads(hand.reader(), "#results", &told).await
    });
}

#[test]
fn what_happened_on_the_eighteenth_of_august() {
    task(2, 60, &async |hand| {
        hand.follow(".tab[href*='view=timeline']").await?;
        // The picture is for the pointer; its list has the same links.
        hand.follow(match hand.with() {
            With::Mouse => ".axis__link[href*='from=2025-08-18&to=2025-08-18']",
            With::Keyboard => ".moments h2 a[href*='from=2025-08-18&to=2025-08-18']",
        })
        .await?;
        hand.reader().see("the day is picked", |shown| shown.search.ends_with("from=2025-08-18&to=2025-08-18")).await?;
        let happened = [
            "18 August 2025",
            "Trump meets Zelensky and top European leaders at the White House",
            "Meeting · 18 August 2025 (inferred) · the White House, Washington · paragraphs 8, 10 and 13",
            "Moscow calls peacekeeping involving NATO members unacceptable",
        ];
        reads(hand.reader(), ".moments", &happened).await?;
        hand.reader().holds("!document.querySelector('.moments').innerText.includes('15 August')").await
    });
}

#[test]
fn what_is_still_open() {
    task(1, 20, &async |hand| {
        hand.follow(".tab[href*='view=questions']").await?;
        let shown = hand.reader().see("the questions are shown", |shown| !shown.items.is_empty()).await?;
        ensure!(shown.items.len() == 19 && shown.count_of("Open questions") == Some(19), "{shown:#?}");
        reads(hand.reader(), "#results", &["Will Putin and Zelensky really meet in the coming days?"]).await
    });
}

#[test]
fn a_word_is_found_anywhere_misspelt_too() {
    for spelt in ["guarantee", "garantee"] {
        task(2, 30, &async |hand| {
            hand.search(spelt).await?;
            hand.reader().see("the search is in the link", |shown| shown.search.ends_with(spelt)).await?;
            hand.follow(".tab[href*='view=positions']").await?;
            let shown = hand.reader().see("the positions are shown", |shown| !shown.items.is_empty()).await?;
            ensure!(shown.items.len() == 8 && shown.count_of("Quotes") == Some(1), "{shown:#?}");
            reads(hand.reader(), "#results mark", &["uarantee"]).await
        });
    }
}

#[test]
fn this_exact_view_is_sent_to_a_colleague() {
    task(2, 30, &async |hand| {
        hand.follow(".grid__name[href='?who=zelensky']").await?;
        let sent = hand.reader().see("the matrix is narrowed", |shown| shown.search == "?who=zelensky").await?;
        hand.follow(".acts [data-act=copy]").await?;
        let link = copied(hand.reader()).await?;
        ensure!(link.starts_with(hand.reader().address()) && link.contains("zelensky"), "{link}");
        // The same browser will do: a page keeps nothing that a link could lean on.
        hand.reader().open("").await?;
        let received = hand.reader().visit(&link).await?;
        ensure!((&received.tabs, &received.chips) == (&sent.tabs, &sent.chips), "{received:#?}\nwas sent as {sent:#?}");
        ensure!(received.cells == sent.cells && received.title == sent.title, "{received:#?}\nwas sent as {sent:#?}");
        Ok(())
    });
}

#[test]
fn one_quote_is_cited() {
    task(3, 30, &async |hand| {
        hand.follow(".tab[href*='view=quotes']").await?;
        hand.follow("#results .item__toggle[href*='item=merz-next-steps']").await?;
        hand.follow("article[data-open] [data-act=copy][data-text]").await?;
        let citation = copied(hand.reader()).await?;
        let first = "Friedrich Merz, told, paragraph 8: “The next steps ahead are the more complicated ones now,”";
        ensure!(citation.starts_with(first), "{citation}");
        ensure!(citation.contains("Coded in: Ending the war in Ukraine: who stands where, Standpoint"), "{citation}");
        Ok(())
    });
}
