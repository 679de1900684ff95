//! Tables of inter-coder agreement.

use dossier::Dossier;
use dossier::author::agreement::{Compared, compare};

use crate::table;

/// What both coders found, how alike they read it, and every difference by name, to be settled one by one.
pub(super) fn told(first: &Dossier, second: &Dossier, name: &str) -> String {
    let agreement = compare(first, second);
    if agreement.documents.is_empty() {
        return format!(
            "compared with {name}: no article was coded in both; articles are told by the digest of their text\n"
        );
    }
    let documents: Vec<&str> = agreement.documents.iter().map(AsRef::as_ref).collect();
    let mut told = format!("compared with {name}, by what both say of {}\n", documents.join(", "));
    told += "  found: one item if holder and issue are the same and passages share more than 30 % of the shorter\n";
    let head = ["", "first", "second", "both", "Dice"].map(str::to_owned).to_vec();
    let found = agreement.kinds.iter().map(|of| {
        let dice = of.dice().map_or_else(|| "none".to_owned(), two_digits);
        vec![of.kind.member().to_owned(), of.first.to_string(), of.second.to_string(), of.both.to_string(), dice]
    });
    told += &table::lines(&["<", ">", ">", ">", ">"], std::iter::once(head).chain(found));
    told += "  read: of what both found; alpha is Krippendorff's, for nominal data\n";
    let head = ["", "", "same", "of", "alpha"].map(str::to_owned).to_vec();
    let read = agreement.kinds.iter().flat_map(|of| of.fields.iter().map(move |field| (of, field)));
    let read = read.map(|(of, field)| {
        let alpha = field.alpha.map_or_else(|| "no variation".to_owned(), two_digits);
        vec![of.kind.member().to_owned(), field.name.to_owned(), field.same.to_string(), field.of.to_string(), alpha]
    });
    told += &table::lines(&["<", "<", ">", ">", ">"], std::iter::once(head).chain(read));
    let differences: Vec<String> = agreement.kinds.iter().flat_map(differences).collect();
    if !differences.is_empty() {
        told += "  to settle:\n";
        for difference in differences {
            told += format!("    {difference}\n").as_str();
        }
    }
    told
}

/// Everything in which two codings differ on one kind of items.
fn differences(of: &Compared) -> Vec<String> {
    let kind = of.kind.word();
    let mut found = Vec::new();
    for (one, other) in &of.other_issue {
        found.push(format!("{}: same holder and passage, other issue", named(kind, one, other)));
    }
    let (one, other): (Vec<&String>, Vec<&String>) = of.other_issue.iter().map(|(one, other)| (one, other)).unzip();
    for (only, told, whose) in [(&of.only_first, one, "first"), (&of.only_second, other, "second")] {
        let only = only.iter().filter(|id| !told.contains(id));
        found.extend(only.map(|id| format!("{kind} {id}: only the {whose} coder")));
    }
    for field in &of.fields {
        for difference in &field.differences {
            let ((one, other), (value, beside)) = (&difference.ids, &difference.values);
            found.push(format!("{}, {}: {value}, or {beside}", named(kind, one, other), field.name));
        }
    }
    found
}

fn named(kind: &str, one: &str, other: &str) -> String {
    if one == other { format!("{kind} {one}") } else { format!("{kind} {one} ({other})") }
}

fn two_digits(value: f64) -> String {
    format!("{value:.2}")
}
