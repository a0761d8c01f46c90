//! Pronouns that belong to a verb: clitics and « ne » before it, the subject before or joined behind it.
//!
//! Comes in: a group of one verb. Goes out: the same group, longer by the pronouns around it. It never says whether the
//! form is a verb: that is the business of `homograph`.

use super::Reader;
use crate::lexicon::grammar::Function;
use crate::lexicon::{Pos, Word};
use crate::syntax::group::{Clitics, Pronoun, VerbForm, VerbGroup, Voice};

impl Reader<'_, '_> {
    /// Clitics, « ne » and the subject pronoun before the group, whose verb is of such a person.
    pub(super) fn draw_in(&self, group: &mut VerbGroup, person: u8) {
        let mut index = group.first as usize;
        let mut steps = 0;
        while index > self.start && steps < 6 {
            let before = index - 1;
            let joined = self.source.get(index).is_some_and(|t| t.is_joined());
            if joined {
                break;
            }
            let lowered = self.source.lowered(before);
            if self.joined(before) {
                // « Im Chon-il a rencontré »: a part of a name, no pronoun.
                break;
            }
            if before > self.start
                && self.source.get(before).is_some_and(|t| t.is_capitalized())
                && !self.opens_quote(before)
            {
                break;
            }
            let bit = match lowered {
                "le" => Clitics::LE,
                "la" => Clitics::LA,
                "l'" => Clitics::L,
                "les" => Clitics::LES,
                "lui" if self.lui_is_clitic(before, group.form) => Clitics::LUI,
                "leur" => Clitics::LEUR,
                "y" => Clitics::Y,
                "en" => Clitics::EN,
                "se" | "s'" => Clitics::SE,
                "me" | "m'" | "te" | "t'" => Clitics::FIRST,
                "nous" | "vous" => {
                    // « il nous a reçus », « le ministre nous a reçus »
                    let object = person == 3
                        || self.word(before.saturating_sub(1)).function == Function::SubjectPronoun
                            && before > self.start;
                    if object {
                        Clitics::FIRST
                    } else {
                        group.subject = pronoun(lowered);
                        group.first = before as u32;
                        break;
                    }
                }
                "ne" | "n'" => {
                    index = before;
                    group.first = before as u32;
                    steps += 1;
                    continue;
                }
                "pas" | "plus" | "jamais" | "rien" if group.form == VerbForm::Infinitive => {
                    // « ne pas rencontrer »
                    if before > self.start && matches!(self.source.lowered(before - 1), "ne" | "n'") {
                        group.negated = true;
                        group.first = before as u32 - 1;
                    }
                    break;
                }
                _ => {
                    // « dit qu'elle « continuera à aider X » »
                    let quote = matches!(lowered, "«" | "“" | "\"" | "'" | "‘") && before > self.start;
                    let at = before - usize::from(quote);
                    let told = pronoun(self.source.lowered(at)).filter(|_| !quote || !self.joined(at));
                    if let Some(pronoun) = told.filter(|_| group.form == VerbForm::Finite) {
                        group.subject = Some(pronoun);
                        group.first = at as u32;
                    }
                    break;
                }
            };
            group.clitics.0 |= bit;
            group.first = before as u32;
            index = before;
            steps += 1;
        }
        if group.clitics.any(Clitics::SE) {
            group.voice = Voice::Reflexive;
        }
    }

    /// « lui » before a verb is a clitic unless a preposition governs it; before an infinitive (« pour lui demander »)
    /// the preposition governs the verb.
    fn lui_is_clitic(&self, at: usize, form: VerbForm) -> bool {
        form == VerbForm::Infinitive || !matches!(self.word(at.saturating_sub(1)).function, Function::Preposition(_))
    }

    /// « a-t-il », « dit-elle ».
    pub(super) fn inverted_pronoun(&self, group: &mut VerbGroup) {
        let mut index = group.last as usize;
        if self.joined(index) && matches!(self.source.lowered(index), "t") {
            index += 1;
        }
        if !self.joined(index) {
            return;
        }
        if let Some(pronoun) = pronoun(self.source.lowered(index)) {
            group.subject = Some(pronoun);
            group.last = index as u32 + 1;
        }
    }

    /// Whether the article at `article` is an object pronoun, by what stands before it.
    pub(super) fn clitic_before(&self, article: usize) -> bool {
        let Some(before) = article.checked_sub(1).filter(|&b| b >= self.start) else { return false };
        match self.word(before).function {
            Function::SubjectPronoun | Function::Ne | Function::Clitic => true,
            // « pour qui l'affaire est close »
            Function::Relative => {
                let led = |b: usize| b >= self.start && matches!(self.word(b).function, Function::Preposition(_));
                self.source.lowered(before) == "qui" && !before.checked_sub(1).is_some_and(led)
            }
            _ => false,
        }
    }

    /// « pour le pouvoir » against « pour le rencontrer »: only after a verb is the article a pronoun for sure.
    pub(super) fn clitic_governed(&self, article: usize) -> bool {
        self.groups.last().is_some_and(|g| g.last as usize == article)
    }

    /// « X leur a demandé », « les autorités leur reprochent », « X leur demande de partir »: a verb behind the pronoun, no
    /// noun that is theirs.
    pub(super) fn behind_leur(&self, at: usize, word: &Word) -> bool {
        let participle = |t: usize| self.word(t).pos.any(Pos::PAST_PARTICIPLE);
        if self.is_auxiliary(at) {
            return participle(at + 1) || self.word(at + 1).pos.any(Pos::ADVERB) && participle(at + 2);
        }
        let third = word.pos.any(Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL);
        let Some(subject) = at.checked_sub(2).filter(|&s| third && s >= self.start) else { return false };
        let named = self.source.get(subject).is_some_and(|t| t.is_capitalized());
        let noun = self.word(subject).pos.any(Pos::NOUN) && self.word(subject).function == Function::None;
        // « a remis au ministre leur demande »: then the clause has its verb.
        let mut here = self.groups.iter().rev().take_while(|g| g.first as usize >= self.start);
        (named || noun) && !here.any(VerbGroup::is_finite)
    }
}

pub(super) fn pronoun(lowered: &str) -> Option<Pronoun> {
    Some(match lowered {
        "il" => Pronoun::He,
        "elle" => Pronoun::She,
        "ils" => Pronoun::They,
        "elles" => Pronoun::TheyFeminine,
        "je" | "j'" | "nous" => Pronoun::First,
        "on" | "tu" | "ce" | "c'" | "cela" | "ceci" | "ça" | "vous" => Pronoun::Other,
        _ => return None,
    })
}
