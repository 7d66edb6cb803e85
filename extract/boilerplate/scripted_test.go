package boilerplate

import (
	"strings"
	"testing"

	"github.com/quoth/quoth/extract"
)

func TestPagesThatScriptsBuild(t *testing.T) {
	story := ""
	for _, town := range []string{"Norrick", "Harwick", "Quillmouth", "Tarn Bay", "Sallow", "Ostley"} {
		story += "<p>The harbour wall at " + town + " will be raised by a metre, the council of " + town + " decided on Monday after a long debate about the storms.</p>"
	}
	for _, c := range []struct {
		name, page string
		want       string // "error", "warning" or nothing
	}{
		{"empty_root", `<html><body><div id="root"></div><script src="/a.js"></script></body></html>`, "error"},
		{"next", `<html><head><meta name="description" content="The wall at Norrick will be raised."></head><body><div id="__next" class="x"> </div><script>1</script></body></html>`, "warning"},
		{"asks_for_javascript", `<html><body><noscript><p>Bitte aktivieren Sie JavaScript.</p></noscript><script>1</script></body></html>`, "error"},
		{"rendered_beforehand", `<html><body><div id="root"><article>` + story + `</article></div><script>1</script></body></html>`, ""},
		{"story_and_a_notice", `<html><body><noscript>Please enable JavaScript for comments.</noscript><article>` + story + `</article><script>1</script></body></html>`, ""},
		{"no_script", `<html><body><div id="root"></div></body></html>`, "no_story"},
		{"noscript_with_a_pixel", `<html><body><noscript><img src="/p.gif"></noscript><script>/* javascript */</script></body></html>`, "no_story"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &extract.Draft{Format: extract.HTML, Input: c.page}
			err := Stage().Shape(d)
			got := ""
			switch {
			case err != nil && strings.Contains(err.Error(), needsScripts):
				got = "error"
			case err != nil:
				got = extract.FaultKind(err)
			case strings.Contains(strings.Join(d.Warnings, "\n"), needsScripts):
				got = "warning"
			}
			if got != c.want || got == "error" && extract.FaultKind(err) != "no_story" {
				t.Errorf("%q (%v), want %q", got, err, c.want)
			}
		})
	}
}
