package prose

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// read runs the engine's stages over a text.
func read(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := extract.NewDocument("t", text)
	for _, s := range Stages() {
		if err := s.Annotate(d); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
	}
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	return d
}

// A readCase is a text and what is found in it, joined by "|".
type readCase struct{ name, text, want string }

// list compares what found gives of each text with what is wanted.
func list(t *testing.T, cases []readCase, found func(*extract.Document) []string) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(found(read(t, tt.text)), "|"); got != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	list(t, []readCase{
		{"plain", "It rained. We left.", "It rained.|We left."},
		{"title_before_name", "Dr. Lee met Mr. Marsh. They left.", "Dr. Lee met Mr. Marsh.|They left."},
		{"country_with_stops", "The U.S. ships left. It rained.", "The U.S. ships left.|It rained."},
		{"number_with_stop", "It cost 3.5 million. We paid.", "It cost 3.5 million.|We paid."},
		{"block_ends_a_sentence", "A heading\nIt rained.", "A heading|It rained."},
		{"no_stop_at_all", "It rained and we left", "It rained and we left"},
		{"curly_marks", "“It rained.” We left.", "“It rained.”|We left."},
		{"emoji_and_combining_marks", "It rained 😀. Zoe\u0308 left.", "It rained 😀.|Zoe\u0308 left."},
	}, func(d *extract.Document) (got []string) {
		for _, s := range d.Sentences {
			got = append(got, d.At(s))
		}
		return got
	})
}

// Every letter and digit of the text is in a token, as it stands there.
func TestTokens(t *testing.T) {
	list(t, []readCase{
		{"possessive", "Brandt's dam", "Brandt|'s|dam"},
		{"curly_possessive", "Brandt’s dam", "Brandt|’s|dam"},
		{"apostrophe_in_a_name", "O’Malley met O'Malley", "O’Malley|met|O'Malley"},
		{"contraction", "We don’t know", "We|do|n’t|know"},
		{"double_marks", "“No,” he said", "“|No|,|”|he|said"},
		{"dash_without_blanks", "a deal—another", "a|deal|—|another"},
		{"emoji", "rain 😀 sun", "rain|😀|sun"},
		{"combining_mark", "Zoe\u0308 left", "Zoe\u0308|left"},
		{"money", "£3.5m and $4", "£3.5m|and|$|4"},
	}, func(d *extract.Document) (got []string) {
		for _, k := range d.Tokens {
			got = append(got, d.At(k.Span))
		}
		return got
	})
}

func TestNames(t *testing.T) {
	list(t, []readCase{
		{"first_name_and_surname", "Yesterday Margaret Lowe met Peter Marsh.", "PERSON Margaret Lowe|PERSON Peter Marsh"},
		{"title_left_out", "It was Senator Paul Marsh who left.", "PERSON Paul Marsh"},
		{"mister_left_out", "We saw Mr. Marsh there.", "PERSON Marsh"},
		{"initial", "We saw Peter B. Marsh there.", "PERSON Peter B. Marsh"},
		{"apostrophe", "We saw Martin O’Dwyer there.", "PERSON Martin O’Dwyer"},
		{"place_before_title", "It was New York Mayor Ann Lowe who left.", "GPE New York|PERSON Ann Lowe"},
		{"people_before_title", "It was Russian President Peter Marsh who left.", "NORP Russian|PERSON Peter Marsh"},
		{"body_by_its_word", "The report came from Vexley Industries on time.", "ORG Vexley Industries"},
		{"office_of", "It was the Department of Justice that sued.", "ORG Department of Justice"},
		{"office_for", "It was the Department for Transport that sued.", "ORG Department for Transport"},
		{"office_of_two_matters", "It was the Department of Farming and Fisheries that sued.", "ORG Department of Farming and Fisheries"},
		{"house_of_a_saint", "She works at St. Anne’s Hospital now.", "ORG St. Anne’s Hospital"},
		{"place_by_its_word", "We walked to Larkspur Dam in the rain.", "LOC Larkspur Dam"},
		{"listed_place_whole", "They came to the Czech Republic in spring.", "GPE Czech Republic"},
		{"event_that_opens_with_a_common_word", "They won the World Cup at home.", "MISC World Cup"},
		{"two_joined", "It was a U.S.-Russian plan.", "GPE U.S.|NORP Russian"},
		{"month_is_no_name", "It rained in January and on Monday.", ""},
		{"opener_is_no_name", "But it rained. Earlier we left.", ""},
		{"capitals", "FLOOD IN UKRAINE KILLS THREE", "GPE UKRAINE"},
	}, func(d *extract.Document) (got []string) {
		for _, m := range d.Mentions {
			got = append(got, m.Type.String()+" "+d.At(m.Span))
		}
		return got
	})
}

// prose fails by panicking; that is the document's error and no crash.
func TestPanicIsAnError(t *testing.T) {
	err := guarded(func(*extract.Document) error { panic("no model") })(extract.NewDocument("t", "a"))
	if extract.FaultKind(err) != "engine" || !strings.Contains(err.Error(), "no model") {
		t.Errorf("got %v", err)
	}
}

func FuzzStages(f *testing.F) {
	for _, s := range []string{
		"Dr. O’Malley said: “It’s 3.5 — no…” 😀 Zoe\u0308's\nU.S.-Russian A. B. C.",
		"' ' '' '' \" “” ‘’ ''s 's ’s ’’ 'em '90s rock'n'roll",
		"&rsquo;&rdquo;&quot; & ; `` '' don't can't gonna cannot",
		"A\u0301. É. ß. İ. \u200b\u2028\u2029\ufeff\u00a0 \u0000 \u00ad",
		"Mr.Marsh.Lee...!!!???.. .a.b.c. www.a.b http://a.b/c?d=e#f (a@b.c)",
		"…………—–-–—••||\t\t\r\n\r\n  ",
		strings.Repeat("(", 600) + " " + strings.Repeat(":)", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			t.Skip()
		}
		d := extract.NewDocument("t", text)
		for _, s := range Stages() {
			if err := s.Annotate(d); err != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
		}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		checkCover(t, d)
	})
}

// checkCover holds that sentences and tokens lose nothing but white space, and
// that mentions begin and end with tokens, or within one at a hyphen.
func checkCover(t *testing.T, d *extract.Document) {
	t.Helper()
	at := int32(0)
	for i, k := range d.Tokens {
		if gap := strings.IndexFunc(d.Text()[at:k.Start], wordRune); gap >= 0 {
			t.Fatalf("%q is in no token before token %d", d.Text()[at:k.Start], i)
		}
		at = k.End
	}
	if strings.IndexFunc(d.Text()[at:], wordRune) >= 0 {
		t.Fatalf("%q is in no token", d.Text()[at:])
	}
	last := int32(0)
	for i, m := range d.Mentions {
		if m.Start < last {
			t.Fatalf("mention %d starts at %d, before %d", i, m.Start, last)
		}
		last = m.End
	}
}

func BenchmarkStages(b *testing.B) {
	text := strings.Repeat("Yesterday Senator Paul Marsh of Ohio met Margaret Lowe, the head of Vexley Industries. “We won,” she said.\n", 30)
	read(b, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		read(b, text)
	}
}
