import { describe, expect, test } from 'vitest';
import { de } from '../../admin/plugin/i18n/de.ts';
import { en } from '../../admin/plugin/i18n/en.ts';
import { AUDIT_ACTIONS } from '../../server/engine/model/auditEntry.ts';
import { optionsSchema } from '../../server/engine/model/options.ts';
import { contacts } from '../../server/importers/contacts/index.ts';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import { userDocs } from '../helpers/docs.ts';
import { quoted, section, tableRows } from '../helpers/markdown.ts';

const SHIPPED = [contacts, taxonomy, events];
const LANGUAGES = [
  ['English', en],
  ['German', de],
] as const;

/** A word by its path; undefined where the language has none. */
function word(words: object, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === name)?.[1] : undefined,
    words,
  );
}

function isMissing(words: object, ...path: readonly string[]): boolean {
  return typeof word(words, ...path) !== 'string';
}

describe.each(LANGUAGES)('the %s of the shipped importers', (_language, words) => {
  test('has a name for each and for its fields', () => {
    const lacking = SHIPPED.flatMap((importer) => [
      ...(isMissing(words, 'importers', importer.name) ? [importer.name] : []),
      ...Object.keys(importer.fields)
        .concat(importer.catchAll ?? [])
        .filter((field) => isMissing(words, 'fields', importer.name, field)),
    ]);
    expect(lacking).toEqual([]);
  });

  test('has a label and a text for each option, and words for each choice', () => {
    const lacking = SHIPPED.flatMap((importer) => optionPaths(optionsSchema(importer))).filter((path) =>
      isMissing(words, 'options', ...path),
    );
    expect(lacking).toEqual([]);
  });
});

describe('English', () => {
  test('calls importers and their fields as the server does, whose messages name them so', () => {
    for (const importer of SHIPPED) {
      expect(word(en, 'importers', importer.name)).toBe(importer.label);
      for (const [name, { label }] of Object.entries(importer.fields)) {
        expect(word(en, 'fields', importer.name, name)).toBe(label);
      }
    }
  });
});

describe.each(LANGUAGES)('the %s of codes', (_language, words) => {
  const errors = section(userDocs(), 'Errors');
  const codesIn = (text: string) => quoted(text).filter((one) => /^[A-Z][A-Z_]+$/.test(one));

  test('names all that a failed row may have', () => {
    const [, rows = ''] = errors.split("What a failed row's `errors` say");
    const [table = ''] = rows.split('Warnings stop nothing');
    const codes = tableRows(table).flatMap(([codes = '']) => codesIn(codes));
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => isMissing(words, 'codes', code))).toEqual([]);
  });

  test('names each action of the audit trail, and no other', () => {
    expect(Object.keys(Object(word(words, 'audit_actions'))).sort()).toEqual([...AUDIT_ACTIONS].sort());
  });
});

/** Where the words of each option of a JSON Schema are: its label, its text, and those of its choices. */
function optionPaths(schema: unknown): string[][] {
  const properties = word(Object(schema), 'properties');
  return Object.entries(Object(properties)).flatMap(([name, property]) => {
    const choices = word(Object(property), 'enum');
    return [
      [name, 'label'],
      [name, 'text'],
      ...(Array.isArray(choices) ? choices.map((choice) => [name, 'choices', String(choice)]) : []),
      ...optionPaths(property),
    ];
  });
}
