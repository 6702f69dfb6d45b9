# Langevin dynamics on Rosenbrock, written by Descent Lab.
# The racer is: sgld
# Its random numbers are not those of the race in Descent Lab.
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
rng = torch.Generator().manual_seed(7)
lr = 0.0012
temperature = 0.0001

for t in range(25):
    g = grad(p)
    xi = torch.randn(p.shape, generator=rng, dtype=p.dtype)
    p += math.sqrt(2 * lr * temperature) * xi - lr * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
