package source

import (
	"bufio"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

func utf16le(s string) string {
	b := "\xff\xfe"
	for _, u := range utf16.Encode([]rune(s)) {
		b += string([]byte{byte(u), byte(u >> 8)})
	}
	return b
}

var sniffCases = []struct {
	name, file, head string
	want             Kind
}{
	{"page", "", "<!DOCTYPE html><html><body><p>Rain.</p>", HTML},
	{"page_in_capitals", "", "\n\n <HTML><BODY>Rain.", HTML},
	{"page_with_bom", "", "\ufeff<html>", HTML},
	{"page_in_utf16", "", utf16le("<!doctype html><html><body>"), HTML},
	{"page_after_a_comment", "", "<!-- saved from the web -->\n<html>", HTML},
	{"xhtml", "", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">`, HTML},
	{"fragment", "", "<p>Rain fell on Monday.", HTML},
	{"fragment_inline_first", "", `<b>Oslo</b> Rain fell.`, HTML},
	{"fragment_text_first", "", "Rain fell.<br><br>Then it stopped.<br>It was Monday.", HTML},
	{"fragment_text_first_paragraphs", "", "Oslo<p>Rain fell.</p><p>Then it stopped.</p>", HTML},
	{"custom_elements", "", "<story-page><p>Rain.</p><p>More rain.</p></story-page>", HTML},
	{"named_html_one_tag", "a.html", "Rain <b>fell</b>.", HTML},
	{"named_html_entities_only", "a.htm.gz", "Rain &amp; wind", HTML},
	{"named_html_plain", "a.html", "Rain fell on Monday.", Text},
	{"named_txt_page", "a.txt", "<!DOCTYPE html><html>", HTML},
	{"named_txt_tags_in_text", "a.txt", "He wrote <p>one</p>, <p>two</p>, <br>.", Text},

	{"plain", "", "Rain fell on Monday.", Text},
	{"plain_angle_brackets", "", "Write to <ida@norrick.example> if a < b and c > d.", Text},
	{"plain_names_a_tag", "", "The <b> tag makes words bold, <p> opens a paragraph.", Text},
	{"plain_begins_with_bracket", "", "<ida@norrick.example> wrote:\nRain.", Text},
	{"plain_begins_with_arrow", "", "<- back\nRain fell.", Text},
	{"plain_xml", "", "<?xml version='1.0'?><letter><line>Rain</line></letter>", Text},
	{"empty", "", "", Text},
	{"blank", "", " \n\t\n", Text},
	{"pdf", "a.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >>", Text},
	{"png", "a.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Text},

	{"json_lines", "", `{"id":"a","text":"Rain."}` + "\n" + `{"id":"b"`, JSONL},
	{"json_lines_of_pages", "", `{"url":"https://a.example/","html":"<p>Rain.</p>"}`, JSONL},
	{"json_lines_after_blanks", "", "\ufeff\r\n\n  {\"text\":\"Rain.\"}\r\n", JSONL},
	{"json_lines_first_broken", "", `{"id":"a","text":"Rai` + "\n" + `{"id":"b","text":"Rain."}` + "\n", JSONL},
	{"json_lines_first_too_long_to_see", "", `{"id":"a","html":"` + strings.Repeat("x", window), JSONL},
	{"json_lines_other_key_too_long_to_see", "", `{"gold":"` + strings.Repeat("x", window), JSONL},
	{"named_jsonl_first_broken", "a.jsonl", `{"id":`, JSONL},
	{"named_jsonl_packed", "a.jsonl.zst", `{"id":1}`, JSONL},
	{"json_without_text", "", `{"id":"a","title":"Rain"}`, JSONL},
	{"json_text_is_no_string", "", `{"text":[1]}`, JSONL},
	{"json_text_within", "", `{"page":{"text":"Rain."}}`, JSONL},
	{"json_of_nothing", "", "{}", Text},
	{"json_indented", "", "{\n  \"text\": \"Rain.\"\n}", Text},
	{"braces_in_prose", "", "{Editor's note} Rain fell.", Text},

	{"warc", "a.warc", "WARC/1.0\r\n", WARC},
	{"rss", "", `<?xml version="1.0"?><!-- x --><rss version="2.0">`, Feed},
	{"atom", "", `<feed xmlns="http://www.w3.org/2005/Atom">`, Feed},
	{"rdf", "", `<?xml version="1.0"?><rdf:RDF xmlns="x">`, Feed},
	{"json_feed", "", `{"version":"https://jsonfeed.org/version/1.1","items":[]}`, Feed},
	{"json_feed_indented", "", "{\n  \"version\": \"https://jsonfeed.org/version/1\",", Feed},
	{"json_lines_with_a_feed_in_the_second", "", "{\"text\":\"Rain.\"}\n{\"version\":\"https://jsonfeed.org/version/1\"}", JSONL},
	{"sitemap", "", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, Sitemap},
	{"sitemap_index", "", `<sitemapindex>`, Sitemap},
	{"zip_named_html", "a.html", "PK\x03\x04\x14\x00\x00\x00 a & b", Zip},
	{"zip_of_nothing", "", "PK\x05\x06", Zip},
	{"tar", "", "a.html" + strings.Repeat("\x00", 251) + "ustar\x0000", Tar},
}

func TestSniff(t *testing.T) {
	for _, c := range sniffCases {
		t.Run(c.name, func(t *testing.T) {
			if got := Sniff([]byte(c.head[:min(len(c.head), window)]), c.file); got != c.want {
				t.Errorf("%s, want %s\n%.200q", got, c.want, c.head)
			}
		})
	}
}

// A stream is told apart the same way, however its bytes come in.
func TestPeekKind(t *testing.T) {
	for _, c := range sniffCases {
		t.Run(c.name, func(t *testing.T) {
			whole := bufio.NewReaderSize(strings.NewReader(c.head), window)
			if got := peekKind(whole, c.file); got != c.want {
				t.Errorf("at once: %s, want %s", got, c.want)
			}
			if len(c.head) > 1000 {
				return
			}
			drips := bufio.NewReaderSize(iotest.OneByteReader(strings.NewReader(c.head)), window)
			if got := peekKind(drips, c.file); got != c.want {
				t.Errorf("byte by byte: %s, want %s", got, c.want)
			}
		})
	}
}

func FuzzSniff(f *testing.F) {
	for _, c := range sniffCases {
		f.Add([]byte(c.head[:min(len(c.head), 200)]), c.file)
	}
	f.Fuzz(func(t *testing.T, head []byte, name string) {
		kind := Sniff(head, name)
		if kind == Auto || kind == URLs {
			t.Errorf("%s is nothing to be told by looking", kind)
		}
		if got := peekKind(bufio.NewReaderSize(strings.NewReader(string(head)), window), name); len(head) < window && got != kind {
			t.Errorf("as a stream %s, as bytes %s", got, kind)
		}
	})
}

func TestParseKind(t *testing.T) {
	for _, name := range Kinds() {
		if k, err := ParseKind(name); err != nil || k.String() != name {
			t.Errorf("%s: %s, %v", name, k, err)
		}
	}
	for _, name := range []string{"", "pdf", "auto"} {
		if _, err := ParseKind(name); err == nil {
			t.Errorf("%q: no error", name)
		}
	}
}
