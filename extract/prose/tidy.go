package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
)

// sentence is what tidying knows of a sentence.
type sentence struct {
	extract.Span
	first, end   int  // tokens
	caps, smalls int  // words with and without a capital; short small ones not counted
	titled       bool // written as a heading: a capital says nothing
}

// tidying is the state of one document's tidying.
type tidying struct {
	doc       *extract.Document
	text      string
	sentences []sentence
	small     map[string]bool               // words that the article writes with a small letter
	middle    map[string]bool               // folded words of names within sentences
	body      map[string]bool               // folded names of sentences that are no headings
	surnames  map[string]bool               // last words, folded, of persons' full names
	types     map[string]extract.EntityType // of the body's names, folded
	from      []extract.Mention
}

// found is a name of the tidied list.
type found struct {
	extract.Span
	typ  extract.EntityType
	head bool // in a heading or the like: its type is no evidence
}

// tidy leaves those of d's names that are names, trimmed, in order of the text:
// what only opens a sentence or fills a heading goes, and names in headings are
// read by those of the body.
func tidy(d *extract.Document) {
	t := &tidying{doc: d, text: d.Text(), small: map[string]bool{}, middle: map[string]bool{}, body: map[string]bool{}, surnames: map[string]bool{},
		types: map[string]extract.EntityType{}, from: d.Mentions}
	for _, tok := range d.Tokens {
		if w := d.At(tok.Span); len(w) > 2 && w[0] >= 'a' && w[0] <= 'z' {
			t.small[w] = true
		}
	}
	t.readSentences()
	t.readBody()
	names := t.names()
	d.Mentions = d.Mentions[:0]
	for _, n := range names {
		if fileOrMail(n.Span.Of(t.text)) {
			continue
		}
		if n.head {
			n.typ = t.typeInBody(n)
		}
		switch {
		case n.typ == extract.Person && t.firm(n.Span):
			n.typ = extract.Org
		case n.typ == extract.Person && strings.HasPrefix(n.Span.Of(t.text), "Hurricane "):
			n.typ = extract.Misc
		}
		d.Mentions = append(d.Mentions, extract.Mention{Span: n.Span, Type: n.typ, Entity: -1})
	}
}

// firm is for "Brannoc Line" and "Veolia Transport": of 48 names like these that
// prose took for persons' in three sets, 29 were bodies', 7 persons'.
func (t *tidying) firm(s extract.Span) bool {
	words := strings.Fields(s.Of(t.text))
	if len(words) < 2 {
		return false
	}
	_, given := lexicon.FirstName(words[0])
	return !given && lexicon.Common(strings.ToLower(words[len(words)-1]))
}

// fileOrMail is for "Minutes.pdf" and "ann@vexley".
func fileOrMail(s string) bool {
	if strings.IndexByte(s, '@') >= 0 {
		return true
	}
	switch s[strings.LastIndexByte(s, '.')+1:] {
	case "pdf", "doc", "docx", "htm", "html", "txt", "xls", "xlsx", "jpg", "png", "ppt", "zip":
		return true
	}
	return false
}

// typeInBody is the type that the body gives a name of a heading.
func (t *tidying) typeInBody(n found) extract.EntityType {
	text := n.Span.Of(t.text)
	if typ, ok := lexical(text); ok {
		return typ
	}
	key := lexicon.Fold(text)
	if typ, ok := t.types[key]; ok && typ != extract.Misc {
		return typ
	}
	if t.surnames[key] {
		return extract.Person
	}
	return n.typ
}

func (t *tidying) readSentences() {
	d := t.doc
	k := 0
	for _, s := range d.Sentences {
		for k < len(d.Tokens) && d.Tokens[k].End <= s.Start {
			k++
		}
		st := sentence{Span: s, first: k}
		common := false
		for ; k < len(d.Tokens) && d.Tokens[k].Start < s.End; k++ {
			w := d.At(d.Tokens[k].Span)
			r, _ := utf8.DecodeRuneInString(w)
			switch {
			case unicode.IsUpper(r) && len(w) > 1:
				st.caps++
				if k > st.first && !common {
					low := strings.ToLower(w)
					common = t.small[low] || lexicon.Common(low)
				}
			case unicode.IsLower(r) && (len(w) > 4 || d.Tokens[k].Tag.Verb()):
				st.smalls++
			}
		}
		st.end = k
		st.titled = common && st.caps >= 3 && st.smalls*10 <= st.caps
		t.sentences = append(t.sentences, st)
	}
}

// readBody notes which words are names within sentences that are no headings.
func (t *tidying) readBody() {
	k := 0
	for _, m := range t.from {
		s := t.sentenceOf(&k, m.Start)
		if s != nil && s.titled {
			continue
		}
		key := lexicon.Fold(t.doc.At(m.Span))
		if !t.body[key] {
			t.body[key], t.types[key] = true, m.Type
		}
		opens := t.opens(s, m.Start)
		words := strings.Fields(key)
		if n := len(words); n > 1 && m.Type == extract.Person {
			t.surnames[words[n-1]] = true
		}
		for i, w := range words {
			if (i > 0 || !opens) && (s == nil || s.smalls > 0) {
				t.middle[w] = true
			}
		}
	}
}

// sentenceOf is the sentence that byte at lies in, nil for none. k is where the
// search goes on from call to call.
func (t *tidying) sentenceOf(k *int, at int32) *sentence {
	for *k < len(t.sentences) && t.sentences[*k].End <= at {
		*k++
	}
	if *k < len(t.sentences) && t.sentences[*k].Start <= at {
		return &t.sentences[*k]
	}
	return nil
}

// opens says whether nothing but marks stands before byte at in its sentence,
// or an opening mark or colon does.
func (t *tidying) opens(s *sentence, at int32) bool {
	if s == nil {
		return false
	}
	before := strings.TrimRightFunc(t.text[s.Start:at], unicode.IsSpace)
	if len(before) > 64 {
		before = before[len(before)-8:]
	}
	if r, _ := utf8.DecodeLastRuneInString(before); r == '“' || r == '"' || r == ':' || r == '‘' {
		return true
	}
	return strings.IndexFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

func (t *tidying) names() []found {
	var dst []found
	k := 0
	for _, m := range t.from {
		s := t.sentenceOf(&k, m.Start)
		dst = t.appendName(dst, s, m)
	}
	return t.addKnown(dst)
}

// appendName appends what is a name of m.
func (t *tidying) appendName(dst []found, s *sentence, m extract.Mention) []found {
	m.Span = t.trim(m.Span)
	if m.Empty() || strings.IndexFunc(t.doc.At(m.Span), unicode.IsLetter) < 0 || strings.ContainsAny(t.doc.At(m.Span), "?!<>=_{}\\@|") {
		return dst
	}
	if s != nil && s.titled {
		return t.appendHeading(dst, m)
	}
	if a, b, ok := t.pair(m.Span); ok {
		return append(dst, found{Span: a, typ: m.Type, head: true}, found{Span: b, typ: m.Type, head: true})
	}
	opens := t.opens(s, m.Start)
	if t.falseName(s, m, opens) {
		return dst
	}
	return append(dst, found{Span: m.Span, typ: m.Type})
}

// trim leaves out a possessive, marks at the ends and a word of office that
// the engine took for part of the name.
func (t *tidying) trim(s extract.Span) extract.Span {
	for _, end := range [...]string{"'s", "’s"} {
		if strings.HasSuffix(s.Of(t.text), end) && s.Len() > len(end)+1 && !lexicon.Org(s.Of(t.text)) {
			s.End -= int32(len(end))
		}
	}
	w := s.Of(t.text)
	left := strings.TrimLeftFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '#' })
	s.Start = s.End - int32(len(left))
	right := strings.TrimRightFunc(left, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ')' && r != '+' && !unicode.Is(unicode.Mn, r)
	})
	s.End = s.Start + int32(len(right))
	if len(right) > 3 && right[1] == '-' && strings.IndexByte("RDI", right[0]) >= 0 { // Senator Lee (R-Ohio)
		if lexicon.Place(right[2:]) != lexicon.NoPlace {
			s.Start += 2
		}
		return s
	}
	if first, rest, ok := strings.Cut(right, " "); ok && strings.IndexByte(rest, ' ') > 0 && lexicon.Role(strings.ToLower(first)) {
		if _, given := lexicon.FirstName(rest[:strings.IndexByte(rest, ' ')]); given {
			s.Start = s.End - int32(len(rest))
		}
	}
	return s
}

// falseName says whether a capital is all that makes a name of m.
func (t *tidying) falseName(s *sentence, m extract.Mention, opens bool) bool {
	text := t.doc.At(m.Span)
	if _, ok := lexical(text); ok {
		return false
	}
	words := strings.Fields(text)
	bare := s != nil && s.smalls == 0 && s.end-s.first < 8
	plain := 0
	for _, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:;'’"))
		switch {
		case lexicon.Opener(w) || lexicon.Calendar(w):
			plain++
		case (opens || bare) && (lexicon.Common(low) || t.small[low] || noun(low)) && !t.middle[low]:
			plain++
		}
	}
	if plain < len(words) {
		return false
	}
	// The Transport Department opens a sentence, too.
	last := words[len(words)-1]
	return len(words) == 1 || bare || !lexicon.OrgWord(last) && !lexicon.PlaceWord(last)
}

// noun is for endings that no name has.
func noun(low string) bool {
	if len(low) < 7 {
		return false
	}
	for _, end := range [...]string{"tion", "tions", "ness", "ment", "ments", "ously", "ingly", "ability"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return false
}

func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func says(word string) bool {
	switch word {
	case "said", "says", "told", "added", "asked", "wrote", "tweeted", "replied":
		return true
	}
	return false
}
