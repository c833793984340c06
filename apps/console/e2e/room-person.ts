import type { Role } from '@amaan/contracts/api/me';
import { newPassword, type TestServer } from '@amaan/server/testing/start-test-server';
import type { Page } from 'playwright-core';
import { type ConsoleBrowser, type Credentials, type PageOptions, signIn } from './browser.ts';

/** A person of a room, with the password that they choose at their first sign-in. */
export interface RoomPerson extends Credentials {
  readonly id: string;
  readonly newPassword: string;
}

/** Somebody with an account and the training that their role needs. */
export async function addPerson({ services }: TestServer, role: Role, name: string): Promise<RoomPerson> {
  const { users, assurance } = services;
  const username = name.toLowerCase().replaceAll(' ', '.');
  const input = { username, name, role, person: username };
  const { user, oneTimePassword } = await users.create(input, 'system:test');
  const trainer = { actor: 'system:test', name: 'Trainer', person: 'trainer', role: 'supervisor' };
  for (const { course } of await assurance.training.gapsOf(username, role))
    await assurance.training.record(
      { person: username, course, passedAt: new Date().toISOString() },
      trainer,
    );
  return { id: user.id, username, password: oneTimePassword, newPassword: newPassword() };
}

/** A page on which somebody signs in for the first time, at one of the places of the console. */
export async function enterFirst(
  browser: ConsoleBrowser,
  person: RoomPerson,
  place: string,
  options?: PageOptions,
): Promise<Page> {
  const page = await browser.open(options);
  await signIn(page, person, person.newPassword);
  await page.goto(place);
  return page;
}
