// Command quoth turns news articles into data: who said what, about whom.
package main

import (
	"os"

	"github.com/quoth/quoth/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
