//! Mentions: what the text names, and where.
//!
//! Comes in: tokens, lexical hits, verb groups. Goes out: flat mentions, by
//! start, never overlapping. Knows nothing of who is who across the text
//! (that is `reference`) nor of what anybody does (that is `relation`).
//!
//! Order of work: names the gazetteers know (`place`, `organization`,
//! `event`, leaders); officials, which swallow the countries, organisations
//! and cities of their complements; organisations by grammar; persons by
//! evidence; dates. `resolve` keeps the flat list.

mod cues;
mod dates;
mod event;
mod marks;
mod model;
pub mod official;
mod organization;
mod person;
mod place;
mod resolve;
mod sound;
pub mod timex;
mod view;

pub(crate) use cues::calls_a_person;
pub use model::{Gender, Mention, MentionData, MentionKind, OfficeStatus, Official, Origin};
pub(crate) use sound::sound;

use crate::lexicon::{Lexical, Lexicon};
use crate::syntax::Syntax;
use crate::text::Source;
use jiff::civil::Date;
use marks::Marks;
use resolve::Candidates;
use timex::{DateSource, Tagger};

/// What the finders of mentions read: the frozen results of the earlier stages. `Copy`.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Text and tokens.
    pub source: Source<'a>,
    /// The gazetteers.
    pub lexicon: &'a Lexicon,
    /// Words and gazetteer names of this text.
    pub lexical: &'a Lexical,
    /// Verb groups of this text.
    pub syntax: &'a Syntax,
}

/// The mentions of one text.
#[derive(Debug, Default, Clone)]
pub struct Mentions {
    /// By start, never overlapping.
    pub list: Vec<Mention>,
    /// The reference date.
    pub date: Option<Date>,
    /// Where the reference date came from.
    pub date_source: Option<DateSource>,
}

/// Finds all mentions. `reference` is the caller's date, if there is one.
pub fn find(context: Context<'_>, tagger: &Tagger, reference: Option<Date>, out: &mut Mentions) {
    out.list.clear();
    let told = match reference {
        Some(date) => Some((date, DateSource::Caller)),
        None => tagger.reference_date(context.source),
    };
    (out.date, out.date_source) = (told.map(|t| t.0), told.map(|t| t.1));

    let marks = Marks::read(context, tagger);
    let mut found = Candidates::default();
    found.reset(context.source.len());
    place::find(context, &marks, &mut found);
    organization::find_named(context, &mut found);
    event::find(context, &marks, &mut found);
    official::find(context, &mut found);
    organization::find_described(context, &marks, &mut found);
    organization::find_unknown(context, &mut found);
    organization::find_acronyms(context, &marks, &mut found);
    person::find(context, &mut found);
    dates::find(context, tagger, &marks, out.date, resolve::flatten(found), &mut out.list);
    resolve::link_holders(context, &mut out.list);
    official::link_further(context, &mut out.list);
}

/// Whether a word, in lower case, is an honorific: « M. », « Mme », « Me ».
pub(crate) fn is_honorific(lowered: &str) -> bool {
    cues::cue(lowered).honorific()
}
