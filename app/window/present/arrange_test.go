package present

import "testing"

// TestNothingOverlaps: in whatever shape a screen has, all parts stand within it and beside one another.
func TestNothingOverlaps(t *testing.T) {
	for _, size := range [][2]float64{{1920, 1080}, {1024, 768}, {2560, 1080}, {3840, 2160}, {640, 360}, {500, 900}, {1280, 1024}} {
		a := arrange(size[0], size[1])
		if a.k > size[0]/leastWidth || a.k > size[1]/leastHeight || !(a.k > 0) {
			t.Errorf("%v: all scales by %v", size, a.k)
		}
		list := []box{a.title, a.scene, a.step, a.curves, a.chips, a.knob, a.foot}
		for i, b := range list {
			if !(b.w > 0 && b.h > 0) || b.x < 0 || b.y < 0 || (b.x+b.w)*a.k > size[0]+1e-6 || (b.y+b.h)*a.k > size[1]+1e-6 {
				t.Errorf("%v: part %d stands at %+v", size, i, b)
			}
			for k, o := range list[:i] {
				if meet(b, o) {
					t.Errorf("%v: parts %d and %d overlap", size, k, i)
				}
			}
		}
	}
}

func meet(a, b box) bool {
	return a.x < b.x+b.w-1e-9 && b.x < a.x+a.w-1e-9 && a.y < b.y+b.h-1e-9 && b.y < a.y+a.h-1e-9
}

// TestChipsStandBesideOneAnother: however many racers there are, and all of them have a chip or are counted.
func TestChipsStandBesideOneAnother(t *testing.T) {
	for _, width := range []float64{500, 1198, 2100} {
		for n := 1; n <= 60; n++ {
			r := racked(n, width)
			count := n
			if r.more > 0 {
				count = n - r.more + 1 // and the place of the number
			}
			if count > r.rows*r.cols || r.more == 1 {
				t.Fatalf("%d racers in %v: %+v", n, width, r)
			}
			for i := range count {
				b := r.place(i)
				if b.x+b.w > width+1e-6 || b.y+b.h > rowHeight+1e-6 || b.w < 150 {
					t.Fatalf("%d racers in %v: chip %d at %+v", n, width, i, b)
				}
				for k := range i {
					if meet(b, r.place(k)) {
						t.Fatalf("%d racers in %v: chips %d and %d overlap", n, width, k, i)
					}
				}
			}
		}
	}
}
