import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../server/engine/plan/spool/nameOf.ts';

const URL_WITHOUT_TYPE = 'https://example.com/export';

describe('the name of a fetched file', () => {
  it.each([
    ['text/csv; charset=utf-8', 'export.csv'],
    ['text/tab-separated-values', 'export.tsv'],
    ['application/json', 'export.json'],
    ['Application/JSON; charset=utf-8', 'export.json'],
    ['application/x-ndjson', 'export.jsonl'],
    ['application/jsonl', 'export.jsonl'],
    ['application/xml', 'export.xml'],
    ['text/xml', 'export.xml'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'export.xlsx'],
    ['application/octet-stream', 'export'],
  ])('gets its extension from %s', (type, name) => {
    expect(nameOf({ url: URL_WITHOUT_TYPE, headers: { 'content-type': type } })).toBe(name);
  });

  it.each([
    ['attachment; filename=people.csv', 'people.csv'],
    ['attachment; filename="a; b.csv"', 'a; b.csv'],
    ['attachment; filename="a \\"b\\".csv"', 'a "b".csv'],
    ['attachment; filename="M_ller.csv"; filename*=UTF-8\'\'M%C3%BCller.csv', 'Müller.csv'],
    ["attachment; filename*=utf-8'de'M%C3%BCller.csv", 'Müller.csv'],
    ["attachment; filename*=iso-8859-1''M%FCller.csv", 'Müller.csv'],
    ['attachment; filename="../../people.csv"', 'people.csv'],
    ['attachment; xfilename=people.csv', 'export'],
    ['attachment; filename=""', 'export'],
    ['inline', 'export'],
    [';;=;"', 'export'],
  ])('is that of the header %s', (disposition, name) => {
    expect(nameOf({ url: URL_WITHOUT_TYPE, headers: { 'content-disposition': disposition } })).toBe(name);
  });

  it.each([
    ['https://example.com/people.csv?page=1', 'people.csv'],
    ['https://example.com/M%C3%BCller.csv', 'Müller.csv'],
    ['https://example.com/100%.csv', '100%.csv'],
    ['https://example.com/', 'source'],
  ])('is the last segment of %s', (url, name) => {
    expect(nameOf({ url, headers: {} })).toBe(name);
  });
});
