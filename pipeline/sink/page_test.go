package sink

import (
	"os"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// spoken is an article in which Ann Lee says that Bo Kim said something, and
// nobody knows who says the rest; every text in it is hostile.
func spoken() *extract.Document {
	d := extract.NewDocument("<a>.html", "Ann Lee said Bo Kim said “<b>we & \x1b[31mwon</b>”.\n“It was\u202e late.” <script>alert(1)</script>")
	d.Metadata = extract.Metadata{Title: "<i>Council\x1b[31m wins", Authors: []string{`"Bo" <Kim>`}}
	at := func(s string) extract.Span {
		i := int32(strings.Index(d.Text(), s))
		return extract.Span{Start: i, End: i + int32(len(s))}
	}
	outer, inner, free := at("Bo Kim said “<b>we & \x1b[31mwon</b>”"), at("“<b>we & \x1b[31mwon</b>”"), at("“It was\u202e late.”")
	d.Quotes = []extract.Quote{
		{Span: outer, Kind: extract.Indirect, Parts: []extract.Span{outer}, Cue: at("said"), CueKind: "say", Rule: "clause", Confidence: 0.7,
			Speaker: extract.Speaker{Span: at("Ann Lee"), Kind: extract.NamedSpeaker, Entity: -1, Name: `Ann "<Lee>`, Role: "<mayor>"}},
		{Span: inner, Parts: []extract.Span{inner}, Quoted: []extract.Span{inner}, Rule: "cue-before", Confidence: 0.85, Modality: extract.Negated,
			Speaker: extract.Speaker{Span: at("Bo Kim"), Kind: extract.NamedSpeaker, Entity: -1, Name: "Bo Kim"},
			Via:     extract.Speaker{Span: at("Ann Lee"), Kind: extract.NamedSpeaker, Entity: -1}},
		{Span: free, Parts: []extract.Span{free}, Quoted: []extract.Span{free}, Rule: "free", Confidence: 0.5},
	}
	return d
}

func pageOf(t *testing.T, d *extract.Document) string {
	var b strings.Builder
	p := NewPage(&b)
	if _, err := p.Write(pipeline.Result{ID: d.ID, Doc: d}); err != nil {
		t.Fatal(err)
	}
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	page := pageOf(t, spoken())
	for _, want := range []string{
		`<h1>&lt;i&gt;Council[31m wins</h1>`,
		`content="default-src 'none'; style-src 'sha256-`,
		`<p>Ann Lee said <mark id="a1q1" tabindex="0" class="c0 indirect" data-tip="Ann &#34;&lt;Lee&gt;, &lt;mayor&gt;` + "\nindirect · “said”\nrule clause · confidence 0.70\">Bo Kim said </mark>",
		`<mark id="a1q2" tabindex="0" class="c1 direct" data-tip="Bo Kim` + "\nvia Ann Lee\ndirect · negated\nrule cue-before · confidence 0.85\">“&lt;b&gt;we &amp; [31mwon&lt;/b&gt;”</mark>.</p>",
		`class="c2 direct nobody unsure"`,
		`<section class="c1"><h3>Bo Kim <span class="count">1</span></h3>`,
		`<section class="c2 nobody"><h3>The text does not say who`,
		`<li><a href="#a1q2">“&lt;b&gt;we &amp; [31mwon&lt;/b&gt;”</a></li>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %s\n%s", want, page[strings.Index(page, "<body>"):])
		}
	}
	for _, bad := range []string{"<script", "\x1b", "\u202e", "<b>", "http://", "https://", "url(", "@import"} {
		if strings.Contains(page, bad) {
			t.Errorf("holds %q", bad)
		}
	}
}

func TestPageOfAFailure(t *testing.T) {
	var b strings.Builder
	p := NewPage(&b)
	p.Write(pipeline.Result{ID: "b", Err: pipeline.Failed("<b>.html", "page", os.ErrInvalid)})
	p.Flush()
	if !strings.Contains(b.String(), `<article class="failed"><p>&lt;b&gt;.html: page: `) {
		t.Error(b.String())
	}
}

func TestStretches(t *testing.T) {
	s := func(a, b int32) extract.Span { return extract.Span{Start: a, End: b} }
	out, rest := stretches(s(0, 10), []piece{{s(2, 8), 0}, {s(4, 6), 1}, {s(9, 12), 2}, {s(15, 16), 3}})
	want := []stretch{{s(0, 2), -1}, {s(2, 4), 0}, {s(4, 6), 1}, {s(6, 8), 0}, {s(8, 9), -1}, {s(9, 10), 2}}
	if len(out) != len(want) {
		t.Fatalf("got %v", out)
	}
	for i := range want {
		if out[i] != want[i] {
			t.Errorf("%d: got %v, want %v", i, out[i], want[i])
		}
	}
	if len(rest) != 2 || rest[0].quote != 2 {
		t.Errorf("left %v, want what goes on and what is to come", rest)
	}
}

func TestStory(t *testing.T) {
	for _, tt := range []struct {
		name   string
		colour bool
		want   string
	}{
		{"coloured", true, "Ann Lee said \x1b[34mBo Kim said \x1b[0m\x1b[33m“<b>we & [31mwon</b>”\x1b[0m.\n\n\x1b[4m“It was late.”\x1b[0m <script>alert(1)</script>\n"},
		{"without_colour", false, "Ann Lee said Bo Kim said “<b>we & [31mwon</b>”.\n\n“It was late.” <script>alert(1)</script>\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			NewReport(&b, 80).Story(tt.colour).Write(pipeline.Result{Doc: spoken()})
			if got := b.String(); !strings.Contains(got, tt.want) {
				t.Errorf("got %q\nwant in it %q", got, tt.want)
			}
			if !tt.colour && strings.Contains(b.String(), "\x1b") {
				t.Error("has colours")
			}
		})
	}
}
