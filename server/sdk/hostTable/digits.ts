// Zeros of numbers in texts. Loops, since `0+$` of a pattern looks at a run of zeros once for each of them.

/** 0042 without its zeros: 42; all of them for 000. */
export function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === '0') start += 1;
  return digits.slice(start);
}

/** 4200 without its zeros: 42. */
export function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** 20.00 and 20 are one number, and so are -0 and 0. */
export function plainNumber(number: string): string {
  const isPlain = !number.includes('.') || number.includes('e');
  const short = isPlain ? number : withoutTrailingZeros(number);
  const whole = short.endsWith('.') ? short.slice(0, -1) : short;
  return whole === '-0' ? '0' : whole;
}
