package model

import (
	"fmt"
	"testing"
)

func TestTableGivesWhatWasPacked(t *testing.T) {
	var keys []uint64
	var values []uint32
	for i := range 1000 {
		keys = append(keys, Hash(fmt.Sprint("word", i)))
		values = append(values, uint32(i%200))
	}
	table, err := OpenTable(string(PackTable(keys, values, 3, 8)))
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range keys {
		if got, ok := table.Get(k); !ok || got != values[i] {
			t.Fatalf("word%d: %d %v, want %d", i, got, ok, values[i])
		}
	}
	strangers := 0
	for i := range 1000 {
		if _, ok := table.Get(Hash(fmt.Sprint("other", i))); ok {
			strangers++
		}
	}
	if strangers > 10 {
		t.Errorf("%d of 1000 unknown words were taken for known ones", strangers)
	}
}

func TestDamagedDataIsRefused(t *testing.T) {
	packed := string(PackTable([]uint64{Hash("a")}, []uint32{1}, 3, 8))
	for _, data := range []string{"", "qtb", packed[:len(packed)-1], "xxxx" + packed[4:]} {
		if _, err := OpenTable(data); err == nil {
			t.Errorf("%d bytes were opened", len(data))
		}
	}
	for _, data := range []string{"", "abc", packed} {
		if _, err := OpenLinear(data); err == nil {
			t.Errorf("%d bytes were opened as a model", len(data))
		}
	}
}
