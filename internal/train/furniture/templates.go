package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
)

// templates are furniture with places to fill: {T} a title, {W} a site, {N} a
// name, {D} a date, and {a~b} one of several ways to say it, which may have
// places themselves.
type templates struct {
	Sites, Names, Dates  []string
	Top, Teasers, Bottom []string

	ways                *templates // as many as one likes of each
	realTop, realBottom []string   // runs of lines that stand around stories on pages
}

func readTemplates(file, ways string) (*templates, error) {
	t := &templates{ways: &templates{}}
	for _, x := range []struct {
		file string
		into *templates
	}{{file, t}, {ways, t.ways}} {
		body, err := os.ReadFile(x.file)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, x.into); err != nil {
			return nil, fmt.Errorf("%s: %w", x.file, err)
		}
	}
	return t, nil
}

// around puts furniture around those articles in which annotators set nothing
// aside, and between their paragraphs, as syndication does: some of it glued to
// the paragraph that follows.
func (t *templates) around(articles []article, seed uint64) []article {
	rng := rand.New(rand.NewPCG(seed, 3))
	var titles []string
	for i := range articles {
		if n := len(strings.Fields(articles[i].title)); 4 <= n && n <= 16 {
			titles = append(titles, strings.TrimSpace(articles[i].title))
		}
	}
	var made []article
	for i := range articles {
		if len(articles[i].junk) == 0 && articles[i].title != "" {
			m := maker{templates: t, rng: rng, titles: titles}
			made = append(made, m.make(&articles[i]))
		}
	}
	return made
}

type maker struct {
	*templates
	rng    *rand.Rand
	titles []string
	text   strings.Builder
	junk   []extract.Span
}

func (m *maker) make(a *article) article {
	if m.rng.IntN(2) == 0 {
		m.put(a.title, "\n", false)
	}
	for range m.rng.IntN(4) {
		m.put(m.one(m.Top, m.ways.Top, m.realTop), "\n", true)
	}
	if m.rng.IntN(6) == 0 {
		m.put(a.title, "\n", false)
	}
	n := 0
	for _, p := range m.story(a.text) {
		switch r := m.rng.Float64(); {
		case n > 0 && r < .10:
			list, ways := m.Teasers, m.ways.Teasers
			if m.rng.IntN(3) == 0 { // "Sign up for our newsletter." in the middle of a story
				list, ways = m.Bottom, m.ways.Bottom
			}
			m.put(m.one(list, ways, nil), ends[m.rng.IntN(len(ends))], true)
		case n > 0 && r < .17:
			f := strings.Fields(pick(m.rng, m.titles))
			h := strings.Join(f[:min(len(f), 3+m.rng.IntN(5))], " ")
			m.put(strings.TrimRightFunc(h, unicode.IsPunct), ends[m.rng.IntN(len(ends))], false)
		}
		m.put(p, "\n", false)
		n++
	}
	if m.rng.IntN(4) > 0 {
		for range 1 + m.rng.IntN(5) {
			m.put(m.one(m.Bottom, m.ways.Bottom, m.realBottom), "\n", true)
		}
	}
	return article{title: a.title, text: m.text.String(), junk: m.junk, sure: true}
}

// story is the paragraphs of a text, of every fourth one with a short plain
// sentence as the last of them: many stories end in one.
func (m *maker) story(text string) []string {
	var list []string
	for p := range strings.SplitSeq(text, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	if len(list) < 4 || m.rng.IntN(4) > 0 {
		return list
	}
	from := 3 + m.rng.IntN(len(list)-3)
	for i := from; i < len(list); i++ {
		head, last := list[i], ""
		for end := strings.LastIndex(head, ". "); end > 0; end = strings.LastIndex(head, ". ") {
			head, last = head[:end+1], list[i][end+2:]
			if plainEnd(last) {
				return append(list[:i:i], head, last)
			}
			head = head[:end]
		}
		if plainEnd(list[i]) {
			return list[:i+1]
		}
	}
	return list
}

// plainEnd says whether s is a sentence of 5 to 15 words without speech or figures.
func plainEnd(s string) bool {
	n := len(strings.Fields(s))
	return 5 <= n && n <= 15 && strings.HasSuffix(s, ".") && s[0] >= 'A' && s[0] <= 'Z' && !strings.ContainsAny(s, "\"“”()|0123456789@") && strings.Count(s, ". ") == 0
}

var ends = [...]string{"", "", "\n"}

func (m *maker) put(s, end string, junk bool) {
	if junk {
		start := int32(m.text.Len())
		m.junk = append(m.junk, extract.Span{Start: start, End: start + int32(len(s))})
	}
	m.text.WriteString(s)
	m.text.WriteString(end)
}

// one is furniture made from a template or, as often, some of a page's. Of
// templates as many have one way to say it as have several.
func (m *maker) one(made, ways, real []string) string {
	if len(real) > 0 && m.rng.IntN(2) == 0 {
		return pick(m.rng, real)
	}
	if m.rng.IntN(3) == 0 {
		made = ways
	}
	return m.fill(m.vary(m.choose(pick(m.rng, made))))
}

// choose takes one of the ways to say it at each place of a template that has
// several.
func (m *maker) choose(template string) string {
	var out strings.Builder
	for s := template; s != ""; {
		open := strings.IndexByte(s, '{')
		if open < 0 || open+3 > len(s) {
			out.WriteString(s)
			break
		}
		out.WriteString(s[:open])
		depth, from, end := 0, open+1, open
		var list []string
		for ; end < len(s); end++ {
			switch c := s[end]; {
			case c == '{':
				depth++
			case c == '~' && depth == 1:
				list, from = append(list, s[from:end]), end+1
			case c == '}':
				depth--
			}
			if depth == 0 {
				break
			}
		}
		end = min(end, len(s)-1)
		if len(list) == 0 {
			out.WriteString(s[open : end+1]) // {T}
		} else {
			out.WriteString(m.choose(pick(m.rng, append(list, s[from:end]))))
		}
		s = s[end+1:]
	}
	return out.String()
}

var (
	labelled   = regexp.MustCompile(`^([^{}:|]{3,40}?)(?:: | \| | » | - )\{T\}$`)
	separators = [...]string{": ", ": ", " | ", " - ", " – ", " » ", " > ", ":- "}
)

// vary says a template as another house would, once in three times: another
// sign or capitals in a label, a full stop more or less, two lines in one.
func (m *maker) vary(t string) string {
	if m.rng.IntN(3) > 0 {
		return t
	}
	if f := labelled.FindStringSubmatch(t); f != nil {
		label := f[1]
		switch m.rng.IntN(3) {
		case 0:
			label = strings.ToUpper(label)
		case 1:
			label = label[:1] + strings.ToLower(label[1:])
		}
		return label + separators[m.rng.IntN(len(separators))] + "{T}"
	}
	if strings.ContainsAny(t, "\n{") {
		return t
	}
	words := strings.Count(t, " ") + 1
	switch m.rng.IntN(3) {
	case 0:
		if words <= 5 {
			return strings.ToUpper(t)
		}
		if more := pick(m.rng, m.Bottom); strings.HasSuffix(t, ".") && !strings.Contains(more, "\n") {
			return t + " " + more
		}
	case 1:
		if s, ok := strings.CutSuffix(t, "."); ok && !strings.Contains(s, ". ") {
			return s
		}
		if words > 4 && unicode.IsLower(rune(t[len(t)-1])) {
			return t + "."
		}
	}
	return t
}

var slot = regexp.MustCompile(`\{[TWND]\}`)

func (m *maker) fill(template string) string {
	return slot.ReplaceAllStringFunc(template, func(s string) string {
		return pick(m.rng, map[string][]string{"{T}": m.titles, "{W}": m.Sites, "{N}": m.Names, "{D}": m.Dates}[s])
	})
}

func pick(rng *rand.Rand, list []string) string { return list[rng.IntN(len(list))] }
