//! Single words: parts of speech, verb forms, given and family names.
//! Hashed per token, so that long lists cost no automaton states.

use super::grammar::Function;
use super::inflection::{conjugate, Inflection};
use super::people::{NameBits, NameWeight, NameWeights};
use super::word_map::WordMap;
use crate::cut;
use crate::error::Fault;
use crate::id::VerbId;
use crate::text::Token;

/// Parts of speech a form may have: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pos(pub u16);

impl Pos {
    /// Noun.
    pub const NOUN: u16 = 1;
    /// Adjective.
    pub const ADJECTIVE: u16 = 1 << 1;
    /// Adverb.
    pub const ADVERB: u16 = 1 << 2;
    /// Finite verb form.
    pub const FINITE: u16 = 1 << 3;
    /// Infinitive.
    pub const INFINITIVE: u16 = 1 << 4;
    /// Past participle.
    pub const PAST_PARTICIPLE: u16 = 1 << 5;
    /// Present participle.
    pub const PRESENT_PARTICIPLE: u16 = 1 << 6;
    /// Any closed-class reading.
    pub const CLOSED: u16 = 1 << 7;
    /// Masculine.
    pub const MASCULINE: u16 = 1 << 8;
    /// Feminine.
    pub const FEMININE: u16 = 1 << 9;
    /// Singular.
    pub const SINGULAR: u16 = 1 << 10;
    /// Plural.
    pub const PLURAL: u16 = 1 << 11;
    /// Finite form of the third person singular.
    pub const THIRD_SINGULAR: u16 = 1 << 12;
    /// Finite form of the third person plural.
    pub const THIRD_PLURAL: u16 = 1 << 13;

    /// Whether any of `bits` is set.
    #[must_use]
    #[inline]
    pub const fn any(self, bits: u16) -> bool {
        self.0 & bits != 0
    }

    /// Whether the form is a noun, adjective or participle: something a noun phrase is made of.
    #[must_use]
    pub const fn nominal(self) -> bool {
        self.any(Self::NOUN | Self::ADJECTIVE | Self::PAST_PARTICIPLE)
    }

    /// Whether the form is a verb form of any kind.
    #[must_use]
    pub const fn verbal(self) -> bool {
        self.any(Self::FINITE | Self::INFINITIVE | Self::PAST_PARTICIPLE | Self::PRESENT_PARTICIPLE)
    }

    /// Reads « n.ms » and « v..3 »: parts of speech, gender and number, person of a finite form.
    fn parse(bits: &str) -> Self {
        let (mut pos, mut part) = (0, 0);
        for byte in bits.bytes() {
            pos |= BITS.get(part).map_or(0, |bits: &[u16; 256]| bits[byte as usize]);
            part += usize::from(byte == b'.');
        }
        Self(pos)
    }
}

/// What the letters of each part of such a cell say.
static BITS: [[u16; 256]; 3] = {
    let mut bits = [[Pos::CLOSED; 256], [Pos::PLURAL; 256], [Pos::THIRD_PLURAL; 256]];
    let known = [
        (0, b'n', Pos::NOUN),
        (0, b'a', Pos::ADJECTIVE),
        (0, b'd', Pos::ADVERB),
        (0, b'v', Pos::FINITE),
        (0, b'i', Pos::INFINITIVE),
        (0, b'p', Pos::PAST_PARTICIPLE),
        (0, b'g', Pos::PRESENT_PARTICIPLE),
        (0, b'.', 0),
        (1, b'm', Pos::MASCULINE),
        (1, b'f', Pos::FEMININE),
        (1, b's', Pos::SINGULAR),
        (1, b'.', 0),
        (2, b'3', Pos::THIRD_SINGULAR),
        (2, b'.', 0),
    ];
    let mut at = 0;
    while at < known.len() {
        let (part, byte, bit) = known[at];
        bits[part][byte as usize] = bit;
        at += 1;
    }
    bits
};

/// One verb a form may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbReading {
    /// The verb.
    pub verb: VerbId,
    /// Tense, person, number.
    pub inflection: Inflection,
}

/// What the vocabulary knows of one form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Parts of speech.
    pub pos: Pos,
    /// Closed-class function.
    pub function: Function,
    readings: u32,
    reading_count: u8,
    /// An adjective that stands before its noun (« premier », « nouvelle »).
    pub prenominal: bool,
    /// A phrase of the grammar may begin here.
    pub(super) opens_phrase: bool,
}

/// The numbers a written form goes by: one look-up tells all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    /// Of the form in lower case, as a word, above the bits of the folded form as a name of people.
    word_and_name: u32,
    /// Of the folded form, as a part of gazetteer names; see [`matcher`](super::matcher).
    pub part: u32,
}

impl Numbers {
    pub const UNKNOWN: Self = Self { word_and_name: 0, part: super::matcher::NONE };

    /// The number as a word, 0 when unknown.
    #[inline]
    pub const fn word(self) -> u32 {
        self.word_and_name >> NameBits::COUNT
    }

    /// What is known of it as a name.
    #[inline]
    pub const fn name(self) -> NameBits {
        NameBits::within(self.word_and_name)
    }

    fn set(&mut self, word: u32, name: NameBits) {
        self.word_and_name = word << NameBits::COUNT | name.number();
    }
}

/// So many words are fetched from memory at a time.
const AT_A_TIME: usize = 32;

/// All single words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Lower-case forms with their accents, and the folded forms names are made of.
    numbers: WordMap<Numbers>,
    /// Of each byte its number as a part of names.
    single: Vec<u32>,
    words: Vec<Word>,
    readings: Vec<VerbReading>,
    lemmas: Vec<&'static str>,
}

impl Vocabulary {
    /// The numbers of a token.
    #[inline]
    pub(super) fn numbers(&self, forms: &[u8], token: &Token) -> Numbers {
        let place = token.folded_place();
        if place.1 == 1 && !token.is_word() {
            // Marks, mostly.
            let part = forms.get(place.0).map_or(super::matcher::NONE, |&byte| self.single[byte as usize]);
            return Numbers { part, ..Numbers::UNKNOWN };
        }
        let find = |place| self.numbers.get_within(forms, place, Numbers::UNKNOWN);
        let mut numbers = find(place);
        if !token.is_word() {
            numbers.set(0, numbers.name());
        } else if token.lowered_place() != place {
            numbers.set(find(token.lowered_place()).word(), numbers.name());
        }
        numbers
    }

    /// The number of a lower-case form, 0 when unknown.
    #[must_use]
    pub fn number(&self, lowered: &str) -> u32 {
        self.numbers.get(lowered).map_or(0, Numbers::word)
    }

    /// Learns the numbers that folded forms have as parts of names.
    pub(super) fn learn_parts(&mut self, parts: &WordMap<u32>) {
        self.numbers.merge(parts, Numbers::UNKNOWN, |numbers, part| numbers.part = part);
        let part = |byte: u8| std::str::from_utf8(&[byte]).ok().and_then(|form| parts.get(form));
        self.single = (0..=255).map(|byte| part(byte).unwrap_or(super::matcher::NONE)).collect();
    }

    /// The word behind a number; number 0 is the word nothing is known of.
    #[must_use]
    #[inline]
    pub fn word(&self, number: u32) -> &Word {
        &self.words[number as usize]
    }

    /// All word numbers.
    pub(super) fn numbers_of_words(&self) -> std::ops::Range<usize> {
        0..self.words.len()
    }

    /// The verbs the form may belong to.
    #[must_use]
    pub fn readings(&self, word: &Word) -> &[VerbReading] {
        &self.readings[word.readings as usize..word.readings as usize + word.reading_count as usize]
    }

    /// The infinitive of a verb.
    #[must_use]
    pub fn lemma(&self, verb: VerbId) -> &'static str {
        self.lemmas.get(verb.index()).copied().unwrap_or("")
    }

    /// The infinitives of all verbs, by their numbers.
    pub(crate) fn lemmas(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.lemmas.iter().copied()
    }

    /// The verb whose infinitive is `lemma`.
    #[must_use]
    pub fn verb(&self, lemma: &str) -> Option<VerbId> {
        self.lemmas.binary_search(&lemma).ok().map(VerbId::from_index)
    }

    /// How common a folded name is.
    #[must_use]
    #[inline]
    pub fn name(&self, folded: &str) -> NameWeight {
        self.numbers.get(folded).map_or_else(NameWeight::default, |numbers| numbers.name().weight())
    }

    /// Learns how common names are.
    pub(super) fn learn_names(&mut self, names: &NameWeights) {
        self.numbers.merge(names.names(), Numbers::UNKNOWN, |numbers, name| numbers.set(numbers.word(), name));
    }

    /// Makes room for the words of `text`, and for the forms of verbs.
    pub(super) fn make_room(&mut self, text: &str) {
        self.words.push(Word::default());
        let count = text.len() / 15;
        self.words.reserve(count + 80_000);
        self.numbers.reserve(count + 80_000, Numbers::UNKNOWN);
    }

    /// Gives the words of a list the first numbers: all that is kept by number is then close together for the words that
    /// nearly every sentence asks for.
    pub(super) fn number_first(&mut self, list: &str) {
        for word in cut::lines(list).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            self.intern(word);
        }
    }

    /// Reads words and their parts of speech.
    pub(super) fn load_words(&mut self, text: &'static str) {
        let mut rows = cut::lines(text).skip(1).filter_map(|line| {
            let mut cells = cut::at(line, b'\t');
            cells.next().zip(cells.next())
        });
        let mut some = Vec::with_capacity(AT_A_TIME);
        loop {
            some.clear();
            some.extend(rows.by_ref().take(AT_A_TIME));
            if some.is_empty() {
                return;
            }
            self.numbers.fetch(some.iter().map(|(word, _)| *word));
            for (word, bits) in &some {
                let number = self.intern(word);
                self.words[number as usize].pos = Pos::parse(bits);
            }
        }
    }

    /// The number of `word`, which is added when it is new.
    pub(super) fn intern(&mut self, word: &str) -> u32 {
        let numbers = self.numbers.entry(word, Numbers::UNKNOWN);
        if numbers.word() == 0 {
            numbers.set(self.words.len() as u32, numbers.name());
            self.words.push(Word::default());
        }
        numbers.word()
    }

    pub(super) fn word_mut(&mut self, number: u32) -> &mut Word {
        &mut self.words[number as usize]
    }

    /// Conjugates every verb; the file is sorted by lemma, so that verbs are found by binary search.
    pub(super) fn load_verbs(&mut self, text: &'static str, faults: &mut Vec<Fault>) {
        // Some fifty forms a verb.
        let mut forms: Vec<(u32, VerbReading)> = Vec::with_capacity(64 * cut::lines(text).count());
        // Those of one verb: where each ends among the letters of all.
        let (mut letters, mut ends) = (String::new(), Vec::new());
        let mut header = true;
        for (i, line) in cut::lines(text).enumerate() {
            if line.starts_with('#') || line.is_empty() {
                continue;
            }
            if std::mem::take(&mut header) {
                continue;
            }
            let mut cells = cut::at(line, b'\t');
            let (lemma, class, irregular) =
                (cells.next().unwrap_or(""), cells.next().unwrap_or(""), cells.next().unwrap_or(""));
            let verb = VerbId::from_index(self.lemmas.len());
            self.lemmas.push(lemma);
            letters.clear();
            ends.clear();
            let done = conjugate(lemma, class, irregular, &mut |form, inflection| {
                letters.push_str(form);
                ends.push((letters.len(), inflection));
            });
            if let Err(message) = done {
                faults.push(Fault::new("verbs.tsv", i + 1, 2, message));
            }
            let starts = std::iter::once(0).chain(ends.iter().map(|&(end, _)| end));
            let found =
                || starts.clone().zip(&ends).map(|(start, &(end, inflection))| (&letters[start..end], inflection));
            self.numbers.fetch(found().map(|(form, _)| form));
            for (form, inflection) in found() {
                forms.push((self.intern(form), VerbReading { verb, inflection }));
            }
        }
        // By word, in the order of the file: counted, then put in their places.
        for (number, reading) in &forms {
            let word = &mut self.words[*number as usize];
            word.reading_count = word.reading_count.saturating_add(1);
            word.pos.0 |= pos_of(reading.inflection);
        }
        let mut start = 0;
        for word in &mut self.words {
            word.readings = start;
            start += u32::from(word.reading_count);
        }
        let mut filled = vec![0u8; self.words.len()];
        let Some(&(_, any)) = forms.first() else { return };
        self.readings = vec![any; start as usize];
        for (number, reading) in forms {
            let (word, filled) = (&self.words[number as usize], &mut filled[number as usize]);
            if *filled < word.reading_count {
                self.readings[word.readings as usize + *filled as usize] = reading;
                *filled += 1;
            }
        }
    }
}

fn pos_of(inflection: Inflection) -> u16 {
    use super::inflection::Tense;
    match inflection.tense {
        Tense::Infinitive => Pos::INFINITIVE,
        Tense::PresentParticiple => Pos::PRESENT_PARTICIPLE,
        Tense::PastParticiple => Pos::PAST_PARTICIPLE,
        _ => {
            Pos::FINITE
                | match (inflection.person, inflection.plural) {
                    (3, false) => Pos::THIRD_SINGULAR,
                    (3, true) => Pos::THIRD_PLURAL,
                    _ => 0,
                }
        }
    }
}
