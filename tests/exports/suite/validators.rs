//! Each test has every export read by one program that is not ours.

use standpoint_exports::Program::{Node, Python};
use standpoint_exports::{check, check_pages};

#[test]
fn a_csv_library_reads_every_table_row_for_row() {
    check(Node, "csv").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn a_json_schema_validator_accepts_the_dossier() {
    check(Node, "schema").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn a_json_ld_processor_finds_every_annotation_and_drops_nothing() {
    check(Node, "jsonld").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn a_schema_org_validator_finds_nothing_wrong_with_what_any_page_says_of_itself() {
    check_pages(Node, "schemaorg").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn the_reader_of_gephi_lite_reads_both_graphs() {
    check(Node, "graphology").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn networkx_reads_both_graphs() {
    check(Python, "networkx").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn frictionless_accepts_the_package_and_every_row_of_its_tables() {
    check(Python, "frictionless").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn the_description_keeps_the_profile_of_the_standards_second_version() {
    check(Python, "profile").unwrap_or_else(|error| panic!("{error:#}"));
}
