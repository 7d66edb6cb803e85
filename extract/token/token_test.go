package token

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

func whole(text string) extract.Span { return extract.Span{End: int32(len(text))} }

func show(text string) string {
	var b strings.Builder
	for i, t := range Tokenize(nil, text, whole(text)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Of(text))
	}
	return b.String()
}

// want has a blank between tokens.
func TestTokenize(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", "The ferry sank, and no one drowned.", "The ferry sank , and no one drowned ."},
		{"possessive", "Okafor's boat, the crew's and James' too", "Okafor 's boat , the crew 's and James ' too"},
		{"possessive_curly", "Okafor’s boat, the crews’ own", "Okafor ’s boat , the crews ’ own"},
		{"clitics", "She'll say they've left; I'm sure we'd know", "She 'll say they 've left ; I 'm sure we 'd know"},
		{"not", "It isn't, won’t, CAN'T; cannot", "It is n't , wo n’t , CA N'T ; can not"},
		{"colloquial", "gonna, wanna, gotta, dont", "gon na , wan na , got ta , do nt"},
		{"apostrophe_in_name", "Siobhán O'Dowd and D’Angelo met L'Oréal", "Siobhán O'Dowd and D’Angelo met L'Oréal"},
		{"elision", "Get ’em in the '90s and ‘til ’05, rock 'n' roll", "Get ’em in the '90s and ‘til ’05 , rock 'n ' roll"},
		{"elision_after_mark", "“’Em all,” he said", "“ ’Em all , ” he said"},
		{"decade", "the 1990's and the 1980s", "the 1990's and the 1980s"},
		{"money", "It paid $4.5bn, US$3m and €2,000.50 (£5 million)", "It paid $ 4.5 bn , US$ 3 m and € 2,000.50 ( £ 5 million )"},
		{"units", "65km at 7pm, 60Hz; a 4G phone in the 20th", "65 km at 7 pm , 60 Hz ; a 4G phone in the 20th"},
		{"percent", "3.5% or 40 per cent", "3.5 % or 40 per cent"},
		{"times_and_scores", "At 7:30 a.m. it was 3-1 after 90+2 minutes", "At 7:30 a.m. it was 3-1 after 90 + 2 minutes"},
		{"dates", "on 2026-01-02 or 9/11 or 1/2/2026", "on 2026-01-02 or 9/11 or 1/2/2026"},
		{"grouped_digits", "1,234,567 and ₹1,00,000 but [13,14]", "1,234,567 and ₹ 1,00,000 but [ 13 , 14 ]"},
		{"titles", "Mr. Lee met Gen. Ito and Dr.Wu", "Mr. Lee met Gen. Ito and Dr. Wu"},
		{"acronym", "the U.S. and the U.K.'s U.S.-led force", "the U.S. and the U.K. 's U.S.-led force"},
		{"degree", "a Ph.D. and an M.Sc. course", "a Ph.D. and an M.Sc. course"},
		{"initials", "J. K. Bell and A.B.Cole, not you and I. Go", "J. K. Bell and A.B. Cole , not you and I . Go"},
		{"number_abbreviation", "No. 5 is a no. Then p. 7", "No. 5 is a no . Then p. 7"},
		{"month_or_word", "On Sat. 3 the dog sat. It left on Sun. morning", "On Sat. 3 the dog sat . It left on Sun. morning"},
		{"abbreviation_at_the_end", "Pens, ink, etc.", "Pens , ink , etc."},
		{"company", "Acme Inc. and Bolt Corp.'s plan", "Acme Inc. and Bolt Corp. 's plan"},
		{"platform_at_the_end", "She wrote on X. Lee and J. Ito did not", "She wrote on X . Lee and J. Ito did not"},
		{"state_of_a_dateline", "HARWICK, Wash. — The wash. – It ran", "HARWICK , Wash. — The wash . – It ran"},
		{"party_and_state", "Lee (R-Calif.) and Ito, D-Mass., met", "Lee ( R-Calif. ) and Ito , D-Mass. , met"},
		{"letter_at_the_end", "It was plan B.", "It was plan B ."},
		{"list_numbers", "1. The first", "1. The first"},
		{"section", "2.1. Results", "2.1. Results"},
		{"list_letters", "a. The first b. The second", "a. The first b. The second"},
		{"url", "See https://news.example/a?b=1&c=(x). Or www.news.example!", "See https://news.example/a?b=1&c=(x) . Or www.news.example !"},
		{"url_in_brackets", "(http://a.example/b.)", "( http://a.example/b . )"},
		{"domain", "on Rail.com, bbc.co.uk/news and Node.js", "on Rail.com , bbc.co.uk/news and Node.js"},
		{"email", "Write to jo.dell@a.example or ann.lee+x@mail.example.", "Write to jo.dell@a.example or ann.lee+x@mail.example ."},
		{"handles", "@mayor_lee said #VoteNow, #1 of 2", "@mayor_lee said #VoteNow , # 1 of 2"},
		{"hyphens", "a follow-up by co-founder Karl-Heinz in 1990-91", "a follow-up by co-founder Karl-Heinz in 1990-91"},
		{"hyphen_at_an_edge", "pre- and post-war -- or -so", "pre - and post-war -- or - so"},
		{"dashes", "the deal—another—was 1990–91 -- maybe", "the deal — another — was 1990 – 91 -- maybe"},
		{"slash", "and/or AFP/Getty, w/o 1/2", "and / or AFP / Getty , w/o 1/2"},
		{"ellipses", "Well... no…and . . . so....", "Well ... no … and . . . so ...."},
		{"enders", "What?! No!! Yahoo! is", "What ?! No !! Yahoo ! is"},
		{"marks", "“We ‘won’ \"it\" ``so'' «da»”", "“ We ‘ won ’ \" it \" `` so '' « da » ”"},
		{"single_marks", "'We won,' she said", "' We won , ' she said"},
		{"stop_inside_mark", "“We won.” She", "“ We won . ” She"},
		{"lost_blank", "It is the end.Next came He said.“No” and 12.The", "It is the end . Next came He said . “ No ” and 12 . The"},
		{"footnote", "of these products.24 Then", "of these products . 24 Then"},
		{"ampersand", "AT&T, R&D, B & B", "AT&T , R&D , B & B"},
		{"version", "C++ and A+ and 60+ in v2.0.1", "C++ and A+ and 60+ in v2.0.1"},
		{"number_without_zero", "a .22 rifle", "a .22 rifle"},
		{"degrees", "24°C", "24 ° C"},
		{"emoji", "Nice👍🏽 👩‍🚀 🇺🇦! :-) :)", "Nice 👍🏽 👩‍🚀 🇺🇦 ! :-) :)"},
		{"combining", "Cafe\u0301 Zelenskyy\u0306", "Cafe\u0301 Zelenskyy\u0306"},
		{"no_break_space", "10\u00a0km\u2009on", "10 km on"},
		{"obscured", "That sh*t, f***", "That sh*t , f ***"},
		{"newsgroup", "in alt.animals.crab now", "in alt.animals.crab now"},
		{"nothing", " \n\t ", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(tt.text); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestShapes(t *testing.T) {
	for text, want := range map[string]extract.Shape{
		"bridge": extract.LowerWord, "Bridge": extract.TitleWord, "O'Dowd": extract.TitleWord, "Karl-Heinz": extract.TitleWord, "Éva": extract.TitleWord,
		"NATO": extract.CapsWord, "I": extract.CapitalLetter, "iPhone": extract.MixedWord, "McCain": extract.MixedWord, "4,500.25": extract.Number,
		"20th": extract.Alphanumeric, "B-52": extract.Alphanumeric, "@lee": extract.Handle, "#go": extract.Handle, "a@b.example": extract.Link,
		"...": extract.Ellipsis, ".": extract.FullStop, "?!": extract.Ender, "“": extract.OpenQuote, "”": extract.CloseQuote, "\"": extract.StraightQuote,
		"(": extract.OpenBracket, "]": extract.CloseBracket, "€": extract.Currency, "%": extract.Symbol, "—": extract.Dash, "’s": extract.Clitic, ";": extract.Colon,
	} {
		toks := Tokenize(nil, text, whole(text))
		if len(toks) != 1 || toks[0].Shape != want {
			t.Errorf("%s: %v, want one of shape %d", text, toks, want)
		}
	}
	text := "J. Lee of the U.S. met Mr. Ito"
	toks := Tokenize(nil, text, whole(text))
	if toks[0].Shape != extract.Initial || toks[4].Shape != extract.Acronym || toks[6].Shape != extract.Abbreviation {
		t.Errorf("shapes %v", toks)
	}
}

func TestNothingIsReadBeyondTheBlock(t *testing.T) {
	text := "No.\n\n5 p.m"
	d := extract.NewDocument("a", text)
	if err := annotate(d); err != nil {
		t.Fatal(err)
	}
	if err := check(d); err != "" {
		t.Error(err)
	}
	if n := len(d.Tokens); n != 4 {
		t.Errorf("%d tokens, want No . 5 p.m", n)
	}
}

// check says what a document's tokens break: "" for nothing.
func check(d *extract.Document) string {
	if err := d.Validate(); err != nil {
		return err.Error()
	}
	text, next := d.Text(), 0
	for _, b := range d.Blocks {
		pos := b.Start
		for next < len(d.Tokens) && d.Tokens[next].Start < b.End {
			t := d.Tokens[next]
			if t.End > b.End || t.Start < b.Start {
				return "a token crosses a block: " + t.Of(text)
			}
			if strings.TrimSpace(text[pos:t.Start]) != "" {
				return "no token for " + text[pos:t.Start]
			}
			if len(strings.Fields(t.Of(text))) != 1 {
				return "white space within the token " + t.Of(text)
			}
			if t.Shape == extract.NoShape {
				return "no shape: " + t.Of(text)
			}
			pos = t.End
			next++
		}
		if strings.TrimSpace(text[pos:b.End]) != "" {
			return "no token for " + text[pos:b.End]
		}
	}
	if next != len(d.Tokens) {
		return "tokens outside blocks"
	}
	return ""
}

func FuzzTokenize(f *testing.F) {
	for _, seed := range []string{"", "It isn't $4.5bn at 7pm. “We won’t,” she said.", "U.S.-led\nA.B.Cole x@y.z http://a/b).", "...…'s n't 's.'S", "1,2,3,00,000.5.a", "👩‍🚀🇺🇦e\u0301\u200d",
		"\u0301 \u200b . No.\n5", "w/o A&B c++ :) #a_b @c.d."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := extract.NewDocument("a", text)
		if err := annotate(d); err != nil {
			t.Fatal(err)
		}
		if err := check(d); err != "" {
			t.Fatalf("%q: %s", text, err)
		}
	})
}

// TestCostIsLinear would take minutes if any of these were not read in time that
// grows with the length alone.
func TestCostIsLinear(t *testing.T) {
	for _, part := range []string{".", "a", "a.", "A.", "1,", "1.", "'", "’", "\"", "-", "a-", "a'", "@", "a@", "#", "#a", "…", "😀", "\u200d", "e\u0301", "🇺", "*", "a*", "http://", ")", "a_", "(", "1:", "/", "w/", "+", "a+", "i. ", "I. ",
		"a. ", "No. ", "x.y/", "\u2011", "$", "n't", "1,00,", "‘9", ":-", "<", " ", "\u00a0", "no.\""} {
		text := strings.Repeat(part, 1<<18/len(part))
		d := extract.NewDocument("a", text)
		if err := annotate(d); err != nil {
			t.Fatal(err)
		}
		if err := check(d); err != "" {
			t.Errorf("%q...: %s", part, err)
		}
	}
}
