package name

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
	"github.com/quoth/quoth/extract/sentence"
	"github.com/quoth/quoth/extract/tag"
	"github.com/quoth/quoth/extract/token"
)

// read runs the engine's stages over a text.
func read(t testing.TB, text string) *extract.Document {
	t.Helper()
	d := extract.NewDocument("a", text)
	for _, s := range []extract.Stage{token.Stage(), sentence.Stage(), tag.Stage(), Stage()} {
		if err := s.Annotate(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// openedAtStart is how often the model was opened before any document was read.
var openedAtStart int32

func TestMain(m *testing.M) {
	Stage()
	openedAtStart = opened.Load()
	os.Exit(m.Run())
}

func TestModelIsOpenedByTheFirstDocument(t *testing.T) {
	if openedAtStart != 0 {
		t.Errorf("opened %d times before there was anything to read", openedAtStart)
	}
	Find(nil, "", nil, nil)
	read(t, "Margaret Okafor left.")
	if opened.Load() == 0 {
		t.Error("names found without the model")
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"person_and_place", "Margaret Okafor spoke in Berlin on Monday.", "Margaret Okafor/PERSON Berlin/GPE"},
		{"surname_alone_after_full_name", "Margaret Okafor left early. Later Okafor said that it had rained.", "Margaret Okafor/PERSON Okafor/PERSON"},
		{"surname_that_is_a_common_word", "The plan of Alvin From was bold. From said it would work.", "Alvin From/PERSON From/PERSON"},
		{"title_is_no_part_of_a_name", "President Helen Adair met Mr. Brandt.", "Helen Adair/PERSON Brandt/PERSON"},
		{"body_with_of", "The Department of Justice sued in March.", "Department of Justice/ORG"},
		{"acronym", "Officials of NATO and the FBI declined to speak.", "NATO/ORG FBI/ORG"},
		{"people", "The Ukrainian minister thanked Republican senators.", "Ukrainian/NORP Republican/NORP"},
		{"possessive", "Germany's chancellor flew to Washington.", "Germany/GPE Washington/GPE"},
		{"months_and_weekdays_are_none", "In January, on a Tuesday, nothing happened.", ""},
		{"opener_is_none", "Earlier it had rained. Both were late.", ""},
		{"addresses_and_code_are_none", "Ask Ann_Lee@VEXLEY or River_Rat about <MAIN> in Minutes.PDF or minutes.pdf.", ""},
		{"time_zone_is_none", "The match begins at 7 p.m. ET, or 16:00 PT, in Boston.", "Boston/GPE"},
		{"mountains_are_no_state", "They crossed the Alps and saw the Rockies.", "Alps/LOC Rockies/LOC"},
		{"degree_behind_a_comma_is_no_body", "Ruth Adair, MBA, left for Berlin.", "Ruth Adair/PERSON Berlin/GPE"},
		{"honours_are_no_part_of_a_name", "Sir Edmund Farrow KC met Ruth Adair OBE.", "Edmund Farrow/PERSON Ruth Adair/PERSON"},
		{"junior_is_part_of_a_name", "Samuel Adair Jr. spoke.", "Samuel Adair Jr./PERSON"},
		{"party_and_seat", "Sen. Ruth Adair, D-Ohio, and Rep. Paul Marsh (R-Calif.) met.", "Ruth Adair/PERSON Ohio/GPE Paul Marsh/PERSON Calif./GPE"},
		{"country_body_and_office", "U.S. Treasury Secretary Ruth Adair spoke.", "U.S./GPE Treasury/ORG Ruth Adair/PERSON"},
		{"trade_before_a_firm", "Chipmaker Vexley to cut jobs. Vexley Inc said so on Monday.", "Vexley/ORG Vexley Inc/ORG"},
		{"letter_that_is_a_platform", "Ruth Adair wrote on X. Paul Marsh did not.", "Ruth Adair/PERSON X/ORG Paul Marsh/PERSON"},
		{"dateline_with_a_short_state", "HARWICK, Wash. — The ferry sank.", "HARWICK/GPE Wash./GPE"},
		{"party_and_post_before_a_name", "BJP MLA Suresh Gowda spoke.", "BJP/ORG Suresh Gowda/PERSON"},
		{"initials_are_a_first_name", "Gov. JD Adair spoke.", "JD Adair/PERSON"},
		{"station_with_its_number", "Ruth Adair told BBC Radio 4 that it rained.", "Ruth Adair/PERSON BBC Radio 4/ORG"},
		{"office_of_a_body", "The Senate Minority Whip met the Information Commissioner in Ohio.", "Senate/ORG Ohio/GPE"},
		{"councillors_of_parties", "Coun Ruth Adair (Con, Priory Park) met Cllr Paul Marsh (Lab).", "Ruth Adair/PERSON Con/ORG Priory Park/LOC Paul Marsh/PERSON Lab/ORG"},
		{"magistrates_court", "They are due before Harwick Magistrates’ Court in May.", "Harwick Magistrates’ Court/ORG"},
		{"senator_of_a_place", "Nandi Senator Moses Cheruiyot was late.", "Nandi/GPE Moses Cheruiyot/PERSON"},
		{"rupees_are_none", "They spent Rs 48 crore on the lake.", ""},
		{"sum_of_money", "Goods worth over N2 billion were lost in Ohio.", "Ohio/GPE"},
		{"common_noun_in_capitals", "The CEO of the firm bought DVDs in Ohio.", "Ohio/GPE"},
		{"number_of_a_rank", "The No. 1 seed lost to Ohio.", "Ohio/GPE"},
		{"ticker_behind_its_exchange", "Shares of Vexley Corp. (NYSE: VXL) rose in Ohio.", "Vexley Corp./ORG NYSE/ORG Ohio/GPE"},
		{"what_a_firm_sells", "Investors in Ohio wait for a Starlink IPO.", "Ohio/GPE Starlink/ORG"},
		{"letter_that_is_a_street", "They met on X Street.", "X Street/LOC"},
		{"tournament_of_a_place", "She beat the Wimbledon semifinalist in two sets.", "Wimbledon/MISC"},
		{"text_without_capitals", "did u see ann carter in london last nite, she was w tom baker lol", "ann carter/PERSON london/GPE tom baker/PERSON"},
		{"possessive_that_is_the_name", "Brannoc's was sold in May to Vexley Inc. The price of Brannoc's stock fell.", "Brannoc's/ORG Vexley Inc./ORG Brannoc's/ORG"},
		{"possessive_in_a_comparison", "The offer was better than Brannoc's. Vexley Inc left.", "Brannoc/ORG Vexley Inc/ORG"},
		{"possessive_of_who_stands_without_it", "Adair's was the last offer. They met Ruth Adair in Ohio.", "Adair/PERSON Ruth Adair/PERSON Ohio/GPE"},
		{"bar_by_its_owner", "We ate at Adair's, a bar in Boston.", "Adair's/LOC Boston/GPE"},
		{"disease_by_its_finder", "Parkinson's is an illness. They treat Parkinson's disease in Boston.", "Parkinson/PERSON Parkinson/PERSON Boston/GPE"},
		{"patronym_is_part_of_a_name", "The cook of Osama bin Laden fled, and bin Laden did in May.", "Osama bin Laden/PERSON bin Laden/PERSON"},
		{"arabic_article_before_a_body", "Fighters of al-Corran fled to Mosul.", "al-Corran/ORG Mosul/GPE"},
		{"body_by_the_word_before_it", "The singer of the band Corran left. Corran will tour Japan.", "Corran/ORG Corran/ORG Japan/GPE"},
		{"who_joined_the_body_before", "The startup Adair joined is in Japan. Ruth Adair said so.", "Adair/PERSON Japan/GPE Ruth Adair/PERSON"},
		{"degree_that_is_a_state", "Ruth Adair, MD, spoke in Baltimore, MD.", "Ruth Adair/PERSON Baltimore/GPE MD/GPE"},
		{"half_of_the_day", "On 3 May at 9:15 AM Ruth Adair wrote to us.", "Ruth Adair/PERSON"},
		{"surname_first_in_marks", "\"Adair, Ruth\" <ruth@example.com> wrote on Monday.", "Adair, Ruth/PERSON"},
		{"post_with_its_field", "Ruth Adair is a Professor of Medicine in Boston.", "Ruth Adair/PERSON Boston/GPE"},
		{"work_in_marks", "He played in \"A River of Days\" and in “The Long Quay,” both of 1994.", "A River of Days/MISC The Long Quay/MISC"},
		{"work_with_a_name_in_it", "The film “On the Harwick Road” was shot in Ohio.", "On the Harwick Road/MISC Ohio/GPE"},
		{"speech_with_capitals", "\"To Be Back in Time,\" he said in Ohio.", "Ohio/GPE"},
		{"what_is_shouted_with_capitals", "They shouted \"To Be Back in Time\" in Ohio.", "Ohio/GPE"},
		{"slogan", "They heard \"Death to the Quay\" in Ohio.", "Quay/MISC Ohio/GPE"},
		{"epithet", "He claimed to be \"To Be Back in Time\" in Ohio.", "Ohio/GPE"},
		{"work_by_who_wrote_it", "He wrote \"To Be Back in Time\" in Ohio.", "To Be Back in Time/MISC Ohio/GPE"},
		{"nickname_within_a_name", "They met Margaret \"The Voice\" Okafor in Ohio.", "Margaret/PERSON Okafor/GPE Ohio/GPE"},
		{"arabic_article_before_a_village", "They live in al-Corran, near Mosul.", "al-Corran/GPE Mosul/GPE"},
		{"brand_with_its_possessive", "He eats at Denny's and Wendy's in Ohio. Denny's shares fell.", "Denny's/ORG Wendy's/ORG Ohio/GPE Denny's/ORG"},
		{"governor_named_as_an_auctioneer", "Ruth Christie left Ohio. Christie's campaign was over.", "Ruth Christie/PERSON Ohio/GPE Christie/PERSON"},
		{"street", "They met on Fifth Ave. in Ohio.", "Fifth Ave./LOC Ohio/GPE"},
		{"storm", "Hurricane Rita reached Texas.", "Rita/MISC Texas/GPE"},
		{"storm_by_its_name_alone", "Hurricane Corin hit the coast on Friday. Corin killed nine people, and Corin was strong.", "Corin/MISC Corin/MISC Corin/MISC"},
		{"storm_taken_for_a_person", "Typhoon Halvar came at night. Later Halvar was weak.", "Typhoon Halvar/MISC Halvar/MISC"},
		{"government_of_a_person", "The Biden administration marches in. Not in Washington: the Biden administration wants more.", "Biden/PERSON Washington/GPE Biden/PERSON"},
		{"sum_in_a_currency_and_hall_of_famer", "Vexley Holdings paid EUR 985 million to Hall of Famer Joe Adair.", "Vexley Holdings/ORG Joe Adair/PERSON"},
		{"zoo_and_auditorium", "They met at the Corran Zoo in Nashville, near the Ryman Auditorium.", "Corran Zoo/LOC Nashville/GPE Ryman Auditorium/LOC"},
		{"office_in_short_and_party_by_its_letter", "Rep. Joe Crowley (D) met Sens. Ruth Adair (R) and Paul Marsh, and then-Sen. Barack Obama.", "Joe Crowley/PERSON Ruth Adair/PERSON Paul Marsh/PERSON Barack Obama/PERSON"},
		{"seat_by_code_or_with_stops", "Sen. Ted Cruz (R-TX) and Rep. Joe Crowley (D-N.Y.) left.", "Ted Cruz/PERSON TX/GPE Joe Crowley/PERSON"},
		{"seat_in_west_virginia", "Sen. Joe Adair (D-W.Va.) left Ohio.", "Joe Adair/PERSON Ohio/GPE"},
		{"row_of_degrees", "Ruth Adair MS, RD, CSSD, LDN, a dietitian, and Paul Marsh, RN, BSN, left Boston, MA, CBS and NBC said.", "Ruth Adair/PERSON Paul Marsh/PERSON Boston/GPE MA/GPE CBS/ORG NBC/ORG"},
		{"rank_of_the_police_in_short", "He met PC Ash and DS Marsh on Friday.", "Ash/PERSON Marsh/PERSON"},
		{"amendment", "The court ruled on Tuesday that the 14th Amendment bars him.", "14th Amendment/MISC"},
		{"article_before_a_people", "The American people have no voice.", "American/NORP"},
		{"agency_in_a_dateline", "WASHINGTON, June 10 (UPI) — The mayor said no.", "WASHINGTON/GPE UPI/ORG"},
		{"no_names_in_small_letters", "He met the pope, and that was O.K. with her.", ""},
		{"planet", "The probe flew past Mars and Saturn on its way back to Earth.", "Mars/LOC Saturn/LOC Earth/LOC"},
		{"office_of_a_country", "Chief Justice of India Surya Kant left with Congress MP Mahua Moitra.", "India/GPE Surya Kant/PERSON Congress/ORG Mahua Moitra/PERSON"},
		{"mother_of_two", "It was raining. Mum-of-two Kelly Ogden left.", "Kelly Ogden/PERSON"},
		{"house_of_an_analyst", "It was cheap. Davy analyst Ann Baker agreed.", "Davy/ORG Ann Baker/PERSON"},
		{"seat_of_two_words", "The bill of Sen. Scott Wiener, D-San Francisco, failed.", "Scott Wiener/PERSON San Francisco/GPE"},
		{"where_a_court_sits", "The U.S. District Court for the Eastern District of Virginia ruled on Monday.", "U.S. District Court for the Eastern District of Virginia/ORG"},
		{"court_of_a_country", "The Supreme Court of the United States ruled on Monday.", "Supreme Court of the United States/ORG"},
		{"consultancy", "Ann Baker, head of the SovEcon consultancy, agreed.", "Ann Baker/PERSON SovEcon/ORG"},
		{"city_with_its_district", "They marched in Washington, D.C., on Monday.", "Washington, D.C./GPE"},
		{"league_is_a_body", "He spoke for the National Football League in Ohio.", "National Football League/ORG Ohio/GPE"},
		{"school_is_a_body", "She went to Crescent City High School in Ohio.", "Crescent City High School/ORG Ohio/GPE"},
		{"federation_that_is_a_country", "Officials of the Russian Federation met.", "Russian Federation/GPE"},
		{"service_is_no_place", "He spoke for the Kaduna State Fire Service on Monday.", "Kaduna State Fire Service/ORG"},
		{"building", "They met at the Harwick Civic Center in Ohio.", "Harwick Civic Center/LOC Ohio/GPE"},
		{"college_of_a_king", "Clare Adair of King's College London spoke.", "Clare Adair/PERSON King's College London/ORG"},
		{"council_with_and", "The New Zealand Food and Grocery Council met.", "New Zealand Food and Grocery Council/ORG"},
		{"association_with_and", "The Association of Tourist Boat Operators and Water Transporters of Nigeria met.", "Association of Tourist Boat Operators and Water Transporters of Nigeria/ORG"},
		{"two_bodies_with_and", "The Senate and the Justice Department said so.", "Senate/ORG Justice Department/ORG"},
		{"ticker_in_brackets", "Vexley Foods Inc (VXLF.N) cut its forecast in Ohio.", "Vexley Foods Inc/ORG Ohio/GPE"},
		{"seat_of_a_state_with_stops", "Paul Marsh, R-S.D., left Ohio.", "Paul Marsh/PERSON Ohio/GPE"},
		{"court_addressed", "My Lords, the case of Ruth Adair is clear.", "Ruth Adair/PERSON"},
		{"song_in_marks", "She sang the hit “Salt Water,” in Ohio.", "Salt Water/MISC Ohio/GPE"},
		{"journal_is_no_part_of_its_name", "It was published in the journal Sleep Health on Monday.", "Sleep Health/ORG"},
		{"office_over_a_body", "The Inspector General of Police, Kayode Egbetokun, spoke.", "Kayode Egbetokun/PERSON"},
		{"rank_without_its_stop", "A spokesman, Col Ahmed Haidar, left.", "Ahmed Haidar/PERSON"},
		{"what_a_commissioner_is_for", "The Commissioner for Health, Dr. Akin Abayomi, spoke.", "Akin Abayomi/PERSON"},
		{"station_of_a_county", "He told BBC Radio Lancashire about it.", "BBC Radio Lancashire/ORG"},
		{"whose_analyst_somebody_is", "“Or its end,” said Forrester's Paul Marsh. Ruth Adair of Wedbush wrote a note.", "Forrester/ORG Paul Marsh/PERSON Ruth Adair/PERSON Wedbush/ORG"},
		{"whose_brother_somebody_is", "Ruth Adair left. Adair's Paul Marsh stayed.", "Ruth Adair/PERSON Adair/PERSON Paul Marsh/PERSON"},
		{"county_council", "It was North Yorkshire county council that said so.", "North Yorkshire county council/ORG"},
		{"what_is_heard", "They spoke at once in Ohio. (CROSSTALK)", "Ohio/GPE"},
		{"police_of_a_country", "They wrote to Police Scotland.", "Police Scotland/ORG"},
		{"union_of_three_trades", "The Rail, Tram and Bus Union said so.", "Rail, Tram and Bus Union/ORG"},
		{"irish_offices", "The Taoiseach met the Tánaiste in Ohio.", "Ohio/GPE"},
		{"first_name_later", "Hala Darwish left. They asked for Hala by name.", "Hala Darwish/PERSON Hala/PERSON"},
		{"case_in_court", "They argued in Adair v. Brandt for an hour.", "Adair v. Brandt/MISC"},
		{"mayor_addressed", "“No, Mr. Mayor,” she said in Ohio.", "Ohio/GPE"},
		{"sum_with_its_scale_joined", "She said that N4.2bn was sent to Ohio.", "Ohio/GPE"},
		{"symphony_of_a_town", "He plays for the Harwick Symphony in Ohio.", "Harwick Symphony/ORG Ohio/GPE"},
		{"auditor_general", "The Auditor General, Ruth Adair, left Ohio.", "Ruth Adair/PERSON Ohio/GPE"},
		{"duchess", "The Duchess of Lancaster opened it in Ohio.", "Duchess of Lancaster/PERSON Ohio/GPE"},
		{"bishop_of_a_town", "The Bishop of Harwick left Ohio.", "Ohio/GPE"},
		{"rupees_with_their_scale", "He gave Rs2 million for Ohio.", "Ohio/GPE"},
		{"chief_minister", "“No,” said CM Asha Rao in Ohio.", "Asha Rao/PERSON Ohio/GPE"},
		{"brotherhood_with_and", "The Brotherhood of Locomotive Engineers and Trainmen met.", "Brotherhood of Locomotive Engineers and Trainmen/ORG"},
		{"ranks_in_short", "Det Ch Insp Imran Qureshi and Barrister Zainab Chinoy left Ohio.", "Imran Qureshi/PERSON Zainab Chinoy/PERSON Ohio/GPE"},
		{"degree_in_short", "Ruth Adair, MD, MSc, and Ann Baker, RDN, left Ohio.", "Ruth Adair/PERSON Ann Baker/PERSON Ohio/GPE"},
		{"party_before_its_member", "Fianna Fáil TD Sorcha Gilhooly met the Nationals MP for Riverina.", "Fianna Fáil/ORG Sorcha Gilhooly/PERSON Nationals/ORG Riverina/GPE"},
		{"inspector_of_a_department", "On Monday he wrote Ruth Adair, HHS Inspector General, asking her to investigate the matter.", "Ruth Adair/PERSON HHS/ORG"},
		{"body_in_short_at_the_start", "Cathay Pacific said on Monday that it would cut debt. Cathay flies to Riyadh from May.", "Cathay Pacific/ORG Cathay/ORG Riyadh/GPE"},
		{"body_by_its_first_letters", "The Directorate of Criminal Investigations has the file. DCI boss Ruth Adair left.", "Directorate of Criminal Investigations/ORG DCI/ORG Ruth Adair/PERSON"},
		{"common_word_that_begins_a_body", "They met at the Psychotherapy Institute of Ohio. Psychotherapy is dear.", "Psychotherapy Institute of Ohio/ORG"},
		{"police_of_a_place", "It was said that WA Police thanked him. The Boston Police Chief left.", "WA Police/ORG Boston Police/ORG"},
		{"isle", "She runs a shop on the Isle of Eigg. The Isle of Eigg Heritage Trust bought it.", "Isle of Eigg/LOC Isle of Eigg Heritage Trust/ORG"},
		{"names_that_open_sentences", "They saw Zodwa Reyes and Rasa Mazeikyte. Zodwa knew why. Mazeikyte of Lithuania was glad.", "Zodwa Reyes/PERSON Rasa Mazeikyte/PERSON Zodwa/PERSON Mazeikyte/PERSON Lithuania/GPE"},
		{"common_word_that_opens_a_sentence", "They saw Joy Ferry. Joy is rare. Ferry boats were late.", "Joy Ferry/PERSON"},
		{"surname_like_a_cry", "It was Oh Se-hoon who left Seoul.", "Oh Se-hoon/PERSON Seoul/GPE"},
		{"state_before_its_senator", "It was Florida Sen. Marco Adair who left. The Florida Senator was late.", "Florida/GPE Marco Adair/PERSON Florida/GPE"},
		{"whose_white_house", "He worked in the Obama White House for a year.", "Obama/PERSON White House/LOC"},
		{"body_beside_the_white_house", "It came from the State Department and White House on Monday.", "State Department/ORG White House/LOC"},
		{"editor_in_chief", "She spoke with BuzzFeed Editor-in-Chief Ben Adair hosted by him.", "BuzzFeed/ORG Ben Adair/PERSON"},
		{"jeweller_by_name", "The Italian jeweler Pomellato has left Ohio.", "Italian/NORP Pomellato/ORG Ohio/GPE"},
		{"known_bodies", "M23 rebels took Goma.", "M23/ORG Goma/GPE"},
		{"call_signs", "He told 3AW so. On 4WD tracks it was slow.", "3AW/ORG"},
		{"circuit_with_its_number", "The 6th Circuit Court of Appeals ruled on Monday.", "6th Circuit Court of Appeals/ORG"},
		{"all_in_capitals", "GERMANY AND FRANCE SIGN TREATY IN BERLIN", "GERMANY/GPE FRANCE/GPE BERLIN/GPE"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := read(t, tt.text)
			var got []string
			for _, m := range d.Mentions {
				got = append(got, d.At(m.Span)+"/"+m.Type.String())
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func TestTypeOf(t *testing.T) {
	for _, test := range []struct {
		name, text string
		kind       int
		want       extract.EntityType
	}{
		{"ship_is_no_person", "MV Ruth Adair", person, extract.Misc},
		{"holiday_is_no_place", "New Year’s Eve", place, extract.Misc},
		{"compound_is_no_place", "Ely-headquartered", place, extract.Misc},
		{"what_is_worthy_of_a_place", "Versailles-worthy", place, extract.Misc},
		{"exchange_is_no_place", "NYSE", place, extract.Org},
		{"gallery_is_no_person", "Ruth Adair Gallery", person, extract.Loc},
		{"speedway", "Harwick Motor Speedway", place, extract.Loc},
		{"hall_is_a_surname", "Ruth Hall", person, extract.Person},
		{"university_is_no_place", "Harwick University", place, extract.Org},
		{"court_is_no_place", "Harwick District Court", place, extract.Org},
		{"court_that_is_a_street", "Harwick Court", place, extract.GPE},
		{"elementary_is_a_school", "Harwick Elementary", place, extract.Org},
		{"house_of_a_state", "Kentucky House", place, extract.Org},
		{"house_of_coffee", "Harwick House", place, extract.Loc},
		{"church_of_a_king", "Solomon Missionary Baptist Church", person, extract.Loc},
		{"church_is_a_surname", "Charlotte Church", person, extract.Person},
		{"prize_is_no_person", "Jacob Lawrence Prize", person, extract.Misc},
		{"day_of_a_person", "Martin Luther King Day", person, extract.Misc},
		{"day_is_a_surname", "Doris Day", person, extract.Person},
		{"competition_is_no_body", "Harwick Champions League", other, extract.Misc},
		{"orchestra_is_no_work", "Harwick Orchestra", other, extract.Org},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := typeOf(test.kind, test.text); got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestTrimmed(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		kind             int
	}{
		{"points_of_a_score", "Florida 87", "Florida", place},
		{"road_with_a_number", "Interstate 95", "Interstate 95", place},
		{"own_initials", "Harwick Marine Trade Index HMTI", "Harwick Marine Trade Index", body},
		{"other_initials", "Harwick Marine Trade Index USA", "Harwick Marine Trade Index USA", body},
		{"what_it_sells", "Vexley IPO", "Vexley", body},
		{"nothing_but_that", "IPO", "IPO", body},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.text)
			end := trimmed(test.text, d.Tokens, test.kind, 0, len(d.Tokens)-1)
			if got := test.text[:d.Tokens[end].End]; got != test.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestUntitled(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		kind             int
	}{
		{"office_before_a_person", "Chief Paul Adair", "Paul Adair", person},
		{"surname_like_an_office", "Adair Chief", "Adair Chief", person},
		{"kind_of_a_work", "HBO series Low Water", "Low Water", other},
		{"kind_within_a_title", "The Novel of Ely", "The Novel of Ely", other},
		{"where_a_body_sits", "Ely-based Harbour Centre", "Harbour Centre", body},
		{"nothing_but_an_office", "Chief", "Chief", person},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.text)
			start := untitled(test.text, d.Tokens, test.kind, 0, len(d.Tokens)-1)
			if got := test.text[d.Tokens[start].Start:]; got != test.want {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestNameEndsWithItsLine(t *testing.T) {
	for text, want := range map[string]string{"Ann Lee": "1 3", "Ann\nLee": "4 4", "Ann May\nLee": "1 3 4", "Ann\nMay Lee": "4 1 3", "Ann\nMay\nLee": "4 4 4"} {
		d := read(t, text)
		labels := make([]uint8, len(d.Tokens))
		for i := range labels {
			labels[i] = Label(person, i, len(labels))
		}
		cutAtLines(text, d.Tokens, labels)
		if got := strings.Trim(fmt.Sprint(labels), "[]"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		for i := 1; i < len(labels); i++ {
			if !Follows(int(labels[i-1]), int(labels[i])) {
				t.Errorf("%q: %d behind %d", text, labels[i], labels[i-1])
			}
		}
	}
}

func TestPersonIsNotWhoseSheIs(t *testing.T) {
	for text, want := range map[string]string{
		"Clare Adair of Civic Party": "Clare Adair/0 Civic Party/1", "Clare Adair of Ely": "Clare Adair/0 Ely/2", "Clare Adair of the FTU": "Clare Adair/0 FTU/1", "Catherine of Aragon": "Catherine of Aragon/0",
		"President of the Brotherhood of Carters": "Brotherhood of Carters/1", "Secretary of State Ann Adair": "Ann Adair/0", "Minister of State for Works Ann Adair": "Ann Adair/0",
	} {
		d := read(t, text)
		labels := make([]uint8, len(d.Tokens))
		relabel(labels, 0, len(labels), person)
		partAtOf(text, d.Tokens, labels)
		var got []string
		for i, l := range labels {
			if l == Outside {
				continue
			}
			kind, at := split(int(l))
			if at == begin || at == only {
				got = append(got, "")
			}
			got[len(got)-1] += " " + d.At(d.Tokens[i].Span)
			if at == last || at == only {
				got[len(got)-1] = fmt.Sprintf("%s/%d", got[len(got)-1][1:], kind)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	}
}

func TestSmallWordPartsNames(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		kind             int
	}{
		{"one_or_the_other", "Vexley or Corran Marine", "4 0 1 3", body},
		{"clubs_that_meet", "Harwick host Ely", "4 0 4", place},
		{"work", "Sink or Swim", "1 2 3", other},
		{"joined_words", "Food and Drink", "1 2 3", body},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.text)
			labels := make([]uint8, len(d.Tokens))
			relabel(labels, 0, len(labels), test.kind)
			partAtSmall(test.text, d.Tokens, labels)
			var got []string
			for _, l := range labels {
				if l != Outside {
					l -= uint8(4 * test.kind)
				}
				got = append(got, strconv.Itoa(int(l)))
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("%s, want %s", s, test.want)
			}
		})
	}
}

func TestBodyOfTwoWordsThatSomebodyIsOf(t *testing.T) {
	text := "Dawn Prentice of Begbies Traynor"
	d := read(t, text)
	labels := make([]uint8, len(d.Tokens))
	relabel(labels, 0, 2, person)
	relabel(labels, 3, 5, person)
	employers(text, d.Tokens, labels)
	if labels[0] != Label(person, 0, 2) || labels[3] != Label(body, 0, 2) || labels[4] != Label(body, 1, 2) {
		t.Error(labels)
	}
}

func TestTitleAloneIsNoName(t *testing.T) {
	for text, want := range map[string]bool{"Chancellor": true, "Vice President": true, "Pope": false, "Dean": false, "Adair": false, "CEO": true, "the": true, "noida": false, "No. 1": true, "No. 10 Ely Street": false} {
		d := read(t, text)
		if got := noName(text, d.Tokens, person, 0, len(d.Tokens)-1, false); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSameEachTime(t *testing.T) {
	text := strings.Repeat("Margaret Okafor of Brannoc Line met French ministers in Lyon. ", 20)
	want := read(t, text).Mentions
	for range 3 {
		if got := read(t, text).Mentions; !slices.Equal(got, want) {
			t.Fatal("names differ from run to run")
		}
	}
}

// What is stored of words gives what the features say, also where a document
// has more words than there is room for, and where words stay from those before.
func TestSumsAreThoseOfTheFeatures(t *testing.T) {
	text := func(tokens, words int) string {
		var b strings.Builder
		for i := range tokens {
			b.WriteString([]string{"Margaret", "the", "“Lyon Road”", "said", "NATO", "Brannoc and"}[i%6])
			b.WriteString(" W" + strconv.Itoa(i*i%words) + " ")
			if i%20 == 19 {
				b.WriteString("left.\n\n")
			}
		}
		return b.String()
	}
	tg := newTagger()
	short, long := read(t, text(1000, 499)), read(t, text(2*manyWords, 80021))
	for n, d := range []*extract.Document{short, short, long, short, long, short} {
		tg.read(d.Text(), d.Tokens, d.Sentences)
		var got, want [Labels]int32
		for k := range tg.sents {
			s := &tg.sents[k]
			for i := s.from; i < s.to; i++ {
				tg.emissions(got[:], s, i)
				fs := tg.features(nil, s, i)
				sum := tg.model.NewSum()
				tg.model.Scores(want[:], sum, tg.model.Add(sum, fs))
				if got != want {
					t.Fatalf("document %d, token %d: %v, want %v", n, i, got, want)
				}
			}
		}
	}
	if len(tg.words) > manyWords {
		t.Errorf("%d words stay", len(tg.words))
	}
}

func TestExtractorGivesFeaturesOfEachToken(t *testing.T) {
	d := read(t, "Margaret Okafor of Brannoc Line left. She said “The Last Ferry” was hers.")
	e := NewExtractor()
	n := 0
	for s, r := range e.Read(d.Text(), d.Tokens, d.Sentences) {
		for i := r[0]; i < r[1]; i++ {
			if len(e.Features(s, i)) == 0 {
				t.Errorf("token %d has no features", i)
			}
			n++
		}
	}
	if n != len(d.Tokens) {
		t.Errorf("%d of %d tokens", n, len(d.Tokens))
	}
}

func TestNothingToRead(t *testing.T) {
	if got := Find(nil, "", nil, nil); len(got) != 0 {
		t.Errorf("names of nothing: %v", got)
	}
	d := read(t, "Margaret Okafor left.")
	d.Sentences = nil
	Find(nil, d.Text(), d.Tokens, nil)
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"“Né 👩‍🚒,” said Ann O'Malley.", "A.B.C. D-E F’s", strings.Repeat("Al ", 40), "ÉCOLE\u0301 \u200bX\ufeffY"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := read(t, strings.ToValidUTF8(text, "\ufffd"))
		last := int32(0)
		for _, m := range d.Mentions {
			if m.Start < last {
				t.Fatalf("names out of order at %d", m.Start)
			}
			last = m.End
		}
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	d := read(b, strings.Repeat("Margaret Okafor of Brannoc Line met French ministers in Lyon, where it had rained since the morning. ", 40))
	b.ReportAllocs()
	var dst []extract.Mention
	for b.Loop() {
		dst = Find(dst[:0], d.Text(), d.Tokens, d.Sentences)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
