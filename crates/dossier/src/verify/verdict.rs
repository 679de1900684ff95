//! Report as sentences: the verdict on the copy, and its form.

use super::{Counts, Difference, Finding, Layout, Reading, Report};

impl Report {
    /// Verdict on the copy, in one sentence. It says `another version` only if words differ after all harmless causes
    /// were tried.
    #[must_use]
    pub fn verdict(&self) -> String {
        let Counts { failed, .. } = self.counts();
        let all = self.checks.len();
        if self.is_same_text() {
            "This is the text that the data was made from.".to_owned()
        } else if self.reading.is_whole && self.reading.extra == 0 {
            "This is the text that the data was made from, in another form.".to_owned()
        } else if self.reading.is_whole {
            format!(
                "The text that the data was made from stands in this copy, whole, with {} more.",
                count(self.reading.extra, "paragraph")
            )
        } else if failed == all && all > 0 {
            "None of the passages stands in this copy: it is another text, or it came in a form that cannot be compared.".to_owned()
        } else if failed == 0 {
            "Every passage stands in this copy. The rest of it is not, letter for letter, the text that the data was made from."
                .to_owned()
        } else {
            let are = if failed == 1 { "is" } else { "are" };
            let missing = format!("{failed} of {all} passages {are} not found in it");
            if self.ends_early() {
                format!("This copy ends before the text does: {missing}, all from behind its end.")
            } else {
                format!("This is another version of it: {missing}.")
            }
        }
    }

    /// Form and encoding of the copy, as far as they had to be undone for the comparison. `None` if there is nothing to
    /// say.
    #[must_use]
    pub fn form(&self) -> Option<String> {
        let Reading { differences, layout, has_blank_lines, before, headings, encoding, .. } = &self.reading;
        let mut has: Vec<String> = differences.iter().map(|difference| name(*difference).to_owned()).collect();
        let lines = if *has_blank_lines { "blank lines within paragraphs" } else { "no blank lines" };
        has.extend(match layout {
            Layout::Blank => None,
            Layout::Lines if *has_blank_lines => Some("a paragraph on each line".to_owned()),
            Layout::Lines => Some(format!("{lines}: each line is a paragraph")),
            Layout::Column => Some(format!("{lines}: the passages show where paragraphs begin")),
        });
        if *headings > 0 {
            has.push(format!("{} that {} not counted", count(*headings, "heading"), are(*headings)));
        }
        if *before > 0 {
            has.push(format!("{} before the text that {} not counted", count(*before, "paragraph"), are(*before)));
        }
        let mut sentences = Vec::new();
        if let Some((last, others)) = has.split_last() {
            let others = others.join(", ");
            let and = if others.is_empty() { "" } else { " and " };
            sentences.push(format!("This copy has {others}{and}{last}."));
        }
        sentences.extend(encoding.as_ref().map(|(name, is_guess)| {
            let why = if *is_guess { ", the likeliest encoding: the file does not name its own" } else { "" };
            format!("It was read as {name}{why}.")
        }));
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Whether the copy is shorter than the text and every passage not found lies behind the last passage found.
    fn ends_early(&self) -> bool {
        let is_lost = |finding| matches!(finding, Finding::Failed | Finding::Parted { .. });
        let found = self.checks.iter().filter(|check| !is_lost(check.finding));
        let last = found.map(|check| check.paragraph).max().unwrap_or_default();
        let mut missing = self.checks.iter().filter(|check| is_lost(check.finding));
        self.paragraphs.1 < self.paragraphs.0
            && last + self.reading.extra <= self.paragraphs.1
            && missing.all(|check| check.paragraph > last && check.finding == Finding::Failed)
    }
}

const fn are(count: u32) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn count(count: u32, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Noun phrase for a difference, as in “This copy has other dashes”.
pub(super) const fn name(difference: Difference) -> &'static str {
    match difference {
        Difference::QuotationMarks => "other quotation marks",
        Difference::Apostrophes => "other apostrophes",
        Difference::Dashes => "other dashes",
        Difference::Spaces => "other spaces",
        Difference::Ligatures
        | Difference::Compatibility
        | Difference::Invisible
        | Difference::Hyphens
        | Difference::Notes
        | Difference::Struck
        | Difference::Hidden => difference.word(),
    }
}
