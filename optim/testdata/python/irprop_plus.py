# iRprop+ on Rosenbrock, written by Descent Lab.
# The racer is: irprop_plus
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
etaminus = 0.5
etaplus = 1.2
step_min = 1e-06
step_max = 50.0
prev, step = torch.zeros_like(p), torch.zeros_like(p)
last = math.inf

for t in range(25):
    g = grad(p)
    if t == 0:
        size = torch.full_like(p, lr)
    size = torch.where(g * prev > 0, size * etaplus, torch.where(g * prev < 0, size * etaminus, size))
    size = size.clamp(step_min, step_max)
    turned, loss = g * prev < 0, f(p)
    back = -step if loss > last else torch.zeros_like(step)
    step = torch.where(turned, back, size * torch.sign(g))
    p -= step
    prev, last = torch.where(turned, torch.zeros_like(g), g), loss

print("x, y =", p.tolist())
print("loss =", f(p).item())
