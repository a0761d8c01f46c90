//! Officials: functions somebody holds.
//!
//! Comes in: the gazetteer's titles. Goes out: candidates that reach from the
//! first word before the head noun to the last complement, with role,
//! portfolio, countries, accreditation and status. Never a determiner, never
//! a person's name; titles that firms, clubs and newspapers have too are
//! taken only when a complement or a name shows that they are an office.

mod belonging;
mod complements;
mod head;
mod holder;
mod institution;
mod names;
mod posting;
mod role;
mod words;

pub(super) use holder::link_further;

use super::resolve::Candidates;
use super::{Context, Mention, MentionData, OfficeStatus, Official, Origin};
use crate::id::{Code, EntryId};
use crate::lexicon::grammar::Function;
use crate::lexicon::{Complements, Hit, Role, Sorts};

/// An official while it is read.
#[derive(Debug, Clone)]
struct Draft {
    /// First token, words before the noun included.
    first: usize,
    /// First token of the title.
    title_first: usize,
    /// First token of the gazetteer's title.
    noun: usize,
    /// One past the title.
    noun_last: usize,
    /// One past the last token.
    last: usize,
    role: Role,
    complements: Complements,
    support: words::Support,
    plural: bool,
    feminine: bool,
    counterpart: bool,
    status: OfficeStatus,
    countries: Vec<Code>,
    accredited: Vec<Code>,
    portfolio: Option<EntryId>,
    portfolio_tokens: Option<(usize, usize)>,
    /// The token before the noun phrase, in the same sentence.
    determiner: Option<usize>,
    determined: bool,
    /// A name inside the title gave its country.
    inside: bool,
    /// The country is only what the title means to those who know; a complement overrules it.
    home: bool,
    /// An adjective of function stands behind.
    modified: bool,
    nationality: bool,
    place: bool,
    organ: bool,
    /// The body it serves is no state's.
    unowned: bool,
    /// The last complement is another official.
    nested: bool,
    /// Further members of an enumeration may follow.
    list: bool,
    list_accredited: bool,
    rejected: bool,
    /// Posted to an embassy, whatever the role.
    abroad: bool,
}

impl Draft {
    fn new(noun: usize, last: usize, title: &names::Title) -> Self {
        Self {
            first: noun,
            title_first: noun,
            noun,
            noun_last: last,
            last,
            role: title.role,
            complements: title.complements,
            support: words::Support::default(),
            plural: false,
            feminine: false,
            counterpart: false,
            status: OfficeStatus::Current,
            countries: Vec::new(),
            accredited: Vec::new(),
            portfolio: None,
            portfolio_tokens: None,
            determiner: None,
            determined: false,
            inside: false,
            home: false,
            modified: false,
            nationality: false,
            place: false,
            organ: false,
            unowned: false,
            nested: false,
            list: false,
            list_accredited: false,
            rejected: false,
            abroad: false,
        }
    }

    const fn title(&self) -> (usize, usize) {
        (self.title_first, self.noun_last)
    }

    /// Whether the title is what the gazetteer calls generic, not a phrase that holds it.
    const fn title_is_whole(&self) -> bool {
        self.noun_last == self.last || !self.nationality
    }

    fn add_country(&mut self, country: Option<Code>) {
        if self.home && country.is_some() {
            self.countries.clear();
            self.home = false;
        }
        self.countries.extend(country.filter(|c| !self.countries.contains(c)));
    }

    fn add_countries(&mut self, countries: &[Code]) {
        for &country in countries {
            self.add_country(Some(country));
        }
    }

    fn add_accredited(&mut self, country: Option<Code>) {
        self.accredited.extend(country.filter(|c| !self.accredited.contains(c)));
    }

    /// Whether a country, region or city was told.
    fn complemented_by_land(&self) -> bool {
        self.place || !self.countries.is_empty()
    }

    /// Whether the office is held in another state or before an organisation.
    const fn accredits(&self) -> bool {
        self.abroad || matches!(self.role, Role::Ambassador | Role::Consul | Role::Envoy)
    }

    const fn is_minister(&self) -> bool {
        matches!(
            self.role,
            Role::Minister
                | Role::DeputyMinister
                | Role::StateSecretary
                | Role::ForeignMinister
                | Role::DefenceMinister
        )
    }

    const fn wants_portfolio(&self) -> bool {
        self.complements.portfolio() || self.is_minister() || matches!(self.role, Role::Adviser)
    }

    fn rule(&self) -> &'static str {
        let country = self.place || self.organ;
        match (self.nationality, self.portfolio_tokens.is_some(), country) {
            _ if self.counterpart => "official:counterpart",
            (true, true, _) => "official:title+demonym+portfolio",
            (true, false, false) => "official:title+demonym",
            (true, false, true) => "official:title+organization+demonym",
            (false, true, false) => "official:title+portfolio",
            (false, true, true) => "official:title+portfolio+country",
            (false, false, true) if self.organ => "official:title+organization",
            (false, false, true) => "official:title+country",
            (false, false, false) => "official:title",
        }
    }

    fn mention(self, context: Context<'_>) -> Mention {
        let source = context.source;
        let title = source.span(self.title_first, self.noun_last);
        let (first, last) = (self.first, self.last);
        let origin = Origin::Rule(self.rule());
        let official = Official {
            role: self.role,
            title,
            portfolio: self.portfolio,
            portfolio_span: self.portfolio_tokens.map(|(first, last)| source.span(first, last)),
            countries: self.countries,
            accredited_to: self.accredited,
            status: self.status,
            holder: None,
            plural: self.plural,
            feminine: self.feminine,
            unowned: self.unowned,
            counterpart: self.counterpart,
        };
        Mention {
            span: source.span(first, last),
            first: first as u32,
            last: last as u32,
            origin,
            data: MentionData::Official(Box::new(official)),
        }
    }
}

/// « l'ambassadeur et émissaire spécial des États-Unis »: two titles with one article and one complement are one office.
fn two_titles(context: Context<'_>, draft: &Draft) -> Option<Draft> {
    let at = draft.last;
    let bare = draft.determined && !draft.plural && !draft.complemented() && !draft.rejected;
    if !bare || context.next(at) != "et" || !context.goes_on(at + 1) {
        return None;
    }
    let hit = context.hit_at(at + 1).filter(|h| h.first as usize == at + 1)?;
    let mut second = head::read(context, hit).filter(|s| s.first == at + 1)?;
    complements::read(context, &mut second, 0);
    let shared = second.complemented() && second.portfolio_tokens.is_none() && !second.plural && !second.rejected;
    shared.then(|| Draft {
        role: if draft.role == Role::Official { second.role } else { draft.role },
        first: draft.first,
        title_first: draft.title_first,
        determiner: draft.determiner,
        determined: draft.determined,
        ..second
    })
}

/// Finds the officials of the text.
pub fn find(context: Context<'_>, found: &mut Candidates) {
    let mut done = 0;
    // Titles that had all they need once: « le secrétaire général » may stand alone after « de l'ONU ».
    let mut known: Vec<(usize, usize)> = Vec::new();
    for hit in &context.lexical.hits {
        one(context, hit, found, &mut done, &mut known);
        // « l'envoyé spécial | du président X »: a title that was cut back leaves another.
        if (hit.first as usize + 1..hit.last as usize).contains(&done) {
            let inner = (done..hit.last as usize).find_map(|at| {
                context.lexicon.name_at(context.lexical, at, hit.last as usize).filter(|n| n.first as usize == at)
            });
            if let Some(inner) = inner {
                one(context, &inner, found, &mut done, &mut known);
            }
        }
    }
}

/// The official that a title stands for, if any, behind token `done`.
fn one(context: Context<'_>, hit: &Hit, found: &mut Candidates, done: &mut usize, known: &mut Vec<(usize, usize)>) {
    if (hit.first as usize) < *done || !hit.may_be(Sorts::TITLE) {
        return;
    }
    // « Enver Pacha »: part of a name.
    let noun = hit.first as usize;
    let name = |at: usize| context.is_capital(at) && context.word(at).function == Function::None;
    let named = noun > 0 && (name(noun - 1) || context.is_joined(noun)) && context.goes_on(noun);
    if named && context.cue(noun).dignity() {
        return;
    }
    let Some(mut draft) = head::read(context, hit) else { return };
    if draft.first < *done {
        return;
    }
    complements::read(context, &mut draft, 0);
    if let Some(whole) = two_titles(context, &draft) {
        draft = whole;
    }
    role::by_country(context, &mut draft);
    if !head::supported(context, &draft) && !head::repeated(context, &draft, known) {
        return;
    }
    if draft.complemented() && known.len() < head::KNOWN {
        known.push((draft.noun, draft.noun_last));
    }
    *done = draft.last;
    found.push(draft.mention(context));
}
