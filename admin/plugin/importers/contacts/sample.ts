import { loadPart } from '../../ui/browser/loadPart.ts';

/**
 * The sample file of contacts, as if it had been chosen from the disk. Its text is in the code: bundlers do not agree on
 * how a package brings a file along.
 */
export async function loadSample(): Promise<File> {
  const { default: text } = await loadPart(() => import('../../../../server/importers/contacts/sample.csv?raw'));
  return new File([text], 'contacts-sample.csv', { type: 'text/csv' });
}
