package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

var units = []string{"codepoint", "byte", "utf16"}

func init() {
	if raceEnabled { // which has nothing to find in the arithmetic
		units = units[:1]
	}
}

// slicer counts a text as a user of the output does.
func slicer(text, offsets string) func(start, end int) (string, bool) {
	switch offsets {
	case "byte":
		return func(i, j int) (string, bool) {
			if i < 0 || j < i || j > len(text) || !utf8.ValidString(text[i:j]) {
				return "", false
			}
			return text[i:j], true
		}
	case "utf16":
		units := utf16.Encode([]rune(text))
		return func(i, j int) (string, bool) {
			if i < 0 || j < i || j > len(units) {
				return "", false
			}
			return string(utf16.Decode(units[i:j])), true
		}
	}
	points := []rune(text)
	return func(i, j int) (string, bool) {
		if i < 0 || j < i || j > len(points) {
			return "", false
		}
		return string(points[i:j]), true
	}
}

// offsetsAreTrue says where a line's "start" and "end" are no range of its
// text, or not the one of the "text" beside them.
func offsetsAreTrue(line []byte) error {
	var doc struct{ Text, Offsets string }
	var all any
	if err := json.Unmarshal(line, &doc); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber() // extra holds numbers that no float does
	if err := d.Decode(&all); err != nil {
		return err
	}
	at := slicer(doc.Text, doc.Offsets)
	var walk func(path string, v any) error
	walk = func(path string, v any) error {
		switch v := v.(type) {
		case []any:
			for i, e := range v {
				if err := walk(fmt.Sprintf("%s[%d]", path, i), e); err != nil {
					return err
				}
			}
		case map[string]any:
			if start, ok := v["start"].(json.Number); ok {
				end, _ := v["end"].(json.Number)
				i, err := strconv.Atoi(start.String())
				j, err2 := strconv.Atoi(end.String())
				got, ok := at(i, j)
				if text, has := v["text"].(string); err != nil || err2 != nil || !ok || has && text != got {
					return fmt.Errorf("%s: %s [%s,%s) is %q, and its text says %q", path, doc.Offsets, start, end, got, text)
				}
			}
			for key, e := range v {
				if key == "extra" {
					continue
				}
				if err := walk(path+"."+key, e); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return walk("", all)
}

// quoted runs quoth over a JSON string literal as an article's text.
func quoted(t *testing.T, literal string, args ...string) []byte {
	t.Helper()
	var out, messages bytes.Buffer
	line := `{"id":"a","text":"` + literal + `"}`
	run(t.Context(), append([]string{"--input", "jsonl", "--explain", "--timeout", "0"}, args...), streams{strings.NewReader(line), &out, &messages})
	if n := bytes.Count(out.Bytes(), []byte("\n")); n != 1 || !json.Valid(out.Bytes()) {
		t.Fatalf("%q: %d lines: %s\n%s", literal, n, &out, &messages)
	}
	return out.Bytes()
}

var literals = map[string]string{
	"emoji":             `👷 “It holds 👩‍🚒🔥,” said Ida Brandt 🏳️‍🌈 of Norrick. “It must 👍🏽.”`,
	"emoji_escaped":     `\ud83d\udc77 “It holds,” said Ida Brandt. \ud83d\udc4d “It must.”`,
	"combining_marks":   `Cafe\u0301 owner Jose\u0301 Mun\u0303oz said: “De\u0301ja\u0300 vu.”`,
	"crlf":              `“It holds,” said Ida Brandt.\r\n\r\nShe left 👷.\r\n“It must.”\r\n`,
	"lone_surrogates":   `\ud83d “It holds \udc77,” said Ida \ud83d\ud83d\udc77 Brandt.\udc00 “It must.”`,
	"line_separators":   `“It holds,”\u2028said Ida Brandt.\u2029She left\u0085.`,
	"byte_order_mark":   `\ufeff“It holds,” said Ida Brandt.`,
	"controls":          `\u0007“It \u0000 holds,” said Ida Brandt. She left\u001b[31m.`,
	"right_to_left":     `قالت إيدا برانت: “It holds.” שלום, said Ida Brandt.`,
	"beyond_the_bmp":    `𝒳𝒴𝒵 “𝕀𝕥 𝕙𝕠𝕝𝕕𝕤,” said Ida Brandt of 𠮷野.`,
	"glued_and_mangled": `at times,“uneasy” sentence.â€œIt holds,â€ said Ida Brandt of MalmÃ¶.“It must.”`,
}

// Whoever slices "text" by start and end, in whichever unit, gets what the
// output says stands there.
func TestOffsetsAreTrue(t *testing.T) {
	for name, literal := range literals {
		for _, offsets := range units {
			for _, mode := range []string{"--verbatim", "--verbatim=false"} {
				line := quoted(t, literal, "--offsets", offsets, mode)
				if !bytes.Contains(line, []byte(`"quotes":[{`)) {
					t.Errorf("%s: no quote in it: %s", name, line)
				}
				if err := offsetsAreTrue(line); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

func TestOffsetsCheckCanFail(t *testing.T) {
	line := string(quoted(t, literals["emoji"], "--offsets", "codepoint", "--verbatim"))
	for _, unit := range []string{"byte", "utf16"} {
		if offsetsAreTrue([]byte(strings.Replace(line, `"codepoint"`, `"`+unit+`"`, 1))) == nil {
			t.Errorf("code points pass for %s", unit)
		}
	}
}

// FuzzOffsets holds, for whatever JSON string an article's text is, that
// offsets are true, and that verbatim text comes out as it went in.
func FuzzOffsets(f *testing.F) {
	for _, literal := range literals {
		f.Add(literal)
	}
	// Loads the engine: an input that takes ten seconds counts as hung, and
	// must not pay for that.
	run(f.Context(), []string{"--quiet"}, streams{strings.NewReader("It rained."), io.Discard, io.Discard})
	f.Fuzz(func(t *testing.T, literal string) {
		var want string
		if !utf8.ValidString(literal) || json.Unmarshal([]byte(`"`+literal+`"`), &want) != nil {
			return
		}
		offsets := []string{"codepoint", "byte", "utf16"}[len(literal)%3]
		line := quoted(t, literal, "--offsets", offsets, "--verbatim")
		if err := offsetsAreTrue(line); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Text  string
			Error *struct{ Kind string }
		}
		json.Unmarshal(line, &got)
		switch {
		case got.Error == nil && got.Text != want:
			t.Fatalf("text %q, want %q", got.Text, want)
		case got.Error != nil && got.Error.Kind == "panic":
			t.Fatalf("%s", line)
		}
		if err := offsetsAreTrue(quoted(t, literal, "--offsets", offsets)); err != nil {
			t.Fatal(err)
		}
	})
}
