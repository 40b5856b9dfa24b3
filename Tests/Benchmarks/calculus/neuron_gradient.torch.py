# The same with PyTorch on the processor.
import torch

w = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
b = torch.tensor(0.3, dtype=torch.float64, requires_grad=True)
for step in range(STEPS):
    x = step % 7 * 0.5 - 1.5
    y = 1.0 if x > 0 else 0.0
    loss = (y - 1 / (1 + torch.exp(-(w * x + b)))) ** 2
    dw, db = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        w -= 0.1 * dw
        b -= 0.1 * db
print(w.item(), b.item())
