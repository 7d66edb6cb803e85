package meta

import (
	"strings"
	"testing"
	"time"
)

func TestReadDate(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"iso", "2025-10-18T04:51:07Z", "2025-10-18T04:51:07Z"},
		{"iso_fraction", "2025-10-18T04:51:07.123+05:30", "2025-10-18T04:51:07+05:30"},
		{"iso_basic_zone", "2025-10-18T04:51:07-0400", "2025-10-18T04:51:07-04:00"},
		{"iso_date", "2025-10-18", "2025-10-18"},
		{"iso_blank", "2025-10-18 04:51", "2025-10-18"},
		{"http", "Sat, 18 Oct 2025 04:51:00 GMT", "2025-10-18T04:51:00Z"},
		{"unix_date", "Sat Oct 18 04:51:00 UTC 2025", "2025-10-18T04:51:00Z"},
		{"javascript", "Sat Oct 18 2025 04:51:00 GMT+0200 (CEST)", "2025-10-18T04:51:00+02:00"},
		{"american", "October 18, 2025 at 4:51 p.m. EDT", "2025-10-18T16:51:00-04:00"},
		{"midnight", "Oct. 18th, 2025 12:05 am EST", "2025-10-18T00:05:00-05:00"},
		{"clock_first", "Published 8:00 PM EST, Tue October 18, 2025", "2025-10-18T20:00:00-05:00"},
		{"clock_first_on_a_day", "14:30 GMT on 18 October 2025", "2025-10-18T14:30:00Z"},
		{"clock_of_another_line", "9:30 am to 5 pm, from 18 October 2025", "2025-10-18"},
		{"path_with_the_month's_name", "/2025/october/18/", "2025-10-18"},
		{"british", "18th of October 2025", "2025-10-18"},
		{"german", "Samstag, 18. März 2025, 14.30 Uhr", "2025-03-18"},
		{"german_numbers", "18.10.2025", "2025-10-18"},
		{"german_short", "8.1.25", "2025-01-08"},
		{"french", "Publié le 1er août 2025 à 14h30", "2025-08-01"},
		{"spanish", "18 de octubre de 2025", "2025-10-18"},
		{"italian", "sabato 18 ottobre 2025", "2025-10-18"},
		{"portuguese", "18 de março de 2025", "2025-03-18"},
		{"dutch", "18 mei 2025", "2025-05-18"},
		{"polish", "18 września 2025", "2025-09-18"},
		{"russian", "18 октября 2025 г.", "2025-10-18"},
		{"japanese", "2025年10月18日 14:30", "2025-10-18"},
		{"korean", "2025년 10월 18일", "2025-10-18"},
		{"compact", "20251018", "2025-10-18"},
		{"compact_clock", "20251018T045100Z", "2025-10-18T04:51:00Z"},
		{"month_cannot_be_13", "13/10/2025", "2025-10-13"},
		{"no_such_day", "2025-02-30", ""},
		{"no_such_month", "2025-13-01", ""},
		{"no_date", "Call 555-0134 before 9 am", ""},
		{"year_alone", "since 2025", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := readDate(tt.in, dayFirst).String(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"2025-10-18T04:51:07.1+05:30", "Oct 18 04:51:00 UTC 2025", "18. März 2025, 14.30 Uhr", "2025年10月18日", "20251018045100", "1/2/25 12 am"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, o := range []order{dayFirst, monthFirst} {
			end := 0
			for d := range readDates(s, o) {
				if d.at < end || d.end <= d.at || d.end > len(s) {
					t.Fatalf("%q: date at [%d,%d) after %d", s, d.at, d.end, end)
				}
				end = d.end
				out := d.String()
				layout := time.DateOnly
				if strings.Contains(out, "T") {
					layout = time.RFC3339
				}
				if _, err := time.Parse(layout, out); err != nil {
					t.Errorf("%q: %v", s, err)
				}
			}
		}
		urlDate(s)
	})
}

func FuzzReadCredit(f *testing.F) {
	for _, s := range []string{"By Ada Quill and Bo Marsh, Staff Writers", "Von Ada von der Feder", "by: | •", "Reuters"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := readCredit(s)
		for _, name := range append(c.people, c.groups...) {
			if strings.TrimSpace(name) == "" {
				t.Errorf("%q: an empty name", s)
			}
		}
	})
}
