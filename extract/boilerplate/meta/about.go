package meta

import "strings"

// siteName is the name of the site or paper.
func (p *reader) siteName() string {
	pub := ""
	if p.article != nil {
		if n := p.linked.follow(p.article.get("publisher")); n != nil {
			pub = plain(n.text("name"))
		}
	}
	web := ""
	if p.site != nil {
		web = plain(p.site.text("name"))
	}
	own := ""
	if web == "" && pub != "" && !isOfHost(fold(p.hostWord()), pub) { // "Wikimedia Foundation, Inc."
		own = p.windowSite("")
	}
	for _, c := range []pair{
		{"og:site_name", p.tag("og:site_name", "og:sitename")}, {"jsonld", web}, {"<title>", own}, {"jsonld", pub},
		{"<title>", p.windowSite(first(web, pub))}, {"application-name", p.tag("application-name", "apple-mobile-web-app-title", "cre", "dc.publisher", "publisher")},
	} {
		if c.value != "" && len(c.value) < 120 && !strings.HasPrefix(c.value, "@") {
			p.note("site_name", c.name)
			return c.value
		}
	}
	return ""
}

// windowSite is the part of <title> behind one of its marks that the host's name
// tells to be the site's: "Ferry sinks | Harbour Post" of harbourpost.example.
func (p *reader) windowSite(known string) string {
	if known != "" {
		return ""
	}
	host := fold(p.hostWord())
	for _, sep := range separators[:5] {
		if i := strings.LastIndex(p.title, sep); i > 0 {
			if part := strings.TrimSpace(p.title[i+len(sep):]); len(part) < 60 && isOfHost(host, part) {
				if name, praise, ok := strings.Cut(part, ", "); ok && isOfHost(host, name) && lower(praise) {
					return name // "Wikinews, the free news source"
				}
				return part
			}
		}
	}
	for _, sep := range separators[:5] {
		parts := strings.Split(p.title, sep)
		for k := len(parts) - 1; k > 0; k-- {
			part := strings.TrimSpace(parts[k])
			if _, by, _ := stripBy(part); !by && len(part) < 60 && !strings.Contains(part, "\n") && madeOf(host, part) {
				return part
			}
		}
	}
	return ""
}

// isOfHost says whether a name and the word of a host are one, or nearly.
func isOfHost(host, name string) bool {
	key := fold(name)
	return len(key) > 3 && (strings.Contains(host, key) || strings.HasPrefix(key, host) && len(host) > 3)
}

// ownName is the site's name without what the site says in praise of itself:
// the one part of it that the host's name tells to be the name. "The coast's
// own paper since 1921 | Harbour Post" of harbourpost.example.
func (p *reader) ownName(site string) string {
	host, own := fold(p.hostWord()), ""
	parts := splitAny(strings.TrimRight(site, " |"), separators)
	for _, part := range parts {
		if part = strings.TrimSpace(part); isOfHost(host, part) {
			if own != "" {
				return site
			}
			own = part
		}
	}
	return first(own, site)
}

// madeOf says whether a host's name is made of words of a name, in their order:
// thepost.example of "The Harbour Post".
func madeOf(host, name string) bool {
	if len(host) < 4 {
		return false
	}
	for _, w := range strings.Fields(name) {
		if key := fold(w); key != "" {
			host = strings.TrimPrefix(host, key)
		}
	}
	return host == ""
}

// language is the primary tag of the language the page declares.
func (p *reader) language() string {
	for _, c := range []pair{
		{"html", p.lang}, {"og:locale", p.tag("og:locale")}, {"content-language", p.tag("content-language", "language", "dc.language", "inlanguage")},
		{"jsonld", p.linked.text("inLanguage")},
	} {
		tag, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c.value)), "_", "-"), "-")
		if (len(tag) == 2 || len(tag) == 3) && isLetters(tag) {
			p.note("language", c.name)
			return tag
		}
	}
	return ""
}

func isLetters(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) {
			return false
		}
	}
	return true
}

func (p *reader) description() string {
	for _, c := range []pair{
		{"og:description", p.tag("og:description")}, {"description", p.tag("description")},
		{"twitter:description", p.tag("twitter:description")}, {"jsonld", p.linked.text("description")},
	} {
		if c.value != "" {
			p.note("description", c.name)
			return plain(c.value)
		}
	}
	return ""
}

func (p *reader) image() string {
	ld := ""
	if p.article != nil {
		p.article.get("image", "thumbnailUrl").each(func(n *jnode) {
			if n = p.linked.follow(n); ld == "" {
				if ld = n.str; n.kind == jobject {
					ld = n.text("url", "contentUrl", "@id")
				}
			}
		})
	}
	for _, c := range []pair{
		{"og:image", p.tag("og:image", "og:image:url", "og:image:secure_url")}, {"jsonld", ld}, {"twitter:image", p.tag("twitter:image", "twitter:image:src")},
	} {
		if u := p.absolute(c.value); u != "" && !isBlank(u) {
			p.note("image", c.name)
			return u
		}
	}
	return ""
}

// isBlank tells the picture of nothing that a template gives where it has none.
func isBlank(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	name, _, _ := strings.Cut(strings.ToLower(address[strings.LastIndexByte(address, '/')+1:]), ".")
	return name == "blank" || name == "spacer" || name == "placeholder" || name == "transparent" || name == "pixel"
}

func (p *reader) section() string {
	own := ""
	for i := range p.sections {
		if s := &p.sections[i]; own == "" && s.mark&byProp != 0 && !s.aside {
			own = s.text
		}
	}
	for _, c := range []pair{
		{"article:section", p.tag("article:section", "og:article:section", "og:section")}, {"jsonld", p.linked.text("articleSection")},
		{"section", p.tag("section", "parsely-section", "cxenseparse:section", "prism.section", "category")},
		{"itemprop", own},
	} {
		v := plain(c.value)
		if strings.Count(v, ", ") > 1 { // all the sections it is filed under
			v, _, _ = strings.Cut(v, ", ")
		}
		if v != "" && len(v) < 100 && !noSection[fold(v)] {
			p.note("section", c.name)
			return v
		}
	}
	return ""
}

// noSection are what templates write where a section should stand.
var noSection = map[string]bool{"tags": true, "tag": true, "home": true, "homepage": true, "uncategorized": true, "article": true, "articles": true, "undefined": true, "null": true, "default": true, "none": true, "post": true, "posts": true, "frontpage": true}

// inner says whether a tag is for the site's own machines: "splash_image",
// "stats-reach-team-all", "web:desk".
func inner(tag string) bool {
	return !strings.Contains(tag, " ") && (strings.Contains(tag, "_") || strings.Contains(tag, ":") || strings.Count(tag, "-") > 2 && tag == strings.ToLower(tag))
}

const maxTags = 50

// readTags are the article's keywords, each once.
func (p *reader) readTags() []string {
	var tags []string
	seen := map[string]bool{}
	add := func(s string) {
		if s = plain(s); s != "" && !inner(s) && len(s) <= 100 && !seen[fold(s)] && len(tags) < maxTags {
			seen[fold(s)] = true
			tags = append(tags, s)
		}
	}
	split := func(s string) {
		sep := ","
		if strings.Contains(s, ";") && !strings.Contains(s, ",") {
			sep = ";"
		}
		for t := range strings.SplitSeq(cut(s, 4096), sep) {
			add(t)
		}
	}
	if own := p.tags("article:tag", "og:article:tag"); len(own) > 0 {
		p.note("tags", "article:tag")
		for _, t := range own {
			split(t)
		}
		return tags
	}
	if p.article != nil {
		if k := p.article.get("keywords"); k != nil {
			p.note("tags", "jsonld")
			k.each(func(n *jnode) {
				if n.kind == jobject {
					add(n.text("name"))
				} else if k.kind == jlist && (len(k.kids) > 1 || strings.Count(n.str, ", ") < 2) {
					add(n.str)
				} else {
					split(n.str)
				}
			})
		}
	}
	if len(tags) == 0 {
		p.note("tags", "keywords")
		split(p.tag("news_keywords", "parsely-tags", "sailthru.tags", "keywords"))
	}
	if len(tags) == 0 {
		delete(p.from, "tags")
	}
	return tags
}
