//! The table scanner against unicode-segmentation, where they should agree.

use depeche::text::{Source, TokenKind, Tokens};
use proptest::prelude::*;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

fn words(text: &str) -> Vec<String> {
    let tokens = Tokens::new(text);
    let source = Source::new(text, &tokens);
    let word = |i: &usize| matches!(tokens.list()[*i].kind, TokenKind::Word | TokenKind::Number);
    (0..source.len()).filter(word).map(|i| source.str(i).to_owned()).collect()
}

proptest! {
    #![proptest_config(super::cases(256))]

    /// Without apostrophes, hyphens and full stops there is nothing to differ about.
    #[test]
    fn plain_latin_words_are_those_of_unicode(
        text in "([a-zà-öø-ÿœA-ZÀ-ÖØ-ÞŁŞ]{1,12}|[0-9]{1,4}|[A-Z][0-9])(( |, | : |; |\n| \\(|\\) |! |\\? | — |« |\u{a0}|…)([a-zà-öø-ÿœA-ZÀ-ÖØ-ÞŁŞ]{1,12}|[0-9]{1,4})){0,20}"
    ) {
        let theirs: Vec<String> = text.unicode_words().map(str::to_owned).collect();
        prop_assert_eq!(words(&text), theirs);
    }

    /// With them, tokens differ from Unicode's words only where the documentation says so: an elision is a token of
    /// its own, an abbreviation keeps its stop, figures keep the marks of times and dates, an address is one token.
    #[test]
    fn latin_words_differ_from_those_of_unicode_only_where_documented(
        text in "[a-cA-ClLdDM0-2éÉ .,'’\n-]{0,60}"
    ) {
        let tokens = Tokens::new(&text);
        let bounds: BTreeSet<usize> = text.split_word_bound_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (i, token) in tokens.list().iter().enumerate() {
            let range = token.span.range();
            let after_elision = i > 0 && tokens.list()[i - 1].is_elision() && token.is_glued();
            let after_number = i > 0 && tokens.list()[i - 1].is_number() && token.is_glued();
            // A mark that stands between two tokens here stands inside one word for Unicode.
            let mark_before = text[..range.start].ends_with(['.', '\'', '’']);
            if token.is_word() && !after_elision && !after_number && !mark_before {
                prop_assert!(bounds.contains(&range.start), "{:?} begins inside a word in {text:?}", &text[range.clone()]);
            }
            if token.is_word() && !token.is_abbreviation() {
                // « G7's » is one token; Unicode parts a figure from an apostrophe.
                let figure = |at: &usize| text[..*at].ends_with(|c: char| c.is_ascii_digit() || c == '\'' || c == '’');
                let inner: Vec<_> = bounds.range(range.start + 1..range.end).filter(|at| !figure(at)).collect();
                prop_assert!(inner.is_empty() || token.is_elision(), "{:?} holds bounds {inner:?} in {text:?}", &text[range]);
            }
        }
    }
}

#[test]
fn other_scripts_are_cut_by_unicode() {
    for text in ["Здравствуйте мир", "你好世界", "こんにちは世界", "مرحبا بالعالم", "สวัสดี"]
    {
        let theirs: Vec<&str> = text.split_word_bounds().filter(|w| !w.trim().is_empty()).collect();
        let tokens = Tokens::new(text);
        let ours: Vec<&str> = tokens.list().iter().map(|t| t.span.of(text)).collect();
        assert_eq!(ours, theirs);
    }
}
