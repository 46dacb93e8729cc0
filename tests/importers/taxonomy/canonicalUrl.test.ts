import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl, MAX_URL_LENGTH } from '../../../server/importers/taxonomy/canonicalUrl.ts';
import { messageText } from '../../../server/messages/catalogue.ts';
import { Invalid } from '../../../server/sdk/index.ts';

test.each([
  ['  https://Example.COM  ', 'https://example.com/'],
  ['https://example.com:443/a', 'https://example.com/a'],
  ['http://example.com:80/', 'http://example.com/'],
  ['http://example.com:443/', 'http://example.com:443/'],
  ['https://www.example.com/', 'https://www.example.com/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://example.com/a/#top', 'https://example.com/a'],
  ['https://example.com/a///', 'https://example.com/a'],
  ['https://example.com//', 'https://example.com/'],
  ['https://example.com/a//b', 'https://example.com/a//b'],
  ['https://example.com/A', 'https://example.com/A'],
  ['https://example.com/a/../b/./c', 'https://example.com/b/c'],
  ['https:\\\\example.com\\a', 'https://example.com/a'],
  ['https://example.com/%7euser/%c3%a9%2f', 'https://example.com/~user/%C3%A9%2F'],
  ['https://example.com/é |', 'https://example.com/%C3%A9%20%7C'],
  ['https://example.com/100%', 'https://example.com/100%25'],
  ['https://example.com/%%34%31', 'https://example.com/%2541'],
  ['https://example.com/?', 'https://example.com/'],
  ['https://example.com/a/?b=1&a=2&b=1', 'https://example.com/a?b=1&a=2&b=1'],
  ['https://example.com/?utm_source=x&q=1&UTM_Medium=y&gclid=z&&fbclid', 'https://example.com/?q=1'],
  ['https://example.com/?%75tm_source=x', 'https://example.com/'],
  ['https://example.com/?utm=1', 'https://example.com/?utm=1'],
])('%s is %s', (given, canonical) => {
  expect(canonicalUrl(given)).toBe(canonical);
});

test('which parameters track is the caller’s to say', () => {
  expect(canonicalUrl('https://a.org/?ref=x&gclid=1', ['REF'])).toBe('https://a.org/?gclid=1');
  expect(canonicalUrl('https://a.org/?a=1&b=2', ['*'])).toBe('https://a.org/');
});

test.each([
  ['example.com/page', 'INVALID_URL'],
  ['/page', 'INVALID_URL'],
  ['https://', 'INVALID_URL'],
  ['https://exa mple.com/', 'INVALID_URL'],
  ['https://1.2.3.256/', 'INVALID_URL'],
  ['https://xn--pokxncvks/', 'INVALID_URL'],
  ['https://xn--abc-.example/', 'INVALID_URL'],
  // Decodes to a name whose ASCII form is another label.
  ['https://xn---jdh/', 'INVALID_URL'],
  ['localhost:3000/a', 'UNSUPPORTED_SCHEME'],
  ['ftp://example.com/', 'UNSUPPORTED_SCHEME'],
  ['mailto:a@example.com', 'UNSUPPORTED_SCHEME'],
  ['javascript:alert(1)', 'UNSUPPORTED_SCHEME'],
  ['https://me@example.com/', 'URL_WITH_CREDENTIALS'],
  ['https://me:secret@example.com/', 'URL_WITH_CREDENTIALS'],
  [`https://example.com/${'a'.repeat(MAX_URL_LENGTH)}`, 'TOO_LONG'],
  [`https://example.com/${'é'.repeat(400)}`, 'TOO_LONG'],
  [`https://example.com${'/a'.repeat(101)}`, 'TOO_DEEP'],
])('%s is refused with %s', (given, code) => {
  const refused = canonicalUrl(given);
  if (!(refused instanceof Invalid)) throw new Error(`${refused} was taken.`);
  expect(refused.code).toBe(code);
  expect(messageText(refused)).toMatch(/^[A-Z].* .*\.$/s);
});

test('a refusal repeats no password', () => {
  const refused = canonicalUrl('https://me:secret@example.com/');
  expect(refused instanceof Invalid && messageText(refused)).not.toContain('secret');
});

const pieces = fc.array(
  fc.constantFrom(...'/?&=#%+.~é ;:@|[]\\'.split(''), '%2e', '%2F', '%41', '%zz', 'a', 'B', '..', 'utm_x=1', 'ü'),
  { maxLength: 30 },
);

test('what is canonical stays as it is, whatever it was made from', () => {
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), pieces, (scheme, parts) => {
      const once = canonicalUrl(`${scheme}://example.com/${parts.join('')}`);
      if (once instanceof Invalid) throw new Error(messageText(once));
      expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 2_000 },
  );
});

test('a host of any script is taken, in its letters and in its ASCII form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (label) => {
      const given = `https://${label}.example/`;
      fc.pre(/^[\p{L}\p{N}\p{M}]+$/u.test(label) && URL.canParse(given));
      const { href } = new URL(given);
      expect(canonicalUrl(given)).toBe(href);
      expect(canonicalUrl(href)).toBe(href);
    }),
    { numRuns: 1_000 },
  );
});

const data = join(import.meta.dirname, '../../../../shared/data/urls/wpt-urltestdata.json');
const there = existsSync(data);

describe.skipIf(!there)(`the web platform tests${there ? '' : ` (skipped: ${data} is not there)`}`, () => {
  test('all that they have fail is refused', () => {
    const failures = cases().filter(({ failure }) => failure);
    expect(failures.length).toBeGreaterThan(200);
    const taken = failures.filter(({ input }) => !(canonicalUrl(input) instanceof Invalid));
    expect(taken).toEqual([]);
  });

  test('what they have pass keeps its host and is taken, but for other schemes and credentials', () => {
    const passes = cases().filter(({ href }) => /^https?:/.test(href ?? ''));
    expect(passes.length).toBeGreaterThan(200);
    for (const { href = '', host } of passes) {
      const canonical = canonicalUrl(href);
      if (canonical instanceof Invalid) expect(canonical.code, href).toBe('URL_WITH_CREDENTIALS');
      else expect(new URL(canonical).host, href).toBe(host);
    }
  });
});

interface Case {
  readonly input: string;
  readonly failure?: boolean;
  readonly href?: string;
  readonly host?: string;
}

function cases(): Case[] {
  const list: unknown = JSON.parse(readFileSync(data, 'utf8'));
  return Array.isArray(list) ? list.filter((entry): entry is Case => typeof entry?.input === 'string') : [];
}
