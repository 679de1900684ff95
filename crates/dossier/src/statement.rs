//! Stances in words: the label beside an issue, and the sentence that says who stands where.
//!
//! The words depend on the [kind](IssueKind) of the issue: one supports or opposes a proposal, and agrees with or
//! disputes a claim. All programs that show a dossier use this wording.

use std::borrow::Cow;
use std::fmt;

use crate::direction::isolate;
use crate::model::{Basis, Confidence, Dossier, Issue, IssueKind, Position, Stakeholder, StakeholderKind, Stance};

impl Stance {
    /// Label beside an issue of this kind: `Supports`, `Disputes`.
    #[must_use]
    pub const fn label(self, kind: IssueKind) -> &'static str {
        match (self, kind) {
            (Self::Supports, IssueKind::Proposal) => "Supports",
            (Self::Supports, IssueKind::Claim) => "Agrees",
            (Self::Opposes, IssueKind::Proposal) => "Opposes",
            (Self::Opposes, IssueKind::Claim) => "Disputes",
            (Self::Uncommitted, _) => "Not committed",
            (Self::Asks, _) => "Asks",
            (Self::Unclear, _) => "Unclear",
        }
    }

    /// Label of a stance that a later position of the same holder replaces: `Formerly supported`.
    #[must_use]
    pub const fn former_label(self, kind: IssueKind) -> &'static str {
        match (self, kind) {
            (Self::Supports, IssueKind::Proposal) => "Formerly supported",
            (Self::Supports, IssueKind::Claim) => "Formerly agreed",
            (Self::Opposes, IssueKind::Proposal) => "Formerly opposed",
            (Self::Opposes, IssueKind::Claim) => "Formerly disputed",
            (Self::Uncommitted, _) => "Formerly not committed",
            (Self::Asks, _) => "Formerly asked",
            (Self::Unclear, _) => "Formerly unclear",
        }
    }

    /// Label of a filter or total over issues of both kinds: `Supports or agrees`.
    #[must_use]
    pub const fn label_of_both_kinds(self) -> &'static str {
        match self {
            Self::Supports => "Supports or agrees",
            Self::Opposes => "Opposes or disputes",
            Self::Uncommitted | Self::Asks | Self::Unclear => self.label(IssueKind::Proposal),
        }
    }
}

impl Stakeholder {
    /// Form of the stakeholder's `name` inside a sentence: `the article` for the narrator.
    #[must_use]
    pub fn called<'n>(&self, name: Cow<'n, str>) -> Cow<'n, str> {
        if self.kind == StakeholderKind::Narrator { Cow::Borrowed("the article") } else { name }
    }

    /// Whether the name takes a plural verb. True for groups and for blocs named by their members (“European
    /// countries”, but not “Europe”).
    #[must_use]
    pub fn is_plural(&self) -> bool {
        match self.kind {
            StakeholderKind::Group => true,
            StakeholderKind::Bloc => self.name.ends_with('s'),
            StakeholderKind::Person
            | StakeholderKind::State
            | StakeholderKind::Organization
            | StakeholderKind::Narrator => false,
        }
    }
}

/// A position with the names that its sentence needs. `Display` writes the sentence: `Putin supports: Ukraine should
/// give up territory to Russia as part of a deal.`
///
/// The sentence names those who report the position if not the holder, says if it was inferred from conduct or is an
/// allegation, and has `may` for low confidence and `formerly` for a superseded position.
#[derive(Clone, Debug)]
pub struct Statement<'d> {
    /// The position.
    pub position: &'d Position,
    /// Stakeholder who holds it.
    pub holder: &'d Stakeholder,
    /// Distinct name of the holder, shared by no other stakeholder.
    pub name: Cow<'d, str>,
    /// Issue that it is about.
    pub issue: &'d Issue,
    /// Names of those who report it, as used inside a sentence. Empty if the holder does.
    pub by: Vec<Cow<'d, str>>,
    /// Whether a later position replaces it.
    pub superseded: bool,
}

impl Dossier {
    /// Statement of one of this dossier's positions; `None` if the holder or the issue is not in the registries.
    #[must_use]
    pub fn statement<'d>(&'d self, position: &'d Position) -> Option<Statement<'d>> {
        Some(Statement {
            position,
            holder: self.stakeholder(&position.stakeholder)?,
            issue: self.issue(&position.issue)?,
            name: self.distinct_name(&position.stakeholder),
            by: position
                .attribution
                .by
                .iter()
                .filter_map(|id| Some(self.stakeholder(id)?.called(self.distinct_name(id))))
                .collect(),
            superseded: self.positions().any(|(_, other)| other.supersedes.as_ref() == Some(&position.id)),
        })
    }
}

/// Conjunctions with which a condition may begin: `If the piers stand outside the channel`. Any other condition is a
/// clause that needs an `if`: `the piers stand outside the channel`.
const CONJUNCTIONS: [&str; 7] = ["if", "unless", "when", "once", "until", "provided", "while"];

/// Forms of a verb phrase.
struct Verb {
    singular: &'static str,
    plural: &'static str,
    /// Form after `may`.
    infinitive: &'static str,
    past: &'static str,
    participle: &'static str,
}

impl Verb {
    const fn of(stance: Stance, kind: IssueKind) -> Self {
        match (stance, kind) {
            (Stance::Supports, IssueKind::Proposal) => Self::regular("supports", "support", "supported"),
            (Stance::Supports, IssueKind::Claim) => Self::regular("agrees", "agree", "agreed"),
            (Stance::Opposes, IssueKind::Proposal) => Self::regular("opposes", "oppose", "opposed"),
            (Stance::Opposes, IssueKind::Claim) => Self::regular("disputes", "dispute", "disputed"),
            (Stance::Uncommitted, _) => Self {
                singular: "has not committed either way on this",
                plural: "have not committed either way on this",
                infinitive: "not have committed either way on this",
                past: "had not committed either way on this",
                participle: "been uncommitted on this",
            },
            (Stance::Asks, _) => {
                let put = "put this as an open question";
                Self::regular("puts this as an open question", put, put)
            }
            (Stance::Unclear, _) => {
                Self::regular("says that this is unclear", "say that this is unclear", "said that this was unclear")
            }
        }
    }

    const fn regular(singular: &'static str, plural: &'static str, past: &'static str) -> Self {
        Self { singular, plural, infinitive: plural, past, participle: past }
    }

    /// Stance reported as unknown by someone else. The subject is then a clause.
    const UNKNOWN: Self = Self {
        singular: "is unclear",
        plural: "is unclear",
        infinitive: "be unclear",
        past: "was unclear",
        participle: "been unclear",
    };
}

impl Statement<'_> {
    /// Whether someone else reports that the holder's stance is unknown.
    fn is_unknown(&self) -> bool {
        self.position.stance == Stance::Unclear && self.position.attribution.kind == Basis::ThirdParty
    }

    /// Verb with its hedges: `supports`, `may oppose`, `formerly agreed`.
    #[must_use]
    pub fn verb(&self, plural: bool) -> String {
        let verb = if self.is_unknown() { Verb::UNKNOWN } else { Verb::of(self.position.stance, self.issue.kind) };
        match (self.superseded, self.position.confidence == Confidence::Low) {
            (false, false) => if plural { verb.plural } else { verb.singular }.to_owned(),
            (false, true) => format!("may {}", verb.infinitive),
            (true, false) => format!("formerly {}", verb.past),
            (true, true) => format!("may formerly have {}", verb.participle),
        }
    }

    /// Verb with its hedges, the way in which the position is known if not in the holder's words, and its conditions:
    /// `supports, according to the article`, `may oppose, by conduct rather than in words`.
    #[must_use]
    pub fn predicate(&self, plural: bool) -> String {
        let mut parts = vec![self.verb(plural)];
        match self.position.attribution.kind {
            Basis::Direct | Basis::Indirect | Basis::Narration => {}
            Basis::Conduct => parts.push("by conduct rather than in words".to_owned()),
            Basis::Allegation => parts.push("alleging a motive".to_owned()),
            Basis::ThirdParty => {
                let by: Vec<Cow<str>> = self.by.iter().map(|by| isolate(by)).collect();
                parts.push(match by.split_last() {
                    None => "by others’ report".to_owned(),
                    Some((last, [])) => format!("according to {last}"),
                    Some((last, first)) => format!("according to {} and {last}", first.join(", ")),
                });
            }
        }
        for condition in &self.position.conditions {
            let condition = condition.trim().trim_end_matches('.');
            let first = condition.split_whitespace().next().unwrap_or_default();
            let conjunction = CONJUNCTIONS.iter().find(|conjunction| first.eq_ignore_ascii_case(conjunction));
            parts.push(match conjunction {
                Some(conjunction) => format!("{conjunction}{}", &condition[first.len()..]),
                None => format!("if {}", isolate(condition)),
            });
        }
        parts.join(", ")
    }
}

impl fmt::Display for Statement<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.holder.called(Cow::Borrowed(&*self.name));
        if self.is_unknown() {
            write!(out, "Where {} stands on this ", isolate(&name))?;
        } else {
            write!(out, "{} ", isolate(&capitalized(&name)))?;
        }
        write!(out, "{}: {}", self.predicate(self.holder.is_plural()), isolate(&self.issue.proposition))
    }
}

/// Stances grouped by predicate: each predicate once, with its subjects or propositions.
#[derive(Default)]
struct GroupedStances<'d>(Vec<(String, Vec<Cow<'d, str>>)>);

impl<'d> GroupedStances<'d> {
    fn add(&mut self, predicate: &str, entry: Cow<'d, str>) {
        // Without its subject, the predicate reads `Unclear, according to Lund`.
        let heading = capitalized(predicate.strip_prefix("is ").unwrap_or(predicate));
        match self.0.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, entries)) if entries.contains(&entry) => {}
            Some((_, entries)) => entries.push(entry),
            None => self.0.push((heading, vec![entry])),
        }
    }

    fn in_words(&self, separator: &str) -> String {
        let line = |(heading, entries): &(String, Vec<Cow<str>>)| {
            let entries: Vec<Cow<str>> = entries.iter().map(|entry| isolate(entry)).collect();
            format!("{heading}: {}.", entries.join(separator))
        };
        self.0.iter().map(line).collect::<Vec<_>>().join(" ")
    }
}

impl Dossier {
    /// Stances of a stakeholder, to be shown after its name: `Supports: Ukraine should …; European countries should ….
    /// May oppose, by conduct rather than in words: The fighting should ….` Empty if it holds no position.
    #[must_use]
    pub fn stands_of(&self, holder: &Stakeholder) -> String {
        let plural = holder.is_plural();
        self.grouped_stances(|position| position.stakeholder == holder.id, &|statement| {
            (statement.predicate(plural), Cow::Borrowed(statement.issue.proposition.trim_end_matches('.')))
        })
        .in_words("; ")
    }

    /// Stances on an issue, to be shown after its proposition: `Supports: Zelensky, Some European leaders. Formerly
    /// opposed: Trump.` Empty if nobody holds a position on it.
    #[must_use]
    pub fn stands_on(&self, issue: &Issue) -> String {
        self.grouped_stances(|position| position.issue == issue.id, &|statement| {
            (statement.predicate(false), statement.name.clone())
        })
        .in_words(", ")
    }

    fn grouped_stances<'d>(
        &'d self,
        is_included: impl Fn(&Position) -> bool,
        entry_of: &dyn Fn(&Statement<'d>) -> (String, Cow<'d, str>),
    ) -> GroupedStances<'d> {
        let positions = self.positions().map(|(_, position)| position).filter(|position| is_included(position));
        let mut statements: Vec<Statement> = positions.filter_map(|position| self.statement(position)).collect();
        statements.sort_by_key(|statement| (statement.position.stance, !statement.is_plain()));
        let is_same_stance = |one: &Statement, other: &Statement| {
            let key = |statement: &Statement| {
                (statement.holder.id.clone(), statement.issue.id.clone(), statement.position.stance)
            };
            key(one) == key(other)
        };
        let mut grouped = GroupedStances::default();
        for statement in &statements {
            // Skip a hedged statement if the same stance is also known without a hedge.
            if statement.is_plain()
                || !statements.iter().any(|other| other.is_plain() && is_same_stance(statement, other))
            {
                let (predicate, entry) = entry_of(statement);
                grouped.add(&predicate, entry);
            }
        }
        grouped
    }
}

impl Statement<'_> {
    /// Whether the statement needs no hedge.
    fn is_plain(&self) -> bool {
        let Position { confidence, conditions, attribution, .. } = &self.position;
        let in_words = matches!(attribution.kind, Basis::Direct | Basis::Indirect | Basis::Narration);
        in_words && *confidence != Confidence::Low && conditions.is_empty() && !self.superseded
    }
}

/// `text` with its first letter in upper case.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}
