package meta

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// jnode is one value of a JSON text: an object where names is set, a list
// where kids alone is, else a scalar whose text is str.
type jnode struct {
	str   string
	names []string // of kids, in an object
	kids  []jnode
	kind  jkind
}

type jkind uint8

const (
	jscalar jkind = iota // string, number; true, false and null as their words
	jlist
	jobject
)

const (
	maxJSONBytes = 2 << 20
	maxJSONDepth = 48
	maxJSONNodes = 50_000
)

// get is the first member of an object with one of the names, in the order
// of the names; nil where there is none.
func (n *jnode) get(names ...string) *jnode {
	for _, want := range names {
		for i, name := range n.names {
			if name == want {
				return &n.kids[i]
			}
		}
	}
	return nil
}

// text is the string of a member, or of the first string in its list.
func (n *jnode) text(names ...string) string {
	for _, name := range names {
		v := n.get(name)
		if v != nil && v.kind == jlist && len(v.kids) > 0 {
			v = &v.kids[0]
		}
		if v != nil && v.kind == jscalar && v.str != "" && v.str != "null" {
			return v.str
		}
	}
	return ""
}

// each calls f for n's members if it is a list, else for n itself.
func (n *jnode) each(f func(*jnode)) {
	if n == nil {
		return
	}
	if n.kind != jlist {
		f(n)
		return
	}
	for i := range n.kids {
		f(&n.kids[i])
	}
}

// readJSON reads the values in s, one after another. It takes what pages
// write for JSON: bare line ends and unescaped quotes in strings, trailing
// commas, comments, several objects in a row, a text that breaks off. What is
// valid JSON it reads as JSON says. It never fails; nonsense gives no nodes.
// Time is linear in len(s), of which it reads at most maxJSONBytes.
func readJSON(s string) []jnode {
	if len(s) > maxJSONBytes {
		s = s[:maxJSONBytes]
	}
	r := jreader{s: s, left: maxJSONNodes}
	var all []jnode
	for {
		n := strings.IndexAny(r.s[r.i:], "{[")
		if n < 0 || r.left <= 0 {
			return all
		}
		r.i += n
		if strings.HasPrefix(r.s[r.i:], "[CDATA[") {
			r.i += len("[CDATA[")
			continue
		}
		if v, ok := r.value(0); ok {
			all = append(all, v)
		} else {
			r.i++
		}
		if r.i >= len(r.s) {
			return all
		}
	}
}

type jreader struct {
	s    string
	i    int
	left int // nodes that may still be made
}

func (r *jreader) blank() {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c <= ' ':
			r.i++
		case c == '/' && strings.HasPrefix(r.s[r.i:], "//"):
			r.upTo("\n")
		case c == '/' && strings.HasPrefix(r.s[r.i:], "/*"):
			r.upTo("*/")
		case c == 0xc2 && strings.HasPrefix(r.s[r.i:], "\u00a0"):
			r.i += 2
		default:
			return
		}
	}
}

func (r *jreader) upTo(end string) {
	if n := strings.Index(r.s[r.i:], end); n >= 0 {
		r.i += n + len(end)
	} else {
		r.i = len(r.s)
	}
}

func (r *jreader) value(depth int) (jnode, bool) {
	r.blank()
	r.left--
	if r.left < 0 {
		r.i = len(r.s)
	}
	if r.i >= len(r.s) || depth > maxJSONDepth {
		return jnode{}, false
	}
	switch r.s[r.i] {
	case '{':
		return r.object(depth), true
	case '[':
		return r.list(depth), true
	case '"':
		r.i++
		return jnode{str: r.str(false)}, true
	}
	start := r.i
	for r.i < len(r.s) && strings.IndexByte(",]}\n\r{[\"", r.s[r.i]) < 0 {
		r.i++
	}
	return jnode{str: strings.TrimSpace(r.s[start:r.i])}, r.i > start
}

func (r *jreader) object(depth int) jnode {
	r.i++
	n := jnode{kind: jobject}
	for {
		r.blank()
		if r.i >= len(r.s) {
			return n
		}
		switch c := r.s[r.i]; c {
		case '}':
			r.i++
			return n
		case ']': // a brace was forgotten: the list around ends here
			return n
		case '"':
			r.i++
			name := r.str(true)
			r.blank()
			if r.i < len(r.s) && r.s[r.i] == ':' {
				r.i++
				if v, ok := r.value(depth + 1); ok {
					n.names, n.kids = append(n.names, name), append(n.kids, v)
				}
			}
		default:
			name := r.s[r.i : r.i+bareName(r.s[r.i:])]
			r.i += len(name)
			r.blank()
			if name == "" {
				r.i++
			} else if r.i < len(r.s) && r.s[r.i] == ':' { // a name without quotes
				r.i++
				if v, ok := r.value(depth + 1); ok {
					n.names, n.kids = append(n.names, name), append(n.kids, v)
				}
			}
		}
	}
}

// bareName is the length of the name without quotes that s begins with.
func bareName(s string) int {
	n := 0
	for n < len(s) && n < 64 && (letter(s[n]) || s[n] == '_' || s[n] == '@') {
		n++
	}
	return n
}

func (r *jreader) list(depth int) jnode {
	r.i++
	n := jnode{kind: jlist}
	for {
		r.blank()
		if r.i >= len(r.s) {
			return n
		}
		switch r.s[r.i] {
		case ']':
			r.i++
			return n
		case '}':
			return n
		case ',', ':':
			r.i++
		default:
			if v, ok := r.value(depth + 1); ok {
				n.kids = append(n.kids, v)
			} else {
				r.i++
			}
		}
	}
}

// str reads a string whose opening quote has been read. A quote ends it only
// where what follows can follow a string: in valid JSON that is always so.
func (r *jreader) str(name bool) string {
	start := r.i
	for r.i < len(r.s) {
		switch r.s[r.i] {
		case '\\':
			r.i += 2
			continue
		case '"':
			if r.closes(r.i+1, name) {
				s := r.s[start:r.i]
				r.i++
				return unescape(s)
			}
		}
		r.i++
	}
	r.i = len(r.s)
	return unescape(r.s[min(start, len(r.s)):])
}

// closes says whether a quote before i can end a name or a value. A comma
// inside a text is followed by a word, one between values by a value or by a
// name, which may lack its quotes.
func (r *jreader) closes(i int, name bool) bool {
	c, i := r.ahead(i)
	switch c {
	case 0:
		return true
	case ':':
		return name
	case ']', '}', '/':
		return !name
	case ',':
		if name {
			return false
		}
		comma := i
		c, i = r.ahead(i + 1)
		rest := r.s[min(i, len(r.s)):]
		if n := bareName(rest); n > 0 && n+1 < len(rest) && rest[n] == ':' {
			return strings.IndexByte("\"{[", rest[n+1]) >= 0 || strings.IndexByte(r.s[comma:i], '\n') >= 0
		}
		return c == 0 || strings.IndexByte("\"{[]}-/0123456789", c) >= 0 ||
			strings.HasPrefix(rest, "true") || strings.HasPrefix(rest, "false") || strings.HasPrefix(rest, "null")
	}
	return false
}

// ahead is the next byte that is no blank, and where it stands; 0 at the end
// and after 200 blanks, so that a text of quotes and blanks stays linear.
func (r *jreader) ahead(i int) (byte, int) {
	for end := min(len(r.s), i+200); i < end; i++ {
		if c := r.s[i]; c > ' ' {
			return c, i
		}
	}
	return 0, i
}

func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 't', 'r', 'b', 'f':
			b = append(b, ' ')
		case 'u':
			r, n := hex4(s[i+1:])
			if n == 0 {
				continue
			}
			i += n
			if utf16.IsSurrogate(r) && strings.HasPrefix(s[i+1:], `\u`) {
				if r2, n2 := hex4(s[i+3:]); n2 > 0 {
					if both := utf16.DecodeRune(r, r2); both != utf8.RuneError {
						r = both
						i += 2 + n2
					}
				}
			}
			b = utf8.AppendRune(b, r)
		default:
			b = append(b, s[i])
		}
	}
	return string(b)
}

func hex4(s string) (rune, int) {
	if len(s) < 4 {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[:4], 16, 16)
	if err != nil {
		return 0, 0
	}
	return rune(v), 4
}
