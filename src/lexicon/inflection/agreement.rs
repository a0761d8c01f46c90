//! Regular plural and feminine of nouns and adjectives.

/// Words, or last members of hyphenated words, with a plural of their own.
const PLURALS: &[(&str, &str)] = &[
    ("aïeul", "aïeux"),
    ("bail", "baux"),
    ("bonhomme", "bonshommes"),
    ("ciel", "cieux"),
    ("corail", "coraux"),
    ("gentilhomme", "gentilshommes"),
    ("madame", "mesdames"),
    ("mademoiselle", "mesdemoiselles"),
    ("monseigneur", "messeigneurs"),
    ("monsieur", "messieurs"),
    ("soupirail", "soupiraux"),
    ("travail", "travaux"),
    ("vitrail", "vitraux"),
    ("œil", "yeux"),
    ("bijou", "bijoux"),
    ("caillou", "cailloux"),
    ("chou", "choux"),
    ("genou", "genoux"),
    ("hibou", "hiboux"),
    ("joujou", "joujoux"),
    ("pou", "poux"),
];

/// Hyphenated words that do not inflect at their end alone.
const COMPOUND_PLURALS: &[(&str, &str)] = &[
    ("cessez-le-feu", "cessez-le-feu"),
    ("chef-lieu", "chefs-lieux"),
    ("face-à-face", "face-à-face"),
    ("grand-duc", "grands-ducs"),
    ("haut-commissaire", "hauts-commissaires"),
    ("haut-représentant", "hauts-représentants"),
    ("porte-parole", "porte-parole"),
    ("tête-à-tête", "tête-à-tête"),
];

/// Words in -al, -au and -eu that take a plain -s.
const PLAIN_PLURALS: &[&str] = &[
    "aval",
    "bal",
    "banal",
    "bancal",
    "bleu",
    "cal",
    "carnaval",
    "cérémonial",
    "chacal",
    "choral",
    "émeu",
    "fatal",
    "festival",
    "final",
    "glacial",
    "landau",
    "narval",
    "natal",
    "naval",
    "pal",
    "pneu",
    "récital",
    "régal",
    "sarrau",
    "val",
];

/// Regular plural of a French noun or adjective (*général → généraux*, *français → français*).
///
/// One word, hyphenated or not; the first letter may be a capital.
#[must_use]
pub fn plural(word: &str) -> String {
    let (head, last) = last_member(word);
    if let Some(found) = if head.is_empty() { None } else { exception(COMPOUND_PLURALS, word) } {
        return found;
    }
    if let Some(found) = exception(PLURALS, last) {
        return joined(head, &found, "");
    }
    if word.is_empty() || last.ends_with(['s', 'x', 'z']) {
        return word.to_owned();
    }
    if let Some(stem) = last.strip_suffix("al").filter(|_| !lists(PLAIN_PLURALS, last)) {
        return joined(head, stem, "aux");
    }
    if (last.ends_with("au") || last.ends_with("eu")) && !lists(PLAIN_PLURALS, last) {
        return joined(head, last, "x");
    }
    joined(head, last, "s")
}

/// Words, or last members of hyphenated words, with a feminine of their own.
const FEMININES: &[(&str, &str)] = &[
    ("aigu", "aiguë"),
    ("ambassadeur", "ambassadrice"),
    ("ambigu", "ambiguë"),
    ("andalou", "andalouse"),
    ("bas", "basse"),
    ("beau", "belle"),
    ("bénin", "bénigne"),
    ("blanc", "blanche"),
    ("bref", "brève"),
    ("contigu", "contiguë"),
    ("copain", "copine"),
    ("doux", "douce"),
    ("duc", "duchesse"),
    ("empereur", "impératrice"),
    ("épais", "épaisse"),
    ("esquimau", "esquimaude"),
    ("exprès", "expresse"),
    ("faux", "fausse"),
    ("favori", "favorite"),
    ("fou", "folle"),
    ("frais", "fraîche"),
    ("franc", "franche"),
    ("gentil", "gentille"),
    ("gras", "grasse"),
    ("grec", "grecque"),
    ("gros", "grosse"),
    ("jumeau", "jumelle"),
    ("las", "lasse"),
    ("long", "longue"),
    ("malin", "maligne"),
    ("métis", "métisse"),
    ("mou", "molle"),
    ("nouveau", "nouvelle"),
    ("nul", "nulle"),
    ("oblong", "oblongue"),
    ("paysan", "paysanne"),
    ("roi", "reine"),
    ("rigolo", "rigolote"),
    ("roux", "rousse"),
    ("sec", "sèche"),
    ("sot", "sotte"),
    ("tiers", "tierce"),
    ("valaisan", "valaisanne"),
    ("vieux", "vieille"),
    ("vieillot", "vieillotte"),
    ("lapon", "lapone"),
    ("letton", "lettone"),
    ("mormon", "mormone"),
    ("nippon", "nippone"),
];

/// Adjectives in -et with a feminine in -ète.
const GRAVE_ET: &[&str] =
    &["complet", "concret", "désuet", "discret", "incomplet", "indiscret", "inquiet", "préfet", "replet", "secret"];

/// Words in -eur with a feminine in -eure.
const PLAIN_EUR: &[&str] = &[
    "antérieur",
    "assesseur",
    "censeur",
    "chauffeur",
    "défenseur",
    "docteur",
    "entrepreneur",
    "extérieur",
    "gouverneur",
    "inférieur",
    "ingénieur",
    "intérieur",
    "majeur",
    "meilleur",
    "mineur",
    "possesseur",
    "postérieur",
    "précurseur",
    "prédécesseur",
    "procureur",
    "professeur",
    "rapporteur",
    "recteur",
    "seigneur",
    "successeur",
    "supérieur",
    "ultérieur",
];

/// Words in -teur built on a French verb, with a feminine in -teuse.
const TEUSE: &[&str] = &[
    "acheteur",
    "chanteur",
    "conteur",
    "emprunteur",
    "enquêteur",
    "lutteur",
    "menteur",
    "porteur",
    "prêteur",
    "sauteur",
    "transporteur",
    "visiteur",
];

/// Regular feminines: what is taken off, what is put on.
const ENDINGS: &[(&str, &str)] = &[
    ("er", "ère"),
    ("en", "enne"),
    ("on", "onne"),
    ("el", "elle"),
    ("eil", "eille"),
    ("eux", "euse"),
    ("oux", "ouse"),
    ("f", "ve"),
    ("c", "que"),
];

/// Regular feminine of a French adjective (*nord-coréen → nord-coréenne*, *russe → russe*).
///
/// One word, hyphenated or not; the first letter may be a capital.
#[must_use]
pub fn feminine(word: &str) -> String {
    let (head, last) = last_member(word);
    if let Some(found) = exception(FEMININES, last) {
        return joined(head, &found, "");
    }
    if word.is_empty() || last.ends_with('e') {
        return word.to_owned();
    }
    if last.ends_with("et") {
        return match last.strip_suffix("et") {
            Some(stem) if lists(GRAVE_ET, last) => joined(head, stem, "ète"),
            _ => joined(head, last, "te"),
        };
    }
    if let Some(stem) = last.strip_suffix("eur") {
        if lists(PLAIN_EUR, last) {
            return joined(head, last, "e");
        }
        return match last.strip_suffix("teur") {
            Some(stem) if !lists(TEUSE, last) => joined(head, stem, "trice"),
            _ => joined(head, stem, "euse"),
        };
    }
    for (ending, replacement) in ENDINGS {
        if let Some(stem) = last.strip_suffix(ending) {
            return joined(head, stem, replacement);
        }
    }
    joined(head, last, "e")
}

/// Splits before the last member of a hyphenated word.
fn last_member(word: &str) -> (&str, &str) {
    word.split_at(word.rfind('-').map_or(0, |at| at + 1))
}

fn joined(head: &str, stem: &str, ending: &str) -> String {
    let mut word = String::with_capacity(head.len() + stem.len() + ending.len());
    word.push_str(head);
    word.push_str(stem);
    word.push_str(ending);
    word
}

/// Whether two words are the same but for the case of the first letter; it is as long as its capital in French.
fn same(word: &str, other: &str) -> bool {
    if word.len() != other.len() {
        return false;
    }
    let (mut left, mut right) = (word.chars(), other.chars());
    match (left.next(), right.next()) {
        (Some(a), Some(b)) => left.as_str() == right.as_str() && a.to_lowercase().eq(b.to_lowercase()),
        (None, None) => true,
        _ => false,
    }
}

fn lists(words: &[&str], word: &str) -> bool {
    words.iter().any(|entry| same(entry, word))
}

/// Looks a word up, keeping its initial capital.
fn exception(table: &[(&str, &str)], word: &str) -> Option<String> {
    let (_, found) = table.iter().find(|(entry, _)| same(entry, word))?;
    let mut rest = found.chars();
    let first = rest.next()?;
    if word.starts_with(char::is_uppercase) {
        Some(first.to_uppercase().chain(rest).collect())
    } else {
        Some((*found).to_owned())
    }
}
