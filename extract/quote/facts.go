package quote

// facts are what a model weighs, by name: rows of names in room that is used again.
type facts struct {
	names []byte
	ends  []int32 // of each name in names
}

// row is a run of facts: from, up to to.
type row struct{ from, to int }

func (f *facts) reset() { f.names, f.ends = f.names[:0], f.ends[:0] }

// add appends the fact whose name the parts make up.
func (f *facts) add(parts ...string) {
	for _, p := range parts {
		f.names = append(f.names, p...)
	}
	f.ends = append(f.ends, int32(len(f.names)))
}

// since is the row of the facts added since there were n.
func (f *facts) since(n int) row { return row{n, len(f.ends)} }

func (f *facts) name(i int) []byte {
	if i == 0 {
		return f.names[:f.ends[0]]
	}
	return f.names[f.ends[i-1]:f.ends[i]]
}

// sum is what the model gives for the facts of a row, each with lead before its
// name.
func (f *facts) sum(model map[string]float64, lead string, r row) (sum float64) {
	var room [64]byte
	key := append(room[:0], lead...)
	for i := r.from; i < r.to; i++ {
		key = append(key[:len(lead)], f.name(i)...)
		sum += model[string(key)]
	}
	return sum
}

// list appends the names of a row, each with lead before it.
func (f *facts) list(dst []string, lead string, r row) []string {
	for i := r.from; i < r.to; i++ {
		dst = append(dst, lead+string(f.name(i)))
	}
	return dst
}
