package robots

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestAllows(t *testing.T) {
	for _, c := range []struct{ name, robots, yes, no string }{
		{"empty", "", "/ /a", ""},
		{"all_closed", "User-agent: *\nDisallow: /", "/robots.txt", "/ /a ?q=1"},
		{"nothing_disallowed", "User-agent: *\nDisallow:", "/ /a", ""},
		{"own_group_wins", "User-agent: *\nDisallow: /\n\nUser-agent: Quoth/2.0\nDisallow: /a", "/b", "/a /ab"},
		{"other_agents_group", "User-agent: quothbot\nDisallow: /\nUser-agent: q\nDisallow: /", "/a", ""},
		{"groups_are_merged", "User-agent: quoth\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: quoth\nDisallow: /b", "/c", "/a /b"},
		{"agents_in_a_row", "User-agent: x\nUser-agent: quoth\nDisallow: /a\nUser-agent: y\nDisallow: /b", "/b", "/a"},
		{"sitemap_between", "User-agent: quoth\nSitemap: https://n.example/s\nDisallow: /a", "/b", "/a"},
		{"longest_wins", "User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/x", "/news/open /n", "/news /news/open/x"},
		{"allow_wins_a_tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", ""},
		{"star_and_end", "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/\nDisallow: /x$", "/a.pdf?x /xy /print/", "/d/a.pdf /a/print/b /x"},
		{"query", "User-agent: *\nDisallow: /*?s=", "/a?t=1", "/a?s=1"},
		{"escapes", "User-agent: *\nDisallow: /caf\u00e9\nDisallow: /%7eida\nDisallow: /a%2fb", "/a/b", "/caf%C3%A9 /caf%c3%a9 /~ida /a%2Fb"},
		{"comments_case_and_blanks", "# hello\r\n  USER-AGENT : *  # all\r\nDISALLOW:/a # b\r", "/b", "/a"},
		{"byte_order_mark", "\ufeffUser-agent: *\nDisallow: /a", "/b", "/a"},
		{"rules_of_nobody", "Disallow: /\nUser-agent: x\nDisallow: /a", "/a", ""},
		{"a_page_instead", "<html><body>Not here: /", "/a", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse([]byte(c.robots), "quoth")
			for want, paths := range map[bool]string{true: c.yes, false: c.no} {
				for _, p := range strings.Fields(paths) {
					u, err := url.Parse("https://n.example" + p)
					if err != nil {
						t.Fatal(err)
					}
					if r.Allows(u) != want {
						t.Errorf("%s: allowed is %v", p, !want)
					}
				}
			}
		})
	}
}

func TestDelay(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"User-agent: *\nCrawl-delay: 2.5":                               2500 * time.Millisecond,
		"User-agent: *\nCrawl-delay: 2\nUser-agent: quoth\nDisallow: /": 0,
		"User-agent: *\nCrawl-delay: soon":                              0,
		"User-agent: *\nCrawl-delay: -1":                                0,
		"User-agent: *\nCrawl-delay: 1e300":                             0,
	} {
		if got := Parse([]byte(in), "quoth").Delay; got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

func TestToken(t *testing.T) {
	for in, want := range map[string]string{"quoth/1.2 (+https://x)": "quoth", "My-Bot 1.0": "My-Bot", "": "", "(x)": ""} {
		if got := Token(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// What a stranger wrote into his robots.txt costs time linear in its length.
func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*b$\nAllow: /%", "/a%zz?b")
	f.Fuzz(func(t *testing.T, in, path string) {
		r := Parse([]byte(in), "quoth")
		if u, err := url.Parse("https://n.example/" + path); err == nil {
			r.Allows(u)
		}
	})
}
