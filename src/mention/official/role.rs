//! What the complements make of a role: minister + foreign affairs, president + parliament, chief + party.
//! Comes in: a draft and a complement. Goes out: the draft's role. Touches nothing else.

use super::super::Context;
use super::names::{Organization, Place};
use super::words::{self, Class, Institution};
use super::Draft;
use crate::lexicon::{Hit, OrgType, PlaceType, Role};

/// A minister's portfolio.
pub(super) fn by_portfolio(context: Context<'_>, draft: &mut Draft) {
    let Some((first, _)) = draft.portfolio_tokens else { return };
    let source = context.source;
    let found = words::words().find(source, first, |c| matches!(c, Class::Foreign | Class::Defence).then_some(c));
    let deputy = (draft.title().0..draft.title().1)
        .any(|i| matches!(source.folded(i), "delegue" | "deleguee" | "adjoint" | "adjointe"));
    let defence = found.map(|(_, class)| class == Class::Defence);
    match (draft.role, defence) {
        (Role::Minister, Some(defence)) if !deputy => {
            draft.role = if defence { Role::DefenceMinister } else { Role::ForeignMinister };
        }
        _ => {}
    }
}

/// Members and presidents of local councils (« conseiller régional », « président du conseil général »).
pub(super) fn by_adjective(context: Context<'_>, draft: &mut Draft, at: usize) {
    let source = context.source;
    let adjective = source.folded(at);
    let local = ["general", "regional", "municipal", "departement", "communal", "territorial"];
    let leads = matches!(source.folded(draft.noun), "chef" | "cheffe" | "leader" | "leadeur" | "patron" | "patronne");
    let partisan = || words::words().find(source, at, |c| (c == Class::Partisan).then_some(())).is_some();
    if leads && at == draft.noun_last && partisan() {
        draft.role = Role::PartyLeader;
    }
    if at != draft.noun_last || !local.iter().any(|stem| adjective.starts_with(stem)) {
        return;
    }
    draft.role = match draft.role {
        Role::Adviser => Role::Legislator,
        Role::HeadOfGovernment if source.folded(at - 1) == "conseil" => Role::Governor,
        role => role,
    };
}

/// A president, leader or governor of a place.
pub(super) fn by_place(draft: &mut Draft, place: Place) {
    // « gouverneur de la Banque centrale | du Liban » heads the bank.
    if draft.organ || draft.noun_last > draft.noun + 2 {
        return;
    }
    draft.role = match (draft.role, place.kind) {
        (Role::PartyLeader, PlaceType::Country) => Role::HeadOfState,
        (Role::HeadOfOrganization, PlaceType::Country | PlaceType::Region) => Role::HeadOfState,
        (role, _) => role,
    };
}

/// The head of a named organisation.
pub(super) fn by_organization(context: Context<'_>, draft: &mut Draft, organization: Organization, hit: &Hit) {
    let described = (hit.first as usize..hit.last as usize)
        .find_map(|at| words::words().institution(context.source, at).map(|(_, kind)| kind));
    let kind = match (organization.kind, described) {
        (OrgType::Party, _) => Institution::Party,
        (OrgType::Ministry, _) => Institution::Ministry,
        (OrgType::Government, _) => Institution::Government,
        (OrgType::ArmedGroup, _) => Institution::Armed,
        (
            _,
            Some(
                kind @ (Institution::Parliament
                | Institution::Court
                | Institution::Army
                | Institution::Police
                | Institution::Bank
                | Institution::Party),
            ),
        ) => kind,
        _ => Institution::International,
    };
    by_institution(draft, kind);
}

/// The head of an institution.
pub(super) fn by_institution(draft: &mut Draft, kind: Institution) {
    let presides =
        matches!(draft.role, Role::HeadOfState | Role::HeadOfOrganization | Role::HeadOfGovernment | Role::PartyLeader);
    draft.role = match (draft.role, kind) {
        (role, Institution::State) => {
            if role == Role::HeadOfOrganization || role == Role::PartyLeader {
                Role::HeadOfState
            } else {
                role
            }
        }
        (Role::HeadOfState, _) if draft.plural && kind == Institution::International => Role::HeadOfState,
        (_, Institution::Parliament) if presides => Role::Speaker,
        (_, Institution::Court) if presides => Role::Judge,
        (_, Institution::Party | Institution::Armed) if presides || draft.role == Role::SecretaryGeneral => {
            Role::PartyLeader
        }
        (_, Institution::Army) if presides => Role::MilitaryOfficer,
        (_, Institution::Police) if presides => Role::HeadOfOrganization,
        (_, Institution::Government) if presides => Role::HeadOfGovernment,
        (_, Institution::Church) if presides => Role::ReligiousLeader,
        (Role::MilitaryOfficer, Institution::Police) => Role::Official,
        (Role::Governor, Institution::Bank) => Role::HeadOfOrganization,
        (Role::SecretaryGeneral, Institution::Ministry | Institution::Government) => Role::Official,
        (Role::VicePresident, Institution::Parliament) => Role::Legislator,
        (Role::VicePresident, _) => Role::Official,
        (_, _) if presides => Role::HeadOfOrganization,
        (role, _) => role,
    };
}

/// What only the country tells.
pub(super) fn by_country(context: Context<'_>, draft: &mut Draft) {
    let serves = |code: &str| matches!(draft.countries[..], [only] if only.as_str() == code);
    let (american, british) = (serves("US"), serves("GB"));
    let source = context.source;
    let noun = source.folded(draft.title().0);
    let below = draft.title_first != draft.noun;
    match draft.role {
        Role::StateSecretary if american && !below && draft.portfolio_tokens.is_none() => {
            draft.role = Role::ForeignMinister
        }
        // A British secretary of state is what others call a minister.
        Role::StateSecretary if british && !below => {
            let portfolio = draft.portfolio_tokens.and_then(|(at, _)| {
                words::words().find(source, at, |c| matches!(c, Class::Foreign | Class::Defence).then_some(c))
            });
            draft.role = match portfolio {
                Some((_, Class::Foreign)) => Role::ForeignMinister,
                Some((_, Class::Defence)) => Role::DefenceMinister,
                _ => Role::StateSecretary,
            };
        }
        Role::PartyLeader if noun.starts_with("lead") && draft.nationality && !draft.organ && !draft.modified => {
            draft.role = Role::HeadOfState;
        }
        // « quarante dirigeants biélorusses »: whoever they are, not all of them rule.
        Role::HeadOfState
            if draft.plural
                && (draft.nationality || draft.modified)
                && !draft.organ
                && draft.countries.len() < 2
                && is_ruler(noun) =>
        {
            draft.role = Role::Official;
        }
        _ => {}
    }
}

fn is_ruler(noun: &str) -> bool {
    noun.starts_with("dirigeant") || noun.starts_with("leader")
}
