package source

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/internal/content"
)

// record writes one record of a web archive.
func record(id, kind, uri, media, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <%s>\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-12T06:00:00Z\r\n"+
		"Content-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, id, uri, media, len(block), block)
}

func response(id, header, body string) string {
	return record(id, "response", "https://n.example/"+id, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n"+body)
}

func TestWARC(t *testing.T) {
	const html = "Content-Type: text/html"
	page := response("a", html, "<p>Rain.")
	for _, c := range []struct{ name, in, want string }{
		{"response", page, `a html "<p>Rain." url=https://n.example/a`},
		{"resource", record("a", "resource", "https://n.example/a", "text/html", "<p>Rain."), `a html "<p>Rain." url=https://n.example/a`},
		{"resource_of_other_kind", record("a", "resource", "https://n.example/a", "text/css", "p{}"), ``},
		{"others", record("i", "warcinfo", "", "application/warc-fields", "software: x") + record("q", "request", "x", "application/http", "GET /") + page + record("v", "revisit", "x", "application/http", ""), `a html "<p>Rain." url=https://n.example/a`},
		{"status_404", strings.Replace(page, "200 OK", "404 No", 1), ``},
		{"image", response("a", "Content-Type: image/png", "\x89PNG"), ``},
		{"no_type_page", response("a", "Server: x", "<html><p>Rain."), `a html "<html><p>Rain." url=https://n.example/a`},
		{"no_type_image", response("a", "Server: x", "\x89PNG"), ``},
		{"chunked", response("a", html+"\r\nTransfer-Encoding: chunked", "3\r\n<p>\r\n5;x=1\r\nRain.\r\n0\r\n\r\n"), `a html "<p>Rain." url=https://n.example/a`},
		{"chunked_but_it_is_not", response("a", html+"\r\nTransfer-Encoding: chunked", "<p>Rain."), `a html "<p>Rain." url=https://n.example/a`},
		{"chunked_breaks_off", response("a", html+"\r\nTransfer-Encoding: chunked", "3\r\n<p>\r\n50\r\nRain."), `a html "<p>Rain." url=https://n.example/a`},
		{"gzip", response("a", html+"\r\nContent-Encoding: gzip", gzipped("<p>Rain.")), `a html "<p>Rain." url=https://n.example/a`},
		{"gzip_but_it_is_not", response("a", html+"\r\nContent-Encoding: gzip", "<p>Rain."), `a html "<p>Rain." url=https://n.example/a`},
		{"zstd", response("a", html+"\r\nContent-Encoding: zstd", zstded("<p>Rain.")), `a html "<p>Rain." url=https://n.example/a`},
		{"gzip_broken", response("a", html+"\r\nContent-Encoding: gzip", gzipped("<p>Rain.")[:20]) + response("b", html, "<p>Wind."), "a ! bad_gzip\nb html \"<p>Wind.\" url=https://n.example/b"},
		{"gzip_bomb", response("a", html+"\r\nContent-Encoding: gzip", gzipped(strings.Repeat(" ", 2<<20))), `a ! too_large`},
		{"too_large", response("a", html, strings.Repeat("rain ", 300<<10)) + response("b", html, "<p>Wind."), "a ! too_large\nb html \"<p>Wind.\" url=https://n.example/b"},
		{"empty", response("a", html, ""), `a ! empty`},
		{"truncated_by_the_crawler", strings.Replace(page, "WARC-Date", "WARC-Truncated: length\r\nWARC-Date", 1), `a html "<p>Rain." url=https://n.example/a warnings=1`},
		{"no_record_id", strings.Replace(page, "WARC-Record-ID", "X", 1), `-:1 html "<p>Rain." url=https://n.example/a`},
		{"header_folded_and_in_capitals", strings.Replace(page, "Content-Length: ", "X: y\r\n z\r\nCONTENT-LENGTH:\t", 1), `a html "<p>Rain." url=https://n.example/a`},
		{"bare_line_feeds", strings.ReplaceAll(strings.Replace(page, "Content-Length: 52", "Content-Length: 49", 1), "\r\n", "\n"), `a html "<p>Rain." url=https://n.example/a`},
		{"no_length", strings.Replace(page, "Content-Length", "X", 1), `-:1 ! bad_warc`},
		{"length_too_short", strings.Replace(page, "Content-Length: 52", "Content-Length: 51", 1) + page, "a html \"<p>Rain\" url=https://n.example/a\n-:2 ! bad_warc"},
		{"garbage_between", page + "garbage\r\n\r\n" + page, "a html \"<p>Rain.\" url=https://n.example/a\n-:2 ! bad_warc"},
		{"long_header", strings.Replace(page, "WARC-Date", strings.Repeat("X: y\r\n", 60<<10)+"WARC-Date", 1), `-:1 ! bad_warc`},
		{"endless_line", "WARC/1.0\r\n" + strings.Repeat("x", 1<<20), `-:1 ! bad_warc`},
		{"nothing", "", ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSuffix(briefs(read(Options{Kind: WARC}, c.in)), "\n"); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWARCTellsWhatItLeavesOut(t *testing.T) {
	in := record("i", "warcinfo", "", "x", "y") + record("q", "request", "x", "x", "GET /") + record("v", "revisit", "x", "application/http", "") +
		response("a", "Content-Type: image/png", "x") + strings.Replace(response("b", "Content-Type: text/html", "x"), "200", "301", 1)
	s := New(Options{MaxBytes: 100, Stdin: strings.NewReader(in)}, Stdin)
	for range s.Inputs(background) {
		t.Error("an article")
	}
	want := map[string]int{notAPage: 2, sameAsOther: 1, notHTML: 1, notOK: 1}
	if got := s.Skipped(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWARCDates(t *testing.T) {
	page := response("a", "Content-Type: text/html", "<p>Rain.")
	for date, want := range map[string]string{"2026-03-12T06:00:00Z": "2026-03-12T06:00:00Z", "2026-03-12T06:00:00.123456Z": "2026-03-12T06:00:00.123456Z", "yesterday": "", "20260312060000": ""} {
		if in := read(Options{}, strings.Replace(page, "2026-03-12T06:00:00Z", date, 1))[0]; in.Fetched != want {
			t.Errorf("%s: fetched %q, want %q", date, in.Fetched, want)
		}
	}
}

const archived = "../../testdata/warc/articles.warc.gz" // by make.py there, of testdata/articles

func TestWARCGivesThePages(t *testing.T) {
	ins := read(Options{}, "", archived)
	if len(ins) != 9 {
		t.Fatalf("%d pages, want 9", len(ins))
	}
	for i, in := range ins {
		name := path.Base(in.URL)
		want, err := os.ReadFile("../../testdata/articles/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if in.Err != nil || !bytes.Equal(in.Body, want) || in.URL != fmt.Sprintf("https://news.example/%d/%s", i, name) {
			t.Errorf("%s %s: %v, %d bytes, want %d", in.ID, in.URL, in.Err, len(in.Body), len(want))
		}
		if !strings.HasPrefix(in.ID, "urn:uuid:") || in.Fetched != "2026-03-12T06:00:00Z" || in.Path != archived {
			t.Errorf("%s: fetched %s, path %s", in.ID, in.Fetched, in.Path)
		}
	}
}

// Wherever an archive is cut off, the pages before the cut come whole, and one
// error tells of the cut; none where it falls between two records.
func TestWARCCutOff(t *testing.T) {
	packed, err := os.ReadFile(archived)
	if err != nil {
		t.Fatal(err)
	}
	r, end, err := content.Unpack(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	plain, err := content.ReadAll(r, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	for name, whole := range map[string][]byte{"gzip": packed, "plain": plain, "zstd": []byte(zstded(string(plain)))} {
		pages := briefs(read(Options{Kind: WARC}, string(whole)))
		for n := 1; n < len(whole); n += 97 {
			ins := read(Options{Kind: WARC}, string(whole[:n]))
			errors := 0
			if n := len(ins); n > 0 && ins[n-1].Err != nil {
				errors, ins = 1, ins[:n-1]
			}
			got := briefs(ins)
			if !strings.HasPrefix(pages, got) {
				t.Fatalf("%s cut at %d: not the first pages: %.200s", name, n, got)
			}
			if errors == 0 && !between(whole, n) {
				t.Errorf("%s cut at %d of %d: nobody is told", name, n, len(whole))
			}
		}
	}
}

// between says whether a cut falls between two records, or two members of gzip.
func between(whole []byte, n int) bool {
	rest := bytes.TrimLeft(whole[n:], "\r\n")
	return bytes.HasPrefix(rest, []byte("WARC/")) || bytes.HasPrefix(rest, []byte{0x1f, 0x8b}) || len(rest) == 0
}

// The writers of archives train a dictionary and keep it in a frame before all
// others.
func TestWARCZstdWithDictionary(t *testing.T) {
	page := response("a", "Content-Type: text/html", strings.Repeat("<p>Rain fell on Norrick.", 20))
	var samples [][]byte
	for i := range 40 {
		samples = append(samples, fmt.Appendf(nil, "%s%x%d, said the %d clerks.", page, i*i*7919, i, i*31))
	}
	dictionary, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 7, Contents: samples, History: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string][]byte{"plain": dictionary, "packed": []byte(zstded(string(dictionary)))} {
		n := len(d)
		in := append([]byte{0x5d, 0x2a, 0x4d, 0x18, byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}, d...)
		in = w.EncodeAll([]byte(page), in)
		if got := read(Options{}, string(in)); len(got) != 1 || got[0].Err != nil || got[0].ID != "a" {
			t.Errorf("%s: %s", name, briefs(got))
		}
	}
}
