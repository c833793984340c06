export function RisksPage() {
  return null;
}
