use depeche::lexicon::{Lexical, Lexicon};
use depeche::syntax::Syntax;
use depeche::text::{Source, Tokens};
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let t0 = std::time::Instant::now();
    let lex = match Lexicon::new(&[]) {
        Ok(l) => l,
        Err(e) => {
            eprintln!("{e}");
            return;
        }
    };
    println!("lexicon {:?}", t0.elapsed());
    let t = Tokens::new(&text);
    let s = Source::new(&text, &t);
    let mut l = Lexical::default();
    lex.read(s, &mut l);
    let mut y = Syntax::default();
    y.read(s, &lex, &l);
    for (n, sent) in t.sentences().iter().enumerate() {
        println!("S: {}", s.span(sent.start as usize, sent.end as usize).of(&text));
        for g in y.groups_of(n).1 {
            println!(
                "    [{}] {:?} {:?} {:?} {:?}{}{} subj={:?} cl={:b} gov={:?} mark={:?}",
                s.span(g.first as usize, g.last as usize).of(&text),
                g.verb.map(|v| lex.vocabulary().lemma(v)),
                g.form,
                g.tense,
                g.voice,
                if g.negated { " NEG" } else { "" },
                if g.plural { " pl" } else { "" },
                g.subject,
                g.clitics.0,
                g.governor.map(|x| s.str(y.groups[x as usize].head as usize)),
                g.marker.map(|m| lex.grammar().prep_name(m))
            );
        }
    }
    for h in &l.hits {
        print!("{} | ", s.span(h.first as usize, h.last as usize).of(&text));
    }
    println!();
    let big = text.repeat(3000);
    let t = Tokens::new(&big);
    let s = Source::new(&big, &t);
    let t0 = std::time::Instant::now();
    lex.read(s, &mut l);
    println!("lexicon {:.0} MB/s", big.len() as f64 / 1e6 / t0.elapsed().as_secs_f64());
    let t0 = std::time::Instant::now();
    let _ = lex.count_raw(&t);
    println!("raw {:.0} MB/s", big.len() as f64 / 1e6 / t0.elapsed().as_secs_f64());
    let t0 = std::time::Instant::now();
    y.read(s, &lex, &l);
    println!("syntax {:.0} MB/s", big.len() as f64 / 1e6 / t0.elapsed().as_secs_f64());
}
