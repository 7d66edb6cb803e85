package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

var texts = map[string]string{
	"empty":             "",
	"ascii":             "The mayor said no.",
	"emoji":             "She wrote 👩‍🚒🔥 and left. 🏳️‍🌈",
	"combining_marks":   "Cafe\u0301 Ångström n\u0303o",
	"crlf":              "One line.\r\nAnother line.\r\n\r\nA third.",
	"line_separators":   "a\u2028b\u2029c",
	"controls":          "a\x00b\x01c\x1fd\x7fe\tf\bg\fh",
	"quotes_and_slash":  `“So” "they" \said\ </script> & <b>`,
	"replacement":       "a lone surrogate becomes \ufffd here",
	"beyond_the_mark":   strings.Repeat("é", 100) + strings.Repeat("a", 100) + "𝒳" + strings.Repeat("ü", 31),
	"ends_on_the_mark":  strings.Repeat("é", 32),
	"right_to_left":     "قالت إن المدينة שלום",
	"zero_width_joiner": "a\u200db\ufeffc\u00adend",
}

// someDocument lays random layers over a text: every field of a document is
// filled at one time or another.
func someDocument(text string, rnd *rand.Rand) *Document {
	text = strings.ToValidUTF8(text, "\ufffd")
	d := NewDocument("id "+text, text)
	bounds := []int32{}
	for i := range text {
		bounds = append(bounds, int32(i))
	}
	bounds = append(bounds, int32(len(text)))
	span := func() Span {
		i := rnd.IntN(len(bounds))
		j := i + rnd.IntN(len(bounds)-i)
		return Span{bounds[i], bounds[j]}
	}
	spans := func() []Span {
		var out []Span
		for range rnd.IntN(3) {
			out = append(out, span())
		}
		return out
	}
	words := func() string { return span().Of(text) }
	d.Source = Source{words(), words(), words(), "utf-8", "2026-01-02T03:04:05Z", "00ff"}
	d.Metadata = Metadata{words(), []string{words()}, words(), words(), words(), words(), words(), words(), words(), words(), []string{words(), words()}, words(), words()}
	d.Origins = Origins{"agency": words(), "title": words(), "published": words()}
	d.Sentences = spans()
	d.Mentions = []Mention{{span(), Person, NameMention, 0}, {span(), Person, PronounMention, 0}, {span(), GPE, NominalMention, -1}}
	d.Entities = []Entity{{Person, words(), []int32{0, 1}, spans()}}
	for k := range Indirect + 1 {
		q := Quote{Span: span(), Kind: k, Parts: spans(), Quoted: spans(), Cue: span(), CueKind: words(), Modality: Modality(rnd.IntN(4)), Rule: words(), Confidence: rnd.Float64()}
		switch rnd.IntN(3) {
		case 1:
			q.Speaker = Speaker{span(), NamedSpeaker, 0, words(), words()}
		case 2:
			q.Speaker = Speaker{span(), AnonymousSpeaker, -1, "", ""}
		}
		d.Quotes = append(d.Quotes, q)
	}
	d.Removed = []Removed{{words(), "junk", words()}}
	d.Decisions = []Decision{
		{Heading, words(), Chrome, "page", words(), nil, span()},
		{Paragraph, words(), Kept, "page", words(), &Why{rnd.Float64()*8 - 4, []Reason{{words(), rnd.Float64()}, {"prose", -1.5}}}, span()},
	}
	d.Repairs = []Repair{{span(), words(), "blank", span()}}
	d.Warnings = []string{words()}
	d.DuplicateOf = words()
	if rnd.IntN(2) == 0 {
		d.input = text
	}
	if rnd.IntN(2) == 0 {
		d.Extra = []byte(`{"n":12345678901234567890.10}`)
	}
	return d
}

func checkAgainstJSON(t *testing.T, d *Document) {
	t.Helper()
	var e Encoder
	for _, e.Unit = range []Unit{CodePoint, Byte, UTF16} {
		for _, e.Explain = range []bool{false, true} {
			want, err := reference(d, e.Unit, e.Explain)
			if err != nil {
				t.Fatal(err)
			}
			if got := e.Append(nil, d); string(got) != string(want) {
				t.Fatalf("%s, explain %v:\n got %s\nwant %s", e.Unit, e.Explain, got, want)
			}
		}
	}
}

func TestEncoderEqualsEncodingJSON(t *testing.T) {
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(1, 2))
			for range 20 {
				checkAgainstJSON(t, someDocument(text, rnd))
			}
		})
	}
}

func FuzzEncoderEqualsEncodingJSON(f *testing.F) {
	for _, text := range texts {
		f.Add(text, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		checkAgainstJSON(t, someDocument(text, rand.New(rand.NewPCG(seed, 0))))
	})
}

func FuzzUnits(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		var points, u16, bytes counter
		points.reset(text, CodePoint)
		u16.reset(text, UTF16)
		bytes.reset(text, Byte)
		check := func(b int) {
			before := []rune(text[:b])
			if got := points.at(int32(b)); int(got) != len(before) {
				t.Fatalf("byte %d is code point %d, want %d", b, got, len(before))
			}
			if got := u16.at(int32(b)); int(got) != len(utf16.Encode(before)) {
				t.Fatalf("byte %d is UTF-16 unit %d, want %d", b, got, len(utf16.Encode(before)))
			}
			if got := bytes.at(int32(b)); int(got) != b {
				t.Fatalf("byte %d is byte %d", b, got)
			}
		}
		for b := range text {
			check(b)
		}
		check(len(text))
	})
}

func TestEncoderLeavesOutLayersThatWereNotAskedFor(t *testing.T) {
	e := Encoder{Omit: Blocks | Sentences | Entities | Quotes}
	got := string(e.Append(nil, NewDocument("a", "One line.")))
	want := `{"schema":"quoth/1","id":"a","source":{},"metadata":{"authors":[],"tags":[]},"text":"One line.","offsets":"codepoint","removed":[],"warnings":[]}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestAppendError(t *testing.T) {
	got := string(AppendError(nil, "a\n17", "page", "no_story", "no text\u2028found"))
	want := `{"id":"a\n17","error":{"stage":"page","kind":"no_story","message":"no text\u2028found"}}`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func BenchmarkEncode(b *testing.B) {
	text := strings.Repeat("“We won’t go,” she said – and left for Zürich. ", 100)
	d := someDocument(text, rand.New(rand.NewPCG(1, 2)))
	for i := int32(0); int(i)+50 < len(text); i += 50 {
		s := Span{i, i + 45}
		for !utf8.RuneStart(text[s.Start]) {
			s.Start++
		}
		for !utf8.RuneStart(text[s.End]) {
			s.End++
		}
		d.Sentences = append(d.Sentences, s)
		d.Blocks = append(d.Blocks, Block{Span: s})
	}
	var e Encoder
	buf := e.Append(nil, d)
	b.SetBytes(int64(len(buf)))
	b.ReportAllocs()
	for b.Loop() {
		buf = e.Append(buf[:0], d)
	}
}
