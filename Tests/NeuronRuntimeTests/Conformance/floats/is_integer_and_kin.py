print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer())
print((0.5).as_integer_ratio(), (10).bit_length(), (-1).bit_length(), (0).bit_length(), (2**70).bit_length())
print((2.5).real, (3).real, (3).imag, (3).numerator, (3).denominator, (7).conjugate())
