package meta

import (
	"strings"

	"github.com/quoth/quoth/internal/lexicon"
)

// readAuthors are the people who wrote the article, and the agency it came
// from. Where the page credits no person, the staff, agency or publication
// that it credits stands for them.
func (p *reader) readAuthors(site, headline string) (authors []string, agency string) {
	c := p.gatherCredits(site, headline)
	if len(c.agencies) > 0 {
		agency = c.agencies[0].text
		p.note("agency", c.agencies[0].from)
	}
	list := c.options()
	best := p.weights.best("authors", list)
	if best == len(c.all) {
		return nil, agency
	}
	p.note("authors", list[best].from)
	names := c.all[best].names
	if c.all[best].kind == persons {
		for i := range names {
			names[i] = lexicon.Recase(names[i])
		}
	}
	return names, agency
}

// sightings are the places of a page that credit somebody, as a set.
type sightings uint32

const (
	sawLinked     sightings = 1 << iota
	sawLinkedOrg            // an Organization
	sawAuthorTag            // <meta name=author>
	sawArticleTag           // article:author
	sawOtherTag             // another of authorTags
	sawTwitter              // beside the label "Written by"
	sawProp                 // itemprop=author
	sawRel                  // rel=author
	sawName                 // a class that names one person
	sawClass                // a class as of an author or a byline
	sawLine                 // a line that begins with "By"
	sawWords                // "written by" within a line
	sawLink                 // a link to an author's page
	sawBeside               // a name beside a date, under the headline
)

var sightingNames = []string{"jsonld", "jsonld_org", "author_tag", "article_author", "other_tag", "twitter", "itemprop", "rel", "class_name", "class", "line", "words", "link", "beside_date"}

const sawMachine = sawLinked | sawLinkedOrg | sawAuthorTag | sawArticleTag | sawOtherTag | sawTwitter

func (s sightings) names() (all []string) {
	for i, n := range sightingNames {
		if s&(1<<i) != 0 {
			all = append(all, n)
		}
	}
	return all
}

// kinds of those who are credited.
const (
	persons  = "persons"
	mixed    = "persons_and_groups"
	groups   = "group"
	agencyOf = "agency"
	ownSite  = "site"
)

// credited is one list of names that may be the article's authors.
type credited struct {
	option
	names  []string
	keys   []string // fold of each
	kind   string
	in     sightings
	near   int // texts between the headline and the nearest place that gives it
	aside  bool
	by     bool
	whole  bool // the text of an element tells nothing else
	joined bool // to other names wherever it stands
	order  int  // of the first place that gives it, among those of its sort
}

// credits are the lists of names found.
type credits struct {
	p        *reader
	title    string   // the headline, folded
	skip     []string // what the site is called
	all      []credited
	byKey    map[string]int
	agencies []option
	offered  map[sightings]int
}

const maxCredits = 48

// sighting is one place that credits somebody.
type sighting struct {
	in    sightings
	from  string
	near  int
	aside bool
	whole bool

	joined bool // one name of several: those who write together are not the author alone
}

const unseen = 1 << 20 // near, of what readers don't see

// offer takes up what a place says.
func (c *credits) offer(cr credit, s sighting) {
	for _, a := range cr.agencies {
		if s.near >= unseen || s.near < 40 && !s.aside {
			c.agencies = append(c.agencies, option{text: a, from: s.from})
		}
	}
	people, site := c.split(cr.people)
	other, siteToo := c.split(cr.groups)
	site = append(site, siteToo...)
	c.add(people, persons, cr.by, s)
	both := append([]string{}, people...)
	for _, g := range other {
		if !allRoles(g) { // "Staff Writers" behind names
			both = append(both, g)
		}
	}
	switch {
	case len(people) > 0 && len(both) > len(people):
		c.add(both, mixed, cr.by, s)
	case len(people) == 0:
		c.add(other, groups, cr.by, s)
		c.add(cr.agencies, agencyOf, cr.by, s)
	}
	if len(people) == 0 && len(other) == 0 {
		c.add(site, ownSite, cr.by, s)
	} else if len(people) > 0 && len(site) > 0 && looksLikePerson(site[0]) {
		c.add(append(append([]string{}, site...), people...), persons, cr.by, s)
	}
}

// split parts the names of the site from the others.
func (c *credits) split(list []string) (names, site []string) {
	for _, n := range list {
		key, own := fold(n), false
		for _, s := range c.skip {
			own = own || s == key && s != ""
		}
		if own {
			site = append(site, n)
		} else if key != c.title && !accounts[key] {
			names = append(names, n)
		}
	}
	return names, site
}

func (c *credits) add(names []string, kind string, by bool, s sighting) {
	if len(names) == 0 {
		return
	}
	keys := make([]string, len(names))
	for i, n := range names {
		keys[i] = fold(n)
	}
	key := joinSorted(keys)
	i, ok := c.byKey[key]
	if !ok {
		if len(c.all) >= maxCredits {
			return
		}
		i = len(c.all)
		c.byKey[key] = i
		c.all = append(c.all, credited{option: option{text: strings.Join(names, "\n"), from: s.from}, names: names, keys: keys, kind: kind, near: unseen, aside: true, joined: true, order: c.offered[s.in]})
		c.offered[s.in]++
	}
	o := &c.all[i]
	o.in |= s.in
	o.joined = o.joined && s.joined
	o.by = o.by || by
	o.whole = o.whole || s.whole
	if s.near < unseen && !(s.aside && !o.aside) {
		if o.aside && !s.aside {
			o.near = s.near
		}
		o.near, o.aside = min(o.near, s.near), s.aside
	}
}

// looksLikePerson says whether a name can be that of a person after whom a
// site is called: "Ann Roe" of annroe.example, never "The Example" or "Harbour
// Free Press".
func looksLikePerson(name string) bool {
	words := strings.Fields(name)
	return len(words) >= 2 && len(words) <= 4 && words[0] != "The" && !someCommon(words[1:])
}
