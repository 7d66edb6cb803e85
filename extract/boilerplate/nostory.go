package boilerplate

import (
	"slices"

	"github.com/quoth/quoth/extract"
)

// enoughStory is how much running text, in characters, a page must keep to
// hold a story whatever else it says of itself.
const enoughStory = 1200

// What each sign of a page without a story weighs; from noStory together on,
// the page holds none. Chosen on the development pages, all of them articles,
// and on the same pages without their stories: docs/errors.md has the figures.
const (
	noStory     = 3
	someRunning = 300 // below it the page is short of running text
	fewRunning  = 80  // below it there is hardly any

	fewWeight     = 3
	someWeight    = 1
	teaserWeight  = 2
	linkWeighs    = 1
	unlikelyWeigh = 1
	saysWeight    = 2 // title or headings
	textWeight    = 2
	loginWeight   = 1
	listWeight    = 2
	siteWeight    = 1
	articleWeight = -3
	deniedWeight  = 1 // back, where an article's page says by its title and its text that it is none
)

// doubts are the signs that a page holds no story.
type doubts struct {
	weight int
	signs  []string
}

func (d *doubts) add(weight int, is bool, sign string) {
	if is {
		d.weight += weight
		if sign != "" && !slices.Contains(d.signs, sign) {
			d.signs = append(d.signs, sign)
		}
	}
}

// doubt weighs what speaks against a story in the page. It reads no more than
// the blocks where these hold enough running text.
func (t *tree) doubt(p func() pageKind) (d doubts) {
	k := t.tallyKept()
	if k.running >= enoughStory {
		return d
	}
	kind := p()
	// A fragment of a few words is all story.
	few := k.running < fewRunning && k.running*2 < t.elems[0].chars
	d.add(fewWeight, few, "hardly any running text")
	d.add(someWeight, !few && k.running < someRunning, "little running text")
	d.add(teaserWeight, k.units >= 3 && k.teasers > k.running, "a list of teasers")
	d.add(linkWeighs, k.linked*10 > k.all*3, "links")
	d.add(unlikelyWeigh, k.unlikely, "")
	d.add(loginWeight, kind.password, "a password field")
	d.add(listWeight, kind.list, "its type")
	d.add(siteWeight, kind.root, "its address")
	d.add(articleWeight, kind.article, "")
	said := kind.says
	for i := range t.blocks {
		if b := &t.blocks[i]; b.level == 1 && b.words <= 12 && said == 0 && b.marks&(isNav|isFooter|isSidebar|isTool) == 0 {
			said = saysOf(b.text, true)
		}
	}
	d.add(saysWeight, said != 0, said.String())
	var odd int32
	var most says
	for i := range t.blocks {
		if b := &t.blocks[i]; b.verdict == extract.Kept {
			if s := saysOf(b.text, false); s != 0 {
				odd += b.chars
				most = s
			}
		}
	}
	denies := odd*5 > k.all*2
	d.add(textWeight, denies, most.String())
	d.add(deniedWeight, kind.article && said != 0 && denies, "")
	return d
}

// keptTally is what the kept blocks hold, in characters.
type keptTally struct {
	all, linked int32
	running     int32 // outside of teasers and links
	teasers     int32
	units       int  // elements of a repeated template with a linked headline in them
	unlikely    bool // no block is likely to be story
}

// maxUnit is how many characters a teaser holds at most.
const (
	maxUnit     = 700
	maxHeadline = 300
)

func (t *tree) tallyKept() (k keptTally) {
	count := t.templates()
	const above = 4                     // elements that a headline may stand deep in its teaser
	headed := make([]int, len(t.elems)) // where its first linked headline ends, 0 for none
	for i := range t.blocks {
		if b := &t.blocks[i]; b.linked*10 >= b.chars*7 && b.words >= 3 && b.chars <= maxHeadline {
			for n, j := 0, b.elem; n < above && j > 0 && t.elems[j].chars <= maxUnit; n, j = n+1, t.elems[j].parent {
				if headed[j] == 0 {
					headed[j] = i + 1
				}
			}
		}
	}
	for i := range headed {
		if count[t.elems[i].sig] < 3 {
			headed[i] = 0
		} else if headed[i] > 0 {
			k.units++
		}
	}
	likely, n := false, 0
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.verdict != extract.Kept {
			continue
		}
		k.all += b.chars
		k.linked += b.linked
		likely = likely || b.score > 0
		teaser := b.linked*4 > b.chars && b.chars <= maxHeadline && count[t.elems[b.elem].sig] >= 3
		for up, j := 0, b.elem; up < above && j > 0 && !teaser; up, j = up+1, t.elems[j].parent {
			teaser = headed[j] > 0 && headed[j] <= i+1
		}
		switch {
		case teaser:
			k.teasers += b.chars
			n++
		case b.chars > maxHeadline: // a story in a link that was never closed
			k.running += b.chars
		default:
			k.running += b.chars - b.linked
		}
	}
	if n < 3 { // too few for a list: notes in a story
		k.running, k.teasers = k.running+k.teasers, 0
	}
	k.unlikely = !likely
	return k
}
