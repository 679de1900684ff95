//! Files of a dossier whose page stands nobody knows where.

use dossier::export::Format;
use dossier::load::{Files, load_files};
use explore::Engine;
use explore::query::codec::decode;
use worker::export::ExportFile;

#[test]
fn a_file_made_without_an_address_has_no_half_link() {
    let Ok(dossier) = load_files(&Files::read(&crate::fiction("seeds")), &mut |_| {}) else {
        panic!("the story is good")
    };
    let engine = Engine::new(Box::leak(Box::new(dossier)));
    let written = |address: &str, format: Format| {
        let mut file = Vec::new();
        let taken = ExportFile::new(&engine, &decode("?stance=supports"), false, address);
        taken.write(format, &mut file, &mut |_, _| {}).expect("memory takes it");
        String::from_utf8(file).expect("it is text")
    };
    for &format in Format::ALL.iter().filter(|&&format| format != Format::Package) {
        let pinned = format!("at={}", engine.dossier.version);
        assert!(!written("", format).contains(&pinned), "{}", format.file());
        let whole = written("https://example.org/", format).replace("&amp;", "&");
        assert!(whole.contains(&format!("https://example.org/?stance=supports&{pinned}")), "{}", format.file());
    }
}
