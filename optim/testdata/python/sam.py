# SAM on Rosenbrock, written by Descent Lab.
# The racer is: sam
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
rho = 0.005
momentum = 0.0
b = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    b = momentum * b + grad(p + rho * g / (g.norm() + 1e-12))
    p -= lr * b

print("x, y =", p.tolist())
print("loss =", f(p).item())
