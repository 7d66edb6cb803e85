package prose

import (
	"regexp"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	split "github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
)

// marked is a name as prose would give it: "[Ann Lee/P]".
var marked = regexp.MustCompile(`\[([^\]/]+)/([PGOM])\]`)

var typeLetters = map[string]extract.EntityType{"P": extract.Person, "G": extract.GPE, "O": extract.Org, "M": extract.Misc}

func noted(t *testing.T, src string) *extract.Document {
	t.Helper()
	var b strings.Builder
	var mentions []extract.Mention
	for {
		m := marked.FindStringSubmatchIndex(src)
		if m == nil {
			break
		}
		b.WriteString(src[:m[0]])
		start := int32(b.Len())
		b.WriteString(src[m[2]:m[3]])
		mentions = append(mentions, extract.Mention{Span: extract.Span{Start: start, End: int32(b.Len())}, Type: typeLetters[src[m[4]:m[5]]], Entity: -1})
		src = src[m[1]:]
	}
	b.WriteString(src)
	d := extract.NewDocument("t", b.String())
	d.Mentions = mentions
	for _, s := range []extract.Stage{token.Stage(), split.Stage(), tag.Stage()} {
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestTidy(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"opener_is_no_name", "[Tonight/G] we met. We left tonight. [Brandt/P] said no.", "PERSON Brandt"},
		{"month_is_no_name", "In [January/G] the [Okafor/M] plan was late.", "MISC Okafor"},
		{"heading_words_are_no_names", "[Legal Disclaimer/G]\n\nThe plan of [Ann Lee/P] came late.", "PERSON Ann Lee"},
		{"headline_is_read_by_the_body",
			"[Council Rejects Okafor/P] [Ferry Request/M] After Talks\n\nThe council rejects what [Margaret Okafor/P] asked for, a ferry request.",
			"PERSON Okafor|PERSON Margaret Okafor"},
		{"capitals_are_read_by_the_body", "OKAFOR WINS AGAIN\n\n[Margaret Okafor/P] wins again.", "PERSON OKAFOR|PERSON Margaret Okafor"},
		{"pair_of_names", "The [Okafor-Brandt/M] talks ran on. [Okafor/P] and [Brandt/P] left.", "PERSON Okafor|PERSON Brandt|PERSON Okafor|PERSON Brandt"},
		{"surname_that_was_lost", "[Margaret Okafor/P] spoke. Then Okafor left.", "PERSON Margaret Okafor|PERSON Okafor"},
		{"possessive_is_no_part", "[Brandt's/P] plan and [Brandt’s/P] dam.", "PERSON Brandt|PERSON Brandt"},
		{"firm_that_looks_like_a_person", "We sailed with [Brannoc Line/P] then.", "ORG Brannoc Line"},
		{"file_and_mail_are_none", "See [Minutes.pdf/P] of [ann@vexley/P].", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := noted(t, tt.text)
			tidy(d)
			var got []string
			for _, m := range d.Mentions {
				got = append(got, m.Type.String()+" "+d.At(m.Span))
			}
			if s := strings.Join(got, "|"); s != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}
