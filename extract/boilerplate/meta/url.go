package meta

import (
	"net/url"
	"strings"
)

// canonical is the page's own address, absolute.
func (p *reader) canonical() string {
	for _, c := range []pair{{"canonical", p.canon}, {"og:url", p.tag("og:url")}, {"jsonld", p.linked.text("url")}} {
		if u := p.absolute(c.value); u != "" {
			p.note("canonical_url", c.name)
			return u
		}
	}
	if u := p.absolute(p.url); u != "" {
		p.note("canonical_url", "url")
		return u
	}
	return ""
}

// absolute is a reference as an http address, "" where it is none.
func (p *reader) absolute(ref string) string {
	ref = strings.TrimSpace(ref)
	if ref == "" || len(ref) > 4096 {
		return ""
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	for _, b := range []string{p.base, p.url} {
		if u.IsAbs() {
			break
		}
		if base, err := url.Parse(b); err == nil {
			u = base.ResolveReference(u)
		}
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	return u.String()
}

// host is the address's host without www., "" where there is none.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// urlDate is the date in an address: /2025/10/18/, /2025-10-18-a-story,
// /20251018/.
func urlDate(address string) stamp {
	u, err := url.Parse(address)
	if err != nil {
		return stamp{}
	}
	path := cut(u.Path, 2048)
	if i := strings.Index(path, "://"); i >= 0 { // an archive's copy: /web/20131110121040/http://example.com/2013/04/04/
		path = path[i+2:]
	}
	for d := range readDates(path, dayFirst) {
		before, after := path[:d.at], path[d.end:]
		if before == "" || !strings.ContainsAny(before[len(before)-1:], "/-_.") {
			continue
		}
		if after == "" || strings.ContainsAny(after[:1], "/-_.,") {
			d.clock, d.zone = false, false
			return d
		}
	}
	return stamp{}
}
