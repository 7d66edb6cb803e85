package main

import (
	"encoding/json"
	"hash/fnv"
	"math/rand/v2"
	"net/url"
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate"
	"github.com/quoth/quoth/extract/junk"
	"github.com/quoth/quoth/internal/train"
)

// page is the part of a page that holds its story, with some of what stands
// around it.
type page struct {
	pieces []extract.Piece
	story  []float64 // of each piece, the share of its words that people wrote down as the story
	host   string
	fold   int
}

const (
	aboveStory = 8 // pieces
	belowStory = 16
	strays     = 8 // one in so many of the lines around a story stays in it
)

func readPages(file string) ([]page, error) {
	var list []page
	err := readLines(file, func(line []byte) error {
		var in struct {
			URL, HTML string
			Gold      struct{ Text string }
		}
		if err := json.Unmarshal(line, &in); err != nil {
			return err
		}
		if in.Gold.Text == "" {
			return nil
		}
		blocks, err := boilerplate.Observe(in.HTML, in.URL)
		if err != nil {
			return nil
		}
		p := page{host: hostOf(in.URL)}
		h := fnv.New32a()
		h.Write([]byte(p.host))
		p.fold = int(h.Sum32() % 5)
		g := readGold(in.Gold.Text)
		first, last := -1, -1
		pieces := make([]extract.Piece, len(blocks))
		share := make([]float64, len(blocks))
		for i, b := range blocks {
			pieces[i] = extract.Piece{Kind: b.Kind, Level: b.Level, Text: b.Text}
			share[i] = g.share(b.Text)
			if b.Kind == extract.Heading && b.Level == 1 { // people left out many
				share[i] = 1
			}
			if share[i] >= .8 && len(b.Text) > 60 {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		if first >= 0 {
			lo, hi := max(0, first-aboveStory), min(len(pieces), last+1+belowStory)
			p.pieces, p.story = pieces[lo:hi], share[lo:hi]
			list = append(list, p)
		}
		return nil
	})
	return list, err
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// examples are two readings of the page: its story with one in eight of the lines
// around, as a program leaves it, and all of it, as a page is that somebody copied
// into a text. Which lines the page stage keeps is not asked, or each change of its
// model and rules would change these weights.
func (p *page) examples(known func(uint32) bool) []train.Example {
	var list []train.Example
	rng := rand.New(rand.NewPCG(seed, uint64(len(p.pieces))))
	for _, all := range []bool{false, true} {
		d := &extract.Draft{}
		var share []float64
		for i, piece := range p.pieces {
			if stray := rng.IntN(strays) == 0; p.story[i] > .2 || stray || all {
				piece.From = extract.Span{Start: int32(len(share)), End: int32(len(share) + 1)}
				d.Pieces, share = append(d.Pieces, piece), append(share, p.story[i])
			}
		}
		var e train.Example
		for _, o := range junk.Observe(d, known) {
			s := share[min(int(o.Piece.From.Start), len(share)-1)]
			label := uint8(0)
			if s <= .2 {
				label = 1
			}
			e.Features, e.Gold, e.Free = append(e.Features, o.Features), append(e.Gold, label), append(e.Free, s > .2 && s < .8)
		}
		if len(e.Gold) > 0 {
			list = append(list, e)
		}
	}
	return list
}

// furniture gives runs of one to three lines that stand above the story and
// below it and are no part of it.
func (p *page) furniture(rng *rand.Rand) (top, bottom []string) {
	first, last := len(p.pieces), -1
	for i := range p.pieces {
		if p.story[i] >= .8 && len(p.pieces[i].Text) > 60 {
			first, last = min(first, i), i
		}
	}
	take := func(from, to int) (runs []string) {
		for i := from; i < to; {
			n := min(to, i+1+rng.IntN(3))
			var run []string
			for ; i < n && p.story[i] <= .2; i++ {
				if s := strings.TrimSpace(p.pieces[i].Text); s != "" && len(s) < 400 && !strings.Contains(s, "\n") {
					run = append(run, s)
				}
			}
			if len(run) > 0 {
				runs = append(runs, strings.Join(run, "\n"))
			} else {
				i++
			}
		}
		return runs
	}
	return take(0, first), take(last+1, len(p.pieces))
}

// gold is a story as people wrote it down.
type gold struct {
	runs  map[string]bool // of four words
	lines map[string]bool
}

func readGold(text string) gold {
	g := gold{map[string]bool{}, map[string]bool{}}
	for _, r := range runs(fold(text)) {
		g.runs[r] = true
	}
	for l := range strings.Lines(text) {
		g.lines[strings.Join(fold(l), " ")] = true
	}
	return g
}

func (g *gold) share(text string) float64 {
	words := fold(text)
	if len(words) < 4 {
		if g.lines[strings.Join(words, " ")] {
			return 1
		}
		return 0
	}
	n := 0
	all := runs(words)
	for _, r := range all {
		if g.runs[r] {
			n++
		}
	}
	return float64(n) / float64(len(all))
}

func fold(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func runs(words []string) []string {
	var all []string
	for i := range max(0, len(words)-3) {
		all = append(all, strings.Join(words[i:i+4], " "))
	}
	return all
}
