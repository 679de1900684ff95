//! Pages of their own: what is served before the program is there, and how the program takes it over.

use anyhow::ensure;
use serde_json::json;
use standpoint_e2e::{Reader, journey, journey_under};

/// Adds up how much of the page moves without having been asked to.
const SHIFTS: &str = "
    globalThis.shifted = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
            globalThis.shifted += shift.value;
        }
    }).observe({ type: 'layout-shift', buffered: true });
";

/// Below this nobody sees that something moved: HTML that comes in pieces may end amid a name.
const SEEN: f64 = 0.001;

/// Waits until the page is settled, and tells how much of it moved.
async fn shifted(reader: &Reader) -> anyhow::Result<f64> {
    // Two frames: what moved in the first is told by the second.
    const SETTLED: &str = "
        globalThis.settled = false;
        requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.settled = true; }));
    ";
    reader.run::<()>(SETTLED, &[]).await?;
    reader.holds("globalThis.settled").await?;
    reader.run("return globalThis.shifted", &[]).await
}

#[test]
fn served_page_is_taken_over_without_layout_shift() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(SHIFTS).await?;
        for width in [1280, 390] {
            reader.resize(width, 900).await?;
            for page in ["", "i/nato-peacekeepers/", "s/putin/", "q/zelensky-strong-signal/", "timeline/"] {
                reader.visit(&format!("{}{page}", reader.address())).await?;
                let moved = shifted(&reader).await?;
                ensure!(moved < SEEN, "{page} at {width}: {moved}");
            }
        }
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn link_to_another_view_is_shown_whole_without_layout_shift() {
    // The second module comes when it is let go.
    const HELD: &str = "
        const whole = fetch;
        const held = new Promise((go) => { globalThis.letGo = go; });
        globalThis.fetch = async (...asked) => {
            if (String(asked[0]).includes('/more.')) {
                await held;
            }
            return whole(...asked);
        };
    ";
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(SHIFTS).await?;
        reader.bring_script(HELD).await?;
        for width in [1280, 390] {
            reader.resize(width, 900).await?;
            for link in ["?item=zelensky-cease-fire", "?view=positions&who=putin", "i/nato-peacekeepers/?who=putin"] {
                reader.goto(&format!("{}{link}", reader.address())).await?;
                reader.holds("document.querySelector('#app[data-begun]')").await?;
                shifted(&reader).await?;
                // Nothing of it stands there yet, and a line says so.
                reader.holds("document.querySelector('#loading-what').checkVisibility()").await?;
                reader.holds("!document.querySelector('.results').checkVisibility()").await?;
                reader.run::<()>("letGo()", &[]).await?;
                reader.holds("document.querySelector('#app[data-begun=shown]')").await?;
                let moved = shifted(&reader).await?;
                ensure!(moved < SEEN, "{link} at {width}: {moved}");
            }
        }
        Ok(())
    });
}

#[test]
fn text_typed_before_the_program_runs_is_searched_and_keeps_focus() {
    const HELD: &str = "
        const whole = fetch;
        const held = new Promise((go) => { globalThis.letGo = go; });
        globalThis.fetch = async (...asked) => {
            await held;
            return whole(...asked);
        };
    ";
    journey(async |at| {
        let reader = at.reader().await?;
        reader.bring_script(HELD).await?;
        reader.goto(reader.address()).await?;
        reader.click("#search").await?;
        reader.press("garantee").await?;
        reader.run::<()>("letGo()", &[]).await?;
        let shown = reader.see("it is searched for", |shown| shown.search == "?q=garantee").await?;
        ensure!(shown.chips.len() == 1, "{shown:#?}");
        reader.holds("document.activeElement.id === 'search'").await?;
        Ok(())
    });
}

#[test]
fn static_page_with_query_shows_the_same_as_the_plain_link() {
    journey(async |at| {
        let reader = at.reader().await?;
        for (static_page, plain) in [
            ("i/nato-peacekeepers/?who=zelensky", "?view=positions&who=zelensky&issue=nato-peacekeepers"),
            ("s/zelensky/", "?view=stakeholders&who=zelensky&item=zelensky"),
            ("q/zelensky-strong-signal/", "?view=quotes&who=zelensky&item=zelensky-strong-signal"),
            ("i/nato-peacekeepers/?view=matrix", "?issue=nato-peacekeepers"),
            ("quotes/?q=garantee", "?view=quotes&q=garantee"),
        ] {
            let at_leaf = reader.visit(&format!("{}{static_page}", reader.address())).await?;
            let at_plain = reader.open(plain).await?;
            ensure!(
                (&at_leaf.title, &at_leaf.counts, &at_leaf.chips, &at_leaf.items, at_leaf.cells, &at_leaf.opened)
                    == (
                        &at_plain.title,
                        &at_plain.counts,
                        &at_plain.chips,
                        &at_plain.items,
                        at_plain.cells,
                        &at_plain.opened
                    ),
                "{static_page}: {at_leaf:#?} {at_plain:#?}"
            );
        }
        Ok(())
    });
}

#[test]
fn static_page_navigates_on_and_back_and_keeps_fragment_links() {
    journey_under("/some/where/", async |at| {
        let reader = at.reader().await?;
        let static_page = format!("{}s/zelensky/", reader.address());
        let first = reader.visit(&static_page).await?;
        reader.click(".skip").await.ok();
        reader.run::<()>("document.querySelector('.skip').click()", &[]).await?;
        ensure!(reader.driver().current_url().await?.as_str() == static_page);
        reader.click(".tabs .tab[href*='view=positions']").await?;
        let next = reader.see("the positions are shown", |shown| shown.search.contains("view=positions")).await?;
        ensure!(next.chips.len() == 1, "{next:#?}");
        ensure!(reader.driver().current_url().await?.path() == "/some/where/");
        reader.driver().back().await?;
        let back = reader.see("the leaf is shown again", |shown| shown.opened.is_some()).await?;
        ensure!(back.items == first.items && back.opened == first.opened, "{back:#?}");
        ensure!(reader.driver().current_url().await?.as_str() == static_page);
        reader.driver().forward().await?;
        reader.see("the positions again", |shown| shown.items == next.items).await?;
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn static_page_head_describes_it_with_valid_json_ld() {
    const HEAD: &str = "
        const meta = (name) => document.head.querySelector(`[property=\"${name}\"], [name=\"${name}\"]`)?.content ?? '';
        const data = JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent);
        return [document.title, meta('og:title'), meta('description'), data['@type'], data.creator?.name ?? ''];
    ";
    journey(async |at| {
        let reader = at.reader().await?;
        reader.command("Network.enable", json!({})).await?;
        reader.goto(&format!("{}q/zelensky-strong-signal/", reader.address())).await?;
        let (title, name, says, kind, creator): (String, String, String, String, String) =
            reader.run(HEAD, &[]).await?;
        ensure!(kind == "Quotation" && creator == "Volodymyr Zelensky", "{kind} {creator}");
        ensure!(title.ends_with("· Standpoint") && name.starts_with("Volodymyr Zelensky: “"), "{title} {name}");
        ensure!(says.contains("19 August 2025"), "{says}");
        Ok(())
    });
}
