//! Content Security Policy, defined once: index.html carries it in a `meta` element, and hosts send it as a header
//! ([`super::hosting`]). The header also covers workers and framing, which a `meta` element cannot.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

/// The directives, in their order, each with its sources. To `style-src` the digests of the page's inline styles are added.
const DIRECTIVES: &[(&str, &str)] = &[
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    (STYLE, "'self'"),
    ("img-src", "'self' data:"),
    ("connect-src", "'self'"),
    // A page of the site in a folder says where the site's first page is.
    ("base-uri", "'self'"),
    // The preview of what one embeds.
    ("frame-src", "'self'"),
    ("form-action", "'none'"),
];

/// The directive that names the inline styles.
const STYLE: &str = "style-src";

/// Who may frame the page unless the publisher says otherwise: anybody, since to embed it is meant.
pub(crate) const ANYBODY: &str = "*";

/// Every other header that a host sends with every file, with its value. They do not keep the page from being embedded.
pub(crate) const HEADERS: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"),
];

/// The policy of a page that may have these styles in `<style>` elements of its own, for its `meta` element.
pub(crate) fn meta(styles: &[&str]) -> String {
    let mut policy = String::new();
    for (name, sources) in DIRECTIVES {
        policy += if policy.is_empty() { "" } else { "; " };
        policy += &[name, " ", sources].concat();
        if *name == STYLE {
            for style in styles {
                policy += format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(style))).as_str();
            }
        }
    }
    policy
}

/// The policy of a page, for the header: what its `meta` element says, and who may frame it.
pub(crate) fn header(meta: &str, ancestors: &str) -> String {
    format!("{meta}; frame-ancestors {ancestors}")
}

/// The policy in the `meta` element of a built page.
///
/// # Errors
/// If the page has none.
pub(crate) fn of_page(html: &str) -> anyhow::Result<String> {
    const BEFORE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let (_, rest) = html.split_once(BEFORE).context("the page has no policy in a meta element")?;
    let (escaped, _) = rest.split_once('"').context("the page's policy does not end")?;
    // What is escaped and a policy can hold.
    Ok(escaped.replace("&#39;", "'").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_each_inline_style_by_its_digest() {
        let policy = meta(&["p{}", ""]);
        assert_eq!(
            policy,
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' \
             'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=' \
             'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             img-src 'self' data:; connect-src 'self'; base-uri 'self'; frame-src 'self'; form-action 'none'"
        );
    }

    #[test]
    fn the_header_is_what_the_page_says_and_who_may_frame_it() {
        let html =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src data:\">";
        let policy = of_page(html).expect("it has one");
        assert_eq!(policy, "default-src 'none'; img-src data:");
        assert_eq!(header(&policy, "'self'"), "default-src 'none'; img-src data:; frame-ancestors 'self'");
        assert!(of_page("<title>none</title>").is_err());
    }
}
