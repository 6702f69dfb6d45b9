package figure

import (
	"slices"

	"descentlab/app/lab"
	"descentlab/app/words"
	"descentlab/optim/race"
	"descentlab/surfaces"
)

// StandingHint says all of a standing in words, since a narrow table leaves columns away.
func StandingHint(name string, s lab.Standing) string {
	loss, norm := words.Short(s.Loss), words.Short(s.GradNorm)
	if s.Settled < 0 {
		return words.T("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s",
			name, s.Step, loss, norm, s.Evaluations, s.Where)
	}
	return words.T("%s at step %d: loss %s, |∇f| %s, %d gradient evaluations, %s; settled from step %d on",
		name, s.Step, loss, norm, s.Evaluations, s.Where, s.Settled)
}

// WhereBriefly says where a racer is in fewer words, and then in ever fewer: "left at step 12"; why a run stopped is left out.
func WhereBriefly(w lab.Whereabouts) []string {
	switch {
	case w.Kind == lab.EndedOtherwise:
		return endedBriefly(w.Verdict)
	case w.Kind == lab.LeftMap && w.Step > 0:
		return []string{words.T("left at step %d", w.Step), words.T("left at %d", w.Step)}
	case w.Kind == lab.LeftMap:
		return []string{words.T("outside home")}
	case w.Kind == lab.TooFar:
		return []string{words.T("too far away")}
	case w.Kind == lab.Bouncing:
		return []string{words.T("bouncing")}
	case w.Kind == lab.LevelGround:
		return []string{words.T("on level ground")}
	case w.Kind == lab.NoGradient:
		return []string{words.T("gradient 0")}
	case w.Kind == lab.Held:
		return []string{words.T("rests on a slope")}
	case w.Kind == lab.OutsideDomain:
		return []string{words.T("no value there")}
	case w.Kind == lab.OnLine && !w.Up:
		return []string{words.T("on a valley line")}
	case w.Kind == lab.AtPlace && w.Place != nil && w.Ground == surfaces.Maximum:
		return []string{words.T("on top of %s", w.Place.Name)}
	case w.Kind == lab.AtPlace && w.Place != nil && w.Ground == surfaces.Degenerate:
		return []string{words.T("degenerate %s", w.Place.Name)}
	case w.Kind == lab.Heading && w.Line:
		return []string{words.T("heading for a line"), words.T("to a line")}
	case w.Kind == lab.Circling && w.Line:
		return []string{words.T("circling a line")}
	case w.Place == nil:
		return unlisted(w)
	}
	return nil
}

// endedBriefly is how a run has ended, without why.
func endedBriefly(v race.Verdict) []string {
	brief := []string{words.EndingBriefly(v)}
	if v.Kind == race.Undefined {
		brief = append(brief, words.T("no value, %d", v.Step))
	}
	return brief
}

// unlisted is WhereBriefly of a place that is not listed: by its coordinates, the shorter ones second, and without.
func unlisted(w lab.Whereabouts) []string {
	at, roughly := words.At(w.At), words.Roughly(w.At)
	switch w.Kind {
	case lab.Settled:
		return []string{words.T("settled %s", at), words.T("settled %s", roughly), words.T("settled, unlisted")}
	case lab.AtPlace:
		return []string{words.T("at %s", at), words.T("at %s", roughly), words.T("at another point")}
	case lab.Heading:
		return []string{words.T("to %s", at), words.T("to %s", roughly), words.T("to another point")}
	case lab.Circling:
		return []string{words.T("circling %s", roughly), words.T("circling, unlisted")}
	}
	return nil
}

// Gone tells whether a racer takes no part any more.
func Gone(w lab.Whereabouts) bool {
	return slices.Contains([]lab.Situation{lab.LeftMap, lab.OutsideDomain, lab.TooFar, lab.EndedOtherwise}, w.Kind)
}
