# Lion on Rosenbrock, written by Descent Lab.
# The racer is: lion
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
beta1 = 0.9
beta2 = 0.99
weight_decay = 0.0
m = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    u = torch.sign(beta1 * m + (1 - beta1) * g)
    p -= lr * (u + weight_decay * p)
    m = beta2 * m + (1 - beta2) * g

print("x, y =", p.tolist())
print("loss =", f(p).item())
