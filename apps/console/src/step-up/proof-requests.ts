/**
 * Proving again who one is, when the server asks for it. The calls that are waiting and the dialog that the
 * person answers meet here; there is one dialog, however many calls wait.
 */

type Listener = (open: boolean) => void;

let dialog: Listener | null = null;
let waiting: PromiseWithResolvers<boolean> | null = null;

/** Asks the person to prove who they are. @returns false when they would rather not, or nobody can be asked */
export function askForProof(): Promise<boolean> {
  if (waiting !== null) return waiting.promise;
  if (dialog === null) return Promise.resolve(false);
  waiting = Promise.withResolvers<boolean>();
  dialog(true);
  return waiting.promise;
}

/** The person has answered. */
export function answerProof(proven: boolean): void {
  const asked = waiting;
  waiting = null;
  dialog?.(false);
  asked?.resolve(proven);
}

/** The dialog is on the page. @returns to be called when it leaves */
export function ownProofDialog(listener: Listener): () => void {
  dialog = listener;
  return () => {
    if (dialog === listener) dialog = null;
    answerProof(false);
  };
}
