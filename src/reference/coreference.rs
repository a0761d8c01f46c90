//! Pronouns and other words that name nobody by themselves.
//!
//! Comes in: the entities, and the token where « il », « son », « ce dernier »
//! or « les deux pays » stands. Goes out: the nearest earlier mention of whom
//! it means, or nothing: where two readings are left, none is taken.

use super::description::sentence_of;
use super::{Entities, Entity};
use crate::id::{EntityId, MentionId};
use crate::lexicon::grammar::Function;
use crate::lexicon::{OrgType, PlaceType, Pos};
use crate::mention::{Context, Gender, Mention, MentionData, MentionKind, Mentions};
use crate::syntax::{Clitics, VerbForm, VerbGroup};

/// What kind of antecedent a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// il
    He,
    /// elle
    She,
    /// ils
    They,
    /// elles
    TheyFeminine,
    /// lui: of either gender
    Either,
    /// son, sa, ses: whose subject may be of either gender
    Possessive,
    /// leur, leurs
    PossessivePlural,
    /// ce dernier, cette dernière
    Latter,
    /// le pays, ce pays
    Country,
    /// le groupe, l'organisation, ce parti
    Body,
    /// les deux pays, les deux capitales, les deux États
    BothCountries,
    /// les deux hommes, dirigeants, ministres, présidents
    BothPeople,
}

/// How many sentences back an antecedent may stand.
const REACH: usize = 2;

/// How many mentions may hang on one another as complements.
const NESTED: usize = 4;
/// How many steps a chain of pronouns is followed.
const CHAIN: usize = 16;
/// How many verbs back the same pronoun may stand.
const VERBS: usize = 8;
/// How many mentions of an entity are asked for its gender.
const MEMBERS: usize = 32;

/// The mentions that the word at `token` stands for: the nearest earlier mention of each entity it means. Empty when in
/// doubt. « il », « elle », « son » and « ce dernier » give at most one; plurals give one plural mention or several.
#[must_use]
pub fn antecedent(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    token: usize,
    want: Want,
) -> Vec<MentionId> {
    antecedent_but(context, mentions, entities, token, want, &[])
}

/// The same for a pronoun that can mean none of `except`: an object pronoun never means the subjects of its verb.
#[must_use]
pub fn antecedent_but(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    token: usize,
    want: Want,
    except: &[EntityId],
) -> Vec<MentionId> {
    let finder = Finder { context, mentions, entities, token, sentence: sentence_of(context, token), except };
    match want {
        Want::He | Want::She | Want::Either | Want::Possessive => finder.single(want).into_iter().collect(),
        Want::Latter => finder.latter().into_iter().collect(),
        Want::They | Want::TheyFeminine | Want::PossessivePlural => finder.several(),
        Want::Country => finder.only(Finder::is_country).into_iter().collect(),
        Want::Body => finder.only(Finder::is_body).into_iter().collect(),
        Want::BothCountries => finder.both(Finder::is_country),
        Want::BothPeople => finder.both(Finder::is_somebody),
    }
}

/// What « les deux » or « leurs » before a noun asks for: countries or people, by the noun at `token`.
#[must_use]
pub fn both(context: Context<'_>, token: usize) -> Option<Want> {
    match context.source.folded(token) {
        "pays" | "etats" | "capitales" | "nations" | "voisins" | "coree" | "corees" | "puissances"
        | "gouvernements" => Some(Want::BothCountries),
        "hommes" | "femmes" | "dirigeants" | "presidents" | "ministres" | "leaders" | "responsables" | "chefs"
        | "homologues" | "diplomates" | "dirigeantes" | "personnalites" | "interlocuteurs" | "negociateurs"
        | "ambassadeurs" | "rivaux" => Some(Want::BothPeople),
        _ => None,
    }
}

struct Finder<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
    token: usize,
    sentence: usize,
    except: &'a [EntityId],
}

impl<'a> Finder<'a> {
    fn mention(&self, index: usize) -> &'a Mention {
        &self.mentions.list[index]
    }

    fn entity(&self, index: usize) -> Option<EntityId> {
        self.entities.of(MentionId::from_index(index))
    }

    fn sentence_of(&self, index: usize) -> usize {
        sentence_of(self.context, self.mention(index).first as usize)
    }

    /// Mentions that end before the token, in sentence `sentence`, by start.
    fn in_sentence(&self, sentence: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let list = &self.mentions.list;
        let range =
            self.context.source.tokens.sentences().get(sentence).map_or(0..0, |s| {
                list.partition_point(|m| m.first < s.start)..list.partition_point(|m| m.first < s.end)
            });
        range.filter(|&i| self.mention(i).last as usize <= self.token)
    }

    fn is_somebody(&self, index: usize) -> bool {
        match &self.mention(index).data {
            MentionData::Person { .. } => true,
            MentionData::Official(official) => !official.plural,
            _ => false,
        }
    }

    fn is_country(&self, index: usize) -> bool {
        matches!(self.mention(index).data, MentionData::Place { place_type: PlaceType::Country, .. })
    }

    /// A capital where countries are asked for: « Riyad et Téhéran ont signé … Les deux pays … »
    fn is_capital(&self, index: usize, fits: fn(&Self, usize) -> bool) -> bool {
        let MentionData::Place { entry: Some(entry), .. } = self.mention(index).data else { return false };
        let speaks = matches!(
            self.context.lexicon.entry(entry).data,
            crate::lexicon::EntryData::Place { metonym, .. } if metonym != crate::lexicon::Metonym::None
        );
        speaks && std::ptr::fn_addr_eq(fits, Self::is_country as fn(&Self, usize) -> bool)
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

    /// An organisation that is neither a government nor a paper.
    fn is_body(&self, index: usize) -> bool {
        matches!(
            self.mention(index).data,
            MentionData::Organization { org_type, .. }
                if !matches!(org_type, OrgType::Ministry | OrgType::Government | OrgType::Media)
        )
    }

    /// « les diplomates turcs », « les États-Unis »
    fn is_many(&self, index: usize) -> bool {
        let before = (self.mention(index).first as usize).checked_sub(1).map_or("", |i| self.context.source.lowered(i));
        self.mention(index).official().is_some_and(|o| o.plural)
            || self.is_country(index) && matches!(before, "les" | "aux" | "des")
    }

    /// Somebody, or a body that acts.
    fn may_act(&self, index: usize) -> bool {
        self.is_somebody(index)
            || matches!(self.mention(index).kind(), MentionKind::Organization)
            || matches!(self.mention(index).data, MentionData::Place { place_type: PlaceType::Country, .. })
    }

    fn gender(&self, index: usize) -> Option<Gender> {
        let mention = self.mention(index);
        let first = mention.first as usize;
        let determiner = first.checked_sub(1).map_or("", |i| self.context.source.lowered(i));
        let told = match &mention.data {
            MentionData::Person { gender } => gender.or_else(|| self.gender_of_title(first)),
            MentionData::Official(official) if official.feminine => Some(Gender::Feminine),
            MentionData::Official(_) if matches!(determiner, "le" | "du" | "au" | "un") => Some(Gender::Masculine),
            MentionData::Official(_) => None,
            _ => match determiner {
                "le" | "du" | "au" => Some(Gender::Masculine),
                "la" => Some(Gender::Feminine),
                _ => None,
            },
        };
        // What another mention of the entity tells.
        told.or_else(|| {
            let entity: &Entity = self.entities.get(self.entity(index)?)?;
            entity.mentions.iter().take(MEMBERS).find_map(|m| match &self.mentions.list.get(m.index())?.data {
                MentionData::Person { gender } => *gender,
                MentionData::Official(official) if official.feminine => Some(Gender::Feminine),
                MentionData::Official(_) => {
                    let first = self.mentions.list[m.index()].first as usize;
                    let word = first.checked_sub(1).map_or("", |i| self.context.source.lowered(i));
                    matches!(word, "le" | "du" | "au" | "un").then_some(Gender::Masculine)
                }
                _ => None,
            })
        })
    }

    /// « le colonel X », « la juge Y »: the article before the word before a name.
    fn gender_of_title(&self, first: usize) -> Option<Gender> {
        let title = first.checked_sub(1).and_then(|i| self.context.source.get(i)).is_some_and(|t| t.is_word());
        let article = first.checked_sub(2).map_or("", |i| self.context.source.lowered(i));
        match article {
            "le" | "un" if title => Some(Gender::Masculine),
            "la" | "une" if title => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn agrees(&self, index: usize, want: Want) -> bool {
        match want {
            Want::He => self.gender(index) != Some(Gender::Feminine),
            Want::She => self.gender(index) != Some(Gender::Masculine),
            _ => true,
        }
    }

    /// The mention is the subject of its clause: no preposition before it, a finite verb behind it.
    fn is_subject(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        let mut at = mention.first as usize;
        // Back over the determiner, and over the official whose holder this is.
        if let Some(before) = index.checked_sub(1).filter(|&b| self.entity(b) == self.entity(index)) {
            let gap = mention.first.saturating_sub(self.mention(before).last);
            if gap <= 2 && self.sentence_of(before) == self.sentence_of(index) {
                at = self.mention(before).first as usize;
            }
        }
        let mut previous = at.checked_sub(1).filter(|_| !source.get(at).is_some_and(|t| t.starts_sentence()));
        if previous.is_some_and(|p| matches!(source.lowered(p), "le" | "la" | "l'" | "les" | "m." | "mme")) {
            let determiner = previous.unwrap_or(0);
            let opens = source.get(determiner).is_some_and(|t| t.starts_sentence());
            previous = determiner.checked_sub(1).filter(|_| !opens);
        }
        if previous.is_some_and(|p| self.follows_inverted_verb(p)) {
            return true;
        }
        let before = previous.map_or("", |p| source.lowered(p));
        // « X ainsi que Y, de même que Z, ont pris part »
        let beside = previous.and_then(|p| p.checked_sub(1)).map_or("", |p| source.lowered(p));
        if matches!(before, "que" | "qu'") && matches!(beside, "ainsi" | "même") {
            return false;
        }
        if matches!(
            before,
            "de" | "d'"
                | "du"
                | "des"
                | "à"
                | "au"
                | "aux"
                | "avec"
                | "par"
                | "pour"
                | "chez"
                | "contre"
                | "sur"
                | "entre"
                | "vers"
                | "en"
                | "dans"
                | "son"
                | "sa"
                | "et"
        ) {
            return false;
        }
        // The next finite verb group comes before the next mention of anybody else that is no complement.
        let last = mention.last as usize;
        let after = self.context.syntax.groups.partition_point(|g| (g.first as usize) < last);
        let Some(group) = self.context.syntax.groups[after..].iter().find(|g| g.is_finite()) else { return false };
        // « X, contrairement à ce qui était prévu »: the verb has another subject.
        let relative = (group.first as usize).saturating_sub(1);
        if source.lowered(relative) == "qui" {
            // « Il a reçu X, qui préside le parti. »: no verb is left for X.
            let here = self.sentence_of(index);
            let main = self.context.syntax.groups[after..]
                .iter()
                .filter(|g| g.is_finite() && g.first > group.first)
                .any(|g| sentence_of(self.context, g.first as usize) == here);
            if relative > last + 1 || !main {
                return false;
            }
        }
        // What opens the sentence without a preposition is its subject, whoever else is told of before the verb.
        let opens = previous.is_none() && !matches!(mention.kind(), MentionKind::Event | MentionKind::Date);
        sentence_of(self.context, group.first as usize) == self.sentence_of(index)
            && group.subject.is_none()
            && (opens
                || !(self.complements_end(index)..self.mentions.list.len())
                    .take_while(|&i| self.mention(i).first < group.first)
                    .any(|i| self.is_somebody(i) && self.entity(i) != self.entity(index)))
    }

    /// One past the mentions that are complements of this one: « l'émissaire | du président | João Lourenço ».
    fn complements_end(&self, index: usize) -> usize {
        let links = |k: u32| matches!(self.context.source.lowered(k as usize), "de" | "du" | "d'" | "la" | "l'");
        let limit = self.mentions.list.len().min(index + 1 + NESTED);
        (index + 1..limit)
            .find(|&i| {
                let gap = self.mention(i - 1).last..self.mention(i).first;
                gap.len() > 2 || !gap.clone().all(links)
            })
            .unwrap_or(limit)
    }

    /// « …, a déclaré X »: token `last` ends a finite verb that is set off and has no subject before it.
    fn follows_inverted_verb(&self, last: usize) -> bool {
        let groups = &self.context.syntax.groups;
        let number = groups.partition_point(|g| (g.last as usize) <= last);
        groups.get(number).filter(|g| g.last as usize == last + 1 && g.is_finite() && g.subject.is_none()).is_some_and(
            |g| {
                (g.first as usize)
                    .checked_sub(1)
                    .is_some_and(|b| matches!(self.context.source.str(b), "," | "»" | "”" | "\""))
            },
        )
    }

    /// « alors que X », « lorsque X »: the subject of a clause of circumstance.
    fn is_subordinate(&self, index: usize) -> bool {
        let mut at = self.mention(index).first as usize;
        if index > 0 && self.entity(index - 1) == self.entity(index) && self.mention(index - 1).last as usize == at {
            at = self.mention(index - 1).first as usize;
        }
        let (lexicon, words) = (self.context.lexicon, &self.context.lexical.words);
        let function = |t: usize| lexicon.word(words.get(t).copied().unwrap_or(0)).function;
        if at > 0 && function(at - 1).determines() {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1) else { return false };
        let long = |len: usize| {
            let start = (before + 1).checked_sub(len)?;
            lexicon.grammar().phrase(lexicon.vocabulary(), words, start).filter(|p| p.len == len)
        };
        let bare = matches!(self.context.source.lowered(before), "que" | "qu'");
        (2..=3).any(|len| long(len).is_some_and(|p| p.function == Function::Subordinator))
            || !bare && function(before) == Function::Subordinator
    }

    /// « X, qui a … »
    fn is_relative_subject(&self, index: usize) -> bool {
        let last = self.mention(index).last as usize;
        let comma = usize::from(self.context.source.str(last) == ",");
        self.context.source.lowered(last + comma) == "qui"
    }

    /// The distinct entities among `found`, each by its last mention.
    fn distinct(&self, found: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut list: Vec<usize> = Vec::new();
        for index in found {
            match list.iter().position(|&i| self.entity(i) == self.entity(index)) {
                Some(at) => list[at] = index,
                None => list.push(index),
            }
        }
        list
    }

    fn single(&self, want: Want) -> Option<MentionId> {
        let (mut sentence, mut token) = (self.sentence, self.token);
        let mut back = 0;
        let mut except = None;
        for _ in 0..CHAIN {
            let here: Vec<usize> = self
                .in_sentence(sentence)
                .filter(|&i| self.mention(i).last as usize <= token && self.may_act(i) && self.agrees(i, want))
                .filter(|&i| !self.explains_pronoun(i) && !self.excepted(i) && !self.acts_on_pronoun(i, token))
                .filter(|&i| except.is_none() || self.entity(i) != except)
                .collect();
            let subjects = self.distinct(here.iter().copied().filter(|&i| self.is_subject(i)));
            let people = self.distinct(here.iter().copied().filter(|&i| self.is_somebody(i)));
            // The subject of the clause before, or else the only one it may be.
            let mut subject_of_person = self.distinct(subjects.iter().copied().filter(|&i| self.is_somebody(i)));
            // « Alors que X veut …, Y décide … »
            if subject_of_person.len() > 1 {
                subject_of_person.retain(|&i| !self.is_subordinate(i));
            }
            // A country whose gender nothing tells gives way to the only person.
            let told = subjects.iter().any(|&i| self.gender(i).is_some());
            if let [one] = subject_of_person[..] {
                // « X le nomme consul. Il … »: who is a pronoun already stays what the text is about.
                match self.object_pronoun(one, want) {
                    Some(clitic) if except.is_none() => {
                        (token, except) = (clitic, self.entity(one));
                        continue;
                    }
                    _ => return Some(self.nearest(one)),
                }
            }
            // « Il a reçu X, qui est … Il … »: the pronoun before goes on.
            if let (Some(before), []) = (self.same_pronoun(sentence, token, want), &subject_of_person[..]) {
                let first = |i: &usize| self.mention(*i).first as usize;
                if here.iter().all(|i| first(i) > before) {
                    (token, back) = (before, 0);
                    continue;
                }
            }
            // « la visite de X, qui a promis … »
            let relative = self.distinct(people.iter().copied().filter(|&i| self.is_relative_subject(i)));
            if let ([], [one]) = (&subject_of_person[..], &relative[..]) {
                return Some(self.nearest(*one));
            }
            // « Il … ; il … »: the same pronoun before means the same one.
            if let Some(before) = self.same_pronoun(sentence, token, want) {
                (token, back) = (before, 0);
                continue;
            }
            match (&subject_of_person[..], &people[..], &subjects[..]) {
                // « Le chef du parti est rentré à la faveur d'un accord sous l'égide de X. Il … »
                ([], [one], []) if back > 0 && self.is_led(*one) && self.has_other_subject(sentence, token) => {
                    return None;
                }
                ([], [one], _) if !told && want != Want::Possessive => return Some(self.nearest(*one)),
                ([], [one], []) if want != Want::Possessive || back == 0 => return Some(self.nearest(*one)),
                ([], [], [one]) => match self.object_pronoun(*one, want) {
                    Some(clitic) if except.is_none() => {
                        (token, except) = (clitic, self.entity(*one));
                        continue;
                    }
                    _ => return Some(self.nearest(*one)),
                },
                // « X a félicité le gouvernement Y, en l'encourageant à … »
                ([], [], [])
                    if token == self.token && !self.except.is_empty() && want != Want::Either && here.len() == 1 =>
                {
                    return Some(self.nearest(here[0]))
                }
                ([], [], []) if (back != 0 || self.except.is_empty()) && self.has_other_subject(sentence, token) => {
                    return None;
                }
                ([], [], []) => {}
                _ => return None,
            }
            back += 1;
            if back > REACH {
                return None;
            }
            sentence = sentence.checked_sub(1)?;
            token = self.token;
        }
        None
    }

    /// The verb that the mention is the subject of, by its first token, when a pronoun that may be meant is its object.
    fn object_pronoun(&self, subject: usize, want: Want) -> Option<usize> {
        let last = self.mention(subject).last;
        let groups = &self.context.syntax.groups;
        let verb = groups[groups.partition_point(|g| g.first < last)..].iter().find(|g| g.is_finite())?;
        let here = sentence_of(self.context, verb.first as usize) == self.sentence_of(subject);
        let told = match want {
            Want::He => Clitics::LE | Clitics::LUI,
            Want::She => Clitics::LA | Clitics::LUI,
            _ => 0,
        };
        (here && (verb.last as usize) < self.token && verb.clitics.any(told)).then_some(verb.first as usize)
    }

    /// The mention stands behind « de », « par »…, with its article and office.
    fn is_led(&self, index: usize) -> bool {
        let first = self.mention(index).first as usize;
        (first.saturating_sub(4)..first)
            .any(|t| matches!(self.context.source.lowered(t), "de" | "du" | "d'" | "par" | "sous"))
    }

    /// A thing is the subject of the first verb of the sentence before `token`: « Cette pratique est courante. Elle … ».
    fn has_other_subject(&self, sentence: usize, token: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let source = self.context.source;
        let verb = |g: &&VerbGroup| g.is_finite() && source.get(g.head as usize).is_some_and(|t| !t.is_capitalized());
        let first = groups.iter().find(verb).filter(|g| (g.first as usize) < token);
        let start = source.tokens.sentences().get(sentence).map_or(0, |s| s.start as usize);
        // Behind « que », « qui », « lorsque » the subject is not the sentence's own.
        let main = |first: u32| {
            (start..first as usize).all(|t| {
                let word = self.context.lexical.words.get(t).copied().unwrap_or(0);
                !matches!(self.context.lexicon.word(word).function, Function::Subordinator | Function::Relative)
            })
        };
        first.is_some_and(|g| g.subject.is_none() && !g.plural && main(g.first))
    }

    /// « Nommé par X en 2014, il … »: who acts in the participle before the pronoun is somebody else.
    fn acts_on_pronoun(&self, index: usize, token: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(self.sentence_of(index));
        if self.partner_of_pronoun(index, token) {
            return true;
        }
        let ahead = groups.first().is_some_and(|g| g.form == VerbForm::PastParticiple)
            && groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first as usize == token);
        let first = self.mention(index).first as usize;
        ahead && (first.saturating_sub(4)..first).any(|t| self.context.source.lowered(t) == "par")
    }

    /// « Après sa rencontre avec X, il … », « Après avoir reçu X, il … »: whom the pronoun itself deals with is somebody else.
    fn partner_of_pronoun(&self, index: usize, token: usize) -> bool {
        let first = self.mention(index).first as usize;
        let sentence = self.sentence_of(index);
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let subject = groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first as usize == token);
        let start = self.context.source.tokens.sentences().get(sentence).map_or(first, |s| s.start as usize);
        let own = |t: usize| {
            let word = self.context.lexical.words.get(t).copied().unwrap_or(0);
            self.context.lexicon.word(word).function == Function::Possessive
        };
        let deals = groups.first().is_some_and(|g| {
            (g.first as usize) < first
                && matches!(g.form, VerbForm::Infinitive | VerbForm::Gerund | VerbForm::PresentParticiple)
        });
        subject && first < token && (deals || (start..first).any(own))
    }

    fn excepted(&self, index: usize) -> bool {
        self.entity(index).is_some_and(|entity| self.except.contains(&entity))
    }

    /// The first token of the last verb of sentence `sentence` before `token` whose subject is the pronoun wanted.
    fn same_pronoun(&self, sentence: usize, token: usize, want: Want) -> Option<usize> {
        use crate::syntax::Pronoun;
        let pronoun = match want {
            Want::He => Pronoun::He,
            Want::She => Pronoun::She,
            _ => return None,
        };
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let before = &groups[..groups.partition_point(|g| (g.first as usize) < token)];
        let found = before.iter().rev().take(VERBS).find(|g| g.subject == Some(pronoun))?;
        // « il faut », « il y a »: nobody at all.
        let nobody = found.verb.is_none_or(|v| {
            matches!(
                self.context.lexicon.vocabulary().lemma(v),
                "falloir" | "avoir" | "être" | "agir" | "sembler" | "rester"
            )
        });
        // « il est ministre de X », « il sera à l'Élysée »
        let next = self.mentions.list.get(self.mentions.list.partition_point(|m| m.first < found.last));
        let held = next
            .is_some_and(|m| (m.official().is_some() || m.kind() == MentionKind::Place) && m.first - found.last <= 3);
        ((held || !nobody) && found.first < found.head).then_some(found.first as usize)
    }

    /// « Ancien ministre de X, il … », « envoyé comme émissaire, il … »: an office without article at the head of a sentence explains the pronoun behind it.
    fn explains_pronoun(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        mention.official().is_some_and(|o| o.holder.is_none())
            && (source.get(mention.first as usize).is_some_and(|t| t.starts_sentence())
                || self.is_capacity(index)
                || self.is_predicate(index)
                || self.is_bare(index))
            || self.is_of_kin(index)
    }

    /// « X est un avocat et diplomate polonais »: what somebody is.
    fn is_predicate(&self, index: usize) -> bool {
        let first = self.mention(index).first;
        let groups = &self.context.syntax.groups;
        let Some(before) = groups[..groups.partition_point(|g| g.first < first)].last() else { return false };
        let is = before.verb.is_some_and(|v| self.context.lexicon.vocabulary().lemma(v) == "être");
        let bare = |t: u32| {
            !matches!(self.context.source.lowered(t as usize), "le" | "la" | "l'" | "," | "par" | "de" | "du" | "avec")
        };
        is && before.is_finite() && first - before.last <= 5 && (before.last..first).all(bare)
    }

    /// « Député en 1979, puis commissaire européen, il … », « nommée ambassadrice, elle … »: an office without article says
    /// what somebody is.
    fn is_bare(&self, index: usize) -> bool {
        let determines = |t: usize| {
            let word = self.context.lexical.words.get(t).copied().unwrap_or(0);
            let function = self.context.lexicon.word(word).function;
            function.determines() || matches!(function, Function::OfDefinite | Function::ToDefinite)
        };
        let first = self.mention(index).first as usize;
        let sentence = self.sentence_of(index);
        let near = |t: usize| determines(t) && sentence_of(self.context, t) == sentence;
        first > 0 && !(first.saturating_sub(2)..first).any(near)
    }

    /// « Fils d'un diplomate, il … »: the one a noun without article at the head of the sentence hangs on is somebody else.
    fn is_of_kin(&self, index: usize) -> bool {
        let mention = self.mention(index);
        let source = self.context.source;
        let sentence = self.sentence_of(index);
        let Some(start) = source.tokens.sentences().get(sentence).map(|s| s.start as usize) else { return false };
        let before = mention.first as usize;
        let of = (start + 1..before).len() <= 2
            && matches!(source.lowered(start + 1), "de" | "d'" | "du")
            && self.context.lexical.words.get(start).is_some_and(|&w| self.context.lexicon.word(w).pos.any(Pos::NOUN));
        let (_, groups) = self.context.syntax.groups_of(sentence);
        of && sentence == self.sentence
            && groups.iter().find(|g| g.is_finite()).is_some_and(|g| g.first >= mention.last && g.subject.is_some())
    }

    /// « comme émissaire de X », « en qualité de ministre »: says what somebody is, and is nobody besides.
    fn is_capacity(&self, index: usize) -> bool {
        let source = self.context.source;
        let before = |n: u32| self.mention(index).first.checked_sub(n).map_or("", |i| source.lowered(i as usize));
        matches!((before(2), before(1)), (_, "comme") | ("qualité" | "titre" | "tant", "de" | "d'" | "que" | "qu'"))
    }

    /// The nearest mention of the entity before the token.
    fn nearest(&self, index: usize) -> MentionId {
        let members = self.entity(index).and_then(|e| self.entities.get(e)).map_or(&[][..], |e| e.mentions.as_slice());
        // An entity's mentions stand in the order of the text.
        let before = members
            .partition_point(|m| self.mentions.list.get(m.index()).is_some_and(|m| m.last as usize <= self.token));
        before.checked_sub(1).map_or(MentionId::from_index(index), |last| members[last])
    }

    /// « ce dernier »: the last one named.
    fn latter(&self) -> Option<MentionId> {
        let feminine = self.context.source.folded(self.token).starts_with("cette")
            || self.context.source.folded(self.token + 1).starts_with("derniere");
        let want = if feminine { Want::She } else { Want::He };
        // « ces derniers »
        let several = [0, 1].iter().any(|n| self.context.source.folded(self.token + n).starts_with("derniers"))
            || [0, 1].iter().any(|n| self.context.source.folded(self.token + n).starts_with("dernieres"));
        if several {
            return (0..=1)
                .find_map(|back| {
                    let sentence = self.sentence.checked_sub(back)?;
                    self.in_sentence(sentence).rev().find(|&i| self.is_many(i))
                })
                .map(MentionId::from_index);
        }
        (0..=1)
            .find_map(|back| {
                let sentence = self.sentence.checked_sub(back)?;
                self.in_sentence(sentence).rev().find(|&i| self.may_act(i) && self.agrees(i, want))
            })
            .map(|i| self.nearest(i))
    }

    /// « le pays », « le groupe »: the only one of its sort in the sentence, or else in the one before that.
    fn only(&self, fits: fn(&Self, usize) -> bool) -> Option<MentionId> {
        for back in 0..=1 {
            let sentence = self.sentence.checked_sub(back)?;
            // « à l'inverse de X, le groupe »: within the sentence only a subject is taken up again.
            let told = |&i: &usize| fits(self, i) && (back > 0 || self.is_subject(i) || self.is_country(i));
            match self.distinct(self.in_sentence(sentence).filter(told))[..] {
                [one] => return Some(self.nearest(one)),
                [] => {}
                _ => return None,
            }
        }
        None
    }

    /// « ils », « leur »: one plural official, or the two or more that an « et » joined as a subject.
    fn several(&self) -> Vec<MentionId> {
        for back in 0..=REACH {
            let Some(sentence) = self.sentence.checked_sub(back) else { break };
            let plural: Vec<usize> =
                self.in_sentence(sentence).filter(|&i| self.mention(i).official().is_some_and(|o| o.plural)).collect();
            let joined = self.coordinated(sentence);
            match (&plural[..], &joined[..]) {
                ([one], []) => return vec![MentionId::from_index(*one)],
                // Somebody else is told of in the plural.
                ([], []) if self.has_unknown_several(sentence) => return Vec::new(),
                ([], []) => {
                    // « X a rencontré Y. Ils … »: two people and no third.
                    let people = self.distinct(self.in_sentence(sentence).filter(|&i| self.is_somebody(i)));
                    match people[..] {
                        [one, two] if back > 0 => return vec![self.nearest(one), self.nearest(two)],
                        [] => {}
                        _ => return Vec::new(),
                    }
                }
                ([], joined) => return joined.iter().map(|&i| self.nearest(i)).collect(),
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// A verb in the plural before the token that has other subjects than two people before it:
    /// « Les miliciens contrôlent la côte. Ils … ».
    fn has_unknown_several(&self, sentence: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let relative =
            |g: &VerbGroup| g.first.checked_sub(1).is_some_and(|b| self.context.source.lowered(b as usize) == "qui");
        let two = |g: &VerbGroup| {
            let people = self.in_sentence(sentence).filter(|&i| self.is_somebody(i) && self.mention(i).last <= g.first);
            self.distinct(people).len() > 1
        };
        groups
            .iter()
            .take_while(|g| (g.first as usize) < self.token)
            .any(|g| g.is_finite() && g.plural && g.subject.is_none() && (relative(g) || !two(g)))
    }

    /// Two people that « et » joins.
    fn coordinated(&self, sentence: usize) -> Vec<usize> {
        let source = self.context.source;
        let people: Vec<usize> = self.in_sentence(sentence).filter(|&i| self.may_act(i)).collect();
        for pair in people.windows(2) {
            let (one, two) = (self.mention(pair[0]), self.mention(pair[1]));
            let between = one.last as usize..two.first as usize;
            let joined = between.len() <= 3
                && source.lowered(between.start) == "et"
                && self.entity(pair[0]) != self.entity(pair[1]);
            // « les bureaux de X et de Y » are nobody's doing.
            let led = (one.first as usize).checked_sub(1).map_or("", |i| source.lowered(i));
            let owned = matches!(led, "de" | "du" | "d'" | "des")
                || led == "la" && one.first > 1 && source.lowered(one.first as usize - 2) == "de";
            if joined && !owned {
                let mut found = vec![pair[0], self.named_after(pair[1])];
                // « X, Y et Z »: all that commas join to the two.
                let mut first = people.iter().position(|&i| i == pair[0]).unwrap_or(0);
                while let Some(&before) = first.checked_sub(1).and_then(|b| people.get(b)) {
                    let gap = self.mention(before).last as usize..self.mention(people[first]).first as usize;
                    // The office of the one that stands behind it.
                    if gap.is_empty() {
                        first -= 1;
                        continue;
                    }
                    let listed = gap.len() <= 2 && source.str(gap.start) == ",";
                    let alike = self.is_somebody(before) == self.is_somebody(people[first])
                        && self.entity(before) != self.entity(people[first]);
                    if !listed || !alike {
                        break;
                    }
                    found.insert(0, before);
                    first -= 1;
                }
                return found;
            }
        }
        Vec::new()
    }

    /// The person right after an official of the same entity.
    fn named_after(&self, index: usize) -> usize {
        let next = index + 1;
        let same = next < self.mentions.list.len()
            && self.entity(next) == self.entity(index)
            && self.mention(next).last as usize <= self.token;
        if same {
            next
        } else {
            index
        }
    }

    /// The last two of a kind; none when a third stands beside them.
    fn both(&self, fits: fn(&Self, usize) -> bool) -> Vec<MentionId> {
        let mut found: Vec<usize> = Vec::new();
        for back in 0..=REACH + 1 {
            let Some(sentence) = self.sentence.checked_sub(back) else { break };
            let here = self.distinct(self.in_sentence(sentence).filter(|&i| fits(self, i)));
            for index in here.into_iter().rev() {
                if !found.iter().any(|&i| self.entity(i) == self.entity(index)) {
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
            _ => match self.distinct(self.in_sentence(0).filter(|&i| fits(self, i) || self.is_capital(i, fits)))[..] {
                [one, two] if self.sentence > 0 => vec![self.nearest(one), self.nearest(two)],
                _ => Vec::new(),
            },
        }
    }
}
