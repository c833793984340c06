import type { SystemView } from '@amaan/contracts/api/system-view';
import { useTranslation } from 'react-i18next';
import { DigestText } from '../../components/digest-text.tsx';
import { Mark } from '../../components/mark.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useNow } from '../../format/use-now.ts';

/** Whether the system may run now, and for how much longer without a new permit. */
export function PermitState({ system: { permit, permitRefusal } }: { system: SystemView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow('second');
  const left = permit && permit.revokedAt === null ? new Date(permit.expiresAt).getTime() - now : 0;
  return (
    <>
      {left > 0 ? (
        <Mark shape="circle" tone="good">
          {t('governance.permitLeft', { left: format.span(left) })}
        </Mark>
      ) : (
        <Mark shape="square" tone="suspended">
          {t('governance.noPermit')}
        </Mark>
      )}
      {permitRefusal && <span dir="auto">{permitRefusal}</span>}
      {permit && (
        <>
          <span className="quiet">
            {t('chain.permitText', {
              issued: format.dateTime(permit.issuedAt),
              expires: format.dateTime(permit.expiresAt),
            })}
          </span>
          {permit.revokedAt && (
            <span className="quiet">
              {t('chain.permitRevoked', { time: format.dateTime(permit.revokedAt) })}
            </span>
          )}
          <span className="quiet">{t('governance.cameras', { count: permit.cameras })}</span>
          <span>
            <DigestText value={permit.id} label={t('chain.permit')} />
          </span>
        </>
      )}
    </>
  );
}
