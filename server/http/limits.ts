/** A file of 10 MB, or inline rows of as much, with the rest of the request around them. */
export const MAX_BODY_BYTES = 11 * 1024 * 1024;
