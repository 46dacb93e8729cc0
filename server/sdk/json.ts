/** What JSON can say. A cell of a CSV is always a string; other sources may carry any of these. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };
