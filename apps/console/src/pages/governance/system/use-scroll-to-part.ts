import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to the part that the address names, once it is there, and marks it for a moment. */
export function useScrollToPart(shown: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!shown || hash === '') return;
    const part = document.getElementById(hash);
    part?.scrollIntoView({ block: 'start' });
    part?.setAttribute('data-named', '');
    return () => part?.removeAttribute('data-named');
  }, [shown, hash]);
}
