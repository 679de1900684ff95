//! The matrix: its heads, its cells, its legend, its order; and one issue at a time on a phone.

use anyhow::ensure;
use standpoint_e2e::{Reader, journey};
use thirtyfour::Key;

/// The names at the heads of the rows and of the columns.
async fn heads(reader: &Reader) -> anyhow::Result<(Vec<String>, Vec<String>)> {
    let script = "
        const names = (selector) => [...document.querySelectorAll(selector)].map((head) => head.textContent);
        return [names('.grid__name'), names('a.grid__issue')];
    ";
    reader.run(script, &[]).await
}

/// Scrolls the grid in its frame, and says how far it went, where its frame stands, and the first of its heads.
const SCROLLED: &str = "
    const frame = document.querySelector('.matrix__frame');
    frame.scrollIntoView();
    frame.scrollTo(80, 300);
    const box = frame.getBoundingClientRect();
    const row = document.querySelector('.grid__row th').getBoundingClientRect();
    const columns = document.querySelector('.grid thead').getBoundingClientRect();
    const head = document.elementFromPoint(box.right - 40, columns.top + columns.height / 2);
    const name = document.elementFromPoint(box.left + 20, box.bottom - 60);
    return [
        [Math.round(frame.scrollLeft), Math.round(frame.scrollTop)], [row.left - box.left, columns.top - box.top],
        [Boolean(head?.closest('thead')), Boolean(name?.closest('.grid__row th, .grid__camp'))],
    ];
";

#[test]
fn grid_heads_stay_visible_when_scrolled_both_ways() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(800, 600).await?;
        reader.open("").await?;
        let (scrolled, off, seen): ([i32; 2], [f64; 2], [bool; 2]) = reader.run(SCROLLED, &[]).await?;
        ensure!(scrolled == [80, 300], "the grid is scrolled by {scrolled:?}");
        ensure!(off.iter().all(|off| off.abs() <= 3.0), "the heads stand {off:?} off the frame's edge");
        ensure!(seen == [true, true], "something stands before the heads: {seen:?}");
        for width in [1100, 800, 720] {
            reader.resize(width, 600).await?;
            reader.holds("document.documentElement.scrollWidth <= innerWidth").await?;
        }
        Ok(())
    });
}

#[test]
fn fitting_grid_scrolls_with_the_page_and_keeps_column_heads_visible() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(1280, 800).await?;
        reader.open("").await?;
        let script = "
            const frame = document.querySelector('.matrix__frame');
            scrollTo(0, frame.getBoundingClientRect().top + 200);
            frame.scrollTop = 50;
            return [frame.scrollTop, Math.abs(document.querySelector('.grid thead').getBoundingClientRect().top)];
        ";
        let [within, off]: [f64; 2] = reader.run(script, &[]).await?;
        ensure!(within == 0.0, "it scrolls by itself: {within}");
        ensure!(off <= 3.0, "the heads stand {off} off the window's edge");
        Ok(())
    });
}

#[test]
fn cell_opens_below_its_row_and_escape_closes_it() {
    journey(async |at| {
        let reader = at.reader().await?;
        let before = reader.open("").await?;
        reader.click(".grid__cell[href='?item=russia-nato-peacekeepers']").await?;
        reader.find(".grid__body .opened").await?;
        let below =
            "document.querySelector('.grid__open').closest('tr').nextElementSibling.querySelector('.grid__body')";
        reader.holds(below).await?;
        let opened = reader.shown().await?;
        ensure!(opened.cells == before.cells && opened.entries == before.entries + 1, "{opened:#?}");
        let in_sight = "(({ top, bottom }) => top < innerHeight && bottom > 0)(document.querySelector('.grid .opened h2').getBoundingClientRect())";
        reader.holds(in_sight).await?;
        reader.press(Key::Escape).await?;
        reader.see("Esc closes it", |shown| shown.search.is_empty()).await?;
        reader.holds("!document.querySelector('.opened, .grid__open')").await?;
        let focus = reader.focus_is("the focus is in sight", |focus| focus.tag != "body" && focus.seen).await?;
        ensure!(focus.is_a("grid__cell"), "{focus:#?}");
        Ok(())
    });
}

#[test]
fn legend_sign_toggles_its_filter() {
    journey(async |at| {
        let reader = at.reader().await?;
        let before = reader.open("").await?;
        reader.click(".legend__sign[href='?stance=asks']").await?;
        let asked = reader.see("the stance is a filter", |shown| shown.search == "?stance=asks").await?;
        ensure!(asked.chips.len() == 1 && asked.cells < before.cells && asked.cells > 0, "{asked:#?}");
        reader.holds("!document.querySelector('.grid .tile:not(.tile--asks)')").await?;
        let current = "document.querySelector('.legend__sign[aria-current] .tile--asks')";
        reader.holds(current).await?;
        reader.click(".legend__sign[aria-current]").await?;
        let back = reader.see("the filter is taken back", |shown| shown.search.is_empty()).await?;
        ensure!(back.cells == before.cells, "{back:#?}");
        Ok(())
    });
}

#[test]
fn hidden_rows_and_order_survive_reload_and_back_undoes_each() {
    journey(async |at| {
        const FILTER: &str = "?stance=supports";
        let reader = at.reader().await?;
        reader.open(FILTER).await?;
        let mut left = vec![(FILTER.to_owned(), heads(&reader).await?)];
        for (link, more) in [
            (".switch[href='?stance=supports&hide=rows']", "&hide=rows"),
            (".switch[href='?stance=supports&sort=reverse&hide=rows']", "&sort=reverse&hide=rows"),
            (".grid__tally[href*='by=nato-peacekeepers']", "&sort=reverse&by=nato-peacekeepers&hide=rows"),
        ] {
            let search = format!("{FILTER}{more}");
            reader.click(link).await?;
            reader.see("the link says so", |shown| shown.search == search).await?;
            left.push((search, heads(&reader).await?));
        }
        let [plain, hidden, reversed, by] = &left[..] else { unreachable!("four states") };
        ensure!(hidden.1.0.len() < plain.1.0.len(), "no silent stakeholder is hidden");
        ensure!(reversed.1.1.iter().rev().eq(&plain.1.1), "the columns are not reversed");
        ensure!(by.1.0 != reversed.1.0, "the rows are not ordered by the stance on the issue");

        reader.driver().refresh().await?;
        reader.see("the page starts again", |shown| shown.cells > 0).await?;
        ensure!(heads(&reader).await? == by.1, "a reload changes the heads");
        for (search, was) in left.iter().rev().skip(1) {
            reader.driver().back().await?;
            reader.see("Back leads there", |shown| shown.search == *search && shown.cells > 0).await?;
            ensure!(heads(&reader).await? == *was, "at {search} the heads are others");
        }
        Ok(())
    });
}

#[test]
fn phone_shows_one_issue_with_links_to_next_and_previous() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.resize(320, 800).await?;
        reader.open("").await?;
        let place = |issue: &str, place: &str| {
            format!(
                "document.querySelector('.focus h2')?.textContent === '{issue}' \
                 && document.querySelector('.focus__place').textContent === '{place}'"
            )
        };
        reader.holds(&place("One-on-one, then three-way", "Issue 1 of 23")).await?;
        reader.holds("!document.querySelector('.grid').checkVisibility()").await?;
        reader.click("a.focus__way:last-child").await?;
        reader.holds(&place("Details before a meeting", "Issue 2 of 23")).await?;
        reader.click("a.focus__way:first-child").await?;
        reader.holds(&place("One-on-one, then three-way", "Issue 1 of 23")).await?;

        reader.click(".focus__name[href*='item=russia-format']").await?;
        reader.holds("document.querySelector('.focus li[data-open] .opened')").await?;
        reader.holds("document.documentElement.scrollWidth <= innerWidth").await?;
        let focus = reader.focus().await?;
        ensure!(focus.is_a("focus__name") && focus.seen, "{focus:#?}");
        Ok(())
    });
}
