package charts

import (
	"fyne.io/fyne/v2"

	"descentlab/app/lab/setup"
	"descentlab/widgets/kit"
)

// A stack is the layout of the charts: each below its title, with the line that is said of it.
type stack struct{ pane *Pane }

const (
	headHeight = 22 // of a chart's title
	chartGood  = 68 // the height of a chart that can be read
	noteInset  = 24 // where a note begins: about below the axis
	noteGap    = 2
	least      = 90 // of the pane
)

// room is how many of these charts there is room for; at least one.
func (p *Pane) room(list []string) int {
	height := p.box.Size().Height
	if height == 0 {
		return len(list)
	}
	n, used := 0, float32(0)
	for _, kind := range list {
		used += headHeight + chartGood + p.noteHeight(kind)
		if used > height {
			break
		}
		n++
	}
	return max(n, 1)
}

func (p *Pane) noteHeight(kind string) float32 {
	if !noted(kind) {
		return 0
	}
	return p.slots[0].note.MinSize().Height + noteGap
}

// Layout shares the height out among the charts that have room.
func (l *stack) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if l.pane == nil {
		return
	}
	p := l.pane
	kinds := p.shown()
	p.follow(len(kinds))
	rest := size.Height
	for _, kind := range kinds {
		rest -= headHeight + p.noteHeight(kind)
	}
	each, y := max(rest/float32(len(kinds)), 1), float32(0)
	for i, kind := range kinds {
		s := p.slots[i]
		right := size.Width
		for _, b := range []*kit.Button{s.less, s.add} {
			if b.Visible() {
				right -= headHeight
				kit.Place(b, right, y, headHeight, headHeight)
			}
		}
		kit.Place(s.what, 0, y, right, headHeight)
		y += headHeight
		kit.Place(s.chart, 0, y, size.Width, each)
		y += each
		if note := p.noteHeight(kind); note > 0 {
			kit.Place(s.note, noteInset, y, size.Width-noteInset, note-noteGap)
			y += note
		}
	}
}

// MinSize is that of one chart.
func (l *stack) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, least)
}

// follow computes and draws more or fewer charts when there is room for others than before.
func (p *Pane) follow(n int) {
	seen := 0
	for _, s := range p.slots {
		if s.chart.Visible() {
			seen++
		}
	}
	if seen != n && p.state.Panel() == setup.PanelCharts && p.state.Doc.Racers != nil {
		p.compute(0)
		p.draw()
	}
}
