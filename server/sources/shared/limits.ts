/** The most columns that a source may have. */
export const maxColumns = 1_000;
/**
 * The most cells of one row, those beyond the header's included: as many as a sheet has. Looked at while a row is read,
 * since 8 MiB of delimiters would be as many cells.
 */
export const maxCells = 16_384;
/** The most bytes of one row (as UTF-8, where the file is in UTF-16 or another encoding of several bytes). */
export const maxRowBytes = 8 * 1024 * 1024;
/** A group ends at whichever comes first. */
export const groupRows = 1_000;
export const groupBytes = 1024 * 1024;
/** What is looked at to tell encoding, delimiter, quote and header. */
export const sampleBytes = 256 * 1024;
export const sampleRowCount = 20;
/** What a look at a source reads at most, to show and to judge its columns. */
export const inspectedRows = 1_000;
export const inspectedBytes = 16 * 1024 * 1024;
