export function SystemsPage() {
  return <p>…</p>;
}
