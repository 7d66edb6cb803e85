package boilerplate

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed data/nostory.txt
var noStoryData string

// says is what a page without a story says it is.
type says uint8

const (
	saysNothing says = iota
	saysError
	saysRobot
	saysWall
	saysAccount
	saysSearch
	saysList
	saysFurniture
)

var saysNames = map[string]says{"error": saysError, "robot": saysRobot, "wall": saysWall, "account": saysAccount, "search": saysSearch, "list": saysList, "furniture": saysFurniture}

var saysText = [...]string{"", "an error page", "a check for robots", "a wall of consent or subscription", "a log-in", "a search", "a list", "furniture alone"}

func (s says) String() string { return saysText[s] }

// phrases are the phrases of data/nostory.txt by their first word.
var phrases = sync.OnceValue(func() map[string][]phrase {
	m := map[string][]phrase{}
	for line := range strings.Lines(noStoryData) {
		kind, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if s := saysNames[kind]; s != 0 {
			text, whole := strings.CutPrefix(text, "=")
			first, _, _ := strings.Cut(text, " ")
			m[first] = append(m[first], phrase{text, s, whole})
		}
	}
	return m
})

type phrase struct {
	words string
	says  says
	whole bool
}

// saysOf reads a text, a title or heading with all phrases, other text without
// those that must be all of it and those that name lists.
func saysOf(text string, title bool) says {
	text = plainWords(text)
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], ' ') + at
		if end < at {
			end = len(text)
		}
		for _, p := range phrases()[text[at:end]] {
			switch rest, ok := strings.CutPrefix(text[at:], p.words); {
			case !ok || rest != "" && rest[0] != ' ':
			case title && p.says != saysFurniture && (!p.whole || at == 0 && rest == ""), !title && !p.whole && p.says != saysList:
				return p.says
			}
		}
		at = end + 1
	}
	return saysNothing
}

// saysOfTitle reads each part of a title that | - – — : or the like part.
func saysOfTitle(title string) says {
	for part := range strings.FieldsFuncSeq(title, func(r rune) bool { return strings.ContainsRune("|–—:·•»", r) }) {
		for p := range strings.SplitSeq(part, " - ") {
			if s := saysOf(p, true); s != 0 {
				return s
			}
		}
	}
	return saysOf(title, true)
}

// plainWords are the words of s, in lower case, with a blank between them.
func plainWords(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = len(b) > 0
			continue
		}
		if gap {
			b = append(b, ' ')
			gap = false
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return string(b)
}

// pageKind is what a page tells programs of its kind.
type pageKind struct {
	article  bool // og:type, JSON-LD, article:published_time
	list     bool // a collection, results of a search, a profile
	root     bool // its address is that of the site
	password bool // it asks for one
	says     says // its title
}

// kindOf looks at a page that may hold no story.
func kindOf(root *html.Node, url string) (k pageKind) {
	k.root = isRoot(url)
	for n := root; n != nil; {
		if n.Type == html.ElementNode {
			switch n.DataAtom {
			case atom.Title:
				if n.FirstChild != nil && k.says == 0 && n.Namespace == "" {
					k.says = saysOfTitle(n.FirstChild.Data[:min(len(n.FirstChild.Data), 500)])
				}
			case atom.Meta:
				k.meta(n)
			case atom.Input:
				k.password = k.password || strings.EqualFold(attrOf(n, "type"), "password")
			case atom.Script:
				if n.FirstChild != nil && strings.Contains(attrOf(n, "type"), "ld+json") {
					k.linkedData(n.FirstChild.Data)
				}
			default:
				if t := attrOf(n, "itemtype"); strings.Contains(t, "schema.org/") {
					k.schemaType(t[strings.LastIndexByte(t, '/')+1:])
				}
			}
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			break
		}
		n = n.NextSibling
	}
	k.list = k.list && !k.article
	return k
}

func (k *pageKind) meta(n *html.Node) {
	switch name := strings.ToLower(attrOf(n, "property") + attrOf(n, "name")); name {
	case "og:type":
		switch t := strings.ToLower(attrOf(n, "content")); {
		case t == "article":
			k.article = true
		case t == "profile":
			k.list = true
		}
	case "article:published_time":
		k.article = true
	}
}

// linkedData reads the types that JSON-LD names, by their key alone: much
// JSON-LD is broken.
func (k *pageKind) linkedData(data string) {
	const key = `"@type"`
	for {
		i := strings.Index(data, key)
		if i < 0 {
			return
		}
		data = strings.TrimLeft(data[i+len(key):], " \t\r\n:[")
		if t, _ := jsonString(data); t != "" {
			k.schemaType(t)
		}
	}
}

func (k *pageKind) schemaType(t string) {
	switch t {
	case "CollectionPage", "SearchResultsPage", "ProfilePage":
		k.list = true
	case "Report", "Recipe", "Review", "Interview":
		k.article = true
	default:
		k.article = k.article || strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting")
	}
}

// isRoot tells the address of a site's front page.
func isRoot(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	_, path, _ := strings.Cut(rest, "/")
	return path == "" && !strings.ContainsAny(rest, "?#")
}

func attrOf(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
