//! Each test checks all exports with one third-party library.

use standpoint_exports::Program::{Node, Python};
use standpoint_exports::{check, check_pages};

#[test]
fn csv_parse_reads_all_table_rows() {
    check(Node, "csv").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn ajv_accepts_dossier() {
    check(Node, "schema").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn jsonld_reads_annotations_without_loss() {
    check(Node, "jsonld").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn schema_org_validator_accepts_json_ld_of_pages() {
    check_pages(Node, "schemaorg").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn graphology_reads_graphs() {
    check(Node, "graphology").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn networkx_reads_graphs() {
    check(Python, "networkx").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn frictionless_accepts_package_and_table_rows() {
    check(Python, "frictionless").unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn package_description_conforms_to_data_package_2_profile() {
    check(Python, "profile").unwrap_or_else(|error| panic!("{error:#}"));
}
