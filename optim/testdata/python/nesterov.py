# Nesterov momentum on Rosenbrock, written by Descent Lab.
# The racer is: nesterov
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.9, weight_decay=0.0, nesterov=True)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
