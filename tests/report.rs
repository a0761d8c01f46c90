//! The example `report`: one page, closed in itself.

mod support;

use std::path::Path;
use std::process::Command;

fn page() -> String {
    let mut command = Command::new(support::example("report"));
    command
        .args(["tests/articles", "--title", "Trois <dépêches> & co"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    let output = command.output().expect("runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn well_formed_and_closed_in_itself() {
    let page = page();
    let tree = roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>\n")).expect("well-formed");
    let ids: Vec<&str> = tree.descendants().filter_map(|n| n.attribute("id")).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "ids are there once");
    for node in tree.descendants() {
        if let Some(target) = node.attribute("href") {
            let id = target.strip_prefix('#').expect("links stay in the page");
            assert!(ids.contains(&id), "{target}");
        }
        assert!(node.attribute("src").is_none(), "nothing is loaded");
        if let Some(id) = node.attribute("data-target") {
            assert!(ids.contains(&id), "{id}");
        }
    }
    assert!(!page.contains("url(") && !page.contains("@import"));
    let count = |name| tree.descendants().filter(|n| n.tag_name().name() == name).count();
    assert_eq!(count("article"), 3);
    assert!(count("mark") > 20 && count("svg") >= 1 && count("table") >= 2);
}

#[test]
fn readable_without_scripts() {
    let page = page();
    // Filters, which need the script, are shown by the script; nothing else is hidden.
    assert!(page.contains("form { display: none;") && page.contains(".js form { display: flex; }"));
    let body = page.split("<body>").nth(1).and_then(|rest| rest.split("<script>").next()).expect("a body");
    assert!(!body.contains(" hidden") && !body.contains("style=\"display"));
    for wanted in ["prefers-color-scheme: dark", "@media print", "max-width: 40rem", "width=device-width"] {
        assert!(page.contains(wanted), "{wanted}");
    }
}

#[test]
fn wrong_usage() {
    for arguments in [&[][..], &["missing.txt"], &["tests/articles", "--out", "Cargo.toml"]] {
        let mut command = Command::new(support::example("report"));
        let output = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}

/// What a filter does, written where it can be read from outside.
const TRIED: &str = "<script>var f = document.getElementById('filters'), t = f.elements.type; \
    var all = document.getElementById('count').textContent; t.value = t.options[1].value; f.dispatchEvent(new Event('input')); \
    var shown = document.querySelectorAll('.relations > li:not([hidden])').length; \
    document.querySelector('article mark').click(); \
    document.title = [all, document.getElementById('count').textContent, shown, document.getElementById('gloss').textContent].join(';');</script>\n</body>";

#[test]
fn the_script_runs_in_a_browser() {
    let names = ["chromium", "chromium-browser", "google-chrome", "headless_shell"];
    let found = names.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    let Some(browser) = found else {
        eprintln!("skipped: no Chromium");
        return;
    };
    let folder = std::env::temp_dir().join(format!("depeche-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("report.html");
    std::fs::write(&path, page().replace("</body>", TRIED)).expect("written");
    let mut command = Command::new(browser);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("file://{}", path.display()));
    let output = command.output().expect("runs");
    std::fs::remove_dir_all(&folder).expect("removed");
    let dom = String::from_utf8_lossy(&output.stdout);
    assert!(dom.contains("class=\"js\""), "the filters are on");
    let title = dom.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
    let [all, some, shown, gloss] = title.split(';').collect::<Vec<_>>()[..] else { panic!("{title}") };
    let counts = |told: &str| told.split(" / ").map(|n| n.parse::<usize>().expect("n")).collect::<Vec<_>>();
    let (all, some) = (counts(all), counts(some));
    assert_eq!((all[0], some[1]), (all[1], all[1]), "{title}");
    assert!(some[0] > 0 && some[0] < all[0] && shown == some[0].to_string(), "{title}");
    assert!(gloss.contains(": "), "a tap tells what is known of a mention: {title}");
}
