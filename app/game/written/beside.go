package written

import (
	"strconv"

	"descentlab/app/game"
	"descentlab/app/words"
	"descentlab/optim/race"
)

// beside is the table of two runs, step by step, as far as the player's needs.
func beside(l *game.Level, you string, run *race.Run, rival string, other *race.Run, until int) Table {
	list := Table{You: you, Rival: rival, Columns: []Column{{Title: words.T("step")}}}
	for _, theirs := range []bool{false, true} {
		list.Columns = append(list.Columns, Column{Title: place(l), Rival: theirs}, Column{Title: words.T("height"), Rival: theirs})
	}
	until = min(until, run.Steps)
	for t := range until + 1 {
		cells := append([]string{strconv.Itoa(t)}, standing(l, run, t)...)
		list.Rows = append(list.Rows, Row{
			Cells: append(cells, standing(l, other, t)...), Tint: make([]Tint, len(list.Columns)), Spot: t, Last: t == until,
		})
	}
	return list
}

// place heads the column of places.
func place(l *game.Level) string {
	if l.Ground.Flat {
		return "w"
	}
	return words.T("place")
}

// standing is where a run is after t steps, and how high; nothing if it has ended.
func standing(l *game.Level, r *race.Run, t int) []string {
	if t > r.Steps {
		return []string{"", ""}
	}
	at := l.Ground.Place(r, t)
	if l.Ground.Flat {
		return []string{fixed(at.X, 2), fixed(r.Loss(t), 3)}
	}
	return []string{"(" + fixed(at.X, 2) + ", " + fixed(at.Y, 2) + ")", fixed(r.Loss(t), 3)}
}
