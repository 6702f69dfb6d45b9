package descent

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"descentlab/app/game"
	"descentlab/app/game/course"
	"descentlab/app/game/picture"
	"descentlab/app/job"
	"descentlab/app/window/desk"
	"descentlab/app/words"
	"descentlab/surfaces"
	"descentlab/widgets/graphic"
	"descentlab/widgets/kit"
	"descentlab/widgets/plot"
)

// ground is what of a scene is made once for a level and a size, in the background.
type ground struct {
	fog   *picture.Fog
	field *plot.Field // of a map
}

// scene is the picture of the level that is played, and the buttons over it.
type scene struct {
	room    *Room
	picture *graphic.Drawing
	above   [4]*kit.Button
	row     *fyne.Container // of them
	box     *fyne.Container
	job     *job.Job[ground]
	w, h    int // device pixels, as it was drawn last
	scale   float64
	rival   *game.Rival // plain descent's run in a level, once it is shown
	of      *game.Level
	pointed bool // what is aimed at is what the pointer is over
}

func newScene(r *Room) *scene {
	s := &scene{room: r}
	s.job = job.New[ground](r.desk.Post, func() { s.picture.Redraw() })
	r.desk.Keep(desk.Quiet(s.job))
	s.picture = graphic.NewDrawing(fyne.NewSize(240, 160), s.over)
	s.picture.Ground, s.picture.Same = s.under, s.same
	s.picture.OnPress, s.picture.OnHover = s.press, s.hover
	s.picture.OnMenu = func(at fyne.Position) { r.desk.Context(at, desk.Menu(r.menu())) }
	s.picture.Shape = func(fyne.Position) desktop.Cursor {
		if s.probes() {
			return desktop.CrosshairCursor
		}
		return desktop.DefaultCursor
	}
	s.row = container.New(corner{})
	for i := range s.above {
		s.above[i] = kit.NewButton("", "", "", nil)
		s.row.Add(s.above[i])
	}
	s.box = container.NewStack(s.picture, s.row)
	return s
}

// key tells apart what has to be made anew.
func (s *scene) key() string { return fmt.Sprint(s.room.course.Level.Key, s.w, s.h, s.scale) }

// made is the ground of the level at the size that is drawn, if it is there.
func (s *scene) made() (ground, bool) {
	g, ok := s.job.Result()
	return g, ok && s.job.Of() == s.key()
}

// ready tells whether it can be drawn: without fog nothing may be seen of what that hides.
func (s *scene) ready() bool {
	l := s.room.course.Level
	_, made := s.made()
	return made || l.Ground.Flat && !l.Fog
}

// ask has it made.
func (s *scene) ask() {
	l, w, h, scale := s.room.course.Level, s.w, s.h, s.scale
	if w <= 0 || h <= 0 {
		return
	}
	s.job.Ask(s.key(), func(ctx context.Context, r *job.Report[ground]) error {
		g := ground{}
		if l.Fog {
			g.fog = picture.NewFog(w, h, scale)
		}
		if !l.Ground.Flat {
			if g.field = picture.NewField(ctx, l, w, h); g.field == nil {
				return ctx.Err()
			}
		}
		r.Publish(g)
		return nil
	})
}

// same tells whether the ground that was drawn is still right.
func (s *scene) same(scale float64) any {
	return fmt.Sprint(s.key(), s.ready(), s.room.style(scale).Palette.Key())
}

// under draws what stays.
func (s *scene) under(on plot.Canvas, scale float64) {
	st := s.room.style(scale)
	switch {
	case !s.fit(on, scale):
		w, h := on.Size()
		on.Box(plot.Vec{}, w, h, 0, st.Palette.Control)
	case s.room.course.Level.Ground.Flat:
		s.curve().DrawGround(on, st)
	default:
		s.landscape().DrawGround(on, st)
	}
}

// fit takes in at which size it is drawn, and tells whether it can be; if not, that is begun.
func (s *scene) fit(on plot.Canvas, scale float64) bool {
	w, h := on.Size()
	s.w, s.h, s.scale = int(w), int(h), scale
	if _, made := s.made(); !made {
		s.room.desk.Post(s.ask)
	}
	return s.ready()
}

// over draws what moves.
func (s *scene) over(on plot.Canvas, scale float64) {
	if !s.fit(on, scale) {
		return
	}
	st, c := s.room.style(scale), s.room.shown()
	g, _ := s.made()
	if c.Level.Ground.Flat {
		s.curve().DrawOver(on, st, g.fog)
	} else {
		s.landscape().DrawOver(on, st, g.fog)
	}
	if result, over := c.Result(); over && !c.Watched { // who is watched runs below it
		picture.Card{Title: result.Title, Text: result.Text, Stars: result.Stars, Tally: result.Tally, Below: s.below()}.Draw(on, st)
	}
}

// below is by how much the card of the end gives way to the buttons over the picture, where these are wide.
func (s *scene) below() float64 {
	wide, foot := float32(0), float32(0)
	for _, b := range s.above {
		if b.Visible() {
			wide, foot = b.Position().X+b.Size().Width, b.Size().Height
		}
	}
	if (picture.Card{}).Meets(float64(wide), float64(s.picture.Size().Width)) {
		return float64(foot) + 8
	}
	return 0
}

// curve is the picture of a level with one coordinate.
func (s *scene) curve() picture.Curve {
	c := s.room.shown()
	p := picture.Curve{Level: c.Level, State: c.State, Lifted: c.Lifted, Opening: s.room.clock.open, Lit: c.Lit, Shown: c.Shown}
	p.Below = s.below()
	if c.Outcome().Over {
		if s.of != c.Level {
			rival := c.Level.Descent()
			s.rival, s.of = &rival, c.Level
		}
		p.Rival = s.rival
	}
	return p
}

// landscape is the picture of a level with two.
func (s *scene) landscape() picture.Map {
	c, k := s.room.shown(), s.room.clock
	g, _ := s.made()
	m := picture.Map{
		Level: c.Level, State: c.State, Field: g.field, Lifted: c.Lifted, Opening: k.open, Lit: c.Lit, Shown: c.Shown, Head: k.head,
	}
	if k.replayed == nil {
		m.Push, m.Sights = c.Pushed(), s.sights(c)
	}
	if c.Watched {
		m.Rivals = k.rivals
	}
	return m
}

// probes tells whether a click does.
func (s *scene) probes() bool {
	_, probing := s.room.course.Level.Way.(game.Probing)
	return probing && !s.room.course.Outcome().Over
}

// place is where on the ground a place of the picture is.
func (s *scene) place(at fyne.Position) surfaces.Point {
	size := s.picture.Size()
	m := picture.Map{Level: s.room.course.Level}
	return m.Over(plot.Vec{X: float64(at.X), Y: float64(at.Y)}, float64(size.Width), float64(size.Height))
}

// press probes.
func (s *scene) press(at fyne.Position) {
	if s.probes() && s.ready() {
		s.room.do(func(c *course.Course) error {
			c.Aims[c.Turn()] = nil
			return c.Probe(s.place(at))
		})
	}
}

// hover shows what a click would uncover.
func (s *scene) hover(at fyne.Position, inside bool) {
	c := &s.room.course
	switch {
	case inside && s.probes():
		here := s.place(at)
		c.Aims[c.Turn()], s.pointed = &here, true
	case !s.pointed || c.Level.Shared():
		return
	default:
		c.Aims[0], s.pointed = nil, false
	}
	s.picture.Redraw()
}

// sights are where players aim at, with what they do to probe there.
func (s *scene) sights(c course.Course) (list []picture.Sight) {
	for _, at := range c.Sights() {
		sight := picture.Sight{At: at.At, Who: at.Who, Next: at.Next}
		switch {
		case c.Level.Shared():
			sight.Says = course.Player(at.Who)
			if at.Next {
				sight.Says = words.T("%s: %s", sight.Says, []string{words.T("space"), words.T("Enter")}[at.Who])
			}
		case s.pointed:
			sight.Says = words.T("click: probe here")
		default:
			sight.Says = words.T("space: probe here")
		}
		list = append(list, sight)
	}
	return list
}

// update shows the level, and over it what may be looked at.
func (s *scene) update() {
	list := s.room.above()
	for i, b := range s.above {
		if i >= len(list) {
			b.Hide()
			continue
		}
		b.SetText(list[i].text)
		b.SetIcon(list[i].icon, list[i].hint)
		b.OnTapped = list[i].do
		b.Show()
	}
	s.row.Layout.Layout(s.row.Objects, s.row.Size())
	s.picture.Redraw()
}
