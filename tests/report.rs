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
fn the_script_runs_in_a_browser() {
    let names = ["chromium", "chromium-browser", "google-chrome", "headless_shell"];
    let found = names.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    let Some(browser) = found else {
        eprintln!("skipped: no Chromium");
        return;
    };
    let path = std::env::temp_dir().join(format!("depeche-report-{}.html", std::process::id()));
    std::fs::write(&path, page()).expect("written");
    let mut command = Command::new(browser);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("file://{}", path.display()));
    let output = command.output().expect("runs");
    std::fs::remove_file(&path).expect("removed");
    let dom = String::from_utf8_lossy(&output.stdout);
    assert!(dom.contains("class=\"js\"") && dom.contains(" / "), "the filters are on");
}
