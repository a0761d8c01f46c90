//! Which chunks stand in a slot of a trigger.
//!
//! Comes in: a trigger and what hangs on it. Goes out: for a slot, the first conjunct of every phrase in it. It never
//! goes on to mentions, nor asks whether the slot allows them.

use super::Trigger;
use crate::id::VerbId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::Pos;
use crate::relation::chunk::{ChunkKind, Determiner};
use crate::relation::cue::List;
use crate::relation::frame::Slot;
use crate::syntax::{Pronoun, VerbForm, Voice};

impl Trigger<'_> {
    /// The chunks in a slot, first conjuncts only. Where a preposition's slot may hold what another word leads, `Premise` is
    /// to know.
    #[must_use]
    pub fn chunks_in(&self, slot: Slot, support: &[VerbId]) -> Vec<usize> {
        match slot {
            Slot::Subject if self.group().is_some() => {
                if self.passive() {
                    self.prep_chunks(Prep::PAR)
                } else {
                    self.subject.chunk().into_iter().collect()
                }
            }
            Slot::Subject => self.support_subject(support).0.or_else(|| self.clause_parties()).into_iter().collect(),
            Slot::Object => {
                if self.passive() && !self.deprived() {
                    return self.subject.chunk().into_iter().collect();
                }
                let mut out: Vec<usize> = self
                    .complements
                    .iter()
                    .filter(|c| c.prep.is_none() && !c.fronted && !self.is_date(c.chunk))
                    .map(|c| c.chunk)
                    .collect();
                // « X, que le roi a nommé ministre »: an office without an article says what he becomes.
                if out.iter().all(|&c| self.bare_office(c)) {
                    out = self.relative_in(&["que", "qu'"], None).map_or(out, |told| vec![told]);
                }
                out
            }
            Slot::InfinitiveObject => self.of_infinitive(None),
            Slot::InfinitivePrep(prep) => self.of_infinitive(Some(prep)),
            Slot::InfinitiveNested(outer, prep) => {
                let outer = outer.map_or(Slot::InfinitiveObject, Slot::InfinitivePrep);
                self.nested(outer, prep, support)
            }
            Slot::ThatSubjectPrep(prep) => self.nested(Slot::ThatSubject, prep, support),
            Slot::IfSubject => {
                let doer = self.parse.condition(self.chunk).and_then(|verb| self.parse.carried_out_by(verb));
                doer.into_iter().collect()
            }
            Slot::ThatSubject => {
                let subject = self.that_verb().and_then(|verb| self.parse.subject(verb).chunk());
                subject.into_iter().collect()
            }
            Slot::By => self.prep_chunks(Prep::PAR),
            Slot::Compound => self
                .complements
                .iter()
                .filter(|c| self.parse.noun(c.chunk).is_some_and(|n| n.glued) && self.right_behind(c.chunk))
                .map(|c| c.chunk)
                .collect(),
            // « s'est vu infliger une amende »: who undergoes it is the one it is done to.
            Slot::Prep(Prep::A) if self.deprived() => self.subject.chunk().into_iter().collect(),
            Slot::Prep(prep) => self.prep_chunks(prep),
            Slot::ObjectPrep(prep) => self.nested(Slot::Object, prep, support),
            Slot::PrepPrep(outer, prep) => self.nested(Slot::Prep(outer), prep, support),
            Slot::SubjectPrep(prep) => self.nested(Slot::Subject, prep, support),
            Slot::Own => vec![self.chunk],
            Slot::Possessive => self.traveller().into_iter().collect(),
            Slot::Host => self.hosts(),
            Slot::Attribute => self.parse.attribute_of(self.chunk).into_iter().collect(),
            Slot::Adjective | Slot::Adverbial | Slot::Sentence => Vec::new(),
        }
    }

    /// The verb of the clause that says what the trigger's verb is about, or what it is aimed at.
    fn that_verb(&self) -> Option<usize> {
        self.parse.that_clause(self.chunk).or_else(|| self.parse.aim_clause(self.chunk))
    }

    /// The same, where it is passive and the slot holds who carries it out.
    pub(super) fn that_passive(&self, slot: Slot) -> Option<usize> {
        if slot != Slot::ThatSubject {
            return None;
        }
        let verb = self.that_verb()?;
        let last = self.parse.last_infinitive(verb);
        self.parse.group(last).is_some_and(|g| g.voice == Voice::Passive).then_some(last)
    }

    /// « des négociations de paix X-Y », but not « la réunion de la commission X-Y ».
    fn right_behind(&self, chunk: usize) -> bool {
        (self.through + 1..chunk).all(|i| {
            self.parse.noun(i).is_none_or(|n| n.glued || n.mention.is_some() || n.determiner == Determiner::None)
        })
    }

    /// « la commission mixte de coopération »: the nouns without a name that the trigger noun hangs on, one by one.
    fn hosts(&self) -> Vec<usize> {
        let mut out = Vec::new();
        let mut at = self.chunk;
        while out.len() < 3 && self.group().is_none() && self.parse.noun(at).is_some_and(|n| n.prep.is_some()) {
            let Some(before) = at.checked_sub(1).filter(|&b| self.parse.noun(b).is_some_and(|n| !n.date)) else {
                break;
            };
            out.push(before);
            at = before;
        }
        out
    }

    /// An office told without an article.
    fn bare_office(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|n| {
            n.determiner == Determiner::None && n.official.is_some() && n.official == n.mention && n.prep.is_none()
        })
    }

    /// The subject undergoes the verb and the verb has an object besides.
    fn deprived(&self) -> bool {
        self.raised && self.complements.iter().any(|c| c.prep.is_none() && !c.fronted && !self.is_date(c.chunk))
    }

    /// « menacer d'envahir X », « jurer qu'il envahira X »: complements of the infinitive that the verb governs, or of the verb of
    /// its que-clause; its objects where `prep` is none.
    fn of_infinitive(&self, prep: Option<Prep>) -> Vec<usize> {
        let number = self.parse.chunks[self.chunk].verb();
        let infinitive = (self.chunk + 1..self.parse.chunks.len().min(self.chunk + 10)).find(|&i| {
            self.parse.group(i).is_some_and(|g| {
                g.form == VerbForm::Infinitive && number.is_some() && g.governor == number && g.marker.is_some()
            })
        });
        let reported = || self.parse.that_clause(self.chunk).map(|verb| self.parse.last_infinitive(verb));
        let Some(deed) = infinitive.or_else(reported) else { return Vec::new() };
        // « jurer que X sera puni »
        if prep.is_none() && self.parse.group(deed).is_some_and(|g| g.voice == Voice::Passive) {
            return self.parse.subject(deed).chunk().into_iter().collect();
        }
        self.parse
            .complements(deed)
            .iter()
            .filter(|c| c.prep == prep && !self.is_date(c.chunk))
            .map(|c| c.chunk)
            .collect()
    }

    fn prep_chunks(&self, prep: Prep) -> Vec<usize> {
        let noun = self.group().is_none();
        let mut out: Vec<usize> = self
            .complements
            .iter()
            .filter(|c| c.prep == Some(prep) && !self.is_date(c.chunk))
            .filter(|c| !c.nested || noun && self.reaches(c.chunk))
            .filter(|c| {
                !(matches!(prep, Prep::CONTRE | Prep::ENTRE) || noun && matches!(prep, Prep::A | Prep::AVEC))
                    || !self.circumstantial(c.chunk)
            })
            .filter(|c| noun || prep != Prep::A || !self.second(c.chunk) && !self.further(c.chunk))
            .filter(|c| !noun || prep != Prep::A || !self.behind_another(c.chunk))
            .filter(|c| !self.claimed(c.chunk, prep) && !self.of_adjective(c.chunk))
            .filter(|c| !(noun && prep == Prep::PAR && self.judged_by(c.chunk)))
            .filter(|c| prep != Prep::PAR || !self.is_means(c.chunk))
            .map(|c| c.chunk)
            .collect();
        // « a été lancé par X après le tir de missile fait par Y »: a verb has one agent.
        let named = || out.iter().copied().find(|&c| self.parse.mention(c).is_some());
        if let Some(agent) = named().filter(|_| !noun && prep == Prep::PAR) {
            let thing = |c: usize| {
                // « signé, côté turc, par X et côté grec par Y »
                self.parse.noun(c - 1).is_some_and(|n| n.mention.is_none() && !n.date) && !self.parse.sided(c - 1)
            };
            out.retain(|&c| c <= agent || !thing(c));
        }
        // « entre A et B ainsi qu'entre C et D »: two pairs.
        if prep == Prep::ENTRE && out.first().is_some_and(|&c| self.parse.conjuncts(c).nth(1).is_some()) {
            out.truncate(1);
        }
        if noun && prep == Prep::CONTRE {
            out.extend(self.parse.weighed_on(self.chunk));
        }
        if noun && prep == Prep::ENTRE && out.is_empty() {
            out.extend(self.parse.linked(self.chunk).into_iter().flatten());
        }
        if prep == Prep::DE {
            out.extend(self.relative_in(&["dont"], None));
        }
        if matches!(prep, Prep::A | Prep::EN | Prep::DANS) {
            out.extend(self.relative_in(&["où"], None));
        }
        out.extend(self.relative_in(&[], Some(prep)));
        out
    }

    /// « de figures proches de X »: X is the adjective's.
    pub(super) fn of_adjective(&self, chunk: usize) -> bool {
        let of = self.parse.noun(chunk).is_some_and(|n| n.prep == Some(Prep::DE));
        let before =
            chunk.checked_sub(1).filter(|&b| of && b != self.chunk).map(|b| self.parse.chunks[b].last as usize - 1);
        before.is_some_and(|t| self.parse.cues.lists(List::Close, self.parse.context.source.lowered(t)))
    }

    /// « par décret », « par surprise »: by what means, not by whom.
    fn is_means(&self, chunk: usize) -> bool {
        self.parse.noun(chunk).is_some_and(|n| {
            n.mention.is_none() && n.determiner == Determiner::None && !n.plural && !self.parse.coordinated(chunk)
        })
    }

    /// Whether « de X » behind another complement still hangs on the trigger noun:
    /// a place takes no « de » + person (« la visite à Moscou du ministre »), a person no « de » at all.
    fn reaches(&self, chunk: usize) -> bool {
        let Some(mut before) = chunk.checked_sub(1) else { return false };
        // « la visite d'État de X », « le contrat de vente de Y »: « de » and a bare noun say which sort it is.
        let sort = |at: usize| {
            self.parse.noun(at).is_some_and(|n| {
                n.prep == Some(Prep::DE) && n.mention.is_none() && n.determiner == Determiner::None && !n.plural
            })
        };
        while before > self.through && sort(before) {
            before -= 1;
        }
        if before <= self.through {
            return true;
        }
        let Some(noun) = self.parse.noun(before) else { return false };
        // « un appel avec X, à la veille de la venue à Paris de Y »: Y comes.
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p);
        let other = self.parse.is_place(before)
            && before.checked_sub(1).filter(|&b| b > self.through).and_then(|b| self.parse.noun(b)).is_some_and(|n| {
                n.mention.is_none()
                    && !n.date
                    && n.determiner == Determiner::Definite
                    && n.prep.is_some_and(|p| p != Prep::DE && name(p) != "en marge de")
            });
        // « le voyage à Rome de X en tant qu'émissaire du président Y »: Y does not go.
        let role = noun.prep.is_some_and(|p| name(p) == "en tant que");
        // « le soutien du gouvernement de X »: it is the government's.
        let governs = self.parse.is_person(chunk) && self.parse.cues.lists(List::Rule, self.parse.head(before));
        noun.date || noun.mention.is_some() && !other && !role && !governs
    }

    /// The antecedent of the relative pronoun that opens the trigger's clause, when it is that pronoun.
    pub(super) fn relative_in(&self, any: &[&str], prep: Option<Prep>) -> Option<usize> {
        let relative = self.relative?;
        let chunk = self.parse.chunks.get(relative)?;
        let ChunkKind::Relative(found) = chunk.kind else { return None };
        let token = self.parse.context.source.lowered(chunk.last as usize - 1);
        let fits = match prep {
            Some(prep) => found == Some(prep),
            None => found.is_none() && any.contains(&token),
        };
        let antecedent = self.parse.antecedent(relative).filter(|_| fits)?;
        // « les ambassadeurs en Algérie, qu'ils ont accusée »: the participle tells that they are not meant.
        if prep.is_none() && self.parse.noun(antecedent).is_some_and(|n| n.plural) && self.participle_of_one() {
            return None;
        }
        // « X et Y, avec lesquels il a signé … »: all of them.
        let all = token.ends_with("quels") || token.ends_with("quelles");
        // « X et Y, que Z a convoqués »: so does the participle tell.
        let one = self.parse.noun(antecedent).is_some_and(|n| !n.plural);
        let all = all || prep.is_none() && one && self.participle_in_plural();
        Some(if all { self.parse.first_conjunct(antecedent) } else { antecedent })
    }

    /// Whether a participle behind « avoir » has the plural of an object before it.
    fn participle_in_plural(&self) -> bool {
        self.participle().is_some_and(|pos| pos.any(Pos::PLURAL) && !pos.any(Pos::SINGULAR))
    }

    /// Whether a participle behind « avoir » has the feminine of one object before it.
    fn participle_of_one(&self) -> bool {
        self.participle().is_some_and(|pos| {
            pos.any(Pos::SINGULAR) && pos.any(Pos::FEMININE) && !pos.any(Pos::PLURAL | Pos::MASCULINE)
        })
    }

    /// What a participle behind « avoir » may be.
    fn participle(&self) -> Option<Pos> {
        let group = self.group().filter(|g| g.first < g.head && g.voice == Voice::Active)?;
        Some(self.parse.context.word(group.head as usize).pos).filter(|pos| pos.any(Pos::PAST_PARTICIPLE))
    }

    /// Whether the slot holds anything at all, pronouns included.
    #[must_use]
    pub fn occupied(&self, slot: Slot, support: &[VerbId]) -> bool {
        !self.chunks_in(slot, support).is_empty()
            || self.pronoun_in(slot, support).is_some()
            || self.untold(slot, support)
    }

    /// Whether whoever fills a slot has no name: « des mercenaires », « ils », « nous » of an unknown speaker,
    /// « le général combat X, qu'il qualifie de … ».
    #[must_use]
    pub fn unnamed(&self, slot: Slot, support: &[VerbId]) -> bool {
        match self.subject_pronoun(slot, support) {
            Some((Pronoun::First | Pronoun::They | Pronoun::TheyFeminine, _)) => true,
            Some(_) => self.parse.nameless_before(self.chunk),
            None => self.chunks_in(slot, support).iter().all(|&chunk| {
                // « bombardée par des missiles russes »: through what somebody did it, no name tells.
                let through = || {
                    self.parse.noun(chunk).is_some_and(|n| n.mention.is_none())
                        && self.parse.cues.lists(List::Part, self.parse.head(chunk))
                };
                self.parse.nameless(chunk) || (slot == Slot::By || slot == Slot::Subject && self.passive()) && through()
            }),
        }
    }
}
