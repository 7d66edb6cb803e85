package junk

import (
	"fmt"
	"strconv"
)

var monthNumber = func() map[uint32]int {
	m := map[uint32]int{}
	for i, names := range [...][]string{{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may"}, {"june", "jun"}, {"july", "jul"},
		{"august", "aug"}, {"september", "sep", "sept"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"}} {
		for _, n := range names {
			m[hashOf(n)] = i + 1
		}
	}
	return m
}()

// day reads the first full date of a line: "18 Oct 2025", "October 18, 2025",
// "2025-10-18". Times are left out: their zone is mostly not said. "" for none;
// 10/11/2025 is none, for nobody knows which figure is the month.
func day(words []word, s string) string {
	for i := range words {
		if i+2 >= len(words) {
			return ""
		}
		a, b, c := number(words[i], s), number(words[i+1], s), number(words[i+2], s)
		switch {
		case a >= 1900 && b > 0 && c > 0 && s[words[i].end] == '-':
			if d := iso(a, b, c); d != "" {
				return d
			}
		case monthNumber[words[i].hash] > 0 && b > 0 && c >= 1900:
			if d := iso(c, monthNumber[words[i].hash], b); d != "" {
				return d
			}
		case monthNumber[words[i+1].hash] > 0 && a > 0 && c >= 1900:
			if d := iso(c, monthNumber[words[i+1].hash], a); d != "" {
				return d
			}
		}
	}
	return ""
}

// number reads a figure, also with the ending of an ordinal; -1 for none.
func number(w word, s string) int {
	t := s[w.start:w.end]
	if len(t) > 2 && '0' <= t[0] && t[0] <= '9' {
		switch t[len(t)-2:] {
		case "st", "nd", "rd", "th":
			t = t[:len(t)-2]
		}
	}
	if len(t) > 4 {
		return -1
	}
	n, err := strconv.Atoi(t)
	if err != nil {
		return -1
	}
	return n
}

func iso(year, month, day int) string {
	if year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
