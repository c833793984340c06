import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** Counts down until something may be tried again. */
export function Waiting({ seconds, onOver }: { seconds: number; onOver: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [until] = useState(() => Date.now() + seconds * 1_000);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const isOver = now >= until;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  // Not announced with every second: the alert around it was.
  return (
    <p aria-live="off">{t('citizen.tooMany.again', { span: format.span(Math.max(1_000, until - now)) })}</p>
  );
}
