package cli

import (
	"github.com/spf13/cobra"
)

// watchOptions say how a run is told of.
type watchOptions struct {
	quiet       bool
	log         choice
	metrics     string
	metricsAddr string
}

func newWatchOptions() watchOptions {
	return watchOptions{log: choice{value: "text", of: []string{"text", "json"}}}
}

func (o *watchOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.quiet, "quiet", false, "no progress and no summary on standard error")
	f.Var(&o.log, "log", "form of the messages on standard error: "+o.log.list())
	f.StringVar(&o.metrics, "metrics", "", "`file` to write counts to as JSON, every ten seconds and at the end")
	f.StringVar(&o.metricsAddr, "metrics-addr", "", "`address` to serve counts at for Prometheus, like localhost:9090, under /metrics")
	words(cmd, "log", o.log.of)
}
