package boilerplate

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/quoth/quoth/extract"
)

var update = flag.Bool("update", false, "write the expected blocks anew")

func draftOf(page string) *extract.Draft {
	return &extract.Draft{ID: "test", Format: extract.HTML, Input: page}
}

// TestCases reads the pages of testdata/cases. The comment that ends a page
// lists the blocks that are kept or cut, in order; all else is chrome.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/cases/*.html")
	if len(files) < 10 {
		t.Fatalf("%d cases", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, want, _ := strings.Cut(string(data), "<!-- want\n")
			want = strings.TrimSuffix(strings.TrimSpace(want), "-->")
			d := draftOf(page)
			if err := Stage().Shape(d); err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, p := range d.Pieces {
				if p.Verdict != extract.Chrome {
					fmt.Fprintf(&got, "%s %s: %s\n", p.Verdict, p.Kind, strings.ReplaceAll(p.Text, "\n", " / "))
				}
			}
			if got.String() == want {
				return
			}
			if *update {
				if err := os.WriteFile(file, []byte(page+"<!-- want\n"+got.String()+"-->\n"), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, p := range d.Pieces {
				t.Logf("%s %s (%s): %.60s", p.Verdict, p.Kind, p.Rule, p.Text)
			}
			t.Errorf("got\n%swant\n%s", got.String(), want)
		})
	}
}

// TestDeepPages holds that pages far beyond the parser's limit give their
// story: 300 and 600 are around it, 200,000 is hostile.
func TestDeepPages(t *testing.T) {
	story := "<p>The night ferry will keep running for two more years, the council decided on Wednesday, ending months of doubt.</p>" +
		"<p>Opponents had called the crossing a luxury that nobody on the island could pay for, and asked for buses instead.</p>"
	for _, depth := range []int{300, 600, 5_000, 200_000} {
		for _, tag := range []string{"div", "span", "b", "section", "blockquote", "table><tr><td"} {
			page := "<html><head><title>Ferry stays</title></head><body>" + strings.Repeat("<"+tag+">", depth) + story + strings.Repeat("</"+strings.Split(tag, ">")[0]+">", depth) + "</body></html>"
			d := draftOf(page)
			if err := Stage().Shape(d); err != nil {
				t.Fatalf("%d %s: %v", depth, tag, err)
			}
			if text := d.Freeze().Text(); !strings.Contains(text, "ending months of doubt.\n\nOpponents had called") {
				t.Errorf("%d %s: text %q", depth, tag, text)
			}
			if d.Metadata.Title != "Ferry stays" {
				t.Errorf("%d %s: title %q", depth, tag, d.Metadata.Title)
			}
		}
	}
}

func TestFlattenTwice(t *testing.T) {
	page := `<title>T</title><h1>Head <i>line</i></h1><div><p>One<p>Two<script>if (a < b) x()</script></div>tail`
	want := `<title>T</title><h1>Head line</h1><p>One</p><p>Two<script>if (a < b) x()</script></p><p>tail`
	if got := flatten(page, 0); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestNoText(t *testing.T) {
	for _, page := range []string{"", "<html><body><img src=x></body></html>", "<script>var a = 'text'</script>"} {
		err := Stage().Shape(draftOf(page))
		if extract.FaultKind(err) != "no_story" || err.Error() != "no text found" {
			t.Errorf("%q: %v", page, err)
		}
	}
}

func TestModelReadsWhatItWrites(t *testing.T) {
	m, err := ParseModel(modelData)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseModel(m.String())
	if err != nil || !reflect.DeepEqual(again, m) {
		t.Errorf("read again: %v", err)
	}
	for f := range nFeatures {
		if f.String() == "" || strings.Count("\n"+modelData, "\n"+f.String()+" ") != 1 {
			t.Errorf("feature %d %q: not once in the model", f, f)
		}
	}
	if _, err := ParseModel("nonsense 1"); err == nil {
		t.Error("a feature that does not exist is no error")
	}
}

func benchPage(size int) string {
	var b strings.Builder
	b.WriteString(`<html><head><title>Ferry stays</title></head><body><nav><ul><li><a href=/>Home</a><li><a href=/s>Sport</a></ul></nav><main class="article-body"><h1>Ferry stays</h1>`)
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, `<div class="text part-%d"><p>Paragraph %d says, as <a href="/p">others</a> do, that the night ferry will keep running for two more years.</p></div>`, i%7, i)
	}
	b.WriteString(`</main><aside class="related"><ul><li><a href=/1>Pier closes</a></ul></aside></body></html>`)
	return b.String()
}

func BenchmarkPage(b *testing.B) {
	for _, size := range []int{50_000, 5_000_000} {
		page := benchPage(size)
		b.Run(fmt.Sprintf("parse-%d", size), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				html.Parse(strings.NewReader(page))
			}
		})
		b.Run(fmt.Sprintf("stage-%d", size), func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				Stage().Shape(draftOf(page))
			}
		})
	}
}
