# AdaBound on Rosenbrock, written by Descent Lab.
# The racer is: adabound
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
final_lr = 0.01
gamma = 0.001
m, v = torch.zeros_like(p), torch.zeros_like(p)
final = final_lr / lr  # a schedule scales the bounds too

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    rate = math.sqrt(1 - beta2**(t + 1)) / (1 - beta1**(t + 1)) / (v.sqrt() + eps)
    low, high = final * (1 - 1 / (gamma * (t + 1) + 1)), final * (1 + 1 / (gamma * (t + 1)))
    p -= lr * rate.clamp(low, high) * m

print("x, y =", p.tolist())
print("loss =", f(p).item())
