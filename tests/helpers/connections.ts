import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface ConnectionField {
  /** Such as Import.failedRows. */
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: GraphQLObjectType;
}

/** Every field of the schema that answers with a page of a list. */
export function connectionFields(schema: GraphQLSchema): ConnectionField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        const node = nodeOf(field);
        return node ? [{ name: `${type.name}.${field.name}`, field, node }] : [];
      }),
    );
}

function nodeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const edge = objectOf(objectOf(field)?.getFields().edges);
  return objectOf(edge?.getFields().node);
}

function objectOf(field: GraphQLField<unknown, unknown> | undefined): GraphQLObjectType | null {
  const type = field && getNamedType(field.type);
  return type && isObjectType(type) ? type : null;
}

/** An operation may ask for it once, and not on a list: it looks at all records of an import. */
const ONCE = 'Import.undoPreview';

/**
 * All that can be selected of a type but pages of lists: scalars, objects, and lists of objects that come whole. Of a
 * type within itself only the scalars.
 */
export function wholeSelection(type: GraphQLObjectType, above: readonly GraphQLObjectType[] = []): string {
  const within = [...above, type];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (nodeOf(field) || `${type.name}.${field.name}` === ONCE || field.args.some(isRequiredArgument)) return [];
    const of = getNamedType(field.type);
    if (isLeafType(of)) return [field.name];
    if (!isObjectType(of) || above.includes(type)) return [];
    return [`${field.name} { ${wholeSelection(of, within)} }`];
  });
  return fields.join(' ');
}
