/** Where whoever comes is no officer in a dark room: what is for everybody is light until somebody chooses otherwise. */
export function isPublicPath(path: string): boolean {
  return /^\/(?:challan|register)(?:\/|$)/.test(path);
}
