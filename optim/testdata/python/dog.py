# DoG on Rosenbrock, written by Descent Lab.
# The racer is: dog
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
reps_rel = 0.0003
eps = 1e-08
x0, r, G = p.clone(), reps_rel * (1 + p.norm()), eps

for t in range(25):
    g = grad(p)
    r = torch.maximum(r, (p - x0).norm())
    G = G + g.dot(g)
    p -= lr * r / G.sqrt() * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
