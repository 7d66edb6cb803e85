package junk

import (
	"strings"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// seams is how often any piece is split: each time the rest is read again. Those
// of a text are split more often until so many bytes were read again.
const (
	seams     = 8
	rereading = 1 << 17
)

// part is a piece and the range of its words.
type part struct {
	extract.Piece
	span span
}

// cutSeams splits glued pieces in two or three and cuts teasers off.
func (a *article) cutSeams() {
	a.foreign = a.page && !a.oneIn(foreignText)
	spans := a.spans
	a.unread, a.room = a.pieces, 0
	a.pieces, a.spans = a.pieces[:0], a.spare[:0]
	reread := rereading
	for i := range spans {
		p := part{a.unread[0], spans[i]}
		a.unread = a.unread[1:]
		a.room++
		if p.Verdict != extract.Kept || !text(p.Kind) {
			a.put(p)
			continue
		}
		more := true
		for n := 0; more && (n < seams || reread > 0); n++ {
			reread -= len(p.Text)
			p, more = a.unglue(p)
		}
		if more {
			a.put(p)
		}
	}
	a.spare, a.unread = spans, nil
}

// foreignText is how rare the commonest words of English are on a page in which no
// heading is sought that ran into a sentence. A list of names has few of them too.
// In other languages 27 of 28 seams were none: "luka|Gigaba" in Xhosa,
// "(Elektro-)|Roller" in German.
const foreignText = 64

// put writes a piece behind those that were put. The room for it is what those
// took up that were read.
func (a *article) put(p part) {
	if a.room == 0 {
		a.makeRoom()
	}
	a.room--
	a.pieces, a.spans = append(a.pieces, p.Piece), append(a.spans, p.span)
}

// makeRoom moves pieces that are not read yet to the end of their memory, or
// those that were put to memory of their own.
func (a *article) makeRoom() {
	n, most := len(a.unread), cap(a.unread)
	if a.room = most - n; a.room > 0 {
		all := a.unread[:most]
		copy(all[a.room:], a.unread)
		a.unread = all[a.room:]
		return
	}
	a.room = 2*n + 2*seams
	a.pieces = append(make([]extract.Piece, 0, len(a.pieces)+a.room), a.pieces...)
}

// unglue puts the first pieces of p and gives back what stands behind them,
// if there may be more.
func (a *article) unglue(p part) (rest part, more bool) {
	words := a.words[p.span.start:p.span.end]
	n, r := a.teaser(words, len(a.pieces) == 0)
	from, cue := arrow(p.Text), false
	if from == 0 && len(a.pieces) > 0 && p.Kind == extract.Paragraph {
		if from = barred(p.Text, p.span.has); from > 0 { // "By Ana Sousa | 14 Feb 2026" is no teaser
			var f found
			if seek(words, p.span.all, &f); f.edge != nil {
				from = 0
			}
		}
	}
	if n > 0 {
		from = int(words[n-1].end)
	} else if n, r = a.gluedCue(words, p.Text, a.gluesOf(p.span)); n > 0 {
		cue = true
		from = int(a.glues[p.span.glues])
	}
	if from > 0 {
		if s, ok := a.findTitle(p.Text, from); ok {
			p, rest = a.split(p, s.at)
			p.Cut(stage, "teaser")
			a.put(p)
			return rest, true
		}
		title := len(words) - n
		if cue && title >= 8 && sentenceEnd(p.Text) { // "RELATED STORIESThe council met on Monday."
			p, rest = a.split(p, from)
			p.Cut(stage, r.kind)
			a.put(p)
			return rest, true
		}
		if title <= longTeaser && !(title > longSentence && sentenceEnd(p.Text)) && (n == len(words) || !a.tells(words[n:])) && (n > 0 && r.place != hint || !sentenceEnd(p.Text)) {
			if n == len(words) && n > 0 {
				a.opened = append(a.opened, opened{len(a.pieces), r})
			}
			p.Cut(stage, "teaser")
			a.put(p)
			return rest, false
		}
	}
	if at, kind := a.gluedFurniture(words, p); at > 0 {
		p, rest = a.split(p, at)
		if kind != "" {
			p.Cut(stage, kind)
		} else {
			p.Kind, p.Level, p.Rule, p.Stage = extract.Heading, 2, "glued-heading", stage
		}
		a.put(p)
		return rest, true
	}
	if at := stampSeam(words, p.Text); at > 0 {
		p, rest = a.split(p, at)
		a.put(p)
		return rest, true
	}
	s, ok := a.findLabelled(p)
	if !ok && !a.foreign {
		s, ok = a.findSeam(p.Text, a.gluesOf(p.span))
	}
	if !ok {
		a.cutInner(p)
		return rest, false
	}
	if s.start > 0 && a.enough(p.Text[:s.start]) {
		var before part
		before, p = a.split(p, s.start)
		a.put(before)
		s.at -= s.start
	}
	p, rest = a.split(p, s.at)
	if p.Kind == extract.Paragraph {
		p.Kind, p.Level, p.Rule, p.Stage = extract.Heading, 2, "glued-heading", stage
	}
	a.put(p)
	return rest, true
}

// stampSeam gives where the story begins behind a byline whose time runs into
// it: "BY LUCY TARRANT - 03/11/26 4:45 PM ETA committee"; 0 for nowhere.
func stampSeam(words []word, s string) int {
	if len(words) < 8 || !byWords.has(words[0].hash) {
		return 0
	}
	for i := 2; i < min(len(words), 16); i++ {
		if !halfDays.has(words[i-1].hash) || words[i-2].is&figure == 0 {
			continue
		}
		w := s[words[i].start:words[i].end]
		for _, zone := range zones {
			if rest, ok := strings.CutPrefix(w, zone); ok && rest != "" && upper(rest[0]) && (len(rest) == 1 || lower(rest[1])) {
				return int(words[i].start) + len(zone)
			}
		}
		return 0
	}
	return 0
}

var zones = [...]string{"EDT", "EST", "ET", "CDT", "CST", "CT", "MDT", "MST", "MT", "PDT", "PST", "PT", "GMT", "UTC", "BST", "IST", "CEST", "CET", "AEST", "AEDT"}

// arrow gives the length of a sign that points to another page, at the start
// of a piece; 0 for none. » with a word right behind it opens a quotation
// («, German style).
func arrow(s string) int {
	if s == "" || s[0] < utf8.RuneSelf && s[0] != '>' {
		return 0
	}
	if strings.HasPrefix(s, "\xe2\x80") && !strings.HasPrefix(s, "‣") && !strings.HasPrefix(s, "›") { // “ and the like
		return 0
	}
	for _, sign := range [...]string{"→", "▶", "►", "▸", "‣", "➤", "➔", "➜", "☞", "¦", "»", "›", "➡", "⇒", ">>", "👉", "🔗"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			if (sign == "»" || sign == "›") && !strings.HasPrefix(rest, " ") {
				return 0
			}
			return len(sign)
		}
	}
	return 0
}

// barred gives the length of a label of one to three words and the bar behind
// it ("Latest | "), at the start of a piece with no other bar; 0 for none.
func barred(s string, has signs) int {
	if !has.bar {
		return 0
	}
	n := strings.IndexByte(s[:min(len(s), 40)], '|')
	if n < 2 || strings.Count(s[:n], " ") > 3 || strings.Count(s, "|") > 1 {
		return 0
	}
	if words := wordsOf(s[:n]); len(words) == 0 || words[0].is&capital == 0 || len(s)-n < 16 {
		return 0
	}
	return n + 1
}

// text says whether pieces of a kind are running text.
func text(k extract.BlockKind) bool {
	return k == extract.Paragraph || k == extract.ListItem || k == extract.BlockQuote || k == extract.Caption || k == extract.Heading
}

// enough says whether what stands before a heading in the same line is a
// paragraph of its own, and not the heading's first half ("Blunt? Yes.").
func (a *article) enough(s string) bool {
	n := len(wordsOf(s))
	return n >= 8
}

// teaser says whether the words begin as a teaser for another story does, and
// how many of them announce it.
func (a *article) teaser(words []word, first bool) (int, *rule) {
	if len(words) == 0 || words[0].is&startsRule == 0 {
		return 0, nil
	}
	for _, r := range byWord.firsts.of(words[0].hash) {
		if r.place == lead || (r.place == label || r.place == hint) && !first {
			if n := r.match(words); n > 0 {
				return n, r
			}
		}
	}
	return 0, nil
}

// tells says whether words behind a teaser's cue are more than a title: a
// sentence ends among them and another of six words or more follows.
func (a *article) tells(words []word) bool {
	for i := range words {
		if words[i].is&ended != 0 && len(words)-i > 12 {
			return true
		}
	}
	return false
}

// cutInner puts a paragraph and cuts the teaser that stands at its end, in its
// line: "... the war. Also Read | Title".
func (a *article) cutInner(p part) {
	words := a.words[p.span.start:p.span.end]
	last := lastSentence(words)
	if at := signature(p.Text, words, last); at > 0 && !a.goesOn() {
		p, t := a.split(p, at)
		a.put(p)
		t.Cut(stage, "agency")
		a.learned = append(a.learned, learned{len(a.pieces), "agency"})
		a.put(t)
		return
	}
	for j := min(last, len(words)-2); j > 8 && j > len(words)-26; j-- {
		if words[j-1].is&ended == 0 || words[j].is&startsRule == 0 {
			continue
		}
		n, r := a.teaser(words[j:], false)
		if n == 0 || words[j+n-1].is&divided == 0 || a.tells(words[j+n:]) {
			continue
		}
		p, t := a.split(p, int(words[j].start))
		a.put(p)
		t.Cut(stage, r.kind)
		a.put(t)
		return
	}
	a.put(p)
}

// soon is how many pieces ahead goesOn looks.
const soon = 16

// goesOn says whether two paragraphs or more are not read yet: an agency signs
// the last one, and what each paragraph of a roundup ends in is its source.
func (a *article) goesOn() bool {
	n := 0
	for i := range a.unread[:min(len(a.unread), soon)] {
		if a.unread[i].Verdict == extract.Kept && len(a.unread[i].Text) > longSignature {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// lineRule gives the rule that takes a text as a line of its own.
func (a *article) lineRule(s string) *rule {
	words := wordsOf(s)
	if len(words) == 0 || len(words) > longLine {
		return nil
	}
	for _, r := range byWord.firsts.of(words[0].hash) {
		if !r.leads() && r.match(words) > 0 {
			return r
		}
	}
	return nil
}

// split cuts a piece in two at a byte of its text. Ranges of the input and
// repairs stay true.
func (a *article) split(p part, at int) (first, second part) {
	first, second = p, p
	first.Text, second.Text = p.Text[:at], p.Text[at:]
	shift := int32(at)
	first.Repairs, second.Repairs = nil, nil
	for _, r := range p.Repairs {
		if r.Start < int32(at) {
			first.Repairs = append(first.Repairs, r)
			shift += int32(len(r.Was) - r.Len())
			continue
		}
		r.Start -= int32(at)
		r.End -= int32(at)
		second.Repairs = append(second.Repairs, r)
	}
	if p.From != (extract.Span{}) {
		first.From.End = min(p.From.Start+shift, p.From.End)
		second.From.Start = first.From.End
	}
	fixed := a.vocab.fixed
	first.span, second.span = a.scan(first.Text), a.scan(second.Text)
	a.parted = append(a.parted, parting{p.span, first.span, second.span, fixed})
	return first, second
}
