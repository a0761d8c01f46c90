//! « ce dernier », « le pays », « les deux hommes »: nouns that stand for somebody named before.
//!
//! Comes in: what sort the noun asks for. Goes out: the last one named, the
//! only one of the sort, or the only two. Never takes two of three.

use super::super::office::roles_agree;
use super::{Finder, Want, CALLED, FAR, REACH};
use crate::id::{Code, MentionId};
use crate::lexicon::{Pos, Role};
use crate::mention::{MentionData, MentionKind};
use crate::syntax::VerbForm;

impl Finder<'_> {
    /// « ce dernier », « celui-ci »: the last one named; « ces derniers », « ceux-ci »: the last in the plural, or those that
    /// « et » joined.
    pub(super) fn latter(&self) -> Vec<MentionId> {
        let folded = |n: usize| self.context.source.folded(self.token + n);
        let feminine = matches!(folded(0), "cette" | "celle") || folded(1).starts_with("derniere");
        let want = if feminine { Want::She } else { Want::He };
        let several = matches!(folded(0), "ceux" | "celles")
            || [0, 1].iter().any(|&n| matches!(folded(n), "derniers" | "dernieres"));
        if several {
            return (0..=1)
                .filter_map(|back| self.sentence.checked_sub(back))
                .map(|s| self.last_several(s))
                .find(|m| !m.is_empty())
                .unwrap_or_default();
        }
        // « celui-ci »: somebody, and not the subject before
        let other = matches!(self.context.source.folded(self.token), "celui" | "celle");
        let latter = |human: bool| {
            (0..=1).find_map(|back| {
                let sentence = self.sentence.checked_sub(back)?;
                let fits = |i: usize| {
                    self.may_act(i)
                        && self.agrees(i, want)
                        && !self.is_whereabouts(i)
                        && !self.excepted(i)
                        && !self.says_of_excepted(i)
                        && (!other
                            || (if human { self.is_somebody(i) } else { self.is_country(i) || self.is_capital(i) })
                                && !self.is_subject(i))
                };
                self.in_sentence(sentence).rev().find(|&i| fits(i))
            })
        };
        latter(other)
            .or_else(|| if other { self.only_before(want).or_else(|| latter(false)) } else { None })
            .map(|i| self.nearest(i))
            .into_iter()
            .collect()
    }

    /// « X a pris la parole. Celui-ci … »: the subject before, when the sentence before tells of nobody else.
    fn only_before(&self, want: Want) -> Option<usize> {
        let sentence = self.sentence.checked_sub(1)?;
        let told = self.in_sentence(sentence).filter(|&i| self.may_act(i) && self.agrees(i, want));
        match self.distinct(told.filter(|&i| !self.is_whereabouts(i)))[..] {
            [one] if self.is_subject(one) && !self.excepted(one) && !self.tells_another(one, sentence, want) => {
                Some(one)
            }
            _ => None,
        }
    }

    /// « X a reçu un opposant. Celui-ci … »: a noun of that gender behind the subject may be somebody too.
    fn tells_another(&self, subject: usize, sentence: usize, want: Want) -> bool {
        let end = self.context.source.tokens.sentences().get(sentence).map_or(0, |s| s.end as usize);
        let gender = if want == Want::She { Pos::FEMININE } else { Pos::MASCULINE };
        let noun = |t: usize| {
            let word = self.context.word(t);
            word.pos.any(Pos::NOUN) && word.pos.any(gender)
        };
        (self.mention(subject).last as usize..end).any(|t| self.context.word(t).function.determines() && noun(t + 1))
    }

    /// The last of the sentence in the plural, or those that « et » joins there behind it.
    fn last_several(&self, sentence: usize) -> Vec<MentionId> {
        let one = self.in_sentence(sentence).rev().find(|&i| self.is_many(i));
        let joined = self.coordinated(sentence);
        if joined.last() > one.as_ref() {
            return joined.into_iter().map(|i| self.nearest(i)).collect();
        }
        // « X a écrit à Y. Ces derniers … »: two people and no third.
        let people = self.distinct(self.in_sentence(sentence).filter(|&i| self.is_somebody(i)));
        if let ([one, two], None, true) = (&people[..], one, sentence < self.sentence) {
            return vec![self.nearest(*one), self.nearest(*two)];
        }
        one.map(MentionId::from_index).into_iter().collect()
    }

    /// « Réfugié en France, ce dernier … »: a place where something is.
    fn is_whereabouts(&self, i: usize) -> bool {
        let mention = &self.mentions.list[i];
        mention.kind() == MentionKind::Place
            && (mention.first as usize)
                .checked_sub(1)
                .is_some_and(|before| matches!(self.context.source.folded(before), "en" | "dans"))
    }

    /// « le Russe »: the only person named of that country, in the sentence or in the two before.
    pub(super) fn citizen(&self, country: Code) -> Option<MentionId> {
        let of = |&i: &usize| {
            let countries = self.entity(i).and_then(|e| self.entities.get(e)).map(|e| &e.countries[..]);
            self.is_somebody(i) && countries == Some(&[country][..])
        };
        let near = (0..=REACH).filter_map(|back| self.sentence.checked_sub(back));
        match self.distinct(near.flat_map(|s| self.in_sentence(s)).filter(of))[..] {
            [one] => Some(self.nearest(one)),
            _ => None,
        }
    }

    /// « le pays », « le groupe »: the only one of its sort in the sentence, or else in the one before that; further back
    /// only where nothing else of the sort has been told since.
    pub(super) fn only(&self, fits: impl Fn(&Self, usize) -> bool) -> Option<MentionId> {
        for back in 0..=FAR {
            let sentence = self.sentence.checked_sub(back)?;
            // « à l'inverse de X, le groupe »: within the sentence only a subject is taken up again.
            let told = |&i: &usize| {
                let near = back > 0 || (self.is_subject(i) || self.is_country(i)) && !self.is_dealt_with(i);
                fits(self, i) && !self.excepted(i) && !self.says_of_excepted(i) && near
            };
            match self.distinct(self.in_sentence(sentence).filter(told))[..] {
                [one] => return Some(self.nearest(one)),
                [] => {}
                _ => return None,
            }
        }
        None
    }

    /// « Après avoir menacé X, le pays … »: whom the clause before deals with is another than its subject.
    fn is_dealt_with(&self, index: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(self.sentence);
        let last = self.mention(index).last;
        let clause = groups.first().is_some_and(|g| {
            matches!(g.form, VerbForm::Infinitive | VerbForm::Gerund | VerbForm::PresentParticiple) && g.first < last
        });
        clause && groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first as usize > self.token)
    }

    /// « le royaume »: the only country of these told near by.
    pub(super) fn land(&self, codes: &[Code]) -> Option<MentionId> {
        self.only(|finder, i| match finder.mention(i).data {
            MentionData::Place { country: Some(country), .. } => finder.is_country(i) && codes.contains(&country),
            _ => false,
        })
    }

    /// « ces pays »: those that « et » joined, in the sentence or in the one before.
    pub(super) fn these_countries(&self) -> Vec<MentionId> {
        let near = (0..=1).filter_map(|back| self.sentence.checked_sub(back));
        let mut joined = near.map(|s| self.coordinated(s));
        let land = |&i: &usize| self.is_country(i) || self.speaks_for_country(i);
        let joined = joined.find(|joined| !joined.is_empty() && joined.iter().all(land));
        joined.unwrap_or_default().into_iter().map(|i| self.nearest(i)).collect()
    }

    /// « la Ligue »: the only body told before whose name begins so.
    pub(super) fn named(&self, word: usize) -> Option<MentionId> {
        let folded = self.context.source.folded(word);
        self.only_called(|i| self.is_body(i) && self.context.source.folded(self.mention(i).first as usize) == folded)
    }

    /// « le général »: the only person told before whose name stands behind that word.
    pub(super) fn ranked(&self, word: usize) -> Option<MentionId> {
        let lowered = self.context.source.lowered(word);
        self.only_called(|i| {
            let first = self.mention(i).first as usize;
            self.mention(i).kind() == MentionKind::Person
                && first > 0
                && self.context.goes_on(first)
                && self.context.source.lowered(first - 1) == lowered
        })
    }

    /// The only one told before that is called so.
    fn only_called(&self, fits: impl Fn(usize) -> bool) -> Option<MentionId> {
        let until = self.mentions.list.partition_point(|m| m.last as usize <= self.token);
        let told = (until.saturating_sub(CALLED)..until).filter(|&i| fits(i) && !self.excepted(i));
        match self.distinct(told)[..] {
            [one] => Some(self.nearest(one)),
            _ => None,
        }
    }

    /// The last two of a kind; none when a third stands beside them.
    pub(super) fn both(&self, want: Want) -> Vec<MentionId> {
        if want == Want::BothParties {
            let people = self.both(Want::BothPeople);
            return if people.is_empty() { self.both(Want::BothCountries) } else { people };
        }
        let countries = want == Want::BothCountries;
        let fits = |&i: &usize| match want {
            Want::BothCountries => {
                (self.is_country(i) || self.speaks_for_country(i)) && !self.excepted(i) && !self.is_topic(i)
            }
            Want::BothHolding(role) => self.is_somebody_told(i) && self.may_hold(i, role),
            _ => self.is_somebody_told(i),
        };
        // « Paris … la France »
        let same = |i: usize, j: usize| {
            self.entity(i) == self.entity(j) || countries && self.land_of(i).is_some_and(|c| self.land_of(j) == Some(c))
        };
        let mut found: Vec<usize> = Vec::new();
        for back in 0..=REACH + 1 {
            let Some(sentence) = self.sentence.checked_sub(back) else { break };
            let here = self.distinct(self.in_sentence(sentence).filter(fits));
            for index in here.into_iter().rev() {
                if !found.iter().any(|&i| same(i, index)) {
                    found.push(index);
                }
            }
            if found.len() >= 2 {
                break;
            }
        }
        found.sort_unstable();
        // « Le Premier ministre israélien s'est excusé auprès de la Turquie, et les deux pays … »
        if let [one] = found[..] {
            if let Some(other) = self.compatriot_of_another(one).filter(|_| self.is_country(one)) {
                return vec![other, self.nearest(one)];
            }
        }
        match found[..] {
            [one, two] => vec![self.nearest(one), self.nearest(two)],
            // Of several none is nearer than what the text opens with: « Les relations entre A et B … Les deux États … »
            _ => match self.distinct(self.in_sentence(0).filter(|i| fits(i) || countries && self.is_capital(*i)))[..] {
                [one, two] if self.sentence > 0 => vec![self.nearest(one), self.nearest(two)],
                _ => Vec::new(),
            },
        }
    }

    /// Somebody in particular, who may be meant, and not only what somebody is: « en tant que ministre ».
    fn is_somebody_told(&self, index: usize) -> bool {
        self.is_somebody(index) && !self.is_anyone(index) && !self.is_capacity(index) && !self.excepted(index)
    }

    /// « sa position sur le Sahara »: what something is about takes no part in it.
    fn is_topic(&self, index: usize) -> bool {
        let first = self.mention(index).first as usize;
        let article = usize::from(matches!(self.context.previous(first, 1), "le" | "la" | "l'" | "les"));
        self.context.previous(first, 1 + article) == "sur"
    }

    /// The country of a place.
    fn land_of(&self, index: usize) -> Option<Code> {
        match self.mention(index).data {
            MentionData::Place { country, .. } => country,
            _ => None,
        }
    }

    /// A capital that stands for its government there.
    pub(super) fn speaks_for_country(&self, index: usize) -> bool {
        self.is_capital(index) && self.entities.metonym_rule(MentionId::from_index(index)).is_some()
    }

    /// Whether somebody may hold an office, as far as the text or the gazetteer tells.
    fn may_hold(&self, index: usize, role: Role) -> bool {
        use Role::{HeadOfGovernment, HeadOfState, Monarch};
        let held = self.entity(index).and_then(|e| self.entities.get(e)).and_then(|e| e.role);
        let rules = |role| matches!(role, HeadOfState | HeadOfGovernment | Monarch);
        held.is_none_or(|held| roles_agree(role, held) || rules(role) && rules(held))
    }

    /// « X a invité son interlocuteur »: of the last two people the one that is not `except`.
    pub(super) fn other(&self) -> Option<MentionId> {
        let two = Finder { except: &[], ..*self }.both(Want::BothPeople);
        let meant = |m: &MentionId| self.entities.of(*m).is_some_and(|entity| !self.except.contains(&entity));
        match two[..] {
            [one, two] if meant(&one) != meant(&two) => [one, two].into_iter().find(meant),
            _ => None,
        }
    }

    /// « un chef d'État arabe », « aucun ministre »: an office that nobody in particular holds.
    fn is_anyone(&self, index: usize) -> bool {
        let mention = self.mention(index);
        mention.official().is_some_and(|o| o.holder.is_none())
            && matches!(self.context.previous(mention.first as usize, 1), "un" | "une" | "aucun" | "aucune" | "tout")
    }

    /// The only official beside the country `index`, in its sentence, who serves another one.
    fn compatriot_of_another(&self, index: usize) -> Option<MentionId> {
        let MentionData::Place { country: Some(own), .. } = self.mention(index).data else { return None };
        let sentence = self.sentence_of(index);
        if sentence != self.sentence {
            return None;
        }
        let serves = |&i: &usize| {
            self.mention(i)
                .official()
                .is_some_and(|o| !o.plural && o.countries.len() == 1 && !o.countries.contains(&own))
        };
        match self.distinct(self.in_sentence(sentence).filter(serves))[..] {
            [one] => Some(self.nearest(one)),
            _ => None,
        }
    }
}
