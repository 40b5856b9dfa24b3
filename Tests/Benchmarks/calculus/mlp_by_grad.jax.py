# The same with JAX's compiled step.
import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
np.random.seed(0)
X = np.random.randn(1000, 2)
y = (X[:, :1] * X[:, 1:] > 0) * 2.0 - 1.0
params = [
    np.random.randn(2, 64) * 0.5, np.zeros((1, 64)),
    np.random.randn(64, 64) * 0.15, np.zeros((1, 64)),
    np.random.randn(64, 1) * 0.15, np.zeros((1, 1)),
]


def loss(params):
    W1, b1, W2, b2, W3, b3 = params
    h1 = jnp.tanh(X @ W1 + b1)
    h2 = jnp.tanh(h1 @ W2 + b2)
    return jnp.mean((h2 @ W3 + b3 - y) ** 2)


@jax.jit
def update(params):
    value, gradient = jax.value_and_grad(loss)(params)
    return value, [p - 0.05 * g for p, g in zip(params, gradient)]


for step in range(STEPS):
    value, params = update(params)
print(float(value))
