import type { TrackedObject } from '@amaan/contracts/detection';
import type { MaskingRefusal } from '@amaan/contracts/redaction/live-close-codes';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { cameraLiveUrl } from '../api/cameras.ts';
import { AnalysisLag } from './analysis-lag.ts';
import { LiveConnection } from './live-connection.ts';
import { ObjectTimeline } from './object-timeline.ts';
import { SegmentPlayer } from './segment-player.ts';

/** Why there is or is not a picture. */
export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'playing' }
  | { readonly kind: 'lost'; readonly retryAt: number }
  | { readonly kind: 'refused'; readonly code: MaskingRefusal; readonly retryAt: number }
  | { readonly kind: 'ended'; readonly reason: string }
  | { readonly kind: 'unsupported'; readonly mimeType: string }
  | { readonly kind: 'no-mse' };

const LATENESS_DECAY = 0.97;
const LATENESS_MARGIN_SECONDS = 0.1;

const CONNECTING: LiveState = { kind: 'connecting' };

/**
 * Plays a camera in a video element and follows its objects in step with the picture.
 * @param active false disconnects; a picture out of sight costs nothing
 */
export function useLiveStream(
  cameraId: string,
  video: RefObject<HTMLVideoElement | null>,
  active: boolean,
  /** What the server says of the camera; when it comes to life, nobody waits for the next attempt. */
  cameraLive: boolean,
): {
  state: LiveState;
  objects: readonly TrackedObject[];
  /** Whether faces and plates are covered in the picture; null before it is known. */
  masked: boolean | null;
  /** The objects come too late to be drawn. */
  behind: boolean;
} {
  const [state, setState] = useState<LiveState>(CONNECTING);
  const [objects, setObjects] = useState<readonly TrackedObject[]>([]);
  const [behind, setBehind] = useState(false);
  const [masked, setMasked] = useState<boolean | null>(null);
  const [timeline] = useState(() => new ObjectTimeline());
  /** Counts attempts that this browser could not decode; a new one opens a new connection. */
  const [attempt, setAttempt] = useState(0);
  const shown = useRef(objects);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt, or a camera come to life, connects anew.
  useEffect(() => {
    const element = video.current;
    if (!active || !element) return;
    if (!('MediaSource' in window)) {
      setState({ kind: 'no-mse' });
      return;
    }
    setState(CONNECTING);
    let player: SegmentPlayer | null = null;
    let lateness = 0;
    let again: ReturnType<typeof setTimeout> | undefined;
    const stopPlaying = () => {
      player?.[Symbol.dispose]();
      player = null;
      timeline.clear();
    };
    const connection = new LiveConnection(cameraLiveUrl(cameraId), {
      onView: setMasked,
      onStart(mimeType) {
        stopPlaying();
        if (!SegmentPlayer.canPlay(mimeType)) {
          setState({ kind: 'unsupported', mimeType });
          return;
        }
        player = new SegmentPlayer(element, mimeType, () => {
          stopPlaying();
          setState(CONNECTING);
          again ??= setTimeout(() => setAttempt((before) => before + 1), 1_000);
        });
      },
      onSegment: (segment) => player?.append(segment),
      onObjects(frame) {
        timeline.add(frame);
        if (player === null) return;
        // Rises at once and falls slowly, so that one late frame in ten is waited for as well.
        lateness = Math.max(player.edge - frame.streamSeconds, lateness * LATENESS_DECAY);
        player.waitFor(lateness + LATENESS_MARGIN_SECONDS);
      },
      onEnd: (reason) => setState({ kind: 'ended', reason }),
      onLost: (retryAt) =>
        setState((before) => (before.kind === 'ended' ? before : { kind: 'lost', retryAt })),
      onRefused(code, retryAt) {
        stopPlaying();
        setState({ kind: 'refused', code, retryAt });
      },
    });
    const playing = () => setState({ kind: 'playing' });
    element.addEventListener('playing', playing);
    return () => {
      element.removeEventListener('playing', playing);
      clearTimeout(again);
      connection[Symbol.dispose]();
      stopPlaying();
    };
  }, [cameraId, active, cameraLive, attempt, video, timeline]);

  useEffect(() => {
    const element = video.current;
    if (!active || !element) return;
    const lag = new AnalysisLag();
    let request: number;
    const draw = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      const found = timeline.at(mediaTime);
      setBehind(lag.isBehind(mediaTime, timeline.reaches(mediaTime)));
      // Most moments of most cameras show nothing; those cost no render.
      if (found.length > 0 || shown.current.length > 0) {
        shown.current = found;
        setObjects(found);
      }
      request = element.requestVideoFrameCallback(draw);
    };
    request = element.requestVideoFrameCallback(draw);
    return () => {
      element.cancelVideoFrameCallback(request);
      shown.current = [];
      setObjects([]);
      setBehind(false);
    };
  }, [active, video, timeline]);

  return { state, objects, masked, behind };
}
