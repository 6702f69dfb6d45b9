# Adai on Rosenbrock, written by Descent Lab.
# The racer is: adai
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
lr = 0.002
beta0 = 0.1
beta2 = 0.99
eps = 0.001
m, v = torch.zeros_like(p), torch.zeros_like(p)
product = torch.ones_like(p)

for t in range(25):
    g = grad(p)
    v = beta2 * v + (1 - beta2) * g**2
    inertia = (1 - beta0 * v / v.mean().clamp(min=1e-300)).clamp(0, 1 - eps)
    product = product * inertia
    m = inertia * m + (1 - inertia) * g
    p -= lr * m / (1 - product)

print("x, y =", p.tolist())
print("loss =", f(p).item())
