//! Clause bounds.

/// How a clause opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// A main clause.
    Main,
    /// A relative clause: qui, que, dont, où.
    Relative,
    /// A subordinate clause: que, lorsque, si…
    Subordinate,
}

/// The stretch of tokens one finite verb rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// First token.
    pub first: u32,
    /// One past the last token.
    pub last: u32,
    /// How it opens.
    pub opening: Opening,
}
