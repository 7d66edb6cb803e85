package boilerplate

import "testing"

func TestLongestRun(t *testing.T) {
	const one, two = "The night ferry will keep running for two more years, the council said.", "The crossing loses a good deal of money, and a report told so in the autumn."
	tests := []struct{ name, data, want string }{
		{"paragraph_each_in_an_object", `[{"text":"` + one + `"},{"text":"` + two + `"}]`, one + "\n" + two},
		{"leaves_of_a_paragraph", `[{"children":[{"text":"The night"},{"text":" ferry","bold":true},{"text":" will keep running for two more years, the council said."}]},{"children":[{"text":"` + two + `"}]}]`, one + "\n" + two},
		{"link_within_a_paragraph", `[{"children":[{"text":"The "},{"type":"link","children":[{"text":"night ferry"}]},{"text":" will keep running for two more years, the council said."}]},{"children":[{"text":"` + two + `"}]}]`, one + "\n" + two},
		{"link_that_begins_a_paragraph", `[{"children":[{"text":"` + one + `"}]},{"children":[{"type":"link","children":[{"text":"Ida Brandt"}]},{"text":", the harbour master of Norrick, said that it would hold until autumn."}]}]`, one + "\nIda Brandt, the harbour master of Norrick, said that it would hold until autumn."},
		{"blank_at_the_end_of_leaves", `[{"children":[{"text":"The night ferry will keep running for two more years, the "},{"text":"council said. "}]},{"children":[{"text":"The "},{"text":"crossing loses a good deal of money, and a report told so in the autumn."}]}]`, one + " \n" + two},
		{"first_letter_set_apart", `[{"children":[{"text":"T","large":true},{"text":"he night ferry will keep running for two more years, the council said."}]}]`, one},
		{"full_stop_of_its_own", `[{"children":[{"text":"The night ferry will keep running for two more years, the "},{"text":"council said"},{"text":"."}]}]`, one},
		{"blank_at_the_end_of_a_paragraph", `[{"text":"` + one + ` "},{"text":"` + two + `"}]`, one + " \n" + two},
		{"short_sentence_between", `[{"text":"` + one + `"},{"text":"Nobody spoke."},{"text":"` + two + `"}]`, one + "\nNobody spoke.\n" + two},
		{"label_between", `[{"text":"` + one + `"},{"text":"Read more"},{"text":"` + two + `"}]`, one + "\n" + two},
		{"given_twice", `[{"text":"` + one + `"},{"text":"Nobody spoke."},{"text":"` + one + `"},{"text":"Nobody spoke."}]`, one + "\nNobody spoke."},
		{"nothing", `{"a":[1,2`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := longestRun(tt.data); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
