package fetch

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Bounds of a cache.
const (
	cacheSize   = 1 << 30 // bytes; the pages that nobody asked for the longest go first
	longestHead = 64 << 10
	longestHold = 7 * 24 * time.Hour // without asking the server, whatever it allows
)

// cache keeps pages in a folder: a file for each, named by the hash of its
// address, with a line of JSON before the body. Several programs may use it at
// the same time: files are written elsewhere and renamed. Every fault of it is
// only a page that is fetched once more. A nil cache keeps nothing.
type cache struct {
	dir  string
	most int64

	mu   sync.Mutex
	size int64
}

// entry is a page that is kept, and what the server said of keeping it.
type entry struct {
	URL          string    `json:"url"`
	MediaType    string    `json:"media_type,omitempty"`
	Charset      string    `json:"charset,omitempty"`
	Fetched      string    `json:"fetched"`
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"last_modified,omitempty"`
	Until        time.Time `json:"until"` // that it holds without asking
	Length       int       `json:"length"`

	body []byte
}

func openCache(dir string, most int64) (*cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	c := &cache{dir: dir, most: most}
	c.prune()
	return c, nil
}

func (c *cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	name := hex.EncodeToString(sum[:])
	return filepath.Join(c.dir, name[:2], name[2:])
}

// get finds a page; nil where there is none that is whole.
func (c *cache) get(address string) *entry {
	if c == nil {
		return nil
	}
	f, err := os.Open(c.path(address))
	if err != nil {
		return nil
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, longestHead)
	head, err := r.ReadSlice('\n')
	e := &entry{}
	if err != nil || json.Unmarshal(head, e) != nil || e.URL != address || e.Length < 0 {
		return nil
	}
	e.body, err = io.ReadAll(io.LimitReader(r, int64(e.Length)+1))
	if err != nil || len(e.body) != e.Length {
		return nil
	}
	now := time.Now()
	_ = os.Chtimes(f.Name(), now, now)
	return e
}

// put keeps a page if the server does not forbid it and it can ever be used.
func (c *cache) put(p *Page, h http.Header, now time.Time) {
	if c == nil {
		return
	}
	e := &entry{URL: p.URL, MediaType: p.MediaType, Charset: p.Charset, Fetched: p.Fetched, ETag: h.Get("ETag"), LastModified: h.Get("Last-Modified"), Length: len(p.Body), body: p.Body}
	var may bool
	if e.Until, may = until(h, now); !may || e.ETag == "" && e.LastModified == "" && !e.fresh(now) {
		return
	}
	c.keep(p, e)
}

// touch keeps what the server said of a page that has not changed.
func (c *cache) touch(e *entry, p *Page) {
	if c != nil {
		c.keep(p, e)
	}
}

func (c *cache) keep(p *Page, e *entry) {
	if err := c.write(e); err != nil {
		p.Warnings = append(p.Warnings, "cache: not kept: "+err.Error())
	}
}

func (c *cache) write(e *entry) error {
	head, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if len(head) >= longestHead {
		return nil
	}
	file := c.path(e.URL)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // where it was not renamed
	_, err = tmp.Write(slices.Concat(head, []byte("\n"), e.body))
	if err2 := tmp.Close(); err == nil {
		err = err2
	}
	if err == nil {
		err = os.Rename(tmp.Name(), file)
	}
	if err != nil {
		return err
	}
	c.mu.Lock()
	c.size += int64(len(head) + 1 + len(e.body))
	full := c.size > c.most
	c.mu.Unlock()
	if full {
		c.prune()
	}
	return nil
}

// prune measures the cache and leaves nine tenths of what it may hold.
func (c *cache) prune() {
	c.mu.Lock()
	defer c.mu.Unlock()
	type file struct {
		path string
		used time.Time
		size int64
	}
	var files []file
	c.size = 0
	_ = filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !ours(c.dir, path) {
			return nil
		}
		if info, err := d.Info(); err == nil {
			files = append(files, file{path, info.ModTime(), info.Size()})
			c.size += info.Size()
		}
		return nil
	})
	if c.size <= c.most {
		return
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Or(a.used.Compare(b.used), strings.Compare(a.path, b.path)) })
	for _, f := range files {
		if c.size <= c.most/10*9 {
			return
		}
		if os.Remove(f.path) == nil {
			c.size -= f.size
		}
	}
}

// ours says whether a file of the folder is one that a cache wrote: nothing
// else is ever removed.
func ours(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return false
	}
	sub, name := filepath.Split(filepath.ToSlash(rel))
	b, err := hex.DecodeString(strings.TrimSuffix(sub, "/") + name)
	return err == nil && len(sub) == 3 && len(b) == sha256.Size
}

// until is how long a page holds without asking, and whether it may be kept at
// all (RFC 9111, as far as a private cache goes).
func until(h http.Header, now time.Time) (time.Time, bool) {
	age := time.Duration(-1)
	for _, field := range strings.Split(strings.ToLower(strings.Join(h.Values("Cache-Control"), ",")), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(field), "=")
		switch name {
		case "no-store":
			return time.Time{}, false
		case "no-cache":
			age = 0
		case "max-age":
			if n, err := strconv.ParseUint(strings.Trim(value, `"`), 10, 31); err == nil && age < 0 {
				age = time.Duration(n) * time.Second
			}
		}
	}
	if expires, err := http.ParseTime(h.Get("Expires")); age < 0 && err == nil {
		age = expires.Sub(now)
	}
	if n, err := strconv.ParseUint(h.Get("Age"), 10, 31); err == nil {
		age -= time.Duration(n) * time.Second
	}
	return now.Add(min(max(age, 0), longestHold)), true
}

func (e *entry) fresh(now time.Time) bool { return now.Before(e.Until) }

// validate asks for the page only if it has changed.
func (e *entry) validate(h http.Header) {
	if e == nil {
		return
	}
	if e.ETag != "" {
		h.Set("If-None-Match", e.ETag)
	}
	if e.LastModified != "" {
		h.Set("If-Modified-Since", e.LastModified)
	}
}

// renewed is the entry after the server said that it has not changed.
func (e *entry) renewed(h http.Header, now time.Time) *entry {
	e.Until, _ = until(h, now)
	e.Fetched = now.Format(time.RFC3339)
	e.ETag = cmp.Or(h.Get("ETag"), e.ETag)
	e.LastModified = cmp.Or(h.Get("Last-Modified"), e.LastModified)
	return e
}

func (e *entry) page(u *url.URL) *Page {
	return &Page{Body: e.body, URL: u.String(), MediaType: e.MediaType, Charset: e.Charset, Fetched: e.Fetched}
}
