//! « il », « elle », « lui », « son »: one person or body.
//!
//! Comes in: what the pronoun wants. Goes out: the subject of the clause
//! before, or the only one it may be, followed back through pronouns that mean
//! the same. Where two are left it goes back no further and takes none.

use super::super::description::sentence_of;
use super::{Finder, Want, REACH};
use crate::id::MentionId;
use crate::mention::MentionKind;
use crate::syntax::Clitics;

/// How many steps a chain of pronouns is followed.
const CHAIN: usize = 16;
/// How many verbs back the same pronoun may stand.
const VERBS: usize = 8;

impl Finder<'_> {
    pub(super) fn single(&self, want: Want) -> Option<MentionId> {
        let (mut sentence, mut token) = (self.sentence, self.token);
        let mut back = 0;
        let mut except = None;
        for _ in 0..CHAIN {
            let here: Vec<usize> = self
                .in_sentence(sentence)
                .filter(|&i| self.mention(i).last as usize <= token && self.may_act(i) && self.agrees(i, want))
                .filter(|&i| !self.explains_pronoun(i) && !self.excepted(i) && !self.acts_on_pronoun(i, token))
                .filter(|&i| self.except.is_empty() || !self.says_of_excepted(i))
                .filter(|&i| (except.is_none() || self.entity(i) != except) && !self.is_source(i))
                .collect();
            let subjects = self.distinct(here.iter().copied().filter(|&i| self.is_subject(i) && !self.shares_verb(i)));
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
            // « Ce dernier est parti. Y lui a écrit »: whom that meant.
            if let ([], [], Some(latter)) =
                (&subject_of_person[..], &people[..], self.latter_subject(sentence, token, want))
            {
                return self.latter_at(latter).first().copied();
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
                ([], [one], []) if back > 0 && self.is_led(*one) && self.has_other_subject(sentence, token, want) => {
                    return None;
                }
                ([], [one], _) if !told && want != Want::Possessive => return Some(self.nearest(*one)),
                // « Après avoir rappelé l'ambassadeur, le gouvernement a annoncé qu'il … »: the subject, behind a fronted phrase.
                ([], [fronted], [one])
                    if told
                        && want != Want::Either
                        && back == 0
                        && self.mention(*fronted).last <= self.mention(*one).first =>
                {
                    return Some(self.nearest(*one));
                }
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
                    if token == self.token
                        && !self.except.is_empty()
                        && want != Want::Either
                        && here.len() == 1
                        && !self.is_owner(here[0]) =>
                {
                    return Some(self.nearest(here[0]))
                }
                ([], [], [])
                    if (back != 0 || self.except.is_empty()) && self.has_other_subject(sentence, token, want) =>
                {
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

    /// « Ce dernier », « Celui-ci » at the head of sentence `sentence`, before `token`: its first token.
    fn latter_subject(&self, sentence: usize, token: usize, want: Want) -> Option<usize> {
        let start = self.context.source.tokens.sentences().get(sentence)?.start as usize;
        let folded = |n: usize| self.context.source.folded(start + n);
        let fits = match want {
            Want::He => matches!((folded(0), folded(1)), ("ce", "dernier") | ("celui", "ci")),
            Want::She => matches!((folded(0), folded(1)), ("cette", "derniere") | ("celle", "ci")),
            _ => {
                matches!((folded(0), folded(1)), ("ce", "dernier") | ("celui" | "celle", "ci") | ("cette", "derniere"))
            }
        };
        (fits && start < token).then_some(start)
    }

    /// Whom « ce dernier » at token `at` means.
    fn latter_at(&self, at: usize) -> Vec<MentionId> {
        Finder { token: at, sentence: sentence_of(self.context, at), except: &[], ..*self }.latter()
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
        // « X lui succède. Il … »: who comes after him is what the text goes on with.
        let vocabulary = self.context.lexicon.vocabulary();
        let follows = verb.verb.is_some_and(|v| matches!(vocabulary.lemma(v), "succéder" | "remplacer"));
        (here && !follows && (verb.last as usize) < self.token && verb.clitics.any(told)).then_some(verb.first as usize)
    }

    /// The mention stands behind « de », « par »…, with its article and office; « de recevoir X » is no such thing.
    fn is_led(&self, index: usize) -> bool {
        let first = self.mention(index).first as usize;
        (first.saturating_sub(4)..first)
            .rev()
            .take_while(|&t| self.context.syntax.group_at(t).is_none())
            .any(|t| matches!(self.context.source.lowered(t), "de" | "du" | "d'" | "par" | "sous"))
    }

    /// « Le coordonnateur du Réseau X, Y, l'a reçu »: it stands right behind « de ».
    fn is_owner(&self, index: usize) -> bool {
        let first = self.mention(index).first as usize;
        let of = |t: usize| matches!(self.context.source.lowered(t), "de" | "du" | "d'" | "des");
        let article = |t: usize| matches!(self.context.source.lowered(t), "la" | "l'");
        first > 0 && (of(first - 1) || first > 1 && article(first - 1) && of(first - 2))
    }

    /// « Selon l'agence X, Y a rompu avec Z, l'accusant de … »: a body that only tells it.
    fn is_source(&self, index: usize) -> bool {
        let first = self.mention(index).first as usize;
        self.mention(index).kind() == MentionKind::Organization
            && (first.saturating_sub(3)..first).any(|t| self.context.source.lowered(t) == "selon")
    }

    /// The first token of the last verb of sentence `sentence` before `token` whose subject is the pronoun wanted.
    fn same_pronoun(&self, sentence: usize, token: usize, want: Want) -> Option<usize> {
        use crate::syntax::Pronoun;
        let meant = |pronoun| match want {
            Want::He => pronoun == Pronoun::He,
            Want::She => pronoun == Pronoun::She,
            Want::Either => matches!(pronoun, Pronoun::He | Pronoun::She),
            _ => false,
        };
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let before = &groups[..groups.partition_point(|g| (g.first as usize) < token)];
        let found = before.iter().rev().take(VERBS).find(|g| g.subject.is_some_and(meant))?;
        // « il faut », « il y a »: nobody at all; « il était le frère de X » is somebody.
        let nobody = found.verb.is_none_or(|v| match self.context.lexicon.vocabulary().lemma(v) {
            "être" => !self.context.word(found.last as usize).function.determines(),
            lemma => matches!(lemma, "falloir" | "avoir" | "agir" | "sembler" | "rester"),
        });
        // « il est ministre de X », « il sera à l'Élysée »
        let next = self.mentions.list.get(self.mentions.list.partition_point(|m| m.first < found.last));
        let held = next
            .is_some_and(|m| (m.official().is_some() || m.kind() == MentionKind::Place) && m.first - found.last <= 3);
        ((held || !nobody) && found.first < found.head).then_some(found.first as usize)
    }
}
