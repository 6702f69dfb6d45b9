# BFGS on Rosenbrock, written by Descent Lab.
# The racer is: bfgs
import scipy.optimize
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


def grad(q):
    q = q.detach().requires_grad_()
    f(q).backward()
    return q.grad


# SciPy's method is a near relative: it takes another path than the race in Descent Lab.
result = scipy.optimize.minimize(
    lambda x: f(torch.tensor(x)).item(),
    [-1.2, 1.0],
    jac=lambda x: grad(torch.tensor(x)).numpy(),
    method="BFGS",
    options={"maxiter": 25},
)
p = torch.tensor(result.x)

print("x, y =", p.tolist())
print("loss =", f(p).item())
