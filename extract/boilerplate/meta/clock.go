package meta

import (
	_ "embed"
	"sync"
)

//go:embed data/zones.txt
var zoneData string

var zones = sync.OnceValue(func() map[string]int { return numbers(zoneData) })

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

// clockThenDate reads "8:00 PM EST, Tue December 19, 2023", and says of how many
// tokens.
func clockThenDate(t []token, o order) (stamp, int) {
	const between = 4 // tokens
	if !number(at(t, 0), 0, 23, 2) || !at(t, 1).is(":") {
		return stamp{}, 0
	}
	var clock stamp
	n := clockAt(t, &clock)
	for i := n; n > 0 && i < n+between && i < len(t); i++ {
		if d, m := dateAt(t[i:], o); m > 0 {
			d.hour, d.minute, d.sec, d.offset, d.clock, d.zone = clock.hour, clock.minute, clock.sec, clock.offset, clock.clock, clock.zone
			return d, i + m
		}
		if !sign(t[i], ",|-–—•·") && (t[i].num >= 0 || len(t[i].word) < 2) {
			break
		}
	}
	return stamp{}, 0
}
