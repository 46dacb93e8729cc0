import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogue } from './catalogue.ts';

/** Where the printed catalogue is kept, for clients and translators. */
export const MESSAGES_FILE = fileURLToPath(new URL('../../docs/reference/messages.md', import.meta.url));

/** Every message as a page of the docs, sorted by code. */
export function printMessages(): string {
  const lines = Object.entries<string>(catalogue)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, sentence]) => `| \`${code}\` | ${cell(sentence)} |`);
  return `# Messages

Every sentence of the server has a code and parameters, which the API gives as \`code\` and \`params\` beside the English.
\`%{name}\` stands for a parameter; \`%{cause}\` is a further message that says more. \`npm run schema\` writes this page.

| code | sentence |
|---|---|
${lines.join('\n')}
`;
}

/** A bar would end the table's cell, and markup would not be shown. */
function cell(sentence: string): string {
  return sentence.split(' |||| ').join(' / ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

if (import.meta.main) await writeFile(MESSAGES_FILE, printMessages());
