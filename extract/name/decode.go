package name

// decoder finds the best labels of a sentence under the model's weights for
// tokens and for pairs of labels.
type decoder struct {
	follow [Labels + 1][Labels]int32 // by the label before; Labels is the edge
	before [Labels][]uint8           // labels that may stand before each
	score  [2][Labels]int32
	back   []uint8
}

// never is below every score that a sentence can reach.
const never = -1 << 30

func (d *decoder) open(number func(i int) int32) {
	for a := range Labels + 1 {
		for b := range Labels {
			d.follow[a][b] = number(a*Labels + b)
		}
	}
	for b := range Labels {
		for a := range Labels {
			if Follows(a, b) {
				d.before[b] = append(d.before[b], uint8(a))
			}
		}
	}
}

// decode writes the best labels to dst, by emit, the scores of each label for
// each token.
func (d *decoder) decode(dst []uint8, scores []int32) {
	n := len(dst)
	if cap(d.back) < n*Labels {
		d.back = make([]uint8, n*Labels)
	}
	d.back = d.back[:n*Labels]
	now, then := &d.score[0], &d.score[1]
	for l := range Labels {
		now[l] = never
		if Follows(Labels, l) {
			now[l] = d.follow[Labels][l] + scores[l]
		}
	}
	for i := 1; i < n; i++ {
		now, then = then, now
		emit, back := scores[i*Labels:(i+1)*Labels], d.back[i*Labels:(i+1)*Labels]
		for l := range Labels {
			best, from := int32(never), uint8(0)
			for _, b := range d.before[l] {
				if s := then[b] + d.follow[b][l]; s > best {
					best, from = s, b
				}
			}
			now[l], back[l] = max(best+emit[l], never), from
		}
	}
	best, at := int32(-1<<31), uint8(0)
	for l := range Labels {
		if now[l] > best && Follows(l, Labels) {
			best, at = now[l], uint8(l)
		}
	}
	for i := n - 1; i >= 0; i-- {
		dst[i] = at
		at = d.back[i*Labels+int(at)]
	}
}
