//! Places that stand for their government, by the slot of grammar they fill.
//!
//! Comes in: the flat mentions. Goes out: for each country, capital or palace
//! the reason why it stands for its government, or that it does not. What
//! neither is sure of is left to the relations it is a party of.

use crate::lexicon::{EntryData, Metonym, PlaceType, Pos};
use crate::mention::{Context, Mention, MentionData, Mentions};
use crate::syntax::{VerbForm, VerbGroup, Voice};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../gazetteers/metonymy.tsv");

/// How many tokens back a noun that governs « entre », « avec » or « au » is looked for.
const REACH: usize = 7;
/// Most members of a coordination.
const MEMBERS: usize = 8;

/// What the grammar says of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Stand {
    /// Nothing: the relations decide.
    #[default]
    Open,
    /// For its government, for this reason.
    Government(&'static str),
    /// For the land or the town itself.
    Itself,
}

/// What a word of the table tells: bits, in the order of [`CLASSES`].
#[derive(Debug, Clone, Copy, Default)]
struct Told(u16);

const CLASSES: [&str; 10] = ["still", "object", "asks", "will", "dealing", "border", "gift", "sport", "island", "way"];
const STILL: u16 = 1;
const OBJECT: u16 = 1 << 1;
const ASKS: u16 = 1 << 2;
const WILL: u16 = 1 << 3;
const DEALING: u16 = 1 << 4;
const BORDER: u16 = 1 << 5;
const GIFT: u16 = 1 << 6;
const SPORT: u16 = 1 << 7;
const ISLAND: u16 = 1 << 8;
const WAY: u16 = 1 << 9;

impl Told {
    const fn is(self, class: u16) -> bool {
        self.0 & class != 0
    }
}

static WORDS: LazyLock<FxHashMap<&'static str, Told>> = LazyLock::new(|| {
    let mut map: FxHashMap<&str, Told> = FxHashMap::default();
    for line in TABLE.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let Some((class, words)) = line.split_once('\t') else { continue };
        let Some(bit) = CLASSES.iter().position(|c| *c == class) else { continue };
        for word in words.split('|') {
            map.entry(word).or_default().0 |= 1 << bit;
        }
    }
    map
});

fn told(word: &str) -> Told {
    WORDS.get(word).copied().unwrap_or_default()
}

/// What kind of seat of power a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    Country,
    /// A capital, or a palace.
    Town,
}

fn seat(context: Context<'_>, mention: &Mention) -> Option<Seat> {
    let MentionData::Place { place_type, entry, .. } = mention.data else { return None };
    let power = |row| match context.lexicon.entry(row).data {
        EntryData::Place { metonym, .. } => metonym != Metonym::None,
        _ => false,
    };
    match place_type {
        PlaceType::Country => Some(Seat::Country),
        _ if entry.is_some_and(power) => Some(Seat::Town),
        _ => None,
    }
}

/// Says of every mention what its slot tells.
pub(super) fn read(context: Context<'_>, mentions: &Mentions, out: &mut Vec<Stand>) {
    out.clear();
    out.resize(mentions.list.len(), Stand::Open);
    for index in 0..mentions.list.len() {
        let Some(seat) = seat(context, &mentions.list[index]) else { continue };
        if out[index] == Stand::Open {
            out[index] = Slot::new(context, mentions, index).stand(seat);
        }
        // « entre la France et l'Allemagne », « avec la Chine, le Japon et la Corée du Sud »
        if out[index] == Stand::Open {
            continue;
        }
        if let Some(next) = next_member(context, mentions, index) {
            if out[next] == Stand::Open && self::seat(context, &mentions.list[next]).is_some() {
                out[next] = out[index];
            }
        }
    }
}

/// The next member of the coordination that mention `index` belongs to.
fn next_member(context: Context<'_>, mentions: &Mentions, index: usize) -> Option<usize> {
    let (one, two) = (&mentions.list[index], mentions.list.get(index + 1)?);
    let (from, to) = (one.last as usize, two.first as usize);
    if to <= from || to - from > 3 || !(from..=to).all(|k| context.goes_on(k)) {
        return None;
    }
    let links = matches!(context.source.lowered(from), "et" | "ou" | "," | "ni" | "comme");
    let small = |k: usize| matches!(context.source.lowered(k), "la" | "le" | "les" | "l'" | "de" | "du" | "des" | "d'");
    (links && (from + 1..to).all(small)).then_some(index + 1)
}

/// One place and the words before it.
struct Slot<'a> {
    context: Context<'a>,
    mentions: &'a Mentions,
    index: usize,
    /// First token of the noun phrase: article and contracted preposition counted in.
    first: usize,
    last: usize,
    article: bool,
    /// The preposition, or the word before the noun phrase.
    before: &'a str,
    /// One past the word that governs the preposition.
    governor: usize,
}

impl<'a> Slot<'a> {
    fn new(context: Context<'a>, mentions: &'a Mentions, index: usize) -> Self {
        let mention = &mentions.list[index];
        let (mut first, last) = (mention.first as usize, mention.last as usize);
        let word = context.previous(first, 1);
        let article = matches!(word, "la" | "le" | "les" | "l'");
        first -= usize::from(article);
        let before = context.previous(first, 1);
        let governor = if before.is_empty() { first } else { first - 1 };
        Self { context, mentions, index, first, last, article, before, governor }
    }

    fn stand(&self, seat: Seat) -> Stand {
        let reason = match self.before {
            "en" | "dans" | "vers" | "chez" | "depuis" | "sous" | "hors" | "via" | "sur" => return Stand::Itself,
            "à" => self.to(seat),
            "au" | "aux" => self.to_contracted(),
            "de" | "d'" | "du" | "des" => return self.of(),
            "avec" => (!self.near(BORDER)).then_some("metonym:with"),
            "entre" => return self.between(seat),
            "contre" => (!self.near(SPORT)).then_some("metonym:against"),
            "envers" => Some("metonym:towards"),
            "par" => self.agent(),
            "selon" | "d'après" => Some("metonym:source"),
            "pour" => self.acceptable(),
            _ => return self.bare(seat),
        };
        match (reason, self.before) {
            (Some(reason), _) => Stand::Government(reason),
            (None, "à") => Stand::Itself,
            (None, _) => Stand::Open,
        }
    }

    /// « à l'Irak »: a country whose article is feminine is gone to « en », so that « à » gives or tells it something.
    fn to(&self, seat: Seat) -> Option<&'static str> {
        if seat == Seat::Country {
            let island = told(self.context.source.lowered(self.mentions.list[self.index].first as usize)).is(ISLAND);
            return (self.article && !island).then_some("metonym:recipient");
        }
        (self.asked() && matches!(self.context.next(self.last), "de" | "d'" | "que" | "qu'" | "son" | "sa" | "ses"))
            .then_some("metonym:recipient")
    }

    /// « demander aux États-Unis », « le soutien au Mali ».
    fn to_contracted(&self) -> Option<&'static str> {
        let noun = self.governor.checked_sub(1).filter(|_| self.context.goes_on(self.governor));
        let given = noun.is_some_and(|k| told(self.context.source.lowered(k)).is(GIFT));
        (given || self.asked()).then_some("metonym:recipient")
    }

    /// A verb of asking or giving stands right before the preposition.
    fn asked(&self) -> bool {
        self.group_ending(self.governor).is_some_and(|g| self.is(g, ASKS))
    }

    /// « la volonté de la France »: what only a government has. A border or a river is the land's.
    fn of(&self) -> Stand {
        let mut at = self.governor;
        for _ in 0..3 {
            if at == 0 || !self.context.goes_on(at) {
                return Stand::Open;
            }
            at -= 1;
            if told(self.context.source.lowered(at)).is(WILL) {
                return Stand::Government("metonym:owner");
            }
            if !self.context.is_adjective(at) && !matches!(self.context.source.str(at), "»" | "\"" | "”" | "«" | "“")
            {
                break;
            }
        }
        Stand::Open
    }

    fn between(&self, seat: Seat) -> Stand {
        if self.near(BORDER) {
            return Stand::Itself;
        }
        let seats = next_member(self.context, self.mentions, self.index)
            .is_some_and(|n| self::seat(self.context, &self.mentions.list[n]).is_some());
        if seat == Seat::Country || seats || self.near(DEALING) {
            Stand::Government("metonym:between")
        } else {
            Stand::Open
        }
    }

    /// « soutenu par la Russie »
    fn agent(&self) -> Option<&'static str> {
        let Some(verb) = self.group_ending(self.governor) else {
            // A participle of a verb the gazetteer does not have.
            let before = self.governor.checked_sub(1).filter(|_| self.context.goes_on(self.governor))?;
            return self.context.word(before).pos.any(Pos::PAST_PARTICIPLE).then_some("metonym:agent");
        };
        let passive = verb.form == VerbForm::PastParticiple || verb.voice == Voice::Passive;
        (passive && !self.is(verb, WAY)).then_some("metonym:agent")
    }

    /// « acceptable pour la Serbie »
    fn acceptable(&self) -> Option<&'static str> {
        // « Pour Bruxelles, la mesure … »
        if self.context.opens_sentence(self.governor) && self.context.next(self.last) == "," {
            return Some("metonym:judge");
        }
        let adjective = self.governor.checked_sub(1)?;
        // « une bonne nouvelle pour l'Europe »: a noun, as the adjective before it tells
        let noun = self.context.word(adjective).pos.any(Pos::NOUN)
            && adjective.checked_sub(1).is_some_and(|b| self.context.is_adjective(b));
        let fits = self.context.goes_on(self.governor)
            && self.context.is_adjective(adjective)
            && !noun
            && self.context.demonym(adjective).is_none();
        fits.then_some("metonym:judge")
    }

    /// Without preposition: subject, object, or a pair that heads a dispatch.
    fn bare(&self, seat: Seat) -> Stand {
        if let Some(verb) = self.group_ending(self.first) {
            let speech = verb.subject.is_none() && verb.is_finite() && self.speaks(verb);
            if speech && self.mentions.list[self.index].last as usize >= self.last && !self.follows_verb() {
                return Stand::Government("metonym:says");
            }
            if verb.voice != Voice::Passive && self.is(verb, OBJECT) {
                return Stand::Government("metonym:object");
            }
            return Stand::Open;
        }
        if let Some(reason) = self.heading() {
            return Stand::Government(reason);
        }
        // Subject of what follows, alone or with its conjuncts.
        let mut last = self.last;
        let mut member = self.index;
        for _ in 0..MEMBERS {
            let Some(next) = next_member(self.context, self.mentions, member) else { break };
            member = next;
            last = self.mentions.list[next].last as usize;
        }
        self.subject(seat, last).unwrap_or_else(|| {
            if member == self.index {
                Stand::Open
            } else {
                self.subject(seat, self.last).unwrap_or_default()
            }
        })
    }

    fn follows_verb(&self) -> bool {
        self.context.goes_on(self.last) && self.context.syntax.group_at(self.last).is_some_and(VerbGroup::is_finite)
    }

    /// Whether the verb after token `last` makes its subject act.
    fn subject(&self, seat: Seat, last: usize) -> Option<Stand> {
        let mut at = last;
        // « la France, elle, », « Pékin, qui », « Washington a également »: commas and adverbs may stand between.
        for _ in 0..2 {
            if self.context.goes_on(at) && self.context.word(at).pos.any(Pos::ADVERB) && self.group_at(at).is_none() {
                at += 1;
            }
        }
        at += usize::from(self.context.next(at) == "," && self.context.next(at + 1) == "qui");
        at += usize::from(self.context.next(at) == "qui");
        let verb = self.group_at(at).filter(|g| g.first as usize == at)?;
        let undergoes = verb.voice == Voice::Passive || verb.form == VerbForm::PastParticiple;
        if undergoes {
            return self.is(verb, OBJECT).then_some(Stand::Government("metonym:object"));
        }
        if !verb.is_finite() || verb.subject.is_some() {
            return None;
        }
        verb.verb?;
        if self.is(verb, STILL) {
            return Some(if seat == Seat::Country { Stand::Itself } else { Stand::Open });
        }
        Some(Stand::Government("metonym:subject"))
    }

    /// « France – Tchad : … »
    fn heading(&self) -> Option<&'static str> {
        let source = self.context.source;
        let opens = |first: usize| !self.context.goes_on(first);
        let dash = |k: usize| self.context.goes_on(k) && matches!(source.str(k), "–" | "—" | "-" | "/");
        let country = |i: usize| {
            self.mentions
                .list
                .get(i)
                .is_some_and(|m| matches!(m.data, MentionData::Place { place_type: PlaceType::Country, .. }))
        };
        let first = self.mentions.list[self.index].first as usize;
        let ends = |m: &Mention| matches!(self.context.next(m.last as usize), ":" | "." | "");
        let list = &self.mentions.list;
        let after = list
            .get(self.index + 1)
            .filter(|m| country(self.index + 1) && m.first as usize == self.last + 1 && dash(self.last) && ends(m));
        let before = self.index.checked_sub(1).map(|i| &list[i]).filter(|m| {
            country(self.index - 1) && m.last as usize + 1 == first && dash(first - 1) && opens(m.first as usize)
        });
        let pair =
            country(self.index) && (opens(first) && after.is_some() || before.is_some() && ends(&list[self.index]));
        pair.then_some("metonym:heading")
    }

    fn group_at(&self, token: usize) -> Option<&'a VerbGroup> {
        self.context.syntax.group_at(token).filter(|_| self.context.goes_on(token))
    }

    /// The verb group that ends right before `token`, but for adverbs (« représentera encore la Belgique »).
    fn group_ending(&self, token: usize) -> Option<&'a VerbGroup> {
        let adverb = |at: usize| {
            at > 0
                && self.context.goes_on(at)
                && self.context.word(at - 1).pos.any(Pos::ADVERB)
                && self.context.syntax.group_at(at - 1).is_none()
        };
        let token = token - usize::from(adverb(token));
        let token = token - usize::from(adverb(token));
        let at = token.checked_sub(1).filter(|_| self.context.goes_on(token))?;
        self.context.syntax.group_at(at).filter(|g| g.last as usize == token)
    }

    fn lemma(&self, verb: &VerbGroup) -> &'static str {
        verb.verb.map_or("", |v| self.context.lexicon.vocabulary().lemma(v))
    }

    fn is(&self, verb: &VerbGroup, class: u16) -> bool {
        told(self.lemma(verb)).is(class)
    }

    fn speaks(&self, verb: &VerbGroup) -> bool {
        self.context.is_speech(self.lemma(verb))
    }

    /// Whether a noun of the class stands within reach before the preposition.
    fn near(&self, class: u16) -> bool {
        (1..=REACH.min(self.governor))
            .take_while(|&back| self.context.goes_on(self.governor - back + 1))
            .any(|back| told(self.context.source.lowered(self.governor - back)).is(class))
    }
}
