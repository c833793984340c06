export function LedgerPage() {
  return <p>…</p>;
}
