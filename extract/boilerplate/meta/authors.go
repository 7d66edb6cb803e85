package meta

import "strings"

var authorTags = []string{
	"author", "article:author", "og:article:author", "article:author_name", "og:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.author", "citation_author",
	"cxenseparse:author", "byl", "creator", "content-creator", "authors", "article.author", "rbauthors", "cse_author", "shareaholic:article_author_name", "http://ogp.me/ns/article#author", "auth", "byline",
}

// source is one place of the page that credits somebody.
type source struct {
	credit
	from string
}

// readAuthors are the people who wrote the article, and the agency it came
// from. Where no person is credited, the staff or agency that is stands for
// them; the site itself does not.
func (p *reader) readAuthors(site, title string) (authors []string, agency string) {
	all := p.credits(site, title)
	for _, s := range all {
		if len(s.agencies) > 0 && agency == "" {
			agency = s.agencies[0]
			p.note("agency", s.from)
		}
	}
	for _, s := range all {
		if len(s.people) > 0 {
			p.note("authors", s.from)
			return s.people, agency
		}
	}
	for _, s := range all {
		if len(s.groups) > 0 {
			p.note("authors", s.from)
			return s.groups, agency
		}
	}
	if agency != "" {
		p.note("authors", p.from["agency"])
		return []string{agency}, agency
	}
	return nil, agency
}

// credits are the places that credit somebody, the most trusted first.
func (p *reader) credits(site, title string) (all []source) {
	skip := []string{fold(site), fold(p.hostWord()), fold(host(p.url)), fold(title)}
	add := func(c credit, from string) {
		c.groups = without(c.groups, skip, nil)
		if from == "jsonld" || from == "author" {
			c.people = without(c.people, skip, ownSite)
		} else {
			c.people = without(c.people, skip, nil)
		}
		if !c.empty() {
			all = append(all, source{c, from})
		}
	}
	add(p.linkedCredit(), "jsonld")
	for _, name := range authorTags {
		var c credit
		for _, v := range p.tags(name) {
			c.merge(readCredit(plain(v)))
		}
		add(c, name)
	}
	for i := 0; i+1 < 4; i++ {
		n := string(rune('0' + i))
		if l := fold(p.tag("twitter:label" + n)); l == "writtenby" || l == "verfasstvon" || l == "écritpar" || l == "escritopor" || l == "geschriebenvon" {
			add(readCredit(plain(p.tag("twitter:data"+n))), "twitter:data")
		}
	}
	for _, how := range []mark{byProp, byRel, byClass} {
		add(p.markedCredit(how), map[mark]string{byProp: "itemprop", byRel: "rel", byClass: "class"}[how])
	}
	add(p.lineCredit(), "line")
	add(p.markedCredit(byLink), "link")
	return all
}

func (c *credit) merge(o credit) {
	for _, s := range o.people {
		c.people = appendNew(c.people, s)
	}
	for _, s := range o.groups {
		c.groups = appendNew(c.groups, s)
	}
	for _, s := range o.agencies {
		c.agencies = appendNew(c.agencies, s)
	}
}

// ownSite says whether a name can be that of a person after whom a site is
// called: "Ann Roe" of annroe.example, never "The Example".
func ownSite(name string) bool {
	words := strings.Fields(name)
	return len(words) >= 2 && len(words) <= 4 && words[0] != "The"
}

func without(list, skip []string, unless func(string) bool) []string {
	var kept []string
	for _, s := range list {
		key, drop := fold(s), false
		for _, k := range skip {
			drop = drop || k == key
		}
		if !drop || unless != nil && unless(s) {
			kept = append(kept, s)
		}
	}
	return kept
}

func (p *reader) linkedCredit() (c credit) {
	for _, k := range p.creators() {
		if k.org {
			o := readCredit(k.name)
			if len(o.agencies) > 0 {
				c.merge(credit{agencies: o.agencies})
			} else if k.name != "" {
				c.groups = appendNew(c.groups, k.name)
			}
			continue
		}
		c.merge(readCredit(k.name))
	}
	return c
}

// near is how far an element stands from the headline, in texts; far for what
// is in no story.
func (p *reader) near(e *element) int {
	if p.h1 < 0 {
		return e.order
	}
	n := e.order - p.h1
	if n < 0 {
		n = -3 * n
	}
	if e.aside {
		n += 1000
	}
	return n
}

// markedCredit reads the nearest of the elements that are marked as the
// author's.
func (p *reader) markedCredit(how mark) (best credit) {
	dist := 1 << 30
	for i := range p.authors {
		e := &p.authors[i]
		if e.mark&how == 0 {
			continue
		}
		n := p.near(e)
		if n > dist || n >= 1000 {
			continue
		}
		text := e.text
		if how == byProp {
			text = propName(e)
		}
		c := readCredit(text)
		if how == byClass || how == byLink {
			c.sure(e.mark&isName != 0 && e.mark&isSection == 0)
		}
		if len(c.people) == 0 || len(text) > 300 {
			continue
		}
		if n == dist {
			if len(c.people) >= len(best.people) {
				continue
			}
		}
		best, dist = c, n
	}
	beside := 8 // texts
	if how == byLink {
		beside = 3
	}
	for i := range p.authors { // the other authors beside it
		e := &p.authors[i]
		if n := p.near(e); e.mark&how != 0 && n > dist && n <= dist+beside && n < 1000 && how != byClass {
			c := readCredit(e.text)
			best.merge(c)
		}
	}
	return best
}

// propName is the name inside an element with itemprop=author.
func propName(e *element) string {
	for n := e.node.FirstChild; n != nil; n = n.NextSibling {
		if hasWord(attr(n, "itemprop"), "name") {
			return first(attr(n, "content"), textOf(n, 200))
		}
		for m := n.FirstChild; m != nil; m = m.NextSibling {
			if hasWord(attr(m, "itemprop"), "name") {
				return first(attr(m, "content"), textOf(m, 200))
			}
		}
	}
	return e.text
}

// lineCredit reads a short line near the headline that begins with "By".
func (p *reader) lineCredit() credit {
	for i := range p.lines {
		e := &p.lines[i]
		if n := p.near(e); n > 40 || len(e.text) > 200 {
			continue
		}
		rest, by, drop := stripBy(e.text)
		if !by || drop {
			continue
		}
		if rest == "" && i+1 < len(p.lines) {
			rest = p.lines[i+1].text
		}
		if c := readCredit(rest); len(c.people) > 0 && len(strings.Fields(c.people[0])) > 1 {
			return c
		}
	}
	return credit{}
}
