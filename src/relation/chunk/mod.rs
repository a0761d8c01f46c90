//! A sentence as a row of chunks: noun phrases, verb groups, and the small
//! words and marks between them. One pass over the tokens.

mod called;
mod lead;
mod marks;
mod phrase;
mod words;

use self::lead::Lead;
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::Word;
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
    #[inline]
    pub fn noun(&self) -> Option<&Noun> {
        match &self.kind {
            ChunkKind::Noun(noun) => Some(noun),
            _ => None,
        }
    }

    /// The verb group's number, when it is one.
    #[must_use]
    #[inline]
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
    let words = &context.lexical.words;
    let mut reader = Chunker {
        context,
        words: &words[..words.len().min(sentence.end as usize)],
        cues,
        mentions,
        mention: from,
        mention_first: 0,
        groups,
        group: 0,
        group_first: 0,
        first_group,
        end: sentence.end as usize,
        at: sentence.start as usize,
        out,
    };
    reader.run();
}

struct Chunker<'a, 'o> {
    context: Context<'a>,
    /// Numbers of the words up to the end of the sentence.
    words: &'a [u32],
    cues: &'a Cues,
    mentions: &'a [Mention],
    /// The next mention that has not been passed, and its first token.
    mention: usize,
    mention_first: usize,
    groups: &'a [VerbGroup],
    /// The next verb group that has not been passed, and its first token.
    group: usize,
    group_first: usize,
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
        self.dashes();
        self.semicolons();
    }

    fn word(&self, index: usize) -> &Word {
        self.context.lexicon.word(self.words.get(index).copied().unwrap_or(0))
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
    #[inline]
    fn mention_at(&mut self, index: usize) -> Option<usize> {
        if index < self.mention_first {
            None
        } else {
            self.next_mention(index)
        }
    }

    fn next_mention(&mut self, index: usize) -> Option<usize> {
        // A vague adjective (« le prochain sommet ») stays an adjective of its noun.
        let past = |m: &Mention| m.last as usize <= index || m.first as usize <= index && is_adjective(m);
        while self.mentions.get(self.mention).is_some_and(past) {
            self.mention += 1;
        }
        let next = self.mentions.get(self.mention);
        self.mention_first = next.map_or(usize::MAX, |m| m.first as usize);
        next.filter(|m| m.holds(index)).map(|_| self.mention)
    }

    /// The verb group that begins at token `index`, unless a mention holds its verb.
    #[inline]
    fn group_at(&mut self, index: usize) -> Option<usize> {
        if index < self.group_first {
            None
        } else {
            self.next_group(index)
        }
    }

    fn next_group(&mut self, index: usize) -> Option<usize> {
        while self.groups.get(self.group).is_some_and(|g| (g.first as usize) < index) {
            self.group += 1;
        }
        let next = self.groups.get(self.group);
        self.group_first = next.map_or(usize::MAX, |g| g.first as usize);
        let group = next.filter(|g| g.first as usize == index)?;
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
            if let Some(last) = self.long_ago(at) {
                return self.push(ChunkKind::Adverb(false), at, last);
            }
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

    /// A token with a capital that is an honorific.
    fn honorific(&self, at: usize) -> bool {
        self.context.source.get(at).is_some_and(|t| t.is_capitalized())
            && crate::mention::is_honorific(self.lowered(at))
    }

    /// A word that a hyphen joins to the next.
    fn compound(&self, at: usize) -> bool {
        at + 1 < self.end && self.context.source.get(at + 1).is_some_and(|t| t.is_joined())
    }
}

fn is_adjective(mention: &Mention) -> bool {
    matches!(&mention.data, MentionData::Date(timex) if timex.is_adjective())
}
