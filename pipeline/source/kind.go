package source

import "fmt"

// Kind is what an input holds.
type Kind uint8

const (
	Auto Kind = iota // to be sniffed
	HTML
	Text
	JSONL
	URLs // a list of addresses, one a line; never sniffed
	WARC
	Feed
)

var kinds = [...]string{"auto", "html", "text", "jsonl", "urls", "warc", "feed"}

func (k Kind) String() string { return kinds[k] }

// Kinds are the names that ParseKind knows and that can be read.
func Kinds() []string { return kinds[HTML:WARC] }

// ParseKind reads a kind's name.
func ParseKind(s string) (Kind, error) {
	for i, name := range kinds {
		switch {
		case name != s:
		case Kind(i) >= WARC:
			return 0, fmt.Errorf("%s is not supported yet", name)
		default:
			return Kind(i), nil
		}
	}
	return 0, fmt.Errorf("%q is none of html, text, jsonl, urls", s)
}
