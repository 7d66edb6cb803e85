package meta

import (
	"strings"
	"unicode"

	"github.com/quoth/quoth/internal/lexicon"
)

// accounts are what a template writes where nobody filled in a name, and the
// accounts that come with a new site.
var accounts = map[string]bool{"admin": true, "administrator": true, "webmaster": true, "root": true, "undefined": true, "null": true, "none": true, "nan": true, "unknown": true, "user": true, "default": true, "wordpress": true, "superuser": true, "siteadmin": true, "adminuser": true, "webteam": true}

// describeWords tells what the words of the names are. A menu, a label or a
// sentence that has "by" in it gives words too: "Customer Care", "Tools",
// "copying the file", and those whom nothing but their place makes an author
// are those oftener than names.
func (c *credits) describeWords(o *credited) {
	if o.kind == ownSite { // "The Harbour Post" is of common words
		return
	}
	given, plain, opens, small, topic, group := false, 0, false, false, false, false
	for k, n := range o.names {
		words := strings.Fields(n)
		if len(words) == 0 {
			continue
		}
		first, common, org := wordsOf(words)
		given, group = given || first, group || org
		if common {
			plain++
		}
		opens = opens || lexicon.Opener(words[0])
		small = small || lower(words[0]) && len(words) > 1 && !isParticle(words[0])
		topic = topic || c.inTitle(o.keys[k])
	}
	weak, beside := o.in&(sawMachine|sawProp|sawRel|sawName) == 0, o.in == sawBeside
	if o.whole {
		o.is("whole")
	} else if o.in == sawLine || o.in == sawBeside {
		o.is("within_longer")
	}
	for _, t := range []struct {
		is   bool
		name string
	}{{given, "given_name"}, {plain > 0, "common_words"}, {opens, "opens_a_sentence"}, {small, "starts_small"}, {topic, "in_title"}, {group, "org_word"}} {
		if !t.is {
			continue
		}
		o.is(t.name, o.kind+"+"+t.name)
		if weak {
			o.is("weak_" + t.name)
		}
	}
	if !given && o.kind == persons {
		o.is("no_given_name")
		if weak {
			o.is("weak_no_given_name")
		}
		if beside {
			o.is("beside_no_given_name")
		}
	}
}

// wordsOf says whether a name has a given name, whether it is of common words
// alone, and whether one tells a body or a place.
func wordsOf(words []string) (given, common, group bool) {
	n := 0
	for i, w := range words {
		w = strings.Trim(w, `.,:;’'"“”()`)
		_, first := lexicon.FirstName(w)
		switch key := strings.ToLower(w); {
		case first && i < len(words)-1, first && len(words) == 1 && !lexicon.English(key):
			given = true
		case lexicon.English(key), lexicon.Common(key), lexicon.Opener(w), !hasLetter(w):
			n++
		case lexicon.OrgWord(w), lexicon.PlaceWord(w):
			group = true
		}
	}
	return given, n == len(words), group
}

func (c *credits) inTitle(key string) bool { return len(key) > 3 && strings.Contains(c.title, key) }

// maybeNames says whether a credit that stands beside a date, and nowhere else,
// can be of people. Of 230 that it says no to on 1,488 pages, sections
// ("Fintech"), labels and words of the headline, one was. In a line that begins
// with "By" no name begins with a common word in small letters: "by copying HTTP".
func (c *credits) maybeNames(o *credited) bool {
	if o.in&(sawMachine|sawProp|sawRel) != 0 || o.kind != groups && o.in&(sawName|sawClass|sawLink) != 0 {
		return true
	}
	for k, n := range o.names {
		words := strings.Fields(n)
		given, common, _ := wordsOf(words)
		if o.in != sawBeside {
			if o.kind == groups && common && len(words) > 1 && !isGroup(n) {
				return false
			}
			if o.kind == persons && len(words) > 1 && lower(words[0]) && !isParticle(words[0]) && lexicon.English(words[0]) && n != strings.ToLower(n) {
				return false
			}
			continue
		}
		if common || c.inTitle(o.keys[k]) || len(words) == 1 && !given && !unspaced(n) || !given && someCommon(words) {
			return false
		}
	}
	return o.kind == persons || o.in != sawBeside
}

// someCommon says whether one of the words is a common one: "LE Audio".
func someCommon(words []string) bool {
	for _, w := range words {
		if key := strings.ToLower(w); lexicon.English(key) || lexicon.Common(key) {
			return true
		}
	}
	return false
}

func hasLetter(w string) bool { return strings.IndexFunc(w, unicode.IsLetter) >= 0 }
