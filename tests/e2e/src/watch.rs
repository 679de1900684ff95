//! Everything that a browser requests, whoever in it asks: the page, its workers, the browser itself. The browser's own log
//! knows what the page asks for, not what its workers do.
//!
//! What Chromium asks of its maker (about accounts, about fields to fill in) it asks on every page: that alone is left out.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Context as _;

/// The hosts where Chromium asks its maker.
const MAKER: [&str; 3] = [".google.com", ".googleapis.com", ".gvt1.com"];

/// A proxy that passes on what is asked of the site, refuses everything else, and writes both down. It ends with the tests.
#[derive(Clone, Debug)]
pub struct Watch {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Watch {
    /// Starts it for the site at that address.
    pub(crate) fn start(site: &str) -> anyhow::Result<Self> {
        let rest = site.strip_prefix("http://").and_then(|rest| rest.split('/').next());
        let host = rest.with_context(|| format!("{site} has no host"))?.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let watch = Self { port: listener.local_addr()?.port(), asked: Arc::default() };
        let asked = Arc::clone(&watch.asked);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (host, asked) = (host.clone(), Arc::clone(&asked));
                // A connection that breaks off is the browser's to tell.
                thread::spawn(move || pass(&browser, &host, &asked).ok());
            }
        });
        Ok(watch)
    }

    /// Where the browser finds it.
    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    /// What was requested until now, in its order: whole addresses, or `host:port` where that is all that can be seen.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Passes one connection on until it asks for something that is not the site's.
fn pass(browser: &TcpStream, host: &str, asked: &Mutex<Vec<String>>) -> io::Result<()> {
    let site = TcpStream::connect(host)?;
    let (mut from, mut to) = (site.try_clone()?, browser.try_clone()?);
    thread::spawn(move || io::copy(&mut from, &mut to).map(|_| to.shutdown(Shutdown::Both)));
    let (mut lines, mut line) = (BufReader::new(browser), Vec::new());
    let own = format!("http://{host}/");
    while lines.read_until(b'\n', &mut line)? > 0 {
        if let Some(target) = target(&line) {
            if MAKER.iter().any(|maker| host_of(target).ends_with(maker)) {
                break;
            }
            asked.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
            if !target.starts_with(&own) {
                break;
            }
        }
        (&site).write_all(&line)?;
        line.clear();
    }
    site.shutdown(Shutdown::Both)
}

/// What a request's first line asks for.
fn target(line: &[u8]) -> Option<&str> {
    let line = str::from_utf8(line).ok()?.strip_suffix(" HTTP/1.1\r\n")?;
    line.split_once(' ').map(|(_, target)| target)
}

/// The host in `http://host:port/path`, or in `host:port`.
fn host_of(target: &str) -> &str {
    let rest = target.split_once("://").map_or(target, |(_, rest)| rest);
    rest.split(['/', ':', '?']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_maker_is_known_by_the_host_and_by_nothing_behind_it() {
        for (target, host) in [
            ("accounts.google.com:443", "accounts.google.com"),
            ("http://clients2.google.com/time?a=b", "clients2.google.com"),
            ("http://127.0.0.1:8000/.google.com", "127.0.0.1"),
            ("http://example.test?x=.google.com", "example.test"),
        ] {
            assert_eq!(host_of(target), host, "{target}");
        }
    }

    #[test]
    fn the_first_line_of_a_request_says_what_is_asked_for_and_headers_do_not() {
        for (line, found) in [
            ("GET http://127.0.0.1:8000/?a=b HTTP/1.1\r\n", Some("http://127.0.0.1:8000/?a=b")),
            ("CONNECT example.test:443 HTTP/1.1\r\n", Some("example.test:443")),
            ("Accept: text/html\r\n", None),
            ("\r\n", None),
        ] {
            assert_eq!(target(line.as_bytes()), found, "{line}");
        }
    }
}
