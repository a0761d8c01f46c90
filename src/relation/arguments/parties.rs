//! Who takes part without standing in a slot of the trigger: the subject of the clause, a traveller, an owner.

use super::{Found, Trigger};
use crate::id::{MentionId, VerbId};
use crate::lexicon::grammar::Prep;
use crate::mention::{Mention, MentionKind};
use crate::reference::coreference::{antecedent, Want};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::{Effect, List};
use crate::relation::model::Modality;
use crate::relation::parse::{Complement, Role, Subject};
use crate::syntax::{Clitics, Pronoun, VerbForm, VerbGroup, Voice};

impl Trigger<'_> {
    /// « Lors de leur entretien, A et B … »: the parties are the subjects of the clause.
    #[must_use]
    pub fn clause_parties(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk)?;
        let name = self.parse.context.lexicon.grammar().prep_name(noun.prep?);
        if !matches!(
            name,
            "lors de" | "au cours de" | "pendant" | "durant" | "à l'issue de" | "à l'occasion de" | "au terme de"
        ) {
            return None;
        }
        // « lors d'une réunion du Conseil de sécurité »: those who met are the Council.
        let body = |c: &Complement| {
            c.prep == Some(Prep::DE)
                && self.parse.mention(c.chunk).is_some_and(|m| m.kind() == MentionKind::Organization)
        };
        if self.complements.iter().any(body) {
            return None;
        }
        let subject = self.clause_subject()?;
        // « Au cours de l'appel, les ministres … »
        let office = self.parse.mention(subject).and_then(Mention::official);
        let several = self.parse.noun(subject).is_some_and(|n| n.determiner == Determiner::Definite)
            && office.is_some_and(|o| o.plural);
        ((self.parse.coordinated(subject) || several) && !self.befalls()).then_some(subject)
    }

    /// « X a été libéré lors d'un échange avec Y »: it befell him.
    fn befalls(&self) -> bool {
        self.owner.is_some_and(|(verb, _)| {
            self.parse.group(verb).is_some_and(|g| g.voice == Voice::Passive)
                && self.parse.verb_is(verb, List::Undergone)
        })
    }

    /// The subject of the clause around the trigger noun.
    fn clause_subject(&self) -> Option<usize> {
        match self.owner {
            // « à l'issue d'un entretien avec X suivi d'un autre avec Y, Z … »
            Some((verb, _)) if self.parse.group(verb).is_none_or(|g| g.form != VerbForm::PastParticiple) => {
                self.subject_of(verb).0
            }
            _ => self.parse.clause_subject_after(self.chunk),
        }
    }

    /// The subject of a verb: a chunk, or a pronoun at its token.
    fn subject_of(&self, verb: usize) -> (Option<usize>, Option<(Pronoun, usize)>) {
        match self.parse.subject(verb) {
            Subject::Chunk(chunk) => (Some(chunk), None),
            Subject::Pronoun(pronoun, token) => (None, Some((pronoun, token))),
            Subject::None => (None, None),
        }
    }

    /// « En visite à Paris, X … », « X, en visite à Paris, … », « X est en visite », « de passage à Paris, X … »:
    /// who is on it.
    pub(super) fn traveller(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk)?;
        let set_off = self.chunk.checked_sub(1).is_none_or(|b| self.parse.chunks[b].kind == ChunkKind::Comma);
        let led = noun.prep == Some(Prep::EN) || noun.prep == Some(Prep::DE) && set_off;
        if self.group().is_some() || !led || noun.determiner != Determiner::None {
            return None;
        }
        if let Some((verb, _)) = self.owner {
            // « a reçu X, en visite en Z », « s'est entretenu avec X, en visite en Z »: it is X who travels.
            let met = |c: &Complement| {
                matches!(c.prep, None | Some(Prep::AVEC)) && !c.fronted && !c.nested && self.follows_person(c.chunk)
            };
            if let Some(met) = self.parse.complements(verb).iter().find(|c| met(c)) {
                return Some(met.chunk);
            }
            return self.parse.subject(verb).chunk();
        }
        let before = self.chunk.checked_sub(1).map(|b| {
            if self.parse.chunks[b].kind == ChunkKind::Comma {
                b.saturating_sub(1)
            } else {
                b
            }
        });
        if let Some(before) = before.filter(|&b| self.parse.noun(b).is_some_and(|n| !n.date && n.mention.is_some())) {
            // « A et B, en pourparlers, … »: both, told by the first.
            return Some(self.parse.first_conjunct(self.parse.host(before)));
        }
        self.parse.clause_subject_after(self.chunk)
    }

    /// Whether this noun stands right behind the person in `chunk` or what explains him, and where they are.
    fn follows_person(&self, chunk: usize) -> bool {
        let person = self.parse.mention(chunk).is_some_and(|m| {
            matches!(m.kind(), MentionKind::Person | MentionKind::Official | MentionKind::Organization)
        });
        let behind = |i: usize| match self.parse.chunks[i].kind {
            // « X, actuellement en visite à Z »
            ChunkKind::Comma | ChunkKind::Adverb(_) => true,
            ChunkKind::Noun(n) => n.date || self.parse.host(i) == chunk,
            _ => false,
        };
        person && chunk < self.chunk && (chunk + 1..self.chunk).all(behind)
    }

    /// « X a entamé une tournée qui le mènera à Y »: who does what the relative clause explains is its object.
    pub(super) fn taken_along(&self) -> Vec<MentionId> {
        let subject = self.parse.relative_noun(self.chunk).and_then(|noun| match self.parse.owner(noun)? {
            (verb, Role::Object) => self.parse.subject(verb).chunk(),
            _ => None,
        });
        let mentions = subject.into_iter().flat_map(|s| self.parse.conjuncts(s));
        mentions.filter_map(|c| self.parse.noun(c)?.mention).collect()
    }

    /// « a adressé à X un ultimatum lui enjoignant de … », « a écrit à X pour lui demander … »: to whom the verb above says it.
    pub(super) fn addressee(&self) -> Option<MentionId> {
        let Some(main) = self.says_to_above() else { return self.addressed_in_paper() };
        let verb = self.parse.group(main)?;
        let moves = verb.verb.is_none_or(|v| self.parse.cues.movement(v, verb.voice == Voice::Reflexive));
        let to = |c: &&Complement| c.prep == Some(Prep::A) && !c.fronted && !c.nested && c.chunk < self.chunk;
        let complements = self.parse.complements(main);
        let to = complements.iter().find(to).filter(|_| !moves)?.chunk;
        self.parse.noun(to).filter(|n| !n.plural).and_then(|n| n.mention)
    }

    /// « Dans un message adressé à X, Y lui exprime … »: X.
    fn addressed_in_paper(&self) -> Option<MentionId> {
        let parse = self.parse;
        self.group().filter(|g| g.is_finite() && g.clitics.any(Clitics::LUI))?;
        let within = |c: &&Complement| {
            c.fronted && c.prep == Some(Prep::DANS) && parse.cues.lists(List::Paper, parse.head(c.chunk))
        };
        let paper = self.complements.iter().find(within)?.chunk;
        let sent = parse.group(paper + 1).is_some_and(|g| g.form == VerbForm::PastParticiple);
        let to = paper + 1 + usize::from(sent);
        parse.noun(to).filter(|n| n.prep == Some(Prep::A))?;
        let named = parse.named_behind(to).or_else(|| parse.peer_named(to));
        named.or_else(|| parse.noun(to).filter(|n| !n.plural)?.mention)
    }

    /// The verb above one with « lui », of the same subject.
    fn says_to_above(&self) -> Option<usize> {
        let group = self.group().filter(|g| g.clitics.any(Clitics::LUI))?;
        let main = match group.form {
            VerbForm::PresentParticiple => self.parse.main_verb(self.chunk),
            VerbForm::Infinitive => self.parse.governing(self.chunk),
            _ => None,
        };
        main.filter(|&m| m < self.chunk && self.parse.subject(m) == self.subject)
    }

    /// « a appelé la communauté internationale à agir, lui demandant … »: to whom it is said has no name.
    pub(super) fn addressee_unnamed(&self) -> bool {
        let unnamed = |c: &Complement| {
            let noun = self.parse.noun(c.chunk);
            c.prep.is_none()
                && !c.fronted
                && c.chunk < self.chunk
                && noun.is_some_and(|n| n.mention.is_none() && !n.date && n.determiner == Determiner::Definite)
        };
        self.says_to_above().is_some_and(|main| self.parse.complements(main).iter().any(unnamed))
    }

    /// « X dit que Y a rencontré Z et qu'il a … »: Y.
    pub(super) fn same_as_before(&self) -> Vec<MentionId> {
        let one = |s: &usize| self.parse.noun(*s).is_some_and(|n| !n.plural) && !self.parse.coordinated(*s);
        let subject = self.parse.subject_of_joined_clause(self.chunk).filter(one);
        subject.and_then(|s| self.parse.noun(s)?.mention).into_iter().collect()
    }

    /// « À l'issue de l'audience que lui a accordée X, Y … »: Y.
    pub(super) fn told_behind(&self) -> Vec<MentionId> {
        let subject = self.parse.subject_behind_relative(self.chunk);
        let one = |s: &usize| {
            let human = |m: &Mention| matches!(m.kind(), MentionKind::Person | MentionKind::Official);
            self.parse.noun(*s).is_some_and(|n| !n.plural) && self.parse.mention(*s).is_some_and(human)
        };
        subject.filter(one).and_then(|s| self.parse.noun(s)?.mention).into_iter().collect()
    }

    /// « L'entretien avec son homologue, Y, a porté sur … »: whose counterpart that is; « X est arrivé. L'entretien avec Y
    /// a porté sur … »: whom the sentence before tells of.
    #[must_use]
    pub fn answered(&self, found: &Found) -> Option<Found> {
        let definite = |n: &Noun| matches!(n.determiner, Determiner::Definite | Determiner::Demonstrative);
        let chunk = found.chunk.filter(|_| found.prep == Some(Prep::AVEC))?;
        let office = self.mention(found.official.unwrap_or(found.mention))?;
        let token = (office.first as usize).checked_sub(1)?;
        let own = matches!(self.parse.context.source.lowered(token), "son" | "sa")
            && office.official().is_some_and(|o| o.counterpart)
            && token >= self.parse.chunks[chunk].first as usize;
        let opens = self.chunk == 0
            && matches!(self.owner, Some((_, Role::Subject)))
            && matches!(office.kind(), MentionKind::Person | MentionKind::Official);
        let told = self.parse.noun(self.chunk).is_some_and(definite) && (own || opens);
        let from = (self.parse.chunks[self.chunk].first as usize).min(token);
        let party = antecedent(self.parse.context, self.mentions, self.entities, from, Want::Possessive)
            .into_iter()
            .find(|&m| self.entities.of(m) != self.entities.of(found.mention))?;
        told.then_some(Found::apart(party, "possessive"))
    }

    /// A noun at the head of a sentence without a finite verb: a headline, an entry of an agenda.
    #[must_use]
    pub fn opens_verbless_sentence(&self) -> bool {
        let finite = |i: usize| self.parse.group(i).is_some_and(VerbGroup::is_finite);
        self.chunk <= 1 && !(0..self.parse.chunks.len()).any(finite)
    }

    /// « Lors d'un entretien avec X, Y … », « au retour d'un voyage en Z, Y … »: the subject of the clause around an
    /// event of its own is the party that the noun leaves out.
    #[must_use]
    pub fn clause_participant(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk)?;
        let with = |c: &Complement| c.prep == Some(Prep::AVEC) && !c.nested && self.parse.mention(c.chunk).is_some();
        let own = match noun.determiner {
            Determiner::Indefinite | Determiner::None | Determiner::Possessive => true,
            // « à l'issue des pourparlers avec X, Y … »
            Determiner::Definite => self.complements.first().is_some_and(with),
            _ => false,
        };
        if !own || noun.mention.is_some() {
            return None;
        }
        let name = |chunk: usize| {
            let prep = self.parse.noun(chunk).and_then(|n| n.prep);
            prep.map_or("", |p| self.parse.context.lexicon.grammar().prep_name(p))
        };
        // « après un entretien avec X et une rencontre avec Y »
        let first = if noun.prep.is_none() { self.parse.first_conjunct(self.chunk) } else { self.chunk };
        let adjunct = match name(first) {
            "lors de" | "au cours de" | "pendant" | "durant" | "à l'issue de" | "à l'occasion de" | "au terme de"
            | "après" | "avant" | "pour" | "dans le cadre de" | "à la suite de" | "à la faveur de" | "en marge de" => {
                true
            }
            // « à la fin de », « au début de », « au retour de », « au premier jour de »
            "de" if self.chunk.checked_sub(1).is_some_and(|b| self.parse.is_followed(b)) => true,
            "de" => self.chunk.checked_sub(1).is_some_and(|outer| self.parse.staged(outer)),
            _ => false,
        };
        if !adjunct {
            return None;
        }
        let subject = self.clause_subject()?;
        let freed = self.befalls();
        if freed || self.parse.mention(subject).is_none() {
            // « La décision a été prise par X lors d'un entretien avec Y »
            if let Some(agent) = self.owner.and_then(|(verb, _)| self.parse.agent(verb)) {
                return Some(agent);
            }
        }
        if freed {
            return None;
        }
        (!self.parse.conjuncts(subject).any(|c| c == self.chunk)).then_some(subject)
    }

    /// « Lors d'un appel, X a félicité Y », « a dit à Y »: to whom the subject of the clause speaks there, where nobody else
    /// is told to take part.
    pub fn spoken_to(&self) -> Option<usize> {
        let noun = self.parse.noun(self.chunk).filter(|n| n.determiner == Determiner::Indefinite && !n.plural)?;
        let between =
            noun.prep.is_some() && self.parse.dependents(self.chunk).iter().all(|c| self.parse.is_place(c.chunk));
        let verb = self.owner.map(|(verb, _)| verb).or_else(|| self.parse.main_verb(self.chunk)).filter(|_| between)?;
        let group = self.parse.group(verb).filter(|g| g.voice == Voice::Active)?;
        let addresses =
            [List::Addressed, List::Control, List::Offer].iter().any(|&list| self.parse.verb_is(verb, list));
        let says = group.verb.is_some_and(|v| self.parse.cues.speech(v));
        let heard = |c: &Complement| match c.prep {
            None => addresses || says,
            Some(prep) => prep == Prep::A && (addresses || says),
        };
        let human = |c: &Complement| {
            self.parse.mention(c.chunk).is_some_and(|m| matches!(m.kind(), MentionKind::Person | MentionKind::Official))
        };
        self.parse
            .complements(verb)
            .into_iter()
            .find(|c| !c.fronted && !c.nested && heard(c) && human(c))
            .map(|c| c.chunk)
    }

    /// « Kim veut un sommet avec X »: who wants, plans, refuses or calls off an event takes part in it.
    pub(super) fn wants(&self, verb: VerbId, reflexive: bool) -> bool {
        let effect = self.parse.cues.verb(verb, reflexive);
        // « espérer » may tell what somebody says, but who hopes for a meeting is in it.
        let pledges = || self.parse.cues.lists_of_verb(verb).hold(List::Pledge);
        (effect == Some(Effect::Modality(Modality::Desired)) || !self.parse.cues.speech(verb) || pledges())
            && effect
                .is_some_and(|e| e != Effect::Modality(Modality::Fact) && e != Effect::Modality(Modality::Possible))
    }

    /// « se prépare à un sommet avec X », « se dit prêt à un sommet avec X », « renonce à un sommet avec X »
    fn turns_to(&self, verb: usize, lemma: VerbId, reflexive: bool) -> bool {
        let source = self.parse.context.source;
        if self.parse.noun(self.chunk).is_none_or(|n| n.prep != Some(Prep::A)) {
            return false;
        }
        let described = matches!(self.parse.lemma(verb), "être" | "dire" | "déclarer" | "montrer");
        // « est ouvert à une rencontre avec X »: the participle is the adjective.
        let head = self.parse.group(verb).filter(|g| g.voice == Voice::Passive).map(|g| g.head as usize);
        if let Some(effect) = head.and_then(|h| self.parse.cues.adjective(source.lowered(h))) {
            return effect == Effect::Modality(Modality::Possible);
        }
        let from = self.parse.chunks[verb].last as usize;
        let to = (self.parse.chunks[self.chunk].first as usize).min(from + 6);
        let adjective = (from..to).find_map(|t| self.parse.cues.adjective(source.lowered(t)));
        match self.parse.cues.verb(lemma, reflexive) {
            _ if described => adjective.is_some(),
            Some(Effect::Negated | Effect::Modality(Modality::Planned)) => !self.parse.cues.speech(lemma),
            _ => false,
        }
    }

    /// « est arrivé à Luanda pour des entretiens avec X »: the trigger noun is what the movement is for, and with whom is told.
    fn sought(&self, verb: usize) -> bool {
        let with = |c: &Complement| {
            c.prep == Some(Prep::AVEC) && self.parse.noun(c.chunk).is_some_and(|n| n.mention.is_some())
        };
        self.complements.iter().any(with) && self.parse.purpose(self.chunk) == Some(verb)
    }

    /// Subject of the verb whose object the trigger noun is, when that verb is in `support`.
    pub(super) fn support_subject(&self, support: &[VerbId]) -> (Option<usize>, Option<(Pronoun, usize)>) {
        // « l'audience que le roi a accordée à X »
        let relative = self
            .parse
            .relative_support(self.chunk)
            .filter(|&(_, last)| self.parse.group(last).and_then(|g| g.verb).is_some_and(|v| support.contains(&v)));
        if let Some((verb, _)) = relative {
            return self.subject_of(verb);
        }
        // « X, médiateur entre A et B », « en tant que médiateur entre A et B »: what can be said with « être ».
        if support.iter().any(|&v| self.parse.context.lexicon.vocabulary().lemma(v) == "être") {
            let host = self.parse.host(self.chunk);
            if host != self.chunk {
                return (Some(host), None);
            }
            let prep = self.parse.noun(self.chunk).and_then(|n| n.prep);
            let capacity = prep.is_some_and(|p| self.parse.context.lexicon.grammar().prep_name(p) == "en tant que");
            if let Some((verb, _)) = self.owner.filter(|_| capacity) {
                return self.subject_of(verb);
            }
        }
        // « à dix jours d'une conférence sous l'égide de l'ONU, X a … »: the noun before it is under it, not one alone.
        let within = self.preposition && self.chunk.checked_sub(1).is_some_and(|b| self.parse.noun(b).is_some());
        let several = |subject: Option<usize>| {
            subject.filter(|&s| {
                !within || self.parse.noun(s).is_some_and(|n| n.plural) || self.parse.conjuncts(s).nth(1).is_some()
            })
        };
        let Some((verb, role)) = self.owner else {
            // « Avec le soutien de X, Y a lancé … »
            let fronted = self.preposition.then(|| self.parse.clause_subject_after(self.chunk)).flatten();
            return match self.parse.enclosing_subject(self.chunk).filter(|_| self.preposition) {
                Some(subject) => (Some(subject), None),
                None => (several(fronted), None),
            };
        };
        if self.preposition {
            let (subject, pronoun) = self.subject_of(verb);
            return if self.chunk < verb { (several(subject), pronoun) } else { (subject, pronoun) };
        }
        let known = self.parse.group(verb).is_some_and(|g| {
            g.verb.is_some_and(|v| {
                support.contains(&v)
                    || role == Role::Object && self.wants(v, g.voice == Voice::Reflexive)
                    || role == Role::Complement
                        && (self.turns_to(verb, v, g.voice == Voice::Reflexive) || self.sought(verb))
            })
        });
        if !known || role == Role::Subject {
            return (None, None);
        }
        self.subject_of(verb)
    }
}
