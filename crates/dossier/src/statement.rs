//! Stances in words: the label that stands beside an issue, and the sentence that says who stands where.
//!
//! The words depend on the [kind](IssueKind) of the issue: one supports or opposes a proposal, and agrees with or disputes a
//! claim. Every program that shows a dossier takes them from here.

use std::borrow::Cow;
use std::fmt;

use crate::direction::isolate;
use crate::model::{Basis, Confidence, Dossier, Issue, IssueKind, Position, Stakeholder, StakeholderKind, Stance};

impl Stance {
    /// The label beside an issue of this kind: `Supports`, `Disputes`.
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

    /// The label of a stance that a later position of the same holder replaces: `Formerly supported`.
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

    /// The label of a filter or a total over issues of both kinds: `Supports or agrees`.
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
    /// `name`, which is how it is called, within a sentence: `the article` for the narrator.
    #[must_use]
    pub fn called<'n>(&self, name: Cow<'n, str>) -> Cow<'n, str> {
        if self.kind == StakeholderKind::Narrator { Cow::Borrowed("the article") } else { name }
    }

    /// Whether the name takes a plural verb: that of a group does, and that of a bloc that is named by its members
    /// (“European countries”, but “Europe”).
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

/// A position with everything that the sentence about it names. As text it is that sentence:
/// `Putin supports: Ukraine should give up territory to Russia as part of a deal.`
///
/// The sentence names whoever reports the position where that is not the holder, says so where it was read from conduct
/// or is an allegation, has a `may` for low confidence, and a `formerly` where another position supersedes it.
#[derive(Clone, Debug)]
pub struct Statement<'d> {
    /// The position.
    pub position: &'d Position,
    /// Who holds it.
    pub holder: &'d Stakeholder,
    /// The holder's name, made distinct: nobody else is called so.
    pub name: Cow<'d, str>,
    /// The issue that it is about.
    pub issue: &'d Issue,
    /// The names within a sentence of those who report it, where that is not the holder.
    pub by: Vec<Cow<'d, str>>,
    /// Whether a later position replaces it.
    pub superseded: bool,
}

impl Dossier {
    /// The statement of one of this dossier's positions; `None` if the holder or the issue is not in the registries.
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

/// The words that a condition may begin with as it stands: `If the piers stand outside the channel`. Any other is a clause:
/// `the piers stand outside the channel`.
const CONJUNCTIONS: [&str; 7] = ["if", "unless", "when", "once", "until", "provided", "while"];

/// The forms of a verb phrase.
struct Verb {
    singular: &'static str,
    plural: &'static str,
    /// The form after `may`.
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

    /// The stance of somebody of whom another says that it is not known. The subject is then a clause.
    const UNKNOWN: Self = Self {
        singular: "is unclear",
        plural: "is unclear",
        infinitive: "be unclear",
        past: "was unclear",
        participle: "been unclear",
    };
}

impl Statement<'_> {
    /// Whether another says that it is not known where the holder stands.
    fn is_unknown(&self) -> bool {
        self.position.stance == Stance::Unclear && self.position.attribution.kind == Basis::ThirdParty
    }

    /// The verb with what hedges it: `supports`, `may oppose`, `formerly agreed`.
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

    /// The verb with its hedges, how the position is known where that is not in the holder's words, and its conditions:
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

/// The stances of one holder, or of everybody on one issue: what is said with one predicate stands behind it, once.
#[derive(Default)]
struct Stands<'d>(Vec<(String, Vec<Cow<'d, str>>)>);

impl<'d> Stands<'d> {
    fn add(&mut self, predicate: &str, says: Cow<'d, str>) {
        // `Unclear, according to Lund` stands for itself without its subject.
        let heading = capitalized(predicate.strip_prefix("is ").unwrap_or(predicate));
        match self.0.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, all)) if all.contains(&says) => {}
            Some((_, all)) => all.push(says),
            None => self.0.push((heading, vec![says])),
        }
    }

    fn in_words(&self, between: &str) -> String {
        let line = |(heading, all): &(String, Vec<Cow<str>>)| {
            let all: Vec<Cow<str>> = all.iter().map(|says| isolate(says)).collect();
            format!("{heading}: {}.", all.join(between))
        };
        self.0.iter().map(line).collect::<Vec<_>>().join(" ")
    }
}

impl Dossier {
    /// The stances of a stakeholder, in words that follow its name: `Supports: Ukraine should …; European countries
    /// should …. May oppose, by conduct rather than in words: The fighting should ….` Empty where it holds no position.
    #[must_use]
    pub fn stands_of(&self, holder: &Stakeholder) -> String {
        let plural = holder.is_plural();
        self.stands(|position| position.stakeholder == holder.id, &|statement| {
            (statement.predicate(plural), Cow::Borrowed(statement.issue.proposition.trim_end_matches('.')))
        })
        .in_words("; ")
    }

    /// Who stands where on an issue, in words that follow its proposition: `Supports: Zelensky, Some European leaders. Formerly
    /// opposed: Trump.` Empty where nobody holds a position on it.
    #[must_use]
    pub fn stands_on(&self, issue: &Issue) -> String {
        self.stands(|position| position.issue == issue.id, &|statement| {
            (statement.predicate(false), statement.name.clone())
        })
        .in_words(", ")
    }

    fn stands<'d>(
        &'d self,
        of: impl Fn(&Position) -> bool,
        says: &dyn Fn(&Statement<'d>) -> (String, Cow<'d, str>),
    ) -> Stands<'d> {
        let positions = self.positions().map(|(_, position)| position).filter(|position| of(position));
        let mut statements: Vec<Statement> = positions.filter_map(|position| self.statement(position)).collect();
        statements.sort_by_key(|statement| (statement.position.stance, !statement.is_plain()));
        let same = |one: &Statement, other: &Statement| {
            let key = |it: &Statement| (it.holder.id.clone(), it.issue.id.clone(), it.position.stance);
            key(one) == key(other)
        };
        let mut stands = Stands::default();
        for statement in &statements {
            // What is known outright is not said again with a hedge.
            if statement.is_plain() || !statements.iter().any(|other| other.is_plain() && same(statement, other)) {
                let (predicate, what) = says(statement);
                stands.add(&predicate, what);
            }
        }
        stands
    }
}

impl Statement<'_> {
    /// Whether it is said without a hedge.
    fn is_plain(&self) -> bool {
        let Position { confidence, conditions, attribution, .. } = &self.position;
        let in_words = matches!(attribution.kind, Basis::Direct | Basis::Indirect | Basis::Narration);
        in_words && *confidence != Confidence::Low && conditions.is_empty() && !self.superseded
    }
}

/// The text with a capital at its beginning.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}
