# QHM on Rosenbrock, written by Descent Lab.
# The racer is: qhm
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
beta = 0.999
nu = 0.7
m = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = beta * m + (1 - beta) * g
    p -= lr * ((1 - nu) * g + nu * m)

print("x, y =", p.tolist())
print("loss =", f(p).item())
