package boilerplate

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func TestSlim(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"scripts_and_styles", `<style>p{}</style><script src=a.js>let a = "<p>"</script><p>Ferry`, `<style></style><script ></script><p>Ferry`},
		{"linked_data_stays", `<script type="application/ld+json">{"a":1}</script>`, `<script type="application/ld+json">{"a":1}</script>`},
		{"linked_data_escaped", `<script type="application/ld&#43;json">{"a":1}</script>`, `<script type="application/ld&#43;json">{"a":1}</script>`},
		{"attributes", `<p data-x="a > b" class=lead onclick='go("</p>")'>Ferry`, `<p class=lead >Ferry`},
		{"attributes_of_style_stay", `<b data-x=1>a<p data-x=1>b`, `<b data-x=1>a<p >b`},
		{"attributes_that_tell_nothing", `<a href="/sea" rel=nofollow style="color:red" name=x>a</a><a href="/author/oona-marsh/1" rel=author style="display:none">b`, `<a >a</a><a href="/author/oona-marsh/1" rel=author style="display:none">b`},
		{"attributes_with_entities", `<a href="&#47;author/oona-marsh/1">a`, `<a href="&#47;author/oona-marsh/1">a`},
		{"attribute_given_twice", `<a href="/sea" href="/author/oona-marsh/1">a`, `<a href="/sea" href="/author/oona-marsh/1">a`},
		{"attributes_of_what_shows_nothing", `<svg class=a id=b></svg><script class=c type=module></script>`, `<svg ></svg><script ></script>`},
		{"attribute_without_blank", `<p data-x="1"id="a"data-y="2"class="b">`, `<p id="a"class="b">`},
		{"slash_amid_a_tag", `<p/data-x=1>a`, `<p/data-x=1>a`},
		{"closed_tag", `<img src=a.png /><br/>`, `<img /><br/>`},
		{"comments", `a<!-- b -->c<!-->d<!--->e<!--f--!>g<!---->`, `a<!---->c<!-->d<!--->e<!--f--!>g<!---->`},
		{"drawing", `<svg viewBox=x><title>Sea</title><g><path d="M"/></g></svg>a`, `<svg ></svg>a`},
		{"comment_in_a_drawing", `<svg><!--! Icons <a> 6.5 --><path/></svg>a`, `<svg></svg>a`},
		{"drawing_in_drawing", `<svg><svg><path/></svg></svg>a`, `<svg></svg>a`},
		{"page_in_drawing", `<svg><p data-x=1>a</svg><script>b</script>`, `<svg><p data-x=1>a</svg><script>b</script>`},
		{"script_in_script", `<script><!-- <script></script> --></script><p data-x=1>`, `<script><!-- <script></script> --></script><p data-x=1>`},
		{"no_end", `<p>a<script>b`, `<p>a<script>b`},
		{"sign_amid_text", `a < b <`, `a < b <`},
		{"style_sheets", `<head><link rel=stylesheet href=a><link rel="canonical" href=b>`, `<head><link rel="canonical" href=b>`},
		{"blanks_between_blocks", "<html><div>    <p>a</p>    <span>b</span>    </div>    <i>c</i></div>    <i>d", "<html><div><p>a</p><span>b</span></div><i>c</i></div>    <i>d"},
		{"few_blanks", "<html><div>\n<p>a", "<html><div>\n<p>a"},
		{"blanks_between_words", "<html><p><span>a</span>    <span>b", "<html><p><span>a</span>    <span>b"},
		{"blanks_in_a_table", "<html><table>    <tr><td><p>a</p>    <p>b</table>    <p>c", "<html><table>    <tr><td><p>a</p>    <p>b</table><p>c"},
		{"blanks_amid_style", "<html><b><p>a</p>    <p>b</b></p>    <p>c</p>    <i>d</b></i>    <p>e", "<html><b><p>a</p>    <p>b</b></p><p>c</p><i>d</b></i>    <p>e"},
		{"blanks_in_preformatted_text", "<html><pre>a    <p>    b</pre>    <p>c", "<html><pre>a    <p>    b</pre><p>c"},
		{"title_with_a_tag", `<title>a <p data-x=1></title><p data-x=1>`, `<title>a <p data-x=1></title><p >`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := slimmed(c.page); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func slimmed(page string) string {
	b, _ := io.ReadAll(slim(page))
	return string(b)
}

// shown writes the tree that the parser makes of a page, as the stage sees it:
// without what slim leaves out, and without blanks.
func shown(page string) (string, bool) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", false
	}
	var b strings.Builder
	var write func(n *html.Node, depth int)
	write = func(n *html.Node, depth int) {
		if n.DataAtom == atom.Link && attrOf(n, "rel") != "canonical" || n.Type == html.TextNode && strings.Trim(n.Data, " \n\t\r\f") == "" {
			return
		}
		fmt.Fprintf(&b, "%*d", depth, n.Type)
		if n.Type == html.TextNode || n.Type == html.ElementNode {
			fmt.Fprintf(&b, "%q", n.Data)
		}
		for _, a := range n.Attr {
			if n.Namespace == "" && told(n.Data, a.Key, a.Val) {
				fmt.Fprintf(&b, " %q=%q", a.Key, a.Val)
			}
		}
		b.WriteByte('\n')
		switch n.DataAtom {
		case atom.Style, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Svg, atom.Select:
			return
		case atom.Script:
			if !strings.Contains(attrOf(n, "type"), "ld+json") {
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			write(c, depth+1)
		}
	}
	write(root, 1)
	return b.String(), true
}

// The parser makes the same tree of a page and of what slim leaves of it.
func FuzzSlim(f *testing.F) {
	for _, page := range []string{
		`<html lang=en><head><title>a</title><style>b</style><meta name=c content=d><body class=x><p data-x="1" id=y>e<a href=f rel=author data-z>g</a><svg a=1><path/></svg>`,
		`<table><tr><td data-a=1><svg/><script>x</script>y</table><!-- z --><select><option value=1>q<svg><title>r</title></svg></select>`,
		`<b a=1>x<p><b a=2>y<p><font color=red>z</b></font><textarea><p></textarea><noscript><img></noscript><iframe a></iframe>`,
		`<svg><style>a{}</style><g></svg></p><svg><desc>a<b>c</desc></svg><math><mi>x</math><script>`,
		`<a href=a href=/author/b/c rel=d rel=author style=e style=hidden>f</a><svg class=g/><script id=h type=json></script><input type=text type=hidden value=i>`,
		`<p a/b/ c = d e='f' class = "g"/><template shadowrootmode=open><p>h</template></br></p><frameset><frame></frameset>`,
		`<script><!-- <script>a</script> b --></script><style><!-- </style> <xmp><p a=b></xmp><plaintext><p a=b>`,
	} {
		f.Add(page)
	}
	f.Fuzz(func(t *testing.T, page string) {
		if len(page) > 1<<16 || containsFold(page, "<frameset") {
			return // whether frames may stand in a page depends on text in its drawings
		}
		slimmed := slimmed(page)
		if len(slimmed) > len(page) {
			t.Fatalf("%d bytes became %d", len(page), len(slimmed))
		}
		want, ok := shown(page)
		if !ok {
			return
		}
		if got, ok := shown(slimmed); !ok || got != want {
			t.Errorf("%q\nslim %q\ngot\n%s\nwant\n%s", page, slimmed, got, want)
		}
	})
}
