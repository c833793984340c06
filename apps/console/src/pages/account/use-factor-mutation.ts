import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { secondFactorQuery } from '../../api/account.ts';
import { meQuery } from '../../api/session.ts';

/**
 * A change of the second factors; what is shown of them is fetched again when it is done.
 * @param done told when it has worked
 */
export function useFactorMutation<Input, Result>(
  mutationFn: (input: Input) => Promise<Result>,
  done: string | null,
  onSuccess?: (result: Result) => void,
): UseMutationResult<Result, Error, Input> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (result) => {
      if (done !== null) notifications.show({ message: done });
      void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
      onSuccess?.(result);
    },
  });
}
