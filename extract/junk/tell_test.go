package junk

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

func TestMetadata(t *testing.T) {
	tests := []struct {
		name string
		in   []string
		want string // title | authors | published | dateline | agency
	}{
		{"byline_above", []string{"Dam to stay empty", "By Oona Marsh and Tom B. Reed | Updated: 14 Feb 2026, 10:21 IST", first}, "Dam to stay empty|Oona Marsh,Tom B. Reed|2026-02-14||"},
		{"reporter_of_a_service", []string{"Dam to stay empty", "Ana Sousa, Local Democracy Reporter", first}, "Dam to stay empty|Ana Sousa|||"},
		{"name_and_date", []string{"Ana Sousa October 18, 2025", first}, "|Ana Sousa|2025-10-18||"},
		{"site_and_date", []string{"The Daily Ledger | 2025-10-18", first}, "||2025-10-18||"},
		{"figures_that_nobody_can_read", []string{"By Ana Sousa 10/11/2025", first}, "|Ana Sousa|||"},
		{"dateline", []string{"CORRAN CITY (Reuters) - " + first}, "|||CORRAN CITY|Reuters"},
		{"dateline_with_a_state", []string{"CORRAN CITY, Wash. (AP) — " + first}, "|||CORRAN CITY, Wash.|AP"},
		{"dateline_with_points_inside", []string{"CORRAN CITY, D.C. — " + first}, "|||CORRAN CITY, D.C.|"},
		{"dateline_that_ends_in_a_full_stop", []string{"CORRAN CITY. — " + first}, "|||CORRAN CITY|"},
		{"day_is_no_dateline", []string{"MONDAY — " + first}, "||||"},
		{"agency_that_contributed", []string{first, "The Associated Press contributed to this report."}, "||||"},
		{"agency_and_time_above", []string{"‘No water’: engineers tell the valley that the dam stays empty", "Press Association", "Thu 5 Nov 2026 14.02 GMT", first, first + " Nobody slept.", first + " The rain fell."}, "‘No water’: engineers tell the valley that the dam stays empty||2026-11-05||PA"},
		{"headline_with_a_quotation", []string{"‘It was like a door closing’: town blames rail firm", first}, "‘It was like a door closing’: town blames rail firm||||"},
		{"quotation_is_no_title", []string{"“The dam is dry,” she said. “And so is the well”", first}, "||||"},
		{"headline_above_a_deck", []string{"Dam to stay empty until summer", "Farmers say they cannot wait", first}, "Dam to stay empty until summer||||"},
		{"dateline_with_a_station", []string{"CORRAN CITY, Wash. (WKLV) — " + first}, "|||CORRAN CITY, Wash.|"},
		{"dateline_of_a_release", []string{"CORRAN CITY, Wash., Aug. 19, 2026 (GLOBE NEWSWIRE) -- " + first}, "|||CORRAN CITY, Wash.|GlobeNewswire"},
		{"source_and_date_above", []string{"Acme names a head of finance", "August 19, 2026 08:30 ET | Source: Acme Dredging, Inc.", first}, "Acme names a head of finance||2026-08-19||"},
		{"agency_that_signs_the_last_paragraph", []string{first, "It has rained on the two villages by the lake since Monday night, they said. - PTI"}, "||||PTI"},
		{"what_the_writer_is_before_the_name", []string{"Dam to stay empty until summer", "By political reporter Ana Sousa", first, second, third}, "Dam to stay empty until summer|Ana Sousa|||"},
		{"exclusive", []string{"Dam to stay empty until summer", "EXCLUSIVE by ANA SOUSA, Water Correspondent", first, second, third}, "Dam to stay empty until summer|Ana Sousa|||"},
		{"agency_that_signs_without_a_dash", []string{first, "It has rained on the two villages by the lake since Monday night, they said. PTI"}, "||||PTI"},
		{"city_that_many_know", []string{"New Delhi: " + first}, "|||New Delhi|"},
		{"agency_thanked_in_capitals", []string{first, "It has rained on the two villages by the lake since Monday night, they said. —WITH A REPORT FROM AFP"}, "||||AFP"},
		{"agency_with_initials", []string{first, "It has rained on the two villages by the lake since Monday night, an official said. PTI NAM ACD"}, "||||PTI"},
		{"writers_in_several_places", []string{first, "(Reporting by Ana Sousa in New Corran, Tom Becker in Ely and Ida Holm in Selk; Editing by Jo Park)"}, "|Ana Sousa,Tom Becker,Ida Holm|||"},
		{"agency_below", []string{first, "(With inputs from PTI)"}, "||||PTI"},
		{"sentences_above_a_dateline_are_a_title", []string{"Two villages asked for water. They got a lesson in patience.", "CORRAN CITY, Wash. — " + first}, "Two villages asked for water. They got a lesson in patience.|||CORRAN CITY, Wash.|"},
		{"day_and_agency_without_a_place", []string{"Nov 17 (Bloomberg) -- " + first}, "||||Bloomberg"},
		{"first_sentence_is_no_title", []string{"Nobody slept.", first}, "||||"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := run(tt.in...).Metadata
			got := strings.Join([]string{m.Title, strings.Join(m.Authors, ","), m.Published, m.Dateline, m.Agency}, "|")
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	d := &extract.Draft{Metadata: extract.Metadata{Title: "Known"}, Pieces: []extract.Piece{{Text: "Dam to stay empty"}, {Text: first}}}
	if _ = shape(d); d.Metadata.Title != "Known" {
		t.Errorf("a title that was known became %q", d.Metadata.Title)
	}
}
