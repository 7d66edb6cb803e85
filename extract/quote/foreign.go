package quote

import (
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

const (
	foreignWords = 4    // that a stretch has which may be no sentence: „Haus am See“ is a name
	foreignRunes = 8    // likewise in scripts without blanks between words
	foreignSure  = 0.85 // of 110 from pages in ten languages, read by eye, 95 were somebody's words
)

// foreign gives the quotations of a text that is not in English: what marks
// hold and reads like somebody's words by its length or its end. No cue is read
// and no speaker guessed.
func foreign(dst []extract.Quote, d *extract.Document) ([]extract.Quote, []extract.Unsaid) {
	text := d.Text()
	var unsaid []extract.Unsaid
	open := false // the last of dst may go on in the next paragraph
	for _, m := range Marks(nil, text, d.Blocks) {
		in := trimmed(text, m.In)
		switch {
		case m.Continues && open:
			q := &dst[len(dst)-1]
			q.Parts, q.Quoted, q.End = append(q.Parts, m.Span), append(q.Quoted, in), m.End
			continue
		case in.Empty():
			open = false
			continue
		}
		if open = uttered(in.Of(text)); !open {
			unsaid = append(unsaid, extract.Unsaid{Span: in, Rule: "foreign"})
			continue
		}
		dst = append(dst, extract.Quote{
			Span: m.Span, Kind: extract.Direct, Parts: []extract.Span{m.Span}, Quoted: []extract.Span{in},
			Speaker: extract.Speaker{Entity: -1}, Via: extract.Speaker{Entity: -1}, Rule: "foreign", Confidence: foreignSure,
		})
	}
	return dst, unsaid
}

// uttered says whether words in marks read like a quotation in any language.
func uttered(s string) bool {
	words := wordCount(s)
	switch last, _ := utf8.DecodeLastRuneInString(s); last {
	case '.', '!', '?', '…', ',':
		return words > 1
	case '。', '！', '？':
		return true
	}
	return words >= foreignWords || words == 1 && utf8.RuneCountInString(s) >= foreignRunes && s[0] >= 0xE3
}
