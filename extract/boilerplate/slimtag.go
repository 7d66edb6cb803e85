package boilerplate

import (
	"strings"

	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// tag is what the slimmer read last.
type tag struct {
	name   string
	closed bool // ends with "/>"
	json   bool // may have a type as "application/ld+json"
	canon  bool // may have the rel "canonical"
}

// readTag reads the tag whose name begins at i, to behind its end, and leaves
// out of it the attributes that nothing reads. It is false for a tag without an
// end, which the parser drops.
func (s *slimmer) readTag(i int) bool {
	p := s.page
	start := i
	for i < len(p) && !endsName(p[i]) {
		i++
	}
	s.tag = tag{name: p[start:i]}
	// The parser compares the attributes of elements of style.
	keep := p[start-1] == '/' || isStyle(s.name)
	odd := false
	judged := uint8(0) // attributes that were kept or not for what they hold
	mark, from := len(s.kept), s.from
	i = skipSpace(p, i)
	for {
		if i >= len(p) {
			return false
		}
		if p[i] == '>' {
			break
		}
		key := i
		for i < len(p) && (p[i] == '=' && i == key || p[i] != '=' && !endsName(p[i])) {
			i++
		}
		name := p[key:i]
		i = skipSpace(p, i)
		value := ""
		switch {
		case i >= len(p):
			return false
		case p[i] == '/':
			i++
			s.closed = i < len(p) && p[i] == '>'
			odd = odd || !s.closed || name != ""
		case p[i] == '=':
			i = skipSpace(p, i+1)
			if i >= len(p) {
				return false
			}
			switch q := p[i]; q {
			case '>':
			case '"', '\'':
				n := strings.IndexByte(p[i+1:], q)
				if n < 0 {
					return false
				}
				value = p[i+1 : i+1+n]
				i += n + 2
			default:
				v := i
				for i < len(p) && p[i] != '>' && !space(p[i]) {
					i++
				}
				value = p[v:i]
			}
		}
		i = skipSpace(p, i)
		if keep || name == "" {
			continue
		}
		if is(name, "type") {
			s.json = s.json || strings.Contains(value, "json") && (strings.Contains(value, "ld+") || strings.IndexByte(value, '&') >= 0)
		}
		if is(name, "rel") {
			s.canon = s.canon || containsFold(value, "canonical") || strings.IndexByte(value, '&') >= 0
		}
		if j := judgedBy(name); j != 0 {
			odd = odd || judged&j != 0 // the parser drops the second one
			judged |= j
		}
		if !told(s.name, name, value) {
			s.drop(key, i)
		}
	}
	if odd { // what a slash means depends on what stands around it
		s.kept, s.from = s.kept[:mark], from
	}
	s.at = i + 1
	return true
}

// told says whether a reader looks at an attribute of an element, or the parser
// does, and what it holds can tell something. Where entities stand in it, it can.
func told(element, key, value string) bool {
	switch len(element) {
	case 3, 5, 6, 8: // nobody looks at the names of what shows no text
		if is(element, "svg") || is(element, "style") || is(element, "script") || is(element, "iframe") || is(element, "noscript") {
			return is(key, "itemtype") || is(key, "type") && strings.Contains(value, "json")
		}
	}
	switch len(key) {
	case 2:
		return is(key, "id")
	case 3:
		return is(key, "rel") && (is(element, "link") || containsFold(value, "author") || strings.Contains(value, "tag") || escaped(value))
	case 4:
		return is(key, "role") || is(key, "type") && is(element, "input") || is(key, "name") && is(element, "meta") || is(key, "lang") && is(element, "html") ||
			is(key, "href") && (is(element, "link") || is(element, "base") || is(element, "a") && (meta.LeadsToAuthor(value) || escaped(value)))
	case 5:
		return is(key, "class") || is(key, "value") && is(element, "meta") || is(key, "style") && (strings.Contains(value, "none") || strings.Contains(value, "hidden") || escaped(value))
	case 6:
		return is(key, "hidden")
	case 7:
		return is(key, "content") || is(key, "data-qa")
	case 8:
		return is(key, "itemprop") || is(key, "datetime") || is(key, "itemtype") || is(key, "property") && is(element, "meta") || is(key, "xml:lang") && is(element, "html")
	case 9:
		return is(key, "data-type")
	case 10:
		return is(key, "aria-label") || is(key, "http-equiv") && is(element, "meta")
	case 11:
		return is(key, "data-testid") || is(key, "data-module") || is(key, "aria-hidden")
	case 14:
		return is(key, "data-component") || is(key, "shadowrootmode")
	}
	return false
}

func escaped(value string) bool { return strings.IndexByte(value, '&') >= 0 }

// judgedBy is a bit for each attribute of which told looks at what it holds; 0 for others.
func judgedBy(key string) uint8 {
	switch len(key) {
	case 3:
		if is(key, "rel") {
			return 1
		}
	case 4:
		if is(key, "href") {
			return 2
		}
		if is(key, "type") {
			return 4
		}
	case 5:
		if is(key, "style") {
			return 8
		}
	}
	return 0
}

// isStyle tells the elements that the parser opens anew where they were left
// open, by name and attributes.
func isStyle(name string) bool {
	switch len(name) {
	case 1:
		return strings.IndexByte("bisuBISU", name[0]) >= 0
	case 2:
		return is(name, "em") || is(name, "tt")
	case 3:
		return is(name, "big")
	case 4:
		return is(name, "font") || is(name, "code") || is(name, "nobr")
	case 5:
		return is(name, "small")
	case 6:
		return is(name, "strong") || is(name, "strike")
	}
	return false
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

// endsName tells what ends the name of a tag. That of an attribute ends at "="
// too.
func endsName(c byte) bool { return c <= '>' && (space(c) || c == '/' || c == '>') }

func skipSpace(p string, i int) int {
	for i < len(p) && space(p[i]) {
		i++
	}
	return i
}

// is says whether a name is the given one in letters of either case.
func is(name, want string) bool {
	if len(name) != len(want) {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != want[i] {
			return false
		}
	}
	return true
}

// containsFold says whether s holds a word in letters of either case.
func containsFold(s, word string) bool {
	for {
		i := strings.IndexByte(s, word[0])
		if i < 0 || len(s)-i < len(word) {
			return false
		}
		if is(s[i:i+len(word)], word) {
			return true
		}
		s = s[i+1:]
	}
}
