package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files are names and what lies in them, in turn.
func tarred(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		h := &tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o644, Typeflag: tar.TypeReg}
		if strings.HasSuffix(files[i], "/") {
			h.Typeflag = tar.TypeDir
		}
		w.WriteHeader(h)
		w.Write([]byte(files[i+1]))
	}
	w.Close()
	return b.String()
}

func zipped(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, _ := w.Create(files[i])
		f.Write([]byte(files[i+1]))
	}
	w.Close()
	return b.String()
}

func TestArchives(t *testing.T) {
	files := []string{"news/", "", "./news/a.html", "<p>Rain.", ".hidden", "x", "__MACOSX/a.html", "x", "b.jsonl", "{\"id\":\"b\",\"text\":\"B.\"}\n{\"text\":\"C.\"}\n", "c.txt.gz", gzipped("Wind.")}
	const want = "-:news/a.html html \"<p>Rain.\"\nb text \"B.\"\n-:b.jsonl:2 text \"C.\"\n-:c.txt.gz text \"Wind.\"\n"
	crawl := response("r", "Content-Type: text/html", "<p>Rain.")
	for _, c := range []struct{ name, in, want string }{
		{"tar", tarred(files...), want},
		{"tar_gzip", gzipped(tarred(files...)), want},
		{"tar_zstd", zstded(tarred(files...)), want},
		{"zip", zipped(files...), want},
		{"zip_gzip", gzipped(zipped(files...)), want},
		{"zip_of_nothing", zipped(), ""},
		{"tar_in_zip_in_tar", tarred("a.zip", zipped("b.tar", tarred("c.txt", "Rain."))), "-:a.zip:b.tar:c.txt text \"Rain.\"\n"},
		{"too_deep", tarred("a", tarred("b", tarred("c", tarred("d", "Rain.")))), "-:a:b:c ! unsupported\n"},
		{"tar_cut_in_a_file", tarred("a.txt", "Rain.", "b.txt", strings.Repeat("Wind. ", 1000))[:3000], "-:a.txt text \"Rain.\"\n-:b.txt ! bad_tar\n"},
		{"tar_cut_in_a_head", tarred("a.txt", "Rain.", "b.txt", "Wind.")[:1200], "-:a.txt text \"Rain.\"\n- ! bad_tar\n"},
		{"tar_gzip_cut", gzipped(tarred("a.txt", "Rain."))[:60], "- ! bad_gzip\n"},
		{"zip_cut", zipped(files...)[:200], "- ! bad_zip\n"},
		{"zip_with_a_damaged_file", strings.Replace(zipped("a.txt", "Rain.", "b.txt", "Wind."), "\nJ\xcc\xcc\xd3", "\nJ\xcc\xcd\xd3", 1), "-:a.txt ! bad_zip\n-:b.txt text \"Wind.\"\n"},
		{"too_large_among_others", zipped("a.txt", strings.Repeat("rain ", 300<<10), "b.txt", "Wind."), "-:a.txt ! too_large\n-:b.txt text \"Wind.\"\n"},
		{"office_document", zipped("[Content_Types].xml", "<x>", "word/document.xml", "<p>Rain."), "- ! not_text\n"},
		{"feed_within_is_not_followed", zipped("feed.xml", "<rss></rss>", "b.txt", "Wind."), "-:feed.xml ! unsupported\n-:b.txt text \"Wind.\"\n"},
		{"warc_in_tar", tarred("a.warc", crawl, "b.txt", "Wind."), "r html \"<p>Rain.\" url=https://n.example/r\n-:b.txt text \"Wind.\"\n"},
		{"wacz", zipped("datapackage.json", "{}", "archive/data.warc.gz", gzipped(crawl), "pages/pages.jsonl", `{"text":"x"}`), "r html \"<p>Rain.\" url=https://n.example/r\n"},
		{"wacz_cut_within", zipped("datapackage.json", "{}", "archive/data.warc.gz", gzipped(crawl + crawl)[:80]), "-:archive/data.warc.gz:1 ! bad_gzip\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := briefs(read(Options{}, c.in)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			if got := strings.ReplaceAll(briefs(read(Options{}, "", onDisk(t, c.in))), "./-", "-"); got != c.want {
				t.Errorf("as a file:\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// onDisk writes a file named "-" in a folder of its own, and goes there.
func onDisk(t *testing.T, s string) string {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("-", []byte(s), 0o666); err != nil {
		t.Fatal(err)
	}
	return "./-"
}

// What is read of a zip counts as it goes, so that a run can tell how far it is.
func TestBytesReadOfAZip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for i := range 4 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%d.txt", i), Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write(bytes.Repeat([]byte("It rained. "), 20_000))
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	s := New(Options{MaxBytes: 1 << 20}, path)
	var at []int64
	for range s.Inputs(background) {
		at = append(at, s.BytesRead()/220_000)
	}
	if fmt.Sprint(at) != "[1 2 3 4]" {
		t.Errorf("after each of four files of 220 kB, so many times that was read: %v", at)
	}
}
