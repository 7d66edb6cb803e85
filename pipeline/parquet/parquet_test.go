package parquet

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

func document() *extract.Document {
	const text = "👷 “It holds,” said Ida Brandt."
	at := func(s string) extract.Span {
		i := strings.Index(text, s)
		return extract.Span{Start: int32(i), End: int32(i + len(s))}
	}
	d := extract.NewDocument("a", text)
	d.Source = extract.Source{URL: "https://example.org/a", MediaType: "text/html", SHA256: strings.Repeat("0", 64)}
	d.Metadata = extract.Metadata{Title: "The wall", Authors: []string{"Oona Marsh"}, Language: "en"}
	d.Blocks[0].Level, d.Blocks[0].Kind = 2, extract.Heading
	d.Sentences = []extract.Span{at(text)}
	d.Mentions = []extract.Mention{{Span: at("Ida Brandt"), Type: extract.Person}}
	d.Entities = []extract.Entity{{Type: extract.Person, Name: "Ida Brandt", Mentions: []int32{0}}}
	d.Quotes = []extract.Quote{
		{Span: at("“It holds,”"), Kind: extract.Direct, Parts: []extract.Span{at("“It holds,”")}, Quoted: []extract.Span{at("It holds,")}, Cue: at("said"), CueKind: "say", Modality: extract.Planned,
			Speaker: extract.Speaker{Span: at("Ida Brandt"), Kind: extract.NamedSpeaker, Entity: 0, Name: "Ida Brandt"}, Via: extract.Speaker{Span: at("Ida Brandt"), Kind: extract.NamedSpeaker, Entity: 0, Name: "Ida Brandt"}, Rule: "cue-after", Confidence: 0.987},
		{Span: at("It holds"), Kind: extract.Indirect, Parts: []extract.Span{at("It holds")}, Rule: "none", Confidence: 0.5},
	}
	d.Removed = []extract.Removed{{Text: "Also read", Stage: "junk", Rule: "teaser"}}
	d.Warnings = []string{"odd"}
	d.DuplicateOf = "z"
	d.Extra = []byte(`{"n":1}`)
	return d
}

func write(t *testing.T, c *Codec, results ...pipeline.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	err := c.Begin(&b, true)
	for i := range results {
		err = errors.Join(err, c.Add(&results[i]), c.Cut())
	}
	if err = errors.Join(err, c.End()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// plain takes what stands for nothing out of a value of JSON: null, and in
// Parquet what JSON leaves out.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, e := range v {
			if v[key] = plain(e); v[key] == nil {
				delete(v, key)
			}
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
		for i := range v {
			v[i] = plain(v[i])
		}
	}
	return v
}

func parsed(t *testing.T, line []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(line, &v); err != nil {
		t.Fatal(err)
	}
	return plain(v)
}

// A row has what the line of JSON has, under the same names, in each unit.
func TestRowsAreTheJSON(t *testing.T) {
	for _, unit := range []extract.Unit{extract.CodePoint, extract.Byte, extract.UTF16} {
		file := write(t, &Codec{Unit: unit}, pipeline.Result{ID: "a", Doc: document()})
		rows, err := pq.Read[any](bytes.NewReader(file), int64(len(file)))
		if err != nil || len(rows) != 1 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		b, err := json.Marshal(unlist(rows[0]))
		if err != nil {
			t.Fatal(err)
		}
		got := parsed(t, b).(map[string]any)
		got["extra"] = parsed(t, []byte(got["extra"].(string)))
		want := parsed(t, (&extract.Encoder{Unit: unit}).Append(nil, document()))
		if !reflect.DeepEqual(got, want) {
			a, _ := json.MarshalIndent(got, "", " ")
			b, _ := json.MarshalIndent(want, "", " ")
			t.Errorf("%s: row\n%s\nJSON\n%s", unit, a, b)
		}
	}
}

// unlist makes Parquet's lists, {"list": [{"element": …}]}, lists, and bytes
// texts.
func unlist(v any) any {
	switch v := v.(type) {
	case []byte:
		return string(v)
	case map[string]any:
		if list, ok := v["list"]; ok && len(v) == 1 {
			var out []any
			for _, e := range list.([]any) {
				out = append(out, unlist(e.(map[string]any)["element"]))
			}
			return out
		}
		for key := range v {
			v[key] = unlist(v[key])
		}
	}
	return v
}

func TestFailures(t *testing.T) {
	failed := pipeline.Result{ID: "b", Err: pipeline.Failed("b", "page", extract.Faultf("no_story", "no text found"))}
	bad := pipeline.Result{ID: "bad", Doc: document()}
	bad.Doc.Quotes[0].End = 5000 // a bug of a stage
	for skip, want := range map[bool]string{false: "b no_story,bad panic,a ,", true: "a ,"} {
		file := write(t, &Codec{SkipErrors: skip}, failed, bad, pipeline.Result{ID: "left out"}, pipeline.Result{ID: "a", Doc: document()})
		rows, err := pq.Read[row](bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range rows {
			kind := ""
			if r.Error != nil {
				kind = r.Error.Kind
			}
			got += r.ID + " " + kind + ","
		}
		if got != want {
			t.Errorf("skip %v: %s, want %s", skip, got, want)
		}
		bad.Doc, bad.Err = document(), nil
		bad.Doc.Quotes[0].End = 5000
	}
}

func TestRowGroupsAreBounded(t *testing.T) {
	long := extract.NewDocument("long", strings.Repeat("It rained. ", group/33))
	var results []pipeline.Result
	for range 7 {
		results = append(results, pipeline.Result{ID: "long", Doc: long})
	}
	file := write(t, &Codec{}, results...)
	f, err := pq.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil || len(f.RowGroups()) < 2 || f.NumRows() != 7 {
		t.Errorf("%d groups of %d rows, %v", len(f.RowGroups()), f.NumRows(), err)
	}
}
