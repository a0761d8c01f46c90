//! Megabytes a second of each stage, over made text and, where it is at hand, real text.
//!
//! ```text
//! cargo bench --bench stages
//! ```
//!
//! The first lines count allocations: a stage that begins to allocate for
//! every token is seen there before the clock tells it.

mod common;

use aho_corasick::{AhoCorasick, MatchKind};
use common::text::{made, real, Corpus, Names};
use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use depeche::lexicon::{embedded, Lexical, Table};
use depeche::mention::timex::{Direction, Tagger};
use depeche::mention::{self, Context, Mentions};
use depeche::reference::{self, Entities};
use depeche::relation::{self, Relations, Workspace};
use depeche::syntax::Syntax;
use depeche::text::{Source, Tokens};
use depeche::Extractor;
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        System.alloc(layout)
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        System.dealloc(pointer, layout);
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Relaxed);
        System.realloc(pointer, layout, size)
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What every stage leaves to the next, for one text.
#[derive(Default)]
struct Read {
    tokens: Tokens,
    lexical: Lexical,
    syntax: Syntax,
    mentions: Mentions,
    entities: Entities,
    workspace: Workspace,
    relations: Relations,
}

const STAGES: [&str; 6] = ["tokens", "lexicon", "syntax", "mentions", "reference", "relations"];

impl Read {
    /// Runs stage `stage` on what the stages before it have left.
    fn stage(&mut self, extractor: &Extractor, tagger: &Tagger, text: &str, stage: usize) {
        let Self { tokens, lexical, syntax, mentions, entities, workspace, relations } = self;
        if stage == 0 {
            return tokens.read(text);
        }
        let (source, lexicon) = (Source::new(text, tokens), extractor.lexicon());
        match stage {
            1 => return lexicon.read(source, lexical),
            2 => return syntax.read(source, lexicon, lexical),
            _ => {}
        }
        let context = Context { source, lexicon, lexical, syntax };
        match stage {
            3 => mention::find(context, tagger, None, mentions),
            4 => reference::link(context, mentions, entities),
            _ => relation::extract(context, mentions, entities, extractor.frames(), None, workspace, relations),
        }
    }
}

/// The raw speed of an automaton over the same names and the same folded text: the limit compared with.
fn automaton() -> AhoCorasick {
    let (mut patterns, mut tokens, mut faults) = (Vec::new(), Tokens::default(), Vec::new());
    for (name, text) in embedded::TABLES {
        let table = Table::parse(name, text, &mut faults);
        for row in &table.rows {
            for column in ["name", "variants", "official", "masc", "fem", "masc_pl", "fem_pl"] {
                for written in table.cell(row, column).split('|').filter(|w| w.len() > 1) {
                    tokens.read(written);
                    patterns.push(tokens.folded_text());
                }
            }
        }
    }
    patterns.sort_unstable();
    patterns.dedup();
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns).expect("an automaton")
}

fn corpus(criterion: &mut Criterion, name: &str, corpus: &Corpus) {
    let extractor = Extractor::default();
    let tagger = Tagger::default();
    let bytes = corpus.bytes();
    let mut group = criterion.benchmark_group(format!("stages/{name}"));
    group.throughput(Throughput::Bytes(bytes as u64)).sample_size(10);
    let mut read: Vec<Read> = corpus.articles.iter().map(|_| Read::default()).collect();
    for (stage, label) in STAGES.iter().enumerate() {
        let run = |read: &mut Vec<Read>| {
            for (read, text) in read.iter_mut().zip(&corpus.articles) {
                read.stage(&extractor, &tagger, text, stage);
            }
        };
        run(&mut read);
        // Buffers have grown to their size: what is left is what the stage allocates for good.
        let before = ALLOCATIONS.load(Relaxed);
        run(&mut read);
        let count = (ALLOCATIONS.load(Relaxed) - before) as f64 / (bytes as f64 / 1e6);
        println!("stages/{name}/{label}: {count:.0} allocations/MB");
        group.bench_function(*label, |b| b.iter(|| run(&mut read)));
        if stage == 1 {
            let hits: usize = read.iter().map(|r| r.lexical.hits.len()).sum();
            let mut matched = || read.iter_mut().map(|r| extractor.lexicon().count_raw(&mut r.lexical)).sum::<usize>();
            assert_eq!(matched(), hits);
            group.bench_function("names alone", |b| b.iter(|| black_box(matched())));
            let automaton = automaton();
            let folded: Vec<String> = read.iter().map(|r| r.tokens.folded_text()).collect();
            let raw = || folded.iter().map(|t| automaton.find_iter(t).count()).sum::<usize>();
            assert!(raw() >= hits);
            group.bench_function("raw automaton over the same names", |b| b.iter(|| black_box(raw())));
            let dates = || {
                let mut found = Vec::new();
                for (read, text) in read.iter().zip(&corpus.articles) {
                    let source = Source::new(text, &read.tokens);
                    tagger.tag(source, None, &|_| Direction::Past, &|_| false, &mut found);
                }
                found.len()
            };
            assert!(dates() * 2 >= corpus.articles.len(), "dates are lost");
            group.bench_function("dates", |b| b.iter(|| black_box(dates())));
        }
    }
    group.finish();
    let mentions: usize = read.iter().map(|r| r.mentions.list.len()).sum();
    let relations: usize = read.iter().map(|r| r.relations.list.len()).sum();
    println!("stages/{name}: {mentions} mentions, {relations} relations in {bytes} bytes");
    assert!(mentions * 10 >= corpus.mentions * 9, "{mentions} of {} mentions", corpus.mentions);
    assert!(relations * 10 >= corpus.relations * 6, "{relations} of {} relations", corpus.relations);
}

fn stages(criterion: &mut Criterion) {
    corpus(criterion, "made", &made(&Names::new(), 2_000_000, 3_000, 7));
    if let Some(real) = real() {
        corpus(criterion, "real", &real);
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
