package language

import "testing"

func TestForeign(t *testing.T) {
	for _, c := range []struct {
		phenomenon, lang, text string
		want                   bool
	}{
		{"german", "de", german, true},
		{"french", "fr", french, true},
		{"swedish", "sv", swedish, true},
		{"japanese", "ja", japanese, true},
		{"chinese", "zh", chinese, true},
		{"letters_without_accents", "zu", "umlimi uthe imvula ayikafiki kulo nyaka futhi izinkomo zakhe azinalutho olwanele emadlelweni aseduze nomuzi wakhe omkhulu", true},
		{"english", "en", english_, false},
		{"english_of_a_page_that_says_german", "de", english_, false},
		{"language_not_known", "", german, false},
		{"too_short", "de", "Der Rat stimmt zu.", false},
		{"a_table_of_results", "pl", "Lowicz 3 Grajewo 1, Zabrze 2 Sosnowiec 2, Konin 0 Gniezno 4, Leszno 1 Pila 1, Elblag 2 Tczew 0, Legnica 1 Lubin 3", false},
		{"german_quotation_first", "de", german[:120] + english_ + english_, false},
	} {
		if got := Foreign(c.text, c.lang); got != c.want {
			t.Errorf("%s: %v, want %v", c.phenomenon, got, c.want)
		}
	}
}
