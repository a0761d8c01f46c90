//! Time grows with the length of the text and not faster, whatever the text.
//!
//! Clocks of shared machines are rough (some count time on the processor in steps of 4 ms), so the text is made several
//! times as long, each time is the best of a few, and limits are wide: they catch work that grows with the square of the
//! text, not a slow machine.

use depeche::{Extractor, Scratch};
use std::time::{Duration, Instant};

const SIZE: usize = 200_000;
/// How much slower than news a hostile text of the same length may be.
const SLOWER: f64 = 25.0;
/// How many times as long the longer text is.
const TIMES: usize = 4;
/// How much longer it may take: work that grows with the text takes 4 times as long, with its square 16 times.
const LONGER: f64 = 7.0;

/// `piece` over and over; `#` stands for a name that no other piece has.
fn filled(piece: &str, size: usize) -> String {
    let mut text = String::with_capacity(size + piece.len());
    let mut number = 0;
    while text.len() < size {
        if piece.contains('#') {
            for part in piece.split_inclusive('#') {
                text.push_str(part.trim_end_matches('#'));
                if part.ends_with('#') {
                    name(number, &mut text);
                    number += 1;
                }
            }
        } else {
            text.push_str(piece);
        }
    }
    text
}

/// A name made of syllables, another for each number.
fn name(mut number: usize, out: &mut String) {
    out.push('B');
    for _ in 0..5 {
        out.push_str(["oro", "azi", "ema", "uli", "ate", "ido", "ane", "osk"][number % 8]);
        number /= 8;
    }
}

/// Time this thread has spent on the processor; elsewhere than on Linux the time of day.
fn now(begun: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn best(extractor: &Extractor, scratch: &mut Scratch, text: &str, times: usize) -> Duration {
    let one = |scratch: &mut Scratch| {
        let clock = Instant::now();
        let begun = now(clock);
        let document = extractor.extract_with(scratch, text);
        let time = now(clock).saturating_sub(begun);
        assert_eq!(document.text().len(), text.len());
        time
    };
    (0..times).map(|_| one(scratch)).min().unwrap_or_default()
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    // For a closer look: GROWTH_SIZE=3200000 cargo test --release --test properties growth -- --nocapture
    let size = std::env::var("GROWTH_SIZE").ok().and_then(|n| n.parse().ok()).unwrap_or(SIZE);
    let extractor = Extractor::default();
    let mut scratch = Scratch::new();
    let article = include_str!("../articles/lisbonne.txt");
    let news = best(&extractor, &mut scratch, &filled(&format!("{article}\n\n"), size), 3);
    println!("{:<28} {:>9.1?} {:>6.1} MB/s", "news", news, size as f64 / 1e6 / news.as_secs_f64());
    let mut wrong = Vec::new();
    for (what, piece) in [
        ("one capitalised word", "Morozov "),
        ("capitalised words", "Ivan Petrovitch Morozov Sembène Kouyaté "),
        ("persons in a list", "Ivan Morozov, Awa Sembène, "),
        ("persons in sentences", "Ivan Morozov a rencontré Awa Sembène. "),
        ("persons, each another", "Ivan # a rencontré Awa #. "),
        ("persons by initial", "M. # et J. # "),
        ("acronyms, each another", "Front de libération du # (F#) "),
        ("towns, each another", "il est arrivé à #, près de #. "),
        ("titles, each another", "le président de la # "),
        ("one person and pronouns", "Angela Merkel a quitté Oslo. Elle est partie. "),
        ("pronouns before one person", "Elle a dit qu'elle viendrait, son voyage, Angela Merkel. "),
        ("two countries", "La France et le Chili ont signé un accord. Les deux pays y tiennent. "),
        ("homologues", "Le ministre russe a reçu son homologue. "),
        ("infinitives without a verb", "Mme Sembène, partir, "),
        ("titles", "le président du ministre de l'ambassadeur "),
        ("titles with commas", "le ministre des Affaires étrangères, "),
        ("countries", "la France et l'Italie de "),
        ("of of of", "de la "),
        ("digits and months", "3 mai 1995 12 "),
        ("durations", "il y a trois jours et "),
        ("trigger verbs", "a rencontré "),
        ("trigger nouns", "visite entretien "),
        ("pronouns", "il lui a dit qu'il "),
        ("subordinate clauses", "que le roi dit que "),
        ("commas", ", "),
        ("full stops", ". "),
        ("one endless sentence", "et le roi du Maroc a reçu l'émissaire de l'ONU à Rabat "),
        ("opening quotes", "« "),
        ("closing quotes", "\" "),
        ("brackets", "("),
        ("acronyms in brackets", "(FLK) "),
        ("acronyms defined", "Front de libération du Khumar (FLK) "),
        ("hyphens", "franco-"),
        ("elisions", "l'"),
        ("initials", "J. "),
        ("blank lines", "\n\n"),
        ("short lines", "Paris, mardi\n"),
        ("lines parted by U+2028", "une ligne assez longue pour avoir été coupée\u{2028}"),
        ("one word without end", "é"),
        ("another script", "漢字"),
        ("marks", "\u{301}"),
        ("addresses cut short", "a@b"),
    ] {
        let (short, long) = (filled(piece, size), filled(piece, TIMES * size));
        let (mut time, mut longer) = (Duration::MAX, Duration::MAX);
        let (mut ratio, mut slower) = (f64::INFINITY, f64::INFINITY);
        // Another look where the first was bad: the machine may have been busy.
        for _ in 0..5 {
            time = time.min(best(&extractor, &mut scratch, &short, 1));
            longer = longer.min(best(&extractor, &mut scratch, &long, 1));
            // What takes no more than a moment may grow as it likes.
            ratio = longer.as_secs_f64() / time.as_secs_f64().max(0.015);
            slower = time.as_secs_f64() / news.as_secs_f64();
            if ratio <= LONGER && slower <= SLOWER {
                break;
            }
        }
        println!("{what:<28} {time:>9.1?} {slower:>6.2} × news, {TIMES} times the text {ratio:.2} ×");
        if ratio > LONGER || slower > SLOWER {
            wrong.push(format!("{what}: {slower:.1} × news, {TIMES} times the text takes {ratio:.2} ×"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
