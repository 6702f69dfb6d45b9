# Nelder-Mead on Rosenbrock, written by Descent Lab.
# The racer is: nelder_mead
import scipy.optimize
import torch

torch.set_default_dtype(torch.float64)


def f(p):
    x, y = p
    return (1 - x)**2 + 100*(y - x**2)**2


# SciPy's method is a near relative: it takes another path than the race in Descent Lab.
result = scipy.optimize.minimize(
    lambda x: f(torch.tensor(x)).item(),
    [-1.2, 1.0],
    method="Nelder-Mead",
    options={"maxiter": 25},
)
p = torch.tensor(result.x)

print("x, y =", p.tolist())
print("loss =", f(p).item())
