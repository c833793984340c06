export function ConcernPage() {
  return null;
}
