package heading

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"slices"
	"time"

	"descentlab/app/figure"
	"descentlab/app/job"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/picker"
	"descentlab/widgets/plot"
	"descentlab/widgets/plot/raster"
)

// previews paints the little pictures of the surface chooser in the background, one after the other: there are many, and
// they take their time. Another theme begins anew.
type previews struct {
	chooser *picker.Picker
	work    *job.Job[[]preview]
	wanted  bool // the chooser has been opened
}

// A preview is the picture of a surface.
type preview struct {
	surface string
	picture image.Image
}

func newPreviews(post func(func()), chooser *picker.Picker) *previews {
	p := &previews{chooser: chooser}
	p.work = job.New[[]preview](post, func() {
		list, _ := p.work.Result()
		for _, made := range list {
			chooser.SetPicture(made.surface, made.picture)
		}
	})
	return p
}

// The list is shown first, and what takes the processor waits for that; then it is painted anew for several pictures at a time:
// each time is one of the whole window.
const (
	previewPause = 250 * time.Millisecond
	previewPace  = 100 * time.Millisecond
)

// paint paints them in a style's colours, unless that is done or under way: first those that are seen, from the chosen one
// on.
func (p *previews) paint(st plot.Style) {
	list := surfaces.All()
	chosen := max(slices.IndexFunc(list, func(s surfaces.Surface) bool { return s.Name == p.chooser.Selected() }), 0)
	list = slices.Concat(list[chosen:], list[:chosen])
	p.work.Ask(st.Palette.Key(), func(ctx context.Context, r *job.Report[[]preview]) error {
		select {
		case <-time.After(previewPause):
		case <-ctx.Done():
		}
		var batch []preview
		last := time.Now()
		for i, s := range list {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			batch = append(batch, preview{s.Name, previewOf(s, st)})
			if time.Since(last) >= previewPace || i == len(list)-1 {
				r.Publish(batch)
				batch, last = nil, time.Now()
			}
		}
		return nil
	})
}

// surfaceItems are the surfaces as choices, with grey pictures for the time being.
func surfaceItems() []picker.Item {
	empty := image.NewNRGBA(image.Rect(0, 0, 4, 3))
	draw.Draw(empty, empty.Rect, image.NewUniform(color.NRGBA{128, 128, 128, 64}), image.Point{}, draw.Src)
	var items []picker.Item
	for _, s := range surfaces.All() {
		items = append(items, picker.Item{
			Key: s.Name, Title: words.T(s.Title), Note: words.Prose(words.T(s.Note)), Group: words.T(string(s.Group)), Picture: empty,
		})
	}
	return items
}

// previewOf is a surface as a picture of 64 by 48 units at twice their pixels, without marks.
func previewOf(s surfaces.Surface, st plot.Style) image.Image {
	probe, err := s.Probe(nil)
	if err != nil {
		return nil
	}
	const w, h = 128, 96
	view := figure.Visible(s.View, w, h)
	st.Scale = 1
	field := figure.Ground{Probe: probe, View: view, W: w, H: h, Spacing: plot.LogSpacing}.Field(figure.Isolines / 2)
	return raster.Scene(plot.Scene{View: view, Field: field}, st, w, h)
}
