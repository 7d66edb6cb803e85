package meta

import (
	"strings"
	"unicode"
)

// options are the credits with what speaks for each, and behind them nobody.
func (c *credits) options() []option {
	list := make([]option, len(c.all)+1)
	for i := range c.all {
		c.describe(i)
		list[i] = c.all[i].option
		list[i].out = c.all[i].joined || !c.maybeNames(&c.all[i])
	}
	list[len(c.all)].is("nobody")
	return list
}

func (c *credits) describe(i int) {
	o := &c.all[i]
	o.is(o.kind)
	o.is(o.in.names()...)
	coarse := ""
	for _, g := range []struct {
		in   sightings
		name string
	}{{sawLinked | sawLinkedOrg, "+jsonld"}, {sawAuthorTag | sawArticleTag | sawOtherTag | sawTwitter, "+tag"}, {sawProp | sawRel | sawName | sawClass | sawLink, "+marked"}, {sawLine | sawWords | sawBeside, "+line"}} {
		if o.in&g.in != 0 {
			coarse += g.name
		}
	}
	o.is("places="+coarse, o.kind+coarse)
	o.is(bucket("names", len(o.names), 2, 3, 4, 6))
	if n := o.in.names(); len(n) > 1 {
		o.is(bucket("in", len(n), 3, 4, 5, 6))
	}
	if o.near < unseen {
		at := "near"
		if o.aside {
			at = "aside_near"
		}
		o.is(bucket(at, o.near, 4, 8, 16, 32, 64, 128))
	}
	if o.by {
		o.is("by")
	}
	if o.order > 0 {
		o.is("not_first_of_its_sort")
	}
	c.describeNames(o)
	c.describeWords(o)
	c.relate(i)
}

// unspaced says whether a name is in a script that puts no blanks between
// words, where one word tells nothing.
func unspaced(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar)
	}) >= 0
}

func (c *credits) describeNames(o *credited) {
	single, lowered, long, digits := false, false, false, false
	for _, n := range o.names {
		words := strings.Fields(n)
		single = single || len(words) == 1 && !unspaced(n)
		long = long || len(words) > 3
		lowered = lowered || n == strings.ToLower(n) && n != strings.ToUpper(n)
		digits = digits || strings.ContainsAny(n, "0123456789")
	}
	for _, t := range []struct {
		is   bool
		name string
	}{{single, "one_word"}, {lowered, "lower_case"}, {long, "long"}, {digits, "digits"}} {
		if t.is {
			o.is(t.name)
		}
	}
	if single && o.kind == persons {
		o.is("one_word_person")
	}
	shown := false
	for i := range c.p.lines {
		if e := &c.p.lines[i]; !e.aside && len(e.text) < 200 && strings.Contains(e.text, o.names[0]) {
			shown = true
			if n := c.p.near(e); n < 16 {
				o.is("shown_near")
				break
			}
		}
	}
	if !shown {
		o.is("not_shown")
	}
	if h := fold(c.p.hostWord()); h != "" && strings.Contains(h, o.keys[0]) {
		o.is("in_host")
	}
}

// relate says how a credit stands to the others.
func (c *credits) relate(i int) {
	o := &c.all[i]
	var more, machinesMore, markedMore, fewer, spelled, machine, people, readers, near bool
	for j := range c.all {
		if i == j {
			continue
		}
		q := &c.all[j]
		if q.kind == persons && len(q.keys) > len(o.keys) && holds(q.keys, o.keys) {
			more = true
			machinesMore = machinesMore || q.in&(sawLinked|sawAuthorTag) != 0
			markedMore = markedMore || q.in&(sawProp|sawRel|sawName|sawLine) != 0 && q.near < 16 && !q.aside
		}
		if q.kind == persons && len(q.keys) < len(o.keys) && holds(o.keys, q.keys) {
			fewer = true
		}
		if len(q.keys) == 1 && len(o.keys) == 1 && q.keys[0] != o.keys[0] && len(q.keys[0]) > len(o.keys[0]) && strings.Contains(q.keys[0], o.keys[0]) {
			spelled = true
		}
		people = people || q.kind == persons && !q.aside
		near = near || q.kind == persons && !q.aside && q.near < 16 && (q.by || q.in&(sawProp|sawRel|sawName|sawClass) != 0)
		machine = machine || q.in&sawMachine != 0 && q.kind == persons
		readers = readers || q.in&^sawMachine != 0 && q.kind == persons && !q.aside && q.near < 16
	}
	for _, t := range []struct {
		is   bool
		name string
	}{{more, "others_give_more"}, {machinesMore, "machines_give_more"}, {markedMore, "marks_give_more"}, {fewer, "others_give_fewer"}, {near && o.kind != persons, "a_person_is_near"}, {spelled, "others_spell_longer"}, {machine && o.in&sawMachine == 0, "machines_say_another"}, {readers && o.in&^sawMachine == 0, "readers_see_another"}, {people && o.kind != persons, "a_person_is_there"}} {
		if t.is {
			o.is(t.name)
		}
	}
	if len(c.all) == 1 {
		o.is("alone")
	}
}

// holds says whether all keys of b are in a.
func holds(a, b []string) bool {
	for _, k := range b {
		found := false
		for _, have := range a {
			found = found || have == k
		}
		if !found {
			return false
		}
	}
	return true
}
