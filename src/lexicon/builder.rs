//! Gazetteer rows as typed entries.
//!
//! Comes in: the rows of the tables, one table after another. Goes out: [`Builder`], with the entries, the surfaces they
//! are found by, and a fault for each row that is none. It never asks what an entry means in a text.

use super::entry::{Complements, Entry, EntryData, Ids, Metonym, OrgType, PlaceType, Policy, Role};
use super::reader::{variants, Row, Table};
use super::sieve::Sieved;
use super::surface::{Form, Written};
use crate::error::Fault;
use crate::id::{Code, EntryId};

/// Collects entries and the surfaces they are found by.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub entries: Vec<Entry>,
    pub ids: Ids,
    pub surfaces: Vec<Written>,
    pub prefixes: Sieved<Code>,
    pub silenced: Vec<String>,
}

impl Builder {
    pub fn table(&mut self, table: &Table<'_>, faults: &mut Vec<Fault>) {
        let file = table.name.rsplit(['/', '\\']).next().unwrap_or(&table.name);
        // The user's own may be called anything, `events.tsv` too: its columns tell it.
        let own = table.column("kind").is_some();
        let stem = if own { "" } else { file.trim_end_matches(".tsv").trim_end_matches("_extra") };
        if own {
            super::custom::replace(self, table);
        }
        for row in &table.rows {
            let done = match stem {
                "countries" => self.country(table, row),
                "demonyms" => self.inflected(table, row, stem),
                "titles" => self.inflected(table, row, stem),
                "demonym_prefixes" => self.prefix(table, row),
                "cities" | "regions" | "buildings" => self.place(table, row, stem),
                "organizations" => self.organization(table, row),
                "portfolios" => self.plain(table, row, stem, EntryData::Portfolio),
                "events" => self.plain(table, row, stem, EntryData::Event),
                "leaders" => self.leader(table, row),
                _ => super::custom::row(self, table, row),
            };
            if let Err(fault) = done {
                faults.push(fault);
            }
        }
    }

    /// Adds an entry found by its name and its other names. Its id is told in parts, the cells of other names may be two.
    pub fn add<'t>(
        &mut self,
        table: &Table<'t>,
        id: &[&str],
        name: &'t str,
        others: &[&'t str],
        policy: Policy,
        data: EntryData,
    ) {
        let entry = EntryId::from_index(self.entries.len());
        for form in std::iter::once(name).chain(others.iter().flat_map(|cell| variants(cell))) {
            self.surfaces.push(Written { text: table.keep(form), entry, form: Form::default(), policy });
        }
        let variants = match others {
            [cell] => table.keep(cell),
            cells => cells.join("|").into(),
        };
        self.ids.push(id);
        self.entries.push(Entry { name: table.keep(name), variants, policy, data });
    }

    fn required<'t>(table: &Table<'t>, row: &Row, column: &str) -> Result<&'t str, Fault> {
        match table.cell(row, column) {
            "" => Err(table.fault(row, column, format!("expected a value for {column}, found nothing"))),
            cell => Ok(cell),
        }
    }

    pub fn code(table: &Table<'_>, row: &Row, column: &str) -> Result<Option<Code>, Fault> {
        match table.cell(row, column) {
            "" | "-" => Ok(None),
            cell => match Code::new(cell) {
                Some(code) => Ok(Some(code)),
                None => Err(table.fault(row, column, format!("expected a code of at most {} letters", Code::MAX))),
            },
        }
    }

    fn listed<T>(
        table: &Table<'_>,
        row: &Row,
        column: &str,
        parse: fn(&str) -> Option<T>,
        names: &str,
    ) -> Result<T, Fault> {
        let cell = table.cell(row, column);
        parse(cell).ok_or_else(|| table.fault(row, column, format!("expected one of {names}found {cell:?}")))
    }

    pub fn policy(table: &Table<'_>, row: &Row) -> Result<Policy, Fault> {
        match table.cell(row, "policy") {
            "" => Ok(Policy::Free),
            _ => Self::listed(table, row, "policy", Policy::from_name, Policy::NAMES),
        }
    }

    fn country(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let code = Self::code(table, row, "id")?;
        let others = ["variants", "official"].map(|column| table.cell(row, column));
        let data = EntryData::Place { place_type: PlaceType::Country, country: code, metonym: Metonym::Government };
        let id = Self::required(table, row, "id")?;
        self.add(table, &["countries/", id], name, &others, Policy::Free, data);
        Ok(())
    }

    fn place(&mut self, table: &Table<'_>, row: &Row, stem: &str) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let data = EntryData::Place {
            place_type: Self::listed(table, row, "place_type", PlaceType::from_name, PlaceType::NAMES)?,
            country: Self::code(table, row, "country")?,
            metonym: Self::listed(table, row, "metonym", Metonym::from_name, Metonym::NAMES)?,
        };
        let policy = Self::policy(table, row)?;
        let id = Self::required(table, row, "id")?;
        self.add(table, &[stem, "/", id], name, &[table.cell(row, "variants")], policy, data);
        Ok(())
    }

    fn organization(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let data = EntryData::Organization {
            org_type: Self::listed(table, row, "org_type", OrgType::from_name, OrgType::NAMES)?,
            country: Self::code(table, row, "country")?,
        };
        let policy = Self::policy(table, row)?;
        let id = Self::required(table, row, "id")?;
        self.add(table, &["organizations/", id], name, &[table.cell(row, "variants")], policy, data);
        Ok(())
    }

    fn plain(&mut self, table: &Table<'_>, row: &Row, stem: &str, data: EntryData) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let id = Self::required(table, row, "id")?;
        self.add(table, &[stem, "/", id], name, &[table.cell(row, "variants")], Policy::Free, data);
        Ok(())
    }

    fn leader(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let data = EntryData::Leader {
            country: Self::code(table, row, "country")?,
            role: Self::listed(table, row, "role", Role::from_name, Role::NAMES)?,
            from: table.kept(row, "from"),
            to: table.kept(row, "to"),
        };
        let id = Self::required(table, row, "id")?;
        self.add(table, &["leaders/", id], name, &[table.cell(row, "variants")], Policy::Free, data);
        Ok(())
    }

    fn prefix(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let prefix = crate::text::fold::fold(Self::required(table, row, "prefix")?);
        let countries = table.cell(row, "countries");
        if let Some(code) = countries.split(',').next().and_then(|c| Code::new(c.trim())) {
            if code.as_str() != "-" {
                *self.prefixes.entry(&prefix, code) = code;
            }
        }
        Ok(())
    }

    /// Demonyms and titles: four forms, each with its gender and number.
    fn inflected(&mut self, table: &Table<'_>, row: &Row, stem: &str) -> Result<(), Fault> {
        let name = Self::required(table, row, "masc")?;
        let data = if stem == "titles" {
            EntryData::Title {
                role: Self::listed(table, row, "role", Role::from_name, Role::NAMES)?,
                complements: Complements::parse(table.cell(row, "complements"))
                    .map_err(|message| table.fault(row, "complements", message))?,
            }
        } else {
            let countries = table.cell(row, "countries").split(',').map(str::trim).filter(|c| *c != "-");
            EntryData::Demonym { countries: countries.filter_map(Code::new).collect() }
        };
        let entry = EntryId::from_index(self.entries.len());
        for (column, form) in [
            ("masc", Form { feminine: false, plural: false }),
            ("masc_pl", Form { feminine: false, plural: true }),
            ("fem", Form { feminine: true, plural: false }),
            ("fem_pl", Form { feminine: true, plural: true }),
        ] {
            for surface in variants(table.cell(row, column)) {
                // « Pdt » is an abbreviation, PDT a party.
                let abbreviation = surface.starts_with(char::is_uppercase);
                let policy = if abbreviation { Policy::Exact } else { Policy::Free };
                self.surfaces.push(Written { text: table.keep(surface), entry, form, policy });
            }
        }
        self.ids.push(&[stem, "/", Self::required(table, row, "id")?]);
        self.entries.push(Entry { name: table.keep(name), variants: "".into(), policy: Policy::Free, data });
        Ok(())
    }
}
