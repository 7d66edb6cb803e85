package table

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// said is an article of one quotation, over its whole text.
func said(id, title, text string) *pipeline.Result {
	d := extract.NewDocument(id, text)
	d.Metadata.Title = title
	whole := extract.Span{Start: 0, End: int32(len(text))}
	d.Quotes = []extract.Quote{{Span: whole, Kind: extract.Direct, Parts: []extract.Span{whole}, Rule: "r", Confidence: 0.5}}
	return &pipeline.Result{ID: id, Doc: d}
}

func lines(t *testing.T, table string, f Format) *Lines {
	t.Helper()
	named, err := Named(table)
	if err != nil {
		t.Fatal(err)
	}
	return &Lines{Table: named, Format: f}
}

func TestCellsAreSafe(t *testing.T) {
	for _, tt := range []struct{ name, title, csv, tsv string }{
		{"plain", "Rain, at last", `"Rain, at last"`, "Rain, at last"},
		{"marks", `He said "no"`, `"He said ""no"""`, `He said "no"`},
		{"formula", `=HYPERLINK("http://example.org")`, `"'=HYPERLINK(""http://example.org"")"`, `'=HYPERLINK("http://example.org")`},
		{"plus", "+1 for rain", "'+1 for rain", "'+1 for rain"},
		{"minus", "-40 degrees", "'-40 degrees", "'-40 degrees"},
		{"at", "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"},
		{"tab", "\t=1", "'\t=1", `'\t=1`},
		{"carriage_return", "\r=1", "\"'\r=1\"", `'\r=1`},
		{"fullwidth", "＝1", "'＝1", "'＝1"},
		{"equals_within", "1=1", "1=1", "1=1"},
		{"escape", "\x1b]0;title\x07Rain", "]0;titleRain", "]0;titleRain"},
		{"hidden_formula", "\x00=1", "'=1", "'=1"},
		{"c1_control", "\u009b2JRain", "2JRain", "2JRain"},
		{"lines", "one\ntwo\\", "\"one\ntwo\\\"", `one\ntwo\\`},
		{"blank_in_front", " Rain", `" Rain"`, " Rain"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := said("a", tt.title, "It rained.")
			got := string(lines(t, "quotes", CSV).Append(nil, r))
			if want := "a,,," + tt.csv + ",q1,direct,It rained.,It rained.,,,,,,,0,10,r,0.5\n"; got != want {
				t.Errorf("CSV %q, want %q", got, want)
			}
			got = string(lines(t, "quotes", TSV).Append(nil, r))
			if want := "a\t\t\t" + tt.tsv + "\tq1\tdirect\tIt rained.\tIt rained.\t\t\t\t\t\t\t0\t10\tr\t0.5\n"; got != want {
				t.Errorf("TSV %q, want %q", got, want)
			}
		})
	}
}

func TestEachTableHasItsColumns(t *testing.T) {
	d := extract.NewDocument("a", "Ida Brandt said it rained.")
	d.Sentences = []extract.Span{{Start: 0, End: 26}}
	d.Mentions = []extract.Mention{{Span: extract.Span{Start: 0, End: 10}, Type: extract.Person}}
	d.Entities = []extract.Entity{{Type: extract.Person, Name: "Ida Brandt", Mentions: []int32{0}}}
	d.Quotes = []extract.Quote{{Span: extract.Span{Start: 16, End: 25}, Kind: extract.Indirect, Parts: []extract.Span{{Start: 16, End: 25}}, Cue: extract.Span{Start: 11, End: 15},
		Speaker: extract.Speaker{Span: extract.Span{Start: 0, End: 10}, Kind: extract.NamedSpeaker, Name: "Ida Brandt"}, Rule: "cue", Confidence: 1}}
	for _, tb := range Tables {
		for _, r := range []*pipeline.Result{{ID: "a", Doc: d}, {ID: "b", Err: pipeline.Failed("b", "page", errors.New("odd"))}, {ID: "left out"}} {
			want := 1
			if r.Doc == nil && (r.Err == nil || !tb.Failures()) {
				want = 0
			}
			n := 0
			new(Maker).Rows(tb, extract.CodePoint, r, func(row []Value) {
				n++
				if len(row) != len(tb.Columns) {
					t.Errorf("%s: %d values for %d columns", tb.Name, len(row), len(tb.Columns))
				}
			})
			if n != want {
				t.Errorf("%s: %d rows of %s, want %d", tb.Name, n, r.ID, want)
			}
		}
		var object map[string]any
		line := lines(t, tb.Name, JSON).Append(nil, &pipeline.Result{ID: "a", Doc: d})
		if err := json.Unmarshal(line, &object); err != nil || len(object) != len(tb.Columns) || object["article_id"] != "a" {
			t.Errorf("%s: %s\n%v", tb.Name, line, err)
		}
	}
	row := lines(t, "articles", CSV)
	if got := string(row.Append(nil, &pipeline.Result{ID: "b", Err: pipeline.Failed("b", "page", errors.New("odd"))})); !strings.HasPrefix(got, "b,,") || !strings.HasSuffix(got, ",page,failed,odd\n") {
		t.Errorf("a failed input: %q", got)
	}
}

// Whatever an article holds, a reader of CSV gets the rows that were written.
func FuzzCSV(f *testing.F) {
	f.Add("a", "Rain", "It rained,\n\"today\".")
	f.Add("=1", "", "\r\n")
	f.Fuzz(func(t *testing.T, id, title, text string) {
		text = strings.ToValidUTF8(text, "")
		if text == "" {
			return
		}
		l := lines(t, "quotes", CSV)
		got := append(l.Head(), l.Append(nil, said(id, strings.ToValidUTF8(title, ""), text))...)
		rows, err := csv.NewReader(strings.NewReader(string(got))).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[0]) != len(rows[1]) {
			t.Fatalf("%q: %d rows, %v", got, len(rows), err)
		}
		if want := strings.ReplaceAll(safe(text), "\r\n", "\n"); rows[1][6] != want { // which is how encoding/csv reads
			t.Errorf("%q, want %q", rows[1][6], want)
		}
		if slices.ContainsFunc(rows[1], func(s string) bool { return s != "" && strings.ContainsRune(formula, []rune(s)[0]) }) {
			t.Errorf("%q has a formula", rows[1])
		}
		tsv := string(lines(t, "quotes", TSV).Append(nil, said(id, title, text)))
		if strings.Count(tsv, "\n") != 1 || strings.Count(tsv, "\t") != len(l.Table.Columns)-1 {
			t.Errorf("TSV %q", tsv)
		}
	})
}
