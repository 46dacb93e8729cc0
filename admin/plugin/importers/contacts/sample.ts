import sampleUrl from '../../../../tests/fixtures/contacts-sample.csv?url';

/** The sample file of contacts, as if it had been chosen from the disk. */
export async function loadSample(): Promise<File> {
  const response = await fetch(sampleUrl);
  return new File([await response.blob()], 'contacts-sample.csv', { type: 'text/csv' });
}
