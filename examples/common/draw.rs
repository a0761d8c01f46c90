//! A picture of a graph, drawn without other programs: nodes push each other away, edges pull.

use super::graph::{Graph, Node};
use depeche::output::html::escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Steps of the drawing; each shortens the way a node may go.
const STEPS: usize = 300;

/// Width of a letter of a label, about, and height of its line.
const LETTER: (f64, f64) = (6.8, 14.0);

/// The style of the picture, for a file of its own or a page that carries it.
pub const STYLE: &str = ".net { max-width: 100%; height: auto; background: #fdfdfb; } .net line { stroke: #8a93a3; stroke-opacity: .6; } \
.net circle { fill: #4f8a5b; stroke: #fdfdfb; stroke-width: 1; } .net .person { fill: #2f6fb0; } \
.net text { font: 12px system-ui, sans-serif; fill: #1b1d21; paint-order: stroke; stroke: #fdfdfb; stroke-width: 3px; stroke-linejoin: round; } \
@media screen and (prefers-color-scheme: dark) { .net { background: #16181c; } .net text { fill: #e6e7ea; stroke: #16181c; } \
.net circle { fill: #7fbf8b; stroke: #16181c; } .net .person { fill: #6aa9e4; } }\n";

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
    for (node, (label, (x, y))) in graph.nodes.iter().zip(labels(graph, &at, (width, height)).iter().zip(&at)) {
        let country = node.country.as_deref().filter(|c| *c != node.name).map_or(String::new(), |c| format!(" ({c})"));
        let _ = writeln!(
            out,
            "<circle class=\"{}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\"><title>{}{country}: {}</title></circle>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{}\">{}</text>",
            if node.person { "person" } else { "other" },
            radius(node),
            escaped(&node.name),
            node.weight,
            label.x,
            label.y,
            label.anchor,
            escaped(&label.text)
        );
    }
    out.push_str("</svg>\n");
    out
}

fn radius(node: &Node) -> f64 {
    4.0 + 2.0 * (node.weight as f64).sqrt()
}

/// A rectangle.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    wide: f64,
    high: f64,
}

impl Area {
    /// How much of it lies in `other`.
    fn common(self, other: Self) -> f64 {
        let side = |a: f64, b: f64, c: f64, d: f64| ((a + b).min(c + d) - a.max(c)).max(0.0);
        side(self.left, self.wide, other.left, other.wide) * side(self.top, self.high, other.top, other.high)
    }
}

struct Label {
    text: String,
    x: f64,
    y: f64,
    anchor: &'static str,
}

/// A label for each node, at the side of it where it hides least. A long name is cut; hovering gives it whole.
fn labels(graph: &Graph, at: &[(f64, f64)], (width, height): (f64, f64)) -> Vec<Label> {
    let frame = Area { left: 0.0, top: 0.0, wide: width, high: height };
    let mut taken: Vec<Area> = graph
        .nodes
        .iter()
        .zip(at)
        .map(|(node, (x, y))| {
            let r = radius(node);
            Area { left: x - r, top: y - r, wide: 2.0 * r, high: 2.0 * r }
        })
        .collect();
    let place = |(node, (x, y)): (&Node, &(f64, f64))| {
        let text = match node.name.chars().count() > 34 {
            true => format!("{}…", node.name.chars().take(32).collect::<String>()),
            false => node.name.clone(),
        };
        let (wide, high) = (LETTER.0 * text.chars().count() as f64, LETTER.1);
        let far = radius(node) + 3.0;
        let side = |x: f64, anchor, shift: f64, top: f64| (x, anchor, Area { left: x - shift, top, wide, high });
        let sides = [
            side(x + far, "start", 0.0, y - high / 2.0),
            side(x - far, "end", wide, y - high / 2.0),
            side(*x, "middle", wide / 2.0, y - far - high),
            side(*x, "middle", wide / 2.0, y + far),
        ];
        let hidden = |area: Area| {
            let outside = area.wide * area.high - area.common(frame);
            10.0 * outside + taken.iter().map(|other| area.common(*other)).sum::<f64>()
        };
        let best = sides.into_iter().min_by(|a, b| hidden(a.2).total_cmp(&hidden(b.2)));
        let (x, anchor, area) = best.unwrap_or(sides[0]);
        taken.push(area);
        Label { text, x, y: area.top + high - 3.0, anchor }
    };
    graph.nodes.iter().zip(at).map(place).collect()
}
