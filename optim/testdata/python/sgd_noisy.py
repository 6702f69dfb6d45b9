# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd lr=0.001 grad_noise=0.1 grad_noise_gamma=0.55
# Its random numbers are not those of the race in Descent Lab.
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
rng = torch.Generator().manual_seed(7)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    p.grad += 0.1 * (t + 1) ** -0.275 * torch.randn(2, generator=rng)
    optimizer.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
