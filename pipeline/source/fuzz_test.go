package source

import (
	"bytes"
	"testing"

	"github.com/quoth/quoth/extract"
)

// FuzzKinds reads whatever bytes as whatever they may be taken for: each
// article has a body within its bound, or an error with a kind.
func FuzzKinds(f *testing.F) {
	page := response("a", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", "5\r\n<p>Ra\r\n")
	for _, s := range []string{page, page + revisit("v", "https://n.example/a", notModified, ""), gzipped(page), rss, atom, jsonFeed1, tarred("a.html", "<p>Rain."), zipped("datapackage.json", "{}", "archive/a.warc", page),
		`<urlset><url><loc>https://n.example/</loc></url></urlset>`, `<sitemapindex><sitemap><loc>https://n.example/</loc></sitemap></sitemapindex>`} {
		for kind := Auto; int(kind) < len(kinds); kind++ {
			f.Add(uint8(kind), []byte(s))
		}
	}
	pages := web{"https://n.example/": "<p>Rain.", "https://n.example/1": "<urlset>"}
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		const most = 1 << 16
		for _, noFetch := range []bool{false, true} {
			s := New(Options{Kind: Kind(kind) % Kind(len(kinds)), MaxBytes: most, Stdin: bytes.NewReader(b), Fetch: pages.fetch, NoFetch: noFetch}, Stdin)
			for in := range s.Inputs(background) {
				if in.Load != nil {
					in.Err = in.Load(background, &in)
				}
				switch {
				case in.Err != nil && extract.FaultKind(in.Err) == "failed":
					t.Errorf("an error without a kind: %v", in.Err)
				case in.Err == nil && (len(in.Body) == 0 || len(in.Body) > most+1024):
					t.Errorf("%d bytes and no error", len(in.Body))
				}
			}
		}
	})
}
