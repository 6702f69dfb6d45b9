// Package shelf is the list of experiments that go with a lesson, below the list of lessons: each with a small picture, its title
// and what to notice.
package shelf

import (
	"context"
	"image"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/gallery"
	"descentlab/app/gallery/thumb"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/widgets/kit"
	"descentlab/widgets/layout"
)

// A Shelf shows experiments of the gallery.
type Shelf struct {
	// OnPressed tells which one is wanted.
	OnPressed func(key string)

	desk   desk.Frame
	list   []gallery.Exhibit
	items  []*item
	column *fyne.Container
	box    *fyne.Container
	work   *job.Job[[]drawn]
	made   map[string]*image.RGBA // by key, in the present look
	look   thumb.Look
}

// A drawn is the picture of an experiment.
type drawn struct {
	key     string
	picture *image.RGBA
}

// New is an empty shelf. All shows the whole gallery.
func New(d desk.Frame, all func()) *Shelf {
	s := &Shelf{desk: d, made: map[string]*image.RGBA{}}
	s.work = job.New[[]drawn](d.Post, s.take)
	d.Keep(desk.Quiet(s.work))
	s.column = container.New(column{})
	note := kit.NewLabel(words.T("for this lesson"))
	note.Muted, note.Small = true, true
	head := container.NewBorder(nil, nil, kit.NewHeading(words.T("Experiments")), note)
	more := kit.NewButton(words.T("All %d experiments", len(gallery.All())), "", words.T("The gallery"), all)
	body := container.NewBorder(container.New(inset{}, head), container.New(inset{}, more), nil, nil, container.NewVScroll(s.column))
	s.box = container.NewStack(kit.NewPanel(body, nil))
	return s
}

// Object is what is seen of it.
func (s *Shelf) Object() fyne.CanvasObject { return s.box }

// Set shows the experiments of some keys; what the gallery does not know is left out.
func (s *Shelf) Set(keys []string) {
	s.list, s.items, s.column.Objects = nil, nil, nil
	for _, key := range keys {
		e, err := gallery.Find(key)
		if err != nil {
			continue // a lesson may have experiments of its own
		}
		it := newItem(e, func() {
			if s.OnPressed != nil {
				s.OnPressed(e.Key)
			}
		})
		s.list, s.items, s.column.Objects = append(s.list, e), append(s.items, it), append(s.column.Objects, it)
	}
	layout.SetShown(s.box, len(s.list) > 0)
	s.column.Refresh()
	s.Draw()
}

// Draw has the pictures drawn that are not there in the colours of the theme: in the background.
func (s *Shelf) Draw() {
	style := s.desk.Style()
	look := thumb.Look{Palette: style.Palette, Scale: style.Scale}
	if look != s.look {
		s.look, s.made = look, map[string]*image.RGBA{}
	}
	var missing []gallery.Exhibit
	key := ""
	for i, e := range s.list {
		s.items[i].setPicture(s.made[e.Key])
		if s.made[e.Key] == nil {
			missing = append(missing, e)
			key += e.Key + " "
		}
	}
	if len(missing) == 0 || strings.TrimSpace(key) == "" {
		return
	}
	s.work.Stop()
	s.work.Ask(key, func(ctx context.Context, r *job.Report[[]drawn]) error {
		var mu sync.Mutex
		var all []drawn
		thumb.Each(ctx, missing, look, thumb.Cached(), func(i int, picture *image.RGBA) {
			if picture == nil {
				return
			}
			mu.Lock()
			all = append(all, drawn{missing[i].Key, picture})
			batch := append([]drawn(nil), all...)
			mu.Unlock()
			r.Publish(batch)
		})
		return ctx.Err()
	})
}

// take shows pictures that have been drawn.
func (s *Shelf) take() {
	list, _ := s.work.Result()
	for _, d := range list {
		if s.made[d.key] != nil {
			continue
		}
		s.made[d.key] = d.picture
		for i, e := range s.list {
			if e.Key == d.key {
				s.items[i].setPicture(d.picture)
			}
		}
	}
}

// column stacks the experiments.
type column struct{}

// Layout places them.
func (column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		kit.Place(o, 4, float32(i)*itemPitch+2, max(size.Width-8, 1), itemHigh)
	}
}

// MinSize is as high as all of them are.
func (column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, float32(len(objects))*itemPitch)
}

// inset gives a line some room.
type inset struct{}

// Layout places it.
func (inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kit.Place(objects[0], 6, 3, max(size.Width-12, 1), max(size.Height-8, 1))
}

// MinSize is that of the line.
func (inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(12, 10)
}
