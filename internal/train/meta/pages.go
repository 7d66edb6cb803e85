package main

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/quoth/quoth/extract/boilerplate/meta"
	"github.com/quoth/quoth/internal/train"
)

// question is a page and a member of its metadata, with what people wrote
// down for it.
type question struct {
	set, id, url string
	member       string
	want         string
	options      []meta.Option
	right        []bool
	weight       float64
	none         bool // the page credits nobody
	fold         int
}

// noneWeight is what a page that credits nobody counts, beside 1 of the
// others. At 0.4 four more such pages in a hundred get an author, and of the
// others half a page more in a hundred gets the right one.
const noneWeight = 0.6

// namesNobody are the sets in which a page without authors credits nobody; in
// the others it may only be that nobody looked.
var namesNobody = map[string]bool{"wcxb-article-dev": true}

func readPages(file, set string) ([]*question, error) {
	f, err := train.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var cases []*question
	dec := json.NewDecoder(f)
	for {
		var in struct {
			ID, URL, HTML string
			Gold          struct {
				Title, Date string
				Author      any
			}
		}
		if err := dec.Decode(&in); err == io.EOF {
			return cases, nil
		} else if err != nil {
			return nil, err
		}
		seen, err := meta.Observe(in.HTML, in.URL)
		if err != nil {
			continue
		}
		gold := map[string]func([]string) bool{}
		if t := in.Gold.Title; t != "" {
			gold["title"] = func(v []string) bool { return letters(v[0]) == letters(t) }
		}
		if d := in.Gold.Date; d != "" {
			gold["published"] = func(v []string) bool { return v[0] == d[:min(10, len(d))] }
		}
		if a := authors(in.Gold.Author); len(a) > 0 {
			gold["authors"] = func(v []string) bool { return slices.Equal(folded(v), a) }
		}
		none := gold["authors"] == nil && namesNobody[set]
		if none {
			gold["authors"] = func(v []string) bool { return v[0] == "" }
		}
		for _, m := range members {
			same := gold[m]
			if same == nil {
				continue
			}
			q := &question{set: set, id: in.ID, url: in.URL, member: m, options: seen[m], weight: 1, none: m == "authors" && none, fold: train.Fold(in.URL, in.ID, folds)}
			q.want = fmt.Sprint(map[string]any{"title": in.Gold.Title, "authors": in.Gold.Author, "published": in.Gold.Date}[m])
			if q.none {
				q.weight = noneWeight
			}
			for _, o := range q.options {
				q.right = append(q.right, same(o.Values))
			}
			cases = append(cases, q)
		}
	}
}

func (q *question) print(best int) {
	fmt.Printf("%s %s %s\n\twant %q\n", q.member, q.id, q.url, q.want)
	for i, o := range q.options {
		switch {
		case i == best:
			fmt.Printf("\tgot  %q %v\n", o.Values, o.Traits)
		case q.right[i]:
			fmt.Printf("\tright %q %v\n", o.Values, o.Traits)
		}
	}
}

var (
	notLetters = regexp.MustCompile(`[^\pL\pN_]+`)
	between    = regexp.MustCompile(`\s*(?:,|;|&|\band\b)\s*`)
	notNames   = regexp.MustCompile(`[^\pL\pN_ ]`)
	leadingBy  = regexp.MustCompile(`(?i)^by\s+`)
)

func letters(s string) string { return notLetters.ReplaceAllString(strings.ToLower(s), "") }

// authors are the names people wrote down, in one string or a list.
func authors(gold any) []string {
	switch v := gold.(type) {
	case string:
		return folded(between.Split(v, -1))
	case []any:
		var list []string
		for _, x := range v {
			list = append(list, fmt.Sprint(x))
		}
		return folded(list)
	}
	return nil
}

func folded(list []string) (names []string) {
	for _, s := range list {
		s = leadingBy.ReplaceAllString(strings.TrimSpace(s), "")
		s = notNames.ReplaceAllString(strings.ToLower(strings.Join(strings.Fields(s), " ")), "")
		if s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	slices.Sort(names)
	return names
}
