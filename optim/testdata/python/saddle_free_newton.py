# Saddle-free Newton on Rosenbrock, written by Descent Lab.
# The racer is: saddle_free_newton
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


def hessian(q):
    return torch.autograd.functional.hessian(f, q.detach())


p = torch.tensor([-1.2, 1.0])
lr = 1.0
damping = 0.001

for t in range(25):
    g = grad(p)
    lam, V = torch.linalg.eigh(hessian(p))
    p -= lr * V @ ((V.T @ g) / (lam.abs() + damping))

print("x, y =", p.tolist())
print("loss =", f(p).item())
