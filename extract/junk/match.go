package junk

import "github.com/quoth/quoth/internal/lexicon"

// match runs the rule over the words and gives how many of them it takes; 0
// where it does not match. A lead takes as many as it can from the start, all
// others take the whole piece or nothing.
func (r *rule) match(words []word) int {
	end := uint64(1) << len(r.states)
	active := r.close(1, false)
	best := 0
	for n := range words {
		if active&^end == 0 || r.leads() && n > 12 {
			break
		}
		var next uint64
		for i := range r.states {
			if active&(1<<i) == 0 || !r.states[i].takes(&words[n]) {
				continue
			}
			next |= 1 << (i + 1)
			if r.states[i].loop {
				next |= 1 << i
			}
		}
		active = r.close(next, words[n].is&divided != 0)
		if active&end != 0 {
			best = n + 1
		}
	}
	if !r.leads() && best < len(words) {
		return 0
	}
	return best
}

// leads says whether the rule takes only the beginning of a piece.
func (r *rule) leads() bool { return r.place == lead || r.place == label || r.place == hint }

// close adds the states that can be reached without a word more.
func (r *rule) close(active uint64, divided bool) uint64 {
	for i := range r.states {
		if active&(1<<i) != 0 && (r.states[i].skip || divided && r.states[i].what == gap) {
			active |= 1 << (i + 1)
		}
	}
	return active
}

func (s *state) takes(w *word) bool {
	switch s.what {
	case anyWord:
		return true
	case gap:
		return false
	case nameWord:
		return w.is&capital != 0 && w.is&date == 0 || nameJoiners.has(w.hash)
	case dateWord:
		return w.is&date != 0 || dateJoiners.has(w.hash)
	case figureWord:
		return w.is&figure != 0
	}
	for _, h := range s.hashes {
		if h == w.hash {
			return true
		}
	}
	return false
}

var (
	nameJoiners = setOf("and", "de", "van", "von", "der", "da", "del", "bin", "al", "el", "la", "le", "&", "y", "for", "of", "in")
	dateJoiners = setOf("at", "on", "of", "the")
	dateWords   = setOf("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"am", "pm", "a.m", "p.m", "ist", "est", "edt", "et", "pt", "pst", "pdt", "cst", "cdt", "gmt", "utc", "bst", "cet", "cest", "aest", "pkt", "sgt", "hkt", "wat",
		"ago", "hour", "hours", "hrs", "hr", "min", "mins", "minute", "minutes", "day", "days", "week", "weeks", "today", "yesterday",
		"1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th", "13th", "14th", "15th", "16th", "17th", "18th", "19th", "20th",
		"21st", "22nd", "23rd", "24th", "25th", "26th", "27th", "28th", "29th", "30th", "31st")
)

// longest of a line that a rule may take, in words: disclaimers are long,
// everything else that is longer is likely to be a paragraph of the story.
const (
	longLine       = 45
	longDisclaimer = 170
)

// cutByRules holds every piece against the rules.
func (a *article) cutByRules() {
	first, last := a.story()
	for i := range a.pieces {
		if !a.kept(i) || quoted(a.pieces[i].Text) {
			continue
		}
		r := a.rule(i, i < first || i > last)
		if r == nil {
			continue
		}
		name := r.kind
		if name == "company" && a.person(i) {
			name = "byline"
		}
		a.cut(i, name)
		a.learned = append(a.learned, learned{i, name})
		if r.place == open {
			a.opened = append(a.opened, opened{i, r})
		}
	}
}

// person says whether the second word of piece i is a first name: "About Oona
// Marsh" is about the author, "About Acme Dredging" about who paid.
func (a *article) person(i int) bool {
	words := a.of(i)
	if len(words) < 2 {
		return false
	}
	_, known := lexicon.FirstName(a.pieces[i].Text[words[1].start:words[1].end])
	return known
}

// rule gives the first rule that takes piece i, at the edge of the story or
// within.
func (a *article) rule(i int, atEdge bool) *rule {
	if a.found == nil {
		a.found = make([]found, len(a.pieces))
	}
	f := &a.found[i]
	if !f.sought {
		f.sought = true
		a.seek(a.of(i), f)
	}
	if atEdge {
		return f.edge
	}
	return f.within
}

// found are the rules that take a piece.
type found struct {
	sought       bool
	edge, within *rule
}

func (a *article) seek(words []word, f *found) {
	if len(words) == 0 || len(words) > longDisclaimer {
		return
	}
	try := func(list []*rule) {
		for _, r := range list {
			if r.leads() || len(words) > longLine && r.kind != "disclaimer" || r.place == edge && f.edge != nil || r.match(words) == 0 {
				continue
			}
			if f.edge == nil {
				f.edge = r
			}
			if r.place != edge {
				f.within = r
				return
			}
		}
	}
	if words[0].is&startsRule != 0 {
		try(byWord.firsts[words[0].hash])
	}
	for j := range words[:min(len(words), longLine)] {
		if f.within != nil {
			return
		}
		if words[j].is&insideRule != 0 {
			try(byWord.inner[words[j].hash])
		}
	}
}

// story gives the first and the last piece that is a paragraph of some length.
func (a *article) story() (first, last int) {
	first, last = len(a.pieces), -1
	for i := range a.pieces {
		if a.kept(i) && a.paragraph(i) {
			first = min(first, i)
			last = i
		}
	}
	return first, last
}

// paragraph says whether piece i reads like one: of twelve words or more that
// end in a full stop or a closing mark, and no furniture by a rule.
func (a *article) paragraph(i int) bool {
	words := a.of(i)
	return len(words) >= 12 && sentenceEnd(a.pieces[i].Text) && (len(words) > longLine || a.rule(i, true) == nil)
}

func quoted(s string) bool {
	for _, mark := range [...]string{"“", "\"", "‘", "''"} {
		if len(s) >= len(mark) && s[:len(mark)] == mark {
			return true
		}
	}
	return false
}

func sentenceEnd(s string) bool {
	for len(s) > 0 {
		switch s[len(s)-1] {
		case '.', '!', '?':
			return true
		case ')', '"', '\'':
			s = s[:len(s)-1]
			continue
		}
		for _, mark := range [...]string{"”", "’", "…"} {
			if len(s) >= len(mark) && s[len(s)-len(mark):] == mark {
				if mark == "…" {
					return true
				}
				s = s[:len(s)-len(mark)]
				goto again
			}
		}
		return false
	again:
	}
	return false
}
