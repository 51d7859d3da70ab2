//! All lists, and how each is read.

use std::borrow::Cow;

use super::codes::{
    self, DateRole, DirectionRole, EventRole, EventUse, IndicatorRole, ModifierEffect, MoneyRole, NumberRole,
    OfficeRole, PhraseRole, PlaceOnLine, RefusalRole, Side, UnitKind, WordRole,
};
use super::entries::{Entry, Form, Kinds, List, Organisation, Position, Text};
use super::table::{Row, SharedValues, Table};
use crate::Error;
use crate::segment::{Region, tokens};
use crate::value::{Comparator, Decimal, EventType};

/// No entry of a list has more tokens: the matcher looks no further back.
pub(crate) const LONGEST_ENTRY: usize = 24;

/// All lists, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    pub forms: Vec<Form>,
    pub positions: Vec<Position>,
    pub modifiers: Vec<Entry<ModifierEffect>>,
    pub organisations: Vec<Organisation>,
    pub places: Vec<Kinds>,
    pub levels: Vec<Kinds>,
    pub surnames: Vec<Kinds>,
    pub honorifics: Vec<Kinds>,
    pub meetings: Vec<Entry<(EventUse, Option<EventType>)>>,
    pub meeting_words: Vec<Entry<EventRole>>,
    pub name_blockers: Vec<Kinds>,
    pub name_stops: Vec<Kinds>,
    pub office: Vec<Entry<OfficeRole>>,
    pub numbers: Vec<Entry<NumberRole>>,
    pub units: Vec<Entry<UnitKind>>,
    pub comparators: Vec<Entry<(Option<Comparator>, Side)>>,
    pub directions: Vec<Entry<DirectionRole>>,
    pub money: Vec<Entry<MoneyRole>>,
    pub phrases: Vec<Entry<PhraseRole>>,
    pub dates: Vec<Entry<DateRole>>,
    pub indicators: Vec<Entry<IndicatorRole>>,
    pub words: Vec<Entry<WordRole>>,
    pub refusals: Vec<Entry<RefusalRole>>,
    pub counted: Vec<Kinds>,
    pub pages: Vec<Entry<(Region, PlaceOnLine)>>,
}

impl Lists {
    pub(super) fn read() -> Result<Lists, Error> {
        let mut lists = Lists::default();
        lists.read_positions("positions.tsv", include_str!("../../data/positions.tsv"), Cow::Borrowed)?;
        lists.read_organisations("organisations.tsv", include_str!("../../data/organisations.tsv"))?;
        lists.modifiers = lists.entries(
            List::Modifier,
            ("position_modifiers.tsv", include_str!("../../data/position_modifiers.tsv")),
            ("effect", "side"),
            codes::modifier_effect,
        )?;
        lists.places = lists.kinds(
            List::Place,
            ("places.tsv", include_str!("../../data/places.tsv")),
            ("kinds", None),
        )?;
        lists.levels = lists.kinds(
            List::Level,
            ("levels.tsv", include_str!("../../data/levels.tsv")),
            ("level", None),
        )?;
        lists.surnames = lists.kinds(
            List::Surname,
            ("surnames.tsv", include_str!("../../data/surnames.tsv")),
            ("group", Some(("ambiguous", "yes"))),
        )?;
        lists.honorifics = lists.kinds(
            List::Honorific,
            ("honorifics.tsv", include_str!("../../data/honorifics.tsv")),
            ("kind", Some(("number", "plural"))),
        )?;
        lists.meetings = lists.entries(
            List::Meeting,
            ("meetings.tsv", include_str!("../../data/meetings.tsv")),
            ("use", "type"),
            codes::event_use,
        )?;
        lists.meeting_words = lists.entries(
            List::MeetingWord,
            ("meeting_words.tsv", include_str!("../../data/meeting_words.tsv")),
            ("role", "note"),
            codes::event_role,
        )?;
        lists.name_blockers = lists.kinds(
            List::NameBlocker,
            ("name_blockers.tsv", include_str!("../../data/name_blockers.tsv")),
            ("kind", None),
        )?;
        lists.name_stops = lists.kinds(
            List::NameStop,
            ("name_stops.tsv", include_str!("../../data/name_stops.tsv")),
            ("ends", None),
        )?;
        lists.office = lists.entries(
            List::Office,
            ("office.tsv", include_str!("../../data/office.tsv")),
            ("role", "note"),
            codes::office_role,
        )?;
        lists.pages = lists.entries(
            List::Page,
            ("boilerplate.tsv", include_str!("../../data/boilerplate.tsv")),
            ("class", "where"),
            codes::page_phrase,
        )?;
        lists.read_number_lists()?;
        Ok(lists)
    }

    fn read_number_lists(&mut self) -> Result<(), Error> {
        self.numbers = self.entries(
            List::Number,
            ("numbers.tsv", include_str!("../../data/numbers.tsv")),
            ("role", "value"),
            codes::number_role,
        )?;
        self.units = self.entries(
            List::Unit,
            ("units.tsv", include_str!("../../data/units.tsv")),
            ("kind", "value"),
            codes::unit_kind,
        )?;
        self.comparators = self.entries(
            List::Comparator,
            ("comparators.tsv", include_str!("../../data/comparators.tsv")),
            ("code", "side"),
            codes::comparator,
        )?;
        self.directions = self.entries(
            List::Direction,
            ("directions.tsv", include_str!("../../data/directions.tsv")),
            ("role", "value"),
            codes::direction_role,
        )?;
        self.money = self.entries(
            List::Money,
            ("money.tsv", include_str!("../../data/money.tsv")),
            ("role", "note"),
            codes::money_role,
        )?;
        self.phrases = self.entries(
            List::Phrase,
            ("phrases.tsv", include_str!("../../data/phrases.tsv")),
            ("role", "note"),
            codes::phrase_role,
        )?;
        self.dates = self.entries(
            List::Date,
            ("dates.tsv", include_str!("../../data/dates.tsv")),
            ("role", "value"),
            codes::date_role,
        )?;
        self.indicators = self.entries(
            List::Indicator,
            ("indicators.tsv", include_str!("../../data/indicators.tsv")),
            ("role", "value"),
            codes::indicator_role,
        )?;
        self.words = self.entries(
            List::Word,
            ("words.tsv", include_str!("../../data/words.tsv")),
            ("role", "note"),
            codes::word_role,
        )?;
        self.refusals = self.entries(
            List::Refusal,
            ("refusals.tsv", include_str!("../../data/refusals.tsv")),
            ("role", "note"),
            codes::refusal_role,
        )?;
        self.counted = self.kinds(
            List::Counted,
            ("counted.tsv", include_str!("../../data/counted.tsv")),
            ("kind", None),
        )?;
        Ok(())
    }

    /// The first spelling of an entry.
    ///
    /// # Panics
    /// When the list has not so many entries.
    pub(crate) fn canonical(&self, list: List, entry: usize) -> &str {
        match list {
            List::Position => &self.positions[entry].title,
            List::Modifier => &self.modifiers[entry].form,
            List::Organisation => &self.organisations[entry].name,
            List::Place => &self.places[entry].form,
            List::Level => &self.levels[entry].form,
            List::Surname => &self.surnames[entry].form,
            List::Honorific => &self.honorifics[entry].form,
            List::Meeting => &self.meetings[entry].form,
            List::MeetingWord => &self.meeting_words[entry].form,
            List::NameBlocker => &self.name_blockers[entry].form,
            List::NameStop => &self.name_stops[entry].form,
            List::Office => &self.office[entry].form,
            List::Number => &self.numbers[entry].form,
            List::Unit => &self.units[entry].form,
            List::Comparator => &self.comparators[entry].form,
            List::Direction => &self.directions[entry].form,
            List::Money => &self.money[entry].form,
            List::Phrase => &self.phrases[entry].form,
            List::Date => &self.dates[entry].form,
            List::Indicator => &self.indicators[entry].form,
            List::Word => &self.words[entry].form,
            List::Page => &self.pages[entry].form,
            List::Refusal => &self.refusals[entry].form,
            List::Counted => &self.counted[entry].form,
        }
    }

    /// Positions alone, read from a list with the columns of `data/positions.tsv`, of which only `title` must be there.
    pub(crate) fn positions_only(name: &str, text: &str) -> Result<Lists, Error> {
        let mut lists = Lists::default();
        lists.read_positions(name, text, |cell| Cow::Owned(cell.to_owned()))?;
        Ok(lists)
    }

    /// The positions alone.
    pub(crate) fn to_positions(&self) -> Lists {
        let forms = self.forms.iter().filter(|form| form.list == List::Position).cloned().collect();
        Lists { forms, positions: self.positions.clone(), ..Lists::default() }
    }

    /// The same lists with the positions of others ahead of these: of two entries with one spelling the first counts.
    pub(crate) fn with_positions_ahead(&self, others: &Lists) -> Lists {
        let mut lists = Lists { positions: others.positions.clone(), ..self.clone() };
        lists.positions.extend(self.positions.iter().cloned());
        lists.forms = others.to_positions().forms;
        lists.forms.extend(self.forms.iter().cloned().map(|form| match form.list {
            List::Position => Form { entry: form.entry + others.positions.len() as u32, ..form },
            _ => form,
        }));
        lists
    }

    /// The same lists with the positions of others instead of these.
    pub(crate) fn with_positions_of(&self, others: &Lists) -> Lists {
        let mut lists = Lists { positions: others.positions.clone(), ..self.clone() };
        lists.forms.retain(|form| form.list != List::Position);
        lists.forms.extend(others.to_positions().forms);
        lists
    }

    fn read_positions<'t>(
        &mut self,
        name: &'t str,
        text: &'t str,
        keep: fn(&'t str) -> Text,
    ) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        let title = table.column("title")?;
        let [aliases, branch, level, rank, needs_org] =
            ["aliases", "branch", "level", "rank", "needs_org"].map(|column| table.column(column).ok());
        for row in table.rows() {
            let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
            let unknown = |column: &str, code: &str| table.error(&row, format!("unknown {column} {code:?}"));
            let (branch, level, rank, needs_org) = (cell(branch), cell(level), cell(rank), cell(needs_org));
            let entry = self.positions.len() as u32;
            self.positions.push(Position {
                title: keep(row.cell(title)),
                branch: codes::branch(branch)
                    .map(|_| keep(branch))
                    .ok_or_else(|| unknown("branch", branch))?,
                level: codes::level(level).map(|_| keep(level)).ok_or_else(|| unknown("level", level))?,
                rank: codes::rank(rank).map(|_| keep(rank)).ok_or_else(|| unknown("rank", rank))?,
                needs_body: codes::flag(needs_org).ok_or_else(|| unknown("needs_org", needs_org))?,
            });
            let first = self.forms.len();
            self.add_forms(List::Position, entry, &row, (title, aliases), keep);
            if let Some(form) = self.forms[first..].iter().find(|form| !fits(&form.text)) {
                let message = format!("{:?} has not 1 to {LONGEST_ENTRY} words and marks", form.text);
                return Err(table.error(&row, message));
            }
        }
        Ok(())
    }

    fn read_organisations(&mut self, name: &'static str, text: &'static str) -> Result<(), Error> {
        let table = Table::read(name, text)?;
        let [form, aliases, kind, level, takes] = [
            table.column("name")?,
            table.column("aliases")?,
            table.column("kind")?,
            table.column("level")?,
            table.column("takes")?,
        ];
        let mut shared = SharedValues::default();
        for row in table.rows() {
            let entry = self.organisations.len() as u32;
            self.organisations.push(Organisation {
                name: row.cell(form).into(),
                kind: row.cell(kind).into(),
                level: row.cell(level).into(),
                takes: shared.of(&row, takes),
            });
            self.add_forms(List::Organisation, entry, &row, (form, Some(aliases)), Cow::Borrowed);
        }
        Ok(())
    }

    /// Reads a list whose rows have a role and a value (of which a code may be made of both).
    fn entries<R>(
        &mut self,
        list: List,
        (name, text): (&'static str, &'static str),
        (role, value): (&str, &str),
        code: fn(&str, &str) -> Option<R>,
    ) -> Result<Vec<Entry<R>>, Error> {
        let table = Table::read(name, text)?;
        let [role, value] = [table.column(role)?, table.column(value)?];
        let aliases = table.column("aliases").ok();
        let mut entries = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            let written = (row.cell(role), row.cell(value));
            let role = code(written.0, written.1)
                .ok_or_else(|| table.error(&row, format!("unknown code {:?} {:?}", written.0, written.1)))?;
            self.add_forms(list, entries.len() as u32, &row, (0, aliases), Cow::Borrowed);
            let (form, value) = (row.cell(0).into(), written.1.into());
            entries.push(Entry { form, role, value, number: number_of(written.1) });
        }
        Ok(entries)
    }

    /// Reads a list whose rows have kinds and perhaps a flag (a column and the value that raises it).
    fn kinds(
        &mut self,
        list: List,
        (name, text): (&'static str, &'static str),
        (kinds, flag): (&str, Option<(&str, &str)>),
    ) -> Result<Vec<Kinds>, Error> {
        let table = Table::read(name, text)?;
        let kinds = table.column(kinds)?;
        let aliases = table.column("aliases").ok();
        let flag = flag.map(|(column, value)| table.column(column).map(|c| (c, value))).transpose()?;
        let gender = table.column("gender").ok();
        let mut entries = Vec::with_capacity(table.rows().len());
        let mut shared = SharedValues::default();
        for row in table.rows() {
            self.add_forms(list, entries.len() as u32, &row, (0, aliases), Cow::Borrowed);
            entries.push(Kinds {
                form: row.cell(0).into(),
                gender: gender.and_then(|column| row.cell(column).chars().next()),
                kinds: shared.of(&row, kinds),
                flag: flag.is_some_and(|(column, value)| row.cell(column) == value),
            });
        }
        Ok(entries)
    }

    fn add_forms<'t>(
        &mut self,
        list: List,
        entry: u32,
        row: &Row<'t, '_>,
        (form, aliases): (usize, Option<usize>),
        keep: fn(&'t str) -> Text,
    ) {
        let aliases = aliases.into_iter().flat_map(|column| row.values(column));
        for written in std::iter::once(row.cell(form)).chain(aliases) {
            let doubtful = written.len() > 1 && written.ends_with('?');
            let text = if doubtful { written.trim_end_matches('?').trim() } else { written };
            self.forms.push(Form { text: keep(text), list, entry, doubtful });
        }
    }
}

/// The value of a row as a number, zero where it is none: most are words, or nothing at all.
fn number_of(value: &str) -> Decimal {
    if value.starts_with(|c: char| c.is_ascii_digit()) {
        value.parse().unwrap_or(Decimal::ZERO)
    } else {
        Decimal::ZERO
    }
}

/// Whether a form has 1 to [`LONGEST_ENTRY`] tokens.
fn fits(form: &str) -> bool {
    // A token is a byte at least; cells have no spaces around.
    (1..=LONGEST_ENTRY).contains(&form.len()) || (1..=LONGEST_ENTRY).contains(&tokens(form).len())
}
