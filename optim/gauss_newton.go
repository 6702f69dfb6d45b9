package optim

// GaussNewton is Newton for a sum of squares with the residuals taken as straight: 2*J'J stands for the Hessian, so that
// only first derivatives are needed and the direction leads down always. Damping adds a multiple of the identity, as
// Levenberg 1944 and Marquardt 1963 do, but a fixed one.
//
// It needs an objective that knows its residuals. A constant beside the squares changes nothing.
type GaussNewton struct{ Damping float64 }

var _ = register(Method{
	Key: "gauss_newton", Title: "Gauss-Newton", Family: SecondOrder, Year: 1809,
	Cite: "Gauss 1809, Theoria motus corporum coelestium; damping: Levenberg 1944, Quarterly of Applied Mathematics 2(2), and Marquardt 1963, SIAM Journal 11(2)",
	Idea: "For losses that are sums of squares: Newton that neglects how the squared terms themselves are curved.",
	Math: []string{
		`f(x) = \sum_i r_i(x)^2, \quad J_t = \frac{\partial r}{\partial x}(x_t), \quad g_t = 2 J_t^\top r(x_t)`,
		`x_{t+1} = x_t - \eta (2 J_t^\top J_t + \lambda I)^{-1} g_t`,
	},
	Knobs: []Knob{
		learningRate(1, 0.01, 2),
		nonNegative("damping", 1e-3, 100, "Added to the eigenvalues: shorter steps, which turn towards plain descent; 0 is pure.").main(),
	},
	Python: Python{
		Init: `def squares(node, weight=1.0):
    """The terms of a sum of squares, read off its graph: pairs of a weight and what is squared."""
    kind = node.name()
    terms = [n for n, _ in node.next_functions if n is not None]
    if kind == "AddBackward0" or kind == "SubBackward0" and len(terms) == 1:
        return [pair for term in terms for pair in squares(term, weight)]
    if kind == "PowBackward0" and node._saved_exponent % 2 == 0:
        return [(weight, node._saved_self ** (node._saved_exponent / 2))]
    if kind == "DotBackward0":
        return [(weight, u) for u in node._saved_self]
    if kind == "MulBackward0" and node.next_functions[0] == node.next_functions[1]:
        return [(weight, node._saved_self)]
    if kind == "MulBackward0" and len(terms) == 1:
        factor = node._saved_other if node._saved_other is not None else node._saved_self
        return squares(terms[0], weight * float(factor))
    if kind == "DivBackward0" and len(terms) == 1:
        return squares(terms[0], weight / float(node._saved_other))
    raise ValueError("the loss is not written as a sum of squares")


def gauss_newton(q):
    """Twice the product of the residuals' Jacobian with itself."""
    with torch.enable_grad():
        q = q.detach().requires_grad_()
        G = torch.zeros(len(q), len(q))
        for weight, u in squares(f(q).grad_fn):
            row, = torch.autograd.grad(u, q, retain_graph=True)
            G += 2 * weight * torch.outer(row, row)
    return G`,
		Step: `p -= lr * torch.linalg.solve(gauss_newton(p) + damping * torch.eye(len(p)), g)`,
	},
	rules: func(k settings) []Rule { return []Rule{GaussNewton{k.num("damping")}, Rate{}} },
})

func (GaussNewton) Name() string     { return "gauss_newton" }
func (GaussNewton) Memory() []string { return nil }
func (GaussNewton) Work(dim int) int { return spectrumWork(dim) }

func (r GaussNewton) Apply(s *Step) {
	e := spectrumOf(s)
	if s.GaussNewton(e.matrix, s.X) && e.decompose(s) {
		e.settle(s, r.Damping)
	}
}
