package game

import (
	"slices"
	"sync"
	"time"

	"descentlab/app/game/ground"
	"descentlab/internal/say"
	"descentlab/surfaces"
)

// dayFormat is how a day is written: as the key of its level.
const dayFormat = "2006-01-02"

// DailyTitle is what the level of a day is called.
var DailyTitle = say.Later("Daily landscape")

// ParseDay reads a day.
func ParseDay(text string) (time.Time, error) {
	d, err := time.Parse(dayFormat, text)
	if err != nil {
		return d, say.Errorf("a day is written as 2026-01-31; got %q", text)
	}
	return d, nil
}

// DayKey is the key of a day's level.
func DayKey(day time.Time) string { return day.Format(dayFormat) }

// days are the levels that have been made.
var days sync.Map

// Daily is the level of a day: another landscape under fog every day, the same for everybody. What is asked for three stars is
// what careful walkers need there: of five, who begin in the middle and around it, two are sooner and two are later.
func Daily(day time.Time) *Level {
	key := DayKey(day)
	if l, ok := days.Load(key); ok {
		return l.(*Level)
	}
	y, m, d := day.Date()
	seed := uint64(y*10000 + int(m)*100 + d)
	land := surfaces.Random(seed, 0.3, 12)
	g := ground.New(ground.Ground{Formula: land.Formula, View: surfaces.Rect{X0: -3.3, X1: 3.3, Y0: -2.42, Y1: 2.42}})
	l := &Level{
		Key: key, Title: DailyTitle,
		Goal: say.Later("The day's landscape, the same for everybody: find its lowest valley."),
		Rate: 0.05, Ground: g, Fog: true, Tells: true, Slopes: true,
		Par: Par{Fewest: 1, Fogged: true},
		Way: Probing{Radius: 0.56, Goal: g.Lowest().Value + 0.05, Faint: 0.1},
	}
	l.Three = usual(l)
	l.Two, l.One, l.Limit = l.Three+l.Three/2+1, 2*l.Three+4, 3*l.Three+6
	kept, _ := days.LoadOrStore(key, l)
	return kept.(*Level)
}

// usual is the median of what careful walkers need from five places. There are none who do not get there: see the test.
func usual(l *Level) int {
	v, need := l.Ground.View, []int{}
	for _, at := range [][2]float64{{0.5, 0.5}, {0.25, 0.25}, {0.75, 0.25}, {0.25, 0.75}, {0.75, 0.75}} {
		need = append(need, Careful(l, surfaces.Point{X: v.X0 + at[0]*(v.X1-v.X0), Y: v.Y0 + at[1]*(v.Y1-v.Y0)}))
	}
	slices.Sort(need)
	return need[len(need)/2]
}
