import numpy as np
np.nonexistent_thing
