import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as Excel writes it: a shared text, or the attributes and content of its element. */
export type Cell = string | null | { readonly t?: string; readonly s?: number; readonly xml: string };

export interface SheetContent {
  readonly name: string;
  readonly state?: 'hidden';
  readonly rows: readonly (readonly Cell[])[];
}

/** Styles 1 to 7 of every workbook made here: see their number formats. */
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="000\\-00\\-0000"/>
<numFmt numFmtId="166" formatCode="[$-409]d\\-mmm\\-yyyy"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/><xf numFmtId="167"/><xf numFmtId="4"/><xf numFmtId="9"/></cellXfs></styleSheet>`;
export const style = { zip: 1, ssn: 2, day: 3, moment: 4, hours: 5, grouped: 6, percent: 7 } as const;

export const number = (value: number | string, s = 0): Cell => ({ s, xml: `<v>${value}</v>` });

/** An Excel workbook as bytes. `parts` replaces or adds parts of the archive. */
export function workbook(
  sheets: readonly SheetContent[],
  { is1904 = false, parts = {} }: { is1904?: boolean; parts?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const texts = new Map<string, number>();
  const files: Record<string, string> = {};
  for (const [index, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(rows, texts);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const sheetRelations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const names = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904}"/><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheetRelations.join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...files,
    ...parts,
  });
}

export function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { level: 6 });
}

function sheetXml(rows: SheetContent['rows'], texts: Map<string, number>): string {
  const xml = rows.map((cells, index) => {
    const line = index + 1;
    const content = cells.map((cell, column) => cellXml(cell, `${letters(column)}${line}`, texts)).join('');
    // Excel leaves out rows of which it knows nothing.
    return cells.length === 0 ? '' : `<row r="${line}">${content}</row>`;
  });
  return `<worksheet><dimension ref="A1:${letters(5)}${rows.length}"/><sheetData>${xml.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, place: string, texts: Map<string, number>): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return `<c r="${place}" t="${cell.t ?? 'n'}" s="${cell.s ?? 0}">${cell.xml}</c>`;
  const index = texts.get(cell) ?? texts.size;
  texts.set(cell, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
