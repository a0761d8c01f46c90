//! Words whose full stop belongs to them, and words that elide.

/// Abbreviations written with a full stop that does not end the sentence,
/// lower case, without the stop. `true`: a capital after it may still begin
/// a new sentence (« etc. »).
pub(super) fn abbreviation(lowered: &str) -> Option<bool> {
    Some(match lowered {
        "m" | "mm" | "mr" | "mrs" | "ms" | "dr" | "pr" | "me" | "mgr" | "st" | "ste" | "gal" | "col" | "cdt" | "lt"
        | "cap" | "prof" | "sgt" | "jr" | "sr" | "av" | "bd" | "art" | "vol" | "chap" | "fig" | "cf" | "ex" | "env"
        | "tél" | "tel" | "no" | "n" | "p" | "pp" | "éd" | "ed" | "coll" | "vs" | "hon" | "rev" | "gen" | "gén"
        | "sen" | "gov" | "réf" | "ref" | "mlle" | "mme" | "mmes" | "sem" | "mgrs" | "drs" => false,
        "etc" | "janv" | "févr" | "fév" | "avr" | "juil" | "sept" | "oct" | "nov" | "déc" | "inc" | "ltd" | "co"
        | "corp" | "env." | "max" | "min" | "hab" | "apr" | "av.j" | "j.-c" => true,
        _ => return None,
    })
}

/// Whether `word` (lowered, without its apostrophe) elides before a vowel, so
/// that what follows the apostrophe is a word of its own.
pub(super) fn elides(word: &str) -> bool {
    matches!(
        word,
        "l" | "d" | "j" | "m" | "t" | "s" | "n" | "c" | "qu" | "jusqu" | "lorsqu" | "puisqu" | "quoiqu" | "parce qu"
    )
}

/// Words that may follow a single letter and its full stop at the start of a
/// new sentence: after them « B. » was no initial.
pub(super) fn opens_sentence(lowered: &str) -> bool {
    matches!(
        lowered,
        "le" | "la"
            | "les"
            | "l'"
            | "il"
            | "elle"
            | "ils"
            | "elles"
            | "on"
            | "ce"
            | "cette"
            | "ces"
            | "un"
            | "une"
            | "en"
            | "mais"
            | "et"
            | "selon"
            | "dans"
            | "pour"
            | "son"
            | "sa"
            | "ses"
            | "leur"
            | "leurs"
            | "à"
            | "d'"
            | "c'"
            | "au"
            | "aux"
            | "nous"
            | "je"
    )
}
