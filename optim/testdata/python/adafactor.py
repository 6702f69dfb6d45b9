# Adafactor on Rosenbrock, written by Descent Lab.
# The racer is: adafactor
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
lr = 0.1
beta2_decay = -0.8
eps1 = 2.220446049250313e-16
eps2 = 0.001
d = 1.0
weight_decay = 0.0
v = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    v = v + (t + 1)**beta2_decay * (g**2 - v)
    u = g / v.sqrt().clamp(min=eps1)
    size = p.norm() / p.numel()**0.5
    step = max(eps2, size) * min(lr, 1 / math.sqrt(t + 1)) / max(1.0, u.norm() / (p.numel()**0.5 * d))
    p.copy_(p * (1 - lr * weight_decay) - step * u)

print("x, y =", p.tolist())
print("loss =", f(p).item())
