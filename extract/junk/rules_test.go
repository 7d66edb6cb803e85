package junk

import "testing"

// Every rule must take its own example.
func TestRulesTakeTheirExamples(t *testing.T) {
	for i := range rules {
		r := &rules[i]
		if r.match(wordsOf(r.example)) == 0 {
			t.Errorf("%s %q does not take %q", r.kind, r.pattern, r.example)
		}
	}
}
