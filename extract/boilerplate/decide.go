package boilerplate

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// switchCost is what it costs, in log odds, that story begins or ends: one
// odd paragraph inside the story stays, and one that reads like story among
// furniture goes. Chosen by five parts of the hosts; 0 and 0.7 are worse.
const switchCost = 0.3

// certain is the score below which a block far from the story is furniture
// whatever stands beside it: which feature told so is of interest to those
// alone who ask for an explanation.
const certain = -2

// farScore is the score of links far from the story, which nobody weighs: menus
// are half of a page's blocks.
const farScore = -6

// far tells a block that is link and label, and stands neither in the part of the
// page that holds the story nor in the <article> or <main> around it.
func (b *block) far() bool {
	return !b.region && !b.near && !b.prose && b.linked*10 >= b.chars*9
}

// decide gives each block its verdict and the rule: the feature that told
// most for it, or "furniture".
func (t *tree) decide(c context, m *Model, explain bool) {
	d := t.describer(c)
	var fs features
	var sum lanes
	var units awake
	page := m.packed.of(d.page)
	for i := range t.blocks {
		b := &t.blocks[i]
		b.rule = "furniture"
		far := b.far()
		if far && !explain {
			b.score = farScore
			continue
		}
		fs = d.describe(i, append(fs[:0], d.page...))
		if b.score = m.packed.score(&page, fs[len(d.page):], &sum); far {
			b.score = farScore
		}
		if explain || b.score > certain || b.region || b.near {
			m.awake(&sum, &units)
			b.rule = ruleNames[m.told(fs, b.score, &units)]
		}
		if explain {
			b.why = m.why(fs, b.score, &units)
		}
	}
	t.smooth()
	t.endStory()
	t.dropUnseen()
	t.keepTables()
	t.dropReferences()
	t.keepHeadings()
	t.dropTeasers()
	t.dropOthers(c.named)
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.verdict != extract.Kept {
			b.verdict = loss(b)
		}
	}
	t.dropHeadline(c.title)
	if c.named != c.title {
		t.dropHeadline(c.named)
	}
	t.dropRepeated()
	t.dropEmptyHeadings()
}

// reach is how many blocks away the story may be from a table in it.
const reach = 3

// keepTables keeps tables of data and preformatted text amid the story. Pages
// have few, so the model is unsure of them: on half of the hosts it cut 29
// such that people had kept 26 of. What is nearly all digits numbers the lines of code.
func (t *tree) keepTables() {
	kept := func(from, step int) bool {
		for k := from; k != from+step*reach && k >= 0 && k < len(t.blocks); k += step {
			if t.blocks[k].verdict == extract.Kept {
				return true
			}
		}
		return false
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.kind != extract.Table && b.kind != extract.Preformatted || b.verdict == extract.Kept {
			continue
		}
		if b.region && b.marks&furniture == 0 && b.linked*2 <= b.chars && b.digits*10 < b.chars*9 && kept(i-1, -1) && kept(i+1, 1) {
			b.verdict, b.rule = extract.Kept, "table_amid_story"
			if b.kind == extract.Preformatted {
				b.rule = "preformatted_amid_story"
			}
		}
	}
}

// loss is Cut for what reads like prose within the story or beside it, so
// that it is recorded, and Chrome for the rest.
func loss(b *block) extract.Verdict {
	const chrome = isNav | isFooter | isComment | isWall | isHidden
	if !b.region && (!b.near || b.marks&chrome != 0) {
		return extract.Chrome
	}
	if b.words >= 6 && (b.prose || b.kind == extract.Caption || b.linked*2 <= b.chars && b.ends > 0) {
		return extract.Cut
	}
	return extract.Chrome
}

// smooth finds the verdicts that the scores speak for most, with a cost for
// each change from one block to the next.
func (t *tree) smooth() {
	blocks := t.blocks
	n := len(blocks)
	from := append(t.room.from[:0], make([][2]bool, n)...) // whether the best way to (out, in) comes from in
	t.room.from = from
	var out, in float32
	for i := range blocks {
		s := blocks[i].score
		no, ni := out, in+s
		if in-switchCost > out {
			no, from[i][0] = in-switchCost, true
		}
		from[i][1] = true
		if out-switchCost > in {
			ni, from[i][1] = out-switchCost+s, false
		}
		out, in = no, ni
	}
	kept := in > out
	for i := n - 1; i >= 0; i-- {
		if b := &blocks[i]; kept {
			b.verdict = extract.Kept
			if b.score < 0 {
				b.rule = "amid_story"
			}
			kept = from[i][1]
		} else {
			b.verdict = extract.Chrome
			if b.score >= 0 {
				b.rule = "amid_furniture"
			}
			kept = from[i][0]
		}
	}
}

// endStory takes out links behind the last prose that is kept, where nothing but
// a line behind them speaks for them: they are amid no story.
func (t *tree) endStory() {
	for i := len(t.blocks) - 1; i >= 0; i-- {
		b := &t.blocks[i]
		if b.verdict == extract.Kept && b.prose {
			return
		}
		if b.verdict == extract.Kept && b.score < 0 && b.linked*2 > b.chars {
			b.verdict, b.rule = extract.Chrome, "after_story"
		}
	}
}

// dropUnseen takes out blocks of joiners, which have no width: what some editors
// put into an empty paragraph.
func (t *tree) dropUnseen() {
	for i := range t.blocks {
		if b := &t.blocks[i]; b.verdict == extract.Kept && b.words < 2 && strings.Trim(b.text, "\u200d\u200c\ufe0f") == "" {
			b.verdict, b.rule = extract.Chrome, "no_text"
		}
	}
}

// dropHeadline takes the title out: it is metadata.
func (t *tree) dropHeadline(title string) {
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.verdict != extract.Kept {
			continue
		}
		if sameTitle(b.text, title) || b.headsByline(title) {
			b.verdict, b.rule = extract.Chrome, "headline"
		}
		if b.prose {
			break
		}
	}
}

// headsByline tells a block whose first line is the title and whose others are
// no sentence: in old layouts the headline and who wrote it stand in one cell.
func (b *block) headsByline(title string) bool {
	line, rest, more := strings.Cut(b.text, "\n")
	return more && !b.prose && len(rest) < 120 && !strings.ContainsAny(rest, ".!?") && sameTitle(line, title)
}

// dropEmptyHeadings takes out headings that nothing kept follows before a
// heading of the same or a higher level.
func (t *tree) dropEmptyHeadings() {
	level := uint8(7) // a heading of this level or above would close what stands here
	text := false
	for i := len(t.blocks) - 1; i >= 0; i-- {
		b := &t.blocks[i]
		if b.verdict != extract.Kept {
			continue
		}
		if b.kind != extract.Heading {
			text, level = true, 7
			continue
		}
		if !text || level <= b.level {
			b.verdict, b.rule = extract.Chrome, "heading_without_text"
			continue
		}
		level = b.level
	}
}
