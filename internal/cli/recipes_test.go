package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// block is the first block of a language in a document that begins with a line.
func block(t *testing.T, doc, language, begins string) string {
	t.Helper()
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(readDoc(t, doc), -1) {
		if strings.HasPrefix(m[1], begins) {
			return m[1]
		}
	}
	t.Fatalf("%s has no block of %s that begins with %s", doc, language, begins)
	return ""
}

// TestRecipeOfAFeedEachHour runs the script twice: the second time, there is
// nothing new, and no page is asked for.
func TestRecipeOfAFeedEachHour(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("needs sh")
	}
	n := press(t)
	dir := t.TempDir()
	program, err := os.Executable() // this test is the program too, by the name it is called
	if err != nil {
		t.Fatal(err)
	}
	// The recipe is for the web; this server is on the loopback.
	wrapper := "#!/bin/sh\nexec -a quoth '" + program + "' --allow-private --delay 0 \"$@\"\n"
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("needs bash")
	}
	wrapper = strings.Replace(wrapper, "#!/bin/sh", "#!/usr/bin/env bash", 1)
	for name, text := range map[string]string{"quoth": wrapper, "hourly.sh": block(t, "../../docs/recipes-input.md", "sh", "#!/bin/sh")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		cmd := exec.Command("sh", filepath.Join(dir, "hourly.sh"))
		cmd.Env = append(os.Environ(), "FEED="+n.home+"/feed", "OUT="+dir+"/news", "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	out := readDoc(t, filepath.Join(dir, "news", "articles.jsonl"))
	if strings.Count(out, `{"schema":"quoth/1"`) != 2 || strings.Count(out, "\n") != 3 {
		t.Errorf("not the two articles and the one that may not be fetched:\n%s", out)
	}
	pages := 0
	for _, path := range n.asked {
		if path == "/a" || path == "/c" {
			pages++
		}
	}
	if pages != 2 {
		t.Errorf("asked for %v", n.asked)
	}
}

func TestRecipeOfSystemd(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("needs systemd-analyze")
	}
	dir := t.TempDir()
	for _, name := range []string{"quoth-feed.service", "quoth-feed.timer"} {
		text := block(t, "../../docs/recipes-input.md", "ini", "# /etc/systemd/system/"+name)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command(analyze, "verify", filepath.Join(dir, "quoth-feed.service"), filepath.Join(dir, "quoth-feed.timer")).CombinedOutput(); err != nil || strings.Contains(string(out), "quoth-feed") {
		t.Errorf("%v\n%s", err, out)
	}
}
