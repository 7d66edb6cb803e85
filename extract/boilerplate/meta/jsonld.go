package meta

import (
	"strings"

	"golang.org/x/net/html"
)

// linked is what the page's JSON-LD says about the article.
type linked struct {
	article *jnode
	page    *jnode // WebPage
	site    *jnode // WebSite
	byID    map[string]*jnode
	rank    int
}

// articleTypes ranks the types that a story's own node has; the higher is
// preferred.
var articleTypes = map[string]int{
	"NewsArticle": 5, "ReportageNewsArticle": 5, "OpinionNewsArticle": 5, "AnalysisNewsArticle": 5, "BackgroundNewsArticle": 5,
	"ReviewNewsArticle": 5, "AskPublicNewsArticle": 5, "LiveBlogPosting": 5, "Article": 5, "BlogPosting": 5, "TechArticle": 5,
	"ScholarlyArticle": 5, "MedicalScholarlyArticle": 5, "AdvertiserContentArticle": 5, "SocialMediaPosting": 4, "Report": 4,
	"DiscussionForumPosting": 4, "Recipe": 3, "HowTo": 3, "Review": 3, "VideoObject": 2, "PodcastEpisode": 2, "CreativeWork": 2, "Blog": 1,
	"NewsMediaOrganization": 0,
}

// asides are the members of a node that lead to other stories.
var asides = map[string]bool{
	"itemListElement": true, "hasPart": true, "relatedLink": true, "isPartOf": true, "comment": true, "blogPost": true, "citation": true,
	"mentions": true, "isRelatedTo": true, "video": true, "associatedMedia": true, "liveBlogUpdate": true, "review": true, "publisher": true,
	"author": true, "image": true, "workExample": true, "subjectOf": true, "isBasedOn": true,
}

func readLinked(scripts []string, title string) *linked {
	l := &linked{byID: map[string]*jnode{}}
	size := 0
	for _, s := range scripts {
		if size += len(s); size > maxJSONBytes {
			break
		}
		roots := readJSON(s)
		for i := range roots {
			l.visit(&roots[i], fold(title), false)
		}
	}
	return l
}

func (l *linked) visit(n *jnode, title string, aside bool) {
	if n.kind == jobject {
		if id := n.text("@id"); id != "" && len(n.names) > 1 {
			if old := l.byID[id]; old == nil || len(old.names) < len(n.names) {
				l.byID[id] = n
			}
		}
		if !aside {
			l.offer(n, title)
		}
	}
	for i := range n.kids {
		l.visit(&n.kids[i], title, aside || n.kind == jobject && asides[n.names[i]])
	}
}

// offer takes n for the article, the page or the site if it is a better one
// than what stood there.
func (l *linked) offer(n *jnode, title string) {
	n.get("@type").each(func(t *jnode) {
		name := strings.TrimPrefix(strings.TrimPrefix(t.str, "https://schema.org/"), "http://schema.org/")
		name = strings.TrimPrefix(name, "schema:")
		switch {
		case name == "WebSite" && l.site == nil:
			l.site = n
		case strings.HasSuffix(name, "Page") && l.page == nil:
			l.page = n
		}
		rank := 4 * articleTypes[name]
		if rank == 0 {
			return
		}
		if h := fold(plain(n.text("headline", "name"))); h != "" && title != "" && (strings.Contains(title, h) || strings.Contains(h, title)) {
			rank += 3
		}
		if rank > l.rank {
			l.article, l.rank = n, rank
		}
	})
}

// follow is the node that a reference names, or n itself.
func (l *linked) follow(n *jnode) *jnode {
	if n != nil && n.kind == jobject && len(n.names) <= 2 && n.get("name") == nil {
		if to := l.byID[n.text("@id")]; to != nil {
			return to
		}
	}
	return n
}

// text is a member of the article, or of the page where the article has none.
func (l *linked) text(names ...string) string {
	for _, n := range []*jnode{l.article, l.page} {
		if n != nil {
			if s := plain(n.text(names...)); s != "" {
				return s
			}
		}
	}
	return ""
}

// creator is one who made the article, as JSON-LD tells it.
type creator struct {
	name string
	org  bool
}

// creators are the article's authors, else the page's.
func (l *linked) creators() (all []creator) {
	for _, n := range []*jnode{l.article, l.page} {
		for _, member := range []string{"author", "creator"} {
			if n == nil || len(all) > 0 {
				continue
			}
			n.get(member).each(func(a *jnode) {
				if len(all) < maxFound {
					all = append(all, l.creator(a)...)
				}
			})
		}
	}
	return all
}

func (l *linked) creator(a *jnode) (all []creator) {
	a = l.follow(a)
	switch a.kind {
	case jscalar:
		if to := l.byID[a.str]; to != nil {
			a = to
			break
		}
		return []creator{{name: plain(a.str)}}
	case jlist:
		return nil
	}
	org := strings.Contains(a.text("@type"), "Organization")
	// A name may be a list of names.
	a.get("name").each(func(n *jnode) {
		if n.kind == jscalar && len(all) < maxFound {
			all = append(all, creator{plain(n.str), org})
		}
	})
	if len(all) == 0 {
		given, family := a.text("givenName"), a.text("familyName")
		if given+family != "" {
			all = append(all, creator{plain(given + " " + family), org})
		}
	}
	return all
}

// plain is a string of JSON-LD without entities, tags and odd white space.
func plain(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = untag(s)
	}
	return squeeze(s)
}

func untag(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 < len(s) && !letter(s[i+1]) && s[i+1] != '/' {
			if i < 0 {
				i = len(s) - 1
			}
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		n := strings.IndexByte(s[i:], '>')
		if n < 0 {
			break
		}
		s = s[i+n+1:]
	}
	return b.String()
}
