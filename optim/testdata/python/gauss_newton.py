# Gauss-Newton on Rosenbrock, written by Descent Lab.
# The racer is: gauss_newton
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


p = torch.tensor([-1.2, 1.0])
lr = 1.0
damping = 0.001
def squares(node, weight):
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
    return G

for t in range(25):
    g = grad(p)
    p -= lr * torch.linalg.solve(gauss_newton(p) + damping * torch.eye(len(p)), g)

print("x, y =", p.tolist())
print("loss =", f(p).item())
