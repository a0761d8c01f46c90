//! Why and why not: what the rules saw in each sentence.

use super::chunk::{self, ChunkKind};
use super::confidence::{self, Confidence, Reason};
use super::extract::{extract, Note, Relations, Workspace};
use super::frame::Frames;
use super::parse::{Buffers, Parse, Subject};
use super::status::Reader;
use crate::mention::{Context, Mentions};
use crate::reference::Entities;
use crate::span::Span;
use std::fmt::Write as _;

/// One sentence as the rules saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceNotes {
    /// The sentence.
    pub span: Span,
    /// One line a chunk: its text, what it is, and for a verb its subject and status.
    pub chunks: Vec<String>,
    /// What each frame that was tried came to.
    pub frames: Vec<FrameNote>,
}

/// What one frame came to at one trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameNote {
    /// The trigger.
    pub trigger: Span,
    /// `type/lemma`
    pub frame: String,
    /// `None`: it fired.
    pub rejected: Option<&'static str>,
    /// How likely what it found is to be right, unless that was rejected before or joined to another relation.
    pub confidence: Option<Confidence>,
    /// What the confidence is made of, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What the rules saw, sentence by sentence.
#[must_use]
pub fn explain(
    context: Context<'_>,
    mentions: &Mentions,
    entities: &Entities,
    frames: &Frames,
    least: Confidence,
) -> Vec<SentenceNotes> {
    let mut notes: Vec<Note> = Vec::new();
    let (mut workspace, mut relations) = (Workspace::default(), Relations::default());
    extract(context, mentions, entities, frames, Some(&mut notes), &mut workspace, &mut relations);
    let told = |note: &Note| {
        let relation = relations.list.iter().find(|r| r.frame == note.frame && r.triggers[0] == note.trigger);
        let relation = relation.filter(|_| note.rejected.is_none());
        FrameNote {
            trigger: note.trigger,
            frame: frames.frame_name(note.frame).to_owned(),
            rejected: note
                .rejected
                .or(relation.and_then(|r| (r.confidence < least).then_some("too unlikely to be right"))),
            confidence: relation.map(|r| r.confidence),
            reasons: relation.map_or_else(Vec::new, |r| confidence::reasons(context.source.text, mentions, frames, r)),
        }
    };
    let mut chunks = Vec::new();
    let mut out = Vec::new();
    for (number, sentence) in context.source.tokens.sentences().iter().enumerate() {
        chunk::read(context, &frames.cues, &mentions.list, number, *sentence, &mut chunks);
        let parse = Parse::new(context, &mentions.list, &chunks, &frames.cues, Buffers::default());
        let span = context.source.span(sentence.start as usize, sentence.end as usize);
        out.push(SentenceNotes {
            span,
            chunks: (0..chunks.len()).map(|i| line(&parse, frames, i)).collect(),
            frames: notes.iter().filter(|n| span.contains(n.trigger)).map(told).collect(),
        });
    }
    out
}

fn line(parse: &Parse<'_>, frames: &Frames, index: usize) -> String {
    let chunk = &parse.chunks[index];
    let source = parse.context.source;
    let text = |i: usize| {
        let c = &parse.chunks[i];
        source.span(c.first as usize, c.last as usize).of(source.text)
    };
    let mut out = format!("[{}] ", text(index));
    match chunk.kind {
        ChunkKind::Noun(noun) => {
            let what = if noun.date {
                "date"
            } else if noun.mention.is_some() {
                "name"
            } else {
                "noun"
            };
            let _ = write!(out, "{what}");
            if let Some(prep) = noun.prep {
                let _ = write!(out, " after {}", parse.context.lexicon.grammar().prep_name(prep));
            }
            if parse.host(index) != index {
                let _ = write!(out, " explains [{}]", text(parse.host(index)));
            }
            if parse.first_conjunct(index) != index {
                let _ = write!(out, " with [{}]", text(parse.first_conjunct(index)));
            }
            if noun.mention.is_none() {
                if let Some((verb, role)) = parse.owner(index) {
                    let _ = write!(out, " {role:?} of [{}]", text(verb));
                }
            }
        }
        ChunkKind::Verb(_) => {
            let group = parse.group(index);
            let reader = Reader { parse, cues: &frames.cues };
            let status = reader.verb(index);
            let _ = write!(out, "verb {} ", parse.lemma(index));
            if let Some(group) = group {
                let _ = write!(out, "{:?} {:?} {:?}", group.form, group.tense, group.voice);
            }
            let _ = write!(out, " {} {}", status.polarity.as_str(), status.modality.as_str());
            match parse.subject(index) {
                Subject::Chunk(subject) => {
                    let _ = write!(out, ", subject [{}]", text(subject));
                }
                Subject::Pronoun(pronoun, _) => {
                    let _ = write!(out, ", subject pronoun {pronoun:?}");
                }
                Subject::None => {}
            }
            for complement in parse.complements(index) {
                let _ = write!(out, " +[{}]", text(complement.chunk));
            }
        }
        other => {
            let _ = write!(out, "{other:?}");
        }
    }
    out
}
