package present

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"descentlab/app/figure"
	"descentlab/app/lab"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
)

// Hints tell at the foot what the keys do. They fade when the pointer has rested for a while, and come back when it moves.
type hints struct {
	show   *Show
	alpha  float64
	turn   int  // counts movements of the pointer
	waits  bool // for a rest
	fade   *desk.Ticker
	racers int
	panel  *graphic.Drawing
}

const (
	hintTime = 5 * time.Second
	fadeTime = 0.4 // seconds
)

func newHints(s *Show) *hints {
	h := &hints{show: s, alpha: 1}
	h.panel = s.draw(h.draw)
	h.fade = desk.NewTicker(h.pass)
	return h
}

func (h *hints) object() fyne.CanvasObject { return h.panel }

func (h *hints) update(c lab.Change) {
	if n := len(figure.Drawn(&h.show.state.Doc)); n != h.racers || c == lab.Everything {
		h.racers = n
		h.panel.Redraw()
	}
}

// wake shows them, for a while.
func (h *hints) wake() {
	h.turn++
	h.fade.Run(false)
	if h.alpha != 1 {
		h.alpha = 1
		h.panel.Redraw()
	}
	if !h.waits { // pointers move often
		h.wait(h.turn)
	}
}

// wait begins to fade after a rest, or waits on if there was none.
func (h *hints) wait(turn int) {
	h.waits = true
	time.AfterFunc(hintTime, func() {
		h.show.frame.Post(func() {
			switch {
			case !h.show.open:
			case h.turn != turn:
				h.wait(h.turn)
			default:
				h.waits = false
				h.leave()
			}
		})
	})
}

// leave begins to fade, or is gone at once where nothing is to fade.
func (h *hints) leave() {
	if h.show.frame.Still() {
		h.alpha = 0
		h.panel.Redraw()
		return
	}
	h.fade.Run(true)
}

// pass lets them fade.
func (h *hints) pass(dt float64) {
	h.alpha -= dt / fadeTime
	if h.alpha <= 0 {
		h.alpha = 0
		h.fade.Run(false)
	}
	h.panel.Redraw()
}

// rest ends the fading.
func (h *hints) rest() { h.fade.Run(false) }

// A hint is what some keys do.
type hint struct {
	keys []string
	upto bool // from the first key to the second
	does string
	rank int // those of the highest are left out first where there is no room
}

// list are the hints.
func (h *hints) list() []hint {
	list := []hint{
		{keys: []string{words.T("space")}, does: words.T("play, pause")},
		{keys: []string{"←", "→"}, does: words.T("one step"), rank: 3},
		{keys: []string{words.T("home")}, does: words.T("back to the start"), rank: 2},
	}
	if n := min(h.racers, 9); n > 1 {
		list = append(list, hint{keys: []string{"1", strconv.Itoa(n)}, upto: true, does: words.T("single out"), rank: 1})
	}
	list = append(list, hint{keys: []string{"↑", "↓"}, does: words.T("move the slider"), rank: 1})
	if h.show.of.Next != nil {
		list = append(list, hint{keys: []string{"N"}, does: words.T("next experiment"), rank: 1})
	}
	return append(list, hint{keys: []string{"B"}, does: words.T("black screen"), rank: 4},
		hint{keys: []string{words.T("esc")}, does: words.T("leave")})
}

// Sizes of hints.
const (
	hintText = 22
	keyHigh  = 34
	keyPad   = 10
	keyGap   = 8
	hintGap  = 30
)

// A hintSet is how large and how far apart they stand.
type hintSet struct{ text, pad, gap float64 }

// hintSets are these sizes, and smaller ones for where all hints have room only so.
var hintSets = []hintSet{{hintText, keyPad, hintGap}, {21, 9, 24}, {leastText, 8, 18}}

// wide is how wide a hint is.
func (t hint) wide(b *brush, set hintSet) float64 {
	f, w := face{size: set.text}, 0.0
	for _, k := range t.keys {
		w += max(b.width(k, f)+2*set.pad, keyHigh) + keyGap
	}
	if t.upto {
		w += b.width("–", f) + keyGap
	}
	return w + b.width(t.does, f)
}

// fitting are those that have room beside one another, and how they are set.
func fitting(b *brush, list []hint) ([]hint, hintSet) {
	for {
		for _, set := range hintSets {
			sum := -set.gap
			for _, t := range list {
				sum += t.wide(b, set) + set.gap
			}
			if sum <= b.w || len(list) <= 1 {
				return list, set
			}
		}
		last := 0
		for i, t := range list {
			if t.rank > list[last].rank {
				last = i
			}
		}
		list = append(append([]hint(nil), list[:last]...), list[last+1:]...)
	}
}

func (h *hints) draw(b *brush) {
	if h.alpha <= 0 {
		return
	}
	p := b.palette
	ink := plot.Mix(p.Ground, p.Muted, h.alpha)
	key, line := plot.Mix(p.Ground, p.Text, h.alpha), plot.Mix(p.Ground, p.Muted, 0.8*h.alpha)
	list, set := fitting(b, h.list())
	f, on, x := face{size: set.text, ink: ink}, face{size: set.text, ink: key, align: plot.AlignCenter}, 0.0
	top, base := (b.h-keyHigh)/2, b.h/2+8
	for _, t := range list {
		for i, k := range t.keys {
			if t.upto && i > 0 {
				b.text("–", x, base, f)
				x += b.width("–", f) + keyGap
			}
			w := max(b.width(k, on)+2*set.pad, keyHigh)
			b.framed(x, top, w, keyHigh, 6, 1.5, p.Ground, line)
			b.text(k, x+w/2, base, on)
			x += w + keyGap
		}
		b.text(t.does, x, base, f)
		x += b.width(t.does, f) + set.gap
	}
}
