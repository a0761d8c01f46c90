//! Mentions, their attributes, and relations as facts.
//!
//! A mention is right when kind and span are (exact), or found when kinds are
//! equal and spans share a character (overlap). A relation counts as one fact
//! for each pair of its parties; a fact is right when its type and both
//! parties are, a party when it overlaps the gold's, or another mention of its
//! entity does. Doubtful relations and vague dates neither count nor cost.

use super::figures::{harmonic, prf, ratio, round, Count};
use super::gold::{Bounds, Gold, Relation as GoldRelation};
use super::parties::{bounds, overlap, same, Aliases, Party, Predicted, RECIPROCAL};
use depeche::output::record::{Mention, Record, Relation};
use serde_json::{json, Value};
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Default, Clone, Copy)]
struct Spans {
    exact: u32,
    found: u32,
    told: u32,
    predicted: u32,
    gold: u32,
}

impl Spans {
    const fn add(&mut self, other: Self) {
        self.exact += other.exact;
        self.found += other.found;
        self.told += other.told;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }

    fn row(self) -> Value {
        let (p, r, f1) = prf(self.exact, self.predicted - self.exact, self.gold - self.exact);
        let (op, or) = (ratio(self.found, self.predicted), ratio(self.told, self.gold));
        json!({"p": round(p), "r": round(r), "f1": round(f1), "op": round(op), "or": round(or),
               "of1": round(harmonic(op, or)), "gold": self.gold, "pred": self.predicted})
    }
}

/// The tally of all documents.
#[derive(Default)]
pub struct Facts {
    mentions: BTreeMap<String, Spans>,
    attributes: BTreeMap<&'static str, (u32, u32)>,
    relations: BTreeMap<String, Count>,
    modality: BTreeMap<String, Count>,
    negated: Count,
    matched: u32,
    same_polarity: u32,
    same_modality: u32,
    roles: [Count; 2],
    /// For each document its mentions and its facts.
    pub documents: Vec<(Count, Count)>,
    /// What went wrong, in words.
    pub errors: Vec<String>,
}

fn is_vague(value: Option<&str>) -> bool {
    value.is_some_and(|value| value.ends_with("_REF"))
}

/// Entries by key, in the order their keys came first; a later entry replaces an earlier one.
fn by_key<'m, M>(list: impl Iterator<Item = ((Bounds, &'m str), M)>) -> Vec<((Bounds, &'m str), M)> {
    let mut out: Vec<((Bounds, &str), M)> = Vec::new();
    let mut at: HashMap<(Bounds, &str), usize> = HashMap::new();
    for (key, mention) in list {
        match at.get(&key) {
            Some(&i) => out[i].1 = mention,
            None => {
                at.insert(key, out.len());
                out.push((key, mention));
            }
        }
    }
    out
}

impl Facts {
    /// Counts one document.
    pub fn add(&mut self, gold: &Gold, record: &Record<'_>) {
        let before = (self.all(), self.all_facts());
        let predicted = Predicted::new(record);
        self.add_mentions(gold, &predicted);
        self.add_relations(gold, &predicted);
        let (spans, facts) = (self.all(), self.all_facts());
        let exact = spans.exact - before.0.exact;
        let mentions = Count {
            tp: exact,
            fp: spans.predicted - before.0.predicted - exact,
            fn_: spans.gold - before.0.gold - exact,
        };
        let told = Count { tp: facts.tp - before.1.tp, fp: facts.fp - before.1.fp, fn_: facts.fn_ - before.1.fn_ };
        self.documents.push((mentions, told));
    }

    fn all(&self) -> Spans {
        let mut sum = Spans::default();
        self.mentions.values().for_each(|spans| sum.add(*spans));
        sum
    }

    fn all_facts(&self) -> Count {
        let mut sum = Count::default();
        self.relations.values().for_each(|count| sum.add(*count));
        sum
    }

    fn add_mentions(&mut self, gold: &Gold, predicted: &Predicted<'_>) {
        let mentions = gold.mentions.as_deref().unwrap_or(&[]);
        let vague: Vec<Bounds> = mentions
            .iter()
            .filter(|m| m.kind == "date" && is_vague(m.value.as_deref()))
            .map(super::gold::Mention::bounds)
            .collect();
        let wanted = mentions.iter().filter(|m| !vague.contains(&m.bounds()));
        let wanted = by_key(wanted.map(|m| ((m.bounds(), m.kind.as_str()), m)));
        let dropped = |m: &Mention<'_>| {
            m.kind == "date"
                && (is_vague(m.timex.as_ref().and_then(|t| t.value.as_deref()))
                    || vague.iter().any(|&v| overlap(bounds(m), v)))
        };
        let found = predicted.record.mentions.iter().filter(|m| !dropped(m));
        let found = by_key(found.map(|m| ((bounds(m), m.kind.as_ref()), m)));
        for &((span, kind), mention) in &found {
            let row = self.mentions.entry(kind.to_owned()).or_default();
            row.predicted += 1;
            row.exact += u32::from(wanted.iter().any(|(key, _)| *key == (span, kind)));
            let told = wanted.iter().any(|((other, k), _)| *k == kind && overlap(span, *other));
            row.found += u32::from(told);
            if !told {
                self.errors.push(format!("spurious  {} {kind}: {}", gold.id, mention.text));
            }
        }
        for &((span, kind), mention) in &wanted {
            let hit = found.iter().find(|((other, k), _)| *k == kind && overlap(span, *other));
            let row = self.mentions.entry(kind.to_owned()).or_default();
            row.gold += 1;
            row.told += u32::from(hit.is_some());
            match hit {
                Some((_, hit)) => self.add_attributes(mention, hit, predicted),
                None => self.errors.push(format!("missed    {} {kind}: {}", gold.id, mention.text)),
            }
        }
    }

    fn check(&mut self, name: &'static str, right: bool) {
        let (n, ok) = self.attributes.entry(name).or_default();
        *n += 1;
        *ok += u32::from(right);
    }

    fn add_attributes(&mut self, want: &super::gold::Mention, got: &Mention<'_>, predicted: &Predicted<'_>) {
        let filled = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
        match want.kind.as_str() {
            "date" if filled(&want.value) => {
                let value = got.timex.as_ref().and_then(|t| t.value.as_deref());
                self.check("date.value", want.value.as_deref() == value);
            }
            "place" => {
                let place = got.place.as_ref();
                if filled(&want.country) {
                    let country = place.and_then(|p| p.country.as_deref());
                    self.check("place.country", want.country.as_deref() == country);
                }
                let metonym = place.and_then(|p| p.metonym.as_deref()).is_some_and(|m| !m.is_empty());
                self.check("place.metonym", filled(&want.metonym) == metonym);
            }
            "official" => {
                let official = got.official.as_ref();
                self.check("official.role", want.role.as_deref() == official.map(|o| o.role.as_ref()));
                let mut countries = want.countries.clone().unwrap_or_default();
                countries.sort();
                let mut others: Vec<&str> =
                    official.map_or_else(Vec::new, |o| o.countries.iter().map(AsRef::as_ref).collect());
                others.sort_unstable();
                self.check("official.countries", countries == others);
                let holder = official.and_then(|o| o.holder).and_then(|id| predicted.by_id.get(&id));
                self.check("official.holder", want.holder.as_deref() == holder.map(|h| h.text.as_ref()));
            }
            _ => {}
        }
    }

    fn add_relations(&mut self, gold: &Gold, predicted: &Predicted<'_>) {
        let aliases = Aliases::new(gold);
        let mut wanted: Vec<(&GoldRelation, (Party, Party))> =
            gold.relations.iter().flat_map(|r| aliases.facts(r).into_iter().map(move |f| (r, f))).collect();
        wanted.sort_by_key(|(r, _)| r.doubtful);
        let found: Vec<(&Relation<'_>, (Party, Party))> = predicted
            .record
            .relations
            .iter()
            .flat_map(|r| predicted.facts(r).into_iter().map(move |f| (r, f)))
            .collect();
        let chars: Vec<char> = gold.text.chars().collect();
        let shown = |party: &Party| -> String {
            let first = party.as_ref().and_then(|spans| spans.first()).copied();
            let words = first.and_then(|(start, end)| chars.get(start as usize..end as usize));
            words.map_or_else(|| "—".to_owned(), |words| words.iter().collect())
        };
        let mut used = vec![false; found.len()];
        for (r, fact) in &wanted {
            let either = RECIPROCAL.contains(&r.kind.as_str()) || (r.kind == "recognized" && r.recipient.is_empty());
            let fits = |other: &(Party, Party)| {
                (same(&fact.0, &other.0) && same(&fact.1, &other.1))
                    || (either && same(&fact.0, &other.1) && same(&fact.1, &other.0))
            };
            let hit = (0..found.len()).find(|&j| !used[j] && found[j].0.relation_type == r.kind && fits(&found[j].1));
            if let Some(j) = hit {
                used[j] = true;
            }
            if r.doubtful {
                continue;
            }
            let row = self.relations.entry(r.kind.clone()).or_default();
            let Some(j) = hit else {
                row.fn_ += 1;
                let told = format!("missed    {} {}: {} | {}", gold.id, r.kind, shown(&fact.0), shown(&fact.1));
                self.errors.push(told);
                continue;
            };
            row.tp += 1;
            self.add_status(r, found[j].0, &aliases, predicted);
        }
        for ((r, fact), _) in found.iter().zip(&used).filter(|(_, used)| !**used) {
            self.relations.entry(r.relation_type.clone().into_owned()).or_default().fp += 1;
            let (a, b) = (shown(&fact.0), shown(&fact.1));
            self.errors.push(format!("spurious  {} {}: {a} | {b}  [{}]", gold.id, r.relation_type, r.rule));
        }
    }

    fn add_status(&mut self, want: &GoldRelation, got: &Relation<'_>, aliases: &Aliases, predicted: &Predicted<'_>) {
        self.matched += 1;
        match (want.polarity == "negated", got.polarity == "negated") {
            (true, true) => self.negated.tp += 1,
            (true, false) => self.negated.fn_ += 1,
            (false, true) => self.negated.fp += 1,
            (false, false) => {}
        }
        if want.modality == got.modality {
            self.modality.entry(want.modality.clone()).or_default().tp += 1;
        } else {
            self.modality.entry(want.modality.clone()).or_default().fn_ += 1;
            self.modality.entry(got.modality.clone().into_owned()).or_default().fp += 1;
        }
        self.same_polarity += u32::from(want.polarity == got.polarity);
        self.same_modality += u32::from(want.modality == got.modality);
        for (count, (spans, role)) in self.roles.iter_mut().zip([(&want.place, "place"), (&want.date, "date")]) {
            let (wanted, found) = (aliases.parties(spans), predicted.role(got, role));
            let hits = wanted.iter().filter(|w| found.iter().any(|f| same(w, f))).count() as u32;
            count.tp += hits;
            count.fn_ += wanted.len() as u32 - hits;
            count.fp += found.iter().filter(|f| !wanted.iter().any(|w| same(w, f))).count() as u32;
        }
    }

    /// Everything, under the names other scorers of this scheme use.
    pub fn json(&self) -> Value {
        let mut mentions: serde_json::Map<String, Value> =
            self.mentions.iter().map(|(kind, spans)| (kind.clone(), spans.row())).collect();
        mentions.insert("ALL".to_owned(), self.all().row());
        let mut core = Spans::default();
        for kind in ["person", "official", "place", "date"] {
            core.add(self.mentions.get(kind).copied().unwrap_or_default());
        }
        mentions.insert("CORE".to_owned(), core.row());
        let attribute = |(n, ok): &(u32, u32)| json!({"accuracy": round(ratio(*ok, *n)), "n": n});
        let attributes: serde_json::Map<String, Value> =
            self.attributes.iter().map(|(name, pair)| ((*name).to_owned(), attribute(pair))).collect();
        let row = |count: Count| {
            let (p, r, f1) = count.prf();
            json!({"p": round(p), "r": round(r), "f1": round(f1),
                   "gold": count.tp + count.fn_, "pred": count.tp + count.fp})
        };
        let mut relations: serde_json::Map<String, Value> =
            self.relations.iter().map(|(kind, count)| (kind.clone(), row(*count))).collect();
        relations.insert("ALL".to_owned(), row(self.all_facts()));
        let n = self.matched.max(1);
        let negated = self.negated.tp + self.negated.fp + self.negated.fn_ > 0;
        let seen: Vec<f64> = self.modality.values().filter(|c| c.tp + c.fn_ > 0).map(|count| count.prf().2).collect();
        let macro_f1 = if seen.is_empty() { 0.0 } else { seen.iter().sum::<f64>() / seen.len() as f64 };
        json!({
            "mentions": mentions,
            "attributes": attributes,
            "relations": relations,
            "on_matched": {
                "polarity": round(ratio(self.same_polarity, n)),
                "modality": round(ratio(self.same_modality, n)),
                "negated_f1": if negated { round(self.negated.prf().2) } else { Value::Null },
                "modality_macro_f1": round(macro_f1),
                "place_f1": round(self.roles[0].prf().2),
                "date_f1": round(self.roles[1].prf().2),
            },
        })
    }
}
