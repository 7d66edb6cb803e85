package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// A turn is a block of a transcript: "Q: When will it open?", "TAPPER: In May."
type turn struct {
	block int
	label extract.Span
	said  extract.Span
}

// maxLabel bounds the name before the colon, in bytes.
const maxLabel = 40

// transcript finds the turns of a document. Labels in capitals and "Q", "A"
// tell a transcript where there are two of them; a label like a name where it
// comes again, for "Analysis: …" is none. A question that looks like a heading
// ("Q: Who taught you?") is a turn where its label comes again.
func transcript(text string, blocks []extract.Block) []turn {
	var turns []turn
	var sure []bool
	times := map[string]int{}
	marked := 0
	for i := range blocks {
		t, loud, ok := turnAt(text, blocks[i].Span)
		if !ok || blocks[i].Kind == extract.Heading && !loud {
			continue
		}
		t.block = i
		turns, sure = append(turns, t), append(sure, loud)
		times[t.label.Of(text)]++
		if loud {
			marked++
		}
	}
	repeats := 0
	for _, n := range times {
		if n > 1 {
			repeats += n
		}
	}
	kept := turns[:0]
	for i, t := range turns {
		again := times[t.label.Of(text)] > 1
		if sure[i] && marked >= 2 && (again || blocks[t.block].Kind != extract.Heading) || again && len(times) > 1 && repeats >= 4 {
			kept = append(kept, t)
		}
	}
	return kept
}

// turnAt reads the label at the start of block b. loud labels are no words of
// a sentence: capitals, "Q".
func turnAt(text string, b extract.Span) (t turn, loud, ok bool) {
	head := text[b.Start:min(b.End, b.Start+maxLabel)]
	colon := strings.IndexByte(head, ':')
	if colon < 1 || int(b.Start)+colon+2 >= int(b.End) || text[int(b.Start)+colon+1] != ' ' {
		return t, false, false
	}
	label := head[:colon]
	words := strings.Fields(label)
	if len(words) == 0 || len(words) > 4 || label != strings.TrimSpace(label) {
		return t, false, false
	}
	loud = true
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || strings.ContainsAny(w, "“”\"()[]0123456789,") {
			return t, false, false
		}
		if w != strings.ToUpper(w) {
			loud = false
		}
	}
	switch label {
	case "Q", "A", "Question", "Answer":
		loud = true
	case "UPDATE", "WATCH", "READ", "MORE", "VIDEO", "PHOTOS", "RELATED", "NOTE", "PS", "P.S", "BREAKING", "EXCLUSIVE", "LIVE":
		return t, false, false
	}
	colonAt := b.Start + int32(colon)
	t.label = extract.Span{Start: b.Start, End: colonAt}
	t.said = trimmed(text, extract.Span{Start: colonAt + 1, End: b.End})
	return t, loud, !t.said.Empty()
}

// turnTrust is how sure a turn of a transcript is. PolNeAR marks none as said, so
// the weights know nothing of them; a label before a colon leaves little doubt.
const turnTrust = 0.9

// quote is a turn as a quotation: verbatim, if without marks.
func (t *turn) quote(text string) extract.Quote {
	kind := extract.NamedSpeaker
	switch t.label.Of(text) {
	case "Q", "A", "Question", "Answer", "Reporter", "REPORTER", "QUESTION":
		kind = extract.AnonymousSpeaker
	}
	return extract.Quote{
		Span: t.said, Kind: extract.Direct, Parts: []extract.Span{t.said}, Quoted: []extract.Span{t.said},
		Speaker: extract.Speaker{Span: t.label, Kind: kind, Entity: -1},
		Rule:    extract.TurnRule, Confidence: turnTrust,
	}
}
