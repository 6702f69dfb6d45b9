# Lookahead Adam on Rosenbrock, written by Descent Lab.
# The racer is: lookahead_adam
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
k = 5
alpha = 0.5
m, v = torch.zeros_like(p), torch.zeros_like(p)
slow = p.clone()

for t in range(25):
    g = grad(p)
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**(t + 1)), v / (1 - beta2**(t + 1))
    p -= lr * m_hat / (v_hat.sqrt() + eps)
    if (t + 1) % k == 0:
        slow += alpha * (p - slow)
        p.copy_(slow)

print("x, y =", p.tolist())
print("loss =", f(p).item())
