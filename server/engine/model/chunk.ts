export interface StoredChunk {
  readonly index: number;
  readonly fromSource: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  readonly endByte: number | null;
  readonly rows: Uint8Array;
}
