//! What stands at a token: gazetteer names by kind, adjectives of nationality, prepositions with their article.
//! Comes in: the context and a token. Goes out: what can be read there and where it ends. Decides nothing.

use super::super::Context;
use crate::id::{Code, EntryId};
use crate::lexicon::grammar::Function;
use crate::lexicon::{Complements, EntryData, Form, Hit, Metonym, OrgType, PlaceType, Role, Sorts};

/// How far a name may reach.
const REACH: usize = 14;
/// The longest gazetteer name that begins at token `at`, even when a longer name before hid it.
pub(super) fn name_at(context: Context<'_>, at: usize) -> Option<Hit> {
    let hit = context.hit_at(at)?;
    if hit.first as usize == at {
        Some(*hit)
    } else {
        context.lexicon.name_at(context.lexical, at, at + REACH)
    }
}

/// A place in a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub kind: PlaceType,
    pub country: Option<Code>,
    pub capital: bool,
}

/// An organisation in a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Organization {
    pub kind: OrgType,
    pub country: Option<Code>,
}

impl Organization {
    /// Whether no state owns it: an international organisation, or a movement at home in none.
    pub const fn stateless(self) -> bool {
        matches!(self.kind, OrgType::International | OrgType::ArmedGroup) && self.country.is_none()
    }
}

/// A title in a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Title {
    pub entry: EntryId,
    pub role: Role,
    pub complements: Complements,
    pub may_be_singular: bool,
    pub may_be_plural: bool,
    pub may_be_feminine: bool,
    pub may_be_masculine: bool,
}

fn first<T>(context: Context<'_>, hit: &Hit, read: impl Fn(EntryId, &EntryData, Form) -> Option<T>) -> Option<T> {
    context
        .lexicon
        .surfaces(context.source, hit)
        .find_map(|s| read(s.entry, &context.lexicon.entry(s.entry).data, s.form))
}

/// The hit as a place: a country, region or area before a city of the same name, unless a city is asked for.
pub(super) fn place(context: Context<'_>, hit: &Hit, city: bool) -> Option<Place> {
    if !hit.may_be(Sorts::PLACE) {
        return None;
    }
    let mut best: Option<(u8, Place)> = None;
    for surface in context.lexicon.surfaces(context.source, hit) {
        let EntryData::Place { place_type, country, metonym } = context.lexicon.entry(surface.entry).data else {
            continue;
        };
        let rank = match place_type {
            PlaceType::City if city && metonym == Metonym::Government => 0,
            PlaceType::City if city => 1,
            PlaceType::Country => 2,
            PlaceType::Region | PlaceType::Continent => 3,
            PlaceType::Area => 4,
            PlaceType::City => 5,
            _ => 6,
        };
        if best.is_none_or(|(r, _)| rank < r) {
            best = Some((rank, Place { kind: place_type, country, capital: metonym == Metonym::Government }));
        }
    }
    best.map(|(_, place)| place)
}

/// The codes of organisations that officials serve as they do states.
pub(super) fn serves_no_state(code: Code) -> bool {
    matches!(code.as_str(), "UN" | "EU" | "NATO")
}

/// The hit as an organisation. So is a round of states that goes by a short name: « les ministres du G7 ».
pub(super) fn organization(context: Context<'_>, hit: &Hit) -> Option<Organization> {
    let short = || {
        let name = context.source.str(hit.first as usize);
        hit.last == hit.first + 1 && name.bytes().any(|b| b.is_ascii_digit())
    };
    first(context, hit, |_, data, _| match *data {
        EntryData::Organization { org_type, country } => Some(Organization { kind: org_type, country }),
        EntryData::Event if short() => Some(Organization { kind: OrgType::International, country: None }),
        _ => None,
    })
}

/// The hit as a portfolio.
pub(super) fn portfolio(context: Context<'_>, hit: &Hit) -> Option<EntryId> {
    if !hit.may_be(Sorts::PORTFOLIO) {
        return None;
    }
    first(context, hit, |id, data, _| matches!(data, EntryData::Portfolio).then_some(id))
}

/// The hit as a title.
pub(super) fn title(context: Context<'_>, hit: &Hit) -> Option<Title> {
    if !hit.may_be(Sorts::TITLE) {
        return None;
    }
    let (entry, role, complements) = first(context, hit, |id, data, _| match *data {
        EntryData::Title { role, complements } => Some((id, role, complements)),
        _ => None,
    })?;
    // « jugés stratégiques »: names are found without their accents, but é at the end of a lone word makes a participle.
    if hit.last == hit.first + 1 && participle(context, hit.first as usize, &context.lexicon.entry(entry).name) {
        return None;
    }
    let forms = || context.lexicon.surfaces(context.source, hit).filter(|s| s.entry == entry).map(|s| s.form);
    Some(Title {
        entry,
        role,
        complements,
        may_be_singular: forms().any(|f| !f.plural),
        may_be_plural: forms().any(|f| f.plural),
        may_be_feminine: forms().any(|f| f.feminine),
        may_be_masculine: forms().any(|f| !f.feminine),
    })
}

/// Whether the word ends in é as the title does not.
fn participle(context: Context<'_>, at: usize, title: &str) -> bool {
    let accented = |word: &str| word.trim_end_matches(['e', 's']).ends_with('é');
    accented(context.source.lowered(at)) && !accented(title)
}

/// An adjective of nationality: where it ends, whose it is, and its number.
#[derive(Debug, Clone)]
pub(super) struct Demonym {
    pub last: usize,
    pub countries: Vec<Code>,
    pub may_be_singular: bool,
    pub may_be_plural: bool,
}

/// The adjective of nationality at `at`, in small letters unless `capitals`.
pub(super) fn demonym(context: Context<'_>, at: usize, capitals: bool) -> Option<Demonym> {
    let token = context.source.get(at)?;
    if token.is_capitalized() && !(capitals && token.is_all_caps()) {
        return None;
    }
    any_demonym(context, at)
}

/// The adjective of nationality at `at`, written with a capital as names of peoples are.
pub(super) fn capital_demonym(context: Context<'_>, at: usize) -> Option<Demonym> {
    let fits = context.source.get(at).is_some_and(|t| t.is_title_case() && !t.starts_sentence());
    fits.then(|| any_demonym(context, at)).flatten()
}

/// The people at `at`, though a longer name begins there (« Tunisiens à l'étranger », which is a portfolio).
pub(super) fn people(context: Context<'_>, at: usize) -> Option<Demonym> {
    let hit = context.lexicon.name_at(context.lexical, at, at + 1)?;
    demonym_of(context, at, hit, false, None)
}

fn any_demonym(context: Context<'_>, at: usize) -> Option<Demonym> {
    let source = context.source;
    let mut first = at;
    let mut compound = None;
    if source.get(at + 1).is_some_and(|t| t.is_joined()) {
        match source.folded(at) {
            "pro" | "anti" | "ex" => first = at + 1,
            folded => {
                if name_at(context, at).is_none_or(|hit| hit.last as usize == at + 1) {
                    compound = context.lexicon.prefix(folded);
                    first += usize::from(compound.is_some());
                }
            }
        }
    }
    demonym_of(context, at, name_at(context, first)?, first > at, compound)
}

fn demonym_of(context: Context<'_>, at: usize, hit: Hit, prefixed: bool, compound: Option<Code>) -> Option<Demonym> {
    let surfaces = || context.lexicon.surfaces(context.source, &hit);
    let codes = surfaces().find_map(|s| match &context.lexicon.entry(s.entry).data {
        EntryData::Demonym { countries } => Some((s.entry, countries)),
        _ => None,
    });
    let (entry, codes) = codes?;
    let forms = || surfaces().filter(|s| s.entry == entry).map(|s| s.form);
    let mut countries: Vec<Code> = compound.into_iter().collect();
    if !prefixed || compound.is_some() {
        countries.extend(context.nation(at, codes));
    }
    let (may_be_singular, may_be_plural) = (forms().any(|f| !f.plural), forms().any(|f| f.plural));
    let last = hit.last as usize;
    Some(Demonym { last, countries, may_be_singular, may_be_plural })
}

/// What links a complement to its noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    De,
    A,
    En,
    Aupres,
    Pour,
    Sur,
    Charge,
}

/// A preposition with its article: what it is, where the noun begins, whether there was an article.
pub(super) fn link(context: Context<'_>, at: usize) -> Option<(Link, usize, bool)> {
    let source = context.source;
    let article = |at: usize| match source.lowered(at) {
        "la" | "l'" | "le" | "les" => (at + 1, true),
        _ => (at, false),
    };
    let after = |kind, at: usize| {
        let (next, article) = article(at);
        Some((kind, next, article))
    };
    match source.lowered(at) {
        "de" => after(Link::De, at + 1),
        "d'" => Some((Link::De, at + 1, false)),
        "du" | "des" => Some((Link::De, at + 1, true)),
        "à" => after(Link::A, at + 1),
        "au" | "aux" => Some((Link::A, at + 1, true)),
        "en" if source.lowered(at + 1) == "charge" => charged(context, at + 2),
        "en" => Some((Link::En, at + 1, false)),
        "auprès" => match link(context, at + 1) {
            Some((Link::De, next, article)) => Some((Link::Aupres, next, article)),
            _ => None,
        },
        "près" if matches!(source.lowered(at + 1), "le" | "la" | "l'") => Some((Link::Aupres, at + 2, true)),
        "pour" => after(Link::Pour, at + 1),
        "sur" => after(Link::Sur, at + 1),
        "chargé" | "chargée" | "chargés" | "chargées" | "responsable" => charged(context, at + 1),
        _ => None,
    }
}

fn charged(context: Context<'_>, at: usize) -> Option<(Link, usize, bool)> {
    match link(context, at) {
        Some((Link::De, next, article)) => Some((Link::Charge, next, article)),
        _ => None,
    }
}

/// The closed-class function of a token.
pub(super) fn function(context: Context<'_>, at: usize) -> Function {
    context.lexical.words.get(at).map_or(Function::None, |&n| context.lexicon.word(n).function)
}
