"""Numerals: numbers written in digits ("1,200", "2½", "5.5×10−3"), and digits that are no numbers."""

from __future__ import annotations

import math
import re
import unicodedata

_FRACTION_SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Denominators that people write; "9/11" and "24/7" are none of these.
_DENOMINATORS = "2|3|4|5|6|7|8|9|10|12|16|20|32|40|50|64|100|1000"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")

# Digits that count nothing: addresses, clock times and verses, dates, telephone numbers, versions.
NO_NUMBER = (
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]+\.\S+"
    r"|\d{1,3}:\d{1,3}(?::\d\d|[-–]\d{1,3})?(?!\d)"
    r"|\d+(?:[-–/]\d+){2,}"
    r"|(?<!\d)0\d{2,4}[ -](?:\d{3,4}[ -]\d{3,4}|\d{5,7})(?!\d)"
    r"|\+\d[\d/ -]{6,20}\d|\(\d{3}\)\s?\d{3}-\d{4}|(?<!\d)\d{3}-\d{3}-\d{4}"
    r"|(?!\d{1,3}(?:\.\d{3}){1,8}(?:,\d{1,2})?(?!\.?\d))\d+(?:\.\d+){2,}"
    r"|['’]\d\d(?!\d)"
)
NUMERAL = (
    r"(?:(?<!\d\s)(?<![^\s(\[<>=≤≥~$€£¥–±])[-−])?"
    r"(?:"
    rf"(?P<over>\d{{1,3}})/(?P<under>{_DENOMINATORS})(?![\d/])"
    r"|(?P<mantissa>"
    r"\d{1,3}(?:,\d{3}){1,8}(?:\.\d+)?(?![\d,]\d)"
    # Texts cut into tokens have blanks around the marks: "10 , 000", "1 . 6 billion".
    r"|(?<![\d,.])\d{1,3}(?:[ ],[ ]\d{3}){1,8}(?:[ ]\.[ ]\d+)?(?!\d)"
    r"|(?<![\d,.])\d{1,3}[ ]\.[ ]\d+(?!\d|[ ]\.[ ]?\d)"
    r"|\d{1,2}(?:,\d\d){1,6},\d{3}(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){1,8},\d{1,2}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,8}(?![.\d])"
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,8}(?:\.\d+)?(?![ \u00a0\u202f\u2009]?\d)"
    r"|(?<![\d,])\d+,\d{1,2}(?![\d,])"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d+)"
    r"(?P<exponent>[eE](?:[-+−]\d{1,2}|\d\d)(?![\w.])|\s?[×xX*]\s?10\^?[-+−]?\d{1,2}(?!\d)|\s?[×x]\s?10[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
    rf"(?:[ \u00a0]{{1,2}}(?P<more_over>\d{{1,2}})/(?P<more_under>{_DENOMINATORS})(?![\d/])"
    rf"|[ \u00a0]?(?P<sign>[{_FRACTION_SIGNS}]))?"
    rf"|(?P<lone_sign>[{_FRACTION_SIGNS}])"
    r")"
)
_BLANKS = re.compile(r"[ \u00a0\u202f\u2009]")
_DECIMAL_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}")


def value(match: re.Match[str]) -> float | None:
    """The number that a match of ``NUMERAL`` stands for, None for a fraction that is a date ("24/7")."""
    if match[0].isdecimal() and match[0].isascii():
        number = float(match[0])
    elif match["mantissa"]:
        number = _mantissa(match["mantissa"]) * 10.0 ** _exponent(match["exponent"])
        if match["more_over"]:
            number += int(match["more_over"]) / int(match["more_under"])
        elif match["sign"]:
            number += unicodedata.numeric(match["sign"])
    elif match["lone_sign"]:
        number = unicodedata.numeric(match["lone_sign"])
    elif int(match["over"]) < int(match["under"]):
        number = int(match["over"]) / int(match["under"])
    else:
        return None
    if not math.isfinite(number):
        return None
    return -number if match[0][0] in "-−" else number


def _mantissa(digits: str) -> float:
    digits = _BLANKS.sub("", digits)
    if _DECIMAL_COMMA.fullmatch(digits):
        # The comma as the decimal mark, as much of Europe writes it.
        digits = digits.replace(".", "").replace(",", ".")
    return float(digits.replace(",", ""))


def _exponent(text: str | None) -> int:
    if not text:
        return 0
    plain = re.sub(r"\s", "", text.translate(_SUPERSCRIPTS))
    return int(re.sub(r"^(?:[eE]|[×xX*]10\^?)", "", plain))
