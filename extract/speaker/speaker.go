// Package speaker finds out who the speaker of a quote is.
//
// The quote stage gives the words that tell who spoke; here their head
// decides. A name is an entity's. A pronoun is who was spoken of last that fits
// it, subjects and speakers first. A noun with an article ("the senator") is
// who the article itself gives that role, by a title before the name or an
// apposition beside it. Where the article does not tell, nobody is named.
//
// Each speaker looks back over a bounded number of sentences, so that the work
// is linear in the text.
package speaker

import (
	"slices"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// Stage names the speakers of quotes.
func Stage() extract.Stage {
	return extract.Stage{Name: "speaker", Doc: "Finds out who the speaker of a quote is.",
		Needs: extract.Quotes | extract.Entities, Gives: extract.Speakers,
		Annotate: func(d *extract.Document) error {
			Resolve(d)
			return nil
		}}
}

// Resolve fills in Kind, Entity, Name and Role of every speaker of d's quotes
// and of all who pass them on, the roles of entities, and adds the pronouns and
// nouns that mean an entity to its mentions.
func Resolve(d *extract.Document) {
	type told struct {
		speaker *extract.Speaker
		parts   []extract.Span
		asks    bool
		within  bool // told by another's words
	}
	order := make([]told, 0, len(d.Quotes))
	for i := range d.Quotes {
		q := &d.Quotes[i]
		for _, s := range [...]*extract.Speaker{&q.Speaker, &q.Via} {
			if s.Kind == extract.NoSpeaker {
				continue
			}
			s.Entity, s.Name, s.Role = -1, "", ""
			order = append(order, told{s, q.Parts, q.CueKind == "ask", heldBy(d.Quotes, i)})
		}
	}
	for i := range d.Entities {
		d.Entities[i].Roles = nil
	}
	// A pronoun may mean a speaker found before it.
	slices.SortStableFunc(order, func(a, b told) int { return int(a.speaker.Start - b.speaker.Start) })
	r := newReading(d)
	for k, t := range order {
		if k > 0 && order[k-1].speaker.Span == t.speaker.Span {
			*t.speaker = *order[k-1].speaker
			continue
		}
		r.resolve(t.speaker, t.parts, t.asks, t.within)
	}
	r.readTurns()
	r.addMentions()
}

// resolve finds who one speaker is. parts is what was said, or asked.
func (r *reading) resolve(s *extract.Speaker, parts []extract.Span, asks, held bool) {
	h := r.headOf(s.Span)
	switch {
	case h.pronoun != "":
		s.Kind = extract.PronounSpeaker
		s.Entity = r.meant(h, s.Span, parts)
		if s.Entity >= 0 {
			r.add(h.span, extract.PronounMention, s.Entity)
			r.learn(h.pronoun, s.Entity)
		}
	case h.second >= 0:
		s.Kind = extract.NamedSpeaker
		a, b := r.doc.Mentions[h.mention].Entity, r.doc.Mentions[h.second].Entity
		if a >= 0 && b >= 0 && a != b {
			s.Name = r.doc.Entities[a].Name + " and " + r.doc.Entities[b].Name
		}
		return
	case h.mention >= 0:
		s.Entity = r.doc.Mentions[h.mention].Entity
		s.Kind = kindOf(r.doc.Mentions[h.mention].Type, s.Kind)
	default:
		if s.Entity = r.surnamed(h); s.Entity >= 0 {
			s.Kind = extract.NamedSpeaker
			break
		}
		s.Entity = r.bearing(h, s.Span)
		if s.Entity >= 0 {
			r.add(h.span, extract.NominalMention, s.Entity)
			s.Kind = extract.NominalSpeaker
			if r.doc.Entities[s.Entity].Type != extract.Person {
				s.Kind = extract.OrganizationSpeaker
			}
		} else if s.Kind == extract.NominalSpeaker && h.indefinite || r.name(h.at) >= 0 && !h.definite {
			s.Kind = extract.AnonymousSpeaker
		} else if r.name(h.at) >= 0 {
			s.Kind = extract.NominalSpeaker // the Dutchman
		}
	}
	if s.Entity < 0 {
		if h.noun != "" && r.tag(h.at) == extract.NN && !lexicon.Role(h.noun) && genderOfRole(h.noun) == lexicon.Unknown {
			if r.spokeIt == nil {
				r.spokeIt = map[int]bool{}
			}
			r.spokeIt[r.sentenceAt(s.Start)] = true
		}
		if !asks { // A reporter asked Lee. “No,” she said.
			r.spokeUnnamed(h, s)
		}
		return
	}
	s.Name = r.doc.Entities[s.Entity].Name
	if h.pronoun != "who" && h.pronoun != "which" && !held { // Rubio attacked Bush, who says so. “No,” he said.
		r.spoke(s.Start, s.Entity)
	}
	if r.doc.Entities[s.Entity].Type == extract.Person {
		s.Role = r.roleOf(s.Entity, s.Span)
	}
}

// heldBy says whether one of the quotes before quote i holds its speaker: He cites
// Leviticus, where God says “the land is mine.” He is not God.
func heldBy(quotes []extract.Quote, i int) bool {
	const window = 4
	at := quotes[i].Speaker.Span
	for k := i - 1; k >= max(0, i-window); k-- {
		for _, p := range quotes[k].Parts {
			if quotes[k].Kind != extract.Direct && p.Contains(at) {
				return true
			}
		}
	}
	return false
}

// kindOf is the kind of a speaker named by a mention of a type.
func kindOf(t extract.EntityType, was extract.SpeakerKind) extract.SpeakerKind {
	switch t {
	case extract.Person:
		return extract.NamedSpeaker
	case extract.Org, extract.GPE, extract.Loc:
		return extract.OrganizationSpeaker
	}
	if was == extract.PronounSpeaker || was == extract.AnonymousSpeaker {
		return extract.NamedSpeaker
	}
	return was
}
