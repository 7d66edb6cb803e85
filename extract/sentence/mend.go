package sentence

import (
	"strings"

	"github.com/quoth/quoth/extract"
)

// mend joins what Split parts by mistake in four ways that news has and treebanks
// lack, and says how many sentences are left: a share's code, "Vexley (VXLY.N)", a
// seat, "Ann Lee (D-N.Y.)", a size, "900 sq. ft.", and a straight mark that closes behind another, "'No.'"
// She left.
//
// It stands behind Split, since the model of names is trained on what Split gives:
// with 33 of 177,441 sentences cut otherwise, names of web text came out .7243 for
// .7288, which is the noise of its training.
func mend(text string, sentences []extract.Span) int {
	n := 0
	for i, s := range sentences {
		if i == 0 {
			n = 1
			continue
		}
		last := &sentences[n-1]
		switch {
		case strings.HasSuffix(text[last.Start:last.End], " sq.") && strings.HasPrefix(text[s.Start:s.End], "ft"):
			last.End = s.End // 7,000 sq. ft., which
			continue
		case last.End != s.Start:
		case codeEnds(text[last.Start:last.End], text[s.Start:s.End]), seatEnds(text[last.Start:last.End], text[s.Start:s.End]):
			last.End = s.End
			continue
		case closes(text[last.Start:last.End], text[s.Start:s.End]):
			last.End++
			for s.Start++; s.Start < s.End && text[s.Start] == ' '; s.Start++ {
			}
		}
		sentences[n] = s
		n++
	}
	return n
}

// codeEnds says whether a sentence that ends with "(VXLY." goes on with "N)".
func codeEnds(before, after string) bool {
	open := strings.LastIndexByte(before, '(')
	if open < 0 || len(after) < 2 || len(before)-open > len("(ABCDEF.") || !strings.HasSuffix(before, ".") {
		return false
	}
	for _, c := range before[open+1 : len(before)-1] {
		if (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	end := strings.IndexByte(after, ')')
	return (end == 1 || end == 2) && after[0] >= 'A' && after[0] <= 'Z'
}

// seatEnds says whether a sentence that ends with the first letter of a state goes on
// with the rest of its short form: "(D-N." "Y.)", "D-W." "Va.,".
func seatEnds(before, after string) bool {
	n := len(before)
	if n < 4 || before[n-1] != '.' || before[n-2] < 'A' || before[n-2] > 'Z' || before[n-3] != '-' && !strings.HasSuffix(before[:n-2], "\u2013") {
		return false
	}
	end := strings.IndexByte(after, '.')
	if end < 1 || end > 4 || after[0] < 'A' || after[0] > 'Z' {
		return false
	}
	for _, c := range after[1:end] {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// closes says whether the double mark that a sentence begins with closes the one
// before it, which ends with a single one.
func closes(before, after string) bool {
	return len(after) > 2 && after[0] == '"' && after[1] == ' ' && strings.HasSuffix(before, "'")
}
