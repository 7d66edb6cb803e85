package sentence

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// view is a block's tokens, what is known of the sentence so far, and the gap
// that is being decided.
type view struct {
	text string
	toks []extract.Token

	first   int  // token that begins the sentence
	quoted  bool // within double marks
	bracket int  // depth of brackets

	list list
	gap  gap
}

// gap is the place between two tokens, as the features and rules see it.
type gap struct {
	i       int // the token before it
	end     int // the last token before closing marks and brackets
	closers uint32
	quote   bool // a closing quotation mark is among them
	opens   int  // marks and brackets that open after it
	next    int  // the first token behind those; len(toks) where there is none
	blank   bool // white space in it
	kind    lexicon.AbbreviationKind
}

// enter takes the tokens of block b from the front of tokens and gives back
// the rest.
func (v *view) enter(b extract.Span, tokens []extract.Token) []extract.Token {
	n := 0
	for n < len(tokens) && tokens[n].Start < b.End {
		n++
	}
	v.toks = tokens[:n]
	v.first, v.quoted, v.bracket = 0, false, 0
	v.list.enter(v)
	return tokens[n:]
}

// begin says that a sentence begins with token i.
func (v *view) begin(i int) { v.first = i }

// pass takes token i into what is known of the sentence.
func (v *view) pass(i int) {
	switch v.toks[i].Shape {
	case extract.OpenQuote:
		v.quoted = true
	case extract.CloseQuote:
		v.quoted = false
	case extract.StraightQuote:
		if v.text[v.toks[i].Start] == '"' {
			v.quoted = !v.quoted
		}
	case extract.OpenBracket:
		v.bracket++
	case extract.CloseBracket:
		v.bracket = max(0, v.bracket-1)
	}
}

// candidate says whether a sentence may end with token i.
func (v *view) candidate(i int) bool {
	return pairs[v.toks[i].Shape]>>v.toks[i+1].Shape&1 != 0
}

const maxClosers = 3

// read looks at the gap after token i.
func (v *view) read(i int) {
	g := gap{i: i, end: i, next: i + 1, blank: v.toks[i].End < v.toks[i+1].Start}
	for n := 0; n < maxClosers && g.end > v.first && v.closes(g.end); n++ {
		s := v.toks[g.end].Shape
		g.closers = g.closers*4 + 1
		if s != extract.CloseBracket {
			g.closers++
			g.quote = true
		}
		g.end--
	}
	for n := 0; n < maxClosers && g.next < len(v.toks) && opening(v.toks[g.next].Shape); n++ {
		g.opens = g.opens*2 + 1
		if v.toks[g.next].Shape == extract.OpenBracket {
			g.opens++
		}
		g.next++
	}
	switch e := v.toks[g.end]; e.Shape {
	case extract.Abbreviation, extract.Acronym, extract.Initial:
		g.kind, _ = lexicon.Abbreviation(v.text[e.Start : e.End-1])
	}
	v.gap = g
}

// closes says whether token i is a mark or bracket that closes.
func (v *view) closes(i int) bool {
	switch v.toks[i].Shape {
	case extract.CloseQuote, extract.CloseBracket:
		return true
	case extract.StraightQuote:
		return i > 0 && v.toks[i-1].End == v.toks[i].Start
	}
	return false
}

func opening(s extract.Shape) bool {
	return s == extract.OpenQuote || s == extract.OpenBracket || s == extract.StraightQuote
}

// shape is the shape of token i; NoShape outside the sentence's block.
func (v *view) shape(i int) extract.Shape {
	if i < 0 || i >= len(v.toks) {
		return extract.NoShape
	}
	return v.toks[i].Shape
}

// word is token i's text, "" outside the block.
func (v *view) word(i int) string {
	if i < 0 || i >= len(v.toks) {
		return ""
	}
	return v.toks[i].Of(v.text)
}

// pairs says for each shape before a gap which shapes after it make it a
// candidate.
var pairs = func() (t [extract.Symbol + 1]uint64) {
	const any = "w T A C M J U B n 2 a L @ ' . ! … , : - “ ” \" ( ) $ &"
	for _, row := range []struct{ before, after string }{
		{". ! …", any},
		{"U B J", "w T A C M J U B n 2 a L @ - “ \" ( $ &"},
		{"” \" )", "w T A C M J U B n 2 a L @ - “ \" ( $ &"},
		{"L", "T A C M J U B n 2 a L @ - ( &"},
		{"&", "w T A C M J U B n 2 a L @ - “ \" ( $ &"},
		{"w T A n 2 a C M", "B n &"}, // the next item of a list
		// Never after a colon, semicolon, comma or dash: treebanks end a sentence
		// after 1 colon in 10, and what it announces is lost to who announces it.
	} {
		for _, b := range strings.Fields(row.before) {
			for _, a := range strings.Fields(row.after) {
				t[shapes[b]] |= 1 << shapes[a]
			}
		}
	}
	return t
}()

var shapes = map[string]extract.Shape{
	"w": extract.LowerWord, "T": extract.TitleWord, "A": extract.CapsWord, "C": extract.CapitalLetter, "M": extract.MixedWord, "J": extract.Initial, "U": extract.Acronym,
	"B": extract.Abbreviation, "n": extract.Number, "2": extract.Ordinal, "a": extract.Alphanumeric, "L": extract.Link, "@": extract.Handle, "'": extract.Clitic,
	".": extract.FullStop, "!": extract.Ender, "…": extract.Ellipsis, ",": extract.Comma, ":": extract.Colon, "-": extract.Dash, "“": extract.OpenQuote,
	"”": extract.CloseQuote, "\"": extract.StraightQuote, "(": extract.OpenBracket, ")": extract.CloseBracket, "$": extract.Currency, "&": extract.Symbol,
}
