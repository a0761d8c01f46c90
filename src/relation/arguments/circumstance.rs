//! What stands near a trigger and hangs on something else there: on its object, on a circumstance, on another time.
//!
//! Comes in: a trigger and the chunk of a phrase, or the trigger alone. Goes out: yes or no, by the nouns between them
//! and the tense of the trigger. It never fills a slot: who asks leaves the phrase out.

use super::Trigger;
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::relation::parse::Complement;
use crate::syntax::{Tense, VerbForm, Voice};

impl Trigger<'_> {
    /// « est attendu au sommet sur la crise au Mali »: the place of what a journey is about.
    #[must_use]
    pub fn of_topic(&self, chunk: usize) -> bool {
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p);
        // « sur la crise au Mali, au Tchad et en Guinée »
        let mut first = self.parse.first_conjunct(chunk);
        while first > self.through + 1
            && (self.parse.is_place(first - 1)
                || self.parse.is_place(first.saturating_sub(2)) && self.parse.noun(first - 1).is_none())
        {
            first -= if self.parse.is_place(first - 1) { 1 } else { 2 };
        }
        self.thing_before(first).is_some_and(|n| {
            n.mention.is_none()
                && n.determiner != Determiner::None
                && n.prep.is_some_and(|p| matches!(name(p), "sur" | "concernant" | "au sujet de" | "à propos de"))
        })
    }

    /// « s'opposer à l'aide à l'Ukraine », « convoqué après l'incendie d'une église à Rome »: the place of something else.
    #[must_use]
    pub fn elsewhere(&self, chunk: usize) -> bool {
        let earlier = self.thing_before(chunk);
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p);
        let event = earlier.is_some_and(|n| {
            n.mention.is_none()
                && n.determiner != Determiner::None
                && n.prep.is_some_and(|p| {
                    matches!(
                        name(p),
                        "après"
                            | "à la suite de"
                            | "sur"
                            | "depuis"
                            | "contre"
                            | "malgré"
                            | "en raison de"
                            | "à cause de"
                            | "face à"
                            | "au sujet de"
                            | "concernant"
                            | "sur fond de"
                            | "quant à"
                            | "vers"
                            | "avant"
                            | "en réponse à"
                            | "en représailles à"
                            | "dans le cadre de"
                            | "en vue de"
                            | "en faveur de"
                            | "à propos de"
                            | "autour de"
                            | "à la veille de"
                            | "au lendemain de"
                            | "à l'approche de"
                            | "en prévision de"
                    )
                })
        });
        event
            || self.of_embassy(chunk)
            || self.of_object(chunk)
            || self.group().is_some() && (self.second(chunk) || self.further(chunk))
    }

    /// « X, en poste depuis mai, a démissionné »: since when somebody was what he is, or till when.
    #[must_use]
    pub fn held_since(&self, date: &Complement) -> bool {
        let since = self.parse.noun(date.chunk).and_then(|n| n.prep);
        let name = since.map_or("", |p| self.parse.context.lexicon.grammar().prep_name(p));
        // « le départ de X, au pouvoir depuis mai »
        let what = date.chunk.checked_sub(1).filter(|&b| b != self.chunk);
        let what = what.and_then(|b| self.parse.noun(b)).filter(|n| n.mention.is_none());
        let held = what.is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::EN)))
            && date.chunk.checked_sub(2).is_some_and(|c| self.parse.chunks[c].kind == ChunkKind::Comma);
        let between = self.group().is_some() && date.fronted && !self.parse.clause_initial(date.chunk);
        // « est à X jusqu'à mardi »: till when.
        let first = self.parse.chunks[date.chunk].first as usize;
        let until = self.parse.context.source.lowered(first).starts_with("jusqu");
        until || name == "depuis" && (held || between)
    }

    /// « Après une étape à X le 3 mai, Y a … »: where and when something came before, or comes after.
    #[must_use]
    pub fn at_another_time(&self, chunk: usize) -> bool {
        let within =
            |n: &Noun| n.mention.is_some() && !n.date && n.prep.is_some_and(|p| p != Prep::APRES && p != Prep::AVANT);
        let noun = (0..chunk).rev().map_while(|i| self.parse.noun(i)).find(|n| !within(n));
        self.group().is_some()
            && noun.is_some_and(|n| {
                n.mention.is_none()
                    && n.determiner != Determiner::None
                    && matches!(n.prep, Some(Prep::APRES | Prep::AVANT))
            })
    }

    /// « a expulsé le numéro deux de l'ambassade de X à Y », « condamné par l'ambassade de X à Y »: where the embassy stands.
    fn of_embassy(&self, chunk: usize) -> bool {
        let Some(before) = chunk.checked_sub(1).filter(|&b| b > self.through) else { return false };
        let agent = self.parse.noun(before).is_some_and(|n| n.prep == Some(Prep::PAR));
        self.parse.mention(before).is_some_and(|m| {
            let works = m.kind() == MentionKind::Official || agent && m.kind() == MentionKind::Organization;
            works && (m.first..m.last).any(|at| self.parse.context.is_embassy(at as usize))
        })
    }

    /// « ont discuté de la situation à X »: the place of what the verb is about.
    fn of_object(&self, chunk: usize) -> bool {
        let Some(before) = chunk.checked_sub(1).filter(|&b| b > self.through && self.group().is_some()) else {
            return false;
        };
        let definite = |n: &Noun| n.mention.is_none() && n.determiner == Determiner::Definite;
        self.parse.noun(before).is_some_and(definite)
            && self.complements.iter().any(|c| c.chunk == before && c.prep == Some(Prep::DE) && !c.nested && !c.fronted)
    }

    /// « pour un cessez-le-feu en Ukraine »: the place of the noun before it, which has a preposition and an article of its own.
    #[must_use]
    pub fn within_other(&self, chunk: usize) -> bool {
        let before = (self.through + 1..chunk)
            .rev()
            .find(|&i| self.parse.noun(i).is_none_or(|n| n.prep != Some(Prep::DE) || n.date));
        before.and_then(|b| self.parse.noun(b)).is_some_and(|n| {
            n.mention.is_none() && !n.date && n.determiner != Determiner::None && n.prep == Some(Prep::POUR)
        })
    }

    /// « ne se sont pas parlé depuis mai », « leur première rencontre depuis mai »: then something else took place.
    #[must_use]
    pub fn is_over(&self) -> bool {
        let chunk = self.parse.chunks[self.chunk];
        let first = |t: u32| self.parse.context.source.lowered(t as usize).starts_with("premi");
        match self.group() {
            Some(group) => group.negated || matches!(group.tense, Tense::Past | Tense::Pluperfect),
            None => (chunk.first..chunk.last).any(first),
        }
    }

    /// « ne se sont pas parlé depuis le sommet de Berlin en mai »: behind what « depuis » opens, while nouns go on.
    #[must_use]
    pub fn behind_since(&self, chunk: usize) -> bool {
        let name = |p| self.parse.context.lexicon.grammar().prep_name(p) == "depuis";
        (self.chunk + 1..chunk + 1)
            .rev()
            .take_while(|&i| self.parse.noun(i).is_some())
            .any(|i| self.parse.noun(i).is_some_and(|n| n.prep.is_some_and(name)))
    }

    /// « s'opposer aux ventes d'armes à Taïwan », « … à l'aide des États-Unis à l'île »: to whom something else goes.
    pub(super) fn further(&self, chunk: usize) -> bool {
        let mut before = chunk.saturating_sub(1);
        while before > self.through && self.parse.noun(before).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date) {
            before -= 1;
        }
        let first = self.parse.first_conjunct(before);
        before + 1 < chunk
            && self.group().is_some_and(|g| {
                g.voice == Voice::Reflexive && g.verb.is_some_and(|v| !self.parse.cues.movement(v, true))
            })
            && first > self.through
            && self.complements.iter().any(|c| c.chunk == first && c.prep == Some(Prep::A) && !c.fronted)
            && self.parse.noun(before).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Definite)
    }

    /// « ses condoléances à X à la suite de l'attaque à Y », « le soutien à X, à Y »: the place behind the first is no second
    /// one of the kind.
    pub(super) fn behind_another(&self, chunk: usize) -> bool {
        let own = self.parse.first_conjunct(chunk);
        self.parse.is_place(chunk)
            && self.complements.iter().any(|c| {
                c.chunk > self.through
                    && c.chunk < own
                    && c.prep == Some(Prep::A)
                    && !c.fronted
                    && self.parse.first_conjunct(c.chunk) != own
            })
    }

    /// A place behind somebody, or a body, with the same « à ».
    pub fn behind_person(&self, chunk: usize) -> bool {
        let human =
            |m: &Mention| matches!(m.kind(), MentionKind::Person | MentionKind::Official | MentionKind::Organization);
        self.parse.is_place(chunk)
            && self.complements.iter().any(|c| {
                c.chunk > self.through
                    && c.chunk < self.parse.first_conjunct(chunk)
                    && c.prep == Some(Prep::A)
                    && !c.fronted
                    && (self.parse.mention(c.chunk).is_some_and(human) || self.parse.latter(c.chunk))
            })
    }

    /// « s'opposer à l'aide à l'Ukraine »: the second hangs on the first.
    pub(super) fn second(&self, chunk: usize) -> bool {
        let Some(before) = chunk.checked_sub(1).filter(|&b| b > self.chunk && b == self.through + 1) else {
            return false;
        };
        self.complements.iter().any(|c| c.chunk == before && c.prep == Some(Prep::A) && !c.fronted)
            && self.parse.noun(before).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Definite)
    }

    /// « l'hommage avec une cérémonie à X », « l'attaque, un an après l'attentat contre Y »: it hangs on the circumstance.
    pub(super) fn circumstantial(&self, chunk: usize) -> bool {
        let Some(mut before) = chunk.checked_sub(1).filter(|&b| b > self.through) else { return false };
        // « après une attaque des rebelles contre Y »
        while before > self.through + 1 && self.parse.noun(before).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date)
        {
            before -= 1;
        }
        let Some(noun) = self.parse.noun(before).filter(|n| n.mention.is_none() && !n.date) else { return false };
        let names = [
            "à cause de",
            "à l'issue de",
            "à l'occasion de",
            "à la suite de",
            "à la veille de",
            "au cours de",
            "au nom de",
            "depuis",
            "durant",
            "en raison de",
            "en représailles à",
            "en réponse à",
            "face à",
            "lors de",
            "malgré",
            "pendant",
        ];
        let grammar = self.parse.context.lexicon.grammar();
        let between = self.parse.noun(chunk).is_some_and(|n| n.prep == Some(Prep::ENTRE));
        noun.determiner != Determiner::None
            && noun.prep.is_some_and(|p| {
                // « il a été convenu lors d'un entretien entre X et Y »: they did; not so the day before.
                let other = matches!(p, Prep::AVANT | Prep::APRES) || grammar.prep_name(p) == "à la veille de";
                other
                    || !between
                        && (p == Prep::AVEC
                            || p == Prep::CONTRE && self.group().is_none()
                            || names.contains(&grammar.prep_name(p)))
            })
    }

    /// « des discussions sur les accords entre X et Y », « durcir les sanctions en réponse à l'offensive contre Z »: the
    /// phrase hangs on a noun of its own sort that a preposition sets off from the trigger.
    pub(super) fn claimed(&self, chunk: usize, prep: Prep) -> bool {
        let list = match prep {
            Prep::ENTRE => List::Between,
            Prep::CONTRE => List::Against,
            // « a discuté des relations de X avec Y »: with whom is not told; « ils se sont mis d'accord sur l'ouverture de
            // négociations avec X »: with each other.
            Prep::AVEC if self.group().is_some() => List::Between,
            _ => return false,
        };
        let talks = prep != Prep::AVEC
            || self.parse.is_place(chunk)
                && (self.parse.verb_is(self.chunk, List::Discuss) || self.group().is_some_and(|g| g.plural));
        // « ont signé un pacte après un entretien avec X »
        let occasion = |p: Prep| {
            let name = self.parse.context.lexicon.grammar().prep_name(p);
            matches!(
                name,
                "après" | "avant" | "lors de" | "au cours de" | "à l'issue de" | "au terme de" | "en marge de"
            )
        };
        let from = if chunk > self.through { self.through + 1 } else { 0 };
        let mut owned = false;
        for at in (from..chunk).rev() {
            // « l'offensive lancée jeudi en Syrie par X contre Y »
            let told =
                |n: &Noun| n.date || matches!(n.prep, Some(Prep::PAR | Prep::EN | Prep::A)) && n.mention.is_some();
            let done = self.parse.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple)
                || self.parse.noun(at).is_some_and(told)
                || self.parse.host(at) != at
                || at.checked_sub(1).is_some_and(|b| self.parse.host(b) != b)
                    && self.parse.noun(at).is_some_and(|n| n.prep == Some(Prep::DE))
                || self.parse.chunks[at].kind == ChunkKind::Comma;
            // « ont signé une déclaration sur l'accord conclu entre X et Y »
            let participle =
                || self.parse.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple) && at > self.through + 1;
            if prep == Prep::CONTRE && done || prep == Prep::ENTRE && participle() {
                continue;
            }
            let Some(noun) = self.parse.noun(at).filter(|n| !n.date) else { return false };
            // « la signature à X d'un traité entre Y et Z »
            if self.group().is_none() && matches!(noun.prep, Some(Prep::A | Prep::EN)) && self.parse.is_place(at) {
                continue;
            }
            // « à l'issue de pourparlers avec X »
            let named = noun.mention.is_some() || noun.determiner == Determiner::None && !noun.plural;
            owned |= !named && self.parse.cues.lists(list, self.parse.head(at));
            if noun.prep != Some(Prep::DE) {
                let led = self.parse.noun(self.parse.first_conjunct(at)).and_then(|n| n.prep);
                return owned && (self.parse.staged(at) || led.is_some_and(|p| talks || occasion(p)));
            }
        }
        // « la condamnation de l'offensive contre X »
        owned && prep == Prep::AVEC && talks
            || owned
                && prep == Prep::CONTRE
                && self.group().is_none()
                && !self.parse.cues.lists(list, self.parse.head(self.chunk))
    }

    /// « une invasion qualifiée de barbare par X », « l'attaque dénoncée par X »: who judges it has not done it.
    pub(super) fn judged_by(&self, chunk: usize) -> bool {
        // « la confirmation de son élection par X »: X has confirmed it
        let own = self.parse.noun(self.chunk).is_some_and(|n| n.prep == Some(Prep::DE));
        let outer = self.chunk.checked_sub(1).filter(|&b| own && self.parse.noun(b).is_some());
        if outer.is_some_and(|b| self.parse.cues.lists(List::Ratify, self.parse.head(b))) {
            return true;
        }
        (self.through + 1..chunk).rev().find(|&i| self.group().is_none() && self.parse.group(i).is_some()).is_some_and(
            |i| {
                let judges = self.parse.verb_is(i, List::Punish)
                    || self.parse.verb_is(i, List::Judge)
                    // « a condamné l'invasion, imité par X »
                    || self.parse.verb_is(i, List::Suffered)
                    || self.parse.group(i).and_then(|g| g.verb).is_some_and(|v| self.parse.cues.speech(v));
                judges
                    && self
                        .parse
                        .group(i)
                        .is_some_and(|g| g.form == VerbForm::PastParticiple || g.voice == Voice::Passive)
            },
        )
    }

    /// Whether a phrase stands right behind a thing, and its « de », that the trigger verb has with the same preposition.
    pub fn behind_same(&self, chunk: usize, prep: Prep) -> bool {
        self.group().is_some()
            && self.thing_before(chunk).is_some_and(|n| {
                // « à la résidence de X à Y »: where it stands.
                if n.mention.is_none()
                    && self.parse.cues.lists(List::Site, self.parse.context.source.lowered(n.head as usize))
                {
                    return false;
                }
                let whole = n.determiner == Determiner::Definite
                    || matches!(self.parse.context.source.lowered(n.head.saturating_sub(1) as usize), "tout" | "toute");
                n.prep == Some(prep) && n.mention.is_none() && whole && !n.date
            })
    }

    /// Whether a phrase stands right behind a thing that is the object of the trigger verb, or what it is done for: it may
    /// well be that thing's.
    pub fn behind_object(&self, chunk: usize) -> bool {
        self.group().is_some()
            && self
                .thing_before(chunk)
                .is_some_and(|n| matches!(n.prep, None | Some(Prep::POUR)) && n.mention.is_none() && !n.date)
    }

    /// The noun phrase right before a phrase, over all that hangs on it with « de ».
    fn thing_before(&self, chunk: usize) -> Option<&Noun> {
        // « après une visite mardi à Rome »
        let of = |i: &usize| {
            self.parse.noun(*i).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date || n.date && n.prep.is_none())
        };
        (self.through + 1..chunk).rev().find(|i| !of(i)).and_then(|i| self.parse.noun(i))
    }
}
