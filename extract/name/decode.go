package name

// decoder finds the best labels of a sentence under the model's weights for
// tokens and for pairs of labels.
//
// Labels are of two kinds. Those that begin a name or stand outside, and come
// after what is closed: nothing, or a name that ended. And those that go on
// with a name, which only two may come before. Of what is closed, a name is no
// way to the best labels where it scores so far below no name that no pair of
// labels makes that good; so it is for most tokens, and then there is one way
// to each label and not nine.
type decoder struct {
	follow [Labels + 1][Labels]int32 // by the label before; Labels is the edge
	gain   [Labels]int32             // the most that a label before is better than Outside, whatever follows
	score  [2][Labels]int32
	back   []uint8
}

// price is by how much a name must be better than none. Trained to err as little
// as can be on a token, the model finds more names than there are, the more so
// the less a text is like those it learned from. From 110 to 175 uner-dev goes from
// .723 to .728 and wikigold stays at .750; above, conllpp-dev loses names.
const price = 150

// never is below every score that a sentence can reach.
const never = -1 << 30

func (d *decoder) open(number func(i int) int32) {
	for a := range Labels + 1 {
		for b := range Labels {
			d.follow[a][b] = number(a*Labels + b)
			if b != Outside && (b-1)%4 != inside && (b-1)%4 != last {
				d.follow[a][b] -= price
			}
		}
	}
	for a := range Labels {
		d.gain[a] = never
		for b := range Labels {
			if Follows(Outside, b) && Follows(a, b) {
				d.gain[a] = max(d.gain[a], d.follow[a][b]-d.follow[Outside][b])
			}
		}
	}
}

// decode writes the best labels to dst, by scores, those of each label for each
// token.
func (d *decoder) decode(dst []uint8, scores []int32) {
	n := len(dst)
	d.back = grow(d.back, n*Labels)
	now, then := &d.score[0], &d.score[1]
	for l := range Labels {
		now[l] = never
		if Follows(Labels, l) {
			now[l] = d.follow[Labels][l] + scores[l]
		}
	}
	for i := 1; i < n; i++ {
		now, then = then, now
		d.step(now, then, (*[Labels]int32)(scores[i*Labels:]), (*[Labels]uint8)(d.back[i*Labels:]))
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

// step writes the scores of the best ways to each label of a token, and from
// where they come.
func (d *decoder) step(now, then, emit *[Labels]int32, back *[Labels]uint8) {
	var ways [2 * kinds]uint8
	n := 0
	for k := 1; k < Labels; k += 4 {
		for l := k + last; l <= k+only; l++ {
			if then[l]+d.gain[l] > then[Outside] {
				ways[n] = uint8(l)
				n++
			}
		}
	}
	to := func(l int) {
		best, from := max(then[Outside]+d.follow[Outside][l], never), uint8(Outside)
		for _, b := range ways[:n] {
			if s := then[b] + d.follow[b][l]; s > best {
				best, from = s, b
			}
		}
		now[l], back[l] = max(best+emit[l], never), from
	}
	to(Outside)
	for k := 1; k < Labels; k += 4 {
		to(k + begin)
		to(k + only)
		for l := k + inside; l <= k+last; l++ {
			best, from := then[k+begin]+d.follow[k+begin][l], k+begin
			if s := then[k+inside] + d.follow[k+inside][l]; s > best {
				best, from = s, k+inside
			}
			now[l], back[l] = max(best+emit[l], never), uint8(from)
		}
	}
}

// lifted is by how much better a name is taken to be in a text without capitals. On
// the development sets in small letters, 0, 300, 400 and 600 give conllpp-dev .740,
// .787, .797, .802 and uner-dev .467, .553, .577, .578, which has ever more names that
// are none.
const lifted = 400

// lift makes the labels that begin a name better.
func (d *decoder) lift(emit []int32) {
	for k := 1; k < Labels; k += 4 {
		emit[k+begin] += lifted
		emit[k+only] += lifted
	}
}
