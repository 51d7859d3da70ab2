//! Text into tokens, sentences and regions. Nothing is changed or left out but white space: whoever puts the pieces together again has the text.

mod regions;
mod sentences;
mod tokens;

pub use regions::Region;
pub(crate) use regions::{Line, lines};
pub use sentences::Sentence;
pub(crate) use sentences::sentences;
pub(crate) use tokens::tokens;
pub use tokens::{Token, TokenKind};
