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
	r := NewReport(&b)
	r.Write(pipeline.Result{ID: "a.html", Doc: d})
	r.Write(pipeline.Result{ID: "b.html", Err: pipeline.Failed("b.html", "page", errors.New("no text found"))})
	want := `Council[31m wins
Bo Kim · 2026-03-11 · 1 block · 1 sentence

Who said what
  Ann Lee, the mayor
    direct    “We won,”
  (the text does not say who)
    direct    “It was late.”

Named
  PERSON  Ann Lee (1)
  GPE     Oslo (1)

Taken out of the story
  teaser        Also Read | word word word word word word word word word word word word…

b.html: page: no text found
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
