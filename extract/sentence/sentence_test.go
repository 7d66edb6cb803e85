package sentence

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/token"
)

func split(t testing.TB, text string) *extract.Document {
	d := extract.NewDocument("a", text)
	if err := token.Stage().Annotate(d); err != nil {
		t.Fatal(err)
	}
	if err := annotate(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Each text has "¶" where a sentence ends within a block; a blank that stands
// behind it is the text's.
func TestSplit(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"plain", "The ferry sank.¶ No one drowned.¶ Why?¶ Nobody knows!¶ It was old."},
		{"title", "Mr. Okafor met Gov. Lee and Dr. Ito on the pier.¶ Sen. Bell was late."},
		{"two_titles", "Mr. Lee met the Speaker, Rt. Hon. Ann Ito, on the pier.¶ Sen. Bell was late."},
		{"share_with_its_exchange", "Shares of Acme (ACME.N) and Bolt (BOLT.L) fell.¶ Others (he said) rose."},
		{"seat_with_its_state", "Ann Lee (D-N.Y.), Tom Ash (R-W.Va.) and May Ito, R–S.D., met.¶ Sen. Bell (D-N.J.) was late."},
		{"square_feet", "The flat has 900 sq. ft., which is small.¶ It has 900 sq. ft. of floor."},
		{"straight_marks_within_marks", "\"'We won.'\"¶ She smiled.¶ \"She said, 'No.'\"¶ He left."},
		{"initials", "It was J. K. Bell who called George W. Lee.¶ He came."},
		{"country_in_the_middle", "The U.S. Senate met.¶ The U.S. is late."},
		{"country_at_the_end", "They moved to the U.S.¶ They liked it."},
		{"company_in_the_middle", "Acme Inc. said it would buy Bolt Corp. of Ohio."},
		{"company_at_the_end", "It was sold to Acme Corp.¶ It closed in May."},
		{"state", "He lives in Tamarac, Fla., with a dog.¶ She left Reno, Nev.¶ They met later."},
		{"dateline", "RENO, Nev. (AP) — The mayor left."},
		{"time_and_day", "It opens at 7 p.m. Monday at the pier."},
		{"time_at_the_end", "The shop shuts at 6 p.m.¶ Mrs. Lee locks the door."},
		{"versus", "In Roe v. Wade the court ruled.¶ See vol. 2, p. 7 and No. 5."},
		{"number_at_the_end", "It burned in 1902.¶ While it burned, she sang."},
		{"year_and_money", "It cost $4.5m in 2019.¶ The price was 3.50."},
		{"quotation_of_two_sentences", "“We won.¶ We won big,” she said."},
		{"attribution_after_question", "“Why now?” he asked."},
		{"attribution_after_stop", "“It is done.” she said."},
		{"sentence_after_quotation", "“We won.”¶ She smiled.¶ “Now we rest.”"},
		{"straight_marks", "\"We won.\"¶ She smiled."},
		{"scare_quote_at_the_end", "They called it “a farce.”¶ The mayor left."},
		{"brackets", "The port (it opened in May.) is new.¶ (It was late.)¶ The pier is old."},
		{"heading_without_stop", "Bridge reopens after a year"},
		{"ellipsis_goes_on", "We were ... well, late."},
		{"ellipsis_at_the_end", "We were late...¶ The train had gone."},
		{"spaced_ellipsis", "We were . . . well, late."},
		{"enders", "What?!¶ No one came.¶ They left!!¶ We stayed."},
		{"name_with_mark", "She works at Yahoo! in Dublin and watched Jeopardy! with him."},
		{"list_in_a_line", "1) Wash the rice¶ 2) Boil it¶ 3) Eat it"},
		{"list_with_stops", "1. Wash the rice.¶ 2. Boil it.¶ 3. Eat it."},
		{"lettered_list", "a. Wash the rice¶ b. Boil it"},
		{"bullets_with_numbers", "• 1. Wash the rice¶ • 2. Boil it"},
		{"url", "See https://news.example/a.html.¶ Then call Rail.com."},
		{"email", "Write to ann.lee@mail.example.¶ She will answer."},
		{"lost_blank", "The ship sank.¶The crew swam."},
		{"footnote_mark", "It fell by half. [3]¶ Then it rose."},
		{"colon", "One thing is sure: The ship sank."},
		{"colon_before_quotation", "She said: “We won.”"},
		{"semicolon", "The ship sank; the crew swam."},
		{"dash", "The ship sank — The crew swam."},
		{"lower_case_name_at_the_start", "Sales fell.¶ iPhone sales rose."},
		{"number_abbreviation", "It is at N°. 7.¶ Ask there."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.ReplaceAll(tt.text, "¶", "")
			d := split(t, text)
			var got strings.Builder
			last := 0
			for i, s := range d.Sentences {
				if i > 0 {
					got.WriteString("¶")
				}
				got.WriteString(text[last:s.End])
				last = int(s.End)
			}
			if got.String() != tt.text {
				t.Errorf("\n got %s\nwant %s", got.String(), tt.text)
			}
		})
	}
}

func TestSentencesEndWithBlocks(t *testing.T) {
	d := split(t, "The\nferry\n\nsank. It\n")
	if n := len(d.Sentences); n != 4 {
		t.Errorf("%d sentences, want 4", n)
	}
	if err := check(d); err != "" {
		t.Error(err)
	}
}

func TestWeightsFillTheModel(t *testing.T) {
	if len(weights) != 1<<bits {
		t.Errorf("%d weights, want %d", len(weights), 1<<bits)
	}
}

// check says what a document's sentences break: "" for nothing.
func check(d *extract.Document) string {
	if err := d.Validate(); err != nil {
		return err.Error()
	}
	text, next := d.Text(), 0
	for _, b := range d.Blocks {
		pos := b.Start
		for next < len(d.Sentences) && d.Sentences[next].Start < b.End {
			s := d.Sentences[next]
			if s.Start < b.Start || s.End > b.End {
				return "a sentence crosses a block: " + s.Of(text)
			}
			if strings.TrimSpace(text[pos:s.Start]) != "" {
				return "in no sentence: " + text[pos:s.Start]
			}
			if strings.TrimSpace(s.Of(text)) != s.Of(text) {
				return "white space at the edge of " + s.Of(text)
			}
			pos = s.End
			next++
		}
		if strings.TrimSpace(text[pos:b.End]) != "" {
			return "in no sentence: " + text[pos:b.End]
		}
	}
	if next != len(d.Sentences) {
		return "sentences outside blocks"
	}
	return ""
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"", "The U.S. Senate met.The end. “We won.” She left (again.)", "1) a 2) b\n• 1. a • 2. b", ". . . . A. . . B", "a. b. c. \"?\" 'x.' Yahoo! in", "N°. 5 p.m. Mr. X. Co. It"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		if err := check(split(t, text)); err != "" {
			t.Fatalf("%q: %s", text, err)
		}
	})
}

// TestCostIsLinear would take minutes if any of these were not read in time
// that grows with the length alone.
func TestCostIsLinear(t *testing.T) {
	for _, part := range []string{".", ". ", "a", "a. ", "A. ", "\"", "\" ", "“", "”", ".” ", "(", ") ", "1. ", "1) ", "• ", "… ", "! ", "Mr. ", "a b. C ", "p.m. "} {
		if err := check(split(t, strings.Repeat(part, 1<<18/len(part)))); err != "" {
			t.Errorf("%q...: %s", part, err)
		}
	}
}
