//! Texts that look like French news from far away, and worse.

use proptest::prelude::*;

/// A word of news: what the rules trip over, more than what they are made for.
fn word() -> impl Strategy<Value = String> {
    let of = |list: &'static [&'static str]| prop::sample::select(list).prop_map(str::to_owned);
    prop_oneof![
        3 => of(NAMES),
        3 => of(TITLES),
        3 => of(TIMES),
        3 => of(VERBS),
        4 => of(SMALL),
        2 => of(ORGANIZATIONS),
        2 => of(MARKS),
        1 => of(ODD),
        1 => "[A-ZÉÎ][a-zéèçœï]{1,9}(-[A-Z]?[a-z]{1,6})?",
        1 => "[0-9]{1,4}([./:h-][0-9]{1,4}){0,2}",
        1 => "\\PC{1,5}",
    ]
}

fn space() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        12 => Just(" "),
        2 => Just(""),
        1 => Just("\n"),
        1 => Just("\r\n"),
        1 => Just("\n\n"),
        1 => Just("\t"),
        1 => Just("\u{a0}"),
        1 => Just("\u{202f}"),
        1 => Just("\u{200b}"),
        1 => Just("\u{2028}"),
        1 => Just("-"),
        1 => Just("'"),
    ]
}

/// News-like text with odd characters in it.
pub fn news() -> impl Strategy<Value = String> {
    prop::collection::vec((word(), space()), 0..48)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, space)| [word, space.to_owned()]).collect())
}

/// News-like text without the oddities: what the metamorphic tests change.
pub fn plain() -> impl Strategy<Value = String> {
    let of = |list: &'static [&'static str]| prop::sample::select(list);
    let phrase = (of(SUBJECTS), of(VERBS), of(OBJECTS), of(ADJUNCTS));
    let sentence = phrase.prop_map(|(s, v, o, a)| {
        let mut chars = s.chars();
        let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        format!("{first}{} {v} {o} {a}.", chars.as_str())
    });
    prop::collection::vec((sentence, prop::sample::select(&[" ", " ", "\n\n"][..])), 1..8).prop_map(|parts| {
        parts.into_iter().flat_map(|(s, gap)| [s, gap.to_owned()]).collect::<String>().trim_end().to_owned()
    })
}

/// News-like text with direct speech in it.
pub fn spoken() -> impl Strategy<Value = String> {
    let said = prop::sample::select(&[", a dit le ministre", ", a déclaré Mme Awa Sembène", ", selon l'AFP", ""][..]);
    prop::collection::vec((plain(), plain(), said), 1..4).prop_map(|parts| {
        let speech = |(before, told, said): (String, String, &str)| {
            // Typewriter quotes do not say which way they face: over many sentences nobody can tell.
            let told = told.split(". ").take(2).collect::<Vec<_>>().join(". ").replace('\n', " ");
            format!("{before} « {} »{said}.", told.trim_end_matches('.'))
        };
        parts.into_iter().map(speech).collect::<Vec<_>>().join(" ")
    })
}

/// One thing over and over: nesting and length.
pub fn monotonous() -> impl Strategy<Value = String> {
    let pieces: Vec<&'static str> = [NAMES, TITLES, TIMES, VERBS, MARKS, ODD].concat();
    (prop::collection::vec(prop::sample::select(pieces), 1..4), 1usize..400, any::<bool>()).prop_map(
        |(pieces, times, spaced)| {
            let unit = pieces.join(if spaced { " " } else { "" });
            let gap = if spaced { " " } else { "" };
            vec![unit; times].join(gap)
        },
    )
}

pub const NAMES: &[&str] = &[
    "Paris",
    "Moscou",
    "la Corée du Nord",
    "Mme Awa Sembène",
    "Kim Jong-un",
    "O'Brien",
    "d'Ormesson",
    "Jean-Yves",
    "J.",
    "B. Traven",
    "El-Sissi",
    "Erdoğan",
    "Nguyễn Văn Hùng",
    "MACRON",
    "ÉTATS-UNIS",
    "les Etats-Unis",
    "Saint-Pétersbourg",
    "l’Élysée",
    "Cote d'Ivoire",
    "e\u{301}tats",
    "Zoe\u{308}",
    "Łódź",
    "M. Le Drian",
    "Van der Bellen",
    "le Quai d'Orsay",
    "Ban Ki-moon",
    "İzmir",
    "Ⱥéß",
];
const TITLES: &[&str] = &[
    "le président",
    "la présidente",
    "vice-ministre",
    "ex-Premier ministre",
    "l'ambassadeur d'Autriche au Chili",
    "ministre des Affaires étrangères",
    "secrétaire général de l'ONU",
    "M.",
    "Mme",
    "MM.",
    "Dr.",
    "le roi",
    "porte-parole",
    "son homologue",
    "chef de la diplomatie",
    "l'émissaire",
    "les deux ministres",
    "ancien",
    "russe",
    "nord-coréen",
    "franco-allemand",
    "élu",
    "par intérim",
    "le chancelier autrichien",
];
const TIMES: &[&str] = &[
    "mardi",
    "le 3 mai 1995",
    "15 mars",
    "12.09.2018",
    "à 08h30",
    "hier soir",
    "la semaine dernière",
    "depuis trois jours",
    "en 2014-2016",
    "1er janvier",
    "le 30 février",
    "l'été 1944",
    "au XIXe siècle",
    "31/12/9999",
    "an 0000",
    "99h99",
    "il y a 999999999999 ans",
    "dans 4000000000 jours",
    "du 3 au 5 mai",
    "entre janvier et mars",
    "les années 60",
    "av. J.-C.",
    "-44",
    "2019-13-45",
    "fin 2020",
    "24 h",
    "tous les lundis",
    "T24:00",
    "dans un million de siècles",
];
const VERBS: &[&str] = &[
    "a rencontré",
    "s'est entretenu avec",
    "ont signé",
    "n'a pas reçu",
    "aurait téléphoné à",
    "doit se rendre à",
    "a été rappelé par",
    "est arrivé à",
    "accuse",
    "a-t-il déclaré",
    "recevra",
    "qui a visité",
    "dont",
    "se sont vus",
    "y avait conduit",
    "rompre avec",
    "a dit que",
    "rendre visite à",
    "tenir des entretiens avec",
    "en",
    "l'a",
    "ne",
    "nommé",
];
const SMALL: &[&str] = &[
    "de",
    "de la",
    "du",
    "des",
    "à",
    "aux",
    "avec",
    "entre",
    "par",
    "et",
    "ou",
    "ni",
    "que",
    "qui",
    "il",
    "elle",
    "son",
    "leur",
    "celui-ci",
    "ce dernier",
    "l'",
    "d'",
    "qu’",
    "jusqu'",
    "selon",
    "pour",
    "sur",
    "au large de",
    "visite",
    "sommet",
    "accord",
    "pourparlers",
    "ancien",
    "un",
    "une",
];
const ORGANIZATIONS: &[&str] = &[
    "l'ONU",
    "O.N.U.",
    "OTAN",
    "l'Union européenne",
    "le ministère russe de la Défense",
    "armée turque",
    "Front de libération du Khumar (FLK)",
    "FLK",
    "G7",
    "AFP",
    "(Yonhap) --",
    "Conseil de sécurité",
    "le Hamas",
    "sommet du G20 à Antalya",
    "gouvernement",
];
const MARKS: &[&str] = &[
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "…",
    "...",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    "-",
    "--",
    "–",
    "—",
    "/",
    "« ‹ “",
    "((((",
    "»»»»",
    "@",
    "#",
    "&",
    "%",
    "€",
];
pub const ODD: &[&str] = &[
    "\u{301}",
    "\u{200f}",
    "\u{202e}",
    "\u{feff}",
    "\u{200d}",
    "\u{ad}",
    "🕊",
    "👩\u{200d}💻",
    "🇫🇷",
    "\u{0}",
    "\u{7f}",
    "\u{b}",
    "\u{85}",
    "\u{fffd}",
    "\u{d7ff}",
    "\u{e000}",
    "\u{10ffff}",
    "𝄞",
    "𝕸oscou",
    "ﬁn",
    "Ａ",
    "مرحبا",
    "你好",
    "こんにちは",
    "Здравствуйте",
    "ไทยแลนด์",
    "ÅÅ",
    "ß",
    "ŉ",
    "ǆ",
    "ῼ",
    "http://x.fr/a?b",
    "www.",
    "a@b.fr",
    "20minutes@exemple.org",
    "x._-+%",
    "lemonde.fr",
    "A.A.A.",
    "É.É.",
    "o'éééé",
    "½",
    "²",
    "№",
    "1\u{301}2",
    "٣٤",
    "<b>",
    "&amp;",
    "]]>",
    "\\",
    "\t|\t",
];
const SUBJECTS: &[&str] = &[
    "le président russe Ivan Morozov",
    "la ministre portugaise des Affaires étrangères, Helena Matos Vidal,",
    "l'ambassadeur d'Autriche au Chili",
    "Mme Awa Sembène",
    "M. Fjelstad",
    "le gouvernement éthiopien",
    "Tokyo",
    "l'émissaire de l'Union africaine",
    "la délégation du Hamas",
    "le secrétaire général de l'ONU",
    "il",
    "Angela Merkel et Emmanuel Macron",
    "Varsovie et Kiev",
    "le porte-parole du ministère",
];
const OBJECTS: &[&str] = &[
    "son homologue norvégien, Anders Fjelstad,",
    "le chef de l'État",
    "Idrissa Kouyaté",
    "le roi du Maroc",
    "l'accord de paix",
    "les deux ministres",
    "le Premier ministre japonais",
    "l'Union européenne",
    "Pékin",
    "une lettre",
    "leurs alliés",
    "le vice-président élu",
];
const ADJUNCTS: &[&str] = &[
    "mardi à Lisbonne",
    "le 3 mai 1995",
    "à l'occasion du sommet du G20",
    "pour parler de l'Ukraine",
    "la semaine dernière à Addis-Abeba",
    "en présence de l'ambassadeur",
    "depuis janvier",
    "à Genève et à Berlin",
    "lors d'une visite à Séoul",
    "",
    "d'ici à la fin de l'année",
];
