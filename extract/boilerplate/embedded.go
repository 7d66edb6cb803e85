package boilerplate

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/quoth/quoth/extract"
)

// thinStory is how much prose, in characters, a page must show before what it
// carries for programs alone is looked at.
const thinStory = 200

// articleBody is the story that a page's JSON-LD gives, "" where there is none.
// Of a live report it is what all the entries say, each with its headline.
func articleBody(linked []string) string {
	body := ""
	for _, data := range linked {
		if i := strings.Index(data, `"liveBlogUpdate"`); i >= 0 {
			if t := strings.Join(membersOf(data[i:], `"headline"`, `"articleBody"`), "\n"); len(t) > len(body) {
				body = t
			}
		}
		for _, t := range membersOf(data, `"articleBody"`) {
			if len(t) > len(body) {
				body = t
			}
		}
	}
	return body
}

// membersOf gives the texts of all members of certain names, which are looked for
// by these alone: much JSON-LD is broken, or nests the article deep.
func membersOf(data string, names ...string) (texts []string) {
	for {
		i := strings.IndexByte(data, '"')
		if i < 0 {
			return texts
		}
		data = data[i:]
		n := 1
		for _, name := range names {
			if strings.HasPrefix(data, name) {
				n = len(name)
			}
		}
		if data = data[n:]; n == 1 {
			continue
		}
		value, is := strings.CutPrefix(strings.TrimLeft(data, " \t\r\n"), ":")
		if t, rest := jsonString(strings.TrimLeft(value, " \t\r\n")); is && t != "" {
			texts, data = append(texts, t), rest
		}
	}
}

// jsonString reads the string that s begins with. Line ends in it, which JSON
// forbids and pages write, are taken as they are.
func jsonString(s string) (value, rest string) {
	if s == "" || s[0] != '"' {
		return "", s
	}
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			quoted := s[:i+1]
			if strings.ContainsAny(quoted, "\n\r\t") {
				quoted = strings.NewReplacer("\r", "", "\n", `\n`, "\t", `\t`).Replace(quoted)
			}
			if json.Unmarshal([]byte(quoted), &value) != nil {
				return "", s[i+1:]
			}
			return value, s[i+1:]
		}
	}
	return "", ""
}

// mostElsewhere says whether a page's JSON-LD gives more than twice the story
// that is kept, in characters: of a page that scripts fill, teasers may be kept.
func mostElsewhere(body string, kept int32) bool {
	if len(body) < 2*int(kept) {
		return false
	}
	chars := 0
	for _, p := range fromMarkup(body, "") {
		chars += utf8.RuneCountInString(p.Text) - strings.Count(p.Text, " ")
	}
	return chars > 2*int(kept)
}

// embedded reads the story that a page without one carries for programs or
// for readers without scripts: in JSON-LD, in the data of its framework, in
// <noscript>. It gives nothing where it finds less than a story.
func embedded(input, body string) []extract.Piece {
	if pieces := fromMarkup(body, "articleBody"); pieces != nil {
		return pieces
	}
	page, err := parseWhole(input)
	if err != nil {
		return nil
	}
	var best []extract.Piece
	page.Find("script").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if data := dataOf(s.Nodes[0]); data != "" {
			best = fromMarkup(longestRun(data), "embedded_data")
		}
		return best == nil
	})
	if best != nil {
		return best
	}
	var longest string
	page.Find("noscript").Each(func(_ int, s *goquery.Selection) {
		if n := s.Nodes[0].FirstChild; n != nil && len(n.Data) > len(longest) {
			longest = n.Data
		}
	})
	return fromMarkup(longest, "noscript")
}

// dataOf is what a script holds of a framework's data: JSON, or JSON that is
// assigned to a member of the window (__NUXT__, __PRELOADED_STATE__), as it is or
// written as a string; "" for none.
func dataOf(script *html.Node) string {
	if script.FirstChild == nil {
		return ""
	}
	text := script.FirstChild.Data
	if attrOf(script, "id") == "__NEXT_DATA__" || attrOf(script, "type") == "application/json" {
		return text
	}
	const opening = 4096 // of a script in which the name stands
	if i := strings.Index(text[:min(len(text), opening)], "Fusion.globalContent="); i >= 0 {
		return text[i:]
	}
	name, _, assigned := strings.Cut(strings.TrimSpace(text[:min(len(text), 120)]), "=")
	if !assigned || !strings.HasPrefix(name, "window.__") {
		return ""
	}
	_, value, _ := strings.Cut(text, "=")
	value = strings.TrimSpace(value)
	if quoted := strings.TrimPrefix(value, "JSON.parse("); strings.HasPrefix(quoted, `"`) {
		value, _ = jsonString(quoted)
	}
	if strings.HasPrefix(value, "{") || strings.HasPrefix(value, "[") {
		return value
	}
	return ""
}

// fromMarkup makes pieces of a story given as text, with or without tags.
// Without tags its lines are its paragraphs.
func fromMarkup(s, rule string) []extract.Piece {
	if len(s) < thinStory {
		return nil
	}
	if !strings.Contains(s, "</") && !strings.Contains(s, "<br") {
		s = "<p>" + strings.ReplaceAll(html.EscapeString(html.UnescapeString(s)), "\n", "<p>")
	}
	page, err := parse(s)
	if err != nil {
		return nil
	}
	t := walk(page.Nodes[0])
	var prose int32
	for i := range t.blocks {
		if b := &t.blocks[i]; b.prose {
			prose += b.chars
		}
		t.blocks[i].rule = rule
	}
	if prose < thinStory {
		return nil
	}
	return t.pieces()
}
