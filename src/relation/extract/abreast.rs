//! Many sentences abreast: each step takes all of a row before the next one does, so that its code is at hand.
//!
//! Comes in: texts with their mentions and entities. Goes out: their relations. What a sentence tells never depends on
//! the row it stands in.

use super::worth::Held;
use super::{Extraction, Note, Relations};
use crate::mention::{Context, Mentions};
use crate::reference::Entities;
use crate::relation::chunk::{self, Chunk};
use crate::relation::frame::Frames;
use crate::relation::model::Relation;
use crate::relation::parse::{Buffers, Links, Parse};
use crate::relation::{confidence, merge};
use std::cell::OnceCell;
use std::mem::swap;

/// How many sentences that are worth it are read in a row.
const ROW: usize = 16;
/// How many sentences there may be between and beside them.
const LONGEST: usize = 16 * ROW;

/// A text whose relations are to be found.
#[derive(Debug)]
pub struct Text<'a, 'n> {
    /// What the earlier stages found.
    pub context: Context<'a>,
    /// Its mentions.
    pub mentions: &'a Mentions,
    /// Who is who.
    pub entities: &'a Entities,
    /// Where the relations go.
    pub out: &'n mut Relations,
}

/// What is kept of a row of sentences while it is read, in buffers that can be used again.
#[derive(Debug, Default)]
pub struct Workspace {
    row: Vec<Place>,
    held: Vec<Held>,
    chunks: Vec<Vec<Chunk>>,
    links: Vec<Links>,
}

/// A sentence of a row.
#[derive(Debug, Clone, Copy)]
struct Place {
    text: usize,
    sentence: usize,
    /// Where its buffers are, when it is worth reading.
    slot: Option<usize>,
}

/// Finds the relations of a text. With `notes`, says what was tried.
pub fn extract(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    notes: Option<&mut Vec<Note>>,
    workspace: &mut Workspace,
    out: &mut Relations,
) {
    let mut reading = Reading::new(Text { context, mentions, entities, out }, frames);
    reading.extraction.notes = notes;
    read(vec![reading], workspace);
}

/// Finds the relations of several texts.
pub fn extract_each<'a, 'n>(texts: impl Iterator<Item = Text<'a, 'n>>, frames: &'a Frames, workspace: &mut Workspace) {
    read(texts.map(|text| Reading::new(text, frames)).collect(), workspace);
}

/// A text with what has been found in it.
struct Reading<'a, 'n> {
    extraction: Extraction<'a, 'n>,
    found: Vec<Relation>,
    out: &'n mut Vec<Relation>,
}

impl<'a, 'n> Reading<'a, 'n> {
    fn new(text: Text<'a, 'n>, frames: &'a Frames) -> Self {
        let Text { context, mentions, entities, out: Relations { list, metonyms } } = text;
        list.clear();
        metonyms.clear();
        metonyms.resize(mentions.list.len(), false);
        let extraction = Extraction {
            context,
            mentions,
            entities,
            frames,
            notes: None,
            metonyms,
            held: Held::default(),
            elsewhere: OnceCell::new(),
            leisure: OnceCell::new(),
            aimed: Vec::new(),
        };
        Self { extraction, found: Vec::new(), out: list }
    }

    /// Tries the frames on a sentence.
    fn tell(&mut self, parse: &Parse<'_>) {
        self.extraction.sentence(parse, &mut self.found);
        self.extraction.speakers(parse);
    }

    /// Reads a sentence on its own that was not worth reading, if an event found since is taken up there.
    fn take_up(&mut self, number: usize) {
        let Extraction { context, mentions, frames, .. } = self.extraction;
        let sentence = context.source.tokens.sentences()[number];
        if self.extraction.may_take_up(number, sentence.range(), &self.found) {
            self.extraction.look_at(number, sentence.range());
            let mut chunks = Vec::new();
            chunk::read(context, &frames.cues, &mentions.list, number, sentence, &mut chunks);
            self.tell(&Parse::new(context, &mentions.list, &chunks, &frames.cues, Buffers::default()));
        }
    }

    /// What was found, each event once.
    fn finish(self) {
        let Extraction { context, mentions, entities, frames, .. } = self.extraction;
        merge::merge(mentions, entities, frames, self.found, self.out);
        for relation in self.out {
            relation.confidence = confidence::of(context.source.text, mentions, frames, relation);
        }
    }
}

/// Reads all texts, row by row.
fn read(mut readings: Vec<Reading<'_, '_>>, workspace: &mut Workspace) {
    let lengths: Vec<usize> = readings.iter().map(|r| r.extraction.context.source.tokens.sentences().len()).collect();
    let mut sentences =
        lengths.iter().enumerate().flat_map(|(text, &count)| (0..count).map(move |number| (text, number)));
    while workspace.fill(&mut readings, &mut sentences) {
        workspace.read(&mut readings);
    }
    readings.into_iter().for_each(Reading::finish);
}

impl Workspace {
    /// Takes the next sentences into the row, as many as are worth it.
    fn fill(&mut self, readings: &mut [Reading<'_, '_>], sentences: &mut impl Iterator<Item = (usize, usize)>) -> bool {
        self.row.clear();
        let mut worth = 0;
        while worth < ROW && self.row.len() < LONGEST {
            let Some((text, sentence)) = sentences.next() else { break };
            if worth == self.held.len() {
                self.held.push(Held::default());
                self.chunks.push(Vec::new());
                self.links.push(Links::default());
            }
            let extraction = &mut readings[text].extraction;
            let range = extraction.context.source.tokens.sentences()[sentence].range();
            swap(&mut extraction.held, &mut self.held[worth]);
            let slot = extraction.worth_reading(sentence, range).then_some(worth);
            swap(&mut extraction.held, &mut self.held[worth]);
            self.row.push(Place { text, sentence, slot });
            worth += usize::from(slot.is_some());
        }
        !self.row.is_empty()
    }

    /// Reads the sentences of the row.
    fn read(&mut self, readings: &mut [Reading<'_, '_>]) {
        let Self { row, held, chunks, links } = self;
        for (place, chunks) in row.iter().filter(|place| place.slot.is_some()).zip(&mut *chunks) {
            let Extraction { context, mentions, frames, .. } = readings[place.text].extraction;
            let sentence = context.source.tokens.sentences()[place.sentence];
            chunk::read(context, &frames.cues, &mentions.list, place.sentence, sentence, chunks);
        }
        let worth = row.iter().filter(|place| place.slot.is_some());
        let parses: Vec<Parse<'_>> = worth
            .zip(chunks.iter().zip(&mut *links))
            .map(|(place, (chunks, links))| {
                let Extraction { context, mentions, frames, .. } = readings[place.text].extraction;
                Parse::new(context, &mentions.list, chunks, &frames.cues, Buffers::of(std::mem::take(links)))
            })
            .collect();
        let mut parses = parses.into_iter();
        for &Place { text, sentence, slot } in row.iter() {
            let reading = &mut readings[text];
            let Some((slot, parse)) = slot.and_then(|slot| Some((slot, parses.next()?))) else {
                reading.take_up(sentence);
                continue;
            };
            swap(&mut reading.extraction.held, &mut held[slot]);
            reading.tell(&parse);
            swap(&mut reading.extraction.held, &mut held[slot]);
            links[slot] = parse.into_buffers().into_links();
        }
    }
}
