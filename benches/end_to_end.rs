//! Text in, documents out: short texts, articles, one huge text, threads, construction, growth, adversaries.
//!
//! ```text
//! cargo bench --bench end_to_end
//! DEPECHE_BENCH_MB=50 cargo bench --bench end_to_end -- growth
//! ```
//!
//! `DEPECHE_BENCH_MB` is the size of the largest text in megabytes, 10 unless told.

mod common;

use common::text::{made, real, Corpus, Names};
use criterion::{criterion_group, criterion_main, Criterion, Throughput};
use depeche::{Extractor, Input, Scratch};
use std::hint::black_box;
use std::thread;
use std::time::Instant;

/// Bytes of short texts that are read side by side.
const GROUP: usize = 24 << 10;

/// Mentions and relations of all articles.
fn read<'a>(extractor: &Extractor, articles: impl IntoIterator<Item = &'a String>) -> (usize, usize) {
    let mut scratch = Scratch::new();
    let mut found = (0, 0);
    let mut articles = articles.into_iter().peekable();
    while articles.peek().is_some() {
        let mut bytes = 0;
        let group = std::iter::from_fn(|| {
            let next = articles.next_if(|_| bytes < GROUP)?;
            bytes += next.len();
            Some(Input::new(next))
        });
        let group: Vec<Input<'_>> = group.collect();
        for document in extractor.extract_each(&mut scratch, &group) {
            found.0 += document.mentions().len();
            found.1 += document.relations().len();
        }
    }
    found
}

fn check(corpus: &Corpus, found: (usize, usize)) {
    assert!(found.0 * 10 >= corpus.mentions * 9, "{} of {} mentions", found.0, corpus.mentions);
    assert!(found.1 * 10 >= corpus.relations * 6, "{} of {} relations", found.1, corpus.relations);
}

fn documents(criterion: &mut Criterion) {
    let extractor = Extractor::default();
    let names = Names::new();
    let mut group = criterion.benchmark_group("end_to_end");
    group.sample_size(10);
    let short = made(&names, 500_000, 300, 1);
    let articles = made(&names, 2_000_000, 3_000, 2);
    let huge = made(&names, 2_000_000, 4_000_000, 3);
    let sets =
        [("short documents", Some(short)), ("articles", Some(articles)), ("one text", Some(huge)), ("real", real())];
    for (name, corpus) in &sets {
        let Some(corpus) = corpus else { continue };
        let found = read(&extractor, &corpus.articles);
        check(corpus, found);
        group.throughput(Throughput::Bytes(corpus.bytes() as u64));
        group.bench_function(*name, |b| b.iter(|| assert_eq!(black_box(read(&extractor, &corpus.articles)), found)));
        if *name != "articles" {
            continue;
        }
        let (one, two) = corpus.articles.split_at(corpus.articles.len() / 2);
        let both = || {
            thread::scope(|scope| {
                let other = scope.spawn(|| read(&extractor, one));
                let here = read(&extractor, two);
                let there = other.join().expect("a thread that reads");
                (here.0 + there.0, here.1 + there.1)
            })
        };
        group.bench_function("articles, two threads", |b| b.iter(|| assert_eq!(black_box(both()), found)));
    }
    group.finish();
}

fn construction(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("construction");
    group.sample_size(10);
    group.bench_function("embedded gazetteers and frames", |b| {
        // Start-up ends where the extractor stands: taking it down again is not measured.
        b.iter_with_large_drop(|| Extractor::builder().build().expect("sound data"))
    });
    group.finish();
}

/// Seconds a megabyte of one text, once; `None` when nothing was found in it.
fn cost(extractor: &Extractor, text: &str) -> (f64, usize) {
    let start = Instant::now();
    let mentions = black_box(extractor.extract(text)).mentions().len();
    (start.elapsed().as_secs_f64() / (text.len() as f64 / 1e6), mentions)
}

fn largest() -> usize {
    std::env::var("DEPECHE_BENCH_MB").ok().and_then(|mb| mb.parse().ok()).unwrap_or(10).max(1)
}

/// The cost of a byte must not grow with the text: figures printed, not sampled, for one pass over 50 MB says enough.
fn growth(_: &mut Criterion) {
    let extractor = Extractor::default();
    let names = Names::new();
    let small = made(&names, 1_000_000, 2_000, 4);
    let start = Instant::now();
    check(&small, read(&extractor, &small.articles));
    let base = start.elapsed().as_secs_f64() / (small.bytes() as f64 / 1e6);
    println!("growth: documents of 2 kB {:6.2} MB/s", 1.0 / base);
    for megabytes in [1, 10, 50].into_iter().filter(|&mb| mb <= largest()) {
        let one = made(&names, megabytes * 1_000_000, megabytes * 2_000_000, 5);
        let text = one.articles.join("\n\n");
        let (cost, mentions) = cost(&extractor, &text);
        println!(
            "growth: one text of {megabytes:2} MB {:6.2} MB/s, {:.2} times the cost of small ones",
            1.0 / cost,
            cost / base
        );
        assert!(mentions * 10 >= one.mentions * 9, "{mentions} of {} mentions", one.mentions);
    }
}

/// What a fuzzer or a broken page may bring, each in one text.
const ADVERSARIES: [(&str, &str); 22] = [
    ("one capitalised word", "Paris "),
    ("one unknown name", "Zorglub "),
    ("one person", "Jean Dupont "),
    ("titles", "le ministre des Affaires étrangères "),
    ("one title", "ministre "),
    ("officials in a list", "le président français, "),
    ("digits and month names", "12 mars "),
    ("figures", "12 "),
    ("trigger nouns", "rencontre "),
    ("trigger verbs", "a rencontré "),
    ("names and verbs", "Paul rencontre "),
    ("commas", ", "),
    ("commas without a blank", ","),
    ("one endless sentence", "Paul rencontre le ministre à Paris, "),
    ("relative clauses", "le président de la France qui a rencontré "),
    ("opening quotes", "« "),
    ("straight quotes", "\""),
    ("acronyms", "ABC "),
    ("honorifics", "M. "),
    ("pronouns", "Il a rencontré Paul Dupont. "),
    ("combining marks", "e\u{301}"),
    ("one letter", "a"),
];

fn adversaries(_: &mut Criterion) {
    let extractor = Extractor::default();
    let news = made(&Names::new(), 1_000_000, 2_000_000, 6).articles.join("\n\n");
    let (base, _) = cost(&extractor, &news);
    println!("adversaries: news text {:.2} MB/s", 1.0 / base);
    for (name, unit) in ADVERSARIES {
        let mut line = format!("adversaries: {name:24}");
        for megabytes in [1, 10, 50].into_iter().filter(|&mb| mb <= largest()) {
            let (cost, _) = cost(&extractor, &unit.repeat(megabytes * 1_000_000 / unit.len()));
            line += &format!("  {megabytes:2} MB {:7.2} MB/s ({:.2} x)", 1.0 / cost, cost / base);
        }
        println!("{line}");
    }
}

criterion_group!(benches, documents, construction, growth, adversaries);
criterion_main!(benches);
