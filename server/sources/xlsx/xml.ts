import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { message } from '../../messages/catalogue.ts';
import { buffersOf } from '../shared/bytes.ts';
import { SourceError } from '../types.ts';
import type { Archive, OpenPart } from './archive.ts';

/** A text or a tag longer than this, in characters, is no cell, and must not fill the memory. */
const MOST_UNREAD = 16 * 1024 * 1024;
const MOST_DEPTH = 100;
const MOST_ATTRIBUTES = 1_000;

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a part's elements, by their names without prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part's XML as it unpacks; yields after each piece how many bytes are behind, so that what the handlers have
 * gathered can be used and dropped. Entities of its own are not expanded. Throws SourceError for what is no XML.
 */
export async function* readXml(
  archive: Archive,
  { stream }: OpenPart,
  handlers: XmlHandlers,
): AsyncGenerator<number, void, undefined> {
  const parser = new BoundedParser(handlers);
  const decoder = new XmlDecoder();
  let bytes = 0;
  try {
    for await (const piece of buffersOf(stream)) {
      bytes += piece.length;
      parser.write(decoder.decode(piece));
      yield bytes;
    }
    parser.end();
  } catch (error) {
    throw archive.explain(error);
  } finally {
    stream.destroy();
  }
}

/** Reads a small part to its end; nothing where it is not there. */
export async function readPart(archive: Archive, part: string, handlers: XmlHandlers): Promise<void> {
  const opened = await archive.open(part);
  if (!opened) return;
  for await (const _bytes of readXml(archive, opened, handlers));
}

/** The attribute of that name, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

class BoundedParser {
  readonly #parser = new SaxesParser();
  #heard = 0;
  #unread = 0;
  #depth = 0;
  #attributes = 0;

  constructor(handlers: XmlHandlers) {
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#heard += 1;
      this.#depth += 1;
      this.#attributes = 0;
      if (this.#depth > MOST_DEPTH) throw tooMuch();
      handlers.open?.(localName(name), attributes);
    });
    this.#parser.on('attribute', () => {
      this.#attributes += 1;
      if (this.#attributes > MOST_ATTRIBUTES) throw tooMuch();
    });
    this.#parser.on('text', (content) => {
      this.#heard += 1;
      handlers.text?.(content);
    });
    this.#parser.on('cdata', (content) => {
      this.#heard += 1;
      handlers.text?.(content);
    });
    this.#parser.on('closetag', ({ name }) => {
      this.#heard += 1;
      this.#depth -= 1;
      handlers.close?.(localName(name));
    });
  }

  write(content: string): void {
    const before = this.#heard;
    this.#parser.write(content);
    this.#unread = this.#heard === before ? this.#unread + content.length : 0;
    if (this.#unread > MOST_UNREAD) throw tooMuch();
  }

  end(): void {
    this.#parser.close();
  }
}

/** XML of workbooks is UTF-8, or UTF-16 with a byte order mark. */
class XmlDecoder {
  #decoder: TextDecoder | null = null;

  decode(piece: Buffer): string {
    this.#decoder ??= new TextDecoder(encodingOf(piece));
    return this.#decoder.decode(piece, { stream: true });
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function tooMuch(): SourceError {
  return new SourceError(message('BAD_WORKBOOK', { cause: message('WORKBOOK_ODD_TEXT') }));
}
