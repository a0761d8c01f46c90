//! Precision, recall, F1, and how sure they are.

use serde_json::{json, Value};

/// Right, too much, missed.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub tp: u32,
    pub fp: u32,
    pub fn_: u32,
}

impl Count {
    pub const fn add(&mut self, other: Self) {
        self.tp += other.tp;
        self.fp += other.fp;
        self.fn_ += other.fn_;
    }

    pub const fn take(&mut self, other: Self) {
        self.tp -= other.tp;
        self.fp -= other.fp;
        self.fn_ -= other.fn_;
    }

    pub fn prf(self) -> (f64, f64, f64) {
        prf(self.tp, self.fp, self.fn_)
    }
}

pub fn ratio(part: u32, whole: u32) -> f64 {
    match whole {
        0 => 0.0,
        _ => f64::from(part) / f64::from(whole),
    }
}

pub fn harmonic(p: f64, r: f64) -> f64 {
    match p + r > 0.0 {
        true => 2.0 * p * r / (p + r),
        false => 0.0,
    }
}

pub fn prf(tp: u32, fp: u32, fn_: u32) -> (f64, f64, f64) {
    let (p, r) = (ratio(tp, tp + fp), ratio(tp, tp + fn_));
    (p, r, harmonic(p, r))
}

/// Four digits, rounded as decimal numbers are.
pub fn round(x: f64) -> Value {
    let rounded: f64 = format!("{x:.4}").parse().unwrap_or(x);
    json!(rounded)
}

/// 95 % intervals of precision, recall and F1 by drawing documents with replacement; the same numbers every time.
pub fn bootstrap(documents: &[Count], draws: usize) -> Value {
    if documents.is_empty() || draws == 0 {
        return Value::Null;
    }
    // Numerical Recipes' 64-bit congruence: good enough to draw documents by.
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut scores: [Vec<f64>; 3] = Default::default();
    for _ in 0..draws {
        let mut sum = Count::default();
        for _ in documents {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            sum.add(documents[(state >> 33) as usize % documents.len()]);
        }
        let (p, r, f1) = sum.prf();
        scores.iter_mut().zip([p, r, f1]).for_each(|(list, score)| list.push(score));
    }
    let [p, r, f1] = scores.map(|mut list| {
        list.sort_by(f64::total_cmp);
        let at = |share: f64| round(list[((share * draws as f64) as usize).min(draws - 1)]);
        json!([at(0.025), at(0.975)])
    });
    json!({"p": p, "r": r, "f1": f1})
}

/// The words around a span of code points, on one line.
pub fn context(text: &[char], (start, end): (u32, u32)) -> String {
    const AROUND: usize = 40;
    let (start, end) = ((start as usize).min(text.len()), (end as usize).min(text.len()));
    let (from, to) = (start.saturating_sub(AROUND), (end.max(start) + AROUND).min(text.len()));
    let words: String = text[from..to].iter().map(|c| if c.is_whitespace() { ' ' } else { *c }).collect();
    format!("…{words}…")
}
