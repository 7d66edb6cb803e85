package lexicon

var abbreviations = &list{name: "abbreviations"}

// AbbreviationKind is what an abbreviation stands before or after.
type AbbreviationKind uint8

const (
	NoAbbreviation AbbreviationKind = iota
	TitleAbbr                       // a name follows: "Mr."
	LeadAbbr                        // more of the sentence follows: "vs."
	NumberAbbr                      // a number follows: "No."
	MonthAbbr                       // a day or a year follows, as a rule: "Jan.", "Tues."
	NameAbbr                        // the end of a name: "Inc.", "Jr."
	StateAbbr                       // the end of a place's name: "Calif."
	EndAbbr                         // anything: "etc."
)

// Abbreviation tells what kind of abbreviation s, without its full stop, is.
// word says that s is a word as well ("no", "Sat"), so that its full stop may
// be that of a sentence.
func Abbreviation(s string) (kind AbbreviationKind, word bool) {
	var low [maxAbbreviation]byte
	if len(s) == 0 || len(s) > len(low) {
		return NoAbbreviation, false
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	v, ok := abbreviations.find(string(low[:len(s)]))
	if !ok {
		return NoAbbreviation, false
	}
	if n := len(v) - len(" word"); n > 0 && v[n:] == " word" {
		v, word = v[:n], true
	}
	switch v {
	case "title":
		kind = TitleAbbr
	case "lead":
		kind = LeadAbbr
	case "number":
		kind = NumberAbbr
	case "month":
		kind = MonthAbbr
	case "name":
		kind = NameAbbr
	case "state":
		kind = StateAbbr
	case "end":
		kind = EndAbbr
	}
	return kind, word
}

const maxAbbreviation = 8 // bytes
