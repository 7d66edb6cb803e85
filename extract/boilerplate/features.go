package boilerplate

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/boilerplate/meta"
)

// feature is one thing that tells story from furniture. Each is true or not
// of a block; how much it tells is in data/model.txt.
type feature uint8

const (
	fBias feature = iota
	fProse
	fChars25
	fChars60
	fChars120
	fChars240
	fChars480
	fOneWord
	fFewWords
	fLinked10
	fLinked30
	fLinked60
	fLinked90
	fNoLink
	fSentence
	fSentences
	fCommas
	fDigits
	fCapitals
	fStrong
	fEndsOpen  // with a colon
	fEndsWhole // with the end of a sentence
	fHeading1
	fHeading2
	fHeading3
	fHeading4
	fListItem
	fBlockQuote
	fCaption
	fTable
	fPreformatted
	fParagraphTag
	fDivTag
	fOtherTag
	fRegion
	fNearRegion
	fBeforeProse // of the region, no prose stands before it
	fAfterProse
	fFirstHalf
	fPrevProse
	fNextProse
	fPrevLink
	fNextLink
	fPrevHeading
	fNextHeading
	fPrevItem
	fNextItem
	fAroundProse // most of the two before and the two after are prose
	fParentMost  // the element around it holds most of the page's prose
	fParentSome
	fParentNone // and no prose at all
	fGrandMost
	fGrandSome
	fInBody // stands in the story that JSON-LD gives
	fNotInBody
	fDescription
	fTitle
	fAfterHeadline
	fRepeated
	fOnlyLink
	fManyLinks
	fSlanted
	fCutOff // ends in three dots
	fLowerStart
	fQuoted
	fSigns // |, ©, @, / and the like
	fPrevLong
	fNextLong
	fPrevMarked // as furniture
	fNextMarked
	fPrev2Prose
	fNext2Prose
	fSamePrev // stands in the same element as the block before
	fSameNext
	fFirstTenth // of the region
	fLastTenth
	fParentLinked // half of the text around it is links
	fGrandLinked
	fOtherArticle // in an <article> that does not hold the region
	fMarkedNear   // as furniture, by the nearest three elements
	fInLink       // a link around more than it
	fPathMost     // most of the page's prose stands in elements of the same template
	fPathSome
	fPathLittle
	fPathAlone // no other block does
	fWindow20  // share of prose in the characters of the six blocks before and after
	fWindow50
	fWindow80
	fWindowLinked
	fLocalMost // most of the page's prose stands in elements of its tag and class
	fLocalSome
	fNear // in the <article> or <main> around the region
	fAfterFooter
	fAfterComments
	fBeforeHeadline
	fCore // in the innermost element that holds two thirds of the page's prose
	fBeforeComments
	fNoProseBefore // no prose in the four blocks before
	fNoProseBehind
	fBoxesBefore // three of the four blocks before are marked as boxes
	fBoxesBehind
	fClose        // at most eight blocks from prose of the region
	fWordsNowhere // none of its long words stands elsewhere in the region's prose
	fWords20      // share of them that do
	fWords40
	fWords60
	fTitleWord
	fTitleWords // two of them, and a third of its long words
	fDescriptionWords
	fSite        // names the site
	fPageArticle // the page says that it is one
	fPageShort   // little prose in the region
	fPageLong
	fPageItems     // more list items in the region than paragraphs
	fPageHeadings  // a heading for three paragraphs, or more
	fPageElsewhere // most prose stands outside of the region
	fPageLinked
	fPageBody // JSON-LD has the story
	firstMark // and one feature for each mark
	nFeatures = firstMark + nMarks
)

// features are those that are true of a block, in order.
type features []feature

// context is what the page says of its story, beside its blocks.
type context struct {
	title       string     // folded, as the page shows it
	named       string     // folded, as the metadata has it: without the site's name
	description string     // folded
	body        *bodyIndex // of JSON-LD's articleBody; nil where there is none
	shown       string     // the title as it is written
	about       string     // the description as it is written
	site        string     // the name of the host, folded
	article     bool       // the page says that it is one
}

// contextOf is what a page says of itself.
func contextOf(m *meta.About, url, body string) context {
	return context{title: fold(m.Shown), named: fold(m.Title), description: fold(m.Description), body: indexBody(body), shown: m.Shown, about: m.Description, site: siteOf(cmp.Or(url, m.CanonicalURL)), article: m.Article}
}

// path is what stands in elements of one template.
type path struct{ prose, blocks int32 }

// sum is what blocks hold together, in characters.
type sum struct{ chars, prose, linked int32 }

// describer gives the features of block after block of a page.
type describer struct {
	*tree
	context
	first, last int // of the region's prose
	core        elem
	total       int32
	headline    int
	footer      int // the first block of one, and of comments
	comments    int
	best        map[string]int32 // of blocks with one text, which is most likely the story's
	paths       map[uint64]path
	locals      map[uint64]int32 // prose by tag and class
	sums        []sum            // of the blocks before
	// Half of the prose is so: an element was never closed, and it tells nothing.
	allStrong, allSlanted bool
	vocabulary            vocabulary
	page                  features // of the whole page: true of all its blocks
}

func (t *tree) describer(c context) *describer {
	r := &t.room
	d := &describer{tree: t, context: c, first: len(t.blocks), last: -1, headline: -1, footer: len(t.blocks), comments: len(t.blocks), total: max(1, t.elems[0].prose)}
	if r.best == nil {
		r.best, r.paths, r.locals = map[string]int32{}, map[uint64]path{}, map[uint64]int32{}
	}
	clear(r.paths)
	clear(r.locals)
	r.sums = append(r.sums[:0], make([]sum, len(t.blocks)+1)...)
	d.best, d.paths, d.locals, d.sums = r.best, r.paths, r.locals, r.sums
	var strong, slanted int32
	for i := range t.blocks {
		b := &t.blocks[i]
		if k, ok := d.best[b.text]; !ok || b.likelier(&t.blocks[k]) {
			d.best[b.text] = int32(i)
		}
		k := t.elems[b.elem].sig
		at := d.paths[k]
		at.blocks++
		s := d.sums[i]
		s.chars += b.chars
		s.linked += b.linked
		if b.prose {
			at.prose += b.chars
			d.locals[t.elems[b.elem].local] += b.chars
			s.prose += b.chars
			strong += b.strong
			slanted += b.slanted
		}
		d.paths[k], d.sums[i+1] = at, s
		if b.region && b.prose && b.marks&furniture == 0 {
			d.first, d.last = min(d.first, i), i
		}
		if b.marks&isFooter != 0 {
			d.footer = min(d.footer, i)
		}
		if b.marks&isComment != 0 {
			d.comments = min(d.comments, i)
		}
		if d.headline < 0 && b.level == 1 && sameTitle(b.text, c.title) {
			d.headline = i
		}
	}
	for i := range t.elems {
		if e := &t.elems[i]; e.prose*3 > t.elems[0].prose*2 {
			d.core = *e
		}
	}
	d.allStrong, d.allSlanted = strong*2 > d.total, slanted*2 > d.total
	d.page = d.whole(features{fBias})
	d.vocabulary.read(t, &c)
	return d
}

func (d *describer) describe(i int, fs features) features {
	b := &d.blocks[i]
	add := func(f feature, is bool) {
		if is {
			fs = append(fs, f)
		}
	}
	add(fProse, b.prose)
	add(fChars25, b.chars >= 25)
	add(fChars60, b.chars >= 60)
	add(fChars120, b.chars >= 120)
	add(fChars240, b.chars >= 240)
	add(fChars480, b.chars >= 480)
	add(fOneWord, b.words <= 1)
	add(fFewWords, b.words <= 4)
	den := b.density()
	add(fLinked10, den > .1)
	add(fLinked30, den > .3)
	add(fLinked60, den > .6)
	add(fLinked90, den > .9)
	add(fNoLink, b.links == 0)
	add(fSentence, b.ends > 0)
	add(fSentences, b.ends > 1)
	add(fCommas, b.commas > 0)
	add(fDigits, b.digits*6 > b.chars)
	add(fCapitals, b.upper*2 > b.chars)
	add(fStrong, b.strong*10 > b.chars*9 && !d.allStrong)
	last, _ := utf8.DecodeLastRuneInString(b.text)
	add(fEndsOpen, last == ':')
	add(fEndsWhole, isEnd(last))
	switch b.kind {
	case extract.Heading:
		add(fHeading1+feature(min(b.level, 4))-1, b.level > 0)
	case extract.ListItem:
		add(fListItem, true)
	case extract.BlockQuote:
		add(fBlockQuote, true)
	case extract.Caption:
		add(fCaption, true)
	case extract.Table:
		add(fTable, true)
	case extract.Preformatted:
		add(fPreformatted, true)
	}
	switch b.tag {
	case atom.P:
		add(fParagraphTag, true)
	case atom.Div, atom.Section, atom.Article:
		add(fDivTag, true)
	case atom.Li, atom.H1, atom.H2, atom.H3, atom.H4:
	default:
		add(fOtherTag, true)
	}
	fs = d.place(i, fs)
	fs = d.agreement(b, fs)
	fs = d.vocabulary.describe(i, b, fs)
	add(fSite, len(d.site) >= leastSite && b.chars < mostNaming && names(b.text, d.site))
	first, _ := utf8.DecodeRuneInString(b.text)
	add(fSlanted, b.slanted*10 > b.chars*9 && !d.allSlanted)
	add(fCutOff, last == '…' || strings.HasSuffix(b.text, "..."))
	add(fLowerStart, unicode.IsLower(first))
	quoted, signs := signsIn(b.text)
	add(fQuoted, quoted)
	add(fSigns, b.chars < 120 && signs)
	add(fRepeated, d.best[b.text] != int32(i))
	add(fOnlyLink, b.links == 1 && den > .95)
	add(fManyLinks, b.links > 3 && den > .3)
	for m := b.marks; m != 0; m &= m - 1 {
		fs = append(fs, firstMark+feature(markIndex(m)))
	}
	return fs
}

// place describes where a block stands.
func (d *describer) place(i int, fs features) features {
	b := &d.blocks[i]
	add := func(f feature, is bool) {
		if is {
			fs = append(fs, f)
		}
	}
	add(fRegion, b.region)
	add(fNearRegion, !b.region && (d.regionAt(i-1) || d.regionAt(i-2) || d.regionAt(i+1) || d.regionAt(i+2) || d.regionAt(i+3)))
	add(fBeforeProse, i < d.first)
	add(fAfterProse, i > d.last)
	add(fFirstHalf, i*2 < d.first+d.last)
	p, n := d.at(i-1), d.at(i+1)
	add(fPrevProse, p.prose)
	add(fNextProse, n.prose)
	add(fPrevLink, p.density() > .5)
	add(fNextLink, n.density() > .5)
	add(fPrevHeading, p.kind == extract.Heading)
	add(fNextHeading, n.kind == extract.Heading)
	add(fPrevItem, p.kind == extract.ListItem)
	add(fNextItem, n.kind == extract.ListItem)
	add(fPrevLong, p.chars >= 120)
	add(fNextLong, n.chars >= 120)
	add(fPrevMarked, p.marks&furniture != 0)
	add(fNextMarked, n.marks&furniture != 0)
	add(fPrev2Prose, d.at(i-2).prose)
	add(fNext2Prose, d.at(i+2).prose)
	add(fCore, int32(i) >= d.core.first && int32(i) < d.core.last)
	near, boxed := d.beside(i-sideways, i)
	add(fNoProseBefore, near == 0)
	add(fBoxesBefore, boxed >= sideways-1)
	near, boxed = d.beside(i+1, i+1+sideways)
	add(fNoProseBehind, near == 0)
	add(fBoxesBehind, boxed >= sideways-1)
	add(fBeforeComments, n.marks&isComment != 0 || d.at(i+2).marks&isComment != 0)
	add(fSamePrev, d.together(p, b))
	add(fSameNext, d.together(n, b))
	at := d.paths[d.elems[b.elem].sig]
	add(fPathMost, at.prose*2 > d.total)
	add(fPathSome, at.prose*7 > d.total)
	add(fPathLittle, at.prose*50 < d.total)
	add(fPathAlone, at.blocks == 1)
	local := d.locals[d.elems[b.elem].local]
	add(fLocalMost, local*2 > d.total)
	add(fLocalSome, local*7 > d.total)
	add(fNear, b.near)
	add(fAfterFooter, i > d.footer && d.footer > d.last)
	add(fAfterComments, i > d.comments && d.comments > d.last)
	add(fBeforeHeadline, i < d.headline)
	add(fClose, i >= d.first-8 && i <= d.last+8)
	from, to := d.sums[max(0, i-6)], d.sums[min(len(d.blocks), i+7)]
	chars, prose, linked := to.chars-from.chars, to.prose-from.prose, to.linked-from.linked
	add(fWindow20, prose*5 > chars)
	add(fWindow50, prose*2 > chars)
	add(fWindow80, prose*5 > chars*4)
	add(fWindowLinked, linked*2 > chars)
	tenth := (d.last - d.first + 9) / 10
	add(fFirstTenth, i >= d.first && i < d.first+tenth)
	add(fLastTenth, i <= d.last && i > d.last-tenth)
	add(fInLink, b.links == 0 && b.linked > 0)
	around := 0
	for _, k := range [...]int{i - 2, i - 1, i + 1, i + 2} {
		if d.at(k).prose {
			around++
		}
	}
	add(fAroundProse, around >= 3)
	e := &d.elems[b.elem]
	if e.tag == b.tag && e.parent >= 0 && e.last-e.first <= 1 {
		e = &d.elems[e.parent] // the block's own element tells nothing
	}
	around3 := b.own
	for k, j := 0, b.elem; k < 3 && j > 0; k, j = k+1, d.elems[j].parent {
		around3 |= d.elems[j].own
	}
	add(fMarkedNear, around3&furniture != 0)
	add(fOtherArticle, d.elems[b.elem].foreign)
	add(fParentLinked, e.linked*2 > e.chars)
	add(fParentMost, e.prose*2 > d.total)
	add(fParentSome, e.prose*8 > d.total)
	add(fParentNone, e.prose == 0)
	if e.parent >= 0 {
		e = &d.elems[e.parent]
	}
	add(fGrandLinked, e.linked*2 > e.chars)
	add(fGrandMost, e.prose*2 > d.total)
	add(fGrandSome, e.prose*8 > d.total)
	add(fAfterHeadline, d.headline >= 0 && i > d.headline && i < d.first)
	return fs
}

func (d *describer) agreement(b *block, fs features) features {
	if d.body != nil && b.words >= 4 {
		if d.body.has(b.text) {
			fs = append(fs, fInBody)
		} else {
			fs = append(fs, fNotInBody)
		}
	}
	if b.words >= 5 && len(b.text) <= 2*len(d.description) && strings.Contains(d.description, fold(b.text)) {
		fs = append(fs, fDescription)
	}
	if sameTitle(b.text, d.title) {
		fs = append(fs, fTitle)
	}
	return fs
}

// whole describes the page.
func (d *describer) whole(fs features) features {
	var prose, region, chars, linked, items, headings, paragraphs int32
	for i := range d.blocks {
		b := &d.blocks[i]
		chars += b.chars
		linked += b.linked
		if b.prose {
			prose += b.chars
		}
		if !b.region {
			continue
		}
		switch {
		case b.kind == extract.ListItem:
			items++
		case b.kind == extract.Heading:
			headings++
		case b.prose:
			paragraphs++
		}
		if b.prose {
			region += b.chars
		}
	}
	for _, f := range [...]struct {
		feature
		is bool
	}{{fPageArticle, d.article}, {fPageShort, region < 1500}, {fPageLong, region > 6000}, {fPageItems, items > paragraphs}, {fPageHeadings, headings*3 > paragraphs},
		{fPageElsewhere, region*2 < prose}, {fPageLinked, linked*2 > chars}, {fPageBody, d.body != nil}} {
		if f.is {
			fs = append(fs, f.feature)
		}
	}
	return fs
}

// likelier tells which of two blocks with one text is the story's, as far as
// their places say.
func (b *block) likelier(than *block) bool {
	if b.region != than.region {
		return b.region
	}
	return b.marks&furniture == 0 && than.marks&furniture != 0
}

// together tells whether two blocks stand in one element, each perhaps in an
// element of its own.
func (d *describer) together(a, b *block) bool {
	if a == &nowhere {
		return false
	}
	return a.elem == b.elem || d.elems[a.elem].parent == d.elems[b.elem].parent
}

// sideways is how many blocks on one side of a block are looked at together.
const sideways = 4

// beside counts the blocks from one to another that are prose, and those in boxes.
func (d *describer) beside(from, to int) (prose, boxed int) {
	for i := max(from, 0); i < min(to, len(d.blocks)); i++ {
		b := &d.blocks[i]
		if b.prose {
			prose++
		}
		if b.marks&boxes != 0 {
			boxed++
		}
	}
	return prose, boxed
}

var nowhere block

func (d *describer) at(i int) *block {
	if i < 0 || i >= len(d.blocks) {
		return &nowhere
	}
	return &d.blocks[i]
}

func (d *describer) regionAt(i int) bool { return i >= 0 && i < len(d.blocks) && d.blocks[i].region }
