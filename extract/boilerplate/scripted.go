package boilerplate

import (
	"regexp"
	"strings"

	"github.com/quoth/quoth/extract"
)

// thinPage is how much text, in bytes, makes a page one that is there without
// its scripts.
const thinPage = 500

const needsScripts = "scripts seem to build this page: it must be rendered first"

// noticeScripts tells of a page with little or no story that looks as if
// scripts would write it: nothing here runs them.
func noticeScripts(d *extract.Draft, err error) error {
	kept := 0
	for i := range d.Pieces {
		if d.Pieces[i].Verdict == extract.Kept {
			kept += len(d.Pieces[i].Text)
		}
	}
	if d.Format != extract.HTML || err == nil && kept >= thinPage || err != nil && extract.FaultKind(err) != "no_story" || !scripted(d.Input) {
		return err
	}
	if err != nil {
		return extract.Faultf("no_story", "%w; %s", err, needsScripts)
	}
	d.Warnings = append(d.Warnings, name+": "+needsScripts)
	return nil
}

var (
	// Where frameworks hang up what they draw, with nothing in it yet.
	mount = regexp.MustCompile(`(?i)<(?:div|main|section)\b[^<>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|___gatsby|react-root|app-root|svelte|ember-app|main-app|mount)["']?[^<>]{0,200}>\s*</|<app-root\b[^<>]{0,200}>\s*</app-root>`)
	// What a page says to those without: "please enable JavaScript", in
	// whatever language.
	noscript = regexp.MustCompile(`(?is)<noscript\b[^<>]{0,200}>[^\x00]{0,600}?\bjava\s?script`)
)

// scripted says whether a page has scripts and one of the signs.
func scripted(page string) bool {
	if !strings.Contains(page, "<script") && !strings.Contains(page, "<SCRIPT") {
		return false
	}
	if mount.MatchString(page) {
		return true
	}
	for _, at := range noscript.FindAllStringIndex(page, 20) {
		if !strings.Contains(strings.ToLower(page[at[0]:at[1]]), "</noscript") {
			return true
		}
	}
	return false
}
