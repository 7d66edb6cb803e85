package main

import "github.com/quoth/quoth/extract/junk"

const (
	someArticles = 3 // or pages or templates, that must have a word in small letters
	someHosts    = 5 // on whose pages a name must stand in furniture: "WhatsApp"
)

// wordsToLearn says of which words features are made: not of names, that say
// what an article is about and not what a line is.
func wordsToLearn(articles []article, pages []page, t *templates) map[uint32]bool {
	small, hosts := map[uint32]int{}, map[uint32]map[string]bool{}
	count := func(texts ...string) {
		seen := map[uint32]bool{}
		for _, s := range texts {
			hashes, low := junk.Words(s)
			for i, h := range hashes {
				if low[i] && !seen[h] {
					seen[h] = true
					small[h]++
				}
			}
		}
	}
	for i := range articles {
		count(articles[i].text)
	}
	for i := range pages {
		var texts []string
		for k := range pages[i].pieces {
			s := pages[i].pieces[k].Text
			texts = append(texts, s)
			if pages[i].story[k] > .2 {
				continue
			}
			hashes, _ := junk.Words(s)
			for _, h := range hashes {
				if hosts[h] == nil {
					hosts[h] = map[string]bool{}
				}
				hosts[h][pages[i].host] = true
			}
		}
		count(texts...)
	}
	for _, x := range []*templates{t, t.ways} {
		for _, list := range [][]string{x.Top, x.Teasers, x.Bottom} {
			for _, s := range list {
				count(s)
			}
		}
	}
	known := map[uint32]bool{}
	for h, n := range small {
		if n >= someArticles {
			known[h] = true
		}
	}
	for h, list := range hosts {
		if len(list) >= someHosts {
			known[h] = true
		}
	}
	return known
}
