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

var publishedTags = []string{
	"article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
	"sailthru.date", "publish_date", "og:publish_date", "published-date", "published_date", "date_published", "date-published", "article:publish_date", "article.published_time", "pubdate", "pub_date", "publishdate", "published_at", "publish-date", "publish_time", "published", "publicationdate", "publication_date", "publication-date",
	"article.published", "article_date_original", "originalpublicationdate", "date.created", "content:publishdate", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "dc.created",
	"prism.publicationdate", "citation_publication_date", "citation_online_date", "citation_date", "bt:pubdate", "ptime", "pdate", "rnews:datepublished", "release_date", "og:release_date",
	"firstcreate", "date", "created", "shareaholic:article_published_time", "uploaddate", "article:created", "article:create", "veeseo:date", "date-pub", "timestamp", "http://ogp.me/ns/article#published_time",
}

// looseTags may give the date of the page, of its template or of today.
var looseTags = map[string]bool{"date": true, "created": true, "timestamp": true, "dc.date": true, "dcterms.date": true, "release_date": true, "og:release_date": true, "uploaddate": true, "dc.created": true, "dcterms.created": true}

var modifiedTags = []string{
	"article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod", "lastupdate", "dcterms.modified", "dc.date.modified", "date.modified",
	"date.updated", "cxenseparse:modified_time", "last_updated_date", "updated_time", "revision_date", "shareaholic:article_modified_time", "http://ogp.me/ns/article#modified_time",
}

// readPublished are the dates of publication and of the last change.
func (p *reader) readPublished() (published, modified string) {
	d := p.gatherDates()
	list := d.options()
	if best := p.weights.best("published", list); best >= 0 {
		day := &d.all[best]
		p.note("published", day.from)
		published = d.local(day.fullest()).String()
	}
	if d.modified.ok() {
		p.note("modified", d.modifiedFrom)
		modified = d.local(d.modified).String()
	}
	return published, modified
}

// order says how this page writes 3/4/2025: Americans put the month first.
func (p *reader) order() order {
	tag := strings.ToLower(strings.ReplaceAll(first(p.lang, p.tag("og:locale")), "_", "-"))
	if l := strings.ToLower(strings.ReplaceAll(p.tag("og:locale"), "_", "-")); tag == "en" && l != "" {
		tag = l
	}
	switch tag {
	case "en-us", "es-us":
		return monthFirst
	case "", "en":
		h := host(first(p.url, p.canon))
		if end := h[strings.LastIndexByte(h, '.')+1:]; len(end) == 2 && !everyones[end] {
			return dayFirst
		}
		return monthFirst
	}
	return dayFirst
}

// everyones are the domains of countries that put the month first, and of those
// whose domains the whole world uses.
var everyones = map[string]bool{"us": true, "ph": true, "ca": true, "io": true, "ai": true, "co": true, "tv": true, "me": true, "fm": true, "cc": true, "ly": true, "to": true, "gg": true, "ws": true, "is": true, "sh": true, "vc": true, "so": true, "la": true, "im": true, "am": true, "st": true}

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
