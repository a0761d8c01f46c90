//! Who or what a noun phrase without a name of its own stands for: the name
//! set before, behind or beside it, the thing it counts, or people nobody
//! names. Comes in a chunk, goes out a mention or another chunk; no verb is
//! asked whose subject or object it is.

use super::{Parse, Subject, REACH};
use crate::id::MentionId;
use crate::lexicon::grammar::{Function, Prep};
use crate::lexicon::{OrgType, Pos};
use crate::mention::{Mention, MentionData, MentionKind};
use crate::relation::chunk::{ChunkKind, Determiner, Noun};
use crate::relation::cue::List;
use crate::syntax::VerbForm;

impl Parse<'_> {
    /// The person named in an explanation behind a common noun: « son prédécesseur, X », « la présidente de Y, X ».
    #[must_use]
    pub fn named_behind(&self, chunk: usize) -> Option<MentionId> {
        let name = (chunk + 1..self.chunks.len().min(chunk + 20))
            .find(|&n| self.host[n] == Some(chunk) && self.mention(n).is_some())?;
        let kind = self.mention(name).map(Mention::kind)?;
        let peer = |i: usize| self.cues.lists(List::Peer, self.head(i));
        let fits = match kind {
            MentionKind::Person => true,
            // « son voisin, le Tchad »
            MentionKind::Place => peer(chunk),
            // « un autre groupe rebelle, le Mouvement X »
            MentionKind::Organization => peer(chunk) || self.cues.lists(List::Body, self.head(chunk)),
            _ => false,
        };
        // « le président, son compatriote de gauche X »
        let beside = self.kind(chunk + 1) == ChunkKind::Comma && self.host[chunk + 2] == Some(chunk) && peer(chunk + 2);
        let behind = self.kind(name - 1) == ChunkKind::Comma || beside || name == chunk + 1 && peer(chunk);
        (behind && fits).then(|| self.noun(name).and_then(|n| n.mention)).flatten()
    }

    /// A firm, a club, a body of trade or sport: by its row, by one of the words of its name, or by the noun before it.
    #[must_use]
    pub fn trades(&self, mention: &Mention) -> bool {
        let MentionData::Organization { entry, org_type, .. } = mention.data else { return false };
        match entry {
            Some(entry) => {
                let id = self.context.lexicon.id(entry);
                self.cues.lists(List::Trade, id.rsplit('/').next().unwrap_or(id))
            }
            None => {
                let lowered = |t: u32| self.context.source.lowered(t as usize);
                // « le groupe X », « le groupe agroalimentaire X »
                let first = mention.first as usize;
                let noun = |back: usize| self.cues.lists(List::Enterprise, self.context.previous(first, back));
                let before = noun(1) || first > 0 && self.context.is_adjective(first - 1) && noun(2);
                (mention.first..mention.last).any(|t| self.cues.lists(List::Trade, lowered(t)))
                    || org_type == OrgType::Other && before
            }
        }
    }

    /// « le groupe djihadiste Boko Haram »: the organisation named right behind the noun for it.
    #[must_use]
    pub fn named_beside(&self, chunk: usize) -> Option<MentionId> {
        self.beside(chunk, List::Body)
    }

    /// « la société russe Rosatom »: the same of a firm.
    #[must_use]
    pub fn firm_beside(&self, chunk: usize) -> Option<MentionId> {
        self.beside(chunk, List::Enterprise)
    }

    fn beside(&self, chunk: usize, bodies: List) -> Option<MentionId> {
        let noun = self.noun(chunk).filter(|n| n.mention.is_none() && n.determiner == Determiner::Definite)?;
        // « de l'organisation antijihadiste | G5 Sahel »: an adjective nothing is known of.
        let at = chunk + 1 + usize::from(self.adjectival(chunk + 1));
        let at = at + usize::from(at > chunk + 1 && self.kind(at) == ChunkKind::Other);
        let name = self.noun(at).filter(|n| n.prep.is_none() && n.determiner == Determiner::None && !n.date)?;
        let body = !noun.plural && self.cues.lists(bodies, self.head(chunk));
        let beside = self.chunks[at].first <= self.chunks[at - 1].last + u32::from(at == chunk + 1);
        let named = self.mention(at).is_some_and(|m| m.kind() == MentionKind::Organization);
        (body && beside && named).then_some(name.mention).flatten()
    }

    /// « les soldats azéris | A et B », « aux géants de l'énergie | A, B et C »: the first of the names right behind several
    /// whom a noun or a body tells.
    #[must_use]
    pub fn listed_beside(&self, chunk: usize) -> Option<usize> {
        let noun = self.noun(chunk).filter(|n| n.plural && n.determiner == Determiner::Definite)?;
        let sort = |n: &Noun| n.prep == Some(Prep::DE) && n.mention.is_none() && !n.date;
        let names = chunk + 1 + usize::from(self.noun(chunk + 1).is_some_and(sort));
        // « les membres de commandos azéris | A et B »
        let names = names + usize::from(names > chunk + 1 && self.kind(names) == ChunkKind::Other);
        let name = self.noun(names).filter(|n| n.prep.is_none() && n.determiner == Determiner::None)?;
        let beside = self.chunks[names].first == self.chunks[names - 1].last && self.coordinated(names);
        let fits = match (noun.mention.map(|_| self.mention(chunk).map(Mention::kind)), self.mention(names)?.kind()) {
            (None, MentionKind::Organization) => true,
            (None, MentionKind::Person) => names > chunk + 1 && name.official.is_none(),
            (Some(Some(MentionKind::Organization)), MentionKind::Person) => name.official.is_none(),
            _ => false,
        };
        let joined = self.kind_is(names + 1, ChunkKind::Comma)
            || self.kind_is(names + 1, ChunkKind::And) && !self.token_is(names + 1, &["-", "–", "—"]);
        (beside && fits && joined).then_some(names)
    }

    /// « la guérilla des Farc »: the armed group that « de » names.
    #[must_use]
    pub fn body_named(&self, chunk: usize) -> Option<MentionId> {
        let noun = self.noun(chunk).filter(|n| n.mention.is_none() && !n.plural)?;
        let name = self.noun(chunk + 1).filter(|n| n.prep == Some(Prep::DE))?;
        let lists = self.cues.lists_of(self.head(chunk));
        let body = lists.hold(List::Body) || lists.hold(List::Side);
        let armed = self
            .mention(chunk + 1)
            .is_some_and(|m| matches!(m.data, MentionData::Organization { org_type: OrgType::ArmedGroup, .. }));
        (noun.determiner == Determiner::Definite && body && armed).then_some(name.mention).flatten()
    }

    /// « dans la capitale économique, Abidjan »: the place named behind the comma.
    #[must_use]
    pub fn place_behind(&self, chunk: usize) -> Option<MentionId> {
        let noun = self
            .noun(chunk)
            .filter(|n| n.mention.is_none() && matches!(n.prep, Some(Prep::A | Prep::DANS | Prep::EN)))?;
        let definite =
            matches!(noun.determiner, Determiner::Definite | Determiner::Possessive | Determiner::Demonstrative);
        let name = chunk + 2;
        let place = self.mention(name).is_some_and(|m| m.kind() == MentionKind::Place) && self.bare(name);
        let ends = matches!(self.kind(chunk + 3), ChunkKind::Comma | ChunkKind::Break | ChunkKind::Close);
        let stands = self.kind(chunk + 1) == ChunkKind::Comma && place && ends && !self.coordinated(name);
        (definite && stands).then(|| self.noun(name).and_then(|n| n.mention)).flatten()
    }

    /// « le chef du parti et président, X »: the person who holds both offices, named behind the second.
    #[must_use]
    pub fn named_by_both(&self, chunk: usize) -> Option<MentionId> {
        let alone =
            |i: usize| self.noun(i).is_some_and(|n| n.official.is_some() && n.official == n.mention && !n.plural);
        // « le secrétaire général du Comité central (CC) du parti (PX) et président de Y, Z »
        let complement = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => {
                n.prep == Some(Prep::DE) || i.checked_sub(1).is_some_and(|b| self.kind(b) == ChunkKind::Open)
            }
            kind => matches!(kind, ChunkKind::Open | ChunkKind::Close | ChunkKind::And),
        };
        let second = self.next.get(chunk).copied().flatten();
        let second = second.filter(|&s| s > chunk + 1 && alone(chunk) && (chunk + 1..s).all(complement))?;
        let noun = self.noun(second).filter(|n| n.determiner == Determiner::None && n.prep.is_none())?;
        if noun.official.is_some() && noun.official != noun.mention {
            return noun.mention;
        }
        let name = second + 2;
        let explains = alone(second) && self.host.get(name).copied().flatten() == Some(second);
        explains.then(|| self.noun(name).and_then(|n| n.mention)).flatten()
    }

    /// « son homologue le président X »: the person named right behind.
    #[must_use]
    pub fn peer_named(&self, chunk: usize) -> Option<MentionId> {
        let explains = self.host.get(chunk + 1).copied().flatten() == Some(chunk);
        explains.then(|| self.noun(chunk + 1).and_then(|n| n.mention)).flatten()
    }

    /// « des kamikazes talibans »: the armed body whose name serves as an adjective.
    #[must_use]
    pub fn named_bare(&self, chunk: usize) -> Option<MentionId> {
        let (this, next) = (self.chunks.get(chunk)?, self.chunks.get(chunk + 1)?);
        let plain = self.noun(chunk).is_some_and(|n| n.mention.is_none() && n.plural);
        let name = self.noun(chunk + 1).filter(|n| n.prep.is_none() && n.determiner == Determiner::None && !n.date)?;
        let body = self.mention(chunk + 1).is_some_and(|m| m.kind() == MentionKind::Organization);
        (plain && body && this.last == next.first).then_some(name.mention).flatten()
    }

    /// « ce dernier », « celui-ci »: somebody told before.
    #[must_use]
    pub fn latter(&self, chunk: usize) -> bool {
        let head = self.head(chunk);
        self.noun(chunk).is_some_and(|n| n.mention.is_none() && n.determiner == Determiner::Demonstrative)
            && (head.starts_with("derni") || matches!(head, "celui" | "celle" | "ceux" | "celles"))
    }

    /// A noun for soldiers or arms.
    #[must_use]
    pub fn troop(&self, chunk: usize) -> bool {
        self.cues.lists(List::Troop, self.head(chunk))
    }

    /// « les groupes armés de X »
    #[must_use]
    pub fn band(&self, chunk: usize) -> bool {
        matches!(self.head(chunk), "groupe" | "groupes")
    }

    /// A participle of one word that is an adjective as well, before « de »: « les forces armées de X ».
    #[must_use]
    pub fn armed(&self, chunk: usize) -> bool {
        self.kind(chunk) != ChunkKind::Other
            && self.adjectival(chunk)
            && self.noun(chunk + 1).is_some_and(|n| n.prep == Some(Prep::DE))
    }

    /// A word nothing is known of, or a participle of one word that is an adjective as well.
    fn adjectival(&self, chunk: usize) -> bool {
        let words = &self.context.lexical.words;
        self.kind(chunk) == ChunkKind::Other
            || self.group(chunk).is_some_and(|g| {
                g.form == VerbForm::PastParticiple
                    && g.last == g.first + 1
                    && words.get(g.head as usize).is_some_and(|&w| self.context.lexicon.word(w).pos.any(Pos::ADJECTIVE))
            })
    }

    /// « dont X », « parmi lesquels X »: whether the pronoun in chunk `at` may single out some of several.
    pub(super) fn singles_out(&self, at: usize) -> bool {
        let last = self.chunks[at].last as usize - 1;
        matches!(self.context.source.lowered(last), "dont" | "lesquels" | "lesquelles")
            && (self.token_is(at, &["dont"]) || self.context.source.lowered(last - 1) == "parmi")
    }

    /// « des pays voisins comme A et B », « plusieurs ministres, dont X »: the first of those named for the whole.
    #[must_use]
    pub fn examples(&self, chunk: usize) -> Option<usize> {
        // « des élus du Congrès, dont X »
        let mut end = chunk;
        while self.noun(end + 1).is_some_and(|n| n.prep == Some(Prep::DE)) {
            end += 1;
        }
        // « des deux députés élus en mars, X et Y »
        let mut past = end;
        while match self.kind(past + 1) {
            ChunkKind::Verb(_) => {
                past == end && self.group(past + 1).is_some_and(|g| g.form == VerbForm::PastParticiple)
            }
            ChunkKind::Noun(n) => past > end && past < end + 5 && (n.prep.is_some() || n.date),
            _ => false,
        } {
            past += 1;
        }
        let set_off = |end: usize| self.kind(end + 1) == ChunkKind::Comma || self.colon(end + 1);
        let end = [end, past].into_iter().find(|&end| set_off(end)).unwrap_or(chunk);
        let comma = usize::from(self.kind(end + 1) == ChunkKind::Comma);
        let link = end + 1 + comma;
        let links = match self.kind(link) {
            // « des réfugiés comme Y » tells what they are like.
            ChunkKind::Subordinator => {
                let heads = |list| self.noun(chunk).is_some() && self.cues.lists(list, self.head(chunk));
                self.token_is(link, &["comme"]) && (heads(List::Whole) || heads(List::Body))
            }
            ChunkKind::Relative(_) => {
                self.singles_out(link) && (comma == 1 || self.noun(chunk).is_some_and(|n| n.plural))
            }
            // « ses voisins, en particulier X »
            ChunkKind::Adverb(_) => comma == 1 && self.token_is(link, &["notamment", "particulier"]),
            // « plusieurs pays, à commencer par X et Y », « deux ambassadeurs, à savoir X et Y »
            ChunkKind::Verb(_) => {
                comma == 1
                    && matches!(self.lemma(link), "commencer" | "savoir")
                    && self.group(link).is_some_and(|g| g.marker == Some(Prep::A))
            }
            _ => false,
        };
        if let Some(first) = self.listed_behind(chunk, end).or_else(|| self.listed_behind_clause(chunk, end)) {
            return Some(first);
        }
        let first = link + 1;
        let by = self.group(link).filter(|_| self.lemma(link) == "commencer").map(|_| Prep::PAR);
        // « vis-à-vis de ses partenaires, en particulier du Danemark »
        let again = |n: &Noun| {
            matches!(self.kind(link), ChunkKind::Adverb(_))
                && n.prep == Some(Prep::DE)
                && self.noun(chunk).is_some_and(|c| c.prep.is_some_and(|p| p == Prep::DE || self.ends_in_of(p)))
        };
        let named = self.noun(first).is_some_and(|n| (n.prep == by || again(n)) && !n.date && n.mention.is_some());
        // « X, dont le fils dirige … » has a verb of its own.
        let verb = (first + 1..self.chunks.len().min(first + 8))
            .take_while(|&i| !matches!(self.kind(i), ChunkKind::Comma | ChunkKind::Break))
            .any(|i| self.finite(i));
        (links && named && !verb).then_some(first)
    }

    /// « des pays voisins, X, Y et Z, », « trois dirigeants : X, Y et Z »: the first of several names that say who is meant.
    fn listed_behind(&self, chunk: usize, end: usize) -> Option<usize> {
        let first = end + 2;
        let group = |n: &Noun| n.mention.is_none() || self.colon(end + 1) && n.official == n.mention;
        let noun = self.noun(chunk).filter(|n| n.plural && group(n) && !n.date)?;
        let states = self.cues.lists(List::Whole, self.head(chunk));
        let source = self.context.source;
        let counts = |t: usize| {
            source.get(t).is_some_and(|t| t.is_number()) || self.context.word(t).function == Function::Quantifier
        };
        // « trois de ses ministres »
        let from = self.chunks[chunk].first as usize;
        let counted = (from.saturating_sub(1)..noun.head as usize).any(counts);
        let named = |i: usize| {
            let kind = self.mention(i).map(Mention::kind);
            self.bare(i)
                && match kind {
                    Some(MentionKind::Place) => states || counted && self.colon(end + 1),
                    Some(MentionKind::Person | MentionKind::Official) => counted,
                    Some(MentionKind::Organization) => counted && self.colon(end + 1),
                    _ => false,
                }
        };
        let opens = self.kind(end + 1) == ChunkKind::Comma || self.colon(end + 1);
        let starts = opens && named(first) && self.previous[first].is_none();
        let last = self.conjuncts(first).last().filter(|&l| starts && l > first && named(l))?;
        matches!(self.kind(last + 1), ChunkKind::Comma | ChunkKind::Break | ChunkKind::Close).then_some(first)
    }

    /// « Trois pays ont condamné X : A, B et C », « plusieurs ministres sont venus : A et B »: the same behind the clause that the
    /// noun in chunk `chunk`, with its complements up to `end`, is the only one in the plural of.
    fn listed_behind_clause(&self, chunk: usize, end: usize) -> Option<usize> {
        let stop = self.chunks.len().min(end + REACH / 3);
        let colon = (end + 1..stop).find(|&i| self.kind(i) == ChunkKind::Break).filter(|&i| self.colon(i))?;
        let other = |i: usize| match self.kind(i) {
            ChunkKind::Noun(n) => n.plural && !n.date,
            kind => matches!(kind, ChunkKind::Relative(_) | ChunkKind::Subordinator),
        };
        let first = self.listed_behind(chunk, colon - 1).filter(|_| !(end + 1..colon).any(other))?;
        let land = |i: usize| {
            self.mention(i).is_some_and(|m| matches!(m.kind(), MentionKind::Place | MentionKind::Organization))
        };
        let states = self.mention(chunk).is_none() && self.cues.lists(List::Whole, self.head(chunk));
        self.conjuncts(first).all(|i| land(i) == states).then_some(first)
    }

    /// « ses homologues européens, l'Allemand A, le Britannique B, l'Italien C »: two or more, each with his nationality.
    #[must_use]
    pub fn peers_behind(&self, chunk: usize) -> Vec<usize> {
        let named = |i: usize| {
            let first = self.chunks[i].first as usize;
            self.noun(i).is_some_and(|n| {
                n.determiner == Determiner::Definite && n.prep.is_none() && self.is_kind(n, MentionKind::Person)
            }) && self.context.nationality(first + 1).is_some()
        };
        let mut out = Vec::new();
        let mut at = chunk + 1;
        while matches!(self.kind(at), ChunkKind::Comma | ChunkKind::And) && at + 1 < self.chunks.len() && named(at + 1)
        {
            out.push(at + 1);
            at += 2;
        }
        out.truncate(if out.len() > 1 && self.kind(chunk + 1) == ChunkKind::Comma { out.len() } else { 0 });
        out
    }

    /// Whether a colon stands in chunk `at`.
    #[must_use]
    pub fn colon(&self, at: usize) -> bool {
        self.kind(at) == ChunkKind::Break && self.token_is(at, &[":"])
    }

    /// Whether the person `holder` explains the official in chunk `official`, as far as this sentence can tell.
    #[must_use]
    pub fn names_holder(&self, official: usize, holder: MentionId) -> bool {
        let near = official + 1..self.chunks.len().min(official + 8);
        near.into_iter()
            .find(|&i| self.noun(i).is_some_and(|n| n.mention == Some(holder)))
            // « le vice-Premier ministre et ministre de la Défense, X »: the name explains the last of his offices.
            .is_none_or(|i| {
                let host = self.host(i);
                // « un envoyé à X, en la personne de Y »
                let named = |p| self.context.lexicon.grammar().prep_name(p) == "en la personne de";
                self.noun(i).is_some_and(|n| n.prep.is_some_and(named))
                    || host == self.host(official)
                    || self.first_conjunct(host) == self.first_conjunct(official)
            })
    }

    /// « la région de X », « la capitale X »: the noun phrase of the place named behind what sort of place it is.
    #[must_use]
    pub fn sited(&self, chunk: usize) -> Option<usize> {
        let site =
            self.noun(chunk).is_some_and(|n| n.mention.is_none()) && self.cues.lists(List::Site, self.head(chunk));
        let of = |at: usize| self.noun(at).is_some_and(|n| n.prep == Some(Prep::DE));
        // « le camp de la mort d'Auschwitz »
        let at = chunk + 1 + usize::from(of(chunk + 1) && self.mention(chunk + 1).is_none() && of(chunk + 2));
        let beside = at == chunk + 1
            && self.noun(at).is_some_and(|n| n.prep.is_none() && n.determiner == Determiner::None)
            && self.chunks[chunk].last == self.chunks[at].first;
        let place = (of(at) || beside) && self.mention(at).is_some_and(|m| m.kind() == MentionKind::Place);
        (site && place).then_some(at)
    }

    /// « un certain nombre de sanctions »: the noun phrase that is counted.
    #[must_use]
    pub fn counted(&self, chunk: usize) -> Option<usize> {
        let many = self.cues.lists(List::Quantity, self.head(chunk));
        (many && self.noun(chunk + 1).is_some_and(|n| n.prep == Some(Prep::DE))).then_some(chunk + 1)
    }

    /// Whether a noun phrase tells people without a name (« des mercenaires », « la foule », « les Russes »), or their paper
    /// (« un rapport »).
    #[must_use]
    pub fn nameless(&self, chunk: usize) -> bool {
        let people = |n: &Noun| {
            let head = n.head as usize;
            n.plural
                && n.determiner == Determiner::Definite
                && self.capital(head)
                && self.context.nationality(head).is_some()
        };
        self.noun(chunk).filter(|n| n.mention.is_none()).is_some_and(|n| {
            let lists = self.cues.lists_of(self.head(chunk));
            people(n) || lists.hold(List::Crowd) || lists.hold(List::Paper)
        })
    }

    /// Whether the clause before the verb in chunk `verb` has a subject without a name, whom « il » may mean.
    #[must_use]
    pub fn nameless_before(&self, verb: usize) -> bool {
        let main = (0..verb).rev().find(|&i| self.finite(i));
        match main.map(|main| self.subject(main)) {
            Some(Subject::Chunk(who)) => self.noun(who).is_some_and(|n| n.mention.is_none()),
            _ => false,
        }
    }

    /// Whether a noun phrase is a party without a name: « l'opposition », « les rebelles », « les Palestiniens ».
    #[must_use]
    pub fn unnamed_side(&self, chunk: usize) -> bool {
        let Some(noun) = self.noun(chunk).filter(|n| n.mention.is_none() && !n.date) else { return false };
        // « une partie de l'opposition »
        if self.cues.lists(List::Quantity, self.head(chunk))
            && self.noun(chunk + 1).is_some_and(|n| n.prep == Some(Prep::DE))
        {
            return self.nameless(chunk + 1) || self.cues.lists(List::Side, self.head(chunk + 1));
        }
        let people = noun.plural && noun.determiner == Determiner::Definite && self.capital(noun.head as usize);
        people || self.nameless(chunk) || self.cues.lists(List::Side, self.head(chunk))
    }
}
