//! On a phone.

use anyhow::ensure;
use standpoint_e2e::journey;

use crate::tasks::reads;

/// Every view, an item of each, and what stands where nothing is found.
const VIEWS: [&str; 17] = [
    "",
    "?item=zelensky-cease-fire",
    "?view=positions&item=zelensky-cease-fire",
    "?view=shifts",
    "?view=network",
    "?view=compare",
    "?view=compare&with=putin,zelensky,camp-europe",
    "?view=timeline",
    "?view=timeline&item=white-house-summit",
    "?view=quotes",
    "?view=quotes&item=zelensky-strong-signal",
    "?view=stakeholders",
    "?view=stakeholders&item=zelensky",
    "?view=questions",
    "?view=questions&item=will-they-meet",
    "?q=zzzzzzzz&who=putin&issue=nato-peacekeepers",
    "?who=nobody-by-this-name&from=2025-02-31",
];

/// How wide the page is, how wide the window, and the first elements that stick out.
const WIDEST: &str = "
    const out = [...document.querySelectorAll('body *')].filter((element) =>
        element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('.unseen'));
    const told = out.slice(0, 3).map((element) => element.outerHTML.slice(0, 160));
    return [document.documentElement.scrollWidth, innerWidth, told];
";

/// How wide the filters in the drawer are, and how wide their frame.
const DRAWER: &str = "
    const { scrollWidth, clientWidth } = document.querySelector('.filters__facets');
    return [scrollWidth, clientWidth];
";

#[test]
fn phone_filters_open_as_popover_with_count_and_return_focus() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(390, 844).await?;
        reader.open("?view=positions").await?;
        reader.click(".filters__open").await?;
        reader.focus_is("the focus is in the drawer", |focus| focus.dialog.as_deref() == Some("filters")).await?;
        reader.toggle("camp", "ukraine").await?;
        reader.toggle("stance", "supports").await?;
        let focus = reader.focus().await?;
        ensure!(focus.dialog.as_deref() == Some("filters"), "the drawer stays open: {focus:#?}");

        let shown = reader.see("two filters are picked", |shown| shown.chips.len() == 2).await?;
        let count = shown.current_count().unwrap_or_default();
        ensure!(shown.items.len() == count, "{shown:#?}");
        let show = reader.find(".filters__foot button").await?;
        let label = show.text().await?;
        ensure!(label.split(' ').any(|word| word == count.to_string()), "{label}, but {count} are shown");

        show.click().await?;
        let focus = reader.focus_is("the focus goes back", |focus| focus.is_a("filters__open")).await?;
        ensure!(focus.seen, "{focus:#?}");
        ensure!(focus.text.contains('2'), "the button says how many filters are picked: {focus:#?}");
        reader.holds("!document.querySelector('dialog[open]')").await?;
        Ok(())
    });
}

#[test]
fn any_issue_is_two_taps_away_and_its_opponents_one_more() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(390, 844).await?;
        reader.open("").await?;
        reader.click(".focus__place").await?;
        reader.click(".focus__issues a[href='?by=nato-peacekeepers']").await?;
        reader.see("the issue is shown", |shown| shown.search == "?by=nato-peacekeepers").await?;
        reader.holds("!document.querySelector('.focus__issues').open").await?;
        reads(&reader, ".focus", &["NATO-member peacekeepers", "Issue 8 of 23"]).await?;
        reader.holds(IN_A_ROW).await?;
        reader.click(".focus__stance:has(.stance--opposes) .focus__name").await?;
        reads(&reader, ".focus .opened", &["Russia on NATO-member peacekeepers", "Opposes · Reported speech"]).await?;
        // The same link on another phone shows the same issue, also without `by`.
        reader.open("?item=russia-nato-peacekeepers").await?;
        reads(&reader, ".focus", &["Issue 8 of 23", "Russia on NATO-member peacekeepers"]).await
    });
}

/// Whether the ways to the issues beside this one stand at the two ends of one row.
const IN_A_ROW: &str = "(([before, behind], bar) => before.top === behind.top && before.left === bar.left
    && behind.right === bar.right)([...document.querySelectorAll('a.focus__way')].map((way) =>
        way.getBoundingClientRect()), document.querySelector('.focus__ways').getBoundingClientRect())";

#[test]
fn no_view_scrolls_sideways_at_320_pixels() {
    journey(async |at| {
        let reader = at.reader().await?;
        for width in [390, 320] {
            reader.resize(width, 800).await?;
            for view in VIEWS {
                reader.open(view).await?;
                let (wide, window, out): (u32, u32, Vec<String>) = reader.run(WIDEST, &[]).await?;
                ensure!(wide <= window, "{view} at {width} pixels is {wide} wide: {out:#?}");
                reader.click(".filters__open").await?;
                let inside: (u32, u32) = reader.run(DRAWER, &[]).await?;
                ensure!(inside.0 <= inside.1, "{view} at {width} pixels: the drawer holds {inside:?}");
            }
        }
        Ok(())
    });
}
