package meta

import "strings"

// places of a page where its title may stand, as a set. What readers see is
// its headline most often; og:title and twitter:title are often rewritten for
// searchers and sharers.
type places uint16

const (
	inFirstHead  places = 1 << iota // the first h1 that is not the site's name
	inHead                          // another h1
	inMarkedHead                    // h2 and others that are marked as a headline
	inSubhead                       // the first h2 of the page's main part
	inLinked
	inOG
	inTwitter
	inTag
	inWindow // <title>
)

var placeNames = []string{"h1", "other_h1", "headline", "h2", "jsonld", "og", "twitter", "tag", "window"}

const inHeads = inFirstHead | inHead | inMarkedHead | inSubhead

func (p places) names(prefix string) (all []string) {
	for i, n := range placeNames {
		if p&(1<<i) != 0 {
			all = append(all, prefix+n)
		}
	}
	return all
}

var titleTags = []string{"title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title", "cxenseparse:title", "headline", "article.headline"}

// titled is a candidate for the title.
type titled struct {
	option
	key    string // fold(text)
	whole  places // those whose text it is, the site's name aside
	raw    places // of those, where nothing was taken away
	part   places // those that it is a part of
	how    string // how it was cut out
	head   *element
	number int // of the heading
}

type titles struct {
	all   []titled
	byKey map[string]int
}

const maxTitles = 64

// readTitle is the article's title without the site's name.
func (p *reader) readTitle(site string) string {
	list := p.titleOptions(site)
	best := p.weights.best("title", list)
	if best < 0 {
		return ""
	}
	p.note("title", list[best].from)
	return list[best].text
}

// headline is the visible heading that is most like what the page says to
// machines; where none is much like it, what most of those places say. No
// weights have a part in it, so that those of authors do not hang on those of titles.
func (p *reader) headline(site string) string {
	said, names := p.saidTitles(), p.siteNames(site)
	best, most := "", 0
	votes := map[string]int{}
	for i := range said {
		s := &said[i]
		s.text = p.stripSite(s.text, names, said)
		s.key = fold(s.text)
		votes[s.key] += saidVotes[s.whole]
		if n := votes[s.key]; n > most {
			best, most = s.text, n
		}
	}
	h, like := -1, -1.0
	for i := range min(len(p.heads), maxHeads) {
		if e := &p.heads[i]; e.node.Data == "h1" || e.mark&isHeadline != 0 {
			if l, ok := p.likeness(e, said, names); ok && l > like {
				h, like = i, l
			}
		}
	}
	if h < 0 || like < 0.15 && most > 20 || like < 0.3 && most > 40 {
		return best
	}
	return p.heads[h].shortest(said)
}

var saidVotes = map[places]int{inLinked: 30, inOG: 22, inTwitter: 10, inWindow: 14, inTag: 12}

// likeness is how like a heading is to the nearest of the titles said; false
// for one that is the site's name.
func (p *reader) likeness(h *element, said []titled, names []string) (like float64, ok bool) {
	key := fold(h.text)
	if key == "" || isSiteExactly(h.text, names) && len(said) > 0 {
		return 0, false
	}
	for _, s := range said {
		like = max(like, alike(key, s.key))
	}
	if h.aside {
		like -= 0.3
	}
	if h.node.Data != "h1" {
		like -= 0.2
	}
	return like, true
}

// shortest is a heading's text without a kicker before it, where a title said
// has none.
func (e *element) shortest(said []titled) string {
	key := fold(e.text)
	for _, s := range said {
		if s.key == key {
			return squeeze(e.text)
		}
	}
	for _, s := range said {
		if len(s.key) >= 8 && strings.HasSuffix(key, s.key) {
			return s.text
		}
	}
	return squeeze(e.text)
}

// titleOptions are the titles that the page may have, with their traits.
func (p *reader) titleOptions(site string) []option {
	said, names := p.saidTitles(), p.siteNames(site)
	t := &titles{byKey: map[string]int{}}
	p.offerHeads(t, names, said)
	for i := range said {
		s := &said[i]
		short := p.stripSite(s.text, names, said)
		t.whole(short, s.from, s.whole, s.text == short)
		if short != s.text {
			t.piece(s.text, s.from, s.whole, "with_site")
		}
		t.pieces(short, s.from, s.whole)
	}
	p.describeTitles(t, names)
	list := make([]option, len(t.all))
	for i := range t.all {
		list[i] = t.all[i].option
	}
	return list
}

// saidTitles are the titles that the page says to machines.
func (p *reader) saidTitles() (all []titled) {
	add := func(text, from string, place places) {
		if text = plain(text); text != "" && len(text) < 1000 {
			all = append(all, titled{option: option{text: text, from: from}, key: fold(text), whole: place})
		}
	}
	add(p.linked.text("headline", "name"), "jsonld", inLinked)
	add(p.tag("og:title", "http://ogp.me/ns#title"), "og:title", inOG)
	add(p.tag("twitter:title", "twitter:text:title"), "twitter:title", inTwitter)
	for _, n := range titleTags {
		add(p.tag(n), n, inTag)
	}
	add(p.title, "<title>", inWindow)
	return all
}

const maxHeads = 16

// offerHeads offers the headings.
func (p *reader) offerHeads(t *titles, names []string, said []titled) {
	allAside := true
	for i := range p.heads {
		allAside = allAside && (p.heads[i].aside || p.heads[i].node.Data != "h1")
	}
	for i := range min(len(p.heads), maxHeads) {
		h := &p.heads[i]
		whole := squeeze(h.text)
		if whole == "" {
			continue
		}
		place, from := inHead, "h1"
		switch {
		case h.node.Data == "h2" && h.mark&isHeadline == 0:
			place, from = inSubhead, "h2"
		case h.node.Data != "h1":
			place, from = inMarkedHead, "headline"
		case t.first() && !isSiteExactly(whole, names) && (allAside || !h.aside):
			place = inFirstHead
		}
		short := whole
		for _, sep := range separators[:3] {
			if i := strings.LastIndex(whole, sep); i > 0 && isSiteExactly(whole[i+len(sep):], names) {
				short = whole[:i]
			}
		}
		t.whole(short, from, place, true)
		if k := t.byKey[fold(short)]; k < len(t.all) && t.all[k].head == nil {
			t.all[k].head, t.all[k].number = h, i
		}
		// What stands on a line of its own before the title ("Opinion", a
		// date) or after it may be no part of it.
		if lines := strings.Split(h.text, "\n"); len(lines) > 1 && len(lines) < 8 {
			t.piece(squeeze(strings.Join(lines[1:], " ")), from, place, "after_line")
			t.piece(squeeze(strings.Join(lines[:len(lines)-1], " ")), from, place, "before_line")
			t.piece(lines[0], from, place, "first_line")
			t.piece(lines[len(lines)-1], from, place, "last_line")
		}
		t.pieces(short, from, place)
	}
}

func (t *titles) first() bool {
	for i := range t.all {
		if t.all[i].whole&inFirstHead != 0 {
			return false
		}
	}
	return true
}

func (t *titles) at(text, from string) *titled {
	key := fold(text)
	if key == "" {
		return nil
	}
	i, ok := t.byKey[key]
	if !ok {
		if len(t.all) >= maxTitles {
			return nil
		}
		i = len(t.all)
		t.byKey[key] = i
		t.all = append(t.all, titled{option: option{text: text, from: from}, key: key})
	}
	return &t.all[i]
}

func (t *titles) whole(text, from string, place places, raw bool) {
	if c := t.at(text, from); c != nil {
		if c.whole == 0 {
			c.text, c.from = text, from
		}
		c.whole |= place
		if raw {
			c.raw |= place
		}
	}
}

func (t *titles) piece(text, from string, place places, how string) {
	if c := t.at(text, from); c != nil {
		c.part |= place
		if c.how == "" {
			c.how = how
		}
	}
}

var cuts = []struct{ sep, name string }{{" | ", "bar"}, {" - ", "dash"}, {" – ", "dash"}, {" — ", "dash"}, {" :: ", "colons"}, {" » ", "colons"}, {" • ", "bar"}, {" · ", "bar"}, {": ", "colon"}}

// pieces offers what stands before and behind the marks in a title.
func (t *titles) pieces(text, from string, place places) {
	for _, c := range cuts {
		i := strings.LastIndex(text, c.sep)
		if i <= 0 {
			continue
		}
		t.piece(strings.TrimSpace(text[:i]), from, place, "before_"+c.name)
		t.piece(strings.TrimSpace(text[i+len(c.sep):]), from, place, "behind_"+c.name)
		if j := strings.Index(text, c.sep); j < i && j > 0 {
			t.piece(strings.TrimSpace(text[:j]), from, place, "before_first_"+c.name)
			t.piece(strings.TrimSpace(text[j+len(c.sep):]), from, place, "behind_first_"+c.name)
		}
	}
	if n := len(text); n > 0 && (text[n-1] == ')' || text[n-1] == ']') {
		if i := strings.LastIndexAny(text, "(["); i > 0 {
			t.piece(strings.TrimSpace(text[:i]), from, place, "before_bracket")
		}
	}
}
