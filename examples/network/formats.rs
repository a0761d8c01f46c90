//! The graph in the formats other programs read.

use crate::common::draw;
use crate::common::graph::{Edge, Graph};
use depeche::output::html::escaped;
use std::fmt::Write as _;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Gephi, igraph, NetworkX, Cytoscape
    Graphml,
    /// Gephi, with time
    Gexf,
    /// Graphviz
    Dot,
    /// A list of edges
    Csv,
    /// A picture
    Svg,
}

impl Format {
    /// The whole file.
    pub fn write(self, graph: &Graph) -> String {
        match self {
            Self::Graphml => graphml(graph),
            Self::Gexf => gexf(graph),
            Self::Dot => dot(graph),
            Self::Csv => csv(graph),
            Self::Svg => format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}",
                draw::svg(graph).replacen(">\n", &format!(">\n<style>{}</style>\n", draw::STYLE), 1)
            ),
        }
    }
}

fn days(edge: &Edge) -> String {
    edge.days.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")
}

/// Readers such as NetworkX take no graph with edges of both sorts: one directed edge makes all of them directed, and
/// those that go both ways say `mutual`.
fn direction(graph: &Graph) -> &'static str {
    match graph.edges.iter().any(|edge| edge.directed) {
        true => "directed",
        false => "undirected",
    }
}

fn graphml(graph: &Graph) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
         <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n\
         <key id=\"country\" for=\"node\" attr.name=\"country\" attr.type=\"string\"/>\n\
         <key id=\"person\" for=\"node\" attr.name=\"person\" attr.type=\"boolean\"/>\n\
         <key id=\"events\" for=\"node\" attr.name=\"events\" attr.type=\"int\"/>\n\
         <key id=\"type\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\n\
         <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"int\"/>\n\
         <key id=\"mutual\" for=\"edge\" attr.name=\"mutual\" attr.type=\"boolean\"/>\n\
         <key id=\"dates\" for=\"edge\" attr.name=\"dates\" attr.type=\"string\"/>\n",
    );
    let _ = writeln!(out, "<graph id=\"network\" edgedefault=\"{}\">", direction(graph));
    for (i, node) in graph.nodes.iter().enumerate() {
        let _ = write!(out, "<node id=\"n{i}\"><data key=\"name\">{}</data>", escaped(&node.name));
        if let Some(country) = &node.country {
            let _ = write!(out, "<data key=\"country\">{}</data>", escaped(country));
        }
        let _ = writeln!(
            out,
            "<data key=\"person\">{}</data><data key=\"events\">{}</data></node>",
            node.person, node.weight
        );
    }
    for (i, edge) in graph.edges.iter().enumerate() {
        let _ = writeln!(
            out,
            "<edge id=\"e{i}\" source=\"n{}\" target=\"n{}\"><data key=\"type\">{}</data><data key=\"weight\">{}</data>\
             <data key=\"mutual\">{}</data><data key=\"dates\">{}</data></edge>",
            edge.from,
            edge.to,
            escaped(&edge.kind),
            edge.weight,
            !edge.directed,
            days(edge)
        );
    }
    out.push_str("</graph>\n</graphml>\n");
    out
}

fn gexf(graph: &Graph) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n",
    );
    let _ = write!(
        out,
        "<graph defaultedgetype=\"{}\" mode=\"dynamic\" timeformat=\"date\">\n\
         <attributes class=\"node\"><attribute id=\"country\" title=\"country\" type=\"string\"/>\
         <attribute id=\"person\" title=\"person\" type=\"boolean\"/>\
         <attribute id=\"events\" title=\"events\" type=\"integer\"/></attributes>\n\
         <attributes class=\"edge\"><attribute id=\"mutual\" title=\"mutual\" type=\"boolean\"/>\
         <attribute id=\"dates\" title=\"dates\" type=\"string\"/></attributes>\n<nodes>\n",
        direction(graph)
    );
    for (i, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(
            out,
            "<node id=\"n{i}\" label=\"{}\"><attvalues><attvalue for=\"country\" value=\"{}\"/>\
             <attvalue for=\"person\" value=\"{}\"/><attvalue for=\"events\" value=\"{}\"/></attvalues></node>",
            escaped(&node.name),
            escaped(node.country.as_deref().unwrap_or("")),
            node.person,
            node.weight
        );
    }
    out.push_str("</nodes>\n<edges>\n");
    for (i, edge) in graph.edges.iter().enumerate() {
        let _ = write!(
            out,
            "<edge id=\"e{i}\" source=\"n{}\" target=\"n{}\" kind=\"{2}\" label=\"{2}\" weight=\"{3}\">\
             <attvalues><attvalue for=\"mutual\" value=\"{4}\"/><attvalue for=\"dates\" value=\"{5}\"/></attvalues>",
            edge.from,
            edge.to,
            escaped(&edge.kind),
            edge.weight,
            !edge.directed,
            days(edge)
        );
        if !edge.days.is_empty() {
            out.push_str("<spells>");
            for day in &edge.days {
                let _ = write!(out, "<spell start=\"{day}\" end=\"{day}\"/>");
            }
            out.push_str("</spells>");
        }
        out.push_str("</edge>\n");
    }
    out.push_str("</edges>\n</graph>\n</gexf>\n");
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

fn dot(graph: &Graph) -> String {
    let mut out = String::from("digraph network {\n  node [shape=ellipse];\n");
    for (i, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(out, "  n{i} [label={}, events={}];", quoted(&node.name), node.weight);
    }
    for edge in &graph.edges {
        let direction = if edge.directed { "forward" } else { "none" };
        let _ = writeln!(
            out,
            "  n{} -> n{} [label={}, dir={direction}, weight={}, dates={}];",
            edge.from,
            edge.to,
            quoted(&edge.kind),
            edge.weight,
            quoted(&days(edge))
        );
    }
    out.push_str("}\n");
    out
}

fn csv(graph: &Graph) -> String {
    let cell = |text: &str| match text.contains([',', '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let mut out =
        String::from("source,target,source_country,target_country,type,directed,weight,first,last,dates,documents\n");
    for edge in &graph.edges {
        let (from, to) = (&graph.nodes[edge.from], &graph.nodes[edge.to]);
        let day = |day: Option<&depeche::Date>| day.map_or(String::new(), ToString::to_string);
        let documents: Vec<&str> = edge.documents.iter().map(String::as_str).collect();
        let cells = [
            from.name.clone(),
            to.name.clone(),
            from.country.clone().unwrap_or_default(),
            to.country.clone().unwrap_or_default(),
            edge.kind.clone(),
            edge.directed.to_string(),
            edge.weight.to_string(),
            day(edge.days.first()),
            day(edge.days.last()),
            days(edge),
            documents.join("|"),
        ];
        let _ = writeln!(out, "{}", cells.map(|text| cell(&text)).join(","));
    }
    out
}
