import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Something that a test needs and a machine may lack. Its name says how to get it. */
export interface Requirement {
  readonly missing: boolean;
  /** To be added to the test's name: empty, or why it is skipped. */
  readonly note: string;
}

const RTSP_PACKAGES =
  'gir1.2-gst-rtsp-server-1.0 python3-gi gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad';

/** GStreamer's RTSP server, from Debian. */
export const rtspServer = requirement(
  `apt-get install ${RTSP_PACKAGES}`,
  runs('/usr/bin/python3', ['-c', 'import gi; gi.require_version("GstRtspServer", "1.0")']),
);

/** The clips that are kept beside the project. */
const mediaFolder = join(import.meta.dirname, '../../../../../shared/data/media');
export const sharedMedia = requirement('the folder ../shared/data/media', existsSync(mediaFolder));

/** Path of a shared clip. */
export function sharedClip(name: string): string {
  return join(mediaFolder, name);
}

function requirement(remedy: string, present: boolean): Requirement {
  return { missing: !present, note: present ? '' : ` (skipped, needs: ${remedy})` };
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
