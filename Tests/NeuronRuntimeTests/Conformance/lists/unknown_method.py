[1].push(2)
