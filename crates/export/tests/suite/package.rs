//! Content of the exported archive and of its description.

use std::collections::BTreeMap;
use std::io::Read as _;

use dossier::export::{Format, Selection, Ties};
use export::ExportSet;
use flate2::bufread::DeflateDecoder;
use rawzip::ZipArchive;
use serde_json::Value;

use crate::fixture::{fiction, metadata};

/// The archive of the whole story, and the progress reports of its writer.
fn archive() -> (Vec<u8>, Vec<(usize, usize)>) {
    let dossier = fiction();
    let (selection, ties) = (Selection::all(&dossier), Ties::default());
    let (mut archive, mut progress) = (Vec::new(), Vec::new());
    let export_set = ExportSet::new(&dossier, &selection, &ties, metadata());
    export_set
        .write(Format::Package, &mut archive, &mut |done, total| progress.push((done, total)))
        .expect("memory takes it");
    (archive, progress)
}

fn members(archive: &[u8]) -> BTreeMap<String, String> {
    let archive = ZipArchive::from_slice(archive).expect("an archive");
    let mut entries = archive.entries();
    let mut members = BTreeMap::new();
    while let Some(entry) = entries.next_entry().expect("an entry") {
        let name = entry.file_path().try_normalize().expect("a name").as_ref().to_owned();
        let found = archive.get_entry(entry.wayfinder()).expect("the entry is there");
        let mut text = String::new();
        let mut reader = found.verifying_reader(DeflateDecoder::new(found.data()));
        reader.read_to_string(&mut text).expect("text, of the length and the checksum that are stated");
        members.insert(name, text);
    }
    members
}

#[test]
fn package_has_every_file_with_its_metadata() {
    let (bytes, _) = archive();
    let members = members(&bytes);
    for format in Format::ALL.iter().filter(|&&format| format != Format::Package) {
        let text = &members[format.file()];
        assert!(text.contains("https://example.org/?at=000000000000"), "{} states its link", format.file());
        assert!(text.contains("4 positions"), "{} states its sentence", format.file());
    }
    for name in ["README.txt", "datapackage.json"] {
        assert!(members[name].contains("https://example.org/?at=000000000000"), "{name} states its link");
    }
    assert!(members.contains_key("schema/bundle.schema.json"));
    assert_eq!(members.len(), Format::ALL.len() - 1 + 3);
}

#[test]
fn description_states_sizes_and_losses_of_files() {
    let (bytes, _) = archive();
    let members = members(&bytes);
    let package: Value = serde_json::from_str(&members["datapackage.json"]).expect("it is JSON");
    let resources = package["resources"].as_array().expect("a list");
    assert_eq!(resources.len(), Format::ALL.len() - 1);
    for resource in resources {
        let name = resource["path"].as_str().expect("a path");
        assert_eq!(resource["bytes"], members[name].len(), "{name}");
    }
    let losses = package["standpoint"]["losses"].as_array().expect("a list");
    assert!(losses.iter().any(|loss| loss["file"] == "dna.csv"), "positions without a side are reported: {losses:?}");
}

#[test]
fn archive_is_deterministic() {
    assert_eq!(archive().0, archive().0);
}

#[test]
fn progress_ends_at_total() {
    let (_, progress) = archive();
    let &(done, total) = progress.last().expect("progress is reported");
    assert_eq!(done, total);
    assert!(progress.is_sorted(), "{progress:?}");
}
