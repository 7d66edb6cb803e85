package pipeline

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/quoth/quoth/extract"
)

// explained is what --explain says of a text's characters.
type explained struct {
	Text    string
	Blocks  []struct{ Start, End int }
	Explain struct {
		Blocks []struct {
			Verdict, Text, Was string
			Input              [2]int
		}
		Repairs []struct {
			Start, End int
			Text, Was  string
			Input      [2]int
		}
	}
}

// original makes the input again of the output, all but the white space
// between blocks, which it takes from in.
func original(t *testing.T, in string, o *explained) string {
	t.Helper()
	runes, text := []rune(in), []rune(o.Text)
	var b strings.Builder
	at, kept, repairs := 0, 0, o.Explain.Repairs
	for _, k := range o.Explain.Blocks {
		if k.Input[0] < at || k.Input[1] < k.Input[0] || k.Input[1] > len(runes) {
			t.Fatalf("block %q at %v of the input of %d, behind %d", k.Text, k.Input, len(runes), at)
		}
		between := string(runes[at:k.Input[0]])
		if strings.TrimFunc(between, unicode.IsSpace) != "" {
			t.Fatalf("%q stands between blocks", between)
		}
		b.WriteString(between)
		at = k.Input[1]
		switch {
		case k.Was != "":
			b.WriteString(k.Was)
		case k.Verdict != "kept" || k.Text == "":
			b.WriteString(k.Text)
		default:
			s := o.Blocks[kept]
			kept++
			from := s.Start
			for len(repairs) > 0 && repairs[0].End <= s.End {
				r := repairs[0]
				if got := string(runes[r.Input[0]:r.Input[1]]); got != r.Was {
					t.Fatalf("repair of %q, and %q stands there in the input", r.Was, got)
				}
				b.WriteString(string(text[from:r.Start]))
				b.WriteString(r.Was)
				from, repairs = r.End, repairs[1:]
			}
			b.WriteString(string(text[from:s.End]))
		}
	}
	if len(repairs) > 0 {
		t.Fatalf("%d repairs in no block", len(repairs))
	}
	rest := string(runes[at:])
	if strings.TrimFunc(rest, unicode.IsSpace) != "" {
		t.Fatalf("%q stands behind all blocks", rest)
	}
	return b.String() + rest
}

// What quoth does to a plain text can be undone with what it says of it.
func FuzzOriginal(f *testing.F) {
	for _, s := range []string{
		"Dam to stay empty\n\nBy Ana Sousa\n\nThe governor said,“No.” She left .\n",
		"A line that an editor\nbroke, with a word bro-\nken  and two  blanks,“odd”too.\nAnd â€œmore â€\u009d of\u200b it\r\nhere.\n",
		"What the governor wantsAdair had promised farmers that  water would flow by spring,“soon”.Also Read | Five numbers to know about the dam",
		" \u00a0 Ünder,„so“ \u2028 \ufeff x",
	} {
		f.Add(s)
	}
	p, err := New(Options{Layers: extract.Blocks, Explain: true})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		in := strings.TrimLeft(strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", ""), "\ufeff") // which decoding takes
		r := p.Run(context.Background(), Input{ID: "a", Body: []byte(in), Format: extract.Text, Charset: "utf-8"})
		if r.Err != nil {
			return
		}
		e := extract.Encoder{Explain: true}
		var o explained
		if err := json.Unmarshal(e.Append(nil, r.Doc), &o); err != nil {
			t.Fatal(err)
		}
		if got := original(t, in, &o); got != in {
			t.Fatalf("made again\n%q\nof\n%q", got, in)
		}
	})
}
