package meta

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed data/months.txt
var monthData string

//go:embed data/zones.txt
var zoneData string

var months = sync.OnceValue(func() map[string]int { return numbers(monthData) })
var zones = sync.OnceValue(func() map[string]int { return numbers(zoneData) })

func numbers(data string) map[string]int {
	m := map[string]int{}
	for word, value := range entries(data) {
		m[word], _ = strconv.Atoi(value)
	}
	return m
}

// stamp is a date as a page gives it.
type stamp struct {
	year, month, day  int
	hour, minute, sec int
	offset            int // minutes east of UTC
	clock, zone       bool
	bare              bool // three bare numbers, in whose order pages differ
	at                int  // byte of the text where it begins
	end               int
}

func (s stamp) ok() bool { return s.year != 0 }

// String is RFC 3339 where the page tells hour and zone, else the date alone;
// "" for none.
func (s stamp) String() string {
	if !s.ok() {
		return ""
	}
	date := fmt.Sprintf("%04d-%02d-%02d", s.year, s.month, s.day)
	if !s.clock || !s.zone {
		return date
	}
	date += fmt.Sprintf("T%02d:%02d:%02d", s.hour, s.minute, s.sec)
	if s.offset == 0 {
		return date + "Z"
	}
	o, sign := s.offset, '+'
	if o < 0 {
		o, sign = -o, '-'
	}
	return date + fmt.Sprintf("%c%02d:%02d", sign, o/60, o%60)
}

func (s stamp) time() time.Time {
	return time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, s.sec, 0, time.UTC)
}

func (s stamp) valid() bool {
	if s.year < 1970 || s.year > 2099 || s.month < 1 || s.month > 12 || s.day < 1 {
		return false
	}
	return s.day <= time.Date(s.year, time.Month(s.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// order says how a date of three bare numbers is to be read.
type order bool

const (
	dayFirst   order = false
	monthFirst order = true
)

// readDate is the first date in a text; the zero stamp where there is none.
func readDate(s string, o order) stamp {
	for d := range readDates(s, o) {
		return d
	}
	return stamp{}
}

const maxDateText = 4096

// readDates are the dates in a text, in order, of which it reads at most
// maxDateText bytes.
func readDates(s string, o order) func(yield func(stamp) bool) {
	return func(yield func(stamp) bool) {
		toks := lex(cut(s, maxDateText))
		for i := 0; i < len(toks); {
			d, n := dateAt(toks[i:], o)
			if n == 0 {
				i++
				continue
			}
			d.at = toks[i].at
			n += clockAt(toks[i+n:], &d)
			d.end = toks[i+n-1].end
			if !yield(d) {
				return
			}
			i += n
		}
	}
}

// token is a number, a word in lower case, or one other character.
type token struct {
	word    string
	num     int // -1 for no number
	digits  int
	at, end int
	gap     bool // a blank stands before it
}

func (t token) is(c string) bool { return t.word == c }

func lex(s string) []token {
	var toks []token
	gap := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		start := i
		switch {
		case unicode.IsSpace(r):
			gap = true
			i += size
			continue
		case r >= '0' && r <= '9':
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				i++
			}
			num := -1
			if i-start <= 14 {
				num, _ = strconv.Atoi(s[start:i])
			}
			toks = append(toks, token{num: num, digits: i - start, at: start, end: i, gap: gap})
		case r == '年' || r == '月' || r == '日' || r == '년' || r == '월' || r == '일':
			i += size
			toks = append(toks, token{word: s[start:i], num: -1, at: start, end: i, gap: gap})
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
					break
				}
				i += size
			}
			toks = append(toks, token{word: strings.ToLower(s[start:i]), num: -1, at: start, end: i, gap: gap})
		default:
			i += size
			toks = append(toks, token{word: s[start:i], num: -1, at: start, end: i, gap: gap})
		}
		gap = false
	}
	return toks
}

// at is the token i, or one that is nothing.
func at(t []token, i int) token {
	if i < len(t) {
		return t[i]
	}
	return token{num: -1}
}

func number(t token, low, high, maxDigits int) bool {
	return t.digits > 0 && t.digits <= maxDigits && t.num >= low && t.num <= high
}

func year(t token) bool { return t.digits == 4 && t.num >= 1970 && t.num <= 2099 }
func day(t token) bool  { return number(t, 1, 31, 2) }
func mon(t token) bool  { return number(t, 1, 12, 2) }
func sign(t token, set string) bool {
	return len(t.word) == 1 && strings.Contains(set, t.word)
}

// dateAt reads a date at the start of t, and says of how many tokens.
func dateAt(t []token, o order) (stamp, int) {
	a, b, c, d, e := at(t, 0), at(t, 1), at(t, 2), at(t, 3), at(t, 4)
	ok := func(y, m, d, n int) (stamp, int) {
		s := stamp{year: y, month: m, day: d}
		if !s.valid() {
			return stamp{}, 0
		}
		return s, n
	}
	switch {
	case year(a):
		return yearFirst(t, ok)
	case a.digits == 8: // 20251018
		return ok(a.num/10000, a.num/100%100, a.num%100, 1)
	case a.digits == 14: // 20251018045100
		s, n := ok(a.num/1e10, a.num/1e8%100, a.num/1e6%100, 1)
		s.clock, s.hour, s.minute, s.sec = n > 0, a.num/1e4%100, a.num/100%100, a.num%100
		if s.hour > 23 || s.minute > 59 || s.sec > 59 {
			return stamp{}, 0
		}
		return s, n
	case day(a):
		if number(c, 1, 31, 2) && sign(b, "./-") && d.is(b.word) && (e.digits == 4 || e.digits == 2 && !b.is("-")) {
			y := e.num
			if e.digits == 2 {
				y += 2000
			}
			m, d := c.num, a.num
			if (b.is("/") && o == monthFirst || b.is("-") && o == monthFirst || c.num > 12) && a.num <= 12 {
				m, d = a.num, c.num
			}
			s, n := ok(y, m, d, 5)
			s.bare = true
			return s, n
		}
		return dayThenMonth(t, ok)
	}
	if m := months()[a.word]; m > 0 {
		return monthThenDay(t, m, ok)
	}
	return stamp{}, 0
}

type maker func(y, m, d, n int) (stamp, int)

// yearFirst: 2025-10-18, 2025/10/18, 2025.10.18., 2025年10月18日, 2025 Oct 18.
func yearFirst(t []token, ok maker) (stamp, int) {
	y, b, c, d, e := t[0].num, at(t, 1), at(t, 2), at(t, 3), at(t, 4)
	switch {
	case sign(b, "-/.") && mon(c) && d.is(b.word) && day(e):
		return ok(y, c.num, e.num, 5)
	case (b.is("年") || b.is("년")) && mon(c) && (d.is("月") || d.is("월")) && day(e):
		n := 5
		if at(t, 5).is("日") || at(t, 5).is("일") {
			n++
		}
		return ok(y, c.num, e.num, n)
	}
	i := 1
	for i < 3 && sign(at(t, i), "-,.") {
		i++
	}
	if m := months()[at(t, i).word]; m > 0 {
		i++
		for i < 5 && sign(at(t, i), "-,.") {
			i++
		}
		if day(at(t, i)) {
			return ok(y, m, at(t, i).num, i+1)
		}
	}
	return stamp{}, 0
}

// dayThenMonth: 18 October 2025, 18th of Oct., 2025, 18. Oktober 2025, 18 de octubre de 2025, 18-Oct-2025.
func dayThenMonth(t []token, ok maker) (stamp, int) {
	i := 1
	for i < 4 && (sign(at(t, i), ".-,/") || joins[at(t, i).word]) {
		i++
	}
	m := months()[at(t, i).word]
	if m == 0 {
		return stamp{}, 0
	}
	for i++; i < 8 && (sign(at(t, i), ".-,/’'") || joins[at(t, i).word]); i++ {
	}
	switch y := at(t, i); {
	case year(y):
		return ok(y.num, m, t[0].num, i+1)
	case y.digits == 2 && at(t, i-1).is("-"): // 18-Oct-25
		return ok(2000+y.num, m, t[0].num, i+1)
	}
	return stamp{}, 0
}

// joins are the words inside a date.
var joins = map[string]bool{"st": true, "nd": true, "rd": true, "th": true, "of": true, "de": true, "del": true, "er": true, "ª": true, "º": true, "d": true}

// monthThenDay: October 18, 2025; Oct. 18th 2025; Oct 18 04:51:00 GMT 2025.
func monthThenDay(t []token, m int, ok maker) (stamp, int) {
	i := 1
	for i < 3 && sign(at(t, i), ".-") {
		i++
	}
	d := at(t, i)
	if !day(d) {
		return stamp{}, 0
	}
	for i++; i < 8 && (sign(at(t, i), ".-,") || joins[at(t, i).word]); i++ {
	}
	if y := at(t, i); year(y) {
		return ok(y.num, m, d.num, i+1)
	}
	var s stamp
	n := clockAt(t[min(i, len(t)):], &s)
	if y := at(t, i+n); n > 0 && year(y) {
		made, n := ok(y.num, m, d.num, i+n+1)
		s.year, s.month, s.day = made.year, made.month, made.day
		return s, n
	}
	return stamp{}, 0
}

// clockAt reads a time of day after a date into d, with its zone, and says of
// how many tokens; 0 where none follows.
func clockAt(t []token, d *stamp) int {
	i := 0
	for i < 3 && (sign(at(t, i), ",|-–—•·@(") || len(at(t, i).word) > 1 && len(at(t, i).word) < 4 && !at(t, i).is("am") && !at(t, i).is("pm") || at(t, i).is("à") || at(t, i).is("t")) {
		i++
	}
	h, sep, m := at(t, i), at(t, i+1), at(t, i+2)
	if d.clock { // 20251018045100
		return zoneAt(t, d)
	}
	if number(h, 0, 23, 2) && (sep.is(":") || sep.is(".") || sep.is("h")) && number(m, 0, 59, 2) && m.digits == 2 {
		d.hour, d.minute, d.clock = h.num, m.num, true
		i += 3
	} else if number(h, 1, 12, 2) && (sep.is("am") || sep.is("pm") || sep.is("a") || sep.is("p")) {
		d.hour, d.clock = h.num, true
		i++
	} else if h.digits == 6 && h.num/1e4 < 24 && h.num/100%100 < 60 && h.num%100 < 60 && i > 0 && at(t, i-1).is("t") {
		d.hour, d.minute, d.sec, d.clock = h.num/1e4, h.num/100%100, h.num%100, true
		i++
	} else {
		return 0
	}
	if at(t, i).is(":") && number(at(t, i+1), 0, 60, 2) {
		d.sec = min(at(t, i+1).num, 59)
		i += 2
		if sign(at(t, i), ".,") && at(t, i+1).digits > 0 && !at(t, i+1).gap {
			i += 2
		}
	}
	i += halfDay(t[min(i, len(t)):], d)
	return i + zoneAt(t[min(i, len(t)):], d)
}

func halfDay(t []token, d *stamp) int {
	a, b, c, e := at(t, 0), at(t, 1), at(t, 2), at(t, 3)
	n, pm := 0, false
	switch {
	case a.is("am") || a.is("pm"):
		n, pm = 1, a.is("pm")
	case (a.is("a") || a.is("p")) && b.is(".") && c.is("m"):
		n, pm = 3, a.is("p")
		if e.is(".") {
			n++
		}
	default:
		return 0
	}
	switch {
	case pm && d.hour < 12:
		d.hour += 12
	case !pm && d.hour == 12:
		d.hour = 0
	}
	return n
}

// zoneAt: Z, +02:00, +0200, -05, UTC, UTC+2, EDT, (CEST).
func zoneAt(t []token, d *stamp) int {
	i := 0
	for i < 2 && (at(t, i).is("(") || at(t, i).is("uhr")) {
		i++
	}
	if off, ok := zones()[at(t, i).word]; ok && at(t, i).word != "" {
		d.zone, d.offset = true, off
		i++
		if off != 0 || !(at(t, i).is("+") || at(t, i).is("-")) {
			return i
		}
	}
	s, h := at(t, i), at(t, i+1)
	if !s.is("+") && !s.is("-") && !s.is("−") || h.gap || h.digits == 0 {
		if d.zone {
			return i
		}
		return 0
	}
	east, n := 0, 0
	switch {
	case h.digits == 4 && h.num/100 <= 14 && h.num%100 < 60:
		east, n = h.num/100*60+h.num%100, i+2
	case h.digits <= 2 && h.num <= 14 && at(t, i+2).is(":") && number(at(t, i+3), 0, 59, 2):
		east, n = h.num*60+at(t, i+3).num, i+4
	case h.digits <= 2 && h.num <= 14:
		east, n = h.num*60, i+2
	default:
		return 0
	}
	if !s.is("+") {
		east = -east
	}
	d.zone, d.offset = true, east
	return n
}

// unixDate reads seconds or milliseconds since 1970.
func unixDate(s string) stamp {
	v, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil {
		return stamp{}
	}
	if v > 1e11 {
		v /= 1000
	}
	if v < 8e8 || v > 4e9 {
		return stamp{}
	}
	u := time.Unix(v, 0).UTC()
	return stamp{year: u.Year(), month: int(u.Month()), day: u.Day(), hour: u.Hour(), minute: u.Minute(), sec: u.Second(), clock: true, zone: true}
}
