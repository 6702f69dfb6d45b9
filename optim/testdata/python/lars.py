# LARS on Rosenbrock, written by Descent Lab.
# The racer is: lars
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
momentum = 0.9
trust_coefficient = 0.01
weight_decay = 0.0
v = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    size, steep = p.norm(), g.norm()
    trust = trust_coefficient * size / (steep + weight_decay * size) if size > 0 and steep > 0 else 1
    v = momentum * v + lr * trust * (g + weight_decay * p)
    p -= v

print("x, y =", p.tolist())
print("loss =", f(p).item())
