# MADGRAD on Rosenbrock, written by Descent Lab.
# The racer is: madgrad
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


p = torch.tensor([-1.2, 1.0])
lr = 0.01
momentum = 0.9
eps = 1e-06
x0, s, nu = p.clone(), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    scale = (lr + eps) * math.sqrt(t + 1)
    s = s + scale * g
    nu = nu + scale * g**2
    z = x0 - s / (nu**(1 / 3) + eps)
    p.copy_(momentum * p + (1 - momentum) * z)

print("x, y =", p.tolist())
print("loss =", f(p).item())
