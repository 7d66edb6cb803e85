package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// seen is what a word is made of.
type seen struct {
	upper, lower, digit, letter bool
	first                       bool // the first letter is a capital
	laterUpper                  bool // a capital after the first letter
	capitals, parts             int  // parts are joined by hyphens and apostrophes
	partUpper                   bool // each part begins with a capital
	dots                        int  // inside
}

// word reads the token that begins at i with a letter or digit.
func (s *scanner) word(i int) int {
	var w seen
	w.partUpper = true
	segment := i // after the last full stop
	partStart := true
	j := i
	for j < len(s.text) {
		c := s.text[j]
		switch class[c] {
		case letter:
			up := c < 'a'
			w.see(up, !up, partStart)
			partStart = false
			j++
			continue
		case digit:
			w.digit = true
			partStart = false
			j++
			continue
		case multibyte:
			r, n := utf8.DecodeRuneInString(s.text[j:])
			if wordRune(r) {
				if unicode.IsLetter(r) {
					w.see(unicode.IsUpper(r), !unicode.IsUpper(r), partStart)
					partStart = false
				}
				j += n
				continue
			}
			if r == '’' || r == '\u2011' {
				if next := s.join(i, j, n, r == '’'); next > j {
					partStart = true
					j = next
					continue
				} else if next < 0 {
					return s.contraction(i, j, n)
				}
			}
			return s.finish(i, j, &w)
		case blank:
			return s.finish(i, j, &w)
		}
		switch c {
		case '.':
			to, verdict := s.dot(i, j, segment, &w)
			switch verdict {
			case dotInside:
				w.dots++
				j = to
				segment = j
				partStart = true
				continue
			case dotLink:
				return s.link(i, to)
			case dotKept:
				return s.add(i, to, dottedShape(s.text[i:to], &w))
			}
			return s.finish(i, j, &w)
		case '\'':
			next := s.join(i, j, 1, true)
			if next < 0 {
				return s.contraction(i, j, 1)
			}
			if next == j {
				return s.finish(i, j, &w)
			}
			partStart = true
			j = next
			continue
		case '-':
			if next := s.join(i, j, 1, false); next > j {
				partStart = true
				j = next
				continue
			}
			return s.finish(i, j, &w)
		case '_':
			j++
			continue
		case '@':
			if to := s.host(j + 1); to > 0 {
				return s.add(i, to, extract.Link)
			}
			return s.finish(i, j, &w)
		case ':':
			if w.digit && isDigit(s.text[j-1]) && isDigit(s.at(j+1)) {
				j++
				continue
			}
			if scheme(s.text[i:j]) && !s.blankAt(j+1) {
				return s.link(i, j+1)
			}
			return s.finish(i, j, &w)
		case ',':
			if s.grouped(j) {
				j++
				continue
			}
			return s.finish(i, j, &w)
		case '/':
			if isDigit(s.text[j-1]) && isDigit(s.at(j+1)) || j == i+1 && (s.text[i] == 'w' || s.text[i] == 's' || isLower(s.text[i]) && s.startsWord(j+1) && !s.startsWord(j+2)) {
				j++ // "9/11", "w/", "w/o", "s/he", "b/c"
				continue
			}
			return s.finish(i, j, &w)
		case '&':
			if class[s.text[j-1]] == letter && class[s.at(j+1)] == letter && j-i <= 4 {
				j++ // "AT&T", "R&D"
				continue
			}
			return s.finish(i, j, &w)
		case '*':
			k := j
			for s.at(k) == '*' {
				k++
			}
			if class[s.at(k)] == letter { // "sh*t"
				j = k
				continue
			}
			return s.finish(i, j, &w)
		case '+':
			if k := j + 1; !s.startsWord(k) { // "C++", "60+", "A+"
				if s.at(k) == '+' && !s.startsWord(k+1) {
					k++
				}
				j = k
			}
			return s.finish(i, j, &w)
		}
		return s.finish(i, j, &w)
	}
	return s.finish(i, j, &w)
}

func (w *seen) see(upper, lower, partStart bool) {
	if !w.letter {
		w.first = upper
	} else if upper {
		w.laterUpper = true
	}
	if upper {
		w.capitals++
	}
	if partStart {
		w.parts++
		w.partUpper = w.partUpper && upper
	}
	w.letter = true
	w.upper = w.upper || upper
	w.lower = w.lower || lower
}

// join decides on the hyphen or apostrophe of n bytes at j of the word that
// began at i: it returns where the word goes on, j where it ends before it, and
// -1 where a "n't" ends it.
func (s *scanner) join(i, j, n int, apostrophe bool) int {
	k := j + n
	if !s.startsWord(k) {
		return j
	}
	if !apostrophe {
		return k
	}
	if isDigit(s.text[j-1]) { // "1990's", "OK'd" but for digits
		return k
	}
	if c := s.at(k); (c == 't' || c == 'T') && !s.startsWord(k+1) && j-i >= 2 && (s.text[j-1]|0x20) == 'n' {
		return -1
	}
	if clitic(s.text[k:]) > 0 {
		return j
	}
	return k
}

// clitic is the length of the clitic that s, which follows an apostrophe,
// begins with: 0 for none.
func clitic(s string) int {
	n := 0
	switch s[0] | 0x20 {
	case 's', 'm', 'd':
		n = 1
	case 'l':
		if len(s) > 1 && s[1]|0x20 == 'l' {
			n = 2
		}
	case 'r', 'v':
		if len(s) > 1 && s[1]|0x20 == 'e' {
			n = 2
		}
	}
	if n == 0 || n == len(s) {
		return n
	}
	switch class[s[n]] {
	case letter, digit:
		return 0
	case multibyte:
		if r, _ := utf8.DecodeRuneInString(s[n:]); wordRune(r) {
			return 0
		}
	}
	return n
}

// contraction ends the word that began at i before the "n" of "n't", whose
// apostrophe of n bytes is at j.
func (s *scanner) contraction(i, j, n int) int {
	s.add(i, j-1, shapeOf(s.text[i:j-1]))
	return s.add(j-1, j+n+1, extract.Clitic)
}

// grouped says whether the comma at j groups the digits of a number: three of
// them follow, or India's two and then three.
func (s *scanner) grouped(j int) bool {
	if !isDigit(s.text[j-1]) {
		return false
	}
	const groups = 5
	k := j
	for range groups {
		n := 1
		for n <= 4 && isDigit(s.at(k+n)) {
			n++
		}
		switch {
		case n == 4:
			return true
		case n != 3 || s.at(k+3) != ',':
			return false
		}
		k += 3
	}
	return false
}

// finish ends the word [i, j).
func (s *scanner) finish(i, j int, w *seen) int {
	word := s.text[i:j]
	if n := glued(word, w); n > 0 {
		s.add(i, i+n, shapeOf(word[:n]))
		return s.add(i+n, j, extract.LowerWord)
	}
	if w.digit && w.letter && class[word[0]] == digit {
		if n := s.unit(i, word); n > 0 {
			s.add(i, i+n, extract.Number)
			return s.add(i+n, j, shapeOf(word[n:]))
		}
	}
	// "US$4.5bn": the letters go with the sign.
	if s.at(j) == '$' && j-i <= 3 && w.upper && !w.lower && !w.digit {
		return s.add(i, j+1, extract.Currency)
	}
	return s.add(i, j, w.shape(j-i))
}

func (w *seen) shape(n int) extract.Shape {
	switch {
	case w.digit && !w.letter:
		return extract.Number
	case w.digit:
		return extract.Alphanumeric
	case !w.upper:
		return extract.LowerWord
	case !w.lower && n == 1:
		return extract.CapitalLetter
	case !w.lower:
		return extract.CapsWord
	case w.first && (!w.laterUpper || w.partUpper && w.capitals <= w.parts):
		return extract.TitleWord
	}
	return extract.MixedWord
}

// shapeOf is the shape of a word without full stops.
func shapeOf(word string) extract.Shape {
	var w seen
	w.partUpper = true
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			w.digit = true
		case unicode.IsLetter(r):
			w.see(unicode.IsUpper(r), !unicode.IsUpper(r), !w.letter)
		}
	}
	return w.shape(len(word))
}

// glued is the length of the first of two words that are written as one:
// "cannot", "gonna", "dont". Penn parts them.
func glued(word string, w *seen) int {
	if len(word) < 4 || len(word) > 6 || w.laterUpper || w.digit {
		return 0
	}
	switch word[1:] {
	case "annot":
		if word[0]|0x20 == 'c' {
			return 3
		}
	case "onna":
		if word[0]|0x20 == 'g' {
			return 3
		}
	case "anna":
		if word[0] == 'w' {
			return 3
		}
	case "otta":
		if word[0]|0x20 == 'g' {
			return 3
		}
	case "imme":
		if word[0]|0x20 == 'g' {
			return 3
		}
	case "emme":
		if word[0]|0x20 == 'l' {
			return 3
		}
	case "ont", "oesnt", "idnt":
		if word[0]|0x20 == 'd' {
			return len(word) - 2
		}
	case "snt":
		if word[0]|0x20 == 'i' {
			return 2
		}
	case "asnt":
		if word[0] == 'w' || word[0] == 'h' {
			return 3
		}
	case "ouldnt":
		return len(word) - 2
	}
	return 0
}

// unit is the length of the number that word begins with, where a unit
// follows without a blank ("7pm", "65km", "$5m"), 0 where not: "20th", "4G".
func (s *scanner) unit(i int, word string) int {
	n := 0
	for n < len(word) && (isDigit(word[n]) || word[n] == '.' || word[n] == ',' || word[n] == ':' || word[n] == '/') {
		n++
	}
	switch word[n:] {
	case "am", "pm", "AM", "PM", "km", "kg", "cm", "mm", "mg", "ml", "mph", "kph", "ft", "lb", "lbs", "km²", "hrs", "hr", "min", "mins", "sec", "yrs", "yr", "oz",
		"Hz", "kHz", "MHz", "GHz", "GB", "MB", "TB", "KB", "kW", "MW", "GW", "kWh", "mm²", "bn", "tn", "trn", "mn", "m²", "nm", "GHZ", "MHZ":
		return n
	case "k", "K", "m", "M", "b", "B", "bln", "mln", "T", "t":
		if p := len(s.dst); p > 0 && s.dst[p-1].Shape == extract.Currency && int(s.dst[p-1].End) == i {
			return n
		}
	}
	return 0
}
