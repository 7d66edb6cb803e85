package boilerplate

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

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

func TestStoryAssignedToTheWindow(t *testing.T) {
	const one, two, three = "The night ferry from Norrick will keep running for two more years, the council said on Monday.", "The crossing loses a good deal of money, and a report of the auditor told so in the autumn.", "Two islands depend on the line for their milk, their post and their doctors, who come on Tuesdays."
	for _, tt := range []struct{ name, script, want string }{
		{"state", `window.__PRELOADED_STATE__ = {"article":{"paragraphs":["` + one + `","` + two + `","` + three + `"]}};`, one + "\n" + two + "\n" + three},
		{"markup", `window.__NUXT__={"data":[{"body":"<p>` + one + `<\/p><p>` + two + `<\/p><p>` + three + `<\/p>"}]}`, one + "\n" + two + "\n" + three},
		{"state_as_a_string", `window.__INITIAL_DATA__="{\"paragraphs\":[\"` + one + `\",\"` + two + `\",\"` + three + `\"]}";`, one + "\n" + two + "\n" + three},
		{"state_to_be_parsed", `window.__STATE__ = JSON.parse("[\"` + one + `\",\"` + two + `\",\"` + three + `\"]");`, one + "\n" + two + "\n" + three},
		{"state_of_an_object", `window.Fusion=window.Fusion||{};Fusion.arcSite="post";Fusion.globalContent={"content_elements":[{"content":"` + one + `"},{"content":"Read more"},{"content":"` + two + `"},{"content":"` + three + `"}]};`, one + "\n" + two + "\n" + three},
		{"code", `var texts = ["` + one + `","` + two + `","` + three + `"];`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := draftOf(`<html><head><title>Ferry stays</title></head><body><div id="root"></div><script>` + tt.script + `</script></body></html>`)
			err := Stage().Shape(d)
			var kept []string
			for _, p := range d.Pieces {
				if p.Verdict == extract.Kept {
					kept = append(kept, p.Text)
				}
			}
			if got := strings.Join(kept, "\n"); got != tt.want || (err == nil) != (tt.want != "") {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
		})
	}
}
