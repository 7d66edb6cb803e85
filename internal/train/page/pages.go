package main

import (
	"encoding/json"
	"io"

	"github.com/quoth/quoth/extract/boilerplate"
	"github.com/quoth/quoth/internal/train"
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
	f, err := train.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var pages []*page
	dec := json.NewDecoder(f)
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
		p := &page{set: set, id: in.ID, html: in.HTML, url: in.URL, gold: in.Gold.Text, with: in.Gold.With, without: in.Gold.Without, fold: train.Fold(in.URL, in.ID, folds)}
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
