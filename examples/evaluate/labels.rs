//! Plain labels: PER, LOC, ORG, DATE… of the corpora of others.
//!
//! Exact: the same span and label. Overlap: the same label and a shared
//! character, one to one, the best overlap first. ANY: whatever the label.

use super::figures::{context, ratio, Count};
use super::gold::{Bounds, Gold};
use depeche::output::record::Record;
use serde_json::{json, Map, Value};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is compared, and how.
#[derive(Debug, Default, clap::Args)]
pub struct Choice {
    /// Labels that count, after --map
    #[arg(long, value_delimiter = ',', value_name = "A,B")]
    pub labels: Vec<String>,
    /// Labels to rename on both sides; _ drops one
    #[arg(long, value_delimiter = ',', value_name = "A=B,C=_")]
    pub map: Vec<String>,
    /// Leaves articles and quotes at the edges of spans out of account
    #[arg(long)]
    pub trim_det: bool,
    /// A prediction may carry any label of the gold's `alt` list
    #[arg(long)]
    pub accept_alt: bool,
    /// Compares values of dates as well
    #[arg(long)]
    pub value: bool,
    /// Documents marked `diplo` alone
    #[arg(long)]
    pub diplo: bool,
    /// Documents of these genres alone
    #[arg(long, value_delimiter = ',')]
    pub genre: Vec<String>,
    /// Not documents of these genres
    #[arg(long, value_delimiter = ',')]
    pub not_genre: Vec<String>,
}

impl Choice {
    /// Whether a document counts.
    pub fn takes(&self, gold: &Gold) -> bool {
        let genre = gold.other.get("genre").and_then(Value::as_str).unwrap_or("");
        let diplo = gold.other.get("diplo").is_some_and(|v| !matches!(v, Value::Bool(false) | Value::Null));
        (!self.diplo || diplo)
            && (self.genre.is_empty() || self.genre.iter().any(|g| g == genre))
            && !self.not_genre.iter().any(|g| g == genre)
    }

    fn label(&self, label: &str) -> String {
        let mut pairs = self.map.iter().rev().filter_map(|pair| pair.split_once('='));
        pairs.find(|(from, _)| *from == label).map_or(label, |(_, to)| to).to_owned()
    }
}

#[derive(Debug, Clone)]
struct Entity {
    span: Bounds,
    label: String,
    alt: HashSet<String>,
    optional: bool,
    value: Option<String>,
}

/// The tally of all documents.
#[derive(Default)]
pub struct Labels {
    exact: BTreeMap<String, Count>,
    overlap: BTreeMap<String, Count>,
    strict: Count,
    relaxed: Count,
    matched: u32,
    right: u32,
    /// For each document all labels together, exact.
    pub documents: Vec<Count>,
    pub errors: Vec<String>,
}

const DETERMINERS: [&str; 18] = [
    "l'", "l’", "d'", "d’", "le ", "la ", "les ", "un ", "une ", "des ", "du ", "en ", "au ", "aux ", "ce ", "cet ",
    "cette ", "ces ",
];

fn trim(text: &[char], (mut start, mut end): Bounds) -> Bounds {
    loop {
        let span = text.get(start as usize..end as usize).unwrap_or(&[]);
        let opens = |word: &str| {
            let len = word.chars().count();
            let same =
                span.len() > len && word.chars().zip(span).all(|(a, &b)| b.to_lowercase().eq(std::iter::once(a)));
            same && !span[len].is_whitespace()
        };
        if let Some(word) = DETERMINERS.iter().find(|word| opens(word)) {
            start += word.chars().count() as u32;
        } else if span.len() > 1 && "\"«“ (".contains(span[0]) {
            start += 1;
        } else if span.len() > 1 && "\"»” ),.;:".contains(span[span.len() - 1]) {
            end -= 1;
        } else {
            return (start, end);
        }
    }
}

type Raw = (Bounds, String, Vec<String>, bool, Option<String>);

fn prepare(list: impl Iterator<Item = Raw>, text: &[char], choice: &Choice) -> Vec<Entity> {
    let mut out: Vec<Entity> = Vec::new();
    let mut seen: HashMap<(Bounds, String), usize> = HashMap::new();
    for (span, label, alt, optional, value) in list {
        let label = choice.label(&label);
        if label == "_" || !(choice.labels.is_empty() || choice.labels.contains(&label)) {
            continue;
        }
        let span = if choice.trim_det { trim(text, span) } else { span };
        match seen.get(&(span, label.clone())) {
            Some(&i) => out[i].optional &= optional,
            None => {
                seen.insert((span, label.clone()), out.len());
                let alt =
                    if choice.accept_alt { alt.iter().map(|l| choice.label(l)).collect() } else { HashSet::new() };
                out.push(Entity { span, label, alt, optional, value });
            }
        }
    }
    out
}

/// One-to-one matches: exact ones first, then what the gold asks for, then by share of overlap.
fn matches(gold: &[Entity], found: &[Entity], exact: bool, any: bool) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in found.iter().enumerate() {
            let shared = i64::from(g.span.1.min(p.span.1)) - i64::from(g.span.0.max(p.span.0));
            let fits = any || g.label == p.label || g.alt.contains(&p.label);
            if shared <= 0 || !fits || (exact && g.span != p.span) {
                continue;
            }
            let union = g.span.1.max(p.span.1) - g.span.0.min(p.span.0);
            candidates.push((g.span != p.span, g.optional, -(shared as f64) / f64::from(union), i, j));
        }
    }
    candidates.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)).then((a.3, a.4).cmp(&(b.3, b.4))));
    let (mut left, mut right, mut out) = (HashSet::new(), HashSet::new(), Vec::new());
    for (_, _, _, i, j) in candidates {
        if !left.contains(&i) && !right.contains(&j) {
            left.insert(i);
            right.insert(j);
            out.push((i, j));
        }
    }
    out
}

fn label_of(kind: &str) -> &'static str {
    match kind {
        "person" => "PER",
        "place" => "LOC",
        "organization" => "ORG",
        "event" => "EVENT",
        _ => "TITLE",
    }
}

impl Labels {
    /// Counts one document.
    pub fn add(&mut self, gold: &Gold, record: &Record<'_>, choice: &Choice) {
        let text: Vec<char> = gold.text.chars().collect();
        let wanted = gold.entities.as_deref().unwrap_or(&[]).iter();
        let wanted = wanted.map(|x| ((x.start, x.end), x.label.clone(), x.alt.clone(), x.nested, x.value.clone()));
        let wanted = prepare(wanted, &text, choice);
        let found = record.mentions.iter().map(|m| {
            let label = match &m.timex {
                Some(timex) => timex.timex_type.clone().into_owned(),
                None => label_of(&m.kind).to_owned(),
            };
            let value = m.timex.as_ref().and_then(|t| t.value.clone()).map(std::borrow::Cow::into_owned);
            ((m.start, m.end), label, Vec::new(), false, value)
        });
        let found = prepare(found, &text, choice);
        for exact in [true, false] {
            let pairs = matches(&wanted, &found, exact, false);
            let sum = self.count(&wanted, &found, &pairs, exact, false);
            if exact {
                self.documents.push(sum);
            } else {
                self.list_errors(gold, &text, &wanted, &found, &pairs);
            }
            self.count_values(&wanted, &found, &pairs, exact);
            let pairs = matches(&wanted, &found, exact, true);
            self.count(&wanted, &found, &pairs, exact, true);
        }
    }

    fn count(&mut self, gold: &[Entity], found: &[Entity], pairs: &[(usize, usize)], exact: bool, any: bool) -> Count {
        let table = if exact { &mut self.exact } else { &mut self.overlap };
        let name = |entity: &Entity| if any { "ANY".to_owned() } else { entity.label.clone() };
        let mut sum = Count::default();
        for (i, entity) in gold.iter().enumerate().filter(|(_, e)| !e.optional) {
            let hit = pairs.iter().any(|(g, _)| *g == i);
            let one = Count { tp: u32::from(hit), fp: 0, fn_: u32::from(!hit) };
            table.entry(name(entity)).or_default().add(one);
            sum.add(one);
        }
        for (j, entity) in found.iter().enumerate() {
            if !pairs.iter().any(|(_, p)| *p == j) {
                let one = Count { tp: 0, fp: 1, fn_: 0 };
                table.entry(name(entity)).or_default().add(one);
                sum.add(one);
            }
        }
        if !any {
            table.entry("micro".to_owned()).or_default().add(sum);
        }
        sum
    }

    fn count_values(&mut self, gold: &[Entity], found: &[Entity], pairs: &[(usize, usize)], exact: bool) {
        let asked = |e: &Entity| !e.optional && e.value.is_some();
        let judged: Vec<bool> =
            pairs.iter().filter(|(i, _)| asked(&gold[*i])).map(|(i, j)| gold[*i].value == found[*j].value).collect();
        let ok = judged.iter().filter(|right| **right).count() as u32;
        if !exact {
            self.matched += judged.len() as u32;
            self.right += ok;
        }
        let spared = pairs.iter().filter(|(i, _)| !asked(&gold[*i])).count() as u32;
        let wanted = gold.iter().filter(|e| asked(e)).count() as u32;
        let count = if exact { &mut self.strict } else { &mut self.relaxed };
        count.add(Count { tp: ok, fp: found.len() as u32 - spared - ok, fn_: wanted - ok });
    }

    fn list_errors(
        &mut self,
        gold: &Gold,
        text: &[char],
        wanted: &[Entity],
        found: &[Entity],
        pairs: &[(usize, usize)],
    ) {
        let words =
            |(start, end): Bounds| -> String { text.get(start as usize..end as usize).unwrap_or(&[]).iter().collect() };
        let mut tell = |what: &str, e: &Entity| {
            let around = context(text, e.span);
            self.errors.push(format!("{what:9} {} {}: {}  {around}", gold.id, e.label, words(e.span)));
        };
        for (_, e) in found.iter().enumerate().filter(|(j, _)| !pairs.iter().any(|(_, p)| p == j)) {
            tell("spurious", e);
        }
        for (_, e) in wanted.iter().enumerate().filter(|(i, e)| !e.optional && !pairs.iter().any(|(g, _)| g == i)) {
            tell("missed", e);
        }
    }

    /// Everything, under the names other scorers of labels use.
    pub fn json(&self, choice: &Choice) -> Value {
        let table = |counts: &BTreeMap<String, Count>| -> Map<String, Value> {
            let row = |count: &Count| {
                let (p, r, f) = count.prf();
                json!({"P": p, "R": r, "F": f, "gold": count.tp + count.fn_})
            };
            counts.iter().map(|(label, count)| (label.clone(), row(count))).collect()
        };
        let mut out = json!({"entities": {"exact": table(&self.exact), "overlap": table(&self.overlap)}});
        if choice.value {
            let row = |count: Count| {
                let (p, r, f) = count.prf();
                json!({"P": p, "R": r, "F": f})
            };
            out["value"] = json!({"strict": row(self.strict), "relaxed": row(self.relaxed),
                                  "accuracy": ratio(self.right, self.matched), "n": self.matched});
        }
        out
    }
}
