package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/dateline"
)

// A turn is a block of a transcript: "Q: When will it open?", "TAPPER: In May." One
// that is set in quotation marks goes on in the blocks behind it that open with a
// mark and have no label.
type turn struct {
	block  int
	last   int // the last block that belongs to it
	label  extract.Span
	said   []extract.Span
	marked bool   // the block opens with a quotation mark
	sure   bool   // the label is no words of a sentence
	rule   string // "" for that of transcripts
}

// maxLabel bounds the name before the colon, in bytes.
const maxLabel = 48

// transcript finds the turns of a document. Labels in capitals and "Q", "A"
// tell a transcript where there are two of them; a label like a name where it
// comes again, for "Analysis: …" is none, or where the same in
// capitals does ("Lena Fischer" first, then "LF"). A question that looks like a heading
// ("Q: Who taught you?") is a turn where its label comes again.
func transcript(text string, blocks []extract.Block) []turn {
	var turns []turn
	loud := map[string]bool{}
	for i := range blocks {
		t, capitals, ok := turnAt(text, blocks[i].Span)
		if !ok {
			continue
		}
		t.block, t.last, t.sure = i, i, capitals
		turns = append(turns, t)
		if capitals {
			loud[t.label.Of(text)] = true
		}
	}
	times := map[string]int{}
	marked := 0
	kept := turns[:0]
	for _, t := range turns {
		label := t.label.Of(text)
		if short := shortIn(loud, label); short != "" && short != label {
			t.sure = true
			times[label]++ // its short form comes again for it
		}
		if blocks[t.block].Kind == extract.Heading && !t.sure {
			continue
		}
		kept = append(kept, t)
		times[label]++
		if t.sure {
			marked++
		}
	}
	turns = kept
	repeats := 0
	for _, n := range times {
		if n > 1 {
			repeats += n
		}
	}
	kept = turns[:0]
	for _, t := range turns {
		again := times[t.label.Of(text)] > 1
		if t.sure && marked >= 2 && (again || blocks[t.block].Kind != extract.Heading) || again && len(times) > 1 && repeats >= 4 {
			kept = append(kept, t)
		}
	}
	for i := range kept {
		if t := &kept[i]; t.marked {
			t.goOn(text, blocks)
		}
	}
	return kept
}

// goOn adds to a turn in marks the blocks behind it that open with a mark again,
// up to the one that closes it or has a label of its own.
func (t *turn) goOn(text string, blocks []extract.Block) {
	for i := t.block; ; {
		closed := t.unmark(text)
		if i++; closed || i == len(blocks) || blocks[i].Kind != blocks[t.block].Kind {
			return
		}
		b := blocks[i].Span
		n := opening(text[b.Start:b.End])
		if n == 0 {
			return
		}
		if _, _, label := turnAt(text, b); label {
			return
		}
		t.last = i
		said := trimmed(text, extract.Span{Start: b.Start + n, End: b.End})
		if c := said.Of(text); c == "" || c[0] == '(' && strings.IndexByte(c, ')') >= len(c)-2 || strings.HasPrefix(c, "Follow ") && strings.Contains(c, " @") {
			return // (CROSSTALK.) Follow Ann Lee on Twitter @annlee
		}
		t.said = append(t.said, said)
	}
}

// unmark leaves out the mark that closes the last of what is said, and says
// whether there is one.
func (t *turn) unmark(text string) bool {
	s := &t.said[len(t.said)-1]
	for _, m := range [...]string{"\"", "”"} {
		if rest, ok := strings.CutSuffix(s.Of(text), m); ok && !strings.Contains(rest[max(0, len(rest)-maxLabel):], "“") {
			*s = trimmed(text, extract.Span{Start: s.Start, End: s.End - int32(len(m))})
			return true
		}
	}
	return false
}

// opening is the length of the double mark that s opens with, 0 for none.
func opening(s string) int32 {
	for _, m := range [...]string{"\"", "“"} {
		if strings.HasPrefix(s, m) {
			return int32(len(m))
		}
	}
	return 0
}

// shortIn is the label in capitals that a full name comes to after its first turn:
// "LF" or "FISCHER" of "Lena Fischer". It is "" for none.
func shortIn(loud map[string]bool, full string) string {
	initials := ""
	for w := range strings.FieldsSeq(full) {
		if up := strings.ToUpper(w); loud[up] {
			return up
		}
		_, n := utf8.DecodeRuneInString(w)
		initials += w[:n]
	}
	if len(initials) > 1 && loud[initials] {
		return initials
	}
	return ""
}

// turnAt reads the label at the start of block b. loud labels are no words of
// a sentence: capitals, "Q".
func turnAt(text string, b extract.Span) (t turn, loud, ok bool) {
	n := opening(text[b.Start:b.End])
	t.marked = n > 0
	b.Start += n
	head := text[b.Start:min(b.End, b.Start+maxLabel)]
	colon := strings.IndexByte(head, ':')
	if colon < 1 || int(b.Start)+colon+2 >= int(b.End) {
		return t, false, false
	}
	if r, _ := utf8.DecodeRuneInString(text[int(b.Start)+colon+1:]); !unicode.IsSpace(r) {
		return t, false, false
	}
	label := withoutOffice(head[:colon])
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
	if dateline.Read(text[b.Start:b.End]).Len == colon+len(": ") {
		return t, false, false // ISLAMABAD: The assembly met.
	}
	switch label {
	case "Q", "A", "Question", "Answer":
		loud = true
	case "UPDATE", "WATCH", "READ", "MORE", "VIDEO", "PHOTOS", "RELATED", "NOTE", "PS", "P.S", "BREAKING", "EXCLUSIVE", "LIVE":
		if !t.marked {
			return t, false, false
		}
	}
	colonAt := b.Start + int32(colon)
	t.label = extract.Span{Start: b.Start, End: b.Start + int32(len(label))}
	t.said = []extract.Span{trimmed(text, extract.Span{Start: colonAt + 1, End: b.End})}
	return t, loud, !t.said[0].Empty()
}

// withoutOffice is a label in capitals without the office or seat behind the name:
// "ANN LEE, HOST", "REP. TOM OBI (D-NM)".
func withoutOffice(label string) string {
	name, rest, ok := strings.Cut(label, ", ")
	if !ok {
		if name, rest, ok = strings.Cut(label, " ("); !ok || !strings.HasSuffix(rest, ")") {
			return label
		}
	}
	if strings.ToUpper(label) != label || rest == "" || strings.Count(rest, " ") > 3 {
		return label
	}
	return name
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
	rule, trust := extract.TurnRule, turnTrust
	if t.rule != "" {
		rule, trust = t.rule, interviewTrust
	}
	return extract.Quote{
		Span: extract.Span{Start: t.said[0].Start, End: t.said[len(t.said)-1].End}, Kind: extract.Direct, Parts: t.said, Quoted: slices.Clone(t.said),
		Speaker: extract.Speaker{Span: t.label, Kind: kind, Entity: -1},
		Rule:    rule, Confidence: trust,
	}
}
