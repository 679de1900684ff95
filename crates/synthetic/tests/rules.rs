//! Synthetic dossiers must be valid for publication, or measurements with them would mean nothing.

use std::fs;

use dossier::schema::{Issues, SeedFile, Stakeholders};

#[test]
fn an_invented_dossier_of_any_size_keeps_every_rule_of_the_data_model() {
    for positions in [0, 1, 499, 501, 3_000] {
        let invented = synthetic::dossier(positions);
        let dir = std::env::temp_dir().join(format!("standpoint-synthetic-{}-{positions}", std::process::id()));
        fs::create_dir_all(dir.join("documents")).expect("the folder can be made");
        let write = |name: &str, text: serde_json::Result<String>| {
            fs::write(dir.join(name), text.expect("the model is JSON")).expect("the file can be written");
        };
        write("dossier.json", serde_json::to_string(&SeedFile::from(invented.cover.clone())));
        let registry = Stakeholders { stakeholders: invented.stakeholders.clone() };
        write("stakeholders.json", serde_json::to_string(&SeedFile::from(registry)));
        write("issues.json", serde_json::to_string(&SeedFile::from(Issues { issues: invented.issues.clone() })));
        for coded in &invented.documents {
            let name = format!("documents/{}.json", coded.document.id);
            write(&name, serde_json::to_string(&SeedFile::from(coded.clone())));
        }
        let loaded = dossier::load(&dir);
        fs::remove_dir_all(&dir).expect("the folder can be removed");
        match loaded {
            Ok(loaded) => {
                assert_eq!(loaded.positions().count(), positions as usize);
                assert_eq!(loaded.documents, invented.documents, "{positions} positions");
            }
            Err(faults) => panic!("{positions} positions: {faults}"),
        }
    }
}

#[test]
fn the_same_number_of_positions_is_the_same_dossier() {
    assert_eq!(synthetic::dossier(700), synthetic::dossier(700));
}
