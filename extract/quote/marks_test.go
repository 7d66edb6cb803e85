package quote

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// bracketed is text with what Marks finds in it between ⟦ and ⟧, an unclosed
// stretch ending in ⟨.
func bracketed(text string) string {
	doc := extract.NewDocument("a", text)
	var b strings.Builder
	last := int32(0)
	for _, m := range Marks(nil, text, doc.Blocks) {
		b.WriteString(text[last:m.Start] + "⟦" + text[m.Start:m.End])
		if m.Closed {
			b.WriteString("⟧")
		} else {
			b.WriteString("⟨")
		}
		last = m.End
	}
	return b.String() + text[last:]
}

func TestMarks(t *testing.T) {
	tests := []struct{ name, want string }{
		{"curly", "⟦“We wait,”⟧ she said."},
		{"straight", `⟦"We wait,"⟧ she said. ⟦"Again."⟧`},
		{"single", "⟦‘We wait,’⟧ she said."},
		{"straight_single", "⟦'We wait,'⟧ she said."},
		{"angle", "⟦«We wait»⟧, she said."},
		{"angle_with_blanks", "Le maire a dit : ⟦« On attend »⟧, puis l’⟦« ordre »⟧ est venu."},
		{"corners", "市長は⟦「橋は五月に開く」⟧と述べた。"},
		{"angle_inside_out", "⟦»We wait«⟧, she said."},
		{"low", "⟦„We wait“⟧, she said."},
		{"grave_accents", "⟦``We wait,''⟧ she said."},
		{"two_apostrophes", "⟦''We wait,''⟧ she said."},
		{"nested_single", "⟦“He said, ‘Go,’ and I went,”⟧ she said."},
		{"nested_double_in_single", "⟦‘He said, “Go,” and I went,’⟧ she said."},
		{"nested_same_marks", "⟦“He said, “Go,” and I went,”⟧ she said."},
		{"apostrophe_inside_single", "⟦‘We can’t wait,’⟧ she said."},
		{"plural_apostrophe_inside_single", "⟦‘It is the voters’ choice,’⟧ she said."},
		{"apostrophes_alone", "The voters’ choice isn't clear to 'em."},
		{"decade", "It was the '90s, or the ’80s."},
		{"feet_and_inches", `The wall is 6' 2" high and 12" wide.`},
		{"inches_inside", `⟦"The wall is 12" wide,"⟧ she said.`},
		{"lost_blank_before", "It was⟦“odd,”⟧ she said."},
		{"lost_blank_before_straight", `He left,⟦"to rest,"⟧ she said.`},
		{"after_dash", "She left—⟦“to rest.”⟧"},
		{"in_brackets", "It was late (⟦“too late”⟧)."},
		{"wrong_closing_mark", "⟦“We wait,“⟧ she said."},
		{"straight_closes_curly", `⟦“We wait,"⟧ she said.`},
		{"closing_mark_alone", "We wait,” she said."},
		{"empty", "It was “” and \"\"."},
		{"never_closed", "⟦“We wait.⟨\nShe left."},
		{"opened_twice", "⟦“We wait, ⟨⟦“we wait,”⟧ she said."},
		{"opening_repeated_over_paragraphs", "⟦“We wait.⟨\n⟦“We wait.⟨\n⟦“We left.”⟧\nThey left."},
		{"closed_in_the_next_paragraph", "⟦“We wait.⟨\n⟦We left.”⟧ They left."},
		{"closed_after_silent_paragraphs", "⟦“We wait.⟨\n⟦We wait.⟨\n⟦We left.”⟧ They left."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.NewReplacer("⟦", "", "⟧", "", "⟨", "").Replace(tt.want)
			if got := bracketed(text); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestNotSaid(t *testing.T) {
	tests := []struct{ text, want string }{
		{"She reads “The Long Road Home” aloud.", "title"},
		{"He spoke on “Morning Street” today.", "title"},
		{"Her novel “Salt” sold well.", "title"},
		{"William “Bill” Tanner won.", "nickname"},
		{"Ann C. “Bo” Tanner won.", "nickname"},
		{"The so-called “tax” ends.", "term"},
		{"He knew the word “tax” well.", "term"},
		{"She said “The Bridge Is Open” and left.", ""},
		{"Tanner: ‘The Bridge Is Open At Last Now’", ""},
		{"It was “a gift to the river.”", ""},
	}
	for _, tt := range tests {
		doc := extract.NewDocument("a", tt.text)
		marked := Marks(nil, tt.text, doc.Blocks)
		if len(marked) != 1 {
			t.Errorf("%s: %d stretches", tt.text, len(marked))
			continue
		}
		if got := notSaid(tt.text, &marked[0], doc.Blocks[0].Span); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, got, tt.want)
		}
	}
}
