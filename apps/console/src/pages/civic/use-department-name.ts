import { useQuery } from '@tanstack/react-query';
import { civicSettingsQuery } from '../../api/civic.ts';
import { useLocalText } from '../../format/use-local-text.ts';

/** A department's name in the language of the page; its short name where the settings do not have it any more. */
export function useDepartmentName(): (id: string) => string {
  const localText = useLocalText();
  const { data } = useQuery(civicSettingsQuery);
  return (id) => {
    const known = data?.settings.departments.find((department) => department.id === id);
    return known === undefined ? id : localText(known.name);
  };
}
