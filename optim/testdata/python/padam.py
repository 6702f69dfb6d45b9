# Padam on Rosenbrock, written by Descent Lab.
# The racer is: padam
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
lr = 0.05
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
partial = 0.25
m, v = torch.zeros_like(p), torch.zeros_like(p)
most = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    most = torch.maximum(most, v)
    scale = math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1))
    p -= lr * scale * m / (most.sqrt() + eps)**(2 * partial)

print("x, y =", p.tolist())
print("loss =", f(p).item())
