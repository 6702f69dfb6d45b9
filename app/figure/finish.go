package figure

import (
	"cmp"
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
			f.said = words.EndingAlone(w.Verdict)
		case w.Kind == lab.TooFar || w.Kind == lab.OutsideDomain:
			f.said = w.String()
		}
		list = append(list, f)
	}
	return list
}

// fewNamed is up to how many curves each have a label of their own.
const fewNamed = 5

// endLabels say whose the curves are and where they end: each for itself or, if there are many, those together that end alike in
// the same place and beside one another in the chart, but for the one that is looked at.
func endLabels(c plot.Chart, ends []finish, quiet color.RGBA) (list []plot.EndLabel) {
	alone := slices.ContainsFunc(c.Series, func(s plot.Series) bool { return s.Aside })
	alike, height := map[string][]plot.EndLabel{}, c.Heights()
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
		for _, group := range beside(alike[end.said], height) {
			list = append(list, ofAll(group, end.said, quiet))
		}
		delete(alike, end.said)
	}
	return list
}

// ofAll is the label of some curves that end alike: the name of one, the number of more.
func ofAll(group []plot.EndLabel, said string, quiet color.RGBA) plot.EndLabel {
	label := plot.EndLabel{Text: group[0].Text, Short: group[0].Short, Color: quiet, At: group[len(group)/2].At}
	if n := len(group); n > 1 {
		label.Text, label.Short = words.T("%d %s", n, said), ""
	}
	return label
}

// besides is how far apart in a chart curves end beside one another at most, as a part of its height.
const besides = 0.12

// beside parts labels into such that belong beside one another, from low to high.
func beside(labels []plot.EndLabel, height func(v float64) float64) (groups [][]plot.EndLabel) {
	slices.SortStableFunc(labels, func(a, b plot.EndLabel) int { return cmp.Compare(height(a.At), height(b.At)) })
	for i, from := 1, 0; i <= len(labels); i++ {
		if i == len(labels) || !(height(labels[i].At)-height(labels[from].At) <= besides) {
			groups, from = append(groups, labels[from:i]), i
		}
	}
	return groups
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
