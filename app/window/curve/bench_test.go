package curve

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/window/desk/desktest"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
)

// BenchmarkStep is one Step from the key to the pixels of all pictures of the room, in the size of its window.
func BenchmarkStep(b *testing.B) { benchmarkStep(b, 0, 40, true) }

// BenchmarkStepUnseen is the same without the pixels.
func BenchmarkStepUnseen(b *testing.B) { benchmarkStep(b, 0, 40, false) }

// BenchmarkStepFar is one after thousands of steps, as when Step is held for ten seconds.
func BenchmarkStepFar(b *testing.B) { benchmarkStep(b, 7000, 7300, true) }

// benchmarkStep makes steps between two.
func benchmarkStep(b *testing.B, from, to int, painted bool) {
	d := desktest.On(b, "sphere", 1, "sgd lr=0.1")
	room, err := Kind().New(d, container.NewStack(), nil)
	if err != nil {
		b.Fatal(err)
	}
	d.Window().SetContent(kit.WithHints(room.Object()))
	d.Window().Resize(fyne.NewSize(1376, 857))
	r := room.(*Room)
	r.Enter()
	if from > 0 {
		r.Rune('3')
	}
	pictures := []*graphic.Drawing{r.stage.tiles[0].picture, r.stage.loss, r.stage.webbed, r.right.rule, r.right.table,
		r.right.insight}
	for b.Loop() {
		if s := r.lab.State().Step; s < from || s > to {
			r.lab.Seek(from)
		}
		r.Key(fyne.KeyRight)
		r.hold.rest()
		for _, p := range pictures {
			if !painted {
				break
			}
			p.Paint(int(p.Size().Width), int(p.Size().Height))
		}
	}
}
