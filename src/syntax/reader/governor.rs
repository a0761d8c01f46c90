//! Which verb governs which infinitive.
//!
//! Comes in: all groups of one sentence. Goes out: the same groups, their governors filled in, with the marker that
//! coordinated ones share and what is causative. It opens no group and changes the bounds of none.

use crate::id::VerbId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{Lexical, Lexicon};
use crate::syntax::group::{Clitics, VerbForm, VerbGroup};
use crate::text::Source;

/// Most verbs looked past that only tell of something between an infinitive and its governor.
const ASIDES: usize = 4;

/// Which group governs each infinitive: the nearest verb before it that can.
pub(super) fn govern(
    source: Source<'_>,
    lexicon: &Lexicon,
    lexical: &Lexical,
    groups: &mut [VerbGroup],
    offset: usize,
) {
    for i in 0..groups.len() {
        let group = groups[i];
        if group.form != VerbForm::Infinitive {
            continue;
        }
        let Some(j) = i.checked_sub(1) else { continue };
        let sight = Sight { source, lexicon, lexical, groups };
        let j = (0..=j).rev().take(ASIDES).find(|&j| !sight.aside(j, &group)).unwrap_or(j);
        let previous = groups[j];
        let between = previous.last as usize..group.first as usize;
        let repeated = group.marker.is_some() && group.marker == previous.marker;
        let coordinated = (group.marker.is_none() || repeated)
            && between.clone().rev().skip(usize::from(repeated)).take(1).any(|t| {
                matches!(source.lowered(t), "et" | "ou" | "," | "puis")
                    || lexicon.word(lexical.words[t]).function == Function::Coordinator
            });
        if coordinated && previous.form == VerbForm::Infinitive {
            groups[i].governor = previous.governor;
            groups[i].marker = previous.marker;
            continue;
        }
        if coordinated {
            // « a rencontré X et (va) discuter »: look for an infinitive further back.
            if let Some(k) = (0..j).rev().take(3).find(|&k| groups[k].form == VerbForm::Infinitive) {
                groups[i].governor = groups[k].governor;
                groups[i].marker = groups[k].marker;
            }
            continue;
        }
        // « inviter X à « travailler ensemble » », « demander à X « d'agir » », « veut « agir » »: the quotation begins with
        // what is governed.
        let quotes = |t: usize| matches!(source.str(t), "«" | "“" | "\"" | "'" | "‘" | "„");
        let right_behind = between.len() == 1;
        let opens = between.clone().rev().take(2).position(quotes).filter(|_| group.marker.is_some() || right_behind);
        let reach = between.start..between.end.saturating_sub(opens.map_or(0, |at| at + 1));
        if reach.clone().any(|t| matches!(source.str(t), ";" | ":" | ".")) || parted(source, reach) {
            continue;
        }
        groups[i].governor = Some((offset + j) as u32);
        if matches!(lexicon.vocabulary().lemma(previous.verb.unwrap_or(VerbId(u32::MAX))), "faire" | "laisser")
            && between.len() <= 1
        {
            groups[i].causative = true;
        }
    }
}

/// Whether a quotation opens or ends among these tokens; « accuser « les rebelles » de partir » quotes but a word or two.
fn parted(source: Source<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    let mut open = false;
    let broken = tokens.any(|t| match source.str(t) {
        "«" => std::mem::replace(&mut open, true),
        "»" => !std::mem::replace(&mut open, false),
        _ => false,
    });
    broken || open
}

/// The groups of a sentence and the words around them.
struct Sight<'a> {
    source: Source<'a>,
    lexicon: &'a Lexicon,
    lexical: &'a Lexical,
    groups: &'a [VerbGroup],
}

impl Sight<'_> {
    fn is(&self, token: usize, words: &[&str]) -> bool {
        words.contains(&self.source.lowered(token))
    }

    /// Whether the verb in group `j` governs nothing, though `infinitive`, led by a preposition, stands behind it: it tells of
    /// somebody or of a day between the infinitive and the verb above.
    fn aside(&self, j: usize, infinitive: &VerbGroup) -> bool {
        let group = &self.groups[j];
        // « doit comme prévu expulser X », « a décidé à juste titre de convoquer X »
        if self.fixed(group.head as usize) {
            return true;
        }
        let (from, marker) = (group.last as usize, (infinitive.first as usize).saturating_sub(1));
        if self.told_aside(group) && (from..infinitive.first as usize).any(|t| self.is(t, &[","])) {
            return true;
        }
        if infinitive.marker.is_none() || from >= marker {
            return false;
        }
        // « il y a deux semaines », « il y a peu »
        let ago = group.clitics.any(Clitics::Y)
            && (self.source.get(from).is_some_and(|t| t.is_number() || self.counts(from))
                || self.is(from, &["peu", "longtemps"]));
        if ago {
            return true;
        }
        let closed = self.is(marker - 1, &[","]);
        if !matches!(infinitive.marker, Some(Prep::A | Prep::DE)) {
            // « s'est entretenu avec X, frappé par la crise, pour appeler à la retenue »
            let opened = (group.first as usize).checked_sub(1).is_some_and(|b| self.is(b, &[","]));
            return group.form == VerbForm::PastParticiple && closed && opened;
        }
        match group.form {
            // « exhorte l'opposition réunie à Doha à négocier », but « contraint en 1998 par X de partir »; « appelle, comme prévu, X à agir »
            VerbForm::PastParticiple => {
                let placed = matches!(self.function(from), Function::Preposition(_) | Function::ToDefinite);
                closed || placed && !(from..marker).any(|t| self.is(t, &["par"]))
            }
            VerbForm::Finite => {
                // « exhorte X, qui préside le comité, à négocier »
                let opens = j.checked_sub(1).map_or(0, |k| self.groups[k].last as usize);
                closed && (opens + 1..group.first as usize).any(|t| self.tells(t))
            }
            _ => false,
        }
    }

    /// « , semble-t-il, »: a verb of its own, joined to its pronoun, behind a comma.
    fn told_aside(&self, group: &VerbGroup) -> bool {
        let joined = (group.first + 1..group.last).any(|t| self.source.get(t as usize).is_some_and(|t| t.is_joined()));
        let opened = (group.first as usize).checked_sub(1).is_some_and(|b| self.is(b, &[","]));
        group.is_finite() && group.subject.is_some() && joined && opened
    }

    /// « , qui », « , que », « , avec lequel »: whether a relative clause opens behind a comma there.
    fn tells(&self, token: usize) -> bool {
        let apart = |back: usize| token.checked_sub(back).is_some_and(|t| self.is(t, &[","]));
        let led = self.is(token, &["lequel", "laquelle", "lesquels", "lesquelles"]);
        led && apart(2)
            || apart(1) && self.is(token, &["qui", "dont", "où", "que", "qu'", "auquel", "auxquels", "auxquelles"])
    }

    fn function(&self, token: usize) -> Function {
        self.lexicon.word(self.lexical.words[token]).function
    }

    /// « à huis clos », « comme prévu »: a form of a verb within an adverbial phrase.
    fn fixed(&self, token: usize) -> bool {
        let (grammar, words) = (self.lexicon.grammar(), &self.lexical.words);
        (token.saturating_sub(3)..token).any(|start| {
            grammar
                .phrase(self.lexicon.vocabulary(), words, start)
                .is_some_and(|p| p.function == Function::Adverb && start + p.len > token)
        })
    }

    /// A word that says how many, « un » not counted.
    fn counts(&self, token: usize) -> bool {
        self.function(token) == Function::Quantifier && !self.is(token, &["un", "une"])
    }
}
