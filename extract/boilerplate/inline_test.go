package boilerplate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func walkText(t testing.TB, page string) *tree {
	t.Helper()
	doc, err := parse(page)
	if err != nil {
		t.Fatal(err)
	}
	return walk(doc.Nodes[0])
}

// TestInlineJoining holds how the text of one place is put together: blocks
// are parted by " ¶ ", line ends written as they are.
func TestInlineJoining(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"br_is_a_line_end", `<p>Tide tables<br>are free.</p>`, "Tide tables\nare free."},
		{"br_in_heading_is_a_blank", `<h2>Harbour<br>closed</h2>`, "Harbour closed"},
		{"two_br_part_paragraphs", `<div>One boat.<br> <br/>Two boats.</div>`, "One boat. ¶ Two boats."},
		{"br_after_a_long_sentence_parts", `<div>` + strings.Repeat("The boats came in late that night. ", 4) + `<br>Then it rained.</div>`, strings.TrimSpace(strings.Repeat("The boats came in late that night. ", 4)) + " ¶ Then it rained."},
		{"link_keeps_its_blanks", `<p>See <a href=x>the map</a>, then <a href=y>go</a>.</p>`, "See the map, then go."},
		{"links_side_by_side", `<div><a href=x>News</a><a href=y>Sport</a></div>`, "News Sport"},
		{"span_inside_a_word", `<p><span class=cap>T</span>he <b>Har</b>bour</p>`, "The Harbour"},
		{"nbsp_and_thin_blanks", "<p>10&nbsp;km\u2009north\u202fof\u3000it</p>", "10 km north of it"},
		{"soft_hyphen", "<p>Har&shy;bour&shy;master</p>", "Harbourmaster"},
		{"zero_width", "<p>un\u200bbro\u2060ken \ufeffword</p>", "unbroken word"},
		{"joiners_that_carry_meaning", "<p>می\u200cخواهم 👩\u200d🚒</p>", "می\u200cخواهم 👩\u200d🚒"},
		{"white_space_of_the_source", "<p>\n  one\n\t two  </p>", "one two"},
		{"comment_in_a_word", `<p>har<!-- x -->bour</p>`, "harbour"},
		{"wbr_in_a_word", `<p>har<wbr>bour</p>`, "harbour"},
		{"quotation_element", `<p>She said <q>never</q>.</p>`, "She said “never”."},
		{"note_mark", `<p>It sank.<sup><a href="#n1">[1]</a></sup> Twice.</p>`, "It sank. Twice."},
		{"note_mark_without_a_link", `<p>It sank in May.<sup>12</sup> Twice <sup>[2]</sup> it was raised.</p>`, "It sank in May. Twice it was raised."},
		{"power", `<p>40 m<sup>2</sup> of deck, 10<sup>3</sup> rivets, 10<sup> −6</sup> of a hull</p>`, "40 m² of deck, 10³ rivets, 10⁻⁶ of a hull"},
		{"raised_letters_stay", `<p>the 4<sup>th</sup> boat of M<sup>me</sup> Tern</p>`, "the 4th boat of Mme Tern"},
		{"raised_cents", `<p>a fare of $<sup>5</sup> or $4.<sup>50</sup></p>`, "a fare of $5 or $4.50"},
		{"raised_at_the_start", `<p><sup>1</sup>Of the second boat.</p>`, "1Of the second boat."},
		{"script_and_style", `<p>one<script>x()</script><style>p{}</style> two</p>`, "one two"},
		{"text_between_blocks", `<div>loose<p>para</p>end</div>`, "loose ¶ para ¶ end"},
		{"table_rows", `<table><tr><th>Boat<th>Crew<tr><td>Brant<td>7<tr><td>Tern<td><p>12</table>`, "Boat | Crew\nBrant | 7\nTern | 12"},
		{"layout_table", `<table><tr><td><h1>Harbour</h1><p>One.<td>Two.</table>`, "Harbour ¶ One. ¶ Two."},
		{"preformatted_lines", "<pre>one\n  two</pre>", "one\ntwo"},
		{"button_in_a_sentence", `<p>The <button>tide</button> turned.</p>`, "The tide turned."},
		{"shadow_root", `<x-story><template shadowrootmode=open><p>Inside.</p></template></x-story><template><p>Not.</p></template>`, "Inside."},
		{"bad_reference", `<p>a&#xD800;b&#0;c</p>`, "a\ufffdb\ufffdc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, b := range walkText(t, c.page).blocks {
				got = append(got, b.text)
			}
			if s := strings.Join(got, " ¶ "); s != c.want {
				t.Errorf("%s\n got %q\nwant %q", c.page, s, c.want)
			}
		})
	}
}

// TestReadingOrder holds that every character that a page shows is in one
// block, in the page's order.
func TestReadingOrder(t *testing.T) {
	page := `<body>a<div>b<p>c<span>d<div>e</div>f</span></p>g<ul><li>h<ul><li>i</ul>j</ul></div><table><tr><td>k<td>l<tr><td>m<td>n</table><figure>o<figcaption>p</figcaption></figure><custom-x>q</custom-x>r</body>`
	var got strings.Builder
	for _, b := range walkText(t, page).blocks {
		for _, r := range b.text {
			if r >= 'a' && r <= 'z' {
				got.WriteRune(r)
			}
		}
	}
	if got.String() != "abcdefghijklmnopqr" {
		t.Errorf("got %s", got.String())
	}
}

func TestKinds(t *testing.T) {
	page := `<h3>Head</h3><ul><li><p>Item</p></li></ul><blockquote><p>Said</p></blockquote><figure><figcaption>Seen</figcaption></figure><pre>code</pre><table><tr><td>1<td>2<tr><td>3<td>4</table><p>Para</p>`
	want := "heading3 list_item0 blockquote0 caption0 preformatted0 table0 paragraph0"
	var got []string
	for _, b := range walkText(t, page).blocks {
		got = append(got, b.kind.String()+string('0'+rune(b.level)))
	}
	if s := strings.Join(got, " "); s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
}

func TestNameMarks(t *testing.T) {
	for _, c := range []struct {
		names string
		want  mark
	}{
		{"related-posts", isRelated},
		{"RelatedPosts", isRelated},
		{"overflow-hidden", 0},
		{"hidden", isHidden},
		{"post-12 tag-boats category-sea", isArticle},
		{"article-body", isStory},
		{"site-footer", isFooter},
		{"no-sidebar", 0},
		{"has-sidebar primary", 0},
		{strings.Repeat("x", 5000), 0},
		{"é-newsletter", isNewsletter},
	} {
		if got := nameMarks(c.names); got != c.want {
			t.Errorf("%.40s: %b, want %b", c.names, got, c.want)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, s := range []string{`<p>a<br><br>b</p>`, `<table><tr><td>x<td>`, "<p>\xff\xfe\u00ad</p>", `<div><div><article><p>One. Two, three.</p>`, `<script type="application/ld+json">{"articleBody":"a\u00e9`, `<sup><a>1</a></sup><q>`, `<svg><p>`, `<template shadowrootmode=open>x`, `<select><option>`, `<frameset>`, `<math><mi>`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "\ufffd")
		d := draftOf(page)
		if err := Stage().Shape(d); err != nil {
			return
		}
		for _, p := range d.Pieces {
			if !utf8.ValidString(p.Text) || strings.TrimSpace(p.Text) != p.Text || p.Text == "" || p.Rule == "" || p.Stage != "page" {
				t.Fatalf("piece %+v", p)
			}
		}
		flat := flatten(page, 3)
		if _, err := html.Parse(strings.NewReader(flatten(page, 0))); err != nil {
			t.Fatalf("flattened: %v: %q", err, flat)
		}
	})
}
