import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** A place in a field's arguments where an id may stand. */
export interface IdPlace {
  /** Such as `input.source.importId`. */
  readonly path: string;
  readonly required: boolean;
  readonly list: boolean;
  /** The path of the input that takes exactly one of its fields, of which this is one; null for others. */
  readonly oneOf: string | null;
}

type Place = GraphQLArgument | GraphQLInputField;

/** All places of ids, however deep. */
export function idPlaces(field: GraphQLField<unknown, unknown>): IdPlace[] {
  return field.args.flatMap((arg) => placesIn(arg, [], { required: true, oneOf: null }, []));
}

function placesIn(
  place: Place,
  above: readonly string[],
  within: { readonly required: boolean; readonly oneOf: string | null },
  seen: readonly GraphQLNamedType[],
): IdPlace[] {
  const type = getNamedType(place.type);
  const path = [...above, place.name];
  const required = within.required && isNonNullType(place.type);
  const list = isListType(isNonNullType(place.type) ? place.type.ofType : place.type);
  if (type.name === 'ID') return [{ path: path.join('.'), required, list, oneOf: within.oneOf }];
  if (!isInputObjectType(type) || seen.includes(type)) return [];
  const oneOf = type.isOneOf ? path.join('.') : null;
  return Object.values(type.getFields()).flatMap((each) => placesIn(each, path, { required, oneOf }, [...seen, type]));
}

/** `query ($id: ID!) { field(id: $id) { all that it gives } }`, as deep as `depth`. */
export function documentOf(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const called = args === '' ? field.name : `${field.name}(${args})`;
  return `${kind}${variables === '' ? '' : ` (${variables})`} { done: ${called} ${selectionOf(getNamedType(field.type), depth, [])} }`;
}

/** Every field that needs no argument; a type is not entered again within itself. */
function selectionOf(type: GraphQLNamedType, depth: number, above: readonly GraphQLNamedType[]): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) {
    const parts = type.getTypes().map((each) => `... on ${each.name} ${fieldsOf(each, depth, above)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  return isObjectType(type) ? fieldsOf(type, depth, above) : '{ __typename }';
}

function fieldsOf(type: GraphQLObjectType, depth: number, above: readonly GraphQLNamedType[]): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    if (field.args.some(isRequiredArgument) || (isCostly(field) && above.length > 0)) return [];
    if (!isCompositeType(result)) return [field.name];
    if (depth === 0 || above.includes(result)) return [];
    return [`${field.name}${few(field)} ${selectionOf(result, depth - 1, [...above, type])}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** One passes the limit of what an operation may ask for, and two do not. */
function isCostly(field: GraphQLField<unknown, unknown>): boolean {
  const { complexity } = field.extensions;
  return typeof complexity === 'number' && complexity > 1000;
}

/** Lists are asked for two entries, so that the limit of what a document may give is not met. */
function few(field: GraphQLField<unknown, unknown>): string {
  return field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
}

export function fieldsOfRoot(schema: GraphQLSchema, kind: 'Query' | 'Mutation' | 'Subscription') {
  const type = schema.getType(kind);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
}
