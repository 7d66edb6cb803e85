package meta

// options are the days with what speaks for each.
func (d *dates) options() []option {
	d.dropChanges()
	d.dropNeighbours()
	list := make([]option, len(d.all))
	machines, readers := d.given(datedMachine&^datedLooseTag), false
	for i := range d.all {
		readers = readers || d.all[i].shownNear(40)
	}
	for i := range d.all {
		o := &d.all[i]
		o.describe()
		if machines && o.in&datedMachine == 0 {
			o.is("machines_say_another")
		}
		if readers && !o.shownNear(40) {
			o.is("readers_see_another")
		}
		d.relate(i, machines)
		list[i] = o.option
	}
	return list
}

func (d *dates) given(in datings) bool {
	for i := range d.all {
		if d.all[i].in&in != 0 {
			return true
		}
	}
	return false
}

func (o *dated) shownNear(n int) bool { return o.in&datedReaders != 0 && !o.aside && o.near < n }

// dropNeighbours leaves out the days beside that of a moment which the page
// tells machines with its zone: the same moment by another clock.
func (d *dates) dropNeighbours() {
	kept := d.all[:0:0]
	for i := range d.all {
		o, drop := &d.all[i], false
		for j := range d.all {
			q := &d.all[j]
			gap := dayNumber(o.stamps[0]) - dayNumber(q.stamps[0])
			drop = drop || (gap == 1 || gap == -1) && o.in&datedMachine == 0 && q.in&(datedLinked|datedArticle) != 0 && q.fullest().zone
		}
		if !drop {
			kept = append(kept, *o)
		}
	}
	d.all = kept
}

// dropChanges leaves out the days of a change where the page says of another
// day to machines that it is that of publication. People who write a page's
// date down take the change for it now and then (11 of 1,246 pages); that is
// still not what the word says.
func (d *dates) dropChanges() {
	if !d.given(datedMachine &^ datedLooseTag) {
		return
	}
	kept := d.all[:0]
	for _, o := range d.all {
		updated := o.in&changed != 0 || o.before&isModified != 0 && o.before&isPublished == 0
		if !updated || o.in&(datedMachine|datedURL|datedProp) != 0 {
			kept = append(kept, o)
		}
	}
	d.all = kept
}

func (o *dated) describe() {
	o.is(o.in.names()...)
	coarse := ""
	for _, g := range []struct {
		in   datings
		name string
	}{{datedLinked | datedPage, "+jsonld"}, {datedArticle | datedTag, "+tag"}, {datedLooseTag | datedCreated, "+loose"}, {datedURL, "+url"}, {datedProp | datedPubTime, "+published"}, {datedClass | datedTime, "+marked"}, {datedLine | datedWithin, "+line"}, {changed, "+changed"}} {
		if o.in&g.in != 0 {
			coarse += g.name
		}
	}
	o.is("places=" + coarse)
	if o.near < unseen {
		at := "near"
		if o.aside {
			at = "aside_near"
		}
		o.is(bucket(at, o.near, 3, 6, 12, 24, 48, 128))
		if o.inside {
			o.is("inside")
		}
		o.is(bucket("shown", o.shown, 2, 3, 5))
	}
	if o.before&isPublished != 0 {
		o.is("after_published")
	}
	if o.before&isModified != 0 {
		o.is("after_updated")
	}
	if o.swaps {
		o.is("swapped")
	}
	o.is(bucket("number", o.number, 1, 2, 4, 8))
}

// relate says how a day stands to the others.
func (d *dates) relate(i int, machines bool) {
	o := &d.all[i]
	key := dayNumber(o.stamps[0])
	earliest, latest, beside := true, true, false
	for j := range d.all {
		if i == j {
			continue
		}
		k := dayNumber(d.all[j].stamps[0])
		earliest = earliest && key < k
		latest = latest && key > k
		if k-key == 1 || key-k == 1 {
			beside = beside || d.all[j].in&datedMachine != 0
		}
	}
	switch {
	case len(d.all) == 1:
		o.is("alone")
	case earliest:
		o.is("earliest")
	case latest:
		o.is("latest")
	}
	if beside && o.in&datedMachine == 0 {
		o.is("a_day_off")
		if o.in&datedURL != 0 {
			o.is("a_day_off_url")
		}
		if o.near < 16 && !o.aside {
			o.is("a_day_off_shown_near")
		}
	}
	if !machines && o.in&datedURL == 0 && o.in&datedReaders != 0 {
		o.is("seen_alone")
	}
}

// dayNumber counts days, well enough to order and to find neighbours.
func dayNumber(s stamp) int { return s.time().YearDay() + 366*s.year }
