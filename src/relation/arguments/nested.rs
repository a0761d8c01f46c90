//! Which chunks hang on the noun in a slot: « rejeter la proposition **de X** », « lever les sanctions imposées **à X** »,
//! « geler l'aide qu'elle versait **à X** ».
//!
//! Comes in: a slot of a trigger and a preposition. Goes out: the first conjunct of every phrase that hangs with it on a noun
//! in the slot. It never goes on to mentions.

use super::Trigger;
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use crate::mention::MentionKind;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::relation::frame::Slot;
use crate::relation::parse::Complement;
use crate::syntax::{VerbForm, VerbGroup, Voice};

impl Trigger<'_> {
    /// The complements with `prep` of the nouns in the slot `outer`.
    pub(super) fn nested(&self, outer: Slot, prep: Prep, support: &[VerbId]) -> Vec<usize> {
        let mut out = Vec::new();
        for chunk in self.chunks_in(outer, support) {
            let required = self.required.get().filter(|_| outer == Slot::Object);
            let chunk = required.filter(|&r| self.parse.conjuncts(chunk).any(|c| c == r)).unwrap_or(chunk);
            // « effacer une partie de la dette de X »
            let measured = Some(self.parse.measured(chunk)).filter(|_| prep == Prep::DE);
            let chunk = measured.filter(|&m| self.parse.noun(m).is_some_and(|n| n.mention.is_none())).unwrap_or(chunk);
            let behind = self.parse.dependents(chunk);
            let before = out.len();
            out.extend(behind.iter().filter(|c| c.prep == Some(prep) && self.chained(chunk, c.chunk)).map(|c| c.chunk));
            // « à l'indépendance et à la souveraineté de X »: what hangs on the last belongs to all.
            let last = self.parse.conjuncts(chunk).last().filter(|&l| l != chunk && prep == Prep::DE);
            if let Some(last) =
                last.filter(|&l| out.len() == before && self.parse.noun(l).is_some_and(|n| n.mention.is_none()))
            {
                let behind = self.parse.dependents(last);
                let own = behind.iter().filter(|c| c.prep == Some(prep) && self.chained(last, c.chunk));
                out.extend(own.map(|c| c.chunk));
            }
            // « des pourparlers entre A et B, puis entre C et D »: two pairs.
            if prep == Prep::ENTRE && out.get(before).is_some_and(|&c| self.parse.coordinated(c)) {
                out.truncate(before + 1);
            }
            if prep == Prep::CONTRE {
                out.extend(self.parse.weighed_on(self.parse.measured(chunk)));
            }
            self.of_participle(chunk, outer, prep, &mut out);
            if prep == Prep::ENTRE && out.len() == before {
                out.extend(self.parse.linked(chunk).into_iter().flatten());
            }
            let unnamed = out[before..].iter().all(|&c| self.parse.mention(c).is_none());
            if unnamed && matches!(outer, Slot::Object | Slot::Prep(_)) {
                out.extend(self.of_clause(chunk, prep));
            }
        }
        // « X, dont Y critique la politique »
        let whose = out.is_empty() && outer == Slot::Object && prep == Prep::DE;
        if let Some(owner) = self.relative_in(&["dont"], None).filter(|_| whose) {
            let thing = |&c: &usize| {
                self.parse
                    .noun(c)
                    .is_some_and(|n| n.mention.is_none() && !n.date && n.determiner == Determiner::Definite)
            };
            if self.chunks_in(outer, support).first().is_some_and(thing) {
                out.push(owner);
            }
        }
        out
    }

    /// « lever les sanctions imposées à X », « signer un accord conclu avec X »: what hangs with `prep` on the participle behind
    /// the noun in `chunk`, which stands in the slot `outer`.
    fn of_participle(&self, chunk: usize, outer: Slot, prep: Prep, out: &mut Vec<usize>) {
        let mut participle = self.parse.measured(chunk) + 1;
        // « suspendre le traité d'amitié conclu avec X »
        while self.between(participle) {
            participle += 1;
        }
        let passive = self.parse.group(participle).is_some_and(|g| {
            // « la levée des sanctions imposées à X », « mettre fin au blocus imposé à X »
            let owned = match outer {
                Slot::Object => true,
                Slot::Prep(Prep::DE) => self.group().is_none(),
                Slot::Prep(Prep::A) => self.group().is_some(),
                _ => false,
            };
            g.form == VerbForm::PastParticiple && g.voice == Voice::Passive && owned
        });
        let told =
            matches!(prep, Prep::A | Prep::AVEC | Prep::CONTRE | Prep::EN | Prep::ENTRE | Prep::PAR | Prep::POUR);
        // « les attaques subies par X »: X did not do them; « un « récit » soutenu par X » is not his.
        let done = prep != Prep::PAR
            || !self.parse.verb_is(participle, List::Suffered)
                && (chunk + 1..participle).all(|i| !matches!(self.parse.chunks[i].kind, ChunkKind::Quote));
        if passive && participle != self.chunk && told && done {
            let given = self.parse.complements(participle);
            for c in given.iter().filter(|c| c.prep == Some(prep) && !c.fronted && !c.nested) {
                if !out.contains(&c.chunk) {
                    out.push(c.chunk);
                }
            }
        }
    }

    /// « geler l'aide qu'elle versait à X », « rejeter la médiation que proposait X »: what hangs with `prep` on the verb of the
    /// relative clause whose object the noun in `chunk` is; whoever does it has done it, and so has whoever stands behind a
    /// participle that commas set off.
    fn of_clause(&self, chunk: usize, prep: Prep) -> Option<usize> {
        self.group()?;
        if prep == Prep::PAR {
            // « rejeter l'accord, que X avait accepté »
            let aside = matches!(self.parse.chunks.get(chunk + 1).map(|c| c.kind), Some(ChunkKind::Comma))
                && matches!(self.parse.chunks.get(chunk + 2).map(|c| c.kind), Some(ChunkKind::Relative(_)));
            return self.parse.author(chunk).filter(|_| !aside);
        }
        let hangs = |verb: usize| {
            let with = |c: &Complement| c.prep == Some(prep) && !c.fronted && !c.nested;
            self.parse.complements(verb).into_iter().find(with).map(|c| c.chunk)
        };
        // « l'idée de dialoguer avec X »
        let of = |g: &VerbGroup| g.form == VerbForm::Infinitive && g.marker == Some(Prep::DE);
        if prep == Prep::AVEC && self.parse.group(chunk + 1).is_some_and(of) {
            return hangs(chunk + 1);
        }
        let told = matches!(prep, Prep::A | Prep::AVEC | Prep::CONTRE);
        let (verb, last) = self.parse.relative_support(chunk).filter(|_| told)?;
        hangs(last).or_else(|| hangs(verb))
    }

    /// What may stand between a noun and its participle: « le traité d'amitié conclu avec X », « l'embargo sur les armes
    /// imposé à X », « l'aide au développement versée à X », « les sanctions économiques et financières prises contre X ».
    fn between(&self, chunk: usize) -> bool {
        match self.parse.chunks.get(chunk).map(|c| &c.kind) {
            Some(ChunkKind::Noun(n)) if n.mention.is_some() || n.date => false,
            Some(ChunkKind::Noun(n)) => match n.prep {
                Some(Prep::DE) => {
                    n.determiner == Determiner::None
                        || self.parse.noun(chunk - 1).is_some_and(|b| b.prep == Some(Prep::DE))
                }
                Some(Prep::A | Prep::SUR) => true,
                // « les mises en garde lancées par X »
                Some(Prep::EN) => n.determiner == Determiner::None,
                Some(_) => false,
                None => n.determiner == Determiner::None && matches!(self.parse.chunks[chunk - 1].kind, ChunkKind::And),
            },
            Some(ChunkKind::And) => self.parse.noun(chunk + 1).is_some_and(|n| {
                n.mention.is_none() && !n.date && n.prep.is_none() && n.determiner == Determiner::None
            }),
            Some(ChunkKind::Adverb(_) | ChunkKind::Other | ChunkKind::Quote) => true,
            _ => false,
        }
    }

    /// Whether `target` hangs on the noun in `head` directly or through bare « de » nouns:
    /// « la demande d'adhésion de la Macédoine », but not « des violations dans l'ouest de la Côte d'Ivoire ».
    fn chained(&self, head: usize, target: usize) -> bool {
        if self.of_adjective(target) {
            return false;
        }
        // « les lettres de créance de trois ambassadeurs »
        let counted = self.parse.noun(target).is_some_and(|n| n.plural && n.official.is_some());
        let indefinite = target > head + 1
            && !counted
            && self
                .parse
                .noun(target)
                .is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::Indefinite);
        let by = self.parse.noun(target).is_some_and(|n| n.prep == Some(Prep::PAR));
        // « un accord sur la pêche entre X et Y »
        let between = self.parse.noun(target).is_some_and(|n| n.prep == Some(Prep::ENTRE));
        // « les excès du gouvernement de X »: the body is meant.
        let of = |i: usize| self.parse.noun(i).is_some_and(|n| n.prep == Some(Prep::DE));
        let body = |i: usize| self.parse.mention(i).is_some_and(|m| m.kind() == MentionKind::Organization);
        let led = target > head + 1 && of(target) && of(target - 1) && body(target - 1) && self.parse.is_person(target);
        !indefinite
            && !led
            && (head + 1..target).all(|i| match self.parse.chunks[i].kind {
                ChunkKind::Noun(n) if n.date || n.mention.is_some() => true,
                ChunkKind::Noun(n) if between && n.prep == Some(Prep::SUR) => true,
                // « le volume de la coopération entre X et Y »
                ChunkKind::Noun(n) if between && n.prep == Some(Prep::DE) => {
                    n.determiner == Determiner::None
                        || self.parse.cues.lists(List::Between, self.parse.head(i)) && n.mention.is_none()
                }
                // « l'arrêt de l'enrichissement par X »
                ChunkKind::Noun(n) if by && n.prep == Some(Prep::DE) => true,
                // « les « coercitions et intimidations » de X »
                ChunkKind::Noun(n) if n.prep.is_none() && n.determiner == Determiner::None => true,
                // « la suspension avec effet immédiat de X »
                ChunkKind::Noun(n) => {
                    matches!(n.prep, Some(Prep::DE | Prep::SANS | Prep::AVEC)) && n.determiner == Determiner::None
                }
                // « l'attaque lancée par X »
                ChunkKind::Verb(_) => {
                    // « le soutien remarqué de X »
                    let adjective = i + 1 == target && self.parse.verb_is(i, List::Adjectival);
                    let prep = self.parse.noun(target).and_then(|n| n.prep);
                    (prep == Some(Prep::PAR) && !self.parse.verb_is(i, List::Suffered)
                        || adjective && prep == Some(Prep::DE))
                        && self.parse.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple)
                }
                ChunkKind::Adverb(_) | ChunkKind::Quote | ChunkKind::And | ChunkKind::Other => true,
                _ => false,
            })
    }
}
