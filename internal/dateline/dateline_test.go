package dateline

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"agency", "CORRAN CITY (Reuters) - ", "CORRAN CITY|Reuters"},
		{"state", "CORRAN CITY, Wash. (AP) — ", "CORRAN CITY, Wash.|AP"},
		{"points_inside", "CORRAN CITY, D.C. — ", "CORRAN CITY, D.C.|"},
		{"full_stop", "CORRAN CITY. — ", "CORRAN CITY|"},
		{"day", "CORRAN, Nov. 20 — ", "CORRAN|"},
		{"short_place_with_an_agency", "ELY (AFP) – ", "|AFP"},
		{"station", "CORRAN, Wash. (WKLV) — ", "CORRAN, Wash.|"},
		{"release", "CORRAN CITY, Wash., Aug. 19, 2026 (GLOBE NEWSWIRE) -- ", "CORRAN CITY, Wash.|GlobeNewswire"},
		{"release_without_blanks", "CORRAN--(BUSINESS WIRE)--", "CORRAN|Business Wire"},
		{"release_between_slashes", "CORRAN, Jan. 5, 2026 /PRNewswire/ -- ", "CORRAN|PR Newswire"},
		{"release_with_slashes_for_dashes", "NEW CORRAN, NY / ACCESSWIRE / January 5, 2026 / ", "NEW CORRAN, NY|Accesswire"},
		{"place_in_small_letters", "New Corran, Oct 18 (PTI) ", "New Corran|PTI"},
		{"place_with_its_country", "Corran (Harwick) [India], October 18 (ANI): ", "Corran (Harwick) [India]|ANI"},
		{"city_with_its_country", "Corran, Ukraine – ", "Corran, Ukraine|"},
		{"city_that_many_know", "New Delhi: ", "New Delhi|"},
		{"city_in_capitals_before_a_colon", "ISLAMABAD: ", "ISLAMABAD|"},
		{"day_and_agency", "Oct 29 (Reuters) - ", "|Reuters"},
		{"agency_alone", "(HealthDay News) -- ", "|HealthDay"},
		{"unknown_agency_alone", "(Harbour Press) — ", "|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := Read(tt.in + "The ferry sank.")
			if got := l.Place + "|" + l.Agency; got != tt.want || l.Len != len(tt.in) {
				t.Errorf("got %s, %d bytes, want %s, %d bytes", got, l.Len, tt.want, len(tt.in))
			}
		})
	}
	for _, tt := range []struct{ name, in string }{
		{"none", "The ferry — an old one — sank."},
		{"weekday", "It sank. MONDAY — The ferry left."},
		{"aside_in_brackets", "(It was late) — The ferry sank."},
		{"word_in_capitals", "NEVER was a ferry so late, she said (again) — and laughed."},
		{"too_far", "CORRAN " + strings.Repeat("x", widest) + " — The ferry sank."},
		{"agency_in_the_sentence", "The ferry, Oct 18 or not, sank (PTI) there."},
		{"country_as_a_topic", "Ukraine: The ferry sank."},
		{"sentence_with_a_city", "London – once a port – sank."},
		{"label_in_capitals", "TAPPER: The ferry sank."},
		{"nothing", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if l := Read(tt.in); l.Len != 0 {
				t.Errorf("got %+v, want none", l)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("CORRAN--(BUSINESS WIRE)--The ferry sank.")
	f.Add("( / ) / A / — ")
	f.Fuzz(func(t *testing.T, s string) {
		if l := Read(s); l.Len < 0 || l.Len > len(s) || l.Len > widest {
			t.Errorf("%q: %d bytes", s, l.Len)
		}
	})
}
