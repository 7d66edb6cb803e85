// Package language says which language a text is in.
//
// A page's own word counts first; where there is none, or where the text
// plainly reads as another language, the text decides. Pages are filled from
// templates, and a template's language is not always that of the story.
package language

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/quoth/quoth/extract"
)

const name = "language"

// Stage fills in the language.
func Stage() extract.Stage {
	return extract.Stage{Name: name, Doc: "Says which language the text is in.", Verbatim: true, Shape: shape}
}

func shape(d *extract.Draft) error {
	said, prose := d.Metadata.Language, text(d)
	read := Of(prose, said)
	if read != "" && read != said {
		d.Metadata.Language = read
		d.Note("language", "text")
		if said != "" {
			d.Warnings = append(d.Warnings, fmt.Sprintf("the page gives its language as %q, its text reads as %q", said, read))
		}
	}
	if d.Foreign = Foreign(prose, d.Metadata.Language); d.Foreign {
		d.Warnings = append(d.Warnings, fmt.Sprintf("the text reads as %q: names, reported speech and speakers are read in English only", d.Metadata.Language))
	}
	return nil
}

const (
	sample    = 1000 // bytes of prose looked at
	minWords  = 12   // fewer tell nothing where nothing is said
	minBytes  = 60   // likewise, for scripts without blanks between words
	doubtable = 400  // bytes; shorter texts are no argument against the page
)

// text is the beginning of the story's prose, of about 2*sample bytes.
func text(d *extract.Draft) string {
	if d.Verbatim {
		return prefix(d.Input, 2*sample)
	}
	var b strings.Builder
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Verdict != extract.Kept || p.Kind != extract.Paragraph && p.Kind != extract.ListItem && p.Kind != extract.BlockQuote {
			continue
		}
		b.WriteString(prefix(p.Text, 2*sample-b.Len()))
		b.WriteByte('\n')
		if b.Len() >= 2*sample {
			break
		}
	}
	return b.String()
}

// prefix is the start of s, at most n bytes of it, whole code points.
func prefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Of is the language of a text, as the primary tag of BCP 47 in lower case,
// given what is said of it ("" for nothing). It is what is said where the text
// does not speak plainly against that, and "" where neither tells. It reads at
// most the first 2,000 bytes.
func Of(text, said string) string {
	first := prefix(text, sample)
	read := common(first)
	if read == "" {
		read = detect(first)
	}
	switch {
	case said == "" || read == "":
		if said == "" {
			return read
		}
		return said
	case read == said || near(read, said):
		return said
	case len(text) < doubtable:
		return said
	}
	// A quotation or a list in another language may open the story.
	if rest := prefix(text[len(first):], sample); len(rest) >= doubtable && detect(rest) != read {
		return said
	}
	return read
}

// detect is the language that trigrams tell, "" where they leave doubt.
func detect(s string) string {
	if len(s) < minBytes {
		return ""
	}
	info := whatlanggo.Detect(s)
	if !info.IsReliable() {
		return ""
	}
	if info.Lang == whatlanggo.Cmn && strings.IndexFunc(s, kana) >= 0 {
		return "ja" // Japanese news has more Chinese characters than kana
	}
	if info.Script == unicode.Latin && len(strings.Fields(s)) < minWords {
		return ""
	}
	return info.Lang.Iso6391()
}

func kana(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }

// families are languages that trigrams mistake for one another. Within one
// the page knows better.
var families = []string{"no nb nn da sv", "hr bs sr sl mk sh cnr", "id ms", "cs sk", "pt gl es ca oc an ast", "zu xh ss nr nd ts tn st", "nl af fy li", "ru uk be bg", "hi mr ne bho mai", "fa ar ur ps ckb", "de lb als gsw nds", "tr az tk", "it co sc fur", "fi et", "zh ja yue"}

func near(a, b string) bool {
	for _, f := range families {
		words := strings.Fields(f)
		if has(words, a) && has(words, b) {
			return true
		}
	}
	return false
}

func has(words []string, w string) bool {
	for _, s := range words {
		if s == w {
			return true
		}
	}
	return false
}
