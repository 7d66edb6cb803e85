package meta

import "strings"

// The weights with which the places of a page vote for a title. The headline
// that readers see is the title most often, then JSON-LD's; og:title and
// twitter:title are often rewritten for searchers and sharers.
const (
	headWeight    = 40
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
	said := p.saidTitles()
	for i := range said {
		said[i].text = p.stripSite(said[i].text, site, said)
		said[i].key = fold(said[i].text)
	}
	all := said
	if h, ok := p.headline(said, site); ok {
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
func (p *reader) headline(said []titled, site string) (titled, bool) {
	best, like := -1, -1.0
	for i := range min(len(p.heads), maxHeads) {
		h := &p.heads[i]
		l := 0.0
		key := fold(h.text)
		if key == "" || key == fold(site) && len(p.heads) > 1 {
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
	t := squeeze(p.heads[best].text)
	c := titled{text: t, from: "h1", weight: headWeight, key: fold(t)}
	switch {
	case like < 0.1:
		c.weight = headWeight / 8
	case like < 0.3:
		c.weight = headWeight / 4
	}
	return c, true
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
// makes the title equal to another candidate or to a heading.
func (p *reader) stripSite(title, site string, said []titled) string {
	names := []string{fold(site), fold(p.hostWord())}
	for range 3 {
		cutOff := false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 {
				if head, tail := title[:i], title[i+len(sep):]; p.isSite(tail, names) || p.isKnown(head, said) {
					title, cutOff = strings.TrimSpace(head), true
					break
				}
			}
			if i := strings.Index(title, sep); i > 0 {
				if head, tail := title[:i], title[i+len(sep):]; p.isSite(head, names) && tail != "" {
					title, cutOff = strings.TrimSpace(tail), true
					break
				}
			}
		}
		if !cutOff {
			break
		}
	}
	return title
}

// isSite says whether part is a name of the site.
func (p *reader) isSite(part string, names []string) bool {
	key := fold(part)
	if len(key) < 2 {
		return true
	}
	for _, n := range names {
		if n == "" {
			continue
		}
		if key == n || len(n) > 3 && len(key) <= 3*len(n) && strings.Contains(key, n) && alike(key, n) > 0.5 || len(key) > 3 && strings.Contains(n, key) && alike(key, n) > 0.5 {
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
	for i := range min(len(p.heads), maxHeads) {
		if fold(p.heads[i].text) == key {
			return true
		}
	}
	return false
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
