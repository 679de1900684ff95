//! The site on nginx and on Caddy, with the files that `cargo xtask hosting` makes: what each file's headers say, in which form it
//! comes, what may be kept, and that a folder does as well as the root.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use standpoint_e2e::{Answer, Folder, Host, Hosted, Story, journey_on};

use crate::own_dossier::{bundle, open};
use crate::verify::POLICY;

/// Where a copy is served: at the root of its host, and in a folder.
const BASES: [&str; 2] = ["/", "/some/where/"];

/// What may be kept for good, and what is asked for anew each time.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
const ANEW: &str = "no-cache";

/// On both hosts, at both places. What fails says where.
fn everywhere(holds: impl Fn(&Hosted) -> anyhow::Result<()>) {
    for host in Host::ALL {
        for base in BASES {
            let hosted = host.serve(base).unwrap_or_else(|fault| panic!("{host:?} in {base}: {fault:#}"));
            holds(&hosted).unwrap_or_else(|fault| panic!("{host:?} in {base}: {fault:#}"));
        }
    }
}

/// The names of the files at the top of the site, compressed copies left out.
fn files(site: &Path) -> Vec<String> {
    let all = fs::read_dir(site).expect("the site is there").flatten().map(|entry| entry.path());
    let own = |path: &PathBuf| {
        let is_copy = path.extension().is_some_and(|extension| extension == "br" || extension == "gz");
        path.is_file() && !is_copy && !path.ends_with("_headers")
    };
    all.filter(own).filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect()
}

/// The policy in the page's `meta` element.
fn policy(site: &Path) -> String {
    let index = fs::read_to_string(site.join("index.html")).expect("the site is built");
    let (_, rest) = index.split_once("Content-Security-Policy\" content=\"").expect("the page has a policy");
    rest.split('"').next().unwrap_or_default().replace("&#39;", "'").replace("&amp;", "&")
}

/// The headers that every file has.
fn is_guarded(answer: &Answer, policy: &str) -> anyhow::Result<()> {
    for (name, value) in [
        ("content-security-policy", &*format!("{policy}; frame-ancestors *")),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
        ),
    ] {
        ensure!(answer.header(name) == value, "{name}: {:?} instead of {value:?}", answer.header(name));
    }
    ensure!(answer.header("x-frame-options").is_empty(), "the page is meant to be framed");
    Ok(())
}

#[test]
#[ignore = "needs nginx and Caddy: `cargo xtask test` fetches them on Debian"]
fn hosts_send_policy_framing_and_cache_headers_for_every_file() {
    everywhere(|hosted| {
        let site = hosted.site();
        let policy = policy(&site);
        let names = files(&site);
        ensure!(names.len() >= 8, "{names:?}");
        let more = ["preview/0123456789abcdef.png", "i/x/", ""].map(str::to_owned);
        let mut kept = 0;
        for name in names.iter().chain(&more) {
            let answer = hosted.ask(name, &[])?;
            ensure!(answer.status == 200, "{name}: {}", answer.status);
            is_guarded(&answer, &policy)?;
            let is_hashed =
                name.split(['.', '/']).any(|part| part.len() == 16 && part.chars().all(|one| one.is_ascii_hexdigit()));
            let cache = if is_hashed { FOR_GOOD } else { ANEW };
            ensure!(answer.header("cache-control") == cache, "{name}: {}", answer.header("cache-control"));
            kept += usize::from(is_hashed);
        }
        ensure!(kept >= 8, "{kept} files are kept");
        Ok(())
    });
}

#[test]
#[ignore = "needs nginx and Caddy: `cargo xtask test` fetches them on Debian"]
fn hosts_send_the_best_compression_the_browser_accepts() {
    everywhere(|hosted| {
        let site = hosted.site();
        let names = files(&site);
        for name in &names {
            for (accepted, encoding, copy) in [
                ("gzip, deflate, br, zstd", "br", ".br"),
                ("br", "br", ".br"),
                ("gzip", "gzip", ".gz"),
                ("gzip;q=1.0, br;q=0", "gzip", ".gz"),
                ("identity", "", ""),
            ] {
                let answer = hosted.ask(name, &[("accept-encoding", accepted)])?;
                ensure!(answer.status == 200, "{name}: {}", answer.status);
                ensure!(answer.header("content-encoding") == encoding, "{name}, {accepted}: {:?}", answer.headers);
                ensure!(answer.body == fs::read(site.join(format!("{name}{copy}")))?, "{name}, {accepted}");
                ensure!(
                    encoding.is_empty() || answer.header("vary") == "Accept-Encoding",
                    "{name}: {:?}",
                    answer.headers
                );
            }
        }
        for (extension, kind) in
            [(".html", "text/html"), (".wasm", "application/wasm"), (".js", "javascript"), (".css", "text/css")]
        {
            let name = names.iter().find(|name| name.ends_with(extension)).expect("the site has one");
            for accepted in ["br", "gzip", "identity"] {
                let answer = hosted.ask(name, &[("accept-encoding", accepted)])?;
                ensure!(answer.header("content-type").contains(kind), "{name}: {:?}", answer.headers);
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs nginx and Caddy: `cargo xtask test` fetches them on Debian"]
fn hosts_answer_unchanged_pages_with_not_modified() {
    everywhere(|hosted| {
        for name in ["", "i/x/"] {
            for accepted in ["br", "identity"] {
                let first = hosted.ask(name, &[("accept-encoding", accepted)])?;
                let tag = first.header("etag");
                ensure!(first.status == 200 && !tag.is_empty(), "{:?}", first.headers);
                let again = hosted.ask(name, &[("accept-encoding", accepted), ("if-none-match", tag)])?;
                ensure!((again.status, again.body.len()) == (304, 0), "{name}: {again:?}");
                ensure!(again.header("cache-control") == ANEW, "{name}: {:?}", again.headers);
                let other = hosted.ask(name, &[("accept-encoding", accepted), ("if-none-match", "\"other\"")])?;
                ensure!(other.status == 200, "{name}: {}", other.status);
            }
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs nginx and Caddy: `cargo xtask test` fetches them on Debian"]
fn hosts_do_not_cache_errors_and_find_folders_without_slash() {
    everywhere(|hosted| {
        let policy = policy(&hosted.site());
        // The second looks like a file that may be kept for good; the last is for other hosts.
        for name in ["missing.html", "gone.0123456789abcdef.js", "i/y/", "i/y", "_headers"] {
            let answer = hosted.ask(name, &[])?;
            ensure!(answer.status == 404, "{name}: {}", answer.status);
            ensure!(!answer.header("cache-control").contains("max-age"), "{name}: {:?}", answer.headers);
        }
        is_guarded(&hosted.ask("missing.html", &[])?, &policy)?;

        ensure!(hosted.ask("i/x/", &[])?.body == fs::read(hosted.site().join("i/x/index.html"))?);
        let base = hosted.address().splitn(4, '/').nth(3).unwrap_or_default();
        let led = |answer: &Answer, to: &str| {
            let location = answer.header("location");
            ensure!([301, 302, 307, 308].contains(&answer.status), "{}", answer.status);
            ensure!(
                location == to || location == hosted.address().replacen(base, "", 1) + to,
                "{location} instead of {to}"
            );
            Ok(())
        };
        led(&hosted.ask("i/x", &[])?, &format!("/{base}i/x/"))?;
        if !base.is_empty() {
            let slashless = hosted.address().trim_end_matches('/');
            led(&hosted.ask_at(slashless, &[])?, &format!("/{base}"))?;
            led(
                &hosted.ask_at(&format!("{slashless}?issue=ferry&q=a%20b"), &[])?,
                &format!("/{base}?issue=ferry&q=a%20b"),
            )?;
            // What lies beside the folder is not the site's.
            let beside = hosted.ask_at(&hosted.address().replacen(base, "index.html", 1), &[])?;
            ensure!(beside.status != 200 || beside.body.is_empty(), "{}", beside.status);
        }
        Ok(())
    });
}

#[test]
#[ignore = "needs nginx and Caddy: `cargo xtask test` fetches them on Debian"]
fn hosted_page_and_worker_cause_no_policy_violation() {
    for host in Host::ALL {
        let hosted = host.serve("/some/where/").unwrap_or_else(|fault| panic!("{host:?}: {fault:#}"));
        journey_on(&hosted, async |at| {
            let (folder, story) = (Folder::new()?, Story::read());
            let reader = at.reader().await?;
            reader.bring_script(POLICY).await?;
            let plain = reader.open("").await?;
            ensure!(plain.cells > 0, "{plain:#?}");
            let all = reader.open("?view=positions").await?;
            let narrowed = reader.open("?view=positions&issue=nato-peacekeepers").await?;
            ensure!(narrowed.chips.len() == 1 && narrowed.items.len() < all.items.len(), "{narrowed:#?}");
            // The worker, which the header alone binds.
            reader.click(".tool a[href*='view=open']").await?;
            open(&reader, &[bundle(&folder, &story)?]).await?;
            let violations: Vec<String> = reader.run("return violations;", &[]).await?;
            ensure!(violations.is_empty(), "{violations:#?}");
            let errors = reader.console_errors().await?;
            ensure!(errors.is_empty(), "{errors:#?}");
            Ok(())
        });
    }
}
