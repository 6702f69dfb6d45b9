# Ranger on Rosenbrock, written by Descent Lab.
# The racer is: ranger
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
lr = 0.005
beta1 = 0.95
beta2 = 0.999
eps = 1e-05
k = 6
alpha = 0.5
weight_decay = 0.0
m, v = torch.zeros_like(p), torch.zeros_like(p)
slow = p.clone()

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    u = m / (1 - beta1**(t + 1))
    most = 2 / (1 - beta2) - 1
    rho = most - 2 * (t + 1) * beta2**(t + 1) / (1 - beta2**(t + 1))
    if rho > 5:
        r = math.sqrt((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho))
        u = u * r * math.sqrt(1 - beta2**(t + 1)) / (v.sqrt() + eps)
    p -= lr * (u + weight_decay * p)
    if (t + 1) % k == 0:
        slow += alpha * (p - slow)
        p.copy_(slow)

print("x, y =", p.tolist())
print("loss =", f(p).item())
