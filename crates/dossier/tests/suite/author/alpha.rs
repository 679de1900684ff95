//! Krippendorff's alpha, against values worked out by hand.

use dossier::author::agreement::alpha;

/// One letter a unit: the first coder's line, and the second's.
fn of(first: &str, second: &str) -> Option<f64> {
    let pairs: Vec<(char, char)> = first.chars().zip(second.chars()).collect();
    alpha(&pairs)
}

fn assert_near(found: Option<f64>, expected: f64) {
    let found = found.expect("alpha is defined");
    assert!((found - expected).abs() < 1e-12, "{found}, expected {expected}");
}

#[test]
fn five_units_by_hand() {
    // Units: (s,s) (s,s) (o,o) (s,o) (u,u).
    // Coincidences: (s,s) 4, (o,o) 2, (u,u) 2, (s,o) 1, (o,s) 1. Rows: n_s = 5, n_o = 3, n_u = 2; n = 10.
    // Diagonal: 4 + 2 + 2 = 8. By chance: 5*4 + 3*2 + 2*1 = 28.
    // alpha = ((10 - 1) * 8 - 28) / (10 * 9 - 28) = (72 - 28) / (90 - 28) = 44 / 62.
    assert_near(of("ssosu", "ssoou"), 44.0 / 62.0);
}

#[test]
fn the_example_that_the_measure_was_published_with() {
    // Krippendorff 2011, part B: 12 units, 5 values. n = 24, diagonal 18, rows 4, 6, 6, 6, 2: 12 + 30 + 30 + 30 + 2 = 104.
    // alpha = (23 * 18 - 104) / (24 * 23 - 104) = 310 / 448 = 0.692.
    assert_near(of("aabbdcccedda", "babbbccceddd"), 310.0 / 448.0);
}

#[test]
fn full_agreement_is_one_and_contradiction_is_below_zero() {
    assert_near(of("so", "so"), 1.0);
    // (s,o) (o,s): n = 4, diagonal 0, rows 2, 2: 2 + 2 = 4. alpha = (0 - 4) / (12 - 4) = -1/2.
    assert_near(of("so", "os"), -0.5);
}

#[test]
fn without_variation_it_is_not_defined() {
    assert_eq!(of("", ""), None, "no units");
    assert_eq!(of("sss", "sss"), None, "one value throughout");
    // One other value among many is variation: (s,s) (s,s) (s,o): n = 6, diagonal 4, rows 5, 1: 20. (5*4 - 20) / (30 - 20) = 0.
    assert_near(of("sss", "sso"), 0.0);
}

#[test]
fn neither_the_order_of_the_coders_nor_of_the_units_matters() {
    let expected = of("ssosu", "ssoou");
    assert_eq!(of("ssoou", "ssosu"), expected);
    assert_eq!(of("usoss", "uooss"), expected);
}
