package source

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/pipeline"
)

var background = context.Background()

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func zstded(s string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(s), nil))
}

func TestStdin(t *testing.T) {
	records := "{\"id\":\"a\",\"text\":\"Rain.\"}\n{\"text\":\"Wind.\"}\n"
	page := "<html><p>Rain."
	for _, c := range []struct {
		name string
		kind Kind
		in   string
		want string
	}{
		{"text", Auto, "Rain.", "- text \"Rain.\"\n"},
		{"page", Auto, page, "- html \"<html><p>Rain.\"\n"},
		{"page_as_text", Text, page, "- text \"<html><p>Rain.\"\n"},
		{"text_as_page", HTML, "Rain.", "- html \"Rain.\"\n"},
		{"records", Auto, records, "a text \"Rain.\"\n-:2 text \"Wind.\"\n"},
		{"records_as_text", Text, `{"text":"a"}`, "- text \"{\\\"text\\\":\\\"a\\\"}\"\n"},
		{"empty", Auto, "", "- ! empty\n"},
		{"bytes_are_left_alone", Auto, "\xff\xfe\x00", "- text \"\\xff\\xfe\\x00\"\n"},
		{"gzip", Auto, gzipped(page), "- html \"<html><p>Rain.\"\n"},
		{"gzip_in_two_members", Auto, gzipped("Rain") + gzipped("fall."), "- text \"Rainfall.\"\n"},
		{"gzip_of_records", Auto, gzipped(records), "a text \"Rain.\"\n-:2 text \"Wind.\"\n"},
		{"gzip_of_nothing", Auto, gzipped(""), "- ! empty\n"},
		{"gzip_cut_in_header", Auto, gzipped(page)[:5], "- ! bad_gzip\n"},
		{"gzip_cut", Auto, gzipped(page)[:22], "- ! bad_gzip\n"},
		{"gzip_damaged", Auto, strings.Replace(gzipped(page), "Rain", "Pain", 1)[:20] + "\x99\x99\x99\x99\x99\x99\x99\x99\x99", "- ! bad_gzip\n"},
		{"zstd", Auto, zstded(page), "- html \"<html><p>Rain.\"\n"},
		{"zstd_cut", Auto, zstded(page)[:10], "- ! bad_zstd\n"},
		{"too_large", Auto, strings.Repeat("rain ", 300<<10), "- ! too_large\n"},
		{"gzip_too_large", Auto, gzipped(strings.Repeat("rain ", 300<<10)), "- ! too_large\n"},
		{"zstd_too_large", Auto, zstded(strings.Repeat("rain ", 300<<10)), "- ! too_large\n"},
		{"feed_that_is_broken", Auto, "<rss>", "- ! bad_feed\n"},
		{"list_of_addresses", URLs, "\ufeffhttps://n.example/1\n\n# no\n https://n.example/2 \r\nword\n" + strings.Repeat("x", 9000),
			"https://n.example/1 text \"Rain.\" url=https://n.example/1\nhttps://n.example/2 text \"Rain.\" url=https://n.example/2\nword text \"Rain.\" url=word\n-:6 ! bad_url\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := Options{Kind: c.kind, Fetch: func(_ context.Context, in *pipeline.Input) error {
				in.Body = []byte("Rain.")
				return nil
			}}
			if got := briefs(read(o, c.in)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for name, body := range map[string]string{
		"news/b.txt": "B.", "news/a/z.txt": "Z.", "news/a.txt": "A.", "news/.hidden": "x", "news/.git/x": "x", "news/c.jsonl": `{"text":"C."}`,
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want := filepath.FromSlash("news/a/z.txt text \"Z.\"\nnews/a.txt text \"A.\"\nnews/b.txt text \"B.\"\nnews/c.jsonl:1 text \"C.\"\n")
	if got := briefs(read(Options{}, "", "news")); got != want {
		t.Errorf("folder:\n got %s\nwant %s", got, want)
	}
	ins := read(Options{}, "Stdin.", "news/.hidden", "none.txt", "-", "news/c.jsonl")
	want = "news/.hidden text \"x\"\nnone.txt ! not_found\n- text \"Stdin.\"\nnews/c.jsonl:1 text \"C.\"\n"
	if got := briefs(ins); got != want {
		t.Errorf("files:\n got %s\nwant %s", got, want)
	}
	for i, path := range []string{"news/.hidden", "none.txt", "", "news/c.jsonl"} {
		if ins[i].Path != path {
			t.Errorf("%s: path %q, want %q", ins[i].ID, ins[i].Path, path)
		}
	}
}

func TestMany(t *testing.T) {
	t.Chdir(t.TempDir())
	os.Mkdir("folder", 0o777)
	os.WriteFile("folder/a.txt", []byte("Rain."), 0o666)
	os.WriteFile("a.jsonl", []byte(`{"text":"Rain."}`), 0o666)
	for _, c := range []struct {
		args []string
		want bool
	}{
		{[]string{"folder/a.txt"}, false},
		{[]string{"missing"}, false},
		{[]string{"https://n.example/"}, false},
		{[]string{"folder/a.txt", "folder/a.txt"}, true},
		{[]string{"folder"}, true},
		{[]string{"a.jsonl"}, true},
	} {
		s := New(Options{MaxBytes: 100}, c.args...)
		for range s.Inputs(background) {
			if s.Many() != c.want {
				t.Errorf("%v: many is %v", c.args, s.Many())
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	fetched := func(media, body string) Options {
		return Options{MaxBytes: 1 << 20, Fetch: func(_ context.Context, in *pipeline.Input) error {
			in.Body, in.MediaType = []byte(body), media
			return nil
		}}
	}
	for _, c := range []struct{ name, media, body, want string }{
		{"page", "text/html", "Rain.", "html"},
		{"xhtml", "application/xhtml+xml", "<x>", "html"},
		{"text", "text/plain", "Rain.", "text"},
		{"text_that_is_a_page", "text/plain", "<!doctype html><p>Rain.", "html"},
		{"no_type", "", "<p>Rain.", "html"},
		{"records_as_text", "text/plain", `{"text":"x"}`, "text"},
		{"feed_that_is_broken", "application/rss+xml", "<rss>", "! bad_feed"},
		{"web_archive", "", "WARC/1.0\r\n", "! unsupported"},
		{"nothing", "text/html", "", "! empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := fetched(c.media, c.body)
			in := read(o, "", "https://n.example/a")[0]
			_, got, _ := strings.Cut(brief(in), " ")
			got, _, _ = strings.Cut(got, ` "`)
			if got != c.want || in.ID != "https://n.example/a" {
				t.Errorf("%s: %s, want %s", in.ID, got, c.want)
			}
		})
	}
	in := read(Options{Fetch: func(context.Context, *pipeline.Input) error { return errors.New("down") }}, "", "ftp://n.example/a")[0]
	if err := in.Load(background, &in); err == nil {
		t.Error("an error of fetching is lost")
	}
	if got := briefs(read(Options{Kind: JSONL, Fetch: o404}, "", "https://n.example/a")); got != "https://n.example/a ! unsupported\n" {
		t.Error(got)
	}
}

func o404(context.Context, *pipeline.Input) error { return errors.New("404") }

func TestInputsEndWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(background)
	defer cancel()
	s := New(Options{Kind: JSONL, MaxBytes: 100, Stdin: strings.NewReader(strings.Repeat("{\"text\":\"a\"}\n", 100))}, Stdin, "missing")
	n := 0
	for range s.Inputs(ctx) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d articles after the third ended it", n)
	}
}
