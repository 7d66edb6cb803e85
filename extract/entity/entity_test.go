package entity

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/internal/noted"
)

func TestGather(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"surname_joins_full_name",
			"[Margaret Okafor/P] spoke. Mrs. [Okafor/G] left. It was [Okafor/G]'s plan.",
			"PERSON Margaret Okafor: Margaret Okafor, Okafor, Okafor"},
		{"surname_before_full_name",
			"[Okafor/G] wins vote in the north. [Margaret Okafor/P] came late.",
			"PERSON Margaret Okafor: Okafor, Margaret Okafor"},
		{"surname_with_its_particle",
			"[Joan van der Marsh/P] spoke. [Ruth Berg/P] and [van der Marsh/P] left. \"No,\" [Van der Marsh/P] said.",
			"PERSON Joan van der Marsh: Joan van der Marsh, van der Marsh, Van der Marsh\nPERSON Ruth Berg: Ruth Berg"},
		{"first_name_that_looks_like_a_particle",
			"[Al Marsh/P] spoke. [Ruth Marsh/P] left. [Al Marsh/P] stayed.",
			"PERSON Al Marsh: Al Marsh, Al Marsh\nPERSON Ruth Marsh: Ruth Marsh"},
		{"first_name_alone",
			"[Margaret Okafor/P] spoke. Her friends say [Margaret/P] was glad.",
			"PERSON Margaret Okafor: Margaret Okafor, Margaret"},
		{"spelling_out_of_another_script",
			"[Timur Vasilenskyy/P] came. [Vasilensky/G] spoke, and [Vasilenskiy/P] left.",
			"PERSON Timur Vasilenskyy: Timur Vasilenskyy, Vasilensky, Vasilenskiy"},
		{"accents_and_curly_apostrophes",
			"[Seán O’Dwyer/P] met [Zoë Brontë/P]. [O'Dwyer/P] left with [Bronte/G].",
			"PERSON Seán O’Dwyer: Seán O’Dwyer, O'Dwyer\nPERSON Zoë Brontë: Zoë Brontë, Bronte"},
		{"middle_name_and_initial",
			"[Ruth Ellen Amani/P] and [R. Amani/P] are [Ruth Amani/P].",
			"PERSON Ruth Ellen Amani: Ruth Ellen Amani, R. Amani, Ruth Amani"},
		{"surname_of_two_words",
			"[Mahmoud Abu Sitta/P] left. Mr. [Abu Sitta/P] spoke. [Tom Lee/P] met [Robert Tom Lee/P].",
			"PERSON Mahmoud Abu Sitta: Mahmoud Abu Sitta, Abu Sitta\nPERSON Tom Lee: Tom Lee\nPERSON Robert Tom Lee: Robert Tom Lee"},
		{"style_and_first_name",
			"[Rupert Hallam/P] spoke. [Sir Rupert/P] left with [Dame Anna/P], as [Anna Marsh/P] and [Anna Keller/P] did.",
			"PERSON Rupert Hallam: Rupert Hallam, Sir Rupert\nPERSON Dame Anna: Dame Anna\nPERSON Anna Marsh: Anna Marsh\nPERSON Anna Keller: Anna Keller"},
		{"pope_with_his_number",
			"[Pope Urban XII/P] spoke. [Urban/P] said no. [Pope Urban/P] left.",
			"PERSON Pope Urban XII: Pope Urban XII, Urban, Pope Urban"},
		{"king_with_his_number",
			"[Prince Aldric/P] spoke. [Aldric III/P] is king. [Aldric/P] left.",
			"PERSON Prince Aldric: Prince Aldric, Aldric III, Aldric"},
		{"capital_that_is_a_government_too",
			"They met in [Washington/G]. [Washington/G] promised aid. He left [Washington/G]. She flew to [Washington/G].",
			"GPE Washington: Washington, Washington\nGPE Washington: Washington, Washington"},
		{"capital_that_is_a_government_alone",
			"[Moscow/G] denied it. [Moscow/G] has rejected the plan of [Kyiv/G].",
			"GPE Moscow: Moscow, Moscow\nGPE Kyiv: Kyiv"},
		{"university_in_short",
			"She went to [Harvard University/O]. [Harvard/O] said no. At [Corran University/O] [Corran/P] won.",
			"ORG Harvard University: Harvard University, Harvard\nORG Corran University: Corran University, Corran"},
		{"town_of_a_university",
			"[Corran University/O] is in [Corran/G]. They left [Corran/G].",
			"ORG Corran University: Corran University\nGPE Corran: Corran, Corran"},
		{"listed_firm_in_short",
			"She flew with [Southwest Airlines/O]. [Southwest/P] said the plane was late.",
			"ORG Southwest Airlines: Southwest Airlines, Southwest"},
		{"university_by_another_name",
			"[Penn State/G] won. [Pennsylvania State University/O] said so. [Penn State/G] left.",
			"ORG Pennsylvania State University: Penn State, Pennsylvania State University, Penn State"},
		{"firm_told_of_by_its_analyst",
			"It was said by [Ann Keller/P], an analyst at [Jefferson/P]. [Jefferson/P] has the report.",
			"PERSON Ann Keller: Ann Keller\nORG Jefferson: Jefferson, Jefferson"},
		{"firm_whose_shares_fell",
			"Shares in [Ashtead/G] fell. [Ashtead/G] has run far.",
			"ORG Ashtead: Ashtead, Ashtead"},
		{"paper_alone",
			"She told the [Observer/G] so. The [Observer/G] wrote it down.",
			"ORG Observer: Observer, Observer"},
		{"town_with_a_workforce",
			"They met in [Ashtead/G]. [Ashtead/G]'s workforce is old.",
			"GPE Ashtead: Ashtead, Ashtead"},
		{"founder_of_a_firm",
			"The [Vexley/P] founder left. She likes [Vexley/P] still.",
			"ORG Vexley: Vexley, Vexley"},
		{"founder_who_bears_the_name",
			"[Ann Vexley/P] left. The [Vexley/P] fellow stayed.",
			"PERSON Ann Vexley: Ann Vexley, Vexley"},
		{"listed_among_firms",
			"She wears labels such as [Joie/P], [Corran/P] and [Vexley/P] now.",
			"ORG Joie: Joie\nORG Corran: Corran\nORG Vexley: Vexley"},
		{"tools_are_things",
			"She uses tools like [Corran/M] and [Vexley/P] now.",
			"MISC Corran: Corran\nPERSON Vexley: Vexley"},
		{"firm_of_three_words_by_two",
			"[Meridian Palm Holdings/O] owned it. [Meridian Palm/G] has shops.",
			"ORG Meridian Palm Holdings: Meridian Palm Holdings, Meridian Palm"},
		{"surname_before_a_given_name_with_a_hyphen",
			"[Christopher Lau Wing-kin/P] lives with [Michelle Lau/P]. [Ronny Yip Ka-ho/P] left. [Yip/P] said so.",
			"PERSON Christopher Lau Wing-kin: Christopher Lau Wing-kin\nPERSON Michelle Lau: Michelle Lau\nPERSON Ronny Yip Ka-ho: Ronny Yip Ka-ho, Yip"},
		{"acronym_of_another_language",
			"The [National Liberation Army/O] ([ELN/O]) left. The [Army of Corran People/O], or [EPC/O], stayed.",
			"ORG National Liberation Army: National Liberation Army, ELN\nORG Army of Corran People: Army of Corran People, EPC"},
		{"known_paper",
			"She told [Der Spiegel/P] so. [Der Spiegel/P] wrote it down.",
			"ORG Der Spiegel: Der Spiegel, Der Spiegel"},
		{"known_acronym_of_another_language",
			"The [National Liberation Army/O], or [ELN/O], left.",
			"ORG National Liberation Army: National Liberation Army, ELN"},
		{"country_of_a_team",
			"The [Harwick Rowing Club/O] ([GBR/G]) won.",
			"ORG Harwick Rowing Club: Harwick Rowing Club\nGPE GBR: GBR"},
		{"person_that_looks_like_a_firm",
			"[Teo Boon Kiat/O] lied. Mr [Teo/P] was sad.",
			"PERSON Teo Boon Kiat: Teo Boon Kiat, Teo"},
		{"nickname",
			"[William Marsh/P] is [Bill Marsh/P].",
			"PERSON William Marsh: William Marsh, Bill Marsh"},
		{"two_of_one_surname_by_count",
			"[Anna Keller/P] and [Paul Keller/P] came. [Anna Keller/P] spoke. [Keller/P] left.",
			"PERSON Anna Keller: Anna Keller, Anna Keller, Keller\nPERSON Paul Keller: Paul Keller"},
		{"two_of_one_surname_by_nearness",
			"[Anna Keller/P] spoke. [Paul Keller/P] came. [Keller/P] left.",
			"PERSON Anna Keller: Anna Keller\nPERSON Paul Keller: Paul Keller, Keller"},
		{"two_of_one_surname_by_form_of_address",
			"[Anna Keller/P] spoke. [Paul Keller/P] came. Mrs. [Keller/P] left.",
			"PERSON Anna Keller: Anna Keller, Keller\nPERSON Paul Keller: Paul Keller"},
		{"middle_initials_of_two",
			"[George H.W. Bush/P] came. [George W. Bush/P] spoke. [George W. Bush/P] left. [George Bush/P] stayed.",
			"PERSON George H.W. Bush: George H.W. Bush, George Bush\nPERSON George W. Bush: George W. Bush, George W. Bush"},
		{"middle_initial_left_out",
			"[Donald Marsh/P] came. [Donald J. Marsh/P] spoke. [Marsh/P] left.",
			"PERSON Donald J. Marsh: Donald Marsh, Donald J. Marsh, Marsh"},
		{"junior_is_another",
			"[Paul Keller/P] spoke of [Paul Keller Jr./P] at home.",
			"PERSON Paul Keller: Paul Keller\nPERSON Paul Keller Jr.: Paul Keller Jr."},
		{"city_and_man",
			"[Harold Washington/P] spoke. Mr. [Washington/G] left. They met in [Washington/G] later.",
			"PERSON Harold Washington: Harold Washington, Washington\nGPE Washington: Washington"},
		{"city_and_man_told_of_throughout",
			"[Joe Madison/P] spoke. It is unclear if [Madison/G] would return. The club shipped [Madison/O] to the north. [Madison/G] left. Then [Madison/G] slept.",
			"PERSON Joe Madison: Joe Madison, Madison, Madison, Madison, Madison"},
		{"city_where_the_man_is",
			"[Joe Madison/P] spoke in [Madison/G]. The mayor of [Madison/G] said no.",
			"PERSON Joe Madison: Joe Madison\nGPE Madison: Madison, Madison"},
		{"region_that_is_a_firm_here",
			"[Amazon/O] said no. Sales of [Amazon/O] fell in [Asia/L].",
			"ORG Amazon: Amazon, Amazon\nLOC Asia: Asia"},
		{"listed_acronym_with_stops",
			"A former [C.I.A./M] director spoke.",
			"ORG C.I.A.: C.I.A."},
		{"first_name_that_is_a_club",
			"[Ann Marsh/P] and her daughter [Chelsea/P] came. [Chelsea/P] left.",
			"PERSON Ann Marsh: Ann Marsh\nPERSON Chelsea: Chelsea, Chelsea"},
		{"country_is_no_surname",
			"[Ann Jordan/P] spoke of the border of [Jordan/G] then.",
			"PERSON Ann Jordan: Ann Jordan\nGPE Jordan: Jordan"},
		{"acronym_in_brackets",
			"The [National Ferry Safety Board/O] ([NFSB/O]) met. The [NFSB/M] said no.",
			"ORG National Ferry Safety Board: National Ferry Safety Board, NFSB, NFSB"},
		{"person_behind_an_office_of_a_body",
			"The bloc's chief negotiator, [Wop Brand/O], left. The ferry's owner, [Brannoc Line/O], left.",
			"PERSON Wop Brand: Wop Brand\nORG Brannoc Line: Brannoc Line"},
		{"firms_named_behind_including",
			"It had 31 companies including [Siebold/P], [Arvento/P] and [Spindle/O].",
			"ORG Siebold: Siebold\nORG Arvento: Arvento\nORG Spindle: Spindle"},
		{"style_of_a_bishop",
			"The [Rt Rev Theodora Grant/M] left.",
			"PERSON Theodora Grant: Theodora Grant"},
		{"acronym_between_commas",
			"The [Harbour Works Committee/O], [HWC/O], met. The [National Ferry Board/O], [FIFA/O], and [Ely/G] met.",
			"ORG Harbour Works Committee: Harbour Works Committee, HWC\nORG National Ferry Board: National Ferry Board\nORG FIFA: FIFA\nGPE Ely: Ely"},
		{"acronym_by_initials",
			"The [National Ferry Safety Board/O] met. The [NFSB/M] said no.",
			"ORG National Ferry Safety Board: National Ferry Safety Board, NFSB"},
		{"office_of_and_office",
			"The [Department of Justice/O] said no. The [Justice Department/O] and [DOJ/O] said so.",
			"ORG Department of Justice: Department of Justice, Justice Department, DOJ"},
		{"other_names_of_a_country",
			"The [United States/G] said no. [U.S./G] ships left the [US/G] with [America/G]'s flag.",
			"GPE United States: United States, U.S., US, America"},
		{"people_and_country_are_two",
			"[Russia/G] said no. [Russian/N] ships left.",
			"GPE Russia: Russia\nNORP Russian: Russian"},
		{"short_name_of_a_paper",
			"The [Tidewater Courier/O] said so. The [Courier/M] was right.",
			"ORG Tidewater Courier: Tidewater Courier, Courier"},
		{"company_without_its_form",
			"[Vexley Corp./O] said no. [Vexley/G] ran late.",
			"ORG Vexley Corp.: Vexley Corp., Vexley"},
		{"title_makes_a_person",
			"It was Sen. [Brandt/G] who came. [Brandt/M] left.",
			"PERSON Brandt: Brandt, Brandt"},
		{"pair_of_persons",
			"The [Okafor-Brandt/M] talks ran on. [Ann Okafor/P] and [Brandt/P] left [Ely-Larkspur/G].",
			"PERSON Ann Okafor: Okafor, Ann Okafor\nPERSON Brandt: Brandt, Brandt\nGPE Ely-Larkspur: Ely-Larkspur"},
		{"families_plural",
			"[Anna Keller/P] and [Tom Marsh/P] came. The [Kellers/M] met the [Marshes/M].",
			"PERSON Anna Keller: Anna Keller\nPERSON Tom Marsh: Tom Marsh\nPERSON Kellers: Kellers\nPERSON Marshes: Marshes"},
		{"city_government_and_man",
			"[Harold Washington/P] spoke. [Washington/O] warned its allies. [Washington/O] said so in [Washington/G].",
			"PERSON Harold Washington: Harold Washington\nORG Washington: Washington, Washington\nGPE Washington: Washington"},
		{"town_and_its_club",
			"[Harwick/O] beat [Larkspur/O]. They met in [Paris/G]. [Paris/O] lost at home, and [Paris/O] left.",
			"ORG Harwick: Harwick\nORG Larkspur: Larkspur\nGPE Paris: Paris\nORG Paris: Paris, Paris"},
		{"city_and_its_fire_service",
			"The [Leeds Fire Service/O] came. It rained in [Leeds/G], and [Leeds/G] slept.",
			"ORG Leeds Fire Service: Leeds Fire Service\nGPE Leeds: Leeds, Leeds"},
		{"firm_of_its_founder_name",
			"[Vexley/O] was run by [Anna Vexley/P]. [Vexley/O] makes bells.",
			"ORG Vexley: Vexley, Vexley\nPERSON Anna Vexley: Anna Vexley"},
		{"surname_taken_for_a_firm_after_the_full_name",
			"[Anna Vexley/P] runs a fund. [Vexley/O] was cautious. Bells, [Vexley/O] said, will do better.",
			"PERSON Anna Vexley: Anna Vexley, Vexley, Vexley"},
		{"double_surname_taken_for_a_firm",
			"[Anna Reed Vexley/P] spoke. [Reed Vexley/O] said no.",
			"PERSON Anna Reed Vexley: Anna Reed Vexley, Reed Vexley"},
		{"firm_in_short_is_no_person",
			"[Tolvane Construction/O] said no. Ann spoke of [Tolvane/P]'s plan. [Tolvane/P] left.",
			"ORG Tolvane Construction: Tolvane Construction, Tolvane, Tolvane"},
		{"firm_in_short_before_its_form",
			"[Tolvane/P] said no. [Tolvane Inc/O] left. [Tolvane/P] was late.",
			"ORG Tolvane Inc: Tolvane, Tolvane Inc, Tolvane"},
		{"firm_and_its_founder_of_one_surname",
			"[Tolvane Industries/O] said no. Mr. [Tolvane/P] left.",
			"ORG Tolvane Industries: Tolvane Industries\nPERSON Tolvane: Tolvane"},
		{"article_that_is_mostly_left_out",
			"They told [The Harwick Beacon/O] no. The [Harwick Beacon/O] said so, the [Harwick Beacon/O] did.",
			"ORG Harwick Beacon: The Harwick Beacon, Harwick Beacon, Harwick Beacon"},
		{"firm_by_its_users",
			"[Brannoc/P] users left. [Brannoc/P], which sells maps, said no.",
			"ORG Brannoc: Brannoc, Brannoc"},
		{"place_that_a_clause_tells_of",
			"They came to [Brannoc/G], which is far.",
			"GPE Brannoc: Brannoc"},
		{"firm_by_its_shares",
			"Shares of [Tolvane/P] fell. [Tolvane/P]'s shareholders left.",
			"ORG Tolvane: Tolvane, Tolvane"},
		{"newspaper_of_a_town",
			"They told the [Harwick Beacon/G] no.",
			"ORG Harwick Beacon: Harwick Beacon"},
		{"acronym_of_the_end_of_a_name",
			"The [Ostrava State Department of Harbors & Tides/O] ([H&T/O]) met. [H&T/O] said no.",
			"ORG Ostrava State Department of Harbors & Tides: Ostrava State Department of Harbors & Tides, H&T, H&T"},
		{"acronym_of_something_else",
			"The [National Ferry Board/O] ([KLM/O]) met.",
			"ORG National Ferry Board: National Ferry Board\nORG KLM: KLM"},
		{"two_of_one_surname_stay_two",
			"[Ann Keller/P] and [Paul Keller/P] came. [Ann Keller/P] met [Paul Keller/P].",
			"PERSON Ann Keller: Ann Keller, Ann Keller\nPERSON Paul Keller: Paul Keller, Paul Keller"},
		{"justice_department_and_its_acronym",
			"The [Justice Department/O] said no. A [DOJ/O] lawyer left.",
			"ORG Justice Department: Justice Department, DOJ"},
		{"party_by_its_adjective",
			"The [Conservative/M] leader left.",
			"NORP Conservative: Conservative"},
		{"firm_with_two_forms",
			"[Tolvane Infra Pvt Ltd/O] said no. [Tolvane Infra/P] left.",
			"ORG Tolvane Infra Pvt Ltd: Tolvane Infra Pvt Ltd, Tolvane Infra"},
		{"firm_of_a_place_name",
			"[Piedmont Gravel LLC/O] said no. [Piedmont/O] and [Piedmont/G] left. They met in [Piedmont/G] later.",
			"ORG Piedmont Gravel LLC: Piedmont Gravel LLC, Piedmont, Piedmont\nGPE Piedmont: Piedmont"},
		{"body_by_apposition",
			"[Vexrail/P], the late regulator, said no. [Vexrail/P] left.",
			"ORG Vexrail: Vexrail, Vexrail"},
		{"town_is_not_what_follows_it",
			"They met in [Harwick/G], the home of the ferry company, later.",
			"GPE Harwick: Harwick"},
		{"acronym_with_a_small_letter",
			"The [Department for Transport/O] ([DfT/O]) met. [DfT/O] said no.",
			"ORG Department for Transport: Department for Transport, DfT, DfT"},
		{"nickname_alone",
			"[Tom Keller/P] left. They say [Tommy/P] was glad.",
			"PERSON Tom Keller: Tom Keller, Tommy"},
		{"couple_by_form_of_address",
			"[Susan Keller/P] spoke. [Vexo Keller/P] came. Mrs. [Keller/P] left.",
			"PERSON Susan Keller: Susan Keller, Keller\nPERSON Vexo Keller: Vexo Keller"},
		{"family_with_its_article",
			"[Anna Keller/P] came. [The Kellers/M] left.",
			"PERSON Anna Keller: Anna Keller\nPERSON The Kellers: The Kellers"},
		{"nickname_in_marks",
			"[Kelly/P] “[Kel/P]” [Dunmore/P] met [Billy/P] (Sticks) [Farrow/P]. [Kel/P] left [Farrow/G].",
			"PERSON Kelly “Kel” Dunmore: Kelly “Kel” Dunmore, Kel\nPERSON Billy (Sticks) Farrow: Billy (Sticks) Farrow, Farrow"},
		{"brackets_of_a_party_are_no_nickname",
			"[Kelly/P] (D) [Dunmore/P] left.",
			"PERSON Kelly: Kelly\nPERSON Dunmore: Dunmore"},
		{"form_of_address_within_a_name",
			"[Edith Marr/P] spoke. [Miss Marr/P] left.",
			"PERSON Edith Marr: Edith Marr, Marr"},
		{"tournament_named_after_its_town",
			"The [Wimbledon/M] semifinalist left. [Wimbledon/M] begins today.",
			"MISC Wimbledon: Wimbledon, Wimbledon"},
		{"title_of_a_pageant",
			"[Edith Marr/P] spoke of [Miss Universe/M].",
			"PERSON Edith Marr: Edith Marr\nMISC Miss Universe: Miss Universe"},
		{"opposition_before_initials",
			"Leader of the [Opposition R. Rao/M] spoke. [Rao/P] left.",
			"PERSON R. Rao: R. Rao, Rao"},
		{"wife_without_a_surname",
			"[Derek Keller/P] and his wife [Susan/P] left. [Keller/P] wept. Mrs [Keller/P] spoke, then Mrs [Keller/P] left.",
			"PERSON Derek Keller: Derek Keller, Keller\nPERSON Susan: Susan, Keller, Keller"},
		{"surname_is_of_who_was_named_before",
			"[Derek Keller/P] spoke. [Keller/P] left. [Neil Keller/P] and [Neil Keller/P] came.",
			"PERSON Derek Keller: Derek Keller, Keller\nPERSON Neil Keller: Neil Keller, Neil Keller"},
		{"town_and_its_paper",
			"They met in [Wexby/G]. [Wexby/G] slept. The [Wexby Gazette/O] said so.",
			"GPE Wexby: Wexby, Wexby\nORG Wexby Gazette: Wexby Gazette"},
		{"acronym_behind_a_place",
			"The [University of Crops/O], [Wexby/G] ([UNCW/O]) met. [UNCW/O] said no.",
			"ORG University of Crops: University of Crops, UNCW, UNCW\nGPE Wexby: Wexby"},
		{"initials_cut_off",
			"Justice [K. V./P] [Rao/P] spoke.",
			"PERSON K. V. Rao: K. V. Rao"},
		{"rank_within_a_name",
			"[SP Ann Lee/O] spoke. [Lee/P] left.",
			"PERSON Ann Lee: Ann Lee, Lee"},
		{"office_is_no_name",
			"The [Commissioner of Police/O] met the [MP/O].",
			""},
		{"person_by_what_stands_before",
			"a student, [Blessing Udo/O], left.",
			"PERSON Blessing Udo: Blessing Udo"},
		{"owner_may_be_a_firm",
			"the ferry's owner, [Brannoc Line/O], left.",
			"ORG Brannoc Line: Brannoc Line"},
		{"country_before_a_department",
			"The [U.S. Department of Justice/O] said no. The [Justice Department/O] and [DOJ/O] said so.",
			"ORG U.S. Department of Justice: U.S. Department of Justice, Justice Department, DOJ"},
		{"team_without_its_town",
			"The [Denver Broncos/O] lost. The [Broncos/O] left.",
			"ORG Denver Broncos: Denver Broncos, Broncos"},
		{"attorney_general_in_short",
			"[Loretta Lynch/P] spoke. [AG Lynch/P] left.",
			"PERSON Loretta Lynch: Loretta Lynch, Lynch"},
		{"no_names", "The plan was late.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := noted.Document(tt.text)
			Gather(d)
			if got := listing(t, d); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.text, got, tt.want)
			}
		})
	}
}

// A document may come without tokens and sentences.
func TestGatherWithoutLayers(t *testing.T) {
	d := noted.Document("[Margaret Okafor/P] spoke. [Okafor/G] left.")
	d.Tokens, d.Sentences = nil, nil
	Gather(d)
	if got, want := listing(t, d), "PERSON Margaret Okafor: Margaret Okafor, Okafor"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Gather twice is Gather once, and every run gives the same.
func TestGatherIsStable(t *testing.T) {
	text := "[Anna Keller/P] and [Paul Keller/P] came to [Washington/G]. [Keller/P] met [Harold Washington/P]. [DOJ/O] and the [Justice Department/O] said so to [Keller/M]."
	d := noted.Document(text)
	Gather(d)
	want := listing(t, d)
	for range 20 {
		Gather(d)
		if got := listing(t, d); got != want {
			t.Fatalf("again:\n%s\nfirst:\n%s", got, want)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"vasilensky", "vasilenskiy", true}, {"vasilensky", "vasilenskyy", true}, {"mohammed", "mohamed", true},
		{"keller", "kelner", false}, {"reed", "red", false}, {"marsh", "march", false},
	} {
		if got := spelling(tt.a) == spelling(tt.b); got != tt.same {
			t.Errorf("%s and %s: same %v", tt.a, tt.b, got)
		}
	}
}

// many is a document of n names of few persons, and of as many surnames that
// many bear.
func many(n int) *extract.Document {
	rnd := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for i := range n {
		switch i % 4 {
		case 0:
			fmt.Fprintf(&b, "[%c. Keller%d/P] spoke. ", 'A'+rune(rnd.IntN(26)), rnd.IntN(n))
		case 1:
			fmt.Fprintf(&b, "[Keller/P] left [Place%d/G]. ", rnd.IntN(n))
		case 2:
			fmt.Fprintf(&b, "The [Board of Matter%d/O] met [Anna%d Keller/P]. ", rnd.IntN(n), i)
		default:
			b.WriteString("[BM/O] said no. ")
		}
	}
	return noted.Document(b.String())
}

// Ten times the names may cost little more than ten times the work; a square
// would cost a hundred times.
func TestGatherIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	cost := func(n int) time.Duration {
		d := many(n)
		best := time.Hour
		for range 3 {
			start := time.Now()
			Gather(d)
			best = min(best, time.Since(start))
		}
		return best
	}
	// A busy machine may slow one round down; what is not linear is so in each.
	var small, large time.Duration
	for range 6 {
		if small, large = cost(2000), cost(20000); large <= 50*small {
			return
		}
	}
	t.Errorf("2,000 names cost %v, 20,000 cost %v", small, large)
}

func FuzzGather(f *testing.F) {
	f.Add("[Margaret Okafor/P] met Mrs. [Okafor/G] of the [N.F.S.B./O] ([NFSB/O]).")
	f.Add("0[\u0301/P] and his wife [\u0301/P] [ /O]")
	f.Add("[US Rejects/P] [O'Malley-Brandt/M] [Plan/G]\n[É./P] [İstanbul/G]'s [ß/P] [’s/O] [-/O]")
	f.Add("OKAFOR WINS\n[Okafor/P]’s [The/O] [Jr./P] [A B Jr./P] [\u0301/M] 😀 [😀/P]")
	f.Fuzz(func(t *testing.T, src string) {
		d := noted.Document(strings.ToValidUTF8(src, "?"))
		if d.Validate() != nil {
			t.Skip()
		}
		text := d.Text()
		Gather(d)
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		if d.Text() != text {
			t.Fatal("the text changed")
		}
		last := int32(0)
		for i, m := range d.Mentions {
			if m.Start < last || m.Entity < 0 || m.Type != d.Entities[m.Entity].Type {
				t.Fatalf("mention %d: %v after %d, of entity %d", i, m, last, m.Entity)
			}
			last = m.End
		}
	})
}

func BenchmarkGather(b *testing.B) {
	d := many(400)
	b.SetBytes(int64(len(d.Text())))
	b.ReportAllocs()
	for b.Loop() {
		Gather(d)
	}
}
