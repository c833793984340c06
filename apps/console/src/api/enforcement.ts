import type {
  CameraEnforcement,
  EnforcedCamera,
  EnforcementDraft,
  EnforcementPlanChange,
  EnforcementPreview,
  SpeedSectionInput,
  SpeedSectionView,
} from '@amaan/contracts/violations/api-enforcement';
import type { EnforcementPlan, EnforcementPlanInput } from '@amaan/contracts/violations/enforcement';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about what is enforced, to be read anew when a plan or a section changes. */
export const enforcementKey = ['enforcement'];
/** Signals and clocks are pushed nowhere. */
const AGAIN_MS = 15_000;

export const enforcedCamerasQuery = queryOptions({
  queryKey: [...enforcementKey, 'cameras'],
  queryFn: () => unwrap<EnforcedCamera[]>(api.GET('/api/enforcement')),
  refetchInterval: AGAIN_MS,
});

export const cameraEnforcementQuery = (cameraId: string) =>
  queryOptions({
    queryKey: [...enforcementKey, 'camera', cameraId],
    queryFn: () =>
      unwrap<CameraEnforcement>(
        api.GET('/api/cameras/{id}/enforcement', { params: { path: { id: cameraId } } }),
      ),
    refetchInterval: AGAIN_MS,
  });

/** What is wrong with a plan before it is saved; null: it is not complete yet, and nothing is asked. */
export const enforcementPreviewQuery = (cameraId: string, plan: EnforcementPlanInput | null) =>
  queryOptions({
    queryKey: [...enforcementKey, 'preview', cameraId, plan],
    queryFn: () =>
      unwrap<EnforcementPreview>(
        api.POST('/api/cameras/{id}/enforcement/preview', {
          params: { path: { id: cameraId } },
          body: plan as BodyOf<paths['/api/cameras/{id}/enforcement/preview']['post']>,
        }),
      ),
    staleTime: 60_000,
  });

/** A plan that follows from the lanes, to be looked at and corrected. */
export const proposeEnforcement = (cameraId: string) =>
  unwrap<EnforcementDraft>(
    api.POST('/api/cameras/{id}/enforcement/draft', { params: { path: { id: cameraId } } }),
  );

export const saveEnforcement = (cameraId: string, body: EnforcementPlanChange) =>
  unwrap<EnforcementPlan>(
    api.PUT('/api/cameras/{id}/enforcement', {
      params: { path: { id: cameraId } },
      body: body as BodyOf<paths['/api/cameras/{id}/enforcement']['put']>,
    }),
  );

/** @param seen the version that the person saw */
export const removeEnforcement = (cameraId: string, seen: number) =>
  unwrap<null>(
    api.DELETE('/api/cameras/{id}/enforcement', { params: { path: { id: cameraId }, query: { seen } } }),
  );

export const speedSectionsQuery = queryOptions({
  queryKey: [...enforcementKey, 'sections'],
  queryFn: () => unwrap<SpeedSectionView[]>(api.GET('/api/speed-sections')),
});

/** @param before the section that is changed; null: it is new */
export const saveSpeedSection = (before: SpeedSectionView | null, section: SpeedSectionInput) =>
  unwrap<SpeedSectionView>(
    before === null
      ? api.POST('/api/speed-sections', { body: { section, seen: 0 } })
      : api.PUT('/api/speed-sections/{id}', {
          params: { path: { id: before.section.id } },
          body: { section, seen: before.version },
        }),
  );
