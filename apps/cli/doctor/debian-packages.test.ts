import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project.ts';
import { aptLine, requiredDebianPackages } from './debian-packages.ts';

test('the README names exactly the packages that doctor installs', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8').replaceAll(/ \\\n\s+/g, ' ');
  const names = requiredDebianPackages.map(({ name }) => name);
  expect(readme).toContain(`${aptLine(names)}\n`);
});
