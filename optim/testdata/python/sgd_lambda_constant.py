# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd schedule=lambda lr=0.002 lr_lambda=0.5
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.002, momentum=0.0, dampening=0.0, weight_decay=0.0, nesterov=False)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: 0.5)

for t in range(25):
    optimizer.zero_grad()
    f(p).backward()
    optimizer.step()
    scheduler.step()

print("x, y =", p.tolist())
print("loss =", f(p).item())
