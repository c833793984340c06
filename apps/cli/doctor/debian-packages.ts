interface DebianPackage {
  readonly name: string;
  readonly why: string;
}

/** Debian's packages that a machine can use: what `amaan doctor --install`, CI and the README name. */
export const requiredDebianPackages: readonly DebianPackage[] = [
  { name: 'ffmpeg', why: 'reads cameras and files (without it the slower one from npm serves)' },
  { name: 'chromium', why: 'browser tests' },
  { name: 'python3-gi', why: 'RTSP server of the tests' },
  { name: 'gir1.2-gst-rtsp-server-1.0', why: 'RTSP server of the tests' },
  { name: 'gstreamer1.0-plugins-base', why: 'RTSP server of the tests' },
  { name: 'gstreamer1.0-plugins-good', why: 'RTSP server of the tests' },
  { name: 'gstreamer1.0-plugins-bad', why: 'RTSP server of the tests' },
  { name: 'sumo', why: 'simulates traffic for signal control: amaan signals, what-if, its tests' },
  { name: 'python3-scipy', why: 'benchmarks: a plain version beside the figures of crime analytics' },
];

/** The line that a person types to get packages. */
export function aptLine(names: readonly string[]): string {
  return `sudo apt-get install -y ${names.join(' ')}`;
}
