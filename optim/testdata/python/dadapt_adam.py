# D-Adaptation Adam on Rosenbrock, written by Descent Lab.
# The racer is: dadapt_adam
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
lr = 1.0
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
d0 = 1e-06
growth_rate = 1e+09
use_bias_correction = False
m, v = torch.zeros_like(p), torch.zeros_like(p)
s, r, d = torch.zeros_like(p), 0.0, d0

for t in range(25):
    g = grad(p)
    dlr, keep = d * lr, math.sqrt(beta2)
    if use_bias_correction:
        dlr *= math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
    s_new = keep * s + (1 - keep) * dlr * g
    if lr > 0 and s_new.any():
        r = keep * r + (1 - keep) * dlr * g.dot(s / (v.sqrt() + eps)).item()
        s = s_new
        m = beta1 * m + (1 - beta1) * dlr * g
        v = beta2 * v + (1 - beta2) * g**2
        d = max(d, min(r / ((1 - keep) * s.abs().sum().item()), d * growth_rate))
        p -= m / (v.sqrt() + eps)

print("x, y =", p.tolist())
print("loss =", f(p).item())
