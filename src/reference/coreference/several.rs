//! « ils », « elles », « leur »: several people or bodies.
//!
//! Comes in: the sentences up to the pronoun. Goes out: one plural mention, or
//! the two or more that an « et » joined. Takes nobody where somebody else is
//! told of in the plural.

use super::{Finder, Want, REACH};
use crate::id::MentionId;
use crate::syntax::VerbGroup;

impl Finder<'_> {
    /// « ils », « leur »: one plural official or body, or the two or more that an « et » joined as a subject.
    pub(super) fn several(&self, want: Want) -> Vec<MentionId> {
        // « les Pays-Bas » are no « elles ».
        let suits = |i: usize| want != Want::TheyFeminine || !self.is_country(i);
        for back in 0..=REACH {
            let Some(sentence) = self.sentence.checked_sub(back) else { break };
            let many = |&i: &usize| self.is_many(i) && suits(i) && !self.excepted(i);
            let plural = self.distinct(self.in_sentence(sentence).filter(many));
            let joined = self.coordinated(sentence);
            match (&plural[..], &joined[..]) {
                ([one], []) => return vec![MentionId::from_index(*one)],
                // Somebody else is told of in the plural.
                ([], []) if self.has_unknown_several(sentence) => return self.two_told(sentence),
                ([], []) => {
                    // « X a rencontré Y. Ils … »: two people and no third.
                    // « X leur a demandé … »: not X.
                    let other = |&i: &usize| self.is_somebody(i) && !self.excepted(i);
                    let people = self.distinct(self.in_sentence(sentence).filter(other));
                    match people[..] {
                        [one, two] if back > 0 => return vec![self.nearest(one), self.nearest(two)],
                        [] => {}
                        _ => return Vec::new(),
                    }
                }
                // « Les États-Unis et le Japon ont promis qu'ils … »: the one in the plural is of those joined.
                (plural, joined)
                    if plural.iter().all(|&p| joined.iter().any(|&i| self.entity(i) == self.entity(p))) =>
                {
                    return joined.iter().map(|&i| self.nearest(i)).collect();
                }
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// « Les deux hommes se sont vus. Ils … »: the two that the sentence means.
    fn two_told(&self, sentence: usize) -> Vec<MentionId> {
        let Some(span) = self.context.source.tokens.sentences().get(sentence) else { return Vec::new() };
        let source = self.context.source;
        let told = (span.start as usize..(span.end as usize).min(self.token)).find_map(|token| {
            let two = source.lowered(token) == "les" && source.lowered(token + 1) == "deux";
            Want::both(source.folded(token + 2)).filter(|_| two).map(|want| (token, want))
        });
        told.map_or(Vec::new(), |(token, want)| Finder { token, sentence, ..*self }.both(want))
    }

    /// A verb in the plural before the token that has other subjects than two people before it:
    /// « Les miliciens contrôlent la côte. Ils … ».
    fn has_unknown_several(&self, sentence: usize) -> bool {
        let (_, groups) = self.context.syntax.groups_of(sentence);
        let relative =
            |g: &VerbGroup| g.first.checked_sub(1).is_some_and(|b| self.context.source.lowered(b as usize) == "qui");
        let two = |g: &VerbGroup| {
            let people = self.in_sentence(sentence).filter(|&i| self.is_somebody(i) && self.mention(i).last <= g.first);
            self.distinct(people).len() > 1
        };
        groups
            .iter()
            .take_while(|g| (g.first as usize) < self.token)
            .any(|g| g.is_finite() && g.plural && g.subject.is_none() && (relative(g) || !two(g)))
    }

    /// Two people, bodies or countries that « et » joins.
    pub(super) fn coordinated(&self, sentence: usize) -> Vec<usize> {
        let source = self.context.source;
        let acts = |&i: &usize| self.may_act(i) || self.speaks_for_country(i);
        let people: Vec<usize> = self.in_sentence(sentence).filter(acts).collect();
        for pair in people.windows(2) {
            let (one, two) = (self.mention(pair[0]), self.mention(pair[1]));
            let between = one.last as usize..two.first as usize;
            let joined = between.len() <= 3
                && source.lowered(between.start) == "et"
                && self.entity(pair[0]) != self.entity(pair[1]);
            // « les bureaux de X et de Y » are nobody's doing.
            let led = (one.first as usize).checked_sub(1).map_or("", |i| source.lowered(i));
            let owned = matches!(led, "de" | "du" | "d'" | "des")
                || led == "la" && one.first > 1 && source.lowered(one.first as usize - 2) == "de";
            if joined && !owned {
                let mut found = vec![pair[0], self.named_after(pair[1])];
                // « X, Y et Z »: all that commas join to the two.
                let mut first = people.iter().position(|&i| i == pair[0]).unwrap_or(0);
                while let Some(&before) = first.checked_sub(1).and_then(|b| people.get(b)) {
                    let gap = self.mention(before).last as usize..self.mention(people[first]).first as usize;
                    // The office of the one that stands behind it.
                    if gap.is_empty() {
                        first -= 1;
                        continue;
                    }
                    let listed = gap.len() <= 2 && source.str(gap.start) == ",";
                    let alike = self.is_somebody(before) == self.is_somebody(people[first])
                        && self.entity(before) != self.entity(people[first]);
                    if !listed || !alike {
                        break;
                    }
                    found.insert(0, before);
                    first -= 1;
                }
                return found;
            }
        }
        Vec::new()
    }

    /// The person right after an official of the same entity.
    fn named_after(&self, index: usize) -> usize {
        let next = index + 1;
        let same = next < self.mentions.list.len()
            && self.entity(next) == self.entity(index)
            && self.mention(next).last as usize <= self.token;
        if same {
            next
        } else {
            index
        }
    }
}
