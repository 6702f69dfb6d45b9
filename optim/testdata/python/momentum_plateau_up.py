# Momentum on Rosenbrock, written by Descent Lab.
# The racer is: momentum schedule=reduce_on_plateau lr=0.001 patience=2 threshold=0.9 maximize=true
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


p = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.SGD([p], lr=0.001, momentum=0.9, dampening=0.0, weight_decay=0.0, nesterov=False, maximize=True)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    optimizer,
    mode="max",
    factor=0.1,
    patience=2,
    threshold=0.9,
    threshold_mode="rel",
    cooldown=0,
    min_lr=0.0,
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
