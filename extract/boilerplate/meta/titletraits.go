package meta

import (
	"net/url"
	"strings"
	"unicode"
)

// describeTitles writes down the traits of each title.
func (p *reader) describeTitles(t *titles, names []string) {
	slug := slugWords(first(p.url, p.canon))
	var have places
	for i := range t.all {
		have |= t.all[i].whole
	}
	fits, said := 0, false // of the h1: how much of the address is in it, whether machines are told it
	for i := range t.all {
		if c := &t.all[i]; c.whole&inFirstHead != 0 {
			fits, said = slugShare(c.key, slug), c.whole&^inHeads != 0
		}
	}
	h1s := 0
	for i := range p.heads {
		if p.heads[i].node.Data == "h1" && !p.heads[i].aside {
			h1s++
		}
	}
	for i := range t.all {
		c := &t.all[i]
		if c.whole == 0 {
			c.is("piece", c.how)
			c.is(c.part.names("piece_of_")...)
			if have == inWindow { // the page says nothing but <title>: what it hangs on is most often no title's
				c.is("piece_of_all")
			}
			if c.part&inHeads != 0 {
				c.is(c.how + "_of_head")
			}
		} else {
			c.is(c.whole.names("")...)
			c.is("places=" + strings.Join((c.whole&(inFirstHead|inLinked|inOG|inWindow)).names(""), "+"))
			if c.raw == 0 {
				c.is("shortened")
			}
			if c.whole&inHeads == 0 && have&inFirstHead != 0 {
				c.is("not_the_h1")
				if said {
					c.is("h1_is_said")
				}
				if len(slug) >= 2 {
					c.is(bucket("h1_slug", fits, 1, 50, 90))
				}
			}
		}
		if n := len((c.whole | c.part).names("")); n > 1 {
			c.is(bucket("in", n, 3, 4, 5, 6))
		}
		c.describeHead(h1s)
		c.describeText(names, slug)
		p.relateTitle(t, i)
	}
}

func (c *titled) describeHead(h1s int) {
	h := c.head
	if h == nil {
		return
	}
	if h.aside {
		c.is("head_aside")
	}
	if h.inside {
		c.is("head_inside")
	}
	if c.whole&(inFirstHead|inHead) != 0 {
		if h1s == 1 && !h.aside {
			c.is("only_h1")
		}
		c.is(bucket("head_number", c.number, 1, 2, 4))
	}
	if h.mark&byProp != 0 {
		c.is("head_itemprop")
	}
	if h.mark&byClass != 0 && h.mark&isHeadline != 0 {
		c.is("head_class")
	}
}

func (c *titled) describeText(names, slug []string) {
	words := strings.Fields(c.text)
	c.is(bucket("words", len(words), 2, 3, 5, 8, 14, 25))
	if isSiteExactly(c.text, names) {
		c.is("site")
	} else if isSite(c.text, names) {
		c.is("like_site")
	}
	if strings.HasSuffix(c.text, "…") || strings.HasSuffix(c.text, "...") {
		c.is("breaks_off")
	}
	if hasDigit(c.text) && readDate(c.text, dayFirst).ok() {
		c.is("date")
	}
	if len(slug) >= 2 {
		c.is(bucket("slug", slugShare(c.key, slug), 1, 30, 50, 70, 90, 100))
	}
}

// slugShare is how many of a hundred words of the address are in a title.
func slugShare(key string, slug []string) int {
	if len(slug) == 0 {
		return 0
	}
	key = inAddress(key)
	n := 0
	for _, w := range slug {
		if strings.Contains(key, w) {
			n++
		}
	}
	return 100 * n / len(slug)
}

// relateTitle says how a title stands to the others.
func (p *reader) relateTitle(t *titles, i int) {
	c := &t.all[i]
	like := 0.0
	var starts, ends, begins, finishes bool
	for j := range t.all {
		o := &t.all[j]
		if i == j || o.whole == 0 {
			continue
		}
		heads := o.whole&inHeads != 0
		if c.whole != 0 && c.whole&inHeads != 0 != heads {
			like = max(like, alike(c.key, o.key))
		}
		if len(c.key) >= 8 && len(o.key) > len(c.key) {
			starts = starts || strings.HasPrefix(o.key, c.key)
			ends = ends || strings.HasSuffix(o.key, c.key)
		} else if len(o.key) >= 8 && len(c.key) > len(o.key) {
			begins = begins || strings.HasPrefix(c.key, o.key)
			finishes = finishes || strings.HasSuffix(c.key, o.key)
		}
	}
	side := "said_"
	if c.whole&inHeads != 0 {
		side = "head_"
	}
	if c.whole == 0 {
		side = "piece_"
	}
	if len(t.all) > 1 && c.whole != 0 {
		c.is(side + bucket("like", int(100*like), 15, 30, 50, 70, 85, 95))
	}
	for _, r := range []struct {
		is   bool
		name string
	}{{starts, "starts_another"}, {ends, "ends_another"}, {begins, "another_and_more"}, {finishes, "more_and_another"}} {
		if r.is {
			c.is(side + r.name)
		}
	}
}

// slugWords are the words of the last part of an address that has some.
func slugWords(address string) []string {
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	path := strings.TrimRight(cut(u.Path, 2048), "/")
	part := path[strings.LastIndexByte(path, '/')+1:]
	if i := strings.LastIndexByte(part, '.'); i > 0 && len(part)-i < 7 {
		part = part[:i]
	}
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 2 && len(words) < 40 && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			words = append(words, w)
		}
	}
	return words
}

// inAddress writes a folded title in the letters that addresses have.
func inAddress(key string) string {
	for i := 0; i < len(key); i++ {
		if key[i] >= 0x80 {
			return plainLetters.Replace(key)
		}
	}
	return key
}

var plainLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "ê", "e", "ë", "e", "á", "a", "à", "a", "â", "a", "ã", "a", "å", "a", "í", "i", "î", "i", "ï", "i", "ó", "o", "ô", "o", "õ", "o", "ú", "u", "û", "u", "ç", "c", "ñ", "n", "ø", "o", "æ", "ae")
