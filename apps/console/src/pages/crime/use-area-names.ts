import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { boundariesQuery } from '../../api/crime.ts';

/**
 * The names of a site's station areas in the language of the page.
 * @returns a name for an area; the one that it had then where it is no longer there, `–` where there is none
 */
export function useAreaNames(
  siteId: string,
): (area: { readonly boundaryId: string | null; readonly name?: string | null | undefined }) => string {
  const { i18n } = useTranslation();
  const { data } = useQuery(boundariesQuery(siteId));
  return ({ boundaryId, name }) => {
    const area = data?.boundaries.find(({ id }) => id === boundaryId);
    if (area === undefined) return name || '–';
    return i18n.language === 'ur' && area.nameUrdu !== '' ? area.nameUrdu : area.name;
  };
}
