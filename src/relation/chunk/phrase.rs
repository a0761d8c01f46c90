//! Noun phrases: heads, the mentions they are, and names behind them.

use super::lead::Lead;
use super::{ChunkKind, Chunker, Determiner, Noun};
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::Pos;
use crate::mention::{calls_a_person, MentionData, MentionKind};
use crate::relation::cue::List;

impl Chunker<'_, '_> {
    /// « a expulsé du pays | deux diplomates »: right before the object of the verb « du » opens no other one.
    fn part_from_object(&mut self) {
        let [.., verb, from] = self.out.as_mut_slice() else { return };
        let (behind, first) = (verb.verb().is_some() && verb.last == from.first, from.first as usize);
        if let ChunkKind::Noun(noun) = &mut from.kind {
            let partitive = noun.prep.is_none() && noun.determiner == Determiner::Indefinite && noun.mention.is_none();
            if behind && partitive && self.context.source.lowered(first) == "du" {
                noun.prep = Some(Prep::DE);
            }
        }
    }

    /// « celui-ci », « celle de X »: the pronoun at `at` as a noun.
    pub(super) fn demonstrative(&self, at: usize, prep: Option<Prep>) -> Noun {
        Noun {
            prep,
            determiner: Determiner::Demonstrative,
            head: at as u32,
            mention: None,
            official: None,
            date: false,
            glued: false,
            plural: self.lowered(at).ends_with(['s', 'x']),
        }
    }

    /// A preposition of several words begins at `at`.
    fn leads_complement(&self, at: usize) -> bool {
        let (lexicon, words) = (self.context.lexicon, &self.context.lexical.words);
        let phrase = lexicon.grammar().phrase(lexicon.vocabulary(), words, at);
        phrase.is_some_and(|p| p.len > 1 && matches!(p.function, Function::Preposition(_)))
    }

    /// A noun phrase whose first noun may stand at `at`; `start` counts its preposition in.
    pub(super) fn noun_phrase(&mut self, start: usize, at: usize, mut lead: Lead, mention: Option<usize>) {
        let mention = mention.or_else(|| self.mention_at(at));
        // « du Venezuela », « des Balkans » are complements always; « des troupes » may be an object.
        let name = mention.is_some_and(|m| {
            !lead.plural || matches!(self.mentions[m].kind(), MentionKind::Place | MentionKind::Person)
        });
        // « …, à Niamey, du problème »: behind a comma only « des » opens a noun phrase of its own.
        let apart = !lead.plural && self.out.last().is_some_and(|c| c.kind == ChunkKind::Comma);
        let partitive = lead.partitive && !name && !apart && self.after_verb(false, lead.plural)
            // « n'a pas signé d'accord », « n'a pas livré de missiles »
            || lead.prep == Some(Prep::DE)
                && lead.determiner == Determiner::None
                && mention.is_none_or(|m| self.mentions[m].kind() == MentionKind::Official)
                && (self.after_verb(true, false)
                    // « De hauts responsables ont … »
                    || mention.is_some() && self.is_prenominal(at) && self.after_verb(false, false)
                    || mention.is_none()
                        && self.after_verb(false, false)
                        && (self.word(at).prenominal
                            || matches!(self.lowered(at), "nombreux" | "nombreuses" | "telles" | "tels" | "multiples")
                            || self.describes_next(at)));
        // « sollicite de l'aide »
        let help = lead.prep == Some(Prep::DE)
            && lead.determiner == Determiner::Definite
            && matches!(self.lowered(at), "aide" | "assistance")
            && self.out.last().is_some_and(|c| c.verb().is_some());
        let partitive = partitive || help;
        if partitive {
            lead.plural = lead.plural || self.lowered(at).ends_with(['s', 'x']);
        }
        if partitive {
            lead.prep = None;
            lead.determiner = Determiner::Indefinite;
        }
        if lead.prep.is_none() && (mention.is_some() || lead.determiner != Determiner::None) {
            self.part_from_object();
        }
        if let Some(index) = mention {
            return self.named(start, lead, index);
        }
        if (lead.prep.is_some() || lead.determiner == Determiner::Possessive) && self.honorific(at) {
            // « Sa Majesté le Roi », « de Son Excellence Monsieur le Président », « par M. le ministre »
            let article = at + 1 + usize::from(self.honorific(at + 1));
            if self.word(article).function == Function::Definite {
                if let Some(index) = self.mention_at(article + 1) {
                    return self.named(start, lead, index);
                }
            }
        }
        // « celle de X »: takes a noun up, and has its complements.
        let takes_up = lead.determiner == Determiner::None
            && matches!(self.lowered(at), "celui" | "celle" | "ceux" | "celles")
            && matches!(self.lowered(at + 1), "de" | "d'" | "du" | "des");
        if takes_up {
            let noun = self.demonstrative(at, lead.prep);
            return self.push(ChunkKind::Noun(noun), start, at + 1);
        }
        let mut last = at;
        let mut head = None;
        while last < self.end && last < at + 8 {
            // « le groupe armé | X »
            let epithet = |h: usize| {
                self.cues.lists(List::Body, self.lowered(h))
                    && self.cues.lists(List::Epithet, self.lowered(last))
                    && self.mention_at(last + 1).is_some()
            };
            if head.is_some_and(epithet) && self.mention_at(last).is_none() {
                last += 1;
                break;
            }
            if self.mention_at(last).is_some() || (last > at || head.is_some()) && self.group_at(last).is_some() {
                break;
            }
            // « sa solidarité | vis-à-vis de X », « sa fermeté | face à X »
            if head.is_some() && self.leads_complement(last) {
                break;
            }
            let noun = head.is_some_and(|h| self.word(h).pos.any(Pos::NOUN));
            let excellence = head.is_some_and(|h| self.honorific(h));
            if noun && !excellence && self.honorific(last) && self.mention_at(last + 1).is_some() {
                // « à son cabinet Mme X », but « son Excellence M. X »
                break;
            }
            let word = *self.word(last);
            let token = self.context.source.get(last);
            let number = token.is_some_and(|t| t.is_number());
            let capital = token.is_some_and(|t| t.is_capitalized()) && last > at;
            let joined = token.is_some_and(|t| t.is_joined());
            let opens = word.pos.any(Pos::NOUN) && last == at && lead.determiner != Determiner::None;
            let open_class = word.function == Function::None || joined || self.compound(last) || opens;
            if !open_class {
                if word.function == Function::Quantifier && head.is_none() {
                    lead.plural |= true;
                    last += 1;
                    continue;
                }
                // « ses vives et chaleureuses félicitations »
                let adjective = |at: usize| self.is_prenominal(at) && self.word(at).pos.any(Pos::ADJECTIVE);
                if word.function == Function::Coordinator
                    && head.is_some_and(adjective)
                    && adjective(last + 1)
                    && self.word(last + 2).pos.any(Pos::NOUN)
                {
                    last += 1;
                    continue;
                }
                break;
            }
            if number {
                if head.is_some() && self.word(last + 1).pos.any(Pos::NOUN) {
                    // « remettre en liberté | 50 détenus »
                    break;
                }
                // « a sanctionné 12 personnes »
                if last == at && lead.prep.is_none() && lead.determiner == Determiner::None {
                    lead.determiner = Determiner::Indefinite;
                }
                last += 1;
                continue;
            }
            // « ses plus profondes condoléances »: the adjective of a superlative is no noun.
            let most = head.is_none()
                && matches!(self.lowered(last), "plus" | "moins")
                && self.word(last + 1).pos.any(Pos::ADJECTIVE)
                && self.word(last + 2).pos.any(Pos::NOUN);
            if most {
                last += 2;
                continue;
            }
            let compound = joined || self.compound(last);
            if !word.pos.nominal() && !capital && !compound && !token.is_some_and(|t| t.is_capitalized()) {
                // « le très honorable ministre »
                let led = last == at
                    && matches!(lead.determiner, Determiner::Definite | Determiner::Possessive)
                    && self.word(last + 1).pos.any(Pos::ADJECTIVE);
                if word.pos.any(Pos::ADVERB) && head.is_none() && (last > at || led) {
                    last += 1;
                    continue;
                }
                // A word nothing is known of behind a determiner is a noun.
                if !(last == at
                    && word.pos.0 == 0
                    && lead.determiner != Determiner::None
                    && token.is_some_and(|t| t.is_word()))
                {
                    break;
                }
            }
            if matches!(self.lowered(last), "cent" | "cents" | "mille") && self.word(last + 1).pos.any(Pos::NOUN) {
                // « huit cents soldats »
                lead.plural = true;
                last += 1;
                continue;
            }
            // « un premier contingent »: a noun that the dictionary has as an adjective only.
            let nominal = || word.pos.any(Pos::NOUN) || self.cues.lists(List::Part, self.lowered(last));
            if head.is_none() || (!joined && self.prenominal(head) && nominal()) {
                head = Some(last);
            }
            last += 1;
        }
        if head.is_some_and(|h| matches!(self.lowered(h), "plus" | "moins") && h + 1 == last) {
            // « le journal le plus vendu »: a superlative is no noun.
            return self.push(ChunkKind::Adverb(false), start, last);
        }
        let Some(head) = head else {
            // Adjectives or numbers alone before a mention: « l'ancien [président] », « près de 15 [pays] ».
            if let Some(index) = self.mention_at(last) {
                return self.named(start, lead, index);
            }
            if last == start {
                return self.push(ChunkKind::Other, start, start + 1);
            }
            // « les Six », « par les Neuf »: a number with a capital is a name.
            let called = lead.determiner == Determiner::Definite
                && self.word(last - 1).function == Function::Quantifier
                && self.context.source.get(last - 1).is_some_and(|t| t.is_capitalized());
            if called {
                let noun = Noun {
                    prep: lead.prep,
                    determiner: lead.determiner,
                    head: last as u32 - 1,
                    mention: None,
                    official: None,
                    date: false,
                    glued: false,
                    plural: true,
                };
                return self.push(ChunkKind::Noun(noun), start, last);
            }
            // « Tous deux ont … », « Les deux ont … »: who was told before.
            if last > start + 1 && self.lowered(last - 1) == "deux" && self.group_at(last).is_some() {
                let noun = Noun { prep: lead.prep, plural: true, ..self.demonstrative(last - 1, None) };
                return self.push(ChunkKind::Noun(noun), start, last);
            }
            return self.push(ChunkKind::Other, start, last);
        };
        // « M. Lavrov », « le général X », « son « frère » Y »: a person named right behind is who is meant.
        let quoted =
            last > start && self.closes_quote(last) && (start..head).any(|t| self.str(t) == "«" || self.str(t) == "“");
        if let Some(index) = self.mention_at(last + usize::from(quoted)) {
            let last = last + usize::from(quoted);
            let person =
                self.mentions[index].kind() == MentionKind::Person && self.mentions[index].first as usize == last;
            // « avec faste | Emmanuel Macron »: nobody is called by a noun that has a preposition and no article.
            // « étaient présents | X et Y »
            let predicate = lead.prep.is_none()
                && self.lowered(head).ends_with('s')
                && self.word(head).pos.any(Pos::ADJECTIVE)
                && self
                    .out
                    .iter()
                    .rev()
                    .find(|c| !matches!(c.kind, ChunkKind::Adverb(_)))
                    .is_some_and(|c| c.verb().is_some());
            let bare = (lead.prep.is_some() || predicate)
                && lead.determiner == Determiner::None
                && !self.context.source.get(head).is_some_and(|t| t.is_capitalized())
                && !calls_a_person(self.lowered(head));
            // « porta au pouvoir | X »
            let seat = lead.prep.is_some_and(|p| p != Prep::DE) && self.cues.lists(List::Seat, self.lowered(head));
            if person && !bare && !seat && !self.named_thing(head) && !self.sets_scene(lead.prep) {
                return self.named(start, lead, index);
            }
        }
        // Only adjectives so far and a mention next: the mention is the head.
        if let Some(index) = self.mention_at(last) {
            let word = self.word(head);
            // « l'actuel ministre »: before an office even a word that may be a noun describes who holds it.
            let office = self.mentions[index].kind() == MentionKind::Official && lead.determiner != Determiner::None;
            let adjective =
                word.pos.any(Pos::ADJECTIVE) && (!word.pos.any(Pos::NOUN) || office || self.is_prenominal(head));
            let place = self.mentions[index].kind() == MentionKind::Place;
            // « la petite Géorgie », but « les nouveaux | Balkans »
            let described = lead.determiner == Determiner::Definite && !lead.plural;
            if adjective && self.mentions[index].kind() != MentionKind::Date && (!place || described) {
                return self.named(start, lead, index);
            }
        }
        let word = self.word(head);
        let plural = lead.plural || (word.pos.any(Pos::PLURAL) && !word.pos.any(Pos::SINGULAR));
        let noun = Noun {
            prep: lead.prep,
            determiner: lead.determiner,
            head: head as u32,
            mention: None,
            official: None,
            date: false,
            glued: false,
            plural,
        };
        self.push(ChunkKind::Noun(noun), start, last);
    }

    pub(super) fn prenominal(&self, head: Option<usize>) -> bool {
        head.is_some_and(|h| self.is_prenominal(h))
    }

    /// « de graves accusations »: an adjective in the plural with its noun right behind.
    fn describes_next(&self, at: usize) -> bool {
        let plural = |t: usize| self.lowered(t).ends_with(['s', 'x']);
        let (adjective, noun) = (self.word(at), self.word(at + 1));
        adjective.pos.any(Pos::ADJECTIVE)
            && !adjective.pos.any(Pos::NOUN)
            && noun.pos.any(Pos::NOUN)
            && plural(at)
            && plural(at + 1)
    }

    /// Adjectives that stand before their noun though they may be nouns themselves.
    pub(super) fn is_prenominal(&self, index: usize) -> bool {
        let word = self.word(index);
        word.prenominal || word.pos.any(Pos::ADJECTIVE) && !word.pos.any(Pos::NOUN)
    }

    /// A noun phrase that is a mention, with the person named behind an official.
    pub(super) fn named(&mut self, start: usize, lead: Lead, index: usize) {
        let mention = &self.mentions[index];
        let mut last = mention.last as usize;
        let mut noun = Noun {
            prep: lead.prep,
            determiner: lead.determiner,
            head: mention.first,
            mention: Some(MentionId::from_index(index)),
            official: None,
            date: mention.kind() == MentionKind::Date,
            glued: false,
            plural: lead.plural,
        };
        if let MentionData::Official(official) = &mention.data {
            noun.plural |= official.plural;
            noun.official = noun.mention;
            if let Some(holder) = official.holder {
                let person = self.mentions.get(holder.index());
                if let Some(person) = person.filter(|p| p.first >= mention.last && self.adjacent(mention.last, p.first))
                {
                    noun.mention = Some(holder);
                    last = person.last as usize;
                }
            }
        }
        if start == mention.first as usize && lead.prep.is_none() && lead.determiner == Determiner::None {
            // « le sommet Trump-Kim »: a bare name right behind a noun or a name.
            noun.glued = !noun.date
                && !self.behind_adjunct(mention.kind())
                && self.out.last().is_some_and(|c| {
                    c.last as usize == start
                        && c.noun().is_some_and(|n| {
                            !n.date
                                && (n.mention.is_none()
                                    || n.prep == Some(Prep::DE)
                                    || n.mention.is_some_and(|m| self.mentions[m.index()].kind() == MentionKind::Event)
                                    || self.context.source.get(start).is_some_and(|t| t.is_joined()))
                        })
                });
        }
        // « le fondateur de WikiLeaks Julian Assange »: the name is who the noun before means.
        if noun.glued && mention.kind() == MentionKind::Person && self.names_the_noun_before(noun.mention) {
            return self.push(ChunkKind::Other, start, last.min(self.end));
        }
        self.push(ChunkKind::Noun(noun), start, last.min(self.end));
    }

    /// Nothing but honorifics between an official and the person behind it.
    pub(super) fn adjacent(&self, from: u32, to: u32) -> bool {
        to - from <= 2 && (from..to).all(|t| !matches!(self.str(t as usize), "," | "(" | ":" | ";" | "."))
    }
}
