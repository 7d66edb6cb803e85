package quote

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// quotedAs is whom somebody quotes as what item i, "saying", begins, and who does: The
// paper quoted an aide as | saying that.
func (v *view) quotedAs(i, lo int) (who, by phrase) {
	for k := i - 3; k >= lo && k > i-20; k-- {
		it := &v.items[k]
		if it.quoted() {
			break
		}
		if !it.isCue || it.cue.lemma != "quote" && it.cue.lemma != "cite" {
			continue
		}
		if g := v.groupAt(k, lo); !g.passive {
			if p := v.phraseAt(k+1, i-1); v.speaks(p) {
				return p, v.subjectOf(g, lo, 0)
			}
		}
		break
	}
	return phrase{}, phrase{}
}

// asSaying says whether "as saying" follows the verb at item i.
func (v *view) asSaying(i, hi int) bool {
	for k := i + 1; k+1 < hi && k < i+20 && !v.items[k].quoted() && !v.items[k].finite(); k++ {
		if v.items[k].is("as") && v.items[k+1].is("saying") {
			return true
		}
	}
	return false
}

// noSaying says whether the verb of saying with the words beside it tells of none:
// found himself; set a limit, say $50; say no to more boats.
func (v *view) noSaying(c *cueVerb, f frame) bool {
	if c.end >= f.hi {
		return false
	}
	it, next := &v.items[c.at], &v.items[c.end]
	switch c.cue.lemma {
	case "find":
		return next.tag == extract.PRP && (strings.HasSuffix(next.low, "self") || strings.HasSuffix(next.low, "selves"))
	case "say":
		if it.is("say") && c.at > f.lo && (v.items[c.at-1].is(",") || v.items[c.at-1].is("(")) {
			return next.tag == extract.CD || next.is("$") || next.is("£") || next.is("€") || next.is(",")
		}
		return (next.is("no") || next.is("yes") || next.is("goodbye") || next.is("hello")) && c.end+1 < f.hi && v.items[c.end+1].is("to")
	}
	return false
}

// accusedBefore says whether "of" at item i leads to what somebody is accused of.
func (v *view) accusedBefore(i, lo int) bool {
	for k := i - 1; k >= lo && k > i-8 && !v.items[k].quoted(); k-- {
		if v.items[k].isCue && v.items[k].cue.lemma == "accuse" {
			return true
		}
	}
	return false
}

// aboutNaming says whether what somebody asked for from item i on is how a
// reporter may call them: "asked not to be named", "requested anonymity".
func (v *view) aboutNaming(i, hi int) bool {
	for k := i; k < hi && k < i+5; k++ {
		switch v.items[k].low {
		case "named", "identified", "anonymity", "anonymous":
			return true
		case "name":
			if v.items[k-1].tag == extract.PRPS {
				return true // asked that her name not be used
			}
		case "condition":
			if v.items[k-1].is("on") || v.items[k-1].is("the") {
				return true // agreed to speak on the condition that
			}
		}
	}
	return false
}
