import type { SvgIconProps } from '@mui/material';
import type { QueryKey } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { GraphqlClient } from '../api/client.ts';
import type { ReadList } from '../api/lists.ts';
import type { ErrorGroup, ImportDetail } from '../api/types.ts';
import type { PageName } from '../pageNames.ts';

/** The parts of the menu, in their order; each a key of the messages under `menu`. */
export const MENU_GROUPS = ['work', 'records', 'settings'] as const;

/** An area of the console: a resource of react-admin with its entry in the menu. */
export interface SluicePage {
  /** The resource's name behind the host's prefix, and the start of its paths. */
  readonly name: PageName;
  /** A key of the messages. */
  readonly title: string;
  /** The part of the menu that it stands in. */
  readonly group: (typeof MENU_GROUPS)[number];
  readonly Icon: ComponentType<SvgIconProps>;
  readonly list: ComponentType;
  readonly create?: ComponentType;
  readonly show?: ComponentType;
  /** Its entries in the menu, where they are others than the one by its title. */
  readonly MenuItems?: ComponentType;
}

/**
 * All that one of the importers that Sluice ships adds to the console. Its folder holds nothing else's. An importer of
 * an author's own adds nothing: its imports are drawn from what the server says of it.
 */
export interface ImporterFeature {
  /** The importer's name. */
  readonly importer: string;
  /** In the menu's order. */
  readonly pages: readonly SluicePage[];
  /** The page of one of its records. */
  readonly recordPage: PageName;
  /** What react-admin's lists of its pages read, by the name of the page. */
  lists(client: GraphqlClient): Readonly<Record<string, ReadList>>;
  /** A file to try it with. */
  sample?(): Promise<File>;
  /** The queries that are out of date once an import has another status, behind the host's prefix. */
  staleQueries?(prefix: string): readonly QueryKey[];
  /** Fields of its records that only Sluice needs. */
  readonly hiddenFields?: readonly string[];
  /** Draws a field of its records; `plain` is how it would be drawn otherwise. */
  readonly FieldValue?: ComponentType<FieldValueProps>;
  /** What it adds to the page of an import; each draws nothing where there is nothing to say. */
  readonly onImportPage?: {
    /** Above the records that an import of it changed. */
    readonly Changes?: ComponentType<{ readonly item: ImportDetail }>;
    /** Behind a warning. */
    readonly Warning?: ComponentType<{ readonly item: ImportDetail; readonly code: string }>;
    /** Beside all warnings. */
    readonly Warnings?: ComponentType<{ readonly item: ImportDetail }>;
    /** Above the failed rows. */
    readonly FailedRows?: ComponentType<{ readonly groups: readonly ErrorGroup[] }>;
  };
}

export interface FieldValueProps {
  readonly field: string;
  readonly value: unknown;
  readonly plain: ReactNode;
}
