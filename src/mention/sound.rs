//! How a foreign name sounds, whoever wrote it down: « Loukachenko » and « Lukashenko » are one name.

/// Shortest sound that tells a name.
const SHORTEST: usize = 6;

/// How many bytes the spelling that `rest` begins with takes, in what French, English and German make of other scripts,
/// and the letter it sounds like; `None` for one that is not heard.
fn spelling(rest: &[u8]) -> (usize, Option<u8>) {
    match *rest {
        [b't', b's', b'c', b'h', ..] => (4, Some(b'x')),
        [b't', b'c', b'h', ..] | [b's', b'c', b'h', ..] => (3, Some(b'x')),
        [b'c' | b's', b'h', ..] | [b'c', b'z', ..] => (2, Some(b'x')),
        [b'k' | b'g', b'h', ..] => (2, Some(b'k')),
        [b'p', b'h', ..] => (2, Some(b'f')),
        [b'd', b'j', ..] | [b'z', b'h', ..] => (2, Some(b'j')),
        [b'o', b'u' | b'o', ..] => (2, Some(b'u')),
        [b'c' | b'q', ..] => (1, Some(b'k')),
        [b'w', ..] => (1, Some(b'v')),
        [b'y', ..] => (1, Some(b'i')),
        [b'z', ..] => (1, Some(b's')),
        [b'h', ..] => (1, None),
        [other, ..] => (1, Some(other)),
        [] => (0, None),
    }
}

/// A sound: the places of its first letters in the alphabet, five bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sound(u128);

/// Letters of a sound that are told apart from others.
const LONGEST: u32 = 25;

/// The sound of a folded name, none where it is too short or holds other letters than Latin ones.
pub(crate) fn sound(folded: &str) -> Option<Sound> {
    if folded.len() < SHORTEST || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let mut rest = folded.as_bytes();
    let (mut heard, mut count, mut before) = (0u128, 0, 0);
    while !rest.is_empty() {
        let (len, letter) = spelling(rest);
        if let Some(letter) = letter.filter(|&letter| letter != before && count < LONGEST) {
            heard = heard << 5 | u128::from(letter - b'a' + 1);
            (count, before) = (count + 1, letter);
        }
        rest = &rest[len..];
    }
    // « Sazonoff »
    if before == b'f' {
        heard += u128::from(b'v' - b'f');
    }
    (count as usize + 1 >= SHORTEST).then_some(Sound(heard))
}
