package junk

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// gluedCue says of how many words a teaser's cue is that is written in capitals
// and runs into the title, at the first place of s where it may: "ALSO READThird-party contenders".
func (a *article) gluedCue(words []word, s string, glues []int32) (int, *rule) {
	if len(words) < 4 || words[0].is&startsRule == 0 || len(glues) == 0 {
		return 0, nil
	}
	from := int(glues[0])
	if from == 0 || from > 24 || from+1 >= len(s) || !upper(s[from-1]) || !upper(s[from]) || !lower(s[from+1]) {
		return 0, nil
	}
	cue := wordsOf(s[:from])
	for i := range cue {
		if cue[i].is&capitals == 0 {
			return 0, nil
		}
	}
	cue[len(cue)-1].is |= divided
	if n, r := a.teaser(cue, false); n == len(cue) {
		return n, r
	}
	return 0, nil
}

// gluedFurniture gives where a paragraph begins behind a line of furniture that
// ends in a full stop and runs into it, and what that is: "Subscribe to read
// on.The council met". A blank alone is lost there too, so it must be furniture
// beyond doubt: by a rule, or by its words as at the end of a story. A heading
// in title case with a full stop is told likewise, and is of no kind.
func (a *article) gluedFurniture(words []word, p part) (at int, kind string) {
	if p.Kind != extract.Paragraph || p.span.glues == p.span.gluesEnd || len(words) < 8 {
		return 0, ""
	}
	if at, kind = bracketSeam(p.Text); at > 0 {
		return at, kind
	}
	if at, kind = a.gluedLine(p); at > 0 {
		return at, kind
	}
	if at = addressSeam(p.Text, a.gluesOf(p.span)); at > 0 && !a.page {
		return at, ""
	}
	if at = stopSeam(p.Text, a.gluesOf(p.span)); at == 0 || len(p.Text)-at < 20 {
		return 0, ""
	}
	head := wordsOf(p.Text[:at])
	if len(head) < 2 || len(head) > longTeaser || quoted(p.Text) {
		return 0, ""
	}
	var f found
	if seek(head, allOf(head), &f); f.edge != nil && f.edge.kind != "disclaimer" {
		return at, f.edge.kind
	}
	if kind = weighFurniture(head, p.Text[:at]); kind == "" && a.scores && (len(head) < 5 || !titleCase(head)) && addressing(head, p.Text[:at]) {
		kind = kindOf(head, p.Text[:at])
	}
	if kind == "" && (len(head) < 5 || !titleCase(head)) {
		return 0, ""
	}
	return at, kind
}

// addressSeam gives where a paragraph begins right behind an address in which a line
// ends: "Seen it happen? Email desk@example.comThe council met". It is 0 for none.
func addressSeam(s string, glues []int32) int {
	const longest = 200
	for _, g := range glues {
		at := int(g)
		if at > longest || at+20 > len(s) {
			return 0
		}
		if at < 8 || !lower(s[at-1]) || !glued(s, at) {
			continue
		}
		from := strings.LastIndexByte(s[:at], ' ') + 1
		dot := strings.LastIndexByte(s[from:at], '.')
		if dot < 2 || !topLevel[s[from+dot+1:at]] {
			continue
		}
		if w, rest := wordAt(s, at+opening(s, at)); w != "" && (bare(rest) || rest[0] == '.' || rest[0] == '-') {
			return at
		}
	}
	return 0
}

// topLevel has the last part of most addresses.
var topLevel = map[string]bool{"com": true, "org": true, "net": true, "edu": true, "gov": true, "co": true, "uk": true, "ie": true, "in": true, "au": true, "nz": true, "ca": true, "za": true, "ng": true, "ke": true,
	"ph": true, "my": true, "pk": true, "sg": true, "us": true, "eu": true, "info": true, "news": true, "tv": true, "io": true, "fm": true, "int": true}

// bracketSeam gives where a paragraph begins right behind square brackets with the
// title of another story in them or what a page was made of: "[In maps: where the
// water went]The council met", "[gallery]“We met".
func bracketSeam(s string) (at int, kind string) {
	const longest = 160
	if s[0] != '[' {
		return 0, ""
	}
	at = strings.IndexByte(s[:min(len(s), longest)], ']') + 1
	if at < 4 || at+20 > len(s) || !glued(s, at) || strings.IndexByte(s[1:at], '[') >= 0 {
		return 0, ""
	}
	switch words := wordsOf(s[:at]); {
	case bracketed(words, s[:at]):
		return at, "teaser"
	case len(words) < 3 && lower(s[1]):
		return at, "embed"
	}
	return 0, ""
}

// gluedLine is for a line of furniture without a full stop that a rule knows:
// "after newsletter promotionThe council met". What a rule takes anywhere is
// left to it, as a heading.
func (a *article) gluedLine(p part) (at int, kind string) {
	glues := a.gluesOf(p.span)
	first := a.words[p.span.start] // most paragraphs are told by it
	for _, g := range glues[:min(len(glues), gluedLines)] {
		at := int(g)
		if g > first.end && first.is&(startsRule|sign|figure) == 0 {
			break
		}
		if at < 6 || at > 120 || len(p.Text)-at < 20 || !glued(p.Text, at) || odd(p.Text, at) || quoted(p.Text) {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(p.Text[:at]); !unicode.IsLetter(before) {
			continue
		}
		w, rest := wordAt(p.Text, at+opening(p.Text, at))
		sure := a.opens(w, rest)
		head := wordsOf(p.Text[:at])
		if len(head) == 0 || head[0].is&(startsRule|sign|figure) == 0 {
			continue
		}
		last := head[len(head)-1]
		advert := len(head) == 1 && last.hash == advertWord
		if advert && sure == unknown && len(w) > 2 && bare(rest) { // "AdvertisementCarter’s secretary"
			sure = likely
		}
		if sure == unknown || !advert && !platforms.has(last.hash) &&
			(len(head) == 1 && last.is&capitals == 0 || last.is&(capital|capitals) == capital && (sure < certain || halves[w])) { // "Subscribe to the DunmorePost or go without"
			continue
		}
		var f found
		if seek(head, allOf(head), &f); f.within != nil {
			return at, ""
		} else if f.edge != nil && f.edge.kind != "disclaimer" {
			return at, f.edge.kind
		}
	}
	return 0, ""
}

var (
	advertWord = hashOf("advertisement")
	platforms  = setOf("instagram", "facebook", "twitter", "youtube", "tiktok", "threads", "bluesky", "telegram", "whatsapp", "reddit", "linkedin")
)

// gluedLines is how many places are looked at for the end of a line of furniture.
const gluedLines = 3

// findLabelled is for the title of another story under a label that no rule
// knows: "Recap: How the dam came to leakThe council met". Less has to speak for
// a seam there than in a sentence; whether it is furniture, others say.
func (a *article) findLabelled(p part) (seam, bool) {
	if p.Kind != extract.Paragraph || len(a.pieces) == 0 || p.span.glues == p.span.gluesEnd {
		return seam{}, false
	}
	if !upper(p.Text[0]) && p.Text[0] != '[' || !a.labelled(p) {
		return seam{}, false
	}
	n, dash := labelEnd(p.Text)
	if n == 0 {
		n, dash = a.longLabelEnd(p.Text), true
	}
	if n+1 >= len(p.Text) || n < 4 || p.Text[n] != ' ' || lower(p.Text[n+1]) {
		return seam{}, false
	}
	s, ok := a.findTitle(p.Text, n)
	if !ok || len(wordsOf(p.Text[n:s.at])) < 3 || (dash || s.sure < labelledSeam) && !(a.scores && leading(wordsOf(p.Text[:n]))) {
		return seam{}, false
	}
	return seam{at: s.at, sure: s.sure}, true
}

// labelEnd gives where a label of four words or fewer at the start of s ends, behind
// its colon, bar or the like, and whether that is a dash; 0 for no label.
func labelEnd(s string) (end int, dash bool) {
	blanks := 0
	for i := range min(len(s), longLabel) {
		switch s[i] {
		case ':', '|':
			return i + 1, false
		case 0xc2:
			if strings.HasPrefix(s[i:], "¦") || strings.HasPrefix(s[i:], "»") {
				return i + len("»"), false
			}
		case ' ':
			for _, sign := range [...]string{" - ", " – ", " — "} {
				if strings.HasPrefix(s[i:], sign) {
					return i + len(sign) - 1, true
				}
			}
			if blanks++; blanks > 4 {
				return 0, false
			}
		}
	}
	return 0, false
}

// longLabelEnd is the same for a label that is a sentence to the reader: "The whole of
// it is for members, but you can read this: ". It is 0 for none, or one that does not lead.
func (a *article) longLabelEnd(s string) int {
	const longest, words = 110, 20
	if s[0] == '[' { // "[WATCH] "
		if n := strings.IndexByte(s[:min(len(s), longLabel)], ']') + 1; n > 4 && strings.ToUpper(s[:n]) == s[:n] && strings.Count(s[:n], " ") < 3 {
			return n
		}
		return 0
	}
	n := strings.Index(s[:min(len(s), longest)], ": ") + 1
	if n < longLabel/2 || !a.scores || strings.ContainsAny(s[:n], "\"“”") {
		return 0
	}
	if label := wordsOf(s[:n]); len(label) > words || !slices.ContainsFunc(label, func(w word) bool { return w.is&toReader != 0 }) {
		return 0
	}
	return n
}

// leading says whether the words of a label lead to other stories, as far as the
// scorer knows: "One year ago:", "Worth a read:".
func leading(label []word) bool {
	var features [128]uint32
	l := looks{length: bucketOf(len(label)), end: 3}
	return weigh(describeWords(features[:0], label, &l, knows)) > leadingWeight
}

const leadingWeight = 60

// longLabel is how many bytes a label has at most.
const longLabel = 32

// labelled says whether a label may begin the paragraph: a colon, bar or the like
// stands behind one of its first words, or there is what is no ASCII.
func (a *article) labelled(p part) bool {
	for _, w := range a.words[p.span.start:p.span.end] {
		if w.start >= 3*longLabel {
			break
		}
		if w.is&divided != 0 {
			return true
		}
	}
	return p.Text[0] == '[' || strings.IndexByte(p.Text[:min(len(p.Text), longLabel+1)], 0xc2) >= 0 // ¦ »
}

// labelledSeam is how sure a seam must be: both words beside it are known.
const labelledSeam = 3

// stopSeam gives where a sentence begins, in its marks or without, right behind
// the full stop of the one before it: the first such place, 0 for none.
func stopSeam(s string, glues []int32) int {
	s = s[:min(len(s), 300)] // furniture is short
	for _, g := range glues {
		at := int(g)
		if at >= len(s) {
			break
		}
		if at < 12 || !glued(s, at) {
			continue
		}
		if c := s[at-1]; c != '.' && c != '!' && c != '?' || !lower(s[at-2]) {
			continue
		}
		next := at
		switch {
		case s[at] == 0xe2:
			next += len("“")
		case s[at] == '"' && !strings.Contains(s[:at], " \""):
			next++
		case strings.HasPrefix(s[at:], "''"):
			next += 2
		}
		if next+1 >= len(s) || !upper(s[next]) {
			continue
		}
		if c := s[next+1]; lower(c) || c == ' ' || c == '\'' || c == ':' || strings.HasPrefix(s[next+1:], "’") {
			return at
		}
		if w, rest := wordAt(s, next); opensDateline(w, rest) {
			return at
		}
	}
	return 0
}
