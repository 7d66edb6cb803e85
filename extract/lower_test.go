package extract

import (
	"strings"
	"testing"
)

func TestLow(t *testing.T) {
	for name, text := range map[string]string{
		"small_letters":             "she said",
		"capitals":                  "ANN Lee SAID",
		"accents":                   "“Ça ira,” Émile ÅNGSTRÖM said",
		"longer_as_a_small_letter":  "İstanbul waits",
		"shorter_as_a_small_letter": "300 \u212a", // Kelvin
		"empty":                     "",
	} {
		t.Run(name, func(t *testing.T) {
			d := NewDocument("a", text)
			for end := range text + " " {
				s := Span{0, int32(end)}
				if got, want := d.Low(s), strings.ToLower(d.At(s)); got != want {
					t.Errorf("%q: %q, want %q", d.At(s), got, want)
				}
			}
		})
	}
}
