package quote

import "github.com/quoth/quoth/extract"

// owners says, for each marked stretch, which report it belongs to: the one
// with the narrowest content around it. -1 for none.
func (v *view) owners(reports []report) []int {
	own := make([]int, len(v.marked))
	size := make([]int, len(v.marked))
	for i := range own {
		own[i] = -1
	}
	for r := range reports {
		for _, p := range reports[r].parts {
			for i := p[0]; i < p[1]; i++ {
				if m := v.items[i].mark; m >= 0 && (own[m] < 0 || p[1]-p[0] <= size[m]) {
					own[m], size[m] = r, p[1]-p[0]
				}
			}
		}
	}
	return own
}

// quotes appends what the reports say as quotes.
func (v *view) quotes(dst []extract.Quote, reports []report) []extract.Quote {
	own := v.owners(reports)
	for n := range reports {
		r := &reports[n]
		if len(r.parts) == 0 {
			continue
		}
		q := extract.Quote{Cue: r.cue, Rule: r.rule, Confidence: max(0, min(1, r.sure)), Kind: extract.Indirect}
		words := false
		for _, p := range r.parts {
			for i := p[0]; i < p[1]; i++ {
				m := v.items[i].mark
				if m < 0 {
					words = words || v.items[i].tag != extract.Punct
				} else if own[m] == n {
					q.Quoted = append(q.Quoted, trimmed(v.text, v.marked[m].In))
				}
			}
			if s := v.span(p[0], p[1]); len(q.Parts) == 0 || s.Start >= q.Parts[len(q.Parts)-1].End {
				q.Parts = append(q.Parts, s)
			}
		}
		switch {
		case len(q.Quoted) == 0:
			if !words {
				continue // its marks belong to another report
			}
		case words:
			q.Kind = extract.Mixed
		default:
			q.Kind = extract.Direct
		}
		q.Span = extract.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
		if r.speaker.ok() {
			q.Speaker = extract.Speaker{Span: v.span(r.speaker.lo, r.speaker.hi), Kind: v.speakerKind(r.speaker), Entity: -1}
		}
		if q.Kind == extract.Indirect && !keepIndirect(r) {
			continue
		}
		dst = append(dst, q)
	}
	return dst
}

// speakerKind says how the text names a speaker.
func (v *view) speakerKind(p phrase) extract.SpeakerKind {
	h := &v.items[p.head]
	if h.name < 0 && (h.tag == extract.PRP || h.low == "who") {
		return extract.PronounSpeaker
	}
	if h.name >= 0 {
		if v.doc.Mentions[h.name].Type == extract.Org || v.doc.Mentions[h.name].Type == extract.GPE {
			return extract.OrganizationSpeaker
		}
		return extract.NamedSpeaker
	}
	switch {
	case h.has(anonymousHead):
		return extract.AnonymousSpeaker
	case h.has(organizationHead | documentHead):
		return extract.OrganizationSpeaker
	}
	return extract.NominalSpeaker
}
