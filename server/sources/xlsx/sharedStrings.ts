import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { message } from '../../messages/catalogue.ts';
import { maxRowBytes } from '../shared/limits.ts';
import { SourceError } from '../types.ts';
import type { Archive } from './archive.ts';
import { unescapeText } from './cells.ts';
import { readXml } from './xml.ts';

/** Strings of one block. */
const BLOCK_STRINGS = 256;
/** What the blocks that are kept in memory may take, in bytes or so, and what each string takes beside its characters. */
const KEPT_BYTES = 16 * 1024 * 1024;
const STRING_BYTES = 32;

interface Block {
  readonly texts: readonly string[];
  readonly size: number;
}

interface Place {
  readonly at: number;
  readonly bytes: number;
}

/**
 * The texts that a workbook's cells share, read as far as the rows have asked for: they stand in the order in which
 * they were first used. What does not fit in memory goes to a nameless file of the system's temporary folder.
 */
export class SharedStrings {
  readonly #archive: Archive;
  readonly #part: string | null;
  #pieces: AsyncGenerator<unknown, void, undefined> | null = null;
  #isAtEnd = false;
  /** Those read since the last whole block. */
  #last: string[] = [];
  #blocks = 0;
  /** In the order of their last use, the oldest first. */
  readonly #kept = new Map<number, Block>();
  #keptBytes = 0;
  readonly #written = new Map<number, Place>();
  #file: number | null = null;
  #fileEnd = 0;

  constructor(archive: Archive, part: string | null) {
    this.#archive = archive;
    this.#part = part;
  }

  /** Reads on until the text of that number is there. */
  async readTo(index: number): Promise<void> {
    this.#pieces ??= await this.#open();
    while (!this.#isAtEnd && index >= this.#blocks * BLOCK_STRINGS + this.#last.length) {
      const { done } = await this.#pieces.next();
      if (done) this.#isAtEnd = true;
    }
  }

  /** The text of that number, which was read. Throws SourceError BAD_WORKBOOK where there is none. */
  get(index: number): string {
    const number = Math.floor(index / BLOCK_STRINGS);
    const texts = number === this.#blocks ? this.#last : this.#block(number)?.texts;
    const text = texts?.[index % BLOCK_STRINGS];
    if (text !== undefined) return text;
    throw new SourceError(message('BAD_WORKBOOK', { cause: message('WORKBOOK_TEXT_MISSING', { number: index }) }));
  }

  async close(): Promise<void> {
    await this.#pieces?.return();
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  async #open(): Promise<AsyncGenerator<unknown, void, undefined>> {
    const opened = this.#part === null ? null : await this.#archive.open(this.#part);
    if (!opened) return (async function* () {})();
    let text = '';
    let isText = false;
    // Phonetic readings stand beside the text that they are of.
    let isPhonetic = false;
    return readXml(this.#archive, opened, {
      open: (name) => {
        if (name === 'si') text = '';
        if (name === 'rPh') isPhonetic = true;
        isText = name === 't' && !isPhonetic;
      },
      text: (content) => {
        if (isText) text += content;
        if (text.length > maxRowBytes)
          throw new SourceError(message('ROW_TOO_LONG', { cause: message('WORKBOOK_TEXT_TOO_LONG') }));
      },
      close: (name) => {
        if (name === 't') isText = false;
        if (name === 'rPh') isPhonetic = false;
        if (name === 'si') this.#add(unescapeText(text));
      },
    });
  }

  #add(text: string): void {
    this.#last.push(text);
    if (this.#last.length < BLOCK_STRINGS) return;
    this.#keep(this.#blocks, this.#last);
    this.#blocks += 1;
    this.#last = [];
  }

  #keep(number: number, texts: readonly string[]): Block {
    const block = { texts, size: texts.reduce((sum, { length }) => sum + length + STRING_BYTES, 0) };
    this.#kept.set(number, block);
    this.#keptBytes += block.size;
    for (const [oldest, { size, texts: old }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES || oldest === number) break;
      if (!this.#written.has(oldest)) this.#write(oldest, old);
      this.#kept.delete(oldest);
      this.#keptBytes -= size;
    }
    return block;
  }

  #block(number: number): Block | null {
    const kept = this.#kept.get(number);
    if (kept) {
      this.#kept.delete(number);
      this.#kept.set(number, kept);
      return kept;
    }
    const place = this.#written.get(number);
    if (!place || this.#file === null) return null;
    const bytes = Buffer.alloc(place.bytes);
    readSync(this.#file, bytes, 0, place.bytes, place.at);
    // Written below and by nothing else.
    return this.#keep(number, JSON.parse(bytes.toString()) as string[]);
  }

  #write(number: number, texts: readonly string[]): void {
    this.#file ??= openNameless();
    const bytes = Buffer.from(JSON.stringify(texts));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at, bytes.length - at, this.#fileEnd + at);
    this.#written.set(number, { at: this.#fileEnd, bytes: bytes.length });
    this.#fileEnd += bytes.length;
  }
}

/** A file that is gone with the process, however that ends. */
function openNameless(): number {
  const path = join(tmpdir(), `sluice-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}
