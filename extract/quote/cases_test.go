package quote

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/entity"
	"github.com/quoth/quoth/extract/name"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
)

var update = flag.Bool("update", false, "write what is found as what is expected; read the diff")

const casesFile = "testdata/cases.txt"

// A testCase is a text as a reader sees it and the quotes expected of it, one
// a line: "direct | “We won,” … “at last.” | said | the mayor (nominal)".
type testCase struct{ name, text, want string }

func readCases(t testing.TB) (head string, cases []testCase) {
	data, err := os.ReadFile(casesFile)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(data), "\n== ")
	for _, c := range strings.Split(rest, "\n== ") {
		name, body, _ := strings.Cut(c, "\n")
		text, want, ok := strings.Cut(body, "\n--")
		if !ok {
			t.Fatalf("case %s: no line of dashes", name)
		}
		cases = append(cases, testCase{name, text, strings.Trim(want, "\n")})
	}
	return head, cases
}

// annotated is a document of text, a block for each line: "# " begins a
// heading, "> " a block quote, "* " a list item, "$ " code.
func annotated(t testing.TB, text string) *extract.Document {
	draft := &extract.Draft{ID: "case"}
	for line := range strings.Lines(text) {
		p := extract.Piece{Text: strings.TrimSpace(line)}
		for mark, kind := range map[string]extract.BlockKind{"# ": extract.Heading, "> ": extract.BlockQuote, "* ": extract.ListItem, "$ ": extract.Preformatted} {
			if rest, ok := strings.CutPrefix(p.Text, mark); ok {
				p.Text, p.Kind = rest, kind
			}
		}
		draft.Pieces = append(draft.Pieces, p)
	}
	doc := draft.Freeze()
	readLanguage(t, doc)
	return doc
}

// readLanguage runs the engine that users have.
func readLanguage(t testing.TB, doc *extract.Document) {
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), name.Stage(), entity.Stage()} {
		if err := s.Annotate(doc); err != nil {
			t.Fatal(err)
		}
	}
}

// shown writes quotes the way cases do.
func shown(doc *extract.Document) string {
	var b strings.Builder
	for _, q := range doc.Quotes {
		var parts []string
		for _, p := range q.Parts {
			parts = append(parts, doc.At(p))
		}
		cue, speaker := "-", "-"
		if !q.Cue.Empty() {
			cue = doc.At(q.Cue)
		}
		if q.Speaker.Kind != extract.NoSpeaker {
			speaker = fmt.Sprintf("%s (%s)", doc.At(q.Speaker.Span), q.Speaker.Kind)
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s", q.Kind, strings.Join(parts, " … "), cue, speaker)
		if q.Modality != extract.Actual {
			fmt.Fprintf(&b, " | %s", q.Modality)
		}
		if q.Via.Kind != extract.NoSpeaker {
			fmt.Fprintf(&b, " | via %s (%s)", doc.At(q.Via.Span), q.Via.Kind)
		}
		if q.CueKind == "think" || q.CueKind == "plan" {
			fmt.Fprintf(&b, " | %s", q.CueKind)
		}
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return "none"
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestCases(t *testing.T) {
	head, cases := readCases(t)
	out := head
	seen := map[string]bool{}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if seen[c.name] {
				t.Errorf("two cases of this name")
			}
			seen[c.name] = true
			doc := annotated(t, c.text)
			doc.Quotes = Find(nil, doc)
			if err := doc.Validate(); err != nil {
				t.Error(err)
			}
			got := shown(doc)
			if got != c.want && !*update {
				t.Errorf("\n%s\ngot\n%s\nwant\n%s", c.text, got, c.want)
			}
			out += "\n== " + c.name + "\n" + c.text + "\n--\n" + got + "\n"
		})
	}
	if *update {
		if err := os.WriteFile(casesFile, []byte(out), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
