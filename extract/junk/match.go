package junk

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// sets are the states of a rule of each kind, as bits, and how many words it
// may take.
type sets struct {
	skip, loop, gaps           uint64
	any, names, dates, figures uint64
	words                      uint64
	end                        uint64
	least, most                int
}

func setsOf(states []state) sets {
	x := sets{end: 1 << len(states)}
	for i := range states {
		s, bit := &states[i], uint64(1)<<i
		switch s.what {
		case gap:
			x.gaps |= bit
			continue
		case anyWord:
			x.any |= bit
		case nameWord:
			x.names |= bit
		case dateWord:
			x.dates |= bit
		case figureWord:
			x.figures |= bit
		default:
			x.words |= bit
		}
		x.most++
		if s.skip {
			x.skip |= bit
		} else {
			x.least++
		}
		if s.loop {
			x.loop |= bit
		}
	}
	if x.loop != 0 {
		x.most = longDisclaimer
	}
	return x
}

// match runs the rule over the words and gives how many of them it takes; 0
// where it does not match. A lead takes as many as it can from the start, all
// others take the whole piece or nothing.
func (r *rule) match(words []word) int {
	x := &r.sets
	leads := r.leads()
	if len(words) < x.least || !leads && len(words) > x.most {
		return 0
	}
	active := reach(1, x.skip)
	best := 0
	for n := range words {
		if active&^x.end == 0 || leads && n > 12 {
			break
		}
		w := &words[n]
		take := active & x.any
		if active&x.names != 0 && (w.is&(capital|date) == capital || w.is&joinsNames != 0) {
			take |= active & x.names
		}
		if active&x.dates != 0 && w.is&(date|joinsDates) != 0 {
			take |= active & x.dates
		}
		if w.is&figure != 0 {
			take |= active & x.figures
		}
		for left := active & x.words; left != 0; left &= left - 1 {
			i := bits.TrailingZeros64(left)
			if st := &r.states[i]; st.bits>>(w.hash>>26)&1 != 0 && slices.Contains(st.hashes, w.hash) {
				take |= 1 << i
			}
		}
		skip := x.skip
		if w.is&divided != 0 {
			skip |= x.gaps
		}
		active = reach(take<<1|take&x.loop, skip)
		if active&x.end != 0 {
			best = n + 1
		}
	}
	if !leads && best < len(words) {
		return 0
	}
	return best
}

// leads says whether the rule takes only the beginning of a piece.
func (r *rule) leads() bool { return r.place == lead || r.place == label || r.place == hint }

// reach adds the states that can be reached without a word more, by skipping:
// the sum carries each bit to the end of its run of those that may be skipped.
func reach(active, skip uint64) uint64 {
	return active | ((active&skip + skip) ^ skip)
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
		if r != nil && asks[r.kind] && reports(a.of(i)) { // "Sign up for it or leave, she told them."
			r = nil
		}
		if r != nil && (a.mayBeTitle(r, i) || narrates(r, a.of(i), a.pieces[i].Text)) {
			r = nil
		}
		if r == nil {
			if kind := a.nameOf(i, i < first || i == first && i < last, i >= last); kind != "" && !(kind == "credit" && a.titles(i)) {
				a.cut(i, kind)
			}
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

// aboveHeadline is how many lines that were cut may stand above a headline.
const aboveHeadline = 16

// headlined says whether piece i is the story's headline, whatever else it reads
// like: nothing is kept before it, it ends like no sentence, and two of three of
// its longer words stand in the story. "Former Courier Editor Dies At 84"
func (a *article) headlined(i int) bool {
	if i >= aboveHeadline {
		return false
	}
	for k := range i {
		if a.kept(k) && a.spans[k].end > a.spans[k].start {
			return false
		}
	}
	words := a.of(i)
	if len(words) < 4 || len(words) > longTeaser || byWords.has(words[0].hash) || strings.HasSuffix(a.pieces[i].Text, ".") {
		return false
	}
	longer, shared := a.shares(i)
	return longer >= 3 && shared*3 >= longer*2
}

// mayBeTitle says whether piece i, which a rule takes, is the headline for all that.
func (a *article) mayBeTitle(r *rule, i int) bool {
	switch r.place {
	case edge:
		return a.headlined(i)
	case open:
		return false
	}
	return a.titles(i)
}

// titles says whether piece i is the headline right above the story, though it reads
// like furniture: "Sign up for the new bus pass by Friday", "Photos: Hundreds march".
func (a *article) titles(i int) bool {
	words := a.of(i)
	if i+1 >= len(a.pieces) || !a.headlined(i) || len(words) < 6 && !slices.ContainsFunc(words, func(w word) bool { return w.is&(capital|figure) == 0 }) { // "Share Tweet Pin Email"
		return false
	}
	for k := i + 1; k < len(a.pieces); k++ {
		if a.kept(k) {
			return a.paragraph(k)
		}
	}
	return false
}

// narrates says whether a line that a rule takes is a sentence that tells of others
// and addresses nobody: "Terms of the deal were not disclosed.", or one that only
// begins as a heading does: "More news is expected on Thursday."
func narrates(r *rule, words []word, s string) bool {
	if len(words) < 5 || !strings.HasSuffix(s, ".") {
		return false
	}
	of := allOf(words)
	if of&(toReader|ofUs|sign) != 0 {
		return false
	}
	return tellsNothing[r.kind] && (of&ofOthers != 0 || r.place == open && r.kind == "story_list")
}

// tellsNothing has kinds of furniture in which nothing is told of the past or of
// others; notes, disclaimers, bylines and the like do.
var tellsNothing = map[string]bool{"copyright": true, "credit": true, "signup": true, "app_promo": true, "story_list": true, "share": true, "contact": true, "advert": true, "poll": true, "tags": true, "listen": true, "ticker": true}

// asks are kinds of furniture that ask the reader for something or lead to other
// stories, and tell of nobody who said so.
var asks = map[string]bool{"signup": true, "contact": true, "share": true, "comments": true, "poll": true, "app_promo": true, "story_list": true}

// person says whether the second word of piece i is a first name: "About Oona
// Marsh" is about the author, "About Acme Dredging" about who paid.
func (a *article) person(i int) bool {
	words := a.of(i)
	if len(words) < 2 {
		return false
	}
	return isFirstName(a.pieces[i].Text[words[1].start:words[1].end])
}

// rule gives the first rule that takes piece i, at the edge of the story or
// within.
func (a *article) rule(i int, atEdge bool) *rule {
	f := &a.fact(i).found
	if !f.sought {
		f.sought = true
		seek(a.of(i), a.spans[i].all, f)
	}
	if atEdge {
		return f.edge
	}
	return f.within
}

// allOf is the sum of the marks of words.
func allOf(words []word) (all mark) {
	for i := range words {
		all |= words[i].is
	}
	return all
}

// found are the rules that take a piece.
type found struct {
	sought       bool
	edge, within *rule
}

// seek finds the rules that take words, of whose marks all is the sum.
func seek(words []word, all mark, f *found) {
	if len(words) == 0 || len(words) > longDisclaimer {
		return
	}
	try := func(list []*rule) {
		for _, r := range list {
			if r.needs != 0 && all&r.needs == 0 || len(words) < r.sets.least || len(words) > r.longest || r.place == edge && f.edge != nil || r.match(words) == 0 {
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
		if try(byWord.firsts.of(words[0].hash)); f.within != nil {
			return
		}
	}
	if all&insideRule == 0 {
		return
	}
	for j := range words[:min(len(words), longLine)] {
		if words[j].is&insideRule == 0 {
			continue
		}
		if try(byWord.inner.of(words[j].hash)); f.within != nil {
			return
		}
	}
}

// story gives the first and the last piece that is a paragraph of some length.
func (a *article) story() (first, last int) {
	first, last = len(a.pieces), -1
	for i := range a.pieces {
		if a.kept(i) && a.paragraph(i) && !(a.page && a.pieces[i].Kind == extract.Heading) { // a page's heading that is a sentence stands above the story
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
	return len(words) >= 12 && sentenceEnd(a.pieces[i].Text) && a.rule(i, true) == nil
}

func quoted(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case '"':
		return true
	case '\'':
		return len(s) > 1 && s[1] == '\''
	case 0xe2: // “ ‘
		return len(s) > 2 && s[1] == 0x80 && (s[2] == 0x9c || s[2] == 0x98)
	}
	return false
}

func sentenceEnd(s string) bool {
	for len(s) > 0 {
		switch c := s[len(s)-1]; {
		case c == '.', c == '!', c == '?':
			return true
		case c == ')', c == '"', c == '\'':
			s = s[:len(s)-1]
			continue
		case c < utf8.RuneSelf:
			return false
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
