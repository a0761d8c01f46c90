//! What holds of every document and every file, whatever is in it: shared by the property tests and the fuzz targets.
//!
//! Every function panics with what it found; none of them knows what a text should mean.

use depeche::lexicon::Table;
use depeche::output::record::Record;
use depeche::output::{jsonl, Format, Item, Offsets, Unit};
use depeche::relation::frame::{File, Frames};
use depeche::text::Tokens;
use depeche::{Document, Error, Extractor, MentionKind, Span};

/// All of it.
pub fn document(document: &Document<'_>) {
    let text = document.text();
    mentions(document);
    entities(document);
    relations(document);
    tokens(text);
    for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
        reads_back(document, unit);
    }
}

fn inside(text: &str, span: Span, what: &str) {
    let Span { start, end } = span;
    assert!(start < end, "{what} {span:?} is empty");
    assert!(
        text.get(span.range()).is_some(),
        "{what} {span:?} is outside the text or cuts a character ({start}..{end})"
    );
}

fn mentions(document: &Document<'_>) {
    let mut end = 0;
    for mention in document.mentions() {
        inside(document.text(), mention.span(), "mention");
        assert!(mention.span().start >= end, "{mention:?} begins before byte {end}, where the one before it ends");
        end = mention.span().end;
        assert_eq!(mention.text(), mention.text().trim(), "white space at the edge of {mention:?}");
        assert!(!mention.rule().is_empty());
        assert_eq!(mention.entity().is_none(), mention.kind() == MentionKind::Date, "{mention:?}");
        assert_eq!(mention.official().is_some(), mention.kind() == MentionKind::Official, "{mention:?}");
        assert_eq!(mention.timex().is_some(), mention.kind() == MentionKind::Date, "{mention:?}");
        if let Some(official) = mention.official() {
            assert!(mention.text().contains(official.title()), "{:?} in {mention:?}", official.title());
            if let Some(holder) = official.holder() {
                assert!(document.mention(holder.id()).is_some(), "the holder of {mention:?} is no mention");
                assert_eq!(holder.kind(), MentionKind::Person, "the holder of {mention:?} is {holder:?}");
            }
        }
    }
}

fn entities(document: &Document<'_>) {
    let mut first = None;
    for entity in document.entities() {
        assert!(!entity.name().is_empty(), "{entity:?} has no name");
        let ids: Vec<_> = entity.mentions().map(|m| m.id()).collect();
        assert!(!ids.is_empty(), "{entity:?} has no mention");
        assert!(ids.windows(2).all(|w| w[0] < w[1]), "mentions of {entity:?} are out of order: {ids:?}");
        assert!(first < ids.first().copied(), "{entity:?} is out of order");
        first = ids.first().copied();
        for mention in entity.mentions() {
            assert_eq!(mention.entity().map(|e| e.id()), Some(entity.id()), "{mention:?} knows another entity");
        }
    }
}

fn relations(document: &Document<'_>) {
    let (text, mut first) = (document.text(), 0);
    for relation in document.relations() {
        assert!(!relation.kind().is_empty() && !relation.rule().is_empty());
        inside(text, relation.evidence(), "evidence");
        assert!(!relation.triggers().is_empty(), "{relation:?} has no trigger");
        for &trigger in relation.triggers() {
            inside(text, trigger, "trigger");
        }
        let starts: Vec<u32> = relation.triggers().iter().map(|t| t.start).collect();
        assert!(starts.windows(2).all(|w| w[0] < w[1]), "triggers of {relation:?} are out of order");
        assert!(first <= starts[0], "{relation:?} is out of order");
        first = starts[0];
        assert!(relation.arguments().len() > 0, "{relation:?} has no argument");
        for argument in relation.arguments() {
            assert!(document.mention(argument.mention().id()).is_some(), "{argument:?} is no mention");
            assert!(!argument.how().is_empty());
        }
        if let Some(source) = relation.source() {
            assert!(document.mention(source.id()).is_some(), "the source {source:?} is no mention");
        }
        if let Some(topic) = relation.topic() {
            inside(text, topic, "topic");
        }
    }
}

/// Tokens and the gaps between them tile the text, and gaps hold nothing that can be seen but a hyphen.
pub fn tokens(text: &str) {
    let tokens = Tokens::new(text);
    let source = depeche::text::Source::new(text, &tokens);
    let mut end = 0;
    for (i, token) in tokens.list().iter().enumerate() {
        inside(text, token.span, "token");
        assert!(token.span.start >= end, "token {:?} overlaps the one before", source.str(i));
        gap(&text[end as usize..token.span.start as usize]);
        assert!(token.span.len() <= Tokens::MAX_TOKEN + 4, "a token of {} bytes", token.span.len());
        // Readable, and cut on character boundaries.
        let _ = (source.folded(i), source.lowered(i));
        end = token.span.end;
    }
    if text.len() <= Tokens::MAX_TEXT {
        gap(&text[end as usize..]);
    }
    let mut at = 0;
    for sentence in tokens.sentences() {
        assert_eq!(sentence.start, at, "sentences do not tile the tokens");
        assert!(sentence.end > sentence.start);
        at = sentence.end;
    }
    assert_eq!(at as usize, tokens.list().len(), "sentences do not tile the tokens");
}

fn gap(gap: &str) {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '\u{feff}' | '\u{2060}')
            || ('\u{200b}'..='\u{200f}').contains(&c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    assert!(gap.chars().all(unseen), "{gap:?} belongs to no token");
}

fn reads_back(document: &Document<'_>, unit: Unit) {
    let item = Item::new("a/1 \"<&>\"", document).unit(unit);
    let line = jsonl::line(&item);
    assert_eq!(line.matches('\n').count(), 1, "one line a document");
    let read: Record<'_> = jsonl::Reader::new(line.as_bytes()).next().expect("one line").expect("a document");
    assert_eq!(read, Record::from(&item), "what is written is read back");
    let offsets = Offsets::new(document.text(), unit);
    for mention in &read.mentions {
        let span = offsets.to_span(mention.start, mention.end).expect("offsets on character boundaries");
        assert_eq!(span.of(document.text()), mention.text);
    }
}

/// Rows as a gazetteer of the user's own: read, or refused with faults that name a line.
pub fn gazetteer(rows: &str) {
    let (text, faults) = table(rows);
    for fault in &faults {
        assert!(fault.line >= 1 && fault.column >= 1 && !fault.message.is_empty());
        assert!(fault.line <= text.lines().count(), "{fault}");
    }
}

/// The same, and an extractor built of it where the table has no fault; takes longer.
pub fn gazetteer_built(rows: &str) {
    let (text, faults) = table(rows);
    match Extractor::builder().gazetteer("own.tsv", text.as_str()).build() {
        Ok(extractor) => {
            assert!(faults.is_empty(), "{faults:?}");
            document(&extractor.extract(rows));
        }
        Err(error) => told(&error, error.is_gazetteer(), &text),
    }
}

fn table(rows: &str) -> (String, Vec<depeche::Fault>) {
    let mut faults = Vec::new();
    let text = format!("kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n{rows}");
    let table = Table::parse("own.tsv", &text, &mut faults);
    assert!(table.rows.windows(2).all(|w| w[0].line < w[1].line));
    (text, faults)
}

/// A text as a frame file of the user's own: read, or refused with faults that name a line.
pub fn frames(toml: &str) {
    match Frames::new(Extractor::default().lexicon().words(), File::read("own.toml", toml).into_iter().collect()) {
        Ok(frames) => assert!(!format!("{frames:?}").is_empty()),
        Err(error) => told(&error, error.is_frame(), toml),
    }
}

fn told(error: &Error, kind: bool, text: &str) {
    assert!(kind && !error.faults().is_empty(), "{error}");
    for fault in error.faults() {
        assert!(fault.line >= 1 && fault.column >= 1 && !fault.message.is_empty());
        assert!(fault.line <= text.lines().count() + 1, "{fault}");
    }
}

/// Every format: never a panic, XML well-formed, the same twice, and the whole holds its parts.
pub fn writers(id: &str, unit: Unit, document: &Document<'_>) {
    let item = Item::new(id, document).unit(unit);
    for &format in Format::ALL {
        let whole = format.whole(&item);
        assert_eq!(whole, format.whole(&item), "{}", format.as_str());
        let parts: String = format.parts(&item).into_iter().map(|part| part.text).collect();
        assert!(whole.contains(&parts), "{}: the whole is more than its parts", format.as_str());
        let xml = match format {
            Format::Tei | Format::Timeml => whole.as_str(),
            Format::Html => whole.trim_start_matches("<!DOCTYPE html>\n"),
            _ => continue,
        };
        if let Err(error) = roxmltree::Document::parse(xml) {
            panic!("{}: {error}\n{whole}", format.as_str());
        }
    }
}

/// Bytes as JSON Lines: every line a document that reads back equal, or an error with its line.
pub fn lines(bytes: &[u8]) {
    let lines = bytes.split(|&b| b == b'\n').count();
    let mut read = 0;
    for record in jsonl::Reader::new(bytes) {
        read += 1;
        match record {
            Ok(record) => {
                // Members that pass through may hold numbers no double can keep.
                let record = Record { meta: None, ..record };
                let again = serde_json::to_string(&record).expect("memory cannot fail");
                let back = jsonl::Reader::new(again.as_bytes()).next().expect("one line").expect("a document");
                assert_eq!(back, record);
            }
            Err(error) => assert!(error.line >= 1 && error.line <= lines),
        }
    }
    assert!(read <= lines);
}
