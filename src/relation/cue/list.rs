//! The word lists of single constructions, by name.
//!
//! Comes in: nothing. Goes out: [`List`], one for each section of `cues.toml`, and [`Lists`], those that one word is in. It
//! knows no word.

/// Lists of words for single constructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Verbs whose object or addressee carries out the infinitive they govern.
    Control,
    /// Verbs that give a leave or an order, and the nouns for it.
    Leave,
    /// Verbs and nouns of deciding.
    Decision,
    /// Nouns that only frame the event behind « de ».
    Occasion,
    /// Nouns for people without a name who act.
    Crowd,
    /// Verbs whose infinitive tells no event of its own.
    Swallow,
    /// Participles behind a delegation or a group that name who leads it.
    Lead,
    /// Nouns that take up an organisation told before.
    Body,
    /// Nouns for somebody by what he is to another.
    Peer,
    /// Nouns for those who head or speak for a body.
    Function,
    /// Verbs whose addressee, when told, carries out the infinitive.
    Offer,
    /// Papers that say what those who issue them say.
    Paper,
    /// Verbs by which a paper is issued.
    Issue,
    /// Adjectives whose complement stands behind « de ».
    Close,
    /// Nouns for men and things by whom they belong to.
    Part,
    /// Nouns that only tell how many.
    Quantity,
    /// Nouns for soldiers and arms, through which somebody attacks (« les forces de X »).
    Troop,
    /// Verbs of what one may have others do (« a fait bombarder X »).
    Deed,
    /// Nouns for those who make up a body (« les membres du Conseil »).
    Member,
    /// Nouns for sorts of places, whose name stands behind « de ».
    Site,
    /// Of these, buildings and grounds: who hits one does not hit the town it is in.
    Building,
    /// Verbs whose complement stands behind « de ».
    Of,
    /// Verbs that have one behind their object.
    OfBesides,
    /// Nouns for states and those who stand for them.
    Whole,
    /// Nouns for those who speak for somebody, and for where his words stand.
    Voice,
    /// Nouns for a party without a name.
    Side,
    /// Verbs whose participle behind an event opens the next one.
    Sequence,
    /// Verbs whose participle behind a noun is an adjective with no complement of its own.
    Adjectival,
    /// Firms, clubs and bodies of trade or sport: ids of the gazetteer, and words of names.
    Trade,
    /// Nouns before the name of a firm or club.
    Enterprise,
    /// Verbs whose object carries out the bare infinitive behind it.
    Perceive,
    /// Where somebody is brought, whose name may follow.
    Seat,
    /// Words of sport and shows.
    Leisure,
    /// Verbs whose object « sa démission » is somebody else's.
    Demand,
    /// Verbs whose agent has not done the thing that is their object (« les attaques subies par X »).
    Suffered,
    /// Verbs by which measures weigh on somebody.
    Weigh,
    /// Participles that say when and where an event is.
    Held,
    /// Nouns of what somebody else does, or has done to him.
    Others,
    /// Objects of verbs of giving, and verbs, whose addressee owns what it is said for.
    Addressed,
    /// The same of what is done to somebody for what he did.
    Punish,
    /// Verbs that promise or prepare what they tell.
    Pledge,
    /// Verbs in the passive of what others do with somebody on an occasion.
    Undergone,
    /// Verbs of talking about something.
    Discuss,
    /// Nouns of what takes place between parties.
    Between,
    /// Nouns of what is done against somebody.
    Against,
    /// Adverbs that part the partners of a verb: each is met alone.
    Apart,
    /// Nouns that sum up what has just been told (« …, une décision condamnée par X »).
    Act,
    /// Verbs whose participle says where and when several have come together (« réunis lundi à Bruxelles »).
    Gathered,
    /// Names of meetings of states that act as one (« le G7 a condamné X »).
    League,
    /// Titles of rank before a name, that take up who bears it (« le général a démissionné »).
    Rank,
    /// Nouns that take up an armed group told before (« la rébellion »).
    Insurgent,
    /// Nouns that take up the body whose name begins with them, when they have a capital (« le Fonds »).
    Chartered,
    /// Adjectives that describe a body or land told before and set it off from no other (« le mouvement islamiste »).
    Epithet,
    /// Words that set another one off from the one told before (« l'autre groupe »).
    Another,
    /// Verbs of what others make of an event (« saluée par X »): their agent has not done it.
    Judge,
    /// Words that stand for people nobody names, beside those that count (« la plupart », « chacun »).
    Anybody,
    /// Nouns for the other of two who meet or speak (« son interlocuteur »).
    Partner,
    /// Verbs by which nobody speaks of his own (« a rejeté sa proposition »).
    Gainsay,
    /// Verbs that say between whom something is (« le conflit qui oppose X à Y »).
    Link,
    /// Nouns for those who rule or stand with somebody, through whom he is meant (« le régime de X »).
    Rule,
    /// Nouns for a moment of an event (« à la fin de l'entretien »).
    Stage,
    /// Verbs that, set off with their pronoun, only say where the sentence comes from (« X a, semble-t-il, rencontré Y »).
    Aside,
    /// Nouns for what others make of an event: whoever does stands behind it with « par » (« la confirmation de son élection par X »).
    Ratify,
}

/// The lists that one word is in: bits.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lists(u64);

impl Lists {
    /// Puts the word into the list of this number.
    pub(super) fn add(&mut self, list: usize) {
        self.0 |= 1 << list;
    }

    /// Whether the word is in this one.
    #[must_use]
    #[inline]
    pub const fn hold(self, list: List) -> bool {
        self.0 >> list as u32 & 1 != 0
    }
}

impl List {
    pub(super) const NAMES: &'static [&'static str] = &[
        "control",
        "leave",
        "decision",
        "occasion",
        "crowd",
        "swallow",
        "lead",
        "body",
        "peer",
        "function",
        "offer",
        "paper",
        "issue",
        "close",
        "part",
        "quantity",
        "troop",
        "deed",
        "member",
        "site",
        "building",
        "of",
        "of_besides",
        "whole",
        "voice",
        "side",
        "sequence",
        "adjectival",
        "trade",
        "enterprise",
        "perceive",
        "seat",
        "leisure",
        "demand",
        "suffered",
        "weigh",
        "held",
        "others",
        "addressed",
        "punish",
        "pledge",
        "undergone",
        "discuss",
        "between",
        "against",
        "apart",
        "act",
        "gathered",
        "league",
        "rank",
        "insurgent",
        "chartered",
        "epithet",
        "another",
        "judge",
        "anybody",
        "partner",
        "gainsay",
        "link",
        "rule",
        "stage",
        "aside",
        "ratify",
    ];
    /// Those of nouns that take up somebody told before.
    pub(super) const TAKING_UP: [Self; 4] = [Self::Body, Self::Rank, Self::Insurgent, Self::Chartered];
}
