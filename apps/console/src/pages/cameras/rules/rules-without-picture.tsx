import type { Camera } from '@amaan/contracts/camera';
import { useTranslation } from 'react-i18next';
import { RuleList } from './rule-list.tsx';

/** The rules of a camera for those who may know them and see no pictures. */
export function RulesWithoutPicture({ camera }: { camera: Camera }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('access.camera.rulesOnly')}>
      <h2>{t('access.camera.rulesOnly')}</h2>
      <p className="prose quiet">{t('access.camera.noPicture')}</p>
      {camera.rules.length === 0 ? (
        <p className="quiet">{t('access.camera.noRules')}</p>
      ) : (
        <RuleList rules={camera.rules} onOpen={undefined} onPoint={() => {}} />
      )}
    </section>
  );
}
