export function AuditsPage() {
  return null;
}
