import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.polyfit([0,1,2],[1,3,7],2))
show(lambda: np.polyfit([0,1,2,3],[1,3,5,7],1))
show(lambda: np.polyfit([0,1],[1,2],-1))
show(lambda: np.polyfit([0,1],[1,2,3],1))
show(lambda: np.polyfit([[0,1]],[1,2],1))
show(lambda: np.polyfit([],[],1))
show(lambda: np.polyval([1,2,3],2))
show(lambda: np.polyval([1,2,3],[1,2.5]))
show(lambda: np.polyadd([1,2],[1,2,3]))
show(lambda: np.polysub([1,2],[1,2,3]))
show(lambda: np.polymul([1,2],[1,3]))
show(lambda: np.polydiv([1,5,6],[1,2]))
show(lambda: np.polyder([1,2,3]))
show(lambda: np.polyder([1,2,3],2))
show(lambda: np.polyint([6,2]))
show(lambda: np.polyint([6,2],k=3))
show(lambda: np.poly([1,2]))
show(lambda: np.roots([1,-3,2]))
show(lambda: np.vander([1,2,3]))
show(lambda: np.vander([1,2,3],2))
show(lambda: np.vander([1,2,3],increasing=True))
show(lambda: np.roots([1,0,-1]))
show(lambda: np.roots([0,1,-2,0]))
show(lambda: np.roots([2]))
show(lambda: np.roots([1,-6,11,-6]))
show(lambda: np.roots([1,-10,35,-50,24]))
show(lambda: np.roots([3,0,-3,0]))
