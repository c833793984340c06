import type { PersonTraining, TrainingCourse } from '@amaan/contracts/governance/training';
import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../access.ts';
import { trainingQuery } from '../../../api/training.ts';
import { Mark } from '../../../components/mark.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { Language } from '../../../messages/i18n.ts';
import classes from '../flows/flows.module.css';
import { GovernanceFrame } from '../governance-frame.tsx';
import { RecordTrainingDialog } from './record-training-dialog.tsx';

/** Who is trained for what: people down, courses across. */
export function TrainingPage() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { data, error, refetch } = useQuery(trainingQuery);
  const [recording, setRecording] = useState(false);
  const language = i18n.language as Language;
  const lacking = data?.people.filter(({ gaps }) => gaps.length > 0).length ?? 0;
  return (
    <GovernanceFrame
      title={t('assurance.training')}
      hint={t('assurance.trainingHint')}
      actions={
        may('training.write') && (
          <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setRecording(true)}>
            {t('assurance.record')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton height={320} />
      ) : (
        <>
          <p>
            <strong>
              {lacking === 0 ? t('assurance.allCurrent') : t('assurance.someGaps', { count: lacking })}
            </strong>
          </p>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('assurance.person')}</th>
                  {data.courses.map((course) => (
                    <th key={course.id} title={course.about[language]}>
                      {course.title[language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.people.map((person) => (
                  <tr key={`${person.person} ${person.name}`}>
                    <td>
                      <strong dir="auto">{person.name}</strong>
                      <br />
                      <span className="quiet">{t(`role.${person.role}`)}</span>
                    </td>
                    {data.courses.map((course) => (
                      <td key={course.id}>
                        <CourseState person={person} course={course} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {recording && data && (
        <RecordTrainingDialog
          courses={data.courses}
          people={data.people}
          onClose={() => setRecording(false)}
        />
      )}
    </GovernanceFrame>
  );
}

function CourseState({ person, course }: { person: PersonTraining; course: TrainingCourse }) {
  const { t } = useTranslation();
  const format = useFormat();
  const gap = person.gaps.find((missing) => missing.course === course.id);
  const held = person.records.find((record) => record.course === course.id);
  if (gap !== undefined) {
    return (
      <Mark shape="triangle" tone="high">
        {gap.expiredAt === null
          ? t('assurance.missing')
          : t('assurance.expired', { at: format.date(gap.expiredAt) })}
      </Mark>
    );
  }
  if (!course.roles.includes(person.role)) return <span className="quiet">{t('assurance.notNeeded')}</span>;
  return (
    <Mark shape="circle" tone="good">
      {t('assurance.holds', { at: held === undefined ? '' : format.date(held.expiresAt) })}
    </Mark>
  );
}
