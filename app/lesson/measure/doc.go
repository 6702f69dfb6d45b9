// Package measure is what a lesson can name of an experiment and of its runs: fields, which are settings that can be read and
// set, and expressions, which are computed from the runs. It knows no text of a lesson.
package measure
