package window

import "descentlab/optim"

// language is what a method's Python is mostly written in.
func language(m *optim.Method) string {
	if m.Python.Torch == "" && m.Python.Step == "" {
		return "SciPy"
	}
	return "PyTorch"
}
