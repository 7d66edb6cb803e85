package boilerplate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

// TestNoStory holds that each page of testdata/nostory, named after what it
// is, gives an error and, where it is wanted anyway, a guess with a warning.
func TestNoStory(t *testing.T) {
	files, _ := filepath.Glob("testdata/nostory/*.html")
	if len(files) < 30 {
		t.Fatalf("%d pages", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := draftOf(string(data))
			if err := Stage().Shape(d); extract.FaultKind(err) != "no_story" {
				t.Errorf("got %v and the text %q", err, d.Freeze().Text())
			}
			d = draftOf(string(data))
			d.Anyway = true
			if err := Stage().Shape(d); err != nil || len(d.Warnings) != 1 || d.Freeze().Text() == "" {
				t.Errorf("anyway: %v, warnings %q, text %q", err, d.Warnings, d.Freeze().Text())
			}
		})
	}
}

// TestShortStories holds that a page short of text is a story where it does
// not say that it is something else.
func TestShortStories(t *testing.T) {
	const para = "<p>The ferry to the outer islands will not sail on Monday, the harbour master said, because a pump has to be changed.</p>"
	for _, c := range []struct{ name, page string }{
		{"one_paragraph", `<title>No ferry on Monday | Courier</title><main><h1>No ferry on Monday</h1>` + para + `</main>`},
		{"fragment", `<p>“It will hold,” said Ida Brandt, because a pump has to be changed.</p>`},
		{"title_with_a_number", `<title>404 homes flooded | Courier</title><main><h1>404 homes flooded</h1>` + para + para[:90] + ` again.</main>`},
		{"log_in_form_in_the_header", `<title>No ferry on Monday</title><header><form><input type=password></form></header><main><h1>No ferry on Monday</h1>` + para + `</main>`},
		{"teasers_below_the_story", `<title>No ferry on Monday</title><meta property="og:type" content="article"><main><h1>No ferry on Monday</h1>` + para + `</main>` +
			strings.Repeat(`<div class="card"><h3><a href="/x">Three bridges close for repairs</a></h3><p>Drivers are told to expect long detours along the shore.</p></div>`, 8)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := draftOf(c.page)
			if err := Stage().Shape(d); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(d.Freeze().Text(), "because a pump has to be changed.") {
				t.Errorf("text %q", d.Freeze().Text())
			}
		})
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		title string
		want  says
	}{
		{"Page not found | Courier", saysError},
		{"404", saysError},
		{"Courier – 404", saysError},
		{"404 homes flooded", saysNothing},
		{"Search", saysSearch},
		{"Search for missing boat goes on", saysNothing},
		{"Search results for “boat”", saysSearch},
		{"Just a moment...", saysRobot},
		{"Log in - Courier", saysAccount},
		{"Loggers log in the north", saysNothing},
		{"Page not founded by saints", saysNothing},
		{"", saysNothing},
	} {
		if got := saysOfTitle(c.title); got != c.want {
			t.Errorf("%q: %d, want %d", c.title, got, c.want)
		}
	}
	for _, p := range []string{"https://example.org", "https://example.org/"} {
		if !isRoot(p) {
			t.Errorf("%s is a root", p)
		}
	}
	for _, p := range []string{"", "page.html", "https://example.org/a", "https://example.org/?p=3"} {
		if isRoot(p) {
			t.Errorf("%s is no root", p)
		}
	}
}
