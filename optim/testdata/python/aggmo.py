# AggMo on Rosenbrock, written by Descent Lab.
# The racer is: aggmo
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
lr = 0.001
beta1 = 0.0
beta2 = 0.9
beta3 = 0.99
v1, v2, v3 = torch.zeros_like(p), torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    v1 = beta1 * v1 + g
    v2 = beta2 * v2 + g
    v3 = beta3 * v3 + g
    p -= lr * (v1 + v2 + v3) / 3

print("x, y =", p.tolist())
print("loss =", f(p).item())
