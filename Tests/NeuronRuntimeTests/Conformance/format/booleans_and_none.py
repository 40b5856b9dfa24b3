print(f"{True}", f"{True:d}", f"{True:5}|", f"{False:<7}|", f"{True:.1f}", f"{None}", f"{True:>6}|", format(True, "x"))
