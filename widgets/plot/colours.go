package plot

// Colours names a set of colours: the usual one, or one for eyes that tell other colours apart than most.
type Colours string

// The sets. Each was computed: racers, and the areas of minima, are as far from one another, and racers from the map's ramp, as
// can be for eyes of that kind (Machado, Oliveira and Fernandes 2009, complete dichromacy; for those that see no colours, by
// luminance). A test holds how far that is.
const (
	UsualColours Colours = ""
	Deutan       Colours = "deutan" // for deuteranopia: green is not told from red
	Protan       Colours = "protan" // for protanopia: neither is red from green, and red is dark
	Tritan       Colours = "tritan" // for tritanopia: blue is not told from green, nor yellow from pink
	Grey         Colours = "grey"   // for achromatopsia, grey printers and pale projectors: by lightness alone
)

// ColourSets are all, in the order in which they are offered.
func ColourSets() []Colours { return []Colours{UsualColours, Deutan, Protan, Tritan, Grey} }

// NewPalette has the colours of a set in the dark or in the light theme. A set that is not known is the usual one.
func NewPalette(c Colours, dark bool) *Palette {
	p, sets := LightPalette(), lightSets
	if dark {
		p, sets = DarkPalette(), darkSets
	}
	s, known := sets[c]
	if !known {
		return p
	}
	p.Colours, p.Racers, p.Basins = c, rgbs(s.racers...), rgbs(s.basins...)
	if s.ramp != nil {
		p.Ramp = rgbs(s.ramp...)
	}
	if s.good != 0 {
		p.Good, p.Error = rgb(s.good), rgb(s.bad)
	}
	return p
}

// Key tells palettes apart.
func (p *Palette) Key() string {
	if p.Dark {
		return "dark" + string(p.Colours)
	}
	return "light" + string(p.Colours)
}

// A colourSet is in what a set differs from the usual colours of a theme.
type colourSet struct {
	racers, basins, ramp []uint32 // no ramp: the usual one
	good, bad            uint32   // of statuses; 0: as usual
}

var darkSets = map[Colours]colourSet{
	Deutan: {
		racers: []uint32{0xe1c300, 0xc3870f, 0x96c387, 0x00b4ff, 0x0f87ff, 0x0fe1ff, 0xc3ff87, 0x5a9678},
		basins: []uint32{0x1e5ab4, 0xa55a69, 0x3c690f, 0xd25a0f, 0x1e3c78, 0x4b78e1, 0xa569b4, 0x4b3c0f},
		good:   0x4db8ff, bad: 0xff9d45,
	},
	Protan: {
		racers: []uint32{0xffa578, 0xff2d4b, 0x4be11e, 0x96c3ff, 0xc387f0, 0xf00fe1, 0xd2ffa5, 0x5a961e},
		basins: []uint32{0x0078d2, 0xb4695a, 0x69961e, 0x5a5a0f, 0x3c4bb4, 0x1e96a5, 0x691e78, 0x692d00},
		good:   0x4db8ff, bad: 0xff9d45,
	},
	Tritan: {
		racers: []uint32{0xa5b43c, 0xff4b3c, 0x4be1c3, 0x8778e1, 0xb47887, 0xff69f0, 0xf0b4e1, 0xb4ffd2},
		basins: []uint32{0x2d87e1, 0xa52d3c, 0x78873c, 0xd25a1e, 0x5a0f78, 0x783c96, 0xa55a96, 0x78000f},
	},
	Grey: {
		racers: []uint32{0xffd591, 0xff808c, 0xf9fffc, 0x308ad6, 0xd0c1fb, 0xf25bc5, 0xffe6f6, 0x49cda5},
		basins: []uint32{0x5b90d9, 0x892a14, 0x83cea3, 0x2d2308, 0x8568b7, 0x003d48, 0xe588b7, 0x5f6524},
		ramp:   []uint32{0x020612, 0x00133c, 0x002b47, 0x02444d, 0x2e5952, 0x6c6a56},
		good:   0xf2fff9, bad: 0xdb6e6a,
	},
}

var lightSets = map[Colours]colourSet{
	Deutan: {
		racers: []uint32{0xff5a0f, 0xc31e0f, 0x1ea587, 0x0000b4, 0x1e2dff, 0x8778ff, 0x963c78, 0x780f1e},
		basins: []uint32{0x4b5ac3, 0xd2783c, 0x007878, 0xffa54b, 0x6987f0, 0x87b4ff, 0xa587a5, 0xa54b00},
		good:   0x0060c0, bad: 0xb04a00,
	},
	Protan: {
		racers: []uint32{0xc35a00, 0x960000, 0x69a50f, 0x2d00f0, 0xc369ff, 0x69004b, 0xa53c5a, 0xb47887},
		basins: []uint32{0x5a78e1, 0xa53c2d, 0x78a587, 0xc3c34b, 0x963c96, 0xa5a5ff, 0xd25a78, 0x69870f},
		good:   0x0060c0, bad: 0xb04a00,
	},
	Tritan: {
		racers: []uint32{0x780000, 0xff1e0f, 0x879600, 0x780fe1, 0xb400ff, 0xf03cff, 0x4b1e69, 0xb40087},
		basins: []uint32{0x874bb4, 0xa53c3c, 0x2da578, 0xf0a500, 0xb478e1, 0x00d2d2, 0xe15a69, 0x1e783c},
		good:   0x0a7a4c, bad: 0xc62f3b,
	},
	Grey: {
		racers: []uint32{0x613c00, 0x39040d, 0x047247, 0x00020f, 0x3e178d, 0x1f011a, 0x704275, 0x490e38},
		basins: []uint32{0x7fb2fd, 0xb74f35, 0xabecc8, 0x59450c, 0xac8bdb, 0x006573, 0xffafd7, 0x848937},
		ramp:   []uint32{0x6486c7, 0x6a9ee5, 0x7db9ec, 0xa0d2ea, 0xcce8ec, 0xfdfcf4},
		good:   0x0b3d2e, bad: 0xb04a4a,
	},
}
