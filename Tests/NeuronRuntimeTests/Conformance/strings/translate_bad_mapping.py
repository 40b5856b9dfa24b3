"a".translate({97: 1.5})
