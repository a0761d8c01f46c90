//! Mentions, their attributes, and relations as facts.
//!
//! A mention is right when kind and span are (exact), or found when kinds are
//! equal and spans share a character (overlap). A relation counts as one fact
//! for each pair of its parties; a fact is right when its type and both
//! parties are, a party when it overlaps the gold's, or another mention of its
//! entity does. Doubtful relations and vague dates neither count nor cost.

use super::figures::{bootstrap, context, harmonic, prf, ratio, round, Count};
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

/// Mentions by kind, facts by type.
type Tally = [BTreeMap<String, Count>; 2];

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
    /// What each document adds, by kind and by type.
    documents: Vec<Tally>,
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
        let before = self.tally();
        let predicted = Predicted::new(record);
        self.add_mentions(gold, &predicted);
        self.add_relations(gold, &predicted);
        let mut added = self.tally();
        for (name, count) in
            before.iter().zip(&mut added).flat_map(|(b, a)| a.iter_mut().map(move |(n, c)| (b.get(n), c)))
        {
            count.take(name.copied().unwrap_or_default());
        }
        self.documents.push(added);
    }

    fn tally(&self) -> Tally {
        let count = |s: &Spans| Count { tp: s.exact, fp: s.predicted - s.exact, fn_: s.gold - s.exact };
        [self.mentions.iter().map(|(kind, spans)| (kind.clone(), count(spans))).collect(), self.relations.clone()]
    }

    /// Intervals for every kind and type, and for all.
    pub fn bootstrap(&self, draws: usize) -> Value {
        let table = |which: usize, names: Vec<&String>| -> Value {
            let counts = |wanted: Option<&String>| -> Vec<Count> {
                let sum = |tally: &Tally| {
                    let mut sum = Count::default();
                    let taken = tally[which].iter().filter(|(name, _)| wanted.is_none_or(|wanted| wanted == *name));
                    taken.for_each(|(_, count)| sum.add(*count));
                    sum
                };
                self.documents.iter().map(sum).collect()
            };
            let rows = names.into_iter().map(|name| (name.clone(), bootstrap(&counts(Some(name)), draws)));
            rows.chain([("ALL".to_owned(), bootstrap(&counts(None), draws))]).collect::<serde_json::Map<_, _>>().into()
        };
        json!({"mentions": table(0, self.mentions.keys().collect()), "relations": table(1, self.relations.keys().collect())})
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
        let chars: Vec<char> = gold.text.chars().collect();
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
                let around = context(&chars, span);
                self.errors.push(format!("spurious  {} {kind}: {}  {around}", gold.id, mention.text));
            }
        }
        for &((span, kind), mention) in &wanted {
            let hit = found.iter().find(|((other, k), _)| *k == kind && overlap(span, *other));
            let row = self.mentions.entry(kind.to_owned()).or_default();
            row.gold += 1;
            row.told += u32::from(hit.is_some());
            match hit {
                Some((_, hit)) => self.add_attributes(&gold.id, mention, hit, predicted),
                None => {
                    let around = context(&chars, span);
                    self.errors.push(format!("missed    {} {kind}: {}  {around}", gold.id, mention.text));
                }
            }
        }
    }

    fn check(&mut self, name: &'static str, place: (&str, &str), want: &str, got: &str) {
        let (n, ok) = self.attributes.entry(name).or_default();
        *n += 1;
        *ok += u32::from(want == got);
        if want != got {
            self.errors.push(format!("attribute {} {name}: {}: {want} expected, {got} found", place.0, place.1));
        }
    }

    fn add_attributes(&mut self, id: &str, want: &super::gold::Mention, got: &Mention<'_>, predicted: &Predicted<'_>) {
        let place = (id, want.text.as_str());
        let or_none = |text: Option<&str>| text.unwrap_or("nothing").to_owned();
        let filled = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
        match want.kind.as_str() {
            "date" if filled(&want.value) => {
                let value = got.timex.as_ref().and_then(|t| t.value.as_deref());
                self.check("date.value", place, &or_none(want.value.as_deref()), &or_none(value));
            }
            "place" => {
                let found = got.place.as_ref();
                if filled(&want.country) {
                    let country = found.and_then(|p| p.country.as_deref());
                    self.check("place.country", place, &or_none(want.country.as_deref()), &or_none(country));
                }
                let metonym = found.and_then(|p| p.metonym.as_deref()).is_some_and(|m| !m.is_empty());
                let told = |metonym: bool| if metonym { "metonym" } else { "no metonym" };
                self.check("place.metonym", place, told(filled(&want.metonym)), told(metonym));
            }
            "official" => {
                let official = got.official.as_ref();
                let role = or_none(official.map(|o| o.role.as_ref()));
                self.check("official.role", place, &or_none(want.role.as_deref()), &role);
                let sorted = |mut codes: Vec<&str>| {
                    codes.sort_unstable();
                    format!("[{}]", codes.join(" "))
                };
                let countries = want.countries.iter().flatten().map(String::as_str).collect();
                let others = official.map_or_else(Vec::new, |o| o.countries.iter().map(AsRef::as_ref).collect());
                self.check("official.countries", place, &sorted(countries), &sorted(others));
                let holder = official.and_then(|o| o.holder).and_then(|id| predicted.by_id.get(&id));
                let holder = or_none(holder.map(|h| h.text.as_ref()));
                self.check("official.holder", place, &or_none(want.holder.as_deref()), &holder);
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
        let around = |fact: &(Party, Party)| -> String {
            let first = fact.0.as_ref().or(fact.1.as_ref()).and_then(|spans| spans.first());
            first.map_or_else(String::new, |span| context(&chars, *span))
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
                let (a, b, around) = (shown(&fact.0), shown(&fact.1), around(fact));
                self.errors.push(format!("missed    {} {}: {a} | {b}  {around}", gold.id, r.kind));
                continue;
            };
            row.tp += 1;
            self.add_status(&gold.id, r, found[j].0, &aliases, predicted);
        }
        for ((r, fact), _) in found.iter().zip(&used).filter(|(_, used)| !**used) {
            self.relations.entry(r.relation_type.clone().into_owned()).or_default().fp += 1;
            let (a, b, around) = (shown(&fact.0), shown(&fact.1), around(fact));
            self.errors.push(format!("spurious  {} {}: {a} | {b}  [{}]  {around}", gold.id, r.relation_type, r.rule));
        }
    }

    fn add_status(
        &mut self,
        id: &str,
        want: &GoldRelation,
        got: &Relation<'_>,
        aliases: &Aliases,
        predicted: &Predicted<'_>,
    ) {
        self.matched += 1;
        let (told, found) = ([want.polarity.as_str(), &want.modality], [got.polarity.as_ref(), got.modality.as_ref()]);
        if told != found {
            let (told, found) = (told.join(" "), found.join(" "));
            self.errors.push(format!("status    {id} {}: {told} expected, {found} found  [{}]", want.kind, got.rule));
        }
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
