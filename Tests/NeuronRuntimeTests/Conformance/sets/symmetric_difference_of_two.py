{1}.symmetric_difference([1], [2])
