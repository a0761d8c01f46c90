//! A sentence as a row of chunks: noun phrases, verb groups, and the small
//! words and marks between them. One pass over the tokens.

mod lead;
mod phrase;

use self::lead::Lead;
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{Pos, Word};
use crate::mention::{Context, Mention, MentionData, MentionKind};
use crate::relation::cue::Cues;
use crate::syntax::VerbGroup;
use crate::text::{Sentence, TokenKind};

/// What a determiner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Determiner {
    /// None at all.
    None,
    /// le, du, au
    Definite,
    /// un, des, quelques
    Indefinite,
    /// son, leur
    Possessive,
    /// ce
    Demonstrative,
    /// aucun, nul
    Negative,
}

/// A noun phrase without its complements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// The preposition before it.
    pub prep: Option<Prep>,
    /// Its determiner.
    pub determiner: Determiner,
    /// Token of the head noun, or first token of the mention.
    pub head: u32,
    /// The most specific mention it is: the person where one is named.
    pub mention: Option<MentionId>,
    /// The official named beside the person.
    pub official: Option<MentionId>,
    /// A date.
    pub date: bool,
    /// A name set right behind the noun before it (« le sommet Trump-Kim »).
    pub glued: bool,
    /// Plural, by its determiner or head.
    pub plural: bool,
}

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChunkKind {
    /// A noun phrase.
    Noun(Noun),
    /// A verb group, by its number.
    Verb(u32),
    /// qui, que, dont, où, lequel, with the preposition before it.
    Relative(Option<Prep>),
    /// que, lorsque…
    Subordinator,
    /// et, ou, ni
    And,
    /// mais, or, car
    But,
    /// ,
    Comma,
    /// A mark no clause goes across.
    Break,
    /// ( and [
    Open,
    /// ) and ]
    Close,
    /// « or »
    Quote,
    /// An adverb, or « par téléphone ».
    Adverb(bool),
    /// A word nothing is known of.
    Other,
}

/// One chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chunk {
    /// What it is.
    pub kind: ChunkKind,
    /// First token, prepositions and determiners counted in.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
}

impl Chunk {
    /// The noun phrase, when it is one.
    #[must_use]
    pub fn noun(&self) -> Option<&Noun> {
        match &self.kind {
            ChunkKind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    /// The verb group's number, when it is one.
    #[must_use]
    pub fn verb(&self) -> Option<u32> {
        match self.kind {
            ChunkKind::Verb(group) => Some(group),
            _ => None,
        }
    }
}

/// Reads the chunks of `sentence` into `out`. `mentions` are those of the whole text.
pub fn read(
    context: Context<'_>,
    cues: &Cues,
    mentions: &[Mention],
    number: usize,
    sentence: Sentence,
    out: &mut Vec<Chunk>,
) {
    out.clear();
    let (first_group, groups) = context.syntax.groups_of(number);
    let from = mentions.partition_point(|m| m.last <= sentence.start);
    let mut reader = Chunker {
        context,
        cues,
        mentions,
        mention: from,
        groups,
        group: 0,
        first_group,
        end: sentence.end as usize,
        at: sentence.start as usize,
        out,
    };
    reader.run();
}

struct Chunker<'a, 'o> {
    context: Context<'a>,
    cues: &'a Cues,
    mentions: &'a [Mention],
    /// The next mention that has not been passed.
    mention: usize,
    groups: &'a [VerbGroup],
    group: usize,
    first_group: usize,
    end: usize,
    at: usize,
    out: &'o mut Vec<Chunk>,
}

impl Chunker<'_, '_> {
    fn run(&mut self) {
        while self.at < self.end {
            let start = self.at;
            self.one();
            if self.at <= start {
                self.at = start + 1;
            }
        }
    }

    fn word(&self, index: usize) -> &Word {
        let number = self.context.lexical.words.get(index).copied().unwrap_or(0);
        self.context.lexicon.word(if index < self.end { number } else { 0 })
    }

    fn str(&self, index: usize) -> &str {
        if index < self.end {
            self.context.source.str(index)
        } else {
            ""
        }
    }

    fn lowered(&self, index: usize) -> &str {
        if index < self.end {
            self.context.source.lowered(index)
        } else {
            ""
        }
    }

    fn push(&mut self, kind: ChunkKind, first: usize, last: usize) {
        self.out.push(Chunk { kind, first: first as u32, last: last as u32 });
        self.at = last;
    }

    /// The mention that begins at or covers token `index`.
    fn mention_at(&mut self, index: usize) -> Option<usize> {
        // A vague adjective (« le prochain sommet ») stays an adjective of its noun.
        let past = |m: &Mention| m.last as usize <= index || m.first as usize <= index && is_adjective(m);
        while self.mentions.get(self.mention).is_some_and(past) {
            self.mention += 1;
        }
        self.mentions.get(self.mention).filter(|m| m.holds(index)).map(|_| self.mention)
    }

    /// The verb group that begins at token `index`, unless a mention holds its verb.
    fn group_at(&mut self, index: usize) -> Option<usize> {
        while self.groups.get(self.group).is_some_and(|g| (g.first as usize) < index) {
            self.group += 1;
        }
        let group = self.groups.get(self.group).filter(|g| g.first as usize == index)?;
        let inside = self.mentions[self.mention.min(self.mentions.len())..]
            .iter()
            .take_while(|m| m.first < group.last)
            .any(|m| m.holds(group.head as usize) && m.kind() != MentionKind::Date);
        (!inside).then_some(self.group)
    }

    fn one(&mut self) {
        let at = self.at;
        if let Some(mention) = self.mention_at(at) {
            return self.noun_phrase(at, at, Lead::none(), Some(mention));
        }
        if let Some(group) = self.group_at(at) {
            let last = self.groups[group].last as usize;
            // An infinitive's or gerund's preposition has been read as a chunk of its own; drop it.
            return self.push(ChunkKind::Verb((self.first_group + group) as u32), at, last.max(at + 1));
        }
        let Some(token) = self.context.source.get(at) else { return };
        match token.kind {
            TokenKind::Punct => self.mark(at),
            TokenKind::Word | TokenKind::Number => self.words(at),
            _ => self.push(ChunkKind::Other, at, at + 1),
        }
    }

    fn mark(&mut self, at: usize) {
        let kind = match self.str(at) {
            "," => ChunkKind::Comma,
            "(" | "[" => ChunkKind::Open,
            ")" | "]" => ChunkKind::Close,
            "«" | "»" | "“" | "”" | "\"" | "‹" | "›" | "„" | "'" | "’" | "‘" => ChunkKind::Quote,
            "-" | "–" | "—" | "--" if self.context.source.get(at).is_some_and(|t| t.is_glued()) => ChunkKind::And,
            "/" => ChunkKind::And,
            _ => ChunkKind::Break,
        };
        self.push(kind, at, at + 1);
        // « un échange « historique » de prisonniers »: the adjective is no noun.
        let quoted = kind == ChunkKind::Quote
            && matches!(self.str(at + 2), "»" | "”" | "\"" | "›")
            && self.word(at + 1).pos.any(Pos::ADJECTIVE)
            && self.out.iter().rev().nth(1).is_some_and(|c| c.noun().is_some_and(|n| n.mention.is_none()));
        if quoted {
            self.push(ChunkKind::Other, at + 1, at + 2);
        }
    }

    fn words(&mut self, at: usize) {
        let lexicon = self.context.lexicon;
        let word = *self.word(at);
        if matches!(self.str(at), "SE" | "S.E." | "SEM" | "S.E.M.") {
            // « SE M. Sabri Boukadoum »: his excellency is no word of its own.
            let next = if matches!(self.str(at + 1), "M." | "Mme") { at + 2 } else { at + 1 };
            if let Some(index) = self.mention_at(next).filter(|&m| self.mentions[m].kind() == MentionKind::Person) {
                return self.noun_phrase(at, next, Lead::none(), Some(index));
            }
        }
        if self.honorific(at) {
            // « Me Y »: no pronoun.
            if let Some(index) = self.mention_at(at + 1).filter(|&m| self.mentions[m].kind() == MentionKind::Person) {
                return self.noun_phrase(at, at + 1, Lead::none(), Some(index));
            }
        }
        if self.str(at) == "A" && self.opens_clause() {
            // « A Paris », « A sa sortie »: a capital without its accent.
            return self.lead(at, at + 1, Lead { prep: Some(Prep::A), ..Lead::none() });
        }
        if let Some(phrase) = lexicon.grammar().phrase(lexicon.vocabulary(), &self.context.lexical.words, at) {
            let last = at + phrase.len;
            match phrase.function {
                Function::Preposition(prep) => {
                    let determiner = if phrase.article { Determiner::Definite } else { Determiner::None };
                    return self.lead(at, last, Lead { prep: Some(prep), determiner, plural: false, partitive: false });
                }
                Function::Adverb => return self.push(ChunkKind::Adverb(false), at, last),
                Function::ByPhone => return self.push(ChunkKind::Adverb(true), at, last),
                Function::Subordinator => return self.push(ChunkKind::Subordinator, at, last),
                Function::Coordinator => return self.push(ChunkKind::And, at, last),
                _ => {}
            }
        }
        match word.function {
            // « un sauf-conduit », « entre-temps »
            Function::Preposition(_) if self.compound(at) => self.noun_phrase(at, at, Lead::none(), None),
            Function::Preposition(prep) => self.lead(at, at + 1, Lead { prep: Some(prep), ..Lead::none() }),
            Function::OfDefinite | Function::ToDefinite => {
                let prep = if word.function == Function::OfDefinite { Prep::DE } else { Prep::A };
                let lead = Lead {
                    prep: Some(prep),
                    determiner: Determiner::Definite,
                    plural: matches!(self.lowered(at), "des" | "aux"),
                    partitive: word.function == Function::OfDefinite,
                };
                // « des « informations détaillées » »
                let quote = matches!(self.lowered(at + 1), "«" | "“" | "\"");
                self.noun_phrase(at, at + 1 + usize::from(quote), lead, None);
            }
            Function::None if self.lowered(at) == "d'" => {
                self.lead(at, at + 1, Lead { prep: Some(Prep::DE), ..Lead::none() });
            }
            f if f.determines() => self.lead(at, at, Lead::none()),
            Function::Relative => self.push(ChunkKind::Relative(None), at, at + 1),
            Function::Interrogative => self.push(ChunkKind::Subordinator, at, at + 1),
            // « nommé X comme ambassadeur »
            Function::Subordinator if self.lowered(at) == "comme" && self.office_at(at + 1) => {
                let prep = self.context.lexicon.grammar().prep("en tant que");
                self.lead(at, at + 1, Lead { prep, ..Lead::none() });
            }
            Function::Subordinator if self.joins_names(at) => self.push(ChunkKind::And, at, at + 1),
            Function::Subordinator => {
                if matches!(self.lowered(at), "que" | "qu'") && self.restricts() {
                    return self.push(ChunkKind::Adverb(false), at, at + 1);
                }
                // « que » right behind a noun opens a relative clause.
                // An adjective nothing is known of may stand between.
                let skip = usize::from(self.out.last().is_some_and(|c| c.kind == ChunkKind::Other));
                let comma = self.out.iter().rev().nth(skip).is_some_and(|c| c.kind == ChunkKind::Comma);
                let mut before = self.out.iter().rev().nth(skip + usize::from(comma));
                // « les Forces de soutien rapide (FSR), qu'il qualifie de … »
                if before.is_some_and(|c| c.kind == ChunkKind::Close) {
                    before = self.out.iter().rev().skip_while(|c| c.kind != ChunkKind::Open).nth(1);
                }
                let relative = matches!(self.lowered(at), "que" | "qu'")
                    && before.is_some_and(|c| {
                        c.noun().is_some_and(|n| {
                            !n.date && (!comma || n.mention.is_some() || n.determiner != Determiner::None)
                        })
                    })
                    && (comma || !self.speech_before());
                let kind = if relative { ChunkKind::Relative(None) } else { ChunkKind::Subordinator };
                self.push(kind, at, at + 1);
            }
            Function::Coordinator => {
                let kind = match self.lowered(at) {
                    "mais" | "or" | "car" => ChunkKind::But,
                    _ => ChunkKind::And,
                };
                self.push(kind, at, at + 1);
            }
            Function::Adverb => self.push(ChunkKind::Adverb(false), at, at + 1),
            Function::Negative | Function::Ne => self.push(ChunkKind::Adverb(false), at, at + 1),
            // « s'il est élu »
            Function::Clitic if self.lowered(at) == "s'" && matches!(self.lowered(at + 1), "il" | "ils") => {
                self.push(ChunkKind::Subordinator, at, at + 1);
            }
            Function::SubjectPronoun | Function::Clitic => self.push(ChunkKind::Other, at, at + 1),
            _ if word.pos.nominal() || self.context.source.get(at).is_some_and(|t| t.is_number()) => {
                let adverb = word.pos.any(Pos::ADVERB) && !word.pos.any(Pos::NOUN);
                if adverb {
                    self.push(ChunkKind::Adverb(false), at, at + 1);
                } else {
                    self.noun_phrase(at, at, Lead::none(), None);
                }
            }
            _ if self.compound(at) => {
                self.noun_phrase(at, at, Lead::none(), None);
            }
            _ if word.pos.any(Pos::ADVERB) || self.lowered(at).ends_with("ment") => {
                self.push(ChunkKind::Adverb(false), at, at + 1);
            }
            _ if self.context.source.get(at).is_some_and(|t| t.is_capitalized()) => {
                self.noun_phrase(at, at, Lead::none(), None);
            }
            _ => self.push(ChunkKind::Other, at, at + 1),
        }
    }

    /// A token with a capital that is an honorific.
    fn honorific(&self, at: usize) -> bool {
        self.context.source.get(at).is_some_and(|t| t.is_capitalized())
            && crate::mention::is_honorific(self.lowered(at))
    }

    /// An official without article, or with an indefinite one, begins at token `at`.
    fn office_at(&mut self, at: usize) -> bool {
        let mut at = if self.word(at).function == Function::Indefinite { at + 1 } else { at };
        // « comme nouvel ambassadeur »
        if self.is_prenominal(at) && self.mention_at(at).is_none() {
            at += 1;
        }
        self.mention_at(at).is_some_and(|m| self.mentions[m].kind() == MentionKind::Official)
    }

    /// « la Géorgie comme l'Azerbaïdjan », « tant le président que la ministre »
    fn joins_names(&mut self, at: usize) -> bool {
        let before = self.out.last().and_then(Chunk::noun).copied();
        let Some(before) = before.filter(|n| !n.date && n.mention.is_some()) else { return false };
        let article = self.word(at + 1).function.determines();
        let Some(next) = self.mention_at(if article { at + 2 } else { at + 1 }) else { return false };
        let kind = |m: usize| match self.mentions[m].kind() {
            MentionKind::Official => MentionKind::Person,
            kind => kind,
        };
        let alike = before.mention.is_some_and(|m| kind(m.index()) == kind(next))
            && (article || self.mentions[next].kind() != MentionKind::Official);
        alike
            && match self.lowered(at) {
                "comme" => true,
                "que" | "qu'" => {
                    self.out.iter().rev().skip(1).take(8).find_map(|c| match c.kind {
                        ChunkKind::Adverb(_) => Some(self.lowered(c.first as usize) == "tant"),
                        ChunkKind::Noun(_) | ChunkKind::Comma => None,
                        _ => Some(false),
                    }) == Some(true)
                }
                _ => false,
            }
    }

    /// Nothing of the clause has been read yet.
    fn opens_clause(&self) -> bool {
        self.out.last().is_none_or(|c| matches!(c.kind, ChunkKind::Break | ChunkKind::Quote | ChunkKind::Open))
    }

    /// A word that a hyphen joins to the next.
    fn compound(&self, at: usize) -> bool {
        at + 1 < self.end && self.context.source.get(at + 1).is_some_and(|t| t.is_joined())
    }

    /// « n'a rencontré à Paris que X »: a « ne » without « pas » waits for this « que ».
    fn restricts(&self) -> bool {
        for chunk in self.out.iter().rev().take(4) {
            match chunk.kind {
                ChunkKind::Verb(number) => {
                    return self.context.syntax.groups.get(number as usize).is_some_and(|g| {
                        !g.negated && (g.first..g.head).any(|t| matches!(self.lowered(t as usize), "ne" | "n'"))
                    })
                }
                ChunkKind::Noun(n) if n.date || n.prep.is_some() => {}
                ChunkKind::Adverb(_) => {}
                _ => return false,
            }
        }
        false
    }

    /// « a annoncé jeudi que », « a dit au ministre que », « a déclaré lors d'un point de presse que »: no relative clause.
    fn speech_before(&self) -> bool {
        let groups = &self.context.syntax.groups;
        let (mut adjunct, mut sort, mut judged) = (false, false, false);
        for chunk in self.out.iter().rev().take(6) {
            match chunk.kind {
                ChunkKind::Verb(number) => {
                    let verb = groups.get(number as usize).and_then(|g| g.verb);
                    let says = || verb.is_some_and(|v| self.cues.speech(v));
                    let is = || verb.is_some_and(|v| self.context.lexicon.vocabulary().lemma(v) == "être");
                    return !sort && (!adjunct || says()) && (!judged || is());
                }
                // « il est possible que X vienne »
                ChunkKind::Noun(n)
                    if n.prep.is_none()
                        && n.mention.is_none()
                        && n.determiner == Determiner::None
                        && self.word(n.head as usize).pos.any(Pos::ADJECTIVE) =>
                {
                    judged = true;
                }
                ChunkKind::Noun(n) if n.date || n.prep == Some(Prep::A) && n.mention.is_some() => {}
                // « la presse que … » may go on; « un point de presse » is one thing.
                ChunkKind::Noun(n) if n.prep == Some(Prep::DE) => sort = true,
                ChunkKind::Noun(n) if n.prep.is_some() => (adjunct, sort) = (true, false),
                ChunkKind::Adverb(_) => {}
                _ => return false,
            }
        }
        false
    }
}

fn is_adjective(mention: &Mention) -> bool {
    matches!(&mention.data, MentionData::Date(timex) if timex.is_adjective())
}
