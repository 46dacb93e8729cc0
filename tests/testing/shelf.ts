import { importerMessages, RowRejected, tableImporter, text, z } from '../../server/sdk/index.ts';

const { message, messages } = importerMessages({ en: { SHORT_ISBN: 'Give all of it, not %{isbn}.' } });

/** Books on a shelf: a small table importer with an option, a rule of its own, and titles that make it misbehave. */
export const shelf = tableImporter({
  name: 'shelf',
  label: 'Shelf',
  table: 'shelf_book',
  fields: {
    isbn: text({ label: 'ISBN', required: true }),
    title: text({ label: 'Title' }),
    place: text({ label: 'Place' }),
  },
  match: 'isbn',
  options: z.strictObject({ place: z.string().optional() }),
  messages,
  record(values, { options, warn }) {
    if (values.title === 'throws') throw new TypeError('no such book');
    if (values.title === null) warn({ code: 'NO_TITLE', message: 'Some books have no title.' });
    if (values.isbn.length < 3)
      throw new RowRejected({ ...message('SHORT_ISBN', { isbn: values.isbn }), field: 'isbn' });
    return { ...values, place: values.place ?? options.place ?? null };
  },
});
