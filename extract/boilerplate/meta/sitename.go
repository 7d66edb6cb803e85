package meta

import (
	"strings"
	"unicode/utf8"
)

// separators stand between a title and the site's name.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " // ", " / ", " < ", " > ", " ~ ", " ‹ ", " › ", " ⋆ ", " |", "| ", " : ", ": "}

// stripSite cuts the site's name from either end of a title: a part behind a
// separator that is like the site's name or its host's, or whose absence
// makes the title equal to another candidate or to a heading. A title that
// stands as it is in a heading is left alone.
func (p *reader) stripSite(title string, names []string, said []titled) string {
	like := isSite
	if p.isHead(fold(title)) {
		like = isSiteExactly
	}
	for range 3 {
		short, ok := p.stripOnce(title, names, said, like)
		if !ok {
			break
		}
		title = short
	}
	return title
}

func (p *reader) stripOnce(title string, names []string, said []titled, site func(string, []string) bool) (string, bool) {
	for _, sep := range separators {
		like := site
		if sep == ": " {
			like = isSiteExactly
		}
		if i := strings.LastIndex(title, sep); i > 0 {
			head, tail := title[:i], title[i+len(sep):]
			if like(tail, names) || p.isKnown(head, said) {
				// What stands between the title and the site is a section.
				if i := strings.LastIndex(head, sep); sep == " | " && i > 0 && len(strings.Fields(head[i:])) <= 4 && len(strings.Fields(head[:i])) > 3 {
					head = head[:i]
				}
				return strings.TrimSpace(head), true
			}
		}
		if i := strings.Index(title, sep); i > 0 {
			if head, tail := title[:i], title[i+len(sep):]; like(head, names) && tail != "" {
				return strings.TrimSpace(tail), true
			}
		}
	}
	return title, false
}

// siteNames are the folded names that the site goes by: its own, the parts
// of it, its initials, the labels of its host.
func (p *reader) siteNames(site string) (names []string) {
	add := func(s string) {
		if key := fold(s); len(key) > 1 && len(key) <= 40 {
			names = append(names, key)
		}
	}
	add(site)
	if parts := splitAny(site, separators); len(parts) > 1 {
		add(parts[0])
		add(parts[len(parts)-1])
	}
	if words := strings.Fields(site); len(words) > 2 {
		initials := ""
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			initials += string(r)
		}
		add(initials)
	}
	labels := strings.Split(host(first(p.url, p.canon)), ".")
	for i, l := range labels {
		if i+1 < len(labels) && len(l) > 2 && l != "blog" && l != "news" {
			add(l)
		}
	}
	return names
}

func isSiteExactly(part string, names []string) bool {
	key := fold(part)
	for _, n := range names {
		if key == n {
			return true
		}
	}
	return false
}

// isSite says whether part is a name of the site, or nearly.
func isSite(part string, names []string) bool {
	key := fold(part)
	if len(key) < 2 {
		return true
	}
	for _, n := range names {
		if key == n || len(n) > 3 && len(key) <= 3*len(n) && strings.Contains(key, n) && alike(key, n) > 0.45 || len(key) > 3 && strings.Contains(n, key) && alike(key, n) > 0.45 {
			return true
		}
		// "Garden Corner Community Forum" of gardencorner.example
		if len(n) > 3 && len(key) < 40 && strings.HasPrefix(key, n) {
			return true
		}
	}
	return false
}

// isHead says whether key is the folded text of a heading.
func (p *reader) isHead(key string) bool {
	for i := range min(len(p.heads), maxHeads) {
		if h := &p.heads[i]; h.node.Data == "h1" && fold(h.text) == key {
			return true
		}
	}
	return false
}

// isKnown says whether a title without its last part stands as it is in
// another place.
func (p *reader) isKnown(head string, said []titled) bool {
	key := fold(head)
	if len(key) < 8 {
		return false
	}
	for _, s := range said {
		if fold(s.text) == key {
			return true
		}
	}
	return p.isHead(key)
}

// hostWord is the part of the host's name that names the site.
func (p *reader) hostWord() string {
	parts := strings.Split(host(first(p.url, p.canon)), ".")
	longest := ""
	for i, s := range parts {
		if i+1 < len(parts) && len(s) > len(longest) {
			longest = s
		}
	}
	return longest
}

// alike compares two folded texts by the pairs of bytes they share: 1 for the
// same, 0 for nothing in common (Dice's coefficient). Pairs are counted by
// their hash; of two titles hardly any collide.
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) < 2 || len(b) < 2 {
		return 0
	}
	var pairs [4096]int16
	for i := 1; i < len(a); i++ {
		pairs[pairHash(a[i-1], a[i])]++
	}
	same := 0
	for i := 1; i < len(b); i++ {
		if k := pairHash(b[i-1], b[i]); pairs[k] > 0 {
			pairs[k]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b)-2)
}

func pairHash(a, b byte) uint { return (uint(a)*61 + uint(b)) & 4095 }
