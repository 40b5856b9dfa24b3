# The same with JAX's compiled step.
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def loss(w, b, x, y):
    return (y - 1 / (1 + jnp.exp(-(w * x + b)))) ** 2


@jax.jit
def update(w, b, x, y):
    dw, db = jax.grad(loss, argnums=(0, 1))(w, b, x, y)
    return w - 0.1 * dw, b - 0.1 * db


w, b = 0.3, 0.3
for step in range(STEPS):
    x = step % 7 * 0.5 - 1.5
    w, b = update(w, b, x, 1.0 if x > 0 else 0.0)
print(float(w), float(b))
