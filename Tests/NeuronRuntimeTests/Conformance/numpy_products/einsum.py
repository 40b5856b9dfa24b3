import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.einsum('ij,jk->ik',np.ones((2,3)),np.ones((3,4))).shape)
show(lambda: np.einsum('ij,jk',[[1,2]],[[3],[4]]))
show(lambda: np.einsum('ii',[[1,2],[3,4]]))
show(lambda: np.einsum('ii->i',[[1,2],[3,4]]))
show(lambda: np.einsum('ij->ji',[[1,2],[3,4]]))
show(lambda: np.einsum('i,i',[1,2],[3,4]))
show(lambda: np.einsum('i,j',[1,2],[3,4]))
show(lambda: np.einsum('...j,j',[[1,2],[3,4]],[1,1]))
show(lambda: np.einsum('...ij,...jk->...ik',np.ones((2,1,2)),np.ones((2,2,3))).shape)
show(lambda: np.einsum('ij,jk',np.ones((2,3)),np.ones((2,3))))
show(lambda: np.einsum('ij',[1,2]))
show(lambda: np.einsum('ij,jk->il',np.ones((2,3)),np.ones((3,3))))
show(lambda: np.einsum('ij->ijj',np.ones((2,3))))
show(lambda: np.einsum('i,i,i->',[1,2],[3,4],[5,6]))
show(lambda: np.einsum('i',[1,2],[3]))
show(lambda: np.einsum('i,j',[1,2]))
show(lambda: np.einsum('i$',[1]))
show(lambda: np.einsum([1,2],[0],[1,2],[0]))
show(lambda: np.einsum('i->',[1,2]))
show(lambda: np.einsum('ij->',[[1,2],[3,4]]))
show(lambda: np.einsum('bi,bj->bij',[[1,2]],[[3,4]]))
show(lambda: np.einsum('i,i->i',[1,2],[1.5,2]))
show(lambda: np.einsum('i,i',[True,False],[True,True]))
show(lambda: np.einsum('ij,j->i',[[1,2],[3,4]],[1]))
show(lambda: np.einsum('i->ii',[1,2]))
show(lambda: np.einsum('i'))
show(lambda: np.einsum('ijk,jl,kl->il',np.arange(8).reshape(2,2,2),[[1,2],[3,4]],[[1,0],[2,1]]))
show(lambda: np.einsum('iij->j',np.arange(8).reshape(2,2,2)))
show(lambda: np.einsum('ij',np.ones((2,3,4))))
show(lambda: np.einsum('i.j',np.ones((2,3,4))))
show(lambda: np.einsum('ii',np.ones((2,3))))
