import type { TrackedObject } from '@amaan/contracts/detection';

/** What an analyser says about one object in one frame, before it knows of cameras and permits. */
export type Finding =
  | {
      readonly kind: 'line-crossed';
      readonly object: TrackedObject;
      readonly direction: 'forward' | 'backward';
    }
  | { readonly kind: 'zone-entered'; readonly object: TrackedObject }
  | { readonly kind: 'loitering'; readonly object: TrackedObject; readonly seconds: number };

/** A finding with the rule that asked for it and the moment of the frame. */
export type SceneEvent = Finding & {
  readonly rule: { readonly id: string; readonly version: number };
  readonly streamSeconds: number;
  /** Unix time in milliseconds. */
  readonly capturedAt: number;
};

/** Watches one thing on one camera; it remembers the tracks that it has seen. */
export interface Analyser {
  /** Takes the objects of one frame, those that the rule is about; stream time never goes back. */
  update(objects: readonly TrackedObject[], streamSeconds: number): Finding[];
}
