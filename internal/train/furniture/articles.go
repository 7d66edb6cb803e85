package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/extract/lines"
	"github.com/quoth/quoth/internal/train"
)

// article is a plain text and the ranges of it, in bytes, that are no story.
type article struct {
	title, text string
	junk        []extract.Span
	sure        bool // what is outside of junk is story; PolNeAR's annotators passed over much
	clean       bool // all of it is, but for what rules take
}

func readArticles(file string) ([]article, error) {
	var list []article
	err := readLines(file, func(line []byte) error {
		var in struct {
			Title, Text string
			Discard     [][2]int
		}
		if err := json.Unmarshal(line, &in); err != nil {
			return err
		}
		at := train.ByteOffsets(in.Text)
		a := article{title: in.Title, text: in.Text}
		for _, d := range in.Discard {
			a.junk = append(a.junk, extract.Span{Start: at[d[0]], End: at[d[1]]})
		}
		list = append(list, a)
		return nil
	})
	return list, err
}

// readTexts reads annotated texts of many kinds, in which nothing is furniture
// or nearly so.
func readTexts(file string) ([]article, error) {
	var list []article
	err := readLines(file, func(line []byte) error {
		a := article{clean: true}
		var in struct{ ID, Text string }
		if err := json.Unmarshal(line, &in); err != nil {
			return err
		}
		a.title, a.text = in.ID, in.Text
		list = append(list, a)
		return nil
	})
	return list, err
}

func readLines(file string, each func(line []byte) error) error {
	f, err := train.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReaderSize(f, 1<<20)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			if err := each(line); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
}

// example reads the article as quoth does and labels its lines: 1 for those
// that are furniture for the most part. What is half of each teaches nothing.
func (a *article) example(known func(uint32) bool) train.Example {
	d := &extract.Draft{Input: a.text, Pieces: lines.Read(a.text, nil)}
	var e train.Example
	for _, o := range junk.Observe(d, known) {
		covered := int32(0)
		for _, j := range a.junk {
			covered += max(0, min(j.End, o.Piece.From.End)-max(j.Start, o.Piece.From.Start))
		}
		share := float64(covered) / float64(max(1, o.Piece.From.Len()))
		label, free := uint8(0), share > .2 && share < .8
		if share >= .8 || !a.sure && !a.clean && o.Piece.Verdict != extract.Kept {
			label, free = 1, false
		}
		if a.clean && (o.Piece.Verdict != extract.Kept || strings.HasPrefix(o.Piece.Text, "--")) { // "-- Corran Newsroom"
			free = true
		}
		e.Features, e.Gold, e.Free = append(e.Features, o.Features), append(e.Gold, label), append(e.Free, free)
	}
	return e
}
