package lines

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

func TestRead(t *testing.T) {
	const long = "The engineers told the committee on Thursday that the dam must not be filled before summer comes."
	flat := `The engineers told the committee on Thursday that the dam must not be filled before summer. Its eastern wall stands on sand.` +
		`“Who wants to live below that?” Dr. A.B. Brandt asked. “I do not.”` +
		`Nobody in the valley of U.S.Steel did, said the mayor: "We sleep in our boots."` +
		`The committee votes on Tuesday (and nobody expects that the governor will win it).` +
		`Also Read | Dam builder asks for more.` + // with a stop, for the seam is found later
		`A spokeswoman for the builder said that 14 of 17 cracks had been sealed. She put the rest down to the rain of 2024.` +
		`“It rains every year,” Brandt said. She will speak again on Friday, at corran.Example.org and before the committee.`
	two := strings.Repeat(long+" ", 8) + "Nobody slept.The rain fell. It ended."
	tests := []struct {
		name string
		in   string
		want []string // kind's first letter (p, h1, h2, l), a blank, the text
	}{
		{"a_line_each", "One thing happened.\nThen another.\n", []string{"p One thing happened.", "p Then another."}},
		{"blank_lines_between", "One.\n\n\n  Two.\n", []string{"p One.", "p Two."}},
		{"crlf_old_mac_form_feed_unicode", "One.\r\nTwo.\rThree.\fFour.\u2028Five.\u2029Six.\u0085Seven.", []string{"p One.", "p Two.", "p Three.", "p Four.", "p Five.", "p Six.", "p Seven."}},
		{"headline_and_heading", "Dam to stay empty\n" + long + "\nWhy they wait\n" + long, []string{"h1 Dam to stay empty", "p " + long, "h2 Why they wait", "p " + long}},
		{"short_sentence_is_no_heading", long + "\nNobody slept.\n" + long, []string{"p " + long, "p Nobody slept.", "p " + long}},
		{"short_quotation_is_no_heading", long + "\n“We wait,” she said.\n“Not yet”\n" + long, []string{"p " + long, "p “We wait,” she said.", "p “Not yet”", "p " + long}},
		{"list_items", "- one thing\n* another\n• a third\n1. a fourth\n12) a fifth\n-dash", []string{"l - one thing", "l * another", "l • a third", "l 1. a fourth", "l 12) a fifth", "p -dash"}},
		{"year_is_no_list_item", "2015. That was the year.\n", []string{"p 2015. That was the year."}},
		{"hard_wraps", "The engineers told the committee that the dam must not be\nfilled before summer, for its eastern wall stands on a ground\nthat water could move. Brandt said the cracks in the spillway\nhad to be sealed.\n\nThe vote is on Tuesday, and nobody in the valley expects that\nthe governor will win it.\n", []string{
			"p The engineers told the committee that the dam must not be filled before summer, for its eastern wall stands on a ground that water could move. Brandt said the cracks in the spillway had to be sealed.",
			"p The vote is on Tuesday, and nobody in the valley expects that the governor will win it."}},
		{"wrapped_disclaimer_after_its_heading", "Legal Notice:\nWirefeed gives the\narticle “as it is” and without any warranty. We accept no\nresponsibility for its accuracy or its completeness. If you\nhave any complaint, please write to the publisher of the page.\nOther stories\n", []string{
			"p Legal Notice:", "p Wirefeed gives the article “as it is” and without any warranty. We accept no responsibility for its accuracy or its completeness. If you have any complaint, please write to the publisher of the page.", "p Other stories"}},
		{"titles_above_a_wrapped_disclaimer", "How the old dam above Larkspur came to leak for two winters\nHow the old dam above Larkspur came to leak for two winters\nLegal Notice:\nWirefeed gives the\narticle “as it is” and without any warranty. We accept no\nresponsibility for its accuracy or its completeness. If you\nhave any complaint, please write to the publisher of the page.\n", []string{
			"p How the old dam above Larkspur came to leak for two winters", "p How the old dam above Larkspur came to leak for two winters", "p Legal Notice:", "p Wirefeed gives the article “as it is” and without any warranty. We accept no responsibility for its accuracy or its completeness. If you have any complaint, please write to the publisher of the page."}},
		{"verse", "The water rose,\nand no one knew\nwhose house it was\nthat it ran through.\n", []string{"p The water rose,", "p and no one knew", "p whose house it was", "p that it ran through."}},
		{"address", "Corran Public Radio\n12 Dam Road\nCorran\n", []string{"p Corran Public Radio", "p 12 Dam Road", "p Corran"}},
		{"word_with_a_hyphen_at_the_line_end", "The committee called the engineer of the old dam a well-\nknown man of the valley, who had built the tunnel and\nboth bridges.\n", []string{"p The committee called the engineer of the old dam a well-known man of the valley, who had built the tunnel and both bridges."}},
		{"word_broken_at_the_line_end", "The committee called the engineer of the old dam an inter-\nnational expert of the valley, who had built the tunnel and\nboth bridges.\n", []string{"p The committee called the engineer of the old dam an international expert of the valley, who had built the tunnel and both bridges."}},
		{"narrow_column_with_hyphens", "The ferry line said on Mon-\nday that the inter-\nnational crossing stays\nclosed. The Anglo-\nIrish one is not touched.\n", []string{"p The ferry line said on Monday that the international crossing stays closed. The Anglo-Irish one is not touched."}},
		{"word_with_a_hyphen_elsewhere_too", "The committee asked the engineer of the old dam to re-\nturn the keys of the tunnel, and he said he would re-turn them when the\nbridges were done.\n", []string{"p The committee asked the engineer of the old dam to re-turn the keys of the tunnel, and he said he would re-turn them when the bridges were done."}},
		{"article_on_one_line", flat, []string{
			"p The engineers told the committee on Thursday that the dam must not be filled before summer. Its eastern wall stands on sand.",
			"p “Who wants to live below that?” Dr. A.B. Brandt asked. “I do not.”",
			`p Nobody in the valley of U.S.Steel did, said the mayor: "We sleep in our boots."`,
			"p The committee votes on Tuesday (and nobody expects that the governor will win it).",
			"p Also Read | Dam builder asks for more.",
			"p A spokeswoman for the builder said that 14 of 17 cracks had been sealed. She put the rest down to the rain of 2024.",
			"p “It rains every year,” Brandt said. She will speak again on Friday, at corran.Example.org and before the committee.",
		}},
		{"blanks_lost_after_most_stops", strings.Repeat("The dam is dry.Nobody sleeps.The rain fell. ", 20), []string{"p " + strings.TrimSpace(strings.Repeat("The dam is dry.Nobody sleeps.The rain fell. ", 20))}},
		{"two_slips_in_a_long_line", two, []string{"p " + two}},
		{"empty", " \n\t\n\u00a0\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Read(tt.in, nil) {
				k := p.Kind.String()[:1]
				if p.Level > 0 {
					k += fmt.Sprint(p.Level)
				}
				got = append(got, k+" "+p.Text)
			}
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			check(t, tt.in, Read(tt.in, nil))
		})
	}
}

// check holds that pieces are in order, that their ranges lie in the input, and
// that the repairs put back give the range's own characters.
func check(t *testing.T, in string, pieces []extract.Piece) {
	t.Helper()
	last := int32(0)
	for _, p := range pieces {
		if p.From.Start < last || p.From.End < p.From.Start || int(p.From.End) > len(in) {
			t.Fatalf("piece %q from %v: outside, or out of order", p.Text, p.From)
		}
		last = p.From.End
		var b strings.Builder
		at := int32(0)
		for _, r := range p.Repairs {
			b.WriteString(p.Text[at:r.Start])
			b.WriteString(r.Was)
			at = r.End
		}
		if got := b.String() + p.Text[at:]; got != p.From.Of(in) {
			t.Fatalf("undone %q, want %q", got, p.From.Of(in))
		}
		if !utf8.ValidString(p.Text) || p.Text == "" || strings.TrimSpace(p.Text) != p.Text || strings.ContainsAny(p.Text, "\n\r\f\v") {
			t.Fatalf("text %q", p.Text)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"a\r\nb\rc\fd", "- a\n- b", "one two three four five\nsix seven eight\nnine", "\u0085\u2028\u2029", "inter-\nnational words of the long line here\nand more of them as it goes on\nto the end", "well-\nknown words of the long line here\nand more of them as it goes on\nto the end"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "�")
		check(t, s, Read(s, nil))
	})
}
