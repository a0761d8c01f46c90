//! What hangs on what: subjects, objects, complements and conjuncts of one
//! sentence's chunks. Written once, for all relations; every search is
//! bounded in chunks. No frame and no kind of relation is known here.

mod agreement;
mod apposition;
mod article;
mod aside;
mod complement;
mod condition;
mod control;
mod coordination;
mod event;
mod fronted;
mod holders;
mod inversion;
mod listing;
mod naming;
mod owner;
mod participle;
mod predicate;
mod relative;
mod set_off;
mod subject;

use super::chunk::{Chunk, ChunkKind, Determiner, Noun};
use super::cue::{Cues, List};
use crate::lexicon::grammar::Prep;
use crate::mention::{Context, Mention, MentionKind};
use crate::syntax::{Pronoun, Tense, VerbForm, VerbGroup, Voice};
use std::cell::Cell;

/// How many chunks a search may go.
const REACH: usize = 48;

/// Who or what is the subject of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A noun phrase, by its chunk; its conjuncts are subjects too.
    Chunk(usize),
    /// A pronoun, at a token.
    Pronoun(Pronoun, usize),
    /// Nobody the sentence tells.
    None,
}

impl Subject {
    /// The chunk of its noun phrase, if it is one.
    #[must_use]
    pub const fn chunk(self) -> Option<usize> {
        match self {
            Self::Chunk(chunk) => Some(chunk),
            Self::Pronoun(..) | Self::None => None,
        }
    }
}

/// A complement of a verb or noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Complement {
    /// Its chunk.
    pub chunk: usize,
    /// Its preposition; `None` for an object.
    pub prep: Option<Prep>,
    /// It stands before its verb.
    pub fronted: bool,
    /// It hangs on the word right before it rather than on the verb (« de »).
    pub nested: bool,
}

/// The chunks of a sentence with what was found about them.
#[derive(Debug)]
pub struct Parse<'a> {
    /// What the earlier stages found.
    pub context: Context<'a>,
    /// Mentions of the whole text.
    pub mentions: &'a [Mention],
    /// Chunks of this sentence.
    pub chunks: &'a [Chunk],
    /// Words that set status; here only the verbs of saying matter.
    pub cues: &'a Cues,
    /// For a chunk in apposition, the chunk it explains.
    host: Vec<Option<usize>>,
    /// For a conjunct, the conjunct before it.
    previous: Vec<Option<usize>>,
    /// For a conjunct, the one after it.
    next: Vec<Option<usize>>,
    /// For a verb, its subject once it has been asked for.
    subjects: Vec<Cell<Option<Subject>>>,
}

/// What a [`Parse`] keeps for each chunk, to be used again.
#[derive(Debug, Default)]
pub struct Buffers {
    links: Links,
    subjects: Vec<Cell<Option<Subject>>>,
}

/// The links of a sentence's chunks: host, previous and next conjunct.
pub type Links = [Vec<Option<usize>>; 3];

impl Buffers {
    /// Buffers in which links have stood before.
    #[must_use]
    pub fn of(links: Links) -> Self {
        Self { links, ..Self::default() }
    }

    /// The links, for the next text.
    #[must_use]
    pub fn into_links(self) -> Links {
        self.links
    }
}

impl<'a> Parse<'a> {
    /// Finds appositions and coordinations among `chunks`, in the buffers of the sentence before.
    #[must_use]
    pub fn new(
        context: Context<'a>,
        mentions: &'a [Mention],
        chunks: &'a [Chunk],
        cues: &'a Cues,
        buffers: Buffers,
    ) -> Self {
        let Buffers { links: [host, previous, next], mut subjects } = buffers;
        let [host, previous, next] = [host, previous, next].map(|mut links| {
            links.clear();
            links.resize(chunks.len(), None);
            links
        });
        subjects.clear();
        let mut parse = Self { context, mentions, chunks, cues, host, previous, next, subjects };
        parse.appositions();
        parse.coordinations();
        parse.lists_without_and();
        // From now on nothing changes: a subject is looked for once.
        parse.subjects.resize(chunks.len(), Cell::new(None));
        parse
    }

    /// The buffers, for the next sentence.
    #[must_use]
    pub fn into_buffers(self) -> Buffers {
        Buffers { links: [self.host, self.previous, self.next], subjects: self.subjects }
    }

    #[inline]
    fn kind(&self, index: usize) -> ChunkKind {
        self.chunks.get(index).map_or(ChunkKind::Break, |c| c.kind)
    }

    /// The noun phrase of chunk `index`.
    #[must_use]
    #[inline]
    pub fn noun(&self, index: usize) -> Option<&Noun> {
        self.chunks.get(index).and_then(Chunk::noun)
    }

    /// The verb group of chunk `index`.
    #[must_use]
    #[inline]
    pub fn group(&self, index: usize) -> Option<&'a VerbGroup> {
        let number = self.chunks.get(index)?.verb()?;
        self.context.syntax.groups.get(number as usize)
    }

    fn finite(&self, index: usize) -> bool {
        self.group(index).is_some_and(VerbGroup::is_finite)
    }

    fn bare(&self, index: usize) -> bool {
        self.noun(index).is_some_and(|n| n.prep.is_none() && !n.date && !n.glued)
    }

    /// The mention of a chunk's noun phrase.
    #[must_use]
    pub fn mention(&self, index: usize) -> Option<&'a Mention> {
        self.noun(index)?.mention.and_then(|m| self.mentions.get(m.index()))
    }

    /// The token a noun phrase is headed by, in lower case; empty for a mention.
    #[must_use]
    pub fn head(&self, index: usize) -> &'a str {
        self.noun(index).map_or("", |n| self.context.source.lowered(n.head as usize))
    }

    /// The chunk that `index` explains, or `index` itself.
    #[must_use]
    pub fn host(&self, index: usize) -> usize {
        self.host.get(index).copied().flatten().unwrap_or(index)
    }

    /// First conjunct of the coordination that `index` belongs to.
    #[must_use]
    pub fn first_conjunct(&self, index: usize) -> usize {
        let mut at = index;
        let mut steps = 0;
        while let Some(before) = self.previous[at] {
            at = before;
            steps += 1;
            if steps > REACH {
                break;
            }
        }
        at
    }

    /// The conjuncts from `index` on.
    pub fn conjuncts(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(index), move |&i| self.next.get(i).copied().flatten()).take(REACH)
    }

    /// Whether a conjunct follows.
    #[must_use]
    pub fn coordinated(&self, index: usize) -> bool {
        self.next.get(index).copied().flatten().is_some()
    }

    /// The chunk after the bracket that opens at `index`.
    fn after_bracket(&self, index: usize) -> usize {
        (index + 1..self.chunks.len().min(index + REACH))
            .find(|&i| self.kind(i) == ChunkKind::Close)
            .map_or(index + 1, |i| i + 1)
    }

    /// The chunk before the bracket that closes at `index`.
    fn before_bracket(&self, index: usize) -> Option<usize> {
        let from = index.saturating_sub(REACH);
        (from..index).rev().find(|&i| self.kind(i) == ChunkKind::Open).and_then(|i| i.checked_sub(1))
    }

    fn token_is(&self, chunk: usize, any: &[&str]) -> bool {
        self.chunks.get(chunk).is_some_and(|c| any.contains(&self.context.source.lowered(c.last as usize - 1)))
    }

    fn first_word(&self, chunk: usize) -> &str {
        self.chunks.get(chunk).map_or("", |c| self.context.source.lowered(c.first as usize))
    }

    /// The verb whose object the bare noun phrase `noun` is: the verb to its left with no mark between.
    fn object_of(&self, noun: usize) -> Option<usize> {
        let first = self.first_conjunct(noun);
        let mut at = first;
        for _ in 0..8 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Verb(_) => {
                    let group = self.group(at)?;
                    let participle = group.form == VerbForm::PastParticiple;
                    return (!participle).then_some(at);
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote => {}
                ChunkKind::Noun(n) if n.date || n.prep.is_some() => {}
                _ => return None,
            }
        }
        None
    }

    /// The infinitive of the verb in a chunk.
    #[must_use]
    pub fn lemma(&self, chunk: usize) -> &'static str {
        let verb = self.group(chunk).and_then(|g| g.verb);
        verb.map_or("", |v| self.context.lexicon.vocabulary().lemma(v))
    }

    /// The chunk of the verb that governs the infinitive in chunk `verb`.
    #[must_use]
    pub fn governing(&self, verb: usize) -> Option<usize> {
        let governor = self.group(verb)?.governor?;
        (0..verb).rev().take(REACH).find(|&i| self.chunks[i].verb() == Some(governor))
    }

    /// The finite verb at the head of the row of verbs that `verb` ends; a purpose or another adjunct is no part of it.
    #[must_use]
    pub fn ruling(&self, verb: usize) -> usize {
        let mut at = verb;
        for _ in 0..4 {
            let direct = self.group(at).is_some_and(|g| g.marker.is_none_or(|m| m == Prep::A || m == Prep::DE));
            match self.governing(at).filter(|_| direct) {
                Some(owner) => at = owner,
                None => break,
            }
        }
        at
    }

    /// Whether the verb that governs the infinitive in chunk `verb` tells the whole event (« inviter X à venir »).
    #[must_use]
    pub fn swallowed(&self, verb: usize) -> bool {
        let marker = self.group(verb).filter(|g| g.form == VerbForm::Infinitive).and_then(|g| g.marker);
        let noun = || verb.checked_sub(1).filter(|&b| self.noun(b).is_some());
        // « a remis une invitation à participer au sommet », « … pour effectuer une visite »
        let invitation = || noun().is_some_and(|b| self.cues.lists(List::Swallow, self.head(b)));
        match marker {
            Some(Prep::A | Prep::DE) => {
                self.governing(verb).is_some_and(|o| self.verb_is(o, List::Swallow)) || invitation()
            }
            Some(Prep::POUR) => invitation(),
            _ => false,
        }
    }

    /// Whether « se voir » or « se faire » rules the infinitive in chunk `verb`.
    #[must_use]
    pub fn raises(&self, verb: usize) -> bool {
        self.group(verb).is_some_and(|g| g.form == VerbForm::Infinitive && g.marker.is_none())
            && self.governing(verb).is_some_and(|o| {
                matches!(self.lemma(o), "voir" | "faire") && self.group(o).is_some_and(|g| g.voice == Voice::Reflexive)
            })
    }

    /// « a fait bombarder X »: whoever has it done does it.
    #[must_use]
    pub fn ordered(&self, verb: usize) -> bool {
        self.group(verb).is_some_and(|g| g.causative)
            && self.verb_is(verb, List::Deed)
            && self.governing(verb).is_some_and(|f| self.lemma(f) == "faire")
    }

    /// « suivi d'un dîner avec X »: the participle in chunk `verb` opens another event.
    #[must_use]
    pub fn is_followed(&self, verb: usize) -> bool {
        self.verb_is(verb, List::Sequence)
    }

    /// Whether the noun phrase in a chunk names a person.
    #[must_use]
    pub fn is_person(&self, chunk: usize) -> bool {
        self.mention(chunk).is_some_and(|m| m.kind() == MentionKind::Person)
    }

    /// « Coopération entre X et Y : … »: the noun phrase opens the line, without an article.
    #[must_use]
    pub fn opens_line(&self, chunk: usize) -> bool {
        self.noun(chunk).is_some_and(|n| n.determiner == Determiner::None && n.prep.is_none())
            && (0..chunk).all(|i| self.kind(i) == ChunkKind::Break)
    }

    /// Whether the noun phrase in a chunk names a place.
    #[must_use]
    pub fn is_place(&self, chunk: usize) -> bool {
        self.mention(chunk).is_some_and(|m| m.kind() == MentionKind::Place)
    }

    /// Whether the verb in a chunk is in a list of the cues.
    pub fn verb_is(&self, chunk: usize, list: List) -> bool {
        self.group(chunk).and_then(|g| g.verb).is_some_and(|verb| self.cues.lists_of_verb(verb).hold(list))
    }

    /// The conjunction or relative pronoun that opens the clause of the verb in chunk `verb`: « que X, dont le mandat expire,
    /// a … », too.
    #[must_use]
    pub fn conjunction(&self, verb: usize) -> Option<usize> {
        self.opener(verb).or_else(|| {
            let before = verb.checked_sub(1)?;
            let set_off = self.finite(verb) && matches!(self.kind(before), ChunkKind::Comma | ChunkKind::Close);
            let subject = self.subject(verb).chunk().filter(|&s| set_off && s < before)?;
            let aside = |i: &usize| matches!(self.kind(*i), ChunkKind::Adverb(_) | ChunkKind::Quote);
            let opener = (0..self.first_conjunct(subject)).rev().find(|i| !aside(i))?;
            matches!(self.kind(opener), ChunkKind::Relative(_) | ChunkKind::Subordinator).then_some(opener)
        })
    }
}

/// What a noun phrase is to the verb that owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its subject.
    Subject,
    /// Its object.
    Object,
    /// After a preposition.
    Complement,
}

/// Whether a tense tells of the past.
#[must_use]
pub fn is_past(tense: Tense) -> bool {
    matches!(tense, Tense::Past | Tense::Pluperfect | Tense::Imperfect | Tense::Perfect)
}
