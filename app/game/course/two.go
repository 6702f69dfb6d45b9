package course

import (
	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/internal/geom"
	"descentlab/surfaces"
)

// How far a key moves an aim, as parts of a probe's radius: at once, and while it is held.
const (
	fine   = 1.0 / 25
	coarse = 1.0 / 6
)

// Turn is the player who is next; alone it is always the first.
func (c Course) Turn() int {
	if !c.Level.Shared() {
		return 0
	}
	return c.State.Turn(c.First)
}

// Player is what a player is called.
func Player(who int) string { return words.T("player %d", who+1) }

// Players changes between one player and two, and begins anew.
func (c *Course) Players() error {
	l, err := game.Lookup(c.Level.Solo())
	if err == nil && !c.Level.Shared() {
		l, err = game.ForTwo(l)
	}
	if err != nil {
		return err
	}
	return c.Enter(l)
}

// Aim moves the aim of a player by so many steps, which are longer while a key is held.
func (c *Course) Aim(who, dx, dy int, held bool) {
	w, probing := c.Level.Way.(game.Probing)
	if !probing || c.Outcome().Over {
		return
	}
	step, view, at := w.Radius*fine, c.Level.Ground.View, c.aimed(who)
	if held {
		step = w.Radius * coarse
	}
	c.Aims[who] = &surfaces.Point{
		X: geom.Clamp(at.X+float64(dx)*step, view.X0, view.X1), Y: geom.Clamp(at.Y+float64(dy)*step, view.Y0, view.Y1),
	}
}

// aimed is where a player aims at: at first where he has probed last, or a third into the map from his side of the keyboard.
func (c Course) aimed(who int) surfaces.Point {
	if c.Aims[who] != nil {
		return *c.Aims[who]
	}
	for i := len(c.State.Spots) - 1; i >= 0; i-- {
		if c.State.Spots[i].By.Who == who {
			return c.State.Spots[i].At
		}
	}
	v := c.Level.Ground.View
	at := v.Centre()
	if c.Level.Shared() {
		at.X = v.X0 + float64(1+who)/3*(v.X1-v.X0)
	}
	return at
}

// shoot probes where a player aims at.
func (c *Course) shoot(who int) error {
	if err := c.over(); err != nil {
		return err
	}
	if c.Turn() != who {
		return words.Errorf("it is player %d's turn", c.Turn()+1)
	}
	return c.probe(c.aimed(who), who)
}

// Sight is where on the map a player aims at.
type Sight struct {
	Who  int
	At   surfaces.Point
	Next bool // it is his turn
}

// Sights are those that are seen: of one player who aims, or of both.
func (c Course) Sights() (list []Sight) {
	if _, probing := c.Level.Way.(game.Probing); !probing || c.Outcome().Over {
		return nil
	}
	for who, at := range c.Aims {
		if c.Level.Shared() || at != nil {
			list = append(list, Sight{who, c.aimed(who), c.Turn() == who})
		}
	}
	return list
}

// tally is how many rounds each of two players has won.
func (c Course) tally() string { return words.T("%d : %d", c.Wins[0], c.Wins[1]) }
