export function LivePage() {
  return <p>…</p>;
}
