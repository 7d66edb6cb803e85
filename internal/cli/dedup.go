package cli

import (
	"github.com/quoth/quoth/extract/near"
	"github.com/quoth/quoth/pipeline"
	"github.com/quoth/quoth/pipeline/journal"
	"github.com/spf13/cobra"
)

// dedupOptions say what becomes of copies of an article.
type dedupOptions struct {
	mode   choice
	memory size
}

func newDedupOptions() dedupOptions {
	return dedupOptions{mode: choice{value: "off", of: []string{"off", "mark", "drop"}}, memory: 256 << 20}
}

func (o *dedupOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.Var(&o.mode, "dedup", "what becomes of copies of an earlier article, syndicated ones with another lead or a cut tail too: "+o.mode.list())
	f.Var(&o.memory, "dedup-memory", "memory for telling copies; 1M is for about 1,500 articles, the last ones")
	words(cmd, "dedup", o.mode.of)
}

func (o *dedupOptions) on() bool { return o.mode.value != "off" }

// copies tells copies of articles from articles.
type copies struct {
	drop   bool
	index  *near.Index
	copied func() // is called for each
}

// copies goes on with what earlier runs have found.
func (o *dedupOptions) copies(out *output, copied func()) (*copies, error) {
	if !o.on() {
		return nil, nil
	}
	c := &copies{drop: o.mode.value == "drop", index: near.NewIndex(near.Capacity(int64(o.memory))), copied: copied}
	if out.done != nil {
		for e, err := range out.done {
			if err != nil {
				return nil, err
			}
			c.index.Add(e.ID, e.Sketch)
		}
	}
	return c, nil
}

// screen marks a result that is a copy, or takes its document away. Of an
// article that is none it gives the sketch.
func (c *copies) screen(r *pipeline.Result) []byte {
	if c == nil || r.Doc == nil {
		return nil
	}
	if id, found := c.index.Find(r.Doc.Sketch); found {
		c.copied()
		r.Doc.DuplicateOf = id
		if c.drop {
			r.Doc = nil
		}
		return nil
	}
	c.index.Add(journal.Key(r.ID), r.Doc.Sketch)
	return r.Doc.Sketch
}
