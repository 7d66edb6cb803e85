package junk

import (
	"strings"
	"testing"
)

// What no rule knows, and what looks like it and is story.
func TestScorer(t *testing.T) {
	const (
		one   = "Engineers told lawmakers on Thursday that Larkspur Dam must not be filled before the summer, and that its eastern wall could move."
		two   = "Adair had promised farmers in the valley that water would flow by spring, after two winters of drought that emptied their wells."
		three = "Brandt said the cracks in the spillway had to be sealed before anybody could think of water, and that it would take a year."
		four  = "The committee meets again on Tuesday, when the governor is to answer its questions about the cost of the second tunnel."
	)
	tests := []struct {
		name string
		in   []string
		cut  []string // the rest stays
	}{
		{"request_for_money_at_the_end", []string{one, two, three, four, "Readers like you pay for our reporters; chip in from three dollars a month."}, []string{"Readers like you pay for our reporters; chip in from three dollars a month."}},
		{"several_kinds_at_the_end", []string{one, two, three, four, "Tap the bell to hear from us first.", "Get our free app", "Jump to comments"}, []string{"Tap the bell to hear from us first.", "Get our free app", "Jump to comments"}},
		{"rules_for_comments_at_the_end", []string{one, two, three, four, "We welcome comments from our readers on the stories of the day. Some of them may be printed in the paper, and your address will not be shown to anybody who reads them there.", "Please keep your comment short. We read all of them before they appear."},
			[]string{"We welcome comments from our readers on the stories of the day. Some of them may be printed in the paper, and your address will not be shown to anybody who reads them there.", "Please keep your comment short. We read all of them before they appear."}},
		{"story_of_short_sentences_above_furniture", []string{one, two, "Nobody slept.", three, "It rained on the wall.", four, one[:60] + " and the wall was seen to move.", "The valley waits.", "Nobody laughed.", "Get our free app", "Jump to comments", "Sign up for the morning letter"}, []string{"Get our free app", "Jump to comments", "Sign up for the morning letter"}},
		{"column_that_speaks_to_its_readers", []string{"We have been told for years that the dam will hold, and we have believed it for want of anything better to do.", "You can see the cracks from the road now, if you drive slowly enough and do not mind the horns behind you.", "Our grandparents built it with their hands, and they were told that it would outlast the mill and the church.", "You need to look at the wall for yourself."}, nil},
		{"form_at_the_end", []string{one, two, three, four, "Your e-mail", "Join now", "We send two messages a week. Leave whenever you like."}, []string{"Your e-mail", "Join now", "We send two messages a week. Leave whenever you like."}},
		{"buttons_above", []string{"Dam to stay empty until the summer", "Save for later", "Gift this story", one, two, three, four}, []string{"Save for later", "Gift this story"}},

		{"titles_that_stand_twice", []string{"Dam to stay empty until the summer", "In this issue", "- Oxley Vidal sails for the northern isles again", "- Oxley Vidal sails for the northern isles again", one, two, three, four},
			[]string{"In this issue", "- Oxley Vidal sails for the northern isles again", "- Oxley Vidal sails for the northern isles again"}},
		{"last_sentence_behind_furniture", []string{one, two, three, "Follow us on WhatsApp for breaking news", "The valley council meets on Wednesday to discuss the wall."}, []string{"Follow us on WhatsApp for breaking news"}},
		{"lead_of_two_short_sentences", []string{"Dam to stay empty", "Not every wall is as old as it looks. Just ask the farmers of Larkspur.", one, two, three, four}, nil},
		{"what_comes_to_stand_at_the_end", []string{one, two, three, four, "Nadia Roth contributed.", "The Ledger's reporters are paid by people like you, and twelve dollars a month keeps them on the road.", "Get our free app"},
			[]string{"Nadia Roth contributed.", "The Ledger's reporters are paid by people like you, and twelve dollars a month keeps them on the road.", "Get our free app"}},
		{"ends_in_a_quotation", []string{one, two, three, four, "\"A lot can happen yet, like tonight.\""}, nil},
		{"ends_in_two_words", []string{one, two, three, four, "Pure nonsense."}, nil},
		{"ends_in_a_question_and_its_answer", []string{one, two, three, four, "Is that too much to ask? We think not."}, nil},
		{"ends_in_a_question", []string{one, two, three, four, "How often was a wall mended without a quarrel?"}, nil},
		{"ends_in_us", []string{one, two, three, four, "The water left us where it had found us."}, nil},
		{"ends_in_figures", []string{one, two, three, four, "The first boat left Corran at 5:15 and the last was back at 8:45."}, nil},
		{"ends_in_the_mark_of_what_was_said_before", []string{one, two, three, four, "Nobody in the valley has been getting the message. \""}, nil},
		{"last_question_of_an_interview", []string{one, "What did the crew say?", "“Nothing, for a week.”", two, three, "Would you do it again?", "“I would do it tomorrow.”"}, nil},
		{"letter_with_a_parting", []string{"Miss Ada Brandt", "Larkspur Mill", one, two, three, "Yours,", "Oona", "See you soon!"}, nil},
		{"a_story_about_a_poll", []string{"Valley votes on its dam",
			"The valley votes on Sunday on whether its dam is filled, in the first poll of its kind since the wall was built.",
			"Have your say, the leaflets read, but they do not say what comes of it, and the governor has not said either.",
			"In a survey for the Larkspur Courier, 48 percent of those asked said that they would vote no, and 41 percent yes.",
			"The polls close at eight in the evening."}, nil},
		{"headline", []string{"Dam to stay empty", one, two, three, four}, nil},
		{"headline_that_says_we", []string{"Five things we learned about Larkspur Dam and its eastern wall", one, two, three, four}, nil},
		{"what_a_dish_needs", []string{"A tart for the winter", "250 g flour", "125 g cold butter", "3 large leeks", "2 eggs", one, two, three, four}, nil},
		{"letter", []string{"Larkspur, 9 July", "Dear Jean:", one, two, three, "Yours,", "Oona"}, nil},
		{"headings", []string{"Dam to stay empty", one, "Cracks in the wall", two, three, "What comes next", four}, nil},
		{"list_of_the_story", []string{one, "The committee asked for three things:", "- a new wall", "- a second opinion", "- time", two, three, four}, nil},
		{"short_sentences", []string{one, "Nobody slept.", two, "It rained.", three, four, "Nobody laughed."}, nil},
		{"quoted_furniture", []string{one, two, "“Sign up for our newsletter,” the poster on the wall said.", three, four}, nil},
		{"a_story_about_newsletters", []string{"The valley's last paper becomes a newsletter",
			"The Larkspur Courier told its readers on Friday that it will stop printing in June and go on as a newsletter.",
			"Readers who sign up before then will get it for nothing, its editor, Oona Marsh, said in the last issue.",
			"The paper has 900 subscribers, and half of them asked to have it in their inbox when they were polled in May.",
			"A disclaimer below the notice says that the offer ends with the year, and that nobody's address will be sold."}, nil},
		{"a_story_about_disclaimers", []string{"Court strikes down small print",
			"A disclaimer that says a paper is not liable for anything is worth nothing, a court in Corran ruled on Monday.",
			"The judges said that readers who follow advice in a column may ask for damages if the author was careless.",
			"The publisher had printed the words “for information only” below each of its pages on health since 2019."}, nil},
		{"furniture_that_is_quoted_last", []string{one, two, three, "On Friday, her account posted: \"See the wall for yourself.\"", "Follow us on WhatsApp for breaking news"}, []string{"Follow us on WhatsApp for breaking news"}},
		{"speech_addresses_the_reader", []string{one, two, "You never forget the sound of a wall that breaks, she said, and you never buy a house below one again.", three, four}, nil},
		{"a_table", []string{"Results of the valley league", "Corran 3 1 2 0 3 2 5", "Larkspur 2 1 1 0 3 0 4", "Dunmore 2 0 2 0 1 1 2", "Adair 3 0 0 3 2 7 0"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := run(tt.in...)
			var cut []string
			for _, p := range d.Pieces {
				if p.Verdict != 0 {
					cut = append(cut, p.Text)
				}
			}
			if strings.Join(cut, "\n") != strings.Join(tt.cut, "\n") {
				t.Errorf("cut\n%s\nwant\n%s", strings.Join(cut, "\n"), strings.Join(tt.cut, "\n"))
			}
		})
	}
}

func TestWeightsFitFeatures(t *testing.T) {
	if got, want := len(lineWeights), learnedWords+1<<WordBits/8; got != want {
		t.Errorf("lines.bin has %d bytes, want %d: make train-furniture", got, want)
	}
}
