package optim

// GaussNewton is Newton for a sum of squares with the residuals taken as straight: 2*J'J stands for the Hessian, so that
// only first derivatives are needed and the direction leads down always. Damping adds a multiple of the identity, as
// Levenberg 1944 and Marquardt 1963 do, but a fixed one.
//
// It needs an objective that knows its residuals. A constant beside the squares changes nothing.
type GaussNewton struct{ Damping float64 }

var _ = register(Method{
	Key: "gauss_newton", Title: "Gauss-Newton", Family: SecondOrder, Year: 1809,
	Cite: "Gauss 1809, Theoria motus corporum coelestium; damping: Levenberg 1944, Quarterly of Applied Mathematics 2(2), and " +
		"Marquardt 1963, SIAM Journal 11(2)",
	Idea: "For losses that are sums of squares: Newton that neglects how the squared terms themselves are curved.",
	Math: []string{
		`f(x) = \sum_i r_i(x)^2, \quad J_t = \frac{\partial r}{\partial x}(x_t), \quad g_t = 2 J_t^\top r(x_t)`,
		`x_{t+1} = x_t - \eta (2 J_t^\top J_t + \lambda I)^{-1} g_t`,
	},
	Knobs: []Knob{
		learningRate(1, 0.01, 2),
		nonNegative("damping", 1e-3, 100,
			"Added to the eigenvalues: shorter steps, which turn towards plain descent; 0 is pure.").main(),
	},
	Python: Python{
		Init: `def squares(node, weight):
    """The terms of a sum of squares, read off its graph: for each its weight and its two factors, which are equal."""
    kind, terms = node.name(), [n for n, _ in node.next_functions]
    signs = {"AddBackward0": (1, 1), "SubBackward0": (1, -1), "RsubBackward1": (-1,), "NegBackward0": (-1,)}
    if kind in signs:
        return [s for n, sign in zip(terms, signs[kind]) if n is not None for s in squares(n, sign * weight)]
    if kind == "MeanBackward0":
        return squares(terms[0], (weight / node._saved_self_numel).expand(node._saved_self_sizes))
    if kind == "PowBackward0" and node._saved_exponent % 2 == 0:
        u = node._saved_self ** (node._saved_exponent / 2)
        return [(weight, u, u)]
    if kind == "DotBackward0":
        return [(weight, node._saved_self, node._saved_tensor)]
    if kind == "MulBackward0" and None not in terms:
        return [(weight, node._saved_self, node._saved_other)]
    if kind == "MulBackward0":
        constant = node._saved_self if terms[0] is None else node._saved_other
        return squares(terms[terms[0] is None], weight * constant)
    if kind == "DivBackward0" and terms[1] is None:
        return squares(terms[0], weight / node._saved_other)
    raise ValueError("the loss is not written as a sum of squares")


def gauss_newton(q):
    """Twice the product of the residuals' Jacobian with itself."""
    with torch.enable_grad():
        q = q.detach().requires_grad_()
        G = torch.zeros(len(q), len(q))
        for term in squares(f(q).grad_fn, torch.ones(())):
            for weight, *factors in zip(*(part.flatten() for part in torch.broadcast_tensors(*term))):
                row, same = (torch.autograd.grad(u, q, retain_graph=True)[0] for u in factors)
                if weight < 0 or not torch.equal(row, same):
                    raise ValueError("the loss is not written as a sum of squares")
                G += 2 * weight * torch.outer(row, row)
    return G`,
		Step: `p -= lr * torch.linalg.solve(gauss_newton(p) + damping * torch.eye(len(p)), g)`,
	},
	rules: func(k settings) []Rule { return []Rule{GaussNewton{k.num("damping")}, Rate{}} },
})

func (GaussNewton) Name() string     { return "gauss_newton" }
func (GaussNewton) Memory() []string { return nil }
func (GaussNewton) Work(dim int) int { return spectrumWork(dim) }

func (GaussNewton) timeless() {}

func (r GaussNewton) Apply(s *Step) {
	e := spectrumOf(s)
	if s.GaussNewton(e.matrix, s.X) && e.decompose(s) {
		e.settle(s, r.Damping)
	}
}
