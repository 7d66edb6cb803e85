package main

import (
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"strings"

	"github.com/quoth/quoth/extract/boilerplate"
)

// page is a page with its blocks and what people said of it.
type page struct {
	set, id       string
	html, url     string
	gold          string
	with, without []string
	fold          int
	samples       []sample
}

// sample is a block: what is known of it, what it is, and how much it counts.
type sample struct {
	features []uint8
	want     float32 // 1 story, 0 furniture, between where it is in part
	weight   float32
}

func readPages(file, set string) ([]*page, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var pages []*page
	dec := json.NewDecoder(z)
	for {
		var in struct {
			ID, URL, HTML string
			Gold          struct {
				Text          string
				With, Without []string
			}
		}
		if err := dec.Decode(&in); err == io.EOF {
			return pages, nil
		} else if err != nil {
			return nil, err
		}
		p := &page{set: set, id: in.ID, html: in.HTML, url: in.URL, gold: in.Gold.Text, with: in.Gold.With, without: in.Gold.Without, fold: foldOf(in.URL, in.ID)}
		blocks, err := boilerplate.Observe(in.HTML, in.URL)
		if err != nil {
			continue
		}
		if p.gold != "" {
			p.label(blocks)
		} else {
			p.labelBySegments(blocks)
		}
		pages = append(pages, p)
	}
}

// foldOf puts all pages of one site into one part.
func foldOf(address, id string) int {
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
	return int(h.Sum64() >> 7 % folds)
}
