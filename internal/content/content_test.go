package content

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
	"github.com/quoth/quoth/extract"
)

func pack(coding, s string) string {
	var b bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip", "x-gzip":
		w = gzip.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		w, _ = zstd.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "bare deflate":
		w, _ = flate.NewWriter(&b, 5)
	default:
		return s
	}
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

const story = "<p>The harbour wall at Norrick will be raised by a metre."

func TestDecoder(t *testing.T) {
	for _, c := range []struct{ header, body, want string }{
		{"", story, story},
		{"identity", story, story},
		{"gzip", pack("gzip", story), story},
		{"X-GZIP", pack("gzip", story), story},
		{"br", pack("br", story), story},
		{"zstd", pack("zstd", story), story},
		{"deflate", pack("deflate", story), story},
		{"deflate", pack("bare deflate", story), story},
		{"br, gzip", pack("gzip", pack("br", story)), story},
		{"gzip", story, "! bad_gzip"},
		{"gzip", "", "! bad_gzip"},
		{"gzip", pack("gzip", story)[:30], "! bad_gzip"},
		{"br", story, "! bad_br"},
		{"br", pack("br", story)[:20], "! bad_br"},
		{"zstd", story, "! bad_zstd"},
		{"zstd", pack("zstd", story)[:20], "! bad_zstd"},
		{"deflate", pack("deflate", story)[:20], "! bad_deflate"},
		{"compress", story, "! not_text"},
		{"gzip, gzip, gzip, gzip", story, "! not_text"},
	} {
		got := ""
		d, err := Decoder(c.header, strings.NewReader(c.body))
		if err == nil {
			var b []byte
			if b, err = io.ReadAll(d); err == nil {
				got = string(b)
			}
			d.Close()
		}
		if err != nil {
			got = "! " + extract.FaultKind(err)
		}
		if got != c.want {
			t.Errorf("%q of %.30q: %s (%v), want %s", c.header, c.body, got, err, c.want)
		}
	}
}

// A connection that breaks is not told as broken gzip.
func TestDecoderPassesErrorsOn(t *testing.T) {
	broke := errors.New("connection reset")
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		body := pack(coding, strings.Repeat(story, 100))
		d, err := Decoder(coding, io.MultiReader(strings.NewReader(body[:len(body)/2]), iotest.ErrReader(broke)))
		if err == nil {
			_, err = io.ReadAll(d)
		}
		if !errors.Is(err, broke) {
			t.Errorf("%s: %v", coding, err)
		}
	}
}

func TestBombsAreBounded(t *testing.T) {
	var before, after runtime.MemStats
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		bomb := pack(coding, strings.Repeat("a", 64<<20))
		runtime.ReadMemStats(&before)
		d, err := Decoder(coding, strings.NewReader(bomb))
		if err == nil {
			_, err = ReadAll(d, 1<<20)
		}
		runtime.ReadMemStats(&after)
		if got := (after.TotalAlloc - before.TotalAlloc) >> 20; extract.FaultKind(err) != "too_large" || got > 32 {
			t.Errorf("%s of %d bytes: %v, %d MB", coding, len(bomb), err, got)
		}
	}
}

// What streams through is stopped too, where it is nothing but padding.
func TestUnpackStopsABomb(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks a gigabyte")
	}
	member := pack("gzip", strings.Repeat("\x00", 32<<20))
	r, end, err := Unpack(&again{s: member, n: 100})
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	n, err := io.Copy(io.Discard, r)
	if extract.FaultKind(err) != "too_large" || n > bombSize+64<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// again gives s n times over.
type again struct {
	s    string
	n    int
	rest string
}

func (a *again) Read(p []byte) (int, error) {
	if a.rest == "" {
		if a.n == 0 {
			return 0, io.EOF
		}
		a.n--
		a.rest = a.s
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

func TestType(t *testing.T) {
	for _, c := range []struct{ header, media, charset string }{
		{"text/html", "text/html", ""},
		{"", "", ""},
		{"TEXT/HTML;Charset=\"UTF-8\"", "text/html", "utf-8"},
		{"text/plain; charset= windows-1252", "text/plain", "windows-1252"},
		{"text/html; charset", "text/html", ""},
		{"text/html; charset=utf-8; charset=latin1", "text/html", ""},
		{"nonsense", "nonsense", ""},
	} {
		if media, charset := Type(c.header); media != c.media || charset != c.charset {
			t.Errorf("%q: %q %q, want %q %q", c.header, media, charset, c.media, c.charset)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("chunked", "gzip", []byte("5\r\nhello\r\n0\r\n\r\n"))
	for _, coding := range []string{"gzip", "br", "zstd", "deflate"} {
		f.Add("", coding, []byte(pack(coding, story)))
	}
	f.Fuzz(func(t *testing.T, transfer, coding string, body []byte) {
		out, err := Decode(transfer, coding, body, 1<<16)
		if err == nil && len(out) > max(1<<16, len(body)) {
			t.Errorf("%d bytes", len(out))
		}
		if err != nil && extract.FaultKind(err) == "failed" {
			t.Errorf("an error without a kind: %v", err)
		}
	})
}
