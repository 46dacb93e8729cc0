import type { Builder } from '../builder.ts';
import { ContactOrderField, SortDirection } from '../enums.ts';

/** ContactFilter and ContactOrder. */
export function addContactFilter(builder: Builder) {
  const filter = builder.inputType('ContactFilter', {
    description: 'Which contacts; what is said is all true of each.',
    fields: (t) => ({
      search: t.string({
        description:
          'Words, each of which is part of a name, the company, the e-mail address or the phone number, in any case. Of a phone number, digits suffice.',
      }),
      listId: t.id({ description: 'On the contact list with this id.' }),
      importId: t.id({ description: 'Created, changed or matched by the import with this id.' }),
    }),
  });
  const order = builder.inputType('ContactOrder', {
    description: 'The order of a list of contacts.',
    fields: (t) => ({
      field: t.field({ type: ContactOrderField, required: true, description: 'By what.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'Which way.' }),
    }),
  });
  return { filter, order };
}
