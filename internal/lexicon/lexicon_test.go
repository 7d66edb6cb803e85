package lexicon

import (
	"strings"
	"testing"
)

var lists = []*list{
	firstNames, honorifics, titles, places, placeWords, abbreviations, peoples, orgs, bodies, orgWords, calendar, openers, roles, common, english, aliases, nicknames, initials,
}

func TestListsAreSortedAndSayWhereTheyCameFrom(t *testing.T) {
	for _, l := range lists {
		t.Run(l.name, func(t *testing.T) {
			l.once.Do(l.read)
			list := l.text
			if !strings.HasPrefix(list, "# ") || !strings.Contains(list, "licence") && !strings.Contains(list, "CC BY") || !strings.HasSuffix(list, "\n") {
				t.Error("no head that says origin and licence, or no line end at the end")
			}
			last := ""
			for line := range strings.Lines(list) {
				line = strings.TrimSuffix(line, "\n")
				if strings.HasPrefix(line, "#") {
					continue
				}
				entry, value, _ := strings.Cut(line, "\t")
				if entry <= last || entry != strings.TrimSpace(entry) {
					t.Errorf("%q stands after %q", entry, last)
				}
				if got, ok := l.find(entry); !ok || got != value {
					t.Errorf("find %q gives %q, %v", entry, got, ok)
				}
				last = entry
			}
			for _, absent := range []string{"", "\x00", "#", "zzzz", "Qqq", "# ", "Monday\t", "the\n"} {
				if _, ok := l.find(absent); ok {
					t.Errorf("%q is found", absent)
				}
			}
		})
	}
}

// What a place, a person or a common word is called too would be a body's everywhere.
func TestBodiesAreNothingElse(t *testing.T) {
	bodies.once.Do(bodies.read)
	for line := range strings.Lines(bodies.text) {
		s := strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(s, "#") {
			continue
		}
		_, people := People(s)
		if has(firstNames, s) || people || Place(s) != NoPlace || Title(s) || English(strings.ToLower(s)) || Initials(s) {
			t.Errorf("%q is something else too", s)
		}
		if has(orgs, s) {
			t.Errorf("%q is listed twice", s)
		}
		if !Body(s) || !Known(s) {
			t.Errorf("%q is not found", s)
		}
	}
}

func TestOrgWithAccents(t *testing.T) {
	for s, want := range map[string]bool{"Sinn Fein": true, "Sinn Féin": true, "Sinn Féinn": false, "sinn féin": false, "Ünited Nations": true, "Брюссель": false} {
		if Org(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func TestGender(t *testing.T) {
	for _, tt := range []struct {
		name string
		want Gender
	}{
		{"Donald", Male}, {"MARY", Female}, {"Robin", Either}, {"Karl-Heinz", Male}, {"Zzyzx", Unknown}, {"donald", Unknown}, {"", Unknown},
	} {
		if got, _ := FirstName(tt.name); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
	for form, want := range map[string]Gender{"Mr.": Male, "Mrs": Female, "Professor": Either, "Table": Unknown} {
		if got, _ := Honorific(form); got != want {
			t.Errorf("%s: %v, want %v", form, got, want)
		}
	}
}

func TestCapitals(t *testing.T) {
	for name, want := range map[string]PlaceKind{
		"UKRAINE": Country, "US": Country, "Us": NoPlace, "NEW YORK CITY": City, "Alaska": State, "Black Sea": Region, "us": NoPlace,
	} {
		if got := Place(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	if country, ok := People("Ukrainians"); !ok || country != "Ukraine" {
		t.Errorf("Ukrainians are of %q, %v", country, ok)
	}
	if Org("Nato") || !Org("NATO") {
		t.Error("NATO is an organisation, Nato is not in the list")
	}
}

func BenchmarkFirstName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FirstName("Volodymyr")
	}
}

func TestRecase(t *testing.T) {
	for in, want := range map[string]string{"ANN O'ROE-SMITH": "Ann O'Roe-Smith", "JK ROE III": "JK Roe III", "ANN": "ANN", "Ann ROE": "Ann ROE", "A ROE": "A ROE", "A. LEE": "A. LEE"} {
		if got := Recase(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
