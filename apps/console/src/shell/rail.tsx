import {
  IconAlertOctagon,
  IconBellRinging,
  IconBriefcase,
  IconDeviceCctv,
  IconFaceId,
  IconHexagons,
  IconLayoutGrid,
  IconScale,
  IconSearch,
  IconTrafficLights,
  IconUsers,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { type ComponentType, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../access.ts';
import { faceMatchesQuery } from '../api/face-matches.ts';
import { statusQuery } from '../api/platform.ts';
import { unmaskingsQuery } from '../api/unmaskings.ts';
import { violationCasesQuery } from '../api/violations.ts';
import { useFormat } from '../format/use-format.ts';
import { CRIME_PLACES } from '../pages/crime/crime-places.ts';
import { OPERATIONS_PLACES } from '../pages/operations/operations-places.ts';
import { VIOLATION_PLACES } from '../pages/violations/violation-places.ts';
import classes from './rail.module.css';

interface Area {
  readonly name:
    | 'operations'
    | 'live'
    | 'search'
    | 'faces'
    | 'cases'
    | 'traffic'
    | 'violations'
    | 'crime'
    | 'cameras'
    | 'governance'
    | 'admin';
  readonly to: NonNullable<LinkProps['to']>;
  readonly search?: LinkProps['search'];
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;
  /** The actions without any of which the area has nothing to show. */
  readonly needs: readonly string[];
}

/** In the order of work. */
const AREAS: readonly Area[] = [
  {
    name: 'operations',
    to: '/operations',
    search: { state: 'new' },
    icon: IconBellRinging,
    needs: OPERATIONS_PLACES.flatMap(({ needs }) => needs),
  },
  { name: 'live', to: '/live', icon: IconLayoutGrid, needs: ['camera.watch'] },
  {
    name: 'search',
    to: '/plates',
    icon: IconSearch,
    needs: ['plate.watch', 'plate.search', 'hotlist.read', 'purpose.state'],
  },
  {
    name: 'faces',
    to: '/faces',
    icon: IconFaceId,
    needs: [
      ...['face-match.read', 'face-authorisation.read', 'watchlist.read'],
      ...['face-report.read', 'face-oversight.read'],
    ],
  },
  { name: 'cases', to: '/cases', icon: IconBriefcase, needs: ['case.read'] },
  {
    name: 'traffic',
    to: '/traffic',
    icon: IconTrafficLights,
    needs: ['traffic.read', 'junction.read'],
  },
  {
    name: 'violations',
    to: '/violations',
    icon: IconAlertOctagon,
    needs: VIOLATION_PLACES.flatMap(({ needs }) => needs),
  },
  {
    name: 'crime',
    to: '/crime',
    icon: IconHexagons,
    needs: CRIME_PLACES.flatMap(({ needs }) => needs),
  },
  { name: 'cameras', to: '/cameras', icon: IconDeviceCctv, needs: ['camera.read'] },
  { name: 'governance', to: '/governance', icon: IconScale, needs: ['system.read'] },
  { name: 'admin', to: '/admin', icon: IconUsers, needs: ['user.read'] },
];

export function Rail() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: status } = useQuery(statusQuery);
  const { data: matches } = useInfiniteQuery({
    ...faceMatchesQuery({ waiting: 'true' }),
    enabled: may('face-match.review'),
  });
  const { data: unmaskings } = useInfiniteQuery({
    ...unmaskingsQuery({ state: 'waiting' }),
    enabled: may('unmask.approve'),
  });
  const { data: cases } = useInfiniteQuery({
    ...violationCasesQuery({ state: 'for-review', unanswered: 'true' }),
    enabled: may('violation-case.review') || may('violation-case.decide-hold'),
  });
  const counts = cases?.pages[0]?.counts;
  const waiting: Partial<Record<Area['name'], number>> = {
    operations: status?.alerts.new ?? 0,
    governance: status?.noticed?.open ?? 0,
    faces: matches?.pages.flat().length ?? 0,
    violations:
      counts === undefined
        ? 0
        : may('violation-case.review')
          ? counts['for-review'] + counts['second-look']
          : counts.held,
    cases: unmaskings?.pages.flat().filter(({ may: { decide } }) => decide).length ?? 0,
  };
  const rail = useRef<HTMLElement>(null);
  const area = useLocation({ select: ({ pathname }) => pathname.split('/')[1] });
  // On a telephone the rail slides: the area that is open is always on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area is what it moves for
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [area]);
  return (
    <nav ref={rail} className={classes.rail} aria-label={t('area.label')}>
      <Link to="/" className={classes.brand} aria-label={t('app.name')}>
        <img src="/amaan.svg" alt="" width={32} height={32} />
      </Link>
      {AREAS.filter(({ needs }) => needs.some(may)).map(({ name, to, search, icon: Icon }) => (
        <Link
          key={name}
          to={to}
          {...(search !== undefined && { search })}
          className={classes.area}
          activeOptions={{ includeSearch: false }}
        >
          <Icon size={22} stroke={1.6} aria-hidden="true" />
          {t(`area.${name}`)}
          <Waiting count={waiting[name] ?? 0} />
        </Link>
      ))}
    </nav>
  );
}

/** How many things of an area wait for somebody. */
function Waiting({ count }: { count: number }) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <span className={`${classes.count} ltr`}>
      {count > 99 ? `${format.number(99)}+` : format.number(count)}
    </span>
  );
}
