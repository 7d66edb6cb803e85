package meta

import (
	"reflect"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/quoth/quoth/extract"
)

func read(t testing.TB, page, url string) extract.Metadata {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var before, after strings.Builder
	html.Render(&before, doc.Nodes[0])
	m := Read(doc, url)
	html.Render(&after, doc.Nodes[0])
	if before.String() != after.String() {
		t.Error("the page was changed")
	}
	return m
}

func TestTitle(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"title_site_suffix",
			`<title>Ferry sinks at its pier | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">`,
			"Ferry sinks at its pier"},
		{"title_site_prefix",
			`<title>Harbour Post: Ferry sinks at its pier</title><meta property="og:site_name" content="Harbour Post">`,
			"Ferry sinks at its pier"},
		{"suffix_shown_by_the_heading",
			`<title>Ferry sinks at its pier - News from the coast</title><h1>Ferry sinks at its pier</h1>`,
			"Ferry sinks at its pier"},
		{"dash_that_belongs_to_the_title",
			`<title>Rain - and no end in sight</title><h1>Rain - and no end in sight</h1>`,
			"Rain - and no end in sight"},
		{"heading_is_the_site",
			`<title>Ferry sinks at its pier | Harbour Post</title><meta property="og:title" content="Ferry sinks at its pier"><meta property="og:site_name" content="Harbour Post"><h1>Harbour Post</h1><h2>Ferry sinks at its pier</h2>`,
			"Ferry sinks at its pier"},
		{"heading_before_sharing_title",
			`<meta property="og:title" content="You won't believe which ferry sank"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sinks at its pier"}</script><h1>Ferry sinks at its pier</h1>`,
			"Ferry sinks at its pier"},
		{"number_that_jsonld_leaves_out",
			`<title>9 Ferries of the North | Harbour Post</title><meta property="og:title" content="9 Ferries of the North"><meta property="og:site_name" content="Harbour Post"><script type="application/ld+json">{"@type":"Article","headline":"Ferries of the North"}</script><h1>9 Ferries of the North</h1>`,
			"9 Ferries of the North"},
		{"kicker_over_the_heading",
			`<title>The pier must go | Harbour Post</title><meta property="og:title" content="The pier must go"><meta property="og:site_name" content="Harbour Post"><script type="application/ld+json">{"@type":"NewsArticle","headline":"The pier must go"}</script><h1><span>Opinion</span><br>The pier must go</h1>`,
			"The pier must go"},
		{"title_that_breaks_off",
			`<title>Ferry sinks at its pier after a night of storm and nobody…</title><meta property="og:title" content="Ferry sinks at its pier after a night of storm and nobody…"><h1>Ferry sinks at its pier after a night of storm and nobody is hurt</h1>`,
			"Ferry sinks at its pier after a night of storm and nobody is hurt"},
		{"entities_in_jsonld",
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Salt &amp; smoke: a winter&#8217;s tale"}</script>`,
			"Salt & smoke: a winter’s tale"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, tt.page, "https://www.example.com/a").Title; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAuthors(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
		agency     string
	}{
		{"byline_one_author", `<h1>A ferry sinks</h1><p class="byline">By Ada Quill</p>`, []string{"Ada Quill"}, ""},
		{"byline_two_authors", `<h1>A ferry sinks</h1><p class="byline">By Ada Quill and Bo Marsh, Staff Writers</p>`, []string{"Ada Quill", "Bo Marsh"}, ""},
		{"account_of_a_new_site", `<meta name="author" content="admin"><h1>A ferry sinks</h1><p>The ferry sank at its pier.</p>`, nil, ""},
		{"name_left_unfilled", `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"undefined"}}</script><h1>A ferry sinks</h1><p>The ferry sank.</p>`, nil, ""},
		{"label_beside_the_date", `<h1>A ferry sinks</h1><p>Tools</p><p>2 May 2024</p><p>The ferry sank at its pier.</p>`, nil, ""},
		{"words_beside_the_date", `<h1>A ferry sinks</h1><p>Customer Care</p><p>2 May 2024</p><p>The ferry sank at its pier.</p>`, nil, ""},
		{"section_beside_the_date", `<h1>A ferry sinks</h1><p>Fintech</p><p>2 May 2024</p><p>The ferry sank at its pier.</p>`, nil, ""},
		{"word_of_the_headline_beside_the_date", `<h1>How Marsh Ferries sank</h1><p>Marsh Ferries</p><p>2 May 2024</p><p>The ferry sank at its pier.</p>`, nil, ""},
		{"name_beside_the_date", `<h1>A ferry sinks</h1><p>Ada Quill</p><p>2 May 2024</p><p>The ferry sank at its pier.</p>`, []string{"Ada Quill"}, ""},
		{"name_behind_a_wave", `<h1>A ferry sinks</h1><p class="author">~ Ada Quill</p><p>The ferry sank at its pier.</p>`, []string{"Ada Quill"}, ""},
		{"sentence_that_begins_with_by", `<h1>A ferry sinks</h1><p>The harbour is old.</p><p>By the 17th century, ships from four coasts lay here.</p><p>The ferry sank at its pier.</p>`, nil, ""},
		{"deed_after_by", `<h1>A ferry sinks</h1><p>How was it raised?</p><p>By pumping out water</p><p>It took a week.</p>`, nil, ""},
		{"byline_without_class", `<h1>A ferry sinks</h1><p>By Ada Quill</p><p>The ferry sank.</p>`, []string{"Ada Quill"}, ""},
		{"byline_german", `<html lang=de><h1>Fähre gesunken</h1><div class="autor">Von Ada von der Feder und Bo Moor</div>`, []string{"Ada von der Feder", "Bo Moor"}, ""},
		{"date_in_the_byline", `<h1>A ferry sinks</h1><div class="byline">Ada Quill | October 18, 2025 | 3 min read</div>`, []string{"Ada Quill"}, ""},
		{"author_of_a_comment", `<h1>A ferry sinks</h1><span class="author">Ada Quill</span><div class="comments"><span class="author">Troll</span></div>`, []string{"Ada Quill"}, ""},
		{"handle_is_no_name", `<meta name="author" content="@adaquill"><meta name="author" content="https://example.com/ada">`, nil, ""},
		{"site_is_no_author", `<meta name="author" content="Harbour Post"><meta property="og:site_name" content="Harbour Post">`, nil, ""},
		{"agency_beside_author", `<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Quill"},{"@type":"Organization","name":"Reuters"}]}</script>`, []string{"Ada Quill"}, "Reuters"},
		{"jsonld_graph", `<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"A ferry sinks","author":{"@id":"#ada"}},{"@type":"Person","@id":"#ada","name":"Ada Quill"}]}</script>`, []string{"Ada Quill"}, ""},
		{"jsonld_broken", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"The \"old\" ferry,\n gone\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Quill\",},],}</script>", []string{"Ada Quill"}, ""},
		{"site_called_after_its_author", `<meta property="og:site_name" content="Ada Quill"><script type="application/ld+json">{"@type":"BlogPosting","author":{"@type":"Person","name":"Ada Quill"}}</script>`, []string{"Ada Quill"}, ""},
		{"link_to_the_author", `<h1>A ferry sinks</h1><span>By <a href="/writer/12/Ada_Quill/">Ada Quill</a></span>`, []string{"Ada Quill"}, ""},
		{"link_to_the_author_without_by", `<h1>A ferry sinks</h1><p><a href="/author/ada/">Ada Quill</a></p>`, []string{"Ada Quill"}, ""},
		{"written_by_within_a_sentence", `<h1>A ferry sinks</h1><div class="author">This post was written by Ada Quill</div>`, []string{"Ada Quill"}, ""},
		{"by_glued_to_the_name", `<h1>A ferry sinks</h1><div class="author">by<a href="/ada">Ada Quill</a></div>`, []string{"Ada Quill"}, ""},
		{"trades_after_the_name", `<meta name="author" content="Ada Quill, Gardener, Astrologer">`, []string{"Ada Quill"}, ""},
		{"name_repeated_with_title", `<h1>A ferry sinks</h1><div class="byline">Written by<br>Ada Quill<br>Dr. Ada Quill</div>`, []string{"Ada Quill"}, ""},
		{"buttons_of_the_byline", `<h1>A ferry sinks</h1><div class="author-tools">Listen</div><div class="byline">Share</div>`, nil, ""},
		{"menu_classed_as_byline", `<h1>A ferry sinks</h1><div class="byline">Shop By Brand<br>Acme<br>Zeta</div>`, nil, ""},
		{"footnote_is_no_author", `<h1>A ferry sinks</h1><div class="author">Maybe it will float up to the surface again in the spring.</div>`, nil, ""},
		{"person_before_the_paper", `<meta property="og:site_name" content="Harbour Post"><script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Harbour Post"}}</script><h1>A ferry sinks</h1><p class="byline">By <span class="author-name">Ada Quill</span></p>`, []string{"Ada Quill"}, ""},
		{"byline_of_the_staff", `<h1>A ferry sinks</h1><p class="byline">By <span class="author-name">Harbour Post Staff</span></p>`, []string{"Harbour Post Staff"}, ""},
		{"reviewer_is_no_author", `<h1>A ferry sinks</h1><p class="byline">By Ada Quill</p><p class="byline">Reviewed by Bo Marsh</p>`, []string{"Ada Quill"}, ""},
		{"name_on_the_line_after_by", `<h1>A ferry sinks</h1><div>By</div><div><b>Ada Quill</b></div><p>October 18, 2025</p>`, []string{"Ada Quill"}, ""},
		{"name_and_date_in_one_line", `<h1>A ferry sinks</h1><div>Ada Quill | January 15, 2026 | 11:40 am</div>`, []string{"Ada Quill"}, ""},
		{"trade_in_an_element_of_its_own", `<h1>A ferry sinks</h1><div data-testid="byline-contributors"><span>Ada Quill</span><span>Nordic correspondent</span></div>`, []string{"Ada Quill"}, ""},
		{"credit_of_a_picture_gives_no_agency", `<h1>A ferry sinks</h1><p class="byline">By Ada Quill</p><p>January 15, 2026</p><div>Bo Marsh/NordPix/AFP/Getty Images</div>`, []string{"Ada Quill"}, ""},
		{"contact_of_a_release", `<h1>A ferry sinks</h1><p>Contact: Bo Marsh, 555 0107</p><p>October 18, 2025</p>`, nil, ""},
		{"label_beside_the_date", `<h1>A ferry sinks</h1><p>LE Audio</p><p>October 18, 2025</p>`, nil, ""},
		{"sentence_that_begins_with_by", `<h1>A ferry sinks</h1><p>by copying HTTP</p>`, nil, ""},
		{"link_to_somebody_in_a_paragraph", `<h1>A ferry sinks</h1><p>The captain, who is famous for his quarrels with <a href="/people/bo-marsh/">Bo Marsh</a> and with most of the other people in Harwick, was not on board when it happened.</p>`, nil, ""},
		{"paper_behind_the_name", `<meta property="og:site_name" content="Tilden Free Press"><h1>A ferry sinks</h1><p>By Ada Quill, Tilden Free Press</p>`, []string{"Ada Quill"}, ""},
		{"name_in_capitals", `<meta name="author" content="ADA O'QUILL-MARSH"><h1>A ferry sinks</h1>`, []string{"Ada O'Quill-Marsh"}, ""},
		{"initials_in_capitals", `<meta name="author" content="JK QUILL III"><h1>A ferry sinks</h1>`, []string{"JK Quill III"}, ""},
		{"authorname_in_one_word", `<h1>Fähre sinkt</h1><div class="line"><div>Do 25.04.24 | 14:07 Uhr | Von <span class="authorname">Ada Quill</span></div></div>`, []string{"Ada Quill"}, ""},
		{"two_linked_names_spanish", `<html lang=es><h1>Se hunde un transbordador</h1><p><span>Por</span> <a href="/autor/ada-quill">Ada Quill</a> y <a href="/autor/bo-marsh">Bo Marsh</a></p>`, []string{"Ada Quill", "Bo Marsh"}, ""},
		{"two_names_by_rel_dutch", `<html lang=nl><h1>Veerboot gezonken</h1><div><span>Door</span> <a rel="author" href="/q">Ada Quill</a> en <a rel="author" href="/m">Bo van der Marsh</a><time>3 maart 2026, 21:40</time></div>`, []string{"Ada Quill", "Bo van der Marsh"}, ""},
		{"by_of_two_letters", `<h1>A ferry sinks</h1><div><span>By</span> <b>Ada Quill</b></div><p>The ferry sank at its pier.</p>`, []string{"Ada Quill"}, ""},
		{"agency_in_brackets_behind_the_name", `<html lang=fr><h1>Un ferry coule</h1><p class="auteur">Par Ada Quill (avec AFP)</p>`, []string{"Ada Quill"}, "AFP"},
		{"agency_in_brackets_of_its_own", `<html lang=de><h1>Fähre gesunken</h1><p>Von <span class="autor">Ada Quill</span> und <span class="autor">Bo Marsh</span> (dpa)</p>`, []string{"Ada Quill", "Bo Marsh"}, "dpa"},
		{"place_behind_the_paper", `<html lang=pt><h1>Balsa afunda</h1><p>Por Ada Quill, G1 SC — Harwick</p>`, []string{"Ada Quill"}, ""},
		{"surname_first_in_tags_of_libraries", `<meta name="DC.creator" content="Quill, Oyelaran"><meta name="DC.creator" content="Marsh, Bo T."><h1>A ferry sinks</h1>`, []string{"Oyelaran Quill", "Bo T. Marsh"}, ""},
		{"itemprop", `<div itemscope><h1 itemprop="headline">A ferry sinks</h1><span itemprop="author" itemscope><a itemprop="url" href="/ada"><span itemprop="name">Ada Quill</span></a> <i>Reporter</i></span></div>`, []string{"Ada Quill"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := read(t, tt.page, "https://www.example.com/a")
			if !reflect.DeepEqual(m.Authors, tt.want) || m.Agency != tt.agency {
				t.Errorf("got %q of agency %q, want %q of %q", m.Authors, m.Agency, tt.want, tt.agency)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	tests := []struct{ name, page, url, want string }{
		{"date_with_zone", `<meta property="article:published_time" content="2025-10-18T06:51:00+02:00">`, "", "2025-10-18T06:51:00+02:00"},
		{"clock_without_zone", `<meta property="article:published_time" content="2025-10-18 06:51">`, "", "2025-10-18"},
		{"date_from_url", `<p>A story.</p>`, "https://example.com/2025/10/18/a-ferry-sinks", "2025-10-18"},
		{"jsonld_before_url", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-10-17T23:00:00Z"}</script>`, "https://example.com/2025/10/18/a-ferry-sinks", "2025-10-17T23:00:00Z"},
		{"change_is_no_publication", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-10-18T04:51:00Z","dateModified":"2025-11-02T08:00:00Z"}</script><h1>A ferry sinks</h1><p>Updated November 2, 2025</p>`, "", "2021-10-18T04:51:00Z"},
		{"zone_of_the_clock_that_readers_see", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-10-18T03:00:46Z"}</script><h1>A ferry sinks</h1><p>October 17, 2025 10:00 pm</p>`, "", "2025-10-17T22:00:46-05:00"},
		{"zone_that_another_place_gives", `<meta property="article:published_time" content="2025-10-18T03:05:00+00:00"><h1>A ferry sinks</h1><time datetime="2025-10-17T19:05:00-08:00">Oct 17</time>`, "", "2025-10-17T19:05:00-08:00"},
		{"order_of_the_country", `<h1>A ferry sinks</h1><p>3/5/2025 22:41</p>`, "https://www.example.bo/a", "2025-05-03"},
		{"order_of_the_world", `<h1>A ferry sinks</h1><p>3/5/2025 22:41</p>`, "https://www.example.io/a", "2025-03-05"},
		{"published_date_tag", `<meta name="published-date" content="2025-10-18">`, "", "2025-10-18"},
		{"archived_copy", `<p>A story.</p>`, "https://web.archive.org/web/20131110121040/http://example.com/2013/04/04/a-ferry-sinks", "2013-04-04"},
		{"time_element", `<h1>A ferry sinks</h1><time datetime="2025-10-18T04:51Z">18 Oct</time>`, "", "2025-10-18T04:51:00Z"},
		{"visible_dateline", `<h1>A ferry sinks</h1><p>October 18, 2025</p>`, "", "2025-10-18"},
		{"visible_dateline_german", `<html lang="de"><h1>Fähre gesunken</h1><p>18. Oktober 2025, 14:30 Uhr</p>`, "", "2025-10-18"},
		{"american_order", `<html lang="en-US"><h1>A ferry sinks</h1><span class="date">10/8/2025</span>`, "", "2025-10-08"},
		{"british_order", `<html lang="en-GB"><h1>A ferry sinks</h1><span class="date">8/10/2025</span>`, "", "2025-10-08"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, tt.page, tt.url).Published; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAbout(t *testing.T) {
	got := read(t, `<html lang="en-GB"><head><base href="https://example.com/news/"><link rel="canonical" href="ferry">
<meta property="og:site_name" content="Harbour Post"><meta property="og:description" content="It went down."><meta property="og:image" content="/ferry.jpg">
<meta property="article:section" content="Coast"><meta name="keywords" content="ferry, pier, Ferry"></head>`, "https://example.com/x")
	want := extract.Metadata{SiteName: "Harbour Post", Language: "en", Description: "It went down.", CanonicalURL: "https://example.com/news/ferry",
		Image: "https://example.com/ferry.jpg", Section: "Coast", Tags: []string{"ferry", "pier"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestSiteInTheWindow(t *testing.T) {
	for _, tt := range []struct{ name, title, url, want string }{
		{"host_of_some_words", "A ferry sinks | News | The Harbour Post", "https://www.thepost.example/a", "The Harbour Post"},
		{"part_before_the_last", "A ferry sinks | Harbour | HPS", "https://www.harbour.example/a", "Harbour"},
		{"words_in_another_order", "A ferry sinks | Post of the Harbour", "https://www.harbourpost.example/a", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, "<title>"+tt.title+"</title><h1>A ferry sinks</h1>", tt.url).SiteName; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSiteBeforeItsOwner(t *testing.T) {
	page := `<title>A ferry sinks - Wikiwire, the free wire</title><script type="application/ld+json">{"@type":"Article","name":"A ferry sinks","publisher":{"@type":"Organization","name":"Wide Foundation, Inc."}}</script><h1>A ferry sinks</h1>`
	if got := read(t, page, "https://en.wikiwire.example/wiki/A_ferry_sinks").SiteName; got != "Wikiwire" {
		t.Errorf("got %q, want Wikiwire", got)
	}
	if got := read(t, page, "https://www.example.com/a").SiteName; got != "Wide Foundation, Inc." {
		t.Errorf("got %q of another host, want Wide Foundation, Inc.", got)
	}
}

func TestSiteThatPraisesItself(t *testing.T) {
	for _, tt := range []struct{ name, site, url, want string }{
		{"praise_before", "Timetables, Fares and More for the Coast | Harbour.example", "https://www.harbour.example/a", "Harbour.example"},
		{"praise_behind", "Harbour Post - The Coast's Own Paper", "https://www.harbourpost.example/a", "Harbour Post"},
		{"mark_at_the_end", "Harbour Post |", "https://www.harbourpost.example/a", "Harbour Post"},
		{"mark_within_the_name", "Post | Coast", "https://www.harbour.example/a", "Post | Coast"},
		{"both_parts_are_the_host's", "Harbour | Harbour Post", "https://www.harbour.example/a", "Harbour | Harbour Post"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, `<meta property="og:site_name" content="`+tt.site+`"><h1>A ferry sinks</h1>`, tt.url).SiteName; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAboutThatTemplatesWrite(t *testing.T) {
	got := read(t, `<meta property="og:image" content="https://example.com/i/blank.jpg"><meta property="article:section" content="Front Page">
<script type="application/ld+json">{"@type":"NewsArticle","image":"https://example.com/ferry.jpg","keywords":["ferry, pier, storm"]}</script>`, "")
	if got.Image != "https://example.com/ferry.jpg" || got.Section != "" || !reflect.DeepEqual(got.Tags, []string{"ferry", "pier", "storm"}) {
		t.Errorf("got image %q, section %q, tags %q", got.Image, got.Section, got.Tags)
	}
}

func TestSectionInMicrodata(t *testing.T) {
	got := read(t, `<h1>A ferry sinks</h1><span itemprop="articleSection">Coast</span><p>The ferry sank at its pier.</p>`, "")
	if got.Section != "Coast" {
		t.Errorf("got %q, want Coast", got.Section)
	}
}

func TestAboutWithoutItsTags(t *testing.T) {
	got := read(t, `<head><title>A ferry sinks - Harbour Post</title><meta property="article:section" content="tags"><meta name="section" content="Coast">
<meta property="article:tag" content="ferries"><meta property="article:tag" content="splash_image_left"></head>`, "https://www.harbourpost.example/ferry")
	if got.SiteName != "Harbour Post" || got.Section != "Coast" || !reflect.DeepEqual(got.Tags, []string{"ferries"}) {
		t.Errorf("got site %q, section %q, tags %q; want Harbour Post, Coast, [ferries]", got.SiteName, got.Section, got.Tags)
	}
}

func TestWeightsAreRead(t *testing.T) {
	w := ownWeights()
	for _, m := range []string{"title", "authors", "published"} {
		if len(w[m]) < 20 {
			t.Errorf("%s has %d weights", m, len(w[m]))
		}
	}
}

func TestNothingThere(t *testing.T) {
	if got := Read(nil, ""); !reflect.DeepEqual(got, extract.Metadata{}) {
		t.Errorf("got %+v of no page", got)
	}
	if got := read(t, "", ""); !reflect.DeepEqual(got, extract.Metadata{}) {
		t.Errorf("got %+v of an empty page", got)
	}
}

func BenchmarkRead(b *testing.B) {
	page := `<html lang="en"><head><title>A ferry sinks | Harbour Post</title><meta property="og:title" content="A ferry sinks"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A ferry sinks","author":{"name":"Ada Quill"},"datePublished":"2025-10-18T04:51:00Z"}</script></head><body><article><h1>A ferry sinks</h1>` +
		strings.Repeat(`<div class="text block-12"><p class="paragraph">The ferry sank at its pier on <a href="/x">Saturday</a>, and nobody was hurt.</p></div>`, 1000) + `</article></body></html>`
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(page))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		Read(doc, "https://example.com/2025/10/18/ferry")
	}
}

func TestStaffInOneWordIsNoPerson(t *testing.T) {
	c := readCredit("Ada Quill, Post-Redaktion")
	if !reflect.DeepEqual(c.people, []string{"Ada Quill"}) || !reflect.DeepEqual(c.groups, []string{"Post-Redaktion"}) {
		t.Errorf("people %q, groups %q", c.people, c.groups)
	}
}
