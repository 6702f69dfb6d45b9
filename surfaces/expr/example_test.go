package expr_test

import (
	"errors"
	"fmt"

	"descentlab/surfaces/expr"
)

// A formula is compiled once, and evaluated where one likes: here Rosenbrock's function at its customary start.
func ExampleCompile() {
	program, err := expr.Compile("(1-x)^2 + 100*(y-x^2)^2")
	if err != nil {
		fmt.Println(err)
		return
	}
	j := program.Bind().Jet(-1.2, 1)
	fmt.Printf("value     %8.4g\n", j.F)
	fmt.Printf("gradient  %8.4g %8.4g\n", j.X, j.Y)
	fmt.Printf("Hessian   %8.4g %8.4g\n", j.XX, j.XY)
	fmt.Printf("          %8.4g %8.4g\n", j.XY, j.YY)
	// Output:
	// value         24.2
	// gradient    -215.6      -88
	// Hessian       1330      480
	//                480      200
}

// An error knows its place, and what would be right.
func ExampleError_Caret() {
	for _, formula := range []string{"x^2 + 3 sin(y)", "x^2 + sine(y)"} {
		_, err := expr.Compile(formula)
		var wrong *expr.Error
		if errors.As(err, &wrong) {
			fmt.Println(wrong.Caret())
			fmt.Println(wrong)
		}
	}
	// Output:
	// x^2 + 3 sin(y)
	//         ^
	// column 9: an operator is missing; to multiply, write 3*sin(...)
	// x^2 + sine(y)
	//       ^
	// column 7: unknown function sine; did you mean sin?
}

// Names besides x and y are parameters. They are bound to numbers, and can be set anew without compiling again.
func ExampleProgram_Bind() {
	program, err := expr.Compile("x^2 + steep*y^2", "steep")
	if err != nil {
		fmt.Println(err)
		return
	}
	eval := program.Bind(1)
	for _, steep := range []float64{1, 25} {
		eval.Set(steep)
		f, fx, fy := eval.Grad(2, 1)
		fmt.Printf("steep %2g: value %g, gradient (%g, %g)\n", steep, f, fx, fy)
	}
	// Output:
	// steep  1: value 5, gradient (4, 2)
	// steep 25: value 29, gradient (4, 50)
}

// At a kink the derivative is the one that PyTorch takes; outside of the domain there is none.
func ExampleEval_Grad() {
	for _, formula := range []string{"abs(x) + y", "max(x, y)", "sqrt(x - 1) + y"} {
		program, err := expr.Compile(formula)
		if err != nil {
			fmt.Println(err)
			continue
		}
		f, fx, fy := program.Bind().Grad(0, 0)
		fmt.Printf("%-15s value %g, gradient (%g, %g)\n", formula, f, fx, fy)
	}
	// Output:
	// abs(x) + y      value 0, gradient (0, 1)
	// max(x, y)       value 0, gradient (0.5, 0.5)
	// sqrt(x - 1) + y value NaN, gradient (NaN, NaN)
}

// Over examples a formula has columns, whose values differ from example to example, and what is evaluated is the mean: here
// the squared error of the line x*u + y through three points, which lie on 2*u + 1.
func ExampleCompileMean() {
	formula, err := expr.CompileMean(expr.Identity, "(x*u + y - t)^2", []string{"u", "t"})
	if err != nil {
		fmt.Println(err)
		return
	}
	u, t := []float64{0, 1, 2}, []float64{1, 3, 5}
	loss := formula.Over([][]float64{u, t})
	for _, line := range [][2]float64{{0, 0}, {1, 2}, {2, 1}} {
		f, fx, fy := loss.Grad(line[0], line[1])
		fmt.Printf("%g*u + %g: loss %.4g, gradient (%.4g, %.4g)\n", line[0], line[1], f, fx, fy)
	}
	// Output:
	// 0*u + 0: loss 11.67, gradient (-8.667, -6)
	// 1*u + 2: loss 0.6667, gradient (-1.333, 0)
	// 2*u + 1: loss 0, gradient (0, 0)
}
