package xray

import (
	"strconv"
	"strings"

	"descentlab/app/lab"
)

// Row is the key of a quantity of a stage: that of the stage itself, if it is the only one.
func (s *Stage) Row(block int) string {
	if len(s.Blocks) < 2 {
		return s.Key
	}
	return s.Key + "/" + strconv.Itoa(block)
}

// Mark is which of lab.InsideMarks shows on the maps what a row is about; "" if none does.
func (s *Step) Mark(row string) string {
	for i := range s.Stages {
		stage := &s.Stages[i]
		if stage.Idle || row != stage.Key && !strings.HasPrefix(row, stage.Key+"/") {
			continue
		}
		switch {
		case stage.Key == KeySlope:
			return lab.InsideSlope
		case stage.Key == KeyRates:
			return lab.InsideRates
		case stage.Key == KeyMove || strings.HasSuffix(stage.Key, ".direction"):
			return lab.InsideStep
		}
		for k := range stage.Blocks {
			switch ink := stage.Blocks[k].Ink; {
			case stage.Row(k) != row:
			case ink == First && s.Momentum != nil:
				return lab.InsidePull
			case ink == Second && s.Usual != nil:
				return lab.InsideUsual
			}
		}
	}
	return ""
}

// RowOf is the row that a mark on the maps belongs to; "" if there is none. Of a memory it is that without bias, if there is one.
func (s *Step) RowOf(mark string) (row string) {
	ink := First
	switch mark {
	case lab.InsideSlope:
		return KeySlope
	case lab.InsideRates:
		return KeyRates
	case lab.InsideStep:
		return KeyMove
	case lab.InsideUsual:
		ink = Second
	case lab.InsidePull:
	default:
		return ""
	}
	for i := range s.Stages {
		stage := &s.Stages[i]
		for k := range stage.Blocks {
			if stage.Blocks[k].Ink == ink && (row == "" || strings.HasSuffix(stage.Key, ".unbiased")) {
				row = stage.Row(k)
			}
		}
	}
	return row
}
