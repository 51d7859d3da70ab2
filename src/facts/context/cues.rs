//! What the lists say of the words at a token. `…_at` are cues that start at it, `…_before` those that end right before it.

use std::ops::Range;

use super::Context;
use crate::data::{
    DateRole, DirectionRole, EventRole, EventUse, IndicatorRole, Kinds, List, ModifierEffect, MoneyRole,
    NumberRole, OfficeRole, Organisation, PhraseRole, Position, RefusalRole, Side, UnitKind, WordRole,
};
use crate::scan::Cue;
use crate::value::{Comparator, EventType};

impl<'a> Context<'a, '_> {
    /// The longest cue of a list that starts at a token.
    #[inline]
    pub(crate) fn cue(&self, token: usize, list: List) -> Option<Cue> {
        self.cues.get(token, list)
    }

    /// The same, of a list whose words are asked for again and again.
    #[inline]
    pub(crate) fn common_cue(&self, token: usize, list: List) -> Option<Cue> {
        if self.cues.may_start(token, list) { self.find_cue(token, list) } else { None }
    }

    #[inline(never)]
    fn find_cue(&self, token: usize, list: List) -> Option<Cue> {
        self.cues_at.get(token, list, || self.cues.get(token, list))
    }

    /// The longest cue of a list that ends right before a token and is the longest where it starts.
    #[inline]
    pub(crate) fn cue_before(&self, token: usize, list: List) -> Option<Cue> {
        if self.cues.may_end_before(token, list) { self.find_cue_before(token, list) } else { None }
    }

    #[inline(never)]
    fn find_cue_before(&self, token: usize, list: List) -> Option<Cue> {
        self.cues_before.get(token, list, || self.cues.before(token, list))
    }

    /// The unit that numbers are counted in and that starts at a token: a currency, a percent sign.
    pub(crate) fn unit_at(&self, token: usize) -> Option<(UnitKind, usize)> {
        let cue = self.common_cue(token, List::Unit).filter(|cue| self.is_measure(*cue))?;
        Some((self.lists().units[cue.entry()].role, cue.end()))
    }

    /// The unit behind a number that ends right before a token.
    pub(crate) fn unit_before(&self, token: usize) -> Option<UnitKind> {
        let cue = self.cue_before(token, List::Unit).filter(|cue| self.is_measure(*cue))?;
        self.numeral_before(cue.first as usize)?;
        Some(self.lists().units[cue.entry()].role)
    }

    /// What a rate is per, where it starts at a token: "hộ", "tháng".
    pub(crate) fn rate_noun_at(&self, token: usize) -> Option<(UnitKind, usize)> {
        let cue = self.common_cue(token, List::Unit)?;
        let kind = self.lists().units[cue.entry()].role;
        kind.is_of_rate().then_some((kind, cue.end()))
    }

    pub(crate) fn word_at(&self, token: usize) -> Option<(WordRole, usize)> {
        self.common_cue(token, List::Word).map(|cue| (self.lists().words[cue.entry()].role, cue.end()))
    }

    #[inline]
    pub(crate) fn word_before(&self, token: usize) -> Option<(WordRole, usize)> {
        self.cue_before(token, List::Word)
            .map(|cue| (self.lists().words[cue.entry()].role, cue.first as usize))
    }

    /// Whether a function word of this role starts at a token; its end.
    pub(crate) fn is_word(&self, token: usize, role: WordRole) -> Option<usize> {
        self.word_at(token).filter(|(found, _)| *found == role).map(|(_, end)| end)
    }

    /// Whether a function word of this role ends right before a token.
    pub(crate) fn is_behind(&self, token: usize, role: WordRole) -> bool {
        self.word_before(token).is_some_and(|(found, _)| found == role)
    }

    #[inline]
    pub(crate) fn date_word_at(&self, token: usize) -> Option<(DateRole, &'a str, usize)> {
        let cue = self.common_cue(token, List::Date).filter(|cue| !cue.doubtful)?;
        let entry = &self.lists().dates[cue.entry()];
        Some((entry.role, &entry.value, cue.end()))
    }

    /// The roles of the calendar words that start in a run of tokens, with their ends.
    pub(crate) fn date_words(&self, tokens: Range<usize>) -> impl Iterator<Item = (DateRole, usize)> {
        let words = self.cues.within(List::Date, tokens).filter(|cue| !cue.doubtful);
        words.map(|cue| (self.lists().dates[cue.entry()].role, cue.end()))
    }

    /// The role of the calendar word that ends right before a token, and where it starts.
    #[inline]
    pub(crate) fn date_word_before(&self, token: usize) -> Option<(DateRole, &'a str, usize)> {
        let cue = self.cue_before(token, List::Date).filter(|cue| !cue.doubtful)?;
        let entry = &self.lists().dates[cue.entry()];
        Some((entry.role, &entry.value, cue.first as usize))
    }

    /// Whether a calendar word right before a token makes the number there a date: "năm 2023".
    pub(crate) fn is_dated(&self, token: usize) -> bool {
        self.date_word_before(token).is_some_and(|(role, ..)| role.is_calendar())
    }

    pub(crate) fn number_word_at(&self, token: usize) -> Option<(NumberRole, usize)> {
        self.cue(token, List::Number).map(|cue| (self.lists().numbers[cue.entry()].role, cue.end()))
    }

    pub(crate) fn indicator_word_at(&self, token: usize) -> Option<(IndicatorRole, &'a str, usize)> {
        let cue = self.common_cue(token, List::Indicator)?;
        let entry = &self.lists().indicators[cue.entry()];
        Some((entry.role, &entry.value, cue.end()))
    }

    /// The role of the word of indicators that ends right before a token, and where it starts.
    #[inline]
    pub(crate) fn indicator_word_before(&self, token: usize) -> Option<(IndicatorRole, usize)> {
        let cue = self.cue_before(token, List::Indicator)?;
        Some((self.lists().indicators[cue.entry()].role, cue.first as usize))
    }

    /// The word that names an event: how it does, of which type it is, and its end.
    pub(crate) fn event_at(&self, token: usize) -> Option<(EventUse, Option<EventType>, usize)> {
        let cue = self.cue(token, List::Meeting)?;
        let (event_use, event_type) = self.event(cue);
        Some((event_use, event_type, cue.end()))
    }

    /// How a cue of the list of meetings names an event, and of which type it is.
    pub(crate) fn event(&self, cue: Cue) -> (EventUse, Option<EventType>) {
        self.lists().meetings[cue.entry()].role
    }

    /// The word beside an event that starts at a token, and its end.
    pub(crate) fn event_word_at(&self, token: usize) -> Option<(EventRole, usize)> {
        let cue = self.cue(token, List::MeetingWord)?;
        Some((self.lists().meeting_words[cue.entry()].role, cue.end()))
    }

    /// The words beside events that start in a run of tokens: where each starts, its role and its end.
    pub(crate) fn event_words(
        &self,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = (usize, EventRole, usize)> {
        let words = self.cues.within(List::MeetingWord, tokens);
        words.map(|cue| (cue.first as usize, self.lists().meeting_words[cue.entry()].role, cue.end()))
    }

    /// The word beside an event that ends right before a token, and where it starts.
    #[inline]
    pub(crate) fn event_word_before(&self, token: usize) -> Option<(EventRole, usize)> {
        let cue = self.cue_before(token, List::MeetingWord)?;
        Some((self.lists().meeting_words[cue.entry()].role, cue.first as usize))
    }

    /// The role of the word that makes the number right behind it nobody's fact, and where it starts.
    pub(crate) fn refusal_before(&self, token: usize) -> Option<(RefusalRole, usize)> {
        let cue = self.cue_before(token, List::Refusal)?;
        Some((self.lists().refusals[cue.entry()].role, cue.first as usize))
    }

    /// One past the noun of a ratio that starts at a token: "xã" in "7/7 xã".
    pub(crate) fn counted_at(&self, token: usize) -> Option<usize> {
        let cue = self.cue(token, List::Counted)?;
        // "tổ chức" only shades "tổ".
        if self.lists().counted[cue.entry()].is("none") { None } else { Some(cue.end()) }
    }

    pub(crate) fn position_at(&self, token: usize) -> Option<(&'a Position, Cue)> {
        self.cue(token, List::Position).map(|cue| (&self.lists().positions[cue.entry()], cue))
    }

    pub(crate) fn organisation_at(&self, token: usize) -> Option<(&'a Organisation, Cue)> {
        self.cue(token, List::Organisation).map(|cue| (&self.lists().organisations[cue.entry()], cue))
    }

    pub(crate) fn direction_at(&self, token: usize) -> Option<(DirectionRole, usize)> {
        self.common_cue(token, List::Direction)
            .map(|cue| (self.lists().directions[cue.entry()].role, cue.end()))
    }

    /// The role of the word of direction that ends right before a token, and where it starts.
    pub(crate) fn direction_before(&self, token: usize) -> Option<(DirectionRole, usize)> {
        self.cue_before(token, List::Direction)
            .map(|cue| (self.lists().directions[cue.entry()].role, cue.first as usize))
    }

    pub(crate) fn money_word_at(&self, token: usize) -> Option<(MoneyRole, usize)> {
        self.cue(token, List::Money).map(|cue| (self.lists().money[cue.entry()].role, cue.end()))
    }

    pub(crate) fn phrase_word_at(&self, token: usize) -> Option<(PhraseRole, usize)> {
        self.common_cue(token, List::Phrase).map(|cue| (self.lists().phrases[cue.entry()].role, cue.end()))
    }

    /// Whether a cue of the list of units is one that numbers are counted in.
    pub(crate) fn is_measure(&self, cue: Cue) -> bool {
        self.lists().units[cue.entry()].role.is_measure()
    }

    /// What a cue of the list of comparators says, and on which side of a number.
    pub(crate) fn comparator(&self, cue: Cue) -> (Option<Comparator>, Side) {
        self.lists().comparators[cue.entry()].role
    }

    /// The row of a list of kinds (places, levels, names, honorifics) that starts at a token.
    ///
    /// # Panics
    /// When the list is not one of kinds.
    pub(crate) fn kinds_at(&self, token: usize, list: List) -> Option<(&'a Kinds, Cue)> {
        let lists = self.lists();
        let rows = match list {
            List::Place => &lists.places,
            List::Level => &lists.levels,
            List::Surname => &lists.surnames,
            List::Honorific => &lists.honorifics,
            List::NameBlocker => &lists.name_blockers,
            List::NameStop => &lists.name_stops,
            _ => panic!("{list:?} is no list of kinds"),
        };
        self.cue(token, list).map(|cue| (&rows[cue.entry()], cue))
    }

    /// What the word at a title that starts at a token does, on which side it stands, and where it ends.
    pub(crate) fn modifier_at(&self, token: usize) -> Option<(ModifierEffect, &'a str, usize)> {
        let cue = self.cue(token, List::Modifier)?;
        let entry = &self.lists().modifiers[cue.entry()];
        if cue.doubtful { None } else { Some((entry.role, &entry.value, cue.end())) }
    }

    /// The word right before a capitalised name which shows that it is no official's: "đường", "giải thưởng".
    #[inline]
    pub(crate) fn blocker_before(&self, token: usize) -> Option<&'a Kinds> {
        let cue = self.cue_before(token, List::NameBlocker).filter(|cue| !cue.doubtful)?;
        if self.sentence(token).start >= token {
            None
        } else {
            Some(&self.lists().name_blockers[cue.entry()])
        }
    }

    /// The word between a person and a post that starts at a token.
    pub(crate) fn office_word_at(&self, token: usize) -> Option<(OfficeRole, usize)> {
        self.cue(token, List::Office).map(|cue| (self.lists().office[cue.entry()].role, cue.end()))
    }

    /// The comparator right before a number, nearest word first, and where it starts: "trên", "khoảng trên".
    pub(crate) fn comparator_before(&self, token: usize) -> Option<(Comparator, usize)> {
        let cue = self.cue_before(token, List::Comparator)?;
        match self.lists().comparators[cue.entry()].role {
            (Some(comparator), Side::Before) => Some((comparator, cue.first as usize)),
            _ => None,
        }
    }

    /// The comparator right after a number: "trở lên".
    pub(crate) fn comparator_after(&self, token: usize) -> Option<(Comparator, usize)> {
        let cue = self.cue(token, List::Comparator)?;
        match self.lists().comparators[cue.entry()].role {
            (Some(comparator), Side::After) => Some((comparator, cue.end())),
            _ => None,
        }
    }
}
