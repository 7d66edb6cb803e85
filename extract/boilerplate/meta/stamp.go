package meta

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"
)

//go:embed data/months.txt
var monthData string

var months = sync.OnceValue(func() map[string]int { return numbers(monthData) })

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
		if !hasDigit(s) {
			return
		}
		var room [24]token
		toks := lex(cut(s, maxDateText), room[:0])
		for i := 0; i < len(toks); {
			d, n := dateAt(toks[i:], o)
			if n == 0 {
				if d, n = clockThenDate(toks[i:], o); n == 0 {
					i++
					continue
				}
			}
			d.at = toks[i].at
			if !d.clock || toks[i].digits == 14 {
				n += clockAt(toks[i+n:], &d)
			}
			d.end = toks[i+n-1].end
			if !yield(d) {
				return
			}
			i += n
		}
	}
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

// yearFirst: 2025-10-18, 2025/10/18, 2025.10.18., 2025年10月18日, 2025 Oct 18, 2025/october/18.
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
	for i < 3 && sign(at(t, i), "-,./") {
		i++
	}
	if m := months()[at(t, i).word]; m > 0 {
		i++
		for i < 5 && sign(at(t, i), "-,./") {
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
