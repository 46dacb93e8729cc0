/** How long an upload serves, finished or not, counted from its beginning. */
export const UPLOAD_LIFETIME_MS = 24 * 60 * 60 * 1000;
