package sink

import (
	"errors"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func TestReport(t *testing.T) {
	d := extract.NewDocument("a.html", "“We won,” said Ann Lee. “It was\u202e late.” Rain fell on Oslo.")
	d.Metadata = extract.Metadata{Title: "Council\x1b[31m wins", Authors: []string{"Bo Kim"}, Published: "2026-03-11"}
	d.Sentences = []extract.Span{{Start: 0, End: 1}}
	at := func(s string) extract.Span {
		i := int32(strings.Index(d.Text(), s))
		return extract.Span{Start: i, End: i + int32(len(s))}
	}
	d.Mentions = []extract.Mention{{Span: at("Ann Lee"), Type: extract.Person}, {Span: at("Oslo"), Type: extract.GPE, Entity: 1}}
	d.Entities = []extract.Entity{{Type: extract.Person, Name: "Ann Lee", Mentions: []int32{0}}, {Type: extract.GPE, Name: "Oslo", Mentions: []int32{1}}}
	d.Quotes = []extract.Quote{
		{Span: at("“We won,”"), Parts: []extract.Span{at("“We won,”")}, Speaker: extract.Speaker{Span: at("Ann Lee"), Kind: extract.NamedSpeaker, Name: "Ann Lee", Role: "the mayor"}},
		{Span: at("“It was\u202e late.”"), Parts: []extract.Span{at("“It was\u202e late.”")}},
	}
	d.Removed = []extract.Removed{{Text: "Also Read |\n" + strings.Repeat("word ", 30), Stage: "junk", Rule: "teaser"}}

	var b strings.Builder
	r := NewReport(&b, 80)
	r.Write(pipeline.Result{ID: "a.html", Doc: d})
	r.Write(pipeline.Result{ID: "b.html", Err: pipeline.Failed("b.html", "page", errors.New("no text found"))})
	want := `Council[31m wins
Bo Kim · 2026-03-11
1 block · 1 sentence · 2 quotes

Who said what
  Ann Lee, the mayor
    direct    “We won,”
  (the text does not say who)
    direct    “It was late.”

Named
  PERSON  Ann Lee (1)
  GPE     Oslo (1)

Taken out of the story
  teaser        Also Read | word word word word word word word word word word w…

b.html: page: no text found
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// What was denied, asked for or not said must not read as if it were said.
func TestReportSaysHow(t *testing.T) {
	const text = "Ely denied taking cash. Lee did not say why. Park said it was late. Ash would say “no”."
	for _, tt := range []struct {
		name, cue, kind, said string
		of                    extract.QuoteKind
		mood                  extract.Modality
		want                  string
	}{
		{"denied", "denied", "deny", "taking cash", extract.Indirect, extract.Actual, "    indirect  [denied] taking cash"},
		{"not_said", "say", "say", "why", extract.Indirect, extract.Negated, "    indirect  [say, negated] why"},
		{"said", "said", "say", "it was late", extract.Indirect, extract.Actual, "    indirect  it was late"},
		{"would_say", "say", "say", "“no”", extract.Direct, extract.Hypothetical, "    direct    [say, hypothetical] “no”"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := extract.NewDocument("a", text)
			at := func(s string) extract.Span {
				i := int32(strings.Index(text, s))
				return extract.Span{Start: i, End: i + int32(len(s))}
			}
			d.Quotes = []extract.Quote{{Span: at(tt.said), Parts: []extract.Span{at(tt.said)}, Cue: at(tt.cue), CueKind: tt.kind, Kind: tt.of, Modality: tt.mood}}
			var b strings.Builder
			NewReport(&b, 80).Write(pipeline.Result{ID: "a", Doc: d})
			if !strings.Contains(b.String(), tt.want+"\n") {
				t.Errorf("got\n%s\nwant a line %q", b.String(), tt.want)
			}
		})
	}
}

func TestReportIsWrapped(t *testing.T) {
	d := extract.NewDocument("a", "“The wall will hold, whatever the storm that is coming may do to the old harbour,” he said.")
	q := extract.Span{Start: 0, End: int32(strings.Index(d.Text(), " he said"))}
	d.Quotes = []extract.Quote{{Span: q, Parts: []extract.Span{q}}}
	d.Removed = []extract.Removed{{Text: "Also Read: the ten best walks for a day of rain", Rule: "teaser"}}
	d.Metadata.Title = "Harbour wall to be raised by a metre after long debate"
	var b strings.Builder
	NewReport(&b, 44).Write(pipeline.Result{Doc: d})
	want := `Harbour wall to be raised by a metre after
long debate
1 block · 0 sentences · 1 quote

Who said what
  (the text does not say who)
    direct    “The wall will hold, whatever
              the storm that is coming may
              do to the old harbour,”

Taken out of the story
  teaser        Also Read: the ten best wal…

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		n        int
		want     string
	}{
		{"nothing", "", 10, ""},
		{"short", "a b", 10, "a b"},
		{"exact", "aaaa bbbbb", 10, "aaaa bbbbb"},
		{"one_more", "aaaa bbbbbb", 10, "aaaa/bbbbbb"},
		{"long_word", "a https://news.example/story b", 10, "a/https://news.example/story/b"},
		{"long_word_first", "https://news.example/story b", 10, "https://news.example/story/b"},
		{"curly_marks_are_one_column", "“aa” “bb”", 9, "“aa” “bb”"},
		{"combining_marks_are_none", "cafe\u0301 cafe\u0301", 9, "cafe\u0301 cafe\u0301"},
		{"wide_characters_are_two", "東京 大阪", 8, "東京/大阪"},
	} {
		if got := strings.Join(wrap(tt.in, tt.n), "/"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestShorten(t *testing.T) {
	for in, want := range map[string]string{"rain": "rain", "raining": "rai…", "東京大": "東…", "東京": "東京", "": ""} {
		if got := shorten(in, 4); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
