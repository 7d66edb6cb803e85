package speaker

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// heard is who the speakers are: "She: pronoun Ann Lee (mayor)", "-" for nobody.
func heard(t testing.TB, d *extract.Document) string {
	t.Helper()
	if err := d.Validate(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, q := range d.Quotes {
		s := q.Speaker
		who := s.Name
		if who == "" {
			who = "-"
		}
		if s.Role != "" {
			who += " (" + s.Role + ")"
		}
		lines = append(lines, fmt.Sprintf("%s: %s %s", d.At(s.Span), s.Kind, who))
	}
	return strings.Join(lines, "\n")
}

func TestResolve(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"name", "“We won,” {[Ann Lee/P]} said.", "Ann Lee: named Ann Lee"},
		{"surname_has_the_full_name", "[Ann Lee/P] came. “We won,” {[Lee/G]} said.", "Lee: named Ann Lee"},
		{"title_before_name", "“We won,” {council leader [Ann Lee/P]} said.", "council leader Ann Lee: named Ann Lee (council leader)"},
		{"title_of_a_country", "“We won,” {[Russian/N] President [Oleg Marin/P]} said.", "Russian President Oleg Marin: named Oleg Marin (Russian President)"},
		{"office_and_what_it_is_of", "“We won,” {Leader of the Opposition [Ann Lee/P]} said.", "Leader of the Opposition Ann Lee: named Ann Lee (Leader of the Opposition)"},
		{"chief_of_staff", "“We won,” {the council's acting chief of staff [Ann Lee/P]} said.", "the council's acting chief of staff Ann Lee: named Ann Lee (council's acting chief of staff)"},
		{"sister_of_a_goalkeeper", "“We won,” {the sister of goalkeeper [Ann Lee/P]} said.", "the sister of goalkeeper Ann Lee: nominal -"},
		{"chief_justice_by_initials", "Chief Justice of [India/G] [Asha Rao/P] sat with Justice [Tom Ash/P]. “No,” {the CJI} said.", "the CJI: nominal Asha Rao (Chief Justice of India)"},
		{"justice_is_not_the_chief_justice", "Justice [Tom Ash/P] sat. “No,” {the CJI} said.", "the CJI: nominal -"},
		{"mother_of_two", "“No,” {mum-of-two [Ann Lee/P]} said.", "mum-of-two Ann Lee: named Ann Lee (mum-of-two)"},
		{"boss_of_the_only_firm", "“Mad,” {Boatair chief executive [Tom Lee/P]} said. In [Ely/G], {the outspoken airline boss} called it ‹odd›.", "Boatair chief executive Tom Lee: named Tom Lee (Boatair chief executive)\nthe outspoken airline boss: nominal Tom Lee (Boatair chief executive)"},
		{"among_them_was", "[Laura Ash/P] left. Among them was [Vera Lee/P]. She lost. “No,” {she} said.", "she: pronoun Vera Lee"},
		{"whose_sister", "[Vera Lee/P], whose sister [Ann Ash/P] was hurt, left the room. “No,” {she} said.", "she: pronoun Vera Lee"},
		{"state_senator", "“We won,” {State Sen. [Ann Lee/P]} said.", "State Sen. Ann Lee: named Ann Lee (State Sen.)"},
		{"minister_of_local_government", "“We won,” said {Local Government Minister [Ann Lee/P]}.", "Local Government Minister Ann Lee: named Ann Lee (Local Government Minister)"},
		{"asked_about_another", "“We won,” {[Ann Lee/P]} said. Asked if [Tom Ash/P] could play, {the [Swede/N]} said ‹no›.", "Ann Lee: named Ann Lee\nthe Swede: nominal Ann Lee"},
		{"who_was_asked_answers", "“We won,” {[Tom Lee/P]} said. The former coach was asked if he knew. “No,” {he} said.", "Tom Lee: named Tom Lee\nhe: pronoun Tom Lee"},
		{"name_beside_a_noun", "“We won,” {one fan}, [Ann Lee/P], 43, of [Ely/G], said.", "one fan: nominal Ann Lee"},
		{"name_after_a_body", "“We won,” {one company}, [Ann Lee/P], 43, said.", "one company: anonymous -"},
		{"shareholder_by_name", "“We won,” {one shareholder}, [Elm Capital/O], said.", "one shareholder: organization Elm Capital"},
		{"asked_by_the_chairman", "Told by the chairman, [Tan Lee/P], that it hurt, [Sam Ash/P] left. “It did,” {he} said.", "he: pronoun Sam Ash"},
		{"him_is_another", "[Ash/P] left. [Narel Modi/P] met him. “Well done,” {she} said.", "she: pronoun Narel Modi"},
		{"age_after_a_long_quotation", "“We won,” {[Ann Lee/P]} said. “It hurt. It rained. It hurt more. It ended.” “I slept,” {the 22-year-old} said.", "Ann Lee: named Ann Lee\nthe 22-year-old: nominal Ann Lee"},
		{"the_japanese_who_spoke", "“We won,” {[Ann Lee/P]} said. “I am glad,” {the [Japanese/N]} said.", "Ann Lee: named Ann Lee\nthe Japanese: nominal Ann Lee"},
		{"for_her_it_was_late", "[Ann Lee/P] left. For [Ann Lee/P], it was late. Many were sad. “No,” {she} said.", "she: pronoun Ann Lee"},
		{"what_he_called", "[Tom Lee/P] left. A driver left the bus, citing what {he} called a ‹rise›.", "he: pronoun -"},
		{"body_named_in_marks", "“We are not the [Boat Party/O],” {[Tom Lee/P]} said. “No,” {the party} said.", "Tom Lee: named Tom Lee\nthe party: nominal -"},
		{"whoever_was_she_is_not_he", "[Tom Lee/P] ran. [Zelpha Ash/P] left. {She} said ‹no›. Later {he} said ‹yes›.", "She: pronoun Zelpha Ash\nhe: pronoun Tom Lee"},
		{"in_his_own_words", "[Tom Lee/P] left, in {his} own words ‹a fool›.", "his: pronoun Tom Lee"},
		{"asked_by_a_host", "[Tom Lee/P] left. Asked by host [Zelpha Ash/P] why, {he} said ‹no›.", "he: pronoun Tom Lee"},
		{"agency_that_is_a_bureau", "{The [Ferry Bureau/O]} said ‹no›. {The agency} said ‹yes›.", "The Ferry Bureau: organization Ferry Bureau\nThe agency: organization Ferry Bureau"},
		{"who_stands_in_another_s_aside", "[Ann Lee/P] spoke of her partner, [Rose Ash/P], who, {she} said, ‹laughed›.", "she: pronoun Ann Lee"},
		{"one_who_is_not_named", "[Ann Lee/P] ran. {One}, who works there, said ‹no›. “Yes,” {she} said.", "One: anonymous -\nshe: pronoun -"},
		{"of_two_whom_more_is_told_of", "It was late. They met [Ann Lee/P], who left [Mei Ash/P] there. {The [Swede/N]} said ‹no›.", "The Swede: nominal Ann Lee"},
		{"one_of_a_people", "[Ann Lee/P] won. “I was lucky,” {the [Swede/N]} said.", "the Swede: nominal Ann Lee"},
		{"a_people_is_no_person", "[Ann Lee/P] won. “We are lucky,” {the [French/N]} said.", "the French: nominal French"},
		{"player_for_a_country", "[Ann Lee/P] won. “I was lucky,” {the former [Wales/G] international} said.", "the former Wales international: nominal Ann Lee"},
		{"friend_of_a_president", "“We won,” {a friend of President [Ann Lee/P]} said.", "a friend of President Ann Lee: nominal -"},
		{"mister_is_no_role", "“We won,” {Mr. [Lee/P]} said.", "Mr. Lee: named Lee"},
		{"former_stays_with_the_role", "“We won,” {former mayor [Ann Lee/P]} said.", "former mayor Ann Lee: named Ann Lee (former mayor)"},
		{"apposition_behind", "“We won,” said {[Oleg Marin/P]}, [Lee/P]'s foreign policy adviser.", "Oleg Marin: named Oleg Marin (Lee's foreign policy adviser)"},
		{"apposition_with_article", "{[Ann Lee/P]}, the mayor of [Ely/G], said “we won.”", "Ann Lee: named Ann Lee (mayor of Ely)"},
		{"apposition_behind_age", "{[Ann Lee/P]}, 34, a night nurse at [Ely Hospital/O], said “we won.”", "Ann Lee: named Ann Lee (night nurse at Ely Hospital)"},
		{"apposition_before", "{The mayor of [Ely/G]}, [Ann Lee/P], said “we won.”", "The mayor of Ely: nominal Ann Lee (mayor of Ely)"},
		{"apposition_ends_with_by", "{[Ann Lee/P]}, a lawyer by the time of the war, said “no.”", "Ann Lee: named Ann Lee (lawyer)"},
		{"apposition_before_a_chief", "The head of the [Boat Board/O], {Chief [Ann Lee/P]}, said “we won.”", "Chief Ann Lee: named Ann Lee (head of the Boat Board)"},
		{"apposition_before_with_its_short_form", "The head of the [Boat Board/O] ([BB/O]), {Mr. [Tom Lee/P]}, said “we won.”", "Mr. Tom Lee: named Tom Lee (head of the Boat Board)"},
		{"it_is_not_the_agency_of_the_dateline", "ELY ([AFP/O]) – [Norvane/O] met a buyer that {it} says ‹is new›.", "it: pronoun Norvane"},
		{"trade_of_who_just_spoke", "{[Tom Lee/P]} said ‹he believed it›. “It was real,” said {the IT consultant}.", "Tom Lee: named Tom Lee\nthe IT consultant: nominal Tom Lee"},
		{"she_laughed_first", "I met [Ann Lee/P]. She left. “No,” {she} said.", "she: pronoun Ann Lee"},
		{"justice_is_the_judge", "Justice [Ann Lee/P] came. “No,” {the judge} said.", "the judge: nominal Ann Lee (Justice)"},
		{"mother_of_four", "“No,” {mother-of-four [Ann Lee/P]} said.", "mother-of-four Ann Lee: named Ann Lee (mother-of-four)"},
		{"title_before_a_doctor", "“No,” {[RIMS/O] director Dr [Ann Lee/P]} said.", "RIMS director Dr Ann Lee: named Ann Lee (RIMS director)"},
		{"secretary_of_a_union_of_three", "“No,” {the [Rail, Tram and Bus Union/O] secretary [Toby Lee/P]} said.", "the Rail, Tram and Bus Union secretary Toby Lee: named Toby Lee (Rail, Tram and Bus Union secretary)"},
		{"one_of_a_party", "“No,” {a [House/O] [Republican/N]} said.", "a House Republican: anonymous -"},
		{"man_of_a_people", "[Piet Lee/P] fell. “No,” {the [Dutchman/N]} said.", "the Dutchman: nominal Piet Lee"},
		{"place_behind_a_name_is_no_role", "{[Ann Lee/P]}, of [Ely/G], said “no.”", "Ann Lee: named Ann Lee"},
		{"role_where_first_named", "[Ann Lee/P], the mayor, came. “No,” {[Lee/P]} said.", "Lee: named Ann Lee (mayor)"},
		{"spokesman_is_not_the_ministry", "The [Defence Ministry/O] met. “No,” {a spokesman for the [Defence Ministry/O]} said.", "a spokesman for the Defence Ministry: nominal -"},
		{"adviser_is_not_the_president", "[Oleg Marin/P] came. “No,” {[Marin/P]'s foreign policy adviser} said.", "Marin's foreign policy adviser: nominal -"},
		{"campaign_is_not_the_candidate", "[Ann Lee/P] came. “No,” {the [Lee/P] campaign} said.", "the Lee campaign: nominal -"},
		{"body", "“No,” {the [Defence Ministry/O]} said.", "the Defence Ministry: organization Defence Ministry"},
		{"two_names", "“No,” {[Ann Lee/P] and [Oleg Marin/P]} said.", "Ann Lee and Oleg Marin: named Ann Lee and Oleg Marin"},

		{"who_behind_a_place", "[Jo Wells/P], from [Ohio/G], {who} said “no.”", "who: pronoun Jo Wells"},
		{"surname_that_is_a_word", "[Amanda Price/P] came. “No,” {Price} said.", "Price: named Amanda Price"},
		{"style_of_a_pope", "[Pope Francis/P] came. “No,” {the pope} said.", "the pope: nominal Pope Francis"},
		{"he_met_another", "[Peter Marsh/P] came. In an interview with [Paul Lee/P], {he} said “no.”", "he: pronoun Peter Marsh"},
		{"chief_of_the_staff", "{[Norland/G] 's Chief of Army Staff General [Ann Lee/P]} said “no.”", "Norland 's Chief of Army Staff General Ann Lee: named Ann Lee (Army Staff General)"},
		{"he_is_none_named_after_the_pronoun", "“No,” {[Peter Marsh/P]} said. It rained. He nodded only to Mr. [Lee/P]. “Well,” {he} said.", "Peter Marsh: named Peter Marsh\nhe: pronoun Peter Marsh"},
		{"he_is_none_by_whom_he_was_chosen", "“No,” {[Peter Marsh/P]} said. It rained. Chosen by Mr. [Lee/P], he worked at sea. “Well,” {he} said.", "Peter Marsh: named Peter Marsh\nhe: pronoun Peter Marsh"},
		{"he_by_first_name", "[Anna Lee/P] met [Peter Marsh/P]. “No,” {he} said.", "he: pronoun Peter Marsh"},
		{"she_by_form_of_address", "Mr. [Lee/P] met Mrs. [Marsh/P]. “No,” {she} said.", "she: pronoun Marsh"},
		{"she_by_role", "Congresswoman [Kit Lee/P] met [Peter Marsh/P]. “No,” {she} said.", "she: pronoun Kit Lee (Congresswoman)"},
		{"he_is_the_speaker_before", "“No,” {[Peter Marsh/P]} said of [Paul Lee/P]. “Never,” {he} said.", "Peter Marsh: named Peter Marsh\nhe: pronoun Peter Marsh"},
		{"he_is_the_subject_before", "“No,” {[Peter Marsh/P]} said.\n[Paul Lee/P] met [Marsh/P]. “Yes,” {he} said.", "Peter Marsh: named Peter Marsh\nhe: pronoun Paul Lee"},
		{"pronouns_in_a_row", "“No,” {[Peter Marsh/P]} said. “Yes,” {he} said. “Well,” {he} said.", "Peter Marsh: named Peter Marsh\nhe: pronoun Peter Marsh\nhe: pronoun Peter Marsh"},
		{"name_in_a_quote_is_not_spoken_of", "[Peter Marsh/P] spoke. “I met [Paul Lee/P] then,” {he} said.", "he: pronoun Peter Marsh"},
		{"nobody_fits", "[Anna Lee/P] spoke. “No,” {he} said.", "he: pronoun -"},
		{"nobody_near", "[Peter Marsh/P] spoke. It ran. It ran. It ran. It ran. It ran. It ran. It ran. It ran. “No,” {he} said.", "he: pronoun -"},
		{"they_is_nobody_known", "[Anna Lee/P] met [Peter Marsh/P]. “No,” {they} said.", "they: pronoun -"},
		{"she_is_a_mother_without_a_name", "“No,” owner {[Mia Lee/P]} laughs. A mum from the school down the road isn't laughing. “I fell,” {she} says.", "Mia Lee: named Mia Lee (owner)\nshe: pronoun -"},
		{"it_is_the_notice_before", "{The notice} said ‹that the [Norvane/O] River stank›. “Who did this?” {it} asked.", "The notice: nominal -\nit: pronoun -"},
		{"office_with_a_verb_in_it", "“No,” said {chief operating officer [Ann Lee/P]}.", "chief operating officer Ann Lee: named Ann Lee (chief operating officer)"},
		{"it_is_the_body_before", "The [Defence Ministry/O] met in [Ely/G]. “No,” {it} said.", "it: pronoun Defence Ministry"},
		{"i_is_nobody_known", "[Anna Lee/P] spoke. “No,” {I} said.", "I: pronoun -"},
		{"who_behind_a_name", "[Peter Marsh/P], {who} said “no,” left.", "who: pronoun Peter Marsh"},

		{"the_senator", "[Senator/M] came. Senator [Ann Lee/P] spoke. “No,” {the senator} said.", "the senator: nominal Ann Lee (Senator)"},
		{"the_senator_for_sen", "Sen. [Ann Lee/P] spoke. “No,” {the senator} said.", "the senator: nominal Ann Lee (Sen.)"},
		{"senator_of_a_state", "Sen. [Ann Lee/P] (D-Ohio) met Sen. [Peter Marsh/P] (R-Utah). “No,” {the Ohio senator} said.", "the Ohio senator: nominal Ann Lee (Sen.)"},
		{"the_last_of_several", "Senator [Ann Lee/P] met Senator [Peter Marsh/P]. “No,” {the senator} said.", "the senator: nominal Peter Marsh (Senator)"},
		{"another_country_s_president", "[Russian/N] President [Oleg Marin/P] spoke. “No,” {the US president} said.", "the US president: nominal -"},
		{"former_is_another", "Former governor [Ann Lee/P] spoke. “No,” {the governor} said.", "the governor: nominal -"},
		{"council_leader_by_apposition", "[Ann Lee/P], the council leader, came. “No,” {the council leader} said.", "the council leader: nominal Ann Lee (council leader)"},
		{"nobody_has_the_role", "[Ann Lee/P] came. “No,” {the mayor} said.", "the mayor: nominal -"},
		{"the_ministry", "The [Defence Ministry/O] met. “No,” {the ministry} said.", "the ministry: organization Defence Ministry"},
		{"the_captain_takes_up_the_last", "[Ann Lee/P] came. “No,” {the captain} said. “Yes,” {the captain} said.", "the captain: nominal Ann Lee\nthe captain: nominal Ann Lee"},
		{"the_councilwoman_is_who_was_just_told_of", "Councilwoman [Ann Lee/P] spoke. It ran. It ran. It ran. [Kit Marsh/P] left. “No,” {the councilwoman} said.", "the councilwoman: nominal Kit Marsh"},
		{"the_mayor_is_the_mayor", "Mayor [Ann Lee/P] spoke. It ran. It ran. It ran. [Kit Marsh/P] left. “No,” {the mayor} said.", "the mayor: nominal Ann Lee (Mayor)"},
		{"mother_of_four", "[Ann Lee/P] left. “No,” {the mother of four} said.", "the mother of four: nominal Ann Lee"},
		{"honour_behind_a_name", "“No,” {[Ann Lee/P] KC} said.", "Ann Lee KC: named Ann Lee"},
		{"form_of_address_behind_an_office", "“No,” said {the chairman of the board}, Alhaji [Sani Bello/P].", "the chairman of the board: nominal Sani Bello (chairman of the board)"},
		{"the_captain_is_one_of_two", "[Ann Lee/P] met [Kit Marsh/P]. “No,” {the captain} said.", "the captain: nominal -"},
		{"the_captain_was_spoken_of", "A captain ran. [Ann Lee/P] came. “No,” {the captain} said.", "the captain: nominal -"},
		{"the_judge_is_another", "[Ann Lee/P] came. “No,” {the judge} said.", "the judge: nominal -"},
		{"the_democrat", "[Ann Lee/P] came. “No,” {the [Democrat/N]} said.", "the Democrat: nominal Ann Lee"},
		{"democrats_are_a_party", "[Ann Lee/P] came. “No,” {[Democrats/N]} said.", "Democrats: nominal Democrats"},
		{"senator_of_a_state_not_told_before", "Senator [Ann Lee/P] spoke. “No,” {the [Ohio/G] senator} said.", "the Ohio senator: nominal Ann Lee (Senator)"},
		{"the_company", "[Vexley Rail/O] spoke. “No,” {the company} said.", "the company: organization Vexley Rail"},
		{"the_company_is_no_ministry", "The [Defence Ministry/O] met. “No,” {the company} said.", "the company: nominal -"},
		{"the_company_of_two", "[Vexley/O] met [Tolvane/O]. “No,” {the company} said.", "the company: organization Vexley"},
		{"he_is_the_driver", "The driver, [Peter Marsh/P], met [Paul Lee/P]. [Paul Lee/P] left. The driver spoke. “No,” {he} said.", "he: pronoun Peter Marsh (driver)"},
		{"he_is_a_neighbour_without_a_name", "[Peter Marsh/P] left. A neighbour spoke. “No,” {he} said.", "he: pronoun -"},
		{"he_is_who_spoke_without_a_name", "[Peter Marsh/P] left. “No,” {a neighbour} said. “Yes,” {he} said.", "a neighbour: nominal -\nhe: pronoun -"},
		{"he_is_who_was_asked", "A reporter asked [Peter Marsh/P]. “No,” {he} said.", "he: pronoun Peter Marsh"},
		{"he_is_not_whom_a_clause_cites", "[Peter Marsh/P] met [Paul Lee/P], {who} said “no.” “Never,” {he} said.", "who: pronoun Paul Lee\nhe: pronoun Peter Marsh"},
		{"which_behind_a_name", "The [Defence Ministry/O], {which} said “no,” left.", "which: pronoun Defence Ministry"},
		{"one_official", "[Ann Lee/P], an official, came. “No,” {one official} said.", "one official: anonymous -"},
		{"another_official", "“No,” {another official} said.", "another official: anonymous -"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := document(tt.text)
			Resolve(d)
			if got := heard(t, d); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.text, got, tt.want)
			}
		})
	}
}

func TestResolveTurns(t *testing.T) {
	const intro = "Our talk with [Marta Ilves/P].\n[Ilves/P] makes cheese. She spoke to [Hanna Reed/P] in her cellar.\n"
	for _, tt := range []struct{ name, text, want string }{
		{"surname_in_capitals", "[Irene Delgado/P] met [Marcus Yoo/P].\n{YOO}: ‹No.›", "YOO: named Marcus Yoo"},
		{"title_before_the_surname", "[Irene Delgado/P] met [Marcus Yoo/P].\n{REP. YOO}: ‹No.›", "REP. YOO: named Marcus Yoo"},
		{"two_of_a_name", "[Irene Yoo/P] met [Marcus Yoo/P].\n{YOO}: ‹No.›", "YOO: nominal -"},
		{"initials", intro + "{HR}: ‹No.› {MI}: ‹Yes.›", "HR: named Hanna Reed\nMI: named Marta Ilves"},
		{"interview", intro + "{Q}: ‹Why?› {A}: ‹So.›", "Q: named Hanna Reed\nA: named Marta Ilves"},
		{"nobody_is_said_to_ask", "[Marta Ilves/P] makes cheese.\n{Q}: ‹Why?› {A}: ‹So.›", "Q: nominal -\nA: named Marta Ilves"},
		{"either_may_answer", "[Marta Ilves/P] and [Hanna Reed/P] make cheese.\n{Q}: ‹Why?› {A}: ‹So.›", "Q: nominal -\nA: nominal -"},
		{"nobody_is_introduced", "{Q}: ‹Why?› {A}: ‹So.›", "Q: nominal -\nA: nominal -"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := document(tt.text)
			for i := range d.Quotes {
				d.Quotes[i].Rule = extract.TurnRule
			}
			Resolve(d)
			if got := heard(t, d); got != tt.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", tt.text, got, tt.want)
			}
		})
	}
}

// A label is not held against each person of the article: that takes half a
// minute here.
func TestResolveManyLabels(t *testing.T) {
	const n = 20000
	var text strings.Builder
	spans := make([]extract.Span, n)
	for i := range n {
		spans[i].Start = int32(text.Len())
		fmt.Fprintf(&text, "Q%X", i)
		spans[i].End = int32(text.Len())
		text.WriteString(": No.\n")
	}
	d := extract.NewDocument("t", text.String())
	for i, s := range spans {
		d.Entities = append(d.Entities, extract.Entity{Type: extract.Person, Name: fmt.Sprintf("Ann q%x", i)})
		said := extract.Span{Start: s.End + 2, End: s.End + 5}
		d.Quotes = append(d.Quotes, extract.Quote{Span: said, Parts: []extract.Span{said}, Quoted: []extract.Span{said}, Rule: extract.TurnRule,
			Speaker: extract.Speaker{Span: s, Kind: extract.NamedSpeaker, Entity: -1}})
	}
	Resolve(d)
	for i := range d.Quotes {
		if got := d.Quotes[i].Speaker.Entity; got != int32(i) {
			t.Fatalf("%s is entity %d, want %d", d.At(spans[i]), got, i)
		}
	}
}

// Pronouns and nouns that mean somebody are mentions of that entity.
func TestResolveAddsMentions(t *testing.T) {
	d := document("Senator [Peter Marsh/P] spoke. “No,” {he} said. “Yes,” {the senator} said. [Marsh/P] left.")
	Resolve(d)
	heard(t, d)
	var got []string
	for _, m := range d.Entities[0].Mentions {
		got = append(got, d.Mentions[m].Kind.String()+" "+d.At(d.Mentions[m].Span))
	}
	if want := "name Peter Marsh, pronoun he, nominal the senator, name Marsh"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// A document may come without tokens, sentences and entities.
func TestResolveWithoutLayers(t *testing.T) {
	d := document("[Ann Lee/P] came. “No,” {[Lee/P]} said. “Yes,” {she} said.")
	d.Tokens, d.Sentences = nil, nil
	Resolve(d)
	if got, want := heard(t, d), "Lee: named Ann Lee\nshe: nominal -"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d.Mentions, d.Entities = nil, nil
	Resolve(d)
	if got, want := heard(t, d), "Lee: named -\nshe: nominal -"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRolesOfEntities(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"title", "Sen. [Ann Lee/P] left.", "Ann Lee: Sen."},
		{"apposition", "[Ann Lee/P], the mayor of [Ely/G], left.", "Ann Lee: mayor of Ely"},
		{"of_another", "[Marsh/P]'s foreign policy adviser, [Ann Lee/P], left.", "Ann Lee: foreign policy adviser"},
		{"two_of_one_person", "Mayor [Ann Lee/P] left. [Ann Lee/P], a former nurse, is no longer young.", "Ann Lee: Mayor, former nurse"},
		{"first_minister", "Her ally, First Minister [Ann Lee/P], left.", "Ann Lee: First Minister"},
		{"body_with_its_short_form", "[Harbour Administration/O] ([HA/O]) chief [Ann Lee/P] left.", "Ann Lee: Harbour Administration (HA) chief"},
		{"none", "[Ann Lee/P] left.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := document(tt.text)
			Resolve(d)
			var got []string
			for _, e := range d.Entities {
				var roles []string
				for _, s := range e.Roles {
					roles = append(roles, d.At(s))
				}
				if roles != nil {
					got = append(got, e.Name+": "+strings.Join(roles, ", "))
				}
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("%s\ngot  %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("Sen. [Ann Lee/P] (D-Ohio), the mayor of [Ely/G], said “no.” {She} said “yes.” {the senator} “so.” {[Lee/P] and [Marsh/P]}")
	f.Add("{The mayor}, [Ann Lee/P], who {who} “a” “b” {it} ‹c› {’s} “d” {,} “e” {[É/O]’s} “f”")
	f.Fuzz(func(t *testing.T, src string) {
		d := document(strings.ToValidUTF8(src, "?"))
		if d.Validate() != nil {
			t.Skip()
		}
		text := d.Text()
		Resolve(d)
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		if d.Text() != text {
			t.Fatal("the text changed")
		}
		for _, q := range d.Quotes {
			if s := q.Speaker; s.Entity >= 0 && s.Name != d.Entities[s.Entity].Name {
				t.Fatalf("%q is called %q, its entity %q", d.At(s.Span), s.Name, d.Entities[s.Entity].Name)
			}
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	d := document(strings.Repeat("Sen. [Ann Lee/P] of [Ely/G] met [Peter Marsh/P], the mayor. “No,” {he} said. “Yes,” {the senator} said. “So,” {[Marsh/P]} said.\n", 40))
	mentions := len(d.Mentions)
	entities := d.Entities
	b.SetBytes(int64(len(d.Text())))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = d.Mentions[:mentions]
		d.Entities = nil
		for _, e := range entities {
			e.Mentions = append([]int32(nil), e.Mentions...)
			d.Entities = append(d.Entities, e)
		}
		Resolve(d)
	}
}
