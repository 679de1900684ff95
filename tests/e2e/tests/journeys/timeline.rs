//! The timeline, with a pointer.

use anyhow::ensure;
use standpoint_e2e::journey;

#[test]
fn drag_across_the_timeline_filters_its_dates_and_back_undoes_it() {
    journey(async |at| {
        let reader = at.reader().await?;
        let before = reader.open("?view=timeline").await?;
        let last = reader.find("[data-days] [data-date='2025-08-18']").await?;
        let first = reader.find("[data-days] [data-date='2025-08-15']").await?;
        let drag = reader.driver().action_chain().move_to_element_center(&last).click_and_hold();
        drag.move_to_element_center(&first).release().perform().await?;
        let chosen = reader
            .see("the days are chosen", |shown| shown.search == "?view=timeline&from=2025-08-15&to=2025-08-18")
            .await?;
        ensure!(chosen.entries == before.entries + 1 && chosen.chips.len() == 1, "{chosen:#?}");
        ensure!(chosen.count_of("Positions") == Some(13), "{chosen:#?}");
        reader.driver().back().await?;
        let back = reader.see("Back takes it back", |shown| shown.search == "?view=timeline").await?;
        ensure!(back.items == before.items && back.chips.is_empty(), "{back:#?}");
        Ok(())
    });
}
