import { Button, type ButtonProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { meQuery } from '../api/session.ts';
import { askForProof } from './proof-requests.ts';

/** Younger than what the server accepts, so that the proof does not grow stale on the way. */
const FRESH_MS = 9 * 60_000;

interface ProvenDownloadProps extends Pick<ButtonProps, 'variant' | 'size' | 'leftSection'> {
  readonly href: string;
  /** What the file is called; left out: as the server says. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** A download that the server gives only to people who have just proven who they are: asks first, then follows the link. */
export function ProvenDownload({ href, name = '', children, ...look }: ProvenDownloadProps) {
  const { data: me } = useQuery(meQuery);
  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    const { steppedUpAt = null } = me ?? {};
    if (steppedUpAt !== null && Date.now() - Date.parse(steppedUpAt) < FRESH_MS) return;
    event.preventDefault();
    if (!(await askForProof())) return;
    const link = document.createElement('a');
    link.href = href;
    link.download = name;
    link.click();
  };
  return (
    <Button component="a" href={href} download={name} onClick={(event) => void follow(event)} {...look}>
      {children}
    </Button>
  );
}
