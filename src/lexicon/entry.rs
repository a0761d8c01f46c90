//! What a row of a gazetteer is: the entry, and the closed lists its cells are taken from.
//!
//! Comes in: the words of cells. Goes out: [`Entry`] and its parts, for all stages. It reads no table: that is the
//! business of `builder`.

use super::reader::variants;
use crate::id::{Code, EntryId};
use std::borrow::Cow;
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

    pub(super) fn parse(cell: &str) -> Result<Self, String> {
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
        from: Cow<'static, str>,
        /// Last day, as far as a source says.
        to: Cow<'static, str>,
    },
    /// A named summit, conference, war or agreement.
    Event,
    /// A person the user named.
    Person,
}

impl EntryData {
    /// What it is, without what it says.
    #[must_use]
    pub const fn sort(&self) -> Sorts {
        match self {
            Self::Place { .. } => Sorts::PLACE,
            Self::Demonym { .. } => Sorts::DEMONYM,
            Self::Organization { .. } => Sorts::ORGANIZATION,
            Self::Title { .. } => Sorts::TITLE,
            Self::Portfolio => Sorts::PORTFOLIO,
            Self::Leader { .. } => Sorts::LEADER,
            Self::Event => Sorts::EVENT,
            Self::Person => Sorts::PERSON,
        }
    }
}

/// A set of the kinds of [`EntryData`]: what the rows of a name may be, known without looking at them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorts(u8);

impl Sorts {
    /// [`EntryData::Place`]
    pub const PLACE: Self = Self(1);
    /// [`EntryData::Demonym`]
    pub const DEMONYM: Self = Self(1 << 1);
    /// [`EntryData::Organization`]
    pub const ORGANIZATION: Self = Self(1 << 2);
    /// [`EntryData::Title`]
    pub const TITLE: Self = Self(1 << 3);
    /// [`EntryData::Portfolio`]
    pub const PORTFOLIO: Self = Self(1 << 4);
    /// [`EntryData::Leader`]
    pub const LEADER: Self = Self(1 << 5);
    /// [`EntryData::Event`]
    pub const EVENT: Self = Self(1 << 6);
    /// [`EntryData::Person`]
    pub const PERSON: Self = Self(1 << 7);
    /// None of them.
    pub const NONE: Self = Self(0);
    /// All of them but places.
    pub const BUT_PLACE: Self = Self(!Self::PLACE.0);

    /// Those in either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of them is in both.
    #[must_use]
    #[inline]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Sorts {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

/// One row of a gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The name a text in French uses first.
    pub name: Cow<'static, str>,
    /// Other names, as the row has them.
    pub(super) variants: Cow<'static, str>,
    /// Where it may be taken.
    pub policy: Policy,
    /// The rest.
    pub data: EntryData,
}

impl Entry {
    /// Its name and its other names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(variants(&self.variants))
    }
}

/// The ids of entries, such as `cities/524901`, in their order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Ids {
    /// Adds the id of the next entry, in parts.
    pub fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.text.push_str(part));
        self.ends.push(self.text.len() as u32);
    }

    pub fn get(&self, entry: EntryId) -> &str {
        let start =
            entry.index().checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.ends.get(entry.index()).map_or("", |&end| &self.text[start..end as usize])
    }
}
