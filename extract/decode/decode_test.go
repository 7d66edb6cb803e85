package decode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoth/quoth/extract"
)

func TestDecode(t *testing.T) {
	tests := []struct {
		name    string
		draft   extract.Draft
		text    string
		charset string
	}{
		{"utf8", extract.Draft{Raw: []byte("Café – “so”")}, "Café – “so”", "utf-8"},
		{"utf8_mark_dropped", extract.Draft{Raw: []byte("\ufeffCafé")}, "Café", "utf-8"},
		{"utf16_little_endian_mark", extract.Draft{Raw: []byte("\xff\xfeN\x00o\x00.\x00")}, "No.", "utf-16le"},
		{"utf16_big_endian_no_mark", extract.Draft{Raw: []byte("\x00N\x00o\x00 \x00w\x00a\x00y\x00.")}, "No way.", "utf-16be"},
		{"header_says_latin1", extract.Draft{Raw: []byte("Caf\xe9"), Source: extract.Source{Charset: "ISO-8859-1"}}, "Café", "windows-1252"},
		{"header_within_media_type", extract.Draft{Raw: []byte("\xc1\xc2"), Source: extract.Source{MediaType: "text/html; charset=koi8-r"}}, "аб", "koi8-r"},
		{"header_wrong_bytes_are_utf8", extract.Draft{Raw: []byte("Café"), Source: extract.Source{Charset: "iso-8859-1"}}, "Café", "utf-8"},
		{"header_says_utf8_but_is_not", extract.Draft{Raw: []byte("caf\xe9 na\xefve"), Source: extract.Source{Charset: "utf-8"}}, "café naïve", "windows-1252"},
		{"meta_in_page", extract.Draft{Format: extract.HTML, Raw: []byte("<meta charset=iso-8859-2><p>\xb3")}, "<meta charset=iso-8859-2><p>ł", "iso-8859-2"},
		{"shift_jis_meta", extract.Draft{Format: extract.HTML, Raw: []byte("<meta charset=shift_jis><p>\x83j\x83\x85\x81[\x83X")}, "<meta charset=shift_jis><p>ニュース", "shift_jis"},
		{"meta_far_down", extract.Draft{Format: extract.HTML, Raw: []byte("<title>" + strings.Repeat("long ", 400) + "</title><META http-equiv=Content-Type content='text/html; charset=koi8-r'><p>\xc1\xc2")},
			"<title>" + strings.Repeat("long ", 400) + "</title><META http-equiv=Content-Type content='text/html; charset=koi8-r'><p>аб", "koi8-r"},
		{"xml_declaration", extract.Draft{Format: extract.HTML, Raw: []byte("<?xml version='1.0' encoding='windows-1251'?><p>\xe0")}, "<?xml version='1.0' encoding='windows-1251'?><p>а", "windows-1251"},
		{"no_word_said", extract.Draft{Raw: []byte("\x93So\x94 \x96 she said")}, "“So” – she said", "windows-1252"},
		{"one_broken_byte_stays_utf8", extract.Draft{Raw: []byte("“So” and\xff “so”")}, "“So” and\ufffd “so”", "utf-8"},
		{"nul_bytes", extract.Draft{Raw: []byte("a long enough line with one\x00byte")}, "a long enough line with one\ufffdbyte", "utf-8"},
		{"verbatim_keeps_all", extract.Draft{Raw: []byte("\ufeffa\r\nb"), Verbatim: true, Source: extract.Source{Charset: "utf-8"}}, "\ufeffa\r\nb", "utf-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := tt.draft
			if err := shape(&d); err != nil {
				t.Fatal(err)
			}
			if d.Input != tt.text || d.Source.Charset != tt.charset {
				t.Errorf("%q in %s, want %q in %s", d.Input, d.Source.Charset, tt.text, tt.charset)
			}
			if lost := strings.Contains(tt.text, "\ufffd"); lost != (len(d.Warnings) > 0) {
				t.Errorf("warnings %q", d.Warnings)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct{ name, raw, kind, message string }{
		{"empty", "", "empty", "the input is empty"},
		{"white_space", " \r\n\t", "empty", "the input is empty"},
		{"pdf", "%PDF-1.7\n%\xe2\xe3", "not_text", "looks like a PDF, not an article"},
		{"image", "\x89PNG\r\n\x1a\n", "not_text", "looks like a PNG image, not an article"},
		{"zip", "PK\x03\x04\x14", "not_text", "looks like a ZIP archive or an office document, not an article"},
		{"noise", "\x01\x02\x03\x04\x05\x06\x07\x08 ab", "not_text", "looks like binary data, not an article"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := shape(&extract.Draft{Raw: []byte(tt.raw)})
			if err == nil || extract.FaultKind(err) != tt.kind || err.Error() != tt.message {
				t.Errorf("got %v, want %s of kind %s", err, tt.message, tt.kind)
			}
		})
	}
}

func TestDecodeWarnsOfItsOwnLossesAlone(t *testing.T) {
	d := &extract.Draft{Raw: []byte("Rain \ufffd fell.")}
	if err := shape(d); err != nil || len(d.Warnings) > 0 {
		t.Errorf("a U+FFFD of the input itself: %v, warnings %q", err, d.Warnings)
	}
}

func TestDecodeVerbatimTakesWhatIsBlank(t *testing.T) {
	for _, raw := range []string{"", " \r\n", "\ufeff"} {
		d := &extract.Draft{Raw: []byte(raw), Verbatim: true, Source: extract.Source{Charset: "utf-8"}}
		if err := shape(d); err != nil || d.Input != raw {
			t.Errorf("%q became %q: %v", raw, d.Input, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("<meta charset=shift_jis>\x83j"), "", true)
	f.Add([]byte("\xff\xfeN\x00"), "utf-16", false)
	f.Fuzz(func(t *testing.T, raw []byte, charset string, html bool) {
		d := &extract.Draft{Raw: raw, Source: extract.Source{Charset: charset}}
		if html {
			d.Format = extract.HTML
		}
		if shape(d) == nil && !utf8.ValidString(d.Input) {
			t.Fatalf("%q is not valid UTF-8", d.Input)
		}
	})
}
