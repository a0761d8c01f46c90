//! Offices: who may be meant by « le président russe », and when a known leader held what.
//!
//! Comes in: offices as the text tells them and terms of the gazetteer of
//! leaders. Goes out: whether two may be one. Never links anything itself.

use crate::id::{Code, EntryId};
use crate::lexicon::{EntryData, Role};
use crate::mention::{Context, OfficeStatus, Official};
use crate::span::Span;

/// An office somebody of the text holds.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub role: Role,
    pub countries: Vec<Code>,
    pub portfolio: Option<EntryId>,
    pub portfolio_span: Option<Span>,
    pub accredited: Vec<Code>,
    pub former: bool,
    /// Told by the text, or dated by a source: not just an office somebody had at some time.
    pub sure: bool,
    /// « par intérim », « élu »: told of this office, and asked for by a description that says so.
    pub status: OfficeStatus,
    /// The head noun; `None` for what only the gazetteer knows.
    pub title: Option<Span>,
    /// The token of the head noun.
    pub noun: Option<u32>,
    /// Told by the adjective or complement of the mention itself.
    pub mention: Option<usize>,
}

impl Held {
    pub fn told(context: Context<'_>, official: &Official, role: Role, mention: usize) -> Self {
        Self {
            role,
            countries: official.countries.clone(),
            portfolio: official.portfolio,
            portfolio_span: official.portfolio_span,
            accredited: official.accredited_to.clone(),
            former: official.status == OfficeStatus::Former,
            sure: true,
            status: official.status,
            title: Some(official.title),
            noun: Some(context.source.token_at(official.title.start) as u32),
            mention: Some(mention),
        }
    }
}

/// The term of a leader: its office on `day` (as 2019-03-15), or at any time when there is none.
///
/// A term no source dates is somebody's all the same. Where an office has one holder it is taken for the one of a day
/// only within [`TERM`] years of the year in the row's id, that of taking office.
pub(super) fn term(context: Context<'_>, id: EntryId, day: Option<&str>) -> Option<Held> {
    let EntryData::Leader { country, role, ref from, ref to } = context.lexicon.entry(id).data else { return None };
    let undated = from.is_empty() && to.is_empty();
    let id = context.lexicon.id(id);
    let mut former = false;
    if let Some(day) = day {
        let cut = |bound: &str| day.get(..bound.len().min(day.len())).unwrap_or("");
        if !from.is_empty() && cut(from) < &**from {
            return None;
        }
        former = !to.is_empty() && cut(to) > &**to || undated && role.is_unique() && !began_near(id, day);
    }
    Some(Held {
        role,
        countries: country.into_iter().collect(),
        portfolio: None,
        portfolio_span: None,
        accredited: Vec::new(),
        former,
        sure: !undated,
        status: OfficeStatus::Current,
        title: None,
        noun: None,
        mention: None,
    })
}

/// How many years an office may have been held by one who has it on a day.
const TERM: u16 = 8;

/// Whether the year that ends the id of a leader (« pompeo-2018 ») is one to [`TERM`] years before `day`.
fn began_near(id: &str, day: &str) -> bool {
    let year = |text: &str| text.parse::<u16>().ok();
    let begun = id.rsplit('-').next().and_then(year);
    let now = day.get(..4).and_then(year);
    begun.zip(now).is_some_and(|(begun, now)| (begun..=begun + TERM).contains(&now))
}

/// Whether a description that calls somebody `said` may mean a holder of `held`.
pub(super) fn roles_agree(said: Role, held: Role) -> bool {
    use Role::{DefenceMinister, ForeignMinister, HeadOfState, Minister, Monarch};
    said == held
        || matches!((said, held), (HeadOfState, Monarch) | (Monarch, HeadOfState))
        || matches!((said, held), (Minister, ForeignMinister | DefenceMinister))
}

/// « dirigeant », « leader », « homme fort », « numéro un »: whoever rules, under whatever title.
pub(super) fn is_ruler_word(folded: &str) -> bool {
    folded.starts_with("dirigeant") || folded.starts_with("leader") || folded == "homme" || folded == "numero"
}

/// Whether two head nouns are forms of one word (« président », « présidente »).
pub(super) fn same_noun(one: &str, other: &str) -> bool {
    if one == other {
        return one.len() >= 4;
    }
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    shared >= 4 && shared + 3 >= one.len().max(other.len())
}
