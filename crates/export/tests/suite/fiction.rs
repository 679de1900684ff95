//! Round trip of the invented story of two articles, with passages.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use dossier::{Evidence, text};
use export::dna::{Article, Copy, ReadOptions, import, read};
use serde_json::Value;

use crate::fixture::export;

fn fiction(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "../../tests/fiction", name].iter().collect()
}

#[test]
fn round_trip_of_two_documents_keeps_positions_with_side_and_evidence() {
    let dossier = dossier::load(&fiction("seeds")).expect("the story has no faults");
    let sources = ["varn-march", "varn-june"]
        .map(|name| fs::read_to_string(fiction("articles").join(format!("{name}.txt"))).expect("the article is there"));
    let texts = sources.each_ref().map(|source| text::normalize(source));
    let ids = dossier.cover.documents.iter();
    let copies: Vec<Copy> =
        ids.zip(&texts).map(|(id, text)| Copy { document: id.as_str(), paragraphs: text.paragraphs() }).collect();
    let exported = export(&dossier, &copies);
    assert_eq!((exported.statements, dossier.positions().count()), (21, 24));

    // The original files, whose offsets differ from those of the normalized text: passages are found by their words.
    let articles: BTreeMap<String, Article> =
        ["1", "2"].map(str::to_owned).into_iter().zip(sources.map(Article::new)).collect();
    let imported = import(
        &read(exported.csv.as_bytes(), &ReadOptions::default()).expect("what is written can be read"),
        &articles,
    );
    assert_eq!((imported.positions, imported.losses), (21, vec![]));
    let mut compared = 0;
    for coded in &dossier.documents {
        let name = format!("documents/{}.json", coded.document.id);
        let (_, file) = imported.files.iter().find(|(found, _)| *found == name).expect("the document came back");
        let file: Value = serde_json::from_str(file).expect("the file is JSON");
        assert_eq!(file["document"]["text_sha256"], coded.document.text_sha256.to_string());
        for returned in file["positions"].as_array().expect("a list") {
            let position = coded.positions.iter().find(|position| returned["id"] == position.id.as_str());
            let position = position.expect("the position is one of the document's");
            let evidence: Vec<Evidence> = serde_json::from_value(returned["evidence"].clone()).expect("pointers");
            assert_eq!(evidence, position.evidence[..1], "{}", position.id);
            assert_eq!(returned["stance"], position.stance.word(), "{}", position.id);
            compared += 1;
        }
    }
    assert_eq!(compared, 21);
}
