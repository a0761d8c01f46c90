//! Small questions about a token and what stands around it, asked by every finder.

use super::Context;
use crate::id::{Code, EntryId};
use crate::lexicon::grammar::Function;
use crate::lexicon::{Entry, EntryData, Hit, NameWeight, Pos, Sorts, Word};

/// How many names on either side tell which of several countries an adjective means.
const WINDOW: usize = 150;

impl<'a> Context<'a> {
    /// The number of the word at token `index`; none is 0, as for words nothing is known of.
    #[inline]
    pub(crate) fn number(self, index: usize) -> u32 {
        self.lexical.words.get(index).copied().unwrap_or(0)
    }

    /// What the vocabulary knows of token `index`.
    #[inline]
    pub(crate) fn word(self, index: usize) -> &'a Word {
        self.lexicon.word(self.number(index))
    }

    /// How common token `index` is as a name of people.
    #[inline]
    pub(crate) fn name(self, index: usize) -> NameWeight {
        self.lexical.name(index)
    }

    /// Terms of office of leaders whose family name token `index` is, in the order of the gazetteer.
    #[inline]
    pub(crate) fn leaders(self, index: usize) -> &'a [EntryId] {
        match self.lexical.may_be_leader(index) {
            true => self.lexicon.leaders(self.source.folded(index)),
            false => &[],
        }
    }

    /// The gazetteer name that covers token `index`.
    #[inline]
    pub(super) fn hit_at(self, index: usize) -> Option<&'a Hit> {
        self.lexical.hit_at(index)
    }

    /// The rows a hit may stand for, where its capitals allow them.
    pub(crate) fn entries(self, hit: &'a Hit) -> impl Iterator<Item = &'a Entry> {
        self.lexicon.surfaces(self.source, hit).map(move |s| self.lexicon.entry(s.entry))
    }

    /// Whether a row of one of these kinds stands at token `index`.
    #[inline]
    pub(super) fn is_at(self, index: usize, sorts: Sorts) -> bool {
        self.hit_at(index).is_some_and(|hit| self.is_one(hit, sorts))
    }

    /// Whether one of the rows a hit may stand for is one of these, where its capitals allow that.
    #[inline]
    pub(super) fn is_one(self, hit: &Hit, sorts: Sorts) -> bool {
        hit.may_be(sorts) && self.lexicon.surfaces(self.source, hit).any(|s| s.sort.meet(sorts))
    }

    /// The one country that the adjective or noun of nationality at token `index` tells.
    pub(crate) fn nationality(self, index: usize) -> Option<Code> {
        let hit = self.hit_at(index).filter(|hit| hit.may_be(Sorts::DEMONYM))?;
        self.entries(hit).find_map(|entry| match entry.data {
            EntryData::Demonym { ref countries } if countries.len() == 1 => countries.first().copied(),
            _ => None,
        })
    }

    /// Whether token `index` goes on in the sentence of the token before it.
    #[inline]
    pub(crate) fn goes_on(self, index: usize) -> bool {
        index > 0 && self.source.get(index).is_some_and(|t| !t.starts_sentence())
    }

    /// Where a complement « de X », « de la X », « des X » at token `index` has its noun, in the same sentence.
    pub(crate) fn complement_of(self, index: usize) -> Option<usize> {
        if !matches!(self.next(index), "de" | "du" | "des" | "d'") {
            return None;
        }
        let at = index + 1 + usize::from(matches!(self.next(index + 1), "la" | "l'" | "le" | "les"));
        self.goes_on(at).then_some(at)
    }

    /// Token `index` in lower case when it belongs to the sentence of the token before it; else empty.
    #[inline]
    pub(crate) fn next(self, index: usize) -> &'a str {
        if self.goes_on(index) {
            self.source.lowered(index)
        } else {
            ""
        }
    }

    /// The token `back` places before `index` in lower case, when the sentence reaches back so far; else empty.
    #[inline]
    pub(crate) fn previous(self, index: usize, back: usize) -> &'a str {
        match self.reaches_back(index, back) {
            true => self.source.lowered(index - back),
            false => "",
        }
    }

    /// Whether the sentence of token `index` reaches so many tokens back.
    #[inline]
    pub(super) fn reaches_back(self, index: usize, back: usize) -> bool {
        index >= back && (0..back).all(|k| self.goes_on(index - k))
    }

    /// Whether token `index` is a word that begins with a capital.
    #[inline]
    pub(super) fn is_capital(self, index: usize) -> bool {
        self.source.get(index).is_some_and(|t| t.is_word() && t.is_capitalized())
    }

    /// Whether token `index` opens its sentence, but for quotes, brackets and dashes before it.
    pub(crate) fn opens_sentence(self, index: usize) -> bool {
        let mut at = index;
        loop {
            if !self.goes_on(at) {
                return true;
            }
            at -= 1;
            match self.source.get(at) {
                Some(t) if !t.is_word() && !t.is_number() => {
                    if matches!(self.source.str(at), "," | ";" | ")" | "»" | "”" | "/" | "&" | "%") {
                        return false;
                    }
                }
                _ => return false,
            }
        }
    }

    /// Whether the form may be an ordinary French word.
    pub(super) fn is_common(self, index: usize) -> bool {
        let word = self.word(index);
        // Inside a sentence no capital makes a noun of a rare verb form: « Bottas ».
        let finite = Pos::FINITE | Pos::THIRD_SINGULAR | Pos::THIRD_PLURAL;
        let pos = if self.opens_sentence(index) { word.pos.0 } else { word.pos.0 & !finite };
        pos != 0 || word.function != Function::None
    }

    /// Whether the word may open a sentence without being a name: no bare noun does.
    pub(super) fn is_opener(self, index: usize) -> bool {
        let word = self.word(index);
        let verbal = Pos::FINITE | Pos::INFINITIVE | Pos::PAST_PARTICIPLE | Pos::PRESENT_PARTICIPLE;
        // « Ri a déclaré »: what a verb follows is its subject.
        let subject = matches!(self.next(index + 1), "a" | "avait" | "est" | "était" | "n'" | "s'" | "aura" | "aurait");
        let open = if subject { 0 } else { verbal | Pos::ADJECTIVE } | Pos::ADVERB | Pos::CLOSED;
        self.opens_sentence(index) && (word.function != Function::None || word.pos.any(open))
    }

    /// Whether the word is an adjective that may stand inside a name's complements.
    pub(crate) fn is_adjective(self, index: usize) -> bool {
        self.source.get(index).is_some_and(|t| t.is_word())
            && self.word(index).function == Function::None
            && self.word(index).pos.any(Pos::ADJECTIVE | Pos::PAST_PARTICIPLE)
    }

    /// Whether the verb of this infinitive is one of saying.
    pub(crate) fn is_speech(self, lemma: &str) -> bool {
        super::cues::cue(lemma).speech()
    }

    /// Whether the word opens the name of an embassy or consulate.
    pub(crate) fn is_embassy(self, index: usize) -> bool {
        super::organization::is_embassy(self, index)
    }

    /// Whether the verb of this infinitive is what a state does to its own envoys: sending, naming, recalling.
    pub(crate) fn is_sending(self, lemma: &str) -> bool {
        super::cues::cue(lemma).sending()
    }

    /// Whether the word, or the verb of this infinitive, tells of going somewhere.
    pub(crate) fn is_travel(self, word: &str) -> bool {
        super::cues::cue(word).travel()
    }

    /// Whether token `index` hangs on the token before it by a hyphen.
    #[inline]
    pub(super) fn is_joined(self, index: usize) -> bool {
        self.source.get(index).is_some_and(|t| t.is_joined())
    }

    /// Of several countries of one adjective (« coréen », « congolais ») the one that the places and leaders around it
    /// tell: none when they tell several, the first when they tell none.
    pub(crate) fn nation(self, at: usize, codes: &[Code]) -> Option<Code> {
        if codes.len() < 2 {
            return codes.first().copied();
        }
        let hits = &self.lexical.hits;
        let here = hits.partition_point(|h| (h.first as usize) < at);
        let mut named = None;
        let near = &hits[here.saturating_sub(WINDOW)..(here + WINDOW).min(hits.len())];
        for hit in near.iter().filter(|hit| hit.may_be(Sorts::PLACE | Sorts::LEADER)) {
            let code = self.entries(hit).find_map(|e| match e.data {
                EntryData::Place { country, .. } | EntryData::Leader { country, .. } => country,
                _ => None,
            });
            match (named, code.filter(|c| codes.contains(c))) {
                (_, None) => {}
                (None, code) => named = code,
                (Some(one), Some(other)) if one != other => return None,
                _ => {}
            }
        }
        named.or_else(|| codes.first().copied())
    }

    /// The country a nationality at token `index` tells, and one past its last token.
    pub(crate) fn demonym(self, index: usize) -> Option<(&'a [Code], usize)> {
        let hit = self.hit_at(index).filter(|h| h.first as usize == index && h.may_be(Sorts::DEMONYM))?;
        self.entries(hit).find_map(|e| match &e.data {
            EntryData::Demonym { countries } => Some((countries.as_slice(), hit.last as usize)),
            _ => None,
        })
    }
}
