//! Back and Forward.

use anyhow::ensure;
use standpoint_e2e::{Reader, Shown, journey};

/// Scrolls down, and waits until the history's entry remembers it.
async fn scroll_down(reader: &Reader, to: u32) -> anyhow::Result<Shown> {
    reader.run::<()>(&format!("scrollTo(0, {to});"), &[]).await?;
    reader.holds("Math.round(history.state) === Math.round(scrollY) && scrollY > 0").await?;
    reader.shown().await
}

/// Follows a link without the browser scrolling to it, as a mouse does that is already there.
async fn follow(reader: &Reader, selector: &str) -> anyhow::Result<()> {
    let before = reader.shown().await?;
    reader.run::<()>(&format!("document.querySelector(\"{selector}\").click();"), &[]).await?;
    let after = reader.see("the link leads on", |shown| shown.search != before.search).await?;
    ensure!(after.entries == before.entries + 1, "{selector} made {} entries", after.entries - before.entries);
    Ok(())
}

/// What Back and Forward must bring back.
fn same(one: &Shown, other: &Shown) -> bool {
    // The history keeps its length, and what is ahead of it, while one goes back.
    Shown { entries: 0, ..one.clone() } == Shown { entries: 0, ..other.clone() }
}

#[test]
fn back_and_forward_restore_five_states_with_scroll_and_focus() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("").await?;
        let mut left = vec![scroll_down(&reader, 900).await?];
        for (link, to) in [
            (".value__pick[href*='camp=russia']", 400),
            (".tabs .tab[href*='view=stakeholders']", 150),
            (".tabs .tab[href*='view=positions']", 250),
            ("#results .item__toggle", 90),
        ] {
            follow(&reader, link).await?;
            left.push(scroll_down(&reader, to).await?);
        }
        for (place, state) in left.iter().enumerate() {
            ensure!(
                !left[..place].iter().any(|other| same(other, state)),
                "two of the states are the same: {state:#?}"
            );
        }

        for state in left.iter().rev().skip(1) {
            reader.driver().back().await?;
            reader.see(&format!("Back shows {state:#?}"), |shown| same(shown, state)).await?;
        }
        for state in &left[1..] {
            reader.driver().forward().await?;
            reader.see(&format!("Forward shows {state:#?}"), |shown| same(shown, state)).await?;
        }
        ensure!(reader.console_errors().await?.is_empty());
        Ok(())
    });
}

#[test]
fn reload_restores_view_and_scroll() {
    journey(async |at| {
        let reader = at.reader().await?;
        reader.open("?camp=russia&view=positions").await?;
        let before = scroll_down(&reader, 300).await?;
        reader.driver().refresh().await?;
        reader.see("the reloaded page is the same", |shown| same(shown, &before)).await?;
        Ok(())
    });
}
