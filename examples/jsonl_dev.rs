use depeche::{Extractor, Input};
use std::io::{BufRead, Write};
fn main() {
    let t0 = std::time::Instant::now();
    let extractor = Extractor::default();
    eprintln!("start {:?}", t0.elapsed());
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let file = std::env::args().nth(1).unwrap();
    let mut bytes = 0;
    let mut time = std::time::Duration::ZERO;
    for line in std::io::BufReader::new(std::fs::File::open(file).unwrap()).lines() {
        let line = line.unwrap();
        let v: serde_json::Value = serde_json::from_str(&line).unwrap();
        let text = v["text"].as_str().unwrap();
        let mut input = Input::new(text);
        if let Some(d) = v["date"].as_str().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok()) {
            input = input.date(d);
        }
        bytes += text.len();
        let t = std::time::Instant::now();
        let doc = extractor.extract(input);
        time += t.elapsed();
        let item = depeche::output::Item::new(v["id"].as_str().unwrap(), &doc);
        write!(out, "{}", depeche::output::jsonl::line(&item)).unwrap();
    }
    eprintln!("{:.1} MB/s", bytes as f64 / 1e6 / time.as_secs_f64());
}
