/** What HTML says, without its marks: the blocks as lines. Nothing of it is loaded or run. */
export function plainText(html: string): string {
  const blocks = html.replace(/<(br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n$&');
  const text = new DOMParser().parseFromString(blocks, 'text/html').body.textContent ?? '';
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
