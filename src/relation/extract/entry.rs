//! Entries of diaries and chronicles: the day or hour that heads them is that of what they tell.

use super::build::is_point;
use super::Extraction;
use crate::mention::timex::{Timex, Value};
use crate::mention::MentionData;
use crate::relation::arguments::{Found, Trigger};
use crate::relation::chunk::ChunkKind;
use crate::relation::parse::Parse;
use crate::syntax::{Tense, VerbForm};

/// How many chunks behind its hour an entry of a diary has its event.
const ENTRY: usize = 5;
/// The same for an entry of a chronicle, told in a whole sentence.
const CHRONICLE: usize = 32;

impl Extraction<'_, '_> {
    /// « 16h30 : entretien avec X »: the day or hour that heads an entry of a diary.
    pub(super) fn entry(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Option<Found> {
        let found = self.heading(parse, trigger, ENTRY)?;
        let plain = (0..=trigger.chunk).all(|i| parse.group(i).is_none());
        plain.then_some(found)
    }

    /// « 27 janvier 1964 : X reconnaît Y », « 5 mars. — X signe … »: the day of what is told behind it, where that has no other.
    /// What has been done (« 5 mars – X a signé ») is news, whose day is that of the telling.
    pub(super) fn chronicle(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Option<Found> {
        let infinitive = parse.group(trigger.chunk).is_some_and(|g| g.form == VerbForm::Infinitive);
        let verb = if infinitive { parse.governing(trigger.chunk)? } else { trigger.chunk };
        let told = parse.group(verb).is_none_or(|g| match g.tense {
            Tense::Present => true,
            // « reconnut »
            Tense::Past => g.last == g.head + 1 && g.first == g.head,
            _ => false,
        });
        let found = self.heading(parse, trigger, CHRONICLE).or_else(|| self.line_before(parse, trigger))?;
        let first = found.chunk.map_or(0, |c| c + 1);
        let dated = |i: usize| parse.noun(i).is_some_and(|n| n.date);
        (told && !(first..trigger.chunk).any(dated)).then_some(found)
    }

    /// « avait, la veille, rencontré X », « a mardi rencontré X »: the day between an auxiliary and its participle.
    pub(super) fn within(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Option<Found> {
        let group = parse.group(trigger.chunk)?;
        let list = &self.mentions.list;
        let from = list.partition_point(|m| m.first < group.first);
        let inside = list[from..].iter().take_while(|m| m.last <= group.last);
        // « a auparavant rencontré X » tells no day.
        let told = |timex: &Timex| is_point(timex) && !matches!(timex.value, Some(Value::Vague(_)));
        let point = |m: &&crate::mention::Mention| matches!(&m.data, MentionData::Date(timex) if told(timex));
        let at = from + inside.enumerate().find(|(_, m)| point(m))?.0;
        let source = self.context.source;
        let led = |t: usize| matches!(source.lowered(t), "le" | "la" | "l'" | "en" | "ce" | "cette" | "dès" | "au");
        // « a, dans un entretien accordé mardi, prié X »: the day is another's.
        let before = (group.first as usize..list[at].first as usize).rev().find(|&t| !led(t))?;
        let own = source.str(before) == "," || before <= group.first as usize + 2 && before < group.head as usize;
        let mention = crate::id::MentionId::from_index(at);
        own.then_some(Found::apart(mention, "adjunct"))
    }

    /// The day or hour before the colon or dash that opens a sentence.
    fn heading(&self, parse: &Parse<'_>, trigger: &Trigger<'_>, reach: usize) -> Option<Found> {
        let heads = |i: &usize| !matches!(parse.chunks[*i].kind, ChunkKind::Break | ChunkKind::Other);
        let date = (0..trigger.chunk).find(heads)?;
        let noun = parse.noun(date).filter(|n| n.date && n.prep.is_none())?;
        let mark = parse.chunks.get(date + 1).filter(|c| c.kind == ChunkKind::Break)?;
        let colon = matches!(self.context.source.str(mark.first as usize), ":" | "–" | "—" | "-");
        let mention = noun.mention.filter(|_| colon && trigger.chunk - date <= reach)?;
        Some(Found { mention, official: None, chunk: Some(date), prep: None, how: "entry" })
    }

    /// The day that stands alone before the dash in front of a sentence.
    fn line_before(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Option<Found> {
        let first = parse.chunks.first()?.first as usize;
        let list = &self.mentions.list;
        let before = list.partition_point(|m| (m.first as usize) < first).checked_sub(1)?;
        let date = &list[before];
        let MentionData::Date(timex) = &date.data else { return None };
        let between = date.last as usize..first;
        let mark = |t: usize| matches!(self.context.source.str(t), "—" | "–" | "-");
        let set_off = between.len() <= 3
            && between.clone().any(mark)
            && between.clone().all(|t| mark(t) || self.context.source.str(t) == ".");
        let alone = set_off && is_point(timex) && self.context.opens_sentence(date.first as usize);
        let mention = crate::id::MentionId::from_index(before);
        (alone && trigger.chunk <= CHRONICLE).then_some(Found::apart(mention, "entry"))
    }
}
