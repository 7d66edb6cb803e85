package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// Fold writes a name for comparing: small letters without accents, straight
// apostrophes, single blanks, no possessive.
func Fold(s string) string { return string(AppendFold(make([]byte, 0, 64), s)) }

// AppendFold appends what Fold gives to dst.
func AppendFold(dst []byte, s string) []byte {
	b, from := dst, len(dst)
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = len(b) > from
			continue
		}
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if blank {
			b = append(b, ' ')
			blank = false
		}
		switch r {
		case '’', '‘', 'ʼ':
			b = append(b, '\'')
			continue
		case '‐', '‑', '–':
			b = append(b, '-')
			continue
		}
		r = unicode.ToLower(r)
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else if plain, ok := unaccented[r]; ok {
			b = append(b, plain...)
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	if n := len(b); n-from >= 2 && b[n-2] == '\'' && b[n-1] == 's' {
		b = b[:n-2]
	}
	if n := len(b); n > from && b[n-1] == '\'' {
		b = b[:n-1]
	}
	return b
}

// withoutAccents is s without the accents of European letters; ok says whether it
// had any.
func withoutAccents(s string) (plain string, ok bool) {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return s, false
	}
	b := make([]byte, 0, 64)
	for _, r := range s {
		low := unicode.ToLower(r)
		letters, accented := unaccented[low]
		switch {
		case !accented:
			b = utf8.AppendRune(b, r)
			continue
		case low != r:
			b = append(b, letters[0]-'a'+'A')
			letters = letters[1:]
		}
		b = append(b, letters...)
		ok = true
	}
	return string(b), ok
}

// unaccented holds the accented letters of European names.
var unaccented = func() map[rune]string {
	m := map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i"}
	for plain, accented := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęě", "g": "ĝğġģ", "i": "ìíîïĩīĭįİ", "k": "ķ", "l": "ĺļľ",
		"n": "ñńņň", "o": "òóôõöōŏő", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
	} {
		for _, r := range accented {
			m[r] = plain
		}
	}
	return m
}()
