//! A map from words to small values, built once and asked for every token.
//!
//! Comes in: words. Goes out: the value of a word. A word of at most fifteen
//! bytes, as nearly all are, is kept as two integers beside its value, so that
//! a look-up is one hash, one probe and two comparisons; it never follows a
//! pointer to the word's letters.

use rustc_hash::FxHashMap;

/// Longest word kept as integers: the sixteenth byte is one more than the length.
const SHORT: usize = 15;

/// For each length the bits of a word that long, in its two integers.
const KEEP: [(u64, u64); SHORT + 1] = {
    let mut keep = [(0, 0); SHORT + 1];
    let mut len = 0;
    while len <= SHORT {
        let bits = (1u128 << (8 * len)) - 1;
        keep[len] = (bits as u64, (bits >> 64) as u64);
        len += 1;
    }
    keep
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key(u64, u64);

impl Key {
    /// The key of no word.
    const VACANT: Self = Self(0, 0);

    /// The bytes of a short word and their number.
    #[inline]
    fn new(word: &[u8]) -> Option<Self> {
        let len = word.len();
        let tag = (len as u64 + 1) << 56;
        if len > SHORT {
            return None;
        }
        // Read from both ends; where the two overlap they agree.
        if let (Some(head), Some(tail)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
            let high = if len == 8 { 0 } else { u64::from_le_bytes(*tail) >> (8 * (16 - len)) };
            return Some(Self(u64::from_le_bytes(*head), high | tag));
        }
        if let (Some(head), Some(tail)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
            let tail = u64::from(u32::from_le_bytes(*tail)) << (8 * (len - 4));
            return Some(Self(u64::from(u32::from_le_bytes(*head)) | tail, tag));
        }
        let mut low = 0;
        for (i, &b) in word.iter().enumerate() {
            low |= u64::from(b) << (8 * i);
        }
        Some(Self(low, tag))
    }

    /// The same for `buffer[start..start + len]`, without a branch on the length where the buffer goes on behind it.
    #[inline]
    fn within(buffer: &[u8], start: usize, len: usize) -> Option<Self> {
        if len > SHORT {
            return None;
        }
        let Some(bytes) = buffer.get(start..).and_then(<[u8]>::first_chunk::<16>) else {
            return Self::new(buffer.get(start..start + len)?);
        };
        let word = u128::from_le_bytes(*bytes);
        let (low, high) = KEEP[len];
        Some(Self(word as u64 & low, (word >> 64) as u64 & high | (len as u64 + 1) << 56))
    }

    #[inline]
    fn hash(self) -> u64 {
        let product = u128::from(self.0 ^ 0x9e37_79b9_7f4a_7c15) * u128::from(self.1 ^ 0xd6e8_feb8_6659_fd93);
        (product >> 64) as u64 ^ product as u64
    }
}

/// Words and their values. A short word stands in the first slot from the one its hash tells that another has not
/// taken: one place in memory for nearly all.
#[derive(Debug, Clone)]
pub(super) struct WordMap<V> {
    /// A power of two of them, at least three in eight vacant; or none at all.
    slots: Vec<(Key, V)>,
    taken: usize,
    long: FxHashMap<Box<str>, V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { slots: Vec::new(), taken: 0, long: FxHashMap::default() }
    }
}

impl<V: Copy> WordMap<V> {
    /// Makes room for so many words; `any` value stands in the vacant slots.
    pub fn reserve(&mut self, words: usize, any: V) {
        let slots = (8 * words / 5 + 1).next_power_of_two();
        if slots > self.slots.len() {
            self.grow(slots, any);
        }
    }

    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<V> {
        match Key::new(word.as_bytes()) {
            Some(key) => self.find(key),
            None => self.long.get(word).copied(),
        }
    }

    #[inline]
    fn find(&self, key: Key) -> Option<V> {
        let mut at = key.hash() as usize;
        loop {
            let &(taken, value) = self.slots.get(at & self.slots.len().wrapping_sub(1))?;
            if taken == key {
                return Some(value);
            }
            if taken == Key::VACANT {
                return None;
            }
            at = at.wrapping_add(1);
        }
    }

    /// The value of the word `buffer[start..start + len]`; `unknown` when it has none.
    #[inline]
    pub fn get_within(&self, buffer: &[u8], (start, len): (usize, usize), unknown: V) -> V {
        let long = || self.long.get(std::str::from_utf8(buffer.get(start..start + len)?).ok()?).copied();
        Key::within(buffer, start, len).map_or_else(long, |key| self.find(key)).unwrap_or(unknown)
    }

    /// Has the places of some words fetched from memory, all at a time: what is asked of these words next need not wait
    /// for one after the other.
    pub fn fetch<'w>(&self, words: impl Iterator<Item = &'w str>) {
        let mask = self.slots.len().wrapping_sub(1);
        let places = words.filter_map(|word| self.slots.get(Key::new(word.as_bytes())?.hash() as usize & mask));
        std::hint::black_box(places.fold(0, |all, (key, _)| all ^ key.1));
    }

    /// The place of the value of `word`, which becomes `value` when it had none.
    pub fn entry(&mut self, word: &str, value: V) -> &mut V {
        match Key::new(word.as_bytes()) {
            Some(key) => self.short_entry(key, value),
            None => self.long.entry(word.into()).or_insert(value),
        }
    }

    fn short_entry(&mut self, key: Key, value: V) -> &mut V {
        if 8 * (self.taken + 1) > 5 * self.slots.len() {
            self.grow((2 * self.slots.len()).max(16), value);
        }
        let at = self.place(key);
        if self.slots[at].0 == Key::VACANT {
            self.slots[at] = (key, value);
            self.taken += 1;
        }
        &mut self.slots[at].1
    }

    /// The slot in which the word stands or may stand; one at least is vacant.
    fn place(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key.hash() as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != Key::VACANT {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self, slots: usize, any: V) {
        let slots = std::mem::replace(&mut self.slots, vec![(Key::VACANT, any); slots]);
        for slot in slots.into_iter().filter(|(key, _)| *key != Key::VACANT) {
            let at = self.place(slot.0);
            self.slots[at] = slot;
        }
    }

    fn short(&self) -> impl Iterator<Item = &(Key, V)> {
        self.slots.iter().filter(|(key, _)| *key != Key::VACANT)
    }

    /// Lets `take` join the values of `other` to those of the same words, which become `value` first where they had none.
    pub fn merge<W: Copy>(&mut self, other: &WordMap<W>, value: V, mut take: impl FnMut(&mut V, W)) {
        for &(key, with) in other.short() {
            take(self.short_entry(key, value), with);
        }
        for (word, &with) in &other.long {
            take(self.long.entry(word.clone()).or_insert(value), with);
        }
    }

    /// Number of words.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.taken + self.long.len()
    }

    /// All values, in no order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.slots
            .iter_mut()
            .filter(|(key, _)| *key != Key::VACANT)
            .map(|(_, value)| value)
            .chain(self.long.values_mut())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_keep_their_numbers() {
        let mut map = WordMap::default();
        let words: Vec<String> = (0..40)
            .flat_map(|n| ["a", "b", "ab", "\0", "é"].map(|unit| unit.repeat(n)))
            .chain(["x\0".into(), "\0x".into(), "x".into()])
            .collect();
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        for (i, word) in words.iter().enumerate() {
            let want = *numbers.entry(word).or_insert(i as u32);
            assert_eq!(*map.entry(word, i as u32), want);
        }
        for word in &words {
            let number = numbers[word.as_str()];
            assert_eq!(map.get(word), Some(number));
            let text = format!("a{word}éé{word}");
            assert_eq!(map.get_within(text.as_bytes(), (1, word.len()), u32::MAX), number);
            assert_eq!(map.get_within(text.as_bytes(), (text.len() - word.len(), word.len()), u32::MAX), number);
        }
        assert_eq!(map.get("abc"), None);
    }
}
