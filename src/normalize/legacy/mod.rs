//! Vietnamese in the encodings of the 1990s, in and out, and text that was read in the wrong one.
//!
//! Old archives are TCVN3 or VNI bytes. Just as often such bytes were once taken for windows-1252 and are
//! stored as Unicode today ("ñy ban nh©n d©n", "UÛy ban nhaân daân"); both are read here, and every character
//! of the result knows where it came from.
//!
//! ```
//! use vietfacts::Span;
//! use vietfacts::normalize::legacy::{Encoding, decode_bytes, detect};
//!
//! let line = "Héi ®ång nh©n d©n tØnh häp phiªn th­êng kú";
//! assert_eq!(detect(line).encoding, Some(Encoding::Tcvn3));
//! let decoded = Encoding::Tcvn3.decode_text(line);
//! assert_eq!(decoded.text(), "Hội đồng nhân dân tỉnh họp phiên thường kỳ");
//! assert_eq!(decoded.to_source(Span::new(0, 5)).slice(line), "Héi");
//!
//! // Bytes need not say what they are.
//! let bytes = Encoding::VniWindows.encode(decoded.text()).bytes;
//! assert_eq!(decode_bytes(&bytes).text(), decoded.text());
//! ```

mod decode;
mod detect;
mod encode;
mod table;
#[cfg(test)]
mod tests;
mod units;
mod viqr;

pub use decode::{Decoded, decode_bytes};
pub use detect::{Detection, detect, detect_bytes};
pub use encode::Encoded;

/// How Vietnamese letters were written as bytes, or how bytes were misread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8; text as it should be.
    Utf8,
    /// TCVN 5712:1993, VN3, of the fonts ".Vn…": one byte a letter. Of the capitals only Ă Â Đ Ê Ô Ơ Ư have
    /// codes; the others were small letters in a font of capitals, and small letters is what they are read
    /// as.
    Tcvn3,
    /// VNI for Windows, of the fonts "VNI-…": a vowel and its marks as two bytes.
    VniWindows,
    /// VISCII 1.1 (RFC 1456): one byte a letter, six capitals on control codes.
    Viscii,
    /// Vietnam Professionals Society: one byte a letter. The fourteen capitals on control codes are not known
    /// here.
    Vps,
    /// Windows code page 1258: vowels with their quality, tones as combining marks. (encoding_rs has the
    /// table.)
    Windows1258,
    /// RFC 1456's mnemonic ASCII: "U?y ban nha^n da^n". It cannot be told from English punctuation and is
    /// never detected.
    Viqr,
    /// UTF-8 that was read as windows-1252 or 1258 and stored as UTF-8 again: "á»¦y ban nhÃ¢n dÃ¢n".
    Mojibake,
    /// The same, twice.
    MojibakeTwice,
}
