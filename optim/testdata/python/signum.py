# Signum on Rosenbrock, written by Descent Lab.
# The racer is: signum
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
momentum = 0.9
m = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    m = momentum * m + (1 - momentum) * g
    p -= lr * torch.sign(m)

print("x, y =", p.tolist())
print("loss =", f(p).item())
