//! Every format over a whole corpus, read back by that format's own rules or by a parser that is not ours: what is read
//! is what was found.
//!
//! `network`'s formats are read in `tests/network.rs`, the report's page in `tests/report.rs`.

use depeche::output::{csv, Format, Item};
use depeche::{Document, Extractor, Input, MentionKind, MentionRef, Polarity};
use oxttl::TurtleParser;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The articles of `examples/corpus`, and one that is all marks the formats must escape.
fn each(mut f: impl FnMut(&Item<'_>)) {
    let extractor = Extractor::default();
    for line in include_str!("../examples/corpus/gold.jsonl").lines() {
        let gold: Value = serde_json::from_str(line).expect("JSON");
        let text = gold["text"].as_str().expect("a text");
        let date = gold["date"].as_str().map(|date| date.parse().expect("a date"));
        let document = extractor.extract(date.map_or(Input::new(text), |date| Input::new(text).date(date)));
        f(&Item::new(gold["id"].as_str().expect("an id"), &document));
    }
    let odd = "« <Angela \"Merkel\" & Co>\\ a reçu, à \u{1f1eb}\u{1f1f7}\u{0}\u{b}Rome,\r\n\t'Emmanuel\nMacron' » ]]> --> \u{fffe}\n\n\n;";
    f(&Item::new("odd \"id\"/<&>'\\\n", &extractor.extract(odd)));
}

fn slice(document: &Document<'_>, start: &str, end: &str) -> String {
    let (start, end): (usize, usize) = (start.parse().expect("n"), end.parse().expect("n"));
    document.text().chars().skip(start).take(end - start).collect()
}

fn spans<'d>(document: &'d Document<'_>) -> impl Iterator<Item = (MentionRef<'d>, usize, usize)> + 'd {
    document.mentions().map(|mention| {
        let start = document.text()[..mention.span().start as usize].chars().count();
        (mention, start, start + mention.text().chars().count())
    })
}

#[test]
fn tables() {
    each(|item| {
        let document = item.document;
        let parts = Format::Csv.parts(item);
        for (part, (file, header)) in parts.iter().zip(csv::FILES) {
            assert_eq!(part.file, file);
            let table = format!("{header}\n{}", part.text);
            let mut reader = ::csv::Reader::from_reader(table.as_bytes());
            let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
            assert!(rows.iter().all(|row| row["document"] == item.id));
            match file {
                "mentions.csv" => {
                    assert_eq!(rows.len(), document.mentions().len());
                    for (row, (mention, start, end)) in rows.iter().zip(spans(document)) {
                        assert_eq!((&row["start"], &row["end"]), (&start.to_string(), &end.to_string()));
                        assert_eq!(
                            (row["text"].as_str(), row["kind"].as_str()),
                            (mention.text(), mention.kind().as_str())
                        );
                        assert_eq!(row["entity"].is_empty(), mention.entity().is_none());
                    }
                }
                "entities.csv" => {
                    let names: Vec<&str> = rows.iter().map(|row| row["name"].as_str()).collect();
                    assert_eq!(names, document.entities().map(|e| e.name()).collect::<Vec<_>>());
                }
                _ => {
                    assert_eq!(rows.len(), document.relations().len());
                    for (row, relation) in rows.iter().zip(document.relations()) {
                        assert_eq!((row["type"].as_str(), row["rule"].as_str()), (relation.kind(), relation.rule()));
                        assert_eq!(row["evidence"], relation.evidence().of(document.text()));
                        assert_eq!(row["evidence"], slice(document, &row["evidence_start"], &row["evidence_end"]));
                        let actors = row["actors"].split('|').filter(|a| !a.is_empty()).count();
                        assert_eq!(actors, relation.actors().count());
                    }
                }
            }
        }
    });
}

#[test]
fn standoff() {
    each(|item| {
        let document = item.document;
        let parts = Format::Brat.parts(item);
        let (text, annotation) = (&parts[0].text, &parts[1].text);
        assert_eq!(text, document.text());
        let chars: Vec<char> = text.chars().collect();
        let (mut bound, mut events) = (BTreeMap::new(), BTreeMap::new());
        let mut seen = BTreeSet::new();
        for line in annotation.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns[0] == "*" || seen.insert(columns[0]), "{line}: the number is there twice");
            let (head, rest) = columns[1].split_once(' ').unwrap_or((columns[1], ""));
            match line.as_bytes()[0] {
                b'T' => {
                    let pieces = rest.split(';').map(|piece| {
                        let (start, end) = piece.split_once(' ').expect("start and end");
                        let piece = &chars[start.parse::<usize>().expect("n")..end.parse().expect("n")];
                        assert!(!piece.is_empty() && !piece.contains(&'\n'), "{line}");
                        piece.iter().collect::<String>()
                    });
                    assert_eq!(columns[2], pieces.collect::<Vec<_>>().join(" "), "{line}");
                    bound.insert(columns[0], head);
                }
                b'E' => {
                    let (kind, trigger) = head.split_once(':').expect("type and trigger");
                    assert_eq!(bound[trigger], kind, "a trigger is of its event's type");
                    for argument in rest.split(' ') {
                        assert!(bound.contains_key(argument.split_once(':').expect("role and mention").1), "{line}");
                    }
                    events.insert(columns[0], (kind, rest.split(' ').count()));
                }
                b'A' | b'#' | b'*' => {
                    for target in rest.split(' ').filter(|t| t.starts_with(['T', 'E']) && t[1..].parse::<u32>().is_ok())
                    {
                        assert!(bound.contains_key(target) || events.contains_key(target), "{line}");
                    }
                }
                _ => panic!("{line}"),
            }
        }
        assert_eq!(bound.len(), document.mentions().len() + document.relations().len());
        for (i, relation) in document.relations().enumerate() {
            let number = format!("E{}", i + 1);
            assert_eq!(events[number.as_str()], (relation.kind(), relation.arguments().len()));
        }
    });
}

#[test]
fn columns() {
    let short = |kind| match kind {
        MentionKind::Person => "PER",
        MentionKind::Official => "TITLE",
        MentionKind::Place => "LOC",
        MentionKind::Organization => "ORG",
        MentionKind::Event => "EVENT",
        MentionKind::Date => "DATE",
        _ => "OTHER",
    };
    each(|item| {
        let written = Format::Conll.whole(item);
        let (mut found, mut open) = (Vec::new(), None);
        for line in written.lines().filter(|line| !line.starts_with("# id = ")) {
            let tag = line.rsplit_once('\t').map_or("O", |(_, tag)| tag);
            match tag.split_once('-') {
                None => assert!(tag == "O", "{line}"),
                Some(("B", kind)) => found.push(kind),
                Some(("I", kind)) => assert_eq!(open, Some(kind), "{line}: nothing of this kind is open"),
                _ => panic!("{line}"),
            }
            // A mention may run over the end of a sentence, which is a blank line.
            if !line.is_empty() {
                open = tag.split_once('-').map(|(_, kind)| kind);
            }
        }
        assert_eq!(found, item.document.mentions().map(|m| short(m.kind())).collect::<Vec<_>>(), "{}", item.id);
    });
}

/// The elements a format may have, what each may stand in, and its attributes; `!` marks those it must have.
type Grammar = &'static [(&'static str, &'static str, &'static str)];

/// TEI P5 as far as `output::tei` uses it.
const TEI: Grammar = &[
    ("TEI", "", "id"),
    ("teiHeader", "TEI", ""),
    ("fileDesc", "teiHeader", ""),
    ("titleStmt", "fileDesc", ""),
    ("title", "titleStmt", ""),
    ("publicationStmt", "fileDesc", ""),
    ("sourceDesc", "fileDesc", ""),
    ("encodingDesc", "teiHeader", ""),
    ("appInfo", "encodingDesc", ""),
    ("application", "appInfo", "!ident !version"),
    ("profileDesc", "teiHeader", ""),
    ("creation", "profileDesc", ""),
    ("text", "TEI", "lang"),
    ("body", "text", ""),
    ("p", "body publicationStmt sourceDesc", ""),
    ("lb", "p persName roleName placeName orgName rs date", ""),
    ("persName", "p person", "id ref"),
    ("roleName", "p", "id ref type"),
    ("placeName", "p place", "id ref"),
    ("orgName", "p org", "id ref"),
    ("rs", "p", "id ref !type"),
    ("date", "p creation", "id when when-iso from-iso to-iso dur-iso n"),
    ("standOff", "TEI", ""),
    ("listPerson", "standOff", ""),
    ("listPlace", "standOff", ""),
    ("listOrg", "standOff", ""),
    ("listEvent", "standOff", ""),
    ("listRelation", "standOff", ""),
    ("person", "listPerson", "!id"),
    ("place", "listPlace", "!id"),
    ("org", "listOrg", "!id"),
    ("event", "listEvent", "!id"),
    ("label", "event application", ""),
    ("affiliation", "person", "!key"),
    ("occupation", "person", ""),
    ("country", "place", "!key"),
    ("relation", "listRelation", "!id !name type subtype active passive mutual"),
    ("desc", "relation", ""),
    ("quote", "desc", ""),
];

/// TimeML 1.2.1 as far as `output::timeml` uses it.
const TIMEML: Grammar = &[
    ("TimeML", "", "noNamespaceSchemaLocation"),
    (
        "TIMEX3",
        "TimeML",
        "!tid !type value mod functionInDocument temporalFunction anchorTimeID beginPoint endPoint quant freq",
    ),
    ("EVENT", "TimeML", "!eid !class"),
    ("MAKEINSTANCE", "TimeML", "!eiid !eventID !tense !aspect !pos polarity modality"),
    ("TLINK", "TimeML", "!lid !relType eventInstanceID relatedToTime"),
];

fn obeys(tree: &roxmltree::Document<'_>, grammar: Grammar) {
    for node in tree.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        let rule = grammar.iter().find(|rule| rule.0 == name);
        let (_, parents, attributes) = rule.unwrap_or_else(|| panic!("no element {name}"));
        let parent = node.parent_element().map_or("", |parent| parent.tag_name().name());
        assert!(parents.split(' ').any(|p| p == parent), "{name} in {parent}");
        for attribute in node.attributes() {
            let known = attributes.split(' ').any(|known| known.trim_start_matches('!') == attribute.name());
            assert!(known, "{} of {name}", attribute.name());
        }
        for must in attributes.split(' ').filter_map(|attribute| attribute.strip_prefix('!')) {
            assert!(node.attributes().any(|attribute| attribute.name() == must), "{name} without {must}");
        }
    }
}

#[test]
fn tei() {
    each(|item| {
        let written = Format::Tei.whole(item);
        let tree = roxmltree::Document::parse(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
        obeys(&tree, TEI);
        let named = |name: &str| tree.descendants().filter(|node| node.tag_name().name() == name).collect::<Vec<_>>();
        let id =
            |node: &roxmltree::Node<'_, '_>| node.attributes().find(|a| a.name() == "id").map(|a| a.value().to_owned());
        let ids: Vec<String> = tree.descendants().filter_map(|node| id(&node)).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id is there once");
        for attribute in ["ref", "active", "passive", "mutual"] {
            for target in tree.descendants().filter_map(|node| node.attribute(attribute)).flat_map(|v| v.split(' ')) {
                assert!(ids.iter().any(|id| target.strip_prefix('#') == Some(id)), "{target} leads nowhere");
            }
        }
        for relation in named("relation") {
            let has = |attribute| relation.attribute(attribute).is_some();
            assert!(has("active") != has("mutual") && (has("active") || !has("passive")));
            assert_eq!(relation.children().filter(|child| child.is_element()).count(), 1, "one description");
        }
        let body = &named("body")[0];
        let found: Vec<String> = body
            .descendants()
            .filter(|node| id(node).is_some())
            .map(|node| node.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect())
            .collect();
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted: Vec<String> = item.document.mentions().map(|m| plain(m.text())).collect();
        assert_eq!(found.iter().map(|text| plain(text)).collect::<Vec<_>>(), wanted);
    });
}

#[test]
fn timeml() {
    each(|item| {
        let written = Format::Timeml.whole(item);
        let tree = roxmltree::Document::parse(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
        obeys(&tree, TIMEML);
        let all = |element: &str, attribute: &str| -> Vec<String> {
            let nodes = tree.descendants().filter(|node| node.tag_name().name() == element);
            nodes.filter_map(|node| node.attribute(attribute).map(str::to_owned)).collect()
        };
        let (times, instances, events) = (all("TIMEX3", "tid"), all("MAKEINSTANCE", "eiid"), all("EVENT", "eid"));
        assert!(all("MAKEINSTANCE", "eventID").iter().all(|id| events.contains(id)));
        assert!(all("TLINK", "eventInstanceID").iter().all(|id| instances.contains(id)));
        assert!(all("TLINK", "relatedToTime").iter().all(|id| times.contains(id)));
        let told =
            tree.descendants().filter(|node| node.has_tag_name("TIMEX3") && !node.has_attribute("functionInDocument"));
        // The ends of an interval have no text of their own.
        let told: Vec<&str> = told.filter_map(|node| node.text()).collect();
        let dates = item.document.mentions().filter(|m| m.kind() == MentionKind::Date);
        assert_eq!(told, dates.map(|m| m.text()).collect::<Vec<_>>());
    });
}

#[test]
fn turtle() {
    each(|item| {
        let written = Format::Rdf.whole(item);
        let mut by_predicate: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for triple in TurtleParser::new().for_slice(written.as_bytes()) {
            let triple = triple.unwrap_or_else(|error| panic!("{error}: {written}"));
            let object = match &triple.object {
                oxrdf::Term::Literal(literal) => literal.value().to_owned(),
                other => other.to_string(),
            };
            by_predicate.entry(triple.predicate.as_str().to_owned()).or_default().push(object);
        }
        let own = |name: &str| by_predicate.get(&format!("urn:depeche:vocabulary#{name}")).cloned().unwrap_or_default();
        let texts: Vec<&str> = item.document.mentions().map(|m| m.text()).collect();
        assert_eq!(own("text"), texts, "{}", item.id);
        let types: Vec<&str> = item.document.relations().map(|r| r.kind()).collect();
        assert_eq!(own("type"), types);
        let actors: usize = item.document.relations().map(|r| r.actors().count()).sum();
        assert_eq!(own("actor").len(), actors);
        let told = &by_predicate.get("http://www.w3.org/ns/prov#value").cloned().unwrap_or_default();
        let evidence: Vec<&str> = item.document.relations().map(|r| r.evidence().of(item.document.text())).collect();
        assert_eq!(told, &evidence);
    });
}

#[test]
fn event_records() {
    /// The event types of PLOVER.
    const TYPES: &str = "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST \
                         SANCTION MOBILIZE COERCE ASSAULT";
    each(|item| {
        let written = Format::Plover.whole(item);
        let coded: Vec<_> = item.document.relations().filter(|r| r.plover().is_some()).collect();
        assert_eq!(written.lines().count(), coded.len());
        for (line, relation) in written.lines().zip(coded) {
            let event: Value = serde_json::from_str(line).expect("JSON");
            assert!(TYPES.split(' ').any(|known| event["event"] == known), "{line}");
            let (start, end) = (event["text_start"].to_string(), event["text_end"].to_string());
            assert_eq!(event["text"], slice(item.document, &start, &end));
            let parties = event["actor"].as_array().into_iter().chain(event["recipient"].as_array()).flatten();
            for party in parties.filter(|party| !party["country"].is_null()) {
                let code = party["country"].as_str().expect("a code");
                let old = code.bytes().any(|b| b.is_ascii_lowercase());
                assert!(old || code.len() == 3, "{code} in {line}");
            }
            let negated = event["auxiliary"].as_array().is_some_and(|a| a.iter().any(|v| v == "negation"));
            assert!(negated || relation.polarity() == Polarity::Affirmed, "{line}");
        }
    });
}

#[test]
fn pages() {
    each(|item| {
        let page = Format::Html.whole(item);
        let tree = roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>\n")).expect("well-formed");
        let marks = tree.descendants().filter(|node| node.has_tag_name("mark")).count();
        assert_eq!(marks, item.document.mentions().len());
        let told = tree.descendants().filter(|node| node.has_tag_name("blockquote")).count();
        assert_eq!(told, item.document.relations().len());
    });
}
