package setup

import (
	"fmt"
	"math"
	"math/bits"
	"runtime"
	"sync"
	"weak"

	"descentlab/optim"
	"descentlab/surfaces"
)

// A Key stands for values of any length: those of equal keys are the same. Its 128 bits are mixed so that two others never meet
// by accident, in as many documents as anybody can make.
type Key struct{ a, b uint64 }

// String is the key where one in text is wanted.
func (k Key) String() string { return fmt.Sprintf("%016x%016x", k.a, k.b) }

// A Digest takes values in, one after the other, and has their key. Lists say first how long they are.
type Digest struct{ Key }

// newDigest is that of nothing yet, of which there is one of each concern.
func newDigest(c Concern) Digest {
	d := Digest{}
	d.Count(int(c))
	return d
}

// add takes in 64 bits.
func (d *Digest) add(v uint64) {
	d.a, d.b = mix(d.a+v), mix(d.b^bits.RotateLeft64(v, 29)*0x9fb21c651e98df25)
}

// mix is a bijection in which every bit tells on all: the step and the finalizer of SplitMix64 (G. L. Steele, D. Lea and
// C. H. Flood, OOPSLA 2014).
func mix(v uint64) uint64 {
	v += 0x9e3779b97f4a7c15
	v = (v ^ v>>30) * 0xbf58476d1ce4e5b9
	v = (v ^ v>>27) * 0x94d049bb133111eb
	return v ^ v>>31
}

// Count takes in a whole number.
func (d *Digest) Count(n int) { d.add(uint64(n)) }

// Flag takes in a yes or no.
func (d *Digest) Flag(on bool) {
	var v uint64
	if on {
		v = 1
	}
	d.add(v)
}

// Numbers takes in numbers whose count is known.
func (d *Digest) Numbers(vs ...float64) {
	for _, v := range vs {
		d.add(math.Float64bits(v))
	}
}

// Point takes in a point.
func (d *Digest) Point(p surfaces.Point) { d.Numbers(p.X, p.Y) }

// Rect takes in a window.
func (d *Digest) Rect(r surfaces.Rect) { d.Numbers(r.X0, r.X1, r.Y0, r.Y1) }

// Text takes in a text of any length.
func (d *Digest) Text(s string) {
	d.Count(len(s))
	for len(s) > 0 {
		n := min(len(s), 8)
		var v uint64
		for i := range n {
			v = v<<8 | uint64(s[i])
		}
		d.add(v)
		s = s[n:]
	}
}

// named takes in numbers by name, in any order: the sum of the keys of all.
func (d *Digest) named(values map[string]float64) {
	d.Count(len(values))
	var sum Key
	for name, v := range values {
		var one Digest
		one.Text(name)
		one.Numbers(v)
		sum.a, sum.b = sum.a+one.a, sum.b+one.b
	}
	d.add(sum.a)
	d.add(sum.b)
}

// spec takes in a racer, its settings in any order.
func (d *Digest) spec(s *optim.Spec) {
	d.Text(s.Method)
	d.Text(s.Schedule)
	d.Count(len(s.Set))
	var sum Key
	for name, v := range s.Set {
		var one Digest
		one.Text(name)
		one.Numbers(v.Num)
		one.Count(len(v.List))
		one.Numbers(v.List...)
		one.Text(v.Text)
		sum.a, sum.b = sum.a+one.a, sum.b+one.b
	}
	d.add(sum.a)
	d.add(sum.b)
}

// data takes in examples: their numbers, whatever they are called.
func (d *Digest) data(set *surfaces.Dataset) {
	d.Flag(set != nil)
	if set != nil {
		d.add(dataKey(set))
	}
}

// dataKeys are the keys of the data sets in use.
var dataKeys struct {
	sync.Mutex
	of map[weak.Pointer[surfaces.Dataset]]uint64
}

// dataKey is a data set's key, made once: of ten thousand examples that takes longer than all the rest of a document's.
func dataKey(set *surfaces.Dataset) uint64 {
	dataKeys.Lock()
	defer dataKeys.Unlock()
	p := weak.Make(set)
	k, known := dataKeys.of[p]
	if known {
		return k
	}
	if dataKeys.of == nil {
		dataKeys.of = map[weak.Pointer[surfaces.Dataset]]uint64{}
	}
	k = set.Key()
	dataKeys.of[p] = k
	runtime.AddCleanup(set, forgetData, p)
	return k
}

func forgetData(p weak.Pointer[surfaces.Dataset]) {
	dataKeys.Lock()
	defer dataKeys.Unlock()
	delete(dataKeys.of, p)
}
