print('single', "double", '''triple 'single' ''', """triple "double" """, 'it\'s', "say \"hi\"", 'a\\b', "tab\tq", "nl\\n", r"raw\n\t\\", R'raw\'', u"unicode")
print("a" 'b' """c""" r"\d" f"{1}" "{2}", ("x"
      "y"), "line1 \
continued", """multi
line""", '''a''' 'b', len("\n"), len(r"\n"), len("\\"), len('\
'))
print(repr("\a\b\f\n\r\t\v\0\\\'\""), repr("\x7f\x80\xff\u0100\u2028\U0010ffff"), "\1\12\123\1234", repr("\7"))
name, value, width = "x", 3.14159, 10
print(f"{name}={value}", f"{name!r}: {value:.2f}", f"{value:{width}.3f}|", f"{value:>{width}}|", f"{{literal}} {{{name}}}", f"{name=} {value=:.1f} {name = }", f"{1 + 2 * 3}", f"{'nested'}", f"{name.upper()}", f"{[1, 2][0]}", f"{ {'k': 'v'}['k'] }", f"{(lambda x: x + 1)(5)}", f"{name if value else 'no'}", f'{name:>{len("abcde")}}', f"{value:{'>'}{10}}", f"""{
    name
}""", f"{name}" f"{value:.0f}" "plain {not}", rf"\d{name}\n", fr"\{name}", F"{name}", f"", f"{'a' 'b'}", f"{name!s:^7}|{name!a:<7}|")
print(f"{1:03}{2:+d}{3:x}", f"{True}", f"{None}", f"{1,}", f"{*[1, 2],}", f"{1 == 1}", f"{1 != 2}", f"{value:10}|", f"{10:,}", f"{1e10:,.2f}", f"{0.5:%}", f"{255:#x}", f"{-5:05d}", f"{'é':*^5}", f"{name:}{name!r:}", f"{(1 if name else 2):>3}", f"{name!r:{'>'}8}", f"{'{'}{'}'}", f"{'a:b'}", f"{{}}".format(5), f"{(lambda_ := 5)}", lambda_)
print(f'{", ".join(str(i) for i in range(3))}', f"{sum(x for x in [1, 2])}", f"{[x for x in 'ab']}", f"{'yes' if 1 < 2 else 'no'}", f"{'%s' % 5}", f"{'{}'.format(6)}", f"{f'{1}'}", f"{ 1 }", f"{1:{2}{'d'}}", f"{'''triple'''}", f"{1.0}", f"{1_000}", f"{0xff}", f"{-1}", f"{not 1}", f"{1 and 2}", f"{print}" == str(print), f"{'a'!r}{'b'!s}")
print('\u00e9' == 'é', 'e\u0301' == 'é', len('e\u0301'), "a\
b", "日本" "語", "𝒳", "α + β".upper(), "\t|".expandtabs(3), ord("\u2014"))
