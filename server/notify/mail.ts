import type { EndedImport } from '../engine/model/import.ts';
import { messageText } from '../messages/catalogue.ts';

/** What an e-mail says. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'discarded', 'pending'] as const;
const MAX_NAME = 120;

/** Tells of an ended import in words, with its counts, its errors by code and a link; no value of any row. */
export function mailAbout(ended: EndedImport, url: string): Mail {
  const name = oneLine(ended.sourceName);
  const title = `${ended.dryRun ? 'Dry run of ' : ''}${name}: ${verdict(ended)}`;
  const facts: [string, string][] = [
    ['Project', ended.projectName],
    ['Importer', ended.importer],
    ['Started by', ended.createdBy],
    ...(ended.statusReason === null ? [] : [['Reason', messageText(ended.statusReason)] satisfies [string, string]]),
  ];
  const counts: [string, string][] = [
    ['rows', ended.counts.total === null ? 'not counted' : number(ended.counts.total)],
    ...OUTCOMES.map((outcome) => [outcome, number(ended.counts[outcome])] satisfies [string, string]),
  ];
  const errors = ended.errors.map(({ code, field, count }): [string, string] => [
    field === null ? code : `${code} (${field})`,
    number(count),
  ]);
  return {
    subject: `[Sluice] ${oneLine(title)}`,
    text: textOf(title, facts, counts, errors, url),
    html: htmlOf(title, facts, counts, errors, url),
  };
}

function verdict({ status, counts }: EndedImport): string {
  if (status === 'COMPLETED') return 'completed';
  if (status === 'FAILED') return 'failed';
  const open = counts.failed === 1 ? '1 failed row' : `${number(counts.failed)} failed rows`;
  return `completed with ${open}`;
}

type Lines = readonly (readonly [string, string])[];

function textOf(title: string, facts: Lines, counts: Lines, errors: Lines, url: string): string {
  const lines = (rows: Lines): string => rows.map(([name, value]) => `  ${name}: ${value}`).join('\n');
  const parts = [title, lines(facts), `Rows\n${lines(counts)}`];
  if (errors.length > 0) parts.push(`Errors, by failed rows\n${lines(errors)}`);
  return `${[...parts, url].join('\n\n')}\n`;
}

function htmlOf(title: string, facts: Lines, counts: Lines, errors: Lines, url: string): string {
  const cell = 'style="padding:2px 16px 2px 0;text-align:left;vertical-align:top"';
  const table = (rows: Lines): string =>
    `<table role="presentation">${rows
      .map(([name, value]) => `<tr><td ${cell}>${escapeHtml(name)}</td><td ${cell}>${escapeHtml(value)}</td></tr>`)
      .join('')}</table>`;
  const wrong = errors.length === 0 ? '' : `<h2 style="font-size:16px">Errors, by failed rows</h2>${table(errors)}`;
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body style="font-family:sans-serif;font-size:14px"><h1 style="font-size:18px">${escapeHtml(title)}</h1>` +
    `${table(facts)}<h2 style="font-size:16px">Rows</h2>${table(counts)}${wrong}` +
    `<p><a href="${escapeHtml(url)}">Open the import</a></p></body></html>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Without line breaks and other controls, and of a length that fits a subject. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME)}…` : line;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
