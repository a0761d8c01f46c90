//! Text to measure on: made from the gazetteers and sentence templates, and real text where it is at hand.
//!
//! Comes in: a size and a seed. Goes out: articles of several registers, and
//! how much was planted in them: a bench that finds clearly less has lost
//! results, however fast it became. The same seed always gives the same text.

use depeche::lexicon::{embedded, Table};
use std::fmt::Write;
use std::path::Path;

/// Articles and what is in them.
#[derive(Debug, Default)]
pub struct Corpus {
    pub articles: Vec<String>,
    /// Mentions planted, at the least.
    pub mentions: usize,
    /// Relations planted, at the least.
    pub relations: usize,
}

impl Corpus {
    pub fn bytes(&self) -> usize {
        self.articles.iter().map(String::len).sum()
    }
}

/// A small generator of numbers: the benches must not depend on the version of a crate.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.roll(list.len())]
    }
}

/// Names of the gazetteers, the long tail included.
pub struct Names {
    leaders: Vec<String>,
    cities: Vec<String>,
    organizations: Vec<String>,
    demonyms: Vec<(String, String)>,
    events: Vec<String>,
    given: Vec<String>,
    family: Vec<String>,
}

fn rows(file: &str, columns: [&str; 3]) -> Vec<[String; 3]> {
    let text = embedded::TABLES.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text);
    let mut faults = Vec::new();
    let table = Table::parse(file, text, &mut faults);
    table.rows.iter().map(|row| columns.map(|c| table.cell(row, c).to_owned())).collect()
}

fn capitalised(list: &str) -> Vec<String> {
    let words = list.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').next());
    words
        .filter(|w| w.len() > 3)
        .step_by(7)
        .map(|word| {
            let mut letters = word.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            first + letters.as_str()
        })
        .collect()
}

impl Names {
    pub fn new() -> Self {
        let first = |file: &str| rows(file, ["name", "policy", "policy"]);
        let free = |file: &str| {
            first(file).into_iter().filter(|r| r[1] != "context").map(|[name, ..]| name).collect::<Vec<_>>()
        };
        Self {
            leaders: first("leaders.tsv").into_iter().map(|[name, ..]| name).collect(),
            cities: free("cities.tsv")
                .into_iter()
                .filter(|c| !c.starts_with("Le ") && !c.starts_with("Les "))
                .collect(),
            organizations: free("organizations.tsv").into_iter().filter(|o| o.contains(' ')).collect(),
            demonyms: rows("demonyms.tsv", ["masc", "fem", "countries"])
                .into_iter()
                .filter(|r| r[2].len() == 2)
                .map(|[masc, fem, _]| (first_of(&masc), first_of(&fem)))
                .collect(),
            events: first("events.tsv").into_iter().map(|[name, ..]| name).collect(),
            given: capitalised(embedded::GIVEN_NAMES),
            family: capitalised(embedded::FAMILY_NAMES),
        }
    }
}

fn first_of(cell: &str) -> String {
    cell.split('|').next().unwrap_or("").to_owned()
}

const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// Text without names, as most text is.
const PROSE: [&str; 14] = [
    "Les cours du blé ont encore reculé, faute d'acheteurs, et les silos du port restent pleins jusqu'au printemps.",
    "Personne ne s'attendait à ce que la salle soit comble dès l'ouverture des portes.",
    "« Il faudra du temps, beaucoup de temps, avant que les familles puissent rentrer chez elles », a-t-elle ajouté.",
    "Selon plusieurs sources proches du dossier, le texte n'a pas encore été relu par les juristes.",
    "La pluie, tombée sans discontinuer depuis une semaine, a coupé la route principale en trois endroits.",
    "Le taux de chômage a légèrement baissé, mais les jeunes sans diplôme n'en profitent guère.",
    "On ignore encore combien de pièces ont été perdues, et si les assurances les rembourseront.",
    "Cette hausse s'explique par le prix de l'énergie, par celui des transports et par la faiblesse de la monnaie.",
    "Les enquêteurs n'excluent aucune piste ; ils ont demandé aux voisins de ne rien toucher.",
    "À la mi-temps, rien n'était joué : les visiteurs menaient d'un point et le banc local s'impatientait.",
    "Le rapport, long de 240 pages, recommande de fermer la moitié des puits d'ici à dix ans.",
    "Elle se souvient de la maison de bois, du puits gelé et des lettres qu'on lisait à voix haute.",
    "Les négociations sur les salaires reprendront après les fêtes, sans ordre du jour précis.",
    "Un tel accord serait le premier du genre, même s'il laisse de côté la question des réparations.",
];

struct Writer<'n> {
    names: &'n Names,
    dice: Dice,
    corpus: Corpus,
    text: String,
}

impl Writer<'_> {
    fn name(&mut self, list: fn(&Names) -> &Vec<String>) -> String {
        let list = list(self.names);
        list[self.dice.roll(list.len())].clone()
    }

    fn person(&mut self) -> String {
        if self.dice.roll(2) == 0 {
            return self.name(|n| &n.leaders);
        }
        format!("{} {}", self.name(|n| &n.given), self.name(|n| &n.family))
    }

    fn official(&mut self) -> String {
        let (masc, fem) = self.names.demonyms[self.dice.roll(self.names.demonyms.len())].clone();
        match self.dice.roll(5) {
            0 => format!("le ministre {masc} des Affaires étrangères"),
            1 => format!("la présidente {fem}"),
            2 => format!("le Premier ministre {masc}"),
            3 => format!("la ministre {fem} de la Défense"),
            _ => format!("le président {masc}"),
        }
    }

    fn date(&mut self) -> String {
        match self.dice.roll(3) {
            0 => DAYS[self.dice.roll(7)].to_owned(),
            1 => format!("le {} {}", 2 + self.dice.roll(27), MONTHS[self.dice.roll(12)]),
            _ => format!("le {} {} {}", 2 + self.dice.roll(27), MONTHS[self.dice.roll(12)], 1990 + self.dice.roll(36)),
        }
    }

    fn sentence(&mut self) {
        let kind = self.dice.roll(20);
        let (one, two, day) = (self.official(), self.official(), self.date());
        let (person, other, city) = (self.person(), self.person(), self.name(|n| &n.cities));
        let organization = self.name(|n| &n.organizations);
        let event = self.name(|n| &n.events);
        let (sentence, mentions, relations) = match kind {
            0 => (format!("Dans la capitale, {one} a rencontré {day} {two} à {city}."), 4, 1),
            1 => (format!("{person} s'est entretenu {day} au téléphone avec {two}."), 3, 1),
            2 => (format!("Reçue par {one}, {person} n'a pas caché son inquiétude."), 1, 0),
            3 => (format!("Le porte-parole a dit que {one} se rendrait à {city} {day}."), 3, 0),
            4 => (format!("Selon {other}, l'organisation « {organization} » a publié sa réponse {day}."), 1, 0),
            5 => (format!("Interrogé sur le dossier « {event} », {one} a refusé de répondre."), 1, 0),
            6 => (format!("« Nous étions prêts », a déclaré {person} à la presse, à {city}, {day}."), 2, 0),
            7 => (format!("M. {person}, 54 ans, vit depuis vingt ans près de {city}."), 2, 0),
            8 => (format!("De {city}, où il a grandi, {person} garde des souvenirs précis."), 1, 0),
            _ => (self.dice.of(&PROSE).to_owned(), 0, 0),
        };
        self.corpus.mentions += mentions;
        self.corpus.relations += relations;
        let mut letters = sentence.chars();
        self.text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        self.text.push_str(letters.as_str());
        self.text.push(if self.dice.roll(5) == 0 { '\n' } else { ' ' });
    }

    fn article(&mut self, bytes: usize) {
        let (city, month) = (self.name(|n| &n.cities), self.dice.of(&MONTHS));
        let day = 2 + self.dice.roll(27);
        match self.dice.roll(3) {
            0 => _ = write!(self.text, "{}, {day} {month} (Agence) -- ", city.to_uppercase()),
            1 => _ = write!(self.text, "Communiqué du {day} {month} 2014\n\n"),
            _ => {}
        }
        while self.text.len() < bytes {
            self.sentence();
        }
        self.corpus.articles.push(std::mem::take(&mut self.text));
    }
}

/// Articles of about `each` bytes, `bytes` together.
pub fn made(names: &Names, bytes: usize, each: usize, seed: u64) -> Corpus {
    let dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut writer = Writer { names, dice, corpus: Corpus::default(), text: String::new() };
    let mut written = 0;
    while written < bytes {
        let spread = each / 2 + writer.dice.roll(each);
        writer.article(spread.min(bytes - written));
        written += writer.corpus.articles.last().map_or(1, String::len);
    }
    writer.corpus
}

/// Real articles, where the evaluation corpora stand beside the crate.
#[allow(dead_code)]
pub fn real() -> Option<Corpus> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/dev/winer.jsonl");
    let lines = std::fs::read_to_string(path).ok()?;
    let texts = lines.lines().filter_map(|line| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        value["text"].as_str().map(str::to_owned)
    });
    Some(Corpus { articles: texts.collect(), ..Corpus::default() })
}
