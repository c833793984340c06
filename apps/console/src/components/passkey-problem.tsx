import { WebAuthnError } from '@simplewebauthn/browser';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.ts';
import { ProblemLine } from './problem-notice.tsx';

/** Why a passkey did not work: the browser says little, on purpose, and a person who changed their mind needs no error. */
export function PasskeyProblem({ error }: { error: Error | null }) {
  const { t } = useTranslation();
  if (error === null) return null;
  if (error instanceof ApiProblem) return <ProblemLine error={error} />;
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return <p className="prose quiet">{t('account.passkey.notGiven')}</p>;
  if (error.name === 'InvalidStateError')
    return <p className="prose quiet">{t('account.passkey.already')}</p>;
  const code = error instanceof WebAuthnError ? error.code : error.name;
  return <ProblemLine error={new ApiProblem(-1, code, t('account.passkey.failed'))} />;
}
