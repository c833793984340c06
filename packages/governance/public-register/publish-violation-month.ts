import { SMALLEST_COUNT } from '@amaan/contracts/public-register';
import type { CancelCause } from '@amaan/contracts/violations/challan';
import type { EvidenceGap } from '@amaan/contracts/violations/suspected-violation';
import type {
  CauseCount,
  ChallanCounts,
  PublicCameraCounts,
  PublicViolationMonth,
} from '@amaan/contracts/violations/violation-figures';

/** Everything that was counted of a month. */
export interface ViolationMonthCounts {
  readonly month: string;
  readonly cameras: readonly (ChallanCounts & { readonly camera: string })[];
  /** The sum of these is that of the cameras' cancelled challans. */
  readonly causes: readonly { readonly cause: CancelCause; readonly count: number }[];
  readonly gaps: readonly { readonly reason: EvidenceGap; readonly count: number }[];
}

const PARTS = ['issued', 'contested', 'cancelled'] as const;

/**
 * What may be published of a month. Rows with a small count in them stand together in one; while a count of that is small,
 * the smallest of the others joins it. So no number from 1 to 9 is published, and none can be had by taking rows from a total:
 * whatever is left is a sum of published numbers. When a total itself is small, the month is withheld whole.
 */
export function publishViolationMonth(counts: ViolationMonthCounts): PublicViolationMonth {
  const { month, cameras, causes, gaps } = counts;
  const total = sumOf(cameras);
  if (PARTS.some((part) => isSmall(total[part]))) return { state: 'withheld', month };
  return {
    state: 'published',
    month,
    ...total,
    byCause: causesOf(causes),
    byCamera: camerasOf(cameras),
    gaps: gaps.filter(({ count }) => count > 0 && !isSmall(count)),
  };
}

function camerasOf(cameras: ViolationMonthCounts['cameras']): PublicCameraCounts[] {
  const counted = cameras.filter((one) => PARTS.some((part) => one[part] > 0));
  const hasSmall = (one: ChallanCounts) => PARTS.some((part) => isSmall(one[part]));
  const { alone, together } = standTogether(counted, hasSmall, (some) => hasSmall(sumOf(some)), weightOf);
  const rows: PublicCameraCounts[] = alone.map((one) => ({ ...one, cameras: 1 }));
  if (together.length > 0) rows.push({ camera: null, cameras: together.length, ...sumOf(together) });
  return rows;
}

function causesOf(causes: ViolationMonthCounts['causes']): CauseCount[] {
  const sum = (some: typeof causes) => some.reduce((all, { count }) => all + count, 0);
  const { alone, together } = standTogether(
    causes.filter(({ count }) => count > 0),
    ({ count }) => isSmall(count),
    (some) => isSmall(sum(some)),
    ({ count }) => count,
  );
  return together.length === 0 ? alone : [...alone, { cause: 'together', count: sum(together) }];
}

/** Splits rows into those that may stand alone and those that stand together, as few of these as will do. */
function standTogether<Row>(
  rows: readonly Row[],
  isTooSmall: (row: Row) => boolean,
  areTooSmall: (rows: readonly Row[]) => boolean,
  weight: (row: Row) => number,
): { alone: Row[]; together: Row[] } {
  const alone = rows.filter((row) => !isTooSmall(row)).sort((a, b) => weight(b) - weight(a));
  const together = rows.filter(isTooSmall);
  while (together.length > 0 && areTooSmall(together)) {
    const smallest = alone.pop();
    if (smallest === undefined) break;
    together.push(smallest);
  }
  return { alone, together };
}

function sumOf(rows: readonly ChallanCounts[]): ChallanCounts {
  const sum = (part: (typeof PARTS)[number]) => rows.reduce((all, row) => all + row[part], 0);
  return { issued: sum('issued'), contested: sum('contested'), cancelled: sum('cancelled') };
}

function weightOf({ issued, contested, cancelled }: ChallanCounts): number {
  return issued + contested + cancelled;
}

/** None is no small number: it is about nobody. */
function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_COUNT;
}
