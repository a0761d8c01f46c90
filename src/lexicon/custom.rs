//! The user's own names: kind · name · variants · country · type · policy · action.

use super::builder::Builder;
use super::entry::{Complements, EntryData, Metonym, OrgType, PlaceType, Role};
use super::inflection;
use super::reader::{variants, Row, Table};
use super::surface::{Form, Written};
use crate::error::Fault;
use crate::id::EntryId;
use rustc_hash::FxHashSet;

const KINDS: &str = "person official place organization event demonym";

/// Forgets what tables before this one say of its names: a row of the user's own replaces them. Once for the whole
/// table, so that a long one is read in a time that grows with its length.
pub(super) fn replace(builder: &mut Builder, table: &Table<'_>) {
    let adds = table.rows.iter().filter(|row| table.cell(row, "action") != "silence");
    let names: FxHashSet<&str> = adds
        .flat_map(|row| std::iter::once(table.cell(row, "name")).chain(variants(table.cell(row, "variants"))))
        .collect();
    builder.surfaces.retain(|written| !names.contains(&*written.text));
}

/// Adds or silences what one row of the user's file says.
pub(super) fn row(builder: &mut Builder, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
    for column in ["kind", "name"] {
        if table.column(column).is_none() {
            return Err(Fault::new(&table.name, 1, 1, format!("expected a header line with a column {column:?}")));
        }
    }
    let name = table.cell(row, "name");
    if name.is_empty() {
        return Err(table.fault(row, "name", "expected a name, found nothing"));
    }
    let others = table.cell(row, "variants");
    match table.cell(row, "action") {
        "silence" => {
            builder.silenced.extend(std::iter::once(name).chain(variants(others)).map(str::to_owned));
            return Ok(());
        }
        "" | "add" => {}
        other => return Err(table.fault(row, "action", format!("expected add or silence, found {other:?}"))),
    }
    let kind = table.cell(row, "kind");
    let country = Builder::code(table, row, "country")?;
    let policy = Builder::policy(table, row)?;
    let of_type = table.cell(row, "type");
    let bad = |names: &str| table.fault(row, "type", format!("expected one of {names}found {of_type:?}"));
    let data = match kind {
        "person" => EntryData::Person,
        "event" => EntryData::Event,
        "place" => EntryData::Place {
            place_type: PlaceType::from_name(of_type).ok_or_else(|| bad(PlaceType::NAMES))?,
            country,
            metonym: Metonym::None,
        },
        "organization" => EntryData::Organization {
            org_type: OrgType::from_name(of_type).ok_or_else(|| bad(OrgType::NAMES))?,
            country,
        },
        "official" => EntryData::Title {
            role: Role::from_name(of_type).ok_or_else(|| bad(Role::NAMES))?,
            complements: Complements::default(),
        },
        "demonym" => EntryData::Demonym { countries: country.into_iter().collect() },
        other => return Err(table.fault(row, "kind", format!("expected one of {KINDS}, found {other:?}"))),
    };
    let line = row.line.to_string();
    let id = [&*table.name, "/", &line, ":", name];
    match data {
        EntryData::Title { .. } | EntryData::Demonym { .. } => {
            let names: Vec<&str> = std::iter::once(name).chain(variants(others)).collect();
            let entry = EntryId::from_index(builder.entries.len());
            let demonym = matches!(data, EntryData::Demonym { .. });
            for (text, form) in forms(&names, demonym) {
                builder.surfaces.push(Written { text: text.into(), entry, form, policy });
            }
            builder.ids.push(&id);
            let (name, variants) = (table.keep(name), table.keep(others));
            builder.entries.push(super::Entry { name, variants, policy, data });
        }
        data => builder.add(table, &id, name, &[others], policy, data),
    }
    Ok(())
}

/// The forms the row gives, and the regular ones it leaves out: plurals, of a demonym the feminine as well.
/// They are made by rule and not found by a stemmer, to which « présidence » is a « président ».
fn forms(given: &[&str], demonym: bool) -> Vec<(String, Form)> {
    let is_plural = |word: &str| given.len() > 1 && word.ends_with('s');
    let mut forms: Vec<(String, Form)> =
        given.iter().map(|&word| (word.to_owned(), Form { plural: is_plural(word), feminine: false })).collect();
    let mut add = |text: String, plural: bool, feminine: bool| {
        if forms.iter().all(|(known, _)| *known != text) {
            forms.push((text, Form { plural, feminine }));
        }
    };
    for &word in given.iter().filter(|word| !is_plural(word)) {
        add(plural_of(word), true, false);
        if demonym && !word.contains(' ') {
            let feminine = inflection::feminine(word);
            add(plural_of(&feminine), true, true);
            add(feminine, false, true);
        }
    }
    forms
}

/// « chefs du protocole », « envoyés spéciaux »: every word up to the first link is inflected.
fn plural_of(phrase: &str) -> String {
    let mut linked = false;
    let words: Vec<String> = phrase
        .split(' ')
        .map(|word| {
            linked |= matches!(word, "de" | "du" | "des" | "à" | "au" | "aux" | "en" | "pour")
                || word.starts_with("d'")
                || word.starts_with("l'");
            let acronym = word.chars().all(|c| !c.is_lowercase());
            if linked || acronym {
                word.to_owned()
            } else {
                inflection::plural(word)
            }
        })
        .collect();
    words.join(" ")
}
