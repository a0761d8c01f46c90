use depeche::text::{Source, Tokens};
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let t = Tokens::new(&text);
    let s = Source::new(&text, &t);
    for sent in t.sentences() {
        print!("S:");
        for i in sent.range() {
            print!(" {}{}", if t.list()[i].is_joined() { "-" } else { "" }, s.str(i));
        }
        println!();
    }
    let start = std::time::Instant::now();
    let mut t = Tokens::default();
    let big = text.repeat(5000);
    for _ in 0..3 { t.read(&big); }
    println!("{:.0} MB/s", 3.0 * big.len() as f64 / 1e6 / start.elapsed().as_secs_f64());
}
