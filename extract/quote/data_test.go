package quote

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

// entries are the lines of a data file but for its head.
func entries(data string) []string {
	var out []string
	for line := range strings.Lines(data) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.TrimRight(line, "\n"))
		}
	}
	return out
}

//go:embed data/rules.txt
var ruleData string

func TestDataIsSorted(t *testing.T) {
	for name, data := range map[string]string{"cues.txt": cueData, "words.txt": wordData, "rules.txt": ruleData} {
		lines := entries(data)
		words := make([]string, len(lines))
		for i, l := range lines {
			words[i] = l[:strings.IndexAny(l+" ", " \t")]
		}
		if !slices.IsSorted(words) {
			t.Errorf("%s is not sorted", name)
		}
		if d := slices.Compact(slices.Clone(words)); len(d) != len(words) {
			t.Errorf("%s has a word twice", name)
		}
	}
}

func TestCues(t *testing.T) {
	kinds := strings.Fields("say claim deny ask urge promise warn write show think plan call judge")
	for _, l := range entries(cueData) {
		f := strings.Fields(l)
		if len(f) < 6 || f[0] != f[3] {
			t.Errorf("%s: wants lemma, kind, frames and the forms from the lemma on", l)
			continue
		}
		if !slices.Contains(kinds, f[1]) || strings.Trim(f[2], "ctwionpq") != "" {
			t.Errorf("%s: no such kind or frame", l)
		}
		word, _, _ := strings.Cut(f[len(f)-1], "_")
		if !strings.HasSuffix(word, "ing") {
			t.Errorf("%s: the last form is no participle", l)
		}
	}
}

func TestClasses(t *testing.T) {
	for _, l := range entries(wordData) {
		_, names, ok := strings.Cut(l, "\t")
		for name := range strings.FieldsSeq(names) {
			if _, known := classNames[name]; !known {
				ok = false
			}
		}
		if !ok {
			t.Errorf("%q: wants a word, a tab and classes that exist", l)
		}
	}
}

// TestRulesAreListed holds the rules that quotes name to data/rules.txt.
func TestRulesAreListed(t *testing.T) {
	_, cases := readCases(t)
	for _, c := range cases {
		for _, q := range Find(nil, annotated(t, c.text)) {
			if !strings.Contains(ruleData, "\n"+q.Rule+"\t") {
				t.Errorf("%s: rule %q is not listed", c.name, q.Rule)
			}
			if q.Confidence <= 0 {
				t.Errorf("%s: rule %q gives confidence %v to %s", c.name, q.Rule, q.Confidence, q.Kind)
			}
		}
	}
}
