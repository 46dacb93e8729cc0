/** What pages link to. Apart from the pages themselves, which link to each other by it. */
export type PageName =
  | 'overview'
  | 'imports'
  | 'review'
  | 'remembered'
  | 'contacts'
  | 'contact-lists'
  | 'taxonomy'
  | 'events'
  | 'venues'
  | 'organizers'
  | 'schedules'
  | 'project';
