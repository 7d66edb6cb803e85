package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestReadFigures(t *testing.T) {
	got, err := readFigures(`whole sentences                    P 0.9000  R 0.8000  F1 0.8471   (gold 10, found 9, right 8)
  PER                              P 0.1000  R 0.1000  F1 0.1000   (gold 1, found 1, right 1)
title                              right 0.6667 of 3   (given for 3)
junk removed                       0.5000 of 2
`)
	want := []figure{{"whole sentences", 0.8471}, {"title", 0.6667}, {"junk removed", 0.5}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v %v, want %v", got, err, want)
	}
	if _, err := readFigures("NOT SCORED AS GIVEN: 3 documents\n"); err == nil {
		t.Error("an output whose text differs was scored")
	}
}

func TestFloorsOnlyRise(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bounds.txt")
	before := "# set | figure | bound\na | F1 | >= 0.900\na | title | >= 0.500\na | errors | <= 0\nseed | checks | >= 70\n"
	if err := os.WriteFile(file, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	b, err := readBounds(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := []row{b.judge("a", figure{"F1", .8999}), b.judge("a", figure{"title", .6129}), b.judge("a", figure{"errors", 0}), b.judge("seed", figure{"checks", 84}), b.judge("a", figure{"unbounded", 1})}
	var table strings.Builder
	if broken := printTable(&table, rows); broken != 1 {
		t.Errorf("%d broken, want the F1 alone:\n%s", broken, table.String())
	}
	if err := b.raise(file, rows); err != nil {
		t.Fatal(err)
	}
	after, _ := os.ReadFile(file)
	want := "# set | figure | bound\na | F1 | >= 0.900\na | title | >= 0.612\na | errors | <= 0\nseed | checks | >= 84\n"
	if string(after) != want {
		t.Errorf("got\n%swant\n%s", after, want)
	}
	if lost := b.missing(rows[1:]); len(lost) != 1 || lost[0].held() {
		t.Errorf("a bound that nothing measured went unseen: %v", lost)
	}
}

func TestCubed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		pairs [][2]string
		want  float64
	}{
		{"the same", [][2]string{{"a", "1"}, {"a", "1"}, {"b", "2"}}, 1},
		{"two made one", [][2]string{{"a", "1"}, {"b", "1"}}, 2 * .5 * 1 / 1.5},
		{"one made two", [][2]string{{"a", "1"}, {"a", "2"}}, 2 * .5 * 1 / 1.5},
		{"nothing", nil, 0},
	} {
		var b cubed
		b.add(tt.pairs)
		if got := b.f1(); got < tt.want-1e-9 || got > tt.want+1e-9 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestReadable(t *testing.T) {
	for _, c := range [][2]string{
		{"''We wait,'' he said.", ` "We wait,"  he said.`},
		{"He said: ''We wait.''\n\n''So do we.''", `He said:  "We wait." ` + "\n\n" + ` "So do we." `},
		{"Smith's boat, the ''Annie'' (''old'')", `Smith's boat, the  "Annie"  ( "old" )`},
	} {
		if got := readable(c[0]); got != c[1] || len(got) != len(c[0]) {
			t.Errorf("readable(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}
