//! Small numbers in decimal digits, without the machinery of `format!`.

/// All numbers of two digits, one after the other.
const PAIRS: &str = "0001020304050607080910111213141516171819\
                     2021222324252627282930313233343536373839\
                     4041424344454647484950515253545556575859\
                     6061626364656667686970717273747576777879\
                     8081828384858687888990919293949596979899";

/// The last two digits of a number.
#[inline]
pub(crate) fn two(number: u32) -> &'static str {
    let at = number as usize % 100 * 2;
    &PAIRS[at..at + 2]
}
