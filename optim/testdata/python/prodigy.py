# Prodigy on Rosenbrock, written by Descent Lab.
# The racer is: prodigy
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
beta3 = 0.999499874937461
eps = 1e-08
weight_decay = 0.0
d0 = 1e-06
d_coef = 1.0
growth_rate = 1e+09
use_bias_correction = False
safeguard_warmup = False
m, v = torch.zeros_like(p), torch.zeros_like(p)
s, r, x0, d, d_max = torch.zeros_like(p), 0.0, p.clone(), d0, d0

for t in range(25):
    g = grad(p)
    dlr = d * lr
    if use_bias_correction:
        dlr *= math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
    r_new = beta3 * r + d / d0 * dlr * g.dot(x0 - p).item()
    s_new = beta3 * s + d / d0 * (d if safeguard_warmup else dlr) * g
    if lr > 0 and s_new.any():
        r, s = r_new, s_new
        m = beta1 * m + (1 - beta1) * d * g
        v = beta2 * v + (1 - beta2) * (d * g)**2
        d_hat = d_coef * r / s.abs().sum().item()
        if d == d0:
            d = max(d, d_hat)
        d_max = max(d_max, d_hat)
        d = min(d_max, d * growth_rate)
        p -= dlr * (m / (v.sqrt() + d * eps) + weight_decay * p)

print("x, y =", p.tolist())
print("loss =", f(p).item())
