//! The files of a dossier before they are read: from a directory, as a reader picked them, or as one bundle.

use std::collections::BTreeMap;
use std::path::Path;

/// The file that says what a dossier is.
pub(super) const COVER: &str = "dossier.json";
/// The file of the stakeholders.
pub(super) const STAKEHOLDERS: &str = "stakeholders.json";
/// The file of the issues.
pub(super) const ISSUES: &str = "issues.json";
/// The file of the former ids, which a dossier may lack.
pub(super) const FORMER: &str = "former.json";
/// The folder of the documents.
pub(super) const DOCUMENTS: &str = "documents/";
/// The folder of the [fingerprints](crate::fingerprint).
pub(super) const FINGERPRINTS: &str = "fingerprints/";

/// The files that stand at the top of a dossier's directory.
const TOP: [&str; 4] = [COVER, STAKEHOLDERS, ISSUES, FORMER];

/// The bytes of a dossier's files.
#[derive(Clone, Debug)]
pub struct Files(pub(super) Form);

#[derive(Clone, Debug)]
pub(super) enum Form {
    /// By name, relative to the dossier's directory; of a file that cannot be read, why.
    Folder(BTreeMap<String, Result<Vec<u8>, String>>),
    /// One file that holds all.
    Bundle { name: String, bytes: Vec<u8> },
}

impl Files {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Form::Folder(BTreeMap::new()))
    }

    /// The files in `dir`: `dossier.json`, `stakeholders.json`, `issues.json`, `former.json` if it is there, and what lies in `documents/` and
    /// `fingerprints/`, names that begin with a dot left out. What is missing or cannot be read is a fault when it is loaded.
    #[must_use]
    pub fn read(dir: &Path) -> Self {
        let mut files = BTreeMap::new();
        for name in TOP {
            let file = dir.join(name);
            if name != FORMER || file.exists() {
                files.insert(name.to_owned(), read(&file));
            }
        }
        for folder in [DOCUMENTS, FINGERPRINTS] {
            for entry in std::fs::read_dir(dir.join(folder)).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if !name.starts_with('.') {
                    files.insert(format!("{folder}{name}"), read(&entry.path()));
                }
            }
        }
        Self(Form::Folder(files))
    }

    /// Adds a file. `name` is relative to the dossier's directory, with `/` between its parts. Files that are no part of a
    /// dossier (a licence, the schemas) may be added too, they are passed over. A bundle takes no further files.
    pub fn insert(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        if let Form::Folder(files) = &mut self.0 {
            files.insert(name.into(), Ok(bytes));
        }
    }

    /// A dossier in one file, as [`bundle`](super::bundle()) writes it. `name` is what its faults are shown under.
    #[must_use]
    pub fn from_bundle(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self(Form::Bundle { name: name.into(), bytes })
    }

    /// What a reader picked: one file is a bundle. Of several, the directory of the dossier is the one where `dossier.json`
    /// lies, the nearest to the top if there are several, and what lies outside of it is passed over. Where no file has a
    /// folder, those that are none of the four at the top are documents: whoever picks files one by one gives no folders.
    #[must_use]
    pub fn picked(mut picked: Vec<(String, Vec<u8>)>) -> Self {
        if let [_] = &picked[..] {
            let (name, bytes) = picked.swap_remove(0);
            return Self::from_bundle(name, bytes);
        }
        let root =
            |path: &str| path.strip_suffix(COVER).filter(|root| root.is_empty() || root.ends_with('/')).map(str::len);
        let roots = picked.iter().filter_map(|(path, _)| Some((path.matches('/').count(), &path[..root(path)?])));
        let root = roots.min().map_or(String::new(), |(_, root)| root.to_owned());
        let flat = !picked.iter().any(|(path, _)| path.contains('/'));
        let mut files = Self::new();
        for (path, bytes) in picked {
            let Some(name) = path.strip_prefix(&root) else { continue };
            let is_document = flat && !TOP.contains(&name) && name.strip_suffix(".json").is_some();
            files.insert(if is_document { format!("documents/{name}") } else { name.to_owned() }, bytes);
        }
        files
    }

    /// How many bytes there are to read.
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.0 {
            Form::Folder(files) => files.values().flatten().map(Vec::len).sum(),
            Form::Bundle { bytes, .. } => bytes.len(),
        }
    }
}

impl Default for Files {
    fn default() -> Self {
        Self::new()
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| error.to_string())
}
