package meta

import (
	"slices"
	"strings"
	"time"
)

// datings are the places of a page that give a date, as a set.
type datings uint32

const (
	datedLinked   datings = 1 << iota // datePublished of the article
	datedPage                         // of JSON-LD's page
	datedCreated                      // dateCreated, uploadDate
	datedArticle                      // article:published_time
	datedTag                          // another of publishedTags
	datedLooseTag                     // "date", "created" and other tags that may mean anything
	datedURL
	datedProp // itemprop=datePublished
	datedClass
	datedTime // <time>
	datedPubTime
	datedLine     // a text that is a date
	datedWithin   // a text that holds a date among other words
	changedLinked // dateModified
	changedTag
	changedMark // itemprop=dateModified, a class as "updated"
)

var datingNames = []string{"jsonld", "jsonld_page", "jsonld_created", "article_published", "tag", "loose_tag", "url", "itemprop", "class", "time", "time_published", "line", "within_line", "changed_jsonld", "changed_tag", "changed_mark"}

const (
	datedMachine = datedLinked | datedPage | datedCreated | datedArticle | datedTag | datedLooseTag
	datedReaders = datedProp | datedClass | datedTime | datedPubTime | datedLine | datedWithin
	changed      = changedLinked | changedTag | changedMark
)

func (s datings) names() (all []string) {
	for i, n := range datingNames {
		if s&(1<<i) != 0 {
			all = append(all, n)
		}
	}
	return all
}

// dated is one day on which the article may have been published.
type dated struct {
	option
	in     datings
	stamps []stamp // as the places give it, the most trusted first
	near   int     // texts between the headline and the nearest visible place
	aside  bool
	inside bool
	before mark // what the words before it say it is of
	swaps  bool // read in the other order of day and month
	number int  // of days found before it
	shown  int  // how many visible places give it
}

// dates are the days found.
type dates struct {
	p            *reader
	all          []dated
	byDay        map[[3]int]int
	zoned        []stamp // with hour and a zone that is not UTC
	clocks       []stamp // with hour and minute, as readers see them near the headline
	modified     stamp
	modifiedFrom string
}

const maxDays = 48

// seen tells where a visible date stands.
type seen struct {
	near          int
	aside, inside bool
	before        mark
	swaps         bool
}

func (d *dates) add(s stamp, in datings, from string, at seen) {
	if !sane(s) {
		return
	}
	if s.clock && s.zone && s.offset != 0 && len(d.zoned) < maxDays {
		d.zoned = append(d.zoned, s)
	}
	key := [3]int{s.year, s.month, s.day}
	i, ok := d.byDay[key]
	if !ok {
		if len(d.all) >= maxDays {
			return
		}
		i = len(d.all)
		d.byDay[key] = i
		day := s
		day.clock = false
		d.all = append(d.all, dated{option: option{text: day.String(), from: from}, near: unseen, aside: true, number: i, swaps: at.swaps})
	}
	o := &d.all[i]
	o.in |= in
	o.swaps = o.swaps && at.swaps
	if len(o.stamps) < 8 {
		o.stamps = append(o.stamps, s)
	}
	if at.near >= unseen {
		return
	}
	o.shown++
	o.before |= at.before
	if o.aside && !at.aside {
		o.near = at.near
	}
	if o.aside == at.aside || o.aside {
		o.near, o.aside = min(o.near, at.near), at.aside
	}
	o.inside = o.inside || at.inside
}

// fullest is the first of a day's stamps that tells hour and zone, else the
// first.
func (o *dated) fullest() stamp {
	for _, s := range o.stamps {
		if s.clock && s.zone {
			return s
		}
	}
	return o.stamps[0]
}

// local writes a moment that a page tells machines in UTC by the clock that
// the page shows its readers: of 03:00 UTC and "Dec. 22, 10 p.m." the zone is
// -05:00. The moment stays the same, and where another place gives it with its
// zone, that is taken.
func (d *dates) local(s stamp) stamp {
	if !s.clock || !s.zone || s.offset != 0 {
		return s
	}
	at := s.time()
	for _, same := range d.zoned {
		if same.time().Add(-time.Duration(same.offset) * time.Minute).Truncate(time.Minute).Equal(at.Truncate(time.Minute)) {
			same.sec = s.sec
			return same
		}
	}
	for _, seen := range d.clocks {
		minutes := int(seen.time().Truncate(time.Minute).Sub(at.Truncate(time.Minute)).Minutes())
		if minutes != 0 && minutes%30 == 0 && minutes >= -12*60 && minutes <= 14*60 {
			t := at.Add(time.Duration(minutes) * time.Minute)
			s.year, s.month, s.day = t.Year(), int(t.Month()), t.Day()
			s.hour, s.minute, s.offset = t.Hour(), t.Minute(), minutes
			return s
		}
	}
	return s
}

var hidden = seen{near: unseen}

// gatherDates reads every place of the page that gives a date.
func (p *reader) gatherDates() *dates {
	d := &dates{p: p, byDay: map[[3]int]int{}}
	o := p.order()
	for _, n := range []*jnode{p.article, p.page} {
		if n == nil {
			continue
		}
		in := datedLinked
		if n != p.article {
			in = datedPage
		}
		d.add(machineDate(n.text("datePublished"), o), in, "jsonld", hidden)
		d.add(machineDate(n.text("dateCreated", "uploadDate"), o), datedCreated, "jsonld", hidden)
		d.change(machineDate(n.text("dateModified"), o), changedLinked, "jsonld", hidden)
	}
	for _, name := range publishedTags {
		if s := p.tag(name); s != "" {
			in := datedTag
			switch {
			case name == "article:published_time":
				in = datedArticle
			case looseTags[name]:
				in = datedLooseTag
			}
			d.add(machineDate(s, o), in, name, hidden)
		}
	}
	for _, m := range p.metas { // "w-published-date"
		if strings.Contains(m.name, "publish") && strings.Contains(m.name, "date") && !slices.Contains(publishedTags, m.name) {
			d.add(machineDate(m.value, o), datedTag, m.name, hidden)
		}
	}
	for _, name := range modifiedTags {
		if s := p.tag(name); s != "" {
			d.change(machineDate(s, o), changedTag, name, hidden)
		}
	}
	d.add(urlDate(first(p.url, p.canon)), datedURL, "url", hidden)
	d.marked(o)
	d.lines(o)
	return d
}

// change takes up a date of the last change.
func (d *dates) change(s stamp, in datings, from string, at seen) {
	if !sane(s) {
		return
	}
	if !d.modified.ok() {
		d.modified, d.modifiedFrom = s, from
	}
	d.add(s, in, from, at)
}

func (d *dates) at(e *element) seen {
	return seen{near: d.p.near(e), aside: e.aside, inside: e.inside}
}

// marked reads the elements that are marked as dates.
func (d *dates) marked(o order) {
	for i := range d.p.times {
		e := &d.p.times[i]
		in, at := datedTime, d.at(e)
		if e.mark&isPublished != 0 {
			in = datedPubTime
		}
		s := machineDate(e.attr, o)
		if !s.ok() {
			s = readDate(e.text, o)
		}
		if e.mark&isModified != 0 && e.mark&isPublished == 0 {
			d.change(s, changedMark, "time", at)
			continue
		}
		d.add(s, in, "time", at)
	}
	for i := range d.p.dates {
		e := &d.p.dates[i]
		in, from, at := datedClass, "class", d.at(e)
		if e.mark&byProp != 0 {
			in, from = datedProp, "itemprop"
		}
		text := first(e.attr, e.text)
		s := machineDate(text, o)
		if !s.ok() {
			s = readDate(e.text, o)
		}
		if e.mark&isModified != 0 && e.mark&isPublished == 0 {
			d.change(s, changedMark, from, at)
			continue
		}
		if e.mark&isPublished == 0 && in == datedClass {
			at.before = isDate
		}
		d.add(s, in, from, at)
	}
}

// lines reads short texts with a date in them.
func (d *dates) lines(o order) {
	for i := range d.p.lines {
		e := &d.p.lines[i]
		if len(e.text) > 120 || len(e.text) < 6 || !hasDigit(e.text) {
			continue
		}
		at := d.at(e)
		for s := range readDates(e.text, o) {
			in := datedWithin
			if len(e.text)-(s.end-s.at) < 24 {
				in = datedLine
			}
			before := e.text[:s.at]
			if s.at == 0 && i > 0 && len(d.p.lines[i-1].text) < 40 {
				before = d.p.lines[i-1].text
			}
			at.before, at.swaps = dateWord(before), false
			if s.clock && !at.aside && at.near < 40 && len(d.clocks) < 8 {
				d.clocks = append(d.clocks, s)
			}
			d.add(s, in, "line", at)
			if s.bare && s.day <= 12 && s.month != s.day {
				other := s
				other.month, other.day = s.day, s.month
				at.swaps = true
				d.add(other, in, "line", at)
			}
		}
	}
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i]-'0' <= 9 {
			return true
		}
	}
	return false
}

// dateWord is what the last words before a date say it is of.
func dateWord(s string) (m mark) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ':' || r == '|' || r == '(' })
	for i := max(0, len(words)-4); i < len(words); i++ {
		m |= dateWords()[strings.Trim(words[i], ".,-–")]
	}
	return m
}
