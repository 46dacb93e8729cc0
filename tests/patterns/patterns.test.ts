import { describe, expect, test } from 'vitest';
import { findings } from './findings.ts';
import { readPatterns } from './readPatterns.ts';

function found(code: string, exceptions: Parameters<typeof findings>[1] = []): string[] {
  return findings(readPatterns('server/a.ts', code), exceptions, new Set());
}

describe('the check of patterns', () => {
  test('lets those pass that go forward', () => {
    expect(found("const a = /^[a-z]+$/;\nconst b = text.split(/,/);\nconst c = new RegExp('^a+b', 'i');")).toEqual([]);
  });

  test('finds one that tries each way', () => {
    expect(found('const a = 1;\nconst b = /^(\\s|<!--[\\s\\S]*?-->)*<a/;')).toEqual([
      expect.stringMatching(/^server\/a\.ts:2: .* takes time that grows exponential, over a text such as /),
    ]);
  });

  test('finds one that begins again at each sign', () => {
    expect(found('text.replace(/\\/+$/, "")')).toEqual([expect.stringContaining('to the power of 2')]);
  });

  test('finds one that is put together of constants', () => {
    const code = `const DIGITS = '\\\\d+';\nconst A = \`\${DIGITS}x?\`;\nnew RegExp('^(' + A + ')+$', 'g');`;
    expect(found(code)).toEqual([expect.stringContaining('exponential')]);
  });

  test('asks for a reason where it cannot tell what a pattern will be', () => {
    const code = "new RegExp(text, 'g')";
    expect(found(code)).toEqual([expect.stringContaining('is not told from constants')]);
    expect(found(code, [{ file: 'server/a.ts', code, reason: 'of letters alone' }])).toEqual([]);
    expect(found('', [{ file: 'server/a.ts', code, reason: 'of letters alone' }])).toEqual([
      expect.stringContaining('is excepted, and not there'),
    ]);
  });

  test('does not look again at what was safe', () => {
    const safe = new Set(['/\\/+$/']);
    expect(findings(readPatterns('server/a.ts', 'const a = /\\/+$/;'), [], safe)).toEqual([]);
  });
});
