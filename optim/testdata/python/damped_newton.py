# Damped Newton on Rosenbrock, written by Descent Lab.
# The racer is: damped_newton
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
damping = 1.0
factor = 4.0

for t in range(25):
    g = grad(p)
    H = hessian(p)
    shift = damping + max(0.0, -torch.linalg.eigvalsh(H)[0].item())
    d = torch.linalg.solve(H + shift * torch.eye(len(p)), g)
    slack = 10 * 2**-52 * abs(f(p).item())
    model = (g @ d - d @ H @ d / 2).item()
    fall = (f(p) - f(p - d)).item()
    gain = 1.0 if model <= 0 and fall == 0 else (fall + slack) / (model + slack)
    if gain > 0:
        p -= d
    if gain > 0.75:
        damping = max(damping / factor, 1e-12)
    elif not gain >= 0.25:
        damping = min(damping * factor, 1e12)

print("x, y =", p.tolist())
print("loss =", f(p).item())
