package meta

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestReadJSON(t *testing.T) {
	tests := []struct{ name, in, member, want string }{
		{"plain", `{"a":"x","b":2}`, "b", "2"},
		{"escapes", `{"a":"\u00e9\ud83d\ude00\/"}`, "a", "é😀/"},
		{"line_end_in_a_string", "{\"a\":\"x\ny\",\"b\":\"z\"}", "b", "z"},
		{"quote_in_a_string", `{"a":"the "old" one, and "new", too","b":"z"}`, "a", `the "old" one, and "new", too`},
		{"trailing_comma", `{"a":["x",],"b":"z",}`, "b", "z"},
		{"names_without_quotes", `{"a":"x",b:"z",c:{d:1}}`, "b", "z"},
		{"names_without_quotes_on_lines", "{\n  a: \"x\",\n  b: \"z\"\n}", "b", "z"},
		{"colon_amid_a_string", `{"a":"he said "no", adding: "never"","b":"z"}`, "a", `he said "no", adding: "never"`},
		{"comment", "{/* one */\"a\":\"x\", // two\n\"b\":\"z\"}", "b", "z"},
		{"cdata", `//<![CDATA[` + "\n" + `{"b":"z"}` + "\n//]]>", "b", "z"},
		{"breaks_off", `{"b":"z","c":{"d":"e`, "b", "z"},
		{"brace_forgotten", `{"b":"z","c":[{"d":"e"]}`, "b", "z"},
		{"comma_forgotten", `{"a":"x" "b":"z"}`, "a", `x" "b":"z`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, n := range readJSON(tt.in) {
				got = first(got, n.text(tt.member))
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReadJSONStaysLinear(t *testing.T) {
	for _, s := range []string{"[", "{", `{"a":`, `{"`, `"`, `{"a":"` + "\" ", "/*", `{"a":[`, `\`, "}", "]"} {
		s = strings.Repeat(s, 400_000/len(s))
		if nodes := readJSON(s); count(nodes) > maxJSONNodes+1 {
			t.Errorf("%d nodes of %q", count(nodes), s[:10])
		}
	}
}

func count(nodes []jnode) int {
	n := len(nodes)
	for _, k := range nodes {
		n += count(k.kids)
	}
	return n
}

func FuzzReadJSON(f *testing.F) {
	for _, s := range []string{`{"a":["x",{"b":null}],"c":1e5}`, `[[["`, "{\"a\":\"x\ny\"}", `{"a":"\ud83d\u00"}`, `{"a":"x",}]}`, "/* */ {}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		nodes := readJSON(s)
		var want map[string]string
		if len(s) < 1000 && utf8.ValidString(s) && json.Unmarshal([]byte(s), &want) == nil && want != nil {
			if len(nodes) != 1 {
				t.Fatalf("%d nodes of valid JSON", len(nodes))
			}
			n := &nodes[0]
			for i, name := range n.names {
				v := n.kids[i].str
				if w, ok := want[name]; ok && v != "null" && last(n.names, name) == i && squeeze(v) != squeeze(w) {
					t.Errorf("%q: got %q, want %q", name, v, w)
				}
			}
		}
		l := readLinked([]string{s, s}, "a title")
		l.creators()
		l.text("headline")
	})
}

func last(names []string, name string) int {
	at := -1
	for i, n := range names {
		if n == name {
			at = i
		}
	}
	return at
}
