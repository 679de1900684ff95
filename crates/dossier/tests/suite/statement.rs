//! Sentences about positions: properties over all combinations of their inputs, and examples.

use dossier::{
    Attribution, Basis, Camp, Confidence, Issue, IssueKind, Position, Precision, Stakeholder, StakeholderKind, Stance,
    Statement, When,
};

fn stakeholder(name: &str, kind: StakeholderKind) -> Stakeholder {
    Stakeholder {
        id: "id".into(),
        name: name.to_owned(),
        kind,
        role: None,
        affiliation: None,
        camp: Camp::Other,
        anonymous: false,
        aliases: Vec::new(),
        mentions: Vec::new(),
    }
}

fn issue(kind: IssueKind) -> Issue {
    let proposition = match kind {
        IssueKind::Proposal => "A bridge should be built.",
        IssueKind::Claim => "The ferry is safe.",
    };
    Issue {
        id: "id".into(),
        name: "Name".to_owned(),
        kind,
        proposition: proposition.to_owned(),
        definition: "Definition.".to_owned(),
        topic: "Topic".to_owned(),
    }
}

fn position(stance: Stance, basis: Basis, confidence: Confidence) -> Position {
    Position {
        id: "id".into(),
        stakeholder: "id".into(),
        issue: "id".into(),
        stance,
        conditions: Vec::new(),
        summary: "Summary.".to_owned(),
        attribution: Attribution { kind: basis, by: Vec::new(), cue: None },
        date: When { value: None, precision: Precision::None, inferred: false },
        evidence: Vec::new(),
        quotes: Vec::new(),
        supersedes: None,
        confidence,
        note: None,
    }
}

/// Calls `check` with every possible statement, of a person and of a group; third-party ones are reported by the
/// narrator.
fn each(check: impl Fn(&Statement)) {
    let narrator = stakeholder("The article", StakeholderKind::Narrator);
    let holders =
        [stakeholder("Ada Lund", StakeholderKind::Person), stakeholder("Some fishers", StakeholderKind::Group)];
    for holder in &holders {
        for &stance in Stance::ALL {
            for &kind in IssueKind::ALL {
                for &basis in Basis::ALL {
                    for &confidence in Confidence::ALL {
                        for superseded in [false, true] {
                            let (position, issue) = (position(stance, basis, confidence), issue(kind));
                            let by = if basis == Basis::ThirdParty {
                                vec![narrator.called("The article".into())]
                            } else {
                                Vec::new()
                            };
                            let name = holder.name.as_str().into();
                            check(&Statement { position: &position, holder, name, issue: &issue, by, superseded });
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_statement_names_its_holder_and_ends_in_the_proposition() {
    each(|statement| {
        let says = statement.to_string();
        let (before, after) = says.split_once(": ").expect("a colon");
        assert!(before.contains(&statement.holder.name), "{says}");
        assert_eq!(after, statement.issue.proposition, "{says}");
    });
}

#[test]
fn every_statement_hedges_exactly_as_the_position_does() {
    each(|statement| {
        let says = statement.to_string();
        let position = statement.position;
        assert_eq!(says.contains("formerly "), statement.superseded, "{says}");
        assert_eq!(says.contains(" may "), position.confidence == Confidence::Low, "{says}");
        let basis = position.attribution.kind;
        assert_eq!(says.contains(", according to the article:"), basis == Basis::ThirdParty, "{says}");
        assert_eq!(says.contains(", by conduct rather than in words:"), basis == Basis::Conduct, "{says}");
        assert_eq!(says.contains(", alleging a motive:"), basis == Basis::Allegation, "{says}");
    });
}

#[test]
fn every_statement_speaks_of_claims_and_proposals_in_their_own_words() {
    each(|statement| {
        let says = statement.to_string();
        let (verb, _) = says.split_once(": ").expect("a colon");
        let of_proposals = verb.contains("support") || verb.contains("oppose");
        let of_claims = verb.contains("agree") || verb.contains("dispute");
        let takes_a_side = matches!(statement.position.stance, Stance::Supports | Stance::Opposes);
        assert_eq!(of_proposals, takes_a_side && statement.issue.kind == IssueKind::Proposal, "{says}");
        assert_eq!(of_claims, takes_a_side && statement.issue.kind == IssueKind::Claim, "{says}");
    });
}

#[test]
fn a_plain_statement_has_a_verb_of_its_holders_number() {
    each(|statement| {
        if statement.superseded || statement.position.confidence == Confidence::Low {
            return;
        }
        let says = statement.to_string();
        let plural = ["support", "agree", "oppose", "dispute", "have", "put", "say"];
        let singular = ["supports", "agrees", "opposes", "disputes", "has", "puts", "says"];
        let has = |verbs: [&str; 7]| says.split([' ', ':', ',']).any(|word| verbs.contains(&word));
        let unknown = says.starts_with("Where ");
        assert_eq!(has(plural), statement.holder.is_plural() && !unknown, "{says}");
        assert_eq!(has(singular), !statement.holder.is_plural() && !unknown, "{says}");
    });
}

#[test]
fn statements_read_as_written_out() {
    use Confidence::{High, Low};
    use IssueKind::{Claim, Proposal};
    use Stance::{Asks, Opposes, Supports, Unclear, Uncommitted};

    let lund = stakeholder("Ada Lund", StakeholderKind::Person);
    let fishers = stakeholder("Some fishers", StakeholderKind::Group);
    let countries = stakeholder("Coastal countries", StakeholderKind::Bloc);
    let article = stakeholder("The article", StakeholderKind::Narrator);
    let says =
        |holder: &Stakeholder, kind, stance, basis, confidence, by: &[&Stakeholder], superseded, condition: &str| {
            let mut position = position(stance, basis, confidence);
            position.conditions.extend((!condition.is_empty()).then(|| condition.to_owned()));
            let issue = issue(kind);
            let by = by.iter().map(|by| by.called(by.name.as_str().into())).collect();
            let name = holder.name.as_str().into();
            Statement { position: &position, holder, name, issue: &issue, by, superseded }.to_string()
        };
    let table = [
        (
            says(&lund, Proposal, Supports, Basis::Direct, High, &[], false, ""),
            "Ada Lund supports: A bridge should be built.",
        ),
        (
            says(&fishers, Claim, Opposes, Basis::Indirect, High, &[], false, ""),
            "Some fishers dispute: The ferry is safe.",
        ),
        (
            says(&fishers, Claim, Opposes, Basis::Allegation, High, &[], false, ""),
            "Some fishers dispute, alleging a motive: The ferry is safe.",
        ),
        (
            says(&article, Claim, Supports, Basis::Narration, High, &[], false, ""),
            "The article agrees: The ferry is safe.",
        ),
        (
            says(&countries, Proposal, Supports, Basis::ThirdParty, Low, &[&lund, &article], false, ""),
            "Coastal countries may support, according to Ada Lund and the article: A bridge should be built.",
        ),
        (
            says(&lund, Claim, Supports, Basis::Indirect, High, &[], true, ""),
            "Ada Lund formerly agreed: The ferry is safe.",
        ),
        (
            says(&lund, Proposal, Opposes, Basis::Conduct, Low, &[], true, ""),
            "Ada Lund may formerly have opposed, by conduct rather than in words: A bridge should be built.",
        ),
        (
            says(&lund, Proposal, Uncommitted, Basis::ThirdParty, High, &[&article], false, ""),
            "Ada Lund has not committed either way on this, according to the article: A bridge should be built.",
        ),
        (
            says(&fishers, Claim, Asks, Basis::Direct, High, &[], false, ""),
            "Some fishers put this as an open question: The ferry is safe.",
        ),
        (
            says(&article, Claim, Unclear, Basis::Narration, High, &[], false, ""),
            "The article says that this is unclear: The ferry is safe.",
        ),
        (
            says(&lund, Claim, Unclear, Basis::ThirdParty, High, &[&article], false, ""),
            "Where Ada Lund stands on this is unclear, according to the article: The ferry is safe.",
        ),
        (
            says(&lund, Proposal, Supports, Basis::Direct, High, &[], false, "the town pays"),
            "Ada Lund supports, if the town pays: A bridge should be built.",
        ),
        (
            says(&lund, Proposal, Supports, Basis::Direct, High, &[], false, "If the town pays."),
            "Ada Lund supports, if the town pays: A bridge should be built.",
        ),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
}

#[test]
fn labels_fit_the_kind_of_the_issue_and_of_both_kinds_name_both() {
    let labels: Vec<[&str; 3]> = Stance::ALL
        .iter()
        .map(|stance| [stance.label(IssueKind::Proposal), stance.label(IssueKind::Claim), stance.label_of_both_kinds()])
        .collect();
    assert_eq!(
        labels,
        [
            ["Supports", "Agrees", "Supports or agrees"],
            ["Opposes", "Disputes", "Opposes or disputes"],
            ["Not committed"; 3],
            ["Asks"; 3],
            ["Unclear"; 3],
        ]
    );
    for &stance in Stance::ALL {
        for &kind in IssueKind::ALL {
            assert!(stance.former_label(kind).starts_with("Formerly "), "{stance:?}");
        }
    }
}
