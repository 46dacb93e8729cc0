const BASE = 36;
const [T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [1, 26, 38, 700, 72, 128];
const LAST_CODE = 0x10ffff;
/** Of a whole host, in characters (RFC 1035). Decoding takes quadratic time. */
const MAX_HOST = 255;

/**
 * Whether a label of a host that begins with `xn--` stands for a name, as the URL standard asks: what it decodes to
 * must give the label again. Node's URL takes any such label in a host that has nothing but ASCII.
 */
export function isIdnaLabel(label: string): boolean {
  if (label.length > MAX_HOST) return false;
  const name = decodePunycode(label.slice('xn--'.length));
  if (name === null || !URL.canParse(`https://${name}/`)) return false;
  return new URL(`https://${name}/`).hostname === label;
}

/** RFC 3492; null for a text that is none. */
export function decodePunycode(text: string): string | null {
  const start = Math.max(0, text.lastIndexOf('-'));
  const codes = Array.from(text.slice(0, start), (character) => character.codePointAt(0) ?? 0);
  let [index, bias, code] = [0, FIRST_BIAS, FIRST_CODE];
  for (let at = start === 0 ? 0 : start + 1; at < text.length; ) {
    const step = readInteger(text, at, bias);
    if (step === null) return null;
    const count = codes.length + 1;
    index += step.value;
    code += Math.floor(index / count);
    if (code > LAST_CODE) return null;
    index %= count;
    codes.splice(index, 0, code);
    index += 1;
    bias = adapt(step.value, count, count === start + 1);
    at = step.end;
  }
  return codes.length === start ? null : String.fromCodePoint(...codes);
}

/** A number in digits of growing weight, up to the first below its threshold; null where it does not end or is too large. */
function readInteger(text: string, start: number, bias: number): { value: number; end: number } | null {
  let [value, weight] = [0, 1];
  for (let at = start, k = BASE; ; at += 1, k += BASE) {
    const digit = digitOf(text[at]);
    if (digit === null) return null;
    value += digit * weight;
    if (value > Number.MAX_SAFE_INTEGER / BASE) return null;
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (digit < threshold) return { value, end: at + 1 };
    weight *= BASE - threshold;
  }
}

function digitOf(character: string | undefined): number | null {
  if (character === undefined || !/^[a-z0-9]$/.test(character)) return null;
  return /\d/.test(character) ? Number(character) + 26 : Number.parseInt(character, BASE) - 10;
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
