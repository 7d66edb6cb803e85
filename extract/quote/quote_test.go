package quote

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
)

// tagged is a document of text without an engine: words cut at blanks and
// marks, tagged by the few that the rules ask for.
func tagged(text string) *extract.Document {
	doc := extract.NewDocument("a", text)
	tags := map[string]extract.Tag{"said": extract.VBD, "told": extract.VBD, "was": extract.VBD, "the": extract.DT, "a": extract.DT, "she": extract.PRP,
		"he": extract.PRP, "that": extract.IN, "to": extract.TO, "according": extract.VBG, "and": extract.CC, "who": extract.WP, "adding": extract.VBG, "in": extract.IN}
	for _, b := range doc.Blocks {
		doc.Sentences = append(doc.Sentences, b.Span)
		for i := b.Start; i < b.End; {
			n := int32(1)
			switch c := text[i]; {
			case c == ' ' || c == '\t' || c == '\r':
				i++
				continue
			case c < 0x80 && !letter(c):
			default:
				for i+n < b.End && (letter(text[i+n]) || text[i+n] >= 0x80 && c >= 0x80) {
					n++
				}
			}
			for i+n < b.End && text[i+n]&0xC0 == 0x80 {
				n++
			}
			word := text[i : i+n]
			tag, known := tags[strings.ToLower(word)]
			switch {
			case known:
			case !letter(word[0]):
				tag = extract.Punct
			case word[0] < 'a':
				tag = extract.NNP
				doc.Mentions = append(doc.Mentions, extract.Mention{Span: extract.Span{Start: i, End: i + n}, Entity: -1})
			default:
				tag = extract.NN
			}
			doc.Tokens = append(doc.Tokens, extract.Token{Span: extract.Span{Start: i, End: i + n}, Tag: tag})
			i += n
		}
	}
	return doc
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func TestLayersMayBeEmpty(t *testing.T) {
	text := "“We wait,” Ann Carter said.\nShe said that it was late."
	full := tagged(text)
	tests := map[string]func(*extract.Document){
		"no_tokens":    func(d *extract.Document) { d.Tokens = nil },
		"no_sentences": func(d *extract.Document) { d.Sentences = nil },
		"no_mentions":  func(d *extract.Document) { d.Mentions = nil },
		"no_blocks":    func(d *extract.Document) { d.Blocks = nil },
		"nothing":      func(d *extract.Document) { *d = *extract.NewDocument("a", "") },
		"no_tags": func(d *extract.Document) {
			for i := range d.Tokens {
				d.Tokens[i].Tag = extract.NoTag
			}
		},
		"a_token_across_a_mark":    func(d *extract.Document) { d.Tokens = []extract.Token{{Span: extract.Span{Start: 0, End: 20}}} },
		"a_block_within_a_stretch": func(d *extract.Document) { d.Blocks = []extract.Block{{Span: extract.Span{Start: 4, End: 8}}} },
		"mentions_out_of_order": func(d *extract.Document) {
			d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: 3, End: 5}, Entity: -1})
		},
	}
	for name, strip := range tests {
		t.Run(name, func(t *testing.T) {
			doc := tagged(text)
			doc.Tokens = append([]extract.Token(nil), full.Tokens...)
			strip(doc)
			doc.Quotes = Find(nil, doc)
			doc.Tokens, doc.Blocks = nil, nil // what was stripped may break promises of its own
			if err := doc.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestFindAppends(t *testing.T) {
	doc := tagged("She said that it was late.")
	had := []extract.Quote{{Rule: "mine"}}
	got := Find(had, doc)
	if len(got) != 2 || got[0].Rule != "mine" || doc.At(got[1].Speaker.Span) != "She" {
		t.Errorf("got %v, want what was there and the report", got)
	}
}

// TestLongTexts holds the work to the length of the text: what grows with its
// square takes minutes here.
func TestLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts")
	}
	tests := map[string]string{
		"100000_marks":               strings.Repeat("“a” ", 50000),
		"100000_straight_marks":      strings.Repeat(`"a" `, 50000),
		"opening_marks_alone":        strings.Repeat("“a ", 100000),
		"single_marks":               strings.Repeat("‘a ", 100000),
		"apostrophes":                strings.Repeat("dogs' ", 100000),
		"a_mark_never_closed_5_MB":   "“" + strings.Repeat("We wait. ", 5<<20/9),
		"carried_over_100000_blocks": "“We wait,” she said. “And\n" + strings.Repeat("wait\n", 100000),
		"cues_in_one_sentence":       strings.Repeat("she said that ", 60000),
		"commas_in_one_sentence":     strings.Repeat("Smith, ", 60000) + "said it was late.",
		"titles":                     strings.Repeat("in “Ab Cd Ef” ", 40000),
		"colons":                     strings.Repeat("Smith: “we” ", 40000),
		"said_comma":                 strings.Repeat("it was late, she said, ", 40000),
		"according_comma":            strings.Repeat("it was late, according to Smith, ", 30000),
		"participles":                "She said it was late" + strings.Repeat(", adding that it was late", 30000),
		"brackets":                   strings.Repeat("(Smith) said (", 60000),
		"according":                  strings.Repeat("according to ", 60000),
		"labels":                     strings.Repeat("Q: a b\nA: c d\n", 30000),
		"short_blocks_with_marks":    strings.Repeat("“We wait.”\n", 50000),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			doc := tagged(text)
			began := time.Now()
			doc.Quotes = Find(nil, doc)
			if err := doc.Validate(); err != nil {
				t.Error(err)
			}
			t.Logf("%d bytes, %d quotes, %v", len(text), len(doc.Quotes), time.Since(began))
		})
	}
}

func FuzzFind(f *testing.F) {
	_, cases := readCases(f)
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add("\"'' `` «» „“ ‘’ ' 'a' \"\n\"")
	f.Add("Q: “\nA: ”\n“a\n“b")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		doc := tagged(text)
		doc.Quotes = Find(nil, doc)
		if err := doc.Validate(); err != nil {
			t.Fatal(err)
		}
		said := map[extract.Span]bool{}
		for _, q := range doc.Quotes {
			for _, p := range q.Quoted {
				if said[p] {
					t.Fatalf("%q is in two quotes", doc.At(p))
				}
				said[p] = true
			}
		}
	})
}

// BenchmarkFind reads an article of 800 words: all the cases, without the
// engine's time.
func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := extract.NewDocument("a", string(data))
	readLanguage(b, doc)
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		doc.Quotes = Find(doc.Quotes[:0], doc)
	}
	b.ReportMetric(float64(len(doc.Quotes)), "quotes")
}
