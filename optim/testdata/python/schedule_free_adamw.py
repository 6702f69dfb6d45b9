# Schedule-free AdamW on Rosenbrock, written by Descent Lab.
# The racer is: schedule_free_adamw
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
lr = 0.05
beta1 = 0.9
beta2 = 0.999
eps = 1e-08
weight_decay = 0.0
z, x, weight_sum = p.clone(), p.clone(), 0.0
v = torch.zeros_like(p)

for t in range(25):
    g = grad(p)
    v = beta2 * v + (1 - beta2) * g**2
    v_hat = v / (1 - beta2**(t + 1))
    z -= lr * (g / (v_hat.sqrt() + eps) + weight_decay * p)
    weight_sum += lr**2
    c = lr**2 / weight_sum if weight_sum > 0 else 0.0
    x += c * (z - x)
    p.copy_(z + beta1 * (x - z))

print("x, y =", p.tolist())
print("loss =", f(p).item())
