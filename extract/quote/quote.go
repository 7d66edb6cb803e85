// Package quote finds what somebody said: stretches between quotation marks
// and reported speech without them, each with the words that tell who said it.
//
// Marks are paired first ([Marks]), over paragraphs and in any style; stretches
// that nobody said (titles, nicknames) are left out. The text is then read as a
// row of items, each a word or a whole marked stretch. From every cue ("said",
// "according to") the rules look for its subject and its content, from sure
// patterns to unsure ones, and the rule that spoke is kept in Quote.Rule. What
// is left between marks inherits its speaker from the run that it stands in.
//
// All rules look a bounded number of items to either side, so that the work
// is linear in the text.
package quote

import (
	"slices"

	"github.com/quoth/quoth/extract"
)

// Stage fits the package into the pipeline.
func Stage() extract.Stage {
	return extract.Stage{
		Name: "quote", Doc: "Finds quotations and reported speech, and the words that tell who spoke.",
		Needs: extract.Sentences | extract.Tokens, Gives: extract.Quotes,
		Annotate: func(d *extract.Document) error {
			d.Quotes, d.Unsaid = find(d.Quotes[:0], d, nil)
			return nil
		},
	}
}

// Find appends the quotes of d to dst, in order of the text. It reads d's
// blocks, sentences, tokens and mentions.
func Find(dst []extract.Quote, d *extract.Document) []extract.Quote {
	dst, _ = find(dst, d, nil)
	return dst
}

// find is Find, with what stands in marks and nobody said. note hears of what
// speaks for each quote; nil where nobody listens.
func find(dst []extract.Quote, d *extract.Document, note func(*extract.Quote, []string)) ([]extract.Quote, []extract.Unsaid) {
	if d.Foreign {
		return foreign(dst, d)
	}
	first := len(dst)
	turns := transcript(d.Text(), d.Blocks)
	if len(turns) == 0 {
		turns = interview(d)
	}
	for _, t := range turns {
		q := t.quote(d.Text())
		if note != nil {
			note(&q, evidence(&q))
		}
		dst = append(dst, q)
	}
	v, reports, ends := read(d, turns)
	defer v.release()
	dst = v.quotes(dst, v.inherit(reports, ends), note)
	slices.SortStableFunc(dst[first:], func(a, b extract.Quote) int {
		if a.Start != b.Start {
			return int(a.Start - b.Start)
		}
		return int(b.End - a.End)
	})
	return dst, v.unsaid()
}

// read gives the view of d and the reports around its cues; ends[i] is the
// number of reports up to the end of frame i. They hold until the view is released.
func read(d *extract.Document, turns []turn) (v *view, reports []report, ends []int) {
	v = views.Get().(*view)
	v.doc, v.text = d, d.Text()
	v.room.skipped = append(v.room.skipped[:0], make([]bool, len(d.Blocks))...)
	for _, t := range turns {
		for i := t.block; i <= t.last; i++ {
			v.room.skipped[i] = true
		}
	}
	skipCode(v.room.skipped, d.Blocks)
	v.marked = slices.DeleteFunc(Marks(v.marked[:0], v.text, d.Blocks), func(m Marked) bool { return v.room.skipped[m.Block] })
	for i := range v.marked {
		m := &v.marked[i]
		m.NotSaid = notSaid(v.text, m, d.Blocks[m.Block].Span)
	}
	repeatTitles(v.text, d.Blocks, v.marked)
	v.readItems()
	reports, ends = v.room.reports[:0], v.room.ends[:0]
	for _, f := range v.frames {
		reports = v.readFrame(reports, f)
		ends = append(ends, len(reports))
	}
	v.room.reports, v.room.ends = reports, ends
	v.passOn(reports)
	v.passedOn(reports)
	return v, reports, ends
}

// skipCode marks the preformatted blocks, which hold code and tables, where most of the
// text is other: old pages have their whole story in one.
func skipCode(skipped []bool, blocks []extract.Block) {
	all, code := 0, 0
	for i := range blocks {
		all += blocks[i].Len()
		if blocks[i].Kind == extract.Preformatted {
			code += blocks[i].Len()
		}
	}
	if code == 0 || 2*code > all {
		return
	}
	for i := range blocks {
		skipped[i] = skipped[i] || blocks[i].Kind == extract.Preformatted
	}
}
