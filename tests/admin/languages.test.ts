import { describe, expect, test } from 'vitest';
import { reactAdminGerman } from '../../admin/console/reactAdminGerman.ts';
import { de } from '../../admin/plugin/i18n/de.ts';
import { en } from '../../admin/plugin/i18n/en.ts';

/** Every message by its path. */
function messages(words: object, path = ''): [path: string, message: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? messages(value, `${path}${key}.`)
      : [[path + key, String(value)] as [string, string]],
  );
}

/** What is put into a message: each name once, whatever its forms for one and for many. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/%\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

describe('German', () => {
  const german = new Map(messages(de));

  test.each(messages(en))('%s has the same parts as in English', (path, english) => {
    const message = german.get(path);
    expect(message).toBeTruthy();
    const optional = (name: string) => name !== 'smart_count';
    expect(placeholders(message ?? '').filter(optional)).toEqual(placeholders(english).filter(optional));
  });

  test('has a form for many wherever English has one', () => {
    const forms = (message: string) => message.split('||||').length;
    const lacking = messages(en).filter(([path, message]) => forms(message) > forms(german.get(path) ?? ''));
    expect(lacking).toEqual([]);
  });

  test('leaves no message of react-admin empty', () => {
    expect(
      messages(reactAdminGerman).filter(([path, message]) => message === '' && path !== 'ra.boolean.null'),
    ).toEqual([]);
  });
});
