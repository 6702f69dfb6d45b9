# Newton on Rosenbrock, written by Descent Lab.
# The racer is: newton
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

for t in range(25):
    g = grad(p)
    p -= lr * torch.linalg.solve(hessian(p), g)

print("x, y =", p.tolist())
print("loss =", f(p).item())
