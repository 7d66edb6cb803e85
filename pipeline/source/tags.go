package source

// element says what the name of an HTML element tells about the text that it
// stands in.
type element uint8

const (
	inline     element = iota + 1 // may be named in a text about HTML, or used in plain text and Markdown
	structural                    // makes a page or a fragment of one
	breaking                      // stands alone: no end tag to wait for
)

var elements = map[string]element{
	"a": inline, "abbr": inline, "b": inline, "cite": inline, "code": inline, "em": inline, "font": inline, "i": inline, "noscript": inline,
	"q": inline, "small": inline, "span": inline, "strong": inline, "sub": inline, "sup": inline, "u": inline,
	"article": structural, "aside": structural, "blockquote": structural, "body": structural, "center": structural, "dd": structural, "div": structural,
	"dl": structural, "dt": structural, "figcaption": structural, "figure": structural, "footer": structural, "form": structural, "h1": structural,
	"h2": structural, "h3": structural, "h4": structural, "h5": structural, "h6": structural, "head": structural, "header": structural, "html": structural,
	"iframe": structural, "li": structural, "main": structural, "nav": structural, "ol": structural, "p": structural, "pre": structural,
	"script": structural, "section": structural, "style": structural, "svg": structural, "table": structural, "tbody": structural, "td": structural,
	"template": structural, "th": structural, "title": structural, "tr": structural, "ul": structural,
	"base": breaking, "br": breaking, "hr": breaking, "img": breaking, "input": breaking, "link": breaking, "meta": breaking,
}

// tags counts the tags of a text.
type tags struct {
	known      int // of elements that HTML has
	structural int // of those, structural and breaking ones
	breaks     int // breaking ones
	pairs      int // end tags of structural ones
}

func countTags(b []byte) (t tags) {
	for i := 0; i+1 < len(b); i++ {
		if b[i] != '<' {
			continue
		}
		end := b[i+1] == '/'
		if end {
			i++
		}
		name := tagName(b[i+1:])
		i += len(name)
		switch elements[name] {
		case 0:
			continue
		case structural:
			t.structural++
			if end {
				t.pairs++
			}
		case breaking:
			t.structural++
			t.breaks++
		}
		t.known++
	}
	return t
}

// tagName is the lower-cased element name that b begins with; "" where none
// does or where it is not followed by what may follow one.
func tagName(b []byte) string {
	const longest = 16
	for i, c := range b {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', i > 0 && ('0' <= c && c <= '9' || c == ':' || c == '-'):
		case c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r':
			return lower(b[:i])
		default:
			return ""
		}
		if i == longest {
			break
		}
	}
	return ""
}

func lower(b []byte) string {
	var name [16]byte
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		name[i] = c
	}
	return string(name[:len(b)])
}
