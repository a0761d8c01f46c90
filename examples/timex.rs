//! Tags the documents of a JSON Lines file and writes `{"id","entities"}`; with `--speed` measures the stage alone.
use depeche::mention::timex::{Direction, Tagger};
use depeche::text::{Source, Tokens};
use std::time::Instant;

/// A stand-in for the tense of the clause: the sentence's verb endings.
fn direction(source: Source<'_>, at: usize) -> Direction {
    let Some(sentence) = source.tokens.sentences().iter().find(|s| s.range().contains(&at)) else {
        return Direction::Unknown;
    };
    let mut best = (usize::MAX, Direction::Unknown);
    for i in sentence.range() {
        let word = source.folded(i);
        let future = ["era", "eront", "ira", "iront", "dra", "dront", "ura", "uront"].iter().any(|e| word.ends_with(e))
            && word.len() > 4
            || matches!(word, "doit" | "doivent" | "sera" | "seront" | "aura" | "prevu" | "prevue" | "ira");
        let past = matches!(word, "avait" | "avaient" | "fut" | "etait")
            || (word == "a" && source.lowered(i) == "a" || matches!(word, "ont" | "est" | "sont"))
                && (i + 1..i + 3).any(|k| {
                    source.lowered(k).ends_with(['é', 'u', 't', 'i'])
                        || source.lowered(k).ends_with("és")
                        || source.lowered(k).ends_with("ée")
                        || source.lowered(k).ends_with("is")
                        || source.lowered(k).ends_with("ées")
                })
                && !(i + 1..i + 3)
                    .any(|k| matches!(source.folded(k), "fixe" | "prevu" | "attendu" | "attendue" | "prevue"));
        let way = if future {
            Direction::Future
        } else if past {
            Direction::Past
        } else {
            continue;
        };
        let distance = i.abs_diff(at);
        if distance < best.0 {
            best = (distance, way);
        }
    }
    best.1
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: timex FILE.jsonl")?;
    let speed = std::env::args().any(|a| a == "--speed");
    let start = Instant::now();
    let plain = std::env::args().any(|a| a == "--no-adjectives");
    let tagger = if plain { Tagger::new().without_adjectives() } else { Tagger::new() };
    eprintln!("built in {:?}", start.elapsed());
    let mut out = Vec::new();
    let mut all = String::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let text = record["text"].as_str().unwrap_or("");
        let tokens = Tokens::new(text);
        let source = Source::new(text, &tokens);
        all.push_str(text);
        all.push_str("\n\n");
        let given = record["date"].as_str().and_then(|d| d.parse().ok());
        let reference = given.or_else(|| tagger.reference_date(source).map(|r| r.0));
        out.clear();
        tagger.tag(source, reference, &|i| direction(source, i), &|_| false, &mut out);
        let chars = |byte: u32| text[..byte as usize].chars().count();
        let entities: Vec<_> = out
            .iter()
            .map(|t| {
                serde_json::json!({"start": chars(t.span.start), "end": chars(t.span.end), "label": t.kind.as_str(),
                "value": t.value.map(|v| v.to_string()), "mod": t.modifier.map(|m| m.as_str()), "rule": t.rule})
            })
            .collect();
        if !speed {
            println!("{}", serde_json::json!({"id": record["id"], "entities": entities}));
        }
    }
    if speed {
        let tokens = Tokens::new(&all);
        let source = Source::new(&all, &tokens);
        for _ in 0..3 {
            let start = Instant::now();
            let mut bytes = 0;
            while start.elapsed().as_secs_f64() < 1.0 {
                out.clear();
                tagger.tag(source, "2019-03-15".parse().ok(), &|_| Direction::Past, &|_| false, &mut out);
                bytes += all.len();
            }
            println!("{:.0} MB/s, {} found", bytes as f64 / 1e6 / start.elapsed().as_secs_f64(), out.len());
        }
    }
    Ok(())
}
