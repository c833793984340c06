import { ReviewInputs } from '@amaan/contracts/governance/management-review';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { FlowPage } from '../flows/flow-page.tsx';
import { GovernanceFrame } from '../governance-frame.tsx';
import { PrepareReviewForm } from './prepare-review-form.tsx';
import { ReviewInputsView } from './review-inputs-view.tsx';

const route = getRouteApi('/shell/governance/reviews');

/** Management reviews: what the system knows of a period, and what people decide. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const select = (next: string | undefined) =>
    void navigate({ search: (before) => ({ site: before.site, id: next }) as never });
  const mayWrite = may('management-review.write');
  return (
    <GovernanceFrame title={t('assurance.reviews')} hint={t('assurance.reviewsHint')}>
      <FlowPage
        kind="management-review"
        selected={id}
        mayWrite={mayWrite}
        mayStep={mayWrite}
        onSelect={select}
        create={(close) => (
          <PrepareReviewForm
            onClose={close}
            onPrepared={(next) => {
              close();
              select(next);
            }}
          />
        )}
        detail={({ record }) => <ReviewInputsView inputs={ReviewInputs.parse(record.body.inputs)} />}
      />
    </GovernanceFrame>
  );
}
