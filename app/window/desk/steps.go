package desk

// StepStart is lab.View.Beat while the start is to be dragged: the maps show where.
const StepStart = 1
