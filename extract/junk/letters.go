package junk

import (
	"strings"

	"github.com/quoth/quoth/internal/lexicon"
)

// weighLetters is for a small letter before a capital one.
func (a *article) weighLetters(s string, start, i int, w, rest string, cue bool) int {
	l := wordBefore(s, i)
	if !cue && firstNames(l, w) { // "RoseAnn"
		return 0
	}
	if namePrefix[l] || len(l) < 2 && l != "a" && l != "s" && l != "t" && l != "d" || a.times(l+w) > 1 && !common(strings.ToLower(l+w)) || camel(l+w) { // "Meets WithIn recent weeks", and "within" elsewhere
		return 0
	}
	r := a.opens(w, rest)
	if w == "O" && r != unknown {
		w = "O'" // "the dam's legacyO’Malley’s campaign"
	}
	if l == "a" && (len(w) > 1 && r == certain || !a.page && start == 0 && (r == certain || r == likely && len(w) > 2 || participle(w, rest)) && headlike(wordsOf(s[:i]))) { // "Why the valley is aTargeting the towns"
		return max(r, likely)
	}
	if (l == "s" || l == "t" || (l == "re" || l == "d" || l == "ll" || l == "ve") && r == certain) && apostrophe(s[:i-len(l)]) { // "the GOP'sWhen", "Couldn'tHouse", "what you'reThe"
		return r
	}
	if len(l) < 2 || len(w) < 2 && r == unknown {
		return 0
	}
	sureLeft := a.ends(l)
	if cue {
		if r == unknown && sureLeft == unknown && len(l) < 4 {
			return 0
		}
		return 1 + sureLeft + r
	}
	head := s[start:i]
	words := wordsOf(head)
	heads := start == 0 && headlike(words)
	if heads && !a.page && len(w) > 2 && lower(w[1]) && bare(rest) && (r != unknown || startsName(rest)) && breaksOff.has(words[len(words)-1].hash) { // "Why the Valley Must Decide If HeAmnesty International said"
		return likely + likely
	}
	if heads && !a.page && len(l) > 2 && !isFirstName(l) && personAhead(w, rest) { // "a bad day for AdairLance Kettle, 49, a"
		return likely + likely
	}
	if sureLeft == unknown && heads && len(l) > 4 && !upper(l[0]) { // no brand begins with five small letters
		sureLeft = likely
	}
	if r == unknown {
		// "in their politicalAbsent his plan": the word in front must be a common one.
		if len(w) < 3 || !lower(w[1]) || sureLeft == unknown || !bare(rest) && !strings.HasPrefix(rest, ":") {
			return 0
		}
		if heads && !upper(l[0]) {
			return sureLeft
		}
		if !bare(rest) || len(l) < 3 || len(l) == 3 && (len(words) < 6 || !titleCase(words)) || upper(l[0]) && (len(words) < 4 || !titleCase(words)) || !upper(l[0]) && !common(l) {
			return 0
		}
		r = likely
	}
	if len(words) < 2 && !(start == 0 && labels.has(words[0].hash)) && a.lineRule(head) == nil {
		return 0
	}
	if !heads && sentence(words) {
		return 0
	}
	// A page's markup parts its blocks: of 140 seams between letters that were
	// found there, 110 ran through a name ("SwitchUp", "teamLab", "orderDate").
	if a.page && (r < certain || len(w) > 1 && !lower(w[1]) || (upper(l[0]) || halves[w]) && !titleCase(words) || halves[w] && len(words) < 4) {
		return 0
	}
	if !upper(l[0]) {
		// A small letter in front makes no brand but "iPhone" and the like.
		if sureLeft == unknown && len(l) < 3 {
			return 0
		}
		return sureLeft + r
	}
	// "BuzzFeed reported": two capitalised words in one are a brand more often
	// than a seam, unless all of the heading is written in capitals.
	switch {
	case brandEnds[w] && !titleCase(words): // "CME's FedWatch tool"
	case says(w, rest): // "the charity WasteNot says"
	case titleCase(words), r == certain && (!halves[w] || a.known(l)):
		return sureLeft + r
	case len(words) > 2 && a.named(l) && a.named(w) && !common(strings.ToLower(w)): // "ties with RussiaTrump"
		return sureLeft + r
	case heads && r >= likely && !halves[w] && (a.times(l) > 0 && a.seen(l) || lexicon.Place(l) != lexicon.NoPlace) && len(w) > 2: // "no jobs for CorranCoal miners"
		return sureLeft + r
	case heads && r >= likely && a.times(w) > 0 && a.named(w) && !common(strings.ToLower(w)) && words[len(words)-2].is&capital != 0: // "a juggling act for Kelly AyotteTrump"
		return r
	case heads && len(l) > 3 && !common(strings.ToLower(l)) && !isFirstName(l) && (a.times(w) > 1 && a.seen(w) && !common(strings.ToLower(w)) || r == likely && participle(w, rest)): // "Push to oust TrumpAdair released", "a win for TrumpComplicating matters,"
		return likely + likely
	case heads && r == certain && len(l) > 4 && !common(strings.ToLower(l)): // "in praise of BrexitOne member"
		return r
	}
	return 0
}

// headlike says whether the words at the start of a piece may be a headline, which
// tells in the present.
func headlike(words []word) bool {
	if len(words) < 3 || len(words) > 12 || words[0].is&(capital|capitals|figure) == 0 {
		return false
	}
	for i := range words {
		if size := words[i].end - words[i].start; size > longestWord || tellsPast.has(words[i].hash) || words[i].is&ended != 0 && size > 4 {
			return false
		}
	}
	return true
}

const longestWord = 20 // letters; more are several words run together

var tellsPast = setOf("said", "told", "was", "were", "had", "did", "been", "would", "added", "asked", "wrote", "called", "tweeted", "declared")

func firstNames(l, w string) bool {
	return isFirstName(l) && secondHalf[w]
}

// breaksOff has words with which no brand begins, and a headline ends only where it
// breaks off.
var breaksOff = setOf("of", "and", "with", "if", "he", "she", "they", "is", "was", "were", "has", "had", "have", "the", "that", "who", "his", "her", "their", "its", "will", "would", "should", "could", "from", "than", "as", "or")

// startsName says whether another word of a name follows.
func startsName(rest string) bool { return len(rest) > 2 && upper(rest[1]) && lower(rest[2]) }

// participle says whether w opens a sentence as "Complicating matters, …" does.
func participle(w, rest string) bool {
	return len(w) > 6 && strings.HasSuffix(w, "ing") && len(rest) > 1 && rest[0] == ' ' && lower(rest[1])
}

// personAhead says whether a sentence begins with somebody and what the paper says
// of them: "Lance Kettle, 49, a", "Jo Ash (R-Utah) said".
func personAhead(w, rest string) bool {
	if len(w) < 2 || !lower(w[1]) || !startsName(rest) {
		return false
	}
	last, behind := wordAt(rest, 1)
	if len(last) < 3 || inner(last) {
		return false
	}
	if rest, ok := strings.CutPrefix(behind, ", "); ok {
		return rest != "" && '0' <= rest[0] && rest[0] <= '9' || strings.HasPrefix(rest, "a ") || strings.HasPrefix(rest, "an ") || strings.HasPrefix(rest, "the ") || strings.HasPrefix(rest, "who ") || strings.HasPrefix(rest, "whose ")
	}
	return strings.HasPrefix(behind, " (R-") || strings.HasPrefix(behind, " (D-")
}

// labels are names of sections that stand before a headline or paragraph.
var labels = setOf("opinion", "news", "sport", "sports", "politics", "world", "business", "analysis", "comment", "exclusive", "culture", "lifestyle", "national", "editorial", "feature", "features")

var secondHalf = map[string]bool{"Ann": true, "Anne": true, "Anna": true, "Beth": true, "Ellen": true, "Jean": true, "Jo": true, "Kate": true, "Lee": true, "Lou": true, "Lyn": true, "Lynn": true, "Mae": true, "Marie": true, "Rae": true, "Sue": true}

// halves lists words that open sentences and are the second half of brands
// ("LinkedIn", "MoveOn").
var halves = map[string]bool{"In": true, "On": true, "Up": true, "Out": true, "Now": true, "You": true, "All": true, "One": true, "Over": true, "Be": true, "My": true,
	"For": true, "Off": true, "Us": true, "At": true, "Here": true, "To": true, "Ever": true, "Only": true, "More": true, "Most": true, "Next": true, "Like": true, "Just": true, "Two": true, "First": true, "By": true}

// brandEnds lists imperatives that brands end with: "CarCheck".
var brandEnds = map[string]bool{"Watch": true, "Check": true, "View": true, "Find": true, "Look": true, "Read": true, "Share": true, "Click": true, "Call": true, "Write": true, "Follow": true, "Start": true, "Works": true}

// says says whether a verb that tells what somebody does follows w, the half of a word
// that no subject is: then both halves are the subject.
func says(w, rest string) bool {
	switch w {
	case "Not", "No", "Now", "Here", "Just", "Only", "Less", "More", "First", "Next", "Over", "Up", "Out", "Off", "On", "In", "To", "By", "For", "At", "With", "Like", "Well", "Ever", "Be", "My", "Us":
	default:
		return false
	}
	verb, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
	switch verb {
	case "says", "said", "has", "had", "is", "was", "will", "would", "announced", "reported", "told", "wants", "plans", "wrote", "added", "did", "does":
		return rest != "" && rest[0] == ' '
	}
	return false
}

// named says whether w stands elsewhere as a name or the lexicon has it as one.
func (a *article) named(w string) bool {
	return name(w) || a.seen(w)
}

// sentence says whether the words before a seam are the beginning of one: they
// report, and break off at a word that binds ("he was referring to").
func sentence(words []word) bool {
	if len(words) == 0 || !bindings.has(words[len(words)-1].hash) {
		return false
	}
	for i := range words {
		if reporting.has(words[i].hash) && words[i].is&capital == 0 {
			return true
		}
	}
	return false
}

// known says whether w is a name that stands elsewhere in the article or in the
// lexicon; "Linked" of "LinkedIn" is neither.
func (a *article) known(w string) bool {
	return name(w) || a.times(w) > 0
}

// namePrefix lists what stands before a capital within one name.
var namePrefix = map[string]bool{"Mc": true, "Mac": true, "De": true, "Di": true, "Da": true, "Du": true, "Del": true, "La": true, "Le": true, "Van": true, "Vander": true,
	"Von": true, "Fitz": true, "San": true, "St": true, "Ben": true, "Al": true, "El": true, "Jo": true, "Lu": true, "Mary": true, "Anne": true, "Ph": true, "Sri": true, "Ko": true, "Te": true}
