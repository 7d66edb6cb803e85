package main

import (
	"fmt"
	"strings"
)

// set is one corpus, how quoth is run over it and which scorers read the output.
type set struct {
	name   string
	file   string              // under the shared folder; "" where make gives it
	text   func(string) string // makes another of each text, with as many code points; nil for none
	make   []string            // a scorer's arguments that print the set; what begins with testdata/ is ours
	args   []string            // of quoth
	tasks  []string            // of score.py; "clusters" and "expect" alone
	checks checks
}

// checks are the promises that are held beside the scores.
type checks struct {
	verbatim   bool // the text comes out as it went in
	noErrors   bool
	sameOutput bool // byte for byte with one worker and with four
	memory     bool // read from standard input with two workers: peak memory
}

func sets() []set {
	shaping := []string{"--stages", "blocks"}
	verbatim := []string{"--verbatim"}
	page := func(name string, args []string, tasks []string, c checks) set {
		c.noErrors = true
		return set{name: name, file: "corpora/pages/" + name + ".jsonl.gz", args: args, tasks: tasks, checks: c}
	}
	annotated := func(name, task string, c checks) set {
		c.verbatim, c.noErrors = true, true
		return set{name: name, file: "corpora/annotation/" + name + ".jsonl.gz", args: verbatim, tasks: []string{task}, checks: c}
	}
	list := []set{
		page("wcxb-article-dev", nil, []string{"extract", "metadata"}, checks{memory: true}),
		page("naeb-dev", shaping, []string{"extract", "metadata"}, checks{}),
		page("fundus-dev", nil, []string{"extract", "metadata"}, checks{sameOutput: true}),
		page("traf-dev", shaping, []string{"extract", "metadata"}, checks{}),
		annotated("gum-dev", "sentences", checks{}),
		annotated("ewt-dev", "sentences", checks{}),
		annotated("golden-rules-en", "sentences", checks{sameOutput: true}),
		annotated("conllpp-dev", "entities", checks{}),
		annotated("conllpp-train", "entities", checks{}),
		annotated("uner-dev", "entities", checks{}),
		annotated("wikigold", "entities", checks{}),
	}
	// As chat and headlines write.
	for _, name := range []string{"conllpp-dev", "uner-dev"} {
		small, loud := annotated(name, "entities", checks{}), annotated(name, "entities", checks{})
		small.name, small.text = name+"-small", strings.ToLower
		loud.name, loud.text = name+"-loud", strings.ToUpper
		list = append(list, small, loud)
	}
	for _, s := range []struct{ name, task string }{{"golden-rules-en", "sentences"}, {"uner-dev", "entities"}} {
		p := annotated(s.name, s.task, checks{})
		p.name, p.args = s.name+"-prose", []string{"--verbatim", "--engine", "prose"}
		list = append(list, p)
	}
	for _, part := range []string{"dev", "train"} {
		file := "corpora/attribution/polnear-" + part + ".jsonl.gz"
		list = append(list,
			set{name: "polnear-" + part, file: file, args: verbatim, tasks: []string{"quotes"}, checks: checks{verbatim: true, noErrors: true}},
			set{name: "polnear-" + part + "-marks", file: file, text: readable, args: verbatim, tasks: []string{"quotes"}, checks: checks{verbatim: true, noErrors: true}},
			set{name: "polnear-" + part + "-junk", file: file, args: shaping, tasks: []string{"junk"}, checks: checks{noErrors: true}})
	}
	// Nothing learns from the templates of flattened-own and flattened-other, and
	// nobody reads what is wrong with them: rules must carry over.
	for _, s := range []struct{ name, templates string }{{"flattened", "score/flatten-dev.json"}, {"flattened-own", "testdata/furniture/b.json"}, {"flattened-other", "testdata/furniture/c.json"}} {
		for _, seed := range []int{7, 8} {
			list = append(list, set{
				name:   fmt.Sprintf("%s-%d", s.name, seed),
				make:   []string{"flatten.py", "make", "corpora/attribution/polnear-train.jsonl.gz", s.templates, fmt.Sprint(seed)},
				args:   shaping,
				tasks:  []string{"flatten"},
				checks: checks{noErrors: true},
			})
		}
	}
	list = append(list, set{name: "gum-dev-entities", file: "corpora/treebank/gum-dev.conllu.gz", tasks: []string{"clusters"}})
	return append(list, set{name: "seed", file: "seed/article.txt", tasks: []string{"expect"}})
}
