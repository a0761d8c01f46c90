//! The frame files the crate carries, in the order of the annotation contract.

macro_rules! frames {
    ($($name:literal),* $(,)?) => {
        [$((concat!($name, ".toml"), include_str!(concat!("../../gazetteers/relations/", $name, ".toml")))),*]
    };
}

/// File names and contents.
pub(super) const FILES: [(&str, &str); 33] = frames![
    "met_with",
    "phoned",
    "visited",
    "hosted",
    "attended",
    "negotiated",
    "mediated",
    "invited",
    "appointed_envoy",
    "agreed",
    "signed",
    "recognized",
    "cooperated",
    "supported",
    "apologized",
    "eased",
    "aided",
    "called_on",
    "criticized",
    "accused",
    "rejected",
    "threatened",
    "summoned",
    "sanctioned",
    "expelled",
    "recalled",
    "broke_with",
    "suspended",
    "attacked",
    "deployed",
    "took_office",
    "left_office",
    "appointed",
];
