/** What pages link to, by name. Apart from the pages themselves, which link to each other; an importer adds its own. */
export interface PageNames {
  readonly overview: true;
  readonly imports: true;
  readonly review: true;
  readonly rules: true;
  readonly schedules: true;
  readonly project: true;
  readonly records: true;
}

export type PageName = keyof PageNames;
