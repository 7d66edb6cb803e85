package main

import (
	"math"
	"math/rand/v2"
)

// tree clusters unit vectors into branch^levels leaves, level by level, and
// gives each vector's path as a number of branch digits.
func tree(vecs []float32, dim, branch, levels int) []uint16 {
	n := len(vecs) / dim
	path := make([]uint16, n)
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var split func(ids []int32, level int)
	split = func(ids []int32, level int) {
		if level == levels || len(ids) == 0 {
			return
		}
		parts := kmeans(vecs, dim, ids, branch, rng)
		for k, p := range parts {
			for _, id := range p {
				path[id] = path[id]*uint16(branch) + uint16(k)
			}
			split(p, level+1)
		}
	}
	split(all, 0)
	return path
}

func kmeans(vecs []float32, dim int, ids []int32, k int, rng *rand.Rand) [][]int32 {
	const rounds, most = 12, 60000
	sample := ids
	if len(ids) > most {
		sample = make([]int32, most)
		for i := range sample {
			sample[i] = ids[rng.IntN(len(ids))]
		}
	}
	centre := make([]float32, k*dim)
	for c := range k {
		copy(centre[c*dim:(c+1)*dim], vecs[int(sample[rng.IntN(len(sample))])*dim:])
	}
	for range rounds {
		sum := make([]float32, k*dim)
		for _, id := range sample {
			v := vecs[int(id)*dim:][:dim]
			s := sum[nearest(centre, v, dim)*dim:]
			for d, x := range v {
				s[d] += x
			}
		}
		for c := range k {
			if !unit(sum[c*dim : (c+1)*dim]) {
				copy(sum[c*dim:(c+1)*dim], vecs[int(sample[rng.IntN(len(sample))])*dim:])
			}
		}
		centre = sum
	}
	parts := make([][]int32, k)
	for _, id := range ids {
		c := nearest(centre, vecs[int(id)*dim:][:dim], dim)
		parts[c] = append(parts[c], id)
	}
	return parts
}

func nearest(centre, v []float32, dim int) int {
	best, at := float32(math.Inf(-1)), 0
	for c := 0; c*dim < len(centre); c++ {
		m := centre[c*dim:][:len(v)]
		var a, b float32
		for d := 0; d+1 < len(v); d += 2 {
			a += v[d] * m[d]
			b += v[d+1] * m[d+1]
		}
		if a+b > best {
			best, at = a+b, c
		}
	}
	return at
}

func unit(v []float32) bool {
	var s float64
	for _, x := range v {
		s += float64(x) * float64(x)
	}
	if s == 0 {
		return false
	}
	f := float32(1 / math.Sqrt(s))
	for i := range v {
		v[i] *= f
	}
	return true
}
