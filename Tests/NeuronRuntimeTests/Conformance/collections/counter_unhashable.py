from collections import Counter

print({Counter(): 1})
