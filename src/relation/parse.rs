//! What hangs on what: subjects, objects, complements and conjuncts of one
//! sentence's chunks. Written once, for all relations; every search is
//! bounded in chunks. No frame and no kind of relation is known here.

use super::chunk::{Chunk, ChunkKind, Noun};
use super::cue::Cues;
use crate::lexicon::grammar::Prep;
use crate::mention::{Context, Mention, MentionKind};
use crate::syntax::{Pronoun, Tense, VerbForm, VerbGroup, Voice};

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
}

impl<'a> Parse<'a> {
    /// Finds appositions and coordinations among `chunks`.
    #[must_use]
    pub fn new(context: Context<'a>, mentions: &'a [Mention], chunks: &'a [Chunk], cues: &'a Cues) -> Self {
        let n = chunks.len();
        let mut parse =
            Self { context, mentions, chunks, cues, host: vec![None; n], previous: vec![None; n], next: vec![None; n] };
        parse.appositions();
        parse.coordinations();
        parse
    }

    fn kind(&self, index: usize) -> ChunkKind {
        self.chunks.get(index).map_or(ChunkKind::Break, |c| c.kind)
    }

    /// The noun phrase of chunk `index`.
    #[must_use]
    pub fn noun(&self, index: usize) -> Option<&Noun> {
        self.chunks.get(index).and_then(Chunk::noun)
    }

    /// The verb group of chunk `index`.
    #[must_use]
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

    /// Whether a conjunct follows or precedes.
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

    /// X, ministre de Y, … and le ministre de Y, X, …
    fn appositions(&mut self) {
        for i in 0..self.chunks.len() {
            let Some(noun) = self.noun(i).copied() else { continue };
            let Some(before) = i.checked_sub(1) else { continue };
            // Brackets between: « X (59 ans), ministre ».
            let comma = match self.kind(before) {
                ChunkKind::Comma => Some(before),
                ChunkKind::Open | ChunkKind::Quote => Some(before),
                _ => None,
            };
            let Some(comma) = comma else { continue };
            if noun.date || noun.prep.is_some() {
                continue;
            }
            let mut left = comma.checked_sub(1);
            if left.is_some_and(|l| self.kind(l) == ChunkKind::Close) {
                left = left.and_then(|l| self.before_bracket(l));
            }
            let Some(left) = left else { continue };
            let Some(other) = self.noun(left).copied() else { continue };
            let linked = self.same_holder(&noun, &other);
            // « le chef de l'État, en visite…, X »: only official and person side by side count.
            let bare_title = noun.determiner == super::chunk::Determiner::None
                && noun.official.is_some()
                && noun.official == noun.mention
                && self.is_kind(&other, MentionKind::Person);
            let common = noun.mention.is_none()
                && noun.determiner == super::chunk::Determiner::None
                && other.mention.is_some()
                && self.closes_apposition(i);
            if linked || bare_title || common {
                self.host[i] = Some(self.host(left));
            }
        }
    }

    fn closes_apposition(&self, index: usize) -> bool {
        (index + 1..self.chunks.len().min(index + 8)).find_map(|i| match self.kind(i) {
            ChunkKind::Comma | ChunkKind::Close => Some(true),
            ChunkKind::Noun(_) | ChunkKind::Quote | ChunkKind::Adverb(_) => None,
            _ => Some(false),
        }) == Some(true)
    }

    fn is_kind(&self, noun: &Noun, kind: MentionKind) -> bool {
        noun.mention.and_then(|m| self.mentions.get(m.index())).is_some_and(|m| m.kind() == kind)
    }

    fn same_holder(&self, a: &Noun, b: &Noun) -> bool {
        let holds = |official: &Noun, person: &Noun| {
            let holder = official.official.and_then(|o| self.mentions.get(o.index())?.official()?.holder);
            holder.is_some() && (holder == person.mention)
        };
        holds(a, b) || holds(b, a)
    }

    /// A et B; A, B et C; de A et de B.
    fn coordinations(&mut self) {
        for i in 1..self.chunks.len() {
            if self.kind(i) != ChunkKind::And {
                continue;
            }
            let Some(right) = self.conjunct_after(i) else { continue };
            let Some(left) = self.conjunct_before(i, right) else { continue };
            if self.opens_clause(right, i) {
                continue;
            }
            self.link(left, right);
            // A, B et C: the list goes on to the left across commas.
            let mut last = left;
            for _ in 0..12 {
                let Some(comma) = last.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma) else { break };
                let Some(before) = self.conjunct_before(comma, last) else { break };
                let named = |i: usize| self.noun(i).is_some_and(|n| n.mention.is_some());
                if named(before) != named(last) {
                    break;
                }
                if self.previous[last].is_some() || self.next[before].is_some() {
                    break;
                }
                self.link(before, last);
                last = before;
            }
        }
    }

    fn link(&mut self, left: usize, right: usize) {
        if left != right && self.next[left].is_none() && self.previous[right].is_none() {
            self.next[left] = Some(right);
            self.previous[right] = Some(left);
        }
    }

    fn conjunct_after(&self, and: usize) -> Option<usize> {
        let mut right = and + 1;
        while matches!(self.kind(right), ChunkKind::Adverb(_) | ChunkKind::Quote) {
            right += 1;
        }
        self.noun(right).map(|_| right)
    }

    /// The noun phrase before `mark` that can be coordinated with `right`.
    fn conjunct_before(&self, mark: usize, right: usize) -> Option<usize> {
        let new = *self.noun(right)?;
        let mut at = mark;
        let mut best = None;
        for _ in 0..8 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Close => {
                    at = self.before_bracket(at)? + 1;
                    continue;
                }
                ChunkKind::Quote | ChunkKind::Adverb(_) => continue,
                // The end of an apposition: « X, ministre, et Y ».
                ChunkKind::Comma if at + 1 == mark || self.host.get(at + 1).copied().flatten().is_some() => continue,
                ChunkKind::Noun(old) => {
                    if let Some(host) = self.host[at] {
                        at = host + 1;
                        continue;
                    }
                    let same_prep = old.prep == new.prep;
                    let inherits = new.prep.is_none() && old.prep.is_some();
                    let alike = self.alike(&old, &new);
                    if alike && (same_prep || inherits) && old.date == new.date {
                        return Some(at);
                    }
                    if best.is_none()
                        && same_prep
                        && old.date == new.date
                        && (old.mention.is_none() || new.mention.is_none())
                    {
                        best = Some(at);
                    }
                    // Past a complement to its head: « le ministre de X et son homologue ».
                    if old.prep.is_none() {
                        return best;
                    }
                }
                _ => return best,
            }
        }
        best
    }

    /// Two names of the same sort, or two common nouns.
    fn alike(&self, a: &Noun, b: &Noun) -> bool {
        let sort = |n: &Noun| {
            n.mention.and_then(|m| self.mentions.get(m.index())).map(|m| match m.kind() {
                MentionKind::Person | MentionKind::Official => 1,
                MentionKind::Place => 2,
                MentionKind::Organization => 3,
                MentionKind::Event => 4,
                MentionKind::Date => 5,
            })
        };
        match (sort(a), sort(b)) {
            (None, None) => true,
            (Some(x), Some(y)) => {
                x == y
                    || (x < 4 && y < 4 && (a.prep == b.prep || b.prep.is_none() && a.prep.is_some_and(joins_parties)))
            }
            _ => false,
        }
    }

    /// « X a rencontré Y et Z a signé … »: what stands behind « et » is the subject of a new clause.
    fn opens_clause(&self, right: usize, and: usize) -> bool {
        if !self.bare(right) {
            return false;
        }
        let mut at = right + 1;
        let verb = loop {
            match self.kind(at) {
                ChunkKind::Noun(n) if n.prep.is_some() || n.date || n.glued => at += 1,
                ChunkKind::Adverb(_) | ChunkKind::Quote => at += 1,
                ChunkKind::Open => at = self.after_bracket(at),
                ChunkKind::Comma if self.host.get(at + 1).copied().flatten().is_some() => at += 1,
                ChunkKind::Noun(_) if self.host[at].is_some() => at += 1,
                ChunkKind::Verb(_) => break self.group(at).filter(|g| g.is_finite()),
                _ => return false,
            }
            if at > right + 12 {
                return false;
            }
        };
        let Some(verb) = verb else { return false };
        if verb.subject.is_some() {
            return false;
        }
        // A plural verb may have both as its subjects; a verb to the left takes the left one.
        (and.saturating_sub(REACH)..and)
            .rev()
            .take_while(|&i| {
                !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_))
            })
            .any(|i| self.finite(i))
    }

    /// The subject of the verb in chunk `verb`.
    #[must_use]
    pub fn subject(&self, verb: usize) -> Subject {
        self.subject_within(verb, 5)
    }

    fn subject_within(&self, verb: usize, depth: u8) -> Subject {
        let Some(group) = self.group(verb) else { return Subject::None };
        if depth == 0 {
            return Subject::None;
        }
        match group.form {
            VerbForm::Finite => match group.subject {
                Some(pronoun) => {
                    // « Merkel a-t-elle rencontré X ? » repeats its subject.
                    if (group.first..group.last)
                        .any(|t| t > group.first && self.context.source.get(t as usize).is_some_and(|t| t.is_joined()))
                    {
                        if let Subject::Chunk(chunk) = self.left_subject(verb, depth) {
                            if self.kind(verb.wrapping_sub(1)) != ChunkKind::Comma
                                && self.kind(verb.wrapping_sub(1)) != ChunkKind::Quote
                            {
                                return Subject::Chunk(chunk);
                            }
                        }
                    }
                    Subject::Pronoun(pronoun, group.first as usize)
                }
                None => self.incise_subject(verb).map_or_else(|| self.left_subject(verb, depth), Subject::Chunk),
            },
            VerbForm::Infinitive => self.controller(verb, depth),
            VerbForm::Gerund => self.main_subject(verb, depth),
            // « X est arrivé à Rome, débutant une tournée »
            VerbForm::PresentParticiple if verb > 0 && self.kind(verb - 1) == ChunkKind::Comma => {
                self.main_subject(verb, depth)
            }
            VerbForm::PresentParticiple | VerbForm::PastParticiple => self.participle_subject(verb, depth),
        }
    }

    /// « …, a déclaré X »: the subject of a verb of saying that is set off stands behind it,
    /// when what stands before has a verb of its own.
    fn incise_subject(&self, verb: usize) -> Option<usize> {
        let before = verb.checked_sub(1)?;
        let quoted = self.kind(before) == ChunkKind::Quote
            || self.kind(before) == ChunkKind::Comma
                && before.checked_sub(1).is_some_and(|b| self.kind(b) == ChunkKind::Quote);
        if !self.cues.speech(self.group(verb)?.verb?) {
            return None;
        }
        if !quoted {
            let clause = self.kind(before) == ChunkKind::Comma && self.verb_before_name(before);
            if !clause && !matches!(self.kind(before), ChunkKind::Break) {
                return None;
            }
        }
        self.inverted(verb)
    }

    /// Whether, going left from `from`, a finite verb comes before the sentence's first bare noun phrase is reached.
    fn verb_before_name(&self, from: usize) -> bool {
        let mut depth = 0;
        for index in (from.saturating_sub(REACH)..from).rev() {
            match self.kind(index) {
                ChunkKind::Break => return false,
                ChunkKind::Verb(_) if self.finite(index) => return depth == 0 || self.opener(index).is_none(),
                ChunkKind::Comma => depth += 1,
                _ => {}
            }
        }
        false
    }

    /// The bare noun phrase right behind a verb, adverbs, dates and short adjuncts stepped over.
    fn inverted(&self, verb: usize) -> Option<usize> {
        let mut at = verb + 1;
        for _ in 0..4 {
            match self.kind(at) {
                ChunkKind::Noun(n) if !n.date && n.prep.is_none() => return Some(at),
                ChunkKind::Noun(n) if n.date || n.prep.is_some() => at += 1,
                ChunkKind::Adverb(_) => at += 1,
                _ => return None,
            }
        }
        None
    }

    fn left_subject(&self, verb: usize, depth: u8) -> Subject {
        let mut at = verb;
        let (mut comma, mut and) = (false, false);
        for _ in 0..REACH {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => at = before + 1,
                    None => break,
                },
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other | ChunkKind::Open => {}
                ChunkKind::Comma => comma = true,
                ChunkKind::And | ChunkKind::But => and = true,
                ChunkKind::Break => break,
                ChunkKind::Relative(prep) => {
                    if self.token_is(index, &["qui"]) && prep.is_none() {
                        return self.antecedent(index).map_or(Subject::None, Subject::Chunk);
                    }
                    return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
                }
                ChunkKind::Subordinator => {
                    return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
                }
                ChunkKind::Verb(_) => {
                    let Some(group) = self.group(index) else { continue };
                    if !group.is_finite() {
                        if and && group.form == VerbForm::Infinitive && at + 2 == verb {
                            return self.subject_within(index, depth - 1);
                        }
                        continue;
                    }
                    match self.opener(index) {
                        Some(opener) if comma => at = opener,
                        Some(opener) if !and && matches!(self.kind(opener), ChunkKind::Relative(_)) => at = opener,
                        _ => return self.subject_within(index, depth - 1),
                    }
                    (comma, and) = (false, false);
                }
                ChunkKind::Noun(noun) => {
                    if noun.prep.is_some() || noun.date || noun.glued {
                        continue;
                    }
                    if let Some(host) = self.host[index] {
                        at = host + 1;
                        continue;
                    }
                    // « entre A et B », « avec A et B »: B is no subject either.
                    let first = self.first_conjunct(index);
                    if self.noun(first).is_some_and(|n| n.prep.is_some()) {
                        at = first;
                        continue;
                    }
                    if !self.agrees(first, verb) {
                        continue;
                    }
                    match self.object_of(index) {
                        Some(owner) if self.finite(owner) && (and || comma) => {
                            // « X a rencontré Y et a signé Z »
                            match self.opener(owner) {
                                Some(opener) if comma && !and => {
                                    at = opener;
                                    (comma, and) = (false, false);
                                }
                                _ => return self.subject_within(owner, depth - 1),
                            }
                        }
                        Some(owner) if !self.finite(owner) => at = owner + 1,
                        _ => return Subject::Chunk(first),
                    }
                }
            }
        }
        // « À Locarno se rencontrèrent A et B »: nobody before the verb.
        self.inverted(verb).map_or(Subject::None, Subject::Chunk)
    }

    /// Whether a noun phrase and a finite verb agree in number, as far as both tell it.
    fn agrees(&self, noun: usize, verb: usize) -> bool {
        let (Some(noun_phrase), Some(group)) = (self.noun(noun), self.group(verb)) else { return true };
        if !group.is_finite() || group.verb.is_none() {
            return true;
        }
        let several = noun_phrase.plural || self.next[noun].is_some();
        let one = match noun_phrase.mention.and_then(|m| self.mentions.get(m.index())).map(Mention::kind) {
            Some(MentionKind::Person) => true,
            Some(MentionKind::Official) => noun_phrase.determiner == super::chunk::Determiner::Definite,
            Some(_) => false,
            None => noun_phrase.determiner != super::chunk::Determiner::None,
        };
        if group.plural {
            several || !one
        } else {
            !(noun_phrase.plural && noun_phrase.mention.is_none())
        }
    }

    fn token_is(&self, chunk: usize, any: &[&str]) -> bool {
        self.chunks.get(chunk).is_some_and(|c| any.contains(&self.context.source.lowered(c.last as usize - 1)))
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

    /// The relative pronoun or conjunction that opens the clause of the finite verb in `verb`.
    fn opener(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        let mut commas = 0;
        for _ in 0..16 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Relative(_) | ChunkKind::Subordinator => return Some(at),
                ChunkKind::Break => return None,
                ChunkKind::Verb(_) if self.finite(at) => return None,
                ChunkKind::Comma => {
                    commas += 1;
                    if commas > 2 {
                        return None;
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// What a relative pronoun stands for: the noun phrase before it.
    #[must_use]
    pub fn antecedent(&self, relative: usize) -> Option<usize> {
        let mut at = relative.checked_sub(1)?;
        let mut comma = false;
        if self.kind(at) == ChunkKind::Comma {
            comma = true;
            at = at.checked_sub(1)?;
        }
        if self.kind(at) == ChunkKind::Close {
            at = self.before_bracket(at)?;
        }
        let mut best = None;
        for _ in 0..6 {
            let Some(noun) = self.noun(at) else { break };
            let at_host = self.host(at);
            let who = self.mention(at).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official));
            if best.is_none() && !noun.date {
                best = Some(at_host);
            }
            if who && !noun.date {
                return Some(at_host);
            }
            // Back along a chain of complements to its head.
            if noun.prep.is_none() && !noun.glued || !comma && noun.prep.is_none() {
                break;
            }
            match at.checked_sub(1) {
                Some(before) => at = before,
                None => break,
            }
        }
        best
    }

    /// Who carries out an infinitive.
    fn controller(&self, verb: usize, depth: u8) -> Subject {
        let Some(group) = self.group(verb) else { return Subject::None };
        let Some(governor) = group.governor else { return self.main_subject(verb, depth) };
        let Some(owner) = (0..verb).rev().take(REACH).find(|&i| self.chunks[i].verb() == Some(governor)) else {
            return Subject::None;
        };
        let lemma = self.lemma(owner);
        let purpose = group.marker.is_some_and(|m| m != Prep::A && m != Prep::DE);
        if !purpose && object_controls(lemma) {
            // « appeler X à », « demander à X de »: whom the verb addresses.
            let clitic = self.group(owner).is_some_and(|g| g.clitics.direct() || g.clitics.indirect());
            if clitic {
                return Subject::None;
            }
            for complement in self.complements(owner) {
                let object = complement.prep.is_none() || complement.prep == Some(Prep::A);
                if object && complement.chunk < verb && !complement.fronted && !complement.nested {
                    if self.mention(complement.chunk).is_some() || self.noun(complement.chunk).is_some_and(|n| n.plural)
                    {
                        return Subject::Chunk(complement.chunk);
                    }
                    return Subject::None;
                }
            }
            if self.group(owner).is_some_and(|g| g.voice == Voice::Passive) {
                return self.subject_within(owner, depth - 1);
            }
            return Subject::None;
        }
        if group.causative {
            return self.inverted(verb).map_or(Subject::None, Subject::Chunk);
        }
        self.subject_within(owner, depth - 1)
    }

    /// The infinitive of the verb in a chunk.
    #[must_use]
    pub fn lemma(&self, chunk: usize) -> &'static str {
        let verb = self.group(chunk).and_then(|g| g.verb);
        verb.map_or("", |v| self.context.lexicon.vocabulary().lemma(v))
    }

    /// The subject of the finite verb a gerund or fronted infinitive goes with.
    fn main_subject(&self, verb: usize, depth: u8) -> Subject {
        let before = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator))
            .find(|&i| self.finite(i));
        if let Some(before) = before {
            return self.subject_within(before, depth - 1);
        }
        let after = (verb + 1..self.chunks.len().min(verb + REACH))
            .take_while(|&i| {
                !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_))
            })
            .find(|&i| self.finite(i));
        after.map_or(Subject::None, |after| match self.subject_within(after, 1) {
            Subject::None => self.left_subject(after, 1),
            found => found,
        })
    }

    /// The subject of the first finite verb behind a fronted adjunct.
    #[must_use]
    pub fn clause_subject_after(&self, chunk: usize) -> Option<usize> {
        let verb = (chunk + 1..self.chunks.len().min(chunk + 16))
            .take_while(|&i| {
                !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_))
            })
            .find(|&i| self.finite(i))?;
        match self.subject(verb) {
            Subject::Chunk(subject) if subject > chunk => Some(subject),
            _ => None,
        }
    }

    /// « X, reçu par Y, … »; « Reçu par Y, X … ».
    fn participle_subject(&self, verb: usize, depth: u8) -> Subject {
        let opens = verb == 0
            || matches!(self.kind(verb - 1), ChunkKind::Break | ChunkKind::Quote)
            || verb == 1 && matches!(self.kind(0), ChunkKind::Adverb(_) | ChunkKind::Other);
        if opens {
            let after = (verb + 1..self.chunks.len().min(verb + REACH)).find(|&i| self.finite(i));
            return after.map_or(Subject::None, |after| match self.group(after).and_then(|g| g.subject) {
                Some(pronoun) => Subject::Pronoun(pronoun, self.chunks[after].first as usize),
                None => self.left_subject(after, depth - 1),
            });
        }
        let mut at = verb;
        let mut comma = false;
        for _ in 0..8 {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Comma if !comma => comma = true,
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => at = before + 1,
                    None => break,
                },
                ChunkKind::Adverb(_) | ChunkKind::Quote => {}
                ChunkKind::Verb(_) if self.group(index).is_some_and(|g| g.form == VerbForm::PastParticiple) => {}
                ChunkKind::And => {}
                ChunkKind::Noun(n) if n.date => {}
                ChunkKind::Noun(_) => {
                    if let Some(host) = self.host[index] {
                        return Subject::Chunk(host);
                    }
                    return Subject::Chunk(index);
                }
                _ => break,
            }
        }
        Subject::None
    }

    /// Objects, prepositional complements and adjuncts of the verb in chunk `verb`, by distance to its right, then those before it.
    #[must_use]
    pub fn complements(&self, verb: usize) -> Vec<Complement> {
        let mut out = Vec::new();
        self.right_of(verb, true, &mut out);
        self.left_of(verb, &mut out);
        out
    }

    /// Complements of the noun in chunk `noun`.
    #[must_use]
    pub fn dependents(&self, noun: usize) -> Vec<Complement> {
        let mut out = Vec::new();
        self.right_of(noun, false, &mut out);
        out
    }

    fn right_of(&self, head: usize, verbal: bool, out: &mut Vec<Complement>) {
        let mut object = !verbal;
        let inverted = verbal
            && match self.subject(head) {
                Subject::Chunk(s) => s > head,
                _ => false,
            };
        let mut comma = false;
        let mut at = head + 1;
        let stop = self.chunks.len().min(head + REACH / 2);
        while at < stop {
            match self.kind(at) {
                ChunkKind::Noun(noun) => {
                    let listed = self.previous[at].is_some_and(|p| p > head) || self.host[at].is_some_and(|h| h > head);
                    if listed {
                        // Reached through its conjunct or host.
                    } else if noun.date || noun.prep.is_some() {
                        let nested =
                            noun.prep == Some(Prep::DE) && self.noun(at.wrapping_sub(1)).is_some() && at > head + 1;
                        if !(comma && nested) {
                            out.push(Complement { chunk: at, prep: noun.prep, fronted: false, nested });
                        }
                    } else if noun.glued {
                        if !verbal && at <= head + 3 {
                            out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                        }
                    } else if self.host[at].is_some() {
                        // An apposition to something before the head.
                    } else if inverted && Subject::Chunk(at) == self.subject(head) {
                        object = object && verbal;
                    } else if !object && !comma {
                        object = true;
                        out.push(Complement { chunk: at, prep: None, fronted: false, nested: false });
                    } else {
                        return;
                    }
                    comma = false;
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => {}
                ChunkKind::Open => {
                    at = self.after_bracket(at);
                    continue;
                }
                ChunkKind::Comma => {
                    // Go on only to an adjunct, or across an apposition.
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        ChunkKind::Noun(n) => {
                            n.date
                                || n.prep.is_some_and(|p| p != Prep::DE)
                                || self.host[next].is_some()
                                || self.previous[next].is_some()
                        }
                        ChunkKind::Adverb(_) => true,
                        _ => self.host.get(at.wrapping_sub(1)).copied().flatten().is_some(),
                    };
                    if !goes_on {
                        return;
                    }
                    comma = true;
                }
                ChunkKind::And => {
                    let next = at + 1;
                    let goes_on = match self.kind(next) {
                        ChunkKind::Noun(n) => self.previous[next].is_some() || n.prep.is_some() || n.date,
                        ChunkKind::Adverb(_) => true,
                        _ => false,
                    };
                    if !goes_on {
                        return;
                    }
                }
                ChunkKind::Verb(_) => {
                    // A participle set behind a noun does not end the row: « la visite prévue mardi à Paris ».
                    let participle = self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple);
                    if !participle || verbal {
                        return;
                    }
                }
                ChunkKind::Close
                | ChunkKind::Break
                | ChunkKind::But
                | ChunkKind::Relative(_)
                | ChunkKind::Subordinator => return,
            }
            at += 1;
        }
    }

    /// Adjuncts before the verb: set at the head of the clause, or dates and adverbs right before the verb.
    fn left_of(&self, verb: usize, out: &mut Vec<Complement>) {
        let Some(group) = self.group(verb) else { return };
        if !group.is_finite() {
            return;
        }
        let mut at = verb;
        for _ in 0..REACH / 2 {
            let Some(index) = at.checked_sub(1) else { break };
            at = index;
            match self.kind(index) {
                ChunkKind::Close => match self.before_bracket(index) {
                    Some(before) => at = before + 1,
                    None => return,
                },
                ChunkKind::Noun(noun) => {
                    let complement = Complement { chunk: index, prep: noun.prep, fronted: true, nested: false };
                    if noun.date {
                        let nested = index
                            .checked_sub(1)
                            .and_then(|i| self.noun(i))
                            .is_some_and(|n| !n.date && n.mention.is_none() && noun.prep == Some(Prep::DE));
                        if !nested {
                            out.push(complement);
                        }
                    } else if noun.prep.is_some_and(|p| p != Prep::DE) && self.clause_initial(index) {
                        out.push(complement);
                    }
                }
                ChunkKind::Break | ChunkKind::Subordinator | ChunkKind::Relative(_) | ChunkKind::But => return,
                ChunkKind::Verb(_) => {
                    if self.finite(index) {
                        match self.opener(index) {
                            Some(opener) if (opener..verb).any(|i| self.kind(i) == ChunkKind::Comma) => at = opener,
                            _ => return,
                        }
                    }
                    // What stands behind a participle or infinitive is its own.
                    if !self.finite(index) {
                        while out.last().is_some_and(|c| c.fronted && c.chunk > index && self.no_comma(index, c.chunk))
                        {
                            out.pop();
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn no_comma(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.kind(i) != ChunkKind::Comma)
    }

    /// Whether nothing but adjuncts stands between the beginning of the clause and `index`.
    fn clause_initial(&self, index: usize) -> bool {
        let mut at = index;
        for _ in 0..8 {
            let Some(before) = at.checked_sub(1) else { return true };
            at = before;
            match self.kind(at) {
                ChunkKind::Break
                | ChunkKind::Subordinator
                | ChunkKind::But
                | ChunkKind::And
                | ChunkKind::Relative(_) => return true,
                ChunkKind::Noun(n) if n.prep.is_some() || n.date => {}
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Other => {}
                ChunkKind::Comma => return self.comma_before_adjunct(at),
                _ => return false,
            }
        }
        false
    }

    fn comma_before_adjunct(&self, comma: usize) -> bool {
        comma.checked_sub(1).is_none_or(|i| match self.kind(i) {
            ChunkKind::Noun(n) => n.date || n.prep.is_some() && self.clause_initial(i),
            ChunkKind::Adverb(_) => true,
            _ => false,
        })
    }

    /// The verb that has the noun phrase `noun` as subject or object, or else as a complement.
    #[must_use]
    pub fn owner(&self, noun: usize) -> Option<(usize, Role)> {
        let first = self.first_conjunct(noun);
        let chunk = self.noun(first)?;
        if chunk.prep.is_none() {
            if let Some(verb) = self.object_of(first) {
                return Some((verb, Role::Object));
            }
            for verb in first + 1..self.chunks.len().min(first + REACH / 2) {
                match self.kind(verb) {
                    ChunkKind::Verb(_) if self.finite(verb) && self.opener(verb).is_none_or(|o| o < first) => {
                        return (self.subject(verb) == Subject::Chunk(first)).then_some((verb, Role::Subject));
                    }
                    ChunkKind::Break => break,
                    _ => {}
                }
            }
            // « s'est tenue une rencontre »: inverted.
            return None;
        }
        let mut at = first;
        for _ in 0..10 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Verb(_) => return Some((at, Role::Complement)),
                ChunkKind::Noun(_) | ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::Comma => {}
                _ => return None,
            }
        }
        None
    }

    /// The verb of a relative clause that hangs on the noun in chunk `noun` (« des négociations qui se tiennent à Genève »).
    #[must_use]
    pub fn relative_verb(&self, noun: usize) -> Option<usize> {
        let relative = (noun + 1..self.chunks.len().min(noun + 8))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Verb(_)))
            .find(|&i| self.kind(i) == ChunkKind::Relative(None) && self.token_is(i, &["qui"]))?;
        let verb = (relative + 1..self.chunks.len().min(relative + 5)).find(|&i| self.finite(i))?;
        (self.subject(verb) == Subject::Chunk(noun) || self.antecedent_is_noun(relative, noun)).then_some(verb)
    }

    /// « trois rencontres ayant eu lieu entre A et B »
    #[must_use]
    pub fn occurring_participle(&self, noun: usize) -> Option<usize> {
        (noun + 1..self.chunks.len().min(noun + 5))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Comma))
            .find(|&i| self.group(i).is_some())
            .filter(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::PresentParticiple) && self.occurs(i))
    }

    /// Whether nothing but complements of `noun` stands between it and the relative pronoun, and the verb agrees in number.
    fn antecedent_is_noun(&self, relative: usize, noun: usize) -> bool {
        let plural = self.noun(noun).is_some_and(|n| n.plural);
        let verb = (relative + 1..self.chunks.len().min(relative + 5)).find(|&i| self.finite(i));
        (noun + 1..relative).all(|i| matches!(self.kind(i), ChunkKind::Noun(_) | ChunkKind::Comma | ChunkKind::And))
            && verb.and_then(|v| self.group(v)).is_some_and(|g| g.plural == plural)
    }

    /// Whether the verb only says that its subject, an event noun, takes place.
    #[must_use]
    pub fn occurs(&self, verb: usize) -> bool {
        let Some(group) = self.group(verb) else { return false };
        let after = group.last as usize;
        group.verb.is_some_and(|v| {
            self.cues
                .occurrence(v, group.voice == Voice::Reflexive, &|i, w| self.context.source.lowered(after + i) == w)
        })
    }

    /// The last infinitive of a row of modals: « devrait pouvoir se tenir ».
    #[must_use]
    pub fn last_infinitive(&self, verb: usize) -> usize {
        let mut last = verb;
        for _ in 0..3 {
            let number = self.chunks[last].verb();
            let next = (last + 1..self.chunks.len().min(last + 5)).find(|&i| {
                self.group(i)
                    .is_some_and(|g| g.form == VerbForm::Infinitive && g.governor == number && g.marker.is_none())
            });
            match next {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }

    /// The conjunction that opens the clause of the verb in chunk `verb`, and its first token.
    #[must_use]
    pub fn conjunction(&self, verb: usize) -> Option<usize> {
        self.opener(verb)
    }

    /// Whether a que-clause or an infinitive follows the verb.
    #[must_use]
    pub fn followed_by(&self, verb: usize) -> (bool, bool) {
        let number = self.chunks.get(verb).and_then(Chunk::verb);
        let infinitive = (verb + 1..self.chunks.len().min(verb + 12)).any(|i| {
            self.group(i).is_some_and(|g| {
                g.form == VerbForm::Infinitive
                    && g.governor == number
                    && g.marker.is_some_and(|m| m == Prep::A || m == Prep::DE)
            })
        });
        let that = (verb + 1..self.chunks.len().min(verb + 6))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Verb(_)))
            .any(|i| self.kind(i) == ChunkKind::Subordinator && self.token_is(i, &["que", "qu'"]));
        (infinitive, that)
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

/// Prepositions that parties of any kind stand behind together.
fn joins_parties(prep: Prep) -> bool {
    matches!(prep, Prep::ENTRE | Prep::AVEC | Prep::PAR | Prep::CONTRE)
}

/// Verbs whose object or addressee carries out the infinitive they govern.
fn object_controls(lemma: &str) -> bool {
    matches!(
        lemma,
        "appeler"
            | "exhorter"
            | "inviter"
            | "demander"
            | "ordonner"
            | "enjoindre"
            | "presser"
            | "prier"
            | "sommer"
            | "autoriser"
            | "obliger"
            | "contraindre"
            | "forcer"
            | "permettre"
            | "empêcher"
            | "charger"
            | "convaincre"
            | "persuader"
            | "encourager"
            | "inciter"
            | "pousser"
            | "aider"
            | "conseiller"
            | "recommander"
            | "interdire"
            | "accuser"
            | "soupçonner"
            | "dissuader"
            | "mandater"
            | "chargé"
            | "convier"
            | "suggérer"
            | "reprocher"
            | "avertir"
            | "intimer"
            | "conjurer"
            | "supplier"
    )
}

/// Whether a tense tells of the past.
#[must_use]
pub fn is_past(tense: Tense) -> bool {
    matches!(tense, Tense::Past | Tense::Pluperfect | Tense::Imperfect | Tense::Perfect)
}
