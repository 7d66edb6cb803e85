package entity

import (
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// read gives the names of d in order of the text. Two persons whom a hyphen
// joins ("the Okafor-Brandt talks") are two names.
func (s *scratch) read(d *extract.Document) []name {
	names := s.names[:0]
	hyphens := false
	for _, m := range d.Mentions {
		if m.Kind != extract.NameMention {
			continue
		}
		names = append(names, name{Span: m.Span, typ: m.Type})
		_, _, double := halves(d.At(m.Span))
		hyphens = hyphens || double
	}
	names = mend(d, names)
	if hyphens {
		const halfOnly, bearsIt = 0, 1
		for _, n := range names {
			if left, right, double := halves(d.At(n.Span)); double {
				s.byKey[lexicon.Fold(left)], s.byKey[lexicon.Fold(right)] = halfOnly, halfOnly
			}
		}
		for _, n := range names {
			text := d.At(n.Span)
			if _, _, double := halves(text); !double && n.typ == extract.Person {
				s.folded = lexicon.AppendFold(s.folded[:0], text[strings.LastIndexByte(text, ' ')+1:])
				if _, half := s.byKey[string(s.folded)]; half {
					s.byKey[string(s.folded)] = bearsIt
				}
			}
		}
		names = s.part(d, names)
		clear(s.byKey)
	}
	s.names = names
	return names
}

// part parts the pairs among names whose halves are the last words of persons'
// names.
func (s *scratch) part(d *extract.Document, names []name) []name {
	parted := make([]name, 0, len(names)+4)
	for _, n := range names {
		left, right, double := halves(d.At(n.Span))
		if double {
			if s.byKey[lexicon.Fold(left)] > 0 && s.byKey[lexicon.Fold(right)] > 0 {
				a, b := n, n
				a.typ, b.typ = extract.Person, extract.Person
				a.End = n.Start + int32(len(left))
				b.Start = a.End + 1
				parted = append(parted, a, b)
				continue
			}
		}
		parted = append(parted, n)
	}
	return parted
}

// halves are what a single hyphen parts, where nothing else does.
func halves(s string) (left, right string, ok bool) {
	left, right, ok = strings.Cut(s, "-")
	return left, right, ok && left != "" && right != "" && !strings.ContainsAny(s, " ") && strings.IndexByte(right, '-') < 0
}
