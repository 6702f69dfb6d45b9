// Package notation reads formulas as people write them - on paper, in LaTeX, in Python, NumPy, PyTorch, JavaScript, C, MATLAB,
// Wolfram's language or a spreadsheet - and says what they are in the grammar of package expr, which stays the only one that
// is evaluated and kept in files.
//
//	2x  3(x+1)(y-1)  x²  x·y  √x  |x|  ½x  1,5*x                  2*x  3*(x + 1)*(y - 1)  x^2  x*y  sqrt(x)  abs(x) ...
//	2 sin x  sin²x  sin^2(x)  ln x  arctan(x)                     2*sin(x)  sin(x)^2  log(x)  atan(x)
//	\frac{x^2}{4} + \sin\left(y\right)  \sqrt[3]{x}               x^2/4 + sin(y)  cbrt(x)
//	np.sin(x)  Math.pow(x, 2)  x.pow(2)  x.^2  Sin[x]  x % 2      sin(x)  x^2  mod(x, 2)
//	where(c, a, b)  a if c else b  IF(c; a; b)  0 < x < 1         c ? a : b   0 < x && x < 1
//	if c then a else b   if (c) a else b                          c ? a : b
//	f(u,v) = ...   z = ...   lambda x, y: ...   def f(x): return  the formula behind it, in x and y
//	x1, x2   x[0], x[1]   u^2 + v^2                               x, y
//	\sum_{i=1}^n x_i^2   sum(x**2)   sum([a, b])   x.dot(x)       x^2 + y^2  a + b
//	a*x^2 + y^2 with a = 2    u^2 where u = x + y                 what the letters stand for
//	a*x^2 + b*y^2   k = 3; k*x                                    a, b and k are parameters
//
// What is already a formula of the grammar reads as itself. Where people mean different things by the same text - 1/2x,
// sin x^2, e^2x, sin^-1 x, 1,000, σ(x), 1d-3x, ‖x‖, r^2, log(2, x), 50% x, a spreadsheet's =-x^2 - the answer is the list of its
// readings, and the person chooses. By convention, and not asked: x^2y is x^2*y, sin 2x is sin(2*x), sin x cos y is
// sin(x)*cos(y), x^-y^2 is x^(-(y^2)) as in Python and on paper.
package notation
