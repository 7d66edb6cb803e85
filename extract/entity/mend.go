package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// mend puts right where names begin and end: a nickname in marks or brackets
// parts no name ("Ann “Bell” Lee"), and a form of address that the engine took
// into one is no part of it, nor is "Opposition" before initials. Ranks and offices are no names.
func mend(d *extract.Document, names []name) []name {
	const most = 64 // forms of address that the other names are asked about
	put, asked := 0, 0
	for i := 0; i < len(names); i++ {
		n := names[i]
		for _, style := range [...]string{"Rt Rev ", "Most Rev ", "Very Rev ", "Rt Hon "} {
			if text := d.At(n.Span); strings.HasPrefix(text, style) && strings.Contains(text[len(style):], " ") {
				n.Start, n.typ = n.Start+int32(len(style)), extract.Person
			}
		}
		if first, rest, more := strings.Cut(d.At(n.Span), " "); more && (n.typ == extract.Person || n.typ == extract.Misc || rank(first)) {
			address := asked < most && (addressed(first) || first == "AG")
			if address {
				asked++
			}
			if first == "Opposition" && len(rest) > 2 && rest[1] == '.' || address && named(d, names, rest) || rank(first) && strings.Contains(rest, " ") {
				n.Start, n.typ = n.End-int32(len(rest)), extract.Person
			}
		}
		if text := d.At(n.Span); office(text) || strings.TrimSpace(text) == "" {
			continue
		}
		if i+1 < len(names) && names[i+1].typ == extract.Person && names[i+1].Start == n.End+1 && initialsOnly(d.At(n.Span)) {
			n.End, n.typ = names[i+1].End, extract.Person // K. V. | Thomas
			i++
		}
		if k := nicknamed(d, names, i, n.Span); k > i {
			n.End, n.typ = names[k].End, extract.Person
			i = k
		}
		names[put] = n
		put++
	}
	return names[:put]
}

// office says whether a mention is an office and no name: "MP", "the Commissioner
// of Police".
func office(s string) bool {
	first, rest, more := strings.Cut(s, " ")
	if !more {
		return first == "MP" || first == "MPs" || first == "MLA" || first == "Engr"
	}
	switch first {
	case "Commissioner", "Minister", "Secretary":
		word, of, _ := strings.Cut(rest, " ")
		return (word == "of" || word == "for") && of != ""
	case "State":
		return strings.HasPrefix(rest, "for ") // Minister of | State for Works
	}
	return false
}

// rank says whether a word before a name is a rank or form of address that
// engines take into names, as the police of Nigeria and India have them.
func rank(w string) bool {
	switch w {
	case "SP", "CP", "DSP", "ASP", "CSP", "ACP", "DCP", "AIG", "DIG", "IGP", "SHO", "Engr", "Engr.", "Barr.", "Arc.", "Alhaji", "Hajia", "Hajiya", "Mallam", "Shri", "Smt", "Smt.":
		return true
	}
	return false
}

// initialsOnly says whether s is nothing but initials: "K. V.".
func initialsOnly(s string) bool {
	for w := range strings.SplitSeq(s, " ") {
		if len(w) != 2 || w[0] < 'A' || w[0] > 'Z' || w[1] != '.' {
			return false
		}
	}
	return true
}

// nicknamed is the index of the name that goes on behind a nickname after name
// i, which lies on span; i where none does. The nickname may be a name itself, or none.
func nicknamed(d *extract.Document, names []name, i int, span extract.Span) int {
	n := names[i]
	n.Span = span
	const longest = 24 // bytes between the names
	if n.typ != extract.Person && n.typ != extract.Misc {
		return i
	}
	for k := i + 1; k < len(names) && k <= i+2; k++ {
		between := extract.Span{Start: n.End, End: names[k].Start}
		if between.Len() > longest {
			break
		}
		if names[k].typ == extract.Person && !strings.Contains(d.At(names[k].Span), " ") && inMarks(d.At(between)) {
			return k
		}
	}
	return i
}

// inMarks says whether s is a nickname in marks or brackets, with blanks around
// it.
func inMarks(s string) bool {
	s, before := strings.CutPrefix(s, " ")
	s, after := strings.CutSuffix(s, " ")
	if !before || !after {
		return false
	}
	for _, m := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}, {"(", ")"}} {
		in, open := strings.CutPrefix(s, m[0])
		in, closed := strings.CutSuffix(in, m[1])
		if !open || !closed {
			continue
		}
		first, _ := utf8.DecodeRuneInString(in)
		return unicode.IsUpper(first) && strings.Count(in, " ") < 2 && !strings.ContainsAny(in, "\n.,;:") && strings.ToUpper(in) != in
	}
	return false
}

// named says whether one of names ends with rest, behind a word that is no form
// of address: "Marr" of "Miss Marr" where the text has "Edith Marr".
func named(d *extract.Document, names []name, rest string) bool {
	return slices.ContainsFunc(names, func(o name) bool {
		before, ends := strings.CutSuffix(d.At(o.Span), " "+rest)
		return ends && o.typ == extract.Person && !addressed(before)
	})
}

func addressed(w string) bool {
	_, ok := lexicon.Honorific(w)
	return ok
}
