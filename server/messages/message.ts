/** A value in a sentence: a text, a number, a list of texts, or a sentence of its own. */
export type MessageParam = string | number | readonly string[] | Message;
export type MessageParams = { readonly [name: string]: MessageParam };

/**
 * A sentence for a person, as a code and what the sentence names. This is what is stored and what clients translate; its
 * English is made where it is shown. `message` is the English of a code that is in no catalogue: of an author's importer
 * without one, and of what was stored before there were codes.
 */
export interface Message {
  readonly code: string;
  readonly params?: MessageParams;
  readonly message?: string;
}

/** Sentences by their codes. `%{name}` is a parameter; ` |||| ` parts the singular from the plural, by `count`. */
export type Catalogue = { readonly [code: string]: string };

/**
 * What a parameter is, by its name: one name means the same in every sentence, and a reader of another language gets
 * numbers, sizes, times and names as they are written there. Any other name is a text or a number.
 */
export interface ParamTypes {
  count: number;
  rows: number;
  row: number;
  records: number;
  limit: number;
  line: number;
  page: number;
  total: number;
  seen: number;
  columns: number;
  seconds: number;
  number: number;
  /** Bytes. */
  size: number;
  bytes: number;
  /** From 0 to 1. */
  rate: number;
  /** From 0 to 1. */
  threshold: number;
  /** ISO 8601, in UTC. */
  when: string;
  /** ISO 3166-1, two letters. */
  region: string;
  /** Of an import. */
  status: string;
  /** Roles in a project. */
  role: string;
  needed: string;
  /** Labels or names of fields. */
  labels: readonly string[];
  fields: readonly string[];
  names: readonly string[];
  /** Further sentences, or parts of one. */
  cause: Message;
  advice: Message;
  what: Message;
  where: Message;
  given: Message;
  kind: Message;
  cells: Message;
}

type NamesIn<Text extends string> = Text extends `${string}%{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The parameters that a sentence names. */
export type ParamsOf<Text extends string> = {
  readonly [Name in NamesIn<Text>]: Name extends keyof ParamTypes ? ParamTypes[Name] : string | number;
};

type Given<Text extends string> = [NamesIn<Text>] extends [never] ? [] : [params: ParamsOf<Text>];

/** Makes a message of a code of the catalogue and the parameters that its sentence names. */
export type MessageMaker<C extends Catalogue> = <Code extends keyof C & string>(
  code: Code,
  ...[params]: Given<C[Code]>
) => Message;

/** Makes messages of a catalogue: a code that it lacks, or a parameter that its sentence lacks, does not compile. */
export function defineMessages<const C extends Catalogue>(_catalogue: C): MessageMaker<C> {
  return (code, ...[params]) => (params === undefined ? { code } : { code, params });
}
