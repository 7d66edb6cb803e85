package source

import (
	"fmt"
	"strings"
)

// Kind is what an input holds.
type Kind uint8

const (
	Auto Kind = iota // to be sniffed
	HTML
	Text
	JSONL
	WARC // a web archive
	WACZ // a zip of web archives
	Feed // RSS, Atom or JSON Feed
	Sitemap
	URLs // a list of addresses, one a line; never sniffed
	Tar
	Zip
)

var kinds = [...]string{"auto", "html", "text", "jsonl", "warc", "wacz", "feed", "sitemap", "urls", "tar", "zip"}

func (k Kind) String() string { return kinds[k] }

// Kinds are the names that ParseKind knows.
func Kinds() []string { return kinds[HTML:] }

// ParseKind reads a kind's name.
func ParseKind(s string) (Kind, error) {
	for i, name := range kinds[HTML:] {
		if name == s {
			return HTML + Kind(i), nil
		}
	}
	return 0, fmt.Errorf("%q is none of %s", s, strings.Join(Kinds(), ", "))
}
