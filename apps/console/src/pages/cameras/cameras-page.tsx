export function CamerasPage() {
  return <p>…</p>;
}
