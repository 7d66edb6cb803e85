package source

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/pipeline"
)

// web is what a few addresses give. What it has not got is an error.
type web map[string]string

func (w web) fetch(_ context.Context, in *pipeline.Input) error {
	body, ok := w[in.URL]
	if !ok {
		return extract.Faultf("http_404", "no such page")
	}
	in.Body = []byte(body)
	return nil
}

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title><link>https://n.example/</link>
<item><title>Rain &amp; wind</title><link>/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><guid isPermaLink="false">x1</guid><content:encoded><![CDATA[<p>Rain fell.]]></content:encoded></item>
<item><title>Old</title><link>https://n.example/2</link><pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate></item>
<item><title>No date</title><guid>https://n.example/3</guid></item>
<item><title>No link</title><description>A short word.</description></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><link rel="self" href="https://n.example/feed"/>
<entry><title>One</title><link href="1"/><id>urn:1</id><updated>2026-03-02T08:00:00Z</updated></entry></feed>`

const jsonFeed1 = `{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[{"id":"1","url":"https://n.example/1","title":"One","content_html":"<p>Rain fell.","date_published":"2026-03-02T08:00:00Z"}]}`

func TestFeeds(t *testing.T) {
	pages := web{"https://n.example/1": "<p>Rain.", "https://n.example/2": "<p>Wind.", "https://n.example/3": "<p>Fog.",
		"https://n.example/feed": atom, "https://n.example/feed.json.gz": gzipped(jsonFeed1), "https://n.example/rss": rss,
		"https://n.example/loop": `<rss version="2.0"><channel><item><link>https://n.example/rss</link></item></channel></rss>`}
	const all = `https://n.example/1 html "<p>Rain." url=https://n.example/1 extra={"feed":{"item_id":"x1","item_published":"2026-03-02T08:00:00Z","item_title":"Rain \u0026 wind","title":"The Courier"}}
https://n.example/2 html "<p>Wind." url=https://n.example/2 extra={"feed":{"item_published":"2026-01-05T08:00:00Z","item_title":"Old","title":"The Courier"}}
https://n.example/3 html "<p>Fog." url=https://n.example/3 extra={"feed":{"item_id":"https://n.example/3","item_title":"No date","title":"The Courier"}}
`
	const short = `:4 html "<!DOCTYPE html>\n<html lang=\"\"><head><title>No link</title>\n<meta property=\"og:site_name\" content=\"The Courier\">\n</head><body><article><h1>No link</h1>\nA short word.\n</article></body></html>\n" extra={"feed":{"item_title":"No link","title":"The Courier"}}` + "\n"
	ids := func(s string) string { // the first word of each line
		var b strings.Builder
		for line := range strings.Lines(s) {
			word, rest, _ := strings.Cut(line, " ")
			if strings.HasPrefix(rest, "! ") {
				word += " " + strings.TrimSpace(rest)
			}
			b.WriteString(word + "\n")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, in string
		o        Options
		args     []string
		want     string
	}{
		{name: "rss", in: rss, want: all + "-" + short},
		{name: "rss_from_its_address", args: []string{"https://n.example/rss"}, want: all + "https://n.example/rss" + short},
		{name: "atom_with_a_relative_link", args: []string{"https://n.example/feed"}, want: "https://n.example/1\n"},
		{name: "json_feed_packed", args: []string{"https://n.example/feed.json.gz"}, want: "https://n.example/1\n"},
		{name: "feeds_and_pages_in_order", args: []string{"https://n.example/2", "https://n.example/feed", "https://n.example/gone", "https://n.example/3"}, want: "https://n.example/2\nhttps://n.example/1\nhttps://n.example/gone ! http_404\nhttps://n.example/3\n"},
		{name: "list_of_feeds", in: "https://n.example/feed\nhttps://n.example/3\n", o: Options{Kind: URLs}, want: "https://n.example/1\nhttps://n.example/3\n"},
		{name: "feed_that_lists_a_feed", args: []string{"https://n.example/loop"}, want: "https://n.example/rss ! unsupported\n"},
		{name: "since", in: rss, o: Options{Since: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)}, want: "https://n.example/1\nhttps://n.example/3\n-:4\n"},
		{name: "limit", in: rss, o: Options{Limit: 2}, want: "https://n.example/1\nhttps://n.example/2\n"},
		{name: "no_fetch", in: rss, o: Options{NoFetch: true}, want: "https://n.example/1\nhttps://n.example/2 ! empty\nhttps://n.example/3 ! empty\n-:4\n"},
		{name: "no_fetch_of_an_address", args: []string{"https://n.example/feed"}, o: Options{NoFetch: true}, want: "https://n.example/feed ! not_fetched\n"},
		{name: "cut_off", in: rss[:600], want: "- ! bad_feed\n"},
		{name: "too_deep", in: "<rss><channel><item>" + strings.Repeat("<x:a>", 1000), want: "- ! bad_feed\n"},
		{name: "too_large", in: "<rss>" + strings.Repeat(" ", 2<<20), want: "- ! too_large\n"},
		{name: "a_page_said_to_be_a_feed", in: "<p>Rain.", o: Options{Kind: Feed}, want: "- ! bad_feed\n"},
		{name: "entities_of_its_own", in: `<!DOCTYPE r [<!ENTITY a "https://n.example/1">]><rss version="2.0"><channel><item><link>&a;</link></item></channel></rss>`, o: Options{Kind: Feed}, want: "&a; ! http_404\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Fetch = pages.fetch
			got := briefs(read(c.o, c.in, c.args...))
			if !strings.HasPrefix(c.name, "rss") {
				got = ids(got)
			}
			if got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestFeedTextWithoutFetching(t *testing.T) {
	for name, feed := range map[string]string{"rss": rss, "json": jsonFeed1} {
		in := read(Options{NoFetch: true}, feed)[0]
		if in.URL != "https://n.example/1" || !strings.Contains(string(in.Body), "<p>Rain fell.") || !strings.Contains(string(in.Body), `content="2026-03-02T08:00:00Z"`) {
			t.Errorf("%s: %s %s", name, in.URL, in.Body)
		}
	}
}

func TestSitemaps(t *testing.T) {
	urlset := func(urls ...string) string {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i">`)
		for _, u := range urls {
			b.WriteString("<url><loc>\n" + u + " </loc><lastmod>2026-03-02</lastmod><image:image><image:loc>https://n.example/1.png</image:loc></image:image></url>")
		}
		return b.String() + "</urlset>"
	}
	const one, two, three = "https://n.example/1", "https://n.example/2", "https://n.example/3"
	pages := web{one: "<p>Rain.", two: "<p>Wind.", three: "<p>Fog.",
		"https://n.example/a.xml": urlset(one), "https://n.example/b.xml.gz": gzipped(urlset(two)), "https://n.example/sitemap.txt": one + "\n" + two + "\n",
		"https://n.example/loop.xml":  `<sitemapindex><sitemap><loc>https://n.example/loop.xml</loc></sitemap></sitemapindex>`,
		"https://n.example/index.xml": `<sitemapindex><sitemap><loc>https://n.example/a.xml</loc><lastmod>2025-01-01T00:00Z</lastmod></sitemap><sitemap><loc>https://n.example/gone.xml</loc></sitemap><sitemap><loc>https://n.example/b.xml.gz</loc></sitemap></sitemapindex>`,
		"https://n.example/html.xml":  "<html><p>Not here."}
	news := `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://n.example/1</loc><news:news><news:publication><news:name>The Courier</news:name></news:publication><news:publication_date>2026-03-02T08:00+01:00</news:publication_date><news:title>Rain &amp; wind</news:title></news:news></url></urlset>`
	for _, c := range []struct {
		name, in string
		o        Options
		args     []string
		want     string
	}{
		{name: "pages", in: urlset(one, two, one+"?gone"), want: one + "\n" + two + "\n" + one + "?gone ! http_404\n"},
		{name: "news", in: news, want: one + ` extra={"sitemap":{"name":"The Courier","published":"2026-03-02T07:00:00Z","title":"Rain \u0026 wind"}}` + "\n"},
		{name: "index", args: []string{"https://n.example/index.xml"}, want: one + "\nhttps://n.example/gone.xml ! http_404\n" + two + "\n"},
		{name: "index_since", args: []string{"https://n.example/index.xml"}, o: Options{Since: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}, want: "https://n.example/gone.xml ! http_404\n" + two + "\n"},
		{name: "index_limit", args: []string{"https://n.example/index.xml"}, o: Options{Limit: 1}, want: one + "\n"},
		{name: "index_in_a_circle", args: []string{"https://n.example/loop.xml"}, want: "https://n.example/loop.xml ! bad_sitemap\n"},
		{name: "text", args: []string{"https://n.example/sitemap.txt"}, o: Options{Kind: Sitemap}, want: one + "\n" + two + "\n"},
		{name: "robots_txt", in: "User-agent: *\nDisallow: /x\nSitemap: https://n.example/a.xml\n", o: Options{Kind: Sitemap}, want: one + "\n"},
		{name: "cut_off", in: urlset(one, two)[:330], want: one + "\n- ! bad_sitemap\n"},
		{name: "cut_off_gzip", in: gzipped(urlset(one, two))[:60], o: Options{Kind: Sitemap}, want: "- ! bad_gzip\n"},
		{name: "no_sitemap", args: []string{"https://n.example/html.xml"}, o: Options{Kind: Sitemap}, want: "https://n.example/html.xml ! bad_sitemap\n"},
		{name: "too_deep", in: "<urlset>" + strings.Repeat("<a>", 1000), want: "- ! bad_sitemap\n"},
		{name: "entities_of_its_own", in: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>https://n.example/&b;</loc></url></urlset>`, o: Options{Kind: Sitemap}, want: "https://n.example/&b; ! http_404\n"},
		{name: "utf16", in: utf16le(urlset(one)), o: Options{Kind: Sitemap}, want: "- ! bad_sitemap\n"},
		{name: "nothing_in_it", in: "<urlset></urlset>", want: ""},
		{name: "no_fetch", in: urlset(one), o: Options{NoFetch: true}, want: one + " ! not_fetched\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.o.Fetch = pages.fetch
			var b strings.Builder
			for _, in := range read(c.o, c.in, c.args...) {
				line := brief(in)
				word, rest, _ := strings.Cut(line, " ")
				if strings.HasPrefix(rest, "! ") {
					word += " " + rest
				}
				if i := strings.Index(line, " extra="); i > 0 && !strings.Contains(line, `"modified"`) {
					word += line[i:]
				}
				b.WriteString(word + "\n")
			}
			if b.String() != c.want {
				t.Errorf("\n got %s\nwant %s", b.String(), c.want)
			}
		})
	}
}

// Pages are fetched side by side, a bounded number of them, and come in order.
func TestPagesAreFetchedAhead(t *testing.T) {
	const ahead = 5
	var mu sync.Mutex
	inHand, most := 0, 0
	together := make(chan struct{}) // closed when as many as may be are in hand
	fetch := func(ctx context.Context, in *pipeline.Input) error {
		mu.Lock()
		if inHand++; inHand > most {
			if most = inHand; most == ahead {
				close(together)
			}
		}
		mu.Unlock()
		<-together
		mu.Lock()
		inHand--
		mu.Unlock()
		in.Body = []byte("Rain.")
		return nil
	}
	var list strings.Builder
	for i := range 50 {
		fmt.Fprintf(&list, "https://n.example/%d\n", i)
	}
	for i, in := range read(Options{Kind: URLs, Fetch: fetch, Ahead: ahead}, list.String()) {
		if in.ID != fmt.Sprintf("https://n.example/%d", i) || in.Err != nil || in.Load != nil {
			t.Errorf("%d is %s", i, brief(in))
		}
	}
	if most != ahead {
		t.Errorf("%d in hand, want %d", most, ahead)
	}
}

// What an earlier run has done is not fetched again.
func TestPagesThatAreDoneAreNotFetched(t *testing.T) {
	var fetched []string
	o := Options{Ahead: 1, Done: func(id string) bool { return strings.HasSuffix(id, "/1") }, Fetch: func(ctx context.Context, in *pipeline.Input) error {
		fetched = append(fetched, in.URL)
		return web{"https://n.example/rss": rss, "https://n.example/2": "<p>Wind.", "https://n.example/3": "<p>Fog."}.fetch(ctx, in)
	}}
	var got []string
	for _, in := range read(o, "", "https://n.example/1", "https://n.example/rss") {
		got = append(got, in.ID)
	}
	if want := "[https://n.example/2 https://n.example/3 https://n.example/rss:4]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
	if want := "[https://n.example/rss https://n.example/2 https://n.example/3]"; fmt.Sprint(fetched) != want {
		t.Errorf("fetched %v, want %v", fetched, want)
	}
}

func TestFetchingThatPanicsIsPassedOn(t *testing.T) {
	in := read(Options{Fetch: func(context.Context, *pipeline.Input) error { panic("bug") }}, "", "https://n.example/")[0]
	defer func() {
		if recover() != "bug" {
			t.Error("the panic is lost")
		}
	}()
	_ = in.Load(background, &in)
}

// A list that is still being written must not hold up what is in it already,
// nor the end when the limit is reached.
func TestListThroughASlowPipe(t *testing.T) {
	for _, limit := range []int{0, 1} {
		lines := make(chan string, 1)
		lines <- "https://n.example/1\n"
		s := New(Options{Kind: URLs, MaxBytes: 100, Limit: limit, Stdin: pipe(lines), Fetch: web{"https://n.example/1": "Rain."}.fetch}, Stdin)
		n := 0
		for in := range s.Inputs(background) {
			if n++; in.Err != nil {
				t.Error(in.Err)
			}
			if limit == 0 && n == 1 {
				close(lines)
			}
		}
		if n != 1 {
			t.Errorf("%d articles", n)
		}
	}
}

type pipe chan string

func (p pipe) Read(b []byte) (int, error) {
	s, ok := <-p
	if !ok {
		return 0, io.EOF
	}
	return copy(b, s), nil
}
