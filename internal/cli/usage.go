package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError says what is wrong with a flag in the words of this program, and
// which flag may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var wrong *pflag.InvalidValueError
	var missing *pflag.ValueRequiredError
	switch {
	case errors.As(err, &unknown):
		flag, word := "--"+unknown.GetSpecifiedName(), unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" { // -quiet, or -x
			flag, word = "-"+short, short
		}
		if near := nearest(cmd.Flags(), word); near != "" {
			return fmt.Errorf("unknown flag: %s; did you mean --%s?", flag, near)
		}
		return fmt.Errorf("unknown flag: %s", flag)
	case errors.As(err, &wrong):
		why := wrong.Unwrap()
		switch wrong.GetFlag().Value.Type() {
		case "int":
			why = errors.New("must be a number")
		case "duration":
			why = errors.New("must be a time like 30s or 5m")
		case "bool":
			why = errors.New("must be true or false")
		}
		return fmt.Errorf("--%s %s: %w", wrong.GetFlag().Name, shellWord(wrong.GetValue()), why)
	case errors.As(err, &missing):
		return fmt.Errorf("--%s: needs a value", missing.GetFlag().Name)
	}
	return err
}

// nearest is the flag that a word is most like: it begins with the word, or one
// slip of the finger makes it, of a longer word two; "" where there is none.
func nearest(flags *pflag.FlagSet, word string) (near string) {
	least := 2
	if len(word) >= 5 {
		least = 3
	}
	flags.VisitAll(func(f *pflag.Flag) {
		d := slips(word, f.Name)
		if len(word) >= 3 && strings.HasPrefix(f.Name, word) {
			d = min(d, 1)
		}
		if d < least && d < len(word) && !f.Hidden {
			least, near = d, f.Name
		}
	})
	return near
}

// slips is how many letters must be put in, taken out or changed to make b of a.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			d := last
			if a[i] != b[j] {
				d = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
