package quote

import (
	"slices"
	"strings"

	"github.com/quoth/quoth/extract"
)

// owners says, for each marked stretch, which report it belongs to: -1 for
// none. A piece in marks belongs to one report alone. Of two reports around it
// the outer one has it ("Smith said he wanted “a word”" is Smith's), unless the
// inner one is a verb of saying that stands right at the marks.
func (v *view) owners(reports []report) []int {
	own := v.room.own[:0]
	for range v.marked {
		own = append(own, -1)
	}
	v.room.own = own
	for r := range reports {
		for _, p := range reports[r].parts {
			for i := p[0]; i < p[1]; i++ {
				if m := v.items[i].mark; m >= 0 && (own[m] < 0 || v.nearer(&reports[r], &reports[own[m]], i)) {
					own[m] = r
				}
			}
		}
	}
	return own
}

// nearer says whether report a rather than b has the marked stretch at item i.
func (v *view) nearer(a, b *report, i int) bool {
	if a.speaker.ok() != b.speaker.ok() {
		return a.speaker.ok()
	}
	if v.strong(a, i) != v.strong(b, i) {
		return v.strong(a, i)
	}
	if v.strong(a, i) {
		return a.size() <= b.size()
	}
	if ja, jb := a.judges(), b.judges(); ja != jb {
		return jb // Smith praised Brandt, who has vowed to end “the farce”
	}
	return a.size() > b.size()
}

// strong says whether a report quotes the marked stretch at item i and does not
// merely hold it.
func (v *view) strong(r *report, i int) bool {
	if !speaking(r.kind) || !r.speaker.ok() || !r.clausal || r.within && r.mood != extract.Actual {
		return false // says the museum will tell of “delight”
	}
	for _, p := range r.parts {
		if p[0] == i {
			return r.rule != "object" && r.rule != "infinitive" && r.rule != "clause" && r.rule != "that"
		}
	}
	return false
}

// judges says whether a report tells what somebody thinks of a thing.
func (r *report) judges() bool { return r.rule == "object" && !speaking(r.kind) }

func (r *report) size() int {
	n := 0
	for _, p := range r.parts {
		n += p[1] - p[0]
	}
	return n
}

// quotes appends what the reports say as quotes.
func (v *view) quotes(dst []extract.Quote, reports []report, note func(*extract.Quote, []string)) []extract.Quote {
	own := v.owners(reports)
	dst = slices.Grow(dst, len(reports))
	for n := range reports {
		r := &reports[n]
		if len(r.parts) == 0 {
			continue
		}
		q := extract.Quote{Cue: r.cue, Rule: r.rule, Kind: extract.Indirect, Modality: r.mood, Speaker: extract.Speaker{Entity: -1}, Via: extract.Speaker{Entity: -1}}
		if !q.Cue.Empty() {
			q.CueKind = r.kind
		}
		words := false
		for _, p := range r.parts {
			if m := v.items[p[0]].mark; p[1]-p[0] == 1 && m >= 0 && own[m] != n {
				continue
			}
			for i := p[0]; i < p[1]; i++ {
				m := v.items[i].mark
				if m < 0 {
					words = words || v.items[i].tag != extract.Punct
				} else if own[m] == n {
					q.Quoted = append(q.Quoted, trimmed(v.text, v.marked[m].In))
				}
			}
			if s := v.content(p[0], p[1]); len(q.Parts) == 0 || s.Start >= q.Parts[len(q.Parts)-1].End {
				q.Parts = append(q.Parts, s)
			}
		}
		switch {
		case r.exact:
			q.Kind, q.Quoted = extract.Direct, q.Parts
		case len(q.Quoted) == 0:
			if !words {
				continue // its marks belong to another report
			}
		case words:
			q.Kind = extract.Mixed
		default:
			q.Kind = extract.Direct
		}
		if len(q.Parts) == 0 {
			continue
		}
		q.Span = extract.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
		if r.speaker.ok() {
			p := v.pronounOf(v.named(r.speaker), r)
			q.Speaker = extract.Speaker{Span: v.span(p.lo, p.hi), Kind: v.speakerKind(p), Entity: -1}
		}
		if r.via.ok() {
			q.Via = extract.Speaker{Span: v.span(r.via.lo, r.via.hi), Kind: v.speakerKind(r.via), Entity: -1}
		}
		if q.Kind == extract.Indirect && (!listed(r) && !v.shown(r) || v.pointsBack(r) || v.anybody(r)) {
			continue
		}
		v.room.facts.trust(&q, r, note)
		dst = append(dst, q)
	}
	return dst
}

// shown says whether something written shows what a report without marks says, to
// the clause: Boats were late, records show.
func (v *view) shown(r *report) bool {
	if r.lemma != "show" || r.mood != extract.Actual || r.within || !r.speaker.ok() || !v.items[r.speaker.head].has(documentHead) {
		return false
	}
	return r.rule == "that" || r.rule == "clause-before"
}

// anybody says whether a report without marks tells of no one in particular: "you
// may wonder how it went", "It is fair to say that", "it's believed that".
func (v *view) anybody(r *report) bool {
	if !r.speaker.ok() {
		return false
	}
	switch v.items[r.speaker.head].low {
	case "you", "anyone", "anybody":
		return true
	case "it":
		ing := strings.HasSuffix(r.cue.Of(v.text), "ing") // It is worth noting that
		return (r.infinitive || ing || r.kind == "think") && v.expletive(r.speaker)
	}
	return false
}

// pointsBack says whether what a report says is a pronoun for what was told
// before: "Smith denied it in a letter".
func (v *view) pointsBack(r *report) bool {
	a, hi := r.parts[0][0], r.parts[0][1]
	if r.rule != "object" || v.items[a].quoted() {
		return false
	}
	if v.items[a].is("that") && a+2 == hi && v.items[a+1].tag == extract.NN {
		return true // Smith dismissed that figure.
	}
	if v.items[a].tag != extract.PRP {
		return false
	}
	return a+1 == hi || !v.items[a+1].quoted() && (v.items[a+1].tag == extract.IN || v.items[a+1].tag == extract.RB || v.items[a+1].has(timeWord))
}

// content is the span of items [lo, hi) without the full stop that ends them.
// Engines keep it with some words ("in May.").
func (v *view) content(lo, hi int) extract.Span {
	s := v.span(lo, hi)
	last := &v.items[hi-1]
	if !last.quoted() && last.Len() == 2 && len(last.low) == 1 && v.text[s.End-1] == '.' && (hi == len(v.items) || v.items[hi].first) {
		s.End-- // in a post on X.
	}
	if !last.quoted() && last.Len() > 1 && strings.HasSuffix(last.low, ".") && strings.IndexByte(last.low, '.') == len(last.low)-1 &&
		(hi == len(v.items) || v.items[hi].first) {
		s.End--
	}
	return s
}
