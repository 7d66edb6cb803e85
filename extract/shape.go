package extract

// Shape is what a token looks like, so that later stages need not read its
// bytes again.
type Shape uint8

const (
	NoShape       Shape = iota // the engine gives none
	LowerWord                  // "bridge", "e-mail"
	TitleWord                  // "Bridge", "O'Neil", "Karl-Heinz"
	CapsWord                   // "NATO", "US"; two letters or more
	CapitalLetter              // one capital letter: "I", "A"
	MixedWord                  // "iPhone", "McCain", "pro-Kremlin"
	Initial                    // a capital letter with its full stop: "J."
	Acronym                    // letters parted by full stops: "U.S.", "a.m."
	Abbreviation               // a short word with its full stop: "Mr.", "Inc."
	Number                     // digits, with what parts them: "4,500", "7:30", "2026-01-02"
	Ordinal                    // begins with a digit and has letters: "20th", "1990s", "4G"
	Alphanumeric               // begins with a letter and has digits: "B-52", "COVID-19"
	Link                       // URL, domain, e-mail address
	Handle                     // "@name", "#word"
	Clitic                     // "'s", "n't", "’ll"
	FullStop                   // one full stop
	Ender                      // "?", "!", "?!"
	Ellipsis                   // "...", "…"
	Comma                      // ,
	Colon                      // : or ;
	Dash                       // "-", "–", "—", "--"
	OpenQuote                  // by its shape: “ „ « ``
	CloseQuote                 // by its shape: ” » ''
	StraightQuote              // " or a single ' ‘ ’ that is no part of a word
	OpenBracket
	CloseBracket
	Currency // "$", "US$", "€"
	Symbol   // any other mark: "%", "&", emoji
)

// Word says whether a token of shape s is a word or a number, and no mark.
func (s Shape) Word() bool { return s >= LowerWord && s <= Handle }

// Capitalised says whether a token of shape s begins with a capital letter, as
// far as the shape tells.
func (s Shape) Capitalised() bool { return s >= TitleWord && s <= CapitalLetter || s == Initial }
