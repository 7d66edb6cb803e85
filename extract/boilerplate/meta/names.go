package meta

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/internal/lexicon"
)

//go:embed data/bywords.txt
var byData string

//go:embed data/roles.txt
var roleData string

//go:embed data/agencies.txt
var agencyData string

var byWords = sync.OnceValue(func() map[string]string { return table(byData) })
var roles = sync.OnceValue(func() map[string]string { return table(roleData) })
var agencies = sync.OnceValue(func() map[string]string { return table(agencyData) })

func table(data string) map[string]string {
	m := map[string]string{}
	for word, value := range entries(data) {
		m[word] = value
	}
	return m
}

// credit is who a byline says made the article.
type credit struct {
	people   []string
	groups   []string // "Example Staff"
	agencies []string // as the list of agencies names them
	by       bool     // a word as "By" stood before
}

func (c *credit) empty() bool { return len(c.people)+len(c.groups)+len(c.agencies) == 0 }

const maxPeople = 40

// readCredit reads the text of a byline: names with "By" and roles around
// them, several joined by commas and conjunctions, on one line or many.
func readCredit(text string) credit {
	var c credit
	for line := range strings.SplitSeq(cut(text, 1200), "\n") {
		full := false
		for _, part := range splitAny(line, lineMarks) {
			full = c.readPart(part, full)
		}
	}
	return c
}

// creditOfTag is readName of a tag's value, which may have the surname first:
// "Roe, Ann".
func creditOfTag(value string, surnameFirst bool) credit {
	if last, given, ok := strings.Cut(value, ", "); ok && len(strings.Fields(last)) == 1 && !lower(last) {
		if words := strings.Fields(given); len(words) > 0 && len(words) < 3 && (surnameFirst || isGiven(words[0])) && isPerson(given) {
			value = given + " " + last
		}
	}
	return readName(value)
}

// isGiven says whether a word is a given name or an initial.
func isGiven(w string) bool {
	_, given := lexicon.FirstName(w)
	return given || len(w) == 2 && w[1] == '.'
}

// readName reads a text that is the author's name and nothing else, as tags
// for machines have it.
func readName(text string) credit {
	c := readCredit(text)
	if c.empty() {
		return penCredit(text)
	}
	return c
}

// penCredit is the credit of a short text that names somebody in a way that
// isPerson does not know: "annroe", "ann roe", "r2d2".
func penCredit(text string) (c credit) {
	text, by, drop := stripBy(squeeze(text))
	text = strings.Trim(text, " .:*–—-\"“”'’_|<>,;")
	words := strings.Fields(text)
	if drop || len(text) < 2 || len(text) > 50 || len(words) > 4 || strings.ContainsAny(text, "@/\\{}<>=?!#%$[]|©:…()") || lexicon.Letters(text) < 2 || readDate(text, dayFirst).ok() {
		return c
	}
	for _, w := range words {
		if roles()[strings.ToLower(w)] == "no" {
			return c
		}
	}
	c.groups, c.by = []string{text}, by
	return c
}

// lineMarks end what is said of the authors; between them stand dates, roles
// and counts of comments.
var lineMarks = []string{" | ", "|", " • ", " · ", " – ", " — ", " - ", "•", " // ", "\t"}

// nameMarks stand between two names.
var nameMarks = []string{",", ";", " & ", " and ", " AND ", " und ", " et ", " och ", " og ", " ve ", " и ", " with ", " y ", " e ", " i ", "/", "、", "，", " And ", " mit ", "・"}

func splitAny(s string, marks []string) []string {
	parts := []string{s}
	for _, m := range marks {
		if !strings.Contains(s, m) {
			continue
		}
		var next []string
		for _, p := range parts {
			next = append(next, strings.Split(p, m)...)
		}
		parts = next
	}
	return parts
}

// readPart reads a part of a line. A name of one word behind a full one (said by
// full, and given back for the next part) is a trade, or the place that the
// report is from.
func (c *credit) readPart(part string, full bool) bool {
	part, by, drop := stripBy(part)
	if !by && !drop {
		// "This post was written by Ann Roe"
		if i := strings.Index(part, " by "); i > 0 && i < 40 {
			part, by, drop = stripBy(part[i+1:])
		}
	}
	if drop || strings.Contains(part, "://") || strings.Contains(part, "www.") {
		return full
	}
	c.by = c.by || by
	if i := strings.IndexAny(part, "(["); i >= 0 {
		c.readBracket(part[i+1:])
		part = part[:i]
	}
	if !c.by && len(strings.Fields(part)) > 20 {
		return full
	}
	for _, name := range splitAny(" "+part+" ", nameMarks) {
		if len(c.people) >= maxPeople {
			return full
		}
		name, _, drop = stripBy(name)
		if drop {
			continue
		}
		name = strings.Trim(name, " .:*–—-~\"“”'’_|<>")
		key := strings.ToLower(name)
		switch {
		case agencies()[key] != "":
			c.agencies = appendNew(c.agencies, agencies()[key])
		case isPerson(name):
			trimmed := trimName(name)
			switch single := !strings.Contains(trimmed, " "); {
			case !single:
				full = true
			case trimmed != name || full:
				continue // the first word of a sentence: "Listen to this article"
			}
			c.addPerson(trimmed)
		case isGroup(name):
			c.groups = appendNew(c.groups, name)
		}
	}
	return full
}

// readBracket finds the agency in brackets behind a name: "Ann Roe (avec AFP)".
func (c *credit) readBracket(inner string) {
	if i := strings.IndexAny(inner, ")]"); i >= 0 && i < 40 {
		for _, name := range splitAny(" "+inner[:i], nameMarks) {
			name = strings.TrimSpace(name)
			if last := name[strings.LastIndexByte(name, ' ')+1:]; len(last) < len(name) && withWords[strings.ToLower(name[:len(name)-len(last)-1])] {
				name = last
			}
			if a := agencies()[strings.ToLower(name)]; a != "" {
				c.agencies = appendNew(c.agencies, a)
			}
		}
	}
}

// withWords stand before the agency that somebody's report draws on.
var withWords = map[string]bool{"with": true, "avec": true, "mit": true, "con": true, "com": true, "met": true, "via": true}

// merge takes up another credit.
func (c *credit) merge(o credit) {
	c.by = c.by || o.by
	for _, s := range o.people {
		c.people = appendNew(c.people, s)
	}
	for _, s := range o.groups {
		c.groups = appendNew(c.groups, s)
	}
	for _, s := range o.agencies {
		c.agencies = appendNew(c.agencies, s)
	}
}

// addPerson adds a name, unless it is a part of one that is there: "Dr. Ann
// Roe" and "Roe" after "Ann Roe".
func (c *credit) addPerson(name string) {
	key := fold(name)
	for _, have := range c.people {
		if k := fold(have); strings.HasSuffix(k, key) || len(key) <= len(k)+4 && strings.HasSuffix(key, k) {
			return
		}
	}
	c.people = append(c.people, name)
}

// sure leaves out of the people that a page's class names credit those who
// are words of a menu more likely: one word that no "By" leads in, or more of
// them than write an article together.
func (c *credit) sure(named bool) {
	if len(c.people) > 5 && !c.by {
		c.people = nil
	}
	kept := c.people[:0]
	for _, n := range c.people {
		if strings.Contains(n, " ") || (named || c.by) && len(c.people) == 1 {
			kept = append(kept, n)
		}
	}
	c.people = kept
}

func appendNew(list []string, s string) []string {
	for _, have := range list {
		if fold(have) == fold(s) {
			return list
		}
	}
	return append(list, s)
}

// stripBy takes "By", "Written by", "Von" off the front; drop says that what
// follows is no author ("Reviewed by").
func stripBy(s string) (rest string, by, drop bool) {
	s = strings.TrimLeft(s, " :,.–—-|•·/*")
	if len(s) > 4 && (s[:2] == "by" || s[:2] == "By") && s[2] >= 'A' && s[2] <= 'Z' && s[3] >= 'a' {
		s = s[:2] + " " + s[2:] // <span>by</span><a>Ann Roe</a>
	}
	if !mayBeBy(s) {
		return s, false, false
	}
	for range 3 {
		found := false
		// The longest of the first five words that is an entry.
		end := 0
		var ends [5]int
		n := 0
		for n < 5 && end < len(s) {
			i := strings.IndexAny(s[end:], " :")
			if i < 0 {
				ends[n] = len(s)
				n++
				break
			}
			ends[n] = end + i
			n++
			end += i + 1
		}
		for n--; n >= 0; n-- {
			switch byWords()[strings.ToLower(s[:ends[n]])] {
			case "no":
				return "", false, true
			case "by":
				// "De" and "Van" begin names too.
				if w := s[:ends[n]]; isParticle(strings.ToLower(w)) && ends[n] < len(s) && w[0] < 'a' && by {
					continue
				}
				s = strings.TrimLeft(s[ends[n]:], " :.")
				by, found = true, true
			}
			if found {
				break
			}
		}
		if !found {
			break
		}
	}
	return s, by, false
}

// isBy tells a word as "By" that stands alone: <span>Por</span> <a>Ana Ruiz</a>.
func isBy(s string) bool { return mayBeBy(s) && byWords()[strings.ToLower(s)] == "by" }

// firstByWords are the first words of the entries of byWords.
var firstByWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for entry := range byWords() {
		if i := strings.IndexAny(entry, " :"); i >= 0 {
			entry = entry[:i]
		}
		m[entry] = true
	}
	return m
})

// opensBy are the first bytes of those words.
var opensBy = sync.OnceValue(func() *[256]bool {
	var at [256]bool
	for word := range firstByWords() {
		at[word[0]|0x20] = true
	}
	return &at
})

// mayBeBy says whether s begins as an entry of byWords does. Most texts don't.
func mayBeBy(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf && !opensBy()[s[0]|0x20] {
		return false
	}
	i := strings.IndexAny(s[:min(len(s), 40)], " :")
	if i < 0 {
		i = len(s)
	}
	if i > 40 {
		return false
	}
	return firstByWords()[strings.ToLower(s[:i])]
}

var particles = map[string]bool{
	"de": true, "da": true, "di": true, "del": true, "della": true, "der": true, "den": true, "van": true, "von": true, "zu": true, "zur": true, "bin": true,
	"ibn": true, "al": true, "el": true, "la": true, "le": true, "du": true, "dos": true, "das": true, "do": true, "af": true, "av": true, "ten": true, "ter": true,
	"vom": true, "bint": true, "ben": true, "y": true, "e": true, "i": true, "d": true, "dello": true, "ul": true, "ur": true, "st": true, "mc": true, "'t": true,
}

func isParticle(w string) bool { return particles[w] }

// trimName cuts what follows a name on its line: "Ann Roe for The Example".
func trimName(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i > 0 && lower(w) && !isParticle(w) {
			words = words[:i]
			break
		}
	}
	return strings.Join(words, " ")
}

// lower says whether a word begins with a small letter.
func lower(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// isPerson says whether a piece of a byline can be the name of a person.
func isPerson(s string) bool {
	if len(s) < 2 || len(s) > 80 || strings.ContainsAny(s, "@/\\{}<>=?!#%$[]|_©+:…\"“”") {
		return false
	}
	words := strings.Fields(s)
	named := 0
	for i, w := range words {
		key := strings.ToLower(strings.Trim(w, ".,"))
		if i > 0 && lower(w) && !isParticle(key) {
			words = words[:i]
			break
		}
		if roles()[key] != "" || isStaff(key) || months()[key] > 0 && len(words) < 2 {
			return false
		}
		if !lower(w) {
			named++
		}
	}
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
	}
	return named > 0 && len(words) >= 1 && len(words) <= 6 && lexicon.Letters(s) >= 2
}

// isGroup says whether a piece of a byline can be the name of an editorial
// staff or a pen name.
func isGroup(s string) bool {
	if len(s) < 2 || len(s) > 60 || strings.ContainsAny(s, "@/\\{}<>=?!#%$[]|©:…") || lexicon.Letters(s) < 2 {
		return false
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	for _, w := range []string{words[len(words)-1], words[0]} { // "Harbour Post Staff", "Redaktion Hafen"
		if roles()[strings.ToLower(w)] == "team" && !lower(words[0]) {
			return true
		}
	}
	for _, w := range words {
		if isStaff(strings.ToLower(w)) {
			return true
		}
		switch roles()[strings.ToLower(w)] {
		case "team":
			return true
		case "no":
			return false
		}
	}
	return len(words) == 1
}

// isStaff says whether a word is joined of a name and a word for an editorial
// staff: "post-redaktion".
func isStaff(w string) bool {
	i := strings.LastIndexByte(w, '-')
	return i > 0 && roles()[w[i+1:]] == "team"
}

// allRoles says whether each word tells what people are, not who.
func allRoles(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if roles()[w] == "" {
			return false
		}
	}
	return true
}
