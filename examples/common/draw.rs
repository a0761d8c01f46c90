//! A picture of a graph, drawn without other programs: nodes push each other away, edges pull.

use super::graph::Graph;
use depeche::output::html::escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Steps of the drawing; each shortens the way a node may go.
const STEPS: usize = 300;

/// The style of the picture, for a file of its own or a page that carries it.
pub const STYLE: &str = ".net { max-width: 100%; height: auto; background: #fff; } .net line { stroke: #8a93a3; stroke-opacity: .55; } \
.net circle { fill: #2f6fb0; stroke: #fff; stroke-width: 1; } .net text { font: 12px system-ui, sans-serif; \
fill: #1b1d21; paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; } \
@media (prefers-color-scheme: dark) { .net { background: #16181c; } .net text { fill: #e6e7ea; stroke: #16181c; } .net circle { fill: #6aa9e4; stroke: #16181c; } }\n";

/// Where the nodes go, in a square from 0 to 1. The same graph is always drawn the same.
fn layout(graph: &Graph) -> Vec<(f64, f64)> {
    let n = graph.nodes.len();
    // A spiral to begin with: no two nodes at one place.
    let mut at: Vec<(f64, f64)> = (0..n)
        .map(|i| {
            let (turn, far) = (i as f64 * 2.399_963, ((i as f64 + 0.5) / n as f64).sqrt() * 0.45);
            (0.5 + far * turn.cos(), 0.5 + far * turn.sin())
        })
        .collect();
    let wish = (1.0 / n.max(1) as f64).sqrt() * 0.75;
    for step in 0..STEPS {
        let reach = 0.08 * (1.0 - step as f64 / STEPS as f64);
        let mut push = vec![(0.0, 0.0); n];
        for i in 0..n {
            for j in i + 1..n {
                let (dx, dy) = (at[i].0 - at[j].0, at[i].1 - at[j].1);
                let squared = (dx * dx + dy * dy).max(1e-6);
                let force = wish * wish / squared;
                push[i] = (push[i].0 + dx * force, push[i].1 + dy * force);
                push[j] = (push[j].0 - dx * force, push[j].1 - dy * force);
            }
            // A weak pull to the middle keeps unconnected parts in the picture.
            push[i].0 += (0.5 - at[i].0) * 0.5;
            push[i].1 += (0.5 - at[i].1) * 0.5;
        }
        for edge in &graph.edges {
            let (dx, dy) = (at[edge.from].0 - at[edge.to].0, at[edge.from].1 - at[edge.to].1);
            let force = (dx * dx + dy * dy).sqrt() / wish * (1.0 + (edge.weight as f64).ln());
            let (dx, dy) = (dx * force * 0.5, dy * force * 0.5);
            push[edge.from] = (push[edge.from].0 - dx, push[edge.from].1 - dy);
            push[edge.to] = (push[edge.to].0 + dx, push[edge.to].1 + dy);
        }
        for (place, (dx, dy)) in at.iter_mut().zip(push) {
            let length = (dx * dx + dy * dy).sqrt().max(1e-9);
            let way = length.min(reach) / length;
            *place = (place.0 + dx * way, place.1 + dy * way);
        }
    }
    // The picture fills its frame, whatever way the nodes went.
    let ends = |of: fn(&(f64, f64)) -> f64| {
        let (low, high) = at.iter().map(of).fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(v), h.max(v)));
        (low, (high - low).max(1e-9))
    };
    let ((left, wide), (top, high)) = (ends(|p| p.0), ends(|p| p.1));
    at.iter().map(|(x, y)| ((x - left) / wide, (y - top) / high)).collect()
}

/// The picture as an `svg` element. Hover tells types, counts and days.
pub fn svg(graph: &Graph) -> String {
    // Few nodes need little room.
    let (width, height, margin) = (900.0, (220.0 + 16.0 * graph.nodes.len() as f64).min(640.0), 40.0);
    let at: Vec<(f64, f64)> = layout(graph)
        .into_iter()
        .map(|(x, y)| (margin + x * (width - 2.0 * margin), margin + y * (height - 2.0 * margin)))
        .collect();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"net\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-label=\"Network of {} actors\">\n",
        graph.nodes.len()
    );
    // All types between two nodes are one line; what they are is told on hovering.
    let mut lines: BTreeMap<(usize, usize), (usize, Vec<String>)> = BTreeMap::new();
    for edge in &graph.edges {
        let line = lines.entry((edge.from.min(edge.to), edge.from.max(edge.to))).or_default();
        line.0 += edge.weight;
        let days: Vec<String> = edge.days.iter().take(8).map(ToString::to_string).collect();
        let arrow = if edge.directed { "→" } else { "–" };
        let (from, to) = (&graph.nodes[edge.from].name, &graph.nodes[edge.to].name);
        line.1.push(format!(
            "{from} {arrow} {to}: {} ×{} {}",
            edge.kind.replace('_', " "),
            edge.weight,
            days.join(", ")
        ));
    }
    for ((from, to), (weight, told)) in &lines {
        let ((x1, y1), (x2, y2)) = (at[*from], at[*to]);
        let thick = 1.0 + (*weight as f64).sqrt();
        let _ = writeln!(
            out,
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke-width=\"{thick:.1}\"><title>{}</title></line>",
            escaped(&told.join("\n"))
        );
    }
    for (node, (x, y)) in graph.nodes.iter().zip(&at) {
        let radius = 4.0 + 2.0 * (node.weight as f64).sqrt();
        let country = node.country.as_deref().filter(|c| *c != node.name).map_or(String::new(), |c| format!(" ({c})"));
        let name = escaped(&node.name);
        // A long name is cut (hovering gives it whole), and names at the right edge stand to the left of their node.
        let label = match node.name.chars().count() > 34 {
            true => format!("{}…", escaped(&node.name.chars().take(32).collect::<String>())),
            false => name.clone(),
        };
        let (anchor, side) = if *x > width * 0.7 { ("end", -radius - 3.0) } else { ("start", radius + 3.0) };
        let _ = writeln!(
            out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"><title>{name}{country}: {}</title></circle>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{label}</text>",
            node.weight,
            x + side,
            y + 4.0
        );
    }
    out.push_str("</svg>\n");
    out
}
