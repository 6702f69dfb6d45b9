package progress

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"descentlab/app/figure"
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

// ends are the labels of a chart's curves. A limit has none of its own; of many curves both axes of a racer have one together.
func (c Curves) ends(s lab.State, chart plot.Chart) []plot.EndLabel {
	list, ends := make([]labelled, 0, len(c.List)), map[int]finish{}
	for k, f := range finishes(s) {
		ends[figure.Drawn(&s.TapeDoc)[k]] = f
	}
	names := s.TapeDoc.Names()
	for i, one := range c.List {
		n := len(list)
		switch joins := one.Part == limit || one.Part == axisY && len(c.List) > fewNamed; {
		case joins && n > 0 && list[n-1].racer == one.Racer:
			list[n-1].of, list[n-1].name = append(list[n-1].of, i), names[one.Racer]
		case one.Part == axisX || one.Part == axisY:
			list = append(list, labelled{chart.Series[i].Name, "", one.Racer, []int{i}, ""})
		default:
			short := figure.ShortName(names, one.Racer)
			list = append(list, labelled{names[one.Racer], short, one.Racer, []int{i}, ends[one.Racer].said})
		}
	}
	return endLabels(chart, list, chart.Style.Palette.Muted)
}

// A labelled is what a label is of: curves of one racer, and where that is at the end, in words.
type labelled struct {
	name  string
	short string // of the name; "" if it is as short as it can be
	racer int
	of    []int // indices of the series
	said  string
}

// endLabels say whose the curves are and where they end: each for itself or, if there are many, those together that end alike in
// the same place and beside one another in the chart, but for the one that is looked at.
func endLabels(c plot.Chart, curves []labelled, quiet color.RGBA) (list []plot.EndLabel) {
	alone := slices.ContainsFunc(c.Series, func(s plot.Series) bool { return s.Aside })
	alike, height := map[string][]plot.EndLabel{}, c.Heights()
	for _, one := range curves {
		series := c.Series[one.of[0]]
		label := plot.EndLabel{Text: one.name, Short: one.name, Least: one.short, At: lastOf(series), Of: one.of}
		label.Color, label.Aside = series.Color, series.Aside
		if one.said != "" {
			label.Text = words.T("%s, %s", one.name, one.said)
		}
		if len(curves) > fewNamed && one.said != "" && (series.Aside || !alone) && !series.Hidden {
			alike[one.said] = append(alike[one.said], label)
		} else {
			list = append(list, label)
		}
	}
	for _, one := range curves {
		for _, group := range beside(alike[one.said], height) {
			list = append(list, ofAll(group, one.said, quiet))
		}
		delete(alike, one.said)
	}
	return list
}

// lastOf is the last value of a series: of one that has none at the last step, that before it.
func lastOf(s plot.Series) float64 {
	n := len(s.Y)
	if s.Between && n > 1 && math.IsNaN(s.Y[n-1]) {
		n--
	}
	return s.Y[n-1]
}

// ofAll is the label of some curves that end alike: the name of one, the number of more.
func ofAll(group []plot.EndLabel, said string, quiet color.RGBA) plot.EndLabel {
	first := group[0]
	label := plot.EndLabel{Text: first.Text, Short: first.Short, Least: first.Least, At: group[len(group)/2].At, Color: quiet}
	if n := len(group); n > 1 {
		label.Text, label.Short = allOf(n, said)
		label.Least, label.Of = "", nil
		for _, one := range group {
			label.Of = append(label.Of, one.Of...)
		}
	}
	return label
}

// allOf says of some how they end, also in fewer words; "" if it cannot be said in fewer.
func allOf(n int, said string) (text, short string) {
	switch said {
	case words.T("left the map"):
		return words.T("%d left the map", n), words.T("%d gone", n)
	case words.T("left the domain"):
		return words.T("%d left the domain", n), words.T("%d gone", n)
	}
	return words.T("%d %s", n, said), ""
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
		if f.valley == nil || !(f.valley.Value-best > figure.Resolution(best)) {
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
