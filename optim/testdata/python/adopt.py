# ADOPT on Rosenbrock, written by Descent Lab.
# The racer is: adopt
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
lr = 0.2
beta1 = 0.9
beta2 = 0.9999
eps = 1e-06
m, v = torch.zeros_like(p), torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    if t == 0:
        v = g**2
    else:
        n = (g / v.sqrt().clamp(min=eps)).clamp(-t**0.25, t**0.25)
        m = beta1 * m + (1 - beta1) * n
        p -= lr * m
        v = beta2 * v + (1 - beta2) * g**2

print("x, y =", p.tolist())
print("loss =", f(p).item())
