package spacing

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sound says that there is nothing to mend in s, which holds for most pieces
// and is told by each mark and the bytes beside it. It may be wrong the other
// way.
func sound(s string) bool {
	const (
		each = 0x0101010101010101
		top  = 0x80 * each
	)
	i, before := 0, uint64(0) // whether a blank stands before the next byte, in the top bit of the lowest one
	for ; i+8 <= len(s); i += 8 {
		t := s[i : i+8]
		x := uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
		other := x ^ ' '*each
		blank := ^(other&^top + ^uint64(top) | other) & top
		if blank&(blank<<8|before) != 0 {
			return false // doubled
		}
		small := x&^top | 0x20*each
		letters := ((small | top) - 'a'*each) & (('z'|0x80)*each - small) &^ x & top
		other = x ^ '('*each
		if open := ^(other&^top + ^uint64(top) | other) & top; open&(blank>>8) != 0 {
			return false
		}
		// Any other mark with a blank behind it and none before is sound.
		for rest := ^(letters | blank | blank>>8&^(blank<<8|before)) & top; rest != 0; rest &= rest - 1 {
			if k := i + bits.TrailingZeros64(rest)>>3; kinds[s[k]] != plain && !soundAt(s, k) {
				return false
			}
		}
		before = blank >> 56
	}
	for ; i < len(s); i++ {
		if s[i] == ' ' && i > 0 && s[i-1] == ' ' || kinds[s[i]] != plain && !soundAt(s, i) {
			return false
		}
	}
	return true
}

// soundAt says that there is nothing to mend at the mark s[i].
func soundAt(s string, i int) bool {
	before, next := byte(' '), byte(' ')
	if i > 0 {
		before = s[i-1]
	}
	if i+1 < len(s) {
		next = s[i+1]
	}
	switch c := s[i]; kinds[c] {
	case point, comma, shut:
		if i > 0 && before == ' ' || next >= utf8.RuneSelf && next != 0xe2 {
			return false
		}
		switch {
		case !letter(next):
			return true
		case c == ',':
			return !lostAfterComma(s, i)
		case c == ')':
			return !upper(next)
		}
		return !lostAfterStop(s, i)
	case open:
		return next != ' '
	case double:
		return before == ' ' || !alnum(next) && next < utf8.RuneSelf && next != '$' && next != '['
	case curly:
		if i+2 >= len(s) || s[i+1] != 0x80 {
			return false
		}
		switch s[i+2] {
		case 0x9c, 0x98: // “ ‘
			return before == ' '
		case 0x9d: // ”
			return i+3 >= len(s) || !alnum(s[i+3]) && (s[i+3] < utf8.RuneSelf || s[i+3] == 0xe2)
		case 0x99, 0x93, 0x94, 0xa6: // ’ – — …
			return true
		}
	case latin: // â Â Ã of what was decoded wrongly, and a soft hyphen
		return c == 0xc2 && next != 0xad || c == 0xc3 && next != 0x82 && next != 0x83 && next != 0xa2
	}
	return false
}

// kinds tells what sound has to look at.
var kinds = func() (t [256]uint8) {
	for _, c := range ".?!" {
		t[c] = point
	}
	t[','], t['('], t[')'], t['"'], t[0xe2] = comma, open, shut, double, curly
	t['\t'], t[0xc2], t[0xc3], t[0xef] = odd, latin, latin, odd
	return t
}()

const (
	plain = iota
	point
	comma
	open
	shut
	double
	curly
	latin
	odd
)

// blanks finds the places where a blank was lost, or stands and should not.
func blanks(s string, edits []edit) []edit {
	straight := strings.IndexByte(s, '"') >= 0 && paired(s)
	opening := true
	bracket := -1 // where the last "(" stands
	// A single blank matters beside a mark or bracket alone, and is looked at there.
	table := &markByte
	if strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ") {
		table = &blankByte
	}
	for i := 0; i < len(s); i++ {
		if !table[s[i]] {
			continue
		}
		if table == &markByte && i > 0 && s[i-1] == ' ' && (s[i] == ',' || s[i] == '.' || s[i] == ')') {
			edits = blank(s, i-1, i, edits)
		}
		switch s[i] {
		case ' ', '\t':
			n := i + 1
			for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
				n++
			}
			edits = blank(s, i, n, edits)
			i = n - 1
		case '.', '?', '!':
			if lostAfterStop(s, i) {
				edits = append(edits, edit{i + 1, i + 1, " ", "blank-after-stop"})
			}
		case ',':
			if lostAfterComma(s, i) {
				edits = append(edits, edit{i + 1, i + 1, " ", "blank-after-comma"})
			}
		case '(':
			bracket = i
			if table == &markByte && i+2 < len(s) && s[i+1] == ' ' && !strings.ContainsRune(",.)", rune(s[i+2])) {
				edits = blank(s, i+1, i+2, edits)
			}
		case ')':
			if bracket >= 0 && i-bracket > 4 && i+2 < len(s) && upper(s[i+1]) && lower(s[i+2]) && (bracket == 0 || s[bracket-1] == ' ') {
				edits = append(edits, edit{i + 1, i + 1, " ", "blank-after-bracket"})
			}
			bracket = -1
		case '"':
			if straight {
				if opening && wordOrMark(before(s, i)) && startsWord(s[i+1:]) {
					edits = append(edits, edit{i, i, " ", "blank-before-quote"})
				}
				if !opening && endsQuote(before(s, i)) && goesOnAfterQuote(s[i+1:]) {
					edits = append(edits, edit{i + 1, i + 1, " ", "blank-after-quote"})
				}
			}
			opening = !opening
		case 0xe2:
			if i+2 >= len(s) || s[i+1] != 0x80 {
				continue
			}
			switch s[i+2] {
			case 0x9c: // “
				if wordOrMark(before(s, i)) && startsWord(s[i+3:]) {
					edits = append(edits, edit{i, i, " ", "blank-before-quote"})
				}
			case 0x9d: // ”
				if endsQuote(before(s, i)) && goesOnAfterQuote(s[i+3:]) {
					edits = append(edits, edit{i + 3, i + 3, " ", "blank-after-quote"})
				}
			case 0x98: // ‘, which is often meant as an apostrophe: "Trump‘s", "rock ‘n’ roll"
				if r := before(s, i); (r == ',' || r == ';' || r == ':') && startsWord(s[i+3:]) {
					edits = append(edits, edit{i, i, " ", "blank-before-quote"})
				}
			}
			i += 2
		}
	}
	return edits
}

// blank says what is wrong with the blanks s[i:n].
func blank(s string, i, n int, edits []edit) []edit {
	switch {
	case i == 0 || n == len(s):
	case strandedMark(s, i, n):
		edits = append(edits, edit{i, n, "", "blank-before-mark"})
	case strandedBracket(s, i, n):
		edits = append(edits, edit{i, n, "", "blank-in-bracket"})
	case n-i > 1 || s[i] == '\t':
		edits = append(edits, edit{i, n, " ", "blanks"})
	}
	return edits
}

// markByte tells the bytes at which blanks has something to decide, and
// blankByte blanks too.
var markByte, blankByte = func() (marks, all [256]bool) {
	for _, c := range []byte{'.', '?', '!', ',', '(', ')', '"', 0xe2} {
		marks[c], all[c] = true, true
	}
	all[' '], all['\t'] = true, true
	return marks, all
}()

// paired says whether the straight double quotes of s can be told apart by
// counting: their number is even, none that opens has a blank behind it, none
// that closes has one before it, and none stands for inches.
func paired(s string) bool {
	opening := true
	for i := 0; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		if opening && (i+1 == len(s) || s[i+1] == ' ' || i > 0 && digit(s[i-1])) {
			return false
		}
		if !opening && s[i-1] == ' ' {
			return false
		}
		opening = !opening
	}
	return opening
}

// strandedMark says whether the blanks s[i:n] stand between a word and its
// comma or full stop. " .5", " ...", " . . ." and " .com" are none.
func strandedMark(s string, i, n int) bool {
	if s[n] != ',' && s[n] != '.' {
		return false
	}
	if r := before(s, i); !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(")]”’%", r) {
		return false
	}
	if n+1 == len(s) {
		return true
	}
	if s[n+1] != ' ' || n+2 < len(s) && (s[n+2] == '.' || s[n+2] == ',') {
		return strings.HasPrefix(s[n+1:], "”") || s[n+1] == '"' && (n+2 == len(s) || s[n+2] == ' ') || // "We wait ."
			s[n] == '.' && i > 2 && lower(s[i-1]) && lower(s[i-2]) && lower(s[i-3]) && nextSentence(s[n+1:]) // he left .He came
	}
	return true
}

func strandedBracket(s string, i, n int) bool {
	if i > 1 && s[i-1] == '(' && s[i-2] == ' ' {
		return alnum(s[n])
	}
	return s[n] == ')' && alnum(s[i-1]) && strings.LastIndexByte(s[max(0, i-120):i], '(') >= 0
}

// lostAfterStop says whether a sentence ends at the mark s[i] and the next one
// begins right behind it: "honest.It", "US?At". Names of sites and files have
// a mark or a small word behind it, initials and abbreviations one letter.
func lostAfterStop(s string, i int) bool {
	if i < 2 || i+2 >= len(s) || !upper(s[i+1]) {
		return false
	}
	start := i
	for start > 0 && letter(s[start-1]) {
		start--
	}
	if s[i] == '.' && (i-start < 3 || !lower(s[i-1])) || !alnum(s[i-1]) || start > 0 && !strings.ContainsRune(" (\"'-”", rune(s[start-1])) && s[start-1] < utf8.RuneSelf {
		return false
	}
	return nextSentence(s[i+1:])
}

// nextSentence says whether s begins with a word as sentences do.
func nextSentence(s string) bool {
	end := 0
	for end < len(s) && letter(s[end]) {
		end++
	}
	switch word := s[:end]; {
	case word == "I" || word == "A":
		return end < len(s) && (s[end] == ' ' || s[end] == '\'')
	case len(word) < 2 || !upper(s[0]) || !lower(s[1]) || word == "Com" || word == "Net" || word == "Org" || word == "Js":
		return false
	}
	return end < len(s) && (s[end] == ' ' || s[end] == ',' || s[end] == '\'' || strings.HasPrefix(s[end:], "’"))
}

// lostAfterComma: "tense,frank". Two letters on each side, and blanks around.
func lostAfterComma(s string, i int) bool {
	if i < 2 || i+2 >= len(s) || !lower(s[i-1]) || !lower(s[i-2]) || !letter(s[i+1]) || !lower(s[i+2]) {
		return false
	}
	start, end := i, i+1
	for start > 0 && letter(s[start-1]) {
		start--
	}
	for end < len(s) && letter(s[end]) {
		end++
	}
	return (start == 0 || s[start-1] == ' ') && (end == len(s) || s[end] == ' ' || s[end] == '.')
}

func before(s string, i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r
}

func wordOrMark(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r != 0 && strings.ContainsRune(",:;.?!)%", r)
}

func endsQuote(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r != 0 && strings.ContainsRune(",;.?!…)’'—–-", r)
}

// startsWord says whether s begins with a word, or a quotation within the one
// that opens before it.
func startsWord(s string) bool {
	s = strings.TrimPrefix(s, "‘")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' || r == '£' || r == '€' || r == '['
}

// goesOnAfterQuote: a word right behind a closing mark lost its blank, but for
// the endings that are written so ("the “yes”es", "“Times”s").
func goesOnAfterQuote(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsLetter(second) && !strings.HasPrefix(s, "es ") && !strings.HasPrefix(s, "ed ") || r == 'a' || r == 'I' || r == 'A' || unicode.IsDigit(r)
}

func upper(b byte) bool  { return 'A' <= b && b <= 'Z' }
func lower(b byte) bool  { return 'a' <= b && b <= 'z' }
func letter(b byte) bool { return upper(b) || lower(b) }
func digit(b byte) bool  { return '0' <= b && b <= '9' }
func alnum(b byte) bool  { return letter(b) || digit(b) }
