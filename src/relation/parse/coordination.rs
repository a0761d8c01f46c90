//! Coordinations: « A, B et C ».

use super::{Parse, Subject, REACH};
use crate::lexicon::grammar::{Function, Prep};
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// A et B; A, B et C; de A et de B.
    pub(super) fn coordinations(&mut self) {
        self.holders_one_by_one();
        self.lists_in_brackets();
        for i in 1..self.chunks.len() {
            if self.kind(i) != ChunkKind::And {
                continue;
            }
            let Some(right) = self.conjunct_after(i) else { continue };
            // « …, et italien, Z »: Z has been joined.
            if right == i + 1
                && self.nationality_alone(right)
                && self.previous.get(right + 2).is_some_and(Option::is_some)
            {
                continue;
            }
            // « X, ministre de Y et cheffe de Z »: both explain X.
            if right == i + 1
                && self.host[right].is_some_and(|h| h < i)
                && self.noun(right).is_some_and(|n| n.official == n.mention)
            {
                continue;
            }
            // « a reçu X lundi et mardi Y »
            if self.noun(right).is_some_and(|n| n.date && n.prep.is_none()) && self.bare(right + 1) {
                let left = self.conjunct_before(i, right + 1).filter(|_| self.mention(right + 1).is_some());
                if let Some(left) = left.filter(|&l| self.mention(l).is_some() && !self.opens_clause(right + 1, i)) {
                    self.link(left, right + 1);
                }
            }
            let between = self.between(i, right).or_else(|| self.gapped(i, right));
            let left = between.or_else(|| self.with_subject(i, right)).or_else(|| self.conjunct_before(i, right));
            let Some(left) = left else { continue };
            if between.is_none() && self.opens_clause(right, i) {
                continue;
            }
            self.link(left, right);
            // A, B et C: the list goes on to the left across commas.
            let mut last = left;
            for _ in 0..12 {
                let Some(comma) = last.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma) else { break };
                let Some(before) = self.conjunct_before(comma, last) else { break };
                // « l'ambassadeur de X, celui de Y et Z »
                let named = |i: usize| {
                    self.noun(i).is_some_and(|n| n.mention.is_some()) || matches!(self.head(i), "celui" | "celle")
                };
                // « par geste de bonne volonté, trois marins et deux soldats »: a thing takes no preposition over from another.
                let bare =
                    self.noun(before).is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::None);
                let own = self.noun(last).is_some_and(|n| n.prep.is_none());
                // « après un appel avec X, l'Inde et le Pakistan »: a country takes no preposition over from a person.
                let sorts = own
                    && self.noun(before).is_some_and(|n| n.prep.is_some_and(|p| p != Prep::ENTRE))
                    && self
                        .mention(before)
                        .map(Mention::kind)
                        .is_some_and(|k| matches!(k, MentionKind::Person | MentionKind::Official))
                    && self.mention(last).is_some_and(|m| m.kind() == MentionKind::Place);
                // « X, son garde et un chauffeur ont été tués »
                let headed = named(before) && own && self.heads_list(before, right);
                // « Selon l'agence X, A et B … »: the name of what has a preposition.
                let led = self.noun(before).is_some_and(|n| n.glued)
                    && self.noun(before - 1).is_some_and(|n| n.prep.is_some_and(|p| p != Prep::ENTRE));
                if led || named(before) != named(last) && !headed || !named(last) && bare && own || sorts {
                    break;
                }
                if self.previous[last].is_some() || self.next[before].is_some() || self.fronted(before, last, right) {
                    break;
                }
                self.link(before, last);
                last = before;
            }
        }
    }

    pub(super) fn is_kind(&self, noun: &Noun, kind: MentionKind) -> bool {
        noun.mention.and_then(|m| self.mentions.get(m.index())).is_some_and(|m| m.kind() == kind)
    }

    /// Whether a chunk is the name of a person and nothing else.
    #[must_use]
    pub fn is_bare_person(&self, chunk: usize) -> bool {
        self.bare(chunk) && self.noun(chunk).is_some_and(|n| self.is_kind(n, MentionKind::Person))
    }

    pub(super) fn link(&mut self, left: usize, right: usize) {
        if left != right && self.next[left].is_none() && self.previous[right].is_none() {
            self.next[left] = Some(right);
            self.previous[right] = Some(left);
        }
    }

    /// « X a refusé tout accord, de même que Y »: behind a comma a name is set beside the subject when the object is none.
    fn with_subject(&self, and: usize, right: usize) -> Option<usize> {
        let chunk = self.chunks.get(and)?;
        // « X s'est rendu à Rome ainsi qu'une délégation de Y »: who goes to a place with him.
        let goes = and.checked_sub(2).filter(|&v| self.is_place(v + 1) && self.finite(v) && self.bare(right));
        let placed = |n: &Noun| matches!(n.prep, Some(Prep::A | Prep::EN | Prep::DANS));
        if let Some(verb) = goes.filter(|&v| self.noun(v + 1).is_some_and(placed)) {
            let new = self.noun(right).filter(|n| n.mention.is_some() && chunk.last - chunk.first > 1)?;
            return match self.subject(verb) {
                Subject::Chunk(subject) if subject < verb && !self.is_kind(new, MentionKind::Place) => {
                    self.conjuncts(subject).last()
                }
                _ => None,
            };
        }
        let comma = and.checked_sub(1).filter(|&c| self.kind(c) == ChunkKind::Comma)?;
        let new = self.noun(right)?;
        if chunk.last - chunk.first < 2 || new.prep.is_some() || new.mention.is_none() {
            return None;
        }
        let verb = (comma.saturating_sub(8)..comma).rev().find(|&i| self.group(i).is_some())?;
        // « X a expulsé l'ambassadeur de Y, de même que Z »: an object of another sort.
        let object = (verb + 1..comma).any(|i| {
            let alike = |n: &Noun| n.prep.is_none() && n.mention.is_some() && !n.date && self.alike_sort(n, new);
            self.noun(i).is_some_and(alike)
        });
        match self.subject(verb) {
            Subject::Chunk(subject)
                if !object && subject < verb && self.noun(subject).is_some_and(|s| self.alike_sort(s, new)) =>
            {
                self.conjuncts(subject).last()
            }
            _ => None,
        }
    }

    /// « appelle X à libérer Y et Z à rouvrir … »: whoever stands before the first of two infinitives of the same sort.
    fn gapped(&self, and: usize, right: usize) -> Option<usize> {
        let marker = |i: usize| {
            let infinitive = self.group(i).filter(|g| g.form == VerbForm::Infinitive)?;
            infinitive.marker.filter(|&m| matches!(m, Prep::A | Prep::DE | Prep::POUR))
        };
        let (new, own) = (*self.noun(right).filter(|n| n.mention.is_some())?, marker(right + 1)?);
        let first = (and.saturating_sub(REACH / 4)..and)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Subordinator) && !self.finite(i))
            .find(|&i| self.group(i).is_some_and(|g| g.form == VerbForm::Infinitive))?;
        let old = first.checked_sub(1).filter(|_| marker(first) == Some(own))?;
        let noun = self.noun(old).filter(|n| n.mention.is_some() && n.prep == new.prep)?;
        (self.alike(noun, &new) && self.next[old].is_none()).then_some(old)
    }

    fn conjunct_after(&self, and: usize) -> Option<usize> {
        let mut right = and + 1;
        let skipped = |at: usize| matches!(self.kind(at), ChunkKind::Adverb(_) | ChunkKind::Quote);
        // « A et, dans une moindre mesure, B »
        if self.kind(right) == ChunkKind::Comma {
            let aside = |&at: &usize| {
                skipped(at) || self.noun(at).is_some_and(|n| n.date || n.prep.is_some() && n.mention.is_none())
            };
            right += 1 + (right + 1..right + 5).take_while(aside).count();
            right = Some(right + 1).filter(|_| self.kind(right) == ChunkKind::Comma)?;
        }
        // « A et trois de ses alliés »
        let counted = |at: usize| self.kind(at) == ChunkKind::Other && self.counts_own(at);
        while skipped(right) || counted(right) {
            right += 1;
        }
        self.noun(right).map(|_| right)
    }

    /// « trois », « plusieurs » before « de ses alliés »: the number of those that stand behind it.
    fn counts_own(&self, at: usize) -> bool {
        let last = self.chunks[at].last as usize - 1;
        let number = self.context.word(last).function == Function::Quantifier
            || self.context.source.get(last).is_some_and(|t| t.is_number());
        number && self.noun(at + 1).is_some_and(|n| n.prep.is_none() && n.determiner == Determiner::Possessive)
    }

    /// The noun phrase before `mark` that can be coordinated with `right`.
    fn conjunct_before(&self, mark: usize, right: usize) -> Option<usize> {
        let new = *self.noun(right)?;
        let mut at = self.explained_by(mark).map_or(mark, |host| host + 1);
        let mut best = None;
        for _ in 0..8 {
            at = at.checked_sub(1)?;
            match self.kind(at) {
                ChunkKind::Close => {
                    let last = self.before_bracket(at)?;
                    // « des trois pays d'Asie (A, B et C) et de D »
                    let whole = self.spelt_whole(last);
                    let joined = self.noun(whole).is_some_and(|w| w.prep == new.prep && w.mention.is_none());
                    if joined && new.mention.is_some() && self.spelt_out(last, at).is_some() {
                        return Some(whole);
                    }
                    at = last + 1;
                    continue;
                }
                ChunkKind::Quote | ChunkKind::Adverb(_) => continue,
                // « accuse X – et Y – de … », « X (et Y) »
                ChunkKind::Open if at + 1 == mark => continue,
                // « X, chef d'un groupe soutenu par Y, et Z »: past the participle of an explanation.
                ChunkKind::Verb(_) => match self.explained_before(at) {
                    Some(host) => at = host + 1,
                    None => return best,
                },
                // The end of an apposition: « X, ministre, et Y ».
                ChunkKind::Comma if at + 1 == mark || self.host.get(at + 1).copied().flatten().is_some() => continue,
                // « a reçu X lundi et Y mardi »
                ChunkKind::Noun(old) if old.date && old.prep.is_none() && !new.date && new.mention.is_some() => {}
                ChunkKind::Noun(old) => {
                    if let Some(host) = self.host[at] {
                        at = host + 1;
                        continue;
                    }
                    // « sous l'égide de X et de Y »
                    let of = old.prep.is_some_and(|p| self.ends_in_of(p));
                    // « en présence d'A, de B et des membres de … »: « des » has the preposition in it.
                    let within = new.prep.is_none() && new.determiner == Determiner::Indefinite && new.plural;
                    let same_prep = old.prep == new.prep
                        || new.prep == Some(Prep::DE) && of
                        || within && old.mention.is_some() && (old.prep == Some(Prep::DE) || of);
                    // « son garde du corps et un chauffeur »: a new one takes no « de » over.
                    let other = new.determiner == Determiner::Indefinite && !new.plural && new.mention.is_none();
                    let inherits = new.prep.is_none() && old.prep.is_some_and(|p| p != Prep::DE || !other);
                    // « a nommé X ministre et Y ambassadeur »
                    if self.post_of_another(at, right) {
                        return Some(at - 1);
                    }
                    let alike = self.alike(&old, &new);
                    // « X sanctionne Y, et Z contre W »: Z is another subject.
                    let next = self.noun(right + 1).filter(|n| n.mention.is_some() && !n.date && !old.date);
                    if inherits && old.prep != Some(Prep::DE) && next.is_some_and(|n| n.prep == old.prep) {
                        // « un entretien avec X et une rencontre avec Y »: past the complement of the first.
                        if new.mention.is_none() && old.mention.is_some() {
                            continue;
                        }
                        return None;
                    }
                    // « les rebelles du Nord et la France ont signé »: behind « du » France would have a « de » of its own.
                    let outside = inherits
                        && old.prep == Some(Prep::DE)
                        && (old.determiner == Determiner::None || matches!(self.first_word(at), "du" | "des"))
                        && new.determiner == Determiner::Definite
                        && self.finite(right + 1)
                        && at.checked_sub(1).is_some_and(|head| self.bare(head) && self.mention(head).is_some());
                    if outside {
                        continue;
                    }
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
                    // « en A, B et en C »: the names behind one « en » that commas join.
                    if new.mention.is_some() && self.listed_behind_one(at, &new) {
                        return Some(at);
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

    pub(super) fn ends_in_of(&self, prep: Prep) -> bool {
        self.context.lexicon.grammar().prep_name(prep).ends_with(" de")
    }

    /// « une convention signée par A et B fixa … »: the noun before the participle still waits for its verb.
    fn agents_of_waiting(&self, right: usize, and: usize) -> bool {
        let Some(left) = and.checked_sub(1).filter(|&l| self.noun(l).is_some_and(|n| n.prep == Some(Prep::PAR))) else {
            return false;
        };
        let alike = match (self.noun(left), self.noun(right)) {
            (Some(a), Some(b)) => self.alike(a, b),
            _ => false,
        };
        let participle = (left.saturating_sub(6)..left)
            .rev()
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Break | ChunkKind::Relative(_)))
            .find(|&i| self.group(i).is_some());
        alike && participle.is_some_and(|p| !self.finite(p) && p > 0 && self.bare(p - 1))
    }

    /// Whether the complements of an apposition stand between the name `right` and the comma at `comma`.
    fn in_apposition(&self, right: usize, comma: usize) -> bool {
        (right + 1..comma)
            .rev()
            .find(|&i| !self.noun(i).is_some_and(|n| n.prep.is_some() || n.date))
            .is_some_and(|i| self.host[i] == Some(right))
    }

    pub(super) fn sort(&self, noun: &Noun) -> Option<u8> {
        noun.mention.and_then(|m| self.mentions.get(m.index())).map(|m| match m.kind() {
            MentionKind::Person | MentionKind::Official => 1,
            MentionKind::Place => 2,
            MentionKind::Organization => 3,
            MentionKind::Event => 4,
            MentionKind::Date => 5,
        })
    }

    /// Two people, or two that are none.
    fn alike_sort(&self, a: &Noun, b: &Noun) -> bool {
        let human = |n: &Noun| self.sort(n) == Some(1);
        human(a) == human(b)
    }

    /// Two names of the same sort, or two common nouns.
    fn alike(&self, a: &Noun, b: &Noun) -> bool {
        match (self.sort(a), self.sort(b)) {
            (None, None) => true,
            // « avec le peuple et le gouvernement de X »
            (None, Some(3)) if matches!(self.context.source.folded(a.head as usize), "peuple" | "population") => true,
            // « par l'opposition et la Norvège », « avec plusieurs pays amis ainsi que l'ONU »: parties with and without a name.
            (None, Some(y)) => {
                let party = [List::Crowd, List::Side, List::Peer];
                let head = self.context.source.lowered(a.head as usize);
                y < 4
                    && b.prep.is_none()
                    && a.prep.is_some_and(joins_parties)
                    && party.into_iter().any(|list| self.cues.lists(list, head))
            }
            (Some(x), Some(y)) => {
                x == y
                    || (x < 4
                        && y < 4
                        && (a.prep == b.prep
                            || b.prep.is_none() && a.prep.is_some_and(joins_parties)
                            || b.prep == Some(Prep::DE) && a.prep.is_some_and(|p| self.ends_in_of(p))))
            }
            _ => false,
        }
    }

    /// A finite verb in the plural without a pronoun.
    fn plural_verb(&self, chunk: usize) -> bool {
        self.group(chunk).is_some_and(|g| g.is_finite() && g.plural && g.subject.is_none())
    }

    /// « X a rencontré Y et Z a signé … »: what stands behind « et » is the subject of a new clause.
    fn opens_clause(&self, right: usize, and: usize) -> bool {
        // « … et A et les B ont signé »: A waits for the second.
        // « Alors que les combats se poursuivent, A et les B ont signé »
        let behind_clause = || {
            let told = |i: &usize| self.finite(*i);
            self.kind(0) == ChunkKind::Subordinator && (1..and - 1).filter(told).take(2).count() == 1
        };
        let waits = and > 1
            && match self.kind(and - 2) {
                ChunkKind::And | ChunkKind::But => true,
                ChunkKind::Comma => behind_clause(),
                _ => false,
            }
            && self.bare(and - 1)
            && self.previous[and - 1].is_none()
            && self.plural_verb(right + 1);
        if !self.bare(right) || waits {
            return false;
        }
        let mut at = right + 1;
        let mut several = false;
        // « X a reçu Y, puis A et B ont signé … »
        let apart = self.token_is(and, &["puis"]) || and > 0 && self.kind(and - 1) == ChunkKind::Comma;
        let verb = loop {
            match self.kind(at) {
                // « …, puis A et B ont signé », « … et A et B ont signé »: a verb in the plural right behind them.
                ChunkKind::And if (apart || self.plural_verb(at + 2)) && !several && self.bare(at + 1) => {
                    several = true;
                    at += 2;
                }
                ChunkKind::Noun(n) if n.prep.is_some() || n.date || n.glued => at += 1,
                ChunkKind::Adverb(_) | ChunkKind::Quote => at += 1,
                // « … et des hommes armés ont saccagé Y »
                ChunkKind::Verb(_) if at == right + 1 && self.finite(at + 1) && !self.finite(at) => at += 1,
                ChunkKind::Open => at = self.after_bracket(at),
                ChunkKind::Comma
                    if self.host.get(at + 1).copied().flatten().is_some()
                        || self.host.get(at - 1).copied().flatten().is_some()
                        || self.in_apposition(right, at) =>
                {
                    at += 1;
                }
                ChunkKind::Noun(_) if self.host[at].is_some() => at += 1,
                ChunkKind::Verb(_) => break self.group(at).filter(|g| g.is_finite()),
                _ => return false,
            }
            if at > right + 12 {
                return false;
            }
        };
        let Some(verb) = verb else { return false };
        // « …, mais le président X et son rival Y ont discuté », « …, Varsovie et Budapest bloquent »: one alone is no
        // subject of a plural verb.
        let one = self.mention(right).is_some() && self.noun(right).is_some_and(|n| !n.plural);
        if verb.subject.is_some() || self.agents_of_waiting(right, and) || one && verb.plural && !several {
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
}

/// Prepositions that parties of any kind stand behind together.
fn joins_parties(prep: Prep) -> bool {
    matches!(prep, Prep::ENTRE | Prep::AVEC | Prep::PAR | Prep::CONTRE)
}
