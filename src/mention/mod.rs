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
pub(crate) use person::is_regnal;
pub(crate) use sound::{sound, Sound};

use crate::lexicon::{Lexical, Lexicon};
use crate::syntax::Syntax;
use crate::text::Source;
use jiff::civil::Date;
pub(crate) use marks::Marks;
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

/// A text whose mentions are being found.
#[derive(Debug)]
pub(crate) struct Finding<'a> {
    context: Context<'a>,
    marks: &'a Marks,
    found: Candidates,
    mentions: Mentions,
}

impl<'a> Finding<'a> {
    /// Nothing found yet in a text of which [`Marks`] say what its words may begin. `reference` is the caller's date, if
    /// there is one.
    pub fn new(context: Context<'a>, marks: &'a Marks, reference: Option<Date>) -> Self {
        let mentions =
            Mentions { list: Vec::new(), date: reference, date_source: reference.map(|_| DateSource::Caller) };
        Self { context, marks, found: Candidates::default(), mentions }
    }

    /// What was found.
    pub fn into_mentions(self) -> Mentions {
        self.mentions
    }

    fn date(&mut self, tagger: &Tagger) {
        if self.mentions.date.is_none() {
            let told = tagger.reference_date(self.context.source);
            (self.mentions.date, self.mentions.date_source) = (told.map(|t| t.0), told.map(|t| t.1));
        }
    }

    fn flatten(&mut self, tagger: &Tagger, resolving: &mut resolve::Buffers, dating: &mut dates::Buffers) {
        let Mentions { list, date, .. } = &mut self.mentions;
        let flat = resolve::flatten(std::mem::take(&mut self.found), resolving);
        dates::find(self.context, tagger, self.marks, *date, flat, dating, list);
    }
}

/// Finds all mentions of several texts side by side: each finder reads all of them before the next one does, so that
/// its code is at hand.
pub(crate) fn find_each(tagger: &Tagger, texts: &mut [Finding<'_>]) {
    let mut each = |finder: fn(&mut Finding<'_>, &Tagger)| texts.iter_mut().for_each(|text| finder(text, tagger));
    each(|text, tagger| text.date(tagger));
    each(|text, _| text.found.reset(text.context.source.len()));
    each(|text, _| place::find(text.context, text.marks, &mut text.found));
    each(|text, _| organization::find_named(text.context, &mut text.found));
    each(|text, _| event::find(text.context, text.marks, &mut text.found));
    each(|text, _| official::find(text.context, &mut text.found));
    each(|text, _| organization::find_described(text.context, text.marks, &mut text.found));
    each(|text, _| organization::find_unknown(text.context, &mut text.found));
    each(|text, _| organization::find_acronyms(text.context, text.marks, &mut text.found));
    let mut naming = person::Buffers::default();
    texts.iter_mut().for_each(|text| person::find(text.context, &mut text.found, &mut naming));
    let (mut resolving, mut dating) = (resolve::Buffers::default(), dates::Buffers::default());
    texts.iter_mut().for_each(|text| text.flatten(tagger, &mut resolving, &mut dating));
    for text in texts {
        resolve::link_holders(text.context, &mut text.mentions.list);
        official::link_further(text.context, &mut text.mentions.list);
    }
}

/// Finds all mentions of one text. `reference` is the caller's date, if there is one.
pub fn find(context: Context<'_>, tagger: &Tagger, reference: Option<Date>, out: &mut Mentions) {
    let mut marks = Marks::default();
    marks.read(context.source, context.lexicon, context.lexical, tagger);
    let mut finding = Finding::new(context, &marks, reference);
    find_each(tagger, std::slice::from_mut(&mut finding));
    *out = finding.into_mentions();
}

/// Whether a word, in lower case, is an honorific: « M. », « Mme », « Me ».
pub(crate) fn is_honorific(lowered: &str) -> bool {
    cues::cue(lowered).honorific()
}
