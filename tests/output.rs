//! Every format over small articles, through the public interface alone.

use depeche::output::record::Record;
use depeche::output::{jsonl, Format, Item, Offsets, Unit};
use depeche::{Document, Extractor, Scratch};

const ARTICLES: [(&str, &str); 4] = [
    ("lisbonne", include_str!("articles/lisbonne.txt")),
    ("nairobi", include_str!("articles/nairobi.txt")),
    ("archives/vienne", include_str!("articles/archives/vienne.txt")),
    ("empty \"<&>\" 1", ""),
];

fn each(mut f: impl FnMut(&Item<'_>)) {
    let (extractor, mut scratch) = (Extractor::default(), Scratch::new());
    for (id, text) in ARTICLES {
        let document: Document<'_> = extractor.extract_with(&mut scratch, text);
        f(&Item::new(id, &document));
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    each(|item| {
        let again = Extractor::default().extract(item.document.text());
        for &format in Format::ALL {
            assert_eq!(format.whole(item), format.whole(&Item::new(item.id, &again)), "{}", format.as_str());
        }
    });
}

#[test]
fn names_of_formats_lead_back_to_them() {
    for &format in Format::ALL {
        assert_eq!(Format::from_name(format.as_str()), Some(format));
    }
    assert_eq!(Format::from_name("docx"), None);
}

#[test]
fn json_lines_read_back_and_offsets_cut_out_the_words() {
    each(|item| {
        let text = item.document.text();
        for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
            let line = jsonl::line(&item.unit(unit));
            assert_eq!(line.matches('\n').count(), 1);
            let record: Record<'_> = jsonl::Reader::new(line.as_bytes()).next().expect("one line").expect("a document");
            assert_eq!(record.id, item.id);
            let offsets = Offsets::new(text, unit);
            for mention in &record.mentions {
                let span = offsets.to_span(mention.start, mention.end).expect("on character boundaries");
                assert_eq!(span.of(text), mention.text);
            }
            for pair in record.mentions.windows(2) {
                assert!(pair[0].end <= pair[1].start, "mentions overlap: {pair:?}");
            }
            for relation in &record.relations {
                assert!(!relation.arguments.is_empty() && !relation.triggers.is_empty());
                for trigger in &relation.triggers {
                    let span = offsets.to_span(trigger.start, trigger.end).expect("on character boundaries");
                    assert_eq!(span.of(text), trigger.text);
                }
            }
        }
    });
}

#[test]
fn every_entity_and_its_mentions_know_each_other() {
    each(|item| {
        for entity in item.document.entities() {
            assert!(entity.mentions().len() > 0 && !entity.name().is_empty());
            assert!(entity.mentions().all(|m| m.entity().is_some_and(|e| e.id() == entity.id())));
        }
        for mention in item.document.mentions() {
            let dated = mention.kind() == depeche::MentionKind::Date;
            assert_eq!(mention.entity().is_none(), dated, "{mention:?}");
        }
    });
}

#[test]
fn xml_of_one_document_and_of_many_is_well_formed() {
    for format in [Format::Tei, Format::Timeml] {
        let mut many = format.opening(true);
        each(|item| {
            let one = format.whole(item);
            let tree = roxmltree::Document::parse(&one).expect("well-formed");
            let mut text: String = tree.descendants().filter(|n| n.is_text()).filter_map(|n| n.text()).collect();
            text.retain(|c| !c.is_whitespace());
            let mut want = item.document.text().to_owned();
            want.retain(|c| !c.is_whitespace());
            assert!(text.contains(&want), "{}: the text is changed", format.as_str());
            for part in format.parts(item) {
                many.push_str(&part.text);
            }
        });
        many.push_str(format.closing(true));
        roxmltree::Document::parse(&many).expect("well-formed");
    }
}

#[test]
fn brat_text_is_the_text() {
    each(|item| {
        let parts = Format::Brat.parts(item);
        assert_eq!((parts[0].file, parts[0].text.as_str()), (".txt", item.document.text()));
        assert_eq!(parts[1].file, ".ann");
    });
}
