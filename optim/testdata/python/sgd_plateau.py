# SGD on Rosenbrock, written by Descent Lab.
# The racer is: sgd schedule=reduce_on_plateau lr=0.01 weight_decay=0.1 factor=0.3 patience=1 cooldown=2 min_lr=1e-05
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.01, momentum=0.0, dampening=0.0, weight_decay=0.1, nesterov=False)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    optimizer,
    mode="min",
    factor=0.3,
    patience=1,
    threshold=0.0001,
    threshold_mode="rel",
    cooldown=2,
    min_lr=1e-05,
    eps=1e-08,
)

for t in range(25):
    optimizer.zero_grad()
    loss = f(p)
    loss.backward()
    optimizer.step()
    scheduler.step(loss.item())

print("x, y =", p.tolist())
print("loss =", f(p).item())
