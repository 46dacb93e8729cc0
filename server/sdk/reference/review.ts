import type { Message } from '../../messages/message.ts';
import type { JsonObject } from '../json.ts';
import type { Db } from '../records.ts';

/** The longest name that is looked up, matched and kept in a rule, in UTF-16 code units. */
export const MAX_ENTITY_NAME = 500;

/** What the kinds of references to tables begin with; the table follows. */
export const TABLE_KIND = 'table:';

/** A record that a name in a source can mean. */
export interface Entity {
  readonly entityId: string;
  readonly name: string;
  /** What else tells it from others of its name, such as a city; else empty. */
  readonly place: string;
}

/** A name for which similar records are looked for. */
export interface AskedName {
  readonly name: string;
  /** A record that is not offered: the one that an import created for the name. */
  readonly except: string | null;
}

export interface SimilarEntity extends Entity {
  /** The position of the name in the list that was asked. */
  readonly asked: number;
  /** From 0 to 1. */
  readonly score: number;
}

export interface NewEntity {
  readonly projectId: string;
  readonly name: string;
  /** What else is known of it, by the kind's own names. */
  readonly details: JsonObject;
}

/**
 * A kind of record that names in a source can mean: what the review queue asks about and rules are about. An importer
 * lists its kinds in `review`; every call is about one project, and never reaches a record of another.
 */
export interface ReviewKind {
  /** A stable name, kept with matches and rules. */
  readonly kind: string;
  /** How people call one of its records. */
  readonly label: string;
  /** A source says of a name where it is, such as the city of a venue: of one name there may be several. */
  readonly hasPlace?: boolean;
  /** What a name, with the place that a source gives, is kept under: equal for names that mean the same; '' for none. */
  keyOf(db: Db, name: string, place: string): Promise<string>;
  /** The id of the record as it is kept, which is then locked; null where the project has none of this id. */
  lock(db: Db, projectId: string, id: string): Promise<string | null>;
  /** The sentence about an id of which the project has none. */
  notFound(id: string): Message;
  /** Makes a record of this name, or finds the one that is there with it; gives its id. */
  create(db: Db, entity: NewEntity): Promise<string>;
  /** A person has looked at a record that an import created. Absent where imports create none that wait for review. */
  confirm?(db: Db, projectId: string, id: string): Promise<void>;
  /** Puts another record, or (null) none, in the place of one that an import created, and removes that. */
  replace?(db: Db, projectId: string, id: string, by: string | null): Promise<void>;
  /** For each name the records whose names are most alike, the best first. */
  similar(db: Db, projectId: string, names: readonly AskedName[]): Promise<readonly SimilarEntity[]>;
  /** Records whose name contains the text, whatever its case, by name. */
  search(db: Db, projectId: string, text: string, limit: number): Promise<readonly Entity[]>;
  /** Those of the records that are there. */
  named(db: Db, projectId: string, ids: readonly string[]): Promise<readonly Entity[]>;
}
