package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func blocksOf(d *Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		level := ""
		if k.Level > 0 {
			level = fmt.Sprint(k.Level)
		}
		fmt.Fprintf(&b, "%s%s: %s\n", k.Kind, level, d.At(k.Span))
	}
	return b.String()
}

func TestFreeze(t *testing.T) {
	tests := []struct {
		name   string
		pieces []Piece
		text   string
		blocks string
	}{
		{"blank_line_between_blocks",
			[]Piece{{Kind: Heading, Level: 2, Text: "A heading"}, {Text: "A paragraph."}},
			"A heading\n\nA paragraph.",
			"heading2: A heading\nparagraph: A paragraph.\n"},
		{"white_space_around_a_piece_is_no_text",
			[]Piece{{Text: "  One.\n"}, {Text: " \u00a0 "}, {Text: "Two. "}},
			"One.\n\nTwo.",
			"paragraph: One.\nparagraph: Two.\n"},
		{"cut_and_chrome_are_left_out",
			[]Piece{{Text: "Menu", Verdict: Chrome}, {Text: "One."}, {Text: "Also read", Verdict: Cut}},
			"One.",
			"paragraph: One.\n"},
		{"nothing_kept", []Piece{{Text: "Menu", Verdict: Chrome}}, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := (&Draft{Pieces: tt.pieces}).Freeze()
			if doc.Text() != tt.text {
				t.Errorf("text %q, want %q", doc.Text(), tt.text)
			}
			if got := blocksOf(doc); got != tt.blocks {
				t.Errorf("blocks\n%swant\n%s", got, tt.blocks)
			}
			if err := doc.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestFreezeRecordsWhatWasCut(t *testing.T) {
	p := Piece{Text: " Also Read | A teaser\n"}
	p.Cut("junk", "teaser")
	doc := (&Draft{Pieces: []Piece{p, {Text: "Menu", Verdict: Chrome, Stage: "page", Rule: "links"}}}).Freeze()
	if want := (Removed{"Also Read | A teaser", "junk", "teaser"}); len(doc.Removed) != 1 || doc.Removed[0] != want {
		t.Errorf("removed %v, want %v alone", doc.Removed, want)
	}
	if len(doc.Decisions) != 2 {
		t.Errorf("%d decisions, want one for each piece", len(doc.Decisions))
	}
}

func TestFreezeShiftsRepairs(t *testing.T) {
	// The blank before the mark was put in.
	p := Piece{Text: "  at times, “odd”", Repairs: []Repair{{Span: Span{11, 12}, Rule: "blank"}}}
	doc := (&Draft{Pieces: []Piece{{Text: "Ü."}, p}}).Freeze()
	if len(doc.Repairs) != 1 || doc.At(doc.Repairs[0].Span) != " " || doc.Repairs[0].Start != 14 {
		t.Errorf("repairs %v of %q, want the blank at byte 14", doc.Repairs, doc.Text())
	}
}

// "Ü.\n\n at  times,“odd”" with a doubled blank taken out, a lost one put in, and
// a mark of no width before a blank at the start.
func TestRepairsHaveTheirPlaceInTheInput(t *testing.T) {
	in := "Ü.\n\n\u200b at  times,“odd”"
	p := Piece{Text: " at times, “odd”", From: Span{5, int32(len(in))}, Repairs: []Repair{
		{Span: Span{0, 0}, Was: "\u200b", Rule: "zero-width"}, {Span: Span{3, 4}, Was: "  ", Rule: "blanks"}, {Span: Span{10, 11}, Rule: "blank-before-quote"}}}
	doc := (&Draft{Input: in, Explain: true, Pieces: []Piece{{Text: "Ü.", From: Span{0, 3}}, p}}).Freeze()
	var got []string
	for _, r := range doc.Repairs {
		if r.Was != in[r.From.Start:r.From.End] {
			t.Errorf("%q stood at %v of the input, not %q", in[r.From.Start:r.From.End], r.From, r.Was)
		}
		got = append(got, doc.text[:r.Start]+"|"+r.Was)
	}
	want := []string{"Ü.\n\n|\u200b ", "Ü.\n\nat|  ", "Ü.\n\nat times,|"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if from := doc.Decisions[1].From; from != (Span{5, int32(len(in))}) {
		t.Errorf("the second block stood at %v", from)
	}
}

func TestVerbatimTextIsTheInput(t *testing.T) {
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			doc := NewDocument("a", text)
			if doc.Text() != text {
				t.Errorf("text %q, want %q", doc.Text(), text)
			}
			if err := doc.Validate(); err != nil {
				t.Error(err)
			}
		})
	}
	got := blocksOf(NewDocument("a", " One.\r\n\r\n\tTwo\u00a0\nThree"))
	if want := "paragraph: One.\nparagraph: Two\nparagraph: Three\n"; got != want {
		t.Errorf("blocks\n%swant\n%s", got, want)
	}
}

func TestCheckStages(t *testing.T) {
	shape, annotate := func(*Draft) error { return nil }, func(*Document) error { return nil }
	page := Stage{Name: "page", Doc: "Finds the story.", Shape: shape}
	sentence := Stage{Name: "sentence", Doc: "Splits.", Gives: Sentences, Annotate: annotate}
	quote := Stage{Name: "quote", Doc: "Quotes.", Needs: Sentences | Blocks, Gives: Quotes, Annotate: annotate}
	tests := []struct {
		name   string
		stages []Stage
		want   string // part of the error; "" for none
	}{
		{"in_order", []Stage{page, sentence, quote}, ""},
		{"need_not_given", []Stage{page, quote}, "quote: needs sentences, which no stage before it gives"},
		{"need_given_too_late", []Stage{quote, sentence}, "quote: needs sentences"},
		{"shaping_after_freezing", []Stage{sentence, page}, "shapes after the text was frozen"},
		{"twice", []Stage{page, page}, "listed twice"},
		{"undocumented", []Stage{{Name: "page", Shape: shape}}, "documentation"},
		{"does_nothing", []Stage{{Name: "page", Doc: "x"}}, "must either shape or annotate"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := fmt.Sprint(CheckStages(tt.stages))
			if tt.want == "" && got != "<nil>" || !strings.Contains(got, tt.want) {
				t.Errorf("got %s, want %q", got, tt.want)
			}
		})
	}
}

func TestValidateFindsBrokenPromises(t *testing.T) {
	fresh := func() *Document {
		d := NewDocument("a", "“Né,” she said.")
		d.Quotes = []Quote{{Span: Span{0, 10}, Parts: []Span{{0, 10}}, Quoted: []Span{{3, 7}}, Rule: "r"}}
		d.Mentions = []Mention{{Span{11, 14}, Person, PronounMention, 0}}
		d.Entities = []Entity{{Person, "she", []int32{0}, nil}}
		return d
	}
	if err := fresh().Validate(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		spoil func(*Document)
		want  string
	}{
		{"outside_the_text", func(d *Document) { d.Sentences = []Span{{0, 99}} }, "sentence 0: span [0,99)"},
		{"empty", func(d *Document) { d.Sentences = []Span{{3, 3}} }, "sentence 0: span [3,3)"},
		{"splits_a_code_point", func(d *Document) { d.Tokens = []Token{{Span: Span{0, 5}}} }, "token 0: span [0,5) splits"},
		{"overlap", func(d *Document) { d.Sentences = []Span{{0, 7}, {3, 10}} }, "sentence 1: starts at 3"},
		{"token_across_blocks", func(d *Document) {
			d.Blocks = []Block{{Span: Span{0, 10}}, {Span: Span{11, 19}}}
			d.Tokens = []Token{{Span: Span{0, 3}}, {Span: Span{7, 14}}}
		}, "token 1: [7,14) is in no block"},
		{"quoted_outside_the_parts", func(d *Document) { d.Quotes[0].Quoted[0].End = 14 }, "quote 0: quoted 0 [3,14) is in no part"},
		{"repair_splits_a_code_point", func(d *Document) { d.Repairs = []Repair{{Span: Span{5, 7}, Rule: "blank"}} }, "repair 0: span [5,7)"},
		{"no_such_entity", func(d *Document) { d.Mentions[0].Entity = 1 }, "mention 0: no entity 1"},
		{"mention_of_another", func(d *Document) { d.Mentions[0].Entity = -1 }, "entity 0: mention 0 is not its own"},
		{"parts_and_span_differ", func(d *Document) { d.Quotes[0].Parts[0].End = 7 }, "parts do not make up"},
		{"indirect_with_marks", func(d *Document) { d.Quotes[0].Kind = Indirect }, "indirect with 1 quoted"},
		{"no_rule", func(d *Document) { d.Quotes[0].Rule = "" }, "no rule"},
		{"speaker_outside", func(d *Document) { d.Quotes[0].Speaker = Speaker{Span: Span{1, 200}, Kind: NamedSpeaker} }, "speaker of quote 0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := fresh()
			tt.spoil(d)
			if got := fmt.Sprint(d.Validate()); !strings.Contains(got, tt.want) {
				t.Errorf("got %s, want %q", got, tt.want)
			}
		})
	}
}
