import { expect, test } from 'vitest';
import { isPublicPath } from './is-public-path.ts';

test('pages without a sign-in are public, and nothing else', () => {
  for (const path of ['/challan', '/challan/', '/register', '/register/concern'])
    expect(isPublicPath(path), path).toBe(true);
  for (const path of ['/', '/sign-in', '/violations/challans', '/challans', '/registers'])
    expect(isPublicPath(path), path).toBe(false);
});
