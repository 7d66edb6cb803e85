package source

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

var samples = []string{
	`{}`, `[]`, `""`, ` {"a" : [1, -0.5e+3, "x\n\u00e9\\\"", null, true, false, {}] } `, `{"a":1,}`, `[1,]`, `{,}`, `{"a"}`, `{"a":}`, `{a:1}`, `[1 2]`, `nul`, `truth`, `01`, `-`, `1.`, `1e`, `.5`, `+1`, `1E-9`,
	`"a`, `"\`, `"\x"`, `"\u12"`, `"\u12g4"`, "\"\t\"", "\"\x1f\"", "\"12345678\x01\"", `"1234567\"`, `"12345678"`, "\"\x80\xff\"", `{"html":"<p class=\"a\">Rain.</p>\n"}`, `1 2`, `}`, ``, ` `, "\u00a0",
	strings.Repeat("[", 10000) + strings.Repeat("]", 10000), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
}

func TestValidJSON(t *testing.T) {
	for _, s := range samples {
		if got, want := validJSON([]byte(s)), json.Valid([]byte(s)); got != want {
			t.Errorf("%.60q: %v, want %v", s, got, want)
		}
	}
	for n := range 20 { // a byte that matters, at each place of those that are read at once
		for c := range 256 {
			s := append(append([]byte{'"'}, bytes.Repeat([]byte{0x81}, n)...), byte(c), '"', ' ')
			if got, want := validJSON(s), json.Valid(s); got != want {
				t.Errorf("%q: %v, want %v", s, got, want)
			}
		}
	}
}

func FuzzValidJSON(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, want := validJSON(b), json.Valid(b); got != want {
			t.Errorf("%q: %v, want %v", b, got, want)
		}
	})
}

func BenchmarkRecord(b *testing.B) {
	line, err := json.Marshal(map[string]string{"id": "a", "html": strings.Repeat("<p class=\"story\">Rain fell on the wall at Norrick, the council said on Monday.</p>\n", 1000)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	room := make([]byte, len(line))
	for b.Loop() {
		if _, err := parseRecord(line, room); err != nil {
			b.Fatal(err)
		}
	}
}

// What a string says is what encoding/json reads in it, wherever among the
// eight bytes that are read at once an escape or the end stands.
func TestDecodeString(t *testing.T) {
	for n := range 20 {
		for _, s := range []string{``, `\n`, `\"\\\/\b\f\n\r\t`, `\u0041\u00e9\u0416\ufffd`, `\ud83d\ude00`, `\ud83d`, `\ud83dx`, `\ud83d\n`, `\ud83d\u0041`, `\ude00\ud83d`, `\ud83d\ud83d\ude00`, "é\u2019"} {
			raw := `"` + strings.Repeat("a", n) + s + `b"`
			var want string
			if err := json.Unmarshal([]byte(raw), &want); err != nil {
				t.Fatal(err)
			}
			b := []byte(raw + `,"c":1}`)
			room := make([]byte, len(b))
			length, read, lone := decodeString(room, b)
			if got := string(room[:length]); got != want || read != len(raw) {
				t.Errorf("%s: %q of %d bytes, want %q of %d", raw, got, read, want, len(raw))
			}
			if lone != (strings.Contains(want, "\ufffd") && !strings.Contains(s, `\ufffd`)) {
				t.Errorf("%s: lone is %v", raw, lone)
			}
		}
	}
	for _, raw := range []string{`"`, `"a`, `"12345678`, `"\`, `"\x"`, `"\u12"`, `"\u12g4"`, "\"\n\"", "\"1234567\x00\""} {
		if _, read, _ := decodeString(make([]byte, len(raw)), []byte(raw)); read >= 0 {
			t.Errorf("%q: a string of %d bytes", raw, read)
		}
	}
}
