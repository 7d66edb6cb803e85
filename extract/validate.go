package extract

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Validate says the first thing in which the document breaks its promises:
// spans within the text, on code point boundaries, in order, indices that
// exist. Tests and fuzzing call it; a batch need not.
func (d *Document) Validate() error {
	if !utf8.ValidString(d.text) {
		return fmt.Errorf("text: not valid UTF-8")
	}
	check := func(what string, i int, s Span) error {
		if s.Start < 0 || s.End <= s.Start || int(s.End) > len(d.text) {
			return fmt.Errorf("%s %d: span [%d,%d) is empty or outside the text of %d bytes", what, i, s.Start, s.End, len(d.text))
		}
		if !boundary(d.text, s.Start) || !boundary(d.text, s.End) {
			return fmt.Errorf("%s %d: span [%d,%d) splits a code point", what, i, s.Start, s.End)
		}
		return nil
	}
	ordered := func(what string, n int, at func(int) Span) error {
		last := int32(0)
		for i := range n {
			s := at(i)
			if err := check(what, i, s); err != nil {
				return err
			}
			if s.Start < last {
				return fmt.Errorf("%s %d: starts at %d, before the end of the one before it, %d", what, i, s.Start, last)
			}
			last = s.End
		}
		return nil
	}
	if err := ordered("block", len(d.Blocks), func(i int) Span { return d.Blocks[i].Span }); err != nil {
		return err
	}
	if err := ordered("sentence", len(d.Sentences), func(i int) Span { return d.Sentences[i] }); err != nil {
		return err
	}
	if err := ordered("token", len(d.Tokens), func(i int) Span { return d.Tokens[i].Span }); err != nil {
		return err
	}
	b := 0
	for i, k := range d.Tokens {
		for b < len(d.Blocks) && d.Blocks[b].End < k.End {
			b++
		}
		if b == len(d.Blocks) || !d.Blocks[b].Contains(k.Span) {
			return fmt.Errorf("token %d: [%d,%d) is in no block", i, k.Start, k.End)
		}
	}
	for i, m := range d.Mentions {
		if err := check("mention", i, m.Span); err != nil {
			return err
		}
		if m.Entity < -1 || int(m.Entity) >= len(d.Entities) {
			return fmt.Errorf("mention %d: no entity %d", i, m.Entity)
		}
	}
	for i, e := range d.Entities {
		last := int32(-1)
		if e.Name == "" || len(e.Mentions) == 0 {
			return fmt.Errorf("entity %d: no name or no mention", i)
		}
		for _, s := range e.Roles {
			if err := check("role of entity", i, s); err != nil {
				return err
			}
		}
		for _, m := range e.Mentions {
			if m < 0 || int(m) >= len(d.Mentions) || int(d.Mentions[m].Entity) != i {
				return fmt.Errorf("entity %d: mention %d is not its own", i, m)
			}
			if d.Mentions[m].Start < last {
				return fmt.Errorf("entity %d: mentions out of order", i)
			}
			last = d.Mentions[m].Start
		}
	}
	lastQuote := int32(-1)
	for i, q := range d.Quotes {
		if err := check("quote", i, q.Span); err != nil {
			return err
		}
		if q.Start < lastQuote {
			return fmt.Errorf("quote %d: out of order", i)
		}
		lastQuote = q.Start
		if len(q.Parts) == 0 || q.Parts[0].Start != q.Start || q.Parts[len(q.Parts)-1].End != q.End {
			return fmt.Errorf("quote %d: parts do not make up its span", i)
		}
		if err := ordered(fmt.Sprintf("quote %d: part", i), len(q.Parts), func(j int) Span { return q.Parts[j] }); err != nil {
			return err
		}
		if err := ordered(fmt.Sprintf("quote %d: quoted", i), len(q.Quoted), func(j int) Span { return q.Quoted[j] }); err != nil {
			return err
		}
		for j, s := range q.Quoted {
			if !slices.ContainsFunc(q.Parts, func(p Span) bool { return p.Contains(s) }) {
				return fmt.Errorf("quote %d: quoted %d [%d,%d) is in no part", i, j, s.Start, s.End)
			}
		}
		if (q.Kind == Indirect) != (len(q.Quoted) == 0) {
			return fmt.Errorf("quote %d: %s with %d quoted pieces", i, q.Kind, len(q.Quoted))
		}
		if q.Cue != (Span{}) {
			if err := check("cue of quote", i, q.Cue); err != nil {
				return err
			}
		}
		if q.Rule == "" || q.Confidence < 0 || q.Confidence > 1 {
			return fmt.Errorf("quote %d: no rule, or confidence %v outside 0 to 1", i, q.Confidence)
		}
		if (q.CueKind == "") != (q.Cue == (Span{})) {
			return fmt.Errorf("quote %d: cue and its kind %q do not go together", i, q.CueKind)
		}
		for _, s := range [...]*Speaker{&q.Speaker, &q.Via} {
			if s.Kind == NoSpeaker {
				continue
			}
			if err := check("speaker of quote", i, s.Span); err != nil {
				return err
			}
			if s.Entity < -1 || int(s.Entity) >= len(d.Entities) {
				return fmt.Errorf("quote %d: no entity %d", i, s.Entity)
			}
		}
	}
	for i, u := range d.Unsaid {
		if err := check("unsaid", i, u.Span); err != nil {
			return err
		}
	}
	for i, r := range d.Repairs {
		if r.Start < 0 || r.End < r.Start || int(r.End) > len(d.text) || !boundary(d.text, r.Start) || !boundary(d.text, r.End) {
			return fmt.Errorf("repair %d: span [%d,%d) is outside the text or splits a code point", i, r.Start, r.End)
		}
	}
	return nil
}

func boundary(text string, at int32) bool {
	return int(at) == len(text) || utf8.RuneStart(text[at])
}
