package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/source/warc"
)

const (
	identical   = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	notModified = "http://netpreserve.org/warc/1.0/revisit/server-not-modified"
)

// visited is a page with a digest; revisit a record without a body, of what its
// lines say.
func visited(id, body, digest string) string {
	return strings.Replace(response(id, "Content-Type: text/html; charset=utf-8", body), "WARC-Date", "WARC-Payload-Digest: "+digest+"\r\nWARC-Date", 1)
}

func revisit(id, uri, profile, head string, lines ...string) string {
	r := record(id, "revisit", uri, "application/http; msgtype=response", head)
	r = strings.Replace(r, "2026-03-12", "2026-03-13", 1)
	return strings.Replace(r, "WARC-Date", "WARC-Profile: "+profile+"\r\n"+strings.Join(append(lines, "WARC-Date"), "\r\n"), 1)
}

func TestRevisits(t *testing.T) {
	rain, wind := visited("a", "<p>Rain.", "sha1:AA"), visited("b", "<p>Wind.", "sha1:BB")
	image := response("i", "Content-Type: image/png", "\x89PNG")
	head := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
	for _, c := range []struct{ name, in, want string }{
		{"by_record_id", rain + wind + revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To: <a>"), "Rain"},
		{"by_uri_and_date", rain + wind + revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To-Target-URI: https://n.example/a", "WARC-Refers-To-Date: 2026-03-12T06:00:00Z"), "Rain"},
		{"by_digest", rain + wind + revisit("v", "https://n.example/v", identical, "", "WARC-Payload-Digest: sha1:aa"), "Rain"},
		{"by_digest_where_the_record_named_is_elsewhere", rain + wind + revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To: <x>", "WARC-Payload-Digest: sha1:BB"), "Wind"},
		{"not_modified_by_its_own_uri", rain + wind + revisit("v", "https://n.example/a", notModified, "HTTP/1.1 304 Not Modified\r\n\r\n"), "Rain"},
		{"not_modified_by_the_uri_named", rain + wind + revisit("v", "https://n.example/v", notModified, "", "WARC-Refers-To-Target-URI: <https://n.example/b>"), "Wind"},
		{"not_modified_since_the_last_of_two", rain + strings.Replace(wind, "n.example/b", "n.example/a", 1) + revisit("v", "https://n.example/a", notModified, ""), "Wind"},
		{"of_a_revisit", rain + revisit("w", "https://n.example/w", identical, head, "WARC-Refers-To: <a>") + revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To: <w>"), "Rain"},
		{"same_uri_and_no_digest", rain + revisit("v", "https://n.example/a", identical, head), ""},
		{"before_its_page", revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To: <a>") + rain + wind, "Rain"},
		{"before_its_page_by_digest", revisit("v", "https://n.example/v", identical, "", "WARC-Payload-Digest: sha1:BB") + rain + wind, "Wind"},
		{"not_modified_before_the_first_answer", revisit("v", "https://n.example/a", notModified, "") + rain, ""},
		{"not_modified_before_the_page_named", revisit("v", "https://n.example/a", notModified, "", "WARC-Refers-To: <a>") + rain, "Rain"},
		{"of_an_image", image + revisit("v", "https://n.example/v", identical, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", "WARC-Refers-To: <i>"), ""},
		{"of_a_page_that_is_gone", rain + revisit("v", "https://n.example/v", identical, strings.Replace(head, "200", "404", 1), "WARC-Payload-Digest: sha1:AA"), ""},
		{"of_another_archive", rain + revisit("v", "https://n.example/v", identical, head, "WARC-Refers-To: <elsewhere>"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, ins := range again(t, c.in) {
				got := ""
				for _, in := range ins {
					if in.ID != "v" {
						continue
					}
					if got = strings.Trim(string(in.Body), "<p>."); in.Err != nil || in.MediaType != "text/html" || in.Charset != "utf-8" || in.Fetched != "2026-03-13T06:00:00Z" || !strings.HasPrefix(in.URL, "https://n.example/") {
						t.Errorf("%s: %+v", name, in)
					}
				}
				if got != c.want {
					t.Errorf("%s: %q, want %q", name, got, c.want)
				}
			}
		})
	}
}

// again reads an archive as it may lie: each way, other bodies can be read a
// second time.
func again(t *testing.T, plain string) map[string][]pipeline.Input {
	t.Helper()
	dir := t.TempDir()
	records := strings.Split(plain, "WARC/1.1\r\n")[1:]
	packed, frames := "", ""
	for _, r := range records {
		packed += gzipped("WARC/1.1\r\n" + r)
		frames += zstded("WARC/1.1\r\n" + r)
	}
	var wacz bytes.Buffer
	z := zip.NewWriter(&wacz)
	for _, f := range []struct{ name, body string }{{"datapackage.json", "{}"}, {"archive/a.warc.gz", packed}} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(f.body))
	}
	z.Close()
	out := map[string][]pipeline.Input{}
	for name, b := range map[string]string{"a.warc": plain, "a.warc.gz": packed, "one-member.warc.gz": gzipped(plain), "a.warc.zst": frames, "a.wacz": wacz.String()} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(b), 0o666); err != nil {
			t.Fatal(err)
		}
		out[name] = read(Options{}, "", path)
		out[name+" through a pipe"] = read(Options{}, b)
	}
	return out
}

// Revisits that wait for their pages come after all others, over files too,
// and only so many are remembered.
func TestRevisitsThatWait(t *testing.T) {
	dir := t.TempDir()
	for name, b := range map[string]string{"1.warc": revisit("v", "https://n.example/v", identical, "", "WARC-Refers-To: <b>") + visited("a", "<p>Rain.", "sha1:AA"), "2.warc": visited("b", "<p>Wind.", "sha1:BB")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got := read(Options{}, "", dir)
	if ids := briefs(got); len(got) != 3 || got[2].ID != "v" || string(got[2].Body) != "<p>Wind." || got[2].Path != filepath.Join(dir, "1.warc") {
		t.Errorf("%s", ids)
	}
	if got := read(Options{Limit: 2}, "", dir); len(got) != 2 || got[1].ID != "b" {
		t.Errorf("%s", briefs(got))
	}
	var v revisits
	n := 0
	for v.wait(&warc.Record{PayloadDigest: strings.Repeat("A", 1000)}, &pipeline.Input{}) {
		n++
	}
	if n < 1000 || v.earlyBytes > mostEarly {
		t.Errorf("%d wait, of %d bytes", n, v.earlyBytes)
	}
}

// A revisit of a page that failed fails as that did, or is not known.
func TestRevisitOfAPageThatFailed(t *testing.T) {
	for _, body := range []string{"", strings.Repeat("rain ", 300<<10)} {
		for name, ins := range again(t, visited("a", body, "sha1:AA")+revisit("v", "https://n.example/a", notModified, "")) {
			if ins[0].Err == nil || len(ins) == 2 && (ins[1].Err == nil || ins[1].ID != "v") {
				t.Errorf("%s: %s", name, briefs(ins))
			}
		}
	}
}

// Over archives of one run, and only as far back as is remembered.
func TestRevisitsOfAnEarlierFile(t *testing.T) {
	dir := t.TempDir()
	for name, b := range map[string]string{"1.warc": visited("a", "<p>Rain.", "sha1:AA"), "2.warc": revisit("v", "https://n.example/v", identical, "", "WARC-Payload-Digest: sha1:AA")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(Options{}, "", dir); len(got) != 2 || string(got[1].Body) != "<p>Rain." || got[1].Path != filepath.Join(dir, "2.warc") {
		t.Errorf("%s", briefs(got))
	}
}

func TestRevisitsAreBounded(t *testing.T) {
	var v revisits
	for i := range mostPages + 10 {
		v.keep(&archive{path: "x", at: func(n int64) (int64, bool) { return n, true }}, &warc.Record{ID: fmt.Sprint(i)}, &pipeline.Input{}, false)
	}
	if len(v.pages) != mostPages || len(v.by) > mostNames || v.find("id ", "9") != nil || v.find("id ", "10") == nil {
		t.Errorf("%d pages, %d names", len(v.pages), len(v.by))
	}
	for i := range mostNames { // of one page, over and over
		v.add(v.find("id ", "10"), &warc.Record{ID: fmt.Sprint("again", i)})
	}
	v.keep(&archive{path: "x", at: func(n int64) (int64, bool) { return n, true }}, &warc.Record{ID: "new"}, &pipeline.Input{}, false)
	if len(v.by) > mostNames+4 || v.find("id ", "new") == nil {
		t.Errorf("%d names", len(v.by))
	}
	noise := make([]byte, 1<<20)
	for i := range 100 {
		for j := range noise {
			noise[j] = byte(j*j>>7 ^ j*7919>>3 ^ i)
		}
		v.keep(&archive{at: func(int64) (int64, bool) { return 0, false }}, &warc.Record{ID: fmt.Sprint("body", i)}, &pipeline.Input{Body: noise}, false)
	}
	sum := 0
	for _, p := range v.held {
		if p.body != nil {
			sum += len(p.body.packed)
		}
	}
	if sum != v.bytes || sum > mostBodies || v.find("id ", "body99") == nil {
		t.Errorf("%d bytes held, %d counted", sum, v.bytes)
	}
}
