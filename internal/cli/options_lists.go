package cli

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/pflag"
)

// listOptions say what is taken of inputs that hold many articles.
type listOptions struct {
	limit   int
	since   moment
	noFetch bool
}

func (o *listOptions) flags(f *pflag.FlagSet) {
	f.IntVar(&o.limit, "limit", 0, "stop after this `number` of articles")
	f.Var(&o.since, "since", "leave out what a feed or sitemap dates before: 2026-01-31, 2026-01-31T08:00:00Z, or so long ago: 36h, 7d")
	f.BoolVar(&o.noFetch, "no-fetch", false, "open no connection: read the articles of a feed from the feed itself")
}

// moment is a flag that takes a date or how long ago.
type moment struct {
	time.Time
	said string
}

func (m *moment) Type() string   { return "date" }
func (m *moment) String() string { return m.said }

func (m *moment) Set(s string) error {
	for _, layout := range []string{time.DateOnly, time.RFC3339, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			m.Time, m.said = t.UTC(), s
			return nil
		}
	}
	var ago time.Duration
	days, isDays := strings.CutSuffix(s, "d")
	n, err := strconv.ParseUint(days, 10, 16)
	if isDays && err == nil {
		ago = time.Duration(n) * 24 * time.Hour
	} else if ago, err = time.ParseDuration(s); err != nil || ago < 0 {
		return errors.New("must be a date like 2026-01-31 or 2026-01-31T08:00:00Z, or a time like 36h or 7d")
	}
	m.Time, m.said = time.Now().Add(-ago).UTC(), s
	return nil
}
