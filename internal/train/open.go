package train

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"strings"
)

// corpus is a file that is being read, unpacked.
type corpus struct {
	io.Reader
	file *os.File
}

func (c *corpus) Close() error { return c.file.Close() }

// Open opens a file of a corpus; one whose name ends with .gz is unpacked.
func Open(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	c := &corpus{bufio.NewReaderSize(f, 1<<20), f}
	if strings.HasSuffix(file, ".gz") {
		z, err := gzip.NewReader(c.Reader)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", file, err), f.Close())
		}
		c.Reader = z
	}
	return c, nil
}

// Fold puts a page into one of so many parts: all pages of one site, subdomains
// too, into the same. id is for pages without an address.
func Fold(address, id string, parts uint64) int {
	host := id
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	labels := strings.Split(host, ".")
	if n := len(labels); n > 2 {
		k := 2
		if len(labels[n-2]) <= 3 && len(labels[n-1]) == 2 { // co.uk
			k = 3
		}
		labels = labels[n-k:]
	}
	h := fnv.New64a()
	io.WriteString(h, strings.Join(labels, "."))
	return int(h.Sum64() >> 7 % parts)
}
