package tag

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/train/conllu"
)

func read1(t testing.TB, text string) *extract.Document {
	d := extract.NewDocument("a", text)
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), Stage()} {
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// Words whose tag is told carry it behind a slash.
func TestTag(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"past_and_participle", "The mayor said/VBD the bridge was closed/VBN by the storm ."},
		{"base_and_past", "They want to close/VB it , and she kept/VBD that/DT plan ."},
		{"noun_and_verb", "The plan/NN is late , but they plan/VBP to/TO open/VB it ."},
		{"pronoun_and_preposition", "She/PRP told/VBD him/PRP about/IN her/PRP$ plan in/IN May/NNP ."},
		{"complementizer", "He warned/VBD that/IN prices/NNS may/MD rise/VB ."},
		{"names", "Amara/NNP Okafor/NNP met President/NNP Lee/NNP in/IN Ohio/NNP ."},
		{"name_with_a_pronoun_in_it", "The group Leave/NNP It/NNP Be/NNP paid for the boats that the crew lost ."},
		{"line_in_capitals", "They Say It/PRP Will Rain ."},
		{"clitics", "It/PRP 's/VBZ late and she/PRP does/VBZ n't/RB know the crew 's/POS name/NN ."},
		{"curly_clitics", "He ca/MD n’t/RB see the crew ’s/POS boat ."},
		{"hyphens", "The long-term/JJ plan needs a follow-up/NN ."},
		{"marks", "“/. Well/UH ,/. yes/UH !/. ”/. (/. Really/RB )/. …/."},
		{"numbers", "Some 4,500/CD people/NNS paid $/. 3/CD ."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var text strings.Builder
			want := map[int32]string{}
			for i, w := range strings.Fields(tt.text) {
				if i > 0 {
					text.WriteByte(' ')
				}
				word, tag, ok := strings.Cut(w, "/")
				if ok {
					want[int32(text.Len())] = tag
				}
				text.WriteString(word)
			}
			d := read1(t, text.String())
			for _, tok := range d.Tokens {
				if w, ok := want[tok.Start]; ok && tok.Tag.String() != w {
					t.Errorf("%s: %s, want %s in %s", d.At(tok.Span), tok.Tag, w, text.String())
				}
			}
		})
	}
}

// TestTreebanks holds the tags to those of treebanks, where they are at hand,
// with the treebanks' own tokens.
func TestTreebanks(t *testing.T) {
	for name, floor := range map[string]float64{"gum-dev": 0.965, "ewt-dev": 0.945} {
		t.Run(name, func(t *testing.T) {
			docs, err := conllu.ReadFile(filepath.Join("../../../shared/corpora/treebank", name+".conllu.gz"))
			if err != nil {
				t.Skip(err)
			}
			right, all := 0, 0
			for _, d := range docs {
				shapes := map[extract.Span]extract.Shape{}
				for _, b := range d.Blocks {
					for _, tok := range token.Tokenize(nil, d.Text, b.Span) {
						shapes[tok.Span] = tok.Shape
					}
				}
				toks := make([]extract.Token, len(d.Words))
				for i, w := range d.Words {
					shape, ok := shapes[w.Span]
					if !ok {
						shape = token.Tokenize(nil, d.Text, w.Span)[0].Shape
					}
					toks[i] = extract.Token{Span: w.Span, Shape: shape}
				}
				Tag(d.Text, d.Sentences, toks)
				for i, w := range d.Words {
					all++
					if toks[i].Tag == extract.ParseTag(w.XPOS) {
						right++
					}
				}
			}
			share := float64(right) / float64(all)
			t.Logf("%.4f of %d tags", share, all)
			if share < floor {
				t.Errorf("%.4f of tags right, want %.4f", share, floor)
			}
		})
	}
}

// The lanes must give what plain sums give.
func TestFastEqualsSlow(t *testing.T) {
	d := read1(t, "“The U.S. is n't ready,” Amara Okafor, 42, told reporters in her long-term plan to close the bridge.")
	r := NewReader(usual)
	r.Read(d.Text(), d.Tokens)
	for i := range d.Tokens {
		for t1 := extract.NoTag; t1 <= extract.Punct; t1++ {
			var at [NumFeatures]uint32
			r.Features(&at, i, t1, extract.NN)
			slow, highest := extract.NoTag, 0
			for k := extract.CC; k <= extract.Punct; k++ {
				sum := 0
				for _, p := range at {
					sum += int(weights[p+uint32(k)])
				}
				if sum > highest {
					slow, highest = k, sum
				}
			}
			if fast := r.best(i, t1, extract.NN); fast != slow {
				t.Fatalf("%s after %s: %s, want %s", d.At(d.Tokens[i].Span), t1, fast, slow)
			}
		}
	}
}

func TestModelIsWhole(t *testing.T) {
	if len(weights) != Slots || len(usual) != 4<<usualBits {
		t.Errorf("%d weights and %d bytes of usual tags, want %d and %d", len(weights), len(usual), Slots, 4<<usualBits)
	}
}

func FuzzTag(f *testing.F) {
	for _, seed := range []string{"", "She said “no”.", "a-b ’s n't\n\u0301 😀 $1bn"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := read1(t, text)
		for _, tok := range d.Tokens {
			if tok.Tag == extract.NoTag || tok.Tag > extract.Punct {
				t.Fatalf("%q: tag %d of %q", text, tok.Tag, d.At(tok.Span))
			}
		}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	article, err := os.ReadFile("../../testdata/articles/reservoir.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := read1(b, strings.Repeat(string(article)+"\n", 1+50_000/len(article)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(d.Text(), d.Sentences, d.Tokens)
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
