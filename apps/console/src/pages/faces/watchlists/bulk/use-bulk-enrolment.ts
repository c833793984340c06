import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  addWatchlistEntry,
  enrolWatchlistPicture,
  everyWatchlistEntryQuery,
  removeWatchlistEntry,
  watchlistsQuery,
} from '../../../../api/faces.ts';
import { pictureBase64 } from '../picture-base64.ts';
import { enrolLines } from './enrol-lines.ts';
import { byName, isOpen, lineOf, type PictureLine, type PictureSaid, saidOf } from './picture-line.ts';

const NOTHING_SAID: PictureSaid = { source: '', lawfulness: '', takenOn: '' };

/** Many pictures of a list: what is said of them, and how far their enrolment is. */
export function useBulkEnrolment(list: Watchlist) {
  const queryClient = useQueryClient();
  const { data: entries, error: unread } = useQuery(everyWatchlistEntryQuery(list.id));
  const [lines, setLines] = useState<readonly PictureLine[]>([]);
  const [common, setCommon] = useState(NOTHING_SAID);
  const [running, setRunning] = useState<{ readonly began: number; readonly total: number } | null>(null);
  const [interrupted, setInterrupted] = useState(false);
  const [stopping, setStopping] = useState(false);
  const controller = useRef(new AbortController());
  // Who leaves the page stops it: the picture that is under way is still enrolled.
  useEffect(() => () => controller.current.abort(), []);

  const change = useCallback(
    (id: string, changes: Partial<PictureLine>) =>
      setLines((before) => before.map((line) => (line.id === id ? { ...line, ...changes } : line))),
    [],
  );
  const remove = useCallback(
    (id: string) => setLines((before) => before.filter((line) => line.id !== id)),
    [],
  );
  const add = (files: readonly File[]) =>
    setLines((before) => {
      const there = new Set(before.map(({ file }) => `${file.name}/${file.size}`));
      const fresh = files.filter((file) => !there.has(`${file.name}/${file.size}`));
      return [...before, ...fresh.map((file) => lineOf(file, crypto.randomUUID()))];
    });

  async function start(): Promise<void> {
    if (entries === undefined || running !== null) return;
    controller.current = new AbortController();
    const { signal } = controller.current;
    setRunning({ began: Date.now(), total: lines.filter(isOpen).length });
    setInterrupted(false);
    setStopping(false);
    const work = {
      addEntry: ({ name, note, child, missing }: PictureLine) =>
        addWatchlistEntry(list.id, { reference: name, note, child, missing }),
      removeEntry: removeWatchlistEntry,
      enrol: async (entry: Parameters<typeof enrolWatchlistPicture>[0], line: PictureLine) =>
        enrolWatchlistPicture(entry, {
          ...saidOf(line, common),
          picture: await pictureBase64(line.file),
        }),
    };
    const people = byName(entries);
    const whole = await enrolLines(lines, people, work, (id, result) => change(id, { result }), signal);
    setRunning(null);
    setInterrupted(!whole && !signal.aborted);
    await queryClient.invalidateQueries({ queryKey: watchlistsQuery.queryKey });
  }

  function stop(): void {
    setStopping(true);
    controller.current.abort();
  }

  const state = { entries, unread, lines, common, running, interrupted, stopping };
  return { ...state, setLines, setCommon, add, change, remove, start, stop };
}
