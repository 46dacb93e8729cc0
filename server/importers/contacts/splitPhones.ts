/** Longer cells hold no list of numbers that anybody wrote. */
const LONGEST = 500;
const SEPARATOR = /[;,|\n]|\s\/|\/\s|\s(?:or|and|und|oder|&)\s/i;
/** What belongs to the number before it. */
const EXTENSION = /^(?:e?xt|x|#|durchwahl|dw|app)\b|^#|^x\d|^(?:isub|phone-context)=/i;
const LEAST_DIGITS = 4;

/**
 * The numbers of a cell that holds several, such as `6175550106; 6175550107`. Only behind a whole number does a separator
 * divide: "089 / 1234567" is one. A short part behind it has the area code of the one before, where that makes a number.
 */
export function splitPhones(text: string, isPhone: (part: string) => boolean): string[] {
  if (text.length > LONGEST || !SEPARATOR.test(text)) return [text];
  const parts = text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0 || others.some((part) => EXTENSION.test(part))) return [text];
  // Perhaps a placeholder before the number, or the area code alone.
  if (!isPhone(first)) return others.some(isPhone) && !isPhone(text) ? parts : [text];
  // "617 555 0106, 12" dials an extension.
  if (text.includes(',') && others.some((part) => part.replace(/\D/g, '').length < LEAST_DIGITS)) return [text];
  const area = /^\(?0\d+\)?[ -]/.exec(first)?.[0] ?? null;
  return [first, ...others.map((part) => withArea(part, area, isPhone))];
}

function withArea(part: string, area: string | null, isPhone: (part: string) => boolean): string {
  if (area === null || isPhone(part) || !/^[1-9][\d -]*$/.test(part)) return part;
  return isPhone(area + part) ? area + part : part;
}
