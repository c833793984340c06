import { type Me, Role } from '@amaan/contracts/api/me';
import { courseOf } from '@amaan/governance/assurance/training-courses';
import { allowedActions, type Principal } from '../access/decide.ts';

/** A person as the console knows them. */
export function me(principal: Principal): Me {
  const { person: _, role, trainingGaps = [], secondFactorDue = false, ...shown } = principal;
  return {
    ...shown,
    role: Role.parse(role),
    trainingGaps: trainingGaps.flatMap((id) => {
      const course = courseOf(id);
      return course === undefined ? [] : [{ course: id, title: course.title }];
    }),
    secondFactorDue,
    actions: allowedActions(principal),
  };
}
