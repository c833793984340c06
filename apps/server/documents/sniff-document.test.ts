import { describe, expect, test } from 'vitest';
import { sniffDocument } from './sniff-document.ts';

const zip = (...parts: string[]) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(26), Buffer.from(parts.join(''))]);
const ODT = 'application/vnd.oasis.opendocument.text';

describe('what an uploaded file is', () => {
  test.each([
    ['PDF', Buffer.from('%PDF-1.4'), 'x.pdf', 'application/pdf'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'x.png', 'image/png'],
    ['ODT', zip('mimetype', ODT, 'PK'), 'x.odt', ODT],
    [
      'DOCX',
      zip('[Content_Types].xml', 'word/document.xml'),
      'x.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['CSV', Buffer.from('نام,عدد\n'), 'x.CSV', 'text/csv'],
    ['text', Buffer.from('plain'), 'x.md', 'text/plain'],
  ])('is %s by its bytes', (_kind, bytes, name, mediaType) => {
    expect(sniffDocument(bytes, name)).toBe(mediaType);
  });

  test.each([
    ['a program that says it is a PDF', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'x.pdf'],
    ['an archive of something else', zip('photos/1.jpg'), 'x.docx'],
    ['a spreadsheet of the same family', zip('mimetype', `${ODT}-template`, 'PK'), 'x.odt'],
    [
      'a document with macros',
      zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'x.docx',
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), 'x.txt'],
    ['nothing', Buffer.alloc(0), 'x.txt'],
  ])('is nothing that is kept: %s', (_what, bytes, name) => {
    expect(sniffDocument(bytes, name)).toBeNull();
  });
});
