# AMSGrad on Rosenbrock, written by Descent Lab.
# The racer is: amsgrad
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.Adam([p], lr=0.05, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.0, amsgrad=True)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
