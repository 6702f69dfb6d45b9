package learn

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"descentlab/app/gallery"
	"descentlab/app/lesson/library"
	"descentlab/app/window/desk"
	"descentlab/app/window/learn/experiments"
	"descentlab/app/window/learn/lessons"
	"descentlab/app/window/learn/myth"
	"descentlab/app/words"
	"descentlab/widgets"
	"descentlab/widgets/kit"
)

var (
	_ desk.Room   = (*Room)(nil)
	_ desk.Opener = (*Room)(nil)
)

// A Room shows one of its parts.
type Room struct {
	desk   desk.Frame
	halves [3]*half
	seen   int
	view   *widgets.Segmented
	head   *fyne.Container // of the half that is seen, in the bar
	body   *fyne.Container
	box    *fyne.Container
}

func newRoom(f desk.Frame, said fyne.CanvasObject, k kept) (*Room, error) {
	r := &Room{desk: f, head: container.NewStack(), body: container.NewStack()}
	r.halves[0] = &half{Frame: f, key: seenLessons, kept: k.Lessons, make: func(f desk.Frame, state []byte) (desk.Room, error) {
		return lessons.New(f, state, func() { r.choose(1) })
	}}
	r.halves[1] = &half{Frame: f, key: seenExperiments, kept: k.Experiments,
		make: func(f desk.Frame, state []byte) (desk.Room, error) { return experiments.New(f, state) }}
	r.halves[2] = &half{Frame: f, key: seenCensus, kept: k.Census, make: func(f desk.Frame, state []byte) (desk.Room, error) {
		return myth.New(f, state, r.back)
	}}
	for _, h := range r.halves {
		h.ring = r.ring
	}
	r.view = widgets.NewSegmented(words.T("Lessons"), words.T("Experiments"), words.T("Census"))
	r.view.OnChanged = r.choose
	r.box = container.NewStack(r.body, said)
	r.seen = max(slices.IndexFunc(r.halves[:], func(h *half) bool { return h.key == k.Seen }), 0)
	if err := r.now().build(); err != nil {
		return nil, err
	}
	r.put()
	f.Mark("learn-view", func() fyne.CanvasObject { return r.view })
	return r, nil
}

// now is the half that is seen.
func (r *Room) now() *half { return r.halves[r.seen] }

// put puts the half that is seen into the window.
func (r *Room) put() {
	h := r.now()
	r.view.SetSelected(r.seen)
	r.head.Objects, r.body.Objects = []fyne.CanvasObject{h.line}, []fyne.CanvasObject{h.room.Object()}
	r.head.Layout.Layout(r.head.Objects, r.head.Size())
	r.body.Layout.Layout(r.body.Objects, r.body.Size())
	r.head.Refresh()
}

// choose shows the other half.
func (r *Room) choose(i int) {
	if i == r.seen {
		return
	}
	if err := r.halves[i].build(); err != nil {
		r.view.SetSelected(r.seen)
		r.desk.Say(err)
		return
	}
	r.Leave()
	r.seen = i
	r.put()
	r.Enter()
	r.desk.Changed()
}

// ring lays rings round a control. A card of the census is shown first: a lesson has pointed at it.
func (r *Room) ring(name string) {
	if name == myth.Census || name == myth.Trainings {
		if c := fyne.CurrentApp().Driver().CanvasForObject(r.box); c != nil {
			c.Unfocus() // a link that is not seen any more
		}
		r.choose(2)
		if m, is := r.now().room.(*myth.Room); is {
			m.Reveal(name)
		}
	}
	r.desk.Ring(name)
}

// back leads from the census to the lesson that it belongs to, where that was left.
func (r *Room) back() {
	r.read(myth.Lesson)
}

// Object is what is seen of it.
func (r *Room) Object() fyne.CanvasObject { return r.box }

// roomy is how wide a window is in which the bar has room for all that it can have, in units.
const roomy = 960

// Header is what it has in the bar.
func (r *Room) Header() desk.Header {
	return desk.Header{Left: []fyne.CanvasObject{r.head}, Stretch: r.head, View: r.view, Roomy: roomy}
}

// Enter is that of the half that is seen.
func (r *Room) Enter() {
	h := r.now()
	if h.stale {
		h.stale = false
		kit.Repaint(h.room.Object())
		kit.Repaint(h.line)
		h.room.Restyle()
	}
	h.show(true)
	h.room.Enter()
}

// Leave is, too.
func (r *Room) Leave() {
	r.now().show(false)
	r.now().room.Leave()
}

// Restyle draws what is seen anew, and the other half when it is.
func (r *Room) Restyle() {
	for i, h := range r.halves {
		h.stale = i != r.seen && h.room != nil
	}
	r.now().room.Restyle()
}

// Undo is that of what is seen.
func (r *Room) Undo() { r.now().room.Undo() }

// Redo is, too.
func (r *Room) Redo() { r.now().room.Redo() }

// CanUndo tells whether there is something to take back.
func (r *Room) CanUndo() bool { return r.now().room.CanUndo() }

// CanRedo tells whether something has been taken back last.
func (r *Room) CanRedo() bool { return r.now().room.CanRedo() }

// Key is for what is seen.
func (r *Room) Key(name fyne.KeyName) bool { return r.now().room.Key(name) }

// Rune is for what is seen.
func (r *Room) Rune(char rune) bool { return r.now().room.Rune(char) }

// Copy is for what is seen.
func (r *Room) Copy() { r.now().room.Copy() }

// Commands are those of what is seen, and of which that is.
func (r *Room) Commands() []desk.Command {
	list := slices.Clone(r.now().room.Commands())
	for i, name := range []string{words.T("Lessons"), words.T("Experiments"), words.T("Census")} {
		list = append(list, desk.Command{Name: words.T("Learn: %s", name), Group: words.T("Go to"), On: i == r.seen,
			Do: func() { r.choose(i) }})
	}
	return list
}

// read opens a lesson of the program.
func (r *Room) read(key string) {
	r.choose(0)
	if l, is := r.now().room.(*lessons.Room); is {
		l.Read(key)
	}
}

// finds are the lessons and the experiments, wherever one is.
func finds(f desk.Frame, room func() *Room) []desk.Command {
	var list []desk.Command
	for _, entry := range library.All() {
		list = append(list, desk.Command{Name: words.T("Lesson: %s", words.T(entry.Title)), Group: words.T("Learn"),
			Hint: words.T(entry.About), Do: func() {
				f.Go(key)
				if r := room(); r != nil {
					r.read(entry.Key)
				}
			}})
	}
	for _, e := range gallery.All() {
		list = append(list, desk.Command{Name: words.T("Experiment: %s", words.T(e.Title)), Group: words.T("Learn"),
			Hint: words.T(e.Notice), Do: func() { experiments.Open(f, e) }})
	}
	return list
}

// Presents is what the half that is seen has to present.
func (r *Room) Presents() (p desk.Presented, ok bool) {
	if of, is := r.now().room.(desk.Presenter); is {
		return of.Presents()
	}
	return desk.Presented{}, false
}

// Help is that of what is seen.
func (r *Room) Help() desk.Help { return r.now().room.Help() }

// Open reads the lesson of a file.
func (r *Room) Open(path string) {
	r.choose(0)
	if l, is := r.halves[0].room.(*lessons.Room); is {
		r.desk.Say(l.OpenFile(path))
	}
}
