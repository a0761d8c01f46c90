//! Actors and what is between them.

use super::events::{Event, Party};
use depeche::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What a node stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum By {
    /// A person, or whoever else acts, by name.
    Person,
    /// The countries of whoever acts.
    Country,
}

/// An actor.
#[derive(Debug, Clone)]
pub struct Node {
    pub name: String,
    pub country: Option<String>,
    /// Whether it is a human being.
    pub person: bool,
    /// How many events it is part of.
    pub weight: usize,
}

/// What is between two actors, of one type.
#[derive(Debug, Clone)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub kind: String,
    /// Whether it goes from the one to the other, or is between both.
    pub directed: bool,
    /// How many events.
    pub weight: usize,
    /// Their days, sorted, each once.
    pub days: BTreeSet<Date>,
    /// The documents that tell them.
    pub documents: BTreeSet<String>,
}

/// Nodes by name, edges by their nodes and type.
#[derive(Debug, Default)]
pub struct Graph {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// From, to, type, whether directed.
type EdgeKey = (String, String, String, bool);
/// How many, when, where it is told.
type Told = (usize, BTreeSet<Date>, BTreeSet<String>);

fn key(party: &Party, by: By) -> Option<String> {
    match by {
        By::Person => Some(party.name.clone()),
        By::Country => party.country.clone(),
    }
}

impl Graph {
    /// The graph of these events.
    pub fn new<'e>(events: impl Iterator<Item = &'e Event>, by: By) -> Self {
        let mut nodes: BTreeMap<String, (Option<String>, bool, usize)> = BTreeMap::new();
        let mut edges: BTreeMap<EdgeKey, Told> = BTreeMap::new();
        for event in events {
            let mut present: BTreeSet<String> = BTreeSet::new();
            for (a, b, directed) in event.pairs() {
                let (Some(from), Some(to)) = (key(a, by), key(b, by)) else { continue };
                if from == to {
                    continue;
                }
                for (name, party) in [(&from, a), (&to, b)] {
                    let node = nodes.entry(name.clone()).or_default();
                    if node.0.is_none() {
                        node.0.clone_from(&party.country);
                    }
                    node.1 |= party.person && by == By::Person;
                    present.insert(name.clone());
                }
                let (from, to) = if directed || from <= to { (from, to) } else { (to, from) };
                let edge = edges.entry((from, to, event.kind.clone(), directed)).or_default();
                edge.0 += 1;
                edge.1.extend(event.day);
                edge.2.insert(event.document.clone());
            }
            present.iter().for_each(|name| {
                if let Some(node) = nodes.get_mut(name) {
                    node.2 += 1;
                }
            });
        }
        let index: BTreeMap<&String, usize> = nodes.keys().enumerate().map(|(i, name)| (name, i)).collect();
        let edges = edges
            .into_iter()
            .map(|((from, to, kind, directed), (weight, days, documents))| Edge {
                from: index[&from],
                to: index[&to],
                kind,
                directed,
                weight,
                days,
                documents,
            })
            .collect();
        drop(index);
        let nodes =
            nodes.into_iter().map(|(name, (country, person, weight))| Node { name, country, person, weight }).collect();
        Self { nodes, edges }
    }

    /// The pairs with most between them, until there are `most` nodes: what a picture can show. Nobody stands alone.
    pub fn largest(&self, most: usize) -> Self {
        let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for edge in &self.edges {
            *pairs.entry((edge.from.min(edge.to), edge.from.max(edge.to))).or_default() += edge.weight;
        }
        let mut order: Vec<((usize, usize), usize)> = pairs.into_iter().collect();
        let known = |(a, b): (usize, usize)| self.nodes[a].weight + self.nodes[b].weight;
        order.sort_by_key(|&(pair, weight)| (Reverse(weight), Reverse(known(pair)), pair));
        let mut chosen: BTreeSet<usize> = BTreeSet::new();
        for ((a, b), _) in order {
            let new = usize::from(!chosen.contains(&a)) + usize::from(!chosen.contains(&b));
            if chosen.len() + new <= most {
                chosen.extend([a, b]);
            }
        }
        let chosen: Vec<usize> = chosen.into_iter().collect();
        let place = |old: usize| chosen.binary_search(&old).ok();
        let edges = self.edges.iter().filter_map(|edge| {
            let (from, to) = (place(edge.from)?, place(edge.to)?);
            Some(Edge { from, to, ..edge.clone() })
        });
        Self { edges: edges.collect(), nodes: chosen.iter().map(|&i| self.nodes[i].clone()).collect() }
    }
}
