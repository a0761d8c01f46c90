//! Closed-class words and fixed phrases (`gazetteers/grammar.tsv`): determiners,
//! prepositions, conjunctions, pronouns, negation.

use super::vocabulary::{Pos, Vocabulary};
use crate::text::Source;
use rustc_hash::FxHashMap;

const TABLE: &str = include_str!("../../gazetteers/grammar.tsv");

/// What a closed-class word does. An ambiguous word (« le », « en », « que »)
/// has its most frequent function here; the stage that reads it decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Function {
    /// An open-class word.
    #[default]
    None,
    /// le, la, les, l'
    Definite,
    /// un, une
    Indefinite,
    /// du, des
    OfDefinite,
    /// au, aux
    ToDefinite,
    /// son, leurs…
    Possessive,
    /// ce, cette…
    Demonstrative,
    /// quelques, deux, aucun…
    Quantifier,
    /// il, elle, on…
    SubjectPronoun,
    /// se, lui, y…
    Clitic,
    /// ne
    Ne,
    /// pas, jamais…
    Negative,
    /// qui, dont, où…
    Relative,
    /// quel, pourquoi…
    Interrogative,
    /// A preposition.
    Preposition(Prep),
    /// et, ou, mais…
    Coordinator,
    /// que, lorsque…
    Subordinator,
    /// An adverb of several words.
    Adverb,
    /// par téléphone
    ByPhone,
}

impl Function {
    /// Whether the word opens a noun phrase.
    #[must_use]
    pub const fn determines(self) -> bool {
        matches!(
            self,
            Self::Definite
                | Self::Indefinite
                | Self::OfDefinite
                | Self::ToDefinite
                | Self::Possessive
                | Self::Demonstrative
                | Self::Quantifier
        )
    }
}

/// A preposition by the name that frames use, such as « auprès de ».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Prep(u8);

impl Prep {
    /// à
    pub const A: Self = Self(0);
    /// de
    pub const DE: Self = Self(1);
    /// en
    pub const EN: Self = Self(2);
    /// par
    pub const PAR: Self = Self(3);
    /// pour
    pub const POUR: Self = Self(4);
    /// avec
    pub const AVEC: Self = Self(5);
    /// sans
    pub const SANS: Self = Self(6);
    /// entre
    pub const ENTRE: Self = Self(7);
    /// dans
    pub const DANS: Self = Self(8);
    /// sur
    pub const SUR: Self = Self(9);
    /// selon
    pub const SELON: Self = Self(10);
    /// contre
    pub const CONTRE: Self = Self(11);
    /// avant
    pub const AVANT: Self = Self(12);
    /// après
    pub const APRES: Self = Self(13);
    const FIRST: [&'static str; 14] =
        ["à", "de", "en", "par", "pour", "avec", "sans", "entre", "dans", "sur", "selon", "contre", "avant", "après"];
}

/// The number of no word.
const NEVER: u32 = u32::MAX;

/// A phrase found at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// What it does.
    pub function: Function,
    /// Its length in tokens.
    pub len: usize,
    /// It ends in a contracted article (« auprès du »).
    pub article: bool,
}

#[derive(Debug, Clone)]
struct Pattern {
    /// Numbers of the words between the first and the last.
    inner: Vec<u32>,
    /// The number of the last word.
    last: u32,
    /// Whether that is « de », « à » or « que », which may stand contracted.
    contracts: Option<usize>,
    /// An adjective stands behind: « de manière * ».
    adjective: bool,
    function: Function,
}

/// What the last word of a phrase may be contracted to: with an article in it, and without.
const CONTRACTED: [(&str, &[&str], &str); 3] =
    [("de", &["du", "des"], "d'"), ("à", &["au", "aux"], ""), ("que", &[], "qu'")];

/// The same as numbers.
#[derive(Debug, Default)]
struct Contracted {
    article: [u32; 2],
    plain: u32,
}

/// The closed classes.
#[derive(Debug)]
pub struct Grammar {
    preps: Vec<String>,
    /// By numbers of the first two words as a text may have them, longest first.
    phrases: FxHashMap<(u32, u32), Vec<Pattern>>,
    /// In the order of [`CONTRACTED`].
    contracted: [Contracted; 3],
    /// The single words by their numbers.
    words: Vec<(u32, Function)>,
}

impl Grammar {
    pub(super) fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut grammar = Self {
            preps: Prep::FIRST.iter().map(|&p| p.to_owned()).collect(),
            phrases: FxHashMap::default(),
            words: Vec::new(),
            contracted: CONTRACTED.map(|(_, article, plain)| {
                let mut number = |word: &str| if word.is_empty() { NEVER } else { vocabulary.intern(word) };
                let mut at = |i: usize| number(article.get(i).copied().unwrap_or(""));
                Contracted { article: [at(0), at(1)], plain: number(plain) }
            }),
        };
        for line in TABLE.lines().skip(1).filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            if let (Some(form), Some(category), Some(canonical)) = (cells.next(), cells.next(), cells.next()) {
                grammar.add(vocabulary, form, category, canonical);
            }
        }
        for list in grammar.phrases.values_mut() {
            list.sort_by_key(|p| std::cmp::Reverse(p.inner.len() + usize::from(p.adjective)));
        }
        grammar
    }

    fn add(&mut self, vocabulary: &mut Vocabulary, form: &str, category: &str, canonical: &str) {
        let function = match category {
            "prep" => Function::Preposition(self.intern(canonical)),
            "sub" => Function::Subordinator,
            "coord" => Function::Coordinator,
            "adv" => Function::Adverb,
            "phone" => Function::ByPhone,
            "definite" => Function::Definite,
            "indefinite" => Function::Indefinite,
            "of" => Function::OfDefinite,
            "to" => Function::ToDefinite,
            "possessive" => Function::Possessive,
            "demonstrative" => Function::Demonstrative,
            "quantifier" => Function::Quantifier,
            "subject" => Function::SubjectPronoun,
            "clitic" => Function::Clitic,
            "ne" => Function::Ne,
            "neg" => Function::Negative,
            "relative" => Function::Relative,
            "interrogative" => Function::Interrogative,
            _ => Function::None,
        };
        let (form, adjective) = form.strip_suffix(" *").map_or((form, false), |form| (form, true));
        let tokens = crate::text::Tokens::new(form);
        let source = Source::new(form, &tokens);
        let first = vocabulary.intern(source.lowered(0));
        if category == "prenominal" {
            vocabulary.word_mut(first).prenominal = true;
            return;
        }
        if source.len() == 1 {
            vocabulary.word_mut(first).function = function;
            self.words.push((first, function));
            return;
        }
        vocabulary.word_mut(first).opens_phrase = true;
        let end = source.len() - 1;
        let inner = (1..end).map(|i| vocabulary.intern(source.lowered(i))).collect();
        let last = vocabulary.intern(source.lowered(end));
        let contracts = CONTRACTED.iter().position(|(word, ..)| *word == source.lowered(end));
        let pattern = Pattern { inner, last, contracts, adjective, function };
        for second in self.seconds(&pattern) {
            self.phrases.entry((first, second)).or_default().push(pattern.clone());
        }
    }

    /// What may stand behind the first word of a phrase.
    fn seconds(&self, pattern: &Pattern) -> Vec<u32> {
        if let Some(&second) = pattern.inner.first() {
            return vec![second];
        }
        let contracted = pattern.contracts.map(|at| &self.contracted[at]);
        let forms = contracted.into_iter().flat_map(|c| [c.article[0], c.article[1], c.plain]);
        let mut seconds: Vec<u32> = forms.chain([pattern.last]).filter(|&number| number != NEVER).collect();
        seconds.sort_unstable();
        seconds.dedup();
        seconds
    }

    fn intern(&mut self, prep: &str) -> Prep {
        let index = self.preps.iter().position(|p| p == prep).unwrap_or_else(|| {
            self.preps.push(prep.to_owned());
            self.preps.len() - 1
        });
        Prep(index.min(u8::MAX as usize) as u8)
    }

    /// The preposition called `name`, as frames name it.
    #[must_use]
    pub fn prep(&self, name: &str) -> Option<Prep> {
        self.preps.iter().position(|p| p == name).map(|i| Prep(i as u8))
    }

    /// The name of a preposition.
    #[must_use]
    pub fn prep_name(&self, prep: Prep) -> &str {
        self.preps.get(prep.0 as usize).map_or("", String::as_str)
    }

    /// The single words of the closed classes, by their numbers.
    pub(crate) fn words(&self) -> &[(u32, Function)] {
        &self.words
    }

    /// The phrases, by the numbers of the first two words as a text may have them.
    pub(crate) fn phrases(&self) -> impl Iterator<Item = ((u32, u32), Function)> + '_ {
        self.phrases.iter().flat_map(|(&two, patterns)| patterns.iter().map(move |pattern| (two, pattern.function)))
    }

    /// The longest phrase that begins at token `index`; `words` are the numbers of all tokens.
    #[must_use]
    #[inline]
    pub fn phrase(&self, vocabulary: &Vocabulary, words: &[u32], index: usize) -> Option<Phrase> {
        self.phrase_of(vocabulary, *words.get(index)?, words, index)
    }

    /// The same, when `word` is what the token at `index` is read as.
    #[must_use]
    #[inline]
    pub fn phrase_of(&self, vocabulary: &Vocabulary, word: u32, words: &[u32], index: usize) -> Option<Phrase> {
        if vocabulary.word(word).opens_phrase {
            self.opened(vocabulary, word, words, index)
        } else {
            None
        }
    }

    fn opened(&self, vocabulary: &Vocabulary, word: u32, words: &[u32], index: usize) -> Option<Phrase> {
        let second = *words.get(index + 1)?;
        self.phrases.get(&(word, second))?.iter().find_map(|pattern| {
            let last = index + 1 + pattern.inner.len();
            let have = *words.get(last)?;
            let mut article = false;
            if have != pattern.last {
                let contracted = &self.contracted[pattern.contracts?];
                article = contracted.article.contains(&have);
                if !article && have != contracted.plain {
                    return None;
                }
            }
            let adjective = Pos::ADJECTIVE | Pos::PAST_PARTICIPLE;
            let told = |at: usize, pos: u16| words.get(at).is_some_and(|&word| vocabulary.word(word).pos.any(pos));
            // « de manière très ferme »
            let graded = pattern.adjective && !told(last + 1, adjective) && told(last + 1, Pos::ADVERB);
            let described = last + 1 + usize::from(graded);
            let fits =
                pattern.inner.iter().eq(&words[index + 1..last]) && (!pattern.adjective || told(described, adjective));
            let len = last + 1 - index + usize::from(pattern.adjective) + usize::from(graded);
            fits.then_some(Phrase { function: pattern.function, len, article })
        })
    }
}
