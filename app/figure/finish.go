package figure

import (
	"image/color"
	"slices"
	"strings"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/widgets/plot"
)

// A finish is where a racer is at the end of the race.
type finish struct {
	name   string
	valley *lab.Place // in which it has settled, or to whose floor the ground leads it; nil if that is not known
	said   string     // in as few words as may be; "" if it is nowhere in particular
}

// finishes are those of the racers that are drawn, in their order.
func finishes(s lab.State) (list []finish) {
	names := s.TapeDoc.Names()
	for i, t := range s.Run().Standings(s.TapeDoc.Steps) {
		if s.TapeDoc.Racers[i].Hidden {
			continue
		}
		f, w := finish{name: names[i]}, t.Where
		switch {
		case slices.Contains([]lab.Situation{lab.Settled, lab.Heading, lab.Circling}, w.Kind) && w.Place != nil:
			f.valley, f.said = w.Place, words.T("in %s", w.Place.Name)
		case w.Kind == lab.AtPlace && w.Place != nil:
			f.said = words.T("on %s", w.Place.Name)
		case w.Kind == lab.LeftMap:
			f.said = words.T("left the map")
		case w.Kind == lab.EndedOtherwise:
			f.said = words.T("ended early")
		}
		list = append(list, f)
	}
	return list
}

// fewNamed is up to how many curves each have a label of their own.
const fewNamed = 5

// endLabels say whose the curves are and where they end: each for itself or, if there are many, those together that end alike,
// but for the one that is looked at.
func endLabels(c plot.Chart, ends []finish, quiet color.RGBA) (list []plot.EndLabel) {
	alone := slices.ContainsFunc(c.Series, func(s plot.Series) bool { return s.Aside })
	alike := map[string][]plot.EndLabel{}
	for i, series := range c.Series {
		label := plot.EndLabel{Text: series.Name, Short: series.Name, Color: series.Color, Aside: series.Aside}
		label.At = series.Y[len(series.Y)-1]
		if ends[i].said != "" {
			label.Text = words.T("%s, %s", series.Name, ends[i].said)
		}
		if len(c.Series) > fewNamed && ends[i].said != "" && (series.Aside || !alone) {
			alike[ends[i].said] = append(alike[ends[i].said], label)
		} else {
			list = append(list, label)
		}
	}
	for _, end := range ends {
		group := alike[end.said]
		delete(alike, end.said)
		if len(group) == 0 {
			continue
		}
		label := plot.EndLabel{Text: group[0].Text, Short: group[0].Short, Color: quiet}
		if n := len(group); n > 1 {
			label.Text, label.Short = words.T("%d %s", n, end.said), ""
		}
		for _, one := range group {
			label.At += one.At / float64(len(group))
		}
		list = append(list, label)
	}
	return list
}

// Flat says why curves go level above the lowest minimum: their racers are in other valleys, whose floors are so far above it; ""
// if none is.
func Flat(s lab.State) string {
	if s.Tape == nil {
		return ""
	}
	best, known := lab.Best(s.Tape, s.Field.Places)
	if !known {
		return ""
	}
	var valleys []*lab.Place
	in := map[string][]string{}
	for _, f := range finishes(s) {
		if f.valley == nil || !(f.valley.Value-best > Resolution(best)) {
			continue
		}
		if len(in[f.valley.Name]) == 0 {
			valleys = append(valleys, f.valley)
		}
		in[f.valley.Name] = append(in[f.valley.Name], f.name)
	}
	var said []string
	for _, v := range valleys {
		said = append(said, words.T("%s in %s, %s above", together(in[v.Name]), v.Name, words.ShortTo(v.Value-best, 2)))
	}
	if len(said) == 0 {
		return ""
	}
	return words.T("In another minimum: %s", strings.Join(said, "; "))
}

// together names a few, or counts many.
func together(names []string) string {
	switch len(names) {
	case 1:
		return names[0]
	case 2:
		return words.T("%s, %s", names[0], names[1])
	}
	return words.T("%d racers", len(names))
}
