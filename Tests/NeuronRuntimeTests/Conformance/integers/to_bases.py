print(bin(10), oct(10), hex(255), bin(-5), hex(-255), bin(0), hex(2**70), oct(-2**70), bin(True), hex(0))
