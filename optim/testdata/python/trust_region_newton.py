# Trust-region Newton on Rosenbrock, written by Descent Lab.
# The racer is: trust_region_newton
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
radius = 0.5
max_radius = 100.0
eta = 0.1

for t in range(25):
    g = grad(p)
    lam, V = torch.linalg.eigh(hessian(p))
    a, least = V.T @ g, lam[0].item()
    d = a / lam
    if least <= 0 or d.norm() > radius:
        low, high = max(least, 0.0), max(least, 0.0) + a.norm().item() / radius + 1e-200
        for _ in range(200):  # bisection for the shift, counted from its pole
            mid = (low + high) / 2
            low, high = (mid, high) if (a / (lam - least + mid)).norm() > radius else (low, mid)
        d = a / (lam - least + high)
        if least <= 0 and high < 1e-30:  # the hard case
            d[0] -= math.sqrt(max(radius**2 - d.norm().item()**2, 0.0))
    slack = 10 * 2**-52 * abs(f(p).item())
    model = (a @ d - lam @ d**2 / 2).item()
    fall = (f(p) - f(p - V @ d)).item()
    gain = 1.0 if model <= 0 and fall == 0 else (fall + slack) / (model + slack)
    if gain > eta:
        p -= V @ d
    if not gain >= 0.25:
        radius /= 4
    elif gain > 0.75 and d.norm() > 0.999999 * radius:
        radius = min(2 * radius, max_radius)

print("x, y =", p.tolist())
print("loss =", f(p).item())
