# Rprop on Rosenbrock, written by Descent Lab.
# The racer is: rprop
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.Rprop([p], lr=0.01, etas=(0.5, 1.2), step_sizes=(1e-06, 50.0))

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
