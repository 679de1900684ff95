//! With the keyboard alone.

use anyhow::{bail, ensure};
use serde_json::json;
use standpoint_e2e::{Focus, Reader, journey};
use thirtyfour::Key;

/// The most Tabs that a way may take.
const FAR: u32 = 80;

/// Presses Tab until the focus is right; on the whole way it must be in sight and never lost.
async fn tab_to(reader: &Reader, what: &str, is: impl Fn(&Focus) -> bool) -> anyhow::Result<Focus> {
    for _ in 0..FAR {
        reader.press(Key::Tab).await?;
        let focus = kept(reader, what).await?;
        if is(&focus) {
            return Ok(focus);
        }
    }
    bail!("{FAR} Tabs do not lead to {what}");
}

/// The focus, which must be somewhere and in sight.
async fn kept(reader: &Reader, after: &str) -> anyhow::Result<Focus> {
    reader
        .focus_is(&format!("after {after} the focus is somewhere in sight"), |focus| focus.tag != "body" && focus.seen)
        .await
}

/// Goes to the results by the skip link, which must come first.
async fn skip(reader: &Reader) -> anyhow::Result<()> {
    reader.press(Key::Tab).await?;
    let focus = kept(reader, "the first Tab").await?;
    ensure!(focus.is_a("skip"), "the first Tab leads to {focus:#?}");
    reader.press(Key::Enter).await?;
    reader.focus_is("the skip link leads to the results", |focus| focus.id == "results").await.map(drop)
}

#[test]
fn keyboard_searches_filters_opens_and_closes_an_item() {
    journey(async |at| {
        let reader = at.reader().await?;
        let all = reader.open("?view=positions").await?;
        skip(&reader).await?;

        reader.press("/").await?;
        reader.focus_is("the slash leads to the search", |focus| focus.id == "search").await?;
        reader.press("garantee").await?;
        let found =
            reader.see("the list follows the typing", |shown| shown.search == "?view=positions&q=garantee").await?;
        ensure!(found.items.len() < all.items.len() && !found.items.is_empty(), "{found:#?}");
        ensure!(found.entries == all.entries + 1, "typing makes no entry; the skip link made the one");

        tab_to(&reader, "a filter", |focus| focus.is_a("value__pick")).await?;
        reader.press(Key::Enter).await?;
        reader.see("the filter is picked", |shown| shown.chips.len() == 2).await?;
        let focus = kept(&reader, "picking a filter").await?;
        ensure!(focus.is_a("value__pick"), "picking a filter leads to {focus:#?}");
        reader.press(Key::Enter).await?;
        reader.see("the filter is taken back", |shown| shown.chips.len() == 1).await?;
        let focus = kept(&reader, "taking a filter back").await?;
        ensure!(focus.is_a("value__pick"), "taking a filter back leads to {focus:#?}");

        let before = reader.open("?view=quotes").await?;
        skip(&reader).await?;
        let item = tab_to(&reader, "an item", |focus| focus.is_a("item__toggle")).await?;
        reader.press(Key::Enter).await?;
        reader.see("the item opens", |shown| shown.opened.is_some()).await?;
        ensure!(kept(&reader, "opening an item").await? == item);
        reader.press(Key::Escape).await?;
        reader.see("Esc closes it", |shown| shown.opened.is_none() && shown.search == before.search).await?;
        let focus = kept(&reader, "closing an item").await?;
        ensure!(focus.is_a("item__toggle"), "closing an item leads to {focus:#?}");
        Ok(())
    });
}

#[test]
fn escape_and_enter_move_from_search_to_results_and_keep_the_text() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        for key in [Key::Escape, Key::Enter] {
            reader.press("/").await?;
            reader.focus_is("the slash leads to the search", |focus| focus.id == "search").await?;
            reader.press("truce").await?;
            reader.press(key).await?;
            reader.focus_is("the key leads to the results", |focus| focus.id == "results").await?;
            let shown = reader.see("the search stays", |shown| shown.search.ends_with("truce")).await?;
            ensure!(shown.chips.len() == 1, "{shown:#?}");
            reader.holds("document.getElementById('search').value === 'truce'").await?;
            reader.open("").await?;
        }
        Ok(())
    });
}

#[test]
fn input_method_keeps_enter_and_escape_and_searches_only_committed_text() {
    journey(async |at| {
        let compose = |text: &str| {
            let end = text.encode_utf16().count();
            ("Input.imeSetComposition", json!({ "text": text, "selectionStart": end, "selectionEnd": end }))
        };
        let taken = |key: &str| {
            let key = json!({ "type": "rawKeyDown", "key": key, "code": key, "windowsVirtualKeyCode": 229 });
            ("Input.dispatchKeyEvent", key)
        };
        let reader = at.reader().await?;
        reader.open("?view=positions&item=putin-donbas").await?;
        let opened = reader.see("the item is opened", |shown| shown.opened.is_some()).await?;
        reader.press("/").await?;
        reader.focus_is("the slash leads to the search", |focus| focus.id == "search").await?;
        for (method, parameters) in [compose("bou"), taken("Escape"), compose("")] {
            reader.command(method, parameters).await?;
        }
        reader.holds("document.getElementById('search').value === ''").await?;
        let shown = reader.see("nothing is searched", |shown| shown.search == opened.search).await?;
        ensure!(shown.opened == opened.opened && reader.focus().await?.id == "search", "{shown:#?}");

        for (method, parameters) in [compose("bou"), compose("防波堤"), taken("Enter")] {
            reader.command(method, parameters).await?;
        }
        reader.holds("document.getElementById('search').value === '防波堤'").await?;
        let shown = reader.shown().await?;
        ensure!(shown.search == opened.search, "a word that is not whole is searched: {shown:#?}");
        reader.command("Input.insertText", json!({ "text": "防波堤" })).await?;
        let word = "document.getElementById('search').value === '防波堤'";
        reader.see("the word is searched", |shown| shown.search.contains("q=")).await?;
        reader.holds(word).await?;
        ensure!(reader.focus().await?.id == "search");
        Ok(())
    });
}

#[test]
fn removed_control_moves_focus_to_results() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?camp=russia&form=fragment&who=nobody-by-this-name").await?;
        for (what, selector) in [("the notice", ".notice__dismiss"), ("a chip", ".chip"), ("the last chip", ".chip")] {
            reader.find(selector).await?.focus().await?;
            let before = reader.shown().await?;
            reader.press(Key::Enter).await?;
            reader.see(&format!("{what} goes"), |shown| shown.search != before.search).await?;
            kept(&reader, what).await?;
        }
        Ok(())
    });
}

#[test]
fn facet_opened_by_the_user_stays_open_when_its_filter_is_removed() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        let value = reader.facet_value("form", "full").await?;
        value.focus().await?;
        for picked in [1, 0] {
            reader.press(Key::Enter).await?;
            reader.see(&format!("{picked} filters are picked"), |shown| shown.chips.len() == picked).await?;
            let focus = kept(&reader, "picking and taking back").await?;
            ensure!(focus.is_a("value__pick"), "with {picked} picked the focus is on {focus:#?}");
        }
        Ok(())
    });
}

#[test]
fn disabled_shortcuts_stay_off_after_reload() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?view=quotes").await?;
        skip(&reader).await?;
        reader.press("?").await?;
        reader.focus_is("the question mark opens the help", |focus| focus.dialog.as_deref() == Some("help")).await?;
        tab_to(&reader, "the switch", |focus| focus.tag == "input").await?;
        reader.press(Key::Space).await?;
        reader.press(Key::Escape).await?;
        reader.focus_is("Esc closes the help, and the focus is where it was", |focus| focus.id == "results").await?;

        for after in ["switching them off", "a reload"] {
            reader.press("/").await?;
            reader.press("?").await?;
            // Keys are handled one after the other: once Tab has moved the focus, the others did what they do.
            let before = reader.focus().await?;
            reader.press(Key::Tab).await?;
            let focus = reader.focus_is("Tab moves on", |focus| *focus != before).await?;
            ensure!(focus.id != "search" && focus.dialog.is_none(), "after {after}: {focus:#?}");
            reader.driver().refresh().await?;
            reader.see("the page starts again", |shown| !shown.tabs.is_empty()).await?;
        }

        reader.click(".acts [data-act=open]").await?;
        tab_to(&reader, "the switch", |focus| focus.tag == "input").await?;
        reader.press(Key::Space).await?;
        reader.press(Key::Escape).await?;
        reader.press("/").await?;
        reader.focus_is("the slash leads to the search again", |focus| focus.id == "search").await?;
        Ok(())
    });
}
