//! What the public types promise: threads, copies, errors, serde.

use depeche::output::record::Record;
use depeche::output::{jsonl, Format, Item, Offsets, Part, Unit};
use depeche::*;
use std::fmt::Debug;

fn thread_safe<T: Send + Sync>() {}
fn shown<T: Debug>() {}
fn cloned<T: Clone>() {}
fn copied<T: Copy>() {}
fn compared<T: PartialEq>() {}
fn hashed<T: Eq + std::hash::Hash + Ord>() {}
fn serde<T: serde::Serialize + serde::de::DeserializeOwned>() {}

macro_rules! all {
    ($($check:ident: $($type:ty),+ $(,)?;)+) => {$($($check::<$type>();)+)+};
}

#[test]
fn types_keep_their_promises() {
    all! {
        thread_safe: Extractor, ExtractorBuilder, Scratch, Document<'_>, Input<'_>, MentionRef<'_>, EntityRef<'_>,
            RelationRef<'_>, ArgumentRef<'_>, OfficialRef<'_>, Error, Fault, Span, Code, Item<'_>, Offsets<'_>, Part,
            lexicon::Lexicon, relation::Frames, text::Tokens, Record<'_>, relation::SentenceNotes;
        shown: Extractor, ExtractorBuilder, Scratch, Document<'_>, Input<'_>, MentionRef<'_>, EntityRef<'_>,
            RelationRef<'_>, ArgumentRef<'_>, OfficialRef<'_>, Error, Fault, Span, Code, MentionId, EntityId, RelationId,
            EntryId, VerbId, Item<'_>, Format, Unit, Offsets<'_>, Part, Record<'_>, lexicon::Lexicon, relation::Frames,
            text::Tokens, text::Token, text::Source<'_>, jsonl::ReadError, relation::SentenceNotes;
        cloned: Extractor, ExtractorBuilder, Error, Fault, Record<'_>, Offsets<'_>, Part, text::Tokens,
            relation::SentenceNotes, mention::Mention, relation::Relation;
        copied: Input<'_>, MentionRef<'_>, EntityRef<'_>, RelationRef<'_>, ArgumentRef<'_>, OfficialRef<'_>, Span, Code,
            MentionId, EntityId, RelationId, EntryId, VerbId, MentionKind, OfficeStatus, ErrorKind, Role, OrgType, PlaceType, Metonym,
            ArgumentRole, Polarity, Modality, Item<'_>, Format, Unit, text::Token, text::Source<'_>;
        compared: MentionRef<'_>, Error, Fault, Format, Unit, Part, Record<'_>, relation::Relation;
        hashed: MentionId, EntityId, RelationId, EntryId, VerbId, Span, Code;
        serde: Record<'static>, Unit;
    }
    fn is_error<T: std::error::Error + Send + Sync + 'static>() {}
    is_error::<Error>();
    is_error::<jsonl::ReadError>();
}

#[test]
fn errors_say_what_was_wrong_and_where() {
    let build = |rows: &str| Extractor::builder().gazetteer("own.tsv", rows).build();
    let error =
        build("kind\tname\tvariants\tcountry\ttype\tpolicy\taction\nplace\tLac Bleu\t\tFR\tpuddle\tfree\tadd\n")
            .expect_err("no such type of place");
    assert!(error.is_gazetteer() && !error.is_frame());
    assert_eq!((error.kind(), error.faults().len()), (ErrorKind::Gazetteer, 1));
    assert_eq!((error.faults()[0].file.as_str(), error.faults()[0].line), ("own.tsv", 2));
    assert!(error.to_string().starts_with("own.tsv:2:"), "{error}");

    let frames = |toml: &str| Extractor::builder().frames("own.toml", toml).build();
    let error = frames("type = \"x\"\n[[verb]]\nlemma = [\"rencontrer\"]\nactr = { slot = \"subject\" }\n")
        .expect_err("no such key");
    assert!(error.is_frame() && !error.is_gazetteer());
    assert!(error.to_string().contains("own.toml:4"), "{error}");
    assert!(frames("").is_err(), "a frame file names its type");
    assert!(frames("type = 3").is_err());
    let error = frames("type = \"x\"\n[unless]\nsubjct = [\"club\"]\n").expect_err("no such slot");
    assert!(error.to_string().contains("own.toml:3"), "{error}");
    let list =
        "type = \"x\"\n[lists]\nclubs = [\"club\"]\n[[verb]]\nlemma = [\"saluer\"]\nactor = { slot = \"subject\" }\n";
    let error = frames(&format!("{list}unless = {{ object = \"@club\" }}\n")).expect_err("no such list");
    assert!(error.to_string().contains("own.toml:7"), "{error}");
}

#[test]
fn the_head_of_a_frame_file_holds_for_all_its_frames() {
    let toml = "type = \"greeted\"\n[unless]\nadverbial = [\"par téléphone\"]\n[lists]\ncold = [\"froidement\"]\n\
                [[verb]]\nlemma = [\"saluer\"]\nactor = { slot = \"subject\" }\nrecipient = { slot = \"object\" }\n\
                unless = { adverbial = [\"@cold\", \"à peine\"] }\n";
    let extractor = Extractor::builder().frames("own.toml", toml).build().unwrap_or_else(|e| panic!("{e}"));
    let greeted = |text: &str| extractor.extract(text).relations().any(|r| r.kind() == "greeted");
    assert!(greeted("Angela Merkel a salué Emmanuel Macron."));
    assert!(!greeted("Angela Merkel a salué Emmanuel Macron par téléphone."));
    assert!(!greeted("Angela Merkel a salué froidement Emmanuel Macron."));
    assert!(!greeted("Angela Merkel a salué à peine Emmanuel Macron."));
}

#[test]
fn own_names_and_relations_take_part() {
    let rows = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n\
                organization\tCercle de Florence\tCDF\tIT\tother\tfree\tadd\n";
    let toml = "type = \"greeted\"\n[[verb]]\nlemma = [\"saluer\"]\n\
                actor = { slot = \"subject\", kinds = [\"person\"] }\n\
                recipient = { slot = \"object\", kinds = [\"person\"] }\n";
    let built = Extractor::builder().gazetteer("own.tsv", rows).frames("own.toml", toml).build();
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    let document = extractor.extract("Angela Merkel a salué Emmanuel Macron devant le Cercle de Florence.");
    assert!(document.mentions().any(|m| m.text() == "Cercle de Florence" && m.kind() == MentionKind::Organization));
    let kinds: Vec<&str> = document.relations().map(|r| r.kind()).collect();
    assert!(kinds.contains(&"greeted"), "{kinds:?} {document:?}");
    assert!(!Extractor::default().extract(document.text()).relations().any(|r| r.kind() == "greeted"));
}

#[test]
fn what_is_unlikely_to_be_right_is_left_out() {
    let text = "Les experts de Genève et de Vienne suivaient, disait hier la presse, l'accord entre Lomé et Accra.";
    let extractor = |share| Extractor::builder().min_confidence(share).build().unwrap_or_else(|e| panic!("{e}"));
    let found = |share| extractor(share).extract(text).relations().len();
    let confidence = extractor(0.0).extract(text).relations().next().expect("an agreement").confidence();
    assert!(confidence > 0.0 && confidence < 1.0, "{confidence}");
    assert_eq!((found(0.0), found(confidence), found(confidence + 0.01), found(1.0)), (1, 1, 0, 0));
    assert_eq!(found(Confidence::LEAST.share()), Extractor::default().extract(text).relations().len());
}

#[test]
fn ids_out_of_range_are_no_mentions() {
    let extractor = Extractor::default();
    let long = extractor.extract("Angela Merkel a rencontré Emmanuel Macron à Paris.");
    let short = extractor.extract("Rien.");
    for mention in long.mentions() {
        assert!(short.mention(mention.id()).is_none());
        assert_eq!(long.mention(mention.id()), Some(mention));
    }
    for relation in long.relations() {
        assert!(short.relation(relation.id()).is_none());
    }
}

#[test]
fn views_outlive_the_iterators_they_came_from() {
    let document = Extractor::default().extract("Angela Merkel a rencontré Emmanuel Macron à Paris mardi.");
    let texts: Vec<&str> = {
        let mentions: Vec<MentionRef<'_>> = document.mentions().collect();
        mentions.into_iter().map(MentionRef::text).collect()
    };
    assert!(texts.contains(&"Angela Merkel"), "{texts:?}");
}

#[test]
fn closed_lists_are_named_both_ways() {
    for kind in ["affirmed", "negated"] {
        assert_eq!(Polarity::from_name(kind).map(Polarity::as_str), Some(kind));
    }
    for modality in ["fact", "planned", "possible", "hearsay", "desired", "cancelled", "postponed"] {
        assert_eq!(Modality::from_name(modality).map(Modality::as_str), Some(modality));
    }
    for role in ["actor", "recipient", "place", "date", "event"] {
        assert_eq!(ArgumentRole::from_name(role).map(ArgumentRole::as_str), Some(role));
    }
    assert_eq!(Polarity::from_name("maybe"), None);
}

#[test]
fn hostile_files_are_refused_or_built_but_never_hang() {
    let header = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n";
    let long = "x".repeat(100_000);
    let many: String = (0..3_000).map(|i| format!("person\tZyx{i} Abc{i}\t\t\t\tfree\tadd\n")).collect();
    let nested = format!("type = {}1{}", "[".repeat(10_000), "]".repeat(10_000));
    for rows in [
        String::new(),
        "\0\0\0".to_owned(),
        "\t\t\t\t\t\t\n\t\t\t\t\t\t\n".to_owned(),
        format!("{header}person\t{long}\t\t\t\tfree\tadd\n"),
        format!("{header}person\t-\t|||-||\t\t\tfree\tadd\n"),
        format!("{header}person\t.*(a+)+$\t\u{2}\u{3}|\u{2}\t\t\tfree\tadd\n"),
        format!("{header}person\t \u{301}\t\u{200d}\t\t\tfree\tadd\n"),
        format!("{header}{many}"),
    ] {
        if let Ok(extractor) = Extractor::builder().gazetteer("own.tsv", rows).build() {
            let _ = extractor.extract("Zyx7 Abc7 a rencontré Angela Merkel à Oslo.");
        }
    }
    for toml in [
        nested,
        "type = \"a\"\n[[verb]]\n".to_owned(),
        "type = \"a\"\n[[verb]]\nlemma = \"\"\n".to_owned(),
        "type = \"a\"\n[[verb]]\nlemma = \"se \"\n[[noun]]\nlemma = [\"-\", \" \", \"a-b de c\"]\n".to_owned(),
        "type = \"a\"\n[[é]]\n[[verb]]\nlemma = \"é\"\nunless = { \"é.é\" = \"é\" }\n".to_owned(),
        format!("type = \"a\"\n{}", "[[noun]]\nlemma = \"visite\"\n".repeat(500)),
    ] {
        if let Ok(extractor) = Extractor::builder().frames("own.toml", toml).build() {
            let _ = extractor.extract("La visite de Angela Merkel à Oslo.");
        }
    }
}

#[test]
fn a_long_file_of_own_names_is_built_in_a_moment() {
    let header = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n";
    let add = |i| format!("person\tZyx{i} Abc{i}\tAbc{i}\t\t\tfree\tadd\n");
    let silence = |i| format!("person\tZyx{i} Def{i}\t\t\t\tfree\tsilence\n");
    let rows: String = (0..30_000).map(add).chain((0..30_000).map(silence)).collect();
    let begun = std::time::Instant::now();
    // A file of one's own may bear the name of an embedded one.
    let built = Extractor::builder().gazetteer("events.tsv", header.to_owned() + &rows).build();
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    println!("{:?}", begun.elapsed());
    assert!(begun.elapsed().as_secs() < 60, "work that grows with the square of the rows");
    let document = extractor.extract("Zyx7 Abc7 est à Oslo.");
    assert!(document.mentions().any(|m| m.text() == "Zyx7 Abc7"), "{document:?}");
}

#[test]
fn a_row_of_ones_own_replaces_the_embedded_one() {
    let rows = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n\
                place\tOslo\t\tFR\tbuilding\tfree\tadd\nplace\tLisbonne\t\t\t\t\tsilence\n";
    let built = Extractor::builder().gazetteer("own.tsv", rows).build();
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    let document = extractor.extract("Elle est arrivée à Oslo.");
    let oslo = document.mentions().find(|m| m.text() == "Oslo").expect("found");
    assert_eq!((oslo.country(), oslo.place_type()), (Code::new("FR"), Some(PlaceType::Building)));
    let rows = extractor.extract("Lisbonne.").mentions().filter_map(|m| m.gazetteer_id()).count();
    assert_eq!(rows, 0, "silenced");
}

#[test]
fn files_past_the_limits_are_refused_at_once() {
    let begun = std::time::Instant::now();
    let rows = "person\tZyx Abc\t\t\t\tfree\tadd\n".repeat(200_000_000 / 26);
    let error = Extractor::builder().gazetteer("big.tsv", rows).build().expect_err("200 MB");
    assert!(error.is_gazetteer() && error.to_string().starts_with("big.tsv:1:1"), "{error}");
    let toml = "[[noun]]\nlemma = \"a\"\n".repeat(200_000);
    let error = Extractor::builder().frames("big.toml", toml).build().expect_err("4 MB");
    assert!(error.is_frame() && error.to_string().starts_with("big.toml:1:1"), "{error}");
    assert!(begun.elapsed().as_secs() < 10);
}

/// Files just below the limits, of the sorts that cost most. Takes a minute: `cargo test --release -- --ignored`.
#[test]
#[ignore = "takes long"]
fn files_at_the_limits_are_built() {
    let mut rows = String::from("kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n");
    let mut number = 0u64;
    while rows.len() < ExtractorBuilder::MAX_GAZETTEERS - 200 {
        number += 1;
        // Names that share nothing, as long as names get.
        let salt = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        rows.push_str(&format!("person\tB{salt:x} C{number:x} D{salt:o}\t\t\t\tfree\tadd\n"));
    }
    let begun = std::time::Instant::now();
    assert!(Extractor::builder().gazetteer("big.tsv", rows).build().is_ok());
    println!("{number} rows: {:?}", begun.elapsed());

    for frame in ["[[noun]]\nlemma = \"visite\"\n", "[[noun]]\nlemma = \"visite #\"\n"] {
        let mut toml = String::from("type = \"a\"\n");
        let mut number = 0;
        while toml.len() < ExtractorBuilder::MAX_FRAMES - 100 {
            number += 1;
            toml.push_str(&frame.replace('#', &format!("b{number}")));
        }
        let begun = std::time::Instant::now();
        let extractor = Extractor::builder().frames("big.toml", toml).build();
        println!("{number} frames: {:?}", begun.elapsed());
        let extractor = extractor.unwrap_or_else(|e| panic!("{e}"));
        let begun = std::time::Instant::now();
        let _ = extractor.extract("La visite de Angela Merkel à Oslo.");
        println!("one sentence: {:?}", begun.elapsed());
    }
}
