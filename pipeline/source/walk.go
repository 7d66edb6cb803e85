package source

// walk hands the raw key and value of each member of a JSON object to f, until f
// says no. It is for the beginning of an input whose end has not come: of an
// object that is cut off it gives what is there, the last value cut off too, and
// it takes what is no JSON for what it is most like. It says whether the object's
// end was seen.
func walk(object []byte, f func(key, value []byte) bool) (whole bool) {
	b := skipSpace(object[1:])
	for len(b) > 0 && b[0] == '"' {
		n := stringLen(b)
		key := b[:n]
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != ':' {
			return false
		}
		if b = skipSpace(b[1:]); len(b) == 0 {
			return false
		}
		n = valueLen(b)
		if n == 0 || !f(key, b[:n]) {
			return false
		}
		if b = skipSpace(b[n:]); len(b) == 0 || b[0] != ',' {
			break
		}
		b = skipSpace(b[1:])
	}
	return len(b) > 0 && b[0] == '}'
}

// stringLen is the length of the string, marks included, that b begins with.
func stringLen(b []byte) int {
	for i := special(b, 1); i < len(b); i = special(b, i) {
		switch b[i] {
		case '\\':
			i += 2
		case '"':
			return i + 1
		default:
			i++
		}
	}
	return len(b)
}

// valueLen is the length of the value that b begins with.
func valueLen(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i += stringLen(b[i:]) - 1
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(b)
}
