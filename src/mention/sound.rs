//! How a foreign name sounds, whoever wrote it down: « Loukachenko » and « Lukashenko » are one name.

/// Shortest sound that tells a name.
const SHORTEST: usize = 6;

/// Spellings of one sound in what French, English and German make of other scripts, longest first.
const SPELLINGS: [(&str, u8); 19] = [
    ("tsch", b'x'),
    ("tch", b'x'),
    ("sch", b'x'),
    ("ch", b'x'),
    ("sh", b'x'),
    ("cz", b'x'),
    ("kh", b'k'),
    ("gh", b'g'),
    ("ph", b'f'),
    ("dj", b'j'),
    ("zh", b'j'),
    ("ou", b'u'),
    ("oo", b'u'),
    ("c", b'k'),
    ("q", b'k'),
    ("w", b'v'),
    ("y", b'i'),
    ("z", b's'),
    ("h", 0),
];

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
    let mut rest = folded;
    let (mut heard, mut count, mut before) = (0u128, 0, 0);
    while let Some(&first) = rest.as_bytes().first() {
        let spelling = SPELLINGS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (len, letter) = spelling.map_or((1, first), |&(letters, letter)| (letters.len(), letter));
        if letter != 0 && letter != before && count < LONGEST {
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
