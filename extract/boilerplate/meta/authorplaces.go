package meta

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var authorTags = []string{
	"author", "article:author", "og:article:author", "article:author_name", "og:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.author", "citation_author",
	"cxenseparse:author", "byl", "creator", "content-creator", "authors", "article.author", "rbauthors", "cse_author", "shareaholic:article_author_name", "http://ogp.me/ns/article#author", "auth", "byline",
}

// surnameFirst are the tags of libraries, which put the surname first: "Roe, Ann".
var surnameFirst = map[string]bool{"dc.creator": true, "dcterms.creator": true, "citation_author": true}

// writtenBy are the labels of twitter:label that mean the author, folded.
var writtenBy = map[string]bool{"writtenby": true, "verfasstvon": true, "écritpar": true, "escritopor": true, "geschriebenvon": true, "geschrevendoor": true, "skrevetaf": true, "skrivenav": true, "scrittoda": true, "napisanyprzez": true, "by": true, "author": true}

// gatherCredits reads every place of the page that credits somebody.
func (p *reader) gatherCredits(site, headline string) *credits {
	c := &credits{p: p, title: fold(headline), byKey: map[string]int{}, offered: map[sightings]int{}}
	c.skip = []string{fold(site), fold(p.hostWord()), fold(host(first(p.url, p.canon))), strings.TrimPrefix(fold(site), "the")}
	if parts := splitAny(site, separators); len(parts) > 1 {
		c.skip = append(c.skip, fold(parts[0]), fold(parts[len(parts)-1]))
	}
	c.linked()
	for _, name := range authorTags {
		in := sawOtherTag
		switch name {
		case "author":
			in = sawAuthorTag
		case "article:author":
			in = sawArticleTag
		}
		var all credit
		values := p.tags(name)
		for _, v := range values {
			all.merge(creditOfTag(plain(v), surnameFirst[name] || len(values) > 1))
		}
		c.offer(all, sighting{in: in, from: name, near: unseen})
	}
	for _, n := range []string{"1", "2", "3"} {
		if writtenBy[fold(p.tag("twitter:label"+n))] {
			c.offer(readName(plain(p.tag("twitter:data"+n))), sighting{in: sawTwitter, from: "twitter:data", near: unseen})
		}
	}
	c.marked()
	c.lines()
	return c
}

func (c *credits) linked() {
	var people, orgs credit
	for _, k := range c.p.creators() {
		if k.org {
			o := readCredit(k.name)
			if len(o.agencies) > 0 {
				people.merge(credit{agencies: o.agencies})
				orgs.merge(credit{agencies: o.agencies})
			} else if k.name != "" && len(k.name) < 100 {
				orgs.groups = appendNew(orgs.groups, k.name)
			}
			continue
		}
		people.merge(readName(k.name))
	}
	c.offer(people, sighting{in: sawLinked, from: "jsonld", near: unseen})
	if len(people.people) == 0 {
		c.offer(orgs, sighting{in: sawLinkedOrg, from: "jsonld", near: unseen})
	}
}

// near is how far an element stands from the headline, in texts.
func (p *reader) near(e *element) int {
	if p.h1 < 0 {
		return e.order
	}
	n := e.order - p.h1
	if n < 0 {
		n = -3 * n
	}
	return n
}

var howNames = []struct {
	mark mark
	in   sightings
	from string
}{{byProp, sawProp, "itemprop"}, {byRel, sawRel, "rel"}, {byClass, sawClass, "class"}, {byLink, sawLink, "link"}}

// marked reads the elements that are marked as the author's, alone and with
// those beside them.
func (c *credits) marked() {
	for _, how := range howNames {
		beside := 8 // texts
		if how.mark == byLink {
			beside = 3
		}
		var all credit
		last, from := -1, sighting{}
		flush := func() {
			c.offer(all, from)
			all, last = credit{}, -1
		}
		for i := range c.p.authors {
			e := &c.p.authors[i]
			if e.mark&how.mark == 0 {
				continue
			}
			text := e.text
			if how.mark == byLink && amidText(e.node, text) {
				continue
			}
			if how.mark == byProp {
				text = propName(e)
			}
			cr := readCredit(text)
			s := sighting{in: how.in, from: how.from, near: c.p.near(e), aside: e.aside, whole: !strings.Contains(text, "\n") && len(text) < 60}
			cr.by = cr.by || c.p.afterBy(e)
			if how.mark == byClass || how.mark == byLink {
				named := e.mark&isName != 0 && e.mark&isSection == 0
				cr.sure(named)
				if named && how.mark == byClass {
					s.in = sawName
				}
			}
			if cr.empty() && s.whole {
				cr = penCredit(text)
			}
			if len(text) > 300 || cr.empty() {
				continue
			}
			s.joined = joined(e.node, true) || joined(e.node, false)
			c.offer(cr, s)
			s.joined = false
			if last >= 0 && (e.order-last > beside || e.aside != from.aside) {
				flush()
			}
			if last < 0 {
				from = s
				from.in = how.in
			}
			all.merge(cr)
			last = e.order
		}
		if last >= 0 {
			flush()
		}
	}
}

// andWords join the last of several names to those before.
var andWords = map[string]bool{",": true, "&": true, "and": true, "und": true, "et": true, "y": true, "e": true, "en": true, "og": true, "och": true, "i": true, "ve": true}

// joined says whether an "and" stands between an element and one of the same kind
// before or behind it: <a>Ana Ruiz</a> y <a>Luis Vega</a> is one list of names, and
// neither of them is the author alone.
func joined(n *html.Node, before bool) bool {
	next := func(n *html.Node) *html.Node {
		if before {
			return n.PrevSibling
		}
		return n.NextSibling
	}
	t := next(n)
	if t == nil || t.Type != html.TextNode || len(t.Data) > 200 || !andWords[strings.ToLower(squeeze(t.Data))] {
		return false
	}
	other := next(t)
	return other != nil && other.Type == html.ElementNode && other.DataAtom == n.DataAtom && len(textOf(other, 60)) < 60
}

// withJoined is a line that is a name, with the names that are joined to it.
func withJoined(e *element) string {
	text, n := e.text, e.node.Parent
	for range maxPeople {
		if n == nil || !joined(n, false) {
			break
		}
		n = n.NextSibling.NextSibling
		text += " & " + textOf(n, 60)
	}
	return text
}

// amidText says whether a link stands within a paragraph that says more: "famous
// for his fights with <a href=/people/ann-roe>Ann Roe</a> in the film …".
func amidText(n *html.Node, text string) bool {
	const beside, above = 120, 4
	for k := 0; k < above && n.Parent != nil; k++ {
		if n = n.Parent; n.DataAtom == atom.P || n.DataAtom == atom.Td || n.DataAtom == atom.Blockquote {
			return len(textOf(n, len(text)+2*beside)) > len(text)+beside
		}
	}
	return false
}

const maxByLines = 12

// lines reads short texts that begin with "By", and names beside a date.
func (c *credits) lines() {
	p, found := c.p, 0
	for i := range p.lines {
		e := &p.lines[i]
		if len(e.text) > 200 || found >= maxByLines {
			continue
		}
		s := sighting{in: sawLine, from: "line", near: p.near(e), aside: e.aside}
		rest, by, drop := stripBy(e.text)
		switch {
		case drop, by && lower(rest) && !briefly(e.text):
		case by:
			if rest == "" && i+1 < len(p.lines) {
				rest = withJoined(&p.lines[i+1])
			}
			cr := readCredit(rest)
			cr.by = true
			if len(rest) < 60 && cr.empty() {
				cr = penCredit(rest)
			}
			if !cr.empty() {
				s.whole = briefly(e.text)
				c.offer(cr, s)
				found++
			}
		case e.text[0] == '(' && s.near < 16 && !e.aside:
			var cr credit
			cr.readBracket(e.text[1:])
			s.from = "brackets"
			c.offer(credit{agencies: cr.agencies}, s)
		case len(e.text) < 150 && strings.Contains(e.text, "ritten by "):
			_, rest, _ := strings.Cut(e.text, "ritten by ")
			s.in, s.from = sawWords, "words"
			c.offer(readCredit(rest), s)
			found++
		case len(e.text) < 50 && s.near < 16 && !e.aside && e.order > p.h1 && (besideDate(p.lines, i) || holdsDate(e.text)):
			cr := readCredit(e.text)
			if len(cr.agencies) > 0 && strings.Contains(e.text, "/") {
				continue // of a picture: "Ann Roe/AFP/Getty Images"
			}
			if len(cr.people) > 0 && hasCapital(cr.people[0]) && !strings.HasPrefix(c.title, fold(cr.people[0])) {
				s.in, s.from, s.whole = sawBeside, "beside_date", true
				c.offer(cr, s)
			}
		}
	}
}

// briefly says whether a line that begins with "By" is short and no
// sentence: "By the 17th century the harbour had silted up."
func briefly(line string) bool {
	return len(line) < 80 && !strings.HasSuffix(line, ".") && len(strings.Fields(line)) < 10
}

func hasCapital(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }

// afterBy says whether the text before an element is "By" and nothing else.
func (p *reader) afterBy(e *element) bool {
	i, ok := slices.BinarySearchFunc(p.lines, e.order, func(l element, order int) int { return l.order - order })
	if !ok || len(p.lines[i].text) > 30 {
		return false
	}
	rest, by, drop := stripBy(p.lines[i].text)
	return by && !drop && rest == ""
}

// holdsDate says whether a text is a name and a date, with a mark between them:
// "Ann Roe | January 15, 2026".
func holdsDate(text string) bool {
	name, rest, ok := strings.Cut(text, " | ")
	return ok && readDate(rest, dayFirst).ok() && !readDate(name, dayFirst).ok()
}

// besideDate says whether a date stands in one of the two texts before or
// after text i.
func besideDate(lines []element, i int) bool {
	for j := max(0, i-2); j < min(len(lines), i+3); j++ {
		if t := lines[j].text; j != i && len(t) < 60 && readDate(t, dayFirst).ok() {
			return true
		}
	}
	return false
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

func joinSorted(keys []string) string {
	if len(keys) == 1 {
		return keys[0]
	}
	s := slices.Clone(keys)
	slices.Sort(s)
	return strings.Join(s, " ")
}
