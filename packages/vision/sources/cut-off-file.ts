import { type FileHandle, open } from 'node:fs/promises';

/** Packet sizes of MPEG transport streams: plain, with a time stamp (Blu-ray), with error correction. */
const TRANSPORT_PACKETS = [188, 192, 204];

/**
 * Whether a recording ends before its own headers say it should: MP4 and AVI by the sizes of their boxes
 * and chunks, MPEG-TS by a broken last packet, PNG and JPEG by their missing end. ffmpeg plays what is there and
 * often does not tell. False where the format gives no sign.
 */
export async function isCutOff(path: string): Promise<boolean> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const head = await bytesAt(file, 0, 12);
  if (head.length < 12) return false;
  const tag = (at: number) => head.toString('latin1', at, at + 4);
  if (tag(4) === 'ftyp') return await mp4IsCutOff(file, size);
  if (tag(0) === 'RIFF') return head.readUInt32LE(4) + 8 > size;
  if (head[0] === 0x47) return TRANSPORT_PACKETS.every((packet) => size % packet !== 0);
  if (head.toString('latin1', 1, 4) === 'PNG') {
    return (await bytesAt(file, size - 8, 4)).toString('latin1') !== 'IEND';
  }
  if (head.readUInt16BE(0) === 0xffd8) {
    // Some cameras append data of their own behind the end-of-image marker.
    const from = Math.max(0, size - 65_536);
    return !(await bytesAt(file, from, size - from)).includes(Buffer.from([0xff, 0xd9]));
  }
  return false;
}

/** Whether the last top-level box (ISO/IEC 14496-12, 4.2) reaches beyond the file, or the index is missing. */
async function mp4IsCutOff(file: FileHandle, size: number): Promise<boolean> {
  let at = 0;
  let hasIndex = false;
  while (at + 8 <= size) {
    const header = await bytesAt(file, at, 16);
    let length = header.readUInt32BE(0);
    if (length === 1 && header.length === 16) length = Number(header.readBigUInt64BE(8));
    // 0 stands for "to the end of the file".
    if (length === 0) length = size - at;
    if (length < 8) return true;
    if (header.toString('latin1', 4, 8) === 'moov') hasIndex = true;
    at += length;
  }
  return at !== size || !hasIndex;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, Math.max(0, position));
  return buffer.subarray(0, bytesRead);
}
