package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/content"
	"github.com/quoth/quoth/pipeline"
)

// read gives all articles of a source over a stream.
func read(o Options, stdin string, args ...string) []pipeline.Input {
	if o.MaxBytes == 0 {
		o.MaxBytes = 1 << 20
	}
	o.Stdin = strings.NewReader(stdin)
	if len(args) == 0 {
		args = []string{Stdin}
	}
	var out []pipeline.Input
	for in := range New(o, args...).Inputs(background) {
		out = append(out, in)
	}
	return out
}

// brief writes an article down as a line of a test's expectation.
func brief(in pipeline.Input) string {
	s := in.ID
	if in.Err == nil && in.Load != nil {
		in.Err = in.Load(background, &in)
	}
	if in.Err != nil {
		return s + " ! " + extract.FaultKind(in.Err)
	}
	s += " " + []string{"text", "html"}[in.Format] + " " + fmt.Sprintf("%q", in.Body)
	if in.URL != "" {
		s += " url=" + in.URL
	}
	if in.Extra != nil {
		s += " extra=" + string(in.Extra)
	}
	if len(in.Warnings) > 0 {
		s += fmt.Sprintf(" warnings=%d", len(in.Warnings))
	}
	return s
}

func briefs(ins []pipeline.Input) string {
	var b strings.Builder
	for _, in := range ins {
		b.WriteString(brief(in) + "\n")
	}
	return b.String()
}

func TestJSONLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"text", `{"id":"a","text":"Rain."}`, `a text "Rain."`},
		{"html", `{"id":"a","url":"https://n.example/1","html":"<p>Rain."}`, `a html "<p>Rain." url=https://n.example/1`},
		{"both_html_wins", `{"text":"Rain","html":"<p>","id":"a"}`, `a html "<p>" extra={"text":"Rain"}`},
		{"html_null", `{"id":"a","text":"Rain.","html":null}`, `a text "Rain."`},
		{"id_missing", `{"text":"Rain."}`, `-:1 text "Rain."`},
		{"id_null", `{"id":null,"text":"Rain."}`, `-:1 text "Rain."`},
		{"id_empty", `{"id":"","text":"Rain."}`, ` text "Rain."`},
		{"id_number", `{"id":12345678901234567890.10,"text":"Rain."}`, `12345678901234567890.10 text "Rain."`},
		{"id_list", `{"id":[1, 2],"text":"Rain."}`, `[1, 2] text "Rain."`},
		{"id_escaped", `{"id":"\u00e9\n\"","text":"Rain."}`, "é\n\" text \"Rain.\""},
		{"key_escaped", `{"\u0069d":"a","te\u0078t":"Rain."}`, `a text "Rain."`},
		{"keys_are_case_sensitive", `{"ID":"a","text":"Rain."}`, `-:1 text "Rain." extra={"ID":"a"}`},
		{"repeated_key_last_wins", `{"id":"a","id":"b","text":"x","text":"Rain."}`, `b text "Rain."`},
		{"escapes", `{"id":"a","text":"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00"}`, `a text "\"\\/\b\f\n\r\tAé😀"`},
		{"lone_surrogates", `{"id":"a","text":"\ud83d \ude00\ud83d\ud83d\ude00 \ud83dx"}`, `a text "� ��😀 �x" warnings=1`},
		{"invalid_utf8", "{\"id\":\"a\",\"text\":\"Ra\xffin\"}", `a text "Ra�in" warnings=1`},
		{"extra", ` { "id" : "a" , "n" : 1e999 , "text" : "Rain." , "g" : { "x" : [ 1 , "}" ] } , "n" : 0.10 , "s":"\u00e9\ud800" } `,
			`a text "Rain." extra={"n":1e999,"g":{ "x" : [ 1 , "}" ] },"n":0.10,"s":"\u00e9\ud800"}`},
		{"extra_named_extra", `{"id":"a","text":"Rain.","extra":{}}`, `a text "Rain." extra={"extra":{}}`},
		{"extra_with_carriage_return", "{\"id\":\"a\",\"text\":\"Rain.\",\"l\":[1,\r2]}", `a text "Rain." extra={"l":[1, 2]}`},
		{"empty_text", `{"id":"a","text":""}`, `a ! empty`},
		{"neither", `{"id":"a","title":"Rain"}`, `a ! bad_json`},
		{"text_is_a_number", `{"text":1,"id":"a"}`, `a ! bad_json`},
		{"url_is_a_list", `{"url":[],"id":"a","text":"x"}`, `a ! bad_json`},
		{"list", `["a"]`, `-:1 ! bad_json`},
		{"string", `"a"`, `-:1 ! bad_json`},
		{"cut_off", `{"id":"a","text":"Rai`, `-:1 ! bad_json`},
		{"two_on_a_line", `{"text":"a"} {"text":"b"}`, `-:1 ! bad_json`},
		{"control_character", "{\"text\":\"a\tb\"}", `-:1 ! bad_json`},
		{"deep", `{"text":"a","d":` + strings.Repeat("[", 1e6) + strings.Repeat("]", 1e6) + `}`, `-:1 ! bad_json`},
		{"blank_lines_and_crlf", "\ufeff\r\n{\"text\":\"a\"}\r\n \n{\"text\":\"b\"}\n\n", "-:2 text \"a\"\n-:4 text \"b\""},
		{"nothing", "", ""},
		{"broken_among_good", "{\"id\":\"a\",\"text\":\"a\"}\n{\n{\"id\":\"c\",\"text\":\"c\"}", "a text \"a\"\n-:2 ! bad_json\nc text \"c\""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.TrimSuffix(briefs(read(Options{Kind: JSONL, MaxBytes: 4 << 20}, c.in)), "\n")
			if got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestJSONLinesTooLong(t *testing.T) {
	long := strings.Repeat("x", 3*window)
	in := `{"id":"a","text":"a"}` + "\n" + `{"id":"b","text":"` + long + `"}` + "\n" + `{"id":"c","text":"` + long[:2000] + `"}` + "\n" + `{"id":"d","text":"d"}`
	want := "a text \"a\"\n-:2 ! too_large\nc ! too_large\nd text \"d\"\n"
	if got := briefs(read(Options{Kind: JSONL, MaxBytes: 1000}, in)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got := briefs(read(Options{Kind: JSONL, MaxBytes: 1000}, `{"text":"`+long)); got != "-:1 ! too_large\n" {
		t.Errorf("at the end: %s", got)
	}
}

// json.dumps of Python writes a Cyrillic letter, two bytes, as six.
func TestJSONLinesMayBeEscaped(t *testing.T) {
	in := `{"id":"a","text":"` + strings.Repeat(`\u0416`, 1<<19) + `"}` + "\n"
	got := read(Options{Kind: JSONL, MaxBytes: 1 << 20}, in)
	if len(got) != 1 || got[0].Err != nil || len(got[0].Body) != 1<<20 {
		t.Errorf("%d inputs, the first %s", len(got), brief(got[0]))
	}
}

func TestJSONLinesVerbatimMayBeEmpty(t *testing.T) {
	if got := briefs(read(Options{Kind: JSONL, Verbatim: true}, `{"id":"a","text":""}`)); got != "a text \"\"\n" {
		t.Error(got)
	}
}

func TestLineReader(t *testing.T) {
	const limit = 40
	for _, size := range []int{16, 17, 64} { // of the buffer beneath; 16 is the least
		for _, n := range []int{0, 1, 15, 16, 17, 31, 32, 33, limit - 1, limit, limit + 10, 100} {
			line := strings.Repeat("a", n)
			for _, end := range []string{"\n", "\r\n", ""} {
				r := lineReader{r: bufio.NewReaderSize(iotest.HalfReader(strings.NewReader(line+end+"next\n")), size), limit: limit}
				want := line
				if end == "" {
					want += "next"
				}
				got, long, err := r.next()
				if err != nil || long != (len(want) > limit) || !long && string(got) != want {
					t.Errorf("buffer %d, line of %d, end %q: %q, long=%v, %v", size, n, end, got, long, err)
				}
				if end != "" {
					if got, _, err = r.next(); err != nil || string(got) != "next" || r.n != 2 {
						t.Errorf("buffer %d, line of %d, end %q: then %q, line %d, %v", size, n, end, got, r.n, err)
					}
				}
				if _, _, err = r.next(); err != io.EOF {
					t.Errorf("buffer %d, line of %d: no end: %v", size, n, err)
				}
			}
		}
	}
}

// FuzzRecord holds parseRecord to encoding/json: the same lines are valid, the
// same strings are read, and what rides along is an object.
func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"id":"a","url":"u","text":"\ud83d\ude00 \ud83d \u0041","n":1e999,"g":{"a":["}",{}]}}`))
	f.Add([]byte(`{"html":"<p>\/\n","id":1.0,"te\u0078t":null}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		line, _ = validUTF8(line)
		m, err := parseRecord(line, make([]byte, len(line)))
		var want map[string]json.RawMessage
		if json.Unmarshal(line, &want) != nil || want == nil {
			if err == nil {
				t.Fatalf("%q: taken for a record", line)
			}
			return
		}
		if m.extra != nil && !json.Valid(m.extra) {
			t.Errorf("%q: extra is no JSON: %s", line, m.extra)
		}
		for name, v := range map[string]value{"html": m.html, "url": m.url, "text": m.text} {
			if v.raw == nil {
				if w := want[name]; len(w) > 0 && w[0] == '"' {
					t.Errorf("%q: %s is lost", line, name)
				}
				continue
			}
			var s string
			if err := json.Unmarshal(want[name], &s); err != nil {
				continue // repeated, and once no string
			}
			if string(v.text) != s || !utf8.Valid(v.text) {
				t.Errorf("%q: %s is %q, want %q", line, name, v.text, s)
			}
		}
	})
}

// FuzzJSONLines: one article or error for each line that is not blank,
// whatever the lines hold and however the bytes come in.
func FuzzJSONLines(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\",\"text\":\"b\"}\r\n\n{\"text\":\"\xff\"}\n[]\n{"))
	f.Fuzz(func(t *testing.T, in []byte) {
		lines := 0
		for line := range bytes.SplitSeq(bytes.TrimPrefix(in, bom), []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				lines++
			}
		}
		s := New(Options{Kind: JSONL, MaxBytes: 100, Stdin: iotest.HalfReader(bytes.NewReader(in))}, Stdin)
		n := 0
		for in := range s.Inputs(background) {
			n++
			if !utf8.ValidString(in.ID) || !utf8.Valid(in.Body) {
				t.Errorf("%q: not UTF-8", in.ID)
			}
			if in.Err == nil && len(in.Body) == 0 {
				t.Errorf("%s: neither body nor error", in.ID)
			}
		}
		if n != lines && !content.Packed(in) {
			t.Errorf("%d articles for %d lines", n, lines)
		}
	})
}
