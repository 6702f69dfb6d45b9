package course

import (
	"strconv"

	"descentlab/app/game"
	"descentlab/app/game/written"
	"descentlab/app/words"
)

// A Tile is how a level is shown in the row of levels.
type Tile struct {
	Level   *game.Level
	Title   string
	Stars   int
	Present bool
	Locked  bool
	Says    string // what unlocks it
}

// Tiles are those of the ladder and of today's level.
func (c Course) Tiles() []Tile { return append(c.Ladder(), c.tile(game.Daily(c.Day))) }

// Ladder are the tiles of the ladder.
func (c Course) Ladder() (list []Tile) {
	for _, l := range game.Levels() {
		list = append(list, c.tile(l))
	}
	return list
}

func (c Course) tile(l *game.Level) Tile {
	t := Tile{
		Level: l, Title: l.Title.String(), Stars: c.Best[l.Key].Stars, Present: l.Key == c.Level.Solo(), Locked: !c.Best.Open(l),
	}
	if t.Locked {
		t.Says = unlocks(l)
	}
	return t
}

// unlocks says what opens a level that is locked.
func unlocks(l *game.Level) string {
	return words.T("one star in %q unlocks it", game.Levels()[l.Number-2].Title.String())
}

// A Button is one of the room's, with the key that does the same.
type Button struct {
	Do      string // the key's name, to be given to Course.Key
	Label   string
	Hint    string // the key as it is shown
	Primary bool
	Enabled bool
}

// Buttons are those below the picture, in their order.
func (c Course) Buttons() (list []Button) {
	live := c.over() == nil
	switch w := c.Level.Way.(type) {
	case game.Walk:
		if w.Deed == game.Push {
			return []Button{
				{Do: "Left", Label: words.T("Left"), Hint: "←", Enabled: live},
				{Do: "Right", Label: words.T("Right"), Hint: "→", Enabled: live},
			}
		}
		return []Button{{Do: "Space", Label: words.T("Step"), Hint: words.T("space"), Enabled: live}}
	case game.Probing:
		if w.Two {
			return []Button{
				{Do: "Space", Label: words.T("Player 1"), Hint: words.T("space"), Enabled: live && c.Turn() == 0},
				{Do: "Return", Label: words.T("Player 2"), Hint: words.T("Enter"), Enabled: live && c.Turn() == 1},
			}
		}
		return []Button{{Do: "BackSpace", Label: words.T("Take back"), Hint: "⌫", Enabled: live && len(c.State.Standing()) > 0}}
	}
	return []Button{{Do: "Space", Label: words.T("Run"), Hint: words.T("space"), Enabled: true}}
}

// Above are the buttons over the picture: what may be looked at when the level is over.
func (c Course) Above() (list []Button) {
	over := c.Outcome().Over
	if _, probing := c.Level.Way.(game.Probing); probing && (over || len(c.State.Actions) == 0) {
		players := Button{Do: "2", Label: words.T("Two players"), Hint: "2", Enabled: true}
		if c.Level.Shared() {
			players.Label = words.T("One player")
		}
		defer func() { list = append(list, players) }()
	}
	if !over || !c.Level.Fog {
		return nil
	}
	lift := words.T("Lift the fog")
	if c.Lifted {
		lift = words.T("Let the fog down")
	}
	list = append(list, Button{Do: "F", Label: lift, Hint: "F", Enabled: true})
	if _, ok := c.Level.Way.(game.Probing); ok && len(c.State.Spots) > 0 {
		list = append(list, Button{Do: "W", Label: words.T("Watch GD and Adam"), Hint: "W", Enabled: true})
	}
	return list
}

// Foot are the buttons at the foot of the right panel when a level is over. The only primary one leads on, as soon as it can.
func (c Course) Foot() []Button {
	next := c.following()
	hint := words.T("Enter")
	if !c.Best.Open(next) {
		hint = unlocks(next)
	}
	again := Button{Do: "R", Label: words.T("Play again"), Hint: "R", Enabled: true}
	return []Button{again, {
		Do: "Onward", Label: words.T("Next: %s", next.Title.String()), Hint: hint, Primary: true,
		Enabled: c.Best.Open(next),
	}}
}

// Sizes are the sizes to choose from, as they are written.
func (c Course) Sizes() (list []string) {
	if w, ok := c.Level.Way.(game.Walk); ok {
		for _, s := range w.Sizes {
			list = append(list, words.Digits(s, 4))
		}
	}
	return list
}

// Knobs are those that can be set before a try.
func (c Course) Knobs() []game.Knob {
	w, _ := launch(c.Level)
	return w.Knobs
}

// Methods are those that can be tried, if there is a choice.
func (c Course) Methods() []string {
	if w, _ := launch(c.Level); len(w.Methods) > 1 {
		return w.Methods
	}
	return nil
}

// A Figure is a number with what it is, which is said in a word where there is little room.
type Figure struct{ Name, Brief, Value string }

// Figures are those of the panel of numbers: what was used, par, and the best so far.
func (c Course) Figures() []Figure {
	if c.Level.Shared() {
		return []Figure{
			{words.T("player 1"), words.T("player 1"), strconv.Itoa(c.State.UsedBy(0))},
			{words.T("player 2"), words.T("player 2"), strconv.Itoa(c.State.UsedBy(1))},
			{words.T("rounds won"), words.T("won"), c.tally()},
		}
	}
	o := c.Outcome()
	used := Figure{c.counted(), words.T("count"), strconv.Itoa(c.State.Used)}
	if _, tries := launch(c.Level); tries {
		used.Value = "–"
		if o.Reached || c.won() && len(c.State.Trials) > 0 {
			used.Value = c.figure(o.Count)
		}
	}
	best := "–"
	if p, ok := c.Best[c.Level.Key]; ok {
		best = c.figure(p.Count)
	}
	return []Figure{used, {words.T("par"), words.T("par"), c.figure(c.Level.Three)}, {words.T("best so far"), words.T("best"), best}}
}

// won tells whether what is counted is told as what was won, of which more is better.
func (c Course) won() bool {
	_, contest := c.Level.Way.(game.Contest)
	return contest
}

// figure is a count as it is told: where starts are won, those that are.
func (c Course) figure(count int) string {
	if w, ok := c.Level.Way.(game.Contest); ok {
		count = len(w.Starts) - count
	}
	return strconv.Itoa(count)
}

// counted is what stars are given for.
func (c Course) counted() string {
	switch w := c.Level.Way.(type) {
	case game.Walk:
		return words.T("steps used")
	case game.Probing:
		return words.T("probes used")
	case game.Contest:
		return words.T("starts won")
	case game.Brink:
		return words.T("steps + tenths")
	case game.Launch:
		if w.Price > 0 {
			return words.T("steps + push")
		}
	}
	return words.T("fewest steps")
}

// Limits are up to which count there are three, two and one stars; nothing where two play against each other.
func (c Course) Limits() (list [3]string) {
	for i, bound := range c.Bounds() {
		switch {
		case bound == "":
		case c.won():
			list[i] = words.T("from %s", bound)
		default:
			list[i] = words.T("up to %s", bound)
		}
	}
	return list
}

// Bounds are the same as numbers alone.
func (c Course) Bounds() (list [3]string) {
	l := c.Level
	if l.Shared() {
		return list
	}
	for i, count := range []int{l.Three, l.Two, l.One} {
		list[i] = c.figure(count)
	}
	return list
}

// ParSays is what is known of par, and how.
func (c Course) ParSays() string {
	l := c.Level
	switch _, tries := launch(l); {
	case l.Shared():
		return words.T("What the one uncovers the other sees. Who has lost begins the next round.")
	case l.Number == 0:
		return words.T("Par %d. Of five who always probe the lowest ground in sight, two need fewer and two need more.", l.Three)
	case l.Par.Fogged && len(l.Way.Moves(l, l.Begin())) > 0:
		return words.T("Par %d. Whoever compares heights with care needs no more; nobody needs fewer than %d, all ways were tried.",
			l.Three, l.Par.Fewest)
	case l.Par.Fogged:
		return words.T("Par %d. Whoever always probes the lowest ground in sight needs no more, wherever he begins.", l.Three)
	case c.won():
		return words.T("Par %s. No setting wins more than %s starts: all %d were tried.", c.figure(l.Three), c.figure(l.Par.Fewest),
			len(l.Way.Moves(l, l.Begin())))
	case tries:
		return words.T("Par %d. No setting comes below %d: all %d were tried.", l.Three, l.Par.Fewest,
			len(l.Way.Moves(l, l.Begin())))
	}
	return words.T("Par %d. Nobody can do it in fewer than %d: all ways were tried.", l.Three, l.Par.Fewest)
}

// A Result is what is said over the picture when a level is over.
type Result struct {
	Title, Text  string
	Stars, Score int
	Tally        string // of two players, instead of stars
}

// Result is that of the level, if it is over.
func (c Course) Result() (r Result, over bool) {
	o := c.Outcome()
	r = Result{Stars: o.Stars, Score: o.Score}
	if c.Level.Shared() {
		r.Tally = c.tally()
	}
	if !o.Over {
		return r, false
	}
	if !o.Reached {
		r.Title, r.Text = words.T("Not found with %d", c.Level.Limit), words.T("lift the fog and see why")
		return r, true
	}
	here, _ := c.State.Here()
	switch w := c.Level.Way.(type) {
	case game.Walk:
		r.Title, r.Text = words.T("Valley found"), words.T("within %s of the lowest point", words.Digits(w.Near, 3))
	case game.Probing:
		if w.Two {
			r.Title = words.T("Player %d has won", here.By.Who+1)
			r.Text = words.T("height %s with %s", words.Short(here.Height), words.N(c.State.UsedBy(here.By.Who), "%d probe", "%d probes",
				c.State.UsedBy(here.By.Who)))
			break
		}
		r.Title, r.Text = words.T("Minimum found"), words.T("height %s at (%s, %s)", words.Short(here.Height),
			words.Digits(here.At.X, 3), words.Digits(here.At.Y, 3))
	case game.Brink:
		r.Title, r.Text = words.T("Both rates found"), words.T("it explodes above %s", words.Short(w.Critical(c.Level)))
	case game.Contest:
		r.Title, r.Text = words.T("Adam beaten"), words.T("from %d of %d starts", len(w.Starts)-o.Count, len(w.Starts))
	default:
		r.Title, r.Text = words.T("There, after %d", o.Count), words.T("another setting needs fewer")
		if o.Count <= c.Level.Par.Fewest {
			r.Text = words.T("no setting needs fewer")
		}
	}
	return r, true
}

// ScoreSays tells the score of a level that is over, of 1000, and the best one; nothing where two play against each other.
func (c Course) ScoreSays() string {
	o := c.Outcome()
	if !o.Reached || c.Level.Shared() {
		return ""
	}
	if best := c.Best[c.Level.Key].Score; best > o.Score {
		return words.T("score %d of 1000, best so far %d", o.Score, best)
	}
	return words.T("score %d of 1000", o.Score)
}

// Page is what was just played, written down, if the level is over.
func (c Course) Page() (written.Page, bool) {
	if !c.Outcome().Over {
		return written.Page{}, false
	}
	return written.Of(c.Level, c.State), true
}
