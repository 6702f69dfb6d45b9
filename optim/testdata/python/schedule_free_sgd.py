# Schedule-free SGD on Rosenbrock, written by Descent Lab.
# The racer is: schedule_free_sgd
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
lr = 0.003
beta = 0.9
z, x, weight_sum = p.clone(), p.clone(), 0.0

for t in range(25):
    g = grad(p)
    z -= lr * g
    weight_sum += lr**2
    c = lr**2 / weight_sum if weight_sum > 0 else 0.0
    x += c * (z - x)
    p.copy_(z + beta * (x - z))

print("x, y =", p.tolist())
print("loss =", f(p).item())
