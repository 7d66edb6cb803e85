// Package gum reads the names out of GUM, with the entities that they are of.
package gum

import (
	"bufio"
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/lexicon"
	"github.com/quoth/quoth/internal/train"
)

// word is a word of GUM, or the part of a mention that begins or ends there.
type word struct {
	extract.Span
	form, upos string
	mentions   string // GUM's brackets
}

// kinds are GUM's types of entities as types of names. Times are none.
var kinds = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC", "animal": "MISC"}

// Document is a text with its names, and for each of them GUM's number of the
// entity, "" for none.
type Document struct {
	train.Annotated
	Entities []string
}

// Read reads the names out of GUM's mentions, which are whole noun phrases:
// a mention gives a name where its head is a proper noun, and the name is the
// run of capitalised words around that. Proper nouns that are in no such name
// are left free: GUM annotates no adjectives of peoples, and nested names only
// within others.
func Read(file string) ([]Document, error) {
	f, err := train.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []Document
	var text strings.Builder
	var words []word
	id, whole, wholeEnd := "", extract.Span{}, 0
	glued := true
	finish := func() {
		if len(words) > 0 {
			docs = append(docs, namesOf(id, text.String(), words))
		}
		text.Reset()
		words, glued = nil, true
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		l := in.Text()
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			finish()
			id = l
		case strings.HasPrefix(l, "# newpar") && !strings.HasPrefix(l, "# newpar_"):
			if text.Len() > 0 {
				text.WriteString("\n\n")
				glued = true
			}
		}
		c := strings.Split(l, "\t")
		if len(c) != 10 || strings.Contains(c[0], ".") {
			continue
		}
		write := func() extract.Span {
			if !glued {
				text.WriteByte(' ')
			}
			from := text.Len()
			text.WriteString(c[1])
			glued = strings.Contains(c[9], "SpaceAfter=No")
			return extract.Span{Start: int32(from), End: int32(text.Len())}
		}
		if _, to, ok := strings.Cut(c[0], "-"); ok {
			wholeEnd, _ = strconv.Atoi(to)
			whole = write()
			continue
		}
		w := word{form: c[1], upos: c[3]}
		n, _ := strconv.Atoi(c[0])
		if wholeEnd > 0 {
			// "Zurbarán" and "'s" of "Zurbarán's": as long as they are written so.
			w.Span = whole
			if rest := text.String()[whole.Start:]; n < wholeEnd && strings.HasPrefix(rest, c[1]) {
				w.End = whole.Start + int32(len(c[1]))
				whole.Start = w.End
			}
			if n == wholeEnd {
				wholeEnd = 0
			}
		} else {
			w.Span = write()
		}
		for _, m := range strings.Split(c[9], "|") {
			if v, ok := strings.CutPrefix(m, "Entity="); ok {
				w.mentions = v
			}
		}
		words = append(words, w)
	}
	finish()
	return docs, in.Err()
}

var bracket = regexp.MustCompile(`\(([^()]*)(\))?|(\d+)\)`)

type mention struct {
	id, kind string
	heads    []int // words of its minimal span, from its first
	linked   bool
	from, to int
}

func mentionsOf(words []word) []mention {
	var open, done []mention
	for i, w := range words {
		for _, m := range bracket.FindAllStringSubmatch(w.mentions, -1) {
			if m[3] == "" {
				f := strings.SplitN(m[1], "-", 8)
				if len(f) < 7 {
					continue
				}
				g := mention{id: f[0], kind: f[1], from: i, to: i, linked: len(f) == 8}
				for _, h := range strings.Split(f[5], ",") {
					if k, err := strconv.Atoi(h); err == nil {
						g.heads = append(g.heads, i+k-1)
					}
				}
				if m[2] != "" {
					done = append(done, g)
				} else {
					open = append(open, g)
				}
				continue
			}
			for k := len(open) - 1; k >= 0; k-- {
				if open[k].id == m[3] {
					open[k].to = i
					done = append(done, open[k])
					open = slices.Delete(open, k, k+1)
					break
				}
			}
		}
	}
	return done
}

func namesOf(id, text string, words []word) Document {
	doc := Document{Annotated: train.Annotated{ID: id, Text: text, Free: []extract.Span{}}}
	type found struct {
		from, to     int
		kind, entity string
	}
	var names []found
	for _, m := range mentionsOf(words) {
		kind := kinds[m.kind]
		if kind == "" || len(m.heads) == 0 || m.heads[0] > m.to || words[m.heads[0]].upos != "PROPN" {
			continue
		}
		from, to := nameAround(words, m)
		name := text[words[from].Start:words[to].End]
		if _, ok := lexicon.People(name); ok && kind != "LOC" {
			kind = "MISC"
		}
		if strings.ContainsAny(name, "@/") || kind == "MISC" && !m.linked && m.kind != "event" && m.kind != "person" {
			continue
		}
		names = append(names, found{from, to, kind, m.id})
	}
	slices.SortStableFunc(names, func(a, b found) int { return cmp.Compare(b.to-b.from, a.to-a.from) })
	taken := make([]bool, len(words))
	entity := map[int32]string{} // by the name's start
	for _, n := range names {
		if slices.Contains(taken[n.from:n.to+1], true) {
			continue
		}
		for i := n.from; i <= n.to; i++ {
			taken[i] = true
		}
		entity[words[n.from].Start] = n.entity
		doc.Names = append(doc.Names, train.Name{Span: extract.Span{Start: words[n.from].Start, End: words[n.to].End}, Type: n.kind})
	}
	for i, w := range words {
		if taken[i] || !upper(w.form) {
			continue
		}
		if _, ok := lexicon.People(w.form); ok {
			doc.Names = append(doc.Names, train.Name{Span: w.Span, Type: "MISC"})
		} else if w.upos == "PROPN" && !lexicon.Calendar(w.form) && !lexicon.Title(w.form) {
			doc.Free = append(doc.Free, w.Span)
		}
	}
	slices.SortFunc(doc.Names, func(a, b train.Name) int { return cmp.Compare(a.Start, b.Start) })
	for _, n := range doc.Names {
		doc.Entities = append(doc.Entities, entity[n.Start])
	}
	return doc
}

// nameAround is the run of name words around a mention's head.
func nameAround(words []word, m mention) (from, to int) {
	ok := func(i int) bool {
		w := words[i]
		return upper(w.form) && w.upos != "DET" && w.upos != "PRON" || i > m.from && w.upos == "NUM" && words[i-1].upos == "PROPN"
	}
	link := func(i int) bool {
		switch words[i].form {
		case "of", "the", "for", "and", "&", "-", "–", "'s", "’s", "de", "la", "van", "von", "del", "di", "du", "bin", "al", ".", "/":
			return true
		}
		return false
	}
	from, to = m.heads[0], m.heads[0]
	for i := from - 1; i >= m.from; i-- {
		if ok(i) {
			from = i
		} else if !link(i) || words[i].form == "and" || words[i].form == "'s" {
			break
		}
	}
	for i := to + 1; i <= m.to; i++ {
		if ok(i) {
			to = i
		} else if !link(i) || words[i].form == "and" && m.kind == "person" {
			break
		}
	}
	for m.kind == "person" && from < to && addressed(words[from].form) {
		from++
	}
	return from, to
}

func addressed(s string) bool {
	_, ok := lexicon.Honorific(s)
	return ok || lexicon.Title(s)
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
