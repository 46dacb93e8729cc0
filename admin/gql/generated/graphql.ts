/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The token, and the account to create. */
export type AcceptInvitationInput = {
  /** The person's name; their address if absent. */
  name?: string | null | undefined;
  /** The password of the new account, 8 to 128 characters. Leave it out if you are signed in with an existing account. */
  password?: string | null | undefined;
  /** The token that addMember returned. */
  token: string;
};

/** The new member, the project and the role. */
export type AddMemberInput = {
  /** The person's e-mail address. */
  email: string;
  /** The project's id. */
  projectId: string;
  /** The member's role in the project. */
  role: Role;
};

/** The member and the new role. */
export type ChangeMemberRoleInput = {
  /** The project's id. */
  projectId: string;
  /** The new role. */
  role: Role;
  /** The member's userId. */
  userId: string;
};

/** The current and the new password. */
export type ChangePasswordInput = {
  /** The current password. */
  currentPassword: string;
  /** The new password, 8 to 128 characters. */
  newPassword: string;
};

/** The corrected rows to check. */
export type CheckRowsInput = {
  /** At least one row. */
  corrections: Array<RowCorrectionInput>;
  /** The import's id. */
  importId: string;
};

/** Columns that make up one value. */
export type ColumnJoinInput = {
  /** The columns, in the order in which their cells are joined. Empty cells are left out. 2 to 20 columns. */
  columns: Array<string>;
  /** The text between the cells; it may be empty. At most 100 characters. */
  separator: string;
};

/** The mapping of a column. */
export type ColumnMappingInput = {
  /** The source's column. */
  column: string;
  /** The importer's field; null to ignore the column. */
  field?: string | null | undefined;
  /** Divides the column among several fields; `field` is null then. */
  split?: ColumnSplitInput | null | undefined;
  /** Replacements for some of the column's values. The stored row keeps its original values. */
  values?: Array<ValueMappingInput> | null | undefined;
};

/** Divides a column among several fields. Give either a separator or a place. */
export type ColumnSplitInput = {
  /** The place at which the column is split, where it has no separator. */
  at?: SplitPlace | null | undefined;
  /** The field of each part, in their order; null leaves a part out. The last one takes all that remains. 2 to 20 parts. */
  fields: Array<string | null | undefined>;
  /** The plain text at which the column is split. 1 to 100 characters. */
  separator?: string | null | undefined;
};

/** A filter of contacts. A contact must match all conditions. */
export type ContactFilter = {
  /** Only contacts that the import with this id created, changed or matched. */
  importId?: string | null | undefined;
  /** Only contacts on the contact list with this id. */
  listId?: string | null | undefined;
  /** Search terms. Each term must be part of a name, the company, the e-mail address or the phone number (case-insensitive). For a phone number, digits suffice. */
  search?: string | null | undefined;
};

/** The order of a list of contacts. */
export type ContactOrder = {
  /** The sort direction. */
  direction: SortDirection;
  /** The sort field. */
  field: ContactOrderField;
};

/** The sort field of a list of contacts. Contacts without the phone number or e-mail address are last in ASC and first in DESC. */
export type ContactOrderField =
  /** The time at which it was created. */
  | 'CREATED_AT'
  /** The e-mail address. */
  | 'EMAIL'
  /** The phone number. */
  | 'PHONE';

/** The new key. */
export type CreateApiKeyInput = {
  /** The time at which the key expires; never if absent. */
  expiresAt?: string | null | undefined;
  /** The name, at most 100 characters, unique among the active keys of the project. */
  name: string;
  /** The project that the key gives access to. */
  projectId: string;
  /** The key's role in the project. */
  role: Role;
};

/** A record of the project that names can mean, such as a venue. */
export type CreateEntityInput = {
  /** Texts by the field names of the type: for a venue, address, city, region, postalCode, country, phone and website. */
  details?: unknown;
  /** The kind. */
  kind: EntityKind;
  /** Its name. */
  name: string;
  /** The project. */
  projectId: string;
  /** With RECORD: the table, as the importer names it. */
  target?: string | null | undefined;
};

/** The new project. */
export type CreateProjectInput = {
  /** The permanent id, such as "crm": 1 to 63 of a to z, 0 to 9 and hyphens. Generated if absent. */
  id?: string | null | undefined;
  /** The name, at most 100 characters. */
  name: string;
};

/** A recurring import. */
export type CreateScheduleInput = {
  /** Rows per chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
  /** The times, in five fields as in crontab: minute, hour, day of the month, month, day of the week. */
  cron: string;
  /** The rules of fields, as startImport takes them. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** The importer's name. */
  importer: string;
  /** The mapping, as startImport takes it; if absent, the suggestions at each run. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** Stop an import if more than this share of its rows fails, 0 to 1. */
  maxErrorRate?: number | null | undefined;
  /** The name, 1 to 100 characters, unique in the project. */
  name: string;
  /** The policy for duplicates; the importer's first policy if absent. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options. */
  options?: unknown;
  /** The project to write records to. */
  projectId: string;
  /** The IANA time zone of the times, such as Europe/Berlin. UTC if absent. */
  timeZone?: string | null | undefined;
  /** The URL to fetch, as in startImport. Credentials and query are stored encrypted and never shown again. */
  url: string;
};

/** Decisions about the review queue. */
export type DecideEntityMatchesInput = {
  /** 1 to 500 decisions. Either all are saved or none. */
  decisions: Array<EntityMatchDecisionInput>;
  /** The project. */
  projectId: string;
};

/** How a message is sent. */
export type DeliveryKind =
  /** By e-mail, to one address. */
  | 'EMAIL'
  /** By a signed POST. */
  | 'WEBHOOK';

/** PENDING while it is being sent, DELIVERED once the receiver accepts it, FAILED after the last attempt, NOT_SENT if no mail server is configured. */
export type DeliveryStatus =
  /** The receiver accepted the message. */
  | 'DELIVERED'
  /** The last attempt failed, or the receiver rejected the message permanently. */
  | 'FAILED'
  /** No mail server is configured. */
  | 'NOT_SENT'
  /** The message is being sent, or will be retried. */
  | 'PENDING';

/** The failed rows to discard. */
export type DiscardFailedRowsInput = {
  /** The rows. An empty filter selects all open rows. */
  filter: FailedRowFilter;
  /** The import's id. */
  importId: string;
};

/** The format of a download. */
export type DownloadFormat =
  /** UTF-8 with a byte order mark, for spreadsheets. */
  | 'CSV'
  /** A JSON object on each line. */
  | 'JSONL';

/** What happens to a row that matches an existing record or an earlier row of the same import: SKIP leaves the record unchanged, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes the row a failed row. */
export type DuplicatePolicy =
  /** The row fills empty fields and overwrites nothing. */
  | 'ENRICH'
  /** The row becomes a failed row with DUPLICATE. */
  | 'FAIL'
  /** The record stays as it is. */
  | 'SKIP'
  /** Values of the row replace those of the record. Empty values change nothing. */
  | 'UPDATE';

/** A decision about a name in a source. */
export type EntityAction =
  /** Create it, or keep the record that an import created. */
  | 'CREATE'
  /** Import rows without it. The record that an import created for it is removed. */
  | 'IGNORE'
  /** Link it to the project's record with the id entityId. */
  | 'LINK';

/** A filter of venues, organizers or categories. An entity must match all conditions. */
export type EntityFilter = {
  /** Only entities that an import created and that need review (true), or only others (false). */
  needsReview?: boolean | null | undefined;
  /** Part of the name (case-insensitive). */
  search?: string | null | undefined;
};

/** The kind of record that a name in a source refers to. */
export type EntityKind =
  /** A category of events. */
  | 'CATEGORY'
  /** An organizer. */
  | 'ORGANIZER'
  /** A record that a reference of an importer's field looks for; `target` names its table. */
  | 'RECORD'
  /** A venue. */
  | 'VENUE';

/** A decision about an entity of the review queue. */
export type EntityMatchDecisionInput = {
  /** The kind. */
  action: EntityAction;
  /** With LINK: the project's record of this kind. */
  entityId?: string | null | undefined;
  /** The entityMatch's id. */
  id: string;
};

/** A filter of the review queue. An entity must match all conditions. */
export type EntityMatchFilter = {
  /** Only entities of this kind. */
  kind?: EntityKind | null | undefined;
  /** Only entities that rows wait for. */
  parked?: boolean | null | undefined;
  /** Part of the name (case-insensitive). */
  search?: string | null | undefined;
  /** Only records that are looked for in this table, as the importer names it. */
  target?: string | null | undefined;
};

/** A filter of events. An event must match all conditions. */
export type EventFilter = {
  /** Only events of this category. */
  categoryId?: string | null | undefined;
  /** Only events that are missing from the source of the import with this id. */
  missingFrom?: string | null | undefined;
  /** Only events of this organizer. */
  organizerId?: string | null | undefined;
  /** Only removed events (true) or only other events (false). */
  removed?: boolean | null | undefined;
  /** Part of the title or the URL (case-insensitive). */
  search?: string | null | undefined;
  /** Only events that start at or after this time. */
  startsAfter?: string | null | undefined;
  /** Only events that start before this time. */
  startsBefore?: string | null | undefined;
  /** Only events at this venue. */
  venueId?: string | null | undefined;
};

/** The sort order of events. */
export type EventOrder = {
  /** The sort direction. */
  direction: SortDirection;
  /** The sort field. */
  field: EventOrderField;
};

/** The sort field of events. */
export type EventOrderField =
  /** The start. */
  | 'START'
  /** The title. */
  | 'TITLE';

/** A filter of open failed rows. A row must match all conditions. If you give code and field, a row needs an error with both. */
export type FailedRowFilter = {
  /** Rows with an error of this code. */
  code?: string | null | undefined;
  /** Rows with an error of this field. */
  field?: string | null | undefined;
  /** Rows with these numbers. An empty list is an InvalidInputError. */
  rowNumbers?: Array<number> | null | undefined;
};

/** OPEN until the row is corrected and imported (RESOLVED) or discarded (DISCARDED). */
export type FailedRowStatus =
  /** The row was discarded. It is kept. */
  | 'DISCARDED'
  /** The row waits for a correction. */
  | 'OPEN'
  /** The row was corrected and imported. */
  | 'RESOLVED';

/** What a field gets beside or instead of the cell of a column. A field with a constant or a join takes no column. */
export type FieldRuleInput = {
  /** The value of every row, as the source would write it. 1 to 1,000 characters. */
  constant?: string | null | undefined;
  /** The value of a row that has none, after the steps, as the source would write it. 1 to 1,000 characters. */
  default?: string | null | undefined;
  /** The importer's field. */
  field: string;
  /** The columns whose cells make up the value. */
  join?: ColumnJoinInput | null | undefined;
  /** Changes of the text, one after the other. At most 20. */
  steps?: Array<TextStepInput> | null | undefined;
};

/** An action on an import. */
export type ImportAction =
  /** cancelImport. */
  | 'CANCEL'
  /** discardFailedRows. */
  | 'DISCARD_ROWS'
  /** pauseImport. */
  | 'PAUSE'
  /** resumeImport. */
  | 'RESUME'
  /** retryImport: everything that did not succeed. */
  | 'RETRY'
  /** retryFailedRows: selected or corrected failed rows. */
  | 'RETRY_ROWS'
  /** undoImport. */
  | 'UNDO';

/** A filter of imports. An import must match all conditions. */
export type ImportFilter = {
  /** Only imports requested at or after this time. */
  createdAfter?: string | null | undefined;
  /** Only imports requested before this time. */
  createdBefore?: string | null | undefined;
  /** Only dry runs (true) or only other imports (false). */
  dryRun?: boolean | null | undefined;
  /** Only imports of this importer. */
  importer?: string | null | undefined;
  /** Part of the name of the source or the actor (case-insensitive), or an id. */
  search?: string | null | undefined;
  /** Only imports with one of these statuses. */
  status?: Array<ImportStatus> | null | undefined;
};

/** How an import runs. */
export type ImportMode =
  /** By jobs: watch it by importProgress. */
  | 'ASYNC'
  /** Within the request: it is done when the response arrives. */
  | 'SYNC';

/** SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most. */
export type ImportModeChoice =
  /** As background jobs. Watch the import with importProgress. */
  | 'ASYNC'
  /** Chosen by the size of the source. It is an input only and is never returned. */
  | 'AUTO'
  /** Within the request: the import is finished when the response arrives. If a transient error interrupts it, the response waits up to 20 s more and may be RUNNING. */
  | 'SYNC';

/** The order of a list of imports. */
export type ImportOrder = {
  /** The sort direction. */
  direction: SortDirection;
  /** The sort field. */
  field: ImportOrderField;
};

/** The sort field of a list of imports. */
export type ImportOrderField =
  /** The time at which the import was started. */
  | 'CREATED_AT'
  /** The time at which the import ended. */
  | 'FINISHED_AT'
  /** The status, in the order of ImportStatus. */
  | 'STATUS';

/** What the import is doing, or did last. percent and etaSeconds refer to this phase. */
export type ImportPhase =
  /** The import reads the source and applies its rows. */
  | 'IMPORT'
  /** The import retries failed rows. */
  | 'RETRY'
  /** The import is being undone. */
  | 'UNDO';

/** The source of the rows. Give exactly one of these fields. */
export type ImportSourceInput =
  {   /** A small file within this request. */
  file: File; importId?: never; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never;   /** The id of an earlier import whose rows to import, with the corrections made there. Use it to import the rows of a dry run. */
  importId: string; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never;   /** Records inline, as a JSON array of objects, at most 10 MB. */
  rows: Array<unknown>; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never; rows?: never;   /** The id of a finished resumable upload. You can use it until it expires. */
  uploadId: string; url?: never; }
  |  { file?: never; importId?: never; rows?: never; uploadId?: never;   /** The http or https URL to fetch: a file (such as CSV or JSON, also gzipped), a sitemap or its index, or a feed. Credentials in the URL (https://user:password@...) are sent as Basic authentication. */
  url: string; };

/** The status of an import. COMPLETED means that every row has a good outcome. */
export type ImportStatus =
  /** Cancelled by a user. Rows that were imported stay. */
  | 'CANCELLED'
  /** Every row has a good outcome. */
  | 'COMPLETED'
  /** Every row has an outcome, and some are failed or discarded. */
  | 'COMPLETED_WITH_ERRORS'
  /** The import stopped; statusReason says why. Imported rows stay, and pending rows stay pending. */
  | 'FAILED'
  /** Paused by a user. */
  | 'PAUSED'
  /** Accepted and stored. The import waits for a worker or for a free slot of the project. */
  | 'QUEUED'
  /** The source is being read and its rows applied. */
  | 'RUNNING'
  /** Being undone. */
  | 'UNDOING'
  /** Undone. `undo` lists the records that were kept or errored. */
  | 'UNDONE';

/** The source to inspect, and the importer. */
export type InspectSourceInput = {
  /** Rules of fields to try on the first rows. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** A mapping to try on the first rows, see mappedRows. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** The importer's own options, for mappedRows. */
  options?: unknown;
  /** The project to import to. */
  projectId: string;
  /** The source of the rows. */
  source: ImportSourceInput;
};

/** A sign beside a number. */
export type NumberSign =
  /** A currency sign or code at either end, such as €, USD or CHF. */
  | 'CURRENCY'
  /** The percent sign. The number stays as it is: 12 % becomes 12. */
  | 'PERCENT';

/** A mapping, and rows to try it on. */
export type PreviewMappingInput = {
  /** The source's columns, as inspectSource returns them. */
  columns: Array<string>;
  /** The rules of fields, as startImport takes them. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** Its locale and date format apply. */
  format?: SourceFormatInput | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** The mapping, as startImport takes it. */
  mapping: Array<ColumnMappingInput>;
  /** The importer's own options. */
  options?: unknown;
  /** The project to import to. */
  projectId: string;
  /** Rows as in sampleRows: column name to value, at most 20. */
  rows: Array<unknown>;
};

/** What a field of a record is, and so which filters it takes. */
export type RecordFieldKind =
  /** True or false, filtered by `equals` and `isEmpty`. */
  | 'BOOLEAN'
  /** A date as yyyy-MM-dd, filtered by `equals`, `from`, `to` and `isEmpty`. */
  | 'DATE'
  /** A time in ISO 8601, filtered by `equals`, `from`, `to` and `isEmpty`. */
  | 'DATE_TIME'
  /** A number, filtered by `equals`, `from`, `to` and `isEmpty`. */
  | 'NUMBER'
  /** A list or an object, filtered by `isEmpty`. Records are not sorted by it. */
  | 'OTHER'
  /** A text, filtered by `equals`, `contains` and `isEmpty`. */
  | 'TEXT';

/** A filter of one field. A record must match all of its conditions. `RecordFieldKind` says which conditions a field takes. */
export type RecordFilterInput = {
  /** Only records whose value contains this text (case-insensitive). */
  contains?: string | null | undefined;
  /** Only records with exactly this value. A number can also be a text of digits, a date is yyyy-MM-dd, a time is ISO 8601. */
  equals?: unknown;
  /** The name of the field, one of `Importer.recordFields`. */
  field: string;
  /** Only records with this value or a greater one. */
  from?: unknown;
  /** Only records without a value (true) or only those with one (false). */
  isEmpty?: boolean | null | undefined;
  /** Only records with this value or a smaller one. */
  to?: unknown;
};

/** The order of a list of records. Records without a value are last in ASC and first in DESC; equal ones are in the order of their ids. */
export type RecordOrder = {
  /** The sort direction. */
  direction: SortDirection;
  /** The name of the field, one of `Importer.recordFields`. */
  field: string;
};

/** The member and the project. */
export type RemoveMemberInput = {
  /** The project's id. */
  projectId: string;
  /** The member's userId. */
  userId: string;
};

/** The project and its new name. */
export type RenameProjectInput = {
  /** The new name, at most 100 characters. */
  name: string;
  /** The project's id. */
  projectId: string;
};

/** With only corrections, the corrected rows. With a filter, the open rows that match it, corrected if a correction is also given. With neither, all open rows. An empty list is an InvalidInputError and never means "all". */
export type RetryFailedRowsInput = {
  /** Corrections of some of the rows. */
  corrections?: Array<RowCorrectionInput> | null | undefined;
  /** The rows. */
  filter?: FailedRowFilter | null | undefined;
  /** The import's id. */
  importId: string;
};

/** A role in a project: a VIEWER reads, an EDITOR also imports, an ADMIN also manages the project. */
export type Role =
  /** Also manages members, keys, notifications and the name of the project. */
  | 'ADMIN'
  /** Also starts, controls, corrects and undoes imports. */
  | 'EDITOR'
  /** Reads everything in the project, including downloads. */
  | 'VIEWER';

/** A correction of a failed row. */
export type RowCorrectionInput = {
  /** The row's number. */
  rowNumber: number;
  /** An object of column name to value. Columns that it does not name stay unchanged. */
  values: unknown;
};

/** The outcome of a row. */
export type RowOutcome =
  /** The row created a record. */
  | 'CREATED'
  /** The row was discarded. */
  | 'DISCARDED'
  /** The row waits for a correction. */
  | 'FAILED'
  /** The policy left the record unchanged: SKIP, or ENRICH if the record already has other values. */
  | 'SKIPPED'
  /** The record already has these values. */
  | 'UNCHANGED'
  /** The row changed a record. */
  | 'UPDATED';

/** A mapping to save under a name. */
export type SaveMappingInput = {
  /** The rules of fields, as startImport takes them. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** The format settings that override what was detected. */
  format?: SourceFormatInput | null | undefined;
  /** All columns of the source, as inspectSource returns them. The mapping is suggested for files with the same columns. */
  headers: Array<string>;
  /** The importer that the mapping is for. */
  importer: string;
  /** The mapping, as startImport takes it. */
  mapping: Array<ColumnMappingInput>;
  /** The name, 1 to 200 characters. */
  name: string;
  /** The project that the mapping belongs to. */
  projectId: string;
};

/** STARTED: the run started an import. OVERLAPPED: the run was skipped because the previous import had not ended. REFUSED: no import could be started. */
export type ScheduleOutcome =
  /** The run was skipped because the previous import had not ended. */
  | 'OVERLAPPED'
  /** No import could be started; the reason says why. */
  | 'REFUSED'
  /** The run started an import. */
  | 'STARTED';

/** The meaning of a source's name in the project. */
export type SetEntityRuleInput = {
  /** The project's entity; null if events are imported without it. */
  entityId?: string | null | undefined;
  /** The kind of the named entity. */
  kind: EntityKind;
  /** The name, as the source spells it. Case, accents and punctuation are ignored. */
  name: string;
  /** For venues: the city, if the source gives it. */
  place?: string | null | undefined;
  /** The project. */
  projectId: string;
  /** With RECORD: the table, as the importer names it. */
  target?: string | null | undefined;
};

/** The project and its maximum number of concurrent imports. */
export type SetMaxConcurrentImportsInput = {
  /** From 1 to 100; null for the server's default (SLUICE_MAX_CONCURRENT_IMPORTS). */
  maxConcurrentImports?: number | null | undefined;
  /** The project's id. */
  projectId: string;
};

/** The sort direction. */
export type SortDirection =
  /** The smallest or oldest first. */
  | 'ASC'
  /** The largest or newest first. */
  | 'DESC';

/** Overrides what was detected. Absent fields are detected. */
export type SourceFormatInput = {
  /** The format of dates for fields of the type date, in Unicode notation such as dd/MM/yyyy or d MMM yyyy. yyyy-MM-dd is always understood too. */
  dateFormat?: string | null | undefined;
  /** One ASCII character between cells; \t is a tab. */
  delimiter?: string | null | undefined;
  /** The encoding, such as utf-8 or windows-1252. */
  encoding?: string | null | undefined;
  /** 1-based line (in a spreadsheet, row) of the header; 0 if there is no header. */
  headerRow?: number | null | undefined;
  /** The locale by which numbers and dates are written (BCP 47), such as de for 1.234,56 and 31.12.2026. If absent, numbers have a decimal point and no grouping, and dates are yyyy-MM-dd. dateFormat overrides it for dates. */
  locale?: string | null | undefined;
  /** One ASCII character around cells; empty for none. */
  quote?: string | null | undefined;
  /** The name of a spreadsheet's sheet. */
  sheet?: string | null | undefined;
};

/** A place at which a column is split without a separator. */
export type SplitPlace =
  /** White space, counted from the end: "Ludwig van" and "Beethoven". */
  | 'LAST_SPACE'
  /** Line breaks. */
  | 'LINE_BREAK'
  /** White space, counted from the start. */
  | 'WHITE_SPACE';

/** What to import and how. */
export type StartImportInput = {
  /** Rows per chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
  /** Write nothing, and show what the import would do in `counts`, `changes` and the failed rows. */
  dryRun?: boolean | null | undefined;
  /** Constants, defaults, joined columns and changes of texts, at most one rule for each field. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** A key that prevents duplicate imports. The same key with the same input returns the first import; with different input, a ConflictError. */
  idempotencyKey?: string | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** The complete mapping; the suggested mapping if absent. A column that it does not name goes to the importer's catch-all. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** Stop with status FAILED, without losing rows, if more than this share of the rows fails, 0 to 1. */
  maxErrorRate?: number | null | undefined;
  /** The mode; AUTO if absent. */
  mode?: ImportModeChoice | null | undefined;
  /** The recipients of an e-mail when the import ends: at most 10 addresses of members of the project or of domains that its administrators allow. */
  notifyEmails?: Array<string> | null | undefined;
  /** The policy for duplicates; the importer's first policy if absent. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options, as in its optionsSchema. */
  options?: unknown;
  /** The project to write records to. */
  projectId: string;
  /** The source of the rows. */
  source: ImportSourceInput;
  /** The URL that gets a signed POST (Standard Webhooks) when the import ends. */
  webhookUrl?: string | null | undefined;
};

/** Imports to start together. */
export type StartImportsInput = {
  /** The imports, 1 to 50, in any projects. */
  imports: Array<StartImportInput>;
};

/** The importer to turn off or on. */
export type SwitchStartingInput = {
  /** The importer's name. All importers if absent. */
  importer?: string | null | undefined;
  /** Whether such imports can be started. */
  on: boolean;
  /** A reason that is shown to users who try to start an import, at most 500 characters. */
  reason?: string | null | undefined;
};

/** A filter of pages. A page must match all conditions. */
export type TaxonomyFilter = {
  /** Only pages directly below the page with this id, in order. */
  parentId?: string | null | undefined;
  /** Only pages without a parent, the roots of the trees. */
  rootsOnly?: boolean | null | undefined;
  /** Part of the URL or of the title (case-insensitive). */
  search?: string | null | undefined;
  /** Only pages of this site, such as https://example.com. */
  site?: string | null | undefined;
};

/** The case of letters, by the rules of the locale. */
export type TextCase =
  /** All letters in lower case. */
  | 'LOWER'
  /** The first letter of each word in upper case, the others in lower case. */
  | 'TITLE'
  /** All letters in upper case. */
  | 'UPPER';

/** A text and what stands in its place, each of at most 1,000 characters. */
export type TextReplacementInput = {
  /** The plain text to find. */
  find: string;
  /** The replacement; empty removes what is found. */
  with: string;
};

/** A change of a text. Give exactly one of these fields. */
export type TextStepInput =
  {   /** Changes upper and lower case. */
  case: TextCase; remove?: never; replace?: never; trim?: never; }
  |  { case?: never;   /** Removes a sign beside a number. */
  remove: NumberSign; replace?: never; trim?: never; }
  |  { case?: never; remove?: never;   /** Replaces all occurrences of a text. */
  replace: TextReplacementInput; trim?: never; }
  |  { case?: never; remove?: never; replace?: never;   /** Removes white space. */
  trim: TrimMode; };

/** The white space that a step removes. */
export type TrimMode =
  /** White space at both ends. */
  | 'ENDS'
  /** Also makes each run of white space within the text a single space. */
  | 'SPACES';

/** The effect of an undo on a record. */
export type UndoResult =
  /** The database refused. */
  | 'ERRORED'
  /** The undo kept the record unchanged. */
  | 'KEPT'
  /** The undo reversed the change. */
  | 'REVERSED';

/** The changes to a schedule. Absent fields stay unchanged. Null resets format, mapping, fieldRules, options, onDuplicate, chunkSize or maxErrorRate to its default. */
export type UpdateScheduleInput = {
  /** Rows per chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
  /** The times, in five fields as in crontab: minute, hour, day of the month, month, day of the week. */
  cron?: string | null | undefined;
  /** The rules of fields, as startImport takes them. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** The schedule's id. */
  id: string;
  /** The mapping, as startImport takes it; if absent, the suggestions at each run. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** Stop an import if more than this share of its rows fails, 0 to 1. */
  maxErrorRate?: number | null | undefined;
  /** The name, 1 to 100 characters, unique in the project. */
  name?: string | null | undefined;
  /** The policy for duplicates; the importer's first policy if absent. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options. */
  options?: unknown;
  /** The IANA time zone of the times, such as Europe/Berlin. */
  timeZone?: string | null | undefined;
  /** The URL to fetch, as in startImport. Credentials and query are stored encrypted and never shown again. */
  url?: string | null | undefined;
};

/** A replacement for a value. A cell matches by its exact text, else without surrounding white space and case. */
export type ValueMappingInput = {
  /** The original text of the cell. */
  from: string;
  /** The text to import instead; null for nothing, as if the cell were empty. */
  to?: string | null | undefined;
};

type ActionAnswer_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: string, params: unknown };

type ActionAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', message: string, code: string, params: unknown };

type ActionAnswer_ImportActionSuccess_Fragment = { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } };

type ActionAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type ActionAnswer_LimitExceededError_Fragment = { __typename: 'LimitExceededError', message: string, code: string, params: unknown };

type ActionAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: string, params: unknown };

export type ActionAnswerFragment =
  | ActionAnswer_ConflictError_Fragment
  | ActionAnswer_ForbiddenError_Fragment
  | ActionAnswer_ImportActionSuccess_Fragment
  | ActionAnswer_InvalidInputError_Fragment
  | ActionAnswer_LimitExceededError_Fragment
  | ActionAnswer_NotFoundError_Fragment
;

export type PauseImportMutationVariables = Exact<{
  id: string;
}>;


export type PauseImportMutation = { pauseImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type CancelImportMutationVariables = Exact<{
  id: string;
}>;


export type CancelImportMutation = { cancelImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type ResumeImportMutationVariables = Exact<{
  id: string;
  maxErrorRate?: number | null | undefined;
}>;


export type ResumeImportMutation = { resumeImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type RetryImportMutationVariables = Exact<{
  id: string;
}>;


export type RetryImportMutation = { retryImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type RetryFailedRowsMutationVariables = Exact<{
  input: RetryFailedRowsInput;
}>;


export type RetryFailedRowsMutation = { retryFailedRows:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type DiscardFailedRowsMutationVariables = Exact<{
  input: DiscardFailedRowsInput;
}>;


export type DiscardFailedRowsMutation = { discardFailedRows:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type CheckRowsMutationVariables = Exact<{
  input: CheckRowsInput;
}>;


export type CheckRowsMutation = { checkRows:
    | { __typename: 'CheckRowsSuccess', data: Array<{ id: string, rowNumber: number, line: number | null, values: unknown, corrections: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, params: unknown, field: string | null, column: string | null, value: string | null, message: string }>, origin: { importId: string, rowNumber: number } | null, reimportedAs: { importId: string, rowNumber: number } | null }> }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type UndoImportMutationVariables = Exact<{
  id: string;
}>;


export type UndoImportMutation = { undoImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type UndoPreviewQueryVariables = Exact<{
  id: string;
}>;


export type UndoPreviewQuery = { import: { id: string, undoPreview: { reversed: number, kept: number, errored: number } | null } | null };

export type UndoReportQueryVariables = Exact<{
  id: string;
  first: number;
  keptOffset: number;
  erroredOffset: number;
}>;


export type UndoReportQuery = { import: { id: string, undo: { counts: { reversed: number, kept: number, errored: number }, kept: { totalCount: number, edges: Array<{ node: { recordId: string, reason: { code: string, params: unknown, text: string } } }> }, errored: { totalCount: number, edges: Array<{ node: { recordId: string, reason: { code: string, params: unknown, text: string } } }> } } | null } | null };

export type DeliveryPartsFragment = { id: string, kind: DeliveryKind, target: string, event: string, status: DeliveryStatus, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, attempts: Array<{ at: string, durationMs: number, status: number | null, error: { code: string, params: unknown, text: string } | null }> };

export type DeliveriesQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type DeliveriesQuery = { import: { id: string, deliveries: { totalCount: number, edges: Array<{ node: { id: string, kind: DeliveryKind, target: string, event: string, status: DeliveryStatus, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, attempts: Array<{ at: string, durationMs: number, status: number | null, error: { code: string, params: unknown, text: string } | null }> } }> } } | null };

export type RedeliverMutationVariables = Exact<{
  id: string;
}>;


export type RedeliverMutation = { redeliver:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'RedeliverSuccess', data: { id: string, kind: DeliveryKind, target: string, event: string, status: DeliveryStatus, createdAt: string, finishedAt: string | null, nextAttemptAt: string | null, attempts: Array<{ at: string, durationMs: number, status: number | null, error: { code: string, params: unknown, text: string } | null }> } }
   };

export type AssessmentQueryVariables = Exact<{
  id: string;
}>;


export type AssessmentQuery = { import: { id: string, assessment: { canProceed: boolean, successRate: number, validationRate: number, entityResolutionRate: number | null, thresholds: unknown } | null } | null };

export type FailedRowsUrlQueryVariables = Exact<{
  id: string;
  format: DownloadFormat;
}>;


export type FailedRowsUrlQuery = { import: { id: string, failedRowsUrl: string } | null };

export type AuditTrailUrlQueryVariables = Exact<{
  id: string;
  format: DownloadFormat;
}>;


export type AuditTrailUrlQuery = { import: { id: string, auditTrailUrl: string } | null };

export type ImportSummaryFragment = { id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } };

export type ImportDetailFragment = { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } };

export type ImportsQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: ImportFilter | null | undefined;
  orderBy?: ImportOrder | null | undefined;
}>;


export type ImportsQuery = { imports: { totalCount: number, edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }> } };

export type ImportQueryVariables = Exact<{
  id: string;
}>;


export type ImportQuery = { import: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } | null };

export type FailedRowPartsFragment = { id: string, rowNumber: number, line: number | null, values: unknown, corrections: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, params: unknown, field: string | null, column: string | null, value: string | null, message: string }>, origin: { importId: string, rowNumber: number } | null, reimportedAs: { importId: string, rowNumber: number } | null };

export type FailedRowsQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
  status?: FailedRowStatus | null | undefined;
  code?: string | null | undefined;
  field?: string | null | undefined;
}>;


export type FailedRowsQuery = { import: { id: string, failedRows: { totalCount: number, edges: Array<{ node: { id: string, rowNumber: number, line: number | null, values: unknown, corrections: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, params: unknown, field: string | null, column: string | null, value: string | null, message: string }>, origin: { importId: string, rowNumber: number } | null, reimportedAs: { importId: string, rowNumber: number } | null } }> } } | null };

export type AuditTrailQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type AuditTrailQuery = { import: { id: string, auditTrail: { totalCount: number, edges: Array<{ node: { at: string, actor: string, action: string, detail: unknown } }> } } | null };

export type ChunksQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type ChunksQuery = { import: { id: string, chunks: { totalCount: number, edges: Array<{ node: { index: number, status: string, firstRow: number, lastRow: number, attempts: Array<{ at: string, code: string, error: { code: string, params: unknown, text: string } }> } }> } } | null };

export type ProgressFragment = { id: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } };

export type ImportProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type ImportProgressSubscription = { importProgress: { id: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } };

export type ProjectImportsSubscriptionVariables = Exact<{
  projectId: string;
}>;


export type ProjectImportsSubscription = { projectImports: { id: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } };

export type OverviewQueryVariables = Exact<{
  projectId: string;
  days: number;
  timeZone: string;
  running: ImportFilter;
  failed: ImportFilter;
}>;


export type OverviewQuery = { projectStatistics: { imports: number, rows: number, errorRate: number | null, days: Array<{ day: string, imports: number, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number }> } | null, running: { totalCount: number, edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }> }, failed: { totalCount: number, edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }> } };

export type ProjectPartsFragment = { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null };

export type MemberPartsFragment = { userId: string, email: string, name: string, role: Role, addedAt: string };

export type InvitationPartsFragment = { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null };

export type ApiKeyPartsFragment = { id: string, name: string, prefix: string, role: Role, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type ProjectQueryVariables = Exact<{
  id: string;
}>;


export type ProjectQuery = { project: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } | null };

export type MembersQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type MembersQuery = { project: { id: string, members: { totalCount: number, edges: Array<{ node: { userId: string, email: string, name: string, role: Role, addedAt: string } }> } | null } | null };

export type InvitationsQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type InvitationsQuery = { project: { id: string, invitations: { totalCount: number, edges: Array<{ node: { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null } }> } | null } | null };

export type ApiKeysQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type ApiKeysQuery = { project: { id: string, apiKeys: { totalCount: number, edges: Array<{ node: { id: string, name: string, prefix: string, role: Role, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }> } | null } | null };

export type ProjectAuditQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type ProjectAuditQuery = { project: { id: string, auditTrail: { totalCount: number, edges: Array<{ node: { at: string, actor: string, action: string, detail: unknown, importId: string | null } }> } | null } | null };

export type StartSwitchesQueryVariables = Exact<{
  first: number;
}>;


export type StartSwitchesQuery = { startSwitches: { totalCount: number, edges: Array<{ node: { at: string, actor: string, importer: string | null, on: boolean, reason: string | null } }> } };

type ProjectAnswer_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: string, params: unknown };

type ProjectAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', message: string, code: string, params: unknown };

type ProjectAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type ProjectAnswer_LimitExceededError_Fragment = { __typename: 'LimitExceededError', message: string, code: string, params: unknown };

type ProjectAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: string, params: unknown };

type ProjectAnswer_ProjectSuccess_Fragment = { __typename: 'ProjectSuccess', data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } };

export type ProjectAnswerFragment =
  | ProjectAnswer_ConflictError_Fragment
  | ProjectAnswer_ForbiddenError_Fragment
  | ProjectAnswer_InvalidInputError_Fragment
  | ProjectAnswer_LimitExceededError_Fragment
  | ProjectAnswer_NotFoundError_Fragment
  | ProjectAnswer_ProjectSuccess_Fragment
;

export type RenameProjectMutationVariables = Exact<{
  input: RenameProjectInput;
}>;


export type RenameProjectMutation = { renameProject:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ProjectSuccess', data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } }
   };

export type SetMaxConcurrentImportsMutationVariables = Exact<{
  input: SetMaxConcurrentImportsInput;
}>;


export type SetMaxConcurrentImportsMutation = { setMaxConcurrentImports:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ProjectSuccess', data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } }
   };

export type CreateProjectMutationVariables = Exact<{
  input: CreateProjectInput;
}>;


export type CreateProjectMutation = { createProject:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ProjectSuccess', data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } }
   };

export type AllowEmailDomainsMutationVariables = Exact<{
  projectId: string;
  domains: Array<string> | string;
}>;


export type AllowEmailDomainsMutation = { allowEmailDomains:
    | { __typename: 'AllowEmailDomainsSuccess', data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } }
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type RotateWebhookSecretMutationVariables = Exact<{
  projectId: string;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'RotateWebhookSecretSuccess', secret: string, previousUntil: string | null, data: { id: string, name: string, maxConcurrentImports: number | null, emailDomains: Array<string>, webhookSecretSince: string | null } }
   };

export type AddMemberMutationVariables = Exact<{
  input: AddMemberInput;
}>;


export type AddMemberMutation = { addMember:
    | { __typename: 'AddMemberSuccess', data: { token: string | null, member: { userId: string, email: string, name: string, role: Role, addedAt: string } | null, invitation: { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null } | null } }
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

type MemberAnswer_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: string, params: unknown };

type MemberAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', message: string, code: string, params: unknown };

type MemberAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type MemberAnswer_LimitExceededError_Fragment = { __typename: 'LimitExceededError', message: string, code: string, params: unknown };

type MemberAnswer_MemberSuccess_Fragment = { __typename: 'MemberSuccess', data: { userId: string, email: string, name: string, role: Role, addedAt: string } };

type MemberAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: string, params: unknown };

export type MemberAnswerFragment =
  | MemberAnswer_ConflictError_Fragment
  | MemberAnswer_ForbiddenError_Fragment
  | MemberAnswer_InvalidInputError_Fragment
  | MemberAnswer_LimitExceededError_Fragment
  | MemberAnswer_MemberSuccess_Fragment
  | MemberAnswer_NotFoundError_Fragment
;

export type ChangeMemberRoleMutationVariables = Exact<{
  input: ChangeMemberRoleInput;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'MemberSuccess', data: { userId: string, email: string, name: string, role: Role, addedAt: string } }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'MemberSuccess', data: { userId: string, email: string, name: string, role: Role, addedAt: string } }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

type InvitationAnswer_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: string, params: unknown };

type InvitationAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', message: string, code: string, params: unknown };

type InvitationAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type InvitationAnswer_InvitationSuccess_Fragment = { __typename: 'InvitationSuccess', data: { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null } };

type InvitationAnswer_LimitExceededError_Fragment = { __typename: 'LimitExceededError', message: string, code: string, params: unknown };

type InvitationAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: string, params: unknown };

export type InvitationAnswerFragment =
  | InvitationAnswer_ConflictError_Fragment
  | InvitationAnswer_ForbiddenError_Fragment
  | InvitationAnswer_InvalidInputError_Fragment
  | InvitationAnswer_InvitationSuccess_Fragment
  | InvitationAnswer_LimitExceededError_Fragment
  | InvitationAnswer_NotFoundError_Fragment
;

export type RevokeInvitationMutationVariables = Exact<{
  id: string;
}>;


export type RevokeInvitationMutation = { revokeInvitation:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'InvitationSuccess', data: { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null } }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type AcceptInvitationMutationVariables = Exact<{
  input: AcceptInvitationInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'InvitationSuccess', data: { id: string, email: string, role: Role, createdAt: string, createdBy: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null } }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'CreateApiKeySuccess', key: string, data: { id: string, name: string, prefix: string, role: Role, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type RevokeApiKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeApiKeyMutation = { revokeApiKey:
    | { __typename: 'ApiKeySuccess', data: { id: string, name: string, prefix: string, role: Role, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'ChangePasswordSuccess', data: { email: string | null } }
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type SwitchStartingMutationVariables = Exact<{
  input: SwitchStartingInput;
}>;


export type SwitchStartingMutation = { switchStarting:
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'SwitchStartingSuccess', data: Array<{ name: string }> }
   };

export type RecordHistoryQueryVariables = Exact<{
  projectId: string;
  recordId: string;
  importer?: string | null | undefined;
  first: number;
  offset: number;
}>;


export type RecordHistoryQuery = { recordHistory: { totalCount: number, edges: Array<{ node: { rowNumber: number | null, outcome: RowOutcome, fields: Array<{ field: string, before: unknown, after: unknown }>, undo: { result: UndoResult, reason: { code: string, params: unknown, text: string } | null } | null, import: { id: string, sourceName: string, status: ImportStatus, importerName: string, createdAt: string, createdBy: string } } }> } };

export type RecordSummaryFragment = { id: string, fields: unknown, lastImport: { id: string, sourceName: string, createdAt: string } | null };

export type RecordsQueryVariables = Exact<{
  projectId: string;
  importer: string;
  first: number;
  offset?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  importId?: string | null | undefined;
  filter?: Array<RecordFilterInput> | RecordFilterInput | null | undefined;
  orderBy?: RecordOrder | null | undefined;
}>;


export type RecordsQuery = { records: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, fields: unknown, lastImport: { id: string, sourceName: string, createdAt: string } | null } }> } };

export type RecordQueryVariables = Exact<{
  projectId: string;
  importer: string;
  id: string;
}>;


export type RecordQuery = { record: { id: string, fields: unknown, lastImport: { id: string, sourceName: string, createdAt: string } | null } | null };

export type ThroughputQueryVariables = Exact<{
  id: string;
  points: number;
}>;


export type ThroughputQuery = { import: { id: string, throughput: Array<{ at: string, seconds: number, rows: number }> } | null };

export type ChangesQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
  outcome?: RowOutcome | null | undefined;
}>;


export type ChangesQuery = { import: { id: string, changes: { totalCount: number, edges: Array<{ node: { rowNumber: number, recordId: string | null, outcome: RowOutcome, fields: Array<{ field: string, before: unknown, after: unknown }> } }> } } | null };

export type RowResultsQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
  outcome?: RowOutcome | null | undefined;
  warning?: string | null | undefined;
}>;


export type RowResultsQuery = { import: { id: string, rowResults: { totalCount: number, edges: Array<{ node: { rowNumber: number, outcome: RowOutcome, recordIds: Array<string>, warnings: Array<string>, keptValues: Array<{ field: string, kept: unknown, offered: unknown }> } }> } } | null };

export type EntityMatchesQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: EntityMatchFilter | null | undefined;
}>;


export type EntityMatchesQuery = { entityMatches: { totalCount: number, edges: Array<{ node: { id: string, kind: EntityKind, target: string | null, label: string, name: string, details: unknown, source: string | null, importId: string | null, createdEntityId: string | null, createdAt: string, waitingRows: number, candidates: Array<{ entityId: string, name: string, place: string, score: number }> } }> } };

export type ReviewKindsQueryVariables = Exact<{
  projectId: string;
}>;


export type ReviewKindsQuery = { reviewKinds: Array<{ kind: EntityKind, target: string | null, label: string, hasPlace: boolean, open: number }> };

export type EntityOptionsQueryVariables = Exact<{
  projectId: string;
  kind: EntityKind;
  target?: string | null | undefined;
  search?: string | null | undefined;
  ids?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
}>;


export type EntityOptionsQuery = { entityOptions: Array<{ entityId: string, name: string, place: string }> };

export type EntityRulesQueryVariables = Exact<{
  projectId: string;
  kind: EntityKind;
  target?: string | null | undefined;
  first: number;
  offset: number;
  search?: string | null | undefined;
}>;


export type EntityRulesQuery = { entityRules: { totalCount: number, edges: Array<{ node: { key: string, kind: EntityKind, target: string | null, name: string, source: string | null, entityId: string | null, entityName: string | null, decidedBy: string | null, createdAt: string } }> } };

type ReviewAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', code: string, params: unknown, message: string };

type ReviewAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type ReviewAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, params: unknown, message: string };

type ReviewAnswer_ReviewEntitiesSuccess_Fragment = { __typename: 'ReviewEntitiesSuccess', data: { decided: number, releasedRows: number, releasedImportIds: Array<string> } };

export type ReviewAnswerFragment =
  | ReviewAnswer_ForbiddenError_Fragment
  | ReviewAnswer_InvalidInputError_Fragment
  | ReviewAnswer_NotFoundError_Fragment
  | ReviewAnswer_ReviewEntitiesSuccess_Fragment
;

export type DecideEntityMatchesMutationVariables = Exact<{
  input: DecideEntityMatchesInput;
}>;


export type DecideEntityMatchesMutation = { decideEntityMatches:
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
    | { __typename: 'ReviewEntitiesSuccess', data: { decided: number, releasedRows: number, releasedImportIds: Array<string> } }
   };

export type SetEntityRuleMutationVariables = Exact<{
  input: SetEntityRuleInput;
}>;


export type SetEntityRuleMutation = { setEntityRule:
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
    | { __typename: 'ReviewEntitiesSuccess', data: { decided: number, releasedRows: number, releasedImportIds: Array<string> } }
   };

export type DeleteEntityRuleMutationVariables = Exact<{
  projectId: string;
  kind: EntityKind;
  target?: string | null | undefined;
  key: string;
}>;


export type DeleteEntityRuleMutation = { deleteEntityRule:
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
    | { __typename: 'ReviewEntitiesSuccess', data: { decided: number, releasedRows: number, releasedImportIds: Array<string> } }
   };

export type CreateEntityMutationVariables = Exact<{
  input: CreateEntityInput;
}>;


export type CreateEntityMutation = { createEntity:
    | { __typename: 'CreateEntitySuccess', data: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type ScheduleSummaryFragment = { id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string };

export type ScheduleRunPartsFragment = { id: string, at: string, dueAt: string, actor: string, outcome: ScheduleOutcome, importId: string | null, reason: { code: string, params: unknown, text: string } | null };

export type ScheduleDetailFragment = { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> };

export type SchedulesQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
}>;


export type SchedulesQuery = { schedules: { totalCount: number, edges: Array<{ node: { id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string } }> } };

export type ScheduleQueryVariables = Exact<{
  id: string;
}>;


export type ScheduleQuery = { schedule: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } | null };

export type ScheduleRunsQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
}>;


export type ScheduleRunsQuery = { schedule: { id: string, runs: { totalCount: number, edges: Array<{ node: { id: string, at: string, dueAt: string, actor: string, outcome: ScheduleOutcome, importId: string | null, reason: { code: string, params: unknown, text: string } | null } }> } } | null };

type ScheduleAnswer_ConflictError_Fragment = { __typename: 'ConflictError', message: string, code: string, params: unknown };

type ScheduleAnswer_ForbiddenError_Fragment = { __typename: 'ForbiddenError', message: string, code: string, params: unknown };

type ScheduleAnswer_InvalidInputError_Fragment = { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type ScheduleAnswer_LimitExceededError_Fragment = { __typename: 'LimitExceededError', message: string, code: string, params: unknown };

type ScheduleAnswer_NotFoundError_Fragment = { __typename: 'NotFoundError', message: string, code: string, params: unknown };

type ScheduleAnswer_ScheduleSuccess_Fragment = { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } };

export type ScheduleAnswerFragment =
  | ScheduleAnswer_ConflictError_Fragment
  | ScheduleAnswer_ForbiddenError_Fragment
  | ScheduleAnswer_InvalidInputError_Fragment
  | ScheduleAnswer_LimitExceededError_Fragment
  | ScheduleAnswer_NotFoundError_Fragment
  | ScheduleAnswer_ScheduleSuccess_Fragment
;

export type CreateScheduleMutationVariables = Exact<{
  input: CreateScheduleInput;
}>;


export type CreateScheduleMutation = { createSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } }
   };

export type UpdateScheduleMutationVariables = Exact<{
  input: UpdateScheduleInput;
}>;


export type UpdateScheduleMutation = { updateSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } }
   };

export type PauseScheduleMutationVariables = Exact<{
  id: string;
}>;


export type PauseScheduleMutation = { pauseSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } }
   };

export type ResumeScheduleMutationVariables = Exact<{
  id: string;
}>;


export type ResumeScheduleMutation = { resumeSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } }
   };

export type DeleteScheduleMutationVariables = Exact<{
  id: string;
}>;


export type DeleteScheduleMutation = { deleteSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'ScheduleSuccess', data: { onDuplicate: DuplicatePolicy | null, options: unknown, maxErrorRate: number | null, createdAt: string, updatedAt: string, id: string, name: string, importerName: string, url: string, cron: string, timeZone: string, paused: boolean, nextRunAt: string | null, lastImportId: string | null, createdBy: string, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null }, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }> | null, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }> } }
   };

export type RunScheduleMutationVariables = Exact<{
  id: string;
}>;


export type RunScheduleMutation = { runSchedule:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'RunScheduleSuccess', data: { id: string, at: string, dueAt: string, actor: string, outcome: ScheduleOutcome, importId: string | null, reason: { code: string, params: unknown, text: string } | null } }
   };

export type ImportersQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportersQuery = { importers: Array<{ name: string, label: string, startable: boolean, maxRows: number, catchAll: string | null, templateUrl: string, optionsSchema: unknown, duplicatePolicies: Array<DuplicatePolicy>, notStartableReason: { code: string, params: unknown, text: string } | null, chunkSize: { min: number, max: number, default: number }, fields: Array<{ name: string, label: string, type: string, required: boolean }>, recordFields: Array<{ name: string, label: string, kind: RecordFieldKind, searched: boolean }> | null }> };

export type ImporterMessagesQueryVariables = Exact<{
  locale: string;
}>;


export type ImporterMessagesQuery = { importers: Array<{ english: unknown, local: unknown }> };

export type StartImportsMutationVariables = Exact<{
  input: StartImportsInput;
}>;


export type StartImportsMutation = { startImports:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'StartImportsSuccess', data: Array<{ id: string }> }
   };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport:
    | { __typename: 'ConflictError', message: string, code: string, params: unknown }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'StartImportSuccess', data: { mode: ImportMode, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, maxErrorRate: number | null, id: string, importerName: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null, split: { fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } | null, sameSource: { id: string, sourceName: string, createdAt: string } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, importer: { name: string, label: string } | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunkCounts: { total: number | null, done: number, failed: number, pending: number } } }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { email: string | null, administrator: boolean, projects: Array<{ role: Role, project: { id: string, name: string } }> } };

export type RulePartsFragment = { field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> };

export type SavedMappingPartsFragment = { id: string, name: string, headers: Array<string>, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } };

export type InspectSourceMutationVariables = Exact<{
  input: InspectSourceInput;
}>;


export type InspectSourceMutation = { inspectSource:
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InspectSourceSuccess', data: { kind: string, sourceName: string, sourceBytes: number | null, estimatedRows: number | null, encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, sheets: Array<string>, dateFormat: string | null, locale: string | null, format: string | null, headers: Array<string>, sampleRows: Array<unknown>, sampleDates: Array<unknown>, columns: Array<{ name: string, filled: number, samples: Array<string>, values: Array<{ value: string, count: number }>, dateFormats: Array<{ format: string, sample: string, date: string }> }>, suggestedMapping: Array<{ column: string, field: string, confidence: number }>, savedMapping: { id: string, name: string, headers: Array<string>, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } } | null, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }> } }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type PreviewMappingMutationVariables = Exact<{
  input: PreviewMappingInput;
}>;


export type PreviewMappingMutation = { previewMapping:
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'PreviewMappingSuccess', data: Array<{ values: unknown, errors: Array<{ field: string | null, column: string | null, value: string | null, code: string, params: unknown, message: string }> }> }
   };

export type SavedMappingsQueryVariables = Exact<{
  projectId: string;
  importer: string;
}>;


export type SavedMappingsQuery = { savedMappings: Array<{ id: string, name: string, headers: Array<string>, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } }> };

export type SaveMappingMutationVariables = Exact<{
  input: SaveMappingInput;
}>;


export type SaveMappingMutation = { saveMapping:
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'InvalidInputError', message: string, code: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
    | { __typename: 'SaveMappingSuccess', data: { id: string, name: string, headers: Array<string>, mapping: Array<{ column: string, field: string | null, values: Array<{ from: string, to: string | null }>, split: { separator: string | null, at: SplitPlace | null, fields: Array<string | null> } | null }>, fieldRules: Array<{ field: string, constant: string | null, default: string | null, join: { columns: Array<string>, separator: string } | null, steps: Array<{ trim: TrimMode | null, case: TextCase | null, remove: NumberSign | null, replace: { find: string, with: string } | null }> }>, format: { encoding: string | null, delimiter: string | null, quote: string | null, headerRow: number | null, sheet: string | null, dateFormat: string | null, locale: string | null } } }
   };

export type DeleteMappingMutationVariables = Exact<{
  id: string;
}>;


export type DeleteMappingMutation = { deleteMapping:
    | { __typename: 'DeleteMappingSuccess' }
    | { __typename: 'ForbiddenError', message: string, code: string, params: unknown }
    | { __typename: 'NotFoundError', message: string, code: string, params: unknown }
   };

export type ContactSummaryFragment = { id: string, firstName: string | null, lastName: string | null, phone: string | null, email: string | null, company: string | null, createdAt: string, lists: Array<{ id: string, name: string }> };

export type ContactDetailFragment = { title: string | null, addresses: unknown, metadata: unknown, importId: string | null, importedAt: string | null, updatedAt: string, id: string, firstName: string | null, lastName: string | null, phone: string | null, email: string | null, company: string | null, createdAt: string, lists: Array<{ id: string, name: string }> };

export type ContactsQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: ContactFilter | null | undefined;
  orderBy?: ContactOrder | null | undefined;
}>;


export type ContactsQuery = { contacts: { totalCount: number, edges: Array<{ node: { id: string, firstName: string | null, lastName: string | null, phone: string | null, email: string | null, company: string | null, createdAt: string, lists: Array<{ id: string, name: string }> } }> } };

export type ContactQueryVariables = Exact<{
  id: string;
}>;


export type ContactQuery = { contact: { title: string | null, addresses: unknown, metadata: unknown, importId: string | null, importedAt: string | null, updatedAt: string, id: string, firstName: string | null, lastName: string | null, phone: string | null, email: string | null, company: string | null, createdAt: string, lists: Array<{ id: string, name: string }> } | null };

export type ContactListsQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  search?: string | null | undefined;
}>;


export type ContactListsQuery = { contactLists: { totalCount: number, edges: Array<{ node: { id: string, name: string, createdAt: string, contactCount: number } }> } };

export type ContactListQueryVariables = Exact<{
  id: string;
}>;


export type ContactListQuery = { contactList: { id: string, name: string, createdAt: string, contactCount: number, importId: string | null } | null };

export type ContactExportQueryVariables = Exact<{
  projectId: string;
  first: number;
  after?: string | null | undefined;
  filter?: ContactFilter | null | undefined;
  orderBy?: ContactOrder | null | undefined;
}>;


export type ContactExportQuery = { contacts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { title: string | null, addresses: unknown, metadata: unknown, importId: string | null, importedAt: string | null, updatedAt: string, id: string, firstName: string | null, lastName: string | null, phone: string | null, email: string | null, company: string | null, createdAt: string, lists: Array<{ id: string, name: string }> } }> } };

export type EventSummaryFragment = { id: string, title: string, startAt: string, startLocal: string, endLocal: string | null, timezone: string | null, allDay: boolean, removed: boolean, status: string | null, venue: { id: string, name: string, city: string | null, needsReview: boolean } | null, organizers: Array<{ id: string, name: string, needsReview: boolean }>, categories: Array<{ id: string, name: string }> };

export type EventDetailFragment = { url: string | null, source: string | null, slug: string, description: string | null, excerpt: string | null, imageUrl: string | null, cost: string | null, website: string | null, tags: Array<string>, customFields: unknown, removedBy: string | null, importId: string | null, updatedAt: string, id: string, title: string, startAt: string, startLocal: string, endLocal: string | null, timezone: string | null, allDay: boolean, removed: boolean, status: string | null, venue: { id: string, name: string, city: string | null, needsReview: boolean } | null, organizers: Array<{ id: string, name: string, needsReview: boolean }>, categories: Array<{ id: string, name: string }> };

export type EventsQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: EventFilter | null | undefined;
  orderBy?: EventOrder | null | undefined;
}>;


export type EventsQuery = { events: { totalCount: number, edges: Array<{ node: { id: string, title: string, startAt: string, startLocal: string, endLocal: string | null, timezone: string | null, allDay: boolean, removed: boolean, status: string | null, venue: { id: string, name: string, city: string | null, needsReview: boolean } | null, organizers: Array<{ id: string, name: string, needsReview: boolean }>, categories: Array<{ id: string, name: string }> } }> } };

export type EventQueryVariables = Exact<{
  id: string;
}>;


export type EventQuery = { event: { url: string | null, source: string | null, slug: string, description: string | null, excerpt: string | null, imageUrl: string | null, cost: string | null, website: string | null, tags: Array<string>, customFields: unknown, removedBy: string | null, importId: string | null, updatedAt: string, id: string, title: string, startAt: string, startLocal: string, endLocal: string | null, timezone: string | null, allDay: boolean, removed: boolean, status: string | null, venue: { id: string, name: string, city: string | null, needsReview: boolean } | null, organizers: Array<{ id: string, name: string, needsReview: boolean }>, categories: Array<{ id: string, name: string }> } | null };

export type VenuePartsFragment = { id: string, name: string, address: string | null, city: string | null, region: string | null, postalCode: string | null, country: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string };

export type OrganizerPartsFragment = { id: string, name: string, email: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string };

export type VenuesQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: EntityFilter | null | undefined;
}>;


export type VenuesQuery = { venues: { totalCount: number, edges: Array<{ node: { id: string, name: string, address: string | null, city: string | null, region: string | null, postalCode: string | null, country: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string } }> } };

export type VenueQueryVariables = Exact<{
  id: string;
}>;


export type VenueQuery = { venue: { id: string, name: string, address: string | null, city: string | null, region: string | null, postalCode: string | null, country: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string } | null };

export type OrganizersQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: EntityFilter | null | undefined;
}>;


export type OrganizersQuery = { organizers: { totalCount: number, edges: Array<{ node: { id: string, name: string, email: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string } }> } };

export type OrganizerQueryVariables = Exact<{
  id: string;
}>;


export type OrganizerQuery = { organizer: { id: string, name: string, email: string | null, phone: string | null, website: string | null, needsReview: boolean, importId: string | null, createdAt: string, updatedAt: string } | null };

export type EventCategoriesQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: EntityFilter | null | undefined;
}>;


export type EventCategoriesQuery = { eventCategories: { totalCount: number, edges: Array<{ node: { id: string, name: string, needsReview: boolean } }> } };

export type EventCategoryQueryVariables = Exact<{
  id: string;
}>;


export type EventCategoryQuery = { eventCategory: { id: string, name: string, needsReview: boolean } | null };

export type EventExportQueryVariables = Exact<{
  projectId: string;
  first: number;
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
  orderBy?: EventOrder | null | undefined;
}>;


export type EventExportQuery = { events: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { url: string | null, source: string | null, slug: string, description: string | null, excerpt: string | null, imageUrl: string | null, cost: string | null, website: string | null, tags: Array<string>, customFields: unknown, removedBy: string | null, importId: string | null, updatedAt: string, id: string, title: string, startAt: string, startLocal: string, endLocal: string | null, timezone: string | null, allDay: boolean, removed: boolean, status: string | null, venue: { id: string, name: string, city: string | null, needsReview: boolean } | null, organizers: Array<{ id: string, name: string, needsReview: boolean }>, categories: Array<{ id: string, name: string }> } }> } };

export type TreeNodeFragment = { id: string, url: string, title: string, slug: string, depth: number, children: { totalCount: number } };

export type TaxonomyNodesQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: TaxonomyFilter | null | undefined;
}>;


export type TaxonomyNodesQuery = { taxonomyNodes: { totalCount: number, edges: Array<{ node: { id: string, url: string, title: string, slug: string, depth: number, children: { totalCount: number } } }> } };

export type TaxonomySearchQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  search: string;
}>;


export type TaxonomySearchQuery = { taxonomyNodes: { totalCount: number, edges: Array<{ node: { id: string, url: string, title: string, breadcrumb: Array<string> } }> } };

export type TaxonomyPlaceQueryVariables = Exact<{
  id: string;
}>;


export type TaxonomyPlaceQuery = { taxonomyNode: { id: string, siblingsBefore: number, ancestors: Array<{ id: string, siblingsBefore: number }> } | null };

export type TaxonomyNodeQueryVariables = Exact<{
  id: string;
}>;


export type TaxonomyNodeQuery = { taxonomyNode: { site: string, position: number, description: string | null, metadata: unknown, importId: string | null, importedAt: string | null, updatedAt: string, id: string, url: string, title: string, slug: string, depth: number, ancestors: Array<{ id: string, title: string }>, children: { totalCount: number } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ImportSummaryFragmentDoc = new TypedDocumentString(`
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
    `, {"fragmentName":"ImportSummary"}) as unknown as TypedDocumentString<ImportSummaryFragment, unknown>;
export const RulePartsFragmentDoc = new TypedDocumentString(`
    fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}
    `, {"fragmentName":"RuleParts"}) as unknown as TypedDocumentString<RulePartsFragment, unknown>;
export const ImportDetailFragmentDoc = new TypedDocumentString(`
    fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`, {"fragmentName":"ImportDetail"}) as unknown as TypedDocumentString<ImportDetailFragment, unknown>;
export const ActionAnswerFragmentDoc = new TypedDocumentString(`
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`, {"fragmentName":"ActionAnswer"}) as unknown as TypedDocumentString<ActionAnswerFragment, unknown>;
export const DeliveryPartsFragmentDoc = new TypedDocumentString(`
    fragment DeliveryParts on Delivery {
  id
  kind
  target
  event
  status
  createdAt
  finishedAt
  nextAttemptAt
  attempts {
    at
    durationMs
    status
    error {
      code
      params
      text
    }
  }
}
    `, {"fragmentName":"DeliveryParts"}) as unknown as TypedDocumentString<DeliveryPartsFragment, unknown>;
export const FailedRowPartsFragmentDoc = new TypedDocumentString(`
    fragment FailedRowParts on FailedRow {
  id
  rowNumber
  line
  values
  corrections
  status
  attempts
  errors {
    code
    params
    field
    column
    value
    message
  }
  origin {
    importId
    rowNumber
  }
  reimportedAs {
    importId
    rowNumber
  }
}
    `, {"fragmentName":"FailedRowParts"}) as unknown as TypedDocumentString<FailedRowPartsFragment, unknown>;
export const ProgressFragmentDoc = new TypedDocumentString(`
    fragment Progress on ImportProgress {
  id
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}
    `, {"fragmentName":"Progress"}) as unknown as TypedDocumentString<ProgressFragment, unknown>;
export const ApiKeyPartsFragmentDoc = new TypedDocumentString(`
    fragment ApiKeyParts on ApiKey {
  id
  name
  prefix
  role
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"ApiKeyParts"}) as unknown as TypedDocumentString<ApiKeyPartsFragment, unknown>;
export const ProjectPartsFragmentDoc = new TypedDocumentString(`
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}
    `, {"fragmentName":"ProjectParts"}) as unknown as TypedDocumentString<ProjectPartsFragment, unknown>;
export const ProjectAnswerFragmentDoc = new TypedDocumentString(`
    fragment ProjectAnswer on ProjectResult {
  __typename
  ... on ProjectSuccess {
    data {
      ...ProjectParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}`, {"fragmentName":"ProjectAnswer"}) as unknown as TypedDocumentString<ProjectAnswerFragment, unknown>;
export const MemberPartsFragmentDoc = new TypedDocumentString(`
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}
    `, {"fragmentName":"MemberParts"}) as unknown as TypedDocumentString<MemberPartsFragment, unknown>;
export const MemberAnswerFragmentDoc = new TypedDocumentString(`
    fragment MemberAnswer on MemberResult {
  __typename
  ... on MemberSuccess {
    data {
      ...MemberParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}`, {"fragmentName":"MemberAnswer"}) as unknown as TypedDocumentString<MemberAnswerFragment, unknown>;
export const InvitationPartsFragmentDoc = new TypedDocumentString(`
    fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}
    `, {"fragmentName":"InvitationParts"}) as unknown as TypedDocumentString<InvitationPartsFragment, unknown>;
export const InvitationAnswerFragmentDoc = new TypedDocumentString(`
    fragment InvitationAnswer on InvitationResult {
  __typename
  ... on InvitationSuccess {
    data {
      ...InvitationParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
    fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}`, {"fragmentName":"InvitationAnswer"}) as unknown as TypedDocumentString<InvitationAnswerFragment, unknown>;
export const RecordSummaryFragmentDoc = new TypedDocumentString(`
    fragment RecordSummary on Record {
  id
  fields
  lastImport {
    id
    sourceName
    createdAt
  }
}
    `, {"fragmentName":"RecordSummary"}) as unknown as TypedDocumentString<RecordSummaryFragment, unknown>;
export const ReviewAnswerFragmentDoc = new TypedDocumentString(`
    fragment ReviewAnswer on ReviewEntitiesResult {
  __typename
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on ReviewEntitiesSuccess {
    data {
      decided
      releasedRows
      releasedImportIds
    }
  }
}
    `, {"fragmentName":"ReviewAnswer"}) as unknown as TypedDocumentString<ReviewAnswerFragment, unknown>;
export const ScheduleRunPartsFragmentDoc = new TypedDocumentString(`
    fragment ScheduleRunParts on ScheduleRun {
  id
  at
  dueAt
  actor
  outcome
  reason {
    code
    params
    text
  }
  importId
}
    `, {"fragmentName":"ScheduleRunParts"}) as unknown as TypedDocumentString<ScheduleRunPartsFragment, unknown>;
export const ScheduleSummaryFragmentDoc = new TypedDocumentString(`
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
    `, {"fragmentName":"ScheduleSummary"}) as unknown as TypedDocumentString<ScheduleSummaryFragment, unknown>;
export const ScheduleDetailFragmentDoc = new TypedDocumentString(`
    fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`, {"fragmentName":"ScheduleDetail"}) as unknown as TypedDocumentString<ScheduleDetailFragment, unknown>;
export const ScheduleAnswerFragmentDoc = new TypedDocumentString(`
    fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`, {"fragmentName":"ScheduleAnswer"}) as unknown as TypedDocumentString<ScheduleAnswerFragment, unknown>;
export const SavedMappingPartsFragmentDoc = new TypedDocumentString(`
    fragment SavedMappingParts on SavedMapping {
  id
  name
  headers
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
}
    fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`, {"fragmentName":"SavedMappingParts"}) as unknown as TypedDocumentString<SavedMappingPartsFragment, unknown>;
export const ContactSummaryFragmentDoc = new TypedDocumentString(`
    fragment ContactSummary on Contact {
  id
  firstName
  lastName
  phone
  email
  company
  lists {
    id
    name
  }
  createdAt
}
    `, {"fragmentName":"ContactSummary"}) as unknown as TypedDocumentString<ContactSummaryFragment, unknown>;
export const ContactDetailFragmentDoc = new TypedDocumentString(`
    fragment ContactDetail on Contact {
  ...ContactSummary
  title
  addresses
  metadata
  importId
  importedAt
  updatedAt
}
    fragment ContactSummary on Contact {
  id
  firstName
  lastName
  phone
  email
  company
  lists {
    id
    name
  }
  createdAt
}`, {"fragmentName":"ContactDetail"}) as unknown as TypedDocumentString<ContactDetailFragment, unknown>;
export const EventSummaryFragmentDoc = new TypedDocumentString(`
    fragment EventSummary on Event {
  id
  title
  startAt
  startLocal
  endLocal
  timezone
  allDay
  removed
  status
  venue {
    id
    name
    city
    needsReview
  }
  organizers {
    id
    name
    needsReview
  }
  categories {
    id
    name
  }
}
    `, {"fragmentName":"EventSummary"}) as unknown as TypedDocumentString<EventSummaryFragment, unknown>;
export const EventDetailFragmentDoc = new TypedDocumentString(`
    fragment EventDetail on Event {
  ...EventSummary
  url
  source
  slug
  description
  excerpt
  imageUrl
  cost
  website
  tags
  customFields
  removedBy
  importId
  updatedAt
}
    fragment EventSummary on Event {
  id
  title
  startAt
  startLocal
  endLocal
  timezone
  allDay
  removed
  status
  venue {
    id
    name
    city
    needsReview
  }
  organizers {
    id
    name
    needsReview
  }
  categories {
    id
    name
  }
}`, {"fragmentName":"EventDetail"}) as unknown as TypedDocumentString<EventDetailFragment, unknown>;
export const VenuePartsFragmentDoc = new TypedDocumentString(`
    fragment VenueParts on Venue {
  id
  name
  address
  city
  region
  postalCode
  country
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}
    `, {"fragmentName":"VenueParts"}) as unknown as TypedDocumentString<VenuePartsFragment, unknown>;
export const OrganizerPartsFragmentDoc = new TypedDocumentString(`
    fragment OrganizerParts on Organizer {
  id
  name
  email
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}
    `, {"fragmentName":"OrganizerParts"}) as unknown as TypedDocumentString<OrganizerPartsFragment, unknown>;
export const TreeNodeFragmentDoc = new TypedDocumentString(`
    fragment TreeNode on TaxonomyNode {
  id
  url
  title
  slug
  depth
  children(first: 0) {
    totalCount
  }
}
    `, {"fragmentName":"TreeNode"}) as unknown as TypedDocumentString<TreeNodeFragment, unknown>;
export const PauseImportDocument = new TypedDocumentString(`
    mutation PauseImport($id: ID!) {
  pauseImport(id: $id) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<PauseImportMutation, PauseImportMutationVariables>;
export const CancelImportDocument = new TypedDocumentString(`
    mutation CancelImport($id: ID!) {
  cancelImport(id: $id) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<CancelImportMutation, CancelImportMutationVariables>;
export const ResumeImportDocument = new TypedDocumentString(`
    mutation ResumeImport($id: ID!, $maxErrorRate: Float) {
  resumeImport(id: $id, maxErrorRate: $maxErrorRate) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<ResumeImportMutation, ResumeImportMutationVariables>;
export const RetryImportDocument = new TypedDocumentString(`
    mutation RetryImport($id: ID!) {
  retryImport(id: $id) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<RetryImportMutation, RetryImportMutationVariables>;
export const RetryFailedRowsDocument = new TypedDocumentString(`
    mutation RetryFailedRows($input: RetryFailedRowsInput!) {
  retryFailedRows(input: $input) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<RetryFailedRowsMutation, RetryFailedRowsMutationVariables>;
export const DiscardFailedRowsDocument = new TypedDocumentString(`
    mutation DiscardFailedRows($input: DiscardFailedRowsInput!) {
  discardFailedRows(input: $input) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<DiscardFailedRowsMutation, DiscardFailedRowsMutationVariables>;
export const CheckRowsDocument = new TypedDocumentString(`
    mutation CheckRows($input: CheckRowsInput!) {
  checkRows(input: $input) {
    __typename
    ... on CheckRowsSuccess {
      data {
        ...FailedRowParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment FailedRowParts on FailedRow {
  id
  rowNumber
  line
  values
  corrections
  status
  attempts
  errors {
    code
    params
    field
    column
    value
    message
  }
  origin {
    importId
    rowNumber
  }
  reimportedAs {
    importId
    rowNumber
  }
}`) as unknown as TypedDocumentString<CheckRowsMutation, CheckRowsMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($id: ID!) {
  undoImport(id: $id) {
    ...ActionAnswer
  }
}
    fragment ActionAnswer on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const UndoPreviewDocument = new TypedDocumentString(`
    query UndoPreview($id: ID!) {
  import(id: $id) {
    id
    undoPreview {
      reversed
      kept
      errored
    }
  }
}
    `) as unknown as TypedDocumentString<UndoPreviewQuery, UndoPreviewQueryVariables>;
export const UndoReportDocument = new TypedDocumentString(`
    query UndoReport($id: ID!, $first: Int!, $keptOffset: Int!, $erroredOffset: Int!) {
  import(id: $id) {
    id
    undo {
      counts {
        reversed
        kept
        errored
      }
      kept(first: $first, offset: $keptOffset) {
        totalCount
        edges {
          node {
            recordId
            reason {
              code
              params
              text
            }
          }
        }
      }
      errored(first: $first, offset: $erroredOffset) {
        totalCount
        edges {
          node {
            recordId
            reason {
              code
              params
              text
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UndoReportQuery, UndoReportQueryVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($id: ID!, $first: Int!, $offset: Int!) {
  import(id: $id) {
    id
    deliveries(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          ...DeliveryParts
        }
      }
    }
  }
}
    fragment DeliveryParts on Delivery {
  id
  kind
  target
  event
  status
  createdAt
  finishedAt
  nextAttemptAt
  attempts {
    at
    durationMs
    status
    error {
      code
      params
      text
    }
  }
}`) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const RedeliverDocument = new TypedDocumentString(`
    mutation Redeliver($id: ID!) {
  redeliver(id: $id) {
    __typename
    ... on RedeliverSuccess {
      data {
        ...DeliveryParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment DeliveryParts on Delivery {
  id
  kind
  target
  event
  status
  createdAt
  finishedAt
  nextAttemptAt
  attempts {
    at
    durationMs
    status
    error {
      code
      params
      text
    }
  }
}`) as unknown as TypedDocumentString<RedeliverMutation, RedeliverMutationVariables>;
export const AssessmentDocument = new TypedDocumentString(`
    query Assessment($id: ID!) {
  import(id: $id) {
    id
    assessment {
      canProceed
      successRate
      validationRate
      entityResolutionRate
      thresholds
    }
  }
}
    `) as unknown as TypedDocumentString<AssessmentQuery, AssessmentQueryVariables>;
export const FailedRowsUrlDocument = new TypedDocumentString(`
    query FailedRowsUrl($id: ID!, $format: DownloadFormat!) {
  import(id: $id) {
    id
    failedRowsUrl(format: $format)
  }
}
    `) as unknown as TypedDocumentString<FailedRowsUrlQuery, FailedRowsUrlQueryVariables>;
export const AuditTrailUrlDocument = new TypedDocumentString(`
    query AuditTrailUrl($id: ID!, $format: DownloadFormat!) {
  import(id: $id) {
    id
    auditTrailUrl(format: $format)
  }
}
    `) as unknown as TypedDocumentString<AuditTrailUrlQuery, AuditTrailUrlQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($projectId: ID!, $first: Int!, $offset: Int!, $filter: ImportFilter, $orderBy: ImportOrder) {
  imports(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    edges {
      node {
        ...ImportSummary
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!) {
  import(id: $id) {
    ...ImportDetail
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const FailedRowsDocument = new TypedDocumentString(`
    query FailedRows($id: ID!, $first: Int!, $offset: Int!, $status: FailedRowStatus, $code: String, $field: String) {
  import(id: $id) {
    id
    failedRows(
      first: $first
      offset: $offset
      status: $status
      code: $code
      field: $field
    ) {
      totalCount
      edges {
        node {
          ...FailedRowParts
        }
      }
    }
  }
}
    fragment FailedRowParts on FailedRow {
  id
  rowNumber
  line
  values
  corrections
  status
  attempts
  errors {
    code
    params
    field
    column
    value
    message
  }
  origin {
    importId
    rowNumber
  }
  reimportedAs {
    importId
    rowNumber
  }
}`) as unknown as TypedDocumentString<FailedRowsQuery, FailedRowsQueryVariables>;
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($id: ID!, $first: Int!) {
  import(id: $id) {
    id
    auditTrail(first: $first) {
      totalCount
      edges {
        node {
          at
          actor
          action
          detail
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const ChunksDocument = new TypedDocumentString(`
    query Chunks($id: ID!, $first: Int!, $offset: Int!) {
  import(id: $id) {
    id
    chunks(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          index
          status
          firstRow
          lastRow
          attempts {
            at
            code
            error {
              code
              params
              text
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChunksQuery, ChunksQueryVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    subscription ImportProgress($id: ID!) {
  importProgress(id: $id) {
    ...Progress
    errorSummary {
      code
      field
      count
      sampleValue
      sampleMessage {
        code
        params
        text
      }
    }
  }
}
    fragment Progress on ImportProgress {
  id
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}`) as unknown as TypedDocumentString<ImportProgressSubscription, ImportProgressSubscriptionVariables>;
export const ProjectImportsDocument = new TypedDocumentString(`
    subscription ProjectImports($projectId: ID!) {
  projectImports(projectId: $projectId) {
    ...Progress
  }
}
    fragment Progress on ImportProgress {
  id
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}`) as unknown as TypedDocumentString<ProjectImportsSubscription, ProjectImportsSubscriptionVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($projectId: ID!, $days: Int!, $timeZone: String!, $running: ImportFilter!, $failed: ImportFilter!) {
  projectStatistics(projectId: $projectId, days: $days, timeZone: $timeZone) {
    imports
    rows
    errorRate
    days {
      day
      imports
      created
      updated
      unchanged
      skipped
      failed
      discarded
    }
  }
  running: imports(projectId: $projectId, first: 10, filter: $running) {
    totalCount
    edges {
      node {
        ...ImportSummary
      }
    }
  }
  failed: imports(projectId: $projectId, first: 5, filter: $failed) {
    totalCount
    edges {
      node {
        ...ImportSummary
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($id: ID!) {
  project(id: $id) {
    ...ProjectParts
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}`) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const MembersDocument = new TypedDocumentString(`
    query Members($id: ID!, $first: Int!, $offset: Int!) {
  project(id: $id) {
    id
    members(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          ...MemberParts
        }
      }
    }
  }
}
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}`) as unknown as TypedDocumentString<MembersQuery, MembersQueryVariables>;
export const InvitationsDocument = new TypedDocumentString(`
    query Invitations($id: ID!, $first: Int!, $offset: Int!) {
  project(id: $id) {
    id
    invitations(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          ...InvitationParts
        }
      }
    }
  }
}
    fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}`) as unknown as TypedDocumentString<InvitationsQuery, InvitationsQueryVariables>;
export const ApiKeysDocument = new TypedDocumentString(`
    query ApiKeys($id: ID!, $first: Int!, $offset: Int!) {
  project(id: $id) {
    id
    apiKeys(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          ...ApiKeyParts
        }
      }
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  prefix
  role
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<ApiKeysQuery, ApiKeysQueryVariables>;
export const ProjectAuditDocument = new TypedDocumentString(`
    query ProjectAudit($id: ID!, $first: Int!, $offset: Int!) {
  project(id: $id) {
    id
    auditTrail(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          at
          actor
          action
          detail
          importId
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectAuditQuery, ProjectAuditQueryVariables>;
export const StartSwitchesDocument = new TypedDocumentString(`
    query StartSwitches($first: Int!) {
  startSwitches(first: $first) {
    totalCount
    edges {
      node {
        at
        actor
        importer
        on
        reason
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StartSwitchesQuery, StartSwitchesQueryVariables>;
export const RenameProjectDocument = new TypedDocumentString(`
    mutation RenameProject($input: RenameProjectInput!) {
  renameProject(input: $input) {
    ...ProjectAnswer
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}
fragment ProjectAnswer on ProjectResult {
  __typename
  ... on ProjectSuccess {
    data {
      ...ProjectParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<RenameProjectMutation, RenameProjectMutationVariables>;
export const SetMaxConcurrentImportsDocument = new TypedDocumentString(`
    mutation SetMaxConcurrentImports($input: SetMaxConcurrentImportsInput!) {
  setMaxConcurrentImports(input: $input) {
    ...ProjectAnswer
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}
fragment ProjectAnswer on ProjectResult {
  __typename
  ... on ProjectSuccess {
    data {
      ...ProjectParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<SetMaxConcurrentImportsMutation, SetMaxConcurrentImportsMutationVariables>;
export const CreateProjectDocument = new TypedDocumentString(`
    mutation CreateProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    ...ProjectAnswer
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}
fragment ProjectAnswer on ProjectResult {
  __typename
  ... on ProjectSuccess {
    data {
      ...ProjectParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<CreateProjectMutation, CreateProjectMutationVariables>;
export const AllowEmailDomainsDocument = new TypedDocumentString(`
    mutation AllowEmailDomains($projectId: ID!, $domains: [String!]!) {
  allowEmailDomains(projectId: $projectId, domains: $domains) {
    __typename
    ... on AllowEmailDomainsSuccess {
      data {
        ...ProjectParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}`) as unknown as TypedDocumentString<AllowEmailDomainsMutation, AllowEmailDomainsMutationVariables>;
export const RotateWebhookSecretDocument = new TypedDocumentString(`
    mutation RotateWebhookSecret($projectId: ID!) {
  rotateWebhookSecret(projectId: $projectId) {
    __typename
    ... on RotateWebhookSecretSuccess {
      secret
      previousUntil
      data {
        ...ProjectParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ProjectParts on Project {
  id
  name
  maxConcurrentImports
  emailDomains
  webhookSecretSince
}`) as unknown as TypedDocumentString<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const AddMemberDocument = new TypedDocumentString(`
    mutation AddMember($input: AddMemberInput!) {
  addMember(input: $input) {
    __typename
    ... on AddMemberSuccess {
      data {
        token
        member {
          ...MemberParts
        }
        invitation {
          ...InvitationParts
        }
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}
fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}`) as unknown as TypedDocumentString<AddMemberMutation, AddMemberMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
  changeMemberRole(input: $input) {
    ...MemberAnswer
  }
}
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}
fragment MemberAnswer on MemberResult {
  __typename
  ... on MemberSuccess {
    data {
      ...MemberParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    ...MemberAnswer
  }
}
    fragment MemberParts on Member {
  userId
  email
  name
  role
  addedAt
}
fragment MemberAnswer on MemberResult {
  __typename
  ... on MemberSuccess {
    data {
      ...MemberParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($id: ID!) {
  revokeInvitation(id: $id) {
    ...InvitationAnswer
  }
}
    fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}
fragment InvitationAnswer on InvitationResult {
  __typename
  ... on InvitationSuccess {
    data {
      ...InvitationParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) {
    ...InvitationAnswer
  }
}
    fragment InvitationParts on Invitation {
  id
  email
  role
  createdAt
  createdBy
  expiresAt
  acceptedAt
  revokedAt
}
fragment InvitationAnswer on InvitationResult {
  __typename
  ... on InvitationSuccess {
    data {
      ...InvitationParts
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}`) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const CreateApiKeyDocument = new TypedDocumentString(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on CreateApiKeySuccess {
      key
      data {
        ...ApiKeyParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  prefix
  role
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = new TypedDocumentString(`
    mutation RevokeApiKey($id: ID!) {
  revokeApiKey(id: $id) {
    __typename
    ... on ApiKeySuccess {
      data {
        ...ApiKeyParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ApiKeyParts on ApiKey {
  id
  name
  prefix
  role
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
    ... on ChangePasswordSuccess {
      data {
        email
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const SwitchStartingDocument = new TypedDocumentString(`
    mutation SwitchStarting($input: SwitchStartingInput!) {
  switchStarting(input: $input) {
    __typename
    ... on SwitchStartingSuccess {
      data {
        name
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SwitchStartingMutation, SwitchStartingMutationVariables>;
export const RecordHistoryDocument = new TypedDocumentString(`
    query RecordHistory($projectId: ID!, $recordId: ID!, $importer: String, $first: Int!, $offset: Int!) {
  recordHistory(
    projectId: $projectId
    recordId: $recordId
    importer: $importer
    first: $first
    offset: $offset
  ) {
    totalCount
    edges {
      node {
        rowNumber
        outcome
        fields {
          field
          before
          after
        }
        undo {
          result
          reason {
            code
            params
            text
          }
        }
        import {
          id
          sourceName
          status
          importerName
          createdAt
          createdBy
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RecordHistoryQuery, RecordHistoryQueryVariables>;
export const RecordsDocument = new TypedDocumentString(`
    query Records($projectId: ID!, $importer: String!, $first: Int!, $offset: Int, $after: String, $search: String, $importId: ID, $filter: [RecordFilterInput!], $orderBy: RecordOrder) {
  records(
    projectId: $projectId
    importer: $importer
    first: $first
    offset: $offset
    after: $after
    search: $search
    importId: $importId
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...RecordSummary
      }
    }
  }
}
    fragment RecordSummary on Record {
  id
  fields
  lastImport {
    id
    sourceName
    createdAt
  }
}`) as unknown as TypedDocumentString<RecordsQuery, RecordsQueryVariables>;
export const RecordDocument = new TypedDocumentString(`
    query Record($projectId: ID!, $importer: String!, $id: ID!) {
  record(projectId: $projectId, importer: $importer, id: $id) {
    ...RecordSummary
  }
}
    fragment RecordSummary on Record {
  id
  fields
  lastImport {
    id
    sourceName
    createdAt
  }
}`) as unknown as TypedDocumentString<RecordQuery, RecordQueryVariables>;
export const ThroughputDocument = new TypedDocumentString(`
    query Throughput($id: ID!, $points: Int!) {
  import(id: $id) {
    id
    throughput(points: $points) {
      at
      seconds
      rows
    }
  }
}
    `) as unknown as TypedDocumentString<ThroughputQuery, ThroughputQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($id: ID!, $first: Int!, $offset: Int!, $outcome: RowOutcome) {
  import(id: $id) {
    id
    changes(first: $first, offset: $offset, outcome: $outcome) {
      totalCount
      edges {
        node {
          rowNumber
          recordId
          outcome
          fields {
            field
            before
            after
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const RowResultsDocument = new TypedDocumentString(`
    query RowResults($id: ID!, $first: Int!, $offset: Int!, $outcome: RowOutcome, $warning: String) {
  import(id: $id) {
    id
    rowResults(first: $first, offset: $offset, outcome: $outcome, warning: $warning) {
      totalCount
      edges {
        node {
          rowNumber
          outcome
          recordIds
          warnings
          keptValues {
            field
            kept
            offered
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RowResultsQuery, RowResultsQueryVariables>;
export const EntityMatchesDocument = new TypedDocumentString(`
    query EntityMatches($projectId: ID!, $first: Int!, $offset: Int!, $filter: EntityMatchFilter) {
  entityMatches(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
  ) {
    totalCount
    edges {
      node {
        id
        kind
        target
        label
        name
        details
        source
        importId
        createdEntityId
        createdAt
        waitingRows
        candidates {
          entityId
          name
          place
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityMatchesQuery, EntityMatchesQueryVariables>;
export const ReviewKindsDocument = new TypedDocumentString(`
    query ReviewKinds($projectId: ID!) {
  reviewKinds(projectId: $projectId) {
    kind
    target
    label
    hasPlace
    open
  }
}
    `) as unknown as TypedDocumentString<ReviewKindsQuery, ReviewKindsQueryVariables>;
export const EntityOptionsDocument = new TypedDocumentString(`
    query EntityOptions($projectId: ID!, $kind: EntityKind!, $target: String, $search: String, $ids: [ID!], $first: Int) {
  entityOptions(
    projectId: $projectId
    kind: $kind
    target: $target
    search: $search
    ids: $ids
    first: $first
  ) {
    entityId
    name
    place
  }
}
    `) as unknown as TypedDocumentString<EntityOptionsQuery, EntityOptionsQueryVariables>;
export const EntityRulesDocument = new TypedDocumentString(`
    query EntityRules($projectId: ID!, $kind: EntityKind!, $target: String, $first: Int!, $offset: Int!, $search: String) {
  entityRules(
    projectId: $projectId
    kind: $kind
    target: $target
    first: $first
    offset: $offset
    search: $search
  ) {
    totalCount
    edges {
      node {
        key
        kind
        target
        name
        source
        entityId
        entityName
        decidedBy
        createdAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntityRulesQuery, EntityRulesQueryVariables>;
export const DecideEntityMatchesDocument = new TypedDocumentString(`
    mutation DecideEntityMatches($input: DecideEntityMatchesInput!) {
  decideEntityMatches(input: $input) {
    ...ReviewAnswer
  }
}
    fragment ReviewAnswer on ReviewEntitiesResult {
  __typename
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on ReviewEntitiesSuccess {
    data {
      decided
      releasedRows
      releasedImportIds
    }
  }
}`) as unknown as TypedDocumentString<DecideEntityMatchesMutation, DecideEntityMatchesMutationVariables>;
export const SetEntityRuleDocument = new TypedDocumentString(`
    mutation SetEntityRule($input: SetEntityRuleInput!) {
  setEntityRule(input: $input) {
    ...ReviewAnswer
  }
}
    fragment ReviewAnswer on ReviewEntitiesResult {
  __typename
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on ReviewEntitiesSuccess {
    data {
      decided
      releasedRows
      releasedImportIds
    }
  }
}`) as unknown as TypedDocumentString<SetEntityRuleMutation, SetEntityRuleMutationVariables>;
export const DeleteEntityRuleDocument = new TypedDocumentString(`
    mutation DeleteEntityRule($projectId: ID!, $kind: EntityKind!, $target: String, $key: String!) {
  deleteEntityRule(projectId: $projectId, kind: $kind, target: $target, key: $key) {
    ...ReviewAnswer
  }
}
    fragment ReviewAnswer on ReviewEntitiesResult {
  __typename
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on ReviewEntitiesSuccess {
    data {
      decided
      releasedRows
      releasedImportIds
    }
  }
}`) as unknown as TypedDocumentString<DeleteEntityRuleMutation, DeleteEntityRuleMutationVariables>;
export const CreateEntityDocument = new TypedDocumentString(`
    mutation CreateEntity($input: CreateEntityInput!) {
  createEntity(input: $input) {
    __typename
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
    ... on CreateEntitySuccess {
      data
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEntityMutation, CreateEntityMutationVariables>;
export const SchedulesDocument = new TypedDocumentString(`
    query Schedules($projectId: ID!, $first: Int!, $offset: Int!) {
  schedules(projectId: $projectId, first: $first, offset: $offset) {
    totalCount
    edges {
      node {
        ...ScheduleSummary
      }
    }
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}`) as unknown as TypedDocumentString<SchedulesQuery, SchedulesQueryVariables>;
export const ScheduleDocument = new TypedDocumentString(`
    query Schedule($id: ID!) {
  schedule(id: $id) {
    ...ScheduleDetail
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<ScheduleQuery, ScheduleQueryVariables>;
export const ScheduleRunsDocument = new TypedDocumentString(`
    query ScheduleRuns($id: ID!, $first: Int!, $offset: Int!) {
  schedule(id: $id) {
    id
    runs(first: $first, offset: $offset) {
      totalCount
      edges {
        node {
          ...ScheduleRunParts
        }
      }
    }
  }
}
    fragment ScheduleRunParts on ScheduleRun {
  id
  at
  dueAt
  actor
  outcome
  reason {
    code
    params
    text
  }
  importId
}`) as unknown as TypedDocumentString<ScheduleRunsQuery, ScheduleRunsQueryVariables>;
export const CreateScheduleDocument = new TypedDocumentString(`
    mutation CreateSchedule($input: CreateScheduleInput!) {
  createSchedule(input: $input) {
    ...ScheduleAnswer
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<CreateScheduleMutation, CreateScheduleMutationVariables>;
export const UpdateScheduleDocument = new TypedDocumentString(`
    mutation UpdateSchedule($input: UpdateScheduleInput!) {
  updateSchedule(input: $input) {
    ...ScheduleAnswer
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<UpdateScheduleMutation, UpdateScheduleMutationVariables>;
export const PauseScheduleDocument = new TypedDocumentString(`
    mutation PauseSchedule($id: ID!) {
  pauseSchedule(id: $id) {
    ...ScheduleAnswer
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<PauseScheduleMutation, PauseScheduleMutationVariables>;
export const ResumeScheduleDocument = new TypedDocumentString(`
    mutation ResumeSchedule($id: ID!) {
  resumeSchedule(id: $id) {
    ...ScheduleAnswer
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<ResumeScheduleMutation, ResumeScheduleMutationVariables>;
export const DeleteScheduleDocument = new TypedDocumentString(`
    mutation DeleteSchedule($id: ID!) {
  deleteSchedule(id: $id) {
    ...ScheduleAnswer
  }
}
    fragment ScheduleSummary on Schedule {
  id
  name
  importerName
  url
  cron
  timeZone
  paused
  nextRunAt
  lastImportId
  createdBy
}
fragment ScheduleDetail on Schedule {
  ...ScheduleSummary
  onDuplicate
  options
  maxErrorRate
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  createdAt
  updatedAt
}
fragment ScheduleAnswer on ScheduleResult {
  __typename
  ... on ScheduleSuccess {
    data {
      ...ScheduleDetail
    }
  }
  ... on Error {
    message
    code
    params
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<DeleteScheduleMutation, DeleteScheduleMutationVariables>;
export const RunScheduleDocument = new TypedDocumentString(`
    mutation RunSchedule($id: ID!) {
  runSchedule(id: $id) {
    __typename
    ... on RunScheduleSuccess {
      data {
        ...ScheduleRunParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ScheduleRunParts on ScheduleRun {
  id
  at
  dueAt
  actor
  outcome
  reason {
    code
    params
    text
  }
  importId
}`) as unknown as TypedDocumentString<RunScheduleMutation, RunScheduleMutationVariables>;
export const ImportersDocument = new TypedDocumentString(`
    query Importers {
  importers {
    name
    label
    startable
    notStartableReason {
      code
      params
      text
    }
    maxRows
    chunkSize {
      min
      max
      default
    }
    catchAll
    templateUrl
    optionsSchema
    duplicatePolicies
    fields {
      name
      label
      type
      required
    }
    recordFields {
      name
      label
      kind
      searched
    }
  }
}
    `) as unknown as TypedDocumentString<ImportersQuery, ImportersQueryVariables>;
export const ImporterMessagesDocument = new TypedDocumentString(`
    query ImporterMessages($locale: String!) {
  importers {
    english: messages(locale: "en")
    local: messages(locale: $locale)
  }
}
    `) as unknown as TypedDocumentString<ImporterMessagesQuery, ImporterMessagesQueryVariables>;
export const StartImportsDocument = new TypedDocumentString(`
    mutation StartImports($input: StartImportsInput!) {
  startImports(input: $input) {
    __typename
    ... on StartImportsSuccess {
      data {
        id
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StartImportsMutation, StartImportsMutationVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    __typename
    ... on StartImportSuccess {
      data {
        ...ImportDetail
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason {
    code
    params
    text
  }
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  chunkCounts {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason {
    code
    params
    text
  }
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
    split {
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  sourceColumns
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
  maxErrorRate
  sameSource {
    id
    sourceName
    createdAt
  }
  warnings {
    code
    params
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sampleValue
    sampleMessage {
      code
      params
      text
    }
  }
}
fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    email
    administrator
    projects {
      role
      project {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const InspectSourceDocument = new TypedDocumentString(`
    mutation InspectSource($input: InspectSourceInput!) {
  inspectSource(input: $input) {
    __typename
    ... on InspectSourceSuccess {
      data {
        kind
        sourceName
        sourceBytes
        estimatedRows
        encoding
        delimiter
        quote
        headerRow
        sheet
        sheets
        dateFormat
        locale
        format
        headers
        columns {
          name
          filled
          samples
          values {
            value
            count
          }
          dateFormats {
            format
            sample
            date
          }
        }
        sampleRows
        sampleDates
        suggestedMapping {
          column
          field
          confidence
        }
        savedMapping {
          ...SavedMappingParts
        }
        warnings {
          code
          params
          message
          column
          count
        }
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}
fragment SavedMappingParts on SavedMapping {
  id
  name
  headers
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
}`) as unknown as TypedDocumentString<InspectSourceMutation, InspectSourceMutationVariables>;
export const PreviewMappingDocument = new TypedDocumentString(`
    mutation PreviewMapping($input: PreviewMappingInput!) {
  previewMapping(input: $input) {
    __typename
    ... on PreviewMappingSuccess {
      data {
        values
        errors {
          field
          column
          value
          code
          params
          message
        }
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewMappingMutation, PreviewMappingMutationVariables>;
export const SavedMappingsDocument = new TypedDocumentString(`
    query SavedMappings($projectId: ID!, $importer: String!) {
  savedMappings(projectId: $projectId, importer: $importer) {
    ...SavedMappingParts
  }
}
    fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}
fragment SavedMappingParts on SavedMapping {
  id
  name
  headers
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
}`) as unknown as TypedDocumentString<SavedMappingsQuery, SavedMappingsQueryVariables>;
export const SaveMappingDocument = new TypedDocumentString(`
    mutation SaveMapping($input: SaveMappingInput!) {
  saveMapping(input: $input) {
    __typename
    ... on SaveMappingSuccess {
      data {
        ...SavedMappingParts
      }
    }
    ... on Error {
      message
      code
      params
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment RuleParts on FieldRule {
  field
  constant
  default
  join {
    columns
    separator
  }
  steps {
    trim
    case
    replace {
      find
      with
    }
    remove
  }
}
fragment SavedMappingParts on SavedMapping {
  id
  name
  headers
  mapping {
    column
    field
    values {
      from
      to
    }
    split {
      separator
      at
      fields
    }
  }
  fieldRules {
    ...RuleParts
  }
  format {
    encoding
    delimiter
    quote
    headerRow
    sheet
    dateFormat
    locale
  }
}`) as unknown as TypedDocumentString<SaveMappingMutation, SaveMappingMutationVariables>;
export const DeleteMappingDocument = new TypedDocumentString(`
    mutation DeleteMapping($id: ID!) {
  deleteMapping(id: $id) {
    __typename
    ... on Error {
      message
      code
      params
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteMappingMutation, DeleteMappingMutationVariables>;
export const ContactsDocument = new TypedDocumentString(`
    query Contacts($projectId: ID!, $first: Int!, $offset: Int!, $filter: ContactFilter, $orderBy: ContactOrder) {
  contacts(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    edges {
      node {
        ...ContactSummary
      }
    }
  }
}
    fragment ContactSummary on Contact {
  id
  firstName
  lastName
  phone
  email
  company
  lists {
    id
    name
  }
  createdAt
}`) as unknown as TypedDocumentString<ContactsQuery, ContactsQueryVariables>;
export const ContactDocument = new TypedDocumentString(`
    query Contact($id: ID!) {
  contact(id: $id) {
    ...ContactDetail
  }
}
    fragment ContactSummary on Contact {
  id
  firstName
  lastName
  phone
  email
  company
  lists {
    id
    name
  }
  createdAt
}
fragment ContactDetail on Contact {
  ...ContactSummary
  title
  addresses
  metadata
  importId
  importedAt
  updatedAt
}`) as unknown as TypedDocumentString<ContactQuery, ContactQueryVariables>;
export const ContactListsDocument = new TypedDocumentString(`
    query ContactLists($projectId: ID!, $first: Int!, $offset: Int!, $search: String) {
  contactLists(
    projectId: $projectId
    first: $first
    offset: $offset
    search: $search
  ) {
    totalCount
    edges {
      node {
        id
        name
        createdAt
        contactCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ContactListsQuery, ContactListsQueryVariables>;
export const ContactListDocument = new TypedDocumentString(`
    query ContactList($id: ID!) {
  contactList(id: $id) {
    id
    name
    createdAt
    contactCount
    importId
  }
}
    `) as unknown as TypedDocumentString<ContactListQuery, ContactListQueryVariables>;
export const ContactExportDocument = new TypedDocumentString(`
    query ContactExport($projectId: ID!, $first: Int!, $after: String, $filter: ContactFilter, $orderBy: ContactOrder) {
  contacts(
    projectId: $projectId
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ContactDetail
      }
    }
  }
}
    fragment ContactSummary on Contact {
  id
  firstName
  lastName
  phone
  email
  company
  lists {
    id
    name
  }
  createdAt
}
fragment ContactDetail on Contact {
  ...ContactSummary
  title
  addresses
  metadata
  importId
  importedAt
  updatedAt
}`) as unknown as TypedDocumentString<ContactExportQuery, ContactExportQueryVariables>;
export const EventsDocument = new TypedDocumentString(`
    query Events($projectId: ID!, $first: Int!, $offset: Int!, $filter: EventFilter, $orderBy: EventOrder) {
  events(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    edges {
      node {
        ...EventSummary
      }
    }
  }
}
    fragment EventSummary on Event {
  id
  title
  startAt
  startLocal
  endLocal
  timezone
  allDay
  removed
  status
  venue {
    id
    name
    city
    needsReview
  }
  organizers {
    id
    name
    needsReview
  }
  categories {
    id
    name
  }
}`) as unknown as TypedDocumentString<EventsQuery, EventsQueryVariables>;
export const EventDocument = new TypedDocumentString(`
    query Event($id: ID!) {
  event(id: $id) {
    ...EventDetail
  }
}
    fragment EventSummary on Event {
  id
  title
  startAt
  startLocal
  endLocal
  timezone
  allDay
  removed
  status
  venue {
    id
    name
    city
    needsReview
  }
  organizers {
    id
    name
    needsReview
  }
  categories {
    id
    name
  }
}
fragment EventDetail on Event {
  ...EventSummary
  url
  source
  slug
  description
  excerpt
  imageUrl
  cost
  website
  tags
  customFields
  removedBy
  importId
  updatedAt
}`) as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const VenuesDocument = new TypedDocumentString(`
    query Venues($projectId: ID!, $first: Int!, $offset: Int!, $filter: EntityFilter) {
  venues(projectId: $projectId, first: $first, offset: $offset, filter: $filter) {
    totalCount
    edges {
      node {
        ...VenueParts
      }
    }
  }
}
    fragment VenueParts on Venue {
  id
  name
  address
  city
  region
  postalCode
  country
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<VenuesQuery, VenuesQueryVariables>;
export const VenueDocument = new TypedDocumentString(`
    query Venue($id: ID!) {
  venue(id: $id) {
    ...VenueParts
  }
}
    fragment VenueParts on Venue {
  id
  name
  address
  city
  region
  postalCode
  country
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<VenueQuery, VenueQueryVariables>;
export const OrganizersDocument = new TypedDocumentString(`
    query Organizers($projectId: ID!, $first: Int!, $offset: Int!, $filter: EntityFilter) {
  organizers(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
  ) {
    totalCount
    edges {
      node {
        ...OrganizerParts
      }
    }
  }
}
    fragment OrganizerParts on Organizer {
  id
  name
  email
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<OrganizersQuery, OrganizersQueryVariables>;
export const OrganizerDocument = new TypedDocumentString(`
    query Organizer($id: ID!) {
  organizer(id: $id) {
    ...OrganizerParts
  }
}
    fragment OrganizerParts on Organizer {
  id
  name
  email
  phone
  website
  needsReview
  importId
  createdAt
  updatedAt
}`) as unknown as TypedDocumentString<OrganizerQuery, OrganizerQueryVariables>;
export const EventCategoriesDocument = new TypedDocumentString(`
    query EventCategories($projectId: ID!, $first: Int!, $offset: Int!, $filter: EntityFilter) {
  eventCategories(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
  ) {
    totalCount
    edges {
      node {
        id
        name
        needsReview
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventCategoriesQuery, EventCategoriesQueryVariables>;
export const EventCategoryDocument = new TypedDocumentString(`
    query EventCategory($id: ID!) {
  eventCategory(id: $id) {
    id
    name
    needsReview
  }
}
    `) as unknown as TypedDocumentString<EventCategoryQuery, EventCategoryQueryVariables>;
export const EventExportDocument = new TypedDocumentString(`
    query EventExport($projectId: ID!, $first: Int!, $after: String, $filter: EventFilter, $orderBy: EventOrder) {
  events(
    projectId: $projectId
    first: $first
    after: $after
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...EventDetail
      }
    }
  }
}
    fragment EventSummary on Event {
  id
  title
  startAt
  startLocal
  endLocal
  timezone
  allDay
  removed
  status
  venue {
    id
    name
    city
    needsReview
  }
  organizers {
    id
    name
    needsReview
  }
  categories {
    id
    name
  }
}
fragment EventDetail on Event {
  ...EventSummary
  url
  source
  slug
  description
  excerpt
  imageUrl
  cost
  website
  tags
  customFields
  removedBy
  importId
  updatedAt
}`) as unknown as TypedDocumentString<EventExportQuery, EventExportQueryVariables>;
export const TaxonomyNodesDocument = new TypedDocumentString(`
    query TaxonomyNodes($projectId: ID!, $first: Int!, $offset: Int!, $filter: TaxonomyFilter) {
  taxonomyNodes(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
  ) {
    totalCount
    edges {
      node {
        ...TreeNode
      }
    }
  }
}
    fragment TreeNode on TaxonomyNode {
  id
  url
  title
  slug
  depth
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<TaxonomyNodesQuery, TaxonomyNodesQueryVariables>;
export const TaxonomySearchDocument = new TypedDocumentString(`
    query TaxonomySearch($projectId: ID!, $first: Int!, $offset: Int!, $search: String!) {
  taxonomyNodes(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: {search: $search}
  ) {
    totalCount
    edges {
      node {
        id
        url
        title
        breadcrumb
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TaxonomySearchQuery, TaxonomySearchQueryVariables>;
export const TaxonomyPlaceDocument = new TypedDocumentString(`
    query TaxonomyPlace($id: ID!) {
  taxonomyNode(id: $id) {
    id
    siblingsBefore
    ancestors {
      id
      siblingsBefore
    }
  }
}
    `) as unknown as TypedDocumentString<TaxonomyPlaceQuery, TaxonomyPlaceQueryVariables>;
export const TaxonomyNodeDocument = new TypedDocumentString(`
    query TaxonomyNode($id: ID!) {
  taxonomyNode(id: $id) {
    ...TreeNode
    site
    position
    description
    metadata
    importId
    importedAt
    updatedAt
    ancestors {
      id
      title
    }
  }
}
    fragment TreeNode on TaxonomyNode {
  id
  url
  title
  slug
  depth
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<TaxonomyNodeQuery, TaxonomyNodeQueryVariables>;