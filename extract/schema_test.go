package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func checkSchema(s *jsonschema.Schema, line []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// full has something in every field, and every value of every list of words.
func full() *Document {
	text := "Bridge reopens\n\n“We are done,” Ms. Okafor said. “At last.” She smiled."
	d := NewDocument("full", text)
	at := func(s string) Span {
		i := strings.Index(text, s)
		return Span{int32(i), int32(i + len(s))}
	}
	d.Source = Source{"https://news.example/bridge", "bridge.html", "text/html", "utf-8", "2026-01-02T03:04:05Z", strings.Repeat("0f", 32)}
	d.Metadata = Metadata{"Bridge reopens", []string{"Ada Byline"}, "2026-01-02T03:04:05+01:00", "2026-01-03", "The Example", "en", "A bridge.",
		"https://news.example/bridge", "https://news.example/bridge.jpg", "Local", []string{"roads"}, "LAGOS", "AP"}
	d.Origins = Origins{}
	for _, m := range members {
		d.Origins[m] = "jsonld"
	}
	d.Blocks[0] = Block{at("Bridge reopens"), Heading, 2}
	for k := Paragraph; k <= Preformatted; k++ {
		d.Decisions = append(d.Decisions, Decision{k, "Bridge", Verdict(k % 3), "page", "dense", &Why{1.25, []Reason{{"prose", 0.5}}}, Span{0, 8}})
	}
	d.Sentences = []Span{at("Bridge reopens"), at("She smiled.")}
	d.Mentions = []Mention{{at("Ms. Okafor"), Person, NameMention, 0}, {at("She"), Person, PronounMention, 0}, {at("Bridge"), Misc, NominalMention, 1}}
	d.Entities = []Entity{{Person, "Ms. Okafor", []int32{0, 1}, []Span{{0, 3}}}, {Misc, "Bridge", []int32{2}, nil}}
	for typ := Misc; typ <= NORP; typ++ {
		d.Entities = append(d.Entities, Entity{typ, "Bridge", []int32{2}, nil})
	}
	whole := Span{at("“We").Start, at("“At last.”").End}
	for k := Direct; k <= Indirect; k++ {
		for s := NoSpeaker; s <= OrganizationSpeaker; s++ {
			q := Quote{Span: whole, Kind: k, Parts: []Span{at("“We are done,”"), at("“At last.”")}, Quoted: []Span{at("We are done,"), at("At last.")},
				Cue: at("said"), CueKind: "say", Modality: Modality(s % 4), Via: Speaker{Span: at("Ms. Okafor"), Kind: NamedSpeaker, Entity: -1}, Rule: "cue-after", Confidence: 0.97, Speaker: Speaker{at("Ms. Okafor"), s, 0, "Ms. Okafor", "engineer"}}
			if s == PronounSpeaker {
				q.Speaker = Speaker{at("She"), s, -1, "", ""}
				q.Cue, q.CueKind = Span{}, ""
			}
			d.Quotes = append(d.Quotes, q)
		}
	}
	for _, kind := range CueKinds {
		d.Quotes = append(d.Quotes, Quote{Span: whole, Parts: []Span{whole}, Quoted: []Span{whole}, Cue: at("said"), CueKind: kind, Rule: "cue-after"})
	}
	d.Removed = []Removed{{"Also Read | More", "junk", "teaser"}}
	d.input = "Bridge reopen s"
	d.Repairs = []Repair{{at("reopens"), "reopen s", "blank", Span{}}}
	d.Warnings = []string{"declared latin-1, was utf-8"}
	d.DuplicateOf = "a16.html"
	d.Extra = []byte(`{"n":1e999,"n":[{}]}`)
	return d
}

func TestSchemaHoldsDocuments(t *testing.T) {
	s := compileSchema(t)
	e := Encoder{Explain: true}
	for _, d := range []*Document{full(), NewDocument("bare", ""), NewDocument("", "A line.")} {
		for _, e.Unit = range []Unit{CodePoint, Byte, UTF16} {
			for _, e.Explain = range []bool{false, true} {
				for _, e.Omit = range []Layer{0, Speakers, Blocks | Sentences, ^Layer(0)} {
					if err := checkSchema(s, e.Append(nil, d)); err != nil {
						t.Fatalf("%s %s explain=%v omit=%s: %v", d.ID, e.Unit, e.Explain, e.Omit, err)
					}
				}
			}
		}
	}
	if err := checkSchema(s, AppendError(nil, "x", "input", "empty", "no bytes in it")); err != nil {
		t.Error(err)
	}
}

// What the schema allows and the encoder writes are the same keys: a key that
// the full document lacks is one that was forgotten here or is written no more.
func TestSchemaNamesNoKeyThatIsNotWritten(t *testing.T) {
	e := Encoder{Explain: true}
	line := string(e.Append(nil, full())) + string(AppendError(nil, "x", "input", "empty", "no bytes"))
	var schema struct {
		Defs map[string]struct {
			Description string
			Properties  map[string]struct {
				Description string
				Ref         string `json:"$ref"`
				Enum        []any
			}
			Enum []any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	for name, def := range schema.Defs {
		if def.Description == "" {
			t.Errorf("%s: no description", name)
		}
		for key, p := range def.Properties {
			if !strings.Contains(line, fmt.Sprintf("%q:", key)) {
				t.Errorf("%s.%s: never written", name, key)
			}
			if p.Description == "" && p.Ref == "" {
				t.Errorf("%s.%s: no description", name, key)
			}
			for _, word := range p.Enum {
				if written, _ := json.Marshal(word); key != "offsets" && !strings.Contains(line, fmt.Sprintf("%q:%s", key, written)) {
					t.Errorf("%s.%s: %s never written", name, key, written)
				}
			}
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	var e Encoder
	line := string(e.Append(nil, full()))
	for _, c := range []struct{ name, old, new string }{
		{"another_version", `"quoth/1"`, `"quoth/2"`},
		{"a_key_it_does_not_know", `"text":"Bridge reopens\n`, `"body":"","text":"Bridge reopens\n`},
		{"a_key_in_a_quote", `"rule":"cue-after"`, `"rule":"cue-after","by":"x"`},
		{"a_kind_of_cue", `"kind":"say"`, `"kind":"sing"`},
		{"no_text", `"text":"Bridge reopens\n`, `"txet":"Bridge reopens\n`},
		{"a_negative_offset", `"start":0`, `"start":-1`},
		{"a_kind_of_quote", `"kind":"mixed"`, `"kind":"muxed"`},
		{"a_speaker_without_name_key", `"name":null,`, ``},
		{"a_date_in_words", `"2026-01-03"`, `"3 January 2026"`},
		{"an_extra_that_is_a_list", `"extra":{"n":1e999,"n":[{}]}`, `"extra":[]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			bad := strings.Replace(line, c.old, c.new, 1)
			if bad == line {
				t.Fatalf("%s is not in the document", c.old)
			}
			if err := checkSchema(s, []byte(bad)); err == nil {
				t.Error("was let through")
			}
		})
	}
}
