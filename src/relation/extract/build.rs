//! A relation of a frame that fits: its arguments, place, date and topic.

use super::{Candidate, Confidence, Extraction, ROLES};
use crate::id::MentionId;
use crate::lexicon::grammar::Prep;
use crate::lexicon::PlaceType;
use crate::mention::{Mention, MentionData};
use crate::relation::arguments::{Found, Trigger};
use crate::relation::chunk::ChunkKind;
use crate::relation::cue::{Effect, List};
use crate::relation::frame::Kinds;
use crate::relation::model::{Argument, ArgumentRole, Relation};
use crate::relation::parse::{Complement, Parse, Role};
use crate::relation::status::Status;
use crate::span::Span;
use crate::syntax::Voice;

impl Extraction<'_, '_> {
    #[allow(clippy::too_many_arguments)]
    pub(super) fn build(
        &mut self,
        parse: &Parse<'_>,
        trigger: &Trigger<'_>,
        candidate: Candidate,
        span: Span,
        status: Status,
        source: Option<MentionId>,
        out: &mut Vec<Relation>,
    ) {
        let frame = self.frames.frame(candidate.frame);
        let mut arguments = Vec::new();
        for (role, list) in ROLES.iter().zip(&candidate.roles) {
            for found in list {
                arguments.push(Argument { role: *role, mention: found.mention, how: found.how });
                // A town that is bombed is hit as a town.
                let ground = |kinds: Kinds| kinds.any(Kinds::PLACE) && !kinds.any(Kinds::STATE);
                let hit = || {
                    self.country_named(found.mention).is_none()
                        && frame.roles[1].as_ref().is_some_and(|r| ground(r.kinds))
                };
                let party = *role == ArgumentRole::Actor || *role == ArgumentRole::Recipient && !hit();
                if party && matches!(self.mentions.list[found.mention.index()].data, MentionData::Place { .. }) {
                    self.metonyms[found.mention.index()] = true;
                }
            }
        }
        // « le sommet de Hanoï entre X et Y »: the trigger names the event itself.
        let named = parse.noun(trigger.chunk).and_then(|n| n.mention).filter(|_| parse.group(trigger.chunk).is_none());
        if let Some(event) = named.filter(|m| matches!(self.mentions.list[m.index()].data, MentionData::Event { .. })) {
            if !arguments.iter().any(|a| a.role == ArgumentRole::Event) {
                arguments.push(Argument { role: ArgumentRole::Event, mention: event, how: "self" });
            }
        }
        let used = |m: MentionId, arguments: &[Argument]| arguments.iter().any(|a| a.mention == m);
        // « est rentré lundi de X »: the day of the return is not that of the stay.
        let back = matches!(parse.lemma(trigger.chunk), "rentrer" | "revenir")
            && candidate.roles[2].iter().any(|f| f.prep == Some(Prep::DE));
        for (role, found) in self.circumstances(parse, trigger, &candidate) {
            let has = arguments.iter().any(|a| a.role == role) || back && role == ArgumentRole::Date;
            if !used(found.mention, &arguments) && !has {
                arguments.push(Argument { role, mention: found.mention, how: found.how });
                if role == ArgumentRole::Place {
                    // Conjuncts of a place: « à Paris et à Berlin ».
                    if let Some(chunk) = found.chunk {
                        for next in parse.conjuncts(chunk).skip(1) {
                            if let Some(mention) = parse.noun(next).and_then(|n| n.mention) {
                                if !used(mention, &arguments) {
                                    arguments.push(Argument { role, mention, how: found.how });
                                }
                            }
                        }
                    }
                }
            }
        }
        arguments.sort_by_key(|a| (a.role, a.mention));
        let source = source.filter(|&s| !used(s, &arguments));
        let chunks = parse.chunks;
        let evidence = match (chunks.first(), chunks.last()) {
            (Some(a), Some(b)) => self.context.source.span(a.first as usize, b.last as usize),
            _ => span,
        };
        let topic = self.topic(parse, trigger, &arguments);
        out.push(Relation {
            confidence: Confidence::default(),
            kind: frame.kind,
            triggers: vec![span],
            evidence,
            arguments,
            polarity: status.polarity,
            modality: status.modality,
            source,
            topic,
            frame: candidate.frame,
        });
    }

    /// Place and date of the event, from its own clause.
    pub(super) fn circumstances(
        &self,
        parse: &Parse<'_>,
        trigger: &Trigger<'_>,
        candidate: &Candidate,
    ) -> Vec<(ArgumentRole, Found)> {
        let mut out = Vec::new();
        let mut complements = trigger.complements.clone();
        if let Some(noun) = candidate.consumed {
            // « a condamné l'attaque perpétrée le 8 juillet »: what a participle behind the object tells is its own.
            let participle = (noun + 1..parse.chunks.len().min(noun + 6))
                .take_while(|&i| {
                    parse.noun(i).is_some() || parse.group(i).is_some() || parse.chunks[i].kind == ChunkKind::Comma
                })
                .find(|&i| i != trigger.chunk && parse.group(i).is_some());
            let own = |c: &Complement| participle.is_none_or(|p| c.chunk < p);
            complements.extend(parse.dependents(noun).into_iter().filter(own));
            // « la visite, prévue lundi à X, a été annulée »
            complements.extend(parse.held(noun).into_iter().flat_map(|held| parse.complements(held)));
        }
        // A noun shares the circumstances of the verb that carries its subject.
        if let Some((verb, Role::Object)) = trigger.owner {
            // « a salué jeudi la visite de X »: when it was praised, not when it was.
            let comments = [List::Gainsay, List::Punish, List::Discuss].iter().any(|&l| parse.verb_is(verb, l));
            if !comments && parse.group(verb).and_then(|g| g.verb).is_some_and(|v| !self.frames.cues.speech(v)) {
                complements.extend(parse.complements(verb));
            }
        }
        // « la réunion, prévue lundi, se tiendra jeudi »: the verb has the last word on when it takes place.
        if let Some((verb, _)) = trigger.owner.filter(|&(verb, role)| role == Role::Subject && parse.occurs(verb)) {
            complements.sort_by_key(|c| c.chunk < verb);
        }
        complements.extend(self.shared_circumstances(parse, trigger));
        // « la reprise, lundi à Vienne, des pourparlers entre X et Y »
        let framed = parse.occasion(trigger.chunk);
        if framed != trigger.chunk {
            complements.extend(parse.dependents(framed).into_iter().filter(|c| c.chunk < trigger.chunk));
        }
        let occasions = complements.iter().filter(|c| self.is_occasion(parse, c)).map(|c| c.chunk);
        let occasions: Vec<usize> = occasions.chain(trigger.at_which()).collect();
        complements.extend(occasions.into_iter().flat_map(|event| parse.told_of(event)));
        out.extend(own_date(parse, candidate).map(|found| (ArgumentRole::Date, found)));
        out.extend(self.entry(parse, trigger).map(|found| (ArgumentRole::Date, found)));
        out.extend(self.within(parse, trigger).map(|found| (ArgumentRole::Date, found)));
        // « un traité … Y y a souscrit » is not where.
        let kind = self.frames.relation_type(self.frames.frame(candidate.frame).kind);
        let thing = kind.thereto && !kind.attends && trigger.there().is_some();
        out.extend(trigger.place_by_pronoun().filter(|_| !thing).map(|found| (ArgumentRole::Place, found)));
        let venue = trigger.venue().filter(|v| candidate.roles.iter().flatten().all(|f| f.mention != v.mention));
        out.extend(venue.map(|found| (ArgumentRole::Place, found)));
        // « a dénoncé l'offensive dans le Haut-Karabakh »: where the thing is that is commented on or talked about.
        let comments = self.frames.relation_type(self.frames.frame(candidate.frame).kind).comments
            || parse.verb_is(trigger.chunk, List::Discuss);
        let over = |chunk: usize| trigger.is_over() && trigger.behind_since(chunk);
        for complement in &complements {
            let Some(noun) = parse.noun(complement.chunk) else { continue };
            // « dans la région de X »: the place is named behind « de ».
            // « à X, dans le nord de Y » says where X is.
            let apart = complement.chunk.checked_sub(1).is_some_and(|b| parse.chunks[b].kind == ChunkKind::Comma);
            let sited = || parse.sited(complement.chunk).filter(|&c| !apart && !self.is_country(parse, c));
            let named = if noun.mention.is_some() { Some(complement.chunk) } else { sited() };
            let Some((chunk, mention)) = named.and_then(|c| Some((c, parse.noun(c)?.mention?))) else { continue };
            if complement.fronted && trigger.at_another_time(complement.chunk) {
                continue;
            }
            let found = Found { mention, official: None, chunk: Some(chunk), prep: noun.prep, how: "adjunct" };
            match &self.mentions.list[mention.index()].data {
                MentionData::Date(timex)
                    if is_point(timex)
                        && (noun.prep != Some(Prep::DE)
                            || trigger.owner.is_some()
                            // « a séjourné à X du 3 au 5 mai »
                            || timex.end.is_some() && !(comments && trigger.behind_object(complement.chunk)))
                        && !trigger.held_since(complement)
                        && !over(complement.chunk) =>
                {
                    out.push((ArgumentRole::Date, found));
                }
                MentionData::Place { place_type, .. }
                    if (self.locative(noun.prep)
                        // « sur la place X »
                        || noun.prep == Some(Prep::SUR) && *place_type == PlaceType::Building)
                        && !complement.nested
                        && !(trigger.elsewhere(complement.chunk)
                            || comments && trigger.behind_object(complement.chunk)
                            || noun.prep == Some(Prep::A) && trigger.behind_same(complement.chunk, Prep::A)
                            || over(complement.chunk)) =>
                {
                    out.push((ArgumentRole::Place, found));
                }
                _ => {}
            }
        }
        out.extend(self.chronicle(parse, trigger).map(|found| (ArgumentRole::Date, found)));
        out
    }

    /// « lors du sommet », « au forum »: an event without a name, or named, at which something else takes place.
    fn is_occasion(&self, parse: &Parse<'_>, complement: &Complement) -> bool {
        let name = |p| self.context.lexicon.grammar().prep_name(p);
        let at = complement.prep.is_some_and(|p| {
            p == Prep::A
                || matches!(name(p), "lors de" | "à l'occasion de" | "au cours de" | "en marge de" | "à l'issue de")
        });
        let event = parse.mention(complement.chunk).is_none_or(|m| matches!(m.data, MentionData::Event { .. }));
        at && event && !complement.nested && parse.noun(complement.chunk).is_some_and(|n| !n.date)
    }

    fn is_country(&self, parse: &Parse<'_>, chunk: usize) -> bool {
        let country = |m: &Mention| matches!(m.data, MentionData::Place { place_type: PlaceType::Country, .. });
        parse.mention(chunk).is_some_and(country)
    }

    /// What a gerund takes from its main verb, a purpose from the movement that serves it, and what is refused or decided from
    /// the verb that says so: the dates. What those do who have come together takes their meeting's place and day.
    pub(super) fn shared_circumstances(&self, parse: &Parse<'_>, trigger: &Trigger<'_>) -> Vec<Complement> {
        use crate::syntax::VerbForm;
        let Some(group) = parse.group(trigger.chunk) else { return Vec::new() };
        let dates = |verb: usize, fronted: bool| -> Vec<Complement> {
            let all = parse.complements(verb);
            all.into_iter().filter(|c| parse.noun(c.chunk).is_some_and(|n| n.date) && (c.fronted || !fronted)).collect()
        };
        match group.form {
            // « Réunis lundi à Bruxelles, ils ont condamné … »: done where they have come together.
            VerbForm::Finite => {
                let own = |c: &Complement| {
                    parse.noun(c.chunk).is_some_and(|n| n.date) || self.locative(c.prep) && parse.is_place(c.chunk)
                };
                let told = || trigger.complements.iter().any(own);
                let meeting = parse.gathered(trigger.chunk).filter(|_| !told());
                meeting.map_or_else(Vec::new, |v| parse.complements(v).into_iter().filter(own).collect())
            }
            VerbForm::Gerund => parse.main_verb(trigger.chunk).map_or_else(Vec::new, |main| dates(main, true)),
            // « quittera Abuja dimanche pour se rendre en France »
            VerbForm::Infinitive if group.marker == Some(Prep::POUR) && self.moves(group.verb, group.voice) => {
                let owner = parse.governing(trigger.chunk);
                let moving = owner.filter(|&o| parse.group(o).is_some_and(|g| self.moves(g.verb, g.voice)));
                moving.map_or_else(Vec::new, |owner| dates(owner, false))
            }
            // « a refusé lundi de recevoir X », « a décidé lundi d'expulser X »: it is not done, or done, on that day.
            VerbForm::Infinitive if group.marker == Some(Prep::DE) => {
                let settled = |&o: &usize| {
                    let effect =
                        parse.group(o).and_then(|g| self.frames.cues.verb(g.verb?, g.voice == Voice::Reflexive));
                    effect == Some(Effect::Negated) || parse.verb_is(o, List::Decision)
                };
                parse.governing(trigger.chunk).filter(settled).map_or_else(Vec::new, |owner| dates(owner, false))
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn moves(&self, verb: Option<crate::id::VerbId>, voice: Voice) -> bool {
        verb.is_some_and(|v| self.frames.cues.movement(v, voice == Voice::Reflexive))
    }

    pub(super) fn locative(&self, prep: Option<Prep>) -> bool {
        prep.is_some_and(|p| {
            matches!(p, Prep::A | Prep::EN | Prep::DANS)
                || matches!(
                    self.context.lexicon.grammar().prep_name(p),
                    "près de"
                        | "au large de"
                        | "à bord de"
                        | "au nord de"
                        | "au sud de"
                        | "à l'est de"
                        | "à l'ouest de"
                        | "depuis"
                        | "au bord de"
                )
        })
    }

    /// « sur la Syrie », « à propos de l'accord »: the topic, up to the next mark. « a tiré sur X »: X takes part.
    fn topic(&self, parse: &Parse<'_>, trigger: &Trigger<'_>, arguments: &[Argument]) -> Option<Span> {
        let about = trigger.complements.iter().find(|c| c.prep == Some(Prep::SUR) && !c.fronted)?;
        let mut last = about.chunk;
        while let Some(next) = parse.noun(last + 1) {
            if next.prep == Some(Prep::DE) && !next.date {
                last += 1;
            } else {
                break;
            }
        }
        let takes_part = |m: MentionId| arguments.iter().any(|a| a.mention == m);
        let noun = parse.noun(about.chunk).filter(|n| !n.mention.is_some_and(takes_part))?;
        let first = noun.head.max(parse.chunks[about.chunk].first) as usize;
        Some(self.context.source.span(first, parse.chunks[last].last as usize))
    }
}

/// « rencontrera X lundi et Y mardi », « … et mardi Y »: the day of the one partner who is a conjunct of another.
fn own_date(parse: &Parse<'_>, candidate: &Candidate) -> Option<Found> {
    let mut partners = candidate.roles[0].iter().filter(|f| f.how != "subject").filter_map(|f| f.chunk);
    let (partner, None) = (partners.next()?, partners.next()) else { return None };
    let joined = partner > 1 && parse.chunks[partner - 2].kind == ChunkKind::And;
    let others = joined || parse.coordinated(partner) || parse.first_conjunct(partner) != partner;
    let day = |&i: &usize| parse.noun(i).is_some_and(|n| n.date && n.prep.is_none());
    let date = [partner.checked_sub(1)?, partner + 1].into_iter().find(day).filter(|_| others)?;
    let mention = parse.noun(date)?.mention?;
    Some(Found { mention, official: None, chunk: Some(date), prep: None, how: "adjunct" })
}

/// Whether a date says when, rather than how long or how often.
pub(super) fn is_point(timex: &crate::mention::timex::Timex) -> bool {
    use crate::mention::timex::TimexType;
    matches!(timex.kind, TimexType::Date | TimexType::Time) && !timex.is_adjective()
}
