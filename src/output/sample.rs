//! A document made by hand, so that the writers' tests depend on no other stage.

use crate::document::Document;
use crate::extractor::Extractor;
use crate::id::{Code, EntityId, MentionId};
use crate::lexicon::{OrgType, PlaceType, Role};
use crate::mention::timex::{DateSource, Point, Timex, TimexType, Value};
use crate::mention::{Mention, MentionData, MentionKind, Mentions, OfficeStatus, Official, Origin};
use crate::reference::entity::Office;
use crate::reference::{Entities, Entity};
use crate::relation::{Argument, ArgumentRole, Confidence, Modality, Polarity, Relation, Relations};
use crate::span::Span;
use crate::text::{Source, Tokens};

const TEXT: &str =
    "Le vice-ministre nord-coréen Im Chon-il a rencontré jeudi à Moscou 🇷🇺 son homologue Igor Morgoulov \
(«amis» & \"alliés\" <tous>).\n\nLe ministère russe l'a confirmé à l'ONU, malgré le sommet\nde Hanoï.\n";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("in the text") as u32;
    Span::new(start, start + words.len() as u32)
}

fn mention(words: &str, origin: &'static str, data: MentionData) -> Mention {
    let tokens = Tokens::new(TEXT);
    let span = span(words);
    let source = Source::new(TEXT, &tokens);
    let (first, last) = (source.token_at(span.start) as u32, source.token_at(span.end - 1) as u32 + 1);
    Mention { span, first, last, origin: Origin::Rule(origin), data }
}

fn official(title: &str, countries: &[&str], holder: u32, counterpart: bool) -> MentionData {
    MentionData::Official(Box::new(Official {
        role: if counterpart { Role::Official } else { Role::DeputyMinister },
        title: span(title),
        portfolio: None,
        portfolio_span: None,
        countries: countries.iter().filter_map(|c| Code::new(c)).collect(),
        accredited_to: Vec::new(),
        status: OfficeStatus::Current,
        holder: Some(MentionId(holder)),
        plural: false,
        feminine: false,
        unowned: false,
        counterpart,
    }))
}

/// Calls `f` with the document.
pub(super) fn with<T>(f: impl FnOnce(&Document<'_>) -> T) -> T {
    let person = MentionData::Person { gender: None };
    let russia = Code::new("RU");
    let place = MentionData::Place { place_type: PlaceType::City, country: russia, entry: None };
    let ministry = MentionData::Organization { org_type: OrgType::Ministry, country: russia, entry: None };
    let un = MentionData::Organization { org_type: OrgType::International, country: None, entry: None };
    let thursday = Timex {
        span: span("jeudi"),
        first: 0,
        last: 0,
        kind: TimexType::Date,
        value: "2019-03-14".parse().ok().map(|day| Value::Point(Point::day(day))),
        modifier: None,
        begin: None,
        end: None,
        rule: "timex:weekday",
    };
    let list = vec![
        mention("vice-ministre nord-coréen", "official:title+demonym", official("vice-ministre", &["KP"], 1, false)),
        mention("Im Chon-il", "person:after-official", person.clone()),
        mention("jeudi", "timex:weekday", MentionData::Date(Box::new(thursday))),
        mention("Moscou", "gazetteer", place),
        mention("homologue", "official:counterpart", official("homologue", &[], 5, true)),
        mention("Igor Morgoulov", "person:after-official", person),
        mention("ministère russe", "organization:ministry", ministry),
        mention("ONU", "gazetteer", un),
        mention("sommet\nde Hanoï", "event:summit", MentionData::Event { entry: None }),
    ];
    let date = "2019-03-15".parse().ok();
    let mentions = Mentions { list, date, date_source: Some(DateSource::Caller) };

    let mut of = vec![None; mentions.list.len()];
    let mut entity = |kind, name: &str, countries: &[&str], role, mentions: &[usize]| {
        let number = of.iter().flatten().max().map_or(0, |last: &EntityId| last.index() + 1);
        mentions.iter().for_each(|&m| of[m] = Some(EntityId::from_index(number)));
        let countries = countries.iter().filter_map(|c| Code::new(c)).collect();
        Entity { kind, name: name.to_owned(), countries, role, mentions: (0, 0) }
    };
    let deputy = Some(Role::DeputyMinister);
    let list = vec![
        entity(MentionKind::Person, "Im Chon-il", &["KP"], deputy, &[0, 1]),
        entity(MentionKind::Place, "Moscou", &["RU"], None, &[3]),
        entity(MentionKind::Person, "Igor Morgoulov", &["RU"], deputy, &[4, 5]),
        entity(MentionKind::Organization, "ministère russe", &["RU"], None, &[6]),
        entity(MentionKind::Organization, "ONU", &[], None, &[7]),
        entity(MentionKind::Event, "sommet de Hanoï", &[], None, &[8]),
    ];
    // The two officials: one by its own words, the « homologue » by that one's.
    let mut offices = vec![Office::default(); mentions.list.len()];
    offices[0] = Office { role: deputy, countries: list[0].countries.clone(), answers: None };
    offices[4] = Office { role: deputy, countries: list[2].countries.clone(), answers: Some(MentionId(0)) };
    let mut entities = Entities { list, of, members: Vec::new(), offices, stands: Vec::new() };
    entities.gather();

    let argument = |role, mention, how| Argument { role, mention: MentionId(mention), how };
    let relation = Relation {
        kind: 0,
        triggers: vec![span("a rencontré")],
        evidence: Span::new(0, span(">).").end),
        arguments: vec![
            argument(ArgumentRole::Actor, 1, "subject"),
            argument(ArgumentRole::Actor, 5, "object"),
            argument(ArgumentRole::Place, 3, "à"),
            argument(ArgumentRole::Date, 2, "adjunct"),
        ],
        polarity: Polarity::Affirmed,
        modality: Modality::Fact,
        source: None,
        topic: None,
        frame: 0,
        confidence: Confidence::new(0.83),
    };
    let relations = Relations { list: vec![relation], metonyms: vec![false; mentions.list.len()] };
    let knowledge = Extractor::default().knowledge().clone();
    f(&Document { text: TEXT, mentions, entities, relations, knowledge })
}
