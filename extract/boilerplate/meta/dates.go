package meta

import (
	_ "embed"
	"strings"
	"sync"
	"time"
)

//go:embed data/datewords.txt
var dateWordData string

// dateWords are the words that stand before a date and say what it is of.
var dateWords = sync.OnceValue(func() map[string]mark {
	words := map[string]mark{}
	for word, value := range entries(dateWordData) {
		words[word] = markNames[value]
	}
	return words
})

// when is a date found, with where.
type when struct {
	stamp
	from string
}

var publishedTags = []string{
	"article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
	"sailthru.date", "publish_date", "og:publish_date", "pubdate", "pub_date", "publishdate", "published_at", "publish-date", "publish_time", "published", "publicationdate", "publication_date", "publication-date",
	"article.published", "article_date_original", "originalpublicationdate", "date.created", "content:publishdate", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "dc.created",
	"prism.publicationdate", "citation_publication_date", "citation_online_date", "citation_date", "bt:pubdate", "ptime", "pdate", "rnews:datepublished", "release_date", "og:release_date",
	"firstcreate", "date", "created", "shareaholic:article_published_time", "uploaddate", "article:created", "article:create", "veeseo:date", "date-pub", "timestamp", "http://ogp.me/ns/article#published_time",
}

var modifiedTags = []string{
	"article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod", "lastupdate", "dcterms.modified", "dc.date.modified", "date.modified",
	"date.updated", "cxenseparse:modified_time", "last_updated_date", "updated_time", "revision_date", "shareaholic:article_modified_time", "http://ogp.me/ns/article#modified_time",
}

// readPublished are the dates of publication and of the last change.
func (p *reader) readPublished() (published, modified string) {
	o := p.order()
	pub, mod := p.taggedDates(o)
	if !pub.ok() {
		pub = p.markedDate(o, isPublished)
	}
	if !pub.ok() {
		pub = when{urlDate(first(p.url, p.canon)), "url"}
	}
	if !pub.ok() {
		pub = p.seenDate(o)
	}
	if !mod.ok() {
		mod = p.markedDate(o, isModified)
	}
	if !pub.ok() && mod.ok() {
		pub = mod
	}
	if pub.ok() {
		p.note("published", pub.from)
	}
	if mod.ok() {
		p.note("modified", mod.from)
	}
	return pub.String(), mod.String()
}

// order says how this page writes 3/4/2025: Americans put the month first.
func (p *reader) order() order {
	tag := strings.ToLower(strings.ReplaceAll(first(p.lang, p.tag("og:locale")), "_", "-"))
	if l := strings.ToLower(strings.ReplaceAll(p.tag("og:locale"), "_", "-")); tag == "en" && l != "" {
		tag = l
	}
	switch {
	case tag == "en-us", tag == "", tag == "es-us":
		return monthFirst
	case tag == "en":
		h := host(p.url)
		for _, end := range []string{".uk", ".au", ".nz", ".ie", ".za", ".in", ".sg", ".my", ".ng", ".ke", ".eu"} {
			if strings.HasSuffix(h, end) {
				return dayFirst
			}
		}
		return monthFirst
	}
	return dayFirst
}

// future dates are wrong ones; a day is left for zones.
func sane(s stamp) bool {
	return s.ok() && time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC).Year() >= 1990
}

func machineDate(s string, o order) stamp {
	if d := readDate(s, o); sane(d) {
		return d
	}
	if d := unixDate(s); sane(d) {
		return d
	}
	return stamp{}
}

// taggedDates are the dates that JSON-LD and meta elements give.
func (p *reader) taggedDates(o order) (pub, mod when) {
	for _, n := range []*jnode{p.article, p.page} {
		if n == nil {
			continue
		}
		if d := machineDate(n.text("datePublished", "dateCreated", "uploadDate"), o); !pub.ok() && d.ok() {
			pub = when{d, "jsonld"}
		}
		if d := machineDate(n.text("dateModified"), o); !mod.ok() && d.ok() {
			mod = when{d, "jsonld"}
		}
		if n == p.article {
			p.firstTag(&pub, publishedTags, o)
			p.firstTag(&mod, modifiedTags, o)
		}
	}
	p.firstTag(&pub, publishedTags, o)
	p.firstTag(&mod, modifiedTags, o)
	return pub, mod
}

func (p *reader) firstTag(w *when, names []string, o order) {
	for _, name := range names {
		if w.ok() {
			return
		}
		if s := p.tag(name); s != "" {
			*w = when{machineDate(s, o), name}
		}
	}
}

// markedDate is the date of the element that microdata or a class marks as
// want.
func (p *reader) markedDate(o order, want mark) when {
	for _, how := range []mark{byProp, byClass} {
		for _, e := range p.dates {
			if e.mark&how == 0 || e.mark&want == 0 || e.aside {
				continue
			}
			if d := machineDate(first(e.attr, e.text), o); d.ok() {
				return when{d, "marked"}
			}
			for d := range readDates(e.text, o) {
				if sane(d) {
					return when{d, "marked"}
				}
			}
		}
	}
	return when{}
}

// seenDate is a date that readers of the page see near its headline.
func (p *reader) seenDate(o order) when {
	best, rank := when{}, 0
	offer := func(d stamp, e *element, from string, r int) {
		if !sane(d) {
			return
		}
		if e.aside {
			r -= 20
		}
		if p.h1 >= 0 {
			switch n := e.order - p.h1; {
			case n >= 0 && n < 12:
				r += 10
			case n >= -6 && n < 40:
				r += 5
			}
		}
		if e.inside {
			r += 2
		}
		if r > rank {
			best, rank = when{d, from}, r
		}
	}
	for i := range p.times {
		e := &p.times[i]
		d := machineDate(e.attr, o)
		if !d.ok() {
			d = readDate(e.text, o)
		}
		r := 12
		if e.mark&isModified != 0 {
			r = 8
		}
		if e.mark&isPublished != 0 {
			r = 16
		}
		offer(d, e, "time", r)
	}
	for i := range p.dates {
		e := &p.dates[i]
		offer(readDate(first(e.attr, e.text), o), e, "date", 11)
	}
	for i := range p.lines {
		e := &p.lines[i]
		if len(e.text) > 120 || len(e.text) < 8 {
			continue
		}
		d := readDate(e.text, o)
		r := 1
		if left := len(e.text) - (d.end - d.at); left < 40 {
			r = 6
		}
		if left := len(e.text) - (d.end - d.at); left < 10 {
			r = 8
		}
		offer(d, e, "line", r)
	}
	return best
}
