package junk

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// What is noted as words are read agrees with what is found by looking.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Engineers told lawmakers, on Thursday.", "the GOP'sWhen U.S.Steel", "a vulnerabilitiesThe b", "protester'Guccifer'x", "said“We will” é’s O'Connor", "12345678 abcdefgh abcdefghi", "a\"B x.com/y | z > w"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		var has reading
		words := appendWords(nil, s, &has)
		var everywhere []int32
		for at := 1; at < len(s); at++ {
			everywhere = append(everywhere, int32(at))
			if glued(s, at) && !slices.Contains(has.glues, int32(at)) {
				t.Errorf("%q: glued at %d, noted at %v", s, at, has.glues)
			}
		}
		if !slices.IsSorted(has.glues) {
			t.Errorf("%q: places in disorder: %v", s, has.glues)
		}
		if noted, at := gluedStop(s, has.glues), gluedStop(s, everywhere); noted != at {
			t.Errorf("%q: a sentence begins at %d, noted at %d", s, at, noted)
		}
		if has.double != strings.Contains(s, "\"") || has.curly != strings.Contains(s, "“") {
			t.Errorf("%q: marks noted as %v", s, has.signs)
		}
		for i, w := range words {
			if w.start >= w.end || i > 0 && w.start < words[i-1].end {
				t.Fatalf("%q: words %v", s, words)
			}
			text := s[w.start:w.end]
			if ascii(text) && hashOf(text) != w.hash {
				t.Errorf("%q: %q has the hash %x, not %x", s, text, w.hash, hashOf(text))
			}
			if read := (readWord(s, int(w.start), &reading{})); w.is&sign == 0 && read.hash != w.hash {
				t.Errorf("%q: %q read alone is %q", s, text, s[read.start:read.end])
			}
		}
	})
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}
