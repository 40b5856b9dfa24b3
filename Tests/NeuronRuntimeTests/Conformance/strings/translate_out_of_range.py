"a".translate({97: 0x110000})
