import { describe, expect, test } from 'vitest';
import { readFile } from './read.ts';

describe('the reader is found by the name and the first bytes', () => {
  test.each([
    ['contacts.csv', 'a,b\n1,2\n', 'csv'],
    ['contacts', 'a,b\n1,2\n', 'csv'],
    ['bracket.csv', '[id],name\n1,2\n', 'csv'],
    ['brace.csv', '{id},name\n1,2\n', 'csv'],
    ['rows.jsonl', '{"a":1}\n', 'jsonl'],
    ['rows.ndjson', '[1]\n', 'jsonl'],
    ['rows.json', '{"a":1}\n{"a":2}\n', 'jsonl'],
    ['one.json', '{"a":1}', 'jsonl'],
    ['rows', ' \n[{"a":1}]', 'json'],
    ['rows.json', '\ufeff[\n{"a":1}\n]', 'json'],
    ['rows.json', '{"rows":[{"a":1}]}', 'json'],
    ['rows.json', '{\n  "rows": [{"a":1}]\n}', 'json'],
    ['misnamed.csv', '{"a":1}\n{"a":2}\n', 'jsonl'],
  ])('%s: %j is %s', async (name, content, kind) => {
    expect((await readFile(name, content)).inspection.sourceFormat.kind).toBe(kind);
  });
});
