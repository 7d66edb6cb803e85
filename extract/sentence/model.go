package sentence

import _ "embed"

//go:embed data/weights.bin
var weights string

// bits is the size of the model: as many weights as have a number of so many
// bits.
const bits = 15

// score is above zero where a sentence ends.
func (v *view) score() int {
	var room [numFeatures]uint32
	sum := 0
	for _, f := range v.features(room[:0]) {
		sum += int(int8(weights[f>>(32-bits)]))
	}
	return sum
}
