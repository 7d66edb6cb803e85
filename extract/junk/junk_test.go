package junk

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

// run shapes lines of text as the stage before this one gives them.
func run(lines ...string) *extract.Draft {
	d := &extract.Draft{Input: strings.Join(lines, "\n") + "\n"}
	at := int32(0)
	for _, l := range lines {
		d.Pieces = append(d.Pieces, extract.Piece{Text: l, From: extract.Span{Start: at, End: at + int32(len(l))}, Stage: "lines", Rule: "line"})
		if strings.HasPrefix(l, "- ") {
			d.Pieces[len(d.Pieces)-1].Kind = extract.ListItem
		}
		at += int32(len(l)) + 1
	}
	if err := shape(d); err != nil {
		panic(err)
	}
	return d
}

// told writes kept pieces as they are, headings with "# ", cut ones as
// "[rule] text".
func told(d *extract.Draft) []string {
	var out []string
	for _, p := range d.Pieces {
		switch {
		case p.Verdict == extract.Cut:
			out = append(out, "["+p.Rule+"] "+p.Text)
		case p.Kind == extract.Heading:
			out = append(out, "# "+p.Text)
		default:
			out = append(out, p.Text)
		}
	}
	return out
}

const (
	first  = "Engineers told lawmakers on Thursday that Larkspur Dam must not be filled before the summer."
	second = "Adair had promised farmers in the valley that water would flow by spring, after two winters of drought."
	third  = "Governor Adair, who has never read the safety report, asked the Army for a second opinion on Monday."
)

func TestSeams(t *testing.T) {
	tests := []struct {
		name string
		in   string
		want []string
	}{
		{"german_quotation_is_no_arrow", "»Ein Dach ist kein Denkmal«, entgegnete Stadträtin Ada Quill am Abend im vollen Saal.",
			[]string{"»Ein Dach ist kein Denkmal«, entgegnete Stadträtin Ada Quill am Abend im vollen Saal."}},
		{"plural_of_an_acronym", "Most of the boats in the harbour now talk by APIs with each other and with the port.",
			[]string{"Most of the boats in the harbour now talk by APIs with each other and with the port."}},
		{"heading_before_a_name", "What the governor wantsAdair had promised farmers that water would flow by spring.",
			[]string{"# What the governor wants", "Adair had promised farmers that water would flow by spring."}},
		{"heading_before_an_opener", "A hearing of six hoursShortly after the vote, the governor left the room by a side door.",
			[]string{"# A hearing of six hours", "Shortly after the vote, the governor left the room by a side door."}},
		{"heading_that_is_a_question", "Why do engineers wait for June?At the hearing, they showed pictures of the cracks.",
			[]string{"# Why do engineers wait for June?", "At the hearing, they showed pictures of the cracks."}},
		{"heading_that_ends_in_a_quotation", "Adair says Brandt 'knows nothing'The governor spoke to reporters in the capital on Monday.",
			[]string{"# Adair says Brandt 'knows nothing'", "The governor spoke to reporters in the capital on Monday."}},
		{"heading_before_a_quotation", "Farmers tired of waiting“We have no water and no patience left,” a farmer said.",
			[]string{"# Farmers tired of waiting", "“We have no water and no patience left,” a farmer said."}},
		{"heading_before_a_straight_quotation", "Farmers tired of waiting\"We have no water and no patience left,\" a farmer said.",
			[]string{"# Farmers tired of waiting", "\"We have no water and no patience left,\" a farmer said."}},
		{"heading_in_capitals", "NO WATER FOR FARMERSThe governor spoke to reporters in the capital on Monday.",
			[]string{"# NO WATER FOR FARMERS", "The governor spoke to reporters in the capital on Monday."}},
		{"teaser_before_a_name", "Also Read | Five numbers to know about the damAdair had promised farmers that water would flow.",
			[]string{"[teaser] Also Read | Five numbers to know about the dam", "Adair had promised farmers that water would flow."}},
		{"teaser_before_a_quotation", "ALSO READ: Who pays for Larkspur Dam“I would rather be late than sorry,” the senator said.",
			[]string{"[teaser] ALSO READ: Who pays for Larkspur Dam", "“I would rather be late than sorry,” the senator said."}},
		{"two_teasers_and_a_paragraph", "Also Read | Who pays for the damAlso Read | Five numbers to knowThe governor left the room by a side door.",
			[]string{"[teaser] Also Read | Who pays for the dam", "[teaser] Also Read | Five numbers to know", "The governor left the room by a side door."}},
		{"teaser_behind_a_paragraph", "The governor left the room by a side door and went home. Also Read | Five numbers to know",
			[]string{"The governor left the room by a side door and went home. ", "[teaser] Also Read | Five numbers to know"}},
		{"label_with_a_bar", "Latest | Five numbers to know about the old dam", []string{"[teaser] Latest | Five numbers to know about the old dam"}},
		{"paragraph_then_heading", "The governor left the room by a side door on Monday. What happens nextThe committee is to vote on Tuesday next week.",
			[]string{"The governor left the room by a side door on Monday. ", "# What happens next", "The committee is to vote on Tuesday next week."}},

		{"byline_and_time", "Panel puts off its vote on the damBY LUCY TARRANT - 03/11/26 4:45 PM ETA committee put off its vote on the dam on Wednesday.",
			[]string{"# Panel puts off its vote on the dam", "[byline] BY LUCY TARRANT - 03/11/26 4:45 PM ET", "A committee put off its vote on the dam on Wednesday."}},
		{"furniture_that_runs_into_a_paragraph", "Subscribe to continue reading.The committee is to vote on Tuesday, and nobody knows how.",
			[]string{"[signup] Subscribe to continue reading.", "The committee is to vote on Tuesday, and nobody knows how."}},
		{"furniture_that_runs_into_a_quotation", "We send a newsletter each Friday. Sign up for it here.“We have no water and no patience left,” a farmer said.",
			[]string{"[signup] We send a newsletter each Friday. Sign up for it here.", "“We have no water and no patience left,” a farmer said."}},
		{"furniture_that_no_rule_knows_runs_into_a_paragraph", "Hear the whole talk on our weekly show, wherever you listen.The committee is to vote on Tuesday, and nobody knows how.",
			[]string{"[furniture] Hear the whole talk on our weekly show, wherever you listen.", "The committee is to vote on Tuesday, and nobody knows how."}},
		{"sentence_that_runs_into_the_next", "Nobody in the valley will have water by the spring.The committee is to vote on Tuesday, and nobody knows how.",
			[]string{"Nobody in the valley will have water by the spring.The committee is to vote on Tuesday, and nobody knows how."}},
		{"heading_with_a_full_stop", "The Governor Read Nothing At All.The committee is to vote on Tuesday, and nobody knows how.",
			[]string{"# The Governor Read Nothing At All.", "The committee is to vote on Tuesday, and nobody knows how."}},
		{"cue_in_capitals_that_runs_into_a_title", "ALSO READFive numbers to know about the dam", []string{"[teaser] ALSO READFive numbers to know about the dam"}},
		{"cue_in_capitals_that_runs_into_a_paragraph", "RELATED STORIESThe committee is to vote on Tuesday, and nobody in the valley knows how.",
			[]string{"[teaser] RELATED STORIES", "The committee is to vote on Tuesday, and nobody in the valley knows how."}},
		{"line_without_a_stop_that_runs_into_a_paragraph", "after newsletter promotionThe committee is to vote on Tuesday, and nobody knows how.",
			[]string{"[advert] after newsletter promotion", "The committee is to vote on Tuesday, and nobody knows how."}},
		{"no_line_before_a_name_with_a_capital_inside", "Subscribe to the weekly paper DunmorePost or go without, the farmers who had come to the hall were told.", nil},
		{"title_under_a_label_that_no_rule_knows", "Last year: How the old dam came to leak above LarkspurFarmers told the committee that they had no water.",
			[]string{"[furniture] Last year: How the old dam came to leak above Larkspur", "Farmers told the committee that they had no water."}},
		{"title_under_a_label_with_a_dash", "From our archive – How the old dam came to leak above LarkspurFarmers told the committee that they had no water.",
			[]string{"[teaser] From our archive – How the old dam came to leak above Larkspur", "Farmers told the committee that they had no water."}},
		{"title_in_brackets_that_runs_into_a_paragraph", "[In maps: Where the water of Larkspur went]Farmers told the committee that they had no water left.",
			[]string{"[teaser] [In maps: Where the water of Larkspur went]", "Farmers told the committee that they had no water left."}},
		{"what_a_page_was_made_of_before_a_quotation", "[gallery]“We have no water and no patience left,” a farmer said.",
			[]string{"[embed] [gallery]", "“We have no water and no patience left,” a farmer said."}},
		{"acronym_before_a_name_of_the_story", "Why the wall was never shown on CNNAdair said on Monday that he had no idea of it.",
			[]string{"# Why the wall was never shown on CNN", "Adair said on Monday that he had no idea of it."}},
		{"section_before_the_title_of_another_story", "Politics: How the old dam came to leak above LarkspurFarmers told the committee that they had no water.",
			[]string{"[teaser] Politics: How the old dam came to leak above Larkspur", "Farmers told the committee that they had no water."}},
		{"cue_behind_a_hand", "👉 Five numbers to know about the damThe governor left the room by a side door and went home.",
			[]string{"[teaser] 👉 Five numbers to know about the dam", "The governor left the room by a side door and went home."}},
		{"heading_before_a_word_with_a_hyphen", "What the valley is wantingWorking-class farmers told the committee that they had no water left.",
			[]string{"# What the valley is wanting", "Working-class farmers told the committee that they had no water left."}},
		{"heading_that_ends_in_a_contraction", "The governor said he wouldn'tSenator Brandt left the room by a side door on Monday.",
			[]string{"# The governor said he wouldn't", "Senator Brandt left the room by a side door on Monday."}},
		{"headline_that_says_before_a_quotation", "Brandt Says The Dam Must Wait“We have no water and no patience left,” a farmer said.",
			[]string{"# Brandt Says The Dam Must Wait", "“We have no water and no patience left,” a farmer said."}},
		{"question_and_answer_run_together", "What does the engineer sayA: Not before March, when the ground of the wall is dry again.",
			[]string{"# What does the engineer say", "A: Not before March, when the ground of the wall is dry again."}},
		{"section_before_a_headline", "OpinionThe dam was never about water", []string{"# Opinion", "The dam was never about water"}},
		{"short_question", "What's next?The committee is to say by March whether it will pay for the wall.",
			[]string{"# What's next?", "The committee is to say by March whether it will pay for the wall."}},
		{"lost_blank_before_a_heading", "They met in the old town hall behind the church.What happens nextThe committee is to vote on Tuesday next week.",
			[]string{"They met in the old town hall behind the church.", "# What happens next", "The committee is to vote on Tuesday next week."}},

		{"heading_before_a_dateline_of_two_words", "What the governor wantsDES LACS, N.D. — Farmers told the committee that they had no water left.",
			[]string{"# What the governor wants", "DES LACS, N.D. — Farmers told the committee that they had no water left."}},
		{"heading_before_an_irish_name", "What the dam did to the legacyO’Malley’s committee heard from farmers who had no water left.",
			[]string{"# What the dam did to the legacy", "O’Malley’s committee heard from farmers who had no water left."}},
		{"headline_that_breaks_off_before_a_name_nobody_knows", "Brandt stays well ahead ofDewisa Smolt, a farmer who told the committee that she had no water left.",
			[]string{"# Brandt stays well ahead of", "Dewisa Smolt, a farmer who told the committee that she had no water left."}},
		{"headline_that_ends_in_a_name_of_the_story", "No way round for AdairMinority voters told the committee that they had no water left.",
			[]string{"# No way round for Adair", "Minority voters told the committee that they had no water left."}},
		{"headline_that_ends_in_a_name_before_one_of_the_story", "A shaky balancing act for Kelly AyleAdair's attacks on farmers stand out for their tone and length.",
			[]string{"# A shaky balancing act for Kelly Ayle", "Adair's attacks on farmers stand out for their tone and length."}},
		{"headline_that_ends_in_an_abbreviation", "Farmers want a say for D.C.Adair called the letter late and told the committee so.",
			[]string{"# Farmers want a say for D.C.", "Adair called the letter late and told the committee so."}},
		{"headline_that_ends_in_an_acronym", "The farmers' favourite TVThe committee met two days after it had heard from them.",
			[]string{"# The farmers' favourite TV", "The committee met two days after it had heard from them."}},
		{"headline_before_a_short_quotation", "No clear way round for farmers“Never,” Adair said to the committee when it had heard from them.",
			[]string{"# No clear way round for farmers", "“Never,” Adair said to the committee when it had heard from them."}},
		{"headline_before_a_quotation_with_brackets", "In the valley, the farmers\"[Adair] has never spoken for anyone who farms up here,\" a farmer said.",
			[]string{"# In the valley, the farmers", "\"[Adair] has never spoken for anyone who farms up here,\" a farmer said."}},
		{"advertisement_before_a_name_nobody_knows", "ADVERTISEMENTDewisa Smolt, a farmer, told the committee that she had no water left.",
			[]string{"[advert] ADVERTISEMENT", "Dewisa Smolt, a farmer, told the committee that she had no water left."}},
		{"platform_that_runs_into_a_paragraph", "View this post on InstagramSlowly but surely, the water of the valley is beginning to come back.",
			[]string{"[embed] View this post on Instagram", "Slowly but surely, the water of the valley is beginning to come back."}},
		{"furniture_that_runs_into_a_dateline", "Sign up for our free newsletter.LARKSPUR - Farmers told the committee that they had no water left.",
			[]string{"[signup] Sign up for our free newsletter.", "LARKSPUR - Farmers told the committee that they had no water left."}},

		{"heading_that_breaks_off_and_a_word_elsewhere", "Adair Meets WithIn the valley, farmers waited within the walls of the old mill and told nobody.",
			[]string{"# Adair Meets With", "In the valley, farmers waited within the walls of the old mill and told nobody."}},
		{"heading_that_ends_in_an_article", "Why the governor needs aTargeting the towns of the valley has been the aim of the committee for a year.",
			[]string{"# Why the governor needs a", "Targeting the towns of the valley has been the aim of the committee for a year."}},
		{"heading_that_ends_in_a_capital_article", "Adair Tweets ATown halls are where farmers typically meet those who speak for them.",
			[]string{"# Adair Tweets A", "Town halls are where farmers typically meet those who speak for them."}},
		{"heading_that_breaks_off_before_a_name", "Brandt: Adair Must Decide If HeOxley Vidal said groups of farmers had been sent to the hearing.",
			[]string{"# Brandt: Adair Must Decide If He", "Oxley Vidal said groups of farmers had been sent to the hearing."}},
		{"heading_that_ends_in_a_state", "Farmers to sue Ariz.In the past week, they have found three lawyers who had nothing to do.",
			[]string{"# Farmers to sue Ariz.", "In the past week, they have found three lawyers who had nothing to do."}},
		{"heading_before_somebody_new", "A bad day for LarkspurLance Smolt, 49, a farmer from the valley, said that the water was gone.",
			[]string{"# A bad day for Larkspur", "Lance Smolt, 49, a farmer from the valley, said that the water was gone."}},
		{"heading_that_reports_before_a_quotation", "Adair says he is not ready to support“We waited, and I mean all of us,” said Oxley Vidal, a farmer.",
			[]string{"# Adair says he is not ready to support", "“We waited, and I mean all of us,” said Oxley Vidal, a farmer."}},
		{"teaser_that_ends_in_a_year", "Read more: What the valley pays in 2030Farmers in the north waited for a week.",
			[]string{"[teaser] Read more: What the valley pays in 2030", "Farmers in the north waited for a week."}},
		{"teaser_that_ends_in_capitals", "Read more: The dam is going to be OKOn Sunday, the farmers in the north waited for a week.",
			[]string{"[teaser] Read more: The dam is going to be OK", "On Sunday, the farmers in the north waited for a week."}},
		{"teaser_before_a_number", "Read more: What the valley pays7. Larkspur Dam. It has never been full, and farmers say so.",
			[]string{"[teaser] Read more: What the valley pays", "7. Larkspur Dam. It has never been full, and farmers say so."}},
		{"teaser_with_a_name_of_two_words", "Read more: NeverAdair farmers walk out of the hearing on the dam",
			[]string{"[teaser] Read more: NeverAdair farmers walk out of the hearing on the dam"}},
		{"label_in_brackets_that_runs_into_a_paragraph", "[READ] Farmers tired of waiting for rainThe committee is to vote on Tuesday, and nobody knows how.",
			[]string{"[furniture] [READ] Farmers tired of waiting for rain", "The committee is to vote on Tuesday, and nobody knows how."}},
		{"label_that_is_a_sentence", "All of it is for members, but you can read this: Farmers tired of rainThe committee is to vote on Tuesday.",
			[]string{"[furniture] All of it is for members, but you can read this: Farmers tired of rain", "The committee is to vote on Tuesday."}},
		{"mail_that_runs_into_a_paragraph", "Have you seen it happen? Email desk@ledger.co.ukThe committee is to vote on Tuesday, and nobody knows how.",
			[]string{"[signup] Have you seen it happen? Email desk@ledger.co.uk", "The committee is to vote on Tuesday, and nobody knows how."}},

		{"lost_blank_before_a_name_of_a_show", "Farmers had been called the“Golden Harvest,” saying that nothing else was left of it.", nil},
		{"hours_and_their_zone", "On Monday the governor speaks on the radio from 6AM to 9AM EST, host and all, to whoever calls.", nil},
		{"lost_blank_behind_a_country", "Most members of the U.S.Senate voted for the dam, and Adair did not.", nil},
		{"lost_blank_in_the_past", "He said that he was referring to theCommittee and to nobody else in the room.", nil},
		{"lost_blank_before_what_is_told", "Farmers tell the committee that the answer was“Never,” which Adair said to nobody.", nil},
		{"lost_blank_behind_a_sentence_of_the_story", "He told her that the newsletter was late.She said that it had never come at all.", nil},
		{"names_with_a_capital_inside", "Brandt told McDonald and LaGuardia on YouTube that his PhD and his iPhone were of no use.", nil},
		{"brand_that_ends_as_a_teaser_begins", "Traders see a smaller chance of a cut in May, according to the FedWatch tool of the exchange, than a month ago.", nil},
		{"brand_before_what_it_says", "Nine in ten homes have no bin for them yet, and the charity WasteNot says many will need help to begin.", nil},
		{"brands_of_two_words", "The company said BuzzFeed and LinkedIn had reported on the cracks in the eastern wall.", nil},
		{"capitals_and_their_plurals", "An FBI man said the NDAs that CIA agents sign do not hold in the valley.", nil},
		{"lost_blank_before_a_scare_quote", "It was called“tense” by two people, and“The Quiet Hour” by nobody at all in the room.", nil},
		{"lost_blank_after_a_quotation", "“We will wait for the summer,”Brandt said in the hearing that lasted six hours.", nil},
		{"word_that_stands_elsewhere", "The site CorranToday said so, and CorranToday is a site that the valley reads every day.", nil},
		{"names_that_are_one_word", "The nurse RoseAnn Vidal told Kelly O'Connor that we can do it (hashtag)StopTheWater, and L'Avvenire reports 'twice as many' of them.", nil},
		{"heading_claims_no_quotation", "But even as Adair claimed on Tuesday that\"General Brandt and his men were wrong about it,\" she said so.", nil},
		{"addresses_and_tags", "Farmers met under https://corran.example/TheDam and #SaveTheDam, and whoever wrote from MarshO@corran.example was there.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == nil {
				want = []string{tt.in}
			}
			want = append(append([]string{first, second}, want...), third)
			d := run(first, second, tt.in, third)
			compare(t, told(d), want)
			checkDraft(t, d)
		})
	}
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name string
		in   []string
		want []string
	}{
		{"byline_and_date_above", []string{"Dam to stay empty", "By Oona Marsh | Updated: 14 Feb 2026", first, second},
			[]string{"# Dam to stay empty", "[byline] By Oona Marsh | Updated: 14 Feb 2026", first, second}},
		{"name_and_date_without_a_word", []string{"Oona Marsh 14 Feb 2026", first, second}, []string{"[date] Oona Marsh 14 Feb 2026", first, second}},
		{"headline_with_a_year", []string{"The 12 Best Dams of 2026", first, second}, []string{"# The 12 Best Dams of 2026", first, second}},
		{"headline_about_an_editor", []string{"Former Courier Editor Dies At Larkspur", first, second}, []string{"# Former Courier Editor Dies At Larkspur", first, second}},
		{"headline_in_capitals_with_a_comma", []string{"FARMERS, LIES AND THE DAM", first, second}, []string{"# FARMERS, LIES AND THE DAM", first, second}},
		{"headline_that_begins_with_call", []string{"Call the governor's bluff on the dam", first, second}, []string{"# Call the governor's bluff on the dam", first, second}},
		{"headline_that_begins_with_email", []string{"Email shows that Adair knew of the cracks", first, second}, []string{"# Email shows that Adair knew of the cracks", first, second}},
		{"name_and_office_above", []string{"Dam to stay empty", "Oona Marsh Political Editor of the Northern Post", first, second},
			[]string{"# Dam to stay empty", "[byline] Oona Marsh Political Editor of the Northern Post", first, second}},
		{"reporters_behind_a_story", []string{first, second, third, "Becker reported from Harwick.", "Contributing: Ana Sousa"},
			[]string{first, second, third, "[byline] Becker reported from Harwick.", "[agency] Contributing: Ana Sousa"}},
		{"long_correction", []string{first, second, third, "An article on Thursday about the dam that stands above the farms of Larkspur and has been empty for two winters, and about the engineers who told lawmakers that it must not be filled before the summer, misstated the year in which it was built. It was 1954, not 1945."},
			[]string{first, second, third, "[correction] An article on Thursday about the dam that stands above the farms of Larkspur and has been empty for two winters, and about the engineers who told lawmakers that it must not be filled before the summer, misstated the year in which it was built. It was 1954, not 1945."}},
		{"tweet_without_its_words", []string{first, "<tweet tweet-author=\"@oonamarsh\" tweet-date=\"January 19, 2026\">", second, third},
			[]string{first, "[share] <tweet tweet-author=\"@oonamarsh\" tweet-date=\"January 19, 2026\">", second, third}},
		{"dates_of_a_chronicle_stay", []string{"Opened on 8 March 1954.", "Closed on 8 April 1957.", "Opened again on 30 June 1991.", first, second},
			[]string{"Opened on 8 March 1954.", "Closed on 8 April 1957.", "Opened again on 30 June 1991.", first, second}},
		{"table_with_dates_stays", []string{"Lowell Aug 21 37.2 32.8 8.0", "Lowell Aug 14 38.0 31.5 8.1", "Lowell Aug 7 38.4 31.0 8.3", first, second},
			[]string{"Lowell Aug 21 37.2 32.8 8.0", "Lowell Aug 14 38.0 31.5 8.1", "Lowell Aug 7 38.4 31.0 8.3", first, second}},
		{"disclaimer_of_two_pieces", []string{first, second, "Legal Disclaimer:", "Wirefeed gives the article as it is. Please write to the publisher."},
			[]string{first, second, "[disclaimer] Legal Disclaimer:", "[disclaimer] Wirefeed gives the article as it is. Please write to the publisher."}},
		{"story_list", []string{first, second, "Most popular stories", "- Ten gardens to see", "- A coffee shop opens", "Comments", "No comments yet"},
			[]string{first, second, "[story_list] Most popular stories", "[story_list] - Ten gardens to see", "[story_list] - A coffee shop opens", "[comments] Comments", "[comments] No comments yet"}},
		{"story_list_inside_the_story", []string{first, "Related articles", "- Ten gardens to see", second, third},
			[]string{first, "[story_list] Related articles", "[story_list] - Ten gardens to see", second, third}},
		{"story_goes_on_under_a_heading_of_furniture", []string{first, second, third, "Comments", "“We will wait for the summer,” Brandt said."},
			[]string{first, second, third, "[comments] Comments", "“We will wait for the summer,” Brandt said."}},
		{"story_goes_on_under_a_question_to_readers", []string{first, second, third, "Have your say", "Engineers said that lawmakers had promised farmers in the valley water before the summer."},
			[]string{first, second, third, "[comments] Have your say", "Engineers said that lawmakers had promised farmers in the valley water before the summer."}},
		{"sources_of_a_roundup_stay", []string{first + " " + second + " [Reuters.]", second + " " + third + " [Reuters.]", third + " " + first + " Nobody knows. [Reuters.]", second + " Nobody minds. [Reuters.]"},
			[]string{first + " " + second + " [Reuters.]", second + " " + third + " [Reuters.]", third + " " + first + " Nobody knows.", "[agency]  [Reuters.]", second + " Nobody minds.", "[agency]  [Reuters.]"}},
		{"pull_quote", []string{first, second, third, "“We will wait until the ground is dry,” Brandt told the committee on Thursday.", "“We will wait until the ground is dry,”", "The committee is to vote on Tuesday."},
			[]string{first, second, third, "“We will wait until the ground is dry,” Brandt told the committee on Thursday.", "[pull_quote] “We will wait until the ground is dry,”", "The committee is to vote on Tuesday."}},
		{"pull_quote_glued_to_a_paragraph", []string{first, second, third, "“We would rather have the dam be dry to be honest,” Brandt said.", "We would rather have the dam be dry to be honest.It was the fifth hearing of the winter."},
			[]string{first, second, third, "“We would rather have the dam be dry to be honest,” Brandt said.", "[pull_quote] We would rather have the dam be dry to be honest.", "It was the fifth hearing of the winter."}},
		{"furniture_that_no_rule_knows", []string{first, second, "Grab our Sunday newsletter and its recipes, straight to your inbox"},
			[]string{first, second, "[signup] Grab our Sunday newsletter and its recipes, straight to your inbox"}},

		{"caption_with_its_credit", []string{first, "The wall will stand two metres higher. (Northern Post: Joe Kettle)", second, third},
			[]string{first, "[credit] The wall will stand two metres higher. (Northern Post: Joe Kettle)", second, third}},
		{"caption_with_name_and_paper", []string{first, "Ana Sousa leads two of her ponies over the dam on Saturday. (Joe Kettle/Northern Post)", second, third},
			[]string{first, "[credit] Ana Sousa leads two of her ponies over the dam on Saturday. (Joe Kettle/Northern Post)", second, third}},
		{"caption_that_ends_in_who_took_it", []string{first, "The wall as it stood in May. Photo by Joe Kettle", "The gate in an old picture. (Courtesy Corran Museum)", second, third},
			[]string{first, "[credit] The wall as it stood in May. Photo by Joe Kettle", "[credit] The gate in an old picture. (Courtesy Corran Museum)", second, third}},
		{"caption_above_with_who_gave_it", []string{"Dam to stay empty", "Workers seal a crack in the wall. (Adair Mounted Police)", "The gate as it stood last spring. Joe Kettle/Northern Post file", first, second, third},
			[]string{"# Dam to stay empty", "[credit] Workers seal a crack in the wall. (Adair Mounted Police)", "[credit] The gate as it stood last spring. Joe Kettle/Northern Post file", first, second, third}},
		{"picture_of_a_site", []string{first, "Ana Sousa leaves the court in Larkspur (Image: Northpix)", second, third},
			[]string{first, "[credit] Ana Sousa leaves the court in Larkspur (Image: Northpix)", second, third}},
		{"what_a_page_is_made_of", []string{first, "{\"slot\":\"inline\"}", second, "desk@post.example", third},
			[]string{first, "[embed] {\"slot\":\"inline\"}", second, "[contact] desk@post.example", third}},
		{"headline_that_asks", []string{"Sign up for water by Thursday, Larkspur lawmakers told", first, second, third}, []string{"# Sign up for water by Thursday, Larkspur lawmakers told", first, second, third}},
		{"headline_with_a_label", []string{"Photos: Larkspur Dam engineers before the summer", first, second, third}, []string{"# Photos: Larkspur Dam engineers before the summer", first, second, third}},
		{"share_bar_above", []string{"Share Tweet Pin Email", first, second, third}, []string{"[share] Share Tweet Pin Email", first, second, third}},
		{"a_poll_in_the_middle", []string{first, "Reader poll", "Should the dam be filled?", "58% Yes", "42% No", second, third},
			[]string{first, "[poll] Reader poll", "[poll] Should the dam be filled?", "[poll] 58% Yes", "[poll] 42% No", second, third}},
		{"a_poll_that_is_a_section", []string{"Poll", "Most farmers want the dam filled", first, second, third},
			[]string{"[poll] Poll", "# Most farmers want the dam filled", first, second, third}},
		{"what_a_program_left", []string{first, "googletag.cmd.push", second, "Video below", third}, []string{first, "[embed] googletag.cmd.push", second, "[embed] Video below", third}},
		{"brackets_that_are_no_credit", []string{first, "The wall will be two metres higher than planned, or one (in May and/or June).", "He showed a photo by the gate. Photo of the year, she said.", second, third}, nil},
		{"places_of_pictures", []string{first, "1 / 3", second, "2/3", third}, []string{first, "[counter] 1 / 3", second, "[counter] 2/3", third}},
		{"marks_that_end_a_release", []string{first, second, third, "###"}, []string{first, second, third, "[end_mark] ###"}},
		{"line_between_story_and_credit", []string{first, "___", second, third, "___", "Associated Press writer Joe Kettle in Corran contributed to this report."},
			[]string{first, "___", second, third, "[end_mark] ___", "[agency] Associated Press writer Joe Kettle in Corran contributed to this report."}},
		{"company_in_one_paragraph_with_its_heading", []string{first, second, third, "About Acme Dredging\nAcme Dredging has built walls and gates for rivers since the year 1926."},
			[]string{first, second, third, "[company] About Acme Dredging\nAcme Dredging has built walls and gates for rivers since the year 1926."}},
		{"end_of_a_release", []string{first, second, third, "ENDS", "Notes to editors:", "Photographs of the dam are at hand."},
			[]string{first, second, third, "[contact] ENDS", "[contact] Notes to editors:", "[contact] Photographs of the dam are at hand."}},
		{"time_above_a_story", []string{"Dam to stay empty", "6:45 p.m.", first, second}, []string{"# Dam to stay empty", "[date] 6:45 p.m.", first, second}},
		{"times_of_a_chronicle_stay", []string{"Dam to stay empty", "6:45 p.m.", first, "5:20 p.m.", second, "3:05 p.m.", third}, []string{"# Dam to stay empty", "6:45 p.m.", first, "5:20 p.m.", second, "3:05 p.m.", third}},
		{"results_are_no_titles", []string{first, second, "More stories", "Adair 3 Corran 1", "Dunmore 0 Larkspur 2"}, []string{first, second, "[story_list] More stories", "Adair 3 Corran 1", "Dunmore 0 Larkspur 2"}},

		{"a_list_of_the_story", []string{first, "The committee asked for three things:", "- a new wall", "- a second opinion", "- time", third},
			[]string{first, "The committee asked for three things:", "- a new wall", "- a second opinion", "- time", third}},
		{"furniture_in_quotation_marks", []string{first, "“Subscribe to our newsletter,” the poster said.", third}, nil},
		{"a_story_about_newsletters", []string{first, "The paper said its newsletter had lost half of its subscribers since the spring.", "Readers who click on the link get a newsletter in their inbox, she said."}, nil},
		{"told_to_sign_up", []string{first, "Sign up for water or go without it, she told the farmers who had come to the hall.", second, "People like Brandt, he said.", third}, nil},
		{"sentences_that_begin_like_furniture", []string{first, "Terms of the deal were not disclosed.", "Distribution of water to the farms has been halted since Monday.", "Reproduction of the fish is slow in cold water.", second,
			"Copyright law is changing, and the court will have to say how.", "Register offices across the valley will close on Friday.", "All together, this support makes the dam one of the dearest in the country.", "- What do you think this is, some kind of lake?", third}, nil},
		{"a_refrain", []string{"We shall wait for the water to come.", "One", "We shall wait for the water to come.", "Two", "We shall wait for the water to come."}, nil},
		{"a_correction_in_the_middle", []string{first, "This story has been updated many times, she said, and nobody read it to its end.", third}, nil},
		{"last_words_of_a_story", []string{first, "The committee is to vote on Tuesday."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == nil {
				want = tt.in
			}
			d := run(tt.in...)
			compare(t, told(d), want)
			checkDraft(t, d)
		})
	}
}

func TestPages(t *testing.T) {
	tests := []struct {
		name string
		in   []string
		want []string
	}{
		{"offer_behind_the_start_of_a_story", []string{first, second, "To continue reading, subscribe now", "Get all that the Ledger writes for a dollar.", "Puzzles each day"},
			[]string{first, second, "[signup] To continue reading, subscribe now", "[signup] Get all that the Ledger writes for a dollar.", "[signup] Puzzles each day"}},
		{"what_the_writer_is", []string{first, second, third, "Oona Marsh is a retired teacher who lives in Corran."},
			[]string{first, second, third, "[byline] Oona Marsh is a retired teacher who lives in Corran."}},
		{"what_the_writer_is_behind_a_bullet", []string{first, second, third, "• Oona Marsh, a former judge of the district court, is head of the Corran Museum."},
			[]string{first, second, third, "[byline] • Oona Marsh, a former judge of the district court, is head of the Corran Museum."}},
		{"signs_without_a_word_below", []string{first, "* * *", second, third, "_____"}, []string{first, "* * *", second, third, "[end_mark] _____"}},
		{"what_somebody_else_is", []string{first, second, third, "Ana Sousa is a retired teacher who lives in Corran."}, nil},
		{"the_writer_within_the_story", []string{first, "Oona Marsh is a retired teacher who lives in Corran.", second, third}, nil},
		{"names_of_two_halves", []string{first, "Adair keeps the levels in HydroTable, and the town has bought FlowWatch to warn of the water.", second,
			"The engineers of teamDelta asked three of the AIs that the city council pays for, and one was right.", third}, nil},
		{"heading_glued_to_its_part", []string{first, "Cracks In The Northern WallIn the spring engineers found that the wall had moved by an inch.", second},
			[]string{first, "# Cracks In The Northern Wall", "In the spring engineers found that the wall had moved by an inch.", second}},
		{"capitals_within_words_of_another_language", []string{
			"Ukuvulwa kwedama laseCorran kuhlehlisiwe ngenxa yemfantu eseludongeni, utshilo usihlalo weSebe lezaManzi uAna Sousa ngoLwesibini.",
			"Usodolophu waseLarkspur uTom Becker uthe abalimi baya kulinda kude kube lihlobo phambi kokuba amanzi abuyele emasimini.",
			"Umphathi lukaBecker wongeze ngelithi iinjineli zeSebe ziya kuhlola udonga kwakhona phambi kwenyanga yoMdumba."}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.want == nil {
				tt.want = tt.in
			}
			d := &extract.Draft{Format: extract.HTML, Metadata: extract.Metadata{Authors: []string{"Oona Marsh"}}}
			for _, l := range tt.in {
				d.Pieces = append(d.Pieces, extract.Piece{Text: l})
			}
			if err := shape(d); err != nil {
				t.Fatal(err)
			}
			compare(t, told(d), tt.want)
		})
	}
}

func TestBylineOfAPage(t *testing.T) {
	for _, tt := range []struct{ name, credited, line, want string }{
		{"site", "Northern Post", "By Oona Marsh and Tom Becker", "Oona Marsh, Tom Becker"},
		{"account", "nposteditor", "By Tom Becker", "Tom Becker"},
		{"person", "Ana Sousa", "By Oona Marsh", "Ana Sousa"},
		{"no_person_in_the_byline", "Northern Post", "By Northern Wire Service", "Northern Post"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := &extract.Draft{Format: extract.HTML, Metadata: extract.Metadata{SiteName: "The Northern Post", Authors: []string{tt.credited}}}
			for _, l := range []string{tt.line, first, second} {
				d.Pieces = append(d.Pieces, extract.Piece{Text: l})
			}
			if err := shape(d); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(d.Metadata.Authors, ", "); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// checkDraft holds that pieces and their ranges are in order, that nothing was
// lost, and that each range is of the piece's own characters.
func checkDraft(t *testing.T, d *extract.Draft) {
	t.Helper()
	last := int32(0)
	var all strings.Builder
	for _, p := range d.Pieces {
		if p.From.Start < last || p.From.End < p.From.Start || int(p.From.End) > len(d.Input) {
			t.Fatalf("%q from %v: outside, or out of order", p.Text, p.From)
		}
		last = p.From.End
		if len(p.Repairs) == 0 && p.From.Of(d.Input) != p.Text {
			t.Fatalf("%q from %q", p.Text, p.From.Of(d.Input))
		}
		if !utf8.ValidString(p.Text) {
			t.Fatalf("%q: not UTF-8", p.Text)
		}
		if p.Verdict != extract.Kept && (p.Stage == "" || p.Rule == "") {
			t.Fatalf("%q was cut and nobody says why", p.Text)
		}
		all.WriteString(p.Text)
	}
	if got, want := strings.Join(strings.Fields(all.String()), ""), strings.Join(strings.Fields(d.Input), ""); got != want {
		t.Fatalf("text changed:\n%q\n%q", got, want)
	}
}
