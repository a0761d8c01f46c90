//! The head noun of an official with what stands before it: vice-, ex-, ancien, haut, futur, and the determiner.
//! Comes in: a gazetteer hit. Goes out: a [`Draft`] that the complements will extend. Never looks behind the noun.

use super::super::Context;
use super::names::{self, Title};
use super::words::{self, Class, Institution, Support};
use super::Draft;
use crate::lexicon::grammar::Function;
use crate::lexicon::{Hit, Role};

/// How many words may stand before the noun.
const BEFORE: usize = 3;

/// The draft of an official whose title is `hit`.
pub(super) fn read(context: Context<'_>, hit: &Hit) -> Option<Draft> {
    let (hit, title) = shortest(context, hit)?;
    let source = context.source;
    let (noun, last) = (hit.first as usize, hit.last as usize);
    let mut draft = Draft::new(noun, last, &title);
    draft.support = words::words().support(source, noun, last);
    before(context, &mut draft);
    if draft.role == Role::Official
        && matches!(source.folded(noun), "homologue" | "homologues" | "collegue" | "collegues")
    {
        draft.counterpart = true;
    }
    draft.abroad = source.folded(noun).starts_with("attache");
    number(context, &mut draft, &title);
    // « président du conseil | d'administration »
    let business = (noun + 1..last).any(|at| {
        words::words()
            .institution(source, at)
            .is_some_and(|(len, kind)| kind == Institution::Business && at + len > last)
    });
    draft.rejected |= business;
    inner_names(context, &mut draft);
    if let Some(home) = words::words().home(context.lexicon.id(title.entry)) {
        draft.unowned = home.as_str() == "-";
        draft.home = true;
        draft.countries.clear();
        draft.countries.extend(Some(home).filter(|_| !draft.unowned));
    }
    Some(draft)
}

/// The title, cut back when a name inside it goes on behind it (« président du Conseil | de l'Europe »).
fn shortest(context: Context<'_>, hit: &Hit) -> Option<(Hit, Title)> {
    let title = names::title(context, hit)?;
    for at in hit.first as usize + 1..hit.last as usize {
        let longer = context.lexicon.name_at(context.lexical, at, at + 14).filter(|name| name.last > hit.last);
        let named = longer.filter(|n| {
            names::place(context, n, false).or(None).is_some() || names::organization(context, n).is_some()
        });
        if named.is_some() {
            let cut = context.lexicon.name_at(context.lexical, hit.first as usize, at)?;
            return names::title(context, &cut).map(|title| (cut, title));
        }
    }
    // « l'envoyé spécial du président | X »: the office inside is held by the name behind it.
    let of = (hit.first as usize + 1..hit.last as usize).find(|&at| matches!(context.source.lowered(at), "du" | "de"));
    let held =
        of.filter(|_| context.source.lowered(hit.last as usize) != "," && name_ahead(context, hit.last as usize));
    if let Some(cut) = held.and_then(|at| context.lexicon.name_at(context.lexical, hit.first as usize, at)) {
        if let Some(title) = names::title(context, &cut).filter(|t| t.role == Role::Envoy) {
            return Some((cut, title));
        }
    }
    Some((*hit, title))
}

fn before(context: Context<'_>, draft: &mut Draft) {
    let source = context.source;
    for _ in 0..BEFORE {
        let Some(at) = draft.first.checked_sub(1) else { break };
        if source.get(draft.first).is_some_and(|t| t.starts_sentence()) {
            break;
        }
        let found = words::words().find(source, at, |class| match class {
            Class::Before(status) => Some(status),
            _ => None,
        });
        let Some((1, status)) = found else { break };
        let joined = source.get(draft.first).is_some_and(|t| t.is_joined());
        let word = source.folded(at);
        let glues = matches!(word, "ex" | "vice" | "sous" | "co" | "pro");
        if glues && !joined && word != "ex" && word != "vice" || !glues && joined {
            break;
        }
        if word == "vice" || word == "sous" {
            draft.role = lower(draft.role);
            draft.title_first = at;
        }
        if let Some(status) = status {
            draft.status = status;
        } else if word == "haut" || word.starts_with("haut") || word.starts_with("princip") {
            draft.title_first = at;
            draft.support.weak = true;
        }
        draft.first = at;
    }
}

/// The office below: what vice- and sous- make of a role.
fn lower(role: Role) -> Role {
    match role {
        Role::HeadOfState => Role::VicePresident,
        Role::HeadOfGovernment => Role::Minister,
        Role::Minister | Role::ForeignMinister | Role::DefenceMinister | Role::StateSecretary => Role::DeputyMinister,
        Role::Consul | Role::VicePresident | Role::DeputyMinister => role,
        Role::MilitaryOfficer => Role::MilitaryOfficer,
        _ => Role::Official,
    }
}

/// Number and gender, from the form or else from the determiner.
fn number(context: Context<'_>, draft: &mut Draft, title: &Title) {
    let source = context.source;
    let mut at = draft.first.checked_sub(1);
    while let Some(index) = at {
        match source.lowered(index) {
            "nouveau" | "nouvel" | "nouvelle" | "nouveaux" | "jeune" | "actuel" | "actuelle" | "premier"
            | "première" => {}
            "deux" | "trois" | "quatre" | "cinq" | "six" => draft.plural = title.may_be_plural,
            _ => break,
        }
        at = index.checked_sub(1);
    }
    let begins = source.get(draft.first).is_some_and(|t| t.starts_sentence());
    let determiner = at.filter(|_| !begins);
    draft.determiner = determiner;
    let (word, function) =
        determiner.map_or(("", Function::None), |i| (source.lowered(i), names::function(context, i)));
    let plural = matches!(
        word,
        "les"
            | "des"
            | "aux"
            | "ces"
            | "ses"
            | "leurs"
            | "plusieurs"
            | "quelques"
            | "certains"
            | "certaines"
            | "nos"
            | "vos"
    ) || source.get(determiner.unwrap_or(usize::MAX)).is_some_and(|t| t.is_number());
    draft.plural |= title.may_be_plural && (plural || !title.may_be_singular);
    let feminine = matches!(word, "la" | "une" | "cette" | "sa" | "ma");
    draft.feminine = title.may_be_feminine && (feminine || !title.may_be_masculine);
    draft.determined = function.determines() || matches!(word, "de" | "d'" | "l'");
}

/// Countries of names inside a fixed title (« chef de l'OTAN », « locataire de l'Élysée »).
fn inner_names(context: Context<'_>, draft: &mut Draft) {
    let (first, last) = draft.title();
    if last - first < 2 {
        return;
    }
    let mut at = first + 1;
    while at < last {
        let name = context.lexicon.name_at(context.lexical, at, last);
        let body = name.and_then(|hit| names::organization(context, &hit));
        draft.unowned |= body.is_some_and(names::Organization::stateless);
        let country = name.and_then(|hit| {
            names::place(context, &hit, false).and_then(|p| p.country).or_else(|| body.and_then(|o| o.country))
        });
        if country.is_some() {
            draft.add_country(country);
            draft.inside = true;
        } else if let Some(demonym) = demonym_inside(context, at) {
            draft.countries = demonym;
            draft.inside = true;
        }
        // « les secrétaires généraux de l'OTAN | et de l'ONU »
        draft.list |= draft.plural && body.is_some() && name.is_some_and(|hit| hit.last as usize == last);
        at = name.map_or(at + 1, |hit| hit.last as usize);
    }
}

fn demonym_inside(context: Context<'_>, at: usize) -> Option<Vec<crate::id::Code>> {
    let hit = context.lexicon.name_at(context.lexical, at, at + 1)?;
    let countries =
        context.lexicon.surfaces(context.source, &hit).find_map(|s| match &context.lexicon.entry(s.entry).data {
            crate::lexicon::EntryData::Demonym { countries } => Some(countries.clone()),
            _ => None,
        });
    countries
}

/// Whether the noun is held up by enough to be an official.
pub(super) fn supported(context: Context<'_>, draft: &Draft) -> bool {
    let Support { weak, rank, participle, attributive, generic } = draft.support;
    let source = context.source;
    // « l'étape-reine »: the second half of a compound.
    let compound = source.get(draft.first).is_some_and(|t| t.is_joined());
    if draft.rejected || compound {
        return false;
    }
    // « a envoyé des troupes à Tripoli »
    let acts = |g: &crate::syntax::VerbGroup| (g.first as usize) < draft.noun && g.is_finite();
    if participle && !draft.determined && context.syntax.group_at(draft.noun).is_some_and(acts) {
        return false;
    }
    let before = draft.determiner.map_or("", |i| source.lowered(i));
    // « son collègue français » answers an office, « un collègue », « son collègue Dupont » do not.
    let owned = matches!(before, "son" | "sa" | "ses" | "leur" | "leurs");
    if source.folded(draft.noun).starts_with("collegue") && !(owned && draft.nationality) {
        return false;
    }
    if matches!(before, "notre" | "nos" | "votre") && draft.role == Role::Envoy {
        return false;
    }
    // « un rôle de dirigeant »
    if participle && matches!(before, "de" | "d'") && !draft.plural && !draft.complemented() {
        return false;
    }
    let opens = source.get(draft.first).is_some_and(|t| t.starts_sentence() || t.starts_line());
    let apposed = opens
        || matches!(before, "," | "(" | "et" | "-" | "–" | "—" | "comme" | "que" | "ou" | "ancien" | ":" | "«" | "\"");
    let capacity = before == "comme"
        || matches!(before, "que" | "qu'")
            && draft.determiner.is_some_and(|i| i > 0 && source.lowered(i - 1) == "tant");
    // « Envoyée spéciale à Kiev »: a byline.
    // « X, envoyé spécial du président Y »
    let whole = before == "," && draft.noun_last > draft.noun + 1 && matches!(source.lowered(draft.last), "du" | "de");
    let told = draft.determined || draft.complemented() || !draft.countries.is_empty() || whole;
    if draft.role == Role::Envoy && !(told || capacity) {
        return false;
    }
    // « libres, indépendants et souverains »
    let listed = || {
        before == "et"
            && !draft.complemented()
            && draft.determiner.is_some_and(|i| i > 0 && context.is_adjective(i - 1))
    };
    if attributive && (!(draft.determined || apposed) || listed())
        || participle && !(draft.determined || draft.complemented() || capacity || whole)
    {
        return false;
    }
    if rank {
        // « le général Abdourahamane Tiani »: an officer by his name; other dignities are part of how a man is called.
        let officer = draft.role == Role::MilitaryOfficer && (draft.determined || apposed);
        // « le général de Gaulle »
        let noble = usize::from(matches!(source.lowered(draft.last), "de" | "d'" | "von" | "van"));
        // « le ministre, le général de corps d'armée, X, »
        let set_off = before_comma(context, draft) && draft.noun_last > draft.noun + 2;
        let named = source.lowered(draft.last) != "," && name_ahead(context, draft.last + noble)
            || set_off && source.lowered(draft.last) == "," && name_ahead(context, draft.last + 1);
        return draft.complemented() || officer && named;
    }
    // « avec rang de ministre », « il est diplomate de formation »
    let bare = !draft.complemented() && draft.last == draft.noun_last;
    let rank_of = matches!(before, "de" | "d'")
        && draft.determiner.is_some_and(|i| i > 0 && matches!(source.lowered(i - 1), "rang" | "grade"));
    let trained = matches!(source.lowered(draft.last), "de")
        && matches!(source.lowered(draft.last + 1), "formation" | "carrière" | "métier" | "profession");
    if bare && (rank_of || trained && !draft.determined) {
        return false;
    }
    // « un ancien chef de mission »
    let once = draft.status == crate::mention::OfficeStatus::Former && draft.determined && !generic;
    !weak
        || once
        || capacity
        || draft.complemented()
        || capital_office(context, draft)
        || (draft.determined || apposed) && name_ahead(context, draft.last)
}

/// « le Secrétaire général », with a capital: of the organisation whose text it is.
fn capital_office(context: Context<'_>, draft: &Draft) -> bool {
    let before = draft.determiner.map_or("", |i| context.source.lowered(i));
    draft.role == Role::SecretaryGeneral
        && draft.last == draft.noun_last
        && matches!(before, "le" | "la" | "du" | "au")
        && context.source.get(draft.noun).is_some_and(|t| t.is_title_case())
}

/// The article of the title stands behind a comma.
fn before_comma(context: Context<'_>, draft: &Draft) -> bool {
    draft.determiner.is_some_and(|i| i > 0 && context.source.str(i - 1) == ",")
}

/// How many weak titles of a text are remembered.
pub(super) const KNOWN: usize = 16;

/// Whether a bare weak title with the definite article repeats one that was told in full before.
pub(super) fn repeated(context: Context<'_>, draft: &Draft, known: &[(usize, usize)]) -> bool {
    let source = context.source;
    let before = draft.determiner.map_or("", |i| source.lowered(i));
    let definite = matches!(before, "le" | "la" | "l'" | "du" | "au" | "ce" | "cette");
    let alone = draft.last == draft.noun_last && draft.support.weak && !draft.rejected && !draft.plural;
    definite
        && alone
        && known.iter().any(|&(first, last)| {
            last - first >= draft.noun_last - draft.noun
                && (first..last).zip(draft.noun..draft.noun_last).all(|(a, b)| source.folded(a) == source.folded(b))
        })
}

/// Whether a person's name may follow at `at`, perhaps after a comma.
pub(super) fn name_ahead(context: Context<'_>, at: usize) -> bool {
    let source = context.source;
    let at = if source.lowered(at) == "," { at + 1 } else { at };
    let Some(token) = source.get(at) else { return false };
    if !token.is_word() || !token.is_capitalized() || token.starts_sentence() {
        return false;
    }
    let known = context.name(at);
    let named = names::name_at(context, at)
        .is_some_and(|h| names::place(context, &h, false).is_some() || names::organization(context, &h).is_some());
    known.given > 0 || known.family > 0 || !named
}

impl Draft {
    /// Whether anything says more than the noun.
    pub(super) fn complemented(&self) -> bool {
        self.inside
            || self.modified
            || self.nationality
            || !self.countries.is_empty()
            || self.portfolio.is_some()
            || self.portfolio_tokens.is_some()
            || self.organ
            || self.place
    }
}
