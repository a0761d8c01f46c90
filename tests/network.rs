//! The example `network`: every format reads back, and all tell the same graph.

mod support;

use std::path::Path;
use std::process::Command;

const ARTICLES: &str = "tests/articles";

fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(support::example("network"));
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    let output = command.output().expect("runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
}

fn written(arguments: &[&str]) -> String {
    let (code, out, err) = run(&[&[ARTICLES, "--all"], arguments].concat());
    assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}");
    out
}

fn elements(xml: &str, name: &str) -> usize {
    let tree = roxmltree::Document::parse(xml).expect("well-formed");
    tree.descendants().filter(|n| n.tag_name().name() == name).count()
}

#[test]
fn all_formats_tell_the_same_graph() {
    let edges = written(&["--to", "csv"]).lines().count() - 1;
    assert!(edges > 0);
    let (graphml, gexf) = (written(&["--to", "graphml"]), written(&["--to", "gexf"]));
    assert_eq!((elements(&graphml, "edge"), elements(&gexf, "edge")), (edges, edges));
    assert_eq!(elements(&graphml, "node"), elements(&gexf, "node"));
    let dot = written(&["--to", "dot"]);
    assert_eq!(dot.lines().filter(|line| line.contains(" -> ")).count(), edges);
    let svg = written(&["--to", "svg"]);
    assert_eq!(elements(&svg, "circle"), elements(&graphml, "node"));
    assert_eq!(svg, written(&["--to", "svg"]), "drawn the same every time");
}

#[test]
fn choices_narrow_the_graph() {
    let all = written(&["--to", "csv"]);
    for (arguments, wanted) in [(&["--until", "1999-12-31"][..], "1995-"), (&["--since", "2018-01-01"], "20")] {
        let some = written(&[arguments, &["--to", "csv"]].concat());
        assert!(some.lines().count() < all.lines().count());
        assert!(some.lines().skip(1).all(|line| all.contains(line) && line.contains(wanted)), "{some}");
    }
    assert_eq!(written(&["--type", "no_such_type", "--to", "csv"]).lines().count(), 1);
    for line in written(&["--by", "country", "--to", "csv"]).lines().skip(1) {
        let nodes: Vec<&str> = line.split(',').take(2).collect();
        assert!(nodes.iter().all(|n| n.chars().all(|c| c.is_ascii_uppercase())), "{line}");
    }
}

#[test]
fn no_graph_has_edges_of_both_sorts() {
    let (graphml, gexf) = (written(&["--to", "graphml"]), written(&["--to", "gexf"]));
    let sorts = |xml: &str, attribute: &str| {
        let tree = roxmltree::Document::parse(xml).expect("well-formed");
        assert!(tree.descendants().all(|n| n.tag_name().name() != "edge" || n.attribute(attribute).is_none()));
        let mutual = xml.matches("\"mutual\">true<").count() + xml.matches("\"mutual\" value=\"true\"").count();
        (tree.descendants().filter(|n| n.tag_name().name() == "edge").count(), mutual)
    };
    assert_eq!(sorts(&graphml, "directed"), sorts(&gexf, "type"));
    let mutual = written(&["--to", "csv"]).lines().filter(|line| line.contains(",false,")).count();
    assert_eq!(sorts(&graphml, "directed").1, mutual);
    assert!(mutual > 0 && written(&["--to", "graphml", "--type", "met_with"]).contains("edgedefault=\"undirected\""));
}

#[test]
fn a_document_counts_once() {
    let (code, out, err) = run(&["tests/articles/lisbonne.txt", "tests/articles/lisbonne.txt", "--all", "--to", "csv"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("\"lisbonne\" was there before") && out.lines().count() > 1, "{err}");
    assert_eq!(out, run(&["tests/articles/lisbonne.txt", "--all", "--to", "csv"]).1);
}

#[test]
fn wrong_usage() {
    for arguments in [
        &[][..],
        &["missing.txt"],
        &[ARTICLES, "--to", "pdf"],
        &[ARTICLES, "--since", "soon"],
        &[ARTICLES, "--out", "no/such/folder.svg"],
        // Nothing is overwritten without --force.
        &[ARTICLES, "--out", "Cargo.toml"],
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
}
