package language

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

const (
	english_ = "The council voted on Tuesday to close the old ferry pier, which has stood at the mouth of the river since the war. Nobody was hurt when the boat sank, the harbour master said, but the town has lost its only way over the water. "
	german   = "Der Stadtrat hat am Dienstag beschlossen, den alten Anleger zu schließen, der seit dem Krieg an der Mündung des Flusses steht. Niemand wurde verletzt, als das Schiff sank, sagte der Hafenmeister, aber die Stadt hat ihren einzigen Weg über das Wasser verloren. "
	french   = "Le conseil municipal a décidé mardi de fermer le vieux débarcadère, qui se trouve à l'embouchure du fleuve depuis la guerre. Personne n'a été blessé quand le bateau a coulé, mais la ville a perdu son seul passage vers l'autre rive. "
	swedish  = "Kommunen beslutade på tisdagen att stänga den gamla färjebryggan, som har legat vid flodens mynning sedan kriget. Ingen skadades när båten sjönk, men staden har förlorat sin enda väg över vattnet. "
	japanese = "町議会は火曜日、戦後から河口にある古い渡船場の閉鎖を決定した。沈没時に負傷者はなかったと港長は述べた。"
	chinese  = "镇议会星期二决定关闭自战争以来一直位于河口的旧渡轮码头。船沉没时无人受伤，港务长说，但该镇失去了过河的唯一途径。"
)

func TestOf(t *testing.T) {
	tests := []struct{ name, text, said, want string }{
		{"nothing_said", german, "", "de"},
		{"nothing_said_english", english_, "", "en"},
		{"said_and_so", french, "fr", "fr"},
		{"template_says_english", german + german, "en", "de"},
		{"template_says_german", english_ + english_, "de", "en"},
		{"near_languages_keep_what_is_said", swedish + swedish + swedish, "no", "no"},
		{"short_text_is_no_argument", french, "en", "en"},
		{"quotation_of_another_language_at_the_start", strings.Repeat(french, 5)[:1000] + strings.Repeat(german, 3), "de", "de"},
		{"kana_are_japanese", japanese + japanese, "", "ja"},
		{"chinese", chinese + chinese, "", "zh"},
		{"too_short", "Ferry sinks", "", ""},
		{"nothing", "", "", ""},
		{"nothing_but_what_is_said", "", "pl", "pl"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Of(tt.text, tt.said); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestStage(t *testing.T) {
	d := &extract.Draft{Metadata: extract.Metadata{Language: "en"}, Pieces: []extract.Piece{
		{Kind: extract.Paragraph, Text: english_ + english_, Verdict: extract.Chrome},
		{Kind: extract.Paragraph, Text: german + german},
	}}
	if err := shape(d); err != nil {
		t.Fatal(err)
	}
	if d.Metadata.Language != "de" || d.Origins["language"] != "text" || !d.Foreign || len(d.Warnings) != 2 {
		t.Errorf("got %q from %q, warnings %q; want de of the text, with a warning that it is and another what that means", d.Metadata.Language, d.Origins["language"], d.Warnings)
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{english_, german, japanese, chinese, "", "a", "\xff\xfe"} {
		f.Add(s, "")
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, text, said string) { Of(text, said) })
}

func BenchmarkOf(b *testing.B) {
	for _, bb := range []struct{ name, text string }{{"english", english_ + english_}, {"german", german + german}} {
		b.Run(bb.name, func(b *testing.B) {
			for b.Loop() {
				Of(bb.text, "")
			}
		})
	}
}
