package junk

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/rules.txt
var rulesText string

var rules = must(parseRules(rulesText))

// place says where in the text a rule's line stands.
type place uint8

const (
	line  place = iota // anywhere: the whole piece
	edge               // before the story's first or behind its last paragraph
	lead               // at a piece's start: what follows is the title of another story
	label              // the same, but for the first piece, where it is part of the headline ("Watch: ...")
	hint               // the same as label, where what follows ends in no full stop ("Timeline: ...")
	open               // a heading: the pieces that follow are furniture
)

var places = map[string]place{"line": line, "edge": edge, "lead": lead, "label": label, "hint": hint, "open": open}

// rule is a pattern of words. It is a row of states, at most 62, and matching
// keeps the set of those that are active in one machine word, so that no
// pattern and no text takes more than one step a word.
type rule struct {
	kind    string
	place   place
	pattern string
	example string
	states  []state
	sets    sets
	needs   mark // one of these marks some word of a line must have that the rule takes; 0 where none need
	longest int  // of a line that it takes, in words; 0 where it takes only beginnings
}

type state struct {
	what   what
	skip   bool // may be left out
	loop   bool // may be repeated
	hashes []uint32
	bits   uint64 // of the hashes: one that has none here is none of them
}

type what uint8

const (
	literal what = iota
	anyWord
	nameWord
	dateWord
	figureWord
	gap // takes no word: a colon, bar, dash or bullet stands behind the last one
)

// parseRules reads lines of kind, place, pattern and example, tabs between.
// Elements of a pattern:
//
//	word        that word, in any case; a/b/c one of these
//	word?       that word or none
//	word:       that word with a colon, bar, dash or bullet behind it
//	_ _4 ...    any word, up to four words, any number of words
//	<name>      one to six capitalised words
//	<date>      one to ten words of a date
//	<num>       a figure
func parseRules(text string) ([]rule, error) {
	var list []rule
	for n, l := range strings.Split(text, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("rules.txt:%d: %d fields, want 4", n+1, len(f))
		}
		p, ok := places[f[1]]
		if !ok {
			return nil, fmt.Errorf("rules.txt:%d: no place %q", n+1, f[1])
		}
		r := rule{kind: f[0], place: p, pattern: f[2], example: f[3], states: compile(f[2])}
		if len(r.states) == 0 || len(r.states) > 62 {
			return nil, fmt.Errorf("rules.txt:%d: %d states, want 1 to 62", n+1, len(r.states))
		}
		r.sets = setsOf(r.states)
		switch r.longest = longLine; {
		case r.leads():
			r.longest = 0
		case r.kind == "disclaimer" || r.kind == "correction":
			r.longest = longDisclaimer
		}
		r.longest = min(r.longest, r.sets.most)
		if words := r.second(); len(words) > 0 {
			r.needs = needed << (words[0] % needs)
		}
		list = append(list, r)
	}
	return list, nil
}

func compile(pattern string) []state {
	var states []state
	add := func(s state, least, most int) {
		for i := range most {
			s.skip = i >= least
			states = append(states, s)
		}
	}
	for _, f := range strings.Fields(pattern) {
		var s state
		f, divided := strings.CutSuffix(f, ":")
		least := 1
		if strings.Contains(f, "?") {
			f, least = strings.ReplaceAll(f, "?", ""), 0
		}
		switch {
		case f == "...":
			states = append(states, state{what: anyWord, loop: true, skip: true})
		case f == "<name>":
			s.what = nameWord
			add(s, least, 6)
		case f == "<date>":
			s.what = dateWord
			add(s, least, 10)
		case f == "<num>":
			s.what = figureWord
			add(s, least, 1)
		case f[0] == '_':
			s.what = anyWord
			if n, err := strconv.Atoi(f[1:]); err == nil {
				add(s, 0, n)
			} else {
				add(s, least, 1)
			}
		default:
			for _, w := range strings.Split(f, "/") {
				h := hashOf(w)
				s.hashes, s.bits = append(s.hashes, h), s.bits|1<<(h>>26)
			}
			add(s, least, 1)
		}
		if divided {
			states = append(states, state{what: gap})
		}
	}
	return states
}

// index finds the rules that may match a piece. firsts are those that begin
// with a certain word, inner those that only have one somewhere.
type index struct {
	firsts, inner hashed[[]*rule] // of words with startsRule and insideRule
}

var byWord = buildIndex(rules)

func buildIndex(rules []rule) *index {
	firsts, inner := map[uint32][]*rule{}, map[uint32][]*rule{}
	for i := range rules {
		r := &rules[i]
		key, first := r.trigger()
		for _, h := range key {
			if first {
				firsts[h] = append(firsts[h], r)
			} else {
				inner[h] = append(inner[h], r)
			}
		}
	}
	return &index{hashedOf(firsts), hashedOf(inner)}
}

// trigger gives the words one of which every match must hold, and whether it
// comes first.
func (r *rule) trigger() (hashes []uint32, first bool) {
	if s := &r.states[0]; s.what == literal && !s.skip {
		return s.hashes, true
	}
	best := r.rarest(-1)
	if best < 0 {
		panic("junk: rule without a word that must be there: " + r.pattern)
	}
	return r.states[best].hashes, false
}

// second gives rare words one of which every match must hold besides the trigger's,
// nil for none.
func (r *rule) second() []uint32 {
	but := 0
	if s := &r.states[0]; s.what != literal || s.skip {
		but = r.rarest(-1)
	}
	if n := r.rarest(but); n >= 0 && !slices.ContainsFunc(r.states[n].hashes, frequent.has) {
		return r.states[n].hashes
	}
	return nil
}

// rarest is the state, but for one, that must take a word and whose words are the rarest ones;
// -1 for none.
func (r *rule) rarest(but int) int {
	best, worst := -1, 0
	for i, s := range r.states {
		if s.what != literal || s.skip || i == but {
			continue
		}
		n := 1
		for _, h := range s.hashes {
			if frequent.has(h) {
				n += 100
			}
		}
		if best < 0 || n < worst {
			best, worst = i, n
		}
	}
	return best
}

// frequent are words that make a bad key: every paragraph has them.
var frequent = setOf("a", "an", "the", "is", "was", "are", "of", "to", "on", "in", "by", "for", "from", "and", "or", "this", "not", "no", "has", "have", "been", "be",
	"you", "us", "our", "at", "with", "as", "it", "his", "her", "do", "does", "out", "up", "if", "about", "who", "will", "can", "may", "any", "more", "new", "news", "said", "former")

func must(list []rule, err error) []rule {
	if err != nil {
		panic("junk: " + err.Error())
	}
	return list
}
