import numpy as np


def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: np.nanpercentile([1,np.nan,3],50))
show(lambda: np.nanpercentile([[1,np.nan],[3,4]],[25,50],axis=1))
show(lambda: np.nanquantile([1,np.nan,3],0.5))
show(lambda: np.percentile([1,2,3,4],50))
show(lambda: np.percentile([1,2,3,4],[25,75]))
show(lambda: np.percentile([1,2,3,4],101))
show(lambda: np.percentile([1,2,3,4],-1))
show(lambda: np.percentile([[1,2],[3,4]],50,axis=0))
show(lambda: np.percentile([[1,2],[3,4]],[10,90],axis=1,keepdims=True))
show(lambda: np.percentile([1,2,3,4],50,method='lower'))
show(lambda: np.percentile([1,2,3,4],50,method='higher'))
show(lambda: np.percentile([1,2,3,4],50,method='midpoint'))
show(lambda: np.percentile([1,2,3,4],50,method='nearest'))
show(lambda: np.percentile([1,2,3,4,7],33,method='hazen'))
show(lambda: np.percentile([1,2,3,4,7],33,method='weibull'))
show(lambda: np.percentile([1,2,3,4,7],33,method='median_unbiased'))
show(lambda: np.percentile([1,2,3,4,7],33,method='normal_unbiased'))
show(lambda: np.percentile([1,2,3,4,7],33,method='inverted_cdf'))
show(lambda: np.percentile([1,2,3,4,7],40,method='averaged_inverted_cdf'))
show(lambda: np.percentile([1,2,3,4,7],33,method='closest_observation'))
show(lambda: np.percentile([1,2,3,4,7],33,method='interpolated_inverted_cdf'))
show(lambda: np.percentile([1,2,3,4],50,method='foo'))
show(lambda: np.percentile([],50))
show(lambda: np.percentile([1,np.nan],50))
show(lambda: np.quantile([1,2,3,4],0.3))
show(lambda: np.quantile([1,2,3,4],[0.1,0.9]))
show(lambda: np.quantile([1,2,3,4],1.5))
show(lambda: np.quantile([1.5,2,3,4],[[0.1,0.9],[0.5,0.2]]))
show(lambda: np.quantile([1,2,3,4],0.3,interpolation='lower'))
show(lambda: np.quantile([True,False,True],0.5))
