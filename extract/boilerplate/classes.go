package boilerplate

import (
	_ "embed"
	"math/bits"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quoth/quoth/extract/boilerplate/meta"
)

//go:embed data/classes.txt
var classData string

// mark is what an element's tag, names and role say of what is in it.
type mark uint32

const (
	isNav mark = 1 << iota
	isFooter
	isHeader
	isAd
	isShare
	isRelated
	isNewsletter
	isComment
	isAuthor // about the author
	isByline // names, dates, reading time
	isTags
	isCaption
	isSidebar
	isWall // consent, log in, subscribe
	isTool // buttons, forms, players
	isPull // a sentence of the story, shown large
	isHidden
	isLead
	isStory
	isArticle
	isEmbed // a post of a network
	isRefs  // footnotes, references
	isHeadline
	nMarks = iota
)

func markIndex(m mark) int { return bits.TrailingZeros32(uint32(m)) }

var markNames = map[string]mark{
	"nav": isNav, "footer": isFooter, "header": isHeader, "ad": isAd, "share": isShare, "related": isRelated,
	"newsletter": isNewsletter, "comment": isComment, "author": isAuthor, "byline": isByline, "tags": isTags,
	"caption": isCaption, "sidebar": isSidebar, "wall": isWall, "tool": isTool, "pull": isPull, "hidden": isHidden,
	"lead": isLead, "story": isStory, "article": isArticle, "embed": isEmbed, "refs": isRefs, "headline": isHeadline, "none": 0,
}

// furniture are the marks of what is no story wherever it stands.
const furniture = isNav | isFooter | isAd | isShare | isRelated | isNewsletter | isComment | isAuthor | isByline | isTags |
	isSidebar | isWall | isTool | isHidden | isRefs | isCaption | isPull

// boxes are those of them that stand beside the story's text and not in it.
const boxes = furniture &^ (isCaption | isPull | isByline)

var classWords = sync.OnceValue(func() *meta.Names[mark] {
	words := map[string]mark{}
	for line := range strings.Lines(classData) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			word, name, _ := strings.Cut(line, " ")
			words[word] = markNames[name]
		}
	}
	return meta.NamesOf(words)
})

// nameMarks is what the words of a class, id or the like mark. Names are
// split at what is no letter and before capitals; a pair of words that the
// data knows says more than each of the two. An entry that begins with = is
// about a name of that one word: "hidden", but not "overflow-hidden".
func nameMarks(names string) (m mark) {
	if len(names) > 1024 { // a list of utility classes, or hostile
		names = names[:1024]
	}
	words := classWords()
	var buf [80]byte
	joined := buf[:1] // "=", or the word before and "+", then this word
	joined[0] = '='
	var last mark // of the word before, not yet taken
	for i := 0; i < len(names); {
		c := names[i]
		if !letter(c) {
			if c == ' ' {
				m, last = m|last, 0
				joined = append(joined[:0], '=')
			}
			i++
			continue
		}
		start := i
		for i++; i < len(names) && letter(names[i]) && (names[i] >= 'a' || names[i-1] < 'a'); i++ {
		}
		if i-start > 38 {
			joined = joined[:0]
			continue
		}
		before := len(joined)
		for _, c := range []byte(names[start:i]) {
			joined = append(joined, c|0x20)
		}
		one, _ := words.Get(joined[before:])
		if before == 1 && joined[0] == '=' {
			if i == len(names) || names[i] == ' ' {
				alone, _ := words.Get(joined)
				one |= alone
			}
		} else if before > 0 {
			if pair, ok := words.Get(joined); ok {
				one, last = pair, 0
			}
		}
		m, last = m|last, one
		n := copy(joined, joined[before:])
		joined = append(joined[:n], '+')
	}
	return m | last
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// marksOf is what an element says of itself.
func (w *walker) marksOf(n *html.Node) (m mark) {
	switch n.DataAtom {
	case atom.Nav, atom.Menu:
		m = isNav
	case atom.Footer:
		m = isFooter
	case atom.Header:
		m = isHeader
	case atom.Aside:
		m = isSidebar
	case atom.Form, atom.Button, atom.Label, atom.Fieldset, atom.Dialog:
		m = isTool
	case atom.Figcaption, atom.Caption:
		m = isCaption
	case atom.Article, atom.Main:
		m = isArticle
	case atom.Time:
		m = isByline
	case atom.Html, atom.Body:
		return 0 // classes of the whole page tell its layout
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "data-testid", "data-component", "data-qa", "data-module", "data-type":
			if a.Val != "" {
				m |= w.names.Get(a.Val, nameMarks)
			}
		case "itemprop":
			m |= propMarks(a.Val)
		case "role":
			m |= roleMarks(a.Val)
		case "hidden":
			m |= isHidden
		case "aria-hidden":
			if a.Val == "true" {
				m |= isHidden
			}
		case "style":
			if hides(a.Val) {
				m |= isHidden
			}
		case "rel":
			if strings.Contains(a.Val, "author") {
				m |= isByline
			} else if strings.Contains(a.Val, "tag") {
				m |= isTags
			}
		case "aria-label":
			if len(a.Val) < 60 {
				m |= nameMarks(a.Val) & (isNav | isShare | isRelated | isNewsletter | isAd)
			}
		}
	}
	if n.DataAtom == atom.Main {
		m &^= isSidebar
	}
	return m
}

func propMarks(v string) mark {
	switch strings.ToLower(strings.TrimSpace(v)) {
	case "articlebody", "reviewbody":
		return isStory
	case "author", "datepublished", "datemodified", "publisher":
		return isByline
	case "comment":
		return isComment
	case "headline":
		return isHeadline
	case "caption":
		return isCaption
	case "keywords":
		return isTags
	}
	return 0
}

func roleMarks(v string) mark {
	switch strings.ToLower(v) {
	case "navigation", "menu", "menubar", "menuitem", "tablist", "tab":
		return isNav
	case "contentinfo":
		return isFooter
	case "complementary":
		return isSidebar
	case "banner":
		return isHeader
	case "search", "dialog", "alertdialog", "button", "form", "tooltip":
		return isTool
	case "main", "article":
		return isArticle
	}
	return 0
}

// hides tells a style that takes the element off the screen.
func hides(style string) bool {
	if len(style) > 512 || !strings.Contains(style, "none") && !strings.Contains(style, "hidden") {
		return false
	}
	s := strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.HasPrefix(s, "display:none") || strings.Contains(s, ";display:none") || strings.Contains(s, "visibility:hidden")
}
