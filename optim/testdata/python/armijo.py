# Armijo line search on Rosenbrock, written by Descent Lab.
# The racer is: armijo
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
c1 = 0.0001
tau = 0.5
max_backtracks = 50

for t in range(25):
    g = grad(p)
    step, slope, loss = lr, g.dot(g), f(p)
    for _ in range(max_backtracks + 1):
        q = p - step * g
        if torch.equal(q, p) or f(q) <= loss - c1 * step * slope:
            break
        step *= tau
    else:
        raise RuntimeError("the line search found no step")
    p -= step * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
