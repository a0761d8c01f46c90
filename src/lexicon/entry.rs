//! Gazetteer rows as typed entries.

use super::reader::{variants, Row, Table};
use super::sieve::Sieved;
use super::surface::{Form, Written};
use crate::error::Fault;
use crate::id::{Code, EntryId};
use std::fmt;

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// The name used in gazetteers and in output.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The value called `name`.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* _ => None }
            }

            /// All names, for error messages.
            pub(crate) const NAMES: &'static str = concat!($($text, " "),*);
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

closed_list! {
    /// What kind of place.
    PlaceType {
        /// A state, present or past, or a territory with a code of its own.
        Country = "country",
        /// A town or village.
        City = "city",
        /// A part of a country.
        Region = "region",
        /// A continent.
        Continent = "continent",
        /// A sea, strait, river or canal.
        Water = "water",
        /// A building or an address.
        Building = "building",
        /// A part of the world that is none of these.
        Area = "area",
    }
}

closed_list! {
    /// What kind of organisation.
    OrgType {
        /// A ministry.
        Ministry = "ministry",
        /// A government.
        Government = "government",
        /// An international or regional body.
        International = "international",
        /// A political party.
        Party = "party",
        /// A news agency, newspaper or station.
        Media = "media",
        /// A non-state armed group.
        ArmedGroup = "armed_group",
        /// Anything else.
        Other = "other",
    }
}

closed_list! {
    /// The office an official holds; the closed list of the annotation contract.
    Role {
        /// President of a state, or its leader under any name.
        HeadOfState = "head_of_state",
        /// Prime minister, chancellor.
        HeadOfGovernment = "head_of_government",
        /// King, emperor, emir.
        Monarch = "monarch",
        /// Vice-president of a state.
        VicePresident = "vice_president",
        /// Minister of foreign affairs.
        ForeignMinister = "foreign_minister",
        /// Minister of defence.
        DefenceMinister = "defence_minister",
        /// Any other minister.
        Minister = "minister",
        /// Deputy minister.
        DeputyMinister = "deputy_minister",
        /// Secretary of state below a minister.
        StateSecretary = "state_secretary",
        /// Ambassador, high commissioner, nuncio.
        Ambassador = "ambassador",
        /// Consul.
        Consul = "consul",
        /// Envoy, special representative.
        Envoy = "envoy",
        /// Spokesperson.
        Spokesperson = "spokesperson",
        /// Secretary-general of an organisation.
        SecretaryGeneral = "secretary_general",
        /// Member of a parliament.
        Legislator = "legislator",
        /// Speaker of a parliament.
        Speaker = "speaker",
        /// Governor, prefect.
        Governor = "governor",
        /// Mayor.
        Mayor = "mayor",
        /// Officer of the armed forces.
        MilitaryOfficer = "military_officer",
        /// Leader of a party.
        PartyLeader = "party_leader",
        /// Pope, ayatollah, archbishop.
        ReligiousLeader = "religious_leader",
        /// Judge, prosecutor.
        Judge = "judge",
        /// Negotiator, mediator.
        Negotiator = "negotiator",
        /// Adviser.
        Adviser = "adviser",
        /// President, director or commissioner of an organisation.
        HeadOfOrganization = "head_of_organization",
        /// Any other function.
        Official = "official",
    }
}

closed_list! {
    /// Where a name may be taken for what the row says.
    Policy {
        /// Anywhere, when its capitals are there.
        Free = "free",
        /// Only with support from the context.
        Context = "context",
        /// Only with exactly the row's capitals.
        Exact = "exact",
    }
}

closed_list! {
    /// What a place may stand for.
    Metonym {
        /// Nothing but itself.
        None = "-",
        /// The government that sits there.
        Government = "government",
        /// An institution that sits there.
        Institution = "institution",
    }
}

/// What may complete a title: bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Complements(u8);

impl Complements {
    const NAMES: [&'static str; 5] = ["country", "portfolio", "organization", "city", "person"];

    fn parse(cell: &str) -> Result<Self, String> {
        let mut bits = 0;
        for name in cell.split(',').map(str::trim).filter(|n| !n.is_empty() && *n != "-") {
            match Self::NAMES.iter().position(|n| *n == name) {
                Some(i) => bits |= 1 << i,
                None => return Err(format!("expected complements out of {:?}, found {name:?}", Self::NAMES)),
            }
        }
        Ok(Self(bits))
    }

    /// Takes a country (« président de la France »).
    #[must_use]
    pub const fn country(self) -> bool {
        self.0 & 1 != 0
    }

    /// Takes a portfolio (« ministre de la Défense »).
    #[must_use]
    pub const fn portfolio(self) -> bool {
        self.0 & 2 != 0
    }

    /// Takes an organisation (« directeur de la CIA »).
    #[must_use]
    pub const fn organization(self) -> bool {
        self.0 & 4 != 0
    }

    /// Takes a city (« maire de Lyon »).
    #[must_use]
    pub const fn city(self) -> bool {
        self.0 & 8 != 0
    }

    /// Takes a person or another official (« conseiller du président »).
    #[must_use]
    pub const fn person(self) -> bool {
        self.0 & 16 != 0
    }
}

/// What a row says beyond its name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EntryData {
    /// A place.
    Place {
        /// Its kind.
        place_type: PlaceType,
        /// The country it lies in, or is.
        country: Option<Code>,
        /// What it may stand for.
        metonym: Metonym,
    },
    /// An adjective of nationality and the noun beside it.
    Demonym {
        /// The countries it stands for, most often one.
        countries: Vec<Code>,
    },
    /// An organisation.
    Organization {
        /// Its kind.
        org_type: OrgType,
        /// Its country.
        country: Option<Code>,
    },
    /// The head noun of an official.
    Title {
        /// The office.
        role: Role,
        /// What may complete it.
        complements: Complements,
    },
    /// What a minister is minister of.
    Portfolio,
    /// A term of office of a person.
    Leader {
        /// Country or organisation.
        country: Option<Code>,
        /// The office.
        role: Role,
        /// First day, as far as a source says.
        from: String,
        /// Last day, as far as a source says.
        to: String,
    },
    /// A named summit, conference, war or agreement.
    Event,
    /// A person the user named.
    Person,
}

/// One row of a gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// File and id, such as `cities/524901`.
    pub id: String,
    /// The name a text in French uses first.
    pub name: String,
    /// Other names.
    pub variants: Vec<String>,
    /// Where it may be taken.
    pub policy: Policy,
    /// The rest.
    pub data: EntryData,
}

/// Collects entries and the surfaces they are found by.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub entries: Vec<Entry>,
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

    /// Adds an entry found by its name and variants.
    pub fn add(&mut self, id: String, name: &str, others: &str, policy: Policy, data: EntryData) -> EntryId {
        let entry = EntryId::from_index(self.entries.len());
        for form in std::iter::once(name).chain(variants(others)) {
            self.surfaces.push(Written { text: form.to_owned(), entry, form: Form::default(), policy });
        }
        let variants = variants(others).map(str::to_owned).collect();
        self.entries.push(Entry { id, name: name.to_owned(), variants, policy, data });
        entry
    }

    fn required<'t>(table: &Table<'t>, row: &Row, column: &str) -> Result<&'t str, Fault> {
        match table.cell(row, column) {
            "" => Err(table.fault(row, column, format!("expected a value for {column}, found nothing"))),
            cell => Ok(cell),
        }
    }

    fn id(table: &Table<'_>, row: &Row, stem: &str) -> Result<String, Fault> {
        Ok([stem, "/", Self::required(table, row, "id")?].concat())
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
        let others = format!("{}|{}", table.cell(row, "variants"), table.cell(row, "official"));
        let data = EntryData::Place { place_type: PlaceType::Country, country: code, metonym: Metonym::Government };
        self.add(Self::id(table, row, "countries")?, name, &others, Policy::Free, data);
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
        self.add(Self::id(table, row, stem)?, name, table.cell(row, "variants"), policy, data);
        Ok(())
    }

    fn organization(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let data = EntryData::Organization {
            org_type: Self::listed(table, row, "org_type", OrgType::from_name, OrgType::NAMES)?,
            country: Self::code(table, row, "country")?,
        };
        let policy = Self::policy(table, row)?;
        self.add(Self::id(table, row, "organizations")?, name, table.cell(row, "variants"), policy, data);
        Ok(())
    }

    fn plain(&mut self, table: &Table<'_>, row: &Row, stem: &str, data: EntryData) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        self.add(Self::id(table, row, stem)?, name, table.cell(row, "variants"), Policy::Free, data);
        Ok(())
    }

    fn leader(&mut self, table: &Table<'_>, row: &Row) -> Result<(), Fault> {
        let name = Self::required(table, row, "name")?;
        let data = EntryData::Leader {
            country: Self::code(table, row, "country")?,
            role: Self::listed(table, row, "role", Role::from_name, Role::NAMES)?,
            from: table.cell(row, "from").to_owned(),
            to: table.cell(row, "to").to_owned(),
        };
        self.add(Self::id(table, row, "leaders")?, name, table.cell(row, "variants"), Policy::Free, data);
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
                self.surfaces.push(Written { text: surface.to_owned(), entry, form, policy });
            }
        }
        let id = Self::id(table, row, stem)?;
        self.entries.push(Entry { id, name: name.to_owned(), variants: Vec::new(), policy: Policy::Free, data });
        Ok(())
    }
}
