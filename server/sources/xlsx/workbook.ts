import { posix } from 'node:path';
import { message } from '../../messages/catalogue.ts';
import { SourceError } from '../types.ts';
import type { Archive } from './archive.ts';
import { attribute, readPart } from './xml.ts';

export interface Sheet {
  readonly name: string;
  /** Its part of the archive. */
  readonly part: string;
  readonly isHidden: boolean;
}

/** What a workbook is made of, as far as its cells need it. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, styles, sharedStrings, officeDocument. */
  readonly type: string;
  readonly part: string;
}

/** Finds a workbook's sheets. Throws SourceError for an archive that is another kind of document. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const part =
    (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!archive.has(part) || !/^(?!word\/|ppt\/).*\.xml$/i.test(part)) throw noWorkbook(archive, part);
  const relations = await relationsOf(archive, part);
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readPart(archive, part, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find(({ id }) => id === attribute(attributes, 'id'));
      // Charts and macros stand among the sheets and hold no rows.
      if (relation?.type !== 'worksheet') return;
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', part: relation.part, isHidden });
    },
  });
  const partOf = (wanted: string): string | null => relations.find(({ type }) => type === wanted)?.part ?? null;
  return { sheets, is1904, stylesPart: partOf('styles'), stringsPart: partOf('sharedStrings') };
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  await readPart(archive, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}

function noWorkbook(archive: Archive, part: string): SourceError {
  const kind = archive.has('xl/workbook.bin')
    ? message('KIND_XLSB')
    : archive.has('content.xml')
      ? message('KIND_ODS')
      : part.startsWith('word/')
        ? message('KIND_WORD')
        : message('KIND_ZIP');
  return new SourceError(message('BINARY_SOURCE', { cause: message('NOT_WORKBOOK', { kind }) }));
}
