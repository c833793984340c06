import type { Me, PasswordChange, SignIn } from '@amaan/contracts/api/me';
import type { SecondFactorRequired } from '@amaan/contracts/api/second-factor';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Who is signed in. Fails with status 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => unwrap<Me>(api.GET('/api/me')),
  staleTime: 5 * 60_000,
});

/** The first step: whoever is signed in now, or what must be shown before anybody is. */
export const signIn = (body: SignIn): Promise<Me | SecondFactorRequired> =>
  unwrap(api.POST('/api/auth/sign-in/username', { body }));

export const signOut = () => unwrap<null>(api.POST('/api/auth/sign-out'));

export const changePassword = (body: PasswordChange): Promise<Me> =>
  unwrap(api.POST('/api/me/password', { body }));
