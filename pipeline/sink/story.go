package sink

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// Story makes the report print the article itself before the lists, for a
// terminal; colour says whether quotes are coloured by who speaks.
func (p *Report) Story(colour bool) *Report {
	p.story, p.colour = true, colour
	return p
}

// voiceColours are the colours of speakers on a terminal; then they come again.
// They can be read on dark and on light.
var voiceColours = [...]string{"\x1b[34m", "\x1b[33m", "\x1b[32m", "\x1b[35m", "\x1b[36m", "\x1b[31m", "\x1b[94m", "\x1b[95m"}

const (
	nobodyColour = "\x1b[4m"
	bold         = "\x1b[1m"
	plainAgain   = "\x1b[0m"
)

// colourOf is the colour of the voice k; "" where there is none.
func (p *Report) colourOf(k int, v *voice) string {
	switch {
	case !p.colour:
		return ""
	case v.name == "":
		return nobodyColour
	}
	return voiceColours[k%len(voiceColours)]
}

// article prints the text, wrapped, a blank line between blocks.
func (p *Report) article(d *extract.Document, list []voice, of []int) {
	rest := pieces(d)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		var cut []stretch
		cut, rest = stretches(b.Span, rest)
		var text strings.Builder
		var shades []string // of each byte of text
		for _, s := range cut {
			shade := ""
			if s.quote >= 0 {
				k := of[s.quote]
				shade = p.colourOf(k, &list[k])
			} else if b.Kind == extract.Heading && p.colour {
				shade = bold
			}
			raw := d.At(s.Span)
			t := Plain(raw)
			if raw != "" && text.Len() > 0 && blank(raw[0]) {
				t = " " + t
			}
			if t != "" && blank(raw[len(raw)-1]) {
				t += " "
			}
			text.WriteString(t)
			for range len(t) {
				shades = append(shades, shade)
			}
		}
		p.shaded(text.String(), shades)
		p.line("")
	}
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// shaded prints text in lines, each byte in its shade. A shade ends with its
// line.
func (p *Report) shaded(text string, shades []string) {
	at := 0
	for _, line := range wrap(strings.Join(strings.Fields(text), " "), p.width) {
		now := ""
		for i := range len(line) {
			for line[i] != ' ' && text[at] == ' ' {
				at++
			}
			shade := now
			if line[i] != ' ' {
				shade = shades[at]
				at++
			} else if at < len(text) && text[at] == ' ' {
				shade = shades[at]
			}
			if shade != now {
				if now != "" {
					p.w.WriteString(plainAgain)
				}
				p.w.WriteString(shade)
				now = shade
			}
			p.w.WriteByte(line[i])
		}
		if now != "" {
			p.w.WriteString(plainAgain)
		}
		p.w.WriteByte('\n')
	}
}
