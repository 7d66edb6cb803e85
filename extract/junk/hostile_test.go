package junk

import (
	"strings"
	"testing"
	"time"
)

func FuzzShape(f *testing.F) {
	for _, s := range []string{first + "\n" + second, "Also Read | AaBb Cc“Dd” Ee ff gg hh ii.\nBy A B\n© 1", "Comments\n\n- a\nA.B.C?D E f g h i j.", "→ A b c'D e f g h", "' ' ' 'A b c d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		var list []string
		for l := range strings.Lines(s) {
			if l = strings.TrimSpace(l); l != "" {
				list = append(list, l)
			}
		}
		checkDraft(t, run(list...))
	})
}

// A megabyte of what rules look for takes tenths of a second on a quick machine.
// On a slow one an eighth of it is timed, too: work that grows with the square
// takes 64 times as long for all of it.
func TestLinear(t *testing.T) {
	for name, unit := range map[string]string{"capitals": "A", "pairs": "Aa", "marks": "“", "straight_marks": "\"", "single_marks": "'", "glued": "theThe ", "glued_quotes": "the“The ", "stops": "abc.Def", "bars": "| a",
		"cues": "Also Read | ", "cue_lines": "Also Read | a\n", "titles": "Comments\nA title\n", "same_sentence": "We shall wait for the water to come again.\n", "same_word": "water ",
		"apostrophes": "a'B", "names": "By Ana Sousa ", "lists": "Most popular\n- a b c\n", "stopped_lines": "aa bb cc dd ee ff gg.Hh ii\n", "line_ends": "\n", "questions": "aa bb cc?Dd ee ff gg\n", "dates": "1 May 2020 "} {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				start := time.Now()
				run(strings.Split(strings.Repeat(unit, size/len(unit)), "\n")...)
				return time.Since(start)
			}
			for try := 1; ; try++ {
				whole := took(1_000_000)
				if whole < 2*time.Second {
					return
				}
				part := took(125_000)
				if whole < 24*part {
					return
				}
				if try == 3 {
					t.Fatalf("took %v, an eighth of it %v", whole, part)
				}
			}
		})
	}
}
