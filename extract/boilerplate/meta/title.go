package meta

import (
	"strings"
	"unicode/utf8"
)

// The weights with which the places of a page vote for a title. The headline
// that readers see is the title most often, then JSON-LD's; og:title and
// twitter:title are often rewritten for searchers and sharers.
const (
	headWeight    = 100
	linkedWeight  = 30
	ogWeight      = 22
	twitterWeight = 10
	windowWeight  = 14
	otherWeight   = 12
)

var titleTags = []string{"title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "cxenseparse:title", "headline", "article.headline"}

// titled is a candidate for the title.
type titled struct {
	text, from string
	weight     int
	key        string // fold(text)
}

// readTitle is the article's title without the site's name.
func (p *reader) readTitle(site string) string {
	said, names := p.saidTitles(), p.siteNames(site)
	for i := range said {
		said[i].text = p.stripSite(said[i].text, names, said)
		said[i].key = fold(said[i].text)
	}
	all := said
	if h, ok := p.headline(said, names); ok {
		all = append([]titled{h}, said...)
	}
	best := -1
	votes := map[string]int{}
	for _, c := range all {
		votes[c.key] += c.weight
	}
	for i, c := range all {
		if c.key != "" && (best < 0 || votes[c.key] > votes[all[best].key]) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	p.note("title", all[best].from)
	return all[best].text
}

// saidTitles are the titles that the page says to machines.
func (p *reader) saidTitles() (all []titled) {
	add := func(text, from string, weight int) {
		if text = plain(text); text != "" && len(text) < 1000 {
			all = append(all, titled{text: text, from: from, weight: weight})
		}
	}
	add(p.linked.text("headline", "name"), "jsonld", linkedWeight)
	add(p.tag("og:title", "http://ogp.me/ns#title"), "og:title", ogWeight)
	add(p.tag("twitter:title", "twitter:text:title"), "twitter:title", twitterWeight)
	for _, n := range titleTags {
		add(p.tag(n), n, otherWeight)
	}
	add(p.title, "<title>", windowWeight)
	return all
}

const maxHeads = 16

// headline is the visible heading that is most like what the page says, with
// less weight where it is like nothing: then it may be the site's own name.
func (p *reader) headline(said []titled, names []string) (titled, bool) {
	best, like := -1, -1.0
	for i := range min(len(p.heads), maxHeads) {
		h := &p.heads[i]
		l := 0.0
		key := fold(h.text)
		if key == "" || isSiteExactly(h.text, names) && len(said) > 0 {
			continue
		}
		for _, s := range said {
			l = max(l, alike(key, s.key))
		}
		if h.aside {
			l -= 0.3
		}
		if h.node.Data != "h1" {
			l -= 0.2
		}
		if l > like {
			best, like = i, l
		}
	}
	if best < 0 {
		return titled{}, false
	}
	t := p.headText(p.heads[best].text, names, said)
	c := titled{text: t, from: "h1", weight: headWeight, key: fold(t)}
	switch {
	case like < 0.15:
		c.weight = headWeight / 5
	case like < 0.3:
		c.weight = headWeight * 2 / 5
	}
	return c, true
}

// headText is the title in a heading's text. What stands on a line of its own
// before it ("Opinion", a date) or after it is no part of it where another
// place of the page gives the title without.
func (p *reader) headText(text string, names []string, said []titled) string {
	whole := squeeze(text)
	key := fold(whole)
	lines := strings.Split(text, "\n")
	short := ""
	for _, s := range said {
		if s.key == key {
			return whole
		}
		if len(s.key) < 8 || short != "" {
			continue
		}
		if strings.HasSuffix(key, s.key) {
			short = s.text
		}
		for _, l := range lines {
			if fold(l) == s.key {
				short = squeeze(l)
			}
		}
	}
	if short != "" {
		return short
	}
	for _, sep := range separators[:3] {
		if i := strings.LastIndex(whole, sep); i > 0 && isSiteExactly(whole[i+len(sep):], names) {
			return whole[:i]
		}
	}
	return whole
}

// alike compares two folded texts by the pairs of bytes they share: 1 for the
// same, 0 for nothing in common (Dice's coefficient).
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	if len(a) < 2 || len(b) < 2 {
		return 0
	}
	pairs := make(map[[2]byte]int, len(a))
	for i := 1; i < len(a); i++ {
		pairs[[2]byte{a[i-1], a[i]}]++
	}
	same := 0
	for i := 1; i < len(b); i++ {
		k := [2]byte{b[i-1], b[i]}
		if pairs[k] > 0 {
			pairs[k]--
			same++
		}
	}
	return 2 * float64(same) / float64(len(a)+len(b)-2)
}

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
