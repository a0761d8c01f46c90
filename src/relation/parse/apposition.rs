//! Appositions: « X, ministre de Y », « le ministre de Y, X ». Goes over the
//! noun phrases before anything is coordinated, and writes for each the chunk
//! it explains; takes nothing back and joins no conjuncts.

use super::Parse;
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::{Pos, Role};
use crate::mention::{Mention, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// X, ministre de Y, … and le ministre de Y, X, …
    pub(super) fn appositions(&mut self) {
        for i in 0..self.chunks.len() {
            let Some(noun) = self.noun(i).copied() else { continue };
            let Some(before) = i.checked_sub(1) else { continue };
            if self.names_peer(before, &noun) {
                self.host[i] = Some(self.host(before));
                continue;
            }
            if let Some(host) = self.second_office(i, &noun) {
                self.host[i] = Some(host);
                continue;
            }
            self.holder_beside(i, &noun);
            // Brackets between: « X (59 ans), ministre ».
            let comma = match self.kind(before) {
                ChunkKind::Comma => Some(before),
                // « X, actuellement ministre de Y, »
                ChunkKind::Adverb(_) | ChunkKind::Noun(Noun { date: true, .. })
                    if before > 0 && self.kind(before - 1) == ChunkKind::Comma && noun.official.is_some() =>
                {
                    Some(before - 1)
                }
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
            // « la cheffe de l'opposition en exil, X »
            let exiled = |&l: &usize| self.head(l) == "exil" && self.noun(l).is_some_and(|n| n.prep == Some(Prep::EN));
            let Some(left) = left.map(|l| l - usize::from(l > 0 && exiled(&l))) else { continue };
            let crossed = comma > 0 && self.kind(comma - 1) == ChunkKind::Close;
            if let Some(function) = self.function_before(i, left, crossed) {
                self.host[i] = Some(function);
                continue;
            }
            let Some(other) = self.noun(left).copied() else { continue };
            let linked = self.same_holder(&noun, &other);
            // « le chef de l'État, en visite…, X »: only official and person side by side count.
            // « au quotidien X, un communiqué réclamant »: a name glued on stands behind the preposition of what it is glued to.
            let prep = match left.checked_sub(1).and_then(|b| self.noun(b)) {
                Some(title) if other.prep.is_none() && title.mention.is_none() && !title.date => title.prep,
                _ => other.prep,
            };
            // « X et Y, tous deux diplomates, … »
            let all = noun.determiner == Determiner::Indefinite && matches!(self.first_word(i), "tous" | "toutes");
            let bare_title = (all || noun.determiner == Determiner::None)
                && noun.official.is_some()
                && noun.official == noun.mention
                // « X, président de Y, chef des armées, »
                && (self.is_kind(&other, MentionKind::Person)
                    || self.noun(self.host(left)).is_some_and(|n| self.is_kind(n, MentionKind::Person)));
            // « A, B et C, tous liés par un traité, … »
            let common = noun.mention.is_none()
                && (all || noun.determiner == Determiner::None)
                && other.mention.is_some()
                // « X, Secrétaire général de Y, … »
                && (!self.capital(noun.head as usize) || self.is_kind(&other, MentionKind::Person) && self.common_noun(i))
                && (self.closes_apposition(i)
                    || self.explains_name(i)
                    // « X, médiateur entre A et B »
                    || self.noun(i + 1).is_some_and(|n| n.prep == Some(Prep::ENTRE)));
            // « X, médiateur de la crise a appelé … »: a noun without article is no subject.
            let common = common || self.is_kind(&other, MentionKind::Person) && self.unclosed(i, &noun);
            // « l'Armée de X, une coalition soutenue par Y »
            // « la France et le Japon, deux partenaires de Y qui … »
            let several =
                || left > 0 && self.kind(left - 1) == ChunkKind::And && self.cues.lists(List::Whole, self.head(i));
            let indefinite = noun.mention.is_none()
                && noun.determiner == Determiner::Indefinite
                && (!noun.plural || several())
                && other.mention.is_some()
                && !other.date
                // « a rompu avec Y, une décision condamnée par Z » sums up the clause.
                && !self.cues.lists(List::Act, self.head(i))
                // « ont conclu, à Vienne, un accord »: an adjunct is explained by nothing.
                && prep.is_none_or(|p| p == Prep::DE || p == Prep::PAR || p == Prep::AVEC)
                && !self.awaited(i)
                && self.explains_name(i);
            // « le général X, un chef militaire, … »
            let title = noun.official.is_some()
                && noun.official == noun.mention
                && noun.determiner == Determiner::Indefinite
                && !noun.plural
                && self.is_kind(&other, MentionKind::Person)
                && self.explains_name(i);
            // « X, le nouvel ambassadeur de Y en résidence à Z, a présenté … »
            let described = noun.official.is_some()
                && noun.official == noun.mention
                && noun.determiner == Determiner::Definite
                && !noun.plural
                && other.prep.is_none()
                && self.is_kind(&other, MentionKind::Person)
                && left.checked_sub(1).is_none_or(|b| self.kind(b) == ChunkKind::Break)
                && self.closed_before_verb(i);
            // « X, la fille du général Y, a été nommée … »
            let kin = noun.mention.is_none()
                && noun.determiner == Determiner::Definite
                && !noun.plural
                && other.prep.is_none()
                && self.is_kind(&other, MentionKind::Person)
                && self.noun(i + 1).is_some_and(|n| n.prep == Some(Prep::DE) && !n.date)
                // « X, le fils du roi, et Y ont signé … »
                && (self.closed_before_verb(i)
                    || self.cues.lists(List::Peer, self.head(i)) && self.kind(i + 2) == ChunkKind::Comma);
            // « son prédécesseur, X, … », « son compagnon d'armes, X »
            let sort = other.prep == Some(Prep::DE) && other.determiner == Determiner::None && other.mention.is_none();
            let whose = left.checked_sub(usize::from(sort)).unwrap_or(left);
            let peer = self.is_kind(&noun, MentionKind::Person)
                && self.noun(whose).is_some_and(|n| {
                    n.mention.is_none() && matches!(n.determiner, Determiner::Possessive | Determiner::Definite)
                })
                && self.cues.lists(List::Peer, self.head(whose));
            let left = if peer { whose } else { left };
            if let Some(friend) = self.friend_before(i, left) {
                self.host[i] = Some(friend);
                continue;
            }
            // « X, l'ambassadeur et émissaire de Y »: one man with two offices.
            let double = self.is_kind(&other, MentionKind::Person)
                && noun.official.is_some()
                && noun.official == noun.mention
                && self.kind(i + 1) == ChunkKind::And
                && self.noun(i + 2).is_some_and(|n| n.determiner == Determiner::None && n.official.is_some());
            // « Invité par le président, X n'a pas répondu »: a name right before its verb is the subject.
            let led = self.noun(self.host(left)).is_some_and(|n| n.prep.is_some());
            // « la fille du général X, ancien président de Y est nommée »: an office without an article is none.
            let fronted = other.prep.is_some() || led;
            let subject = (fronted || self.opens_with(left)) && self.finite(i + 1) && !bare_title
                || fronted && !bare_title && self.only_subject(i, left);
            // « X, 51 ans, nommé ministre »
            let age = matches!(self.head(i), "an" | "ans")
                && self.is_kind(&other, MentionKind::Person)
                && self.explains_name(i);
            if !subject
                && (linked || age || bare_title || title || described || kin || common || indefinite || peer || double)
            {
                self.host[i] = Some(self.host(left));
            }
        }
    }

    /// « À l'invitation de X, le roi, accompagné de son épouse, est arrivé »: without the phrase in chunk `at` the verb that
    /// follows has nobody, for the sentence opens with the adjunct that ends in chunk `left`.
    fn only_subject(&self, at: usize, left: usize) -> bool {
        let adjunct = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date || n.glued,
            kind => matches!(kind, ChunkKind::Adverb(_) | ChunkKind::Comma | ChunkKind::Quote),
        };
        let from = (0..left).rev().find(|&i| self.kind(i) == ChunkKind::Break).map_or(0, |b| b + 1);
        let aside = |i: &usize| adjunct(*i) || self.group(*i).is_some_and(|g| !g.is_finite());
        let verb = (at + 1..self.chunks.len()).find(|i| !aside(i));
        self.kind_is(at + 1, ChunkKind::Comma)
            && (from..=left).all(adjunct)
            && verb.and_then(|v| self.group(v)).is_some_and(|g| g.is_finite() && g.subject.is_none())
    }

    /// « Recevant lundi à Oslo son homologue, X a … »: what a verb that only opens a sentence has for its object.
    fn opens_with(&self, object: usize) -> bool {
        let between = |i: &usize| self.noun(*i).is_some_and(|n| n.prep.is_some() || n.date);
        let verb = (0..object).rev().find(|i| !between(i)).filter(|&v| self.group(v).is_some());
        verb.is_some_and(|v| !(0..=v).any(|i| self.finite(i)))
    }

    /// « la présidente de Human Rights Watch, X, … »: the function whose holder the person in chunk `name` is, behind the
    /// body that nobody knows. `left`: the chunk before the comma, and before the bracket there that has been `crossed`.
    fn function_before(&self, name: usize, left: usize, crossed: bool) -> Option<usize> {
        let person = self.noun(name).filter(|n| n.determiner == Determiner::None && n.official.is_none())?;
        // « le secrétaire général de X (PX), Y et le ministre … »
        let ends = match self.kind(name + 1) {
            ChunkKind::And => crossed && self.noun(name + 2).is_some_and(|n| n.determiner == Determiner::Definite),
            kind => !matches!(kind, ChunkKind::Noun(Noun { prep: None, date: false, .. })),
        };
        if !self.is_kind(person, MentionKind::Person) || !ends || self.finite(name + 1) {
            return None;
        }
        let mut at = left;
        // « le représentant de X en Y, M. Z »: a title before the name says that it stands by itself.
        let titled = self.titled(name);
        let mut seated = crossed || titled;
        for _ in 0..8 {
            let noun = self.noun(at);
            let vacant = noun.filter(|n| {
                let free = n.mention.is_none()
                    || n.official == n.mention
                        && self.mention(at).is_some_and(|m| m.official().is_some_and(|o| o.holder.is_none()));
                let any = n.determiner == Determiner::Indefinite && at + 1 >= left;
                free && !n.plural && (any || matches!(n.determiner, Determiner::Definite | Determiner::Possessive))
            });
            // « Reçu par le ministre de X en Y, M. Z s'est … »: he is the subject.
            let fronted = |n: &Noun| n.prep.is_some() && !(0..at).any(|i| self.finite(i));
            let office = vacant.is_some_and(|n| seated && n.mention.is_some() && !fronted(n));
            if office || vacant.is_some() && self.cues.lists(List::Function, self.head(at)) {
                return Some(at);
            }
            // « le fondateur de la société Y, X »: trade.
            if self.mention(at).is_some_and(|m| self.trades(m)) || self.cues.lists(List::Trade, self.head(at)) {
                return None;
            }
            let within = match self.kind(at) {
                ChunkKind::Noun(n) => {
                    // « le numéro deux de l'ambassade d'Iran à Varsovie, X »
                    let seat = matches!(n.prep, Some(Prep::A | Prep::EN))
                        && (self.is_place(at) || titled && self.capital(n.head as usize) && n.mention.is_none())
                        && at == left;
                    !n.date
                        && (n.prep == Some(Prep::DE) || seat || n.prep.is_none() && n.determiner == Determiner::None)
                }
                ChunkKind::Other | ChunkKind::And | ChunkKind::Adverb(_) => true,
                // « le chef du KGB (la police secrète) de Y, X »
                ChunkKind::Close => {
                    at = self.before_bracket(at)? + 1;
                    seated = true;
                    true
                }
                // « le président nouvellement investi, X », « l'ambassadeur de France basé à Suva, X »
                ChunkKind::Verb(_) => {
                    seated = at + 1 == left && self.noun(left).is_some_and(|n| n.prep.is_some());
                    (at == left || seated) && self.group(at).is_some_and(|g| g.form == VerbForm::PastParticiple)
                }
                _ => false,
            };
            at = at.checked_sub(1).filter(|_| within)?;
        }
        None
    }

    /// « l'appui du grand rival régional des Turcs, l'Égypte »: the noun without a name that a country or a body explains.
    fn friend_before(&self, name: usize, left: usize) -> Option<usize> {
        let named =
            self.mention(name).is_some_and(|m| matches!(m.kind(), MentionKind::Place | MentionKind::Organization));
        let ends =
            matches!(self.kind(name + 1), ChunkKind::Comma | ChunkKind::Break | ChunkKind::Close | ChunkKind::Open);
        let of = |i: &usize| {
            let place = |m: &Mention| m.kind() == MentionKind::Place;
            self.noun(*i).is_some_and(|n| n.prep == Some(Prep::DE)) && self.mention(*i).is_none_or(place)
        };
        // « un autre groupe rebelle du Darfour, le Mouvement X »
        let body = |i: usize| {
            let armed = |m: &Mention| m.kind() == MentionKind::Organization;
            self.cues.lists(List::Body, self.head(i)) && self.mention(name).is_some_and(armed) && !self.bare_name(name)
        };
        let friend = |i: &usize| {
            self.noun(*i).is_some_and(|n| {
                n.mention.is_none()
                    && !n.plural
                    && match n.determiner {
                        Determiner::Definite | Determiner::Possessive => self.cues.lists(List::Peer, self.head(*i)),
                        Determiner::Indefinite => body(*i),
                        _ => false,
                    }
            })
        };
        let whole = left.saturating_sub(2)..left + 1;
        let friend = whole.clone().rev().find(friend).filter(|&f| (f + 1..left + 1).all(|i| of(&i)))?;
        (named && ends).then_some(friend)
    }

    /// A name without an article.
    fn bare_name(&self, chunk: usize) -> bool {
        self.noun(chunk).is_some_and(|n| n.determiner == Determiner::None)
    }

    /// « reçu par le nouveau président, son compatriote de gauche X »: the office whose holder a noun and the name behind it
    /// explain. Writes both.
    fn holder_beside(&mut self, name: usize, person: &Noun) {
        let sort = |i: usize| {
            self.noun(i)
                .is_some_and(|n| n.prep == Some(Prep::DE) && n.determiner == Determiner::None && n.mention.is_none())
        };
        let bare = person.prep.is_none() && person.determiner == Determiner::None && person.official.is_none();
        let Some(before) = name.checked_sub(1).filter(|_| bare && self.is_kind(person, MentionKind::Person)) else {
            return;
        };
        let peer = before - usize::from(before > 0 && sort(before));
        let Some(office) = peer.checked_sub(2).filter(|&o| self.kind(o + 1) == ChunkKind::Comma) else { return };
        let explains =
            self.noun(peer).is_some_and(|n| n.determiner == Determiner::Possessive && n.mention == n.official)
                && self.cues.lists(List::Peer, self.head(peer));
        let vacant = self.noun(office).is_some_and(|n| !n.plural && n.official.is_some() && n.official == n.mention)
            && self.mention(office).is_some_and(|m| m.official().is_some_and(|o| o.holder.is_none()));
        if explains && vacant && self.host[office].is_none() {
            self.host[peer] = Some(office);
            self.host[name] = Some(office);
        }
    }

    /// A chunk whose head is a noun of the dictionary.
    fn common_noun(&self, index: usize) -> bool {
        self.noun(index).is_some_and(|n| self.context.word(n.head as usize).pos.any(Pos::NOUN))
    }

    /// « X, représentante de l'ONU au Mali (RSSG) et cheffe de la mission »: whom the office before it explains.
    fn second_office(&self, index: usize, noun: &Noun) -> Option<usize> {
        let bare = noun.determiner == Determiner::None && !noun.plural && noun.prep.is_none();
        let and = index.checked_sub(1).filter(|&a| bare && self.kind(a) == ChunkKind::And)?;
        if noun.official.is_none() || noun.official != noun.mention {
            return None;
        }
        let mut left = and.checked_sub(1)?;
        if self.kind(left) == ChunkKind::Close {
            left = self.before_bracket(left)?;
        }
        let other = self.noun(left).filter(|n| n.official.is_some() && n.official == n.mention && !n.plural)?;
        let host = self.host[left].filter(|_| other.determiner == Determiner::None)?;
        self.noun(host).is_some_and(|n| self.is_kind(n, MentionKind::Person)).then_some(host)
    }

    /// « par son homologue le président X »: who it is stands right behind.
    fn names_peer(&self, before: usize, name: &Noun) -> bool {
        // « l'actuel homme fort le général X »
        let rank = |o: MentionId| {
            let office = self.mentions.get(o.index()).and_then(Mention::official);
            office.is_some_and(|o| o.role == Role::MilitaryOfficer)
        };
        let vacant = self.noun(before).is_some_and(|n| {
            n.determiner == Determiner::Definite && !n.plural && n.mention.is_some() && n.official == n.mention
        });
        if vacant && name.official.is_some_and(rank) && name.determiner == Determiner::Definite && name.prep.is_none() {
            return name.official != name.mention && self.is_kind(name, MentionKind::Person);
        }
        // « son allié le Hezbollah »
        let friend = self
            .noun(before)
            .is_some_and(|n| n.determiner == Determiner::Possessive && n.mention.is_none() && !n.plural)
            && self.cues.lists(List::Peer, self.head(before));
        if friend && name.prep.is_none() && name.determiner == Determiner::Definite {
            let titled = name.official != name.mention && self.is_kind(name, MentionKind::Person);
            return titled || self.is_kind(name, MentionKind::Place) || self.is_kind(name, MentionKind::Organization);
        }
        let peer = self.noun(before).filter(|n| n.determiner == Determiner::Possessive && n.mention.is_some());
        let head = peer.map_or("", |n| self.context.source.lowered(n.head as usize));
        self.cues.lists(List::Peer, head)
            && peer.is_some_and(|n| n.official == n.mention)
            && name.prep.is_none()
            && name.determiner == Determiner::Definite
            && name.official != name.mention
            && self.is_kind(name, MentionKind::Person)
    }

    pub(super) fn closes_apposition(&self, index: usize) -> bool {
        (index + 1..self.chunks.len().min(index + 8)).find_map(|i| match self.kind(i) {
            ChunkKind::Comma | ChunkKind::Close => Some(true),
            ChunkKind::Noun(_) | ChunkKind::Quote | ChunkKind::Adverb(_) => None,
            // « X, médiateur désigné par Y, … »
            ChunkKind::Verb(_) if self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple) => None,
            _ => Some(false),
        }) == Some(true)
    }

    /// A common noun in the singular without article, with nothing but its complements between it and a finite verb.
    fn unclosed(&self, index: usize, noun: &Noun) -> bool {
        let bare = noun.mention.is_none() && noun.determiner == Determiner::None && !noun.plural;
        let complement = |i: &usize| self.noun(*i).is_some_and(|n| n.prep.is_some() || n.date);
        let verb = (index + 1..self.chunks.len().min(index + 6)).find(|i| !complement(i));
        bare && !self.capital(noun.head as usize)
            && self.common_noun(index)
            && verb.is_some_and(|v| self.finite(v) && self.group(v).is_some_and(|g| g.subject.is_none() && !g.plural))
    }

    /// Behind a noun phrase and its complements stands a participle, a relative clause or the mark that ends an explanation.
    fn explains_name(&self, index: usize) -> bool {
        let of = |i: &usize| {
            self.noun(*i).is_some_and(|n| n.prep == Some(Prep::DE)) || matches!(self.kind(*i), ChunkKind::Adverb(_))
        };
        let after = (index + 1..self.chunks.len().min(index + 6)).find(|i| !of(i));
        after.is_none_or(|i| match self.kind(i) {
            ChunkKind::Comma | ChunkKind::Break | ChunkKind::Open | ChunkKind::Close | ChunkKind::Relative(_) => true,
            ChunkKind::Verb(_) => !self.finite(i),
            // « avec M. X, directeur de la société et Mme Y, présidente »
            ChunkKind::And => self.titled(i + 1),
            _ => false,
        })
    }

    /// « M. X »: a name with a title that is no office.
    fn titled(&self, chunk: usize) -> bool {
        self.is_bare_person(chunk)
            && self.noun(chunk).is_some_and(|n| {
                n.determiner == Determiner::None && n.official.is_none() && self.chunks[chunk].first < n.head
            })
    }

    /// Adjuncts and participles only stand between the noun phrase and a comma right before a finite verb.
    fn closed_before_verb(&self, index: usize) -> bool {
        let within = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => n.prep.is_some() || n.date,
            ChunkKind::Verb(_) => self.group(i).is_some_and(|g| g.form == VerbForm::PastParticiple),
            ChunkKind::Adverb(_) => true,
            _ => false,
        };
        // « en résidence à Pretoria, en Afrique du Sud, a … »
        let lies = |i: usize| {
            self.kind(i) == ChunkKind::Comma
                && self.is_place(i + 1)
                && self.noun(i + 1).is_some_and(|n| matches!(n.prep, Some(Prep::A | Prep::EN)))
        };
        let end = (index + 1..self.chunks.len().min(index + 9)).find(|&i| !within(i) && !lies(i));
        end.is_some_and(|i| self.kind(i) == ChunkKind::Comma && self.finite(i + 1))
    }

    fn same_holder(&self, a: &Noun, b: &Noun) -> bool {
        let holder = |n: &Noun| n.official.and_then(|o| self.mentions.get(o.index())?.official()?.holder);
        let holds = |official: &Noun, person: &Noun| holder(official).is_some_and(|h| person.mention == Some(h));
        // « le ministre d'État, ministre de l'Intérieur, X, »
        let both = a.determiner == Determiner::None && holder(a).is_some() && holder(a) == holder(b);
        holds(a, b) || holds(b, a) || both
    }
}
