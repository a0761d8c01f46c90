//! The conditions of a frame: whether the words of `require` and `unless` stand where it says.
//!
//! Comes in: a trigger and a frame. Goes out: whether the conditions hold, and the chunk of a required object noun. It
//! never fills a role.

use super::Extraction;
use crate::lexicon::grammar::{Function, Prep};
use crate::mention::Context;
use crate::relation::arguments::{Found, Trigger, THERE};
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::frame::{Frame, Kinds, Nouns, NounsId, Slot};
use crate::relation::presence::BEFORE;

/// How many tokens behind its last complement may still belong to a verb's clause.
const TAIL: usize = 7;

/// The words of a condition, looked for in a sentence.
struct Sought<'a> {
    context: Context<'a>,
    nouns: Nouns<'a>,
    /// One of several tokens may stand there.
    phrases: bool,
}

impl Sought<'_> {
    fn number(&self, token: usize) -> u32 {
        self.context.number(token)
    }

    /// Whether token `token` is one of the single words.
    fn stands(&self, token: usize) -> bool {
        // « les Pays-Bas » are no « pays ».
        let part = || {
            let source = self.context.source;
            source.get(token).is_some_and(|t| t.is_capitalized())
                && source.get(token + 1).is_some_and(|t| t.is_joined())
        };
        self.nouns.holds(self.number(token), self.context.source.lowered(token)) && !part()
    }

    /// Whether one of several tokens begins at token `token`.
    fn begins(&self, token: usize) -> bool {
        self.phrases && self.nouns.begin_at(self.context.source, self.number(token), token)
    }
}

impl Extraction<'_, '_> {
    /// `require` and `unless`; the chunk of a required object noun.
    pub(super) fn conditions(&self, trigger: &Trigger<'_>, frame: &Frame) -> Result<Option<usize>, &'static str> {
        let mut consumed = None;
        for (slot, nouns) in frame.require.iter() {
            let nouns = *nouns;
            let held = match self.may_hold(*slot, nouns) {
                true => self.holds(trigger, frame, *slot, nouns).or_else(|| {
                    // « relever le ministre de ses fonctions »: the parse hangs « de » on the object.
                    let behind = *slot == Slot::Prep(Prep::DE) && trigger.parse.group(trigger.chunk).is_some();
                    let object =
                        |chunk: usize| trigger.complements.iter().any(|c| c.chunk + 1 == chunk && c.prep.is_none());
                    let nested = |c: &usize| behind && object(*c);
                    let of = trigger.complements.iter().filter(|c| c.nested && c.prep == Some(Prep::DE));
                    let found = self.among(trigger, nouns, of.map(|c| c.chunk).filter(nested));
                    let found = found.or_else(|| self.pronoun(trigger, *slot, nouns));
                    let thereto = self.frames.relation_type(frame.kind).thereto;
                    found.or_else(|| self.there(trigger, *slot, nouns).filter(|_| thereto))
                }),
                false => None,
            };
            match held {
                Some(chunk) => {
                    if *slot == Slot::Object {
                        consumed = Some(chunk);
                    }
                }
                None => return Err("the required word is missing"),
            }
        }
        for (slot, nouns) in frame.unless.iter() {
            if self.may_hold(*slot, *nouns) && self.holds(trigger, frame, *slot, *nouns).is_some() {
                return Err("a trap");
            }
        }
        Ok(consumed)
    }

    /// The chunk in which one of the words of `list` stands in `slot`.
    pub(super) fn holds(&self, trigger: &Trigger<'_>, frame: &Frame, slot: Slot, list: NounsId) -> Option<usize> {
        let source = self.context.source;
        let sought = self.sought(list);
        let nouns = sought.nouns;
        match slot {
            Slot::Adjective => {
                let this = trigger.parse.chunks.get(trigger.chunk)?;
                // « l'accord de paix récemment signé »
                let sort = |i: &usize| {
                    matches!(trigger.parse.chunks[*i].kind, ChunkKind::Adverb(_))
                        || trigger.parse.noun(*i).is_some_and(|n| {
                            n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None
                        })
                };
                let next = (trigger.chunk + 1..trigger.parse.chunks.len()).find(|i| !sort(i));
                let after =
                    next.map(|i| &trigger.parse.chunks[i]).filter(|c| c.verb().is_some() || c.kind == ChunkKind::Other);
                let last = after.map_or(this.last, |c| c.last);
                (this.first..last + 1).any(|t| nouns.agree_with(source.lowered(t as usize))).then_some(trigger.chunk)
            }
            Slot::Adverbial => {
                let this = trigger.parse.chunks.get(trigger.chunk)?;
                let from = (this.first as usize).saturating_sub(BEFORE);
                let until = trigger
                    .complements
                    .iter()
                    .filter(|c| !c.fronted)
                    .flat_map(|c| trigger.parse.conjuncts(c.chunk))
                    // « a déclaré l'ambassadrice, X, persona non grata »
                    .map(|c| if trigger.parse.host(c + 2) == c { c + 2 } else { c })
                    .map(|c| trigger.parse.chunks[c].last as usize + 2)
                    .max();
                let to = until.unwrap_or(0).max(this.last as usize + 5);
                // « a déclaré trois diplomates à Rome personae non gratae »
                // « rencontrera X, avec qui il s'est entretenu au téléphone »: that tells of another verb.
                let function = |token: usize| self.context.word(token).function;
                let goes_on = |end: usize| {
                    let led = matches!(function(end - 1), Function::Preposition(_));
                    source.str(end - 2) != "," || function(end - 1 + usize::from(led)) != Function::Relative
                };
                // « se sont rencontrés deux fois et se sont entretenus par téléphone »: so does that.
                let chunks = &trigger.parse.chunks;
                let next = (trigger.chunk + 1..chunks.len())
                    .find(|&i| trigger.parse.group(i).is_some_and(|g| g.is_finite()))
                    .map(|i| chunks[i].first as usize);
                let tail = |end: usize| self.clause_end(end, (end + TAIL).min(next.unwrap_or(usize::MAX)));
                let to = to.max(until.filter(|&end| goes_on(end)).map_or(0, tail));
                // The next sentence tells of something else.
                let to = to.min(chunks.last().map_or(0, |c| c.last as usize));
                // « le Premier ministre est arrivé »: a word of a title is no circumstance.
                let named = chunks[..trigger.chunk].iter().rev().take_while(|c| c.last as usize > from);
                let titles = named.clone().filter(|c| c.noun().is_some_and(|n| n.official.is_some()));
                let titled = |t: usize| titles.clone().any(|c| (c.first as usize..c.last as usize).contains(&t));
                (from..to).any(|t| sought.stands(t) && !titled(t) || sought.begins(t)).then_some(trigger.chunk)
            }
            Slot::Sentence => {
                let chunks = &trigger.parse.chunks;
                let (first, last) = (chunks.first()?.first as usize, chunks.last()?.last as usize);
                (first..last).any(|t| sought.stands(t) || sought.begins(t)).then_some(trigger.chunk)
            }
            _ => self.among(trigger, list, trigger.chunks_in(slot, &frame.support).into_iter()),
        }
    }

    /// « le président X est assassiné, et Y le remplace »: somebody of a kind that the list asks for, told by a pronoun.
    fn pronoun(&self, trigger: &Trigger<'_>, slot: Slot, list: NounsId) -> Option<usize> {
        let kinds = self.sought(list).nouns.kinds();
        let direct = trigger.parse.group(trigger.chunk).is_some_and(|g| g.clitics.direct());
        if slot != Slot::Object || !direct || trigger.passive() || kinds == Kinds::default() {
            return None;
        }
        let mut found = Vec::new();
        trigger.find(slot, kinds, &[], &mut found);
        found.iter().any(|f| trigger.fits(f, kinds)).then_some(trigger.chunk)
    }

    /// « une conférence se tient à X. Y y a participé »: one of the words of `list` is what « y » takes up.
    fn there(&self, trigger: &Trigger<'_>, slot: Slot, list: NounsId) -> Option<usize> {
        let token = trigger.there().filter(|_| slot == Slot::Prep(Prep::A))?;
        let explicit = !trigger.chunks_in(slot, &[]).is_empty();
        let sought = self.sought(list);
        let told = |t: usize| sought.stands(t) || sought.begins(t);
        (token.saturating_sub(THERE)..token).any(told).then_some(trigger.chunk).filter(|_| !explicit)
    }

    /// Token `to`, or the first mark from token `from` on that ends a clause.
    fn clause_end(&self, from: usize, to: usize) -> usize {
        (from..to).find(|&t| matches!(self.context.source.str(t), "" | "," | "." | ";" | ":" | "(")).unwrap_or(to)
    }

    /// The first of `chunks`, or of what is coordinated with them, whose noun is one of the words of `list`.
    fn among(&self, trigger: &Trigger<'_>, list: NounsId, chunks: impl Iterator<Item = usize>) -> Option<usize> {
        let sought = self.sought(list);
        let kinds = sought.nouns.kinds();
        for first in chunks {
            for chunk in trigger.parse.conjuncts(first) {
                let noun = trigger.parse.noun(chunk)?;
                let end = trigger.parse.chunks[chunk].last as usize;
                let head = noun.head as usize;
                let named = |mention| {
                    let official = noun.official;
                    let found = Found { mention, official, chunk: Some(chunk), prep: noun.prep, how: "" };
                    trigger.fits(&found, kinds)
                };
                let thing = || kinds.any(Kinds::THING) && !noun.date;
                let kind = kinds != Kinds::default() && noun.mention.map_or_else(thing, named);
                let told = |head: usize, end: usize| sought.stands(head) || (head..end).any(|t| sought.begins(t));
                if kind || told(head, end) {
                    return Some(chunk);
                }
                // « a levé une série de sanctions »
                let measured = trigger.parse.measured(chunk);
                let within = |at: usize| {
                    let head = trigger.parse.noun(at).map_or(0, |n| n.head as usize);
                    told(head, trigger.parse.chunks[at].last as usize)
                };
                if measured != chunk && within(measured) {
                    return Some(chunk);
                }
                // « a annoncé un certain nombre de sanctions »
                let counted = trigger.parse.counted(chunk).and_then(|c| trigger.parse.noun(c));
                if counted.is_some_and(|n| sought.stands(n.head as usize) || sought.begins(n.head as usize)) {
                    return Some(chunk);
                }
            }
        }
        None
    }

    /// The words of a list as they are looked for in the sentence.
    fn sought(&self, list: NounsId) -> Sought<'_> {
        let (nouns, phrases) = (self.frames.nouns(list), self.held.present.holds_phrase(list));
        Sought { context: self.context, nouns, phrases }
    }
}
