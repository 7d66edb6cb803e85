package near

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// read gives an article of testdata: paragraphs, with blank lines between.
func read(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func paragraphs(s string) []string { return strings.Split(strings.TrimSpace(s), "\n\n") }

func join(p []string) string { return strings.Join(p, "\n\n") }

func TestCopies(t *testing.T) {
	wire := read(t, "wire")
	p := paragraphs(wire)
	for _, tt := range []struct {
		name   string
		other  string
		copies bool
	}{
		{"the_same", wire, true},
		{"other_quotation_marks_and_line_breaks", strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "\n\n", "\n").Replace(wire), true},
		{"all_capitals", strings.ToUpper(wire), true},
		{"other_dateline", strings.Replace(wire, "NORRICK (Harbour Press) —", "From our correspondent in Norrick:", 1), true},
		{"edited_lead", join(append([]string{read(t, "lead")}, p[2:]...)), true},
		{"cut_to_the_half", join(p[:len(p)/2]), true},
		{"edited_lead_and_cut_tail", join(append([]string{read(t, "lead")}, p[2:len(p)*2/3]...)), true},
		{"a_paragraph_added_and_one_out", join(append(append([]string{}, p[:5]...), append([]string{read(t, "local")}, p[6:]...)...)), true},
		{"copy_edited_throughout", strings.NewReplacer(" said", " told reporters", "harbour", "port", "per cent", "percent", "metres", "meters", "council", "city council", "Monday", "yesterday").Replace(wire), true},
		{"another_paper_on_the_same_event", read(t, "rival"), false},
		{"a_follow_up_that_takes_over_the_background", read(t, "followup"), false},
		{"last_year_s_story_on_the_same_subject", read(t, "lastyear"), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := Sketch(wire), Sketch(tt.other)
			of, within := Resemblance(a, b)
			t.Logf("%.2f of all shingles, %.2f of the shorter", of, within)
			if got := Copies(a, b); got != tt.copies {
				t.Errorf("copies: %v, want %v", got, tt.copies)
			}
			x := NewIndex(100)
			x.Add("other", Sketch(read(t, "lastyear")+" and more"))
			x.Add("wire", a)
			if id, found := x.Find(b); found != tt.copies && id == "wire" || tt.copies && id != "wire" {
				t.Errorf("found %q %v", id, found)
			}
		})
	}
}

func TestShortTextsAreNotTold(t *testing.T) {
	if s := Sketch("This page is for subscribers. Sign in to read on, or see our offers for new readers."); s != nil {
		t.Errorf("a sketch of %d bytes", len(s))
	}
}

// made is an article of random words; the same seed gives the same article.
func made(seed uint64, words int) string {
	r := rand.New(rand.NewPCG(seed, seed))
	var b strings.Builder
	for range words {
		fmt.Fprintf(&b, "w%d ", r.IntN(50_000))
	}
	return b.String()
}

func TestTheIndexForgetsTheOldest(t *testing.T) {
	x := NewIndex(1500)
	for i := range 2500 {
		s := Sketch(made(uint64(i), 60))
		if id, found := x.Find(s); found {
			t.Fatalf("%d is a copy of %s", i, id)
		}
		x.Add(fmt.Sprint(i), s)
	}
	if x.Len() != 1500 {
		t.Errorf("holds %d", x.Len())
	}
	for i := range 2500 {
		id, found := x.Find(Sketch(made(uint64(i), 60)))
		if want := i >= 1000; found != want || found && id != fmt.Sprint(i) {
			t.Errorf("%d: %q, %v", i, id, found)
		}
	}
}

func TestManyArticlesWithOnePassageInCommon(t *testing.T) {
	// Were all of a chain compared, this would take a minute.
	common := made(1, 50)
	x := NewIndex(20_000)
	for i := range 20_000 {
		x.Add(fmt.Sprint(i), Sketch(common+made(uint64(i+2), 25)))
	}
	for i := range 2000 {
		x.Find(Sketch(common + made(uint64(i+100_000), 25)))
	}
}

func TestMemoryOfTheIndex(t *testing.T) {
	n := Capacity(8 << 20)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x := NewIndex(n)
	sketch := Sketch(made(1, 60))
	for i := range 3 * n {
		copy(sketch[4:], fmt.Sprint(mix(uint64(i))))
		x.Add(fmt.Sprintf("https://news.example.org/2026/03/11/an-address-of-60-bytes-%03d", i%1000), sketch)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	used := after.HeapAlloc - before.HeapAlloc
	t.Logf("%d articles in %d kB, %.0f articles for each MB", n, used>>10, float64(n)/float64(used)*(1<<20))
	if used > 10<<20 {
		t.Errorf("8 MB were asked for")
	}
	runtime.KeepAlive(x)
}

func FuzzSketch(f *testing.F) {
	f.Add("It rained, it rained’s. 雨が降った")
	f.Fuzz(func(t *testing.T, text string) {
		a, b := Sketch(text), Sketch(text+" ")
		if !bytes.Equal(a, b) || a != nil && !Copies(a, b) {
			t.Errorf("%q", text)
		}
	})
}

func BenchmarkSketch(b *testing.B) {
	text := read(b, "wire")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Sketch(text)
	}
}
