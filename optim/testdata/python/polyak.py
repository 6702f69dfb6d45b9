# Polyak step on Rosenbrock, written by Descent Lab.
# The racer is: polyak
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
f_star = 0.0

for t in range(25):
    g = grad(p)
    if g.any():
        p -= lr * max(f(p).item() - f_star, 0.0) / g.dot(g) * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
