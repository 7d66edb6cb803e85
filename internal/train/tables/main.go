// Command tables packs word clusters and lists of names into tables that
// extract/name reads in place.
package main

import (
	"bufio"
	"encoding/binary"
	"flag"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/token"
	"github.com/quoth/quoth/internal/lexicon"
	"github.com/quoth/quoth/internal/model"
)

func main() {
	log.SetFlags(log.Ltime)
	in := flag.String("in", "", "folder with vec.words, vec.f32, brown1.txt, gaz.txt")
	out := flag.String("out", "", "folder for the tables")
	only := flag.String("only", "clusters,browns,names", "which")
	flag.Parse()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(*out, name), data, 0o644); err != nil {
			log.Fatal(err)
		}
		log.Printf("%s: %d bytes", name, len(data))
	}
	if strings.Contains(*only, "clusters") {
		write("clusters.bin", clusters(*in))
	}
	if strings.Contains(*only, "browns") {
		write("browns.bin", browns(*in))
	}
	if strings.Contains(*only, "names") {
		traits, phrases := names(*in)
		write("traits.bin", traits)
		write("phrases.bin", phrases)
	}
}

func lines(name string, each func(string)) {
	f, err := os.Open(name)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		each(s.Text())
	}
}

func clusters(dir string) []byte {
	const dim = 50
	var words []string
	lines(filepath.Join(dir, "vec.words"), func(l string) { words = append(words, l) })
	raw, err := os.ReadFile(filepath.Join(dir, "vec.f32"))
	if err != nil {
		log.Fatal(err)
	}
	vecs := make([]float32, len(words)*dim)
	for i := range vecs {
		vecs[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[i*4:]))
	}
	for i := range words {
		unit(vecs[i*dim : (i+1)*dim])
	}
	path := tree(vecs, dim, 16, 3)
	var keys []uint64
	var values []uint32
	for i, w := range words {
		if strings.ContainsAny(w, " \t") || len(w) > 40 {
			continue
		}
		keys = append(keys, model.Hash(w))
		values = append(values, uint32(path[i]))
	}
	return model.PackTable(keys, values, 3, 12)
}

func browns(dir string) []byte {
	var keys []uint64
	var values []uint32
	lines(filepath.Join(dir, "brown1.txt"), func(l string) {
		w, paths, _ := strings.Cut(l, "\t")
		f := strings.Fields(paths)
		p := f[len(f)-1]
		v := uint32(1)
		for _, c := range p[:min(len(p), 13)] {
			v = v<<1 | uint32(c-'0')
		}
		keys = append(keys, model.Hash(w))
		values = append(values, v)
	})
	return model.PackTable(keys, values, 3, 14)
}

type counts [6]int32 // first, last, place, in place, in body, in other

// names gives the traits of words and the table of names of several words.
func names(dir string) (traits, phrases []byte) {
	words := map[string]*counts{}
	at := func(s string) *counts {
		c := words[s]
		if c == nil {
			c = new(counts)
			words[s] = c
		}
		return c
	}
	known := map[uint64]uint32{}
	var order []uint64
	tidy := strings.NewReplacer(" - ", "-", " 's", "'s", " .", ".", " , ", ", ", "( ", "(", " )", ")")
	var toks []extract.Token
	lines(filepath.Join(dir, "gaz.txt"), func(l string) {
		name, kinds, _ := strings.Cut(l, "\t")
		types := kindBits(kinds)
		if types == 0 || strings.ContainsAny(name, "(),:;\"") {
			return
		}
		name = tidy.Replace(name)
		toks = token.Tokenize(toks[:0], name, extract.Span{End: int32(len(name))})
		if len(toks) == 0 || len(toks) > 6 {
			return
		}
		capital := func(t extract.Token) bool {
			r := []rune(t.Of(name))
			return unicode.IsUpper(r[0]) || unicode.IsDigit(r[0])
		}
		if !capital(toks[0]) {
			return
		}
		for i, t := range toks {
			if !capital(t) {
				continue
			}
			c := at(t.Of(name))
			switch {
			case types == 1 && i == 0 && len(toks) > 1:
				c[0]++
			case types == 1 && i == len(toks)-1:
				c[1]++
			case types == 2 && len(toks) == 1:
				c[2]++
			case types == 2:
				c[3]++
			case types == 4:
				c[4]++
			case types == 8:
				c[5]++
			}
		}
		if len(toks) == 1 {
			return
		}
		var h uint64
		for i, t := range toks {
			if f := model.Hash(t.Of(name)); i == 0 {
				h = f
			} else {
				h = model.Mix(h, f)
			}
		}
		if _, ok := known[h]; !ok {
			order = append(order, h)
		}
		known[h] |= types
	})
	var keys []uint64
	var values []uint32
	for _, h := range order {
		keys, values = append(keys, h), append(values, known[h])
	}
	phrases = model.PackTable(keys, values, 2, 4)
	keys, values = nil, nil
	for w := range lexicon.Words() {
		at(w)
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		c, v := words[w], uint32(0)
		for k, n := range c {
			v |= level(n) << (2 * k)
		}
		if l := lists(w); v|l != 0 {
			keys, values = append(keys, model.Hash(w)), append(values, v|l<<12)
		}
	}
	return model.PackTable(keys, values, 4, 22), phrases
}

func level(n int32) uint32 {
	switch {
	case n >= 30:
		return 3
	case n >= 5:
		return 2
	case n >= 1:
		return 1
	}
	return 0
}

// kindBits reads the kinds of a listed name: person 1, place 2, body 4,
// works, events and things 8.
func kindBits(s string) uint32 {
	v := uint32(0)
	for _, k := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		switch k {
		case "14", "4":
			v |= 1
		case "11":
			v |= 2
		case "13", "0":
			v |= 4
		case "8", "9", "10", "12", "15":
			v |= 8
		}
	}
	return v
}

func lists(w string) uint32 {
	v := uint32(0)
	set := func(i int, ok bool) {
		if ok {
			v |= 1 << i
		}
	}
	_, first := lexicon.FirstName(w)
	set(0, first)
	_, honorific := lexicon.Honorific(w)
	set(1, honorific)
	set(2, lexicon.Title(w))
	set(3, lexicon.Place(w) != lexicon.NoPlace)
	set(4, lexicon.PlaceWord(w))
	_, people := lexicon.People(w)
	set(5, people)
	set(6, lexicon.Org(w))
	set(7, lexicon.OrgWord(w))
	set(8, lexicon.Calendar(w))
	set(9, lexicon.Opener(w))
	return v
}
