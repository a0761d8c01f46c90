//! Which lists of words a sentence holds a word of.
//!
//! Comes in: the lists that conditions of frames name, and the tokens of a
//! sentence. Goes out: the lists that may hold there. Found once a sentence,
//! it says which frames cannot fire before anything hangs on anything. It
//! never says that a condition holds, only that it cannot.

use super::arguments::THERE;
use super::cue::Cues;
use super::frame::{Kinds, Lists, Noun, NounsId, Premise, Signs, Telling, Told};
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::sieve::Sieved;
use crate::lexicon::Words;
use crate::mention::Context;
use crate::reference::coreference::land_words;
use crate::syntax::{Clitics, Pronoun, VerbForm};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// How many tokens before their sentence conditions look at.
pub(super) const BEFORE: usize = 3;

/// Words that may take up somebody told before, beside possessives, pronouns of verbs, nouns for lands and those that
/// [`Cues::taking_up`] tells: « les deux hommes », « le pays », « celui-ci », « ce dernier », « avec lui ».
const TAKING_UP: [&str; 16] = [
    "deux",
    "pays",
    "celui",
    "celle",
    "ceux",
    "celles",
    "dernier",
    "dernière",
    "derniere",
    "derniers",
    "dernières",
    "dernieres",
    "lui",
    "elle",
    "eux",
    "elles",
];
/// What opens a clause that completes a verb.
const THAT: [&str; 2] = ["que", "qu'"];

/// The lists by their words.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By vocabulary number of a word the number of its row: [`Index::NONE`] for most, which are in no list.
    numbers: Vec<u32>,
    /// The rows of tokens the vocabulary has no number for.
    forms: Sieved<u32>,
    /// The rows of two tokens that begin phrases, by the rows of either.
    pairs: FxHashMap<(u32, u32), u32>,
    rows: Vec<Row>,
    /// The lists of all rows, one row after the other.
    members: Vec<u32>,
    /// For each list the kinds of mentions that do for it, whatever their words.
    kinds: Vec<Kinds>,
    lists: u32,
}

/// What a token, or two of them, may be.
#[derive(Debug, Default, Clone, Copy)]
struct Row {
    /// What it tells.
    signs: Signs,
    /// Where the lists that hold it stand among the members; the numbers of those it begins a phrase of are
    /// [`Index::lists`] further on.
    lists: (u32, u32),
}

impl Row {
    fn sign(&mut self, sign: Signs) {
        self.signs = self.signs.with(sign);
    }
}

/// The rows that a word of conditions is told by.
struct Places {
    /// Of the word as one token.
    words: Vec<u32>,
    /// Of the first tokens of its phrases.
    phrases: Vec<u32>,
}

impl Index {
    /// The row of all that is in no list, and tells nothing.
    const NONE: u32 = 0;

    pub fn new(lists: &Lists, telling: &Telling, cues: &Cues, known: &Words) -> Self {
        let mut index = Self { lists: lists.iter().len() as u32, rows: vec![Row::default()], ..Self::default() };
        // Those of common words, whose numbers are small, side by side.
        let mut numbers: Vec<u32> = lists.nouns().iter().flat_map(|noun| noun.numbers.iter().copied()).collect();
        numbers.sort_unstable();
        for number in numbers {
            index.row_of(number);
        }
        let places: Vec<Places> = lists.nouns().iter().map(|noun| index.places(known, noun)).collect();
        // Each row with each of its lists.
        let mut held: Vec<(u32, u32)> = Vec::new();
        for (list, nouns) in (0..).zip(lists.iter()) {
            index.kinds.push(nouns.kinds());
            for Places { words, phrases } in nouns.members().iter().map(|&noun| &places[noun as usize]) {
                held.extend(words.iter().map(|&row| (row, list)));
                held.extend(phrases.iter().map(|&row| (row, list + index.lists)));
            }
        }
        index.add_signs(telling, cues, known);
        index.gather(&held);
        index
    }

    /// Puts the lists of each row side by side: counted, then put in their places.
    fn gather(&mut self, held: &[(u32, u32)]) {
        held.iter().for_each(|&(row, _)| self.rows[row as usize].lists.1 += 1);
        let mut start = 0;
        for Row { lists: (from, to), .. } in &mut self.rows {
            start += *to;
            *from = start - *to;
            *to = *from;
        }
        self.members.resize(held.len(), 0);
        for &(row, list) in held {
            let end = &mut self.rows[row as usize].lists.1;
            self.members[*end as usize] = list;
            *end += 1;
        }
    }

    fn places(&mut self, known: &Words, noun: &Noun) -> Places {
        let mut words: Vec<u32> = noun.numbers.iter().map(|&number| self.row_of(number)).collect();
        words.extend(noun.forms.iter().map(|form| self.row_of_form(form)));
        let mut phrases = Vec::new();
        for (first, second) in noun.openings() {
            let first = self.rows_of(known, first);
            match second {
                None => phrases.extend(first),
                Some(second) => {
                    let second = self.rows_of(known, second);
                    let pairs = first.flat_map(|a| second.clone().map(move |b| [a, b]));
                    phrases.extend(pairs.map(|pair| self.row_of_pair(pair)));
                }
            }
        }
        Places { words, phrases }
    }

    /// Which words are signs.
    fn add_signs(&mut self, telling: &Telling, cues: &Cues, known: &Words) {
        let taking_up =
            cues.taking_up().iter().map(String::as_str).chain(TAKING_UP).chain(land_words().map(|w| -> &str { w }));
        let leading = known.grammar().prep("en tant que").map(|prep| ("comme", telling.known(prep)));
        let words =
            taking_up.map(|word| (word, Signs::TAKES_UP)).chain(THAT.map(|word| (word, Signs::THAT))).chain(leading);
        for (word, sign) in words {
            for row in self.rows_of(known, word) {
                self.rows[row as usize].sign(sign);
            }
        }
        for &(number, function) in known.grammar().words() {
            match function {
                Function::Possessive => self.of_number(number).sign(Signs::OWNED),
                Function::Preposition(prep) => self.of_number(number).sign(telling.known(prep)),
                _ => {}
            }
        }
        // « A l'invitation de »: a capital without its accent.
        let [plain, accented] = ["a", "à"].map(|word| known.vocabulary().number(word));
        for ((first, second), function) in known.grammar().phrases() {
            let Function::Preposition(prep) = function else { continue };
            let sign = telling.known(prep);
            for first in [first].into_iter().chain((first == accented).then_some(plain)) {
                let pair = [first, second].map(|number| self.row_of(number));
                let row = self.row_of_pair(pair);
                self.rows[row as usize].sign(sign);
            }
        }
    }

    fn row_of(&mut self, number: u32) -> u32 {
        let at = number as usize;
        self.numbers.resize(self.numbers.len().max(at + 1), Self::NONE);
        if self.numbers[at] == Self::NONE {
            self.numbers[at] = self.rows.len() as u32;
            self.rows.push(Row::default());
        }
        self.numbers[at]
    }

    fn of_number(&mut self, number: u32) -> &mut Row {
        let row = self.row_of(number);
        &mut self.rows[row as usize]
    }

    /// The row of two tokens, by the rows of either.
    fn row_of_pair(&mut self, [first, second]: [u32; 2]) -> u32 {
        self.rows[first as usize].sign(Signs::OPENS);
        self.rows[second as usize].sign(Signs::CLOSES);
        let row = *self.pairs.entry((first, second)).or_insert(self.rows.len() as u32);
        self.row_at(row)
    }

    fn row_of_form(&mut self, form: &str) -> u32 {
        let row = *self.forms.entry(form, self.rows.len() as u32);
        self.row_at(row)
    }

    /// Row `row`, which may be the next one.
    fn row_at(&mut self, row: u32) -> u32 {
        if row as usize == self.rows.len() {
            self.rows.push(Row::default());
        }
        row
    }

    /// A word with a number is told by that; what may be no word, such as a figure, by its letters as well.
    fn rows_of(&mut self, known: &Words, token: &str) -> impl Iterator<Item = u32> + Clone {
        let number = known.vocabulary().number(token);
        let lettered = token.starts_with(char::is_alphabetic);
        let form = (number == 0 || !lettered).then(|| self.row_of_form(token));
        (number != 0).then(|| self.row_of(number)).into_iter().chain(form)
    }

    #[inline]
    fn row(&self, context: Context<'_>, token: usize) -> u32 {
        let row = match context.number(token) {
            0 => self.forms.get(context.source.lowered(token)),
            number => self.numbers.get(number as usize).copied(),
        };
        row.unwrap_or(Self::NONE)
    }
}

/// The kinds of those of a text whom a pronoun may mean.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Elsewhere {
    /// Whom « il », « leur », « les deux pays » may take up: no event, and of places those that may act.
    pub acting: Kinds,
    /// The same with all places: « y », and who says « nous ».
    pub anywhere: Kinds,
}

/// What one sentence holds.
#[derive(Debug, Default)]
pub(super) struct Present {
    /// The lists, as bits: first for the single words of each, then for those of several tokens.
    bits: Vec<u64>,
    lists: u32,
    /// What its words tell.
    signs: Signs,
    /// What its verb groups tell besides, in their order.
    verbs: Vec<Signs>,
    /// The number of the first of them.
    first: usize,
    /// What its mentions, and those it may take up, may be.
    told: Told,
    /// What conditions may find there: its own mentions, and things without a name.
    kinds: Kinds,
}

impl Present {
    /// Reads sentence `number`, of tokens `range`.
    pub fn read(&mut self, index: &Index, context: Context<'_>, number: usize, range: Range<usize>) {
        self.lists = index.lists;
        self.bits.clear();
        self.bits.resize((2 * index.lists as usize).div_ceil(64), 0);
        self.signs = Signs::ALWAYS;
        let there = self.read_verbs(context, number);
        // What « y » takes up stands before its sentence.
        let start = range.start.saturating_sub(if there { THERE } else { BEFORE });
        // One more for a phrase that begins with the last token.
        let end = (range.end + 1).min(context.source.len());
        let mut before = None;
        for token in start..end {
            let row = index.row(context, token);
            let signs = self.mark(index, row);
            let first = before.filter(|_| signs.meet(Signs::CLOSES));
            if let Some(&pair) = first.and_then(|first| index.pairs.get(&(first, row))) {
                self.mark(index, pair);
            }
            before = signs.meet(Signs::OPENS).then_some(row);
        }
    }

    /// Takes up what a row tells, and says what its word is.
    #[inline]
    fn mark(&mut self, index: &Index, row: u32) -> Signs {
        let Row { signs, lists: (from, to) } = index.rows[row as usize];
        index.members[from as usize..to as usize].iter().for_each(|&list| self.set(list));
        self.signs = self.signs.with(signs);
        signs
    }

    /// What the verbs rule, and whom their pronouns take up; whether one of these is « y ».
    fn read_verbs(&mut self, context: Context<'_>, number: usize) -> bool {
        let (first, groups) = context.syntax.groups_of(number);
        self.first = first;
        self.verbs.clear();
        self.verbs.resize(groups.len(), Signs::default());
        for group in groups {
            let anywhere = group.clitics.any(Clitics::Y) || group.subject == Some(Pronoun::First);
            if group.refers() || anywhere {
                self.signs = self.signs.with(Signs::TAKES_UP);
            }
            if anywhere {
                self.signs = self.signs.with(Signs::ANYWHERE);
            }
            let ruled = match group.marker {
                Some(Prep::A | Prep::DE) => Signs::INFINITIVE,
                Some(_) => Signs::PURPOSE,
                None => continue,
            };
            let above = group.governor.filter(|_| group.form == VerbForm::Infinitive);
            if let Some(verb) = above.and_then(|above| self.verbs.get_mut((above as usize).checked_sub(first)?)) {
                *verb = verb.with(ruled);
            }
        }
        groups.iter().any(|g| g.clitics.any(Clitics::Y))
    }

    /// Adds what its mentions tell, and of what kinds they may be; `elsewhere` tells that of those it may take up.
    pub fn add(&mut self, signs: Signs, kinds: Kinds, elsewhere: Elsewhere) {
        self.signs = self.signs.with(signs);
        let any = self.signs.meet(Signs::ANYWHERE);
        self.told = Told { here: kinds, elsewhere: if any { elsewhere.anywhere } else { elsewhere.acting } };
        self.kinds = kinds.or(Kinds(Kinds::THING));
    }

    /// Whether a frame of this premise may fire; of a verb, by the number of its group and whether it is a past participle.
    pub fn allows(&self, premise: &Premise, verb: Option<(usize, bool)>) -> bool {
        let own = verb.and_then(|(number, _)| self.verbs.get(number.checked_sub(self.first)?));
        let signs = own.map_or(self.signs, |own| self.signs.with(*own));
        premise.may_hold(signs, self.told, verb.map(|(_, participle)| participle))
    }

    #[inline]
    fn set(&mut self, list: u32) {
        self.bits[list as usize / 64] |= 1 << (list % 64);
    }

    fn has(&self, list: u32) -> bool {
        self.bits.get(list as usize / 64).is_some_and(|bits| bits >> (list % 64) & 1 != 0)
    }

    /// Whether one of the words of the list may stand in the sentence, or a mention that does for them. No branch, since
    /// none could be foreseen.
    pub fn holds(&self, index: &Index, list: NounsId) -> bool {
        self.has(list.0) | self.holds_phrase(list) | index.kinds[list.0 as usize].any(self.kinds.0)
    }

    /// Whether one of its words of several tokens may.
    pub fn holds_phrase(&self, NounsId(list): NounsId) -> bool {
        self.has(list + self.lists)
    }
}
