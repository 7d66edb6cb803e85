package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// said holds articles with what a careful reader hears in them, written down
// before the program read them: NAME.txt or NAME.html, and NAME.want.
//
//	# what the article is for
//	kind | speaker | via | modality | content
//
// A kind is one of a quote's, or "unsaid" for words in marks that nobody said.
// The speaker is who that is, or the words of the text where nobody knows; "-"
// stands for none. The modality may be "think" or "plan" too, of thoughts and
// plans that nobody need have uttered. The content's parts are joined by " … ";
// of a long one the middle may be left out as "[..]". Marks and articles at its
// edges and the case of letters do not count.
//
// Two signs say where the program is known to be wrong. "?" before a line:
// expected, and not found yet. "!": found, and should not be. A line whose sign
// is out of date fails the test, so that it is taken off.
const said = "../testdata/said/"

// knownWrong is how many lines have a sign. It only falls.
const knownWrong = 36

func TestCasesSaid(t *testing.T) {
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(said + "*.want")
	if len(files) < 20 {
		t.Fatalf("%d articles in %s", len(files), said)
	}
	signs, lines := 0, 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".want")
		t.Run(name, func(t *testing.T) {
			found, _ := filepath.Glob(said + name + ".[ht][tx]*")
			if len(found) != 1 {
				t.Fatalf("articles for %s: %v", file, found)
			}
			r := p.Run(context.Background(), readArticle(t, found[0]))
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			want := readWant(t, file)
			for _, w := range want {
				lines++
				if w.sign != 0 {
					signs++
				}
			}
			if *update {
				dropOldSigns(t, file, want, heard(r.Doc))
				return
			}
			if diff := compare(want, heard(r.Doc)); diff != "" {
				t.Errorf("%s (\"-\" is expected and missing, \"+\" found and not expected):\n%s", file, diff)
			}
		})
	}
	if signs != knownWrong && !*update {
		t.Errorf("%d of %d lines have a sign, knownWrong says %d", signs, lines, knownWrong)
	}
}

// utterance is a line of a .want file, or what was found, in the same form.
type utterance struct {
	sign                               byte // '?', '!' or 0
	kind, speaker, via, modality, text string
}

func (u utterance) String() string {
	return strings.Join([]string{u.kind, u.speaker, u.via, u.modality, u.text}, " | ")
}

func readWant(t *testing.T, file string) (list []utterance) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		s := strings.TrimSpace(string(line))
		if s == "" || s[0] == '#' {
			continue
		}
		var u utterance
		if s[0] == '?' || s[0] == '!' {
			u.sign, s = s[0], s[1:]
		}
		f := strings.SplitN(s, " | ", 5)
		if len(f) != 5 {
			t.Fatalf("%s: want five columns: %s", file, s)
		}
		u.kind, u.speaker, u.via, u.modality, u.text = f[0], f[1], f[2], f[3], f[4]
		list = append(list, u)
	}
	return list
}

// heard is what the document says was said, in the form of .want files.
func heard(d *extract.Document) (list []utterance) {
	who := func(s extract.Speaker) string {
		switch {
		case s.Kind == extract.NoSpeaker:
			return "-"
		case s.Name != "":
			return s.Name
		}
		return d.At(s.Span)
	}
	for _, q := range d.Quotes {
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, strings.ReplaceAll(d.At(p), "\n", " "))
		}
		u := utterance{0, q.Kind.String(), who(q.Speaker), who(q.Via), q.Modality.String(), strings.Join(parts, " … ")}
		switch {
		case u.modality != "":
		case q.CueKind == "think" || q.CueKind == "plan":
			u.modality = q.CueKind
		default:
			u.modality = "-"
		}
		list = append(list, u)
	}
	for _, s := range d.Unsaid {
		list = append(list, utterance{0, "unsaid", "-", "-", "-", d.At(s.Span)})
	}
	return list
}

// match says which of want are among got, and which of got are taken by them.
func match(want, got []utterance) (found, used []bool) {
	found, used = make([]bool, len(want)), make([]bool, len(got))
	for i, w := range want {
		for k, g := range got {
			if !used[k] && w.is(g) {
				found[i], used[k] = true, true
				break
			}
		}
	}
	return found, used
}

// compare says how what was found differs from what is expected; "" where it
// does as the signs say.
func compare(want, got []utterance) string {
	var b strings.Builder
	found, used := match(want, got)
	for i, w := range want {
		switch {
		case w.sign == 0 && !found[i]:
			fmt.Fprintf(&b, "  - %s\n", w)
		case w.sign == '?' && found[i]:
			fmt.Fprintf(&b, "  now found, take the ? off: %s\n", w)
		case w.sign == '!' && !found[i]:
			fmt.Fprintf(&b, "  no longer found, take the line out: %s\n", w)
		}
	}
	for k, g := range got {
		if !used[k] {
			fmt.Fprintf(&b, "  + %s\n", g)
		}
	}
	return b.String()
}

// dropOldSigns takes the "?" off lines that are found, and drops the lines with
// "!" that are not.
func dropOldSigns(t *testing.T, file string, want, got []utterance) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found, _ := match(want, got)
	for i, w := range want {
		switch line := w.String() + "\n"; {
		case w.sign == '?' && found[i]:
			data = bytes.Replace(data, []byte("?"+line), []byte(line), 1)
		case w.sign == '!' && !found[i]:
			data = bytes.Replace(data, []byte("!"+line), nil, 1)
		}
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// is reports whether got is what w expects.
func (w utterance) is(got utterance) bool {
	return w.kind == got.kind && w.modality == got.modality && sameWords(w.speaker, got.speaker) && sameWords(w.via, got.via) && sameWords(w.text, got.text)
}

// sameWords compares words and lets "[..]" stand for any. Of quotation marks
// only the sort does not count within, and at the edges they do not at all.
func sameWords(want, got string) bool {
	if want == "-" || got == "-" {
		return want == got
	}
	got = plain(got)
	first, last, cut := strings.Cut(want, "[..]")
	if !cut {
		return plain(want) == got
	}
	first, last = plain(first), plain(last)
	return len(got) >= len(first)+len(last) && strings.HasPrefix(got, first) && strings.HasSuffix(got, last)
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

func plain(s string) string {
	parts := strings.Split(strings.ToLower(straight.Replace(s)), " … ")
	for i, p := range parts {
		p = strings.Trim(p, `"'«»„.,;:!? `)
		for _, article := range []string{"a ", "an ", "the "} {
			p = strings.TrimPrefix(p, article)
		}
		parts[i] = p
	}
	return strings.Join(parts, " … ")
}

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		want, got string
		same      bool
	}{
		{"It was late", "“It was late,”", true},
		{"the ministry", "Ministry", true},
		{"We wait … for ever", "“We wait,” … “for ever.”", true},
		{"We wait [..] no ferry comes.", "“We wait all day and no ferry comes”", true},
		{"We wait [..] comes", "“We wait”", false},
		{"-", "the ministry", false},
		{"late", "too late", false},
	} {
		if got := sameWords(c.want, c.got); got != c.same {
			t.Errorf("sameWords(%q, %q) = %v", c.want, c.got, got)
		}
	}
}
