/** Google puts the values of one label into one cell, as `a ::: b`. */
export function splitValues(text: string): string[] {
  if (!text.includes(':::')) return [text];
  return text
    .split(':::')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
