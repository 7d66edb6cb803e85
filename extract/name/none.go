package name

import (
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// What looks like a name and is none where it stands; trim.go has what is none
// anywhere.

// officeAlone says whether a name of tokens start to end is an office and what it
// is over: "Inspector General of Police".
func officeAlone(text string, toks []extract.Token, start, end int) bool {
	switch w := toks[start].Of(text); w {
	case "Bishop", "Archbishop", "Director", "Attorney", "Solicitor", "Leader", "Comptroller", "Registrar":
	default:
		if !post(w) {
			return false
		}
	}
	k := start + 1
	if k < end && (toks[k].Of(text) == "General" || toks[k].Of(text) == "Justice") {
		k++
	}
	return k <= end && toks[k].Of(text) == "of"
}

// portfolio says whether the word of token i is what a minister or ministry is
// for, and no place: "Commissioner for Health".
func portfolio(text string, toks []extract.Token, i int) bool {
	if i < 2 || toks[i-1].Of(text) != "for" && toks[i-1].Of(text) != "of" || !lexicon.English(strings.ToLower(toks[i].Of(text))) {
		return false
	}
	switch strings.ToLower(toks[i-2].Of(text)) {
	case "minister", "secretary", "commissioner", "ministry", "department", "director", "committee":
		return lexicon.Place(toks[i].Of(text)) == lexicon.NoPlace
	}
	return false
}

// aside says whether the word at token i stands in brackets for what is heard or
// done: "(CROSSTALK)".
func aside(text string, toks []extract.Token, i int) bool {
	if i == 0 || toks[i-1].Of(text) != "(" {
		return false
	}
	switch toks[i].Of(text) {
	case "CROSSTALK", "LAUGHTER", "APPLAUSE", "INAUDIBLE", "CHEERING", "CHEERS", "COMMERCIAL", "MUSIC":
		return true
	}
	return false
}

// code says whether what stands from before to after a name makes it a ticker with
// its exchange, "(MRDF.N)", or half of a party's seat, "R-S.D.", "D-W.Va.".
func code(text string, s extract.Span) bool {
	if strings.HasSuffix(text[:s.Start], "-W.") && strings.HasPrefix(s.Of(text), "Va") {
		return true
	}
	if s.Start < 1 || int(s.End)+2 >= len(text) || text[s.End] != '.' {
		return false
	}
	name, rest := s.Of(text), text[s.End+1:]
	switch {
	case s.Len() == 3 && name[1] == '-':
		return name[0] == 'R' || name[0] == 'D'
	case text[s.Start-1] == '(' && s.Len() < 8 && strings.ToUpper(name) == name:
		end := strings.IndexByte(rest[:min(len(rest), 4)], ')')
		return end > 0 && strings.ToUpper(rest[:end]) == rest[:end]
	}
	return false
}

// vocative says whether the name at token i is how a court or an office is addressed:
// "My Lords", "Mr. Mayor".
func vocative(text string, toks []extract.Token, i int) bool {
	if i == 0 {
		return false
	}
	own := toks[i-1].Of(text)
	switch toks[i].Of(text) {
	case "Lord", "Lords", "Lady", "Honor", "Honour", "Lordship", "Ladyship":
	case "Mayor", "Speaker", "President", "Secretary", "Chairman", "Chair", "Governor", "Senator", "Ambassador", "Minister":
		return own == "Mr." || own == "Mr" || own == "Madam" || own == "Madame"
	default:
		return false
	}
	return own == "My" || own == "my" || own == "Your" || own == "your"
}

// shortOffice says whether the word at token i is an office in short, as it stands
// before names: "Rep.", "then-Sen".
func shortOffice(text string, toks []extract.Token, i int) bool {
	w, stop := strings.CutSuffix(strings.TrimPrefix(toks[i].Of(text), "then-"), ".")
	switch w {
	case "Rep", "Reps", "Sen", "Sens", "Gov", "Govs", "Pres", "Rev", "Del":
		return stop || i+1 < len(toks) && toks[i+1].Of(text) == "."
	}
	return false
}

// side says whether the letter at token i stands in brackets for the party of who
// is named before: "Chris Adair (R)".
func side(text string, toks []extract.Token, i int) bool {
	if i == 0 || i+1 == len(toks) || toks[i-1].Of(text) != "(" || toks[i+1].Of(text) != ")" {
		return false
	}
	w := toks[i].Of(text)
	return w == "R" || w == "D" || w == "I"
}

// readable says whether s has a letter and nothing of addresses, code and
// files: "ann@vexley", "<File", "river_rat", "Minutes.pdf" are no names.
func readable(s string) bool {
	if s == "Rs" || s == "Rs." { // rupees
		return false
	}
	if dot := strings.LastIndexByte(s, '.'); dot >= 0 {
		switch strings.ToLower(s[dot+1:]) {
		case "pdf", "doc", "docx", "htm", "html", "txt", "xls", "xlsx", "jpg", "png", "ppt", "zip":
			return false
		}
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0 && !strings.ContainsAny(s, "<>=_{}\\@|")
}

// amount says whether s is a sum of money with the sign of its currency, of which
// next is the scale: "N2 billion", "R40 million", or is joined to it: "N4.2bn".
func amount(s, next string) bool {
	for _, scale := range [...]string{"bn", "trn"} {
		if n, ok := strings.CutSuffix(s, scale); ok {
			s, next = n, scale
			break
		}
	}
	switch next {
	case "thousand", "million", "billion", "trillion", "crore", "lakh", "bn", "mn", "m", "trn":
		s = strings.Replace(s, "Rs", "R", 1)
		return len(s) > 1 && 'A' <= s[0] && s[0] <= 'Z' && strings.Trim(s[1:], "0123456789.,") == ""
	}
	return false
}
