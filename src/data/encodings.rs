//! The Vietnamese letters in the encodings of the 1990s.

use super::table::{Row, Table};
use crate::Error;

/// The letters of an encoding and the bytes (one or two) that each is written with.
pub(crate) type Codes = Vec<(char, Vec<u8>)>;

/// The tables of `data/encodings.tsv`; where they come from is said in `data/README.md`.
#[derive(Debug)]
pub(crate) struct Encodings {
    /// Without the capitals that have no code of their own: the fonts "hoa" showed the small letters as
    /// capitals.
    pub tcvn3: Codes,
    pub vni: Codes,
    pub viscii: Codes,
    pub vps: Codes,
}

impl Encodings {
    pub(crate) fn read(name: &str, text: &str) -> Result<Self, Error> {
        let table = Table::read(name, text)?;
        let codes = |small: &str, capital: &str| codes(&table, table.column(small)?, table.column(capital)?);
        let mut vni = codes("vni", "vni")?;
        // Both bytes of a capital are the capitals of Latin-1, which are 0x20 before the small letters.
        for (_, code) in vni.iter_mut().filter(|(letter, _)| letter.is_uppercase()) {
            code.iter_mut().for_each(|byte| *byte -= 0x20);
        }
        Ok(Encodings {
            tcvn3: codes("tcvn3", "tcvn3_capital")?,
            vni,
            viscii: codes("viscii", "viscii_capital")?,
            vps: codes("vps", "vps_capital")?,
        })
    }
}

fn codes(table: &Table<'_>, small: usize, capital: usize) -> Result<Codes, Error> {
    let mut codes = Vec::new();
    for row in table.rows() {
        let letter = row.cell(0).chars().next().ok_or_else(|| table.error(&row, "no letter"))?;
        let upper = letter.to_uppercase().next().unwrap_or(letter);
        for (letter, column) in [(letter, small), (upper, capital)] {
            if !row.cell(column).is_empty() {
                codes.push((letter, code(table, &row, column)?));
            }
        }
    }
    Ok(codes)
}

fn code(table: &Table<'_>, row: &Row<'_, '_>, column: usize) -> Result<Vec<u8>, Error> {
    let bytes: Option<Vec<u8>> =
        row.cell(column).split(' ').map(|hex| u8::from_str_radix(hex, 16).ok()).collect();
    bytes.filter(|bytes| bytes.len() <= 2).ok_or_else(|| table.error(row, "one or two bytes are expected"))
}
