//! The users' own names: the example file the README points to.

use depeche::Extractor;

#[test]
fn example_file_adds_and_silences() {
    let rows = include_str!("../gazetteers/example_custom.tsv");
    let extractor =
        Extractor::builder().gazetteer("example_custom.tsv", rows).build().expect("the example file is valid");
    let text = "À Split, Aya Tarkhan a quitté Beit Yahoun pour l'Institut du Levant.";
    let document = extractor.extract(text);
    let found: Vec<_> = document.mentions().map(|m| m.text()).collect();
    assert!(
        found.contains(&"Aya Tarkhan") && found.contains(&"Beit Yahoun") && found.contains(&"Institut du Levant"),
        "{found:?}"
    );
    // A silenced name is no longer known from the gazetteer; only its context may still speak for it.
    let split = document.mentions().find(|m| m.text() == "Split");
    assert!(split.is_none_or(|m| !m.rule().starts_with("gazetteer:")), "{:?}", split.map(|m| m.rule().to_string()));
}

#[test]
fn faults_are_told_with_file_line_and_column() {
    let rows = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\nplace\tX\t\tFR\tvillage\tfree\tadd\nperson\t\t\t\t\tfree\tadd\n";
    let error = Extractor::builder().gazetteer("own.tsv", rows).build().expect_err("two faults");
    let faults: Vec<_> = error.faults().iter().map(|f| (f.file.as_str(), f.line, f.column)).collect();
    assert_eq!(faults, [("own.tsv", 2, 5), ("own.tsv", 3, 2)], "{error}");
}

#[test]
fn own_titles_and_demonyms_are_inflected() {
    let rows = "kind\tname\tvariants\tcountry\ttype\tpolicy\taction\n\
                official\tchef du cérémonial\t\t\tofficial\tfree\tadd\n\
                demonym\tvaldorien\t\tTV\t\tfree\tadd\n";
    let extractor = Extractor::builder().gazetteer("own.tsv", rows).build().expect("valid rows");
    let document = extractor.extract("Les chefs du cérémonial attendaient la ministre valdorienne.");
    let found: Vec<_> = document.mentions().map(|m| m.text()).collect();
    assert!(found.contains(&"chefs du cérémonial") && found.contains(&"ministre valdorienne"), "{found:?}");
}
