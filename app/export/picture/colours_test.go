package picture

import (
	"image/color"
	"testing"
)

// TestFewColoursStayAsTheyAre.
func TestFewColoursStayAsTheyAre(t *testing.T) {
	counts := map[uint32]int{}
	for i := range 255 {
		counts[uint32(i*65793)] = 1 + i%3
	}
	c := newColours(counts)
	for key := range counts {
		ink := color.RGBA{uint8(key >> 16), uint8(key >> 8), uint8(key), 255}
		if got := c.table[c.index(ink, 1, 2)]; got != ink {
			t.Errorf("%06x is %v", key, got)
		}
	}
	if c.woven || len(c.table) != 256 {
		t.Errorf("woven %t of %d", c.woven, len(c.table))
	}
}

// TestFrequentColoursStayAsTheyAre, however many others there are, and these are woven if they are much of the picture.
func TestFrequentColoursStayAsTheyAre(t *testing.T) {
	counts := map[uint32]int{0x123456: 100_000, 0xf0e0d0: 2_000}
	for i := range 40 * 40 * 40 {
		counts[uint32(i%40*6)<<16|uint32(i/40%40*6)<<8|uint32(i/1600*6)]++
	}
	c := newColours(counts)
	for _, key := range []uint32{0x123456, 0xf0e0d0} {
		ink := color.RGBA{uint8(key >> 16), uint8(key >> 8), uint8(key), 255}
		for x := range 8 {
			if got := c.table[c.index(ink, x, 3)]; got != ink {
				t.Errorf("%06x is %v at %d", key, got, x)
			}
		}
	}
	if !c.woven {
		t.Fatal("a third of the picture is missed, and is not woven")
	}
	// On average over a square, what is woven is nearer than one colour is.
	better, worse := 0, 0
	for i := range 200 {
		ink := color.RGBA{uint8(40 + i%7*20), uint8(30 + i%11*15), uint8(60 + i%13*9), 255}
		one := c.table[c.choose(uint32(ink.R)<<16|uint32(ink.G)<<8|uint32(ink.B)).index].(color.RGBA)
		var sum [3]int
		for k := range 64 {
			p := c.table[c.index(ink, k%8, k/8)].(color.RGBA)
			sum[0], sum[1], sum[2] = sum[0]+int(p.R), sum[1]+int(p.G), sum[2]+int(p.B)
		}
		d := func(r, g, b int) int {
			x, y, z := r-int(ink.R), g-int(ink.G), b-int(ink.B)
			return 2*x*x + 4*y*y + 3*z*z
		}
		woven, single := d(sum[0]/64, sum[1]/64, sum[2]/64), d(int(one.R), int(one.G), int(one.B))
		if woven < single {
			better++
		} else if woven > single+12 {
			worse++
		}
	}
	if better < 100 || worse > 10 {
		t.Errorf("%d are nearer and %d farther", better, worse)
	}
}
