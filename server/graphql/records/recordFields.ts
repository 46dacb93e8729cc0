import type { AnyImporter } from '../../sdk/importer.ts';
import type { FieldKind, RecordField } from '../../sdk/listing/recordList.ts';
import type { Builder } from '../builder.ts';

export interface RecordFieldShape {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly kind: FieldKind;
  readonly searched: boolean;
}

/** RecordField and RecordFieldKind, and with them the fields of an importer's records. */
export function addRecordFields(builder: Builder): void {
  const kind = builder.enumType('RecordFieldKind', {
    description: 'What a field of a record is, and so which filters it takes.',
    values: {
      TEXT: { description: 'A text, filtered by `equals`, `contains` and `isEmpty`.' },
      NUMBER: { description: 'A number, filtered by `equals`, `from`, `to` and `isEmpty`.' },
      BOOLEAN: { description: 'True or false, filtered by `equals` and `isEmpty`.' },
      DATE: { description: 'A date as yyyy-MM-dd, filtered by `equals`, `from`, `to` and `isEmpty`.' },
      DATE_TIME: { description: 'A time in ISO 8601, filtered by `equals`, `from`, `to` and `isEmpty`.' },
      OTHER: { description: 'A list or an object, filtered by `isEmpty`. Records are not sorted by it.' },
    } as const,
  });
  const field = builder.objectRef<RecordFieldShape>('RecordField');
  field.implement({
    description: 'A field of the records that an importer writes.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name in filters, orders and `Record.fields`.' }),
      label: t.exposeString('label', { description: 'The display name.' }),
      type: t.exposeString('type', {
        description: 'The type of the importer’s field of this name, such as email; else the type of the column.',
      }),
      kind: t.expose('kind', { type: kind, description: 'What it is, and so which filters it takes.' }),
      searched: t.exposeBoolean('searched', { description: 'Whether a search looks into it.' }),
    }),
  });
  builder.objectField('Importer', 'recordFields', (t) =>
    t.field({
      type: [field],
      nullable: true,
      description:
        'The fields of its records; null if they are not rows of one table, so that `records` cannot list them.',
      resolve: (importer) => importer.store.listed?.fields.map((one: RecordField) => shapeOf(importer, one)) ?? null,
    }),
  );
}

/** A record's field is as a rule one of the importer's own, which has a name for people. */
function shapeOf({ fields }: AnyImporter, { name, kind, searched }: RecordField): RecordFieldShape {
  const own = fields[name];
  return { name, kind, searched, label: own?.label ?? name, type: own?.type ?? kind.toLowerCase() };
}
