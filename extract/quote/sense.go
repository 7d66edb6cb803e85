package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// tellsOf says whether a thing behind a preposition is what a verb of saying tells:
// warned of a flood, but not answered a letter, asked about it.
func tellsOf(lemma string, preposition *item) bool {
	switch lemma {
	case "say", "answer", "reply", "respond", "write", "ask", "refer", "comment", "inquire", "enquire":
		return false
	}
	return preposition.is("of") || preposition.is("about") || preposition.is("against")
}

// seen says whether one points with a finger: at what item j begins, or to a thing in
// the room.
func (v *view) seen(preposition, j, hi int) bool {
	if v.items[preposition].is("at") {
		return !v.items[j].is("what")
	}
	p := v.coreAt(j, hi)
	if !p.ok() {
		return false
	}
	switch v.items[p.head].low {
	case "window", "door", "sky", "ceiling", "screen", "wall", "floor", "ground", "chair", "table", "dock", "hole", "tree", "roof", "river", "field", "head", "chest", "scar":
		return true
	}
	return false
}

// put says whether what is answered at item j is what others put: did not answer |
// questions about who had paid.
func (v *view) put(j, hi int) bool {
	p := v.coreAt(j, hi)
	if !p.ok() {
		return false
	}
	switch strings.TrimSuffix(v.items[p.head].low, "s") {
	case "question", "query", "querie", "call", "phone", "door", "email", "e-mail", "letter", "message", "request":
		return true
	}
	return false
}

// person says whether a phrase of who speaks begins at item j: "citing two
// officials" tells no content.
func (v *view) person(j, hi int) bool {
	p := v.coreAt(j, hi)
	if !p.ok() {
		return false
	}
	h := &v.items[p.head]
	return (h.has(anonymousHead|personHead) || lexicon.Role(h.low)) && h.name < 0 || h.tag == extract.PRP
}

// otherSense says whether the object at item j gives the cue another sense: one
// cites a person, or keeps a player from a goal.
func (v *view) otherSense(j, hi int, c *cue) bool {
	switch c.lemma {
	case "cite":
		return v.person(j, hi)
	case "explain":
		p := v.coreAt(j, hi) // people explaining things to one another
		return p.ok() && (v.items[p.head].is("things") || v.items[p.head].is("everything"))
	case "deny", "confirm", "dismiss": // a vote to confirm Smith; dismissed Smith after a bad start
		if v.objectOnly(j) {
			return true
		}
		p := v.coreAt(j, hi)
		if !p.ok() {
			return false
		}
		switch v.items[p.head].low {
		case "motion", "request", "bail", "appeal", "application", "petition", "entry", "access", "visa", "parole", "permit", "licence", "license", "coverage", "service", "benefits":
			return true // denied the motion
		}
		n := v.items[p.head].name
		return n >= 0 && p.hi-p.lo <= 3 && (v.doc.Mentions[n].Type == extract.Person || c.lemma == "deny" && v.doc.Mentions[n].Type == extract.Org)
	}
	return false
}
