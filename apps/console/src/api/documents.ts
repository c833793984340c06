import type { DocumentRevision, DocumentView, NewDocument } from '@amaan/contracts/governance/document';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const documentsKey = ['documents'] as const;

export const documentsQuery = queryOptions({
  queryKey: [...documentsKey, 'list'],
  queryFn: () => unwrap<DocumentView[]>(api.GET('/api/documents')),
});

export const fetchDocument = (id: string) =>
  unwrap<DocumentView>(api.GET('/api/documents/{id}', { params: { path: { id } } }));

export const openDocument = (body: NewDocument) => unwrap<DocumentView>(api.POST('/api/documents', { body }));

export const saveDocument = (id: string, body: DocumentRevision) =>
  unwrap<DocumentView>(api.PUT('/api/documents/{id}', { params: { path: { id } }, body }));

export const approveDocument = (id: string, seen: number, statement: string) =>
  unwrap<DocumentView>(
    api.POST('/api/documents/{id}/approve', { params: { path: { id } }, body: { seen, statement } }),
  );

export const withdrawDocument = (id: string, statement: string) =>
  unwrap<DocumentView>(
    api.POST('/api/documents/{id}/withdraw', { params: { path: { id } }, body: { statement } }),
  );

/** Puts a file into a new version; the server looks at its bytes, not at its name. */
export const uploadFile = (id: string, seen: number, file: File) =>
  unwrap<DocumentView>(
    api.PUT('/api/documents/{id}/file', {
      params: { path: { id }, query: { name: file.name, seen } },
      body: file as never,
      bodySerializer: (body: unknown) => body as BodyInit,
      headers: { 'content-type': 'application/octet-stream' },
    } as never),
  );

export const documentFileUrl = (id: string, version: number) =>
  `/api/documents/${id}/file?version=${version}`;
