package quote

import (
	"testing"

	"github.com/quoth/quoth/extract"
)

func TestForeign(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, want string }{
		{"sentence", "„Wir warten“, sagte Brandt. „Das Boot kommt heute nicht mehr.“", "„Das Boot kommt heute nicht mehr.“"},
		{"four_words", "Elle parle d’« un jour noir pour la ville ».", "« un jour noir pour la ville »"},
		{"name_of_a_house", "Sie wohnt im „Haus am See“.", ""},
		{"script_without_blanks", "市長は「橋は五月に開くはずだ」と述べた。", "「橋は五月に開くはずだ」"},
		{"over_two_paragraphs", "„Das Boot kommt nicht.\n\n„Wir gehen heim.“", "„Das Boot kommt nicht.\n\n„Wir gehen heim.“"},
		{"mark_never_closed", "„Das Boot kommt heute nicht", "„Das Boot kommt heute nicht"},
	} {
		d := extract.NewDocument("a", c.text)
		d.Foreign = true
		got := ""
		for _, q := range Find(nil, d) {
			got += d.At(q.Span)
			if q.Rule != "foreign" || q.Speaker.Kind != extract.NoSpeaker {
				t.Errorf("%s: rule %q, speaker %v", c.phenomenon, q.Rule, q.Speaker)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.phenomenon, got, c.want)
		}
	}
}
