# Cubic Newton on Rosenbrock, written by Descent Lab.
# The racer is: cubic_newton
import math

import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


def hessian(q):
    return torch.autograd.functional.hessian(f, q.detach())


p = torch.tensor([-1.2, 1.0])
M = 10.0
adaptive = True
least_M = M / 1000

for t in range(25):
    g = grad(p)
    lam, V = torch.linalg.eigh(hessian(p))
    a, least = V.T @ g, lam[0].item()
    low, high = max(least, 0.0), max(least, 0.0) + math.sqrt(a.norm().item() * M / 2) + 1e-200
    for _ in range(200):  # bisection for the shift, counted from its pole
        mid = (low + high) / 2
        longer = (a / (lam - least + mid)).norm() > 2 * (mid - least) / M
        low, high = (mid, high) if longer else (low, mid)
    d = a / (lam - least + high)
    if least <= 0 and high < 1e-30:  # the hard case
        d[0] -= math.sqrt(max((2 * least / M)**2 - d.norm().item()**2, 0.0))
    slack = 10 * 2**-52 * abs(f(p).item())
    model = (a @ d - lam @ d**2 / 2 - M / 6 * d.norm()**3).item()
    fall = (f(p) - f(p - V @ d)).item()
    good = fall + slack >= model
    if good or not adaptive:
        p -= V @ d
    if adaptive:
        M = max(M / 2, least_M) if good else min(2 * M, 1e12)

print("x, y =", p.tolist())
print("loss =", f(p).item())
