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
fn for_each_statement(check: impl Fn(&Statement)) {
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
fn statement_names_holder_and_ends_in_proposition() {
    for_each_statement(|statement| {
        let sentence = statement.to_string();
        let (before, after) = sentence.split_once(": ").expect("a colon");
        assert!(before.contains(&statement.holder.name), "{sentence}");
        assert_eq!(after, statement.issue.proposition, "{sentence}");
    });
}

#[test]
fn statement_hedges_exactly_as_its_position() {
    for_each_statement(|statement| {
        let sentence = statement.to_string();
        let position = statement.position;
        assert_eq!(sentence.contains("formerly "), statement.superseded, "{sentence}");
        assert_eq!(sentence.contains(" may "), position.confidence == Confidence::Low, "{sentence}");
        let basis = position.attribution.kind;
        assert_eq!(sentence.contains(", according to the article:"), basis == Basis::ThirdParty, "{sentence}");
        assert_eq!(sentence.contains(", by conduct rather than in words:"), basis == Basis::Conduct, "{sentence}");
        assert_eq!(sentence.contains(", alleging a motive:"), basis == Basis::Allegation, "{sentence}");
    });
}

#[test]
fn statement_verbs_differ_for_claims_and_proposals() {
    for_each_statement(|statement| {
        let sentence = statement.to_string();
        let (verb, _) = sentence.split_once(": ").expect("a colon");
        let of_proposals = verb.contains("support") || verb.contains("oppose");
        let of_claims = verb.contains("agree") || verb.contains("dispute");
        let takes_a_side = matches!(statement.position.stance, Stance::Supports | Stance::Opposes);
        assert_eq!(of_proposals, takes_a_side && statement.issue.kind == IssueKind::Proposal, "{sentence}");
        assert_eq!(of_claims, takes_a_side && statement.issue.kind == IssueKind::Claim, "{sentence}");
    });
}

#[test]
fn statement_verb_agrees_with_number_of_holder() {
    for_each_statement(|statement| {
        if statement.superseded || statement.position.confidence == Confidence::Low {
            return;
        }
        let sentence = statement.to_string();
        let plural = ["support", "agree", "oppose", "dispute", "have", "put", "say"];
        let singular = ["supports", "agrees", "opposes", "disputes", "has", "puts", "says"];
        let has = |verbs: [&str; 7]| sentence.split([' ', ':', ',']).any(|word| verbs.contains(&word));
        let unknown = sentence.starts_with("Where ");
        assert_eq!(has(plural), statement.holder.is_plural() && !unknown, "{sentence}");
        assert_eq!(has(singular), !statement.holder.is_plural() && !unknown, "{sentence}");
    });
}

#[test]
fn statement_examples_read_as_written() {
    use Confidence::{High, Low};
    use IssueKind::{Claim, Proposal};
    use Stance::{Asks, Opposes, Supports, Unclear, Uncommitted};

    let lund = stakeholder("Ada Lund", StakeholderKind::Person);
    let fishers = stakeholder("Some fishers", StakeholderKind::Group);
    let countries = stakeholder("Coastal countries", StakeholderKind::Bloc);
    let article = stakeholder("The article", StakeholderKind::Narrator);
    let sentence =
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
            sentence(&lund, Proposal, Supports, Basis::Direct, High, &[], false, ""),
            "Ada Lund supports: A bridge should be built.",
        ),
        (
            sentence(&fishers, Claim, Opposes, Basis::Indirect, High, &[], false, ""),
            "Some fishers dispute: The ferry is safe.",
        ),
        (
            sentence(&fishers, Claim, Opposes, Basis::Allegation, High, &[], false, ""),
            "Some fishers dispute, alleging a motive: The ferry is safe.",
        ),
        (
            sentence(&article, Claim, Supports, Basis::Narration, High, &[], false, ""),
            "The article agrees: The ferry is safe.",
        ),
        (
            sentence(&countries, Proposal, Supports, Basis::ThirdParty, Low, &[&lund, &article], false, ""),
            "Coastal countries may support, according to Ada Lund and the article: A bridge should be built.",
        ),
        (
            sentence(&lund, Claim, Supports, Basis::Indirect, High, &[], true, ""),
            "Ada Lund formerly agreed: The ferry is safe.",
        ),
        (
            sentence(&lund, Proposal, Opposes, Basis::Conduct, Low, &[], true, ""),
            "Ada Lund may formerly have opposed, by conduct rather than in words: A bridge should be built.",
        ),
        (
            sentence(&lund, Proposal, Uncommitted, Basis::ThirdParty, High, &[&article], false, ""),
            "Ada Lund has not committed either way on this, according to the article: A bridge should be built.",
        ),
        (
            sentence(&fishers, Claim, Asks, Basis::Direct, High, &[], false, ""),
            "Some fishers put this as an open question: The ferry is safe.",
        ),
        (
            sentence(&article, Claim, Unclear, Basis::Narration, High, &[], false, ""),
            "The article says that this is unclear: The ferry is safe.",
        ),
        (
            sentence(&lund, Claim, Unclear, Basis::ThirdParty, High, &[&article], false, ""),
            "Where Ada Lund stands on this is unclear, according to the article: The ferry is safe.",
        ),
        (
            sentence(&lund, Proposal, Supports, Basis::Direct, High, &[], false, "the town pays"),
            "Ada Lund supports, if the town pays: A bridge should be built.",
        ),
        (
            sentence(&lund, Proposal, Supports, Basis::Direct, High, &[], false, "If the town pays."),
            "Ada Lund supports, if the town pays: A bridge should be built.",
        ),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
}

#[test]
fn labels_depend_on_issue_kind() {
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
