// Package expr compiles formulas in x, y and named parameters to flat programs that give the value, the gradient and
// the Hessian of the formula at a point.
//
// # Grammar
//
// From the loosest binding to the tightest:
//
//	cond ? a : b                      right associative
//	a || b
//	a && b
//	a < b   <=   >   >=   ==   !=     do not chain: write 0 < x && x < 1
//	a + b   a - b
//	a * b   a / b
//	-a   +a   !cond                   -x^2 is -(x^2)
//	a ^ b   a ** b                    right associative: 2^3^2 is 512, 2^-1 is 0.5
//	12  .5  1e-3  x  y  pi  e  (a)  name(a, ...)
//
// A formula, and what stands in parentheses, may begin with names for its parts: r = hypot(x, y); sin(r)/r. They hold to its end,
// and may be used by those after them.
//
// The functions are sin cos tan sec csc cot asin acos atan sinh cosh tanh asinh acosh atanh exp expm1 log (natural) log1p
// log2 log10 sqrt cbrt erf erfc abs sign floor ceil round (to even) trunc min max mod hypot atan2 (as atan2(y, x)) sigmoid
// softplus relu. min and max take two arguments or more. mod(a, b) is a - b*floor(a/b), which has the sign of b.
//
// The operators ?:, &&, || and ! want conditions: a comparison, or what these operators make of comparisons. A
// condition used as a number is 1 or 0: (x > 0)*x^2. A comparison with NaN is false, save for !=.
//
// # Where a formula is not smooth
//
// At a kink the derivative is the one PyTorch takes: abs'(0) = sign'(0) = relu'(0) = 0, floor, ceil, round, trunc and
// conditions are flat everywhere, mod(a, b) has the slopes 1 and -floor(a/b), and where the two arguments of min or max
// are equal each gives half of the derivatives. hypot(0, 0) is treated like abs(0); its derivatives are 0. The second
// derivatives at a kink follow the same choice.
//
// cond ? a : b, min, max, abs and relu select: a NaN or an infinity in what was not chosen does not touch the result.
// Poles give infinities, and where the value is NaN so are all derivatives. Where the rules of differentiation meet
// 0*Inf or Inf-Inf the derivative is NaN, even if a limit exists: sqrt(x^2) at 0. A derivative that is 0 because a
// part does not depend on that variable at all stays 0 beside an infinity: sqrt(x) + y at x = 0 has the gradient
// (+Inf, 1).
//
// # How it is computed
//
// Parsing builds a graph in which equal subexpressions are one node, constants are folded, and integer powers up to
// 64 are multiplications. The graph is laid out as straight-line code over slots, ordered by what the code depends
// on: parameters, only x, only y, both. Every rewriting keeps the value the same to the last bit. Derivatives are
// taken forward, instruction by instruction, by the product rule and the chain rule (Griewank and Walther,
// Evaluating Derivatives, 2nd ed., SIAM 2008, chapters 3 and 13).
//
// Only the gradients of polynomials are taken backward, in the order and with the roundings of PyTorch's autograd, so
// that a descent that amplifies rounding takes the same path as there. The code and the way back are one program, without
// the work that makes no difference to the bits. Where such a gradient is not finite the forward
// one counts, which is not quite the same at the ends of the range: a product that overflows forward may not do so
// backward.
//
// # Over boxes
//
// An Encloser bounds value, gradient and Hessian over a box, by the same code in interval arithmetic. It says where in the box
// there may be a kink, a jump, or no value.
//
// # Examples
//
// A formula may be compiled over examples: it has columns then, names that stand for another number in each of them,
// and what is evaluated is the mean. What depends on the example alone is computed once, derivatives too; the rest of the
// values and gradients is computed for a block of examples at a time.
//
// # Why a parser of its own
//
// The parser of github.com/expr-lang/expr reads a general language in which x//2 is x followed by a comment, the
// formula x<0?.5:1 is an error because ?. is an operator, integers end at 64 bits, 1..x and x|abs() are meant for
// lists, and 0 < x < 1 is accepted. Each would have to be undone before its tree could be used.
package expr
