# Lookahead SGD on Rosenbrock, written by Descent Lab.
# The racer is: lookahead_sgd
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
momentum = 0.0
k = 5
alpha = 0.5
b = torch.zeros_like(p)
slow = p.clone()

for t in range(25):
    g = grad(p)
    b = momentum * b + g
    p -= lr * b
    if (t + 1) % k == 0:
        slow += alpha * (p - slow)
        p.copy_(slow)

print("x, y =", p.tolist())
print("loss =", f(p).item())
