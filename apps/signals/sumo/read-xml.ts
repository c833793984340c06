import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { SumoError } from './sumo-error.ts';

/** Attributes of an element, by name. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with elements as they come. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
}

const GZIP = [0x1f, 0x8b];

/**
 * Reads an XML file from its beginning to its end, unpacked first if it is packed with gzip (whatever its name).
 * @throws SumoError `XML_BROKEN` with the line, `SCENARIO_INCOMPLETE` where there is no such file
 */
export async function readXml(file: string, handler: XmlHandler): Promise<void> {
  const name = basename(file);
  const parser = new SaxesParser({ position: true });
  let elements = 0;
  const broken = (reason: string, cause?: unknown) =>
    new SumoError('XML_BROKEN', `${name} cannot be read: ${reason} (line ${parser.line}).`, { cause });
  parser.on('error', (error) => {
    throw broken(error.message.replace(/^[\w.]*:?\d+:\d+: /, '').replace(/\.$/, ''));
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    handler.open(tag.name, tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => handler.close?.(tag.name));
  const decoder = new TextDecoder();
  const consume = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  };
  try {
    const source = createReadStream(file);
    if (await isGzip(file)) await pipeline(source, createGunzip(), consume);
    else await pipeline(source, consume);
    if (elements === 0) throw broken('it holds no element');
    parser.close();
  } catch (cause) {
    if (cause instanceof SumoError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new SumoError('SCENARIO_INCOMPLETE', `${name} is not there or cannot be opened.`, { cause });
    if (code?.startsWith('Z_')) throw broken('its gzip is damaged', cause);
    throw cause;
  }
}

async function isGzip(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === GZIP[0] && buffer[1] === GZIP[1];
}
