//! A sentence as a row of chunks: noun phrases, verb groups, and the small
//! words and marks between them. One pass over the tokens.

use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{Pos, Word};
use crate::mention::{Context, Mention, MentionData, MentionKind};
use crate::syntax::{VerbForm, VerbGroup};
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
pub fn read(context: Context<'_>, mentions: &[Mention], number: usize, sentence: Sentence, out: &mut Vec<Chunk>) {
    out.clear();
    let (first_group, groups) = context.syntax.groups_of(number);
    let from = mentions.partition_point(|m| m.last <= sentence.start);
    let mut reader = Chunker {
        context,
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

/// A preposition and determiner read before a noun.
#[derive(Clone, Copy)]
struct Lead {
    prep: Option<Prep>,
    determiner: Determiner,
    plural: bool,
    /// du, des: perhaps no preposition at all.
    partitive: bool,
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
    }

    fn words(&mut self, at: usize) {
        let lexicon = self.context.lexicon;
        let word = *self.word(at);
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
                self.noun_phrase(at, at + 1, lead, None);
            }
            Function::None if self.lowered(at) == "d'" => {
                self.lead(at, at + 1, Lead { prep: Some(Prep::DE), ..Lead::none() });
            }
            f if f.determines() => self.lead(at, at, Lead::none()),
            Function::Relative => self.push(ChunkKind::Relative(None), at, at + 1),
            Function::Interrogative => self.push(ChunkKind::Subordinator, at, at + 1),
            Function::Subordinator if self.joins_names(at) => self.push(ChunkKind::And, at, at + 1),
            Function::Subordinator => {
                if matches!(self.lowered(at), "que" | "qu'") && self.restricts() {
                    return self.push(ChunkKind::Adverb(false), at, at + 1);
                }
                // « que » right behind a noun opens a relative clause.
                let comma = self.out.last().is_some_and(|c| c.kind == ChunkKind::Comma);
                let before = if comma { self.out.iter().rev().nth(1) } else { self.out.last() };
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

    /// « a annoncé jeudi que », « a dit au ministre que »: no relative clause.
    fn speech_before(&self) -> bool {
        for chunk in self.out.iter().rev().take(4) {
            match chunk.kind {
                ChunkKind::Verb(_) => return true,
                ChunkKind::Noun(n) if n.date || n.prep == Some(Prep::A) && n.mention.is_some() => {}
                ChunkKind::Adverb(_) => {}
                _ => return false,
            }
        }
        false
    }

    /// After a preposition (read up to `at`): another preposition's determiner, a relative, an infinitive or a noun.
    fn lead(&mut self, start: usize, mut at: usize, mut lead: Lead) {
        // « d'ici à », « jusqu'à », « de chez », « d'entre »: the last preposition counts.
        for _ in 0..2 {
            if let Function::Preposition(prep) = self.word(at).function {
                let free = !self.compound(at) && self.mention_at(at).is_none() && self.group_at(at).is_none();
                if lead.prep.is_some() && free {
                    lead.prep = Some(prep);
                    at += 1;
                }
            }
        }
        if self.word(at).function == Function::ToDefinite && lead.prep.is_some() {
            lead.determiner = Determiner::Definite;
            at += 1;
        }
        if lead.prep.is_some() && matches!(self.str(at), "«" | "“" | "\"") {
            at += 1;
        }
        if lead.prep.is_some() {
            if self.group_at(at).is_some_and(|g| self.groups[g].form != VerbForm::PastParticiple) {
                self.at = at;
                return;
            }
            if self.word(at).function == Function::Relative || matches!(self.lowered(at), "lequel" | "laquelle") {
                return self.push(ChunkKind::Relative(lead.prep), start, at + 1);
            }
        }
        for _ in 0..3 {
            if self.mention_at(at).is_some() {
                break;
            }
            let function = self.word(at).function;
            if !function.determines() {
                break;
            }
            let lowered = self.lowered(at);
            let plural = matches!(lowered, "les" | "des" | "aux" | "ses" | "leurs" | "ces")
                || function == Function::Quantifier
                    && !matches!(
                        lowered,
                        "chaque" | "tout" | "toute" | "aucun" | "aucune" | "nul" | "nulle" | "quelque"
                    );
            lead.plural |= plural;
            lead.determiner = match function {
                Function::Definite | Function::OfDefinite | Function::ToDefinite => Determiner::Definite,
                Function::Possessive => Determiner::Possessive,
                Function::Demonstrative => Determiner::Demonstrative,
                Function::Quantifier if matches!(lowered, "aucun" | "aucune" | "nul" | "nulle") => Determiner::Negative,
                Function::Quantifier if lead.determiner != Determiner::None => lead.determiner,
                _ => Determiner::Indefinite,
            };
            at += 1;
        }
        if at > start && matches!(self.str(at), "«" | "“" | "\"") {
            // « l'« exigence » »
            at += 1;
        }
        let mention = self.mention_at(at);
        self.noun_phrase(start, at, lead, mention);
    }

    /// A noun phrase whose first noun may stand at `at`; `start` counts its preposition in.
    fn noun_phrase(&mut self, start: usize, at: usize, mut lead: Lead, mention: Option<usize>) {
        let mention = mention.or_else(|| self.mention_at(at));
        // « du Venezuela », « des Balkans » are complements always; « des troupes » may be an object.
        let name = mention.is_some_and(|m| {
            !lead.plural || matches!(self.mentions[m].kind(), MentionKind::Place | MentionKind::Person)
        });
        let partitive = lead.partitive && !name && self.after_verb(false)
            // « n'a pas signé d'accord », « n'a pas livré de missiles »
            || lead.prep == Some(Prep::DE)
                && lead.determiner == Determiner::None
                && mention.is_none_or(|m| self.mentions[m].kind() == MentionKind::Official)
                && (self.after_verb(true)
                    || mention.is_none()
                        && self.after_verb(false)
                        && (self.word(at).prenominal || matches!(self.lowered(at), "nombreux" | "nombreuses" | "telles" | "tels" | "multiples")));
        if partitive {
            lead.plural = lead.plural || self.lowered(at).ends_with(['s', 'x']);
        }
        if partitive {
            lead.prep = None;
            lead.determiner = Determiner::Indefinite;
        }
        if let Some(index) = mention {
            return self.named(start, lead, index);
        }
        let mut last = at;
        let mut head = None;
        while last < self.end && last < at + 8 {
            if self.mention_at(last).is_some() || (last > at || head.is_some()) && self.group_at(last).is_some() {
                break;
            }
            let word = *self.word(last);
            let token = self.context.source.get(last);
            let number = token.is_some_and(|t| t.is_number());
            let capital = token.is_some_and(|t| t.is_capitalized()) && last > at;
            let joined = token.is_some_and(|t| t.is_joined());
            if word.function != Function::None
                && !joined
                && !self.compound(last)
                && !(word.pos.any(Pos::NOUN) && last == at && lead.determiner != Determiner::None)
            {
                if word.function == Function::Quantifier && head.is_none() {
                    lead.plural |= true;
                    last += 1;
                    continue;
                }
                break;
            }
            if number {
                last += 1;
                continue;
            }
            let compound = joined || self.compound(last);
            if !word.pos.nominal() && !capital && !compound && !token.is_some_and(|t| t.is_capitalized()) {
                if word.pos.any(Pos::ADVERB) && head.is_none() && last > at {
                    last += 1;
                    continue;
                }
                // A word nothing is known of behind a determiner is a noun.
                if !(last == at
                    && word.pos.0 == 0
                    && lead.determiner != Determiner::None
                    && token.is_some_and(|t| t.is_word()))
                {
                    break;
                }
            }
            if matches!(self.lowered(last), "cent" | "cents" | "mille") && self.word(last + 1).pos.any(Pos::NOUN) {
                // « huit cents soldats »
                lead.plural = true;
                last += 1;
                continue;
            }
            if head.is_none() || (!joined && word.pos.any(Pos::NOUN) && self.prenominal(head)) {
                head = Some(last);
            }
            last += 1;
        }
        let Some(head) = head else {
            // Adjectives or numbers alone before a mention: « l'ancien [président] », « près de 15 [pays] ».
            if let Some(index) = self.mention_at(last) {
                return self.named(start, lead, index);
            }
            if last > start {
                return self.push(ChunkKind::Other, start, last);
            }
            return self.push(ChunkKind::Other, start, start + 1);
        };
        // « M. Lavrov », « le général X », « l'opposant Y »: a person named right behind is who is meant.
        if let Some(index) = self.mention_at(last) {
            let person =
                self.mentions[index].kind() == MentionKind::Person && self.mentions[index].first as usize == last;
            if person && !self.named_thing(head) {
                return self.named(start, lead, index);
            }
        }
        // Only adjectives so far and a mention next: the mention is the head.
        if let Some(index) = self.mention_at(last) {
            let word = self.word(head);
            let adjective = word.pos.any(Pos::ADJECTIVE) && (!word.pos.any(Pos::NOUN) || self.is_prenominal(head));
            if adjective
                && self.mentions[index].kind() != MentionKind::Date
                && self.mentions[index].kind() != MentionKind::Place
            {
                return self.named(start, lead, index);
            }
        }
        let word = self.word(head);
        let plural = lead.plural || (word.pos.any(Pos::PLURAL) && !word.pos.any(Pos::SINGULAR));
        let noun = Noun {
            prep: lead.prep,
            determiner: lead.determiner,
            head: head as u32,
            mention: None,
            official: None,
            date: false,
            glued: false,
            plural,
        };
        self.push(ChunkKind::Noun(noun), start, last);
    }

    /// Nouns that carry a person's name without being that person (« le sommet Trump-Kim », « la loi X »).
    fn named_thing(&self, head: usize) -> bool {
        let folded = self.context.source.folded(head);
        let event = self.word(head).pos.any(Pos::FINITE | Pos::PAST_PARTICIPLE)
            || folded.ends_with("tion")
            || folded.ends_with("ment")
            || folded.ends_with("age")
            || folded.ends_with("ence");
        event
            || matches!(
                folded,
                "affaire"
                    | "loi"
                    | "plan"
                    | "projet"
                    | "sommet"
                    | "entretien"
                    | "entrevue"
                    | "proces"
                    | "clan"
                    | "famille"
                    | "doctrine"
                    | "camp"
                    | "duo"
                    | "tandem"
                    | "ere"
                    | "methode"
                    | "accord"
                    | "accords"
                    | "duel"
                    | "debat"
                    | "dossier"
                    | "pacte"
                    | "groupe"
                    | "bataillon"
                    | "aeroport"
                    | "prix"
                    | "axe"
                    | "diner"
                    | "tete"
                    | "face"
                    | "couple"
                    | "epoux"
                    | "regime"
                    | "cabinet"
                    | "equipe"
                    | "systeme"
                    | "avenue"
                    | "rue"
                    | "stade"
                    | "universite"
                    | "theorie"
                    | "annees"
                    | "scandale"
                    | "memorandum"
            )
    }

    /// Whether a « des » or « de » here opens an object or a subject rather than a complement.
    fn after_verb(&self, negated: bool) -> bool {
        for (steps, chunk) in self.out.iter().rev().take(6).enumerate() {
            match chunk.kind {
                ChunkKind::Comma
                | ChunkKind::Break
                | ChunkKind::And
                | ChunkKind::Quote
                | ChunkKind::Subordinator
                | ChunkKind::Relative(_) => {
                    return !negated && steps == 0;
                }
                ChunkKind::Verb(group) => {
                    let Some(group) = self.context.syntax.groups.get(group as usize) else { return false };
                    let takes = group.voice != crate::syntax::Voice::Passive && group.form != VerbForm::PastParticiple;
                    return takes && (!negated || group.negated || group.marker == Some(Prep::SANS));
                }
                ChunkKind::Adverb(_) => {}
                ChunkKind::Noun(noun)
                    if noun.date || noun.prep.is_some_and(|p| p != Prep::DE) && noun.mention.is_some() => {}
                _ => return false,
            }
        }
        !negated && self.out.is_empty()
    }

    fn prenominal(&self, head: Option<usize>) -> bool {
        head.is_some_and(|h| self.is_prenominal(h))
    }

    /// Adjectives that stand before their noun though they may be nouns themselves.
    fn is_prenominal(&self, index: usize) -> bool {
        let word = self.word(index);
        word.prenominal || word.pos.any(Pos::ADJECTIVE) && !word.pos.any(Pos::NOUN)
    }

    /// A noun phrase that is a mention, with the person named behind an official.
    fn named(&mut self, start: usize, lead: Lead, index: usize) {
        let mention = &self.mentions[index];
        let mut last = mention.last as usize;
        let mut noun = Noun {
            prep: lead.prep,
            determiner: lead.determiner,
            head: mention.first,
            mention: Some(MentionId::from_index(index)),
            official: None,
            date: mention.kind() == MentionKind::Date,
            glued: false,
            plural: lead.plural,
        };
        if let MentionData::Official(official) = &mention.data {
            noun.plural |= official.plural;
            noun.official = noun.mention;
            if let Some(holder) = official.holder {
                let person = self.mentions.get(holder.index());
                if let Some(person) = person.filter(|p| p.first >= mention.last && self.adjacent(mention.last, p.first))
                {
                    noun.mention = Some(holder);
                    last = person.last as usize;
                }
            }
        }
        if start == mention.first as usize && lead.prep.is_none() && lead.determiner == Determiner::None {
            // « le sommet Trump-Kim »: a bare name right behind a noun or a name.
            noun.glued = !noun.date
                && self.out.last().is_some_and(|c| {
                    c.last as usize == start
                        && c.noun().is_some_and(|n| {
                            !n.date
                                && (n.mention.is_none()
                                    || n.prep == Some(Prep::DE)
                                    || self.context.source.get(start).is_some_and(|t| t.is_joined()))
                        })
                });
        }
        // « le fondateur de WikiLeaks Julian Assange »: the name is who the noun before means.
        if noun.glued && mention.kind() == MentionKind::Person && self.names_the_noun_before(noun.mention) {
            return self.push(ChunkKind::Other, start, last.min(self.end));
        }
        self.push(ChunkKind::Noun(noun), start, last.min(self.end));
    }

    /// Gives the common noun two chunks back the person named behind its complement.
    fn names_the_noun_before(&mut self, person: Option<MentionId>) -> bool {
        let Some(index) = self.out.len().checked_sub(2) else { return false };
        let of = self
            .out
            .get(index + 1)
            .and_then(Chunk::noun)
            .is_some_and(|n| n.prep == Some(Prep::DE) && (n.mention.is_some() || n.determiner == Determiner::None));
        let Some(chunk) = self.out.get(index).copied() else { return false };
        let ChunkKind::Noun(mut noun) = chunk.kind else { return false };
        if !of || noun.mention.is_some() || noun.determiner == Determiner::None || self.named_thing(noun.head as usize)
        {
            return false;
        }
        noun.mention = person;
        self.out[index].kind = ChunkKind::Noun(noun);
        true
    }

    /// Nothing but honorifics between an official and the person behind it.
    fn adjacent(&self, from: u32, to: u32) -> bool {
        to - from <= 2 && (from..to).all(|t| !matches!(self.str(t as usize), "," | "(" | ":" | ";" | "."))
    }
}

impl Lead {
    fn none() -> Self {
        Self { prep: None, determiner: Determiner::None, plural: false, partitive: false }
    }
}

fn is_adjective(mention: &Mention) -> bool {
    matches!(&mention.data, MentionData::Date(timex) if timex.is_adjective())
}
