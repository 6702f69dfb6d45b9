package descent

import (
	"context"
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/game"
	"descentlab/app/game/picture"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/widgets/graphic"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// tiles are the levels in a row. Their pictures are made in the background, and the day's landscape after them.
type tiles struct {
	room    *Room
	picture *graphic.Drawing
	hover   int
	job     *job.Job[[]*image.RGBA]
	scale   float64 // at which it was drawn last
}

func newTiles(r *Room) *tiles {
	t := &tiles{room: r, hover: -1, scale: 1}
	t.job = job.New[[]*image.RGBA](r.desk.Post, func() { t.picture.Redraw() })
	r.desk.Keep(desk.Quiet(t.job))
	t.picture = graphic.NewPlainDrawing(fyne.NewSize(300, picture.RowLow), t.draw)
	t.picture.OnPress = func(at fyne.Position) { t.press(t.at(at)) }
	t.picture.OnHover = func(at fyne.Position, inside bool) {
		over := -1
		if inside {
			over = t.at(at)
		}
		if over != t.hover {
			t.hover = over
			t.picture.Redraw()
		}
	}
	t.picture.Shape = func(fyne.Position) desktop.Cursor {
		if t.hover >= 0 {
			return desktop.PointerCursor
		}
		return desktop.DefaultCursor
	}
	return t
}

// row is their picture.
func (t *tiles) row() picture.Row {
	row := picture.Row{Hover: t.hover}
	row.Small, _ = t.job.Result()
	for _, l := range t.room.course.Ladder() {
		row.Tabs = append(row.Tabs, picture.Tab{Level: l.Level, Stars: l.Stars, Present: l.Present, Locked: l.Locked})
	}
	return row
}

func (t *tiles) at(at fyne.Position) int {
	return t.row().At(float64(at.X), float64(t.picture.Size().Width), 1)
}

// press begins a level; of a locked one it says what unlocks it.
func (t *tiles) press(i int) {
	if list := game.Levels(); i >= 0 && i < len(list) {
		t.room.enter(list[i])
	}
}

// update shows the levels as they are, and has their pictures made if they are to look otherwise.
func (t *tiles) update() {
	t.ask()
	t.picture.Redraw()
}

// draw draws the row.
func (t *tiles) draw(on plot.Canvas, scale float64) {
	if scale != t.scale {
		t.scale = scale
		t.room.desk.Post(t.ask)
	}
	t.row().Draw(on, t.room.style(scale))
}

// ask has the pictures made in the colours of the theme, with those veiled that are locked.
func (t *tiles) ask() {
	st, day := t.room.style(t.scale), t.room.course.Day
	var locked []bool
	for _, l := range t.room.course.Ladder() {
		locked = append(locked, l.Locked)
	}
	w, h := int(picture.TileWidth*t.scale+0.5), int(picture.TileHeight*t.scale+0.5)
	key := fmt.Sprint(st.Palette.Key(), w, h, locked, day.YearDay())
	t.job.Ask(key, func(ctx context.Context, r *job.Report[[]*image.RGBA]) error {
		var list []*image.RGBA
		for i, l := range game.Levels() {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			img := image.NewRGBA(image.Rect(0, 0, w, h))
			picture.Tile(raster.New(img), st, l, locked[i])
			list = append(list, img)
		}
		r.Publish(list)
		game.Daily(day) // is then there when it is asked for
		return nil
	})
}
